"""What is certain: the least and the most that every count can be, given everything that was ever shown.

A linear program (HiGHS). What has been shown to be uncertain by two points that both fit everything shown needs no
bounds of its own; what remains is bounded one by one, in all independent groups of counts at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_array, coo_array, csr_array, hstack
from scipy.sparse.csgraph import connected_components

from metrics.disclosure.gate.relations import Relations

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Truths = NDArray[np.bool_]

LEAST, MOST = 1, 4  # what must not be told: that a count is one to four
EXACT = 1e-6
ROUNDS = 12  # of points in all directions, before what is left is bounded one by one
SEED = 5


@dataclass(frozen=True, kw_only=True)
class System:
    """What the attacker knows, in matrix form.

    ties      one row per relation over the unknowns; its value lies between tie_lo and tie_hi
    supposed  the ties of an earlier release: that they hold beside today's is supposed, and may be wrong
    targets   one row per thing to be found: a count, or the difference of two
    """

    ties: csr_array
    tie_lo: Floats
    tie_hi: Floats
    supposed: Truths
    targets: csr_array

    @cached_property
    def group(self) -> Integers:
        """The independent group of every unknown: nothing in one group tells anything about another."""
        linked = block_array([[None, self.ties], [self.ties.T, None]])
        _, group = connected_components(linked, directed=False)
        return np.asarray(group[self.ties.shape[0] :], dtype=np.int64)

    def groups_of(self, targets: Integers) -> Integers:
        """The group of each of the targets."""
        return np.asarray(self.group[self.targets.indices[self.targets.indptr[targets]]])

    def touching(self, unknowns: Truths) -> Touched:
        """The groups that hold any of the unknowns, as a system of their own."""
        here = np.isin(self.group, np.unique(self.group[unknowns]))
        columns = np.flatnonzero(here)
        ties = np.flatnonzero(abs(self.ties) @ here)
        targets = np.flatnonzero(abs(self.targets) @ here)
        return Touched(
            known=System(
                ties=self.ties[ties][:, columns],
                tie_lo=self.tie_lo[ties],
                tie_hi=self.tie_hi[ties],
                supposed=self.supposed[ties],
                targets=self.targets[targets][:, columns],
            ),
            unknowns=columns,
            targets=targets,
        )

    def fitting(self, lo: Floats, hi: Floats) -> System:
        """The same, without what was supposed of groups where nothing fits it: there the attacker knows better.

        Fails   InfeasibleError where nothing fits what is certain either
        """
        rows = np.flatnonzero(self.supposed)
        if not len(rows):
            return self
        try:
            _Program(self, lo, hi).furthest(np.zeros(len(lo)))
        except InfeasibleError:
            pass
        else:
            return self
        # As little as possible is added to and taken from the ties that are supposed, until everything fits.
        given = coo_array((np.ones(len(rows)), (rows, np.arange(len(rows)))), shape=(len(self.tie_lo), len(rows)))
        eased = replace(self, ties=hstack([self.ties, given, -given]).tocsr())
        none, any_ = np.zeros(2 * len(rows)), np.full(2 * len(rows), np.inf)
        fit = _Program(eased, np.r_[lo, none], np.r_[hi, any_]).furthest(np.r_[np.zeros(len(lo)), none - 1])
        missed = abs(given) @ np.add(*np.split(fit[len(lo) :], 2)) > EXACT
        group_of = self.group[self.ties.indices[self.ties.indptr[:-1]]]
        wrong = self.supposed & np.isin(group_of, group_of[missed])
        return replace(self, tie_lo=np.where(wrong, -np.inf, self.tie_lo), tie_hi=np.where(wrong, np.inf, self.tie_hi))

    def around(self, target: int) -> tuple[Integers, Integers]:
        """The ties and the unknowns of a target's group."""
        here = self.group == self.groups_of(np.array([target]))[0]
        return np.flatnonzero(abs(self.ties) @ here), np.flatnonzero(here)


@dataclass(frozen=True, kw_only=True)
class Touched:
    """A part of a system, and which of the whole's unknowns and targets are in it."""

    known: System
    unknowns: Integers
    targets: Integers


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The least and the most each target was seen to be, and whether there is more to see."""

    least: Floats
    most: Floats

    def certain(self) -> Truths:
        """Targets that can be only one whole number."""
        return np.asarray(np.floor(self.most + EXACT) - np.ceil(self.least - EXACT) < 1)

    def small(self) -> Truths:
        """Targets that can be only one to four, in size."""
        above = (self.least > LEAST - 1 + EXACT) & (self.most < MOST + 1 - EXACT)
        below = (self.least > -MOST - 1 + EXACT) & (self.most < -LEAST + 1 - EXACT)
        return np.asarray(above | below)

    def fit(self, truth: Floats) -> Truths:
        """Targets that were in truth so; as good as so where the truth is not known."""
        return ~((truth < self.least - EXACT) | (truth > self.most + EXACT))

    def found(self) -> Truths:
        """Targets that the release must not tell and does."""
        return self.certain() | self.small()


def system(relations: Relations, earlier: Truths, targets: csr_array) -> System:
    """The relations in matrix form.

    In      earlier  of every unknown, whether only an earlier release told of it
    """
    entries: list[tuple[int, int, int]] = []
    lo, hi = [], []
    for row, each in enumerate(relations.sums):
        entries += [(row, part, 1) for part in each.parts] + [(row, whole, -1) for whole in each.wholes]
        lo.append(-np.inf if each.kind == "at_most" else 0.0)
        hi.append(np.inf if each.kind == "at_least" else 0.0)
    for row, (part, whole) in enumerate(relations.pairs, start=len(lo)):
        entries += [(row, part, 1), (row, whole, -1)]
        lo.append(-np.inf)
        hi.append(0.0)
    ties = matrix(entries, (len(lo), len(earlier)))
    return System(
        ties=ties,
        tie_lo=np.array(lo, dtype=np.float64),
        tie_hi=np.array(hi, dtype=np.float64),
        supposed=np.asarray(abs(ties) @ earlier > 0),
        targets=targets,
    )


def matrix(entries: list[tuple[int, int, int]], shape: tuple[int, int]) -> csr_array:
    """A sparse matrix of (row, column, value)."""
    rows, columns, values = np.array(entries, dtype=np.int64).reshape(-1, 3).T
    return coo_array((values.astype(np.float64), (rows, columns)), shape=shape).tocsr()


class InfeasibleError(Exception):
    """Nothing fits everything that was supposed: an answer, since what was supposed cannot be."""


def bounds(known: System, lo: Floats, hi: Floats, *, among: Truths | None = None, of: Truths | None = None) -> Bounds:
    """How far each target can vary, seen far enough to say what is certain.

    In      among  the targets that matter, all of them unless told; of the rest nothing is said
            of     targets that are bounded exactly, and no other
    Fails   InfeasibleError
    """
    count = known.targets.shape[0]
    least, most = np.full(count, np.inf), np.full(count, -np.inf)
    if not count:
        return Bounds(least=least, most=most)
    program, chance = _Program(known, lo, hi), np.random.default_rng(SEED)
    open_ = np.ones(count, dtype=bool) if among is None else among
    if of is None:
        for _ in range(ROUNDS):
            way = open_ * chance.choice([-1.0, 1.0], count)
            for sign in (1.0, -1.0):
                found = known.targets @ program.furthest(known.targets.T @ (sign * way))
                least, most = np.minimum(least, found), np.maximum(most, found)
            before, open_ = open_.sum(), open_ & Bounds(least=least, most=most).found()
            if not open_.any() or open_.sum() > 0.9 * before:
                break
    else:
        open_ = of
    _exactly(program, known, np.flatnonzero(open_), least, most)
    return Bounds(least=least, most=most)


def corners(known: System, lo: Floats, hi: Floats) -> Bounds:
    """The least and the most of each target at four corners, two pairs of opposite ones.

    Rule    the corners furthest along a way drawn at random, and furthest from it, are the same point only where there
            is no other: a target that is the same at both is settled
    Fails   InfeasibleError
    """
    count = known.targets.shape[0]
    least, most = np.full(count, np.inf), np.full(count, -np.inf)
    if not count:
        return Bounds(least=least, most=most)
    program, chance = _Program(known, lo, hi), np.random.default_rng(SEED)
    for way in chance.normal(size=(2, known.ties.shape[1])):
        for sign in (1.0, -1.0):
            found = known.targets @ program.furthest(sign * way)
            least, most = np.minimum(least, found), np.maximum(most, found)
    return Bounds(least=least, most=most)


def _exactly(program: _Program, known: System, chosen: Integers, least: Floats, most: Floats) -> None:
    """Bound the chosen targets, one of each independent group at a time."""
    groups = known.groups_of(chosen)
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    turn = np.empty(len(chosen), dtype=np.int64)
    turn[order] = np.arange(len(chosen)) - np.searchsorted(ordered, ordered)
    for number in range(turn.max(initial=-1) + 1):
        now = chosen[turn == number]
        for sign in (1.0, -1.0):
            way = np.zeros(len(least))
            way[now] = sign
            found = known.targets @ program.furthest(known.targets.T @ way)
            np.minimum(least, found, out=least)
            np.maximum(most, found, out=most)


class _Program:
    """The linear program, kept warm between questions."""

    def __init__(self, known: System, lo: Floats, hi: Floats) -> None:
        solver: Callable[[], Any] = highspy.Highs  # it says nothing of its own types
        self._highs = solver()
        for name, value in (("output_flag", False), ("threads", 1), ("random_seed", SEED)):
            self._highs.setOptionValue(name, value)
        rows, columns = known.ties.shape
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = columns, rows
        program.col_cost_ = np.zeros(columns)
        program.col_lower_, program.col_upper_ = lo, hi
        program.row_lower_, program.row_upper_ = known.tie_lo, known.tie_hi
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = known.ties.indptr
        program.a_matrix_.index_ = known.ties.indices
        program.a_matrix_.value_ = known.ties.data
        self._highs.passModel(program)
        self._columns = np.arange(columns, dtype=np.int32)

    def furthest(self, way: Floats) -> Floats:
        """The point furthest along `way` among those that fit everything."""
        self._highs.changeColsCost(len(way), self._columns, -np.asarray(way, dtype=np.float64))
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise InfeasibleError
        return np.asarray(self._highs.getSolution().col_value, dtype=np.float64)
