"""How much of a published figure's unrest is the protection's own."""

from __future__ import annotations

from math import sqrt

from metrics.disclosure.perturbation import V
from metrics.indicator import Indicator, Measure

MEAN_PULL = sqrt((1 - 0.3**3) / (3 * 0.7))
"""The standard deviation of a mean's noise, whose size is even between 0.3 and 1, in shares of what one person adds."""


def spread(indicator: Indicator, measure: Measure, value: float, n: float) -> float:
    """The standard deviation that protection adds to a figure resting on `n`; 0 where it adds none, or cannot be told.

    Rule    of a share both counts are changed, each with variance V; of a mean the value itself. Of a median or a gap
            it cannot be told: it hangs on how steeply the curve falls there, or on how many are behind each domain,
            and neither is published beside the figure. A guess would be told as if it were known
    >>> from types import SimpleNamespace
    >>> round(spread(SimpleNamespace(bounds=None), "share", 0.5, 100), 4)
    0.0158
    >>> round(spread(SimpleNamespace(bounds=(0, 10)), "mean", 2.0, 100), 3)
    0.068
    """
    if measure == "share":
        return sqrt(V * (1 + value**2)) / n
    if measure == "mean" and indicator.bounds is not None:
        low, high = indicator.bounds
        return MEAN_PULL * (high - low) / n
    return abs(value) * sqrt(V) / n if measure == "amount_per_person" else 0.0
