"""The fewest changes that counts before and after need, against trying every possibility."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement, product

import pytest

from metrics.before_after import Kinds, Tally, fewest_changes, having, having_both

KINDS = ("a", "b", "c")
SETS = [frozenset(chosen) for size in range(4) for chosen in combinations(KINDS, size)]
CONDITIONS = [having("a"), having("b"), having("c"), having("a", "b"), having_both(having("a"), having("c"))]


def tried(before: Sequence[Tally], after: Sequence[Tally], persons: int) -> int | None:
    """The answer by going through every way `persons` persons can have their sets before and after."""
    lives = product(SETS, SETS)
    fewest = [
        sum(one != other for one, other in group)
        for group in combinations_with_replacement(list(lives), persons)
        if true_of([one for one, _ in group], before) and true_of([other for _, other in group], after)
    ]
    return min(fewest, default=None)


def true_of(sets: Sequence[Kinds], tallies: Sequence[Tally]) -> bool:
    return all(sum(tally.condition(kinds) for kinds in sets) == tally.persons for tally in tallies)


@pytest.mark.parametrize("seed", range(60))
def test_equal_to_trying_every_possibility(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    persons = chance.randint(1, 3)

    def tallies() -> list[Tally]:
        return [Tally(c, chance.randint(0, persons)) for c in chance.sample(CONDITIONS, chance.randint(1, 4))]

    before, after = tallies(), tallies()
    assert fewest_changes(KINDS, before, after, persons) == tried(before, after, persons)


def test_the_random_cases_meet_possible_and_impossible_counts() -> None:
    possible = [Tally(having("a"), 1)]
    impossible = [Tally(having("a"), 1), Tally(having("a", "b"), 0)]
    assert fewest_changes(KINDS, possible, possible, 2) == 0
    assert fewest_changes(KINDS, possible, impossible, 2) is None


def test_an_overlap_can_need_more_changes_than_the_counts_alone() -> None:
    # Three persons have a, three have b. Before, all in one and the same; after, never together.
    same = [Tally(having("a"), 3), Tally(having("b"), 3)]
    together = Tally(having_both(having("a"), having("b")), 3)
    apart = Tally(having_both(having("a"), having("b")), 0)
    assert fewest_changes(["a", "b"], same, same, 6) == 0
    assert fewest_changes(["a", "b"], [*same, together], [*same, apart], 6) == 6
