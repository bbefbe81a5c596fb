"""Source tables drawn as text, so that a test reads as the definition it tests.

    tables = drawn(coordinators='''
        person | from_on    | to_on
        a      | 2024-01-01 | 2024-03-31
    ''')
    assert cell("P10", tables, "2024-Q1") == (1, 1)

A column that is not drawn takes the value in `DEFAULTS`; a table that is not drawn is empty. Every cell is
counted twice, on Polars and on DuckDB, and must come out the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import polars as pl
from polars.testing import assert_frame_equal

from metrics.calculate import OpenDates, calculate
from metrics.calendars import Days
from metrics.catalogue import by_id
from metrics.counting import count
from metrics.disclosure import record_keys
from metrics.distribution import Distribution
from metrics.indicator import Breakdown, Indicator, Organisation, Rater

Tables = dict[str, pl.DataFrame]

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "persons": {
        "person": "a", "birth_year": "1980", "sex": "f", "target_groups": "psychosis", "unit": "north",
        "from_on": "2015-01-01", "to_on": "", "shared": "yes", "occupation": "",
    },
    "coordinators": {
        "person": "a", "coordinator": "c", "role": "coordinator", "unit": "north", "from_on": "", "to_on": "",
    },
    "needs": {
        "person": "a", "unit": "north", "assessed_on": "", "rater": "user", "domain": "1", "rating": "",
        "assessment_id": "x",
    },
    "contacts": {
        "person": "a", "unit": "north", "contact_type": "visit", "from_on": "", "to_on": "", "attended": "",
        "ready_for_discharge_on": "", "referred_on": "",
    },
    "costs": {"unit": "north", "month": "", "account": "4", "amount_sek": "", "budget_sek": ""},
    "sip_plans": {
        "person": "a", "plan_id": "1", "unit": "north", "initiated_by": "", "motive_stated": "", "prepared_on": "",
        "met_on": "2023-01-01",
        "user_present": "", "user_wish_recorded": "", "needs_stated": "", "responsible_principal": "",
        "short_term_goals": "", "long_term_goals": "",
        "follow_up_due_on": "", "followed_up_on": "", "change": "", "closed_on": "",
    },
    "surveys": {
        "item": "", "unit": "north", "period": "2024", "value": "", "respondents": "", "invited": "",
    },
    "staff_development": {"staff": "s", "unit": "north", "joint": "", "on": ""},
    "meetings": {"meeting_id": "m", "held_on": "", "called_by": "joint"},
    "seats": {"meeting_id": "m", "held_on": "", "party": "region", "seat": "r1", "attended": "yes"},
    "follow_ups": {"decision_id": "b", "organisation": "region", "due_on": "", "recorded_on": ""},
    "agreements": {
        "agreement_id": "a", "organisation": "region", "valid_from": "2020-01-01", "valid_to": "", "revised_on": "",
    },
    "cycles": {
        "cycle_id": "c", "organisation": "region", "started_on": "", "closed_on": "", "has_measured_result": "yes",
    },
    "sip_interventions": {
        "plan_id": "1", "organisation": "region", "needs_formal_decision": "yes", "decision_maker_present": "",
        "outcome": "full",
    },
    "sip_participants": {"plan_id": "1", "agency": "", "needed": "", "invited": "", "present": ""},
}  # fmt: skip

_TYPES: Mapping[str, pl.DataType] = {
    "birth_year": pl.Int32(), "domain": pl.Int32(), "rating": pl.Int32(), "amount_sek": pl.Float64(),
    "budget_sek": pl.Float64(), "month": pl.Date(), "target_groups": pl.List(pl.String()),
    "surveys.value": pl.Float64(), "surveys.respondents": pl.Int32(), "surveys.invited": pl.Int32(),
    "staff_development.on": pl.Date(), "agreements.valid_from": pl.Date(), "agreements.valid_to": pl.Date(),
} | dict.fromkeys(
    (
        "attended", "joint", "has_measured_result", "motive_stated", "user_present", "user_wish_recorded",
        "needs_stated", "short_term_goals", "long_term_goals",
        "needs_formal_decision", "decision_maker_present", "needed", "invited", "present",
    ),
    pl.Boolean(),
)  # fmt: skip
_ZONE_KEY = b"the same key in every test......"


def drawn(**tables: str) -> Tables:
    """Every source table, in the shape of its contract, with the rows drawn; and the persons' record keys."""
    made = {name: _table(name, tables.get(name, "")) for name in DEFAULTS}
    return with_keys(made)


def with_keys(tables: Tables) -> Tables:
    """`tables` with a record key for every person in them."""
    persons = [who for frame in tables.values() for named in ("person", "staff") for who in _column(frame, named)]
    return tables | {"record_keys": record_keys(_ZONE_KEY, persons)}


def _column(frame: pl.DataFrame, name: str) -> pl.Series:
    return frame[name] if name in frame.columns else pl.Series([], dtype=pl.String)


def copies(row: str, persons: int, *, named: str) -> str:
    """`row` once per person; "?" in it is the person's number."""
    return "\n".join(row.replace("?", f"{named}{number:03}") for number in range(persons))


def counted(
    indicator: Indicator,
    tables: Tables,
    *,
    organisation: Organisation = "region",
    data_from: date = date(2023, 1, 1),
    data_to: date = date(2024, 12, 31),
    holes: Sequence[Days] = (),
    units: OpenDates | None = None,
) -> pl.DataFrame:
    """Raw cells, the same from both engines."""
    window: dict[str, Any] = {"data_from": data_from, "data_to": data_to, "holes": holes, "units": units}
    here = calculate(indicator, organisation, tables, **window)
    with duckdb.connect() as connection:
        there = calculate(indicator, organisation, in_duckdb(connection, tables), **window)
    assert_frame_equal(here, there)
    return here


def in_duckdb(connection: duckdb.DuckDBPyConnection, tables: Tables) -> dict[str, Any]:
    """`tables` as relations of one DuckDB connection."""
    for name, frame in tables.items():
        connection.register("arriving", frame.to_arrow())
        connection.sql(f"CREATE TABLE {name} AS FROM arriving")
        connection.unregister("arriving")
    return {name: connection.table(name) for name in tables}


def cell(
    indicator_id: str,
    tables: Tables,
    period: str,
    *,
    organisation: Organisation = "region",
    breakdown: Breakdown = "all",
    group: str = "",
    part: str = "",
) -> tuple[float, float] | None:
    """Numerator and denominator of one cell, rounded to four decimals; None where the cell has no data.

    In      period  "2024-03", "2024-Q1", "2024-H1" or "2024"
            part    of a median or a gap: the bin, or the domain
    """
    whole = by_id(indicator_id)
    asked = replace(whole, breakdowns={breakdown: whole.breakdowns[breakdown]})
    cells = counted(asked, tables, organisation=organisation)
    found = cells.filter(breakdown=breakdown, group=group, part=part, period_start=_first_day(period))
    [(numerator, denominator)] = found.select("numerator", "denominator").rows()
    return None if numerator is None else (round(numerator, 4), denominator)


def spread_over(
    distribution: Distribution,
    tables: Tables,
    period: str,
    *,
    rater: Rater = "",
    domain: int | None = None,
    data_from: date = date(2023, 1, 1),
) -> dict[str, tuple[float, float]]:
    """Count and what it is seen against, in every category that anybody is in; the same from both engines."""
    window: dict[str, Any] = {"data_from": data_from, "data_to": date(2024, 12, 31), "known_from": date(2022, 1, 1)}
    here = count(distribution, "region", tables, **window)
    with duckdb.connect() as connection:
        there = count(distribution, "region", in_duckdb(connection, tables), **window)
    assert_frame_equal(here, there)
    found = here.filter(rater=rater, period_start=_first_day(period)).filter(pl.col("domain").eq_missing(domain))
    rows = found.filter(pl.col("denominator") > 0).select("group", "numerator", "denominator")
    return {group: (above, below) for group, above, below in rows.rows() if above or distribution.of == "category"}


def _first_day(period: str) -> date:
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return date(int(year), int(part[1]) * 3 - 2, 1)
    if part.startswith("H"):
        return date(int(year), int(part[1]) * 6 - 5, 1)
    return date(int(year), int(part or 1), 1)


def _table(name: str, text: str) -> pl.DataFrame:
    defaults = DEFAULTS[name]
    header, *lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()] or [[]]
    unknown = set(header) - set(defaults)
    assert not unknown, f"{name} has no column {unknown}"
    rows = [{**defaults, **dict(zip(header, line, strict=True))} for line in lines if line != [""]]
    return pl.DataFrame(
        {column: [_value(row[column], _type(f"{name}.{column}")) for row in rows] for column in defaults},
        schema={column: _type(f"{name}.{column}") for column in defaults},
    )


def _type(column: str) -> pl.DataType:
    """The type of "table.column", which two tables may name alike and mean different things by."""
    _, _, name = column.partition(".")
    return pl.Date() if name.endswith("_on") else _TYPES.get(column, _TYPES.get(name, pl.String()))


def _value(text: str, kind: pl.DataType) -> Any:
    if kind == pl.List(pl.String()):
        return text.split(",") if text else []
    if not text:
        return None
    if kind == pl.Date():
        return date.fromisoformat(text)
    if kind == pl.Boolean():
        return text == "yes"
    if kind == pl.Int32():
        return int(text)
    return float(text) if kind == pl.Float64() else text
