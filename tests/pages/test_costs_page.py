"""The page about costs: the split against the agreed, what may have moved as a question to both, what ends."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.components import costs_page, register_link
from dashboard.components.costs_figures import budget_years, costs
from dashboard.components.indicator_page import place
from dashboard.view import View
from governance.entries import PriceLevel
from governance.register import open_register
from metrics import catalogue, scorecard
from metrics.series import series
from pipelines import published
from tests.builders import cells
from tests.joint import UNITS, a_joint_zone
from tests.pages.reading import Open, html_of, row_of, words_of
from tests.resources import a_zone_of_resources, said


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_zone_of_resources(tmp_path_factory.mktemp("joint"))


def words(joint: Path, open_page: Open, **query: str) -> str:
    return words_of(html_of(open_page(joint, "costs", **query)))


def test_a_cost_that_moved_is_a_question_to_both(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert "Region sjönk från 2024 kv 1" in shown
    assert "Kommun steg från 2024 kv 1" in shown
    assert "Fråga till båda: vad ändrades hos er vid den här tiden" in shown
    assert "31 december 2023 Regionen lämnar dagcentrum H-1" in shown


def test_the_first_sentence_counts_the_questions(joint: Path, open_page: Open) -> None:
    assert "One cost or volume has moved in opposite directions" in words(joint, open_page, lang="en")


def test_the_actual_split_stands_against_the_one_agreed_by_its_decision(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "costs"))
    shown = words_of(html)
    assert "Regionen bar 50,0 % av den gemensamma nettokostnaden 2025 kv 4; avtalat var 57,5 %" in shown
    assert "Kommunen bär mer än avtalat: 7,5 procentenheter, 2025 kv 4" in shown
    assert "1 januari 2016–tills vidare: regionen 57,5 %, kommunen 42,5 %, beslut B-2015-004" in shown
    badge = register_link.link(View(page="costs"), "B-2015-004")
    [agreed] = re.findall('<ul class="lines agreed">.*?</ul>', html, re.DOTALL)
    [marked] = re.findall("<ol.*?</ol>", html[html.index("Vad som beslutats") :], re.DOTALL)[:1]
    assert (badge in agreed, badge in marked) == (True, True)


def test_a_cost_is_never_without_how_needs_are_met(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "costs"))
    assert row_of(html, "R1")
    assert row_of(html, "U2")


def test_without_an_index_prices_are_said_to_be_current(joint: Path, open_page: Open) -> None:
    assert "I löpande priser: registret har inget prisindex" in words(joint, open_page)


def test_with_an_index_it_is_named(tmp_path: Path, open_page: Open) -> None:
    zone = a_zone_of_resources(tmp_path)
    register = open_register(zone / "register.sqlite")
    for year in range(2021, 2026):
        register.add_price_level(
            PriceLevel(year=year, value=100.0 + year - 2020, name=said("LPIK"), source=said("SKR"), base_year=2020,
                       published_on=date(2026, 2, 1), decision_id="B-2015-004")
        )  # fmt: skip
    assert "I 2025 års prisnivå enligt LPIK, publicerat 1 februari 2026." in words(zone, open_page)


def test_the_net_cost_of_a_year_is_its_quarters_and_both_sides_together(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "costs"))
    [year] = [row for row in html.split("<tr>") if row.startswith('<th scope="row">2025</th>')]
    assert words_of(year).startswith("2025 7,2 mkr budget")  # four quarters of 0.3 · 60 000 kronor · 100 users
    assert words_of(year).endswith("28,8 mkr")


def test_money_for_a_time_has_its_end_date(joint: Path, open_page: Open) -> None:
    assert "Statsbidrag slutar 31 mars 2099" in words(joint, open_page)


def test_of_a_unit_its_own_agreement_counts_and_no_other(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page, unit="norra_mottagningen")
    assert "Den avtalade fördelningen gäller alla enheter tillsammans; enheten har ingen egen." in shown


def test_a_unit_the_region_has_left_is_closed_on_its_side(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert f"{UNITS['dagcentrum']} stängd 31 december 2023" in shown


def test_without_a_register_nothing_is_compared_and_the_page_stands(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_joint_zone(tmp_path, register=False), open_page)
    assert "Registret har ingen avtalad fördelning" in shown
    assert "Det finns ingen daterad ändring i registret" in shown


def test_one_organisation_alone_has_no_split(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_zone_of_resources(tmp_path, organisations=("region",)), open_page)
    assert "Fördelningen kan inte läsas nu" in shown
    assert "kommunen" in shown


def test_before_the_first_release_it_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "samsyn release" in words(tmp_path, open_page)


def test_a_year_s_deviation_is_its_months_together() -> None:
    budget = catalogue.by_id("R3")
    frame = cells([0.1, 0.3], indicator="R3", first=date(2025, 1, 1), grain="month", n=1000)
    [year] = budget_years(series(frame, budget, "region"))
    assert (year.year, year.months, year.difference, year.deviation) == (2025, 2, 400.0, 0.2)


def test_the_file_has_the_agreed_share_of_each_side(joint: Path) -> None:
    shown = published.read(joint, "2025-Q4-2")
    rows = scorecard.build(catalogue.catalogue(), shown.cells, (), ())
    register = open_register(joint / "register.sqlite", read_only=True).contents()
    found = costs(rows, shown.cells, register, None, (), View())
    lines = costs_page.sheet(found, ("R2",), place(shown.manifest["committee"]), View(), "2025-Q4-2").rows
    agreed = {line[3]: line[11] for line in lines if line[1] == "R2"}
    assert {line[1] for line in lines} == {"R2"}, "a file holds what stands above it"
    assert agreed == {"Regionen": 0.575, "Kommunen": pytest.approx(0.425)}
