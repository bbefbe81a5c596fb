"""The page about needs: whose needs are unmet, is it changing, and who answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import needs_charts, needs_groups, needs_reading
from dashboard.view import View
from governance.entries import Contents, TargetGroup, Unit
from governance.register import open_register
from metrics.problem import Text
from pipelines import published
from tests.joint import a_joint_zone
from tests.joint_spread import HIDDEN, Last, spread_cells
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unmet need of daytime activities is more common than before; more have psychosis in the region."""
    last: Last = {
        ("municipality", ("can_changes", "user", 5, "new")): (90.0, 500.0),
        ("municipality", ("can_changes", "user", 5, "resolved")): (8.0, 500.0),
        ("municipality", ("can_profile", "user", 11, "unmet")): HIDDEN,
        ("region", ("can_profile", "user", 5, "unmet")): (135.0, 1000.0),
        ("region", ("can_changes", "user", 11, "new")): HIDDEN,
        ("region", ("can_agreement", "", 11, "staff_only")): HIDDEN,
        ("region", ("target_groups", "", None, "psychosis")): (450.0, 1000.0),
        ("region", ("can_groups", "user", 14, "psychosis")): (40.0, 100.0),
    }
    return a_joint_zone(tmp_path_factory.mktemp("joint"), spread=spread_cells(last=last))


@pytest.fixture(scope="module")
def region_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The municipality has released nothing."""
    folder = tmp_path_factory.mktemp("region")
    return a_joint_zone(folder, organisations=("region",), spread=spread_cells(("region",)), register=False)


def said(app: AppTest) -> str:
    return words_of(html_of(app))


def charts(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("vega_lite_chart")]


# --- what matters first ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "most", "changed"),
    [
        (
            "sv",
            "Oftast otillfredsställda 2025, enligt brukarna: sociala förmåner (regionen 12 %, kommunen 12 %)",
            "har detta ändrats säkert och märkbart: Daglig sysselsättning, fler otillfredsställda (kommunen).",
        ),
        (
            "en",
            "Most often unmet in 2025, according to users: benefits (the region 12%, the municipality 12%)",
            "this has changed surely and noticeably: Daytime activities, more unmet (the municipality).",
        ),
    ],
)
def test_it_begins_with_what_is_most_unmet_and_what_has_changed(
    joint: Path, open_page: Open, language: str, most: str, changed: str
) -> None:
    words = said(open_page(joint, "needs", lang=language))
    assert most in words
    assert changed in words


def test_every_chart_is_told_in_words_and_stands_in_a_table(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "needs")
    told = [chart.alt for chart in charts(app)]
    assert len(told) == 5
    assert told[0].startswith("Regionen. Brukarna ser fler otillfredsställda behov än personalen i 22 (regionen)")
    assert "Tabell: behovsprofil 2025" in said(app)


def test_each_figure_has_how_many_were_rated_and_the_coverage(joint: Path, open_page: Open) -> None:
    assert "täckning 98 %" in said(open_page(joint, "needs"))


def test_a_hidden_count_hides_its_domain_and_no_other(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "needs")
    municipality = html_of(app).split('<div class="twin municipality">')[1]
    row = municipality.split("Andras säkerhet")[1].split("</tr>")[0]
    assert words_of(row).startswith("skyddad skyddad skyddad 6 %")


# --- the parts -------------------------------------------------------------------------------------------------


def test_can_is_said_to_have_no_existential_question(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs"))
    assert "CAN har ingen fråga om mening eller hopp." in words
    assert "Gap mellan högsta och lägsta" in words


def test_a_hidden_flow_is_not_drawn_as_nothing(joint: Path) -> None:
    reading = needs_reading.read(published.read(joint, "2025-Q4").cells, View(page="needs"), {})
    assert reading is not None
    panel = needs_charts.change_panel(reading.sides[0], "Regionen", 1.0, "sv")
    assert [note.text for note in panel.notes if note.row == "Andras säkerhet"] == ["skyddad"]
    assert "Andras säkerhet" not in {bar.row for bar in panel.bars}


def test_kappa_is_a_range_where_a_count_is_hidden(joint: Path, open_page: Open) -> None:
    agreed = html_of(open_page(joint, "needs")).split("Ser brukare och personal samma sak?")[1]
    row = words_of(agreed.split("Andras säkerhet")[1].split("</tr>")[0])
    assert "–" in row
    assert "skyddad" in row


def test_a_group_that_grew_and_one_that_waits_are_named(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs"))
    assert "Psykossjukdom har ökat från 30 % till 45 % av de gemensamma brukarna." in words
    assert "Psykossjukdom: sociala kontakter 40 % 5 %" in words


def test_a_flagged_domain_names_its_units_and_asks_who_answers(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs"))
    assert "Daglig sysselsättning 13 % 4 % säker och märkbar ändring ingen enhet i registret" in words
    assert "Vem svarar, och när? Registret har inget beslut om behovsmåtten." in words


def test_the_years_stand_side_by_side(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "needs"))
    heat = words_of(html.split('class="figures heat"')[1].split("</table>")[0])
    assert "Daglig sysselsättning 4 4 13" in heat


def test_the_register_tells_who_runs_a_unit_since_when_and_what_was_decided(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, spread=spread_cells())
    register = open_register(joint / "register.sqlite")
    day_centre, decided = Text(sv="Dagcentrum", en="Day centre"), Text(sv="Fler platser", en="More places")
    register.add(Unit(id="dagcentrum", name=day_centre, kind="co_located", opened_on=date(2020, 3, 1)))
    register.add_decision(a_decision(id="B-7", title=decided, indicators=("U1",)))
    register.add(TargetGroup(id="psychosis", name=day_centre, identified_on=date(2008, 1, 1), gap=decided))
    app = open_page(joint, "needs")
    words = said(app)
    assert "Norra mottagningen (sedan före 2016); Dagcentrum (gemensamt, sedan 1 mars 2020)" in words
    assert "4 februari 2025 B-7 Fler platser" in words
    assert "/decisions?id=B-7&amp;lang=sv" in html_of(app)
    assert "uppmärksammades 2008. Svar: ingen egen insats. Känd lucka: Fler platser" in words


def test_a_unit_one_organisation_has_left_was_run_jointly_until_then() -> None:
    name = Text(sv="Västra mottagningen", en="West centre")
    committee = {
        "data_from": "2016-01-01",
        "units": [
            {
                "id": "x",
                "name": {"sv": name.sv, "en": name.en},
                "kind": "inpatient",
                "left_on": {"region": "2022-06-30"},
            }
        ],
    }
    register = Contents(units=(Unit(id="x", name=name, kind="inpatient", owner="municipality"),))
    told = needs_groups.units_answering(7, register, committee, "sv")
    assert told == "Västra mottagningen (kommunen, gemensamt till 30 juni 2022)"


# --- filters ---------------------------------------------------------------------------------------------------


def test_two_years_that_are_not_neighbours_are_compared_with_limits(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs", against="2023", organisation="region"))
    assert "Jämfört med 2023 har detta ändrats säkert och märkbart: Daglig sysselsättning, fler" in words
    assert "95 %-gränser" in words
    assert "Kommunen 20" not in words


def test_an_earlier_year_is_shown_as_it_stood(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs", until="2024-Q4"))
    assert "Oftast otillfredsställda 2024" in words
    assert "Jämfört med 2023 har inget av de 22 områdena ändrats säkert och märkbart." in words


def test_relatives_are_not_followed_from_year_to_year(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs", rater="carer"))
    assert "Anhörigas skattningar följs inte från år till år" in words
    assert "täckning skyddad" in words


def test_a_filter_that_means_nothing_is_told(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "needs", rater="neighbour", organisation="state", against="last"))
    assert "Skattaren i adressen finns inte." in words
    assert "Organisationen i adressen finns inte." in words
    assert "Jämförelseåret i adressen går inte att läsa." in words


# --- when there is nothing -------------------------------------------------------------------------------------


def test_one_side_alone_is_shown_and_the_other_awaited(region_only: Path, open_page: Open) -> None:
    app = open_page(region_only, "needs")
    assert "Inväntar kommunen" in said(app)
    assert len(charts(app)) == 3


def test_a_side_that_has_released_other_figures_only_is_told(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, spread=spread_cells(("region",)), register=False)
    assert "Kommunen har inga behovsskattningar för 2025 i denna frisläppning." in said(open_page(joint, "needs"))


def test_a_release_without_ratings_says_so(tmp_path: Path, open_page: Open) -> None:
    assert "Inga behovsskattningar att visa" in said(open_page(a_joint_zone(tmp_path, register=False), "needs"))


def test_before_the_first_release_it_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "Inget är frisläppt ännu" in said(open_page(tmp_path, "needs"))
