"""One visit to a page in a real browser, and everything that holds for every page, seen on that one visit.

Opening a page costs seconds and looking at it again milliseconds: a visit is made once a session, and each test asks
it for its own fact. All visits are one reader's, whose browser keeps what every page needs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlparse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dashboard.theme import Mode

WIDTHS = (320, 390, 768, 1024, 1210, 1440)
DRAWN = ".stVegaLiteChart svg g.mark-group"

Visiting = Callable[[str], "Visit"]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What was seen of a page.

    Out     title      of the document
            headings   their levels, in order
            asked      every computer that something was fetched from
            complaints  of the browser: faults in scripts, broken rules of content, warnings of Vega
            axe        serious and critical findings by theme, see `modes`: rule and element
            too_wide   by width of the screen: pixels that the page or a drawing sticks out
    """

    title: str
    headings: tuple[int, ...]
    asked: frozenset[str]
    complaints: tuple[str, ...]
    axe: dict[Mode, list[tuple[str, str]]]
    too_wide: dict[int, int]


def visitor(browser: Browser, address: str) -> Visiting:
    """A reader who looks at each page of the server at `address` once, and goes on from page to page by its ways."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(20_000)
    page = context.new_page()
    asked: set[str] = set()
    complaints: list[str] = []
    page.on("request", lambda request: asked.add(urlparse(request.url).hostname or "127.0.0.1"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _complains(said.text) else None)

    def arrive(path: str) -> None:
        look_at(page, address + path)
        page.evaluate(Axe().axe_script)

    arrive("/scorecard?lang=sv")

    def visit(path: str) -> Visit:
        assert not complaints, f"of the page before {path}, once it had been looked at: {complaints}"
        # Meeting mode has no bar, which tells where the reader has come.
        if "part=projector" in path:
            arrive(path)
        else:
            turn_to(page, path)
        seen = Visit(
            title=page.title(),
            headings=tuple(
                int(name[1]) for name in page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(one => one.tagName)")
            ),
            axe={mode: _AXE[mode](page) for mode in modes(path)},
            too_wide={width: _too_wide(page, width) for width in WIDTHS},
            asked=frozenset(asked),
            complaints=tuple(complaints),
        )
        complaints.clear()
        return seen

    return cache(visit)


def modes(address: str) -> tuple[Mode, ...]:
    """The themes axe looks at a page in: with light for Swedish and dark for English each theme and language is seen.

    Rule    every combination where SAMSYN_EVERY_STATE is set
    """
    if os.environ.get("SAMSYN_EVERY_STATE"):
        return ("light", "dark")
    return ("light",) if address.endswith("sv") else ("dark",)


def look_at(page: Page, address: str) -> None:
    """Go there and wait until the page, and its drawings where it has any, are whole."""
    page.goto(address)
    page.wait_for_selector(".foot")
    _drawn(page)


def turn_to(page: Page, address: str) -> None:
    """Go to another page as a link does, without a reload, and wait until it is whole.

    In      address  path and query, the language last
    """
    page.evaluate(
        "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate', {state: {}})); }", address
    )
    other = f"{address[:-2]}{'en' if address.endswith('sv') else 'sv'}"
    page.wait_for_selector(f'.bar a.language[href="{other}"]')
    page.wait_for_selector("[data-test-script-state=notRunning]")
    page.wait_for_selector("[data-stale=true]", state="detached")  # what the page before leaves stays a moment longer
    _drawn(page)


def _drawn(page: Page) -> None:
    for drawing in page.locator(".stVegaLiteChart").all():
        drawing.locator("svg g.mark-group").first.wait_for(state="attached")


def _complains(said: str) -> bool:
    return said.startswith("WARN") or "Content Security Policy" in said


def serious(page: Page) -> list[tuple[str, str]]:
    """What axe, already in the page, finds serious or critical: rule and element."""
    return [(rule, element[:200]) for rule, element in page.evaluate(_SERIOUS)]


def _in_the_dark(page: Page) -> list[tuple[str, str]]:
    light = _paper(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "light => getComputedStyle(document.querySelector('.stApp')).backgroundColor !== light", arg=light
    )
    found = serious(page)
    page.emulate_media(color_scheme="light")
    return found


_AXE: Final[Mapping[Mode, Callable[[Page], list[tuple[str, str]]]]] = {"light": serious, "dark": _in_the_dark}


def _paper(page: Page) -> str:
    return str(page.evaluate(f"() => {_PAPER}"))


def _too_wide(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function(_SETTLED)
    return int(page.evaluate(_STICKS_OUT))


# Only what is found crosses from the browser: all that axe saw of a page takes longer to send than to see.
_SERIOUS = """() => axe.run({resultTypes: ['violations']}).then(({violations}) => violations
    .filter(each => ['serious', 'critical'].includes(each.impact)).map(each => [each.id, each.nodes[0].html]))"""
_PAPER = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
# In meeting mode a drawing is enlarged inside its place: what counts is where its place on the page ends.
_STICKS_OUT = """() => Math.max(0,
    ...[document.documentElement, document.querySelector('[data-testid=stMain]')].map(
        one => one.scrollWidth - one.clientWidth),
    ...[...document.querySelectorAll('.stVegaLiteChart svg')].map(one => Math.round(
        one.getBoundingClientRect().right - one.closest('.stVerticalBlock').getBoundingClientRect().right)))"""
# A drawing is drawn anew some frames after its place has another width.
_SETTLED = """() => new Promise(done => {
    let last = -1, same = 0;
    const look = () => {
        const now = document.documentElement.scrollWidth + [...document.querySelectorAll('.stVegaLiteChart svg')]
            .reduce((sum, one) => sum + one.getBoundingClientRect().width, 0);
        same = now === last ? same + 1 : 0; last = now;
        same > 8 ? done(true) : requestAnimationFrame(look);
    };
    look();
})"""
