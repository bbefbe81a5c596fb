"""The tour in a real browser: begun, turned by the arrow keys, ended, and not offered again."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_the_tour_points_is_turned_by_keys_and_is_remembered(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=sv")
    page.locator(".invite .next").click()
    expect(page.locator(".tour .title")).to_be_focused()
    expect(page.locator("ul.signals.pointed").first).to_be_visible()

    page.keyboard.press("ArrowRight")
    expect(page.locator("tr.pointed")).to_contain_text("Namngiven samordnare")
    expect(page.locator(".tour .title")).to_be_focused()

    page.set_viewport_size({"width": 390, "height": 800})
    row, told = (page.locator(name).bounding_box() for name in ("tr.pointed", ".tour"))
    assert row is not None
    assert told is not None
    assert (row["y"] >= 0, told["y"] + told["height"] <= 800, told["width"] <= 390) == (True, True, True)

    page.keyboard.press("ArrowLeft")
    expect(page.locator(".tour")).to_have_attribute("data-stop", "1")
    page.locator(".tour .end").click()
    expect(page.locator(".tour")).to_have_count(0)
    page.reload()
    page.wait_for_selector(".foot")
    expect(page.locator(".invite")).to_be_hidden()
