"""Where the keyboard stands is always seen, and nothing moves for whom movement disturbs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.visits import look_at

STOPS = 45
UNSEEN = """() => {
    const each = document.activeElement, style = getComputedStyle(each);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return each === document.body || ring || style.boxShadow !== 'none' ? '' : each.outerHTML.slice(0, 120);
}"""
MOVES = """() => [...document.querySelectorAll('*')].map(each => [each, getComputedStyle(each)]).filter(([, style]) =>
    [style.animationName === 'none' ? '0s' : style.animationDuration, style.transitionDuration]
        .some(all => all.split(',').some(one => parseFloat(one) > 0.01))
).map(([each]) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", ["/scorecard?lang=sv", "/meetings?lang=en"])
def test_every_stop_of_the_tab_key_has_a_ring_round_it(page: Page, address: str, path: str) -> None:
    look_at(page, address + path)
    unseen: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        unseen += filter(None, [page.evaluate(UNSEEN)])
    assert unseen == []


def test_nothing_moves_for_whom_movement_disturbs(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    look_at(page, f"{address}/indicator?id=P2&lang=sv")
    moving = page.evaluate(MOVES)
    context.close()
    assert moving == []
