"""One meeting as its page reads it, and what follows from it: the drafted agenda, quorum, what to see to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import data
from governance import agenda, annual, minutes
from governance.agenda import Draft, Notice, Situation
from governance.checks import Finding, Limits, findings
from governance.entries import (
    Action,
    AgendaItem,
    Amendment,
    Approval,
    Attendance,
    Contents,
    Decision,
    ItemMinutes,
    Meeting,
    Minutes,
    Organisation,
    Seat,
)
from governance.keeping import Held
from metrics import catalogue
from metrics.indicator import ORGANISATIONS
from metrics.scorecard import Row

THERE = ("present", "substitute")


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Everything the register has of one meeting, each entry with its version.

    In      items        in the order of the agenda, without those taken away
            removed      those taken away, each with the reason
            said         minutes by item
            fingerprint  of all the minutes say now
    """

    meeting: Held[Meeting]
    items: tuple[Held[AgendaItem], ...]
    removed: tuple[Held[AgendaItem], ...]
    attendance: Mapping[str, Attendance]
    said: Mapping[str, Held[ItemMinutes]]
    minutes: Held[Minutes] | None
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    amendments: tuple[Held[Amendment], ...]
    approvals: tuple[Approval, ...]
    fingerprint: str

    @property
    def planned(self) -> int:
        """The minutes its items take together."""
        return sum(each.entry.minutes for each in self.items)

    @property
    def status(self) -> str:
        """How far its minutes have come; "" where they are not begun."""
        return self.minutes.entry.status if self.minutes else ""

    @property
    def is_open(self) -> bool:
        """Whether agenda, attendance and minutes may be changed: once sent out, they stand until a correction."""
        return self.meeting.cancelled is None and self.status in ("", "draft")

    def is_spoken_of(self, item_id: str) -> bool:
        """Whether something has been written, decided or promised under an item: it then stays on the agenda."""
        came_of = {each.item_id for each in self.decisions} | {each.item_id for each in self.actions}
        return item_id in self.said or item_id in came_of

    def of(self, item_id: str) -> Held[AgendaItem] | None:
        """One item of the agenda."""
        return next((each for each in self.items if each.entry.id == item_id), None)


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """How many of an organisation's permanent seats are taken, and whether that is enough to decide."""

    party: str
    there: int
    seats: int
    is_enough: bool


def sitting(meeting_id: str) -> Sitting | None:
    """One meeting as the register has it now; None where there is no such meeting."""
    return _sitting(data.key(), meeting_id)


@st.cache_resource(show_spinner=False, max_entries=32)
def _sitting(key: str, meeting_id: str) -> Sitting | None:
    register = data.register()
    meeting = register.held(Meeting, meeting_id)
    if meeting is None:
        return None
    items = register.held_all(AgendaItem, meeting_id=meeting_id)
    ids = [each.entry.id for each in items]
    said = {item_id: register.held(ItemMinutes, item_id) for item_id in ids}
    return Sitting(
        meeting=meeting,
        items=tuple(each for each in items if each.cancelled is None),
        removed=tuple(each for each in items if each.cancelled is not None),
        attendance={each.seat_id: each for each in register.list(Attendance, meeting_id=meeting_id)},
        said={item_id: held for item_id, held in said.items() if held is not None},
        minutes=register.held(Minutes, meeting_id),
        decisions=tuple(each for item_id in ids for each in register.list(Decision, item_id=item_id)),
        actions=tuple(each for item_id in ids for each in register.list(Action, item_id=item_id)),
        amendments=register.held_all(Amendment, meeting_id=meeting_id),
        approvals=register.list(Approval, meeting_id=meeting_id),
        fingerprint=minutes.fingerprint(minutes.proceedings(register, meeting_id)),
    )


def seats_of(contents: Contents, on: date) -> tuple[Seat, ...]:
    """The seats whose attendance is taken at a meeting: a substitute's presence is written on the seat it fills."""
    return tuple(
        seat for seat in contents.seats if seat.kind != "substitute" and seat.from_on <= on <= (seat.to_on or date.max)
    )


def quorum(seen: Sitting, contents: Contents) -> tuple[Quorum, ...]:
    """For each organisation and for the associations: how many are there, and whether they are enough.

    Rule    an organisation decides with the part of its permanent seats that `Limits` says; of the associations one is
            enough
    """
    seats = [seat for seat in seats_of(contents, seen.meeting.entry.held_on) if seat.kind == "permanent"]
    found = []
    for party in (*ORGANISATIONS, "association"):
        own = [seat.id for seat in seats if seat.party == party]
        there = sum(seen.attendance[each].status in THERE for each in own if each in seen.attendance)
        least = 1 if party == "association" else Limits().quorum * len(own)
        found.append(Quorum(party=party, there=there, seats=len(own), is_enough=there >= max(least, 1)))
    return tuple(found)


def to_see_to(seen: Sitting) -> tuple[Finding, ...]:
    """What the register's rules find about this meeting, its decisions and its actions."""
    own = {("meeting", seen.meeting.entry.id)}
    own |= {("decision", each.id) for each in seen.decisions} | {("action", each.id) for each in seen.actions}
    return tuple(each for each in _findings(data.key(), data.today()) if (each.kind, each.object_id) in own)


@st.cache_resource(show_spinner=False, max_entries=4)
def _findings(key: str, today: date) -> tuple[Finding, ...]:
    return findings(data.register_entries(), today)


def before(meeting: Meeting, contents: Contents) -> Meeting | None:
    """The meeting held before this one."""
    earlier = [each for each in contents.meetings if each.status == "held" and each.held_on < meeting.held_on]
    return earlier[-1] if earlier else None


def drafted(meeting_id: str) -> Draft:
    """What waits for a meeting, from the release in force and the register as it is now."""
    return _drafted(data.key(), meeting_id, data.today())


@st.cache_resource(show_spinner=False, max_entries=16)
def _drafted(key: str, meeting_id: str, today: date) -> Draft:
    contents = data.register_entries()
    [meeting] = contents.of(Meeting, id=meeting_id)
    last = before(meeting, contents)
    return agenda.draft(
        Situation(
            meeting=meeting,
            contents=contents,
            notices=notices(data.rows(), then=_rows_then(last.held_on if last else None)),
            names={each.id: each.name for each in catalogue.catalogue()},
            yearly=annual.falls_on(annual.round_of(contents), meeting.held_on, last.held_on if last else None),
            today=today,
        )
    )


def dealt_with(meeting: Meeting, contents: Contents) -> tuple[tuple[Row, Meeting], ...]:
    """Worrying measures that are not drafted since a meeting has taken them up, each with that meeting."""
    taken, drafted_ = agenda.taken_up(contents, meeting), drafted(meeting.id)
    proposed = {item.about for item in (*drafted_.items, *drafted_.left_out)}
    proposed |= {item.about for item in contents.of(AgendaItem, meeting_id=meeting.id)}
    worrying = {each.indicator_id for each in notices(data.rows(), then=data.rows())}
    return tuple(
        (row, taken[row.indicator.id])
        for row in data.rows()
        if row.indicator.id in worrying & taken.keys() and f"indicator/{row.indicator.id}" not in proposed
    )


def _rows_then(day: date | None) -> tuple[Row, ...]:
    """The scorecard as it stood on a day: of the quarters that had ended."""
    if day is None:
        return ()
    ended = [quarter for quarter in data.quarters() if quarter < f"{day.year}-Q{(day.month + 2) // 3}"]
    return data.rows(until=ended[0]) if ended else ()


def notices(rows: tuple[Row, ...], then: tuple[Row, ...]) -> tuple[Notice, ...]:
    """Signals there are now and were not then, concern before improvement; of those that were, the worrying.

    In      then  the scorecard as it stood at the meeting before; empty where there was none
    """
    known = {(row.indicator.id, which): row.of(which).variation for row in then for which in ORGANISATIONS}
    found: list[tuple[bool, bool, Notice]] = []
    for row in rows:
        for which in ORGANISATIONS:
            signal = row.of(which)
            is_new = known.get((row.indicator.id, which)) != signal.variation
            worries = str(signal.variation).startswith("concern")
            if signal.variation not in (None, "common_cause") and (is_new or worries):
                found.append((not worries, not is_new, _notice(row, which, is_new)))
    return tuple(notice for *_, notice in sorted(found, key=lambda each: each[:2]))


def _notice(row: Row, which: Organisation, is_new: bool) -> Notice:
    return Notice(
        indicator_id=row.indicator.id,
        name=row.indicator.name,
        organisation=which,
        perspective=row.indicator.perspective,
        text=row.of(which).sentence,
        is_new=is_new,
    )
