"""Letters typed while the page is drawn anew: all of them stand, where the writer was, and nothing is a conflict."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from governance.entries import Decision, ItemMinutes, Minutes
from governance.register import Register, open_register
from tests.joint import a_joint_zone
from tests.registers import a_decision, a_meeting, a_seat, an_item, text

PATIENCE = 20_000
SENTENCE = "Kommunen bokar uppföljningen redan vid planmötet, och regionen svarar för kallelsen."
ANEW = "dispatchEvent(new PopStateEvent('popstate', { state: {} }))"
"""What makes the page read anew: what a save does, and a link."""
GONE_A_WHILE = """selector => {
    const form = document.querySelector(selector), place = form.parentElement, next = form.nextSibling;
    const drawn = document.createElement("template");
    drawn.innerHTML = form.outerHTML.replace(/ data-met="1"/, "");
    form.remove();
    setTimeout(() => place.insertBefore(drawn.content, next), 400);
}"""
"""The form goes, and comes back as the server drew it, as when something new has come above it."""


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("typing"))
    open_register(folder / "register.sqlite").add_all(
        [
            a_seat("region-1", "region"),
            a_meeting(status="planned"),
            an_item(status="planned"),
            Minutes(meeting_id="M-1"),
        ]
    )
    return folder


@pytest.fixture(scope="module")
def register(joint: Path) -> Register:
    return open_register(joint / "register.sqlite")


@pytest.fixture(scope="module")
def page(
    browser: Browser, joint: Path, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]]
) -> Iterator[Page]:
    """The minutes of one item, open to be written by the region."""
    with serve_joint(joint) as (address, _):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "samsyn_seat", "value": "region-1", "url": address}])
        opened = context.new_page()
        opened.goto(f"{address}/meetings?id=M-1&part=minutes&lang=sv")
        opened.wait_for_selector(".foot")
        yield opened
        context.close()


def field(page: Page, write: str, name: str) -> Locator:
    return page.locator(f'form[data-write="{write}"] [data-field="{name}"]')


def is_drawn(page: Page) -> None:
    page.wait_for_selector("[data-test-script-state=notRunning]")


def test_every_letter_stands_while_others_decide_and_the_page_is_drawn_anew(page: Page, register: Register) -> None:
    page.locator("#record-decision").click()
    reason = field(page, "item_decision", "reason")
    reason.click()
    for number, word in enumerate(SENTENCE.split(" ")):
        register.add(a_decision(id=f"B-2025-{number}", item_id="M-1-1", decided_on=date(2025, 2, 4)))
        page.evaluate(ANEW)
        page.keyboard.type(f" {word}" if number else word, delay=25)
    is_drawn(page)
    expect(page.locator(".lines", has_text="B-2025-10")).to_be_visible()
    expect(reason).to_have_value(SENTENCE)
    expect(reason).to_be_focused()


def test_the_writer_stays_in_the_middle_of_the_text(page: Page) -> None:
    page.keyboard.press("Control+Home")
    page.evaluate(ANEW)
    page.keyboard.type("Från maj: ", delay=40)
    is_drawn(page)
    expect(field(page, "item_decision", "reason")).to_have_value(f"Från maj: {SENTENCE}")


def test_what_is_typed_while_there_is_no_form_comes_with_it(page: Page) -> None:
    page.evaluate(GONE_A_WHILE, 'form[data-write="item_decision"]')
    page.keyboard.press("End")
    page.keyboard.type(" Slutt")
    page.keyboard.press("Backspace")
    page.keyboard.type("@")
    expect(page.locator('form[data-write="item_decision"]')).to_have_count(1)
    found = field(page, "item_decision", "reason")
    expect(found).to_be_focused()
    assert sorted(found.input_value()) == sorted(f"Från maj: {SENTENCE} Slut@")


def test_what_is_typed_during_a_save_is_neither_lost_nor_a_conflict(page: Page, register: Register) -> None:
    def slowly(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page.route("**/register?*", slowly)
    conclusion = field(page, "item_minutes", "conclusion")
    conclusion.click()
    page.keyboard.type("Vi fortsätter")
    page.keyboard.press("Control+Enter")
    register.add(a_decision(id="B-2025-90", item_id="M-1-1", decided_on=date(2025, 2, 4)))
    page.evaluate(ANEW)
    page.keyboard.type(" till maj", delay=40)
    expect(page.locator("#register-said")).to_contain_text("Sparat.")
    expect(page.locator('form[data-write="item_minutes"]')).to_have_attribute("data-seen", "1")
    expect(conclusion).to_have_value("Vi fortsätter till maj")
    page.keyboard.press("Control+Enter")
    expect(page.locator('form[data-write="item_minutes"]')).to_have_attribute("data-seen", "2")
    page.unroute("**/register?*")
    [said] = register.list(ItemMinutes, item_id="M-1-1")
    assert said.conclusion.sv == "Vi fortsätter till maj"


def test_a_change_by_another_meanwhile_is_still_a_conflict(page: Page, register: Register) -> None:
    conclusion = field(page, "item_minutes", "conclusion")
    conclusion.click()
    page.keyboard.press("End")
    page.keyboard.type(" 2026", delay=10)
    held = register.held(ItemMinutes, "M-1-1")
    assert held is not None
    register.change(replace(held.entry, conclusion=text("Den andras")), held.version, by="municipality-1")
    page.evaluate(ANEW)
    is_drawn(page)
    expect(conclusion).to_have_value("Vi fortsätter till maj 2026")
    page.keyboard.press("Control+Enter")
    both = page.locator(".conflict .both")
    expect(both).to_contain_text("Den andras på svenska")
    page.evaluate(ANEW)
    is_drawn(page)
    expect(both).to_contain_text("Vi fortsätter till maj 2026")


def test_a_form_that_is_saved_is_empty_for_the_next(page: Page, register: Register) -> None:
    decision = 'form[data-write="item_decision"]'
    if not page.locator(decision).is_visible():
        page.locator("#record-decision").click()
    field(page, "item_decision", "text").fill("Beslutat")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#register-said")).to_contain_text("är antecknat")
    expect(page.locator("#record-action")).to_be_focused()
    expect(field(page, "item_decision", "reason")).to_have_value("")
    assert "Beslutat" in [each.text.sv for each in register.list(Decision)]
