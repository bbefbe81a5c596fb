"""The annual review: begun with the two last full years, read step by step, finished, and readable ever after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.commands.audit import Kind
from dashboard.components.register_link import address
from dashboard.components.review_reading import STEPS
from dashboard.texts.decisions import KINDS
from dashboard.view import View
from dashboard.writes.reviews import WRITES
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance.entries import (
    AgendaItem,
    AnnualReview,
    Body,
    Conclusion,
    Contents,
    Gap,
    Proposal,
    ReviewStep,
    Unit,
    Voice,
)
from governance.model.tables import name_of
from governance.register import Register, open_register
from governance.search import SEARCHED
from metrics.problem import UserProblem
from tests.joint import a_joint_zone
from tests.joint_spread import spread_cells
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision, a_meeting, a_seat, an_item, text

DAY = date(2025, 3, 1)
SAID = text("Read together")
FINISHED = AnnualReview(id="G-2024", year=2024, against=2023, groups=("psychosis",), started_on=DAY)
UNDER_WAY = AnnualReview(id="G-2025", year=2025, against=2024, started_on=date(2026, 1, 19))
GAP = Gap(id="G-2024-22", review_id="G-2024", domain=22, text=text("Too few know what they may apply for"))
PROPOSALS = (
    Proposal(id="G-2024-F1", review_id="G-2024", gap_id="G-2024-22", title=text("A joint target"), text=SAID),
    Proposal(id="G-2024-F2", review_id="G-2024", title=text("A leaflet"), text=SAID),
)
USERS = Body(id="users", kind="association", name=text("The users"))
HELD = (
    USERS,
    a_seat("region-1", "region"),
    a_seat("association-1", "association"),
    Unit(id="dagcentrum", name=text("Day centre"), kind="co_located"),
    a_meeting(id="M-1", held_on=date(2025, 5, 20)),
    an_item(about="proposal/G-2024-F1"),
    a_meeting(id="M-2", held_on=date(2026, 2, 17), status="planned"),
    a_decision(id="B-9", item_id="M-1-1", title=text("The target is set")),
    FINISHED,
    UNDER_WAY,
    GAP,
    Voice(review_id="G-2024", body_id="users", said_on=DAY, text=text("Evenings are empty")),
    *PROPOSALS,
    *(ReviewStep(review_id="G-2024", step=step, text=SAID, seat_id="region-1", done_on=DAY) for step in STEPS),
    ReviewStep(review_id="G-2025", step="needs", text=SAID, seat_id="region-1", done_on=date(2026, 1, 26)),
    Conclusion(
        review_id="G-2024", text=text("A year of waiting"), concluded_on=date(2025, 5, 27), release_id="2024-Q4"
    ),
)


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("reviews"), spread=spread_cells())
    open_register(folder / "register.sqlite").add_all(HELD)
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody has begun a review, and the municipality has released nothing."""
    return a_joint_zone(tmp_path_factory.mktemp("empty"), organisations=("region",), spread=spread_cells(("region",)))


def said(app: AppTest) -> str:
    return words_of(html_of(app))


# --- the list, and beginning one -----------------------------------------------------------------------------------


def test_every_review_is_listed_with_how_far_it_has_come(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "review"))
    assert "Genomgången av 2025 pågår. Klara steg: 1 av 6." in words
    assert "2025 2024 alla målgrupper pågår, klara steg: 1 av 6 – –" in words
    assert "2024 2023 psykossjukdom avslutad 27 maj 2025 1, med svar: 0 2, med beslut: 1" in words


def test_a_review_under_way_is_gone_on_with_and_a_year_without_one_is_offered(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "review"))
    assert '/review?id=G-2025&amp;lang=sv">Fortsätt genomgången av 2025</a>' in html
    assert re.findall(r'<option value="(\d+)" selected', html) == ["2023", "2022"]


def test_the_first_review_is_offered_with_the_two_last_full_years(empty: Path, open_page: Open) -> None:
    html = html_of(open_page(empty, "review", lang="en"))
    assert "No annual review has been made yet." in words_of(html)
    assert re.findall(r'<option value="(\d+)" selected', html) == ["2025", "2024"]
    assert "municipality" in words_of(html).split("What did the year show")[1].split("No annual review")[0]


def test_nothing_published_says_what_to_do_and_an_unknown_review_leads_back(
    joint: Path, tmp_path: Path, open_page: Open
) -> None:
    assert "samsyn receive" in said(open_page(tmp_path, "review"))
    words = said(open_page(joint, "review", id="G-1999"))
    assert "Årsgenomgången G-1999 finns inte" in words
    assert "Alla årsgenomgångar" in words


# --- the steps -----------------------------------------------------------------------------------------------------


def test_the_step_of_needs_shows_the_reviews_own_years(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "review", id="G-2025", part="needs")
    words = said(app)
    assert "Vad har ändrats från 2024 till 2025?" in words
    assert "Read together på svenska Senast skrivet av region-1 på svenska, klart 26 januari 2026" in words
    assert "Klara steg: 1 av 6. Näst på tur: insatser och kostnader." in words
    assert len(app.get("vega_lite_chart")) == 5  # profile and change a side, and the kinds of well-being
    assert 'data-write="review_step"' in html_of(app)


def test_services_and_costs_are_those_of_the_year(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "review", id="G-2025", part="services", lang="en"))
    assert "Costs" in words
    assert "The whole page about costs" in words
    assert "What do you see in services and costs, set against the needs?" in words


def test_a_review_of_some_groups_shows_those_and_leaves_the_page_about_services_whole(
    joint: Path, open_page: Open
) -> None:
    assert "Unga vuxna" not in said(open_page(joint, "review", id="G-2024", part="services"))
    assert "Unga vuxna" in said(open_page(joint, "services", until="2024-Q4"))


def test_domains_with_many_unmet_needs_ask_for_a_response(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "review", id="G-2025", part="gaps"))
    words = words_of(html)
    assert "Siffrorna märker ut 5 områden, och 0 fall där en målgrupp väntar i ett område" in words
    assert "Sociala förmåner Otillfredsställt: regionen 12 %, kommunen 12 %" in words
    assert html.count('data-write="review_gap"') == 6  # and one for what the figures do not see


def test_what_associations_said_stands_as_they_said_it(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "review", id="G-2024", part="associations", lang="en"))
    assert "The users in English Evenings are empty in English said on 1 March 2025" in words
    assert "Nothing from the associations stands in the minutes of 2024." in words


def test_a_proposal_that_waits_can_be_put_on_an_agenda_and_one_taken_up_tells_where(
    joint: Path, open_page: Open
) -> None:
    words = said(open_page(joint, "review", id="G-2024", part="decisions"))
    assert "Förslag som lett till beslut: 1 av 2. Väntar på ett möte: 1." in words
    assert "A joint target på svenska mötet 20 maj 2025 B-9 The target is set på svenska" in words
    assert "A leaflet på svenska väntar på ett möte inget beslut ännu" in words


def test_the_review_before_is_asked_what_came_of_it(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "review", id="G-2025", part="decisions", lang="en"))
    assert "And of the proposals in the review of 2024? Proposals that led to a decision: 1 of 2" in words


def test_what_a_review_says_is_found_by_search_and_leads_to_it(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", q="leaflet"))
    assert "Förslag, båda" in words_of(html)
    assert "/review?id=G-2024&" in html


def test_every_kind_that_is_searched_has_a_name_and_a_page() -> None:
    searched = {name_of(kind) for kind in SEARCHED}
    assert searched == set(KINDS) == set(get_args(Kind))
    assert all(address(kind, "X", Contents(), View()) for kind in searched)


# --- the whole review ------------------------------------------------------------------------------------------------


def test_a_finished_review_reads_whole_and_is_not_written_in(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "review", id="G-2024", part="document"))
    words = words_of(html)
    assert "Genomgången är avslutad 27 maj 2025 och läses som den skrevs." in words
    assert "skrevs med siffrorna i frisläppning 2024-Q4. Siffrorna här är ur 2025-Q4" in words
    for written in ("A year of waiting", "Read together", "Too few know", "Evenings are empty", "A leaflet"):
        assert written in words
    assert "Sociala förmåner Utan svar" in words
    assert re.findall(r'data-write="(\w+)"', html) == ["review_reopen"]


def test_a_review_of_a_year_without_figures_still_reads(tmp_path: Path, open_page: Open) -> None:
    folder = a_joint_zone(tmp_path)  # nobody has released ratings of needs
    open_register(folder / "register.sqlite").add_all(HELD)
    words = said(open_page(folder, "review", id="G-2024", part="needs"))
    assert "Frisläppningen har inga siffror för 2024." in words
    assert "Read together på svenska" in words


# --- writing ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A joint zone of its own, to write in."""
    made = open_register(a_joint_zone(tmp_path_factory.mktemp("written"), spread=spread_cells()) / "register.sqlite")
    made.add_all(HELD[:8])
    return made


@pytest.fixture
def register(written: Register, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setenv(data.JOINT, str(written.path.parent))
    return written


def sent(register: Register, form: str, values: Mapping[str, str | list[str]], seen: int = 0) -> Saved:
    return WRITES[form](Sent(register=register, values=values, seen=seen, by="region-1"))


def test_a_review_is_written_from_its_beginning_to_its_end(register: Register) -> None:
    with pytest.raises(FieldProblem) as wrong:
        sent(register, "review_begin", {"year": "2024", "against": "2025"})
    assert wrong.value.field == "against"
    begun = sent(register, "review_begin", {"year": "2025", "against": "2024", "groups": ["psychosis"]})
    assert "id=G-2025&part=needs" in begun.to
    sent(register, "review_years", {"id": "G-2025", "year": "2025", "against": "2023", "groups": []}, seen=1)
    assert register.list(AnnualReview)[0].against == 2023

    gap = {"review_id": "G-2025", "domain": "22", "group": "", "text": "Too few apply", "decision_id": "", "owner": ""}
    sent(register, "review_gap", gap)
    [noted] = register.list(Gap)
    assert [(each.organisation, each.shown, each.release_id) for each in noted.evidence] == [
        ("region", "12\u00a0%", "2025-Q4"),
        ("municipality", "12\u00a0%", "2025-Q4"),
    ]
    with pytest.raises(FieldProblem) as wrong:
        sent(register, "review_gap", gap)
    assert wrong.value.field == "domain"
    sent(register, "review_gap", {**gap, "decision_id": "B-9", "owner": "region-1"}, seen=1)
    assert register.list(Gap)[0] == replace(noted, decision_id="B-9", owner="region-1")

    sent(register, "review_voice", {"review_id": "G-2025", "body_id": "users", "text": "Write shorter"})
    proposal = {"review_id": "G-2025", "gap_id": noted.id, "title": "A leaflet", "text": "In plain words"}
    sent(register, "review_proposal", proposal)
    sent(register, "review_to_meeting", {"id": "G-2025-F1", "meeting_id": "M-2"})
    [item] = register.list(AgendaItem, meeting_id="M-2")
    assert (item.source, item.about, item.title.sv) == ("review", "proposal/G-2025-F1", "A leaflet")
    with pytest.raises(UserProblem) as told:
        sent(register, "review_to_meeting", {"id": "G-2025-F1", "meeting_id": "M-2"})
    assert told.value.code == "proposal_on_agenda"

    end = {"review_id": "G-2025", "text": "Plain words help", "finish": "yes"}
    with pytest.raises(UserProblem) as told:
        sent(register, "review_conclude", end)
    assert told.value.code == "review_not_whole"
    for step in STEPS:
        sent(register, "review_step", {"review_id": "G-2025", "step": step, "text": "Seen", "done": "yes"})
    sent(register, "review_conclude", end)
    assert [(each.release_id, each.concluded_on) for each in register.list(Conclusion)] == [("2025-Q4", data.today())]
    sent(register, "review_reopen", {"review_id": "G-2025", "why": "A figure was corrected"}, seen=1)
    sent(register, "review_step", {"review_id": "G-2025", "step": "needs", "text": "Seen anew", "done": ""}, seen=1)
    assert register.list(ReviewStep, step="needs")[0].done_on is None


def test_what_is_taken_back_says_why_and_its_id_is_not_used_again(register: Register) -> None:
    year = {"year": "2024", "against": "2023"}
    begun = sent(register, "review_begin", year)
    assert "id=G-2024&part=needs" in begun.to
    with pytest.raises(FieldProblem) as wrong:
        sent(register, "review_begin", year)
    assert wrong.value.field == "year"
    proposal = {"review_id": "G-2024", "gap_id": "", "title": "A leaflet", "text": "In plain words"}
    sent(register, "review_proposal", proposal)
    with pytest.raises(FieldProblem):
        sent(register, "review_withdraw", {"kind": "proposal", "id": "G-2024-F1", "why": ""}, seen=1)
    sent(register, "review_withdraw", {"kind": "proposal", "id": "G-2024-F1", "why": "Done already"}, seen=1)
    sent(register, "review_proposal", proposal)
    assert [each.id for each in register.list(Proposal, review_id="G-2024")] == ["G-2024-F2"]
