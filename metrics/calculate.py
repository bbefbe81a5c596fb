"""From rows about persons to raw cells: the sums of one indicator, for one organisation, inside its zone.

Raw cells are true figures. They are handed to `metrics.disclosure.protect` and to nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from metrics import periods, populations
from metrics.calendars import calendars, month_of
from metrics.indicator import Breakdown, Indicator, Organisation, Tables, Twin
from metrics.periods import Grain

RAW_SCHEMA: dict[str, pl.DataType] = {
    "breakdown": pl.String(),
    "group": pl.String(),
    "rater": pl.String(),
    "domain": pl.Int32(),
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
SMALLEST_GROUP = 20  # persons; a smaller unit or target group is published as part of "other"
KEYS = 2**32

OpenDates = Mapping[str, tuple[date | None, date | None]]
"""When a unit opened and closed; None where it did so outside the data."""


def calculate(
    indicator: Indicator,
    organisation: Organisation,
    tables: Mapping[str, Any],
    *,
    data_from: date,
    data_to: date,
    units: OpenDates | None = None,
) -> pl.DataFrame:
    """Raw cells of every breakdown, one row per group and period (`RAW_SCHEMA`).

    In      tables   native frames by name (Polars, or DuckDB relations of one connection): the sources the
                     indicator reads, `persons`, and record_keys(person, record_key)
            units    dates of the units that opened or closed: no cell lies wholly outside them
    Rule    every whole period from `data_from` to `data_to` has a cell; one that nobody is in holds zeros
    Fails   RuntimeError where a person has no record key: their presence would go unprotected
    """
    window = _Window(data_from, data_to, units or {})
    twin = indicator.twins[organisation]
    frames: Tables = {name: nw.from_native(frame).lazy() for name, frame in tables.items()}
    delivered = _rows(frames[twin.source]) > 0
    parts = [_breakdown(indicator, twin, breakdown, frames, window, delivered) for breakdown in indicator.breakdowns]
    return pl.concat(parts)


@dataclass(frozen=True)
class _Window:
    """The days the data cover, and the units' own days within them."""

    data_from: date
    data_to: date
    units: OpenDates


def _breakdown(
    indicator: Indicator, twin: Twin, breakdown: Breakdown, frames: Tables, window: _Window, delivered: bool
) -> pl.DataFrame:
    grain = indicator.breakdowns[breakdown]
    calendar = periods.between(window.data_from, window.data_to, grain)
    if not calendar:
        return pl.DataFrame(schema=RAW_SCHEMA)
    tables = {**frames, **calendars(frames["record_keys"], calendar, grain)}
    rows = _grouped(twin.rows(tables), tables, breakdown)
    cells = _cells(indicator, twin, breakdown, rows, tables)
    may_merge = breakdown in ("unit", "target_group") and indicator.measure != "share_of_joint"
    small = _small_groups(cells) if may_merge else []
    if small:
        merged = nw.when(nw.col("group").is_in(small)).then(nw.lit(OTHER)).otherwise(nw.col("group"))
        cells = _cells(indicator, twin, breakdown, rows.with_columns(group=merged), tables)
    cells = _every_period(cells, calendar, breakdown)
    if breakdown == "unit":
        cells = _opened(cells, grain, window.units)
    silent = [first for first in calendar if not delivered or _reach(indicator, first, grain) < window.data_from]
    cells = _without_data(cells, silent, is_ledger=indicator.disclosure == "ledger")
    named = cells.with_columns(
        breakdown=pl.lit(breakdown),
        rater=pl.lit(indicator.rater),
        grain=pl.lit(grain),
        domain=pl.col("group").cast(pl.Int32) if breakdown == "domain" else pl.lit(None),
    )
    return named.sort("domain", "group", "period_start").select(
        pl.col(name).cast(dtype) for name, dtype in RAW_SCHEMA.items()
    )


# ---- sums: first per person, then per cell --------------------------------------------------------------------


def _grouped(rows: nw.LazyFrame[Any], tables: Tables, breakdown: Breakdown) -> nw.LazyFrame[Any]:
    """`rows` with the `group` each one belongs to; a person in two target groups has a row in both."""
    if breakdown == "target_group":
        return rows.join(populations.target_groups(tables), on=["period_start", "person"])
    if breakdown == "unit":
        return rows.with_columns(group=nw.col("unit").fill_null(OTHER))
    if breakdown == "domain":
        return rows.with_columns(group=nw.col("domain").cast(nw.String()))
    return rows.with_columns(group=nw.lit(""))


def _cells(
    indicator: Indicator, twin: Twin, breakdown: Breakdown, rows: nw.LazyFrame[Any], tables: Tables
) -> pl.DataFrame:
    """One row per group and period: the sums, the distinct persons behind them, and the sums of their keys."""
    n, d = nw.col("n"), nw.col("d")
    keyed = _per_person(indicator, twin, breakdown, rows).join(tables["record_keys"], on="person", how="left")
    key = nw.col("record_key").fill_null(0)
    inside, above = (d > 0) & ~nw.col("person").is_null(), (n > 0) & ~nw.col("person").is_null()
    sums = keyed.group_by("group", "period_start").agg(
        numerator=n.sum(),
        denominator=d.sum(),
        persons=_count(inside),
        numerator_persons=_count(above),
        denominator_key=nw.when(inside).then(key).otherwise(0).sum().cast(nw.Int64()),
        numerator_key=nw.when(above).then(key).otherwise(0).sum().cast(nw.Int64()),
        keyless=_count(~nw.col("person").is_null() & nw.col("record_key").is_null()),
    )
    cells: pl.DataFrame = sums.collect(backend="polars").to_native()
    if cells["keyless"].sum():
        raise RuntimeError("record_keys lacks persons of the source tables")
    # A sum of fractions depends on the order of rows in its last digits; kronor and shares do not need those.
    return cells.drop("keyless").with_columns(
        pl.col("numerator").round(6), pl.col("denominator_key", "numerator_key") % KEYS
    )


def _per_person(indicator: Indicator, twin: Twin, breakdown: Breakdown, rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """One row per group, period and person: what the person adds below (d) and above (n).

    Two steps make distinct persons cheap: counting them in one step would cost a set per cell.
    """
    measure = indicator.measure_of(breakdown)
    counted = rows.with_columns(d=_number(twin.denominator), n=_number(twin.numerator))
    if measure in ("share", "mean"):
        counted = counted.filter(nw.col("d") > 0)
    once = measure == "share" and (twin.per_person == "any" or breakdown == "domain")
    d = nw.col("d").sum() if measure == "share" and not once else nw.col("d").max()
    n = nw.col("n").max() if once else nw.col("n").sum()
    keys = ["group", "period_start", "person"]
    persons = counted.group_by(*keys, drop_null_keys=False).agg(d=d.cast(nw.Float64()), n=n.cast(nw.Float64()))
    if measure == "mean" and indicator.bounds is not None:
        return persons.with_columns(nw.col("n").clip(*indicator.bounds))
    return persons


def _number(expression: nw.Expr) -> nw.Expr:
    """The value as a number: true is 1, false and unknown are 0."""
    return expression.cast(nw.Float64()).fill_null(0.0)


def _count(condition: nw.Expr) -> nw.Expr:
    return condition.cast(nw.Int64()).sum().cast(nw.Int64())


def _rows(frame: nw.LazyFrame[Any]) -> int:
    return int(frame.select(rows=nw.len()).collect(backend="polars").to_native().item())


# ---- groups and periods ---------------------------------------------------------------------------------------


def _small_groups(cells: pl.DataFrame) -> list[str]:
    """Groups that are published as part of "other".

    Rule    a group's size is the median of its persons over the periods that had any: were it judged period by
            period, a group would move in and out of "other" and the difference would show the group
    """
    sizes = cells.group_by("group").agg(size=pl.col("persons").filter(pl.col("persons") > 0).median().fill_null(0))
    small = sizes.filter(pl.col("size") < SMALLEST_GROUP, pl.col("group") != OTHER)
    return sorted(small["group"])


def _every_period(cells: pl.DataFrame, calendar: list[date], breakdown: Breakdown) -> pl.DataFrame:
    """`cells` with zeros for the periods a group has no rows in."""
    groups = [""] if breakdown == "all" else sorted(cells["group"].unique())
    grid = pl.DataFrame({"group": groups}, schema={"group": pl.String}).join(
        pl.DataFrame({"period_start": calendar}, schema={"period_start": pl.Date}), how="cross"
    )
    return grid.join(cells, on=["group", "period_start"], how="left").with_columns(pl.col(COUNTS).fill_null(0))


def _opened(cells: pl.DataFrame, grain: Grain, units: OpenDates) -> pl.DataFrame:
    """`cells` without the periods that end before the unit opened or begin after it closed."""

    def is_open(group: str, first: date) -> bool:
        opened, closed = units.get(group, (None, None))
        last = periods.end(periods.index(first, grain), grain)
        return (opened is None or opened <= last) and (closed is None or first <= closed)

    rows = cells.select("group", "period_start").iter_rows()
    return cells.filter(pl.Series([is_open(group, first) for group, first in rows], dtype=pl.Boolean))


def _reach(indicator: Indicator, first: date, grain: Grain) -> date:
    """The first day that the figure of the period beginning on `first` looks back to."""
    if not indicator.lookback_months:
        return first
    year, month = divmod(month_of(periods.end(periods.index(first, grain), grain)) - indicator.lookback_months + 1, 12)
    return min(first, date(year, month + 1, 1))


def _without_data(cells: pl.DataFrame, silent: list[date], *, is_ledger: bool) -> pl.DataFrame:
    """`cells` with nulls where there is nothing to count from, which is another thing than counting nobody.

    Rule    no data: the source was never delivered, a period's look-back starts before the data do, or the whole
            ledger is silent; a unit without lines in a ledger that is not silent has cost nothing
    """
    bare = pl.col("period_start").is_in(silent)
    if is_ledger:
        bare = bare | (pl.col("numerator").abs().sum().over("period_start") == 0)
    return cells.with_columns(pl.when(~bare).then(pl.col(COUNTS)))
