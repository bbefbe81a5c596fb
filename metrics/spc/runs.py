"""Since when: the run of points behind a signal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.spc.control_chart import ControlChart
from metrics.spc.icons import side
from metrics.spc.limits import STANDARD
from metrics.spc.rules import SpecialCause, near_a_limit, outside_a_limit, shift, sides_of_mean


@dataclass(frozen=True)
class Run:
    """The points that make the last shown point special.

    In      cause   the rule that says most of them
            start   position of the first one
            length  how many they are
    """

    cause: SpecialCause
    start: int
    length: int


def present_run(chart: ControlChart) -> Run | None:
    """The run that ends with the last shown point; None where that point is chance.

    Rule    a shift begins with the first point on its side of the mean, a trend with the point it rises or falls from,
            points outside a limit with the first of them, two of three with the first that is near the limit.
            A point that is outside or near a limit *and* part of a shift is told as the shift: it says since when
    >>> from metrics.spc import xmr
    >>> present_run(xmr([1, 2, 1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6, 5, 6]))
    Run(cause='shift_high', start=8, length=8)
    """
    latest = chart.latest
    if latest is None or chart.special_cause[latest] == "common_cause":
        return None
    cause, scored = chart.special_cause[latest], chart.scores[latest] is not None
    stretch = _stretch(chart, chart.scores if scored else chart.values, latest)
    lines = STANDARD if scored else chart.lines(latest)
    if cause.startswith("trend"):
        values = _stretch(chart, chart.values, latest)
        length = 1 + _equal_at_the_end([(b > a) - (b < a) for a, b in pairwise(values)])
    elif held := shift(stretch, lines)[-1]:
        cause = "shift_high" if held > 0 else "shift_low"
        length = _equal_at_the_end(sides_of_mean(stretch, lines))
    elif cause.startswith("two_of_three"):
        near = near_a_limit(stretch, lines)[-3:]
        length = 3 - next(at for at, mark in enumerate(near) if mark)
    else:
        length = _equal_at_the_end(outside_a_limit(stretch, lines))
    return Run(cause, latest + 1 - length, length)


def sign_between(chart: ControlChart, first: int, last: int) -> tuple[int, int] | None:
    """The last sign of change that began and showed between two positions: (where it began, 1 up or -1 down).

    Rule    points special the same way, one after the other, are one sign; one that had begun before is not new
    >>> from metrics.spc import xmr
    >>> sign_between(xmr([1, 2, 1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6, 5, 6]), first=8, last=11)
    (8, 1)
    >>> sign_between(xmr([1, 2, 1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6, 5, 6]), first=9, last=12) is None
    True
    """
    sides = [side(cause) for cause in chart.special_cause]
    for at in reversed(range(first, min(last + 1, len(sides)))):
        began = at + 1 - _equal_at_the_end(sides[: at + 1])
        if sides[at] and began >= first:
            return began, sides[at]
    return None


def _stretch(chart: ControlChart, values: Sequence[float | None], latest: int) -> list[float]:
    """The unbroken points of one phase that end with the latest."""
    points: list[float] = []
    for value in reversed(values[chart.phase_start[latest] : latest + 1]):
        if value is None:
            break
        points.append(value)
    return points[::-1]


def _equal_at_the_end(marks: list[int]) -> int:
    """How many marks at the end equal the last one."""
    return next((count for count, mark in enumerate(reversed(marks)) if mark != marks[-1]), len(marks))
