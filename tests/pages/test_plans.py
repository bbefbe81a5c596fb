"""The page about plans: imagined beside done, time to follow-up, who comes and who is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import plans_charts, plans_reading
from dashboard.view import View
from pipelines import published
from tests.joint import a_joint_zone
from tests.joint_spread import HIDDEN, Last, spread_cells
from tests.pages.reading import Open, html_of, words_of


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Few plans have everybody there; primary care hardly comes; one step and one agency are hidden."""
    last: Last = {
        ("region", ("sip_steps", "", None, "agencies_present")): (20.0, 200.0),
        ("municipality", ("sip_steps", "", None, "agencies_present")): (30.0, 200.0),
        ("region", ("sip_steps", "", None, "changed")): HIDDEN,
        ("region", ("sip_agencies", "", None, "present:primary_care")): (6.0, 100.0),
        ("region", ("sip_agencies", "", None, "present:social_insurance")): HIDDEN,
        ("municipality", ("sip_follow_up", "", None, "60")): HIDDEN,
    }
    return a_joint_zone(tmp_path_factory.mktemp("joint"), spread=spread_cells(last=last), register=False)


def said(app: AppTest) -> str:
    return words_of(html_of(app))


def charts(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("vega_lite_chart")]


@pytest.mark.parametrize(
    ("language", "finding"),
    [
        (
            "sv",
            "Av de överenskomna stegen tas detta minst ofta 2025: alla berörda aktörer var med "
            "(regionen 10 %, kommunen 15 %).",
        ),
        (
            "en",
            "Of the agreed steps this is taken least often in 2025: all agencies needed were present "
            "(the region 10%, the municipality 15%).",
        ),
    ],
)
def test_it_begins_with_the_step_taken_least_often(joint: Path, open_page: Open, language: str, finding: str) -> None:
    assert finding in said(open_page(joint, "plans", lang=language))


def test_a_count_of_plans_never_stands_alone(joint: Path, open_page: Open) -> None:
    assert "Förberedd med brukaren 90 % 180 av 200 planer, 95 %-gränser 85–95" in said(open_page(joint, "plans"))


def test_what_is_imagined_is_the_frame_and_what_is_done_fills_it(joint: Path) -> None:
    reading = plans_reading.read(published.read(joint, "2025-Q4").cells, View(page="plans"))
    assert reading is not None
    bars = plans_charts.way_panel(reading.sides[0], "Regionen", "sv").bars
    assert {bar.fill: bar.end for bar in bars if bar.row.startswith("Alla berörda")} == {"outline": 1.0, "full": 0.1}


def test_a_hidden_step_says_so(joint: Path, open_page: Open) -> None:
    assert "Hjälpen ändrad skyddad 90 %" in said(open_page(joint, "plans"))


def test_half_of_the_plans_are_followed_up_within_days_or_not_yet(joint: Path, open_page: Open) -> None:
    assert "Hälften av planerna har följts upp inom 210 dagar (regionen)" in said(open_page(joint, "plans"))


def test_the_curve_tells_how_many_it_rests_on_and_where_it_is_hidden(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "plans"))
    assert "Kurvan vilar på 200 planer (regionen)." in words
    assert "Kommunen: ett intervall har för få uppföljningar" in words


def test_who_is_missing_is_what_is_left_of_who_was_needed(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "plans")
    words = said(app)
    assert "Saknas oftast när de behövs: primärvård" in words
    assert "Primärvård 50 % 90 % 6 % 94 % 50 % 90 % 80 % 20 %" in words


def test_where_presence_is_hidden_so_is_absence(joint: Path, open_page: Open) -> None:
    row = html_of(open_page(joint, "plans")).split("Försäkringskassan")[1].split("</tr>")[0]
    assert words_of(row).count("skyddad (") == 2


def test_agencies_too_few_to_show_are_named_once(joint: Path, open_page: Open) -> None:
    words = said(open_page(joint, "plans"))
    assert "Psykiatrisk öppenvård 60 % 120 av 200 planer" in words
    assert "För få planer för att visas på någon sida: Psykiatrisk heldygnsvård;" in words


def test_one_organisation_alone(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "plans", organisation="municipality", until="2024-Q4")
    assert "2024" in said(app)
    assert len(charts(app)) == 2


def test_a_release_without_plans_says_so(tmp_path: Path, open_page: Open) -> None:
    assert "Inga planer att visa" in said(open_page(a_joint_zone(tmp_path, register=False), "plans"))


def test_before_the_first_release_it_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "Inget är frisläppt ännu" in said(open_page(tmp_path, "plans"))
