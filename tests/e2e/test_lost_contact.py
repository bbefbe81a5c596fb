"""A page long in coming, and a server that goes away and comes back: told in the reader's language, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, expect

from tests.resources import a_zone_of_resources

WORDS = {
    "sv": ("Ingen kontakt med servern.", "Kontakten med servern är tillbaka."),
    "en": ("No contact with the server.", "Contact with the server is back."),
}
LOADING = {"sv": "Läser in …", "en": "Loading …"}
PATIENCE = 30_000
"""Milliseconds: the browser tries again with longer and longer pauses."""


def test_lost_contact_is_told_and_what_is_typed_outlives_it(
    browser: Browser, tmp_path: Path, serve_joint: Callable[..., AbstractContextManager[tuple[str, int]]]
) -> None:
    joint = a_zone_of_resources(tmp_path)
    pages: dict[str, Page] = {}
    with serve_joint(joint) as (address, _):
        for language in WORDS:
            page = pages[language] = browser.new_context().new_page()
            _arrive_slowly(page, f"{address}/unit?id=norra_mottagningen&lang={language}", LOADING[language])
            page.locator("[data-field=note]").first.fill(f"Half a sentence, {language}")
            expect(page.locator("#contact")).to_be_hidden()
    for language, page in pages.items():
        told, where = page.locator("#contact"), page.url
        expect(told).to_contain_text(WORDS[language][0], timeout=PATIENCE)
        page.locator(".bar .pages a").first.click()
        expect(told).to_contain_text(WORDS[language][0])
        assert page.url == where
    with serve_joint(joint, urlsplit(address).port):
        for language, page in pages.items():
            expect(page.locator("#contact")).to_have_text(WORDS[language][1], timeout=PATIENCE)
            expect(page.locator("[data-field=note]").first).to_have_value(f"Half a sentence, {language}")
            page.locator(".bar .pages a").nth(1).click()
            page.wait_for_url("**/scorecard?*")
            expect(page.locator(".scorecard")).to_be_visible()
            page.context.close()


def _arrive_slowly(page: Page, address: str, told: str) -> None:
    """Go there while the server is long in answering: the page says that it is on its way, until it is there."""
    held: list[Route] = []
    page.route("**/_stcore/**", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    loading = page.locator("#loading")
    expect(loading.filter(visible=True)).to_have_text(told)
    assert loading.get_attribute("role") == "status"
    for each in held:
        each.continue_()
    page.unroute_all()
    expect(page.locator("h1")).to_be_visible(timeout=PATIENCE)
    expect(loading).to_be_empty(timeout=PATIENCE)
