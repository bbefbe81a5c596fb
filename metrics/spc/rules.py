"""The four rules that tell a special cause from chance, one function each, in order of precedence.

Every rule is given one unbroken stretch: consecutive shown points of one phase. A gap or new limits therefore
end every run, because no rule can see past them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Literal

from metrics.spc.limits import NEAR, Limits

SpecialCause = Literal[
    "common_cause",
    "above_limit",
    "below_limit",
    "trend_rising",
    "trend_falling",
    "two_of_three_high",
    "two_of_three_low",
    "shift_high",
    "shift_low",
]

RUN = 7
"""Points in a row that make a trend or a shift."""

Sides = list[int]
"""Per point: 1 where the rule holds upwards, -1 downwards, 0 where it does not hold."""


def special_causes(
    stretch: Sequence[float], lines: Limits, scores: Sequence[float] | None = None
) -> list[SpecialCause]:
    """Per point of a stretch, the first rule that holds.

    In      scores  where points have limits of their own: the points in standard errors, which `lines` then are too.
                    A trend is still one of the values, since that is what the reader sees rise or fall
    Source  NHS Making Data Count, as the R package NHSRplotthedots computes it
    >>> special_causes([2.3, 0.2, 2.4], Limits(0, -3, 3))
    ['two_of_three_high', 'common_cause', 'two_of_three_high']
    """
    found: list[SpecialCause] = ["common_cause"] * len(stretch)
    for rule, high, low in reversed(RULES):
        judged = stretch if scores is None or rule is trend else scores
        for at, side in enumerate(rule(judged, lines)):
            if side:
                found[at] = high if side > 0 else low
    return found


def outside_a_limit(stretch: Sequence[float], lines: Limits) -> Sides:
    """Points strictly outside the limits."""
    if lines.lower is None or lines.upper is None:
        return [0] * len(stretch)
    return [(value > lines.upper) - (value < lines.lower) for value in stretch]


def trend(stretch: Sequence[float], _: Limits) -> Sides:
    """Points of seven or more that strictly rise or strictly fall.

    Rule    where two trends touch, the point between them takes the direction of the step that follows it, as the
            reference does: at a turning point that is the later trend
    >>> trend([1, 2, 3, 4, 5, 6, 7, 7], Limits(None, None, None))
    [1, 1, 1, 1, 1, 1, 1, 0]
    """
    steps = [(b > a) - (b < a) for a, b in pairwise(stretch)]
    marks = [0] * len(stretch)
    for first, last, side in _runs(steps):
        if side and last - first + 2 >= RUN:
            marks[first : last + 2] = [side] * (last - first + 2)
    for at, step in enumerate(steps):
        if step and marks[at] and marks[at + 1]:
            marks[at] = step
    return marks


def two_of_three(stretch: Sequence[float], lines: Limits) -> Sides:
    """Points near a limit, where two of three in a row are near it and all three lie on its side of the mean."""
    near, marks = near_a_limit(stretch, lines), [0] * len(stretch)
    if not any(near):
        return marks
    side = sides_of_mean(stretch, lines)
    for first in range(len(stretch) - 2):
        window = range(first, first + 3)
        if abs(sum(side[at] for at in window)) == 3 and sum(abs(near[at]) for at in window) >= 2:
            for at in window:
                marks[at] = near[at] or marks[at]
    return marks


def shift(stretch: Sequence[float], lines: Limits) -> Sides:
    """Points of seven or more in a row on one side of the mean; a point on the mean breaks the run."""
    marks = [0] * len(stretch)
    for first, last, side in _runs(sides_of_mean(stretch, lines)):
        if side and last - first + 1 >= RUN:
            marks[first : last + 1] = [side] * (last - first + 1)
    return marks


RULES: tuple[tuple[Callable[[Sequence[float], Limits], Sides], SpecialCause, SpecialCause], ...] = (
    (outside_a_limit, "above_limit", "below_limit"),
    (trend, "trend_rising", "trend_falling"),
    (two_of_three, "two_of_three_high", "two_of_three_low"),
    (shift, "shift_high", "shift_low"),
)
"""All rules, the strongest first: (rule, its name upwards, its name downwards)."""


def sides_of_mean(stretch: Sequence[float], lines: Limits) -> Sides:
    """Per point: above the mean, below it, or on it."""
    mean = lines.mean
    return [0 if mean is None else (value > mean) - (value < mean) for value in stretch]


def near_a_limit(stretch: Sequence[float], lines: Limits) -> Sides:
    """Points inside the limits but beyond two thirds of the way to one of them."""
    if lines.mean is None or lines.lower is None or lines.upper is None:
        return [0] * len(stretch)
    high = lines.mean + NEAR * (lines.upper - lines.mean)
    low = lines.mean + NEAR * (lines.lower - lines.mean)
    return [(high < value <= lines.upper) - (lines.lower <= value < low) for value in stretch]


def _runs(marks: Sides) -> list[tuple[int, int, int]]:
    """Stretches of equal marks: (first, last, mark)."""
    runs = []
    first = 0
    for mark, equal in groupby(marks):
        length = len(list(equal))
        runs.append((first, first + length - 1, mark))
        first += length
    return runs
