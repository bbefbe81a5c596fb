"""The indicator page in the states it can be in: full, protected, missing, few, constant, unknown, and in part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from metrics.catalogue import catalogue
from tests.joint import UNITS, a_joint_zone, without_a_unit
from tests.pages.reading import Open, html_of, words_of

RISEN = (0.9,) * 8
FALLEN = (0.3,) * 8


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """P2 rises in the region and falls in the municipality; P7 ends protected in the region and missing beside it."""
    return a_joint_zone(
        tmp_path_factory.mktemp("joint"),
        overrides={
            ("P2", "region"): RISEN,
            ("P2", "municipality"): FALLEN,
            ("P7", "region"): ("suppressed",),
            ("P7", "municipality"): ("no_data",),
            ("U5", "region"): ("suppressed",) * 16,
            ("U5", "municipality"): ("suppressed",) * 16,
            ("P1", "region"): (1.0,) * 16,
        },
    )


def words(app: AppTest) -> str:
    """What the page says."""
    return words_of(html_of(app))


def charts(app: AppTest) -> list[Any]:
    """The charts of the page as they are sent to the browser: a drawing, and what it says in words."""
    return [element.proto for element in app.get("vega_lite_chart")]


# --- which measure ---------------------------------------------------------------------------------------------


def test_without_a_measure_the_page_offers_all_of_them(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "indicator")
    assert "Välj ett mått" in words(app)
    assert all(f"/indicator?id={one.id}&amp;" in html_of(app) for one in catalogue())


def test_an_unknown_measure_is_named_and_the_others_are_offered(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "indicator", id="<b>Q9</b>", lang="en")
    assert "There is no measure “<b>Q9</b>”" in words(app)
    assert "<b>Q9</b>" not in html_of(app)
    assert "/indicator?id=P2&amp;lang=en" in html_of(app)


# --- what is it, and is its change real? -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Andel av planerna · per kvartal · högre är bättre · läses ihop med Genomförda överenskomna insatser"),
        ("en", "Share of plans · per quarter · higher is better · read together with Agreed interventions carried out"),
    ],
)
def test_one_line_says_what_the_figure_is(joint: Path, open_page: Open, language: str, line: str) -> None:
    assert line in words(open_page(joint, "indicator", id="P2", lang=language))


def test_a_percentage_is_not_introduced_as_kronor(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "indicator", id="R2"))
    lede = html.split('<p class="lede">')[1].split("</p>")[0]
    assert lede.startswith("Den egna organisationens del av bådas nettokostnad")
    assert "kronor" not in lede


def test_both_sides_stand_with_value_period_n_mark_and_sentence(joint: Path, open_page: Open) -> None:
    said = words(open_page(joint, "indicator", id="P2"))
    assert "Regionen 90 % F förbättring förbättring, högre 2025 kv 4 · n = 100 Har legat över" in said
    assert "Kommunen 30 % O oroande oroande, lägre 2025 kv 4 · n = 100 Har legat under" in said


def test_what_makes_a_chart_less_sure_than_it_looks_is_said_beside_it(joint: Path, open_page: Open) -> None:
    assert "Varje värde täcker tolv månader" in words(open_page(joint, "indicator", id="U1"))
    assert "Each value covers twelve months" in words(open_page(joint, "indicator", id="U1", lang="en"))


def test_the_chart_is_headed_by_what_it_found(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "indicator", id="P2"))
    assert '<h2 class="chart-title">Förbättring i regionen, oroande förändring i kommunen</h2>' in html


def test_the_chart_is_also_told_in_words(joint: Path, open_page: Open) -> None:
    [chart, _] = charts(open_page(joint, "indicator", id="P2"))
    assert chart.alt.startswith("Förbättring i regionen, oroande förändring i kommunen. Styrdiagram för Regionen")


def test_a_protected_last_period_is_said_with_the_last_figure_shown(joint: Path, open_page: Open) -> None:
    said = words(open_page(joint, "indicator", id="P7"))
    assert "Regionen skyddad (för få personer för att visas) 2025 halvår 2 · senast visat: 58 %" in said
    assert "Kommunen saknas (ingen uppgift har lämnats) 2025 halvår 2" in said


def test_a_measure_that_is_protected_all_through_has_a_table_and_no_false_chart(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "indicator", id="U5")
    assert "Inga värden visas" in words(app)
    assert "Inget aktuellt värde att visa, varken i regionen eller i kommunen" in words(app)
    sent = [pl.read_ipc_stream(dataset.data.data).columns for dataset in charts(app)[0].datasets]
    assert sent != []
    assert [columns for columns in sent if "segment" in columns] == []


def test_a_figure_that_never_varies_is_no_signal(joint: Path, open_page: Open) -> None:
    assert "Regionen 100 % slumpvis variation" in words(open_page(joint, "indicator", id="P1"))


def test_an_organisation_that_has_not_released_is_missing_not_zero(tmp_path: Path, open_page: Open) -> None:
    app = open_page(a_joint_zone(tmp_path / "joint", organisations=("region",)), "indicator", id="P2")
    assert "Kommunen saknas (ingen uppgift har lämnats) Inga uppgifter har publicerats." in words(app)


# --- the table -------------------------------------------------------------------------------------------------


def test_every_point_of_the_chart_stands_in_the_table(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "indicator", id="P2"))
    assert html.count('<th scope="row">2022 kv 1</th>') == html.count('<th scope="row">2025 kv 4</th>') == 2
    assert "Visa de 8 tidigare perioderna" in html


@pytest.mark.parametrize(
    ("measure", "cells"),
    [
        ("P2", "2025 kv 4 90 % 90 100 F förbättring"),
        ("P7", "2025 halvår 2 skyddad för få personer"),
        ("P7", "2025 halvår 2 saknas ej lämnat"),
    ],
)
def test_a_row_says_its_figure_its_counts_and_its_flag(joint: Path, open_page: Open, measure: str, cells: str) -> None:
    said = words(open_page(joint, "indicator", id=measure)).replace("förbättring förbättring", "förbättring")
    assert cells in said.replace("\u00a0", " ")


def test_a_mean_shows_its_persons_and_no_sum(joint: Path, open_page: Open) -> None:
    said = words(open_page(joint, "indicator", id="U1"))
    assert "Period Värde Personer Märkning" in said
    assert (
        "Täljare"
        not in said.split("Samma sak på båda sidor?")[0]
        .split("Siffrorna bakom diagrammet")[1]
        .split("Mellan enheter")[0]
    )


# --- the cut ---------------------------------------------------------------------------------------------------


def test_a_unit_replaces_the_whole_in_both_panels(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "indicator", id="P2", unit="dagcentrum")
    assert "SIP uppföljd i tid · Dagcentrum" in words(app)
    assert "per år · högre är bättre" in words(app)


def test_a_unit_too_small_for_figures_of_its_own_says_where_it_is_counted(tmp_path: Path, open_page: Open) -> None:
    joint = without_a_unit(a_joint_zone(tmp_path), "P2", "municipality", "dagcentrum")
    said = words(open_page(joint, "indicator", id="P2", unit="dagcentrum"))
    assert "Kommunen För få personer: räknas in i Övriga." in said
    assert "ingen uppgift har lämnats" not in said


@pytest.mark.parametrize(("unit", "drawn"), [("", True), ("dagcentrum", False)], ids=["the whole", "a unit"])
def test_a_target_of_the_whole_is_not_drawn_for_a_unit(joint: Path, open_page: Open, unit: str, drawn: bool) -> None:
    said = html_of(open_page(joint, "indicator", id="P2", unit=unit))
    assert ('class="key mean"' in said, 'class="key target"' in said) == (True, drawn)


def test_a_cut_the_measure_does_not_publish_falls_back_and_says_so(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "indicator", id="R1", group="psychosis")
    assert "Måttet redovisas inte per målgrupp. Hela organisationen visas." in words(app)
    assert "per kvartal" in words(app)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"id": "U1", "unit": "<b>x"}, "Enheten i adressen finns inte i denna utgåva. Alla enheter visas."),
        ({"id": "R2", "unit": "vastra", "lang": "en"}, "The unit in the address is not in this release."),
        ({"id": "U1", "until": "1999-Q1"}, "Perioden i adressen finns inte bland de publicerade."),
    ],
)
def test_a_filter_that_means_nothing_is_said_before_the_whole_is_shown(
    joint: Path, open_page: Open, query: dict[str, str], said: str
) -> None:
    app = open_page(joint, "indicator", **query)
    assert said in words(app)
    assert "<b>x" not in html_of(app)


def test_only_cuts_the_measure_publishes_are_offered(joint: Path, open_page: Open) -> None:
    summaries = [
        part.split("</summary>")[0] for part in html_of(open_page(joint, "indicator", id="R1")).split("<summary")[1:]
    ]
    assert any("Enhet" in each for each in summaries)
    assert not any("Målgrupp" in each for each in summaries)


def test_an_earlier_period_shows_the_page_as_it_stood(joint: Path, open_page: Open) -> None:
    assert "2023 kv 4 · n = 100" in words(open_page(joint, "indicator", id="P2", until="2023-Q4"))


def test_an_earlier_period_knows_nothing_of_what_was_decided_later(joint: Path, open_page: Open) -> None:
    said = words(open_page(joint, "indicator", id="P2", until="2024-Q4"))
    assert "B-2025-003" not in said
    assert "Registret har inget beslut om detta mått." in said


# --- beside the chart ------------------------------------------------------------------------------------------


def test_the_decision_stands_with_its_reason_and_its_target(joint: Path, open_page: Open) -> None:
    said = words(open_page(joint, "indicator", id="P2"))
    assert "B-2025-003 20 januari 2025 Mål för uppföljning" in said
    assert "Mål 75 % på båda sidor från 1 februari 2025" in said.replace("\u00a0", " ")


def test_without_decisions_the_page_says_so(tmp_path: Path, open_page: Open) -> None:
    app = open_page(a_joint_zone(tmp_path / "joint", register=False), "indicator", id="P2")
    assert "Registret har inget beslut om detta mått." in words(app)


@pytest.mark.parametrize(("measure", "grade"), [("P2", "Samma definition."), ("R1", "Inte jämförbar.")])
def test_how_alike_the_sides_are_is_said_in_words(joint: Path, open_page: Open, measure: str, grade: str) -> None:
    assert grade in words(open_page(joint, "indicator", id=measure))


@pytest.mark.parametrize(
    ("measure", "said"), [("P2", "Just nu går sidorna isär."), ("R2", "Sidorna delar på en summa:")]
)
def test_how_the_sides_move_is_said_in_words(joint: Path, open_page: Open, measure: str, said: str) -> None:
    assert said in words(open_page(joint, "indicator", id=measure))


@pytest.mark.parametrize("measure", [one.id for one in catalogue()])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_measure_has_its_page_in_both_languages(
    joint: Path, open_page: Open, measure: str, language: str
) -> None:
    app = open_page(joint, "indicator", id=measure, lang=language)
    other = {"sv": "What this measure cannot show", "en": "Vad måttet inte kan visa"}[language]
    own = {"en": "What this measure cannot show", "sv": "Vad måttet inte kan visa"}[language]
    assert own in words(app)
    assert other not in words(app)


def test_a_run_chart_says_median_and_promises_no_limits(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "indicator", id="U3"))
    keys = words_of(html.split('<p class="keys">')[1].split("</p>")[0])
    assert "median" in keys
    assert "vanlig variation" not in keys


def test_a_side_that_has_left_the_unit_is_closed_there_and_hides_nothing(tmp_path: Path, open_page: Open) -> None:
    left = {"left_on": {"region": "2023-12-31"}}
    units = [
        {"id": unit, "name": {"sv": name, "en": name}, "kind": "co_located"} | left for unit, name in UNITS.items()
    ]
    joint = a_joint_zone(tmp_path, overrides={("P7", "region"): ("structural_zero",)}, committee={"units": units})
    said = words(open_page(joint, "indicator", id="P7", unit="dagcentrum"))
    assert "Regionen stängd 31 december 2023" in said
    assert "Kommunen stängd" not in said
