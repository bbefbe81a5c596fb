"""Taking rows out of a vault for good: deleted values stay in a database's bytes until it is written anew.

The rows are deleted in one transaction; then everything that is left is copied to a fresh file, which takes the old
one's place. Killed in between, the rows are gone from every table, and the next run writes the file anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from metrics.indicator import Organisation
from pipelines import vault
from pipelines.workspace import Workspace, alone

Rows = dict[str, int]


def rebuilt(
    workspace: Workspace, organisation: Organisation, take_out: Callable[[duckdb.DuckDBPyConnection], Rows]
) -> Rows:
    """How many rows `take_out` deleted, by table, once the vault's file holds only what is left.

    Fails   busy (exit code 75), vault_unwritable
    """
    path = workspace.vault(organisation)
    if not path.exists():
        return {}
    with vault.writing(workspace, organisation) as connection:
        connection.begin()
        taken = take_out(connection)
        connection.commit()
    with alone(path.with_suffix(".lock")):
        _anew(path)
    return {table: rows for table, rows in taken.items() if rows}


def delete(connection: duckdb.DuckDBPyConnection, table: str, condition: str, values: list[object]) -> int:
    """Delete the rows of `table` that meet the condition, and count them."""
    [(rows,)] = connection.execute(f'DELETE FROM "{table}" WHERE {condition}', values).fetchall()  # noqa: S608  own words
    return int(rows)


def _anew(path: Path) -> None:
    """Copy the database to a fresh file, and put that in its place."""
    fresh = path.with_name(f".{path.name}.fresh")
    left_over = [fresh, fresh.with_name(f"{fresh.name}.wal")]
    for file in left_over:
        file.unlink(missing_ok=True)
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:  # one thread keeps the rows in order
        connection.execute(f"ATTACH '{_quoted(path)}' AS old (READ_ONLY)")
        connection.execute(f"ATTACH '{_quoted(fresh)}' AS fresh")
        connection.execute("COPY FROM DATABASE old TO fresh")
        connection.execute("CHECKPOINT fresh")
    fresh.chmod(0o600)
    descriptor = os.open(fresh, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    fresh.replace(path)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
