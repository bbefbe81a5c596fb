"""What the forms about what a decision sets write, and what they refuse beside which field."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.texts import decision_sets as say
from dashboard.writes import closing, typed
from dashboard.writes import decision_sets as writes
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance import audit
from governance.entries import CostSplit, FollowUp, PriceLevel, Recalculation, Target, Unit, UnitCostSplit
from governance.register import Register, open_register
from metrics.catalogue import by_id
from metrics.problem import Language, Text, UserProblem
from tests.registers import a_decision, a_seat

TARGET = {"decision_id": "B-1", "indicator_id": "P2", "organisation": "region", "value": "75", "from_on": "2026-01-01"}
LIMITS = {"decision_id": "B-1", "indicator_id": "P2", "organisation": "joint", "from_on": "2026-01-01", "reason": "Ny"}
SPLIT = {"decision_id": "B-1", "unit_id": "", "region_share": "57,5 %", "from_on": "2026-01-01"}
PRICE = {
    "decision_id": "B-1", "year": "2025", "value": "104,5", "name": "LPIK", "source": "SKR", "base_year": "2022",
    "published_on": "2026-01-10",
}  # fmt: skip
ACCOUNT = {"decision_id": "B-1", "organisation": "joint", "due_on": "2026-06-01"}
FIRST = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register every test begins with, made once."""
    folder = tmp_path_factory.mktemp("made")
    unit = Unit(id="dagcentrum", name=Text(sv="Dagcentrum", en="Day centre"), kind="day_centre")
    open_register(folder / "register.sqlite").add_all([a_seat("region-1", "region"), a_decision(), unit])
    return folder


@pytest.fixture
def register(made: Path, tmp_path: Path) -> Register:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return open_register(tmp_path / "register.sqlite")


def sent(register: Register, values: dict[str, str], *, seen: int = 0, language: Language = "sv") -> Sent:
    return Sent(register=register, values=values, seen=seen, by="region-1", language=language)


def write(register: Register, name: str, values: dict[str, str], *, seen: int = 0, **more: str) -> Saved:
    return writes.WRITES[name](sent(register, values | more, seen=seen))


def a_target(register: Register, **changes: Any) -> Target:
    usual: dict[str, Any] = {
        "indicator_id": "P2", "organisation": "region", "value": 0.7, "from_on": date(2025, 1, 1), "decision_id": "B-1",
    }  # fmt: skip
    made = Target(**(usual | changes))
    register.add(made)
    return made


# --- a figure as people type it ----------------------------------------------------------------------------------


def read(measure: str, value: str, language: Language = "sv") -> float | None:
    nowhere = open_register(Path("nowhere"), read_only=True)
    return typed.figure(sent(nowhere, {"value": value}, language=language), "value", by_id(measure))


@pytest.mark.parametrize(
    ("measure", "value", "kept"),
    [
        ("P2", "65", 0.65),
        ("P2", "65 %", 0.65),
        ("P2", "57,5 procent", 0.575),
        ("P2", "0,5 %", 0.005),
        ("P2", "0", 0.0),
        ("P2", "", None),
        ("U3", "12 procentenheter", 0.12),
        ("U3", "0,5", 0.005),
        ("R1", "41.25", 41.25),
        ("U1", "0.125", 0.125),
        ("R1", "41\u00a0250 kr", 41250.0),
        ("R3", "\u22122", -0.02),
        ("P3", "30 dagar", 30.0),
        ("U1", "2,5", 2.5),
    ],
)
def test_a_figure_is_read_in_its_measure_s_unit(measure: str, value: str, kept: float | None) -> None:
    assert read(measure, value) == kept


def test_an_english_comma_before_three_digits_marks_thousands() -> None:
    assert [read("R1", typed, "en") for typed in ("SEK 41,250", "41250.5", "12,5")] == [41250.0, 41250.5, 12.5]


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        ("P2", "mycket", "Skriv procent, till exempel 65 eller 65 %."),
        ("P2", "0,65", "Menas 65 %? Skriv i så fall det. Menas mindre än en procent: skriv 0,65 %."),
        ("P2", "130", "Måttet kan vara från 0 % till 100 %."),
        ("P2", "-1", "Måttet kan vara från 0 % till 100 %."),
        ("P2", "65 kr", "Skriv procent, till exempel 65 eller 65 %."),
        ("U1", "11", "Måttet kan vara från 0 till 10."),
        ("U1", "3 %", "Skriv ett tal, till exempel 12,5."),
        ("R1", "41.250 kr", "Menas 41 250 eller 41,250? Skriv på det sättet, utan punkt."),
        ("R1", "1 041.250", "Menas 1 041 250 eller 1 041,250? Skriv på det sättet, utan punkt."),
        ("R1", "1.041.250", "Skriv kronor, till exempel 41 250."),
        ("R1", "40 tkr", "Skriv kronor, till exempel 41 250."),
        ("P3", "-3", "Måttet kan inte vara mindre än 0 dagar."),
    ],
)
def test_what_is_no_figure_of_the_measure_is_said_with_what_is(measure: str, value: str, told: str) -> None:
    with pytest.raises(FieldProblem) as caught:
        read(measure, value)
    assert caught.value.text.sv.replace("\u00a0", " ") == told


# --- something new -----------------------------------------------------------------------------------------------


def test_a_target_for_both_is_one_for_each(register: Register) -> None:
    said = write(register, "set_target", TARGET, organisation="joint").said
    assert [(each.organisation, each.value, each.from_on, each.to_on) for each in register.targets()] == [
        ("municipality", 0.75, FIRST, None),
        ("region", 0.75, FIRST, None),
    ]
    assert said.sv == (
        "Inskrivet: Mål för P2, regionen, från 1 januari 2026 och Mål för P2, kommunen, från 1 januari 2026."
    )


def test_a_target_may_move_to_an_end_value_on_a_day(register: Register) -> None:
    write(register, "set_target", TARGET, end_value="85 %", to_on="2027-12-31")
    (target,) = register.targets()
    assert (target.value, target.end_value, target.to_on) == (0.75, 0.85, date(2027, 12, 31))


def test_a_new_target_ends_the_one_that_holds_where_that_is_ticked(register: Register) -> None:
    a_target(register)
    with pytest.raises(FieldProblem) as caught:
        write(register, "set_target", TARGET)
    assert caught.value.field == "end_earlier"
    assert caught.value.text.sv == (
        "Mål för P2, regionen, från 1 januari 2025 gäller redan. Kryssa här för att låta det sluta 31 december 2025, "
        "eller ändra dagarna."
    )
    assert len(register.targets()) == 1
    write(register, "set_target", TARGET, end_earlier="yes")
    assert [each.to_on for each in register.targets()] == [date(2025, 12, 31), None]
    last = audit.of_object(register, Target, "P2/region/2025-01-01")[-1]
    assert (last.verb, last.reason()) == ("change", say.ENDED_BY.format(id="B-1"))


def test_a_target_that_began_later_is_in_the_way_of_one_without_an_end(register: Register) -> None:
    a_target(register, from_on=date(2027, 1, 1))
    with pytest.raises(UserProblem) as caught:
        write(register, "set_target", TARGET, end_earlier="yes")
    assert caught.value.code == "periods_overlap"
    write(register, "set_target", TARGET, to_on="2026-12-31")


def test_a_target_that_moves_gives_way_where_it_has_come(register: Register) -> None:
    moving = a_target(register, end_value=0.8, to_on=date(2026, 12, 31))
    write(register, "set_target", TARGET, end_earlier="yes")
    before, after = register.targets()
    assert (before.value, before.end_value, before.to_on) == (0.7, 0.749931, date(2025, 12, 31))
    assert after.value == 0.75
    assert writes.ended(moving, moving.from_on) == replace(moving, to_on=moving.from_on, end_value=None)


def test_a_target_for_volume_tells_what_is_to_balance_it(register: Register) -> None:
    volume = TARGET | {"indicator_id": "R4", "value": "3"}
    partner = by_id("U2").name.sv
    assert partner in write(register, "set_target", volume).said.sv
    write(register, "set_target", TARGET | {"indicator_id": "U2"}, organisation="municipality")
    assert partner not in write(register, "set_target", volume, organisation="municipality").said.sv


def test_limits_start_anew_from_a_day_with_a_reason(register: Register) -> None:
    write(register, "set_limits", LIMITS)
    found = register.recalculations()
    assert [(each.indicator_id, each.organisation, each.from_on, each.reason.sv) for each in found] == [
        ("P2", "municipality", FIRST, "Ny"),
        ("P2", "region", FIRST, "Ny"),
    ]


def test_joint_costs_are_split_for_all_or_for_one_unit(register: Register) -> None:
    write(register, "set_split", SPLIT)
    write(register, "set_split", SPLIT, unit_id="dagcentrum", region_share="0", to_on="2026-12-31")
    assert [(each.region_share, each.to_on) for each in register.cost_splits()] == [(0.575, None)]
    assert [(each.unit_id, each.region_share) for each in register.list(UnitCostSplit)] == [("dagcentrum", 0.0)]
    write(register, "set_split", SPLIT, from_on="2027-01-01", end_earlier="yes")
    assert [each.to_on for each in register.cost_splits()] == [date(2026, 12, 31), None]


def test_a_year_s_price_level_belongs_to_the_index_there_is(register: Register) -> None:
    write(register, "set_price", PRICE)
    (level,) = register.price_levels()
    assert (level.year, level.value, level.base_year, level.published_on) == (2025, 104.5, 2022, date(2026, 1, 10))
    with pytest.raises(UserProblem) as caught:
        write(register, "set_price", PRICE | {"year": "2026", "name": "Ett annat"})
    assert caught.value.code == "other_price_index"


def test_an_account_is_asked_of_both_and_given_by_each(register: Register) -> None:
    write(register, "set_account", ACCOUNT)
    given = {"kind": "follow_up", "id": "B-1/region/2026-06-01", "recorded_on": "2026-01-19", "outcome": "Gjort."}
    write(register, "set_given", given, seen=1)
    assert [(each.organisation, each.recorded_on) for each in register.list(FollowUp)] == [
        ("municipality", None),
        ("region", date(2026, 1, 19)),
    ]


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("set_target", TARGET | {"value": ""}, "value"),
        ("set_target", TARGET | {"indicator_id": "R2"}, "indicator_id"),
        ("set_target", TARGET | {"organisation": "both"}, "organisation"),
        ("set_target", TARGET | {"from_on": ""}, "from_on"),
        ("set_target", TARGET | {"to_on": "2025-12-31"}, "to_on"),
        ("set_target", TARGET | {"end_value": "80"}, "to_on"),
        ("set_limits", LIMITS | {"reason": " "}, "reason"),
        ("set_split", SPLIT | {"region_share": "101"}, "region_share"),
        ("set_split", SPLIT | {"unit_id": "nowhere"}, "unit_id"),
        ("set_split", SPLIT | {"to_on": "2025-12-31"}, "to_on"),
        ("set_price", PRICE | {"year": "25"}, "year"),
        ("set_price", PRICE | {"year": ""}, "year"),
        ("set_price", PRICE | {"year": "2022"}, "value"),
        ("set_price", PRICE | {"published_on": "2026-01-21"}, "published_on"),
        ("set_account", ACCOUNT | {"due_on": "2025-02-03"}, "due_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(
    made: Path, name: str, values: dict[str, str], field: str
) -> None:
    register = open_register(made / "register.sqlite")
    before = register.state()
    with pytest.raises(FieldProblem) as caught:
        write(register, name, values)
    assert (caught.value.field, register.state()) == (field, before)


def test_only_a_decision_in_force_sets_anything(register: Register) -> None:
    register.supersede(a_decision(id="B-2", supersedes="B-1"), by="region-1")
    forms = {"set_target": TARGET, "set_limits": LIMITS, "set_split": SPLIT, "set_price": PRICE, "set_account": ACCOUNT}
    for decision, code in (("B-9", "entry_unknown"), ("B-1", "decision_superseded")):
        for name, values in forms.items():
            with pytest.raises(UserProblem) as caught:
                write(register, name, values, decision_id=decision)
            assert caught.value.code == code


# --- of what has been set ----------------------------------------------------------------------------------------


def test_a_target_is_mended_ended_and_cancelled_with_reasons_and_never_lost(register: Register) -> None:
    one = {"kind": "target", "id": "P2/region/2025-01-01"}
    a_target(register)
    write(register, "set_correct", one | {"value": "72,5", "to_on": "2025-12-31", "why": "Nått"}, seen=1)
    assert [(each.value, each.to_on) for each in register.targets()] == [(0.725, date(2025, 12, 31))]
    cancelled = {"of": "target", "id": one["id"]}
    with pytest.raises(FieldProblem):
        closing.cancel(sent(register, cancelled, seen=2))
    closing.cancel(sent(register, cancelled | {"why": "Fel mått"}, seen=2))
    assert register.targets() == ()
    history = audit.of_object(register, Target, one["id"])
    assert [why.sv if (why := each.reason()) else None for each in history] == [None, "Nått", "Fel mått"]


def test_a_target_that_moves_is_ended_where_it_has_come(register: Register) -> None:
    a_target(register, end_value=0.8, to_on=date(2026, 12, 31))
    write(register, "set_stop", {"id": "P2/region/2025-01-01", "to_on": "2025-12-31", "why": "Nått"}, seen=1)
    assert [(each.end_value, each.to_on) for each in register.targets()] == [(0.749931, date(2025, 12, 31))]


def test_each_other_kind_is_mended_in_what_it_says(register: Register) -> None:
    for name, values in (("set_limits", LIMITS), ("set_split", SPLIT), ("set_price", PRICE)):
        write(register, name, values)
    why = {"why": "Fel"}
    mend = {
        "recalculation": ("P2/region/2026-01-01", {"reason": "Bättre"}),
        "cost_split": ("2026-01-01", {"region_share": "60"}),
        "price_level": ("2025/2026-01-10", {"value": "105", "source": "SKR"}),
    }
    for kind, (object_id, values) in mend.items():
        write(register, "set_correct", {"kind": kind, "id": object_id} | values | why, seen=1)
    assert [each.reason.sv for each in register.list(Recalculation, organisation="region")] == ["Bättre"]
    assert [each.region_share for each in register.list(CostSplit)] == [0.6]
    assert [each.value for each in register.list(PriceLevel)] == [105.0]


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("set_correct", {"value": "80"}, "why"),
        ("set_correct", {"value": "", "why": "Fel"}, "value"),
        ("set_correct", {"value": "80", "to_on": "2024-12-31", "why": "Fel"}, "to_on"),
        ("set_stop", {"to_on": "2024-12-31", "why": "Fel"}, "to_on"),
        ("set_stop", {"to_on": "2027-01-01", "why": "Senare"}, "to_on"),
        ("set_correct", {"kind": "decision", "why": "Fel"}, "kind"),
    ],
)
def test_a_change_that_cannot_be_is_said_beside_its_field(
    register: Register, name: str, values: dict[str, str], field: str
) -> None:
    a_target(register, end_value=0.8, to_on=date(2026, 12, 31))
    with pytest.raises(FieldProblem) as caught:
        write(register, name, {"kind": "target", "id": "P2/region/2025-01-01"} | values, seen=1)
    assert caught.value.field == field
