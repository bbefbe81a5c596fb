"""Targets that change: by decision from a day, and along a trajectory from one level to another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics.scorecard import Signal, signal
from metrics.series import Target, levels, series
from tests.builders import an_indicator, cells

USUAL = [0.5, 0.6] * 8  # 2023 to 2026 by quarter: mean 0.55, limits 0.284-0.816


def a_target(value: float, from_on: str, to_on: str | None = None, end_value: float | None = None) -> Target:
    return Target(
        indicator_id="P2",
        organisation="region",
        value=value,
        end_value=end_value,
        from_on=date.fromisoformat(from_on),
        to_on=date.fromisoformat(to_on) if to_on else None,
        decision_id="B-2024-001",
    )


def of(targets: list[Target], values: list[Any] = USUAL) -> Signal:
    return signal(an_indicator(), series(cells(values), an_indicator(), "region"), targets, [])


@pytest.mark.parametrize(
    ("day", "level"),
    [("2024-01-01", 0.6), ("2024-03-31", 0.65), ("2025-01-01", 0.8), ("2023-05-05", 0.6), ("2025-09-09", 0.8)],
    ids=["sets out", "on the way", "arrives", "before", "after"],
)
def test_a_trajectory_is_a_straight_line_between_two_days(day: str, level: float) -> None:
    way = a_target(0.6, "2024-01-01", "2025-01-01", end_value=0.8)
    assert way.on(date.fromisoformat(day)) == pytest.approx(level, abs=1e-3)


def test_a_level_is_the_same_every_day() -> None:
    assert a_target(0.6, "2024-01-01").on(date(2029, 1, 1)) == 0.6


@pytest.mark.parametrize("to_on", [None, "2024-01-01"])
def test_a_trajectory_needs_a_day_to_arrive(to_on: str | None) -> None:
    with pytest.raises(ValueError, match="needs a last day"):
        a_target(0.6, "2024-01-01", to_on, end_value=0.8)


def test_each_period_has_the_level_of_its_last_day() -> None:
    shown = series(cells([0.5] * 5, first=date(2023, 10, 1)), an_indicator(), "region")
    way = a_target(0.0, "2024-01-01", "2024-12-31", end_value=3.65)
    assert levels(shown, [way]) == pytest.approx((None, 0.9, 1.81, 2.73, 3.65), abs=0.01)


def test_assurance_is_against_the_level_reached_at_the_last_point() -> None:
    """From 0.7, within usual variation, to 0.9, beyond it."""
    way = a_target(0.7, "2024-01-01", "2026-12-31", end_value=0.9)
    assert (of([way]).level, of([way]).assurance) == (0.9, "missed")
    assert of([way], USUAL[:8]).assurance == "hit_or_miss"


def test_the_sentence_names_the_level_of_that_day() -> None:
    way = a_target(0.7, "2024-01-01", "2026-12-31", end_value=0.9)
    assert "The target of 90% is missed consistently" in of([way]).sentence.en


def test_a_later_decision_takes_over_from_its_day() -> None:
    first, then = a_target(0.9, "2023-01-01"), a_target(0.2, "2026-01-01")
    assert (of([first, then]).assurance, of([first, then], USUAL[:8]).assurance) == ("met", "missed")
