"""Whether a cost moved from one side to the other after a change: drawn pairs of series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from metrics.cost_shift import CostShift, cost_shift
from metrics.problem import Text
from metrics.scorecard import Signal, signal
from metrics.series import series
from tests.builders import an_indicator, cells

COST = an_indicator(id="R1", name=Text(sv="Kostnad", en="Cost"), direction="neutral")
STILL = [5.0, 6.0] * 8  # 2023 to 2026 by quarter
CHANGED = date(2026, 12, 31)
UP, DOWN = [9.0, 9.5, 9.0, 9.5], [1.0, 1.5, 1.0, 1.5]
SAME = [5.0, 6.0, 5.0, 6.0]


def side(values: Sequence[Any], organisation: Any) -> Signal:
    return signal(COST, series(cells(values, indicator="R1", organisation=organisation), COST, organisation), [], [])


def shift(region: Sequence[Any], municipality: Sequence[Any], on: date = CHANGED) -> CostShift:
    return cost_shift(COST, side(region, "region"), side(municipality, "municipality"), on)


@pytest.mark.parametrize(
    ("region", "municipality", "found"),
    [
        ([*STILL, *DOWN], [*STILL, *UP], "opposite"),
        ([*STILL, *UP], [*STILL, *DOWN], "opposite"),
        ([*STILL, *UP], [*STILL, *UP], "none"),
        ([*STILL, *UP], [*STILL, *SAME], "none"),
        ([*STILL, *SAME], [*STILL, *SAME], "none"),
        ([*STILL, *SAME, *UP], [*STILL, *DOWN, *DOWN], "none"),  # one side moved a year later
        ([*STILL, *UP[:2]], [*STILL, *SAME[:2]], "too_early"),
        ([*STILL, *UP[:2]], [*STILL, *DOWN[:2]], "opposite"),  # plain already
        ([*STILL, *UP], [5.0, 6.0], "silent"),
        ([*STILL, *UP], [], "silent"),
    ],
    ids=["down and up", "up and down", "both up", "one", "neither", "late", "early", "early but plain", "few", "none"],
)
def test_opposite_signs_within_four_periods(region: list[Any], municipality: list[Any], found: str) -> None:
    assert shift(region, municipality).shift == found


def test_a_movement_that_had_begun_before_the_change_is_another_matter() -> None:
    before = date(2027, 3, 31)  # the first of four moved quarters is now before the change
    assert shift([*STILL, *UP, *UP], [*STILL, *DOWN, *DOWN], before).shift == "none"


def test_who_rose_and_since_when() -> None:
    found = shift([*STILL, *DOWN], [*STILL, *SAME[:1], *UP])
    assert (found.up, found.since) == (
        "municipality",
        {"region": date(2027, 1, 1), "municipality": date(2027, 4, 1)},
    )


def test_it_is_told_as_a_question_and_never_as_a_cause() -> None:
    assert shift([*STILL, *DOWN], [*STILL, *UP]).sentence.sv == (
        "Kostnad: inom fyra kvartal efter 31 december 2026 steg kommunen och sjönk regionen, båda utöver sin vanliga "
        "variation. Fråga om något har flyttats mellan organisationerna; siffrorna visar inte varför."
    )


@pytest.mark.parametrize(
    ("region", "en"),
    [
        ([*STILL, *SAME], "Cost: within four quarters of 31 December 2026 the organisations have not moved in opposite "
         "directions."),
        ([*STILL, *SAME[:1]], "Cost: it is too early to say whether anything has moved. It takes four quarters after "
         "31 December 2026."),
        ([], "Cost: it cannot be said whether anything has moved after 31 December 2026. At least one side has too few "
         "values."),
    ],
)  # fmt: skip
def test_what_is_not_found_is_said_too(region: list[Any], en: str) -> None:
    assert shift(region, [*STILL, *SAME]).sentence.en == en
