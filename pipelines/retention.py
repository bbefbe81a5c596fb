"""Retention: rows about persons leave the vault once they are older than samsyn.toml lets the organisation keep them.

    [retention]
    years = 10

A row is as old as the last day in it; one that is still open is not old. What was counted from the rows while they
were there remains in the releases.
"""

from __future__ import annotations

import tomllib
from datetime import date

import dataframely as dy
import duckdb

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import withheld
from pipelines.contract import Source
from pipelines.forget import Forgotten, note
from pipelines.sources import SOURCES
from pipelines.vault_rebuild import Rows, delete, rebuilt
from pipelines.workspace import SETTINGS, Workspace

_KEPT_FROM = "CREATE TABLE IF NOT EXISTS kept_from (first DATE NOT NULL)"
_LONGEST_YEARS = 100


def retain(workspace: Workspace, organisation: Organisation, today: date) -> Forgotten:
    """Take out every row older than the organisation may keep.

    Fails   retention_missing, busy, vault_unwritable
    """
    first = kept_from(years(workspace), today)
    rows = rebuilt(workspace, organisation, lambda connection: _take_out(connection, first))
    return note(workspace, Forgotten(action="retention", organisation=organisation, rows=rows))


def years(workspace: Workspace) -> int:
    """How many years samsyn.toml lets an organisation keep rows about persons.

    Fails   retention_missing where it does not say
    """
    settings = tomllib.loads((workspace.path / SETTINGS).read_text(encoding="utf-8"))
    stated = settings.get("retention", {}).get("years")
    if type(stated) is not int or not 1 <= stated <= _LONGEST_YEARS:
        raise UserProblem(
            "retention_missing",
            Text(
                sv="samsyn.toml säger inte hur länge uppgifter får sparas. Skriv det som ett helt antal år: "
                "[retention] och därunder years = 10.",
                en="samsyn.toml does not say how long data may be kept. Write it as a whole number of years: "
                "[retention] and below it years = 10.",
            ),
            exit_code=2,
        )
    return stated


def kept_from(kept_years: int, today: date) -> date:
    """The first day that is not older than so many years.

    >>> kept_from(10, date(2026, 3, 15)), kept_from(1, date(2024, 2, 29))
    (datetime.date(2016, 3, 15), datetime.date(2023, 3, 1))
    """
    earlier = today.year - kept_years
    try:
        return today.replace(year=earlier)
    except ValueError:  # 29 February
        return date(earlier, 3, 1)


def first_kept(connection: duckdb.DuckDBPyConnection) -> date | None:
    """The first day the vault still has all rows of; None where none was ever taken out for its age.

    Rule    a period before it has no figure: counted from what is left it would look like a collapse
    """
    there = connection.sql("SELECT 1 FROM duckdb_tables() WHERE table_name = 'kept_from'").fetchall()
    [(first,)] = connection.sql("SELECT max(first) FROM kept_from").fetchall() if there else [(None,)]
    return first


def _take_out(connection: duckdb.DuckDBPyConnection, first: date) -> Rows:
    taken = {source.name: _old_rows(connection, source, first) for source in SOURCES.values()}
    for source in SOURCES.values():
        if withheld.plans_of(source):
            taken[source.name] = delete(connection, source.name, "plan_id NOT IN (SELECT plan_id FROM sip_plans)", [])
    connection.execute(_KEPT_FROM)
    connection.execute("INSERT INTO kept_from VALUES (?)", [first])
    return taken


def _old_rows(connection: duckdb.DuckDBPyConnection, source: Source, first: date) -> int:
    """How many of a source's rows about persons were deleted, the last day in each being before `first`."""
    days = [f'"{name}"' for name, kind in source.columns.items() if isinstance(kind, dy.Date)]
    if not withheld.own_columns(source) or not days:
        return 0
    return delete(connection, source.name, f"greatest({', '.join(days)}) < ? AND NOT ({_open(source)})", [first])


def _open(source: Source) -> str:
    """The condition of a row that has begun and not ended."""
    if source.standing:
        return "to_on IS NULL"
    return "to_on IS NULL AND contains(contact_type, 'spell')" if "contact_type" in source.columns else "false"
