"""The only door to the register: what the committee decided, in one SQLite file. Nothing in it is deleted.

A write is one transaction that takes SQLite's write lock at its start, so that two writers wait for each other
instead of overwriting; readers never wait. A write that returned is on the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from governance.checks import already_held, problems
from governance.entries import Contents, CostSplit, Decision, Entry, Event, PriceLevel, Recalculation, Target
from governance.model import Row
from governance.model.context import EventRow
from governance.model.decisions import CostSplitRow, DecisionRow, PriceLevelRow, RecalculationRow, TargetRow
from metrics.problem import Text, UserProblem

BUSY_SECONDS = 10.0

AnyEntry = TypeVar("AnyEntry", bound=Entry)

TABLES: dict[type[Any], tuple[type[Row], tuple[str, ...]]] = {
    Decision: (DecisionRow, ("decided_on", "id")),
    Target: (TargetRow, ("from_on", "indicator_id", "organisation")),
    Recalculation: (RecalculationRow, ("from_on", "indicator_id", "organisation")),
    Event: (EventRow, ("on", "id")),
    CostSplit: (CostSplitRow, ("from_on",)),
    PriceLevel: (PriceLevelRow, ("year", "published_on")),
}
"""For each kind of entry: its table, and the order it is listed in."""


def open_register(path: Path, *, read_only: bool = False) -> Register:
    """The register in the file `path`, made if it is not there.

    Rule    read-only never makes or changes a file: a register not yet made reads as an empty one
    Fails   register_unreadable, register_unwritable, register_busy
    """
    register = Register(path, _engine(path, read_only=read_only), read_only=read_only)
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
        with register.writing() as session:
            Row.metadata.create_all(session.connection())
    return register


class Register:
    """What the committee decided, listed in date order, and the ways to add to it.

    Rule    the same entry added twice is one entry; the same id with other content is refused
    Fails   each `add` raises a UserProblem with everything the rules in `governance.checks` have against the entry
    """

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        """Use `open_register`."""
        self.path = path
        self.read_only = read_only
        self._engine = engine

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return self.contents().decisions

    def targets(self) -> tuple[Target, ...]:
        """All targets, past ones too."""
        return self.contents().targets

    def recalculations(self) -> tuple[Recalculation, ...]:
        """All days from which limits start anew."""
        return self.contents().recalculations

    def events(self) -> tuple[Event, ...]:
        """All events."""
        return self.contents().events

    def cost_splits(self) -> tuple[CostSplit, ...]:
        """All agreed cost splits, past ones too."""
        return self.contents().cost_splits

    def price_levels(self) -> tuple[PriceLevel, ...]:
        """All levels of the price index, revised ones too."""
        return self.contents().price_levels

    def contents(self) -> Contents:
        """The whole register as it was at one moment."""
        if not self.path.exists():
            return Contents()
        with self._transaction("BEGIN") as session:
            made = inspect(session.connection()).has_table(DecisionRow.__tablename__)
            return _contents(session) if made else Contents()

    def add_decision(self, decision: Decision) -> None:
        """Record a decision."""
        self._add(decision)

    def add_target(self, target: Target) -> None:
        """Set a target by a decision."""
        self._add(target)

    def add_recalculation(self, recalculation: Recalculation) -> None:
        """Let control limits start anew by a decision."""
        self._add(recalculation)

    def add_event(self, entry: Event) -> None:
        """Record an event."""
        self._add(entry)

    def add_cost_split(self, split: CostSplit) -> None:
        """Record an agreed cost split by a decision."""
        self._add(split)

    def add_price_level(self, level: PriceLevel) -> None:
        """Record one year's level of the price index by a decision."""
        self._add(level)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that no other writer is inside of; all of it is kept, or nothing."""
        if self.read_only:
            raise UserProblem(
                "register_read_only",
                Text(
                    sv="Registret är öppnat för läsning. Öppna det för skrivning för att ändra i det.",
                    en="The register is open for reading. Open it for writing to change it.",
                ),
            )
        with self._transaction("BEGIN IMMEDIATE") as session:
            yield session

    def _add(self, entry: Entry) -> None:
        with self.writing() as session:
            add(session, entry)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Session]:
        try:
            with (
                self._engine.connect().execution_options(begin=begin) as connection,
                Session(connection) as session,
                session.begin(),
            ):
                session.connection()  # begins now, not at the first statement
                yield session
        except DatabaseError as error:
            raise _explained(error, self.path) from error


def add(session: Session, entry: Entry) -> None:
    """Keep `entry` if every rule allows it; an entry already held is left as it is."""
    known = _contents(session)
    found = problems(entry, known)
    if found:
        words = Text(sv="\n".join(p.text.sv for p in found), en="\n".join(p.text.en for p in found))
        raise UserProblem(found[0].code, words)
    if already_held(entry, known) is None:
        table, _ = TABLES[type(entry)]
        session.add(table(**{name: _stored(value) for name, value in _values(entry).items()}))
        session.flush()


def load_sample(register: Register, json_path: Path) -> None:
    """Add every entry of a JSON file shaped like `Contents`, all or none; loading it again changes nothing.

    Fails   register_file_unreadable names the place in the file; otherwise as `Register.add_…`
    """
    try:
        file = TypeAdapter(Contents).validate_json(json_path.read_bytes())
    except FileNotFoundError:
        raise _file_problem(json_path, Text(sv="filen finns inte", en="there is no such file")) from None
    except ValidationError as error:
        places = ", ".join(".".join(map(str, found["loc"])) or "JSON" for found in error.errors(include_input=False))
        raise _file_problem(json_path, Text(sv=f"se {places}", en=f"see {places}")) from None
    with register.writing() as session:
        for entry in file.entries():
            add(session, entry)


def _contents(session: Session) -> Contents:
    return Contents(
        decisions=_listed(session, Decision),
        targets=_listed(session, Target),
        recalculations=_listed(session, Recalculation),
        events=_listed(session, Event),
        cost_splits=_listed(session, CostSplit),
        price_levels=_listed(session, PriceLevel),
    )


def _listed(session: Session, kind: type[AnyEntry]) -> tuple[AnyEntry, ...]:
    table, order = TABLES[kind]
    rows = session.scalars(select(table).order_by(*(getattr(table, name) for name in order)))
    make: Callable[..., AnyEntry] = kind
    return tuple(make(**{field.name: _shown(getattr(row, field.name)) for field in fields(kind)}) for row in rows)


def _values(entry: Entry) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in fields(entry)}


def _stored(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _engine(path: Path, *, read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # isolation_level=None: we say when a transaction begins, not the driver
        address = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["begin"])


def _explained(error: DatabaseError, path: Path) -> Exception:
    """The user's problem behind a database error; the error itself where it is a fault of ours."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    if name.startswith("SQLITE_BUSY"):
        text = Text(
            sv="Registret skrivs av någon annan just nu. Försök igen om en stund.",
            en="Someone else is writing to the register right now. Try again in a moment.",
        )
        return UserProblem("register_busy", text, exit_code=75)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        text = Text(
            sv="{file} är inte ett läsbart register. Återställ filen från säkerhetskopian.",
            en="{file} is not a readable register. Restore the file from the backup.",
        )
        return UserProblem("register_unreadable", text.format(file=path.name))
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        text = Text(
            sv="{file} kan inte öppnas eller skrivas. Är disken full eller skrivskyddad? Inget har ändrats.",
            en="{file} cannot be opened or written. Is the disk full or write-protected? Nothing has changed.",
        )
        return UserProblem("register_unwritable", text.format(file=path.name))
    return error


def _file_problem(path: Path, why: Text) -> UserProblem:
    return UserProblem(
        "register_file_unreadable",
        Text(
            sv=f"{path.name} kan inte läsas som ett register: {why.sv}. Inget har lagts in.",
            en=f"{path.name} cannot be read as a register: {why.en}. Nothing has been added.",
        ),
    )
