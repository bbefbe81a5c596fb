"""A decision recorded by keyboard, and the target it sets: faults stand beside their field, a draft outlives a reload.

A list is brought in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from governance.register import open_register
from tests.joint import a_joint_zone
from tests.registers import a_seat


@pytest.fixture(scope="module")
def here(
    tmp_path_factory: pytest.TempPathFactory, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]]
) -> Iterator[str]:
    joint = a_joint_zone(tmp_path_factory.mktemp("decisions"))
    open_register(joint / "register.sqlite").add(a_seat("region-1", "region"))
    with serve_joint(joint) as (address, _):
        yield address


def test_a_decision_is_recorded_from_the_keyboard_and_nothing_typed_is_lost(page: Page, here: str) -> None:
    page.goto(f"{here}/decisions?do=decision&lang=en")
    with page.expect_navigation():
        page.select_option("#acting", "region-1")
    page.get_by_label("Title").fill("Book at once")
    page.get_by_label("Kind of decision").select_option("target")
    page.get_by_label("What is decided").fill("At the meeting.")
    page.get_by_label("Reason").fill("Half are forgotten.")
    page.get_by_label("Figure as evidence 1").select_option("P2/region")
    page.get_by_label("Measures the decision is about").fill("Q9")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Q9 is not among the measures.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("Book at once")
    page.get_by_label("Measures the decision is about").fill("P2")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Book at once")
    expect(page.locator(".frozen")).to_have_text("64%")
    assert "id=B-" in page.url

    page.get_by_label("Target value").fill("0.8")
    page.get_by_label("First day").first.fill("2026-01-01")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Is 80% meant?")).to_be_visible()
    page.get_by_label("Target value").fill("80")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("already holds. Tick here to let it end on 31 December 2025")).to_be_visible()
    page.get_by_label("End what holds now on the day before").first.check()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".set")).to_contain_text("SIP followed up in time: 80% from 1 January 2026")
    expect(page.locator("#sets")).to_be_focused()

    page.keyboard.press("Enter")
    page.get_by_text("Change: ").click()
    page.get_by_text("Cancel this entry").first.click()
    page.get_by_label("Why it is cancelled").fill("The wrong measure")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".set")).to_contain_text("Cancelled: The wrong measure")
    expect(page.locator("#sets")).to_be_focused()


def test_a_list_of_earlier_years_is_chosen_looked_at_and_written(page: Page, here: str) -> None:
    page.context.add_cookies([{"name": "samsyn_seat", "value": "region-1", "url": here}])
    page.goto(f"{here}/members?do=lists&lang=en")
    content = "Date;Title;Decision\n2003-05-14;Coordinators;Everyone has two\n"
    page.get_by_label("File").set_input_files({"name": "2003.csv", "mimeType": "text/csv", "buffer": content.encode()})
    page.get_by_role("button", name="Show what it holds").click()
    expect(page.get_by_role("table")).to_contain_text("B-2003-001")
    page.get_by_role("button", name="Write 4 entries in the register").click()
    expect(page.locator("#register-said")).to_have_text("4 entries have been written in the register.")
    expect(page.locator("h1")).to_have_text("Meetings")
