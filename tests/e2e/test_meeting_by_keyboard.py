"""A meeting from its planning to its locked minutes and on the big screen, with the keyboard alone.

Two writers at once are told of each other, and drafts stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from governance.entries import AgendaItem, Decision, ItemMinutes, Meeting, Minutes, Seat
from governance.register import Register, open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.keyboard import PATIENCE, field, open_at, send

ON = "2026-01-13"
MEETING = f"M-{ON}"
SEATS = (
    ("region-1", "region", "Verksamhetschef psykiatri"),
    ("municipality-1", "municipality", "Socialchef"),
    ("association-1", "association", "Brukarföreningens ombud"),
)


def text(words: str) -> Text:
    return Text(sv=words, en=words)


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A joint zone with a signal to take up, and a seat for each part of the committee."""
    folder = a_joint_zone(tmp_path_factory.mktemp("meetings"), overrides={("P2", "region"): (0.9,) * 8})
    register = open_register(folder / "register.sqlite")
    for seat, party, title in SEATS:
        register.add(Seat(id=seat, party=party, title=text(title), from_on=date(2020, 1, 1)), by="t")  # type: ignore[arg-type]
    for number in (1, 2):
        meeting = Meeting(id=f"M-{number}", held_on=date(2026, 3, number))
        register.add(meeting, by="t")
        register.add(
            AgendaItem(id=f"M-{number}-1", meeting_id=meeting.id, position=1, kind="discussion", title=text("Punkten")),
            by="t",
        )
        register.add(Minutes(meeting_id=meeting.id), by="t")
    return folder


@pytest.fixture(scope="module")
def register(joint: Path) -> Register:
    return open_register(joint / "register.sqlite", read_only=True)


@pytest.fixture(scope="module")
def here(joint: Path, serve_joint: Callable[[Path], AbstractContextManager[tuple[str, int]]]) -> Iterator[str]:
    with serve_joint(joint) as (address, _):
        yield address


def part(name: str) -> str:
    return f'.parts a[href*="part={name}"]'


def test_a_meeting_from_planned_to_locked_with_the_keyboard_alone(page: Page, here: str, register: Register) -> None:
    keys = open_at(page, f"{here}/meetings?lang=sv")
    keys.act_as("Socialchef")
    keys.day(field("meeting_add", "held_on"), ON)
    page.keyboard.press("Enter")
    keys.said("Mötet är planerat.")

    expect(page.get_by_role("heading", name="Möte 13 januari 2026")).to_be_focused(timeout=PATIENCE)
    keys.enter(send("agenda_accept"))
    keys.said("Lagt på dagordningen")
    expect(page.locator(".agenda li").first).to_contain_text("ny signal", timeout=PATIENCE)

    keys.enter(f'form[data-key="attendance/meeting/{MEETING}/all"] button')
    keys.said("Närvaron är sparad.")
    expect(page.locator(".quorum")).to_contain_text("1 av 1 platser, beslutför", timeout=PATIENCE)

    keys.enter(part("minutes"))
    keys.write(field("item_minutes", "conclusion"), "Vi fortsätter att följa upp i tid.")
    page.keyboard.press("Control+Enter")
    keys.said("Sparat.")
    expect(page.locator("#record-decision")).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Enter")
    keys.write(field("item_decision", "text"), "Uppföljning sker inom sex månader.")
    keys.write(field("item_decision", "reason"), "Fler planer följs upp.")
    page.keyboard.press("Control+Enter")
    keys.said("Beslut B-2026-001 är antecknat.")
    expect(page.locator("#record-action")).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Enter")
    keys.write(field("item_action", "title"), "Sprid rutinen")
    keys.choose(field("item_action", "organisation"), "Kommunen")
    keys.choose(field("item_action", "owner"), "Socialchef")
    keys.day(field("item_action", "due_on"), "2027-03-01")
    page.keyboard.press("Enter")
    keys.said("Åtgärd A-2026-001 är antecknad.")

    keys.enter(part("approval"))
    keys.go(field("minutes_circulate", "anyway"))  # the year's other matters have not been written of
    page.keyboard.press("Space")
    keys.enter(send("minutes_circulate"))
    keys.said("Protokollet är utskickat.")
    keys.write(field("minutes_amend", "text"), "Vi följer upp varje plan i tid.")
    page.keyboard.press("Control+Enter")
    keys.said("Ändringsyrkandet är lämnat.")
    keys.write(field("minutes_answer", "answer"), "Tydligare.")
    page.keyboard.press("Enter")
    keys.said("Yrkandet är besvarat.")

    keys.enter(send("minutes_approve"))
    keys.said("Justerat.")
    keys.act_as("Verksamhetschef")
    keys.enter(send("minutes_approve"))
    keys.said("protokollet är låst")
    expect(page.locator("#way ~ .step")).to_contain_text("Texten är den som låstes.", timeout=PATIENCE)

    page.set_viewport_size({"width": 1280, "height": 720})
    keys.enter(part("projector"))
    second = page.locator(".projector h1").inner_text()  # the first item not yet written of
    page.keyboard.press("PageUp")
    expect(page.locator("h1")).not_to_have_text(second, timeout=PATIENCE)
    expect(page.locator("h1")).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".st-key-projector .stVegaLiteChart svg")).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    for each in ("h1", ".st-key-projector .keys", ".turns a[rel=next]", ".turning"):
        expect(page.locator(each)).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text(second, timeout=PATIENCE)

    [minutes] = register.list(Minutes, meeting_id=MEETING)
    assert (minutes.status, len(minutes.sha256 or "")) == ("locked", 64)
    [said] = register.list(ItemMinutes, item_id=f"{MEETING}-1")
    assert said.conclusion.sv == "Vi följer upp varje plan i tid."
    [decision] = [each for each in register.list(Decision) if each.id == "B-2026-001"]
    assert {each.indicator_id for each in decision.evidence} == {"P2"}


def test_a_draft_survives_a_reload_and_can_be_thrown_away(page: Page, here: str) -> None:
    address = f"{here}/meetings?id=M-1&part=minutes&lang=sv"
    keys = open_at(page, address)
    keys.write(field("item_minutes", "discussion"), "Halvskrivet")
    page.reload()
    expect(page.locator(field("item_minutes", "discussion"))).to_have_value("Halvskrivet")
    expect(page.locator("form .draft")).to_contain_text("är tillbaka")
    keys.enter(".draft button")
    expect(page.locator(field("item_minutes", "discussion"))).to_have_value("")


def test_what_was_written_in_a_tab_now_closed_is_offered_in_the_next(page: Page, here: str) -> None:
    address = f"{here}/meetings?id=M-1&part=minutes&lang=sv"
    first = page.context.new_page()
    open_at(first, address).write(field("item_minutes", "views"), "Skrivet i en annan flik")
    first.close()
    keys = open_at(page, address)
    expect(page.locator("form .draft")).to_contain_text("skriven i en annan flik")
    keys.enter(".draft button")
    expect(page.locator(field("item_minutes", "views"))).to_have_value("Skrivet i en annan flik")


def test_typed_text_is_kept_while_the_server_does_not_answer(page: Page, here: str) -> None:
    keys = open_at(page, f"{here}/meetings?id=M-1&part=minutes&lang=en")
    page.context.set_offline(True)
    keys.write(field("item_minutes", "conclusion"), "Said without a server")
    page.keyboard.press("Control+Enter")
    expect(page.locator("form .problem")).to_contain_text("the server does not answer")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator(field("item_minutes", "conclusion"))).to_have_value("Said without a server")


def test_the_second_writer_is_shown_both_texts_and_chooses(browser: Browser, here: str, register: Register) -> None:
    pages = []
    for _ in range(2):
        context = browser.new_context()
        context.add_cookies([{"name": "samsyn_seat", "value": "region-1", "url": here}])
        pages.append(context.new_page())
    one, other = (open_at(each, f"{here}/meetings?id=M-2&part=minutes&lang=en") for each in pages)
    one.write(field("item_minutes", "conclusion"), "What the first wrote")
    other.write(field("item_minutes", "conclusion"), "What the second wrote")
    one.page.keyboard.press("Control+Enter")
    one.said("Saved.")
    other.page.keyboard.press("Control+Enter")
    both = other.page.locator(".conflict .both", has_text="What the item came to")
    expect(both).to_contain_text("What the second wrote")
    expect(both).to_contain_text("What the first wrote")
    assert [each.conclusion.en for each in register.list(ItemMinutes, item_id="M-2-1")] == ["What the first wrote"]
    other.enter(".conflict .both div:first-child button")
    other.enter(send("item_minutes"))
    other.said("Saved.")
    assert [each.conclusion.en for each in register.list(ItemMinutes, item_id="M-2-1")] == ["What the second wrote"]
    for each in pages:
        each.context.close()
