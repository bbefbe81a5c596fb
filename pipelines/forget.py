"""Withdrawal, erasure and retention: what an organisation takes out of its zone, and the zone's own note of it.

Withdrawn: out of every release from the next one on; the rows stay for the organisation's own work. Erased: also
deleted, from the vault, the quarantine and every file that carries the person. Either way what is delivered later of
the person is not loaded (`pipelines.withheld`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import duckdb
import polars as pl

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import identity, vault, withheld
from pipelines.carriers import carries, files_in, rows_with
from pipelines.sources import SOURCES
from pipelines.vault_rebuild import Rows, delete, rebuilt
from pipelines.workspace import Workspace

Action = Literal["withdrawn", "erased", "retention"]
REMOVED_FROM = ("inbox", "worklists", "reading")
"""Folders whose files are copies: the organisation exports or writes them again."""

_LONGEST = 64


@dataclass(frozen=True, kw_only=True)
class Forgotten:
    """What was taken out.

    Out     persons  how many were asked for
            found    how many of them the vault knew
            rows     rows deleted, by table
            files    files removed or cleaned, by their place in the zone
            left     files that still carry a person and that only the organisation may change
    """

    action: Action
    organisation: Organisation
    persons: int = 0
    found: int = 0
    rows: Rows = field(default_factory=dict)
    files: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def withdraw(workspace: Workspace, organisation: Organisation, persons: Sequence[str]) -> Forgotten:
    """Leave the persons out of the next release and every later one.

    Fails   persons_wrong, key_missing, busy
    """
    names = _checked(persons)
    with vault.reading(workspace, organisation) as connection:
        found, plans = _known(connection, names), _plans(connection, names)
    withheld.add(workspace, organisation, "person", names)
    withheld.add(workspace, organisation, "plan", plans)
    return note(workspace, Forgotten(action="withdrawn", organisation=organisation, persons=len(names), found=found))


def erase(workspace: Workspace, organisation: Organisation, persons: Sequence[str]) -> Forgotten:
    """Delete the persons from the zone, and keep what is delivered later of them out.

    Rule    the list comes first and the search last: stopped anywhere in between, the same command finishes it
    Fails   persons_wrong, key_missing, busy, vault_unwritable
    """
    names = _checked(persons)
    with vault.reading(workspace, organisation) as connection:
        found, plans = _known(connection, names), _plans(connection, names)
    withheld.add(workspace, organisation, "person", names)
    withheld.add(workspace, organisation, "plan", plans)
    rows = rebuilt(workspace, organisation, lambda connection: _delete(connection, names, plans))
    files = [*_clean_quarantine(workspace, organisation, names), *_remove(workspace, organisation, names)]
    return note(
        workspace,
        Forgotten(
            action="erased",
            organisation=organisation,
            persons=len(names),
            found=found,
            rows=rows,
            files=tuple(files),
            left=tuple(_in_zone(workspace, organisation, path) for path in _carrying(workspace, organisation, names)),
        ),
    )


def note(workspace: Workspace, done: Forgotten) -> Forgotten:
    """Add a line to the zone's log: what was done and how much, never to whom."""
    said = {"at": datetime.now(UTC).isoformat(timespec="seconds"), **asdict(done)}
    path = log_file(workspace, done.organisation)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.write(json.dumps(said, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return done


def log_file(workspace: Workspace, organisation: Organisation) -> Path:
    """The zone's log of what was taken out."""
    return workspace.zone(organisation) / "forgotten.log"


def _checked(persons: Sequence[str]) -> list[str]:
    """The pseudonyms asked for, each once.

    Rule    an identity number is none, and is not repeated in the message
    """
    names = sorted({name.strip() for name in persons} - {""})
    if not names or any(len(name) > _LONGEST or " " in name or identity.holds_number(name) for name in names):
        raise UserProblem(
            "persons_wrong",
            Text(
                sv="Ange pseudonymer som organisationens filer har dem, en per rad, aldrig personnummer.",
                en="Give pseudonyms as the organisation's files have them, one a line, never identity numbers.",
            ),
            exit_code=2,
        )
    return names


def _known(connection: duckdb.DuckDBPyConnection, names: list[str]) -> int:
    """How many of the persons the vault knows."""
    found = {
        name
        for source in SOURCES.values()
        for column in (*withheld.own_columns(source), *withheld.mentions(source))
        for (name,) in _rows(connection, source.name, column, column, names)
    }
    return len(found)


def _plans(connection: duckdb.DuckDBPyConnection, names: list[str]) -> list[str]:
    """The plans of the persons."""
    with_plans = [source for source in SOURCES.values() if withheld.PLAN in source.columns]
    return [
        plan
        for source in with_plans
        for column in withheld.own_columns(source)
        for (plan,) in _rows(connection, source.name, withheld.PLAN, column, names)
    ]


def _rows(
    connection: duckdb.DuckDBPyConnection, table: str, wanted: str, column: str, names: list[str]
) -> list[tuple[str]]:
    found: list[tuple[str]] = connection.execute(
        f'SELECT DISTINCT "{wanted}" FROM "{table}" WHERE "{column}" IN (SELECT unnest(?))',  # noqa: S608  own names
        [names],
    ).fetchall()
    return found


def _delete(connection: duckdb.DuckDBPyConnection, names: list[str], plans: list[str]) -> Rows:
    taken: Rows = {}
    for source in SOURCES.values():
        rows = sum(
            delete(connection, source.name, f'"{c}" IN (SELECT unnest(?))', [names])
            for c in withheld.own_columns(source)
        )
        if withheld.plans_of(source):
            rows += delete(connection, source.name, f'"{withheld.PLAN}" IN (SELECT unnest(?))', [plans])
        for column in withheld.mentions(source):
            connection.execute(
                f'UPDATE "{source.name}" SET "{column}" = ? WHERE "{column}" IN (SELECT unnest(?))',  # noqa: S608
                [withheld.NOBODY, names],
            )
        taken[source.name] = rows
    return taken


def _clean_quarantine(workspace: Workspace, organisation: Organisation, names: list[str]) -> list[str]:
    """Refused rows without those that carry a person; the file goes where nothing is left of it."""
    cleaned = []
    for path in files_in(workspace.quarantine(organisation)):
        if not _has(path, names):
            continue
        frame = pl.read_parquet(path)
        left = frame.filter(~rows_with(frame, names))
        beside = path.with_name(f".{path.name}")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            left.write_parquet(file)
        beside.replace(path)
        if left.is_empty():
            path.unlink()
        cleaned.append(_in_zone(workspace, organisation, path))
    return cleaned


def _remove(workspace: Workspace, organisation: Organisation, names: list[str]) -> list[str]:
    """Remove the copies that carry a person."""
    removed = []
    for folder in REMOVED_FROM:
        for path in files_in(workspace.zone(organisation) / folder):
            if _has(path, names):
                path.unlink()
                removed.append(folder if _named(path, names) else _in_zone(workspace, organisation, path))
    return removed


def _carrying(workspace: Workspace, organisation: Organisation, names: list[str]) -> list[Path]:
    """Every file of the zone that still carries a person: the vault by its rows, the others by their bytes."""
    path = workspace.vault(organisation)
    found = [one for one in files_in(workspace.zone(organisation)) if one.suffix != ".lock" and _has(one, names)]
    if path.exists() and path not in found and _in_tables(workspace, organisation, names):
        found.append(path)
    return found


def _in_tables(workspace: Workspace, organisation: Organisation, names: list[str]) -> bool:
    """Whether any table of the vault holds a name in any column."""
    with vault.reading(workspace, organisation) as connection:
        tables = [name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()]
        return any(
            connection.execute(
                f'SELECT 1 FROM "{table}" AS t, (SELECT unnest(?) AS name) WHERE contains(t::VARCHAR, name) LIMIT 1',  # noqa: S608
                [names],
            ).fetchall()
            for table in tables
        )


def _has(path: Path, names: list[str]) -> bool:
    return _named(path, names) or carries(path.read_bytes(), names, file_name=path.name)


def _named(path: Path, names: list[str]) -> bool:
    """Whether the file's own name tells whom it is about; then the log says only where it lay."""
    return any(name in path.name for name in names)


def _in_zone(workspace: Workspace, organisation: Organisation, path: Path) -> str:
    return str(path.relative_to(workspace.zone(organisation)))
