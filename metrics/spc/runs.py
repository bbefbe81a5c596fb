"""Since when: where the stretch of points that gives the latest signal begins."""

from __future__ import annotations

from itertools import pairwise

from metrics.spc.individuals import Xmr
from metrics.spc.rules import near_a_limit, outside_a_limit, sides_of_mean


def run_start(chart: Xmr) -> int | None:
    """The position where the run behind the last shown point's special cause begins; None where there is none.

    Rule    a shift begins with the first point on that side of the mean, a trend with its first rise or fall, points
            outside a limit with the first of them, two of three with the first that is near the limit
    >>> from metrics.spc import xmr
    >>> run_start(xmr([1, 2, 1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6, 5, 6]))
    8
    """
    latest = chart.latest
    if latest is None or chart.special_cause[latest] == "common_cause":
        return None
    cause, lines = chart.special_cause[latest], chart.lines(latest)
    before = latest
    stretch: list[float] = []
    while before >= chart.phase_start[latest] and (value := chart.values[before]) is not None:
        stretch.insert(0, value)
        before -= 1
    if cause.startswith("two_of_three"):
        near = near_a_limit(stretch, lines)[-3:]
        return latest - 2 + next(at for at, mark in enumerate(near) if mark)
    if cause.startswith("trend"):
        steps = [(b > a) - (b < a) for a, b in pairwise(stretch)]
        return latest - _equal_at_the_end(steps)
    marks = sides_of_mean(stretch, lines) if cause.startswith("shift") else outside_a_limit(stretch, lines)
    return latest + 1 - _equal_at_the_end(marks)


def _equal_at_the_end(marks: list[int]) -> int:
    """How many marks at the end equal the last one."""
    return next((count for count, mark in enumerate(reversed(marks)) if mark != marks[-1]), len(marks))
