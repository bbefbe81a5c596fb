"""Agreements: what ends first, whether each clause is kept, and what is written about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.components import agreement_forms as forms
from dashboard.components.agreement_list import clauses_counted, end, sorted_by_end
from dashboard.components.agreement_page import consultation, split, top
from dashboard.view import View
from dashboard.writes import agreements, closing
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance.conflict import Conflict
from governance.entries import Agreement, Body, Clause, Consultation, Contents, CostSplit, Revision, UnitCostSplit
from governance.register import Register, open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

WRITES = {**agreements.WRITES, **closing.WRITES}
TODAY = date(2026, 1, 15)


def text(words: str) -> Text:
    return Text(sv=f"{words} på svenska", en=f"{words} in English")


def an_agreement(id: str, to_on: date | None, *, supersedes: str | None = None) -> Agreement:
    return Agreement(
        id=id, title=text(id), text=text("About"), owner="region", parties=("regionen",), from_on=date(2020, 1, 1),
        to_on=to_on, supersedes=supersedes,
    )  # fmt: skip


def ids(agreements: tuple[Agreement, ...]) -> list[str]:
    return [each.id for each in agreements]


ASSOCIATIONS = tuple(Body(id=name, kind="association", name=text(name)) for name in ("users", "relatives"))
CLAUSES = (
    Clause(agreement_id="AV-1", number=1, text=text("Follow up"), kind="collaboration", indicator_id="P2"),
    Clause(agreement_id="AV-1", number=2, text=text("Tell each other"), kind="coordination"),
)
ASKED = Consultation(agreement_id="AV-1", body_id="users", asked_on=date(2025, 5, 1), view=text("Good"))


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("agreements"))
    register = open_register(folder / "register.sqlite")
    first = Body(id="regionen", kind="organisation", name=text("The region"))
    register.add_all([first, *ASSOCIATIONS, an_agreement("AV-1", None), *CLAUSES, ASKED])
    return folder


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    made = open_register(tmp_path / "register.sqlite")
    made.add_all([*ASSOCIATIONS, an_agreement("AV-1", None)])
    return made


def sent(register: Register, form: str, seen: int = 0, **values: str | list[str]) -> Saved:
    return WRITES[form](Sent(register=register, values=values, seen=seen, by="region-1"))


# --- what ends first --------------------------------------------------------------------------------------------


def test_what_ends_within_half_a_year_or_has_ended_alone_is_to_be_taken_up_now() -> None:
    held = Contents(
        agreements=(
            an_agreement("ended", date(2025, 12, 31)),
            an_agreement("soon", date(2026, 2, 28)),
            an_agreement("later", date(2028, 12, 31)),
            an_agreement("always", None),
        )
    )
    found = sorted_by_end(held, TODAY)
    assert (ids(found.now), ids(found.in_force)) == (["ended", "soon"], ["later", "always"])


def test_what_another_has_taken_the_place_of_is_over_and_asks_for_nothing() -> None:
    held = Contents(agreements=(an_agreement("old", date(2024, 12, 31)), an_agreement("new", None, supersedes="old")))
    found = sorted_by_end(held, TODAY)
    assert (ids(found.now), ids(found.over)) == ([], ["old"])


def test_an_end_that_is_near_is_told_in_days() -> None:
    assert end(an_agreement("A", date(2026, 2, 28)), TODAY, "sv") == "går ut 28 februari 2026, om 44\u00a0dagar"
    assert end(an_agreement("A", date(2028, 2, 28)), TODAY, "en") == "until 28 February 2028"


def test_the_reminder_comes_half_a_year_before() -> None:
    html = top(an_agreement("A", date(2026, 12, 31)), Contents(), TODAY, View())
    assert "från 4 juli 2026, 180 dagar före" in html


# --- one agreement ----------------------------------------------------------------------------------------------


def test_the_agreed_split_is_shown_by_unit_and_period_from_the_agreements_own_decisions() -> None:
    held = Contents(
        revisions=(Revision(agreement_id="AV-1", revised_on=date(2021, 1, 1), text=text("x"), decision_id="B-1"),),
        cost_splits=(
            CostSplit(from_on=date(2021, 1, 1), region_share=0.575, decision_id="B-1"),
            CostSplit(from_on=date(2016, 1, 1), to_on=date(2020, 12, 31), region_share=0.9, decision_id="B-0"),
        ),
        unit_cost_splits=(
            UnitCostSplit(unit_id="dagcentrum", from_on=date(2021, 1, 1), region_share=0.25, decision_id="B-1"),
        ),
    )
    words = words_of(split(an_agreement("AV-1", None), held, "sv"))
    assert "dagcentrum 1 januari 2021 tills vidare 25,0 % 75,0 % B-1" in words.replace("\u00a0", " ")
    assert "57,5" in words
    assert "90,0" not in words


def test_an_association_that_was_not_asked_is_named() -> None:
    held = Contents(bodies=ASSOCIATIONS, consultations=(ASKED,))
    words = words_of(consultation(an_agreement("AV-1", None), held, "en"))
    assert "users in English asked 1 May 2025 Good in English" in words
    assert "Not asked: relatives in English." in words


def test_the_page_shows_whether_each_clause_is_kept(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "agreements", id="AV-1", lang="en")))
    assert "1. Follow up in English collaboration: done together" in words
    assert "2. Tell each other in English coordination: each does its own, in step No measure shows" in words
    assert "None: the agreement has no last day" in words


def test_the_list_says_what_ends_next_and_leads_to_each(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "agreements"))
    assert "Inget avtal i kraft har en sista dag." in words_of(html)
    assert "/agreements?id=AV-1&amp;lang=sv" in html
    assert 'value="regionen" checked' in html  # an organisation is party to a new agreement until unticked


def test_an_agreement_there_is_none_of_and_a_register_without_any_say_so(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), "agreements", id="AV-9")))
    assert "AV-9 finns inte i registret. Registret har inga avtal ännu." in words


# --- writing ----------------------------------------------------------------------------------------------------


def test_a_revision_is_noted_and_a_second_the_same_day_is_told_beside_its_field(register: Register) -> None:
    values: dict[str, Any] = {"id": "AV-1", "revised_on": "2026-01-15", "text": "Genomgånget", "decision_id": ""}
    sent(register, "agreement_revise", **values)
    assert [each.text.en for each in register.list(Revision)] == ["Genomgånget"]
    with pytest.raises(FieldProblem) as told:
        sent(register, "agreement_revise", **values)
    assert told.value.field == "revised_on"


def test_a_change_from_an_older_version_is_a_conflict(register: Register) -> None:
    values = {"id": "AV-1", "title": "AV-1 på svenska", "text": "About på svenska"}
    sent(register, "agreement_change", seen=1, **values, to_on="2027-12-31", review_on="")
    held = register.held(Agreement, "AV-1")
    assert held is not None
    assert (held.entry.to_on, held.entry.title) == (date(2027, 12, 31), text("AV-1"))
    with pytest.raises(Conflict):
        sent(register, "agreement_change", seen=1, **values, to_on="2026-12-31", review_on="")


def test_a_new_agreement_takes_the_next_free_id_and_supersedes_the_old(register: Register) -> None:
    saved = sent(
        register, "agreement_add", title="Nytt", text="Om allt", owner="region", parties=["users"],
        from_on="2026-01-01", supersedes="AV-1", decision_id="",
    )  # fmt: skip
    made = register.list(Agreement)[-1]
    assert (made.id, made.supersedes, made.parties) == ("AV-2026-1", "AV-1", ("users",))
    assert "id=AV-2026-1" in saved.to


def test_clauses_are_numbered_in_order_and_an_answer_completes_the_question(register: Register) -> None:
    for words in ("Ett", "Två"):
        sent(register, "clause_add", id="AV-1", text=words, kind="coordination", indicator_id="P2")
    assert [each.number for each in register.list(Clause)] == [1, 2]
    asked: dict[str, Any] = {"id": "AV-1", "body_id": "users", "asked_on": "2026-01-02"}
    sent(register, "agreement_consult", **asked)
    sent(register, "agreement_consult", **asked, answered_on="2026-01-20", view="Bra")
    assert [(each.answered_on, each.view) for each in register.list(Consultation)] == [
        (date(2026, 1, 20), Text(sv="Bra", en="Bra"))
    ]


def test_a_clause_is_changed_and_the_number_of_one_cancelled_is_not_used_again(register: Register) -> None:
    for words in ("Ett", "Två"):
        sent(register, "clause_add", id="AV-1", text=words, kind="coordination", indicator_id="P2")
    sent(register, "clause_change", seen=1, id="AV-1/1", text="Ett", kind="collaboration", indicator_id="")
    sent(register, "entry_cancel", seen=1, of="clause", id="AV-1/2", why="Togs bort ur avtalet")
    sent(register, "clause_add", id="AV-1", text="Tre", kind="coordination", indicator_id="")
    assert [(each.number, each.kind, each.indicator_id) for each in register.list(Clause)] == [
        (1, "collaboration", None),
        (3, "coordination", None),
    ]
    drawn = words_of(forms.clauses(register.held_all(Clause), "sv"))
    places = [drawn.index(each) for each in ("Ändra punkt 1: Ett", "Historik", "Ändra punkt 3", "Återkallade (1)")]
    assert places == sorted(places)
    assert "Ändra punkt 2: Två Togs bort ur avtalet" in drawn


def test_an_answer_is_changed_and_a_question_cancelled_is_not_answered(register: Register) -> None:
    asked: dict[str, Any] = {"id": "AV-1", "body_id": "users", "asked_on": "2026-01-02"}
    sent(register, "agreement_consult", **asked)
    own = "AV-1/users/2026-01-02"
    sent(register, "consultation_change", seen=1, id=own, answered_on="2026-01-20", view="Bra")
    assert register.wanted(Consultation, own).entry.view == Text(sv="Bra", en="Bra")
    sent(register, "entry_cancel", seen=2, of="consultation", id=own, why="Fel avtal")
    with pytest.raises(FieldProblem) as told:
        sent(register, "agreement_consult", **asked)
    assert told.value.field == "asked_on"


def test_an_association_that_had_left_is_not_missed() -> None:
    gone, left = (replace(body, to_on=date(year, 1, 1)) for body, year in zip(ASSOCIATIONS, (2019, 2021), strict=True))
    held = Contents(bodies=(gone, left, Body(id="x", kind="association", name=text("asked"))), consultations=(
        replace(ASKED, body_id="x"),))  # fmt: skip
    assert "Not asked: relatives in English." in words_of(consultation(an_agreement("AV-1", None), held, "en"))


def test_clauses_are_counted_in_words_that_fit() -> None:
    counted = [clauses_counted(CLAUSES[:n], "sv") for n in (0, 1, 2)]
    assert counted == ["inga punkter inskrivna", "en punkt, 1 med mått", "2 punkter, 1 med mått"]
