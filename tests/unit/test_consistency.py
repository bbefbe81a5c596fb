"""Each check of figures against each other: what it lets pass, what it names, and why."""

from __future__ import annotations

import inspect

import pytest

from metrics.before_after import Tally, having
from metrics.problem import Text
from pipelines.consistency import (
    CHECKS,
    Contradiction,
    Span,
    ask,
    changes_against_before_after,
    contradictions,
    intersection_within_bounds,
    mean_against_counts,
    persons_within_n,
)

WHERE = Text(sv="Tabell 1", en="Table 1")


@pytest.mark.parametrize(("total", "passes"), [(0, True), (12, True), (13, False)])
def test_persons_are_within_all_persons(total: int, passes: bool) -> None:
    assert (persons_within_n(total, 12) is None) == passes


@pytest.mark.parametrize(
    # two persons with 1 and two with 2: the mean is 1.5
    ("mean", "decimals", "passes"),
    [(1.5, 1, True), (2.0, 0, True), (1.0, 0, True), (1.4, 1, False), (1.6, 1, False), (1.51, 2, False)],
)
def test_a_mean_follows_from_the_counts_as_far_as_it_was_rounded(mean: float, decimals: int, passes: bool) -> None:
    assert (mean_against_counts(mean, {1: 2, 2: 2}, decimals) is None) == passes


@pytest.mark.parametrize(
    ("both", "one", "other", "passes"),
    [
        # of ten persons         at least, at most in both
        (5, Span(7, 7), Span(8, 8), True),  # 5..7
        (7, Span(7, 7), Span(8, 8), True),
        (4, Span(7, 7), Span(8, 8), False),
        (8, Span(7, 7), Span(8, 8), False),
        (0, Span(3, 3), Span(4, 4), True),  # 0..3: they need not meet
        (4, Span(6, 7), Span(8, 8), True),  # a span is read in favour of the figures
        (3, Span(6, 7), Span(8, 8), False),
    ],
)
def test_those_in_both_groups_are_within_the_bounds_the_groups_set(
    both: int, one: Span, other: Span, passes: bool
) -> None:
    assert (intersection_within_bounds(both, one, other, n=10) is None) == passes


@pytest.mark.parametrize(("changed", "passes"), [(1, False), (2, True), (3, True)])
def test_changes_are_at_least_what_before_and_after_need(changed: int, passes: bool) -> None:
    before, after = [Tally(having("a"), 3)], [Tally(having("a"), 1)]
    assert (changes_against_before_after(changed, ["a"], before, after, n=3) is None) == passes


def test_counts_that_cannot_hold_at_all_are_named_too() -> None:
    text = changes_against_before_after(0, ["a"], [Tally(having("a"), 4)], [], n=3)
    assert text == Text(
        sv="Antalen före och efter kan inte alla stämma för 3 personer.",
        en="The counts before and after cannot all be true of 3 persons.",
    )


def test_swedish_words_have_swedish_decimals() -> None:
    text = mean_against_counts(2.2, {4: 3, 3: 1, 2: 5, 1: 3}, decimals=1)
    assert text is not None
    assert text.sv == "Medelvärdet sägs vara 2,2, men antalen ger 28/12 = 2,33."


def test_a_contradiction_carries_the_name_of_its_check_and_its_place() -> None:
    found = ask(WHERE, persons_within_n, 13, n=12)
    assert found is not None
    assert (found.check, found.where) == ("persons_within_n", WHERE)


def test_only_what_was_found_is_reported() -> None:
    asked = [ask(WHERE, persons_within_n, total, n=12) for total in (1, 13, 12)]
    assert [type(found) for found in contradictions(asked)] == [Contradiction]


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_its_own_name_and_words(check: object) -> None:
    assert inspect.getdoc(check)
    assert [other.__name__ for other in CHECKS].count(check.__name__) == 1  # type: ignore[attr-defined]
