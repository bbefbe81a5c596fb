"""The overview: what needs our attention today, in plain words, concern first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from governance.entries import Agreement, Body, Consultation, FollowUp
from governance.register import open_register
from tests.joint import a_delivery, a_joint_zone
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision, a_meeting, an_action, an_item, text


@pytest.fixture(autouse=True)
def _the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))


def test_concern_comes_before_improvement(tmp_path: Path, open_page: Open) -> None:
    html = html_of(
        open_page(a_joint_zone(tmp_path, overrides={("P2", "region"): (0.9,) * 8, ("P10", "municipality"): (0.3,) * 8}))
    )
    assert html.index("Namngiven samordnare") < html.index("SIP uppföljd i tid")
    assert "En oroande signal och en förbättring" in html


@pytest.mark.parametrize(
    ("language", "question"),
    [("sv", "Vad behöver vår uppmärksamhet i dag?"), ("en", "What needs our attention today?")],
)
def test_the_page_is_named_by_the_question_it_answers(
    tmp_path: Path, open_page: Open, language: str, question: str
) -> None:
    assert question in words_of(html_of(open_page(a_joint_zone(tmp_path), lang=language)))


def test_without_signals_it_says_so(tmp_path: Path, open_page: Open) -> None:
    assert "Inga signaler." in html_of(open_page(a_joint_zone(tmp_path)))


def test_a_target_not_met_names_the_side_and_the_decision(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, overrides={("P2", "region"): (0.9,) * 8}))))
    assert "Kommun 64 %, målet är 75 % ( B-2025-003 )" in words
    assert "Region 90 %, målet" not in words


def test_refused_rows_are_counted_per_source_and_ask_for_mending(tmp_path: Path, open_page: Open) -> None:
    reason = {"code": "rating", "rows": "<5", "text": {"sv": "Skattning utanför 0, 1, 2 och 9", "en": "Rating"}}
    joint = a_joint_zone(tmp_path, deliveries={"region": [a_delivery(refused="<5", reasons=[reason])]})
    words = words_of(html_of(open_page(joint)))
    assert "Region Samordnade planer (SIP) <5" in words
    assert "Rätta de nekade raderna där de registrerats" in words


def test_old_figures_ask_for_a_new_release(tmp_path: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 8, 1))
    words = words_of(html_of(open_page(a_joint_zone(tmp_path))))
    assert "Till och med 31 december 2025, 213 dagar sedan." in words


def test_nothing_to_do_is_also_an_answer(tmp_path: Path, open_page: Open) -> None:
    assert "Inget. Båda organisationernas uppgifter är inne och aktuella." in html_of(open_page(a_joint_zone(tmp_path)))


def test_without_a_register_nothing_is_said_of_targets(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, register=False))))
    assert "Registret över beslut saknas." in words
    assert "Alla mål" not in words


def test_what_is_talked_of_stands_beside_the_signals(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, overrides={("P2", "region"): (0.9,) * 8})
    a_meeting_with_items(joint, "resources", "resources", "process")
    words = words_of(html_of(open_page(joint)))
    assert "Process och samordning 50 % 100 % 1 av" in words
    assert "Resurser och kostnader 50 % 0 % 0 av" in words
    assert "Process och samordning tog 50 % av det gruppen tog upp, men hade 100 % av signalerna" in words


def test_the_next_meeting_is_a_link_to_its_agenda(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path)
    open_register(joint / "register.sqlite").add(a_meeting(id="M-9", held_on=date(2026, 2, 17), status="planned"))
    html = html_of(open_page(joint))
    assert "17 februari 2026 kl. 13:00" in html
    assert "/meetings?id=M-9" in html


def test_what_is_late_names_whose_it_is_and_for_how_long(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path)
    register = open_register(joint / "register.sqlite")
    register.add(an_action(due_on=date(2026, 1, 15)))
    register.add(FollowUp(decision_id="B-2025-003", organisation="municipality", due_on=date(2026, 1, 10)))
    words = words_of(html_of(open_page(joint)))
    assert "Region Do it på svenska 5 dagar försenad" in words
    assert "Kommun Skulle ha redovisat B-2025-003 senast 10 januari 2026." in words


def test_what_runs_out_within_half_a_year_and_what_already_has(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path)
    register = open_register(joint / "register.sqlite")
    for number, day in enumerate((date(2026, 6, 30), date(2027, 6, 30), date(2025, 6, 30))):
        said = text(f"Agreement {number}")
        register.add(
            Agreement(id=f"AV-{number}", title=said, text=said, owner="region", from_on=date(2020, 1, 1), to_on=day)
        )
    words = words_of(html_of(open_page(joint)))
    assert "Agreement 0 på svenska Går ut 30 juni 2026." in words
    assert "Agreement 1" not in words
    assert "Agreement 2 på svenska Gick ut 30 juni 2025 och har inte ersatts." in words


def test_a_target_without_a_day_of_review_is_told_with_its_decision(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path))))
    assert "Mål utan dag för översyn, enligt B-2025-003 ." in words


def test_what_the_rules_find_stands_once_for_each_kind(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path)
    open_register(joint / "register.sqlite").add(a_decision(id="B-2025-009"))
    words = words_of(html_of(open_page(joint)))
    assert words.count("säger inte vad det betyder för regionen") == 1
    assert "1 till av samma slag." in words


def test_what_there_is_to_see_to_is_named_in_words_and_leads_to_its_page(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path)
    asked = Consultation(agreement_id="AV-1", body_id="users", asked_on=date(2024, 9, 17))
    register = open_register(joint / "register.sqlite")
    said = text("Our agreement")
    register.add(Agreement(id="AV-1", title=said, text=said, owner="region", from_on=date(2025, 1, 1)))
    register.add(Body(id="users", kind="association", name=text("The users")))
    register.add(asked)
    html = html_of(open_page(joint))
    named = "Samråd med The users på svenska om ”Our agreement på svenska”"
    assert f'<a href="/agreements?id=AV-1&amp;lang=sv">{named}</a>' in html


def test_the_decision_behind_a_target_is_a_link(tmp_path: Path, open_page: Open) -> None:
    html = html_of(open_page(a_joint_zone(tmp_path, overrides={("P2", "region"): (0.9,) * 8})))
    assert '(<a class="ref" href="/decisions?id=B-2025-003&amp;lang=sv">B-2025-003</a>)' in html


def a_meeting_with_items(joint: Path, *perspectives: str) -> None:
    """A meeting held lately, with an item of each perspective."""
    register = open_register(joint / "register.sqlite")
    register.add(a_meeting(held_on=date(2025, 11, 18)))
    for number, each in enumerate(perspectives):
        register.add(an_item(id=f"M-1-{number}", position=number, perspective=each))
