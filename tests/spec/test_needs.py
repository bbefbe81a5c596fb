"""Change and agreement in a domain: small tables of pairs, and what is said of them."""

from __future__ import annotations

import pytest

from metrics.needs import agreement, matched_change, unmatched_change, worth_noticing

# Rows: none, met, unmet the first time; columns the same the second time.
FLOWS = [[40, 3, 5], [4, 20, 2], [6, 9, 11]]


def test_flows_are_new_resolved_and_still_unmet() -> None:
    found = matched_change(FLOWS)
    assert (found.new, found.resolved, found.still, found.pairs) == (7, 15, 11, 100)


def test_the_difference_is_below_nothing_where_more_are_resolved_than_new() -> None:
    assert matched_change(FLOWS).difference == -0.08


def test_the_same_table_read_backwards_has_the_opposite_flows() -> None:
    there, back = matched_change(FLOWS), matched_change([list(column) for column in zip(*FLOWS, strict=True)])
    assert (back.new, back.resolved, back.difference) == (there.resolved, there.new, -there.difference)
    assert back.p == pytest.approx(there.p)


@pytest.mark.parametrize("table", [[[40, 0], [0, 9]], [[0, 0], [0, 0]]], ids=["nobody changed", "nobody"])
def test_where_nobody_changed_there_is_nothing_to_test(table: list[list[int]]) -> None:
    assert (matched_change(table).statistic, matched_change(table).p) == (None, None)


def test_a_category_that_nobody_enters_or_leaves_takes_no_part() -> None:
    beside = matched_change([[30, 12, 0], [4, 54, 0], [0, 0, 50]])
    assert (beside.statistic, beside.df) == (4.0, 1)


@pytest.mark.parametrize("table", [[[1, 2]], [[1]], [[1, -2], [3, 4]], [[1, float("nan")], [1, 1]]])
def test_what_is_no_square_table_of_counts_is_refused(table: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="square table"):
        matched_change(table)


# --- agreement -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pairs", "told"), [(19, False), (20, True)])
def test_under_twenty_pairs_nothing_is_said(pairs: int, told: bool) -> None:
    found = agreement([[pairs - 5, 2], [1, 2]])
    assert found.pairs == pairs
    assert [each is not None for each in (found.percent, found.positive, found.pabak, found.kappa)] == [told] * 4


def test_positive_agreement_is_about_the_last_category() -> None:
    """Both see an unmet need in 11; one of them does in 22 more."""
    assert agreement(FLOWS).positive == pytest.approx(22 / 44)


def test_a_category_neither_rater_uses_has_no_positive_agreement() -> None:
    assert agreement([[30, 2, 0], [1, 9, 0], [0, 0, 0]]).positive is None


def test_full_agreement() -> None:
    found = agreement([[30, 0], [0, 12]])
    assert (found.percent, found.kappa, found.pabak, found.ac1) == (1.0, 1.0, 1.0, 1.0)


def test_a_near_miss_counts_for_more_than_a_far_one_in_the_weighted_kappa() -> None:
    near, far = agreement([[30, 6, 0], [0, 20, 0], [0, 0, 30]]), agreement([[30, 0, 6], [0, 20, 0], [0, 0, 30]])
    assert near.weighted is not None
    assert far.weighted is not None
    assert near.weighted > far.weighted


# --- different persons -----------------------------------------------------------------------------------------


def test_a_fall_is_below_nothing() -> None:
    assert unmatched_change(40, 100, 20, 100).difference == pytest.approx(-0.2)


def test_no_difference_at_all_is_no_sign_of_one() -> None:
    assert unmatched_change(0, 50, 0, 80).p == 1.0


@pytest.mark.parametrize("counts", [(1, 0, 1, 10), (5, 4, 1, 10), (-1, 10, 1, 10)])
def test_two_groups_with_counts_are_needed(counts: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="two groups"):
        unmatched_change(*counts)


# --- many domains ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("p_values", "differences", "noticed"),
    [
        ([0.001], [0.10], [True]),
        ([0.001], [-0.10], [True]),
        ([0.001], [0.049], [False]),  # sure, but too small to matter
        ([0.2], [0.30], [False]),  # large, but not sure
        ([0.04] + [0.9] * 21, [0.10] * 22, [False] * 22),  # one in 22 by chance
        ([0.002] + [0.9] * 21, [0.10] * 22, [True] + [False] * 21),
        ([None, 0.001], [0.30, 0.30], [False, True]),  # could not be tested
        ([], [], []),
    ],
)
def test_a_change_is_noticed_when_sure_among_all_and_large_enough(
    p_values: list[float | None], differences: list[float], noticed: list[bool]
) -> None:
    assert worth_noticing(p_values, differences) == noticed
