"""The run chart: a median, and whether the points cross it as chance would have it. It has no limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import accumulate, groupby
from math import comb, log2
from statistics import median
from typing import Unpack

from metrics.spc.control_chart import ControlChart, Options, Phase, Reading, Values, drawn, position_after, shown
from metrics.spc.limits import Limits
from metrics.spc.rules import SpecialCause

CROSSINGS_RISK = 0.05
"""Fewer crossings than chance gives in this part of all series are too few."""


@dataclass(frozen=True)
class Crossings:
    """How a series lies about a line.

    In      useful     points that do not lie on it
            longest    the longest run of useful points on one side, and the longest that chance usually gives
            crossings  how often two neighbouring useful points lie on either side, and the fewest chance usually gives
    """

    useful: int
    longest: int
    longest_max: int
    crossings: int
    crossings_min: int

    @property
    def signal(self) -> bool:
        """Whether chance alone would hardly lie so."""
        return self.longest > self.longest_max or self.crossings < self.crossings_min


@dataclass(frozen=True, kw_only=True)
class RunChart(ControlChart):
    """A run chart, point by point: `mean` is the median, and there are limits only where nothing ever varied.

    Out     useful, longest, longest_max, crossings, crossings_min, signal  of the last shown point's phase;
            see `Crossings`
            special_cause  the points of a run that is too long; too few crossings have no point of their own
    """

    useful: int
    longest: int
    longest_max: int
    crossings: int
    crossings_min: int
    signal: bool


def run_chart(values: Values, *, centre: float | None = None, **options: Unpack[Options]) -> RunChart:
    """The run chart of a short or skewed series: Anhøj's two rules about its median.

    In      values  one per period, in order, None where a period is missing or hidden
            centre  the line to count about instead of the median
            options see `Options`
    Rule    a signal where the longest run is over log2(n) + 3, rounded, or crossings are fewer than the 5 % quantile
            of Binomial(n - 1, ½); points on the median are left out, and a gap ends a run and is never a crossing
    Source  Anhøj & Olesen, Run charts revisited, 2014
    >>> chart = run_chart([1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6])
    >>> chart.mean[0], chart.longest, chart.longest_max, chart.crossings, chart.crossings_min, chart.signal
    (3.5, 6, 7, 1, 3, True)
    """
    return _run_chart(values, centre, **options)


def crossings(values: Values, centre: float) -> Crossings:
    """How a series lies about a line.

    >>> crossings([1, 9, 1, 5, 9, None, 9], centre=5)
    Crossings(useful=5, longest=1, longest_max=5, crossings=3, crossings_min=0)
    """
    runs = [[len(list(run)) for _, run in groupby(stretch)] for stretch in _sides(values, centre)]
    useful = sum(map(sum, runs))
    neighbours = useful - len(runs)
    return Crossings(
        useful=useful,
        longest=max((length for stretch in runs for length in stretch), default=0),
        longest_max=longest_by_chance(useful),
        crossings=sum(len(stretch) - 1 for stretch in runs),
        crossings_min=crossings_by_chance(neighbours),
    )


def longest_by_chance(useful: int) -> int:
    """The longest run chance usually gives among so many useful points.

    >>> [longest_by_chance(n) for n in (10, 12, 24, 48)]
    [6, 7, 8, 9]
    """
    return round(log2(useful)) + 3 if useful else 0


def crossings_by_chance(neighbours: int) -> int:
    """The fewest crossings chance usually gives among so many pairs of neighbours.

    >>> [crossings_by_chance(n - 1) for n in (10, 12, 24, 48)]
    [2, 3, 8, 18]
    """
    ways = accumulate(comb(neighbours, count) for count in range(neighbours + 1))
    return next(count for count, at_most in enumerate(ways) if at_most >= CROSSINGS_RISK * 2**neighbours)


def _run_chart(
    values: Values,
    centre: float | None,
    *,
    fix_after: int | None = None,
    screen: bool = False,
    **reading: Unpack[Reading],
) -> RunChart:
    del screen  # no moving ranges here
    points = shown(values)
    found: dict[int, Crossings] = {}

    def judge(first: int, end: int) -> Phase:
        phase = points[first:end]
        known = [value for value in phase[: position_after(phase, fix_after)] if value is not None]
        if not known:
            return Phase([Limits(None, None, None)] * len(phase))
        middle = median(known) if centre is None else centre
        found[first] = crossings(phase, middle)
        never_varied = len(known) > 1 and {value for value in phase if value is not None} == {middle}
        lines = Limits(middle, middle, middle) if never_varied else Limits(middle, None, None)
        too_long = partial(_runs_longer_than, found[first].longest_max, middle)
        return Phase([lines] * len(phase), _held_sides(phase, middle), too_long)

    chart = drawn(points, judge, **reading)
    of_chart = {field.name: getattr(chart, field.name) for field in fields(chart)}
    latest = 0 if chart.latest is None else chart.phase_start[chart.latest]
    last = found.get(latest, Crossings(0, 0, 0, 0, 0))
    of_run = {field.name: getattr(last, field.name) for field in fields(last)}
    return RunChart(**of_chart, **of_run, signal=last.signal)


def _sides(values: Values, centre: float) -> list[list[int]]:
    """Per unbroken stretch, the side of each of its points that does not lie on the line."""
    stretches = ([v for v in run if v is not None] for gap, run in groupby(values, key=lambda v: v is None) if not gap)
    sides = ([1 if value > centre else -1 for value in stretch if value != centre] for stretch in stretches)
    return [stretch for stretch in sides if stretch]


def _held_sides(phase: Values, centre: float) -> list[float | None]:
    """The side of each point; one on the line belongs to the run it lies in."""
    sides: list[float | None] = []
    held = 0.0
    for value in phase:
        if value is None:
            held = 0.0
        elif value != centre:
            held = 1.0 if value > centre else -1.0
        sides.append(None if value is None else held)
    return sides


def _runs_longer_than(
    longest: int, centre: float, stretch: Sequence[float], _: Limits, sides: Sequence[float] | None
) -> list[SpecialCause]:
    causes: list[SpecialCause] = []
    for side, run in groupby(zip(sides or (), stretch, strict=True), key=lambda point: point[0]):
        values = [value for _, value in run]
        too_long = side and sum(value != centre for value in values) > longest
        causes += [("shift_high" if side > 0 else "shift_low") if too_long else "common_cause"] * len(values)
    return causes
