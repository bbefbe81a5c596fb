"""The XmR chart: individual values and moving ranges, for a rate or mean over time."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.indicator import Direction
from metrics.spc.control_chart import ControlChart, Phase, Values, drawn, position_after, shown
from metrics.spc.limits import limits


def xmr(
    values: Values,
    *,
    direction: Direction = "neutral",
    target: float | Values | None = None,
    phases: Sequence[int] = (),
    screen: bool = True,
    fix_after: int | None = None,
) -> ControlChart:
    """The XmR chart of a series: its limits, what is special in it, and its two icons.

    In      values      one per period, in order, None where a period is missing or hidden; a gap is never filled in
            target      one for all periods, or one per period with None where none is in force
            phases      positions where limits start anew; only a recorded decision gives one
            screen      leave out leaps when the moving ranges are averaged
            fix_after   compute a phase's limits from its first shown points only, this many
    Rule    a gap ends every run and every trend, and no moving range is taken across it
    Source  Wheeler; NHS Making Data Count
    >>> chart = xmr([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 12], direction="increase", target=1)
    >>> chart.special_cause[-1], chart.variation, chart.assurance
    ('above_limit', 'improvement_high', 'met')
    """
    points = shown(values)

    def judge(first: int, end: int) -> Phase:
        phase = points[first:end]
        return Phase([limits(phase[: position_after(phase, fix_after)], screen=screen)] * len(phase))

    return drawn(points, judge, direction=direction, target=target, phases=phases)
