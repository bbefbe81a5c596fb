"""The page about services: how people meet, how much, for whom, and what opened and closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, row_of, words_of
from tests.resources import a_zone_of_resources


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_zone_of_resources(tmp_path_factory.mktemp("joint"))


def words(joint: Path, open_page: Open, **query: str) -> str:
    return words_of(html_of(open_page(joint, "services", **query)))


def test_visits_that_become_digital_are_the_first_sentence(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert "Regionen: digitala kontakter är 26 % av kontakterna 2025 halvår 2, mot 2 % 2021 halvår 1." in shown


def test_the_chart_says_what_rose_and_what_fell(joint: Path, open_page: Open) -> None:
    assert "Digital contacts have risen most and visits have fallen most" in words(joint, open_page, lang="en")


def test_each_kind_stands_with_what_it_was_and_whom_it_reaches(joint: Path, open_page: Open) -> None:
    assert "Besök 2,0 2021 halvår 1: 3,0 60 %" in words(joint, open_page)


def test_a_kind_too_few_have_met_is_protected(joint: Path, open_page: Open) -> None:
    assert "Dagverksamhet 0,5 2021 halvår 1: 0,5 skyddad" in words(joint, open_page)


@pytest.mark.parametrize("measure", ["R4", "R5", "P11", "P10", "L4"])
def test_volume_waiting_and_coordinators_are_rows_of_both_sides(joint: Path, open_page: Open, measure: str) -> None:
    row = row_of(html_of(open_page(joint, "services")), measure)
    assert '<td role="cell" class="value region"' in row
    assert '<td role="cell" class="value municipality"' in row


def test_a_target_group_that_has_grown_is_said_to_have(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert "Unga vuxna har ökat från 10 % till 30 % av de gemensamma brukarna." in shown
    assert "Psykossjukdom har" not in shown
    assert "Unga vuxna 30 % 2024: 10 %" in shown


def test_what_closed_is_told_with_whose_it_was(joint: Path, open_page: Open) -> None:
    assert "31 december 2023 Regionen lämnar dagcentrum Region · Stängd" in words(joint, open_page)


def test_without_kinds_of_contact_the_rest_still_stands(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_joint_zone(tmp_path, register=False), open_page)
    assert "Kontakternas slag visas när minst en organisation har publicerat dem." in shown
    assert "Registret har inga öppnade eller stängda verksamheter." in shown


def test_one_organisation_alone_is_shown_alone(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_zone_of_resources(tmp_path, organisations=("region",)), open_page)
    assert "Regionen: digitala kontakter är 26 %" in shown
    assert "Kommun, 2025 halvår 2: kontakter" not in shown


def test_before_the_first_release_it_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "samsyn release" in words(tmp_path, open_page)
