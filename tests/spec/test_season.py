"""Seasons: taken out where the whole series allows it, otherwise the same period last year."""

from __future__ import annotations

from typing import Any

import pytest
from numpy.random import default_rng

from metrics.season import same_period_last_year, season

YEARS = [10.0, 20.0, 30.0, 20.0] * 8


def test_a_season_that_returns_every_year_is_strong() -> None:
    found = season(YEARS, per_year=4)
    assert found is not None
    assert (found.is_strong, [round(value) for value in found.adjusted]) == (True, [20] * 32)


@pytest.mark.parametrize(("years", "strong"), [(7, False), (8, True)])
def test_under_eight_years_no_season_is_called_strong(years: int, strong: bool) -> None:
    found = season(YEARS[: 4 * years], per_year=4)
    assert found is not None
    assert (found.strength > 0.64, found.is_strong) == (True, strong)


def test_chance_has_a_weak_season_in_ten_years_though_two_would_seem_to_have_a_strong_one() -> None:
    values = default_rng(1).normal(size=40).tolist()
    long, short = season(values, per_year=4), season(values[:8], per_year=4)
    assert long is not None
    assert short is not None
    assert (long.strength < 0.64, short.strength > 0.99, short.is_strong) == (True, True, False)


def test_a_constant_series_has_no_season() -> None:
    found = season([4.0] * 24, per_year=4)
    assert found is not None
    assert found.strength == 0.0


@pytest.mark.parametrize(
    ("values", "per_year"),
    [([*YEARS, None], 4), ([*YEARS, float("nan")], 4), (YEARS[:7], 4), (YEARS, 1), ([], 4)],
    ids=["a gap", "not a number", "under two years", "one period a year", "nothing"],
)
def test_a_season_needs_two_whole_years_without_a_gap(values: list[Any], per_year: int) -> None:
    assert season(values, per_year) is None


def test_the_same_period_last_year_needs_only_the_two() -> None:
    assert same_period_last_year([1, 2, 3, 4, 5, None, 9, 4], per_year=4) == (None, None, None, None, 4, None, 6, 0)
