"""A mark explains itself where it stands: to whoever points, comes by keyboard or presses. All on one page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.visits import look_at

PILL = "tr[data-href*='id=P2&'] .value.region .pill"


@pytest.fixture(scope="module")
def scorecard(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, has_touch=True)
    context.set_default_timeout(20_000)
    page = context.new_page()
    look_at(page, f"{address}/scorecard?lang=sv")
    yield page
    context.close()


@pytest.fixture
def page(scorecard: Page) -> Page:
    """The scorecard with nothing explained."""
    scorecard.mouse.move(2, 2)
    scorecard.keyboard.press("Escape")
    scorecard.locator("h1").focus()
    expect(scorecard.locator("#explained")).to_be_hidden()
    return scorecard


def test_pointed_at_a_mark_says_what_it_means_here_and_everywhere(page: Page) -> None:
    page.hover(PILL)
    tip = page.locator("#explained")
    expect(tip).to_contain_text("Förbättring (F)")
    expect(tip.locator(".here")).not_to_be_empty()
    tip.hover()
    expect(tip).to_be_visible()


def test_a_table_is_one_stop_for_the_keyboard_and_the_arrows_go_on(page: Page) -> None:
    assert page.locator("table.scorecard .explain[tabindex='0']").count() == 1
    page.locator("table.scorecard .explain[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#explained")).to_be_visible()
    expect(page.locator("#explained .keys")).to_contain_text("Piltangenterna")
    assert page.evaluate("document.activeElement.outerHTML") != first
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "explained"
    page.keyboard.press("Escape")
    expect(page.locator("#explained")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.explain')")


def test_pressed_it_stays_and_leads_to_the_glossary(page: Page) -> None:
    page.locator(".legend .explain").first.focus()
    page.keyboard.press("Enter")
    link = page.locator("#explained a")
    expect(link).to_be_focused()
    assert link.get_attribute("href") == "/glossary?lang=sv#improvement"
    page.keyboard.press("Tab")
    expect(page.locator(".legend .explain").nth(1)).to_be_focused()


def test_a_tap_explains_and_does_not_open_the_row(page: Page) -> None:
    page.locator(PILL).tap()
    expect(page.locator("#explained")).to_be_visible()
    assert page.url.endswith("/scorecard?lang=sv")


def test_the_glossary_is_reached_at_the_word(page: Page) -> None:
    page.locator(".legend .explain").first.tap()
    page.locator("#explained a").tap()
    expect(page.locator("#improvement")).to_be_focused()
    assert "/glossary" in page.url
