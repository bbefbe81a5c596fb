"""Beside the charts: what a decision did to a measure, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.components.indicator_side import added
from governance.entries import Contents, Target
from metrics.catalogue import by_id

FIXED = Target(
    indicator_id="L1", organisation="region", value=0.45, from_on=date(2023, 1, 1), to_on=None, decision_id="B-1"
)
RISING = replace(FIXED, end_value=0.8, to_on=date(2025, 12, 31))


def said(*targets: Target) -> list[str]:
    return [text.en for text in added(by_id("L1"), Contents(targets=targets))["B-1"]]


def test_a_target_is_told_with_its_first_day() -> None:
    assert said(FIXED) == ["Target 45% in the region from 2023-01-01"]


def test_a_trajectory_is_told_with_where_it_goes_and_when() -> None:
    assert said(RISING) == ["Target 45% in the region from 2023-01-01, evenly to 80% on 2025-12-31"]


def test_both_organisations_alike_are_told_once_and_another_end_apart() -> None:
    both = (RISING, replace(RISING, organisation="municipality"))
    assert said(*both) == ["Target 45% on both sides from 2023-01-01, evenly to 80% on 2025-12-31"]
    assert len(said(RISING, replace(RISING, organisation="municipality", end_value=0.7))) == 2
