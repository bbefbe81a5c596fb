"""A wish for another wording: about any part of an item's minutes, answered with all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.writes.minutes import WRITES
from dashboard.writes.sent import FieldProblem, Sent
from governance import minutes
from governance.entries import Amendment, ItemMinutes
from governance.register import Register, open_register
from metrics.problem import Text, UserProblem
from tests.registers import a_held_meeting

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
