"""What a gap, a new phase, a short series and a target that changes do to a control chart."""

from __future__ import annotations

import pytest

from metrics.spc import xmr
from metrics.spc.runs import Run, present_run

LOW_HIGH = [1.0, 2.0] * 7  # mean 1.5, every moving range 1
GAP = None


# --- gaps ------------------------------------------------------------------------------------------------------


def test_a_gap_adds_no_moving_range() -> None:
    """1, 2, gap, 9, 10: the ranges are 1 and 1; the leap from 2 to 9 was not seen and does not widen the limits."""
    chart = xmr([1, 2, GAP, 9, 10])
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == (5.5, 5.5 - 2.66, 5.5 + 2.66)


def test_the_lines_are_drawn_through_a_gap() -> None:
    chart = xmr([*LOW_HIGH, GAP, 1])
    assert (chart.mean[14], chart.lower[14], chart.upper[14]) == (chart.mean[0], chart.lower[0], chart.upper[0])


def test_a_gap_is_not_filled_in() -> None:
    assert xmr([1, GAP, 3]).values == [1, None, 3]


@pytest.mark.parametrize(
    ("run", "marked"),
    [([1.0] * 7, 7), ([1.0, 1.0, 1.0, GAP, 1.0, 1.0, 1.0, 1.0], 0), ([1.0] * 7 + [GAP, 1.0], 7)],
    ids=["unbroken", "broken in the middle", "broken after seven"],
)
def test_a_gap_ends_a_run_on_one_side_of_the_mean(run: list[float | None], marked: int) -> None:
    chart = xmr([*[0.0, 2.0, -2.0] * 10, *run])
    assert chart.special_cause.count("shift_high") == marked


@pytest.mark.parametrize(
    ("values", "trend"), [([1, 2, 3, 4, 5, 6, 7], True), ([1, 2, 3, 4, GAP, 6, 7, 8], False)], ids=["whole", "broken"]
)
def test_a_gap_ends_a_trend(values: list[float | None], trend: bool) -> None:
    noise = [4.0, 40.0, -32.0, 4.0, 40.0, -32.0, 9.0]
    assert ("trend_rising" in xmr([*noise, *values]).special_cause) == trend


def test_the_icon_is_that_of_the_last_shown_point() -> None:
    shown, then_silent = xmr([*LOW_HIGH, 9.0], direction="increase"), xmr([*LOW_HIGH, 9.0, GAP], direction="increase")
    assert shown.variation == then_silent.variation == "improvement_high"


# --- phases ----------------------------------------------------------------------------------------------------


def test_limits_start_anew_where_a_phase_begins() -> None:
    chart = xmr([*LOW_HIGH, *[11.0, 12.0] * 7], phases=[14])
    assert (chart.mean[13], chart.mean[14]) == (1.5, 11.5)


def test_the_step_between_two_phases_widens_neither() -> None:
    chart = xmr([*LOW_HIGH, *[11.0, 12.0] * 7], phases=[14])
    assert (chart.upper[0], chart.upper[14]) == (1.5 + 2.66, 11.5 + 2.66)


def test_a_run_does_not_cross_into_the_next_phase() -> None:
    rising = [1.0, 2, 3, 4, 5, 6, 7, 8]
    assert "trend_rising" in xmr(rising).special_cause
    assert "trend_rising" not in xmr(rising, phases=[4]).special_cause


def test_a_phase_that_would_begin_outside_the_series_is_none() -> None:
    assert xmr(LOW_HIGH, phases=[0, 14, 99]) == xmr(LOW_HIGH)


def test_limits_fixed_after_so_many_points_count_shown_points() -> None:
    assert xmr([1, GAP, 2, 50, 60], fix_after=2).mean[0] == 1.5


# --- short, constant and nearly constant -----------------------------------------------------------------------


@pytest.mark.parametrize(("points", "icon"), [(6, None), (7, "common_cause")])
def test_an_icon_needs_seven_points(points: int, icon: str | None) -> None:
    assert xmr([1, 2, 1, 2, 1, 2, 1][:points]).variation == icon


@pytest.mark.parametrize(("points", "icon"), [(6, None), (7, "hit_or_miss")])
def test_assurance_needs_seven_points(points: int, icon: str | None) -> None:
    assert xmr([1, 2, 1, 2, 1, 2, 1][:points], direction="increase", target=1.5).assurance == icon


def test_a_new_phase_needs_its_own_seven_points() -> None:
    assert xmr([*LOW_HIGH, *[11.0, 12.0] * 3], phases=[14]).variation is None


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [(1.0, "increase", "met"), (0.74, "increase", "missed"), (0.74, "decrease", "met"), (0.75, "decrease", "met")],
)
def test_a_constant_series_meets_its_target_or_does_not(value: float, direction: str, expected: str) -> None:
    assert xmr([value] * 8, direction=direction, target=0.75).assurance == expected  # type: ignore[arg-type]


def test_a_constant_series_has_no_special_cause() -> None:
    assert set(xmr([1.0] * 40).special_cause) == {"common_cause"}


def test_a_constant_series_that_breaks_once_flags_the_break_and_not_all_the_rest() -> None:
    """Screening would drop the only moving ranges there are, and put every point outside limits of no width."""
    chart = xmr([1.0] * 20 + [0.9])
    assert [at for at, cause in enumerate(chart.special_cause) if cause.endswith("_limit")] == [20]


def test_values_that_never_vary_between_neighbours_and_yet_differ_have_no_limits() -> None:
    chart = xmr([1, 1, GAP, 2, 2])
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == (1.5, None, None)


def test_a_series_without_a_value_has_no_lines() -> None:
    chart = xmr([GAP, GAP])
    assert (chart.mean, chart.variation, chart.latest) == ([None, None], None, None)


# --- targets ---------------------------------------------------------------------------------------------------


def test_assurance_is_against_the_target_in_force_at_the_last_point() -> None:
    targets = [0.0] * 13 + [9.0]
    assert xmr(LOW_HIGH, direction="increase", target=targets).assurance == "missed"


def test_a_target_that_has_ended_is_not_judged() -> None:
    assert xmr(LOW_HIGH, direction="increase", target=[0.0] * 13 + [None]).assurance is None


def test_without_a_direction_no_target_is_met_or_missed() -> None:
    assert xmr(LOW_HIGH, direction="neutral", target=9).assurance is None


def test_targets_must_be_one_or_one_per_value() -> None:
    with pytest.raises(ValueError, match="2 targets for 14 values"):
        xmr(LOW_HIGH, target=[1, 2])


def test_an_infinite_value_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        xmr([1, float("inf")])


def test_a_value_that_is_not_a_number_is_a_gap() -> None:
    assert xmr([1, float("nan"), 2]).values == [1, None, 2]


# --- since when ------------------------------------------------------------------------------------------------


NOISE = [0.564, -0.564] * 10


@pytest.mark.parametrize(
    ("values", "run"),
    [
        (LOW_HIGH, None),
        ([*LOW_HIGH, 9.0], Run("above_limit", start=14, length=1)),
        ([*LOW_HIGH * 2, 9.0, 1.0, 9.0, 9.0], Run("above_limit", start=30, length=2)),
        ([*[9.0, 3.0] * 9, 2, 3, 4, 5, 6, 7, 8, 9], Run("trend_rising", start=18, length=8)),
        ([*[0.0, 1.0] * 10, *[2.0, 3.0] * 4], Run("shift_high", start=20, length=8)),  # its last point is near a limit
    ],
    ids=["chance", "outside once", "outside twice", "trend", "shift"],
)
def test_the_present_run(values: list[float], run: Run | None) -> None:
    assert present_run(xmr(values)) == run


def test_two_of_three_begins_with_the_first_point_near_the_limit() -> None:
    chart = xmr([*NOISE, 2.3, 0.2, 2.4], fix_after=20)
    assert present_run(chart) == Run("two_of_three_high", start=20, length=3)


def test_a_run_ends_with_the_last_shown_point_and_not_before_a_gap() -> None:
    assert present_run(xmr([*LOW_HIGH, 9.0, GAP])) == Run("above_limit", start=14, length=1)
    assert present_run(xmr([*LOW_HIGH, 9.0, GAP, 9.0])) == Run("above_limit", start=16, length=1)
