"""Whom an organisation may no longer count: a list in its zone that names nobody.

A person who has withdrawn or been erased stands on it as a keyed sum (HMAC-SHA256 with the zone's key) of the
pseudonym. A delivery that still carries the person is recognised by making the same sum; without the key, which never
leaves the zone, the list tells nothing, not even whether somebody is on it. Plans of such a person are listed too,
since the files of interventions and participants name only the plan.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import duckdb
import polars as pl

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import reasons
from pipelines.contract import Source
from pipelines.reasons import Reason
from pipelines.signing import write_private
from pipelines.workspace import Workspace, zone_key

Kind = Literal["person", "plan"]
PLAN = "plan_id"
FEW = 10
NOBODY = ""
"""What stands in place of a pseudonym that somebody else's row mentions, such as a coordinator's."""


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """The list, opened with the zone's key."""

    key: bytes = field(repr=False)
    sums: frozenset[str]

    def among(self, kind: Kind, names: Iterable[str | None]) -> list[str]:
        """Those of the names that are on the list."""
        return (
            [name for name in names if name is not None and _sum(self.key, kind, name) in self.sums]
            if self.sums
            else []
        )


def opened(workspace: Workspace, organisation: Organisation) -> Withheld:
    """The organisation's list; empty where nobody has asked to be on it."""
    listed = _read(workspace, organisation)
    key = zone_key(workspace, organisation) if listed else b""
    return Withheld(key=key, sums=frozenset(listed))


def add(workspace: Workspace, organisation: Organisation, kind: Kind, names: Iterable[str]) -> None:
    """Put persons or plans on the list, for good."""
    listed, key = _read(workspace, organisation), zone_key(workspace, organisation)
    now = datetime.now(UTC).date().isoformat()
    more = {_sum(key, kind, name): now for name in names}
    if more.keys() - listed.keys():
        write_private(_file(workspace, organisation), json.dumps(more | listed, indent=1, sort_keys=True) + "\n")


def own_columns(source: Source) -> tuple[str, ...]:
    """The columns that say whom a row is about."""
    return tuple(name for name in source.columns if source.about(name).person)


def mentions(source: Source) -> tuple[str, ...]:
    """The columns with somebody else's pseudonym, such as a coordinator's."""
    described = {name: source.about(name) for name in source.columns}
    return tuple(name for name, about in described.items() if about.personal and about.key and not about.person)


def plans_of(source: Source) -> bool:
    """Whether the source's rows are about a plan without saying whose."""
    return PLAN in source.columns and not own_columns(source)


def dropped(
    workspace: Workspace, organisation: Organisation, rows: pl.DataFrame, unread: pl.DataFrame, source: Source
) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """A delivery's rows and failures without those of the listed, and how many rows went.

    Rule    their plans are listed on the way, so that what later files tell of the plans stays out too
    """
    listed = opened(workspace, organisation)
    if not listed.sums:
        return rows, unread, 0
    gone = pl.lit(value=False)
    for column in own_columns(source):
        gone = gone | pl.col(column).is_in(listed.among("person", rows[column].unique()))
    if plans_of(source):
        gone = gone | pl.col(PLAN).is_in(listed.among("plan", rows[PLAN].unique()))
    left, taken = rows.filter(~gone.fill_null(value=False)), rows.filter(gone.fill_null(value=False))
    if own_columns(source) and PLAN in source.columns and taken.height:
        add(workspace, organisation, "plan", taken[PLAN].drop_nulls())
    for column in mentions(source):
        known = listed.among("person", left[column].unique())
        left = left.with_columns(
            pl.when(pl.col(column).is_in(known)).then(pl.lit(NOBODY)).otherwise(column).alias(column)
        )
    return left, unread.filter(~pl.col("record").is_in(taken["record"].implode())), taken.height


def told(rows: int) -> tuple[Reason, ...]:
    """What a load says of rows that were not taken in: a number only where it is not small."""
    if not rows:
        return ()
    said = (
        Text(sv="färre än tio rader", en="fewer than ten rows") if rows < FEW else Text(f"{rows} rader", f"{rows} rows")
    )
    problem = UserProblem(
        "withheld",
        Text(
            sv="{rows} gäller personer som har återtagit sitt samtycke eller raderats, och har inte lästs in.",
            en="{rows} are about persons who have withdrawn their consent or been erased, and were not loaded.",
        ).format(rows=said),
    )
    return (reasons.from_problem(problem),)


def left_out(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Any], sources: Mapping[str, Source], listed: Withheld
) -> dict[str, Any]:
    """The vault's tables without the rows of the listed, as a release counts them."""
    if not listed.sums:
        return dict(tables)
    columns = {(name, column) for name in tables for column in own_columns(sources[name])}
    persons = {person for name, column in columns for person in _distinct(tables[name], column)}
    plans = {plan for name in tables if PLAN in sources[name].columns for plan in _distinct(tables[name], PLAN)}
    known = {"withheld_persons": listed.among("person", persons), "withheld_plans": listed.among("plan", plans)}
    for view, names in known.items():
        connection.register(view, pl.DataFrame({"name": names}, schema={"name": pl.String}).to_arrow())
    return {name: _without(table, sources[name]) for name, table in tables.items()}


def _without(table: Any, source: Source) -> Any:
    for column in own_columns(source):
        table = table.filter(f'"{column}" NOT IN (SELECT name FROM withheld_persons)')  # noqa: S608  own names
    if plans_of(source):
        table = table.filter(f'"{PLAN}" NOT IN (SELECT name FROM withheld_plans)')  # noqa: S608
    return table


def _distinct(table: Any, column: str) -> list[str]:
    return [name for (name,) in table.select(column).distinct().fetchall()]


def _sum(key: bytes, kind: Kind, name: str) -> str:
    return hmac.new(key, f"withheld|{kind}|{name}".encode(), hashlib.sha256).hexdigest()


def _read(workspace: Workspace, organisation: Organisation) -> dict[str, str]:
    file = _file(workspace, organisation)
    listed: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return listed


def _file(workspace: Workspace, organisation: Organisation) -> Path:
    return workspace.zone(organisation) / "vault" / "withheld.json"
