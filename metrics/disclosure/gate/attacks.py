"""Every attack on a release, in order, and what came of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

import numpy as np
import polars as pl

from metrics.disclosure.gate import guesses, presence, rows, words
from metrics.disclosure.gate.bounds import Bounds, Floats, InfeasibleError, Integers, Truths, bounds, corners
from metrics.disclosure.gate.figures import Part
from metrics.disclosure.gate.guesses import Guesses
from metrics.disclosure.gate.integer import whole_bounds
from metrics.disclosure.gate.report import Finding, Report
from metrics.disclosure.gate.situation import Situation, situation
from metrics.disclosure.perturbation import STANDARD, Strength
from metrics.problem import Text

RECOVERED = 0.99  # of the control, at least
ABOVE_PRIOR = 0.10  # a guess may be right so much oftener than the number that is shown
CLOSE = 40  # targets bounded exactly because they were seen to vary least
HARDEST = 12  # of them, those tried in whole numbers too
SURE = 2.326  # what is above a limit must be so beyond chance: one-sided 99 %


def attack(
    parts: Sequence[Part],
    earlier: Sequence[pl.DataFrame] = (),
    strength: Strength = STANDARD,
    *,
    step: Callable[[Text], None] = lambda _: None,
) -> Report:
    """Every attack on the figures of `parts`, together with all that was released before.

    In      earlier  protected cells of the organisation's earlier releases, oldest first
            step     told what is being done, as it is done
    """
    there = _Attacked(parts, earlier, strength)
    findings = []
    for name, carried_out in ATTACKS.items():
        step(words.STEPS[name])
        began = time.perf_counter()
        finding = carried_out(there, name)
        findings.append(replace(finding, seconds=time.perf_counter() - began))
    families = there.alone.counts.group_by("family").len().sort("family")
    return Report(
        strength=strength, releases=len(earlier), families=tuple(families.iter_rows()), findings=tuple(findings)
    )


@dataclass(frozen=True)
class _Attacked:
    """The release under attack, and what several attacks share."""

    parts: Sequence[Part]
    earlier: Sequence[pl.DataFrame]
    strength: Strength

    @cached_property
    def alone(self) -> Situation:
        """The release by itself."""
        return situation(self.parts, [], self.strength)

    @cached_property
    def seen(self) -> tuple[Situation, Bounds]:
        """The release with all before it, and what can be said of every target.

        Fails   InfeasibleError where the figures do not even fit themselves
        """
        if not self.earlier:
            return self.apart
        steady = situation(self.parts, self.earlier, self.strength)
        return steady, bounds(steady.known, steady.lo, steady.hi, among=_judged(steady))

    @cached_property
    def apart(self) -> tuple[Situation, Bounds]:
        """The same, supposing nothing between the releases.

        Fails   InfeasibleError where the figures do not even fit themselves
        """
        there = situation(self.parts, self.earlier, self.strength, steady=False) if self.earlier else self.alone
        return there, bounds(there.known, there.lo, there.hi)


def _truth(there: Situation) -> Floats:
    """What every target is; not a number where only an earlier release knew."""
    return np.asarray(there.known.targets @ there.true)


def _judged(there: Situation) -> Truths:
    """Targets of which can be said whether they are found: all, but where something is supposed between releases.

    Rule    then nobody can say it of what only an earlier release knew, neither the attacker nor the zone
    """
    return np.isfinite(_truth(there)) | (not there.steady)


def _found(there: Situation, seen: Bounds, targets: Integers) -> Integers:
    """Those of the targets that are settled, and rightly: what is supposed between releases can be wrong."""
    return np.asarray(targets[seen.found() & seen.fit(_truth(there)[targets]) & _judged(there)[targets]])


def _control(there: _Attacked, name: str) -> Finding:
    """Of every sum the smallest part is hidden and all else exact, as plain hiding leaves it."""
    alone = there.alone
    hidden = np.zeros(alone.cells, dtype=bool)
    for each in alone.relations.sums:
        if each.kind == "equal" and len(each.parts) > 1:
            hidden[min(each.parts, key=lambda part: (alone.true[part], part))] = True
    chosen = np.concatenate([hidden, np.zeros(len(alone.indicators) - alone.cells, dtype=bool)])
    chosen[alone.cells : alone.cells + len(alone.relations.pairs)] = True
    lo, hi = np.where(hidden, 0.0, alone.true), np.where(hidden, alone.hi.max(initial=0.0), alone.true)
    truth = alone.known.targets @ alone.true
    seen = corners(alone.known, lo, hi)
    right = np.abs(seen.least - truth) + np.abs(seen.most - truth) < 1e-3
    recovered = float(right[chosen].mean()) if chosen.any() else 1.0
    return _told(name, tried=int(chosen.sum()), found=recovered, limit=RECOVERED, passed=recovered >= RECOVERED)


def _within_noise(there: _Attacked, name: str) -> Finding:
    """Nothing is changed by more than the method says, or the attacker's bounds would be wrong."""
    unknowns = there.alone.unknowns
    outside = unknowns.filter((pl.col("true") < pl.col("lo")) | (pl.col("true") > pl.col("hi")))
    return _none(name, tried=unknowns.height, failing=outside["indicator"])


def _bounds(there: _Attacked, name: str) -> Finding:
    """What is certain, or provably one to four."""
    try:
        now, seen = there.seen
        apart, seen_apart = there.apart
    except InfeasibleError:
        return _none(name, tried=len(there.alone.indicators), failing=there.alone.indicators)
    failing = _whose(now, _found(now, seen, np.arange(len(now.indicators))))
    if apart is not now:
        failing += _whose(apart, _found(apart, seen_apart, np.arange(len(apart.indicators))))
    return _none(name, tried=len(now.indicators), failing=failing)


def _whole_numbers(there: _Attacked, name: str) -> Finding:
    """The same in whole numbers, for those that came nearest."""
    try:
        now, seen = there.seen
    except InfeasibleError:
        return _none(name, tried=0, failing=there.alone.indicators)
    close = np.zeros(len(now.indicators), dtype=bool)
    narrowest = np.argsort(np.where(_judged(now), seen.most - seen.least, np.inf), kind="stable")
    close[narrowest[:CLOSE]] = True
    exact = bounds(now.known, now.lo, now.hi, of=close)
    width = np.where(close, exact.most - exact.least, np.inf)
    hardest = np.argsort(width, kind="stable")[: min(HARDEST, int(close.sum()))]
    whole = whole_bounds(now.known, now.lo, now.hi, now.unknowns["step"].to_numpy(), hardest)
    return _none(name, tried=len(hardest), failing=_whose(now, _found(now, whole, hardest)))


def _guess(guessed: Callable[[Situation], Guesses]) -> Callable[[_Attacked, str], Finding]:
    """The attack that guesses so, on the release by itself: no earlier one is the same counts."""

    def carried_out(there: _Attacked, name: str) -> Finding:
        guess = guessed(there.alone)
        if not len(guess.unknowns):
            return _told(name, tried=0, found=0.0, limit=ABOVE_PRIOR, passed=True)
        found, prior = float(guess.right.mean()), float(guess.prior.mean())
        limit = min(1.0, prior + ABOVE_PRIOR)
        limit = min(1.0, limit + _chance(limit, len(guess.unknowns)))
        passed = found <= limit
        failing = [] if passed else _whose(there.alone, guess.unknowns[guess.right > guess.prior])
        return _told(name, tried=len(guess.unknowns), found=found, limit=limit, passed=passed, failing=failing)

    return carried_out


def _insider(there: _Attacked, name: str) -> Finding:
    """One who knows a unit exactly learns no other count."""
    try:
        now, _ = there.seen
    except InfeasibleError:
        return _none(name, tried=0, failing=there.alone.indicators)
    units = presence.known_units(now)
    learnt = np.concatenate([[], *(presence.learnt_by_insider(now, unit) for unit in units)]).astype(np.int64)
    return _none(name, tried=len(units), failing=_whose(now, learnt[_judged(now)[learnt]]))


def _presence(there: _Attacked, name: str) -> Finding:
    """Nobody can be seen to come."""
    found, limit = presence.seen_to_come(there.alone), 0.5 + ABOVE_PRIOR
    passed = found <= limit
    failing = [] if passed else sorted(set(there.alone.indicators))
    return _told(name, tried=presence.SIMULATIONS, found=found, limit=limit, passed=passed, failing=failing)


def _each_part(examined: Callable[[Part, Strength], tuple[int, int]]) -> Callable[[_Attacked, str], Finding]:
    """The attack that looks at each indicator's rows: how many it examined, and how many it found."""

    def carried_out(there: _Attacked, name: str) -> Finding:
        looked = {part.definition.id: examined(part, there.strength) for part in there.parts}
        failing = [indicator for indicator, (_, found) in looked.items() for _ in range(found)]
        return _none(name, tried=sum(tried for tried, _ in looked.values()), failing=failing)

    return carried_out


def _usefulness(there: _Attacked, name: str) -> Finding:
    """What is shown is near enough to the truth to be of use."""
    errors = rows.errors(there.alone.unknowns)
    found, limit = float(errors.sum()) / max(len(errors), 1), rows.MEAN_ERROR * sqrt(there.strength.v / STANDARD.v)
    # Few counts may all be as far off: how much a mean can stray is the method's to say, not theirs.
    limit += SURE * rows.spread_of_errors(there.strength) / sqrt(max(len(errors), 1))
    passed = found <= limit and bool((errors <= there.strength.d).all())
    return _told(name, tried=len(errors), found=found, limit=limit, passed=passed)


ATTACKS: Mapping[str, Callable[[_Attacked, str], Finding]] = {
    "control": _control,
    "within_noise": _within_noise,
    "bounds": _bounds,
    "whole_numbers": _whole_numbers,
    "as_shown": _guess(guesses.as_shown),
    "subtraction": _guess(guesses.subtraction),
    "averages": _guess(guesses.averages),
    "best_guess": _guess(guesses.least_squares),
    "insider": _insider,
    "presence": _presence,
    "sums": _each_part(rows.told_sums),
    "exact": _each_part(rows.exact_figures),
    "same_figures": _each_part(rows.changed_by_order),
    "usefulness": _usefulness,
}


def _chance(share: float, tries: int) -> float:
    """How much higher a share can come out by chance."""
    return SURE * sqrt(share * (1 - share) / tries)


def _whose(there: Situation, targets: Integers) -> list[str]:
    return [there.indicators[target] for target in targets]


def _none(name: str, *, tried: int, failing: Iterable[str]) -> Finding:
    """The finding of an attack that must find nothing at all."""
    found = list(failing)
    return _told(name, tried=tried, found=float(len(found)), limit=0.0, passed=not found, failing=found)


def _told(name: str, *, tried: int, found: float, limit: float, passed: bool, failing: Iterable[str] = ()) -> Finding:
    text = words.NOTHING if not tried and passed else words.told(name, tried=tried, found=found, limit=limit)
    return Finding(
        attack=name, tried=tried, found=found, limit=limit, passed=passed, text=text,
        failing=tuple(sorted(set(failing))),
    )  # fmt: skip
