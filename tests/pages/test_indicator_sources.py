"""The indicator page of figures that come from elsewhere than a vault: surveys, the register, a price index."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from governance.entries import PriceLevel
from governance.register import open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A joint zone whose register has a price index of five years."""
    folder = a_joint_zone(tmp_path_factory.mktemp("joint"))
    register = open_register(folder / "register.sqlite")
    for year in range(2021, 2026):
        register.add_price_level(
            PriceLevel(
                year=year,
                value=100.0 + 3 * (year - 2021),
                name=Text(sv="provindexet", en="test index"),
                source=Text(sv="provet", en="the test"),
                base_year=2021,
                published_on=date(2026, 2, 20),
                decision_id="B-2025-003",
            )
        )
    return folder


def test_kronor_are_told_in_fixed_prices_with_the_index_named(joint: Path, open_page: Open) -> None:
    said = words_of(html_of(open_page(joint, "indicator", id="R1", lang="en")))
    assert "In 2025 prices by the test index, published 20 February 2026." in said
    assert "in current prices" not in said


def test_a_survey_is_told_with_how_many_answered_of_how_many_asked(joint: Path, open_page: Open) -> None:
    said = words_of(html_of(open_page(joint, "indicator", id="L2", lang="en")))
    assert "Respondents" in said
    assert "Asked" in said
    assert "Only those who answered are seen." in said


def test_the_associations_stand_beside_the_organisations_as_a_third_part(joint: Path, open_page: Open) -> None:
    said = words_of(html_of(open_page(joint, "indicator", id="G2", lang="en")))
    assert "All parties" in said
    assert "The associations" in said
    assert "All parties" not in words_of(html_of(open_page(joint, "indicator", id="G3", lang="en")))


@pytest.mark.parametrize(("indicator", "unit"), [("G1", "days"), ("G4", "months"), ("G3", "share of the follow-ups")])
def test_a_figure_of_the_register_is_told_in_its_unit(joint: Path, open_page: Open, indicator: str, unit: str) -> None:
    said = words_of(html_of(open_page(joint, "indicator", id=indicator, lang="en")))
    assert unit in said
    assert "The figure shows what the register says." in said
