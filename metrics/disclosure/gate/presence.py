"""One person more or fewer: what an insider learns, and whether anyone can be seen to come or go."""

from __future__ import annotations

import numpy as np

from metrics.disclosure.cell_key import KEYS
from metrics.disclosure.classes import THRESHOLD
from metrics.disclosure.gate.bounds import SEED, Floats, Integers, bounds
from metrics.disclosure.gate.situation import Situation
from metrics.disclosure.perturbation import noise

SIMULATIONS = 100_000


def known_units(there: Situation) -> tuple[str, ...]:
    """The units an insider may know exactly."""
    return tuple(sorted(there.counts.filter(breakdown="unit")["group"].unique()))


def learnt_by_insider(there: Situation, unit: str) -> Integers:
    """The targets that somebody who knows all counts of `unit` finds, beyond what those counts alone settle.

    Rule    what they suppose of earlier releases and see to be impossible they let go; what they find is rightly found
    """
    known = np.zeros(there.cells, dtype=bool)
    known[there.counts.filter(breakdown="unit", group=unit, release=0)["unknown"].to_numpy()] = True
    near = there.known.touching(known)
    known, true = known[near.unknowns], there.true[near.unknowns]
    lo, hi = np.where(known, true, there.lo[near.unknowns]), np.where(known, true, there.hi[near.unknowns])
    others = abs(near.known.targets) @ ~known > 0
    seen = bounds(near.known.fitting(lo, hi), lo, hi, among=others)
    found = others & seen.found() & seen.fit(near.known.targets @ true)
    if found.any():
        # What follows from the unit's own counts, whatever was shown of all others, is not learnt from the release.
        lo, hi = np.where(known, true, 0.0), np.where(known, true, there.hi.max())
        found &= ~bounds(near.known.fitting(lo, hi), lo, hi, of=found).found()
    return np.asarray(near.targets[found])


def seen_to_come(there: Situation) -> float:
    """How often a person who joins a count is noticed, and one who does not is not: a half is chance.

    Rule    between the releases somebody else has come and gone too, so that the count has a new key in either case
    """
    true = there.counts.filter(release=0)["true"].drop_nulls().round().cast(int).unique().sort().to_numpy()
    if not len(true):
        return 0.5
    chance = np.random.default_rng(SEED)
    before = chance.choice(true, SIMULATIONS)
    joined = chance.random(SIMULATIONS) < 0.5
    first, second = _shown(there, before, chance), _shown(there, before + joined, chance)
    # The likeliest answer is that somebody came where the number rose; a number that is hidden says nothing.
    told = np.isfinite(first) & np.isfinite(second)
    guess = np.where(told, second > first, chance.random(SIMULATIONS) < 0.5)
    return float((guess == joined).mean())


def _shown(there: Situation, counts: Integers, chance: np.random.Generator) -> Floats:
    keys = chance.integers(0, KEYS, len(counts))
    shown = (counts + noise(counts, keys, there.strength)).astype(np.float64)
    return np.where(shown < THRESHOLD, np.nan, shown)
