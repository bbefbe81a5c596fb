"""The same question in whole numbers (CP-SAT): what a linear program leaves open may still have one answer only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model
from scipy.sparse import csr_array

from metrics.disclosure.gate.bounds import SEED, Bounds, Floats, Integers, System

SECONDS = 5.0  # for one question; what is not settled by then is as open as it was


@dataclass(frozen=True)
class _Model:
    """Everything that is known of one independent group, and its unknowns, counted in halves."""

    known: cp_model.CpModel
    halves: dict[int, cp_model.LinearExprT]


def whole_bounds(known: System, lo: Floats, hi: Floats, step: Floats, chosen: Integers) -> Bounds:
    """The least and the most of the chosen targets where every unknown is a multiple of its step, 1 or a half."""
    models: dict[int, _Model] = {}
    found = []
    for target, group in zip(map(int, chosen), map(int, known.groups_of(chosen)), strict=True):
        if group not in models:
            models[group] = _model(known, lo, hi, step, target)
        found.append([_furthest(models[group], known, target, sign) for sign in (-1, 1)])
    least, most = np.array(found, dtype=np.float64).reshape(-1, 2).T
    return Bounds(least=least, most=most)


def _model(known: System, lo: Floats, hi: Floats, step: Floats, target: int) -> _Model:
    """The group of a target."""
    ties, unknowns = known.around(target)
    model = cp_model.CpModel()
    halves: dict[int, cp_model.LinearExprT] = {}
    for each in map(int, unknowns):
        first, last = int(np.ceil(lo[each] / step[each])), int(np.floor(hi[each] / step[each]))
        halves[each] = int(2 * step[each]) * model.new_int_var(first, last, str(each))
    for tie in map(int, ties):
        value = _sum(known.ties, tie, halves)
        if np.isfinite(known.tie_lo[tie]):
            model.add(value >= int(2 * known.tie_lo[tie]))
        if np.isfinite(known.tie_hi[tie]):
            model.add(value <= int(2 * known.tie_hi[tie]))
    return _Model(model, halves)


def _furthest(model: _Model, known: System, target: int, sign: int) -> float:
    """How far a target reaches downwards or upwards."""
    model.known.maximize(sign * _sum(known.targets, target, model.halves))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = SEED
    solver.parameters.max_time_in_seconds = SECONDS
    solver.solve(model.known)
    return sign * solver.best_objective_bound / 2


def _sum(rows: csr_array, row: int, values: dict[int, cp_model.LinearExprT]) -> cp_model.LinearExprT:
    entries = slice(rows.indptr[row], rows.indptr[row + 1])
    return cp_model.LinearExpr.weighted_sum(
        [values[int(each)] for each in rows.indices[entries]], [int(value) for value in rows.data[entries]]
    )
