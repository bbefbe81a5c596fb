"""What the register's tests share: a register opened once more, entries to put in it, and a whole small committee."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

from governance import minutes
from governance.conflict import Conflict
from governance.entries import (
    Action,
    ActionUpdate,
    AgendaItem,
    Agreement,
    Alignment,
    Alternative,
    Amendment,
    AnnualReview,
    Attendance,
    Body,
    Clause,
    Consultation,
    Cycle,
    Decision,
    Figure,
    FollowUp,
    Gap,
    ItemMinutes,
    Meeting,
    Minutes,
    Organisation,
    Proposal,
    ReviewStep,
    Seat,
    Term,
    Unit,
    Voice,
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


def a_small_committee(register: Register) -> None:
    """One of most things: a meeting whose minutes are out to be read with a wish about them, and one that is planned;
    a decision with all it can have and its actions; an agreement; a unit.

    Rule    the register already has the decision and the targets of `tests.joint.a_register`
    """
    a_held_meeting(register)
    register.add_all(
        [
            Body(id="users", kind="association", name=text("Users")),
            Term(id="T-1", seat_id="region-1", holder="R1:a", chairs="chair", from_on=date(2020, 1, 1)),
            Unit(id="dagcentrum", name=text("Day centre"), kind="day_centre", region_leader="region-1"),
            Minutes(meeting_id="M-1"),
            a_meeting(id="M-2", held_on=date(2026, 12, 8), status="planned"),
            an_item(id="M-2-1", meeting_id="M-2", indicators=("P2",), status="planned"),
            a_decision(
                indicators=("P2",),
                item_id="M-1-1",
                consensus=False,
                other_views=text("Too early"),
                consequence_region=text("More calls"),
                mandate_region=text("Delegation"),
                evidence=(
                    Figure(
                        indicator_id="P2", organisation="region", period="2024-Q4", shown="64 %", release_id="2024-Q4"
                    ),
                ),
                alternatives=(Alternative(text=text("A letter"), reason=text("Nobody reads it")),),
                supersedes="B-2025-003",
            ),
            FollowUp(decision_id="B-1", organisation="region", due_on=date(2025, 9, 1)),
            an_action(
                decision_id="B-1", unit_id="dagcentrum", expects_indicator="P2", expects_direction="increase",
                expects_on=date(2025, 12, 31),
            ),
            ActionUpdate(id="L-1", action_id="A-1", on=date(2025, 3, 1), text=text("Begun"), links=("Dnr 2025-17",)),
            Agreement(
                id="AV-1", title=text("Agreement"), text=text("Together"), owner="region", parties=("users",),
                from_on=date(2020, 1, 1), to_on=date(2026, 12, 31),
            ),
            Clause(agreement_id="AV-1", number=1, text=text("In step"), kind="coordination", indicator_id="P2"),
            Consultation(agreement_id="AV-1", body_id="users", asked_on=date(2025, 3, 1)),
            Cycle(
                id="F-1", title=text("A letter first"), organisation="region", indicator_id="P2", before=0.58,
                started_on=date(2025, 9, 1), plan=text("Thirty days before"), do=text("Sent on Mondays"),
            ),
            Alignment(id="SA-1", kind="routine", title=text("Book at once"), region="in_use", municipality="none"),
            AnnualReview(id="G-2025", year=2025, against=2024, started_on=date(2026, 1, 19)),
            Gap(id="G-2025-22", review_id="G-2025", domain=22, text=text("Too few apply"), owner="region-1"),
            Voice(review_id="G-2025", body_id="users", said_on=date(2026, 1, 27), text=text("Write shorter")),
            Proposal(id="G-2025-F1", review_id="G-2025", title=text("A leaflet"), text=text("In plain words")),
            ReviewStep(review_id="G-2025", step="needs", text=text("As before"), seat_id="region-1"),
        ]
    )  # fmt: skip
    draft = minutes.circulate(register, "M-1", 1, on=date(2025, 2, 20), by="region-1")
    register.add(
        Amendment(
            id="M-1-Y1", meeting_id="M-1", item_id="M-1-1", seat_id="region-1", edition=draft.entry.edition,
            proposed_on=date(2025, 2, 21), part="discussion", text=text("Another word"),
        ),
        by="region-1",
    )  # fmt: skip


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
