"""Charts of counts: limits that follow how many a period counts, judged by the same rules as any chart."""

from __future__ import annotations

import pytest

from metrics.spc import ControlChart, laney_p, laney_u, p_chart, u_chart, xmr
from metrics.spc.runs import Run, present_run

GAP = None
EVEN = [50, 52] * 8  # of 100: mean 0.51, standard error 0.05
SHORT = {
    "common_cause": ".", "above_limit": "A", "below_limit": "B", "trend_rising": "R", "trend_falling": "F",
    "two_of_three_high": "H", "two_of_three_low": "L", "shift_high": "+", "shift_low": "-",
}  # fmt: skip


def signs(chart: ControlChart) -> str:
    """One letter per point."""
    return "".join(SHORT[cause] for cause in chart.special_cause)


# --- limits ----------------------------------------------------------------------------------------------------


def test_the_fewer_a_period_counts_the_wider_its_limits() -> None:
    chart = p_chart([50, 50, 10], [100, 100, 20])
    assert [round(limit, 3) for limit in chart.upper if limit is not None] == [0.65, 0.65, 0.835]


def test_the_level_weighs_each_period_by_how_many_it_counts() -> None:
    assert p_chart([10, 90], [10, 190]).mean[0] == 0.5


def test_limits_of_a_share_stay_within_none_and_all() -> None:
    assert (p_chart([1, 0], [20, 20]).lower[0], p_chart([19, 20], [20, 20]).upper[0]) == (0.0, 1.0)


def test_limits_of_a_rate_stay_above_nothing() -> None:
    assert u_chart([1, 2], [1, 1]).lower[0] == 0.0


@pytest.mark.parametrize(("count", "size"), [(GAP, 100), (50, GAP), (50, 0)])
def test_a_period_without_either_count_is_a_gap(count: int | None, size: int | None) -> None:
    chart = p_chart([*EVEN, count], [*[100] * 16, size])
    assert (chart.values[-1], chart.mean[-1], chart.upper[-1]) == (None, 0.51, None)


@pytest.mark.parametrize(("count", "size"), [(11, 10), (-1, 10), (1, -10)])
def test_what_is_no_count_is_refused(count: int, size: int) -> None:
    with pytest.raises(ValueError, match="a count cannot be negative"):
        p_chart([count], [size])


def test_each_numerator_needs_its_denominator() -> None:
    with pytest.raises(ValueError, match="2 numerators for 1 denominators"):
        p_chart([1, 2], [10])


@pytest.mark.parametrize("level", [0, 100])
def test_none_or_all_throughout_is_constant(level: int) -> None:
    chart = p_chart([level] * 8, [100] * 8, direction="increase", target=1.0)
    assert (chart.is_constant, chart.assurance) == (True, "met" if level else "missed")


def test_a_break_in_what_was_always_all_is_outside() -> None:
    assert signs(p_chart([100] * 8 + [90], [100] * 9, fix_after=8)) == "........B"


# --- rules -----------------------------------------------------------------------------------------------------


def test_a_share_is_outside_or_not_by_how_many_it_rests_on() -> None:
    """0.70 is 3.8 standard errors away in a hundred, and 1.7 in twenty."""
    assert signs(p_chart([*EVEN, 70], [100] * 17, fix_after=16))[-1] == "A"
    assert signs(p_chart([*EVEN, 14], [*[100] * 16, 20], fix_after=16))[-1] == "."


def test_two_of_three_are_near_each_by_its_own_limits() -> None:
    chart = p_chart([*EVEN, 62, 52, 130], [*[100] * 18, 220], fix_after=16)
    assert signs(chart)[-3:] == "H.H"


def test_seven_above_the_level_are_a_shift_whatever_they_count() -> None:
    chart = p_chart([*[40, 60] * 8, *[11, 56, 23, 57, 12, 58, 24]], [*[100] * 16, *[20, 100, 40, 100, 20, 100, 40]])
    assert signs(chart)[-7:] == "+++++++"


def test_a_trend_is_one_of_the_shares_the_reader_sees() -> None:
    """The shares rise seven times over though, as the periods count ever fewer, each lies no further away."""
    counts, sizes = [528, 270, 138, 71, 37, 20, 11], [1000, 500, 250, 125, 63, 32, 16]
    assert signs(p_chart([*[450, 550] * 8, *counts], [*[1000] * 16, *sizes]))[-7:] == "RRRRRRR"


def test_a_score_is_the_distance_from_the_level_in_the_periods_own_standard_errors() -> None:
    """Level 0.50; the standard error is 0.05 in a hundred, and 0.10 in twenty-five."""
    chart = p_chart([50, 55, 45, 15, 10], [100, 100, 100, 25, 25])
    assert chart.scores == pytest.approx([0, 1, -1, 1, -1])


def test_the_run_behind_a_sign_is_counted_by_scores() -> None:
    chart = p_chart([*EVEN, 70, 150], [*[100] * 16, 100, 200], fix_after=16)
    assert present_run(chart) == Run("above_limit", start=16, length=2)


def test_a_new_phase_has_its_own_level() -> None:
    chart = p_chart([*EVEN, *[70, 72] * 8], [100] * 32, phases=[16])
    assert (chart.mean[15], chart.mean[16], set(signs(chart))) == (0.51, 0.71, {"."})


# --- Laney -----------------------------------------------------------------------------------------------------

MANY = [5000, 5400] * 8  # of 10 000: four hundred apart each time, where chance gives some seventy


def test_plain_limits_of_many_put_usual_variation_outside() -> None:
    sizes = [10_000] * 16
    assert (set(signs(p_chart(MANY, sizes))), set(signs(laney_p(MANY, sizes)))) == ({"A", "B"}, {"."})


def test_laneys_limits_of_equal_sizes_are_those_of_individual_values() -> None:
    laney, individual = laney_p(MANY, [10_000] * 16), xmr([count / 10_000 for count in MANY], screen=False)
    assert laney.upper[0] == pytest.approx(individual.upper[0], abs=1e-4)  # 3 / 1.128 is 2.6596, not 2.66


def test_one_leap_can_be_left_out_of_laneys_ranges() -> None:
    leap, sizes = [*MANY, 9000, *MANY], [10_000] * 33
    screened, whole = laney_u(leap, sizes, screen=True), laney_u(leap, sizes)
    assert screened.upper[0] is not None
    assert whole.upper[0] is not None
    assert screened.upper[0] < whole.upper[0]


def test_shares_that_never_vary_are_constant_to_laney() -> None:
    assert laney_p([50, 100, 25], [100, 200, 50]).lines(0).is_constant


def test_one_period_alone_tells_laney_nothing_of_variation() -> None:
    chart = laney_p([50], [100])
    assert (chart.mean, chart.lower, chart.upper) == ([0.5], [None], [None])
