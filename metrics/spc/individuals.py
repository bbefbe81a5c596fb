"""The XmR chart: individual values and moving ranges, for a rate or mean over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import isfinite, isnan

from metrics.indicator import Direction
from metrics.spc.icons import Assurance, PointType, Variation, assurance, point_type, variation
from metrics.spc.limits import ENOUGH, Limits, limits
from metrics.spc.rules import SpecialCause, special_causes


@dataclass(frozen=True, kw_only=True)
class Xmr:
    """A control chart, point by point.

    Out     values          as given; None where nothing is shown
            mean, lower, upper  the lines of the point's phase, drawn through gaps; None where they cannot be known
            special_cause, point_type  the first rule that holds, and what it means; never anything at a gap
            phase_start     the position where the point's phase begins
            phase_points    shown points in the point's phase
            variation       icon of the last shown point; None where its phase has fewer than seven points
            assurance       icon of the target in force at that point; None likewise, and where there is no direction
    """

    values: list[float | None]
    mean: list[float | None]
    lower: list[float | None]
    upper: list[float | None]
    special_cause: list[SpecialCause]
    point_type: list[PointType]
    phase_start: list[int]
    phase_points: list[int]
    variation: Variation | None
    assurance: Assurance | None

    @property
    def latest(self) -> int | None:
        """The position of the last shown point."""
        return next((at for at in reversed(range(len(self.values))) if self.values[at] is not None), None)

    @property
    def is_constant(self) -> bool:
        """Whether the phase of the last shown point never varied."""
        return self.latest is not None and self.lines(self.latest).is_constant

    def lines(self, at: int) -> Limits:
        """The lines at one position."""
        return Limits(self.mean[at], self.lower[at], self.upper[at])


def xmr(
    values: Sequence[float | None],
    *,
    direction: Direction = "neutral",
    target: float | Sequence[float | None] | None = None,
    phases: Sequence[int] = (),
    screen: bool = True,
    fix_after: int | None = None,
) -> Xmr:
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
    points = [_number(value) for value in values]
    targets = _targets(target, len(points))
    mean: list[float | None] = []
    lower: list[float | None] = []
    upper: list[float | None] = []
    causes: list[SpecialCause] = []
    starts: list[int] = []
    counts: list[int] = []
    for first, end in _phases(phases, len(points)):
        phase = points[first:end]
        lines = limits(phase[: _position_after(phase, fix_after)], screen=screen)
        size = len(phase)
        mean += [lines.mean] * size
        lower += [lines.lower] * size
        upper += [lines.upper] * size
        starts += [first] * size
        counts += [sum(value is not None for value in phase)] * size
        causes += _causes(phase, lines)
    latest = next((at for at in reversed(range(len(points))) if points[at] is not None), None)
    judged = latest is not None and counts[latest] >= ENOUGH
    at = latest if latest is not None and judged else None
    return Xmr(
        values=points,
        mean=mean,
        lower=lower,
        upper=upper,
        special_cause=causes,
        point_type=[point_type(cause, direction) for cause in causes],
        phase_start=starts,
        phase_points=counts,
        variation=None if at is None else variation(causes[at], direction),
        assurance=None if at is None else assurance(Limits(mean[at], lower[at], upper[at]), targets[at], direction),
    )


def _number(value: float | None) -> float | None:
    if value is None or isnan(value):
        return None
    if not isfinite(value):
        raise ValueError("a control chart needs finite values; use None where a period has no value")
    return float(value)


def _targets(target: float | Sequence[float | None] | None, length: int) -> list[float | None]:
    if target is None or isinstance(target, int | float):
        return [target] * length
    if len(target) != length:
        raise ValueError(f"{len(target)} targets for {length} values: give one target, or one per value")
    return list(target)


def _phases(phases: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Each phase as (first position, position after its last)."""
    edges = [0, *sorted({at for at in phases if 0 < at < length}), length]
    return pairwise(edges)


def _position_after(phase: Sequence[float | None], count: int | None) -> int | None:
    """The position after the first `count` shown points; None where all count."""
    if count is None:
        return None
    shown = (at for at, value in enumerate(phase) if value is not None)
    return next((at + 1 for at in islice(shown, count - 1, None)), None)


def _causes(phase: Sequence[float | None], lines: Limits) -> list[SpecialCause]:
    """The special causes of one phase, stretch by stretch between its gaps."""
    causes: list[SpecialCause] = []
    stretch: list[float] = []
    for value in [*phase, None]:
        if value is not None:
            stretch.append(value)
            continue
        causes += special_causes(stretch, lines)
        causes.append("common_cause")
        stretch = []
    return causes[: len(phase)]
