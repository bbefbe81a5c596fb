"""When a control chart calls a point special: drawn by hand on lines of mean 0, limits ±3 and near-limits ±2."""

from __future__ import annotations

import pytest

from metrics.spc import Limits, xmr
from metrics.spc.rules import special_causes

LINES = Limits(mean=0, lower=-3, upper=3)
SHORT = {
    "common_cause": ".",
    "above_limit": "A",
    "below_limit": "B",
    "trend_rising": "R",
    "trend_falling": "F",
    "two_of_three_high": "H",
    "two_of_three_low": "L",
    "shift_high": "+",
    "shift_low": "-",
}


def drawn(values: list[float]) -> str:
    """One letter per point."""
    return "".join(SHORT[cause] for cause in special_causes(values, LINES))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # outside a limit: strictly
        ([0, 3.1, 0], ".A."),
        ([0, -3.1, 0], ".B."),
        ([0, 3.0, 0], "..."),
        # two of three near one limit, all three on its side of the mean; the third is not marked
        ([2.3, 0.2, 2.4], "H.H"),
        ([2.3, 2.4, 0.2], "HH."),
        ([-2.3, -2.4, -0.2], "LL."),
        ([2.3, 2.4, 2.5], "HHH"),
        ([2.3, -0.2, 2.4], "..."),  # the third is on the other side
        ([2.3, 0.0, 2.4], "..."),  # the third is on the mean
        ([3.5, 0.5, 2.3], "A.."),  # a point outside the limit is not near it
        ([2.3, 0.2, 0.3, 2.4], "...."),  # two of four
        ([2.0, 0.2, 2.4], "..."),  # on the near-limit is not beyond it
        # seven in a row on one side; a point on the mean breaks the run
        ([1, 0.5, 1, 0.5, 1, 0.5, 1], "+++++++"),
        ([1, 0.5, 1, 0.5, 1, 0.5], "......"),
        ([-1, -0.5, -1, -0.5, -1, -0.5, -1, 0.5], "-------."),
        ([1, 0.5, 1, 0.0, 1, 0.5, 1, 0.5], "........"),
        # seven strictly rising or falling, wherever they lie
        ([-1.5, -1, -0.5, 0, 0.5, 1, 1.5], "RRRRRRR"),
        ([1.5, 1, 0.5, 0, -0.5, -1, -1.5], "FFFFFFF"),
        ([-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5], "......."),
        # the stronger rule names the point
        ([0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 3.5], "RRRRRRA"),
        ([1, 2.3, 1, 2.4, 1, 0.5, 1], "+H+H+++"),
        # a turning point belongs to the trend that follows
        ([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1, 0.8, 0.6, 0.4, 0.2, 0], "RRRRRRFFFFFFF"),
        ([], ""),
    ],
)
def test_a_rule_marks_its_points(values: list[float], expected: str) -> None:
    assert drawn(values) == expected


BASELINE = [0.564, -0.564] * 10
"""Mean 0 and mean moving range 1.128: one standard deviation is 1, the limits are ±3.00 and the near-limits ±2.00."""


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ([3.5, 0.5, 2.3], ["above_limit", "common_cause", "common_cause"]),
        ([2.3, -0.2, 2.4], ["common_cause"] * 3),
        ([2.3, 0.2, 2.4], ["two_of_three_high", "common_cause", "two_of_three_high"]),
    ],
)
def test_two_of_three_tells_these_three_endings_apart(last: list[float], expected: list[str]) -> None:
    assert xmr([*BASELINE, *last], fix_after=20).special_cause[-3:] == expected
