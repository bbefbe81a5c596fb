"""Time to an event and seasons against data that every textbook uses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from statsmodels.datasets import co2

from metrics.season import season
from metrics.survival import Curve, curve, log_rank

TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
"""Weeks in remission of 42 children with leukaemia; + still in remission when last seen (Freireich 1963)."""


def weeks(text: str) -> list[tuple[float, bool]]:
    return [(float(each.rstrip("+")), not each.endswith("+")) for each in text.split()]


def curve_of(text: str) -> Curve:
    return curve([time for time, _ in weeks(text)], [came for _, came in weeks(text)])


@pytest.mark.parametrize(
    ("week", "waiting"),
    [(6, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482)],
)
def test_the_share_in_remission(week: float, waiting: float) -> None:
    found = curve_of(TREATED)
    assert found.waiting[found.times.index(week)] == pytest.approx(waiting, abs=5e-5)


def test_its_limits_after_six_weeks() -> None:
    found = curve_of(TREATED)
    at = found.times.index(6)
    assert (found.low[at], found.high[at]) == pytest.approx((0.6197, 0.9516), abs=5e-5)


@pytest.mark.parametrize(("text", "median"), [(TREATED, 23), (PLACEBO, 8)])
def test_the_median(text: str, median: float) -> None:
    assert curve_of(text).median == median


def test_the_two_groups_compared() -> None:
    found = log_rank(weeks(TREATED), weeks(PLACEBO))
    assert found is not None
    assert found.statistic == pytest.approx(16.792941, abs=5e-7)
    assert found.p == pytest.approx(4.1688e-05, rel=5e-5)


def carbon_dioxide() -> Any:
    """Monthly means at Mauna Loa, 1959-1987; the example repeats the month before in three months without one."""
    monthly = co2.load_pandas().data["co2"].resample("MS").mean()
    return monthly["1959-01":"1987-12"].ffill().tolist()


def test_the_season_of_carbon_dioxide() -> None:
    found = season(carbon_dioxide(), per_year=12)
    assert found is not None
    assert found.seasonal[:4] == pytest.approx((-0.1858, 0.5840, 1.0149, 2.0294), abs=5e-5)
    assert found.trend[:2] == pytest.approx((315.5525, 315.6293), abs=5e-5)
    assert found.strength == pytest.approx(0.9852, abs=5e-5)


def test_the_three_parts_add_up_to_the_series() -> None:
    values = carbon_dioxide()
    found = season(values, per_year=12)
    assert found is not None
    sums = np.array(found.trend) + np.array(found.seasonal) + np.array(found.rest)
    assert len(values) == 348
    assert float(np.abs(sums - np.array(values)).max()) == pytest.approx(0.0, abs=1e-9)
