"""The pages in a real browser: links, keyboard, languages, light and dark, narrow screens, paper."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.joint import a_joint_zone
from tests.visits import look_at

# --- nothing leaves, nothing is blocked ------------------------------------------------------------------------


def test_words_from_outside_stay_words(
    page: Page, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]], tmp_path: Path
) -> None:
    written = (
        '<img src=x onerror="document.title=1"><script>document.title=2</script>[x](javascript:alert(1)) :red[a] $b$'
    )
    joint = a_joint_zone(tmp_path, committee={"name": {"sv": written, "en": written}})
    with serve_joint(joint) as (address, _):
        look_at(page, address + "/scorecard")
        expect(page.locator(".subtitle")).to_have_text(written)
        assert page.title() == "Styrkort · Samsyn"


def test_a_fault_of_ours_is_said_without_a_traceback(
    page: Page, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]], tmp_path: Path
) -> None:
    joint = a_joint_zone(tmp_path)
    (joint / "published/2025-Q4.duckdb").write_bytes(b"not a database")
    with serve_joint(joint) as (address, _):
        page.goto(address + "/scorecard")
        expect(page.get_by_role("heading", level=1)).to_have_text("Något gick fel hos oss")
        said = page.inner_text("body")
    assert "Traceback" not in said
    assert str(tmp_path) not in said


def test_a_stopped_server_stops_quietly(
    serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with serve_joint(a_joint_zone(tmp_path)) as (_, server):
        os.kill(server, signal.SIGINT)
        os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    assert capfd.readouterr() == ("", "")


# --- usable by all ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "title"), [("sv", "Styrkort · Samsyn"), ("en", "Scorecard · Samsyn")])
def test_document_and_title_are_in_the_readers_language(page: Page, address: str, language: str, title: str) -> None:
    look_at(page, f"{address}/scorecard?lang={language}")
    assert page.get_attribute("html", "lang") == language
    expect(page).to_have_title(title)


def test_the_first_tab_leads_past_the_navigation(page: Page, address: str) -> None:
    look_at(page, address + "/scorecard")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()


def test_a_filter_is_chosen_by_keyboard_and_kept_on_the_way(page: Page, address: str) -> None:
    look_at(page, address + "/scorecard")
    page.locator("summary", has_text="Enhet").press("Enter")
    page.get_by_role("link", name="Dagcentrum").press("Enter")
    page.wait_for_url("**/scorecard?unit=dagcentrum&lang=sv")
    expect(page.locator("summary", has_text="Enhet")).to_have_text("Enhet Dagcentrum")
    page.get_by_role("navigation").get_by_role("link", name="Översikt").press("Enter")
    page.wait_for_url("**/?unit=dagcentrum&lang=sv")


def test_escape_closes_a_menu_and_gives_the_focus_back(page: Page, address: str) -> None:
    look_at(page, address + "/scorecard")
    menu = page.locator("summary", has_text="Period")
    menu.press("Enter")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    assert page.locator("details[open]").count() == 0


# --- links -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["click on the row", "enter on the link"])
def test_a_measure_opens_its_page_without_a_reload_and_back_returns(page: Page, address: str, way: str) -> None:
    look_at(page, address + "/scorecard")
    page.evaluate("window.stillHere = true")
    link = page.get_by_role("link", name="SIP uppföljd i tid").first
    if way == "click on the row":
        page.locator("tr.measure", has=link).first.locator(".series").click()
    else:
        link.press("Enter")
    page.wait_for_url("**/indicator?id=P2&lang=sv")
    expect(page.get_by_role("heading", level=1)).to_contain_text("SIP uppföljd i tid")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Styrkort")
    assert page.evaluate("window.stillHere")


def test_the_other_language_is_one_click_away_and_remembered(page: Page, address: str) -> None:
    look_at(page, address + "/scorecard")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/scorecard?lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Scorecard")
    look_at(page, address + "/data")
    expect(page.get_by_role("heading", level=1)).to_have_text("What came in, and what was refused?")


def test_the_scorecard_can_be_taken_away(page: Page, address: str) -> None:
    look_at(page, address + "/scorecard")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV för Excel").click()
    assert download.value.suggested_filename == "styrkort_2025-Q4.csv"
    assert Path(download.value.path()).read_bytes().startswith(b"\xef\xbb\xbfId;")


# --- narrow screens and paper ----------------------------------------------------------------------------------


def test_a_dark_screen_prints_black_on_white_without_navigation(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    page = context.new_page()
    look_at(page, address + "/scorecard")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => ['.stApp', 'h1', '.value data'].map(s => getComputedStyle(document.querySelector(s)))"
        ".map((style, at) => at ? style.color : style.backgroundColor)"
    )
    pressed = page.locator("button:not(.explain)")
    hidden = page.locator(".bar nav").is_hidden() and not any(each.is_visible() for each in pressed.all())
    context.close()
    assert colours == ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]
    assert hidden
