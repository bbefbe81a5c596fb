"""Whether two twins move together: drawn pairs of series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from metrics.alignment import Alignment, align
from metrics.spc import xmr

STILL = [5.0, 6.0] * 6
UP = [*STILL, *[9.0, 10.0] * 4]
DOWN = [*STILL, *[1.0, 2.0] * 4]
BLIP = [*STILL, 15.0]
OLD_BLIP = [*BLIP, 5.0, 6.0]
DIP = [*STILL, -4.0]
FEW = [5.0, 6.0, 5.0]
HIDDEN = [*UP, None]


def movement(region: Sequence[float | None] | None, municipality: Sequence[float | None] | None) -> str | None:
    charts = [None if values is None else xmr(values) for values in (region, municipality)]
    return align("identical", *charts).movement


@pytest.mark.parametrize(
    ("region", "municipality", "expected"),
    [
        (STILL, STILL, "together"),
        (UP, UP, "together"),
        (DOWN, DOWN, "together"),
        (UP, STILL, "apart"),
        (STILL, DOWN, "apart"),
        (UP, DOWN, "apart"),
        (BLIP, STILL, "apart"),
        (BLIP, UP, "together"),
        (BLIP, DIP, "apart"),
        (OLD_BLIP, STILL, "together"),
        (OLD_BLIP, UP, "apart"),
        (HIDDEN, UP, "one_silent"),
        (UP, FEW, "one_silent"),
        (UP, None, "one_silent"),
        (None, None, "one_silent"),
        ([], UP, "one_silent"),
    ],
)
def test_movement_is_read_from_the_present_signals(region: Any, municipality: Any, expected: str) -> None:
    assert movement(region, municipality) == expected


def test_chance_on_both_sides_never_sets_them_apart() -> None:
    assert movement(STILL, [value + step / 100 for step, value in enumerate(STILL[::-1])]) == "together"


def test_parts_of_one_sum_have_no_movement() -> None:
    assert align("comparable", xmr(UP), xmr(DOWN), parts_of_one_sum=True) == Alignment("comparable", None)


@pytest.mark.parametrize("grade", ["identical", "comparable", "not_comparable"])
def test_the_grade_is_that_of_the_definitions(grade: Any) -> None:
    assert align(grade, xmr(UP), xmr(UP)) == Alignment(grade, "together")
