"""Time to follow-up: what is shown when some have not been followed up yet."""

from __future__ import annotations

import pytest

from metrics.survival import curve, curve_from_bins, log_rank


def test_what_has_not_happened_is_neither_left_out_nor_taken_for_done() -> None:
    assert curve([10, 20, 30, 40], [True, False, True, False]).waiting == (1.0, 0.75, 0.75, 0.375, 0.375)


def test_a_median_that_is_not_reached_is_never_the_longest_time() -> None:
    found = curve([10, 90, 90, 90], [True, False, False, False])
    assert (found.median, found.times[-1]) == (None, 90)


@pytest.mark.parametrize(("days", "median"), [([1, 2, 3, 4], 2), ([1, 2, 3], 2), ([7, 7, 7], 7)])
def test_the_median_is_the_first_time_when_half_or_fewer_wait(days: list[float], median: float) -> None:
    assert curve(days, [True] * len(days)).median == median


def test_nobody_followed_gives_no_curve() -> None:
    assert (curve([], []).times, curve([], []).median, curve([], []).n) == ((), None, 0)


def test_limits_lie_on_either_side_of_the_curve() -> None:
    found = curve([5, 9, 12, 20, 31, 44, 60, 61], [True, True, False, True, True, False, True, True])
    sides = zip(found.low, found.waiting, found.high, strict=True)
    assert all(low <= waiting <= high for low, waiting, high in sides)


def test_a_curve_from_bins_steps_only_at_their_edges() -> None:
    found = curve_from_bins([30, 60, 90], [10, 0, 5], [0, 5, 0])
    assert (found.times, found.waiting, found.n) == ((0, 30, 60, 90), (1.0, 0.5, 0.5, 0.0), 20)


def test_in_a_bin_events_come_before_those_last_seen_in_it() -> None:
    assert curve_from_bins([30], [10], [10]).waiting == (1.0, 0.5)


@pytest.mark.parametrize(("n", "told"), [(19, False), (20, True)])
def test_groups_under_twenty_are_not_compared(n: int, told: bool) -> None:
    first, second = [(float(day), True) for day in range(1, 31)], [(float(day), True) for day in range(1, n + 1)]
    assert (log_rank(first, second) is not None) == told


def test_like_groups_do_not_differ() -> None:
    group = [(float(day), day % 3 > 0) for day in range(1, 31)]
    found = log_rank(group, group)
    assert found is not None
    assert (found.statistic, found.p) == (pytest.approx(0.0), pytest.approx(1.0))  # type: ignore[comparison-overlap]
