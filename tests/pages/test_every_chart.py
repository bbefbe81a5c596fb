"""Every chart of the product: what it found, what it is in words, its figures, its files, and how it is read.

The kinds of charts are listed in one place, `dashboard.texts.chart_guides`; a chart that lacks anything fails here,
and so does one that is not listed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import chart_image, year_wheel
from dashboard.texts import texts
from dashboard.texts.chart_guides import GUIDES
from dashboard.theme import PALETTE
from governance.entries import Event, Meeting
from governance.register import open_register
from metrics.needs import NOTICEABLE
from metrics.problem import Language
from tests.joint_spread import spread_cells
from tests.pages.reading import Open, words_of
from tests.registers import a_meeting, an_item, text
from tests.resources import a_zone_of_resources

DRAWN_ELSEWHERE = ("contact_types", "contact_reach", "target_groups")
MONTHS = {"sv": "oktober", "en": "October"}
DECIMAL = {"sv": ",", "en": "."}


@dataclass(frozen=True)
class Chart:
    """Where a kind of chart is seen.

    In      query    what else the address says
            drawn    "vega" is drawn by Vega-Lite; "svg" is a picture of our own; "table" is squares or bars in a table
            files    whether a picture of it can be taken away, beside its figures
            marked   whether decisions and events stand on it
    """

    page: str
    query: Mapping[str, str] = field(default_factory=dict)
    drawn: Literal["vega", "svg", "table"] = "vega"
    files: bool = True
    marked: bool = False


CHARTS: Mapping[str, Chart] = {
    "control_chart": Chart("indicator", {"id": "P2"}, marked=True),
    "units": Chart("indicator", {"id": "P2"}),
    "needs_profile": Chart("needs"),
    "needs_change": Chart("needs"),
    "dimension_gap": Chart("needs"),
    "domains_by_year": Chart("needs", drawn="table"),
    "follow_up_curve": Chart("plans"),
    "pathway": Chart("plans"),
    "representation": Chart("plans", drawn="table"),
    "cost_split": Chart("costs", marked=True),
    "cost_beside_needs": Chart("costs"),
    "contact_kinds": Chart("services"),
    "timeline": Chart("timeline", {"id": "P2"}),
    "year_wheel": Chart("meetings", drawn="svg"),
    "attention": Chart("overview", drawn="table"),
    "action_balance": Chart("decisions"),
    "sparkline": Chart("scorecard", drawn="svg", files=False),  # a row; the indicator's own chart has files
}


@dataclass(frozen=True)
class Part:
    """What stands on a page from one chart's finding to the next one's: HTML, drawings, and the names of files."""

    names: tuple[str, ...] = ()
    html: str = ""
    drawings: tuple[Any, ...] = ()
    files: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A joint zone in which every chart has something to show."""
    spread = spread_cells().filter(~pl.col("indicator_id").is_in(DRAWN_ELSEWHERE))
    folder = a_zone_of_resources(tmp_path_factory.mktemp("charts"), more=[spread])
    law = Event(
        id="H-9", kind="context", on=date(2024, 7, 1), title=text("A new law"), text=text("It"), organisation="joint"
    )
    meetings = a_meeting(id="M-1", held_on=date(2025, 2, 4)), a_meeting(id="M-2", held_on=date(2025, 9, 16))
    open_register(folder / "register.sqlite").add_all([law, *meetings, an_item(perspective="needs")])
    return folder


@pytest.fixture
def parts(joint: Path, open_page: Open) -> Any:
    """The page of a chart, cut where its charts begin: opened once for each page and language."""
    return lambda name, language: _seen(open_page, joint, name, language)


_PARTS: dict[tuple[str, str, str], dict[str, Part]] = {}
_UNNAMED: list[str] = []
"""What stands around a drawing that no chart of the list has said to be its own."""


def _seen(open_page: Open, joint: Path, name: str, language: Language) -> Part:
    chart = CHARTS[name]
    key = (chart.page, str(chart.query), language)
    if key not in _PARTS:
        _PARTS[key] = cut(open_page(joint, chart.page, lang=language, **chart.query))
    assert name in _PARTS[key], f"the page {chart.page} has no chart that says it is {name}"
    return _PARTS[key][name]


def cut(app: AppTest) -> dict[str, Part]:
    """The parts of a page by the kind of chart each says it holds."""
    found: dict[str, Part] = {}
    html, drawings, files = "", list[Any](), list[str]()

    def end() -> None:
        names = tuple(re.findall(r'data-chart="(\w+)"', html))
        found.update(dict.fromkeys(names, Part(names, html, tuple(drawings), tuple(files))))
        if drawings and not names:
            _UNNAMED.append(html)

    for kind, value in _elements(app.main):
        if kind == "html":
            before, *later = re.split(r'(?=<h[23] class="chart-title")', value)
            html += before
            for more in later:
                end()
                html, drawings, files = more, [], []
        elif kind == "drawing":
            drawings.append(value)
        else:
            files.append(value)
    end()
    return found


def _elements(block: Any) -> Iterator[tuple[str, Any]]:
    for child in block.children.values():
        if child.type == "html":
            yield "html", str(child.value)
        elif child.type in ("vega_lite_chart", "arrow_vega_lite_chart"):
            yield "drawing", child.proto
        elif child.type == "download_button":
            yield "file", child.proto.label
        elif hasattr(child, "children"):
            yield from _elements(child)


SPOKEN: Mapping[str, Language] = {
    page: ("sv", "en")[at % 2] for at, page in enumerate(dict.fromkeys(chart.page for chart in CHARTS.values()))
}
"""Every other page in Swedish, every other in English: a text cannot lack a language."""
every_chart = pytest.mark.parametrize(("name", "language"), [(name, SPOKEN[CHARTS[name].page]) for name in GUIDES])


def test_every_kind_of_chart_has_its_place() -> None:
    assert set(CHARTS) == set(GUIDES)


@every_chart
def test_it_says_what_it_found_above_it(parts: Any, name: str, language: Language) -> None:
    found = re.search(r'class="(?:chart-title|finding)[^"]*">(.*?)</(?:h2|h3|p)>', parts(name, language).html, re.S)
    assert found, "no finding"
    assert len(words_of(found[1]).split()) >= 3


@every_chart
def test_who_does_not_see_it_is_told_the_same(parts: Any, name: str, language: Language) -> None:
    part, chart = parts(name, language), CHARTS[name]
    if chart.drawn == "vega":
        said = [drawing.alt for drawing in part.drawings]
    elif chart.drawn == "svg":
        said = re.findall(r'<img class="(?:wheel|spark)"[^>]* alt="([^"]+)"', part.html)
    else:
        said = re.findall(r"<caption[^>]*>(.*?)</caption>", part.html)
    assert said
    assert all(len(words_of(each).split()) >= (1 if chart.drawn == "table" else 4) for each in said), said


@every_chart
def test_its_figures_stand_in_a_table(parts: Any, name: str, language: Language) -> None:
    assert re.search(r"<table.*?<th.*?</table>", parts(name, language).html, re.S)


@every_chart
def test_it_can_be_taken_away(parts: Any, name: str, language: Language) -> None:
    t, files = texts(language), parts(name, language).files
    wanted = {t.take_csv, t.take_excel} | ({t.take_svg, t.take_png} if CHARTS[name].files else set())
    assert wanted <= set(files)


@every_chart
def test_how_it_is_read_and_what_it_does_not_show_stand_below_it(parts: Any, name: str, language: Language) -> None:
    words = words_of(parts(name, language).html)
    assert GUIDES[name].read[language] in words
    assert GUIDES[name].cannot[language] in words


@pytest.mark.parametrize("name", [name for name, chart in CHARTS.items() if chart.marked])
def test_what_was_decided_and_what_happened_stand_on_it(parts: Any, name: str) -> None:
    language = SPOKEN[CHARTS[name].page]
    assert f"A new law {'på svenska' if language == 'sv' else 'in English'}" in words_of(parts(name, language).html)


def test_no_drawing_is_without_its_place_in_the_list(parts: Any) -> None:
    for name, chart in CHARTS.items():
        part = parts(name, SPOKEN[chart.page])
        assert part.names == (name,), "two charts under one finding"
        assert bool(part.drawings) == (chart.drawn == "vega")
    assert _UNNAMED == []


@every_chart
def test_months_and_decimals_are_written_as_the_language_does(parts: Any, name: str, language: Language) -> None:
    for drawing in parts(name, language).drawings:
        locale = json.loads(drawing.spec)["config"]["locale"]
        assert locale["time"]["months"][9] == MONTHS[language]
        assert locale["number"]["decimal"] == DECIMAL[language]


@cache
def _wheel() -> str:
    meetings = [Meeting(id="M-1", held_on=date(2025, 2, 4), status="held")]
    return year_wheel.drawing(2025, meetings, (), "sv", ("light",))


def test_a_picture_of_our_own_is_a_file_of_its_own() -> None:
    assert _wheel().startswith("<svg")
    assert "prefers-color-scheme" not in _wheel()
    assert PALETTE["light"]["ink"] in _wheel()
    assert chart_image.png_of(_wheel()).startswith(b"\x89PNG")


def test_the_guide_to_change_says_the_least_that_is_marked() -> None:
    assert round(100 * NOTICEABLE) == 5
    assert "minst fem procentenheter" in GUIDES["needs_change"].read.sv
    assert "at least five percentage points" in GUIDES["needs_change"].read.en
