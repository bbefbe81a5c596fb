"""What the register's tests share: a register opened once more, entries to put in it, and a whole small committee."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

from governance.conflict import Conflict
from governance.entries import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    ItemMinutes,
    Meeting,
    Organisation,
    Seat,
)
from governance.entries import Party as PartyName
from governance.register import Register, open_register
from metrics.problem import Text


def text(words: str) -> Text:
    return Text(sv=f"{words} på svenska", en=f"{words} in English")


def again(register: Register, *, read_only: bool = False) -> Register:
    """The same register, opened by somebody else."""
    return open_register(register.place, read_only=read_only, key=register.key_path)


def a_decision(**changes: Any) -> Decision:
    """A decision without anything that may be left out."""
    usual: dict[str, Any] = {
        "id": "B-1",
        "decided_on": date(2025, 2, 4),
        "title": text("Title"),
        "text": text("Text"),
        "reason": text("Reason"),
    }
    return Decision(**(usual | changes))


def an_action(**changes: Any) -> Action:
    """An open action of the region."""
    usual: dict[str, Any] = {
        "id": "A-1",
        "title": text("Do it"),
        "organisation": "region",
        "owner": "region-1",
        "opened_on": date(2025, 2, 4),
        "due_on": date(2025, 6, 1),
    }
    return Action(**(usual | changes))


def a_meeting(**changes: Any) -> Meeting:
    """A meeting that was held."""
    usual: dict[str, Any] = {"id": "M-1", "held_on": date(2025, 2, 4), "status": "held"}
    return Meeting(**(usual | changes))


def an_item(**changes: Any) -> AgendaItem:
    """The first item of the meeting, taken."""
    usual: dict[str, Any] = {
        "id": "M-1-1",
        "meeting_id": "M-1",
        "position": 1,
        "kind": "discussion",
        "title": text("Matter"),
        "status": "taken",
    }
    return AgendaItem(**(usual | changes))


def a_seat(id: str, party: PartyName) -> Seat:
    return Seat(id=id, party=party, title=text(id), from_on=date(2020, 1, 1))


SIDES: tuple[Organisation, ...] = ("region", "municipality")


def a_held_meeting(register: Register) -> None:
    """A meeting with one item and its minutes; each side was there, the association was not."""
    register.add_all(
        [
            *(a_seat(f"{party}-1", party) for party in SIDES),
            a_seat("association-1", "association"),
            a_meeting(),
            *(Attendance(meeting_id="M-1", seat_id=f"{party}-1", status="present") for party in SIDES),
            Attendance(meeting_id="M-1", seat_id="association-1", status="apologies"),
            an_item(),
            ItemMinutes(item_id="M-1-1", conclusion=text("Agreed")),
        ]
    )


def edit_together(register: Register, editors: int, changes: int, objects: int = 10) -> int:
    """Let many editors add one minute at a time to the same items; how often one was told that another was first.

    Rule    each opens the register for itself, and whoever was not first reads again and tries again
    """
    register.add(a_meeting(status="planned"))
    register.add_all(an_item(id=f"M-1-{number}", position=number, minutes=0) for number in range(objects))

    def edit(editor: int) -> int:
        own, told = again(register), 0
        for turn in range(changes):
            while True:
                held = own.held(AgendaItem, f"M-1-{(editor + turn) % objects}")
                assert held is not None
                try:
                    own.change(replace(held.entry, minutes=held.entry.minutes + 1), held.version, by=f"editor {editor}")
                except Conflict:
                    told += 1
                else:
                    break
        return told

    with ThreadPoolExecutor(editors) as pool:
        return sum(pool.map(edit, range(editors)))
