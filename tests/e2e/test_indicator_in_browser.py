"""The indicator and definitions pages in a real browser: by address, by keyboard, narrow, on paper, taken away."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlparse

import fastexcel
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PATHS = ("/indicator?id=P2", "/indicator?id=U1", "/indicator?id=P7&unit=dagcentrum", "/definitions?")
Mode = Literal["light", "dark"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab of a reader who has never been here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def look_at(page: Page, address: str, *, charts: bool = False) -> None:
    """Go there and wait until the page, and its drawings where it has any, are whole."""
    page.goto(address)
    page.wait_for_selector(".foot")
    if charts:
        page.wait_for_selector(".stVegaLiteChart svg .mark-symbol")


def test_the_page_opens_from_its_address_with_title_and_drawing(page: Page, address: str) -> None:
    look_at(page, f"{address}/indicator?id=P2", charts=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("SIP uppföljd i tid")
    expect(page).to_have_title("Mått · Samsyn")
    drawing = page.locator(".stVegaLiteChart").first
    expect(drawing).to_have_attribute("aria-label", re.compile("^Förbättring i regionen"))


def test_nothing_is_asked_of_another_computer_and_vega_has_no_complaint(page: Page, address: str) -> None:
    asked: set[str | None] = set()
    complaints: list[str] = []
    page.on("request", lambda request: asked.add(urlparse(request.url).hostname))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.text.startswith("WARN") else None)
    for path in PATHS:
        look_at(page, address + path, charts="indicator" in path)
    assert asked - {None} == {"127.0.0.1"}
    assert complaints == []


# --- usable by all ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(browser: Browser, address: str, path: str, language: str, mode: Mode) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=mode)
    page = context.new_page()
    look_at(page, f"{address}{path}&lang={language}", charts="indicator" in path)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [
        (each["id"], each["nodes"][0]["html"][:200]) for each in found if each["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("path", [*PATHS, "/indicator", "/indicator?id=Q9"])
def test_headings_go_down_one_step_at_a_time(page: Page, address: str, path: str) -> None:
    look_at(page, address + path)
    levels = [int(name[1]) for name in page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(one => one.tagName)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


def test_a_unit_is_chosen_and_earlier_figures_unfolded_by_keyboard(page: Page, address: str) -> None:
    look_at(page, f"{address}/indicator?id=P2")
    page.locator("summary", has_text="Enhet").press("Enter")
    page.get_by_role("link", name="Dagcentrum").press("Enter")
    page.wait_for_url("**/indicator?id=P2&unit=dagcentrum&lang=sv")
    expect(page.get_by_role("heading", level=1)).to_have_text("SIP uppföljd i tid · Dagcentrum")
    page.locator(".older > summary").press("Enter")
    expect(page.locator(".older table").first).to_be_visible()


def test_the_definition_is_one_link_away_and_comes_into_view(page: Page, address: str) -> None:
    look_at(page, f"{address}/indicator?id=P2")
    page.get_by_role("link", name="Hela definitionen").press("Enter")
    expect(page.locator("#P2")).to_be_in_viewport()
    expect(page.locator("#P2")).to_be_focused()


def test_an_address_with_a_place_opens_at_that_place(page: Page, address: str) -> None:
    look_at(page, f"{address}/definitions?lang=en#R2")
    expect(page.locator("#R2")).to_be_in_viewport()
    page.locator("#R2").get_by_role("link", name="Net cost per shared user").press("Enter")
    expect(page.locator("#R1")).to_be_in_viewport()


def test_a_search_narrows_the_definitions_and_stands_in_the_address(page: Page, address: str) -> None:
    look_at(page, f"{address}/definitions")
    page.get_by_label("Sök bland måtten").fill("nettokostnad")
    page.keyboard.press("Enter")
    expect(page.get_by_text("av 10 mått")).not_to_have_text("10 av 10 mått")
    assert "q=nettokostnad" in page.url


# --- narrow screens and paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways_and_no_chart_is_wider_than_its_place(
    page: Page, address: str, path: str, language: str
) -> None:
    too_wide = {}
    for width in (320, 390, 768, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        look_at(page, f"{address}{path}&lang={language}", charts="indicator" in path)
        too_wide[width] = page.evaluate(
            "() => [document.documentElement, document.querySelector('[data-testid=stMain]'),"
            " ...document.querySelectorAll('.stVegaLiteChart')]"
            ".map(one => Math.max(0, one.scrollWidth - one.clientWidth))"
        )
    assert {width: max(found) for width, found in too_wide.items()} == dict.fromkeys(too_wide, 0)


def test_paper_holds_the_whole_table_and_a_drawing_with_ink_on_white(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    page = context.new_page()
    look_at(page, f"{address}/indicator?id=P2", charts=True)
    page.emulate_media(media="print", color_scheme="dark")
    rows = page.locator(".older tbody tr")
    expect(page.locator(".stVegaLiteChart svg").first).to_have_css("filter", re.compile("^invert"))
    expect(rows.first).to_be_visible()
    expect(rows.last).to_be_visible()
    context.close()


# --- taken away ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "file", "starts"),
    [
        ("CSV för Excel", "2025-Q4_P2.csv", b"\xef\xbb\xbfFrisl"),
        ("Excel", "2025-Q4_P2.xlsx", b"PK"),
        ("Bild (SVG)", "2025-Q4_P2.svg", b"<svg"),
        ("Bild (PNG)", "2025-Q4_P2.png", b"\x89PNG"),
    ],
)
def test_the_figures_and_the_chart_can_be_taken_away(
    page: Page, address: str, button: str, file: str, starts: bytes
) -> None:
    look_at(page, f"{address}/indicator?id=P2", charts=True)
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == file
    assert Path(download.value.path()).read_bytes().startswith(starts)


def test_the_catalogue_can_be_taken_away_as_rows(page: Page, address: str) -> None:
    look_at(page, f"{address}/definitions")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel", exact=True).click()
    table = fastexcel.read_excel(Path(download.value.path()).read_bytes()).load_sheet(0).to_polars()
    assert table["Mått"].to_list()[:2] == ["U1", "U2"]
