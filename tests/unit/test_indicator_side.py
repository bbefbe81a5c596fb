"""Beside the charts: what a decision did to a measure, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.components.indicator_side import added, cannot_show
from governance.entries import Contents, Target
from metrics.catalogue import by_id
from metrics.caveats import CAVEATS
from metrics.prices import PriceIndex
from metrics.problem import Text

FIXED = Target(
    indicator_id="L1", organisation="region", value=0.45, from_on=date(2023, 1, 1), to_on=None, decision_id="B-1"
)
RISING = replace(FIXED, end_value=0.8, to_on=date(2025, 12, 31))


def said(*targets: Target) -> list[str]:
    return [text.en for text in added(by_id("L1"), Contents(targets=targets))["B-1"]]


def test_a_target_is_told_with_its_first_day() -> None:
    assert said(FIXED) == ["Target 45% in the region from 1 January 2023"]


def test_a_trajectory_is_told_with_where_it_goes_and_when() -> None:
    assert said(RISING) == ["Target 45% in the region from 1 January 2023, evenly to 80% on 31 December 2025"]


def test_both_organisations_alike_are_told_once_and_another_end_apart() -> None:
    both = (RISING, replace(RISING, organisation="municipality"))
    assert said(*both) == ["Target 45% on both sides from 1 January 2023, evenly to 80% on 31 December 2025"]
    assert len(said(RISING, replace(RISING, organisation="municipality", end_value=0.7))) == 2


# --- whose prices -----------------------------------------------------------------------------------------------

INDEX = PriceIndex(
    name=Text(sv="prisindex", en="price index"),
    published_on=date(2026, 2, 20),
    grain="year",
    values={date(2025, 1, 1): 100.0},
)


def test_fixed_prices_are_named_in_place_of_the_limit_they_remove() -> None:
    shown = cannot_show(by_id("R1"), INDEX, "en")
    assert "In 2025 prices by the price index, published 20 February 2026." in shown
    assert CAVEATS["current_prices"].en not in shown


def test_without_an_index_kronor_are_in_current_prices() -> None:
    assert CAVEATS["current_prices"].en in cannot_show(by_id("R1"), None, "en")


def test_a_share_of_costs_keeps_its_limits() -> None:
    assert cannot_show(by_id("R2"), INDEX, "en") == cannot_show(by_id("R2"), None, "en")
