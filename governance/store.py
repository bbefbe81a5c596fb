"""The database under the register: SQLite in a file or PostgreSQL by its address, the same tables in both.

A write takes the write lock at its start, so that two writers wait for each other instead of overwriting; readers
never wait. A write that returned is on the disk.
"""

from __future__ import annotations

import atexit
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from threading import Event, Lock
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from governance.migrations import NEWEST
from governance.model.tables import HEAD
from metrics.problem import Text, UserProblem

BUSY_SECONDS = 30.0
"""How long a write waits for those before it: somebody who saves would rather wait than write it all again."""
BUSY, UNREADABLE, UNWRITABLE = "register_busy", "register_unreadable", "register_unwritable"

CODES: dict[str, tuple[str, ...]] = {
    BUSY: ("SQLITE_BUSY", "55P03", "57014"),  # the numbers are PostgreSQL's: lock not available, statement cancelled
    UNREADABLE: ("SQLITE_NOTADB", "SQLITE_CORRUPT"),
    UNWRITABLE: ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "53100", "25006", "08", "57P"),
}
"""How the databases' own codes begin, for each of our problems."""

WORDS = {
    BUSY: Text(
        sv="Registret skrivs av någon annan just nu. Försök igen om en stund.",
        en="Someone else is writing to the register right now. Try again in a moment.",
    ),
    UNREADABLE: Text(
        sv="{file} är inte ett läsbart register. Återställ filen från säkerhetskopian.",
        en="{file} is not a readable register. Restore the file from the backup.",
    ),
    UNWRITABLE: Text(
        sv="{file} kan inte öppnas eller skrivas. Är disken full eller skrivskyddad? Inget har ändrats.",
        en="{file} cannot be opened or written. Is the disk full or write-protected? Nothing has changed.",
    ),
}


OUTDATED = Text(
    sv="{file} är från en äldre version. Kör samsyn audit verify en gång: då uppdateras det, och inget går förlorat.",
    en="{file} is from an older version. Run samsyn audit verify once: that updates it, and nothing is lost.",
)

AHEAD = Text(
    sv="{file} är från en nyare version av Samsyn än den här. Uppdatera programmet här först. Inget har ändrats.",
    en="{file} is from a newer version of Samsyn than this one. Update the program here first. Nothing has changed.",
)


class Store:
    """One register's database, and the two kinds of transaction there are."""

    def __init__(self, place: Path | str, *, read_only: bool) -> None:
        """A file, or an address that begins with postgresql+psycopg://."""
        self.file = place if isinstance(place, Path) else None
        self.name = self.file.name if self.file else "PostgreSQL"
        self._engine = _file(self.file, read_only) if self.file else _server(str(place))

    def is_made(self, session: Session) -> bool:
        """Whether the register's tables are there.

        Fails   register_outdated, register_newer where they are those of another version
        """
        if self._at(session.connection()) == NEWEST:
            return True
        if not inspect(session.connection()).has_table("decision"):
            return False
        raise UserProblem("register_outdated", OUTDATED.format(file=self.name))

    def prepare(self) -> bool:
        """Make the tables, or bring older ones up to this version; nothing held is lost. True if they were new.

        Fails   register_newer
        """
        with self.transaction(writes=True, makes=True) as session:
            connection = session.connection()
            if self.file is None:  # two who make the same register wait for each other
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('samsyn' || current_schema()))"))
            is_new = not inspect(connection).has_table("decision")
            if self._at(connection) != NEWEST:
                from governance.migrations import bring  # Alembic takes its time to import, and is seldom needed

                bring(connection)
        return is_new

    def _at(self, connection: Connection) -> str:
        """The step the tables are at; "" where there is none."""
        if not inspect(connection).has_table("alembic_version"):
            return ""
        step = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
        if step > NEWEST:
            raise UserProblem("register_newer", AHEAD.format(file=self.name), exit_code=4)
        return step

    @contextmanager
    def transaction(self, *, writes: bool, makes: bool = False) -> Iterator[Session]:
        """One transaction: all of it is kept, or nothing. Of two that write, the second waits for the first."""
        begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        try:
            with (
                _turn(self.file) if self.file and writes else nullcontext(),
                self._engine.connect().execution_options(begin=begin) as connection,
                Session(connection) as session,
                session.begin(),
            ):
                session.connection()  # begins now, not at the first statement
                if self.file is None and writes and not makes:
                    session.execute(select(HEAD.c.number).with_for_update())
                yield session
        except DatabaseError as error:
            raise _explained(error, self.name) from error


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """One writer of this process at a time, in the order they came: SQLite lets those that wait ask at random."""
    own, line = Event(), line_of(path.absolute())
    with line.guard:
        line.waiting.append(own)
        line.waiting[0].set()
    try:
        if not own.wait(BUSY_SECONDS):
            raise UserProblem(BUSY, WORDS[BUSY], exit_code=75)
        yield
    finally:
        with line.guard:
            line.waiting.remove(own)
            if line.waiting:
                line.waiting[0].set()


@dataclass(frozen=True)
class Line:
    """The writers of one register, the one whose turn it is first."""

    guard: Lock = field(default_factory=Lock)
    waiting: deque[Event] = field(default_factory=deque)


@cache
def line_of(_path: Path) -> Line:
    """Those who wait to write in the register at this place, and whoever writes there now."""
    return Line()


LOOK: Final = "SELECT count(*) FROM sqlite_master"


@lru_cache(maxsize=16)  # an engine remembers the statements it has compiled
def _file(path: Path, read_only: bool) -> Engine:
    def opened(mode: str) -> sqlite3.Connection:
        # isolation_level=None: we say when a transaction begins, not the driver
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    def connect() -> sqlite3.Connection:
        connection = opened("ro" if read_only else "rwc")
        if read_only:
            try:
                connection.execute(LOOK)
            except sqlite3.OperationalError:
                # What a writer that was killed left half done is put right by one that may write; then it can be read.
                with closing(opened("rw")) as writer:
                    writer.execute(LOOK)
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


@lru_cache(maxsize=16)
def _server(address: str) -> Engine:
    # A new connection costs more than most of what is asked through it. Nothing is prepared in the server: another
    # process may bring the tables up to a new version meanwhile.
    engine = create_engine(
        address, pool_pre_ping=True, pool_size=4, max_overflow=20, connect_args={"prepare_threshold": None}
    )
    atexit.register(engine.dispose)
    event.listen(engine, "begin", _wait_no_longer)
    return engine


def _wait_no_longer(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{round(BUSY_SECONDS * 1000)}ms'")


def _explained(error: DatabaseError, name: str) -> Exception:
    """The user's problem behind a database error; the error itself where it is a fault of ours."""
    own = str(getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or "")
    if not own and error.connection_invalidated:
        own = "08"
    for code, beginnings in CODES.items():
        if own.startswith(beginnings):
            return UserProblem(code, WORDS[code].format(file=name), exit_code=75 if code == BUSY else 4)
    return error
