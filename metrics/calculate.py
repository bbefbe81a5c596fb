"""From rows about persons to raw cells: the sums of one indicator, for one organisation, inside its zone.

Raw cells are true figures. They are handed to `metrics.disclosure.protect` and to nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import narwhals as nw
import polars as pl

from metrics import exact, periods, ratio_of_amounts, results
from metrics.calendars import Days, calendars, lacks
from metrics.indicator import PARTED, Breakdown, Indicator, Measure, Organisation, Tables, Twin
from metrics.needs_profile import DIMENSIONS
from metrics.periods import Grain
from metrics.populations.users import target_groups

RAW_SCHEMA: dict[str, pl.DataType] = {
    "breakdown": pl.String(),
    "group": pl.String(),
    "rater": pl.String(),
    "domain": pl.Int32(),
    "part": pl.String(),  # of a median or a gap: what is counted before the figure is put together; else ""
    "period_start": pl.Date(),
    "grain": pl.String(),
    "numerator": pl.Float64(),  # null: the organisation has no data for the period
    "denominator": pl.Float64(),
    "persons": pl.Int64(),  # distinct persons in the denominator, and in the numerator
    "numerator_persons": pl.Int64(),
    "denominator_key": pl.Int64(),  # sums of those persons' record keys, modulo 2**32
    "numerator_key": pl.Int64(),
}
COUNTS = ("numerator", "denominator", "persons", "numerator_persons", "denominator_key", "numerator_key")

OTHER = "other"
_DIMENSION_OF = {str(domain): name for name, domains in DIMENSIONS.items() for domain in domains}
SMALLEST_GROUP = 20  # persons; a smaller unit or target group is published as part of "other"
KEYS = 2**32

Way = Literal["once", "sum"]

OwnCells = Callable[[nw.LazyFrame[Any], Twin, Breakdown, Organisation], pl.DataFrame]
OWN_CELLS: Mapping[Measure, OwnCells] = {
    "ratio_of_amounts": ratio_of_amounts.cells,
    "result": results.cells,
    "exact": exact.cells,
}
"""How cells are made of rows that no persons are behind; those of every other measure are sums over persons."""

OpenDates = Mapping[str, tuple[date | None, date | None]]
"""When a unit opened and closed; None where it did so outside the data."""


def calculate(
    indicator: Indicator,
    organisation: Organisation,
    tables: Mapping[str, Any],
    *,
    data_from: date,
    data_to: date,
    known_from: date | None = None,
    holes: Sequence[Days] = (),
    units: OpenDates | None = None,
) -> pl.DataFrame:
    """Raw cells of every breakdown, one row per group and period (`RAW_SCHEMA`).

    In      tables   native frames by name (Polars, or DuckDB relations of one connection): the sources the
                     indicator reads, `persons`, and record_keys(person, record_key)
            known_from  the first day delivered, for figures that look back; `data_from` unless told
            holes    days after it that nobody delivered
            units    dates of the units that opened or closed: no cell lies wholly outside them
    Rule    every whole period from `data_from` to `data_to` has a cell; one that nobody is in holds zeros, and one
            that needs a day nobody delivered has no data: what is missing would look like a fall
    Fails   RuntimeError where a person has no record key: their presence would go unprotected
    """
    count = _Count(
        indicator=indicator,
        organisation=organisation,
        twin=indicator.twins[organisation],
        frames={name: nw.from_native(frame).lazy() for name, frame in tables.items()},
        data_from=data_from,
        data_to=data_to,
        known_from=known_from or data_from,
        holes=holes,
        units=units or {},
    )
    return pl.concat([_breakdown(count, breakdown) for breakdown in indicator.breakdowns])


@dataclass(frozen=True, kw_only=True)
class _Count:
    """What is being counted, and the steps that several breakdowns share: done once, in the rows' own engine."""

    indicator: Indicator
    organisation: Organisation
    twin: Twin
    frames: Tables
    data_from: date
    data_to: date
    known_from: date
    holes: Sequence[Days]
    units: OpenDates
    _done: dict[str, pl.DataFrame] = field(default_factory=dict)
    _within: dict[Grain, Tables] = field(default_factory=dict)

    def calendar(self, grain: Grain) -> list[date]:
        """The first days of the whole periods of the window."""
        return periods.between(self.data_from, self.data_to, grain)

    def delivered(self) -> bool:
        """Whether the source the figure rests on has any row at all, with a value in the column it rests on."""
        there, column = self.frames[self.twin.source], self.twin.column
        filled = there.filter(~nw.col(column).is_null()) if column else there
        return bool(self._once("rows", lambda: filled.select(rows=nw.len()))["rows"][0])

    def lacks(self, first: date, grain: Grain) -> bool:
        """Whether the period beginning on `first`, with its look-back, needs days that were not delivered."""
        return lacks(first, grain, self.indicator.lookback_months, self.known_from, self.holes)

    def record_keys(self) -> pl.DataFrame:
        """person | record_key."""
        return self._once("keys", lambda: self.frames["record_keys"].select("person", "record_key"))

    def target_groups(self, grain: Grain) -> pl.DataFrame:
        """period_start, person, group."""
        return self._once(f"groups {grain}", lambda: target_groups(self._tables(grain)))

    def added(self, grain: Grain, breakdown: Breakdown) -> pl.DataFrame:
        """What each person adds: period_start, person, unit (or domain) | d below, n above."""
        kept = ["domain"] if breakdown == "domain" else ["unit"]
        if self.indicator.measure in PARTED:
            kept.append("part")

        def rows() -> nw.LazyFrame[Any]:
            return _added(self.indicator, self.twin, breakdown, self.twin.rows(self._tables(grain)), kept)

        return self._once(f"added {grain} {kept}", rows)

    def own_cells(self, make: OwnCells, grain: Grain, breakdown: Breakdown) -> pl.DataFrame:
        """Cells of a measure that is no sum over persons."""
        return make(self.twin.rows(self._tables(grain)), self.twin, breakdown, self.organisation)

    def _tables(self, grain: Grain) -> Tables:
        if grain not in self._within:
            calendar = calendars(self.frames["record_keys"], self.calendar(grain), grain)
            self._within[grain] = {**self.frames, **calendar}
        return self._within[grain]

    def _once(self, name: str, rows: Callable[[], nw.LazyFrame[Any]]) -> pl.DataFrame:
        if name not in self._done:
            self._done[name] = rows().collect(backend="polars").to_native()
        return self._done[name]


def _breakdown(count: _Count, breakdown: Breakdown) -> pl.DataFrame:
    indicator, grain = count.indicator, count.indicator.breakdowns[breakdown]
    calendar = count.calendar(grain)
    if not calendar:
        return pl.DataFrame(schema=RAW_SCHEMA)
    own = OWN_CELLS.get(indicator.measure)
    cells = (
        count.own_cells(own, grain, breakdown).with_columns(part=pl.lit("")) if own else _of_persons(count, breakdown)
    )
    cells = _every_period(cells, calendar, breakdown)
    if breakdown == "unit":
        cells = _opened(cells, grain, count.units)
    delivered = count.delivered()
    silent = [first for first in calendar if not delivered or count.lacks(first, grain)]
    cells = _without_data(cells, silent, indicator)
    named = cells.with_columns(
        breakdown=pl.lit(breakdown),
        rater=pl.lit(indicator.rater),
        grain=pl.lit(grain),
        domain=pl.col("group").cast(pl.Int32) if breakdown == "domain" else pl.lit(None),
    )
    return named.sort("domain", "group", "period_start", "part").select(
        pl.col(name).cast(dtype) for name, dtype in RAW_SCHEMA.items()
    )


def _of_persons(count: _Count, breakdown: Breakdown) -> pl.DataFrame:
    """Cells that are sums over persons, with the small groups as part of "other"."""
    indicator, added = count.indicator, _grouped(count, breakdown)
    cells = _cells(indicator, count.twin, breakdown, added, count.record_keys())
    may_merge = breakdown in ("unit", "target_group") and indicator.measure != "share_of_joint"
    if may_merge and (small := _small_groups(cells)):
        merged = added.with_columns(
            pl.when(pl.col("group").is_in(small)).then(pl.lit(OTHER)).otherwise("group").alias("group")
        )
        cells = _cells(indicator, count.twin, breakdown, merged, count.record_keys())
        cells = cells.filter(~pl.col("group").is_in(_small_groups(cells)))
    return cells


# ---- sums: first per person, in the rows' engine; then per cell ----------------------------------------------


def _added(
    indicator: Indicator, twin: Twin, breakdown: Breakdown, rows: nw.LazyFrame[Any], kept: Sequence[str]
) -> nw.LazyFrame[Any]:
    """`rows` summed to one per period, person and what is `kept` apart: millions of contacts become thousands here."""
    counted = rows.with_columns(d=_number(twin.denominator), n=_number(twin.numerator))
    if indicator.measure in ("share", "mean", *PARTED):
        counted = counted.filter(nw.col("d") > 0)
    below, above = _ways(indicator, twin, breakdown)
    return counted.group_by("period_start", "person", *kept, drop_null_keys=False).agg(
        d=(nw.col("d").max() if below == "once" else nw.col("d").sum()).cast(nw.Float64()),
        # Once is once: in a single domain a person's share of all their domains is a yes or a no.
        n=(nw.col("n").max() > 0 if above == "once" else nw.col("n").sum()).cast(nw.Float64()),
    )


def _ways(indicator: Indicator, twin: Twin, breakdown: Breakdown) -> tuple[Way, Way]:
    """How a person's rows become one, below and above: persons count once, things and money are summed."""
    if indicator.measure_of(breakdown) not in ("share", *PARTED):
        return "once", "sum"
    return ("once", "once") if twin.per_person == "any" or breakdown == "domain" else ("sum", "sum")


def _number(expression: nw.Expr) -> nw.Expr:
    """The value as a number: true is 1, false and unknown are 0."""
    return expression.cast(nw.Float64()).fill_null(0.0)


def _grouped(count: _Count, breakdown: Breakdown) -> pl.DataFrame:
    """What each person adds, with the `group` it is added to; a person in two target groups adds to both."""
    grain = count.indicator.breakdowns[breakdown]
    added = count.added(grain, breakdown)
    if breakdown == "target_group":
        return added.join(count.target_groups(grain), on=["period_start", "person"])
    if breakdown == "unit":
        return added.with_columns(group=pl.col("unit").fill_null(OTHER))
    if count.indicator.measure == "gap":
        group = pl.col("part").replace_strict(_DIMENSION_OF) if breakdown == "dimension" else pl.lit("")
        parts = added.with_columns(group=group)
        return pl.concat([parts, parts.with_columns(part=pl.lit(""))])  # the whole: everybody, in any domain
    return added.with_columns(group=pl.col("domain").cast(pl.String) if breakdown == "domain" else pl.lit(""))


def _cells(
    indicator: Indicator, twin: Twin, breakdown: Breakdown, added: pl.DataFrame, record_keys: pl.DataFrame
) -> pl.DataFrame:
    """One row per group and period: the sums, the distinct persons behind them, and the sums of their keys.

    Rule    distinct persons are found by one row per person first: a set per cell would cost far more
    """
    n, d = pl.col("n"), pl.col("d")
    below, above = _ways(indicator, twin, breakdown)
    if "part" not in added.columns:
        added = added.with_columns(part=pl.lit(""))
    persons = added.group_by("group", "part", "period_start", "person").agg(
        d=d.max() if below == "once" else d.sum(), n=n.max() if above == "once" else n.sum()
    )
    if indicator.measure_of(breakdown) == "mean" and indicator.bounds is not None:
        persons = persons.with_columns(n.clip(*indicator.bounds))
    keyed = persons.join(record_keys, on="person", how="left")
    somebody, key = pl.col("person").is_not_null(), pl.col("record_key")
    if keyed.filter(somebody & key.is_null()).height:
        raise RuntimeError("record_keys lacks persons of the source tables")
    in_denominator, in_numerator = somebody & (d > 0), somebody & (n > 0)
    return keyed.group_by("group", "part", "period_start").agg(
        # A sum of fractions depends on the order of rows in its last digits; kronor and shares do not need those.
        numerator=n.sum().round(6),
        denominator=d.sum(),
        persons=in_denominator.sum(),
        numerator_persons=in_numerator.sum(),
        denominator_key=key.filter(in_denominator).sum() % KEYS,
        numerator_key=key.filter(in_numerator).sum() % KEYS,
    )


# ---- groups and periods ---------------------------------------------------------------------------------------


def _small_groups(cells: pl.DataFrame) -> list[str]:
    """Groups that are published as part of "other"; where even that is small, it is not published.

    Rule    a group's size is the median of its persons over the periods that had any: were it judged period by
            period, a group would move in and out of "other" and the difference would show the group
    """
    largest = cells.group_by("group", "period_start").agg(pl.col("persons").max())
    sizes = largest.group_by("group").agg(size=pl.col("persons").filter(pl.col("persons") > 0).median().fill_null(0))
    small = sizes.filter(pl.col("size") < SMALLEST_GROUP)
    return sorted(small["group"])


def _every_period(cells: pl.DataFrame, calendar: list[date], breakdown: Breakdown) -> pl.DataFrame:
    """`cells` with zeros for the periods a group has no rows in."""
    nothing = pl.DataFrame({"group": [""], "part": [""]})
    groups = cells.select("group", "part").unique()
    grid = (nothing if breakdown == "all" and groups.is_empty() else groups).join(
        pl.DataFrame({"period_start": calendar}, schema={"period_start": pl.Date}), how="cross"
    )
    return grid.join(cells, on=["group", "part", "period_start"], how="left").with_columns(pl.col(COUNTS).fill_null(0))


def _opened(cells: pl.DataFrame, grain: Grain, units: OpenDates) -> pl.DataFrame:
    """`cells` without the periods that end before the unit opened or begin after it closed."""

    def is_open(group: str, first: date) -> bool:
        opened, closed = units.get(group, (None, None))
        last = periods.end(periods.index(first, grain), grain)
        return (opened is None or opened <= last) and (closed is None or first <= closed)

    rows = cells.select("group", "period_start").iter_rows()
    return cells.filter(pl.Series([is_open(group, first) for group, first in rows], dtype=pl.Boolean))


def _without_data(cells: pl.DataFrame, silent: list[date], indicator: Indicator) -> pl.DataFrame:
    """`cells` with nulls where there is nothing to count from, which is another thing than counting nobody.

    Rule    no data: the source was never delivered, a period's look-back starts before the data do, the whole
            ledger is silent, or no budget, survey, seat or decision is there to count; a unit without lines in a
            ledger that is not silent has cost nothing
    """
    bare = pl.col("period_start").is_in(silent)
    if indicator.measure in OWN_CELLS:
        bare = bare | (pl.col("denominator") == 0)
    elif indicator.disclosure == "ledger":
        bare = bare | (pl.col("numerator").abs().sum().over("period_start") == 0)
    return cells.with_columns(pl.when(~bare).then(pl.col(COUNTS)))
