"""What is done inside one transaction of the register: entries added, changed, cancelled and listed.

`governance.register` opens the transaction; what must happen together, like locking minutes, calls these.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final, Generic

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from governance import history, search
from governance.checks import Writing, problems, problems_of_leaving
from governance.conflict import Conflict
from governance.entries import KINDS, AnyEntry, Contents, Entry, id_of
from governance.model.tables import ROWS, Row, entry_of, name_of, values_of
from metrics.problem import Text, UserProblem

NOBODY = "samsyn"
"""Who is said to have written what no person wrote: files loaded by a command."""
CANCELLED: Final = Text(
    sv="Den är återkallad: {why} Inget har ändrats. Kopiera det du skrivit, ladda om sidan och skriv in det på nytt.",
    en="It has been cancelled: {why} Nothing has changed. Copy what you have written, reload the page, enter it anew.",
)


@dataclass(frozen=True, kw_only=True)
class Held(Generic[AnyEntry]):
    """An entry with what the register knows about it.

    In      version    to be given back with a change: what the change was made from
            cancelled  why it no longer counts; None where it does
    """

    entry: AnyEntry
    version: int
    added_at: datetime
    changed_at: datetime
    cancelled: Text | None = None


def add(
    session: Session,
    entry: AnyEntry,
    *,
    by: str = NOBODY,
    why: Text | None = None,
    verb: str = "add",
    anew: bool = False,
) -> Held[AnyEntry]:
    """Keep `entry` if every rule allows it; an entry already held is left as it is.

    In      anew  whether one that was cancelled may be entered again, as its next version
    """
    row = session.get(ROWS[type(entry)], id_of(entry))
    held = None if row is None else held_in(type(entry), row)
    if held is not None and held.entry == entry and held.cancelled is None:
        return held
    if anew and held is not None and held.cancelled is not None:
        held = None
    _refuse(problems(entry, Writing(InSession(session), held=held.entry if held else None)))
    if row is None:
        row = ROWS[type(entry)](**values_of(entry))
        session.add(row)
    else:
        _put(row, entry)
        _uncancel(row)
    session.info.setdefault("written", []).append(row)  # kept at hand for what refers to it in the same write
    session.flush()
    _note(session, entry, verb, row.version, by, why)
    return held_in(type(entry), row)


def change(
    session: Session, entry: AnyEntry, seen: int, *, by: str, why: Text | None = None, verb: str = "change"
) -> Held[AnyEntry]:
    """Make the next version of an entry, if nobody has made it since version `seen` and every rule allows it."""
    row = _row(session, type(entry), id_of(entry))
    before = held_in(type(entry), row)
    if before.version != seen:
        raise Conflict(entry, before)
    if before.entry == entry:
        return before
    if before.cancelled is not None and not _counts_again(entry):
        raise UserProblem("entry_cancelled", CANCELLED.format(why=before.cancelled))
    _refuse(problems(entry, Writing(InSession(session), before=before.entry, why=why)))
    _put(row, entry)
    _uncancel(row)
    session.flush()
    _note(session, entry, verb, row.version, by, why)
    return held_in(type(entry), row)


def cancel(session: Session, kind: type[AnyEntry], object_id: str, seen: int, *, by: str, why: Text) -> Held[AnyEntry]:
    """Say that an entry no longer counts, and why."""
    row = _row(session, kind, object_id)
    before = held_in(kind, row)
    if before.version != seen:
        raise Conflict(before.entry, before, cancels=True)
    if not (why.sv.strip() and why.en.strip()):
        raise UserProblem("why_missing", Text(sv="Skriv varför.", en="Say why."))
    entry = before.entry
    _refuse(problems_of_leaving(entry, Writing(InSession(session), before=entry, why=why)))
    if _has_status(kind):
        change_status: Any = replace
        entry = change_status(entry, status="cancelled")
        _put(row, entry)
    row.cancelled_sv, row.cancelled_en = why.sv, why.en
    session.flush()
    _note(session, entry, "cancel", row.version, by, why)
    return held_in(kind, row)


def adopt(session: Session) -> None:
    """Give every row from before there was a history its first link."""
    for kind in KINDS.values():
        for row in session.scalars(select(ROWS[kind]).order_by(ROWS[kind].added_at, ROWS[kind].id)):
            _note(session, entry_of(kind, row), "add", row.version, NOBODY, None)


@dataclass(frozen=True)
class InSession:
    """What the register holds, for the rules to ask of: each question one indexed query."""

    session: Session

    def of(self, kind: type[AnyEntry], /, **values: object) -> tuple[AnyEntry, ...]:
        """The entries of one kind that have these values."""
        if values.keys() != {"id"}:
            return listed(self.session, kind, values)
        row = self.session.get(ROWS[kind], values["id"])  # no query, where this write has already seen it
        counts = row is not None and (row.cancelled_sv is None or _has_status(kind))
        return (entry_of(kind, row),) if counts else ()


def contents(session: Session) -> Contents:
    """Everything that counts, each kind in its order."""
    lists: dict[str, Any] = {name: listed(session, kind, {}) for name, kind in KINDS.items()}
    return Contents(**lists)


def listed(
    session: Session, kind: type[AnyEntry], values: dict[str, object], limit: int | None = None, offset: int = 0
) -> tuple[AnyEntry, ...]:
    """The entries of one kind that have these values, in the kind's order, without what was cancelled."""
    rows = session.execute(_asked(kind, values).limit(limit).offset(offset or None))
    return tuple(entry_of(kind, row) for row in rows)


def _asked(kind: type[Entry], values: dict[str, object]) -> Select[Any]:
    asked = _ALL[kind]
    for name, value in values.items():
        asked = asked.where(getattr(ROWS[kind], name) == value)
    return asked


def _all_of(kind: type[Entry]) -> Select[Any]:
    row = ROWS[kind]
    asked = select(*(getattr(row, column.key).label(column.key) for column in row.__mapper__.column_attrs))
    if not _has_status(kind):
        asked = asked.where(row.cancelled_sv.is_(None))
    return asked.order_by(*(getattr(row, name) for name in kind.ORDER))


def _has_status(kind: type[Entry]) -> bool:
    """Whether a cancelled entry of the kind stays in lists, saying so itself."""
    return any(field.name == "status" and "cancelled" in str(field.type) for field in fields(kind))


_ALL: dict[type[Entry], Select[Any]] = {kind: _all_of(kind) for kind in KINDS.values()}


def _row(session: Session | None, kind: type[Entry], object_id: str) -> Row:
    row = None if session is None else session.get(ROWS[kind], object_id)
    if row is None:
        raise UserProblem(
            "entry_unknown",
            Text(
                sv="{id} finns inte i registret. Kopiera det du skrivit och ladda om sidan.",
                en="{id} is not in the register. Copy what you have written and reload the page.",
            ).format(id=object_id),
        )
    return row


def _counts_again(entry: Entry) -> bool:
    """Whether a change of a cancelled entry opens it: only what has a status can be opened."""
    return _has_status(type(entry)) and values_of(entry)["status"] != "cancelled"


def _uncancel(row: Row) -> None:
    row.cancelled_sv = row.cancelled_en = None


def _put(row: Row, entry: Entry) -> None:
    for name, value in values_of(entry).items():
        setattr(row, name, value)


def held_all(session: Session, kind: type[AnyEntry], values: dict[str, object]) -> tuple[Held[AnyEntry], ...]:
    """The entries of one kind that have these values with their versions, in the kind's order, cancelled ones too."""
    rows = session.scalars(
        select(ROWS[kind]).filter_by(**values).order_by(*(getattr(ROWS[kind], name) for name in kind.ORDER))
    )
    return tuple(held_in(kind, row) for row in rows)


def wanted(session: Session | None, kind: type[AnyEntry], object_id: str) -> Held[AnyEntry]:
    """One entry with its version.

    In      session  None where no register has been made: it holds nothing
    Fails   entry_unknown
    """
    return held_in(kind, _row(session, kind, object_id))


def held_in(kind: type[AnyEntry], row: Row) -> Held[AnyEntry]:
    """The entry in a row, with its version and whether it still counts."""
    return Held(
        entry=entry_of(kind, row),
        version=row.version,
        added_at=row.added_at,
        changed_at=row.changed_at,
        cancelled=None if row.cancelled_sv is None else Text(sv=row.cancelled_sv, en=row.cancelled_en or ""),
    )


def _note(session: Session, entry: Entry, verb: str, version: int, by: str, why: Text | None) -> None:
    history.append(
        session,
        actor=by,
        verb=verb,
        kind=name_of(type(entry)),
        object_id=id_of(entry),
        version=version,
        content=history.content_of(entry),
        why=why,
    )
    search.keep(session, entry)


def _refuse(found: tuple[UserProblem, ...]) -> None:
    if found:
        words = Text(sv="\n".join(p.text.sv for p in found), en="\n".join(p.text.en for p in found))
        raise UserProblem(found[0].code, words)
