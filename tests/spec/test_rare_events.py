"""Charts of rare events: how many cases, or how long, between one event and the next."""

from __future__ import annotations

import pytest

from metrics.spc import g_chart, t_chart, xmr

GAP = None
CASES = [12, 30, 5, 18, 44, 9, 21, 15, 3, 27, 16, 11]
DAYS = [40, 12, 95, 30, 61, 8, 150, 33, 27, 70, 18, 52]


def test_far_more_cases_than_usual_between_two_events_is_outside() -> None:
    found = g_chart([*CASES, 120], direction="increase", fix_after=12)
    assert (found.special_cause[-1], found.variation) == ("above_limit", "improvement_high")


def test_no_number_of_cases_is_too_few() -> None:
    assert g_chart([*CASES, 0], fix_after=12).special_cause[-1] == "common_cause"


@pytest.mark.parametrize(
    ("waits", "sign"),
    [([10] * 7, "shift_low"), ([14] * 7, "common_cause"), ([16] * 7, "shift_high"), ([10] * 6, "common_cause")],
    ids=["under the median", "on either side of it", "over the median, under the mean", "six"],
)
def test_a_run_is_counted_about_the_median(waits: list[int], sign: str) -> None:
    """Mean 20, so the median is 13.86."""
    waits = [wait + (-1) ** at * (0 if sign.startswith("shift") else 1) for at, wait in enumerate(waits)]
    found = g_chart([*[5, 35] * 10, *waits], fix_after=20)
    assert found.special_cause[-1] == sign


def test_events_that_always_come_at_once_are_constant() -> None:
    assert g_chart([0] * 8).is_constant


def test_a_much_longer_time_than_usual_is_outside() -> None:
    assert t_chart([*DAYS, 900], fix_after=12).special_cause[-1] == "above_limit"


def test_times_are_judged_as_the_individual_values_of_their_powers() -> None:
    powers = [day ** (1 / 3.6) for day in DAYS]
    found, individual = t_chart(DAYS), xmr(powers, screen=False)
    assert found.special_cause == individual.special_cause
    assert found.mean[0] == pytest.approx((individual.mean[0] or 0) ** 3.6)


def test_two_events_on_one_day_are_no_time_apart() -> None:
    assert t_chart([*DAYS, 0]).values[-1] == 0


def test_a_gap_is_a_gap() -> None:
    assert (g_chart([*CASES, GAP]).values[-1], t_chart([*DAYS, GAP]).special_cause[-1]) == (None, "common_cause")


def test_times_that_never_vary_are_constant() -> None:
    chart = t_chart([30] * 8)
    assert (chart.is_constant, chart.mean[0]) == (True, 30)


@pytest.mark.parametrize("chart", [g_chart, t_chart])
def test_less_than_nothing_between_two_events_is_refused(chart: object) -> None:
    assert callable(chart)
    with pytest.raises(ValueError, match="less than nothing"):
        chart([3, -1])


@pytest.mark.parametrize("chart", [g_chart, t_chart])
def test_a_phase_starts_its_own_limits(chart: object) -> None:
    assert callable(chart)
    found = chart([*CASES, *[10 * case for case in CASES]], phases=[12])
    assert found.mean[12] > 5 * found.mean[0]
