"""What counts of the same persons before and after prove about how many of them must have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import scipy  # and no part of it until it is asked for: every load of a file would wait for them
from numpy.typing import NDArray

Kinds = frozenset[str]
"""The kinds of help one person has."""

Condition = Callable[[Kinds], bool]


@dataclass(frozen=True)
class Tally:
    """A count that was published: so many persons fulfil a condition."""

    condition: Condition
    persons: int


def having(*kinds: str) -> Condition:
    """The condition of having at least one of these kinds.

    >>> having("bed", "day centre")(frozenset({"day centre", "phone"}))
    True
    """
    return lambda had: not had.isdisjoint(kinds)


def having_both(one: Condition, other: Condition) -> Condition:
    """The condition of fulfilling two conditions."""
    return lambda had: one(had) and other(had)


def fewest_changes(kinds: Sequence[str], before: Sequence[Tally], after: Sequence[Tally], persons: int) -> int | None:
    """The least number of persons whose set of kinds must differ; None where the counts cannot all be true.

    Rule    exact. Which sets occur before and which occur after are two free choices, tied only by the counts; of
            each set, as many persons can be unchanged as have it both times. So the fewest changes are all persons
            less the largest such overlap, which a whole-number program over all sets finds
    >>> fewest_changes(["a", "b"], [Tally(having("a"), 3)], [Tally(having("a"), 1)], persons=3)
    2
    >>> fewest_changes(["a"], [Tally(having("a"), 4)], [], persons=3) is None
    True
    """
    sets = [frozenset(chosen) for size in range(len(kinds) + 1) for chosen in combinations(kinds, size)]
    everyone = Tally(lambda _: True, persons)
    counted_before, counted_after = _counted([*before, everyone], sets), _counted([*after, everyone], sets)
    # The unknowns: how many have each set before, how many after, and how many of them both times.
    each, none = np.eye(len(sets)), np.zeros((len(sets), len(sets)))
    found = scipy.optimize.milp(
        np.concatenate([np.zeros(2 * len(sets)), -np.ones(len(sets))]),
        constraints=[
            _equal(np.hstack([counted_before, 0 * counted_before, 0 * counted_before]), [*before, everyone]),
            _equal(np.hstack([0 * counted_after, counted_after, 0 * counted_after]), [*after, everyone]),
            scipy.optimize.LinearConstraint(np.hstack([each, none, -each]), lb=0),
            scipy.optimize.LinearConstraint(np.hstack([none, each, -each]), lb=0),
        ],
        integrality=np.ones(3 * len(sets)),
        bounds=scipy.optimize.Bounds(0, persons),
        options={"mip_rel_gap": 0},
    )
    if found.status == _INFEASIBLE:
        return None
    if not found.success:
        raise RuntimeError(f"the whole-number program did not finish: {found.message}")
    return persons + round(float(found.fun))


_INFEASIBLE = 2


def _counted(tallies: Sequence[Tally], sets: Sequence[Kinds]) -> NDArray[np.float64]:
    """One row per count, one column per set: 1 where the set is counted."""
    return np.array([[float(tally.condition(kinds)) for kinds in sets] for tally in tallies])


def _equal(coefficients: NDArray[np.float64], tallies: Sequence[Tally]) -> scipy.optimize.LinearConstraint:
    persons = [tally.persons for tally in tallies]
    return scipy.optimize.LinearConstraint(coefficients, lb=persons, ub=persons)
