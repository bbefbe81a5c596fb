"""What the secretary does with an agenda: puts drafted items on it, sees whether they fit, changes their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from governance import keeping
from governance.entries import AgendaItem, Meeting
from governance.keeping import InSession
from governance.register import Register


def accept(register: Register, items: Iterable[AgendaItem], *, by: str) -> None:
    """Put drafted items on their meeting's agenda, all or none."""
    register.add_all(items, by=by)


def fits(meeting: Meeting, items: Iterable[AgendaItem]) -> bool:
    """Whether the items that stand take no more time than the meeting has."""
    return sum(item.minutes for item in items if item.status != "cancelled") <= meeting.minutes


def move(register: Register, item_id: str, seen: int, steps: int, *, by: str) -> None:
    """Put an item earlier (below 0) or later on its agenda, in exchange with the one that stands there.

    Rule    where nobody stands there, nothing is changed
    Fails   Conflict where the item has been changed since version `seen`
    """
    with register.writing() as session:
        own = keeping.wanted(session, AgendaItem, item_id)
        all_of_them = InSession(session).of(AgendaItem, meeting_id=own.entry.meeting_id)
        items = [each for each in all_of_them if each.status != "cancelled"]
        at = next((number for number, each in enumerate(items) if each.id == item_id), -1) + steps
        if at not in range(len(items)):
            return
        other = keeping.wanted(session, AgendaItem, items[at].id)
        keeping.change(session, replace(own.entry, position=other.entry.position), seen, by=by)
        keeping.change(session, replace(other.entry, position=own.entry.position), other.version, by=by)
