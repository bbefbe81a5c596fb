"""What the forms about cycles, events, evaluations and target groups write, and what they refuse beside which field."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.measures import shown
from dashboard.texts import cycles as say
from dashboard.writes import closing, cycles, happenings, target_groups
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance import audit
from governance.entries import Cycle, Entry, Evaluation, Event, TargetGroup, id_of
from governance.model.tables import KIND_OF
from governance.register import Register, open_register
from metrics.problem import Language, Text
from tests.joint import a_joint_zone
from tests.registers import a_decision

WRITES = {**cycles.WRITES, **happenings.WRITES, **target_groups.WRITES, **closing.WRITES}
TODAY = date(2026, 1, 20)
SAID = Text(sv="Sagt", en="Said")
Values = dict[str, str | list[str]]
CYCLE: Values = {
    "title": "Påminnelse", "organisation": "region", "indicator_id": "P2", "started_on": "2026-01-12",
    "plan": "Ett brev i förväg", "decision_id": "B-1", "latest": "yes",
}  # fmt: skip
EVENT: Values = {
    "title": "Bussen läggs ned", "text": "Linje 4", "kind": "context", "on": "2025-06-01", "organisation": "joint",
    "indicators": ["U1", "P2"], "units": ["dagcentrum"],
}  # fmt: skip
EVALUATION: Values = {
    "title": "Ett år", "finding": "Restiden hindrar", "kind": "external", "on": "2025-05-01", "decision_id": "",
}  # fmt: skip
GROUP: Values = {
    "group": "psychosis", "name": "", "identified_on": "2025-01-01", "included_on": "", "service": "",
    "gap": "Inga platser", "decision_id": "B-1",
}  # fmt: skip


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zone with figures, and a register with one decision that every test's own is a copy of."""
    folder = a_joint_zone(tmp_path_factory.mktemp("learning"), register=False)
    open_register(folder / "register.sqlite").add(a_decision())
    return folder


@pytest.fixture(autouse=True)
def _here(joint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data.JOINT, str(joint))
    monkeypatch.setattr(data, "today", lambda: TODAY)


def copy_of(joint: Path, folder: Path) -> Register:
    for name in ("register.sqlite", "register.key"):
        shutil.copy(joint / name, folder)
    return open_register(folder / "register.sqlite")


@pytest.fixture
def register(joint: Path, tmp_path: Path) -> Register:
    return copy_of(joint, tmp_path)


@pytest.fixture(scope="module")
def held(joint: Path, tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A register with a cycle and an evaluation, in which nothing more is written."""
    register = copy_of(joint, tmp_path_factory.mktemp("held"))
    begun = Cycle(id="F-2026-1", title=SAID, organisation="region", indicator_id="P2", plan=SAID, before=0.64,
                  started_on=date(2026, 1, 12))  # fmt: skip
    found = Evaluation(id="UT-2025-1", kind="internal", on=date(2025, 5, 1), title=SAID, finding=SAID)
    register.add_all([begun, found])
    return register


def send(register: Register, write: str, values: Values, *, seen: int = 0, language: Language = "sv") -> Saved:
    return WRITES[write](Sent(register=register, values=values, seen=seen, by="region-1", language=language))


# --- improvement cycles -----------------------------------------------------------------------------------------


def test_a_cycle_begins_with_its_measure_as_it_is_published_now(register: Register) -> None:
    saved = send(register, "cycle_begin", CYCLE)
    [cycle] = register.list(Cycle)
    assert saved.to == "/decisions?id=F-2026-1&lang=sv"
    assert (cycle.id, cycle.before, cycle.after, cycle.decision_id) == ("F-2026-1", 0.64, None, "B-1")


def test_each_step_is_written_by_itself_and_the_measure_is_published_or_ones_own(register: Register) -> None:
    send(register, "cycle_begin", CYCLE)
    own: Values = {"id": "F-2026-1"}
    send(register, "cycle_do", own | {"do": "Breven gick ut"}, seen=1)
    send(register, "cycle_study", own | {"study": "Fler kom"}, seen=2)
    send(register, "cycle_measure", own | {"before_from": "2025-Q3", "before": "1", "after": "71,5 %"}, seen=3)
    send(register, "cycle_act", own | {"act": "Fortsätt", "closed_on": "2026-01-20"}, seen=4)
    [cycle] = register.list(Cycle)
    assert (cycle.before, cycle.after, cycle.is_measured) == (0.58, 0.715, True)
    assert (cycle.do, cycle.act) == (Text(sv="Breven gick ut", en="Breven gick ut"), Text(sv="Fortsätt", en="Fortsätt"))
    assert cycle.closed_on == TODAY
    assert [change.verb for change in audit.of_object(register, Cycle, "F-2026-1")] == ["add"] + ["change"] * 4


def test_a_value_that_was_not_touched_stays_whole(register: Register) -> None:
    register.add(Cycle(id="F-1", title=SAID, organisation="region", indicator_id="P2", started_on=TODAY,
                       plan=SAID, before=0.5834))  # fmt: skip
    untouched = shown(0.5834, "share", "en")
    send(register, "cycle_measure", {"id": "F-1", "before": untouched, "after": "60.5"}, seen=1, language="en")
    assert [(each.before, each.after) for each in register.list(Cycle)] == [(0.5834, 0.605)]


def test_one_closed_without_a_measured_result_is_told_so(register: Register) -> None:
    send(register, "cycle_begin", CYCLE)
    closed = send(register, "cycle_act", {"id": "F-2026-1", "act": "Lägg ned", "closed_on": "2026-01-20"}, seen=1)
    assert closed.said == say.SAVED_UNMEASURED


# --- events and evaluations -------------------------------------------------------------------------------------


def test_an_event_names_the_measures_and_units_it_is_marked_for(register: Register) -> None:
    saved = send(register, "event_add", EVENT)
    [event] = register.list(Event)
    assert saved.to == "/timeline?entry=H-2025-01&lang=sv"
    assert (event.indicators, event.units, event.on) == (("U1", "P2"), ("dagcentrum",), date(2025, 6, 1))
    send(register, "event_change", EVENT | {"id": event.id, "on": "2025-07-01", "units": []}, seen=1)
    assert [(each.on, each.units) for each in register.list(Event)] == [(date(2025, 7, 1), ())]


def test_an_evaluation_waits_for_its_response(register: Register) -> None:
    send(register, "evaluation_add", EVALUATION)
    [waits] = register.list(Evaluation)
    assert waits.has_waited(TODAY)
    answered: Values = {"id": waits.id, "response": "Nya tider", "responded_on": "2026-01-20", "decision_id": "B-1"}
    send(register, "evaluation_answer", answered, seen=1)
    send(register, "evaluation_change", EVALUATION | {"id": waits.id, "title": "Efter ett år"}, seen=2)
    [now] = register.list(Evaluation)
    assert (now.title.sv, now.response, now.responded_on) == (
        "Efter ett år",
        Text(sv="Nya tider", en="Nya tider"),
        TODAY,
    )
    assert not now.has_waited(TODAY)


def test_half_a_year_is_180_days_for_what_waits_as_for_what_runs_out() -> None:
    found = Evaluation(id="UT-1", kind="external", on=date(2025, 7, 24), title=SAID, finding=SAID)
    assert [found.has_waited(day) for day in (TODAY, date(2026, 1, 21))] == [False, True]


@pytest.mark.parametrize(
    ("write", "values", "kind"),
    [
        ("event_add", EVENT, "event"), ("evaluation_add", EVALUATION, "evaluation"), ("cycle_begin", CYCLE, "cycle"),
        ("target_group_add", GROUP, "target_group"),
    ],
)  # fmt: skip
def test_what_is_cancelled_stays_with_its_reason(register: Register, write: str, values: Values, kind: str) -> None:
    send(register, write, values)
    of: type[Entry] = KIND_OF[kind]
    object_id = id_of(register.list(of)[0])
    send(register, "entry_cancel", {"of": kind, "id": object_id, "why": "Dubbelt"}, seen=1)
    assert register.list(of) == ()
    assert register.wanted(of, object_id).cancelled == Text(sv="Dubbelt", en="Dubbelt")


# --- target groups ----------------------------------------------------------------------------------------------


def test_a_target_group_has_the_id_and_name_its_figures_carry_or_one_of_its_own(register: Register) -> None:
    send(register, "target_group_add", GROUP)
    send(register, "target_group_add", GROUP | {"group": "", "name": "Nyanlända", "gap": ""})
    found = {each.id: each.name.sv for each in register.list(TargetGroup)}
    assert found == {"psychosis": "Psykossjukdom", "nyanlanda": "Nyanlända"}
    filled = GROUP | {"id": "psychosis", "name": "Psykossjukdom", "included_on": "2026-02-01", "service": "Dagcentrum"}
    send(register, "target_group_change", filled, seen=1)
    [group] = register.list(TargetGroup, id="psychosis")
    assert (group.included_on, group.service) == (date(2026, 2, 1), Text(sv="Dagcentrum", en="Dagcentrum"))
    assert group.name.en == "Psykossjukdom (en)"


# --- what is wrong ----------------------------------------------------------------------------------------------

HELD: Values = {"id": "F-2026-1"}


@pytest.mark.parametrize(
    ("write", "values", "field"),
    [
        ("cycle_begin", CYCLE | {"plan": " "}, "plan"),
        ("cycle_begin", CYCLE | {"started_on": "2026-01-21"}, "started_on"),
        ("cycle_plan", HELD | CYCLE | {"indicator_id": "U1"}, "indicator_id"),
        ("cycle_plan", HELD | CYCLE | {"organisation": "municipality"}, "organisation"),
        ("cycle_measure", HELD | {"before": "65", "after": "101 %"}, "after"),
        ("cycle_measure", HELD | {"before": "sextio"}, "before"),
        ("cycle_measure", HELD | {"after_from": "1999-Q1"}, "after_from"),
        ("cycle_act", HELD | {"closed_on": "2026-01-21"}, "closed_on"),
        ("cycle_act", HELD | {"closed_on": "2026-01-11"}, "closed_on"),
        ("event_add", EVENT | {"indicators": ["Q9"]}, "indicators"),
        ("event_add", EVENT | {"units": ["nowhere"]}, "units"),
        ("evaluation_add", EVALUATION | {"on": "2026-01-21"}, "on"),
        ("evaluation_answer", {"id": "UT-2025-1", "response": "Ja"}, "responded_on"),
        ("evaluation_answer", {"id": "UT-2025-1", "responded_on": "2026-01-02"}, "response"),
        ("evaluation_answer", {"id": "UT-2025-1", "response": "Ja", "responded_on": "2025-04-30"}, "responded_on"),
        ("evaluation_answer", {"id": "UT-2025-1", "response": "Ja", "responded_on": "2026-01-21"}, "responded_on"),
        ("target_group_add", GROUP | {"group": "young_adults", "included_on": "2024-12-31"}, "included_on"),
        ("target_group_add", GROUP | {"identified_on": "2026-01-21"}, "identified_on"),
        ("target_group_add", GROUP | {"group": ""}, "name"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(held: Register, write: str, values: Values, field: str) -> None:
    with pytest.raises(FieldProblem) as caught:
        send(held, write, values, seen=1)
    assert caught.value.field == field
