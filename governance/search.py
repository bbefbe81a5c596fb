"""Full-text search over minutes, decisions, agreements, and what was tried and happened, in Swedish and English.

SQLite finds words by how they begin; PostgreSQL also by their stem in each language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, or_, select, text
from sqlalchemy.orm import Session

from governance.entries import (
    Action,
    ActionUpdate,
    AgendaItem,
    Agreement,
    AnnualReview,
    Clause,
    Conclusion,
    Consultation,
    Cycle,
    Decision,
    Entry,
    Evaluation,
    Event,
    Gap,
    ItemMinutes,
    Meeting,
    Proposal,
    ReviewStep,
    Risk,
    TargetGroup,
    Undertaking,
    UnitChange,
    Voice,
    id_of,
)
from governance.model.tables import DOCUMENT, ROWS, Row, name_of
from metrics.problem import Text

if TYPE_CHECKING:
    from governance.register import Register


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One entry that was found.

    In      kind, object_id  e.g. "decision", "B-2021-007"
            on               the day it belongs to; None where it has none
            excerpt          where the words stand, with the words between [ and ]
            cancelled        whether it no longer counts
    """

    kind: str
    object_id: str
    on: date | None
    organisation: str
    excerpt: Text
    cancelled: bool = False


SEARCHED: dict[type[Entry], Callable[[Session, Any], tuple[date | None, str]]] = {
    Decision: lambda _, entry: (entry.decided_on, "joint"),
    Action: lambda _, entry: (entry.opened_on, entry.organisation),
    ActionUpdate: lambda session, entry: (entry.on, _of(session, Action, entry.action_id, "organisation")),
    Agreement: lambda _, entry: (entry.from_on, entry.owner),
    Clause: lambda session, entry: (_of(session, Agreement, entry.agreement_id, "from_on"), "joint"),
    ItemMinutes: lambda session, entry: (_held_on(session, entry.item_id), "joint"),
    AgendaItem: lambda session, entry: (_held_on_meeting(session, entry.meeting_id), "joint"),
    Gap: lambda session, entry: (_of(session, AnnualReview, entry.review_id, "started_on"), "joint"),
    Voice: lambda _, entry: (entry.said_on, "joint"),
    Proposal: lambda session, entry: (_of(session, AnnualReview, entry.review_id, "started_on"), "joint"),
    ReviewStep: lambda session, entry: (_of(session, AnnualReview, entry.review_id, "started_on"), "joint"),
    Undertaking: lambda _, entry: (entry.from_on, entry.organisation),
    Risk: lambda _, entry: (entry.review_on, entry.organisation),
    Consultation: lambda _, entry: (entry.asked_on, "joint"),
    UnitChange: lambda _, entry: (entry.on, "joint"),
    Cycle: lambda _, entry: (entry.started_on, entry.organisation),
    Evaluation: lambda _, entry: (entry.on, "joint"),
    Event: lambda _, entry: (entry.on, entry.organisation),
    TargetGroup: lambda _, entry: (entry.identified_on, "joint"),
    Conclusion: lambda session, entry: (_of(session, AnnualReview, entry.review_id, "started_on"), "joint"),
}
"""The kinds that are searched: the day and the organisation each is found by."""

_FOUND_SQLITE = """
SELECT d.kind, d.object_id, d.happened_on, d.organisation,
       snippet(found, 0, '[', ']', '…', 16) AS sv, snippet(found, 1, '[', ']', '…', 16) AS en
FROM found JOIN document d ON d.number = found.rowid
WHERE found MATCH :words {filters} ORDER BY found.rank, d.number LIMIT :limit OFFSET :offset
"""
_FOUND_POSTGRESQL = """
SELECT kind, object_id, happened_on, organisation,
       ts_headline('swedish', sv, to_tsquery('swedish', :words), :marks) AS sv,
       ts_headline('english', en, to_tsquery('english', :words), :marks) AS en
FROM document d
WHERE d.found @@ (to_tsquery('swedish', :words) || to_tsquery('english', :words)) {filters}
ORDER BY ts_rank(d.found, to_tsquery('swedish', :words) || to_tsquery('english', :words)) DESC, d.number
LIMIT :limit OFFSET :offset
"""
_MARKS = "StartSel=[, StopSel=], MaxWords=16, MinWords=8, FragmentDelimiter=…"
_FILTERS = {
    "kind": "AND d.kind = :kind",
    "organisation": "AND d.organisation = :organisation",
    "from_on": "AND d.happened_on >= :from_on",
    "to_on": "AND d.happened_on <= :to_on",
}


def search(
    register: Register,
    words: str,
    *,
    kind: str = "",
    organisation: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
    limit: int = 50,
    offset: int = 0,
) -> tuple[Hit, ...]:
    """What holds every one of the words, the most to the point first.

    In      words  as somebody types them: each is the beginning of a word; signs are passed over
            kind   one of those searched, by its name in the database: "decision", "agenda_item", "proposal" …
    """
    terms = re.findall(r"\w+", words)
    with register.reading() as session:
        if session is None or not terms:
            return ()
        given = {"kind": kind, "organisation": organisation, "from_on": from_on, "to_on": to_on}
        filters = " ".join(sql for name, sql in _FILTERS.items() if given[name])
        values: dict[str, Any] = {name: value for name, value in given.items() if value}
        if session.get_bind().dialect.name == "sqlite":
            asked, typed = _FOUND_SQLITE, " ".join(f'"{term}"*' for term in terms)
            values |= {name: value.isoformat() for name, value in values.items() if isinstance(value, date)}
        else:
            asked, typed = _FOUND_POSTGRESQL, " & ".join(f"{term}:*" for term in terms)
            values["marks"] = _MARKS
        statement = text(asked.format(filters=filters)).bindparams(words=typed, limit=limit, offset=offset, **values)
        rows = session.execute(statement).all()
        gone = _cancelled(session, [(row.kind, row.object_id) for row in rows])
        return tuple(
            Hit(
                kind=row.kind,
                object_id=row.object_id,
                on=date.fromisoformat(row.happened_on) if isinstance(row.happened_on, str) else row.happened_on,
                organisation=row.organisation,
                excerpt=Text(sv=row.sv, en=row.en),
                cancelled=(row.kind, row.object_id) in gone,
            )
            for row in rows
        )


def _cancelled(session: Session, found: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the found that no longer count, by kind and id; one question for each kind."""
    ids: dict[str, list[str]] = {}
    for kind, object_id in found:
        ids.setdefault(kind, []).append(object_id)
    gone = set()
    for kind, own in ids.items():
        table = Row.metadata.tables[kind]
        over = [table.c.cancelled_sv.is_not(None), *(each == "cancelled" for each in table.c if each.name == "status")]
        asked = select(table.c.id).where(table.c.id.in_(own), or_(*over))
        gone |= {(kind, each) for each in session.scalars(asked)}
    return gone


def keep(session: Session, entry: Entry) -> None:
    """Let search find an entry as it now is."""
    placed = SEARCHED.get(type(entry))
    if placed is None:
        return
    on, organisation = placed(session, entry)
    said = list(_said(entry))
    names = {"kind": name_of(type(entry)), "object_id": id_of(entry)}
    session.execute(delete(DOCUMENT).where(*(DOCUMENT.c[name] == value for name, value in names.items())))
    row = {
        **names,
        "happened_on": on,
        "organisation": organisation,
        "sv": "\n".join([names["object_id"], *(each.sv for each in said)]),
        "en": "\n".join([names["object_id"], *(each.en for each in said)]),
    }
    session.execute(insert(DOCUMENT), [row])


def _said(entry: Any) -> Iterator[Text]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if isinstance(value, Text):
            yield value
        for part in value if isinstance(value, tuple) else ():
            if is_dataclass(part):
                yield from _said(part)


def _of(session: Session, kind: type[Entry], object_id: str, name: str) -> Any:
    return getattr(session.get_one(ROWS[kind], object_id), name)


def _held_on(session: Session, item_id: str) -> date:
    return _held_on_meeting(session, _of(session, AgendaItem, item_id, "meeting_id"))


def _held_on_meeting(session: Session, meeting_id: str) -> date:
    held_on: date = _of(session, Meeting, meeting_id, "held_on")
    return held_on
