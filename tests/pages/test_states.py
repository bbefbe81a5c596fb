"""What pages show when there is nothing to show, in both languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

PAGES = ("overview", "scorecard", "data")


@pytest.mark.parametrize("page", PAGES)
def test_before_the_first_release_every_page_says_what_to_do(tmp_path: Path, open_page: Open, page: str) -> None:
    words = words_of(html_of(open_page(tmp_path, page)))
    assert "Inget är frisläppt ännu" in words
    assert "samsyn demo" in words
    assert "innan det finns några siffror: Möten" in words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "foot"), [("sv", "Summor kan avvika"), ("en", "Totals may differ")])
def test_every_page_ends_with_its_release(tmp_path: Path, open_page: Open, page: str, language: str, foot: str) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), page, lang=language)))
    assert foot in words
    assert "2025-Q4" in words


def test_an_example_with_a_day_of_its_own_counts_ages_to_it_and_says_so(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, committee={"today": "2026-01-27"}), "overview")))
    assert "I exemplet är det den 27 januari 2026." in words
    assert "31 december 2025, 27 dagar sedan" in words


def test_a_pointer_to_a_release_that_is_gone_is_said_without_a_traceback(tmp_path: Path, open_page: Open) -> None:
    a_joint_zone(tmp_path)
    (tmp_path / "CURRENT").write_text("2026-Q1\n")
    assert "Frisläppning 2026-Q1 finns inte." in html_of(open_page(tmp_path))


def test_a_server_without_a_joint_zone_says_how_to_start_it(tmp_path: Path, open_page: Open) -> None:
    assert "samsyn serve --path" in html_of(open_page(tmp_path / "gone"))


@pytest.mark.parametrize("page", PAGES)
def test_english_has_no_swedish_left(tmp_path: Path, open_page: Open, page: str) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), page, lang="en"))).replace("Svenska", "")
    swedish = ("saknas", "Målgrupp", "Enhet ", "Frisläppning", "frisläppt", "mått ", "förbättring")
    assert [word for word in swedish if word in words] == []


def test_a_register_that_may_not_be_written_says_so_in_place_of_who_one_writes_as(
    tmp_path: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    joint = a_joint_zone(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # whoever runs the tests may be allowed all
    html = html_of(open_page(joint, "meetings"))
    assert "Här kan registret bara läsas" in html
    assert "Du skriver som" not in html
