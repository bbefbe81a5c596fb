"""A delivery as the checks of whole deliveries see it: how many rows of what, beside what is in force already.

Counted once, whatever the number of checks; a check gets numbers, months, units and codes, and never a person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import dataframely as dy
import duckdb
import polars as pl

from metrics.indicator import Organisation
from pipelines import arrival
from pipelines.checks import EARLIEST
from pipelines.committee import Committee
from pipelines.contract import Source
from pipelines.vault import Delivery

MONTHLY = {"unit": pl.String(), "month": pl.Date(), "rows": pl.Int64()}
"""How many rows each unit has per month; the unit is "" where the source has none."""

Codes = Mapping[str, Mapping[str, int]]
"""Column -> code -> rows."""

MOST_CODES = 200
"""A column with more different values than this holds texts, not codes."""


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """One delivery and what it comes to.

    In      rows      all its rows in the contract's shape; what could not be read is null
            period    the period it says it is about, "" where it says none
            unmapped  rows refused because their code is in no code list
            loaded    the source's deliveries in force; `replaced` are those that this one takes the place of
            monthly   its own rows by unit and month; `before` the same of what is in force, `beside` of what remains
            codes     its codes; `codes_before` those in force
            repeated  rows that are in force already, in a delivery that remains
            early     agreed interventions with an outcome before anybody has followed up their plan
            now, last_noted  the clock now, and when the latest file was noted
    """

    source: Source
    organisation: Organisation
    committee: Committee
    rows: pl.DataFrame
    period: str
    unmapped: int = 0
    loaded: Sequence[Delivery] = ()
    replaced: Sequence[Delivery] = ()
    monthly: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MONTHLY))
    before: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MONTHLY))
    beside: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MONTHLY))
    codes: Codes = field(default_factory=dict)
    codes_before: Codes = field(default_factory=dict)
    repeated: int = 0
    early: int = 0
    now: datetime
    last_noted: datetime | None = None

    @property
    def today(self) -> date:
        """The day the delivery is loaded."""
        return self.now.date()


def monthly(rows: pl.DataFrame, source: Source, latest: date) -> pl.DataFrame:
    """The rows by unit and month (`MONTHLY`); empty where they tell no month.

    In      latest  the last day anything can have happened: rows dated after it are refused, and count nowhere
    """
    if source.dated is None:
        return pl.DataFrame(schema=MONTHLY)
    unit = pl.col("unit") if "unit" in source.columns else pl.lit("")
    days = rows.select(unit.alias("unit"), pl.col(source.dated).alias("day")).group_by("unit", "day").len("rows")
    days = days.filter(pl.col("day").is_between(EARLIEST, latest)).drop_nulls()
    months = days.group_by("unit", pl.col("day").dt.month_start().alias("month"))
    return months.agg(pl.col("rows").sum().cast(pl.Int64)).sort("unit", "month")


def codes(rows: pl.DataFrame, source: Source) -> dict[str, dict[str, int]]:
    """How many rows have which code, in the columns that hold codes about nobody in particular."""
    counted = {column: rows[column].drop_nulls().value_counts() for column in coded(source)}
    return {column: dict(found.iter_rows()) for column, found in counted.items() if found.height <= MOST_CODES}


def coded(source: Source) -> list[str]:
    """The columns that hold codes about nobody in particular; units have checks of their own."""
    return [
        column
        for column, kind in source.columns.items()
        if isinstance(kind, dy.String)
        and not (source.about(column).personal or source.about(column).key or source.about(column).reason_of)
    ]


def monthly_in_force(connection: duckdb.DuckDBPyConnection, source: Source) -> pl.DataFrame:
    """The source's rows in force by unit, month and delivery."""
    if source.dated is None:
        return pl.DataFrame(schema=MONTHLY | {"delivery_id": pl.Int64()})
    unit = "unit" if "unit" in source.columns else "''"
    days = f'{unit} AS unit, "{source.dated}" AS day, delivery_id, count(*) AS rows'
    return _frame(
        connection,
        "SELECT unit, date_trunc('month', day)::DATE AS month, sum(rows)::BIGINT AS rows, delivery_id "  # noqa: S608
        f"FROM (SELECT {days} FROM {source.name} GROUP BY ALL) GROUP BY ALL",  # own names
    )


def of_deliveries(in_force: pl.DataFrame, deliveries: Collection[int]) -> pl.DataFrame:
    """What some deliveries have of the rows in force (`MONTHLY`)."""
    rows = in_force.filter(pl.col("delivery_id").is_in(list(deliveries)))
    return rows.group_by("unit", "month").agg(pl.col("rows").sum()).sort("unit", "month")


def codes_in_force(
    connection: duckdb.DuckDBPyConnection, source: Source, deliveries: Collection[int]
) -> dict[str, dict[str, int]]:
    """How many rows in force from these deliveries have which code."""
    found: dict[str, dict[str, int]] = {}
    for column in coded(source) if deliveries else ():
        counted = connection.execute(
            f'SELECT "{column}", count(*) FROM {source.name} WHERE "{column}" IS NOT NULL '  # noqa: S608  own names
            f"AND delivery_id IN {_listed(deliveries)} GROUP BY ALL LIMIT {MOST_CODES + 1}"
        ).fetchall()
        if len(counted) <= MOST_CODES:
            found[column] = dict(counted)
    return found


def repeated(
    connection: duckdb.DuckDBPyConnection, source: Source, rows: pl.DataFrame, deliveries: Collection[int]
) -> int:
    """How many rows are in force already from these deliveries, by the columns that make a row unique.

    Rule    only rows dated within the delivery's days are looked at: elsewhere there can be none
    """
    if not source.unique or source.standing or not deliveries:
        return 0
    columns = ", ".join(f'"{column}"' for column in source.unique)
    within = f"delivery_id IN {_listed(deliveries)}"
    if source.dated:
        first, last = rows[source.dated].min(), rows[source.dated].max()
        if not isinstance(first, date) or not isinstance(last, date):
            return 0
        within += f" AND \"{source.dated}\" BETWEEN DATE '{first}' AND DATE '{last}'"
    there = _frame(connection, f"SELECT {columns} FROM {source.name} WHERE {within}")  # noqa: S608  own names
    return rows.join(there, on=list(source.unique), how="semi", nulls_equal=True).height if there.height else 0


def early_outcomes(connection: duckdb.DuckDBPyConnection, source: Source, rows: pl.DataFrame) -> int:
    """How many agreed interventions have an outcome though their plan is neither followed up nor closed."""
    if source.name != "sip_interventions":
        return 0
    open_plans = _frame(connection, "SELECT plan_id FROM sip_plans WHERE followed_up_on IS NULL AND closed_on IS NULL")
    return rows.filter(pl.col("outcome") != "not_due").join(open_plans, on="plan_id", how="semi").height


def days(seen: Delivered) -> tuple[date, date] | None:
    """The first and last day of the period the delivery says it is about."""
    return arrival.span(seen.period)


def _frame(connection: duckdb.DuckDBPyConnection, query: str) -> pl.DataFrame:
    return pl.DataFrame(connection.sql(query).to_arrow_table())


def _listed(numbers: Collection[int]) -> str:
    return f"({', '.join(map(str, numbers))})"
