"""The way of the minutes: draft, circulated, amended by those present, approved by both organisations, locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from governance import audit, minutes
from governance.entries import AgendaItem, Amendment, Attendance, Decision, Entry, ItemMinutes, Meeting, Minutes
from governance.register import Register
from metrics.problem import UserProblem
from tests.registers import SIDES, a_decision, a_held_meeting, a_meeting, a_seat, an_item, text

DAY = date(2025, 2, 20)
AMENDMENT = Amendment(
    id="Y-1", meeting_id="M-1", item_id="M-1-1", seat_id="region-1", proposed_on=DAY, text=text("Another word")
)


@pytest.fixture
def register(empty: Register) -> Register:
    """A meeting whose minutes are out to be read."""
    a_held_meeting(empty)
    draft = minutes.begin(empty, "M-1", by="secretary")
    minutes.circulate(empty, "M-1", draft.version, on=DAY, by="secretary")
    return empty


def read(register: Register) -> str:
    return minutes.fingerprint(minutes.proceedings(register, "M-1"))


def approve(register: Register, organisation: str, fingerprint: str = "") -> Minutes:
    side = SIDES[SIDES.index(organisation)]
    return minutes.approve(
        register, "M-1", side, seat_id=f"{side}-1", read=fingerprint or read(register), on=DAY, by=side
    ).entry


def lock(register: Register) -> Minutes:
    approve(register, "region")
    return approve(register, "municipality")


def refused(code: str) -> pytest.RaisesExc[UserProblem]:
    return pytest.raises(UserProblem, match=f"^{code}:")


def test_both_approve_and_it_is_locked_with_its_hash(register: Register) -> None:
    fingerprint = read(register)
    assert approve(register, "region").status == "circulated"
    locked = approve(register, "municipality")
    assert (locked.status, locked.sha256, locked.locked_on) == ("locked", fingerprint, DAY)
    assert minutes.is_as_locked(register, "M-1")
    assert audit.checkpoints(register)


def test_one_organisation_alone_locks_nothing_however_often(register: Register) -> None:
    approve(register, "region")
    assert approve(register, "region").status == "circulated"


def test_an_approval_comes_from_the_sides_own_seat(register: Register) -> None:
    with refused("approved_by_other_side"):
        minutes.approve(register, "M-1", "region", seat_id="municipality-1", read=read(register), on=DAY, by="x")


def test_minutes_without_a_word_on_an_item_are_not_sent_out(empty: Register) -> None:
    a_held_meeting(empty)
    empty.add(an_item(id="M-1-2", position=2))
    draft = minutes.begin(empty, "M-1", by="secretary")
    with refused("minutes_incomplete"):
        minutes.circulate(empty, "M-1", draft.version, on=DAY, by="secretary")


def test_only_who_was_there_may_ask_for_another_wording(register: Register) -> None:
    with refused("not_present"):
        register.add(replace(AMENDMENT, seat_id="association-1"))


def test_an_amendment_waits_for_its_answer_before_anyone_approves(register: Register) -> None:
    register.add(AMENDMENT)
    with refused("amendments_open"):
        approve(register, "region")


def test_a_new_wording_is_approved_anew_by_who_had_approved_the_old(register: Register) -> None:
    approve(register, "region")
    register.add(AMENDMENT)
    wording = ItemMinutes(item_id="M-1-1", conclusion=text("Another"))
    answered = minutes.answer(register, "Y-1", 1, answer=text("Yes"), wording=wording, wording_seen=1, by="secretary")
    assert answered.entry.status == "accepted"
    assert approve(register, "municipality").status == "circulated"
    assert approve(register, "region").status == "locked"


def test_a_declined_amendment_changes_no_word(register: Register) -> None:
    before = read(register)
    register.add(AMENDMENT)
    assert minutes.answer(register, "Y-1", 1, answer=text("No"), by="secretary").entry.status == "declined"
    assert read(register) == before


def test_what_was_changed_since_it_was_read_is_not_approved(register: Register) -> None:
    before = read(register)
    register.change(ItemMinutes(item_id="M-1-1", conclusion=text("Another")), 1, by="secretary")
    with refused("minutes_changed"):
        approve(register, "region", before)


APOLOGIES = Attendance(meeting_id="M-1", seat_id="region-1", status="apologies")
BESIDE = (APOLOGIES, an_item(minutes=99), a_meeting(place=text("Elsewhere")))
"""What the minutes say of the meeting beside the words of its items, each changed."""


@pytest.mark.parametrize("changed", BESIDE, ids=lambda entry: type(entry).__name__)
def test_what_is_sent_out_is_not_changed_beside_the_minutes(register: Register, changed: Entry) -> None:
    with refused("minutes_out"):
        register.change(changed, 1, by="secretary")
    lock(register)
    with refused("minutes_locked"):
        register.change(changed, 1, by="secretary")
    assert minutes.is_as_locked(register, "M-1")


def test_who_was_not_noted_as_there_is_not_added_once_the_minutes_are_out(register: Register) -> None:
    register.add(a_seat("region-2", "region"))
    with refused("minutes_out"):
        register.add(Attendance(meeting_id="M-1", seat_id="region-2", status="present"))


@pytest.mark.parametrize(("kind", "held"), [(AgendaItem, "M-1-1"), (Meeting, "M-1")])
def test_nor_is_it_cancelled(register: Register, kind: type[Entry], held: str) -> None:
    with refused("minutes_out"):
        register.cancel(kind, held, 1, by="secretary", why=text("No"))


def test_an_item_something_was_written_of_is_not_taken_off_the_agenda(empty: Register) -> None:
    a_held_meeting(empty)
    empty.add_all([an_item(id="M-1-2", position=2), an_item(id="M-1-3", position=3), a_decision(item_id="M-1-2")])
    for number in (1, 2):
        with refused("item_spoken_of"):
            empty.cancel(AgendaItem, f"M-1-{number}", 1, by="secretary", why=text("No time"))
    empty.cancel(AgendaItem, "M-1-3", 1, by="secretary", why=text("No time"))


def test_a_decision_in_minutes_that_are_out_is_superseded_not_rewritten(empty: Register) -> None:
    a_held_meeting(empty)
    empty.add(a_decision(item_id="M-1-1"))
    draft = minutes.begin(empty, "M-1", by="secretary")
    empty.change(a_decision(item_id="M-1-1", review_on=DAY), 1, by="secretary")
    minutes.circulate(empty, "M-1", draft.version, on=DAY, by="secretary")
    lock(empty)
    for changed in (a_decision(item_id="M-1-1"), a_decision(item_id=None)):
        with refused("decision_in_minutes"):
            empty.change(changed, 2, by="secretary")
    with refused("decision_in_minutes"):
        empty.cancel(Decision, "B-1", 2, by="secretary", why=text("No"))
    empty.supersede(a_decision(id="B-2", supersedes="B-1"), by="secretary")
    assert minutes.is_as_locked(empty, "M-1")


def test_locked_words_stand_and_nobody_asks_for_others(register: Register) -> None:
    lock(register)
    with refused("minutes_locked"):
        register.change(ItemMinutes(item_id="M-1-1", conclusion=text("Another")), 1, by="secretary")
    with refused("minutes_not_circulated"):
        register.add(AMENDMENT)


def test_a_wrong_attendance_is_mended_by_a_correction_and_the_wishes_wait(register: Register) -> None:
    register.add(AMENDMENT)
    opened = minutes.correct(register, "M-1", 2, why=text("Who came"), by="secretary")
    register.change(APOLOGIES, 1, by="secretary")
    with refused("minutes_draft"):
        minutes.correct(register, "M-1", opened.version, why=text("Who came"), by="secretary")
    minutes.circulate(register, "M-1", opened.version, on=DAY, by="secretary")
    with refused("amendments_open"):
        approve(register, "municipality")
    with refused("not_present"):
        register.add(replace(AMENDMENT, id="Y-2"))


def test_a_correction_is_a_new_edition_that_says_why_and_goes_the_whole_way(register: Register) -> None:
    lock(register)
    held = register.held(Minutes, "M-1")
    assert held is not None
    opened = minutes.correct(register, "M-1", held.version, why=text("Wrong day"), by="secretary")
    assert (opened.entry.edition, opened.entry.status, opened.entry.why) == (2, "draft", text("Wrong day"))
    register.change(ItemMinutes(item_id="M-1-1", conclusion=text("Right day")), 1, by="secretary")
    minutes.circulate(register, "M-1", opened.version, on=DAY, by="secretary")
    assert lock(register).edition == 2
    verbs = [link.verb for link in audit.of_object(register, Minutes, "M-1")]
    assert verbs == ["add", "circulate", "lock", "correct", "circulate", "lock"]
    assert audit.verify(register).is_whole
