"""Members and units: who sits at the table and until when, what quorum takes, and who leads the units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.components import unit_entry
from dashboard.components.chart_marks import marks
from dashboard.components.member_page import opening
from dashboard.writes import bodies, closing, members, units
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance import audit
from governance.conflict import Conflict
from governance.entries import Body, Confirmation, Contents, Event, Party, Seat, Term, Unit, UnitChange
from governance.register import Register, open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

WRITES = {**members.WRITES, **bodies.WRITES, **units.WRITES, **closing.WRITES}


def text(words: str) -> Text:
    return Text(sv=f"{words} på svenska", en=f"{words} in English")


def a_seat(id: str, party: Party = "region", **more: Any) -> Seat:
    return Seat(id=id, party=party, title=text(f"Role {id}"), from_on=date(2000, 1, 1), **more)


SEATS = (
    *(a_seat(f"region-{number}") for number in (1, 2, 3)),
    a_seat("region-s", kind="substitute", deputy_for="region-1"),
    *(a_seat(f"municipality-{number}", "municipality") for number in (1, 2)),
    a_seat("association-1", "association", to_on=date(2010, 12, 31)),
)
TERMS = (
    Term(id="T1", seat_id="region-1", holder="R1:a", from_on=date(2000, 1, 1), to_on=date(2018, 12, 31)),
    Term(id="T2", seat_id="region-1", holder="R1:b", chairs="chair", from_on=date(2019, 1, 1)),
)
OLD = Unit(id="old", name=text("Old unit"), kind="mobile", closed_on=date(2020, 5, 1))
NEW = Unit(
    id="dagcentrum", name=text("Day centre"), kind="day_centre", region_leader="region-2",
    municipality_leader="municipality-1",
)  # fmt: skip
MERGED = UnitChange(
    id="E1", unit_id="old", kind="merged", on=date(2020, 5, 1), text=text("One now"), into=("dagcentrum",)
)
SEEN = Confirmation(unit_id="dagcentrum", organisation="region", period="2025-Q3", confirmed_on=date(2025, 10, 20))
ASSOCIATION = Body(id="users", kind="association", name=text("Users"), from_on=date(1995, 1, 1))


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("members"))
    open_register(folder / "register.sqlite").add_all([ASSOCIATION, *SEATS, *TERMS, NEW, OLD, MERGED, SEEN])
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Register:
    made = open_register(tmp_path / "register.sqlite")
    made.add_all([*SEATS, *TERMS])
    return made


def sent(register: Register, form: str, values: Mapping[str, str | list[str]], seen: int = 0) -> Saved:
    return WRITES[form](Sent(register=register, values=values, seen=seen, by="region-1"))


# --- the page ---------------------------------------------------------------------------------------------------


def test_the_quorum_is_told_per_organisation_by_its_permanent_seats() -> None:
    words = words_of(opening(Contents(seats=SEATS), date(2025, 6, 1), "en"))
    assert "6 seats at the table: 4 from the region, 2 from the municipality, 0 from the associations." in words
    assert "2 of the region's 3 and 1 of the municipality's 2" in words
    alone = words_of(opening(Contents(seats=SEATS[:1]), date(2025, 6, 1), "sv"))
    assert "En plats vid bordet: 1 från regionen, 0 från kommunen, 0 från föreningarna." in alone


def test_a_term_that_ends_soon_is_told() -> None:
    ending = Term(id="T3", seat_id="region-2", holder="R2:a", from_on=date(2020, 1, 1), to_on=date(2025, 8, 31))
    words = words_of(opening(Contents(seats=SEATS, terms=(ending,)), date(2025, 6, 1), "sv"))
    assert "Går ut inom ett halvår: Role region-2 på svenska 31 augusti 2025." in words


def test_seats_stand_with_kind_office_and_term_and_those_who_left_are_kept(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "members", lang="en")))
    assert "Role region-1 in English permanent, chair R1:b, since 1 January 2019" in words
    assert "Role region-s in English deputy for Role region-1 in English no term has been entered" in words
    assert "Former members (1) R1:a, Role region-1 in English, 1 January 2000 to 31 December 2018" in words
    assert "Former seats (1)" in words
    assert "Users in English association, taking part since 1 January 1995" in words
    assert "run jointly Entry and changes , Day centre in English Role region-2 in English Role municipality" in words
    assert "2025-Q3: the region" in words
    assert "2020 merged into Day centre in English: One now in English" in words


def test_a_seat_has_a_page_with_its_terms_and_history(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "members", id="region-1")))
    assert "R1:b, sedan 1 januari 2019 R1:a, 1 januari 2000 till 31 december 2018" in words
    assert "Historik" in words


def test_a_seat_there_is_none_of_and_a_register_without_any_say_so(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), "members", id="X-1")))
    assert "X-1 finns inte i registret. Registret har inga platser ännu." in words


def marked(unit: str, event: Event) -> list[str]:
    """What the charts of a unit mark, by kind, beside what the change did."""
    span = (date(2020, 1, 1), date(2025, 12, 31))
    return [each.kind for each in marks((), (event,), "U1", unit=unit, changes=(MERGED,), span=span)]


def test_a_change_is_marked_in_the_charts_of_the_unit_and_of_those_it_became() -> None:
    around = Event(id="H", kind="context", on=MERGED.on, title=text("x"), text=text("x"), organisation="joint")
    assert marked("old", around) == marked("dagcentrum", around) == ["unit_change", "context"]
    assert marked("", around) == marked("other", around) == ["context"]


def test_a_change_that_an_event_of_the_unit_tells_of_is_marked_once() -> None:
    told = Event(
        id="H", kind="service_opened", on=MERGED.on, title=text("x"), text=text("x"), organisation="joint",
        units=("dagcentrum",),
    )  # fmt: skip
    assert (marked("dagcentrum", told), marked("old", told)) == (["service_opened"], ["unit_change"])


# --- writing ----------------------------------------------------------------------------------------------------


def test_a_term_is_ended_and_the_next_begins_the_day_after(register: Register) -> None:
    end = {"id": "T2", "holder": "R1:b", "chairs": "chair", "to_on": "2025-12-31"}
    sent(register, "term_change", end, seen=1)
    sent(register, "term_add", {"seat_id": "region-1", "holder": "R1:c", "chairs": "", "from_on": "2026-01-01"})
    assert [(each.holder, each.to_on) for each in register.list(Term, seat_id="region-1")][1:] == [
        ("R1:b", date(2025, 12, 31)),
        ("R1:c", None),
    ]


def test_a_seat_held_that_day_is_told_beside_the_day(register: Register) -> None:
    with pytest.raises(FieldProblem) as told:
        sent(register, "term_add", {"seat_id": "region-1", "holder": "R1:c", "chairs": "", "from_on": "2026-01-01"})
    assert (told.value.field, "R1:b" in told.value.text.sv) == ("from_on", True)


def test_only_a_substitute_is_deputy(register: Register) -> None:
    seat = {"party": "region", "title": "Ny", "from_on": "2026-01-01", "kind": "permanent", "body_id": ""}
    with pytest.raises(FieldProblem) as told:
        sent(register, "seat_add", {**seat, "deputy_for": "region-1"})
    assert told.value.field == "kind"
    saved = sent(register, "seat_add", {**seat, "deputy_for": ""})
    assert "id=region-4" in saved.to


def test_a_seat_that_ends_stays(register: Register) -> None:
    end = {"id": "region-3", "title": "Role region-3 på svenska", "kind": "permanent", "body_id": "", "deputy_for": ""}
    with pytest.raises(FieldProblem) as told:
        sent(register, "seat_change", {**end, "to_on": "1999-12-31"}, seen=1)
    assert told.value.field == "to_on"
    sent(register, "seat_change", {**end, "to_on": "2025-12-31"}, seen=1)
    assert register.list(Seat, to_on=date(2025, 12, 31))[0].title == text("Role region-3")


# --- bodies and units -------------------------------------------------------------------------------------------

CHANGE: dict[str, str | list[str]] = {
    "kind": "merged", "on": "2026-02-01", "text": "En ingång", "into": ["dagcentrum"], "decision_id": "",
    "name": "Old unit på svenska", "owner": "joint", "region_leader": "", "municipality_leader": "",
    "opened_on": "", "closed_on": "",
}  # fmt: skip


@pytest.fixture
def committee(register: Register, joint: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    """A register with an association and two units, beside a release that has more of them."""
    monkeypatch.setenv(data.JOINT, str(joint))
    register.add_all([ASSOCIATION, NEW, replace(OLD, closed_on=None)])
    return register


def test_an_association_is_entered_under_its_name_and_ended_with_a_reason(committee: Register) -> None:
    new = {"name": "Föreningen för Åkta & nära", "kind": "association", "from_on": ""}
    assert "/members?id=foreningen_for_akta_nara&" in sent(committee, "body_add", new).to
    assert "/members?id=foreningen_for_akta_nara_2&" in sent(committee, "body_add", new).to
    end = {"of": "body", "id": "users", "to_on": "2025-12-31", "why": "Gick upp i en annan"}
    sent(committee, "entry_end", end, seen=1)
    assert committee.wanted(Body, "users").entry.to_on == date(2025, 12, 31)
    sent(committee, "body_change", new | {"id": "users", "kind": "partner", "from_on": "1996-01-01"}, seen=2)
    kept = committee.wanted(Body, "users").entry
    assert (kept.kind, kept.from_on, kept.to_on) == ("partner", date(1996, 1, 1), date(2025, 12, 31))


def test_a_body_ended_by_mistake_takes_part_again_with_the_reason_kept(
    committee: Register, tmp_path: Path, open_page: Open
) -> None:
    end = {"of": "body", "id": "users", "to_on": "2025-12-31", "why": "Gick upp i en annan"}
    sent(committee, "entry_end", end, seen=1)
    with pytest.raises(FieldProblem) as told:
        sent(committee, "entry_end", end | {"to_on": "1994-12-31"}, seen=2)
    assert told.value.field == "to_on"
    with pytest.raises(FieldProblem) as told:
        sent(committee, "body_change", {"id": "users", "name": "x", "kind": "partner", "from_on": "2026-01-01"}, seen=2)
    assert told.value.field == "from_on"
    sent(committee, "entry_end", end | {"to_on": "", "why": "Fel förening"}, seen=2)
    assert committee.wanted(Body, "users").entry == ASSOCIATION
    tmp_path.joinpath("published").mkdir()
    words = words_of(html_of(open_page(tmp_path, "members", id="users")))
    assert "Deltog till" not in words
    assert "Skäl: Fel förening" in words


def test_a_body_named_as_a_unit_has_another_address(committee: Register) -> None:
    entered = {"name": "Old", "kind": "partner", "from_on": ""}
    assert "/members?id=old_2&" in sent(committee, "body_add", entered).to
    known = next(each for each in data.units_of_release() if each != "dagcentrum")  # not in the register yet
    assert f"/members?id={known}_2&" in sent(committee, "body_add", entered | {"name": known}).to


def test_a_unit_is_shown_where_a_body_has_its_id(tmp_path: Path, open_page: Open) -> None:
    tmp_path.joinpath("published").mkdir()
    open_register(tmp_path / "register.sqlite").add_all([OLD, replace(ASSOCIATION, id="old")])
    assert "Old unit på svenska Drivs gemensamt" in words_of(html_of(open_page(tmp_path, "members", id="old")))


def test_a_seat_leads_until_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 15))
    days = {"left": date(2026, 1, 14), "last": date(2026, 1, 15), "ahead": date(2026, 12, 31), "always": None}
    seats = tuple(a_seat(name, to_on=day) for name, day in days.items())
    html = unit_entry.new(Contents(seats=seats), {"old": OLD.name}, "en")
    assert [name for name in days if f"Role {name} in English" in html] == ["last", "ahead", "always"]


def test_a_unit_is_one_that_the_figures_have_with_its_name_from_there(committee: Register) -> None:
    known = data.units_of_release()
    chosen = next(each for each in known if each != "dagcentrum")
    led = {"owner": "region", "region_leader": "region-2", "municipality_leader": ""}
    saved = sent(committee, "unit_add", led | {"id": chosen})
    assert f"/members?id={chosen}&" in saved.to
    kept = committee.wanted(Unit, chosen).entry
    assert (kept.name, kept.kind, kept.region_leader) == (known[chosen].name, known[chosen].kind, "region-2")
    for wrong in ({"id": "moon"}, {"id": chosen, "municipality_leader": "region-2"}):
        with pytest.raises(FieldProblem):
            sent(committee, "unit_add", led | wrong)


def test_a_merger_is_told_with_how_the_unit_is_afterwards_or_not_at_all(committee: Register) -> None:
    with pytest.raises(FieldProblem) as told:
        sent(committee, "unit_change_add", CHANGE | {"unit_id": "old", "into": []}, seen=1)
    assert told.value.field == "into"
    with pytest.raises(Conflict):
        sent(committee, "unit_change_add", CHANGE | {"unit_id": "old", "owner": "region"}, seen=7)
    assert committee.list(UnitChange) == ()
    sent(committee, "unit_change_add", CHANGE | {"unit_id": "old", "owner": "region"}, seen=1)
    [kept], after = committee.list(UnitChange), committee.wanted(Unit, "old").entry
    assert (kept.id, kept.into, kept.text.sv) == ("E-2026-1", ("dagcentrum",), "En ingång")
    assert (after.owner, after.closed_on, after.name) == ("region", date(2026, 2, 1), OLD.name)


def test_a_dated_change_is_corrected_and_cancelled(committee: Register) -> None:
    opened = CHANGE | {"unit_id": "old", "kind": "opened", "into": []}
    sent(committee, "unit_change_add", opened, seen=1)
    assert committee.wanted(Unit, "old").entry.opened_on == date(2026, 2, 1)
    sent(committee, "unit_change_change", opened | {"id": "E-2026-1", "kind": "leader", "on": "2026-03-01"}, seen=1)
    assert [(each.kind, each.on) for each in committee.list(UnitChange)] == [("leader", date(2026, 3, 1))]
    assert committee.wanted(Unit, "old").entry.opened_on is None
    sent(committee, "unit_change_cancel", {"id": "E-2026-1", "why": "Annan enhet"}, seen=2)
    assert committee.list(UnitChange) == ()


CLOSED = CHANGE | {"unit_id": "old", "kind": "closed", "into": []}


def closed(committee: Register) -> date | None:
    """When the unit that has closed did so."""
    return committee.wanted(Unit, "old").entry.closed_on


def test_a_unit_closed_by_mistake_is_open_again_when_the_change_is_cancelled(committee: Register) -> None:
    sent(committee, "unit_change_add", CLOSED, seen=1)
    sent(committee, "unit_change_change", CLOSED | {"id": "E-2026-1", "on": "2026-04-01"}, seen=1)
    assert closed(committee) == date(2026, 4, 1)
    sent(committee, "unit_change_cancel", {"id": "E-2026-1", "why": "Annan enhet"}, seen=2)
    assert closed(committee) is None
    changes = audit.of_object(committee, Unit, "old")
    assert [each.reason() for each in changes][-1] == Text(sv="Annan enhet", en="Annan enhet")


def test_a_closed_unit_stays_closed_by_another_change_of_the_day_or_a_day_of_its_own(committee: Register) -> None:
    sent(committee, "unit_change_add", CLOSED, seen=1)
    sent(committee, "unit_change_add", CLOSED | {"closed_on": "2026-02-01"}, seen=2)
    sent(committee, "unit_change_cancel", {"id": "E-2026-2", "why": "Inskriven två gånger"}, seen=1)
    assert closed(committee) == date(2026, 2, 1)
    own = {name: CHANGE[name] for name in ("name", "owner", "region_leader", "municipality_leader", "opened_on")}
    sent(committee, "unit_change", own | {"id": "old", "closed_on": "2026-06-30"}, seen=2)
    sent(committee, "unit_change_cancel", {"id": "E-2026-1", "why": "Fel dag"}, seen=1)
    assert closed(committee) == date(2026, 6, 30)


def test_a_unit_open_again_is_not_closed_by_a_correction_of_what_closed_it(committee: Register) -> None:
    sent(committee, "unit_change_add", CLOSED, seen=1)
    sent(committee, "unit_change", CLOSED | {"id": "old"}, seen=2)
    sent(committee, "unit_change_change", CLOSED | {"id": "E-2026-1", "text": "Stängde för bygget"}, seen=1)
    assert closed(committee) is None


def test_a_unit_that_closes_before_it_opens_is_told_beside_the_day(committee: Register) -> None:
    sent(committee, "unit_change_add", CLOSED, seen=1)
    for form, typed, field in (
        ("unit_change_add", CLOSED | {"opened_on": "2026-03-01"}, "on"),
        ("unit_change", CLOSED | {"id": "old", "opened_on": "2026-03-01", "closed_on": "2026-02-01"}, "closed_on"),
    ):
        with pytest.raises(FieldProblem) as told:
            sent(committee, form, typed, seen=2)
        assert told.value.field == field


def test_a_body_and_a_unit_have_pages_with_their_changes_and_history(joint: Path, open_page: Open) -> None:
    body = words_of(html_of(open_page(joint, "members", id="users", lang="en")))
    assert "Users in English Association Taking part since 1 January 1995" in body
    unit = words_of(html_of(open_page(joint, "members", id="E1", lang="en")))  # by its change, as a mark leads here
    assert "Old unit in English Run jointly" in unit
    assert "old, which the figures lack: it has no measures" in unit
    assert "1 May 2020 merged into Day centre in English: One now in English" in unit
    assert "1 May 2020, merged: change" in unit
    figures = words_of(html_of(open_page(joint, "members", id="dagcentrum", lang="en")))
    assert "dagcentrum, the one the figures carry" in figures
