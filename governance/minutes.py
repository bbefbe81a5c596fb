"""The way of the minutes: draft, circulated, amended by those present, approved by both organisations, locked.

Every step is one transaction. What is approved and locked is a hash over everything the minutes say, so that a word
changed afterwards shows. What has been sent out, locked or not, is corrected by a new edition that says why.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from governance import keeping
from governance.checks import Known
from governance.entries import (
    AgendaItem,
    Amendment,
    Approval,
    Attendance,
    Decision,
    ItemMinutes,
    Meeting,
    Minutes,
    Organisation,
)
from governance.history import canonical
from governance.keeping import Held, InSession
from governance.register import Register
from metrics.problem import Text, UserProblem


@dataclass(frozen=True, kw_only=True)
class Proceedings:
    """All that the minutes of one meeting say."""

    meeting: Meeting
    attendance: tuple[Attendance, ...]
    items: tuple[AgendaItem, ...]
    said: tuple[ItemMinutes, ...]
    decisions: tuple[Decision, ...]


def proceedings(register: Register, meeting_id: str) -> Proceedings:
    """All that the minutes of a meeting say, as the register has it now."""
    with register.reading() as session:
        if session is None:
            raise _problem("meeting_unknown")
        return proceedings_in(InSession(session), meeting_id)


def proceedings_in(known: Known, meeting_id: str) -> Proceedings:
    """All that the minutes of a meeting say, of what is held in a register or in its contents."""
    meetings = known.of(Meeting, id=meeting_id)
    if not meetings:
        raise _problem("meeting_unknown")
    there = known.of(Attendance, meeting_id=meeting_id)
    items = tuple(item for item in known.of(AgendaItem, meeting_id=meeting_id) if item.status != "cancelled")
    return Proceedings(
        meeting=meetings[0],
        attendance=tuple(sorted(there, key=lambda each: each.seat_id)),
        items=items,
        said=tuple(each for item in items for each in known.of(ItemMinutes, item_id=item.id)),
        decisions=tuple(each for item in items for each in known.of(Decision, item_id=item.id)),
    )


def fingerprint(said: Proceedings) -> str:
    """The hash of everything the minutes say."""
    return hashlib.sha256(canonical(_PROCEEDINGS.dump_python(said, mode="json")).encode()).hexdigest()


def begin(register: Register, meeting_id: str, *, by: str) -> Held[Minutes]:
    """Begin a meeting's minutes, as a draft."""
    with register.writing() as session:
        return keeping.add(session, Minutes(meeting_id=meeting_id), by=by)


def circulate(register: Register, meeting_id: str, seen: int, *, on: date, by: str) -> Held[Minutes]:
    """Send the draft out to be read by those who were there.

    Fails   minutes_incomplete where an item that was taken has no minutes; nobody_present where nobody is said to have
            been there
    """
    with register.writing() as session:
        minutes = _minutes(session, meeting_id)
        _expect(minutes.entry, "draft")
        said = proceedings_in(InSession(session), meeting_id)
        written = {each.item_id for each in said.said}
        if not all(item.id in written for item in said.items if item.status == "taken"):
            raise _problem("minutes_incomplete")
        if not any(each.status in ("present", "substitute") for each in said.attendance):
            raise _problem("nobody_present")
        out = replace(minutes.entry, status="circulated", circulated_on=on)
        return keeping.change(session, out, seen, by=by, verb="circulate")


def answer(
    register: Register,
    amendment_id: str,
    seen: int,
    *,
    answer: Text,
    wording: ItemMinutes | None = None,
    wording_seen: int = 0,
    by: str,
) -> Held[Amendment]:
    """Accept a wished-for wording by giving the item's new minutes, or decline it by giving none.

    Rule    what either organisation had approved it approves anew, since it is no longer what it read
    """
    with register.writing() as session:
        held = keeping.wanted(session, Amendment, amendment_id)
        minutes = _minutes(session, held.entry.meeting_id)
        _expect(minutes.entry, "circulated")
        if wording is not None:
            if wording.item_id != held.entry.item_id:
                raise _problem("other_item")
            keeping.change(session, wording, wording_seen, by=by, why=answer)
        status: Any = "accepted" if wording is not None else "declined"
        answered = replace(held.entry, status=status, answer=answer)
        return keeping.change(session, answered, seen, by=by, verb="answer")


def approve(
    register: Register, meeting_id: str, organisation: Organisation, *, seat_id: str, read: str, on: date, by: str
) -> Held[Minutes]:
    """Approve the minutes for one organisation; when both have, they are locked.

    In      read  the fingerprint of what the approver was shown
    Fails   minutes_changed where it has become another since; amendments_open while one waits for an answer
    """
    with register.writing() as session:
        minutes = _minutes(session, meeting_id)
        _expect(minutes.entry, "circulated")
        now = fingerprint(proceedings_in(InSession(session), meeting_id))
        if read != now:
            raise _problem("minutes_changed")
        if InSession(session).of(Amendment, meeting_id=meeting_id, status="proposed"):
            raise _problem("amendments_open")
        keeping.add(
            session,
            Approval(
                meeting_id=meeting_id,
                organisation=organisation,
                edition=minutes.entry.edition,
                seat_id=seat_id,
                approved_on=on,
                sha256=now,
            ),
            by=by,
        )
        given = InSession(session).of(Approval, meeting_id=meeting_id, edition=minutes.entry.edition, sha256=now)
        if {each.organisation for each in given} < set(get_args(Organisation)):
            return minutes
        locked = replace(minutes.entry, status="locked", locked_on=on, sha256=now)
        return keeping.change(session, locked, minutes.version, by=by, verb="lock")


def correct(register: Register, meeting_id: str, seen: int, *, why: Text, by: str) -> Held[Minutes]:
    """Open minutes that are out or locked for a correction: a new edition that says why, and goes the whole way again.

    Rule    wishes about the edition before wait for their answers until the new one is out to be read
    """
    with register.writing() as session:
        minutes = _minutes(session, meeting_id)
        if minutes.entry.status == "draft":
            raise _problem("minutes_draft")
        opened = replace(
            minutes.entry,
            status="draft",
            edition=minutes.entry.edition + 1,
            why=why,
            circulated_on=None,
            locked_on=None,
            sha256=None,
        )
        return keeping.change(session, opened, seen, by=by, why=why, verb="correct")


def is_as_locked(register: Register, meeting_id: str) -> bool:
    """Whether locked minutes still say what was locked."""
    minutes = register.held(Minutes, meeting_id)
    if minutes is None or minutes.entry.status != "locked":
        return False
    return minutes.entry.sha256 == fingerprint(proceedings(register, meeting_id))


_PROCEEDINGS = TypeAdapter(Proceedings)


def _minutes(session: Session, meeting_id: str) -> Held[Minutes]:
    return keeping.wanted(session, Minutes, meeting_id)


def _expect(minutes: Minutes, status: str) -> None:
    if minutes.status != status:
        raise _problem(f"minutes_not_{status}")


_SAID = {
    "meeting_unknown": Text(sv="Mötet finns inte i registret.", en="The meeting is not in the register."),
    "minutes_incomplete": Text(
        sv="En punkt som togs upp saknar text. Skriv vad den kom fram till, eller säg att den sköts upp.",
        en="An item that was taken up has no text. Write what it came to, or say that it was postponed.",
    ),
    "nobody_present": Text(
        sv="Ingen är antecknad som närvarande. Fyll i närvaron först.",
        en="Nobody is noted as present. Take the attendance first.",
    ),
    "other_item": Text(
        sv="Texten hör till en annan punkt än yrkandet.", en="The wording belongs to another item than the amendment."
    ),
    "minutes_changed": Text(
        sv="Protokollet har ändrats sedan du läste det. Läs det igen innan du justerar.",
        en="The minutes have changed since you read them. Read them again before you approve.",
    ),
    "amendments_open": Text(
        sv="Ett ändringsyrkande väntar på svar. Besvara det före justeringen.",
        en="An amendment waits for an answer. Answer it before the approval.",
    ),
    "minutes_not_draft": Text(
        sv="Protokollet är redan utskickat eller låst.", en="The minutes have already been circulated or locked."
    ),
    "minutes_not_circulated": Text(
        sv="Protokollet är inte utskickat för läsning, eller redan låst.",
        en="The minutes are not out to be read, or are already locked.",
    ),
    "minutes_draft": Text(
        sv="Protokollet är ett utkast och behöver ingen rättelse: ändra i det.",
        en="The minutes are a draft and need no correction: change them.",
    ),
}


def _problem(code: str) -> UserProblem:
    return UserProblem(code, _SAID[code])
