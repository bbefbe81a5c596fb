"""Every page on paper, from a dark screen: whole, black on white, its drawings no wider or taller than the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from dashboard.view import ASIDE, PATHS
from tests.visits import turn_to

SHEET = {"width": 1032, "height": 703}
"""A4 on its side inside its margins, in the browser's own pixels."""
LANGUAGES = ("sv", "en")
ADDRESSES = [
    f"{path}{'&' if '?' in path else '?'}lang={LANGUAGES[number % 2]}"
    for number, path in enumerate(
        [*(path for name, path in PATHS.items() if name not in ASIDE), "/indicator?id=P2", "/unit?id=dagcentrum"]
    )
]
STICKS_OUT = """() => [...document.querySelectorAll('.stApp *')].filter(each => {
    const {left, right, width} = each.getBoundingClientRect(), style = getComputedStyle(each);
    const isHidden = !width || style.visibility === 'hidden' || style.clipPath !== 'none' || each.closest('.vh');
    const isCut = style.overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    return !isHidden && (right > innerWidth + 1 || left < -1 || isCut);
}).map(each => each.outerHTML.slice(0, 120))"""
DARK = """() => [...document.querySelectorAll('.stApp, .stApp *')].filter(each => {
    const {width, height} = each.getBoundingClientRect(), style = getComputedStyle(each);
    const [red, green, blue, ink = 1] = (style.backgroundColor.match(/[\\d.]+/g) ?? []).map(Number);
    const isInk = width < 20 || height < 10 || each.closest('svg') || style.color === 'rgb(255, 255, 255)';
    return !isInk && style.backgroundColor.startsWith('rgb') && ink > 0.3 && (red + green + blue) / 3 < 128;
}).map(each => each.outerHTML.slice(0, 120))"""
SHOWN = "() => [...document.querySelectorAll('.bar nav, .foot button')].filter(each => each.checkVisibility()).length"
TALL = "() => Math.max(0, ...[...document.querySelectorAll('.stVegaLiteChart svg')].map(each => each.clientHeight))"
UNBROKEN = """() => [...document.querySelectorAll('.stApp :is(table, section > ul)')].filter(each => {
    for (let around = each; around; around = around.parentElement) {
        if (getComputedStyle(around).breakInside.startsWith('avoid')) return true;
    }
    return false;
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader with a dark screen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.goto(f"{address}/scorecard?lang=sv")
    opened.wait_for_selector(".foot")
    yield opened
    context.close()


def sheets(page: Page) -> int:
    """How many sheets the page is printed on."""
    printed = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def test_every_page_is_printed_whole_and_black_on_white(page: Page) -> None:
    found = {}
    for address in ADDRESSES:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1440, "height": 900})
        turn_to(page, address)
        page.emulate_media(media="print")
        page.set_viewport_size(SHEET)  # type: ignore[arg-type]  # a viewport is a dict of just these two
        needed = page.evaluate("document.documentElement.scrollHeight") / SHEET["height"]
        told = {
            "sticks out": page.evaluate(STICKS_OUT),
            "dark": page.evaluate(DARK),
            "ways on that paper has not": page.evaluate(SHOWN),
            "drawing taller than a sheet": page.evaluate(TALL) > SHEET["height"],
            "a table or list that cannot go on over the next sheet": page.evaluate(UNBROKEN),
            "cut": sheets(page) < int(needed),
        }
        if any(told.values()):
            found[address] = {what: each for what, each in told.items() if each}
    assert found == {}
