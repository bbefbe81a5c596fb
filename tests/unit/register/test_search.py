"""Words are found in minutes, decisions, actions and agreements, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from governance.entries import Agreement, Cycle, Evaluation, Event, Risk, TargetGroup, Undertaking
from governance.register import Register
from governance.search import search
from metrics.problem import Text
from tests.registers import a_decision, a_held_meeting, an_action

FOLLOW = Text(sv="Uppföljningen bokas vid mötet i äldreteamet", en="The follow-up is booked at the meeting")


@pytest.fixture
def register(empty: Register) -> Register:
    """A meeting, a decision of 2025, an action of 2024 and an agreement of the municipality."""
    a_held_meeting(empty)
    empty.add(a_decision(title=FOLLOW))
    empty.add(an_action(title=FOLLOW, opened_on=date(2024, 3, 1)))
    empty.add(Agreement(id="AV-1", title=FOLLOW, text=FOLLOW, owner="municipality", from_on=date(2025, 1, 1)))
    return empty


def ids(register: Register, words: str, **filters: object) -> set[str]:
    return {hit.object_id for hit in search(register, words, **filters)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", ["uppföljningen", "uppfölj", "UPPFÖLJ", "äldreteamet bokas", "follow-up booked", "meeting follow"]
)
def test_words_are_found_by_their_beginning_in_either_language(register: Register, words: str) -> None:
    assert ids(register, words) == {"B-1", "A-1", "AV-1"}


def test_minutes_are_found_by_what_was_concluded(register: Register) -> None:
    assert [(hit.kind, hit.object_id, hit.on) for hit in search(register, "agreed")] == [
        ("item_minutes", "M-1-1", date(2025, 2, 4))
    ]


def test_what_may_end_or_go_wrong_is_found_by_its_own_side_and_day(register: Register) -> None:
    grant, fall = Text(sv="Statsbidrag", en="State grant"), Text(sv="Bidraget tar slut", en="The state grant ends")
    register.add(
        Undertaking(id="AT-1", kind="temporary_funding", title=grant, organisation="region", from_on=date(2024, 1, 1))
    )
    register.add(
        Risk(id="RI-1", title=fall, text=fall, organisation="joint", severity="low", review_on=date(2026, 3, 1))
    )
    assert ids(register, "state grant") == {"AT-1", "RI-1"}
    assert ids(register, "state grant", organisation="region") == {"AT-1"}
    assert ids(register, "state grant", from_on=date(2026, 1, 1)) == {"RI-1"}


def test_what_was_tried_and_happened_is_found_by_every_word_of_it(register: Register) -> None:
    said = Text(sv="Sagt", en="Said")
    bus = Text(sv="Bussarna drogs in", en="The buses were cut")
    register.add_all(
        [
            Cycle(id="F-1", title=said, organisation="region", started_on=date(2024, 1, 1), plan=said, study=bus),
            Evaluation(id="UT-1", kind="internal", on=date(2025, 1, 1), title=said, finding=said, response=bus),
            Event(id="H-1", kind="context", on=date(2025, 2, 1), title=said, text=bus, organisation="municipality"),
            TargetGroup(id="elderly", name=said, identified_on=date(2025, 3, 1), gap=bus),
        ]
    )
    assert ids(register, "bussarna") == {"F-1", "UT-1", "H-1", "elderly"}
    assert ids(register, "buses", organisation="municipality") == {"H-1"}


def test_what_was_cancelled_is_found_and_says_so(register: Register) -> None:
    said = Text(sv="Bussarna drogs in", en="The buses were cut")
    for each in ("H-1", "H-2"):
        register.add(Event(id=each, kind="context", on=date(2025, 2, 1), title=said, text=said, organisation="joint"))
    register.cancel(Event, "H-2", 1, by="chair", why=said)
    register.add(an_action(id="A-9", title=said, status="cancelled"))
    assert {(hit.object_id, hit.cancelled) for hit in search(register, "buses")} == {
        ("H-1", False), ("H-2", True), ("A-9", True),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": "decision"}, {"B-1"}),
        ({"organisation": "region"}, {"A-1"}),
        ({"organisation": "municipality"}, {"AV-1"}),
        ({"from_on": date(2025, 1, 1)}, {"B-1", "AV-1"}),
        ({"to_on": date(2024, 12, 31)}, {"A-1"}),
        ({"kind": "decision", "to_on": date(2024, 12, 31)}, set()),
    ],
)
def test_filters_narrow_it(register: Register, filters: dict[str, object], found: set[str]) -> None:
    assert ids(register, "uppföljningen", **filters) == found


@pytest.mark.parametrize("words", ["", "  ", '"*', "ingenting sådant", "uppföljningen nej", "'; DROP TABLE document"])
def test_what_is_nowhere_is_not_found_and_signs_do_no_harm(register: Register, words: str) -> None:
    assert ids(register, words) == set()


def test_a_changed_entry_is_found_by_its_new_words_only(register: Register) -> None:
    held = register.held(type(an_action()), "A-1")
    assert held is not None
    register.change(replace(held.entry, title=Text(sv="Rekrytering", en="Recruitment")), 1, by="chair")
    assert ids(register, "rekryt") == {"A-1"}
    assert ids(register, "uppfölj") == {"B-1", "AV-1"}


def test_the_words_are_marked_where_they_stand(register: Register) -> None:
    hit = search(register, "bokas", kind="decision")[0]
    assert "[bokas]" in hit.excerpt.sv
