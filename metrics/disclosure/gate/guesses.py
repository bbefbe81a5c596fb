"""Guesses: not what is certain, but what is likeliest, by subtraction, by averages, and by all of it at once.

Rule    a guess is measured against the prior: how often the method leaves a shown number as it was, and, where none
        is shown, how common the commonest of the hidden ones is; an attack that does not beat that has learnt nothing
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from scipy.optimize import lsq_linear

from metrics.disclosure.gate.bounds import Floats, Integers
from metrics.disclosure.gate.relations import Sum
from metrics.disclosure.gate.situation import Situation
from metrics.disclosure.perturbation import Strength, probabilities

HEAVY = 1e4  # the weight of an equation beside the figures: it holds
SAME = 0.5  # a guess this near is of the same whole number
UNSEEN = 100.0  # the variance of a figure that is hidden


@dataclass(frozen=True)
class Guesses:
    """Guesses of some unknowns: whether each is right, and how likely one was to be without any attack."""

    unknowns: Integers
    right: Floats
    prior: Floats


def as_shown(there: Situation) -> Guesses:
    """Each count, as the number that is shown: where that is right too often, the noise is not what it should be."""
    shown = _shown(there)
    return _against_prior(there, [(int(each), float(shown[each])) for each in np.flatnonzero(np.isfinite(shown))])


def subtraction(there: Situation) -> Guesses:
    """Each part of a sum, as what the shown whole leaves over when the other shown parts are taken away."""
    shown = _shown(there)
    guessed: list[tuple[int, float]] = []
    for each in _equations(there):
        whole, parts = shown[list(each.wholes)].sum(), shown[list(each.parts)]
        hidden = np.isnan(parts)
        for part, value, unseen in zip(each.parts, parts, hidden, strict=True):
            if np.isfinite(whole) and hidden.sum() == unseen:
                guessed.append((part, float(whole - np.nansum(parts) + (0.0 if unseen else value))))
    return _against_prior(there, guessed)


def averages(there: Situation) -> Guesses:
    """Each total, as the weighted mean of what is shown of it and what every full set of its parts adds up to."""
    shown, sums = _shown(there), defaultdict(list)
    for each in _equations(there):
        if len(each.wholes) == 1 and np.isfinite(shown[list(each.parts)]).all():
            sums[each.wholes[0]].append((float(shown[list(each.parts)].sum()), len(each.parts)))
    guessed = []
    for whole, partitions in sums.items():
        seen = [(shown[whole], 1)] if np.isfinite(shown[whole]) else []
        value, terms = np.array([*seen, *partitions]).T
        guessed.append((whole, float(np.average(value, weights=1 / terms))))
    return _against_prior(there, guessed)


def least_squares(there: Situation) -> Guesses:
    """Every count in an equation, as the point that fits all bounds and equations and lies nearest what is shown."""
    shown, lo, hi = _shown(there), there.lo, there.hi
    middle = np.where(np.isfinite(shown), shown, (lo + np.minimum(hi, lo + 2 * there.strength.d + 4)) / 2)
    weight = np.where(np.isfinite(shown), 1 / np.sqrt(there.strength.v), 1 / np.sqrt(UNSEEN))
    guessed: list[tuple[int, float]] = []
    for block in _blocks(_equations(there)):
        unknowns = sorted({unknown for each in block for unknown in (*each.parts, *each.wholes)})
        place = {unknown: number for number, unknown in enumerate(unknowns)}
        holds = np.zeros((len(block), len(unknowns)))
        for row, each in enumerate(block):
            holds[row, [place[part] for part in each.parts]] += HEAVY
            holds[row, [place[whole] for whole in each.wholes]] -= HEAVY
        own = weight[unknowns]
        wanted = np.concatenate([own * middle[unknowns], np.zeros(len(block))])
        limits = lo[unknowns] - 1e-9, hi[unknowns] + 1e-9
        fit = lsq_linear(np.vstack([np.diag(own), holds]), wanted, limits, method="bvls")
        guessed += zip(unknowns, map(float, fit.x), strict=True)
    return _against_prior(there, guessed)


def _equations(there: Situation) -> list[Sum]:
    """The equations of two parts and more."""
    return [each for each in there.relations.sums if each.kind == "equal" and len(each.parts) > 1]


def _shown(there: Situation) -> Floats:
    return there.unknowns["shown"].fill_null(float("nan")).to_numpy()


def _against_prior(there: Situation, guessed: list[tuple[int, float]]) -> Guesses:
    unknowns = np.array([unknown for unknown, _ in guessed], dtype=np.int64)
    guess = np.array([value for _, value in guessed], dtype=np.float64)
    true, shown = there.true[unknowns], _shown(there)[unknowns]
    hidden = np.isnan(shown)
    prior = np.array([_unchanged(int(count), there.strength) for count in np.round(true)], dtype=np.float64)
    if hidden.any():
        _, times = np.unique(true[hidden], return_counts=True)
        prior[hidden] = times.max() / hidden.sum()
    return Guesses(unknowns, (np.abs(guess - true) < SAME).astype(np.float64), prior)


def _unchanged(count: int, strength: Strength) -> float:
    """How likely the method is to leave a count as it is."""
    return probabilities(min(count, strength.d + 1), strength)[min(count, strength.d)]


def _blocks(equations: list[Sum]) -> list[list[Sum]]:
    """Equations that share an unknown, together."""
    block_of: dict[int, list[Sum]] = {}
    for each in equations:
        joined = [each]
        for old in {id(block_of[u]): block_of[u] for u in (*each.parts, *each.wholes) if u in block_of}.values():
            joined += old
        for one in joined:
            for unknown in (*one.parts, *one.wholes):
                block_of[unknown] = joined
    return list({id(block): block for block in block_of.values()}.values())
