"""A reader with a keyboard and no mouse, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PATIENCE = 20_000
"""Milliseconds: the tests are about what can be reached, not about how fast a busy machine draws."""


class Keyboard:
    """A reader who has no mouse: everything is reached with Tab, as they would."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, selector: str) -> None:
        """Tab forward until the element has the focus; going round the page at most once."""
        expect(self.page.locator(selector).first).to_be_attached(timeout=PATIENCE)
        for _ in range(250):
            if self.page.evaluate("wanted => document.activeElement?.matches(wanted) ?? false", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {selector}")

    def write(self, selector: str, words: str) -> None:
        self.go(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def day(self, selector: str, on: str) -> None:
        """A day, typed digit by digit as the browser's own field wants it: month, day, year."""
        self.go(selector)
        year, month, day = on.split("-")
        self.page.keyboard.type(f"{month}{day}{year}")

    def choose(self, selector: str, start: str) -> None:
        """A choice in a list, by the first letters of its words."""
        self.go(selector)
        self.page.keyboard.type(start)

    def enter(self, selector: str) -> None:
        self.go(selector)
        self.page.keyboard.press("Enter")

    def said(self, words: str) -> None:
        """The page says so, and has been drawn anew with it."""
        expect(self.page.locator("#register-said")).to_contain_text(words, timeout=PATIENCE)
        self.page.wait_for_selector("[data-test-script-state=notRunning]", timeout=PATIENCE)

    def act_as(self, start: str) -> None:
        """Choose the seat one writes as, and wait for the page anew."""
        with self.page.expect_navigation():
            self.choose("#acting", start)
        self.page.wait_for_selector(".foot")


def field(write: str, name: str) -> str:
    return f'form[data-write="{write}"] [data-field="{name}"]'


def send(write: str) -> str:
    return f'form[data-write="{write}"] button[type="submit"]'


def open_at(page: Page, address: str) -> Keyboard:
    page.goto(address)
    page.wait_for_selector(".foot")
    return Keyboard(page)
