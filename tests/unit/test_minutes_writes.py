"""A wish for another wording: about any part of an item's minutes, answered with all of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.components import decision_ways
from dashboard.view import View
from dashboard.writes import agenda, meetings
from dashboard.writes.minutes import WRITES
from dashboard.writes.sent import FieldProblem, Sent, Write
from governance import minutes
from governance.entries import Amendment, Attendance, Decision, ItemMinutes, Meeting, Minutes
from governance.register import Register, open_register
from metrics.problem import Text, UserProblem
from tests.registers import a_decision, a_held_meeting, a_meeting, an_item

WISH = {"meeting_id": "M-1", "item_id": "M-1-1", "edition": "1", "part": "discussion", "text": "Båda talade."}
ACCEPT = {
    "id": "M-1-Y1",
    "verdict": "accept",
    "answer": "Så var det.",
    "wording_seen": "1",
    "background": "",
    "discussion": "Båda talade länge.",
    "views": "Föreningen höll med.",
    "conclusion": "Agreed på svenska",
}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    """A meeting whose minutes are out to be read, with a wish about what was said."""
    monkeypatch.setattr(data, "today", lambda: date(2025, 2, 24))
    made = open_register(tmp_path / "register.sqlite")
    a_held_meeting(made)
    draft = minutes.begin(made, "M-1", by="secretary")
    minutes.circulate(made, "M-1", draft.version, on=date(2025, 2, 20), by="secretary")
    WRITES["minutes_amend"](sent(made, WISH))
    return made


def sent(register: Register, values: dict[str, str], *, seen: int = 0) -> Sent:
    return Sent(register=register, values=values, seen=seen, by="region-1")


def test_a_wish_says_which_part_it_is_about(register: Register) -> None:
    [wish] = register.list(Amendment, part="discussion")
    assert (wish.text.sv, wish.status) == ("Båda talade.", "proposed")


def test_the_answer_may_change_every_part_and_leaves_the_rest_translated(register: Register) -> None:
    WRITES["minutes_answer"](sent(register, ACCEPT, seen=1))
    [said] = register.list(ItemMinutes)
    assert (said.discussion, said.views) == (
        Text(sv="Båda talade länge.", en="Båda talade länge."),
        Text(sv="Föreningen höll med.", en="Föreningen höll med."),
    )
    assert said.conclusion == Text(sv="Agreed på svenska", en="Agreed in English")


def test_minutes_that_are_out_to_be_read_are_changed_by_wishes_alone(register: Register) -> None:
    with pytest.raises(UserProblem) as refused:
        WRITES["item_minutes"](sent(register, {"item_id": "M-1-1", "conclusion": "Något annat"}, seen=1))
    assert refused.value.code == "minutes_out"


def test_a_wish_about_no_part_there_is_is_refused(register: Register) -> None:
    with pytest.raises(FieldProblem) as refused:
        WRITES["minutes_amend"](sent(register, WISH | {"part": "heading"}))
    assert refused.value.field == "part"


AHEAD = {"meeting_id": "M-2", "item_id": "M-2-1"}


@pytest.fixture
def ahead(register: Register) -> Register:
    """The next meeting too, eight days from today."""
    planned = a_meeting(id="M-2", held_on=date(2025, 3, 4), status="planned")
    register.add_all([planned, an_item(id="M-2-1", meeting_id="M-2", status="planned")])
    return register


@pytest.mark.parametrize(
    ("write", "values"),
    [
        (agenda.take_attendance, AHEAD | {"all": "yes"}),
        (agenda.begin_minutes, AHEAD),
        (WRITES["item_decision"], AHEAD | {"title": "Vi", "text": "Ja", "reason": "Så", "kind": "other"}),
        (WRITES["item_action"], AHEAD | {"title": "Gör", "organisation": "region", "owner": "region-1"}),
    ],
)
def test_nothing_comes_of_a_meeting_before_its_day(ahead: Register, write: Write, values: dict[str, str]) -> None:
    with pytest.raises(UserProblem) as refused:
        write(sent(ahead, values))
    assert refused.value.code == "meeting_ahead"
    assert ahead.list(Meeting, id="M-2")[0].status == "planned"


def test_apologies_before_the_day_leave_the_meeting_planned(ahead: Register) -> None:
    agenda.take_attendance(sent(ahead, AHEAD | {"seat region-1": "apologies"}))
    assert [each.status for each in ahead.list(Attendance, meeting_id="M-2")] == ["apologies"]
    assert (ahead.list(Meeting, id="M-2")[0].status, ahead.list(Minutes, meeting_id="M-2")) == ("planned", ())


def test_nobody_has_been_at_a_meeting_before_its_day(ahead: Register) -> None:
    with pytest.raises(FieldProblem) as refused:
        agenda.take_attendance(sent(ahead, AHEAD | {"seat region-1": "present"}))
    assert refused.value.field == "seat region-1"


def test_a_meeting_that_was_held_is_not_moved_ahead(register: Register) -> None:
    moved = {"id": "M-1", "held_on": "2025-02-25", "starts_at": "13:00", "minutes": "60", "called_by": "joint"}
    with pytest.raises(FieldProblem) as refused:
        meetings.change_meeting(sent(register, moved, seen=1))
    assert refused.value.field == "held_on"


@pytest.mark.parametrize("write", ["item_decision", "item_action"])
def test_minutes_that_are_out_get_no_more_decisions_or_actions(register: Register, write: str) -> None:
    with pytest.raises(UserProblem) as refused:
        WRITES[write](sent(register, {"item_id": "M-1-1"}))
    assert refused.value.code == "minutes_out"


def test_items_nobody_has_written_of_are_sent_out_only_when_it_is_said_so(register: Register) -> None:
    register.add_all([a_meeting(id="M-0"), an_item(id="M-0-1", meeting_id="M-0", status="planned")])
    register.add(Attendance(meeting_id="M-0", seat_id="region-1", status="present"))
    minutes.begin(register, "M-0", by="t")
    with pytest.raises(FieldProblem) as refused:
        WRITES["minutes_circulate"](sent(register, {"meeting_id": "M-0"}, seen=1))
    assert refused.value.field == "anyway"
    WRITES["minutes_circulate"](sent(register, {"meeting_id": "M-0", "anyway": "yes"}, seen=1))
    assert [each.status for each in register.list(Minutes, meeting_id="M-0")] == ["circulated"]


def test_a_decision_in_minutes_that_are_out_offers_no_way_to_rewrite_it(register: Register) -> None:
    def ways(decision: Decision) -> list[str]:
        html = decision_ways.of_decision(decision, register.contents(), View(page="decisions"))
        return re.findall(r"do=(\w+)", html)

    assert ways(a_decision()) == ["action", "change", "supersede"]
    assert ways(a_decision(item_id="M-1-1")) == ["action", "supersede"]
