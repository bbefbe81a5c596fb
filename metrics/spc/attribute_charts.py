"""Charts of counts: shares (p) and rates (u), each also with Laney's allowance for variation beyond chance.

The fewer a period counts, the wider its limits. Every point therefore has limits of its own, and the rules are given
its distance from the mean in its own standard errors: one set of rules for all charts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum, inf, sqrt
from typing import Unpack

from metrics.spc.control_chart import ControlChart, Options, Phase, Reading, Values, drawn, position_after, shown
from metrics.spc.limits import Limits, mean_moving_range

SIGMAS = 3
"""Limits lie this many standard errors from the mean."""

RANGE_PER_SIGMA = 1.128
"""The mean moving range of independent values, in their standard deviations."""


Gaps = list[float | None]


@dataclass(frozen=True)
class Family:
    """What is counted.

    In      spread   mean -> standard error of one period that counts one, by chance alone
            highest  what a value cannot exceed
    """

    spread: Callable[[float], float]
    highest: float


SHARE = Family(spread=lambda mean: sqrt(mean * (1 - mean)), highest=1.0)
RATE = Family(spread=sqrt, highest=inf)


def p_chart(numerators: Values, denominators: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of a share: how many of those who could, period by period.

    In      numerators, denominators  counts; a period without either, or with nothing to count among, is a gap
            options  see `Options`
    Out     values and lines are shares 0-1, limits cut to that; no limits where nothing is shown
    Rule    p ± 3·√(p(1 - p)/n), p being the sum of all numerators over the sum of all denominators
    Source  Montgomery, Introduction to Statistical Quality Control, chapter 7
    >>> chart = p_chart([10, 10, 10], [100, 100, 25])
    >>> [round(limit, 3) for limit in (chart.mean[0], chart.lower[0], chart.upper[0], chart.upper[2])]
    [0.133, 0.031, 0.235, 0.337]
    """
    return _counts(numerators, denominators, SHARE, laney=False, **options)


def laney_p(numerators: Values, denominators: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of a share whose limits also allow for the usual variation between periods (p').

    Rule    p ± 3·σ_z·√(p(1 - p)/n): σ_z is the mean moving range of the points in standard errors, over 1.128; it is
            about 1 where periods vary by chance alone, and the chart is then the plain one
    Source  Laney, Improved control charts for attributes, 2002
    >>> chart = laney_p([500, 520, 480, 510], [1000, 1000, 1000, 1000])
    >>> [round(limit, 3) for limit in (chart.mean[0], chart.lower[0], chart.upper[0])]
    [0.502, 0.423, 0.582]
    """
    return _counts(numerators, denominators, SHARE, laney=True, **options)


def u_chart(counts: Values, denominators: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of a rate: events per person, day or plan, period by period.

    Out     values and lines are events per one of the denominator, the lower limit cut to 0
    Rule    u ± 3·√(u/n); with a denominator of 1 throughout it is the chart of a count (c)
    Source  Montgomery, chapter 7
    >>> chart = u_chart([4, 4, 4], [1, 1, 1])
    >>> chart.mean[0], chart.lower[0], chart.upper[0]
    (4.0, 0.0, 10.0)
    """
    return _counts(counts, denominators, RATE, laney=False, **options)


def laney_u(counts: Values, denominators: Values, **options: Unpack[Options]) -> ControlChart:
    """The chart of a rate whose limits also allow for the usual variation between periods (u').

    Source  Laney 2002
    >>> chart = laney_u([400, 440, 360, 420], [1, 1, 1, 1])
    >>> [round(limit) for limit in (chart.mean[0], chart.lower[0], chart.upper[0])]
    [405, 245, 565]
    """
    return _counts(counts, denominators, RATE, laney=True, **options)


def dispersion(numerators: Values, denominators: Values, family: Family = SHARE) -> float | None:
    """σ_z: how many times wider than chance alone the periods vary; None where that cannot be told.

    >>> round(dispersion([50, 52, 48, 51], [100, 100, 100, 100]), 2), dispersion([0, 0], [9, 9])
    (0.53, None)
    """
    counts, sizes = _counted(numerators, denominators, family)
    mean = _mean(counts, sizes)
    if mean is None or not family.spread(mean):
        return None
    return _widening(_scores(counts, sizes, mean, family), screen=False) or None


def _counts(
    numerators: Values,
    denominators: Values,
    family: Family,
    *,
    laney: bool,
    fix_after: int | None = None,
    screen: bool = False,
    **reading: Unpack[Reading],
) -> ControlChart:
    """Any of the four charts; the published ones that are widened do not screen their ranges, so neither do these."""
    counts, sizes = _counted(numerators, denominators, family)

    def judge(first: int, end: int) -> Phase:
        base = position_after(counts[first:end], fix_after)
        return _phase(counts[first:end], sizes[first:end], family, base, laney=laney, screen=screen)

    values = [None if n is None or d is None else n / d for n, d in zip(counts, sizes, strict=True)]
    return drawn(values, judge, **reading)


def _phase(counts: Gaps, sizes: Gaps, family: Family, base: int | None, *, laney: bool, screen: bool) -> Phase:
    mean = _mean(counts[:base], sizes[:base])
    if mean is None:
        return Phase([Limits(None, None, None)] * len(counts))
    shares = {n / d for n, d in zip(counts[:base], sizes[:base], strict=True) if n is not None and d is not None}
    if not family.spread(mean) or (laney and len(shares) == 1 and len(counts) > 1):
        level = shares.pop()
        return Phase([Limits(level, level, level)] * len(counts))
    scores = _scores(counts, sizes, mean, family)
    wider = _widening(scores[:base], screen=screen) if laney else 1.0
    if not wider:
        return Phase([Limits(mean, None, None)] * len(counts))
    lines = [_lines(mean, None if d is None else wider * family.spread(mean) / sqrt(d), family) for d in sizes]
    return Phase(lines, [None if score is None else score / wider for score in scores])


def _counted(numerators: Values, denominators: Values, family: Family) -> tuple[Gaps, Gaps]:
    """Both counts of every period that has both; a gap in one is a gap in the other."""
    if len(numerators) != len(denominators):
        raise ValueError(f"{len(numerators)} numerators for {len(denominators)} denominators: give one of each")
    counts: Gaps = []
    sizes: Gaps = []
    for count, size in zip(shown(numerators), shown(denominators), strict=True):
        if count is not None and size is not None and (count < 0 or size < 0 or count > family.highest * size > 0):
            raise ValueError("a count cannot be negative, nor a share of a group larger than the group")
        there = count is not None and bool(size)
        counts.append(count if there else None)
        sizes.append(size if there else None)
    return counts, sizes


def _mean(counts: Gaps, sizes: Gaps) -> float | None:
    size = fsum(each for each in sizes if each is not None)
    return fsum(each for each in counts if each is not None) / size if size else None


def _scores(counts: Gaps, sizes: Gaps, mean: float, family: Family) -> Gaps:
    """How far each period lies from the mean, in its own standard errors."""
    return [
        None if n is None or d is None else (n / d - mean) * sqrt(d) / family.spread(mean)
        for n, d in zip(counts, sizes, strict=True)
    ]


def _widening(scores: Gaps, *, screen: bool) -> float:
    return mean_moving_range(scores, screen=screen) / RANGE_PER_SIGMA


def _lines(mean: float, error: float | None, family: Family) -> Limits:
    if error is None:
        return Limits(mean, None, None)
    return Limits(mean, max(0.0, mean - SIGMAS * error), min(family.highest, mean + SIGMAS * error))
