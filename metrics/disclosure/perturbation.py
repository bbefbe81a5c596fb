"""The perturbation table: how much a count is changed, given its cell key.

Rule    among all whole-number noises that keep a count's expectation, never exceed D and never make a count
        negative, the one with the largest entropy at variance V: it tells an observer the least
Source  Marley & Leaver 2011; Giessing 2016; disclosure control of the 2021 EU census
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from metrics.disclosure.cell_key import KEYS

D = 3  # no count is changed by more
V = 2.0  # variance of the change


@dataclass(frozen=True)
class Strength:
    """How strong the noise is: no count is changed by more than `d`, and the change has variance `v`."""

    d: int = D
    v: float = V


STANDARD = Strength()
STRONGER = Strength(d=4, v=3.0)
"""What a release is made with where the attacks on the standard succeed."""

Integers = NDArray[np.int64]


@cache
def probabilities(count: int, strength: Strength = STANDARD) -> tuple[float, ...]:
    """Chances of each change from -min(count, D) to D, for a cell of `count`.

    Rule    mean 0; variance V above D, at most V below, where the lower side is cut
    """
    d = strength.d
    changes = np.arange(-min(count, d), d + 1)
    moments = np.stack([changes, changes**2 - strength.v])
    if count == 0:  # nothing to take from, and nothing may be added on average
        return (1.0, *(0.0,) * d)

    def log_sum(tilt: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = np.exp(tilt @ moments)
        return float(np.log(weights.sum())), moments @ weights / weights.sum()

    # The dual of the entropy problem: convex, with one unknown for each moment that is held.
    at_most = (None, 0.0) if count <= d else (None, None)
    exact = {"ftol": 1e-16, "gtol": 1e-13}
    found = minimize(log_sum, (0.0, 0.0), jac=True, bounds=((None, None), at_most), method="L-BFGS-B", options=exact)
    weights = np.exp(found.x @ moments)
    return tuple(float(weight) for weight in weights / weights.sum())


@cache
def thresholds(count: int, strength: Strength = STANDARD) -> tuple[int, ...]:
    """The cell keys from which the next larger change applies: one fewer than there are changes.

    Rule    rounded to a millionth of the keys, so that every machine has the same table
    """
    upto = np.cumsum(probabilities(count, strength))[:-1]
    return tuple(int(round(float(share), 6) * KEYS) for share in upto)


def noise(counts: Integers, keys: Integers, strength: Strength = STANDARD) -> Integers:
    """The change of each count, by its cell key.

    Rule    a count of things that are not persons uses the key of the persons behind them
    """
    d = strength.d
    changes = np.zeros(len(counts), dtype=np.int64)
    lowest = np.minimum(counts, d)
    for low in range(d + 1):
        table = thresholds(low if low < d else d + 1, strength)
        here = lowest == low
        changes[here] = np.searchsorted(table, keys[here], side="right") - low
    return changes
