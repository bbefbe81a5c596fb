"""One figure over time, made from protected cells: a region's, a municipality's, or both where they may be summed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

import polars as pl

from metrics import periods
from metrics.indicator import ORGANISATIONS, Breakdown, Indicator, Organisation
from metrics.periods import Grain
from metrics.problem import Text

Flag = Literal["ok", "suppressed", "structural_zero", "no_data", "not_reached"]
Whose = Literal["region", "municipality", "both"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One figure over time, without holes: every period has a value or a flag that says why not.

    Out     periods     first days, from the first published to the last the organisation published for this breakdown
            values      None wherever the flag is not "ok"; a share is 0-1
            numerators, denominators, low, high  as published, for the table beside the chart
            flags       ok | suppressed (too few persons) | structural_zero (cannot occur) | no_data (nothing came)
                    | not_reached (a median: half still wait)
    Rule    two series cannot be added: see `Pair`
    """

    indicator_id: str
    organisation: Whose
    breakdown: Breakdown
    group: str
    grain: Grain
    periods: tuple[date, ...]
    values: tuple[float | None, ...]
    numerators: tuple[float | None, ...]
    denominators: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    flags: tuple[Flag, ...]

    @property
    def latest(self) -> int | None:
        """The position of the last period that shows a value."""
        return next((at for at in reversed(range(len(self.values))) if self.values[at] is not None), None)


@dataclass(frozen=True, kw_only=True)
class Target:
    """A level an organisation shall reach, in force between two days by a decision.

    In      value, end_value  the level; or, of a trajectory, the level it sets out from and the one it reaches on its
                              last day
    Fails   ValueError for a trajectory without a last day
    """

    indicator_id: str
    organisation: Organisation
    value: float
    from_on: date
    to_on: date | None
    decision_id: str
    end_value: float | None = None

    def __post_init__(self) -> None:
        """Refuse a trajectory that never arrives."""
        if self.end_value is not None and (self.to_on is None or self.to_on <= self.from_on):
            raise ValueError("a target that changes by the day needs a last day, after its first")

    def on(self, day: date) -> float:
        """The level on a day: the same throughout, or on the straight line of a trajectory.

        >>> way = Target(indicator_id="P2", organisation="region", value=0.6, end_value=0.8, decision_id="B-1",
        ...              from_on=date(2024, 1, 1), to_on=date(2024, 12, 31))
        >>> [round(way.on(day), 2) for day in (date(2024, 1, 1), date(2024, 7, 1), date(2024, 12, 31))]
        [0.6, 0.7, 0.8]
        """
        if self.end_value is None or self.to_on is None:
            return self.value
        gone = (min(max(day, self.from_on), self.to_on) - self.from_on) / (self.to_on - self.from_on)
        return self.value + (self.end_value - self.value) * gone


@dataclass(frozen=True, kw_only=True)
class Recalculation:
    """A recorded decision that control limits start anew from a day, and why."""

    indicator_id: str
    organisation: Organisation
    from_on: date
    reason: Text
    decision_id: str


Decided = TypeVar("Decided", Target, Recalculation)


class Point(NamedTuple):
    """One published period of one series."""

    value: float | None
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    flag: Flag


NOTHING = Point(None, None, None, None, None, "no_data")


@dataclass(frozen=True)
class Arranged:
    """Protected cells of one breakdown and group, sorted once into (indicator, organisation) -> period -> point.

    Out     last    the last period each organisation published per indicator, whatever the group
    """

    breakdown: Breakdown
    group: str
    points: Mapping[tuple[str, str], Mapping[date, Point]]
    last: Mapping[tuple[str, str], date]


def series(
    cells: pl.DataFrame,
    indicator: Indicator,
    organisation: Organisation,
    breakdown: Breakdown = "all",
    group: str = "",
) -> Series:
    """One organisation's series of an indicator; empty where this breakdown of it is not published.

    Rule    a share of the joint amount needs both organisations: it is missing where one of them is; a group that
            ends before the organisation's other groups do, such as a closed unit, has nothing to measure from then
            on, rather than an old figure that looks like the latest
    """
    return series_from(arrange(cells.filter(indicator_id=indicator.id), breakdown, group), indicator, organisation)


def both(cells: pl.DataFrame, indicator: Indicator, breakdown: Breakdown = "all", group: str = "") -> Series | None:
    """Both organisations' figure as one; None where the twins may not be summed."""
    arranged = arrange(cells.filter(indicator_id=indicator.id), breakdown, group)
    sides = (series_from(arranged, indicator, organisation) for organisation in ORGANISATIONS)
    return together(indicator, *sides)


def arrange(cells: pl.DataFrame, breakdown: Breakdown = "all", group: str = "") -> Arranged:
    """Sort cells for many series at once: a scorecard filters the frame once, not once per row.

    Fails   ValueError where a series has two figures for one period: raters or domains must not be mixed
    """
    of_breakdown = cells.filter(pl.col("breakdown") == breakdown)
    wanted = of_breakdown.filter(pl.col("group") == group).select(
        "indicator_id", "organisation", "period_start", "value", "numerator", "denominator", "low", "high", "flag"
    )
    points: dict[tuple[str, str], dict[date, Point]] = {}
    for indicator_id, organisation, period_start, *figures in wanted.rows():
        of_series = points.setdefault((indicator_id, organisation), {})
        if period_start in of_series:
            raise ValueError(f"{indicator_id}, {organisation}: two figures for the period {period_start}")
        of_series[period_start] = Point(*figures)
    last = of_breakdown.group_by("indicator_id", "organisation").agg(pl.col("period_start").max())
    return Arranged(breakdown, group, points, {(each, whose): on for each, whose, on in last.rows()})


def series_from(arranged: Arranged, indicator: Indicator, organisation: Organisation) -> Series:
    """One organisation's series from cells already arranged."""
    own = arranged.points.get((indicator.id, organisation), {})
    if indicator.measure == "share_of_joint":
        other: Organisation = "municipality" if organisation == "region" else "region"
        beside, until = arranged.points.get((indicator.id, other), {}), arranged.last.get((indicator.id, other))
        own = _shares_of_joint(own, beside, until)
    if not own:
        return _series(indicator, organisation, arranged.breakdown, arranged.group, (), {})
    ended, last = max(own), arranged.last[(indicator.id, organisation)]
    every = _every(min(own), last, _grain(indicator, arranged.breakdown))
    gone = NOTHING._replace(flag="structural_zero")
    points = {**own, **{on: gone for on in every if on > ended}}
    return _series(indicator, organisation, arranged.breakdown, arranged.group, every, points)


@dataclass(frozen=True)
class Pair:
    """Two twins that measure the same thing and may therefore be summed.

    Rule    a pair that is not comparable cannot be made, so its sum cannot be asked for: no other operation adds series
    Fails   ValueError where the twins are not comparable, or the figure is not a share of counts
    """

    indicator: Indicator
    region: Series
    municipality: Series

    def __post_init__(self) -> None:
        """Refuse a pair whose sum would mean nothing."""
        if not may_be_summed(self.indicator, self.region.breakdown):
            raise ValueError(f"{self.indicator.id}: the two organisations' figures cannot be summed")

    def sums(self) -> dict[date, Point]:
        """Sum of protected numerators over sum of protected denominators, in periods where both have their say."""
        region, municipality = _points(self.region), _points(self.municipality)
        every = region.keys() | municipality.keys()
        return {on: _sum(region.get(on, NOTHING), municipality.get(on, NOTHING)) for on in every}


def may_be_summed(indicator: Indicator, breakdown: Breakdown = "all") -> bool:
    """Whether both organisations' figures may become one: same or comparable definition, and a share of counts."""
    return indicator.comparable in ("identical", "comparable") and indicator.measure_of(breakdown) == "share"


def together(indicator: Indicator, region: Series, municipality: Series) -> Series | None:
    """Both organisations' series as one; None where they may not be summed."""
    if not may_be_summed(indicator, region.breakdown):
        return None
    points = Pair(indicator, region, municipality).sums()
    every = _every(min(points), max(points), region.grain) if points else ()
    return _series(indicator, "both", region.breakdown, region.group, every, points)


def decided_for(series: Series, entries: Iterable[Decided]) -> list[Decided]:
    """The targets, or the recalculations, that were decided for just this series.

    Rule    they are decided for the whole of an organisation: a unit or a target group has another level and another
            history, and is neither held against the whole's target nor begins anew where the whole does
    """
    if series.breakdown != "all":
        return []
    mine = (series.indicator_id, series.organisation)
    return [each for each in entries if (each.indicator_id, each.organisation) == mine]


def targets_in_force(series: Series, targets: Iterable[Target]) -> tuple[Target | None, ...]:
    """Per period, the target in force on its last day; the one set last where two overlap."""
    own = sorted(decided_for(series, targets), key=lambda each: each.from_on, reverse=True)
    if not own or not series.periods:
        return (None,) * len(series.periods)
    days = _last_days(series.periods, series.grain)
    return tuple([next((each for each in own if _in_force(each, day)), None) for day in days])


def levels(series: Series, targets: Iterable[Target]) -> tuple[float | None, ...]:
    """Per period, the level to reach on its last day; None where no target is in force."""
    in_force = targets_in_force(series, targets)
    days = _last_days(series.periods, series.grain) if series.periods else []
    return tuple([None if each is None else each.on(day) for each, day in zip(in_force, days, strict=True)])


def phase_positions(series: Series, recalculations: Iterable[Recalculation]) -> tuple[int, ...]:
    """Positions where control limits start anew: the first whole period on or after each recorded day."""
    days = [each.from_on for each in decided_for(series, recalculations)]
    starts = (next((at for at, on in enumerate(series.periods) if on >= day), None) for day in days)
    return tuple(sorted({at for at in starts if at}))


def _last_days(every: tuple[date, ...], grain: Grain) -> list[date]:
    """The last day of each of consecutive periods: the day before the next begins."""
    after = periods.start(periods.index(every[-1], grain) + 1, grain)
    return [on - timedelta(days=1) for on in (*every[1:], after)]


def _in_force(target: Target, day: date) -> bool:
    return target.from_on <= day and (target.to_on is None or day <= target.to_on)


def _shares_of_joint(own: Mapping[date, Point], other: Mapping[date, Point], until: date | None) -> dict[date, Point]:
    """Own amount over both amounts; a period the other side lacks has the own amount and no share.

    In      until  the last period the other side published for any group
    Rule    where the other side has left this group, and still publishes others, the own amount is the whole
    """
    shares: dict[date, Point] = {}
    left = max(other, default=None)
    for on, point in own.items():
        amount, rest = point.numerator, other.get(on, NOTHING)
        if left and until and left < on <= until:
            rest = NOTHING._replace(numerator=0.0, flag="ok")
        if point.flag != "ok" or amount is None:
            shares[on] = point
        elif rest.flag != "ok" or rest.numerator is None or amount + rest.numerator <= 0:
            shares[on] = point._replace(value=None, denominator=None, flag="no_data")
        else:
            joint = amount + rest.numerator
            shares[on] = point._replace(value=amount / joint, denominator=joint)
    return shares


def _sum(region: Point, municipality: Point) -> Point:
    """Both sides' counts as one; a side where the thing cannot occur adds nothing, any other gap hides the sum."""
    numerator = denominator = 0.0
    for side in (region, municipality):
        if side.flag == "structural_zero":
            continue
        if side.flag != "ok" or side.numerator is None or side.denominator is None:
            return NOTHING if side.flag == "ok" else NOTHING._replace(flag=side.flag)
        numerator, denominator = numerator + side.numerator, denominator + side.denominator
    if denominator <= 0:
        return NOTHING._replace(flag="structural_zero")
    return Point(min(max(numerator / denominator, 0.0), 1.0), numerator, denominator, None, None, "ok")


def _grain(indicator: Indicator, breakdown: Breakdown) -> Grain:
    return indicator.breakdowns.get(breakdown, indicator.grain)


@lru_cache(maxsize=256)  # the rows of a scorecard cover the same periods
def _every(first: date, last: date, grain: Grain) -> tuple[date, ...]:
    """First days of all periods from the one that begins on `first` to the one that begins on `last`."""
    numbers = range(periods.index(first, grain), periods.index(last, grain) + 1)
    return tuple(periods.start(number, grain) for number in numbers)


def _points(series: Series) -> dict[date, Point]:
    columns = (series.values, series.numerators, series.denominators, series.low, series.high, series.flags)
    return dict(zip(series.periods, map(Point, *columns), strict=True))


def _series(
    indicator: Indicator,
    whose: Whose,
    breakdown: Breakdown,
    group: str,
    every: tuple[date, ...],
    points: Mapping[date, Point],
) -> Series:
    found = [_honest(points.get(on, NOTHING)) for on in every]
    return Series(
        indicator_id=indicator.id,
        organisation=whose,
        breakdown=breakdown,
        group=group,
        grain=_grain(indicator, breakdown),
        periods=every,
        values=tuple([each.value for each in found]),
        numerators=tuple([each.numerator for each in found]),
        denominators=tuple([each.denominator for each in found]),
        low=tuple([each.low for each in found]),
        high=tuple([each.high for each in found]),
        flags=tuple([each.flag for each in found]),
    )


def _honest(point: Point) -> Point:
    """A value only where the flag is "ok", and "ok" only where there is a value."""
    if point.flag != "ok":
        return point if point.value is None else point._replace(value=None, low=None, high=None)
    return point if point.value is not None else point._replace(flag="suppressed")
