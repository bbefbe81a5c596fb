"""Whether another kind of chart would fit a series better, and when limits look surer than they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.indicator import Chart
from metrics.spc.attribute_charts import RATE, SHARE, dispersion
from metrics.spc.control_chart import ControlChart, Values
from metrics.spc.limits import ENOUGH, SETTLED

Advice = Literal["few", "rare", "wider_than_chance", "sizes_differ", "skewed", "follows_itself"]
"""few                too few points for settled limits: a run chart
rare               more periods without the event than with it: the time between events
wider_than_chance  periods vary more than chance would have them: Laney's limits
sizes_differ       periods count very different numbers: limits that follow the number
skewed             values lie lopsided about their middle: a run chart
follows_itself     a value lies close to the one before it: limits from moving ranges are too narrow"""

WIDER = 1.5
"""Times wider than chance from which plain limits of counts mislead."""

UNLIKE = 4.0
"""The largest denominator over the smallest from which one pair of limits cannot serve both: theirs differ by half."""

LOPSIDED = 0.4
"""How much further the upper tenth lies from the median than the lower, over the distance between them."""

CLOSE = 0.5
"""The correlation of a value with the one before it from which limits are clearly too narrow."""


def advice(kind: Chart, chart: ControlChart, numerators: Values, denominators: Values) -> tuple[Advice, ...]:
    """What to know of a chart: other kinds that fit better, and what makes its limits too narrow.

    In      kind  how it is drawn
            chart, numerators, denominators  position by position; only the phase of the last shown point is judged
    Rule    a change is no reason to doubt a chart: lopsidedness is looked for among the points of chance, and likeness
            to the value before once the largest step has been taken out
    """
    at = chart.latest
    if at is None or chart.is_constant or chart.phase_points[at] < ENOUGH:
        return ()
    first = chart.phase_start[at]
    values, causes = chart.values[first : at + 1], chart.special_cause[first : at + 1]
    counts, sizes = numerators[first : at + 1], denominators[first : at + 1]
    usual = [
        value for value, cause in zip(values, causes, strict=True) if value is not None and cause == "common_cause"
    ]
    rare = _mostly_zero(values)
    found: list[tuple[Advice, bool]] = [
        ("few", kind != "run" and chart.phase_points[at] < SETTLED),
        ("rare", rare),
        ("wider_than_chance", kind in ("p", "u") and _wide(kind, counts, sizes)),
        ("sizes_differ", kind == "xmr" and _unlike(counts, sizes)),
        ("skewed", kind != "run" and not rare and len(usual) >= SETTLED and abs(lopsidedness(usual)) > LOPSIDED),
        ("follows_itself", chart.phase_points[at] >= SETTLED and likeness_to_the_one_before(values) > CLOSE),
    ]
    return tuple(name for name, holds in found if holds)


def lopsidedness(values: Sequence[float]) -> float:
    """How lopsided values lie about their median: 0 where both tails are alike, towards 1 where the upper is long.

    Rule    from tenths, so that one far value is not taken for lopsidedness
    Source  Hinkley 1975
    >>> lopsidedness([1, 2, 3, 4, 5]), round(lopsidedness([0, 0, 1, 1, 2, 4, 8, 16]), 2)
    (0.0, 0.71)
    """
    low, middle, high = (float(each) for each in np.quantile(values, (0.1, 0.5, 0.9)))
    return 0.0 if low == high else (high + low - 2 * middle) / (high - low)


def likeness_to_the_one_before(values: Values) -> float:
    """The lag-one correlation of what is left of the values once their largest step is taken out; 0 where none is left.

    Rule    pairs across a gap do not count; a lasting change is a step, and is not taken for likeness

    >>> round(likeness_to_the_one_before([1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0, 0]), 2)
    0.53
    >>> likeness_to_the_one_before([1.0, 2.0] * 6 + [8.0, 9.0] * 6) < 0
    True
    """
    shown = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    if np.count_nonzero(~np.isnan(shown)) < 2:
        return 0.0
    left = _without_the_largest_step(shown)
    pairs = left[:-1] * left[1:]
    variance = float(np.nanmean(left**2))
    if variance < _NOTHING or np.isnan(pairs).all():
        return 0.0
    return float(np.nanmean(pairs)) / variance


_NOTHING = 1e-18


def _without_the_largest_step(shown: NDArray[np.float64]) -> NDArray[np.float64]:
    """The values less the level of their part, cut in two where that leaves the least of them."""
    at = np.flatnonzero(~np.isnan(shown))
    sizes = np.arange(1, len(at))
    before = np.cumsum(shown[at])
    first, second = before[:-1], before[-1] - before[:-1]
    explained = first**2 / sizes + second**2 / (len(at) - sizes)
    cut = int(at[int(np.argmax(explained)) + 1])
    return np.concatenate([shown[:cut] - np.nanmean(shown[:cut]), shown[cut:] - np.nanmean(shown[cut:])])


def _mostly_zero(values: Values) -> bool:
    known = [value for value in values if value is not None]
    return 2 * sum(value == 0 for value in known) > len(known)


def _wide(kind: Chart, counts: Values, sizes: Values) -> bool:
    return (dispersion(counts, sizes, SHARE if kind == "p" else RATE) or 0.0) > WIDER


def _unlike(counts: Values, sizes: Values) -> bool:
    known = [size for count, size in zip(counts, sizes, strict=True) if count is not None and size]
    return bool(known) and max(known) > UNLIKE * min(known)
