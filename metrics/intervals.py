"""How sure a rate is: intervals for counts of events, and rates made comparable between unlike populations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import chi2, gamma

Z_95 = 1.96  # with two decimals, as the approximation is printed

EXACT_BELOW = 10
"""Events under which the interval is exact; from there Byar's approximation differs in the third digit at most."""


@dataclass(frozen=True)
class Rate:
    """A rate with its 95 % interval."""

    value: float
    low: float
    high: float


def rate(events: float, exposure: float) -> Rate:
    """Events per unit of exposure: per person, per day, or per event expected.

    Rule    exact under ten events, Byar's approximation from there
    Source  Breslow & Day 1987, volume II
    Fails   ValueError where there is nothing to count among
    >>> [round(each, 4) for each in (rate(60, 45).value, rate(60, 45).low, rate(60, 45).high)]
    [1.3333, 1.0174, 1.7163]
    >>> rate(0, 10).low, round(rate(0, 10).high, 3)
    (0.0, 0.369)
    """
    if exposure <= 0 or events < 0:
        raise ValueError("a rate needs events from 0 and an exposure above 0")
    low, high = exact_limits(events) if events < EXACT_BELOW else byar_limits(events)
    return Rate(events / exposure, low / exposure, high / exposure)


def exact_limits(events: float) -> tuple[float, float]:
    """The exact 95 % interval of a count.

    >>> [round(each, 3) for each in exact_limits(5)]
    [1.623, 11.668]
    """
    low = float(chi2.ppf(0.025, 2 * events)) / 2 if events else 0.0
    return low, float(chi2.ppf(0.975, 2 * (events + 1))) / 2


def byar_limits(events: float) -> tuple[float, float]:
    """Byar's approximation of the 95 % interval of a count of one or more.

    >>> [round(each, 3) for each in byar_limits(60)]
    [45.784, 77.234]
    """

    def limit(count: float, side: int) -> float:
        return count * (1 - 1 / (9 * count) + side * Z_95 / (3 * sqrt(count))) ** 3

    return limit(events, -1), limit(events + 1, 1)


def ratio_limits(expected: float) -> tuple[float, float, float, float]:
    """Where the ratio of observed to expected events lies by chance: 95 % limits, then 99.8 % limits.

    Source  Spiegelhalter 2005, exact Poisson limits of a funnel
    >>> [round(each, 3) for each in ratio_limits(20)]
    [0.611, 1.544, 0.448, 1.902]
    """

    def limits(tail: float) -> tuple[float, float]:
        low, high = chi2.ppf(tail, 2 * expected), chi2.ppf(1 - tail, 2 * (expected + 1))
        return float(low) / 2 / expected, float(high) / 2 / expected

    return *limits(0.025), *limits(0.001)


def standardised_rate(events: Sequence[float], exposures: Sequence[float], standard: Sequence[float]) -> Rate:
    """The rate a population would have with the make-up of a standard one.

    In      events, exposures  per stratum, such as an age band
            standard  the standard population's size in each, same order
    Rule    Σ w·events/exposure, w being the stratum's part of the standard; gamma interval
    Source  Fay & Feuer 1997
    Fails   ValueError where a stratum of the standard holds nobody here
    >>> found = standardised_rate([10, 40], [1000, 1000], [500, 500])
    >>> round(found.value, 4), round(found.low, 4), round(found.high, 4)
    (0.025, 0.0186, 0.033)
    """
    counts, sizes = np.asarray(events, dtype=np.float64), np.asarray(exposures, dtype=np.float64)
    weights = np.asarray(standard, dtype=np.float64) / sum(standard)
    if not (sizes[weights > 0] > 0).all():
        raise ValueError("every stratum of the standard population needs somebody here")
    value = float((weights * counts / sizes).sum())
    variance = float((weights**2 * counts / sizes**2).sum())
    largest = float((weights / sizes).max())
    low = float(gamma.ppf(0.025, value**2 / variance, scale=variance / value)) if value else 0.0
    above, spread = value + largest, variance + largest**2
    return Rate(value, low, float(gamma.ppf(0.975, above**2 / spread, scale=spread / above)))
