"""The overview: what needs our attention today, in plain words, concern first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from tests.joint import a_delivery, a_joint_zone
from tests.pages.reading import Open, html_of, words_of


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
    assert "Kommun 64 %, målet är 75 % (B-2025-003)" in words
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


def test_signals_are_counted_per_perspective(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, overrides={("P2", "region"): (0.9,) * 8})
    words = words_of(html_of(open_page(joint)))
    assert "Process och samordning 1 av 8" in words
    assert "Styrning inga mått ännu" in words
