"""The server goes away while somebody writes, and comes back: told in the reader's language, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.resources import a_zone_of_resources

WORDS = {
    "sv": ("Ingen kontakt med servern.", "Kontakten med servern är tillbaka."),
    "en": ("No contact with the server.", "Contact with the server is back."),
}
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
            page.goto(f"{address}/unit?id=norra_mottagningen&lang={language}")
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
