"""The indicator and definitions pages in a real browser: by address, by keyboard, narrow, on paper, taken away."""

from __future__ import annotations

import re
from pathlib import Path

import fastexcel
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.visits import look_at


def test_the_page_opens_from_its_address_with_title_and_drawing(page: Page, address: str) -> None:
    look_at(page, f"{address}/indicator?id=P2")
    expect(page.get_by_role("heading", level=1)).to_have_text("SIP uppföljd i tid")
    expect(page).to_have_title("Mått · Samsyn")
    drawing = page.locator(".stVegaLiteChart").first
    expect(drawing).to_have_attribute("aria-label", re.compile("^Förbättring i regionen"))


# --- usable by all ---------------------------------------------------------------------------------------------


def test_a_unit_is_chosen_and_earlier_figures_unfolded_by_keyboard(page: Page, address: str) -> None:
    look_at(page, f"{address}/indicator?id=P2")
    page.locator("summary", has_text="Enhet").press("Enter")
    page.get_by_role("link", name="Dagcentrum").press("Enter")
    page.wait_for_url("**/indicator?id=P2&unit=dagcentrum&lang=sv")
    expect(page.get_by_role("heading", level=1)).to_have_text("SIP uppföljd i tid · Dagcentrum")
    page.locator(".older:not(.guide) > summary").press("Enter")
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
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^[1-9] av [0-9]+ mått$"))
    assert "q=nettokostnad" in page.url


# --- narrow screens and paper ----------------------------------------------------------------------------------


def test_paper_holds_the_whole_table_and_a_drawing_with_ink_on_white(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    page = context.new_page()
    look_at(page, f"{address}/indicator?id=P2")
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
    look_at(page, f"{address}/indicator?id=P2")
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).first.click()
    assert download.value.suggested_filename == file
    assert Path(download.value.path()).read_bytes().startswith(starts)


def test_the_catalogue_can_be_taken_away_as_rows(page: Page, address: str) -> None:
    look_at(page, f"{address}/definitions")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel", exact=True).click()
    table = fastexcel.read_excel(Path(download.value.path()).read_bytes()).load_sheet(0).to_polars()
    assert table["Mått"].to_list()[:2] == ["U1", "U2"]
