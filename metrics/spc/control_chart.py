"""A control chart of any kind: the lines, signs and icons of its points, phase by phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import isfinite, isnan
from typing import TypedDict

from metrics.indicator import Direction
from metrics.spc.icons import Assurance, PointType, Variation, assurance, point_type, variation
from metrics.spc.limits import ENOUGH, STANDARD, Limits
from metrics.spc.rules import SpecialCause, special_causes

Values = Sequence[float | None]
"""One per period, in order; None where a period is missing or hidden."""


class Reading(TypedDict, total=False):
    """How a chart's points are read.

    direction   which way is better: "increase", "decrease", or "neutral" where neither is
    target      one for all periods, or one per period with None where none is in force
    phases      positions where limits start anew; only a recorded decision gives one
    """

    direction: Direction
    target: float | Values | None
    phases: Sequence[int]


class Options(Reading, total=False):
    """How a chart's limits are computed, and its points read: what every chart may be told, always by name.

    fix_after   compute a phase's limits from its first shown points only, this many
    screen      leave out leaps when moving ranges are averaged; where none are averaged there is nothing to leave out
    """

    fix_after: int | None
    screen: bool


@dataclass(frozen=True, kw_only=True)
class ControlChart:
    """A control chart, point by point.

    Out     values          as given; None where nothing is shown
            mean, lower, upper  the lines of the point's phase, drawn through gaps; None where they cannot be known
            scores          where points have limits of their own: how far each lies from the middle, 3 being a limit;
                            None where values are judged by the lines themselves
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
    scores: list[float | None]
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


Rules = Callable[[Sequence[float], Limits, Sequence[float] | None], list[SpecialCause]]
"""From one unbroken stretch of values, its lines and its scores where it has any, to what is special in it."""


@dataclass(frozen=True)
class Phase:
    """How the points of one phase are judged.

    In      lines   one per point
            scores  one per point, None at gaps; None where the values are judged by the lines, which are then all alike
    """

    lines: Sequence[Limits]
    scores: Sequence[float | None] | None = None
    rules: Rules = special_causes


Judge = Callable[[int, int], Phase]
"""From the first position of a phase and the position after its last to how its points are judged."""


def drawn(
    values: Values,
    judge: Judge,
    *,
    direction: Direction = "neutral",
    target: float | Values | None = None,
    phases: Sequence[int] = (),
) -> ControlChart:
    """The chart of `values` whose phases are judged by `judge`.

    Rule    a gap ends every run and every trend: the rules are given one unbroken stretch at a time
    """
    points = shown(values)
    targets = _targets(target, len(points))
    lines: list[Limits] = []
    scores: list[float | None] = []
    causes: list[SpecialCause] = []
    starts: list[int] = []
    counts: list[int] = []
    for first, end in _phases(phases, len(points)):
        size, phase = end - first, judge(first, end)
        lines += phase.lines
        scores += phase.scores or [None] * size
        starts += [first] * size
        counts += [sum(value is not None for value in points[first:end])] * size
        causes += _causes(points[first:end], phase)
    latest = next((at for at in reversed(range(len(points))) if points[at] is not None), None)
    at = latest if latest is not None and counts[latest] >= ENOUGH else None
    return ControlChart(
        values=points,
        mean=[each.mean for each in lines],
        lower=[each.lower for each in lines],
        upper=[each.upper for each in lines],
        scores=scores,
        special_cause=causes,
        point_type=[point_type(cause, direction) for cause in causes],
        phase_start=starts,
        phase_points=counts,
        variation=None if at is None else variation(causes[at], direction),
        assurance=None if at is None else assurance(lines[at], targets[at], direction),
    )


def shown(values: Values) -> list[float | None]:
    """The values as a chart holds them: numbers, and None for every kind of nothing.

    Fails   ValueError for what is neither
    """
    return [_number(value) for value in values]


def position_after(phase: Values, count: int | None) -> int | None:
    """The position after the first `count` shown points; None where all count."""
    if count is None:
        return None
    at_shown = (at for at, value in enumerate(phase) if value is not None)
    return next((at + 1 for at in islice(at_shown, count - 1, None)), None)


def _number(value: float | None) -> float | None:
    if value is None or isnan(value):
        return None
    if not isfinite(value):
        raise ValueError("a control chart needs finite values; use None where a period has no value")
    return float(value)


def _targets(target: float | Values | None, length: int) -> list[float | None]:
    if target is None or isinstance(target, int | float):
        return [target] * length
    if len(target) != length:
        raise ValueError(f"{len(target)} targets for {length} values: give one target, or one per value")
    return list(target)


def _phases(phases: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Each phase as (first position, position after its last)."""
    edges = [0, *sorted({at for at in phases if 0 < at < length}), length]
    return pairwise(edges)


def _causes(points: Values, phase: Phase) -> list[SpecialCause]:
    """The special causes of one phase, stretch by stretch between its gaps."""
    lines = phase.lines[0] if phase.scores is None and phase.lines else STANDARD
    scores = phase.scores or [None] * len(points)
    causes: list[SpecialCause] = []
    stretch: list[float] = []
    scored: list[float] = []
    for value, score in zip([*points, None], [*scores, None], strict=True):
        if value is not None:
            stretch.append(value)
            scored += [] if score is None else [score]
            continue
        causes += phase.rules(stretch, lines, scored if phase.scores else None)
        causes.append("common_cause")
        stretch, scored = [], []
    return causes[: len(points)]
