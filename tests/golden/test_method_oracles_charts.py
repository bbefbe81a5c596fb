"""Charts of counts, rare events and medians against the worked examples others have printed."""

from __future__ import annotations

import pytest

from metrics.spc import ControlChart, laney_p, p_chart, run_chart, t_chart, u_chart, xmr
from metrics.spc.attribute_charts import dispersion
from metrics.spc.limits import SCREEN_FACTOR, mean_moving_range
from metrics.spc.run_chart import crossings_by_chance, longest_by_chance
from tests.golden.test_xmr import MONTGOMERY_6_5, TWENTY


def outside(chart: ControlChart) -> list[int]:
    """Sample numbers, from 1, of points outside a limit."""
    return [at + 1 for at, cause in enumerate(chart.special_cause) if cause in ("above_limit", "below_limit")]


def without(values: list[int], *samples: int) -> list[int | None]:
    """The series with some samples, numbered from 1, left out."""
    return [None if at + 1 in samples else value for at, value in enumerate(values)]


# --- p, u and c: Montgomery ------------------------------------------------------------------------------------

TABLE_7_4 = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
SIZES_7_4 = [
    100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90, 90,
]  # fmt: skip


@pytest.mark.parametrize(
    ("n", "lower", "upper"),
    [(100, 0.007335, 0.183686), (80, 0.0, 0.194093), (110, 0.011438, 0.179582), (120, 0.015017, 0.176003)],
)
def test_limits_of_a_share_follow_the_size_of_the_sample(n: int, lower: float, upper: float) -> None:
    chart, at = p_chart(TABLE_7_4, SIZES_7_4), SIZES_7_4.index(n)
    assert (chart.lower[at], chart.upper[at]) == pytest.approx((lower, upper), abs=5e-7)


def test_the_share_of_table_7_4_has_one_sample_outside() -> None:
    chart = p_chart(TABLE_7_4, SIZES_7_4)
    assert chart.mean[0] == pytest.approx(0.0955102, abs=5e-8)
    assert outside(chart) == [11]


EXAMPLE_7_1 = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip


def test_two_samples_with_a_known_cause_are_left_out_of_the_limits_of_example_7_1() -> None:
    chart = p_chart(without(EXAMPLE_7_1, 15, 23), [50] * 30)
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == pytest.approx((0.215, 0.040703, 0.389297), abs=5e-7)


def test_a_rate_per_unit_example_7_4() -> None:
    chart = u_chart([2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4], [50] * 20)
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == pytest.approx((0.074, 0.0, 0.189412), abs=5e-7)


EXAMPLE_7_3 = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]
NEXT_TWENTY = [16, 18, 12, 15, 24, 21, 28, 20, 25, 19, 18, 21, 16, 22, 19, 12, 14, 9, 16, 21]


def test_a_count_is_a_rate_of_one_example_7_3() -> None:
    chart = u_chart(without(EXAMPLE_7_3, 6, 20), [1] * 26)
    expected = pytest.approx((19.666667, 6.362532, 32.970801), abs=5e-7)
    assert (chart.mean[0], chart.lower[0], chart.upper[0]) == expected


def test_runs_about_that_count_signal_by_too_few_crossings() -> None:
    kept = [value for value in without(EXAMPLE_7_3, 6, 20) if value is not None]
    found = run_chart([*kept, *NEXT_TWENTY], centre=sum(kept) / len(kept))
    assert (found.useful, found.longest, found.longest_max) == (44, 8, 8)
    assert (found.crossings, found.crossings_min, found.signal) == (14, 16, True)


# --- t: Montgomery ---------------------------------------------------------------------------------------------


def test_days_between_failures_example_7_6() -> None:
    chart = t_chart([286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96])
    assert (chart.mean[0], chart.upper[0]) == pytest.approx((430.04095, 6937.9335), rel=1e-8)
    assert chart.lower[0] == 0.0


# --- Laney -----------------------------------------------------------------------------------------------------

SEEN_IN_TIME = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320,
    267923, 271478, 255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989,
]  # fmt: skip
ATTENDANCES = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529,
    279618, 283932, 266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772,
]  # fmt: skip
"""Attendances at English accident and emergency departments, and those seen in time (Mohammed and co-authors)."""


def test_plain_limits_of_a_very_large_count_put_nearly_all_outside() -> None:
    chart = p_chart(SEEN_IN_TIME, ATTENDANCES)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((0.951700, 0.954100), abs=5e-7)
    assert len(outside(chart)) == 16


def test_laneys_limits_of_the_same_put_none_outside() -> None:
    chart = laney_p(SEEN_IN_TIME, ATTENDANCES)
    lines = (chart.mean[0], chart.lower[0], chart.upper[0])
    assert lines == pytest.approx((0.952900, 0.940130, 0.965670), abs=5e-7)
    assert outside(chart) == []


@pytest.mark.parametrize(
    ("counts", "sizes", "expected"),
    [(SEEN_IN_TIME, ATTENDANCES, 10.640422), (TABLE_7_4, SIZES_7_4, 0.965674)],
    ids=["very large counts", "counts that vary by chance"],
)
def test_how_much_wider_than_chance(counts: list[int], sizes: list[int], expected: float) -> None:
    assert dispersion(counts, sizes) == pytest.approx(expected, abs=5e-7)


def test_laneys_limits_are_nearly_the_plain_ones_where_chance_is_all_there_is() -> None:
    chart = laney_p(TABLE_7_4, SIZES_7_4)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((0.010361, 0.180659), abs=5e-7)


# --- Anhøj -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "longest", "fewest"),
    [
        (10, 6, 2), (12, 7, 3), (14, 7, 4), (16, 7, 4), (18, 7, 5), (20, 7, 6), (22, 7, 7), (24, 8, 8),
        (26, 8, 8), (28, 8, 9), (30, 8, 10), (36, 8, 13), (40, 8, 14), (44, 8, 16), (48, 9, 18), (60, 9, 23),
    ],
)  # fmt: skip
def test_what_chance_usually_gives(n: int, longest: int, fewest: int) -> None:
    assert (longest_by_chance(n), crossings_by_chance(n - 1)) == (longest, fewest)


def test_runs_about_the_level_of_montgomerys_example_6_5() -> None:
    found = run_chart(MONTGOMERY_6_5, centre=300.5)
    assert (found.useful, found.longest, found.longest_max) == (40, 6, 8)
    assert (found.crossings, found.crossings_min, found.signal) == (20, 14, False)


# --- individual values: what the XmR tests do not already hold -------------------------------------------------


def test_twenty_random_numbers_have_no_special_cause() -> None:
    assert set(xmr(TWENTY).special_cause) == {"common_cause"}


def test_moving_ranges_of_example_6_5_and_their_limit() -> None:
    mean = mean_moving_range(MONTGOMERY_6_5[:20], screen=False)
    assert (mean, SCREEN_FACTOR * mean) == pytest.approx((7.789474, 25.448211), abs=5e-7)
