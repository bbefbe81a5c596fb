"""Charts of rare events: how many cases (g) or how long (t) between one event and the next.

A count per period is nearly always 0 where events are rare; the room between them says more. Far between is high.
"""

from __future__ import annotations

from math import fsum, sqrt
from typing import Unpack

from metrics.spc.attribute_charts import RANGE_PER_SIGMA, SIGMAS
from metrics.spc.control_chart import ControlChart, Options, Phase, Reading, Values, drawn, position_after, shown
from metrics.spc.limits import Limits, mean_moving_range

T_POWER = 3.6
"""Waiting times to the power of 1 / 3.6 are near enough normal to be charted."""

MEDIAN_OF_MEAN = 0.693
"""The median wait between events that come by chance, in mean waits: ln 2."""


def g_chart(between: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of rare events by how many cases passed between one event and the next.

    In      between  cases since the event before, one per event, in order
            options  see `Options`
    Out     mean and limits in cases; the lower limit is always 0
    Rule    mean ± 3·√(mean·(mean + 1)). Most waits are shorter than their mean, so a run on one side is counted
            about the median, 0.693 of the mean: about the mean, runs below it would be everyday
    Source  Benneyan, Number-between g-type statistical quality control charts, 2001; Provost & Murray, 2011
    >>> chart = g_chart([3, 5, 4, 4, 60])
    >>> chart.mean[0], chart.lower[0], round(chart.upper[0], 2)
    (15.2, 0.0, 62.28)
    """
    return _g(between, **options)


def t_chart(between: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of rare events by how long passed between one event and the next, in days or any unit of time.

    In      between  time since the event before, one per event, in order; 0 where two came together
            options  see `Options`
    Out     mean and limits in the same unit, the lower limit cut to 0
    Rule    charted as individual values of the times to the power 1 / 3.6, and told back as times
    Source  Nelson, A control chart for parts-per-million nonconforming items, 1994; Montgomery, example 7.6
    >>> chart = t_chart([10, 14, 10, 14, 10, 14])
    >>> [round(limit, 1) for limit in (chart.mean[0], chart.lower[0], chart.upper[0])]
    [11.9, 4.2, 26.4]
    """
    return _t(between, **options)


def _g(
    between: Values, *, fix_after: int | None = None, screen: bool = False, **reading: Unpack[Reading]
) -> ControlChart:
    del screen  # no moving ranges here
    points = _not_negative(between)

    def judge(first: int, end: int) -> Phase:
        phase = points[first:end]
        known = [value for value in phase[: position_after(phase, fix_after)] if value is not None]
        if not known:
            return Phase([Limits(None, None, None)] * len(phase))
        mean = fsum(known) / len(known)
        upper = mean + SIGMAS * sqrt(mean * (mean + 1))
        if not mean:
            return Phase([Limits(mean, mean, mean)] * len(phase))
        middle = MEDIAN_OF_MEAN * mean
        scores = [None if value is None else SIGMAS * (value - middle) / (upper - middle) for value in phase]
        return Phase([Limits(mean, 0.0, upper)] * len(phase), scores)

    return drawn(points, judge, **reading)


def _t(
    between: Values, *, fix_after: int | None = None, screen: bool = False, **reading: Unpack[Reading]
) -> ControlChart:
    points = _not_negative(between)
    powers = [None if value is None else value ** (1 / T_POWER) for value in points]

    def judge(first: int, end: int) -> Phase:
        phase, size = powers[first:end], end - first
        base = position_after(phase, fix_after)
        known = [value for value in phase[:base] if value is not None]
        if not known:
            return Phase([Limits(None, None, None)] * size)
        if len(known) > 1 and min(known) == max(known):
            level = next(value for value in points[first:end] if value is not None)
            return Phase([Limits(level, level, level)] * size)
        mean, error = fsum(known) / len(known), mean_moving_range(phase[:base], screen=screen) / RANGE_PER_SIGMA
        if not error:
            return Phase([Limits(_time(mean), None, None)] * size)
        lines = Limits(_time(mean), _time(mean - SIGMAS * error), _time(mean + SIGMAS * error))
        return Phase([lines] * size, [None if value is None else (value - mean) / error for value in phase])

    return drawn(points, judge, **reading)


def _time(power: float) -> float:
    """The time whose power this is; below nothing there is no time."""
    return float(max(power, 0.0) ** T_POWER)


def _not_negative(between: Values) -> list[float | None]:
    points = shown(between)
    if any(value is not None and value < 0 for value in points):
        raise ValueError("there cannot be less than nothing between two events")
    return points
