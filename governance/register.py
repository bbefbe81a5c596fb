"""The only door to the register: what the committee decided and did. Nothing in it is deleted.

Every function is one transaction. What is added is version 1; a change makes the next version and says which one it
was made from; a decision or an agreement is superseded by another; what no longer counts is cancelled with a reason.
Each of them is a link in the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.orm import Session

from governance import history, keeping, signing
from governance.entries import (
    AnyEntry,
    Contents,
    CostSplit,
    Decision,
    Entry,
    Event,
    PriceLevel,
    Recalculation,
    Target,
)
from governance.keeping import NOBODY, Held
from governance.model.tables import ROWS
from governance.store import Store
from metrics.problem import Text, UserProblem


def open_register(place: Path | str, *, read_only: bool = False, key: Path | None = None) -> Register:
    """The register in a file or at a PostgreSQL address, made if it is not there.

    In      place  a path, or "postgresql+psycopg://…"; a committee has a database or a schema of its own
            key    the file of the signing key; beside a register in a file unless something else is said
    Rule    read-only never makes or changes anything: a register not yet made reads as an empty one
    Fails   register_unreadable, register_unwritable, register_busy, register_key_missing
    """
    register = Register(place, key=key, read_only=read_only)
    if not read_only:
        register.prepare()
    return register


class Register:
    """What the committee decided, listed in date order, and the ways to add to it and change it.

    Rule    the same entry added twice is one entry; the same id with other content is refused
    Fails   whatever writes raises a UserProblem with everything the rules in `governance.checks` have against it
    """

    def __init__(self, place: Path | str, *, key: Path | None, read_only: bool) -> None:
        """Use `open_register`."""
        self.place = place
        self.read_only = read_only
        self._store = Store(place, read_only=read_only)
        self.key_path = key or (signing.key_beside(place) if isinstance(place, Path) else None)
        self._key: Ed25519PrivateKey | None = None

    @property
    def path(self) -> Path:
        """The file of a register that is kept in one."""
        if isinstance(self.place, str):
            raise TypeError("a register on a server has no file")
        return self.place

    # --- reading ------------------------------------------------------------------------------------------------

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return self.list(Decision)

    def targets(self) -> tuple[Target, ...]:
        """All targets, past ones too."""
        return self.list(Target)

    def recalculations(self) -> tuple[Recalculation, ...]:
        """All days from which limits start anew."""
        return self.list(Recalculation)

    def events(self) -> tuple[Event, ...]:
        """All events."""
        return self.list(Event)

    def cost_splits(self) -> tuple[CostSplit, ...]:
        """All agreed cost splits, past ones too."""
        return self.list(CostSplit)

    def price_levels(self) -> tuple[PriceLevel, ...]:
        """All levels of the price index, revised ones too."""
        return self.list(PriceLevel)

    def contents(self) -> Contents:
        """The whole register as it was at one moment, without what was cancelled."""
        with self.reading() as session:
            return Contents() if session is None else keeping.contents(session)

    def list(
        self, kind: type[AnyEntry], /, *, limit: int | None = None, offset: int = 0, **values: object
    ) -> tuple[AnyEntry, ...]:
        """The entries of one kind that have these values, in the kind's order, without what was cancelled."""
        with self.reading() as session:
            return () if session is None else keeping.listed(session, kind, values, limit, offset)

    def held(self, kind: type[AnyEntry], object_id: str) -> Held[AnyEntry] | None:
        """One entry with its version, cancelled or not; None where there is none."""
        with self.reading() as session:
            row = None if session is None else session.get(ROWS[kind], object_id)
            return None if row is None else keeping.held_in(kind, row)

    def wanted(self, kind: type[AnyEntry], object_id: str) -> Held[AnyEntry]:
        """One entry with its version, cancelled or not, where there must be one.

        Fails   entry_unknown
        """
        with self.reading() as session:
            return keeping.wanted(session, kind, object_id)

    def held_all(self, kind: type[AnyEntry], /, **values: object) -> tuple[Held[AnyEntry], ...]:
        """The entries of one kind that have these values, each with its version, cancelled ones too."""
        with self.reading() as session:
            return () if session is None else keeping.held_all(session, kind, values)

    def state(self) -> str:
        """A short text that changes whenever the register does."""
        with self.reading() as session:
            return "" if session is None else "{}-{}".format(*history.end(session))

    # --- writing ------------------------------------------------------------------------------------------------

    def add(self, entry: AnyEntry, *, by: str = NOBODY, why: Text | None = None) -> Held[AnyEntry]:
        """Record something new; an entry already held is left as it is."""
        with self.writing() as session:
            return keeping.add(session, entry, by=by, why=why)

    def add_all(self, entries: Iterable[Entry], *, by: str = NOBODY) -> None:
        """Record several things that belong together: all of them or none."""
        with self.writing() as session:
            for entry in entries:
                keeping.add(session, entry, by=by)

    def write_all(self, entries: Iterable[tuple[Entry, int]], *, by: str, why: Text | None = None) -> None:
        """Add and change several things that belong together: all of them or none.

        In      entries  each with the version it was made from; 0 for something new, or cancelled and entered anew
                why      of what is changed
        Fails   as `add` and `change`
        """
        with self.writing() as session:
            for entry, seen in entries:
                if seen:
                    keeping.change(session, entry, seen, by=by, why=why)
                else:
                    keeping.add(session, entry, by=by, anew=True)

    def change(self, entry: AnyEntry, seen: int, *, by: str, why: Text | None = None) -> Held[AnyEntry]:
        """Make the next version of an entry.

        In      seen  the version the change was made from
        Fails   Conflict where somebody else has changed it since, with what both have written
        """
        with self.writing() as session:
            return keeping.change(session, entry, seen, by=by, why=why)

    def supersede(self, entry: AnyEntry, *, by: str, why: Text | None = None) -> Held[AnyEntry]:
        """Record a decision or an agreement that takes the place of the one it names in `supersedes`."""
        with self.writing() as session:
            return keeping.add(session, entry, by=by, why=why, verb="supersede")

    def cancel(
        self,
        kind: type[AnyEntry],
        object_id: str,
        seen: int,
        *,
        by: str,
        why: Text,
        also: Iterable[tuple[Entry, int]] = (),
    ) -> Held[AnyEntry]:
        """Say that an entry no longer counts, and why. It stays in the register, and in lists where it has a status.

        In      also  what changes with it, each with the version it was made from: all of it or none
        """
        with self.writing() as session:
            for entry, version in also:
                keeping.change(session, entry, version, by=by, why=why)
            return keeping.cancel(session, kind, object_id, seen, by=by, why=why)

    def record(self, verb: str, kind: str, object_id: str, content: object, *, by: str) -> None:
        """Write in the history what is no entry: a release, an export, a changed role, a report of the gate."""
        with self.writing() as session:
            history.append(
                session,
                actor=by,
                verb=verb,
                kind=kind,
                object_id=object_id,
                version=0,
                content=history.canonical(content),
                why=None,
            )

    def add_decision(self, decision: Decision) -> None:
        """Record a decision."""
        self.add(decision)

    def add_target(self, target: Target) -> None:
        """Set a target by a decision."""
        self.add(target)

    def add_recalculation(self, recalculation: Recalculation) -> None:
        """Let control limits start anew by a decision."""
        self.add(recalculation)

    def add_event(self, entry: Event) -> None:
        """Record an event."""
        self.add(entry)

    def add_cost_split(self, split: CostSplit) -> None:
        """Record an agreed cost split by a decision."""
        self.add(split)

    def add_price_level(self, level: PriceLevel) -> None:
        """Record one year's level of the price index by a decision."""
        self.add(level)

    # --- transactions -------------------------------------------------------------------------------------------

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
        with self._store.transaction(writes=True) as session:
            yield session
            session.flush()
            history.seal(session, self.key())

    @contextmanager
    def reading(self) -> Iterator[Session | None]:
        """One moment of the register; None where none has been made."""
        if self._store.file is not None and not self._store.file.exists():
            yield None
            return
        with self._store.transaction(writes=False) as session:
            yield session if self._store.is_made(session) else None

    def prepare(self) -> None:
        """Make the tables and the key, bring older tables up to date, and give what they held its first link."""
        if self._store.file is not None:
            self._store.file.parent.mkdir(parents=True, exist_ok=True)
        is_new = self._store.prepare()
        with self.reading() as session:
            has_begun = session is not None and history.end(session) != (0, "")
        if has_begun or self.key_path is None:
            return
        self._key = signing.make_key(self.key_path)
        if not is_new:
            with self.writing() as session:
                keeping.adopt(session)

    def key(self) -> Ed25519PrivateKey:
        """The key that signs the history."""
        if self._key is None:
            self._key = signing.read_key(self.key_path or Path("register.key"))
        return self._key


def load_sample(register: Register, json_path: Path, *, by: str = NOBODY) -> None:
    """Add every entry of a JSON file shaped like `Contents`, all or none; loading it again changes nothing.

    In      json_path  what is left out of it is left as it is
            by         whose word it is: a seat or a role
    Fails   register_file_unreadable names the place in the file; otherwise as `Register.add`
    """
    try:
        file = TypeAdapter(Contents).validate_json(json_path.read_bytes())
    except FileNotFoundError:
        raise _file_problem(json_path, Text(sv="filen finns inte", en="there is no such file")) from None
    except ValidationError as error:
        places = ", ".join(".".join(map(str, found["loc"])) or "JSON" for found in error.errors(include_input=False))
        raise _file_problem(json_path, Text(sv=f"se {places}", en=f"see {places}")) from None
    register.add_all(file.entries(), by=by)


def _file_problem(path: Path, why: Text) -> UserProblem:
    return UserProblem(
        "register_file_unreadable",
        Text(
            sv=f"{path.name} kan inte läsas som ett register: {why.sv}. Inget har lagts in.",
            en=f"{path.name} cannot be read as a register: {why.en}. Nothing has been added.",
        ),
    )
