"""What the forms about decisions and actions write, and what they refuse beside which field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.writes import decisions as writes
from dashboard.writes import minutes
from dashboard.writes.sent import FieldProblem, Sent
from governance import audit
from governance.conflict import Conflict
from governance.entries import Action, ActionUpdate, Decision, Unit
from governance.register import Register, open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.registers import a_decision, a_meeting, a_seat, an_action, an_item

DECISION = {
    "title": "Uppföljning bokas direkt",
    "decided_on": "2026-01-20",
    "kind": "routine",
    "text": "Vid planmötet.",
    "reason": "Hälften glöms.",
    "indicators": "p2, U1",
    "consensus": "yes",
}
ACTION = {"title": "Skriv rutinen", "organisation": "region", "owner": "region-1", "due_on": "2026-06-01"}


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_joint_zone(tmp_path_factory.mktemp("writes"), register=False)


@pytest.fixture
def register(joint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setenv(data.JOINT, str(joint))
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))
    made = open_register(tmp_path / "register.sqlite")
    made.add(a_decision(id="B-2026-004", decided_on=date(2026, 1, 5)))
    made.add_all([a_seat("region-1", "region"), a_seat("municipality-1", "municipality")])
    made.add(an_action(decision_id="B-2026-004"))
    return made


def sent(register: Register, values: dict[str, str], *, seen: int = 0) -> Sent:
    return Sent(register=register, values=values, seen=seen, by="region-1")


def wrong(register: Register, write: str, values: dict[str, str]) -> str:
    """The field a form is refused at."""
    with pytest.raises(FieldProblem) as caught:
        writes.WRITES[write](sent(register, values))
    return caught.value.field


def test_a_decision_gets_the_next_number_of_its_year_and_its_own_page(register: Register) -> None:
    saved = writes.add_decision(sent(register, DECISION))
    assert "id=B-2026-005" in saved.to
    decision = register.decisions()[-1]
    assert (decision.id, decision.indicators, decision.consensus) == ("B-2026-005", ("P2", "U1"), True)
    assert decision.title == Text(sv=DECISION["title"], en=DECISION["title"])


def test_a_cited_figure_is_frozen_as_it_is_published(register: Register) -> None:
    writes.add_decision(sent(register, DECISION | {"evidence_1": "P2/region", "evidence_2": "P2/region"}))
    (figure,) = register.decisions()[-1].evidence
    assert (figure.shown.split(), figure.period, figure.release_id) == (["64", "%"], "2025-Q4", "2025-Q4")


def test_a_decision_in_the_minutes_has_its_measures_figures_those_chosen_and_what_was_not_chosen(
    register: Register,
) -> None:
    register.add_all([a_meeting(), an_item(indicators=("P2",))])
    chosen = {"item_id": "M-1-1", "evidence_1": "U1/region", "evidence_2": "P2/region"}
    rejected = {"alternative_1": "Brev", "alternative_1_why": "Läses inte"}
    minutes.add_decision(sent(register, DECISION | chosen | rejected))
    decision = register.decisions()[0]
    assert (decision.id, decision.item_id) == ("B-2025-001", "M-1-1")
    cited = [(each.indicator_id, each.organisation, each.release_id) for each in decision.evidence]
    assert cited == [("P2", "region", "2025-Q4"), ("P2", "municipality", "2025-Q4"), ("U1", "region", "2025-Q4")]
    assert [(each.text.sv, each.reason.sv) for each in decision.alternatives] == [("Brev", "Läses inte")]


def test_completing_a_decision_keeps_its_figures_and_says_why(register: Register) -> None:
    writes.add_decision(sent(register, DECISION | {"evidence_1": "P2/region"}))
    filled = DECISION | {"id": "B-2026-005", "consequence_users": "Ett besked.", "why": "Saknades"}
    writes.change_decision(sent(register, filled, seen=1))
    decision = register.decisions()[-1]
    assert (len(decision.evidence), decision.consequence_users) == (1, Text(sv="Ett besked.", en="Ett besked."))
    assert [change.reason() for change in audit.of_object(register, Decision, "B-2026-005")] == [
        None,
        Text(sv="Saknades", en="Saknades"),
    ]


def test_the_translation_of_what_was_not_touched_stays(register: Register) -> None:
    before = register.decisions()[0]
    typed = {"title": before.title.sv, "text": before.text.sv, "reason": "Nytt", "decided_on": "2026-01-05"}
    writes.change_decision(
        sent(register, DECISION | typed | {"id": before.id, "why": "Skälet"}, seen=1),
    )
    now = register.decisions()[0]
    assert (now.title, now.reason.en) == (before.title, "Nytt")


def test_a_decision_takes_another_s_place_and_both_stay(register: Register) -> None:
    writes.supersede_decision(sent(register, DECISION | {"supersedes": "B-2026-004"}))
    assert [(each.id, each.supersedes) for each in register.decisions()] == [
        ("B-2026-004", None),
        ("B-2026-005", "B-2026-004"),
    ]


def test_two_who_complete_the_same_decision_are_shown_both_texts(register: Register) -> None:
    held = register.decisions()[0]
    register.change(replace(held, reason=Text(sv="Den andras", en="Theirs")), 1, by="municipality-1")
    with pytest.raises(Conflict) as caught:
        writes.change_decision(sent(register, DECISION | {"id": held.id, "why": "Min"}, seen=1))
    assert "reason" in [each.field for each in caught.value.differences]


@pytest.mark.parametrize(
    ("write", "values", "field"),
    [
        ("decision_add", DECISION | {"title": " "}, "title"),
        ("decision_add", DECISION | {"decided_on": ""}, "decided_on"),
        ("decision_add", DECISION | {"decided_on": "2026-01-21"}, "decided_on"),
        ("decision_add", DECISION | {"indicators": "P2 Q9"}, "indicators"),
        ("decision_add", DECISION | {"evidence_1": "P2/nobody"}, "evidence_1"),
        ("decision_add", DECISION | {"alternative_1": "Brev"}, "alternative_1_why"),
        ("decision_change", DECISION | {"id": "B-2026-004"}, "why"),
        ("action_add", ACTION | {"owner": ""}, "owner"),
        ("action_add", ACTION | {"owner": "municipality-1"}, "owner"),
        ("action_add", ACTION | {"due_on": "i maj"}, "due_on"),
        ("action_add", ACTION | {"due_on": "2026-01-19"}, "due_on"),
        ("action_add", ACTION | {"unit_id": "nowhere"}, "unit_id"),
        ("action_add", ACTION | {"expects_indicator": "P2"}, "expects_direction"),
        ("action_status", {"id": "A-1", "status": "done"}, "closed_on"),
        ("action_status", {"id": "A-1", "status": "cancelled"}, "why"),
        ("action_update", {"action_id": "A-1", "text": ""}, "text"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    register: Register, write: str, values: dict[str, str], field: str
) -> None:
    assert wrong(register, write, values) == field


def test_actions_after_a_decision_are_numbered_by_it_and_others_by_the_year(register: Register) -> None:
    for values in (ACTION | {"decision_id": "B-2026-004"}, ACTION):
        writes.add_action(sent(register, values))
    assert {each.id for each in register.list(Action)} == {"A-1", "A-2026-004-1", "A-2026-001"}


def test_an_action_is_tied_to_a_decision_afterwards(register: Register) -> None:
    writes.add_action(sent(register, ACTION))
    tied = ACTION | {"id": "A-2026-001", "decision_id": "B-2026-004"}
    writes.change_action(sent(register, tied, seen=1))
    assert [each.decision_id for each in register.list(Action, id="A-2026-001")] == ["B-2026-004"]


def test_an_action_names_its_unit(register: Register) -> None:
    register.add(Unit(id="dagcentrum", name=Text(sv="Dagcentrum", en="Day centre"), kind="day_centre"))
    writes.add_action(sent(register, ACTION | {"unit_id": "dagcentrum"}))
    assert [each.id for each in register.list(Action, unit_id="dagcentrum")] == ["A-2026-001"]


def test_what_an_action_is_to_change_is_kept_whole(register: Register) -> None:
    expects = {"expects_indicator": "P2", "expects_direction": "increase", "expects_on": "2026-12-31"}
    writes.add_action(sent(register, ACTION | expects))
    (action,) = register.list(Action, id="A-2026-001")
    assert (action.expects_indicator, action.expects_direction, action.expects_on) == (
        "P2",
        "increase",
        date(2026, 12, 31),
    )


def test_an_update_has_its_day_and_a_link_a_line(register: Register) -> None:
    writes.add_update(
        sent(register, {"action_id": "A-1", "text": "Påbörjad", "links": "Dnr 1\n\n https://example.org \n"})
    )
    (update,) = register.list(ActionUpdate)
    assert (update.id, update.on, update.links) == ("A-1-L1", date(2026, 1, 20), ("Dnr 1", "https://example.org"))


def test_an_action_ends_on_its_day_and_opens_again_only_with_a_reason(register: Register) -> None:
    writes.change_status(sent(register, {"id": "A-1", "status": "done", "closed_on": "2026-01-19"}, seen=1))
    (done,) = register.list(Action)
    assert (done.status, done.closed_on) == ("done", date(2026, 1, 19))
    assert wrong(register, "action_status", {"id": "A-1", "status": "open"}) == "why"
    writes.change_status(sent(register, {"id": "A-1", "status": "open", "why": "Kom tillbaka"}, seen=2))
    (opened,) = register.list(Action)
    assert (opened.status, opened.closed_on) == ("open", None)


def test_an_action_given_up_stays_and_can_be_opened_again(register: Register) -> None:
    writes.change_status(sent(register, {"id": "A-1", "status": "cancelled", "why": "Inga medel"}, seen=1))
    assert [each.status for each in register.list(Action)] == ["cancelled"]
    writes.change_status(sent(register, {"id": "A-1", "status": "under_way", "why": "Medel kom"}, seen=2))
    assert [each.status for each in register.list(Action)] == ["under_way"]
    assert audit.verify(register).is_whole
