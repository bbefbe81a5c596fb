"""Decisions and actions: what was decided, why, by whom, and what came of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from governance.entries import ActionUpdate, Alternative, Figure, FollowUp, ItemMinutes, Recalculation
from governance.register import Register, open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision, a_meeting, a_seat, an_action, an_item, text


@pytest.fixture(autouse=True)
def _the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committee whose decision B-2024-001 has everything a decision can have, and B-2020-001 nothing it can lack."""
    folder = a_joint_zone(tmp_path_factory.mktemp("decisions"), overrides={("P2", "region"): (0.98,) * 7})
    _a_committee(open_register(folder / "register.sqlite"))
    return folder


def _a_committee(register: Register) -> None:
    item = {"meeting_id": "M-1", "indicators": ("P2",), "perspective": "process"}
    register.add_all(
        [
            a_seat("region-1", "region"),
            a_meeting(held_on=date(2024, 1, 16)),
            an_item(**item),
            a_meeting(id="M-2", held_on=date(2023, 9, 19)),
            an_item(id="M-2-1", meeting_id="M-2", title=text("Half come back"), indicators=("P2",)),
            ItemMinutes(item_id="M-2-1", conclusion=text("Look at booking")),
            a_decision(id="B-2020-001", decided_on=date(2020, 5, 5), title=text("Old")),
            a_decision(
                id="B-2024-001",
                decided_on=date(2024, 1, 16),
                title=Text(sv="Uppföljning bokas direkt", en="Follow-up is booked at once"),
                indicators=("P2",),
                item_id="M-1-1",
                kind="routine",
                consensus=False,
                other_views=text("Too early"),
                consequence_region=text("More calls"),
                mandate_region=text("Delegation"),
                evidence=(
                    Figure(
                        indicator_id="P2", organisation="region", period="2023-Q4", shown="40 %", release_id="2023-Q4"
                    ),
                ),
                alternatives=(Alternative(text=text("A letter"), reason=text("Nobody reads it")),),
                supersedes="B-2020-001",
            ),
            Recalculation(
                indicator_id="P2",
                organisation="region",
                from_on=date(2024, 4, 1),
                reason=text("A new level"),
                decision_id="B-2024-001",
            ),
            FollowUp(decision_id="B-2024-001", organisation="region", due_on=date(2024, 9, 1)),
            an_action(
                id="A-2024-001-1",
                decision_id="B-2024-001",
                opened_on=date(2024, 1, 16),
                due_on=date(2024, 6, 1),
                closed_on=date(2024, 6, 20),
                status="done",
                expects_indicator="P2",
                expects_direction="increase",
                expects_on=date(2025, 12, 31),
            ),
            an_action(
                id="A-2024-001-2", organisation="municipality", decision_id="B-2024-001", due_on=date(2026, 1, 10)
            ),
            an_action(
                id="A-2025-001", title=text("Ask the users"), due_on=date(2026, 8, 1), expects_indicator="U1",
                expects_direction="decrease", expects_on=date(2026, 12, 31),
            ),
            ActionUpdate(
                id="L-1",
                action_id="A-2024-001-2",
                on=date(2025, 3, 1),
                text=text("Begun"),
                links=("https://example.org/plan", "Dnr 2025-17"),
            ),
        ]
    )  # fmt: skip


@pytest.fixture
def the_list(joint: Path, open_page: Open) -> str:
    return html_of(open_page(joint, "decisions"))


def test_the_list_begins_with_what_is_late(the_list: str) -> None:
    assert "En åtgärd är försenad, av två öppna. Av en prövade" in words_of(the_list)
    assert "öppen, senast 10 januari 2026 10 dagar försenad" in words_of(the_list)


def test_each_decision_stands_with_the_actions_that_followed(the_list: str) -> None:
    words = words_of(the_list)
    assert words.index("B-2024-001") < words.index("Region Do it på svenska klar 20 juni 2024")
    assert "Åtgärder utan beslut Region Ask the users" in words


def test_years_before_the_latest_three_are_a_link_away(the_list: str, joint: Path, open_page: Open) -> None:
    assert "Visa också 1 tidigare beslut" in words_of(the_list)
    every = words_of(html_of(open_page(joint, "decisions", **{"from": "2020"})))
    assert "Old på svenska ersatt av B-2024-001" in every


def test_one_organisation_s_actions_can_be_seen_alone(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "decisions", organisation="municipality")))
    assert "klar 20 juni 2024" not in words
    assert "10 dagar försenad" in words


def test_an_effect_is_reviewed_on_its_day_by_the_limits_of_its_decision_in_words_without_cause(the_list: str) -> None:
    words = words_of(the_list)
    assert "SIP uppföljd i tid ska öka 31 december 2025 Åt väntat håll" in words
    assert "Siffran visar inte varför." in words
    assert "ska minska 31 december 2026 Väntar på dagen" in words


def test_the_balance_between_the_organisations_is_a_table_too(the_list: str) -> None:
    words = words_of(the_list)
    assert "Regionen har fått 67 % av åtgärderna" in words
    assert "Fått 2 1 Öppna nu 1 1 Försenade nu 0 1 Klara efter sin dag 1 0" in words


def test_a_search_marks_the_words_it_found_and_leads_to_them(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", q="bokas"))
    assert "En träff på ”bokas”." in words_of(html)
    assert "<mark>bokas</mark>" in html
    assert "/decisions?id=B-2024-001" in html


def test_a_search_within_a_kind_and_years(joint: Path, open_page: Open) -> None:
    found = words_of(html_of(open_page(joint, "decisions", q="svenska", kind="decision", to="2021")))
    assert "En träff på" in found
    assert "B-2020-001" in found
    nothing = words_of(html_of(open_page(joint, "decisions", q="svenska", kind="agreement")))
    assert "Inget hittades för ”svenska” i urvalet." in nothing


def test_a_decision_is_whole(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "decisions", id="B-2024-001")))
    for said in (
        "Beslutat 16 januari 2024, utan enighet · rutin · vid mötet 16 januari 2024",
        "Ersätter B-2020-001",
        "För regionen More calls på svenska För kommunen Inte antecknat.",
        "SIP uppföljd i tid Region 2023 kv 4 40 % 2023-Q4",
        "A letter på svenska Nobody reads it på svenska",
        "Andra uppfattningar Too early på svenska",
        "Mandat Region Delegation på svenska Kommun Inte antecknat.",
        "Skulle ha redovisats 1 september 2024.",
    ):
        assert said in words


def test_a_decision_that_gave_way_says_to_which(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", id="B-2020-001", lang="en"))
    assert "No longer in force: superseded by B-2024-001" in words_of(html)
    assert "do=supersede" not in html


def test_the_matter_is_followed_through_the_meetings(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "decisions", id="B-2024-001")))
    way = words[words.index("Ärendets väg genom mötena") :]
    assert "Ärende 19 september 2023 Half come back på svenska Look at booking på svenska B-2024-001" in way
    assert "B-2025-003 20 januari 2025 Mål för uppföljning" in way


def test_an_action_says_who_what_and_what_has_been_done(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", id="A-2024-001-2"))
    words = words_of(html)
    assert "Ska vara klar 10 januari 2026 10 dagar försenad" in words
    assert "Ansvarig region-1 på svenska" in words
    assert "1 mars 2025 Begun på svenska Visas av: https://example.org/plan , Dnr 2025-17" in words
    assert '<a href="https://example.org/plan" rel="noreferrer">' in html


def test_the_page_shows_who_changed_what_and_why(joint: Path, open_page: Open) -> None:
    register = open_register(joint / "register.sqlite")
    held = register.held(type(an_action()), "A-2025-001")
    assert held
    register.cancel(type(an_action()), "A-2025-001", held.version, by="region-1", why=text("No money"))
    words = words_of(html_of(open_page(joint, "decisions", id="A-2025-001")))
    assert "Senaste skäl: No money på svenska" in words
    assert "Återkallat" in words


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ({"do": "decision"}, "New decision"),
        ({"id": "B-2024-001", "do": "supersede"}, "New decision in place of B-2024-001"),
        ({"id": "B-2024-001", "do": "action"}, "New action after B-2024-001"),
        ({"id": "A-2024-001-2", "do": "change"}, "Complete A-2024-001-2"),
    ],
)
def test_each_form_has_a_page_of_its_own(joint: Path, open_page: Open, query: dict[str, str], title: str) -> None:
    html = html_of(open_page(joint, "decisions", lang="en", **query))
    assert f'<h1 id="innehall">{title}</h1>' in html
    assert "Back without saving" in html


def test_a_decision_asked_for_from_a_measure_is_of_a_target_for_it(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", do="decision", measure="P2"))
    assert '<option value="target" selected>' in html
    assert 'data-field="indicators" aria-describedby' in html
    assert 'value="P2"' in html


def test_what_is_not_there_is_said(joint: Path, open_page: Open) -> None:
    assert "B-1999-001 finns inte i registret" in words_of(html_of(open_page(joint, "decisions", id="B-1999-001")))


def test_without_a_register_or_a_release_the_page_still_stands(tmp_path: Path, open_page: Open) -> None:
    tmp_path.joinpath("published").mkdir()
    words = words_of(html_of(open_page(tmp_path, "decisions")))
    assert "Ingen åtgärd är öppen." in words
    assert "Inga beslut i urvalet." in words


def test_a_measure_leads_to_its_decisions_and_actions(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "indicator", id="P2"))
    assert '<a class="ref" href="/decisions?id=B-2024-001' in html
    assert "Åtgärder som ska påverka måttet Region Do it på svenska klar 20 juni 2024" in words_of(html)


def test_a_target_on_the_scorecard_leads_to_its_decision(joint: Path, open_page: Open) -> None:
    assert '<a class="ref" href="/decisions?id=B-2025-003' in html_of(open_page(joint, "scorecard"))
