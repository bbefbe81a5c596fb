"""A decision recorded by keyboard: faults stand beside their field, a draft outlives a reload, figures are frozen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Page, expect

from governance.register import open_register
from tests.joint import a_joint_zone
from tests.registers import a_seat


def test_a_decision_is_recorded_from_the_keyboard_and_nothing_typed_is_lost(
    page: Page, tmp_path: Path, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]]
) -> None:
    joint = a_joint_zone(tmp_path)
    open_register(joint / "register.sqlite").add(a_seat("region-1", "region"))
    with serve_joint(joint) as (address, _):
        page.goto(f"{address}/decisions?do=decision&lang=en")
        with page.expect_navigation():
            page.select_option("#acting", "region-1")
        page.get_by_label("Title").fill("Book at once")
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
        expect(page.locator(".frozen")).to_have_text("64\u00a0%")
        assert "id=B-" in page.url
