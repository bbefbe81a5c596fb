"""The vault: one organisation's cleaned rows in one DuckDB file that never leaves its zone.

A delivery enters in one transaction, together with the note that says so; a kill at any moment leaves the data as
they were before or as they are after. Deliveries are ordered by their sequence, never by a clock.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines.arrival import Arrival, span
from pipelines.contract import Source
from pipelines.profile import Profile
from pipelines.reasons import Reason
from pipelines.sources import SOURCES
from pipelines.vault_tables import make_tables, named, typed
from pipelines.workspace import Workspace, alone, busy

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_AS_JSON = ("reasons", "normalised", "overrides", "changes", "notes")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A delivery in force: what it was, how many of its rows were kept, and why others were not.

    variant              which of several kinds of file for the same source; each has its own periods and versions
    reasons, normalised  [{"code", "rows", "text": {"sv", "en"}}]
    overrides            [{"code", "reason"}]: checks a steward let it through, and why
    changes              what it changed against those it replaced, as `changes.Changes` writes it; None where none
    notes                what the checks found though nothing was refused for it, like `reasons`
    """

    delivery_id: int
    source: str
    period: str
    version: int
    sha256: str
    rows_in: int
    accepted: int
    refused: int
    reasons: list[dict[str, Any]]
    normalised: list[dict[str, Any]]
    loaded_at: datetime
    profile_sha256: str
    variant: str = ""
    overrides: list[dict[str, str]] = field(default_factory=list)
    changes: dict[str, Any] | None = None
    notes: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an arrival goes: its version, and the deliveries it replaces."""

    version: int
    replaces: tuple[int, ...] = ()


@contextmanager
def writing(workspace: Workspace, organisation: Organisation) -> Iterator[duckdb.DuckDBPyConnection]:
    """The organisation's vault, for one loader at a time.

    Fails   busy (exit code 75), vault_unwritable
    """
    path = workspace.vault(organisation)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone(path.with_suffix(".lock")), _connect(path) as connection:
            make_tables(connection)
            path.chmod(0o600)
            yield connection
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
        raise _unwritable(error) from None
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise _unwritable(error) from None


@contextmanager
def reading(workspace: Workspace, organisation: Organisation) -> Iterator[duckdb.DuckDBPyConnection]:
    """The organisation's vault, to read: a table per source. One nobody has loaded anything into is empty.

    Fails   busy (exit code 75) while a load is going on
    """
    path = workspace.vault(organisation)
    if not path.exists():
        with duckdb.connect(":memory:", config=_SETTINGS) as connection:
            make_tables(connection)
            yield connection
        return
    with _connect(path, read_only=True) as connection:
        yield connection


def tables(connection: duckdb.DuckDBPyConnection) -> dict[str, duckdb.DuckDBPyRelation]:
    """Every source's rows in force, by the source's name."""
    return {name: connection.table(name) for name in SOURCES}


def table(connection: duckdb.DuckDBPyConnection, source: str) -> duckdb.DuckDBPyRelation:
    """A source's rows in force; a column that came to its contract after the vault was made is empty in it."""
    there = connection.table(source)
    later = {name: kind for name, kind in SOURCES[source].columns.items() if name not in there.columns}
    return there.project(", ".join(["*", *(f"NULL::{typed(kind)} AS {named(name)}" for name, kind in later.items())]))


def rows(path: Path, source: str) -> pl.DataFrame:
    """One source's rows in force, in the order they were delivered."""
    with _connect(path, read_only=True) as connection:
        return pl.DataFrame(connection.table(source).to_arrow_table())


def deliveries(workspace: Workspace, organisation: Organisation) -> list[Delivery]:
    """The deliveries in force, oldest first."""
    with reading(workspace, organisation) as connection:
        return in_force(connection)


def in_force(connection: duckdb.DuckDBPyConnection) -> list[Delivery]:
    """The deliveries in force, oldest first, over a connection that is open."""
    found = pl.DataFrame(connection.sql("FROM deliveries ORDER BY delivery_id").to_arrow_table())
    return [
        Delivery(
            **{
                **row,
                "reasons": json.loads(row["reasons"]),
                "normalised": json.loads(row["normalised"]),
                "overrides": json.loads(row.get("overrides") or "[]"),
                "changes": json.loads(row.get("changes") or "null"),
                "notes": json.loads(row.get("notes") or "[]"),
                "loaded_at": row["loaded_at"].replace(tzinfo=UTC),
            }
        )
        for row in found.iter_rows(named=True)
    ]


def already(connection: duckdb.DuckDBPyConnection, arrival: Arrival, profile: Profile) -> Delivery | None:
    """The delivery in force that is this very file, whatever it was called when it came."""
    return next(
        (
            delivery
            for delivery in in_force(connection)
            if (delivery.source, delivery.variant) == (profile.source, profile.variant)
            and delivery.sha256 == arrival.sha256
        ),
        None,
    )


def place(connection: duckdb.DuckDBPyConnection, arrival: Arrival, profile: Profile) -> Place:
    """Where the file goes among what is already loaded.

    Rule    a period that covers others whole replaces them; one that only overlaps would count rows twice
    Fails   stale, conflict, period_overlaps
    """
    same = profile.source, profile.variant
    loaded = [delivery for delivery in in_force(connection) if (delivery.source, delivery.variant) == same]
    slot = next((delivery for delivery in loaded if delivery.period == arrival.period), None)
    is_same = slot and (arrival.version, arrival.sha256) == (slot.version, slot.sha256)  # to be read another way
    if slot and not is_same and arrival.version is not None and arrival.version <= slot.version:
        raise _stale(arrival.version, slot) if arrival.version < slot.version else _conflict(slot)
    others = [delivery for delivery in loaded if delivery.period != arrival.period and _meet(delivery, arrival)]
    for other in others:
        if not _covers(arrival.period, other.period):
            raise UserProblem(
                "period_overlaps",
                Text(
                    sv="Filens period {period} går delvis in i {other}, som redan är inläst: samma uppgifter skulle "
                    "räknas två gånger. Lämna en fil för hela perioden, eller för samma period som förut.",
                    en="The file's period {period} runs partly into {other}, which is already loaded: the same data "
                    "would count twice. Deliver a file for the whole period, or for the same one as before.",
                ).format(period=arrival.period, other=other.period or "–"),
            )
    return Place(
        version=arrival.version or (slot.version + 1 if slot else 1),
        replaces=tuple(delivery.delivery_id for delivery in (*others, *([slot] if slot else []))),
    )


def next_sequence(connection: duckdb.DuckDBPyConnection) -> int:
    """The number the next delivery or refusal gets."""
    [(last,)] = connection.sql("SELECT max(sequence) FROM load_log").fetchall()
    return int(last or 0) + 1


def append(
    connection: duckdb.DuckDBPyConnection,
    delivery: Delivery,
    file_name: str,
    frames: Iterable[pl.DataFrame],
    replaces: Sequence[int],
) -> None:
    """Put a delivery's rows, some at a time, in force instead of those it replaces, in one transaction."""
    columns = ", ".join(map(named, SOURCES[delivery.source].columns))
    values = {
        **{name: getattr(delivery, name) for name in Delivery.__dataclass_fields__},
        **{name: json.dumps(getattr(delivery, name), ensure_ascii=False) for name in _AS_JSON},
        "loaded_at": delivery.loaded_at.replace(tzinfo=None),
    }
    connection.begin()
    for old in replaces:
        connection.execute(f"DELETE FROM {delivery.source} WHERE delivery_id = ?", [old])  # noqa: S608  own names
        connection.execute("DELETE FROM deliveries WHERE delivery_id = ?", [old])
    connection.register("arrived", _streamed(SOURCES[delivery.source], frames))  # none of them is held till the commit
    connection.execute(
        f"INSERT INTO {delivery.source} ({columns}, delivery_id) SELECT {columns}, ? FROM arrived",  # noqa: S608
        [delivery.delivery_id],
    )
    connection.unregister("arrived")
    names = ", ".join(values)
    connection.execute(
        f"INSERT INTO deliveries ({names}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
        list(values.values()),
    )
    _log(
        connection,
        sequence=delivery.delivery_id,
        outcome="accepted",
        source=delivery.source,
        file=file_name,
        sha256=delivery.sha256,
        **{name: values[name] for name in ("reasons", "overrides", "changes", "notes")},
    )
    connection.commit()


def _streamed(source: Source, frames: Iterable[pl.DataFrame]) -> pa.RecordBatchReader:
    schema = pl.DataFrame(schema={name: kind.dtype for name, kind in source.columns.items()}).to_arrow().schema
    tables = (frame.select(schema.names).to_arrow() for frame in frames)
    return pa.RecordBatchReader.from_batches(schema, (batch for table in tables for batch in table.to_batches()))


def last_noted(connection: duckdb.DuckDBPyConnection) -> datetime | None:
    """When the latest file was noted, by the clock of that time; None where none has come."""
    [(last,)] = connection.sql("SELECT max(noted_at) FROM load_log").fetchall()
    return last.replace(tzinfo=UTC) if last else None


def note(
    connection: duckdb.DuckDBPyConnection,
    outcome: str,
    source: str,
    file_name: str,
    sha256: str,
    reasons: Sequence[Reason],
) -> int:
    """Write down what became of a file that changed nothing, and why; the sequence number it got."""
    sequence = next_sequence(connection)
    told = json.dumps(as_json(reasons), ensure_ascii=False)
    _log(connection, sequence=sequence, outcome=outcome, source=source, file=file_name, sha256=sha256, reasons=told)
    return sequence


def as_json(reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    """Reasons as a delivery keeps them: the rule and the count, no places in the file."""
    return [
        {"code": reason.code, "rows": reason.rows, "text": {"sv": reason.rule.sv, "en": reason.rule.en}}
        for reason in reasons
    ]


def _log(connection: duckdb.DuckDBPyConnection, **entry: Any) -> None:
    noted = entry | {"noted_at": datetime.now(UTC).replace(tzinfo=None)}
    connection.execute(
        f"INSERT INTO load_log ({', '.join(noted)}) VALUES ({', '.join('?' * len(noted))})",  # noqa: S608  own names
        list(noted.values()),
    )


def _connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
    except (duckdb.IOException, duckdb.ConnectionException) as error:
        # Another process has it locked, or another thread of this one has it open to write.
        if "lock" in str(error) or "different configuration" in str(error):
            raise busy() from None
        raise
    connection.execute("SET enable_progress_bar = false")  # it would be drawn into the middle of a command's output
    return connection


def _meet(delivery: Delivery, arrival: Arrival) -> bool:
    one, other = span(delivery.period), span(arrival.period)
    if "" in (delivery.period, arrival.period):
        return True
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _covers(period: str, other: str) -> bool:
    whole, part = span(period), span(other)
    return period == "" or (whole is not None and part is not None and whole[0] <= part[0] and part[1] <= whole[1])


def _stale(version: int, slot: Delivery) -> UserProblem:
    return UserProblem(
        "stale",
        Text(
            sv="Version {version} är äldre än version {newer}, som redan är inläst för samma period. Ska den gälla: "
            "lämna den med ett högre versionsnummer.",
            en="Version {version} is older than version {newer}, already loaded for the same period. If it is to be in "
            "force, deliver it under a higher version number.",
        ).format(version=version, newer=slot.version),
    )


def _conflict(slot: Delivery) -> UserProblem:
    return UserProblem(
        "conflict",
        Text(
            sv="Version {version} är redan inläst för samma period, med annat innehåll. Ge rättelsen ett högre "
            "versionsnummer.",
            en="Version {version} is already loaded for the same period, with other content. Give the correction a "
            "higher version number.",
        ).format(version=slot.version),
    )


def _unwritable(error: Exception) -> UserProblem:
    return UserProblem(
        "vault_unwritable",
        Text(
            sv="Det går inte att skriva i organisationens databas ({kind}). Är disken full eller skrivskyddad? Det som "
            "var inläst gäller fortfarande. Åtgärda och läs in filen igen.",
            en="The organisation's database cannot be written ({kind}). Is the disk full or read-only? What was loaded "
            "remains in force. Mend it and load the file again.",
        ).format(kind=type(error).__name__),
    )
