"""The tables of a vault: one for each source, one of the deliveries in force, and one of all that ever came."""

from __future__ import annotations

import dataframely as dy
import duckdb

from pipelines.sources import SOURCES

_DELIVERIES = """CREATE TABLE IF NOT EXISTS deliveries (
    delivery_id BIGINT PRIMARY KEY, source VARCHAR NOT NULL, period VARCHAR NOT NULL, version INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL, rows_in BIGINT NOT NULL, accepted BIGINT NOT NULL, refused BIGINT NOT NULL,
    reasons VARCHAR NOT NULL, normalised VARCHAR NOT NULL, loaded_at TIMESTAMP NOT NULL, profile_sha256 VARCHAR NOT NULL
)"""
# A vault from before there were variants has none of them.
_VARIANTS = "ALTER TABLE deliveries ADD COLUMN IF NOT EXISTS variant VARCHAR DEFAULT ''"
# Nor has one from before they were kept any overrides, changes or notes.
_LATER = (
    "ALTER TABLE {table} ADD COLUMN IF NOT EXISTS overrides VARCHAR DEFAULT '[]'",
    "ALTER TABLE {table} ADD COLUMN IF NOT EXISTS changes VARCHAR DEFAULT 'null'",
    "ALTER TABLE {table} ADD COLUMN IF NOT EXISTS notes VARCHAR DEFAULT '[]'",
)
_LOG = """CREATE TABLE IF NOT EXISTS load_log (
    sequence BIGINT PRIMARY KEY, noted_at TIMESTAMP NOT NULL, outcome VARCHAR NOT NULL, source VARCHAR NOT NULL,
    file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, reasons VARCHAR NOT NULL
)"""


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Every table that is not there yet, and every column that came after the vault was made."""
    for source in SOURCES.values():
        columns = ", ".join(f"{named(name)} {typed(kind)}" for name, kind in source.columns.items())
        connection.execute(f"CREATE TABLE IF NOT EXISTS {source.name} ({columns}, delivery_id BIGINT NOT NULL)")
        there = connection.table(source.name).columns  # a column that may be empty can be asked for later
        for name in source.columns.keys() - set(there):
            connection.execute(f"ALTER TABLE {source.name} ADD COLUMN {named(name)} {typed(source.columns[name])}")
    connection.execute(_DELIVERIES)
    connection.execute(_VARIANTS)
    connection.execute(_LOG)
    for later in _LATER:
        for table in ("deliveries", "load_log"):
            connection.execute(later.format(table=table))


def named(column: str) -> str:
    """A column's name as SQL has it."""
    return f'"{column}"'  # "group" and "on" are words of SQL too


def typed(kind: dy.Column) -> str:
    """The type a column of a contract has in the vault."""
    match kind:
        case dy.Date():
            name = "DATE"
        case dy.Int32():
            name = "INTEGER"
        case dy.Float64():
            name = "DOUBLE"
        case dy.Bool():
            name = "BOOLEAN"
        case dy.List():
            name = "VARCHAR[]"
        case _:
            name = "VARCHAR"
    return name if kind.nullable else f"{name} NOT NULL"
