"""The ten things people come for, each done with the keyboard alone, in Swedish and in English."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import fastexcel
import polars as pl
import pytest
from playwright.sync_api import Browser, expect

from governance.entries import AgendaItem, Alternative, Decision, Meeting, Seat
from governance.register import open_register
from metrics.problem import Language, Text
from pipelines.load import load
from tests.e2e.conftest import wait_for
from tests.intake import a_file, a_zone
from tests.joint_spread import Last, spread_cells
from tests.keyboard import PATIENCE, Keyboard, send
from tests.resources import MOVED, a_zone_of_resources

SECRETARY = Text(sv="Sekreterare", en="Secretary")
MEETING = date(2098, 3, 10)
CHANGED: Last = {
    ("municipality", ("can_changes", "user", 5, "new")): (90.0, 500.0),
    ("municipality", ("can_changes", "user", 5, "resolved")): (8.0, 500.0),
}
ZONE_STARTS = (
    "import sys; from pathlib import Path; from dashboard.zone.server import serve; "
    "serve(Path(sys.argv[1]), 'region', int(sys.argv[2]), False)"
)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody at the keyboard, in one language, with the server's address."""

    keys: Keyboard
    address: str
    language: Language

    def opens(self, path: str) -> None:
        """The page at a path, drawn."""
        self.keys.page.goto(f"{self.address}{path}{'&' if '?' in path else '?'}lang={self.language}")
        self.keys.page.wait_for_selector(".foot")

    def sees(self, selector: str, sv: str, en: str) -> None:
        """The words in the reader's own language, in the first element of the selector."""
        expect(self.keys.page.locator(selector).first).to_contain_text(
            Text(sv=sv, en=en)[self.language], timeout=PATIENCE
        )

    def follows(self, selector: str, path: str) -> None:
        """Tab to a link, enter, and the page of that path has come, with the focus on its heading."""
        self.keys.enter(selector)
        self.keys.page.wait_for_url(f"**{path}*")
        expect(self.keys.page.locator("h1")).to_be_focused(timeout=PATIENCE)


@pytest.fixture(scope="module", params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return "sv" if request.param == "sv" else "en"


@pytest.fixture(scope="module")
def address(
    language: Language,
    tmp_path_factory: pytest.TempPathFactory,
    serve_joint: Callable[..., AbstractContextManager[tuple[str, int]]],
) -> Iterator[str]:
    """A committee with a measure that worries, a decision about it, a cost that moved, and a meeting to come."""
    joint = a_zone_of_resources(
        tmp_path_factory.mktemp(language),
        moved=MOVED | {("P2", "municipality"): (0.3,) * 8},
        more=[spread_cells(last=CHANGED).filter(~pl.col("indicator_id").is_in(["target_groups"]))],
    )
    said = Text(sv="Boka uppföljningen direkt", en="Book the follow-up at once")
    why = Text(sv="Många planer följs aldrig upp.", en="Many plans are never followed up.")
    register = open_register(joint / "register.sqlite")
    register.add_all(
        [
            Seat(
                id="secretary",
                party="association",
                title=SECRETARY,
                from_on=date(2010, 1, 1),
            ),
            Meeting(id="M-1", held_on=date(2025, 11, 4), status="held"),
            Meeting(id="M-2", held_on=MEETING),
        ],
        by="t",
    )
    register.add(AgendaItem(id="M-1-1", meeting_id="M-1", position=1, kind="decision", title=said), by="t")
    register.add(
        Decision(
            id="B-2025-010",
            decided_on=date(2025, 11, 4),
            title=said,
            text=said,
            reason=why,
            indicators=("P2",),
            item_id="M-1-1",
            mandate_region=Text(sv="Hälso- och sjukvårdsdirektören", en="The director of health care"),
            alternatives=(Alternative(text=Text(sv="Vänta ett år", en="Wait a year"), reason=why),),
        ),
        by="t",
    )
    with serve_joint(joint) as (found, _):
        yield found


@pytest.fixture(scope="module")
def keys(browser: Browser, language: Language) -> Iterator[Keyboard]:
    """A browser of each reader's own, which remembers what that reader chose."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield Keyboard(context.new_page())
    context.close()


@pytest.fixture
def reader(keys: Keyboard, address: str, language: Language) -> Reader:
    return Reader(keys=keys, address=address, language=language)


# --- a member ----------------------------------------------------------------------------------------------------


def test_a_member_finds_what_needs_attention(reader: Reader) -> None:
    reader.opens("/")
    reader.sees("h1", "Vad behöver vår uppmärksamhet i dag?", "What needs our attention today?")
    reader.sees(".signals li", "SIP uppföljd i tid", "SIP followed up in time")
    expect(reader.keys.page.locator(".signals li").first).to_be_in_viewport()


def test_a_member_opens_the_signal_reads_why_and_sees_who_decided_what(reader: Reader) -> None:
    reader.opens("/")
    reader.follows(".signals a", "/indicator?id=P2")
    reader.sees("h1", "SIP uppföljd i tid", "SIP followed up in time")
    reader.sees(".statement.municipality", "åtta", "eight")
    reader.follows('a.ref[href*="id=B-2025-010"]', "/decisions?id=B-2025-010")
    reader.sees("h1", "Boka uppföljningen direkt", "Book the follow-up at once")
    reader.sees(".subtitle", "4 november 2025", "4 November 2025")
    main = "[data-testid=stMain]"
    reader.sees(main, "Många planer följs aldrig upp.", "Many plans are never followed up.")
    reader.sees(main, "Hälso- och sjukvårdsdirektören", "The director of health care")
    reader.sees(main, "Vänta ett år", "Wait a year")


# --- secretary and leaders -----------------------------------------------------------------------------------------


def test_a_secretary_prepares_the_next_meeting(reader: Reader) -> None:
    reader.opens("/")
    reader.follows('a[href*="/meetings?id=M-2"]', "/meetings?id=M-2")
    reader.keys.act_as(SECRETARY[reader.language])
    reader.keys.enter(send("agenda_accept"))
    reader.keys.said({"sv": "Lagt på dagordningen", "en": "Put on the agenda"}[reader.language])
    expect(reader.keys.page.locator(".agenda li").first).to_be_visible()
    reader.sees(".planned-time", "av 120 minuter", "of 120 minutes")
    reader.follows('.parts a[href*="part=projector"]', "part=projector*")
    reader.sees(".projector", "signalen kvarstår", "the signal remains")


def test_the_co_leaders_confirm_what_they_have_read(reader: Reader) -> None:
    reader.opens("/unit?id=norra_mottagningen")
    for side in ("region", "municipality"):
        reader.keys.act_as(f"Enhetschef i {side}")
        form = f'#confirm-{side} form[data-write="unit_confirm"]'
        reader.keys.write(f'{form} [data-field="raised"]', f"Väntetider, {side}")
        reader.keys.page.keyboard.press("Control+Enter")
        reader.sees(f"#confirm-{side} .confirmed", "Bekräftat", "Confirmed")
        expect(reader.keys.page.locator(f"#confirm-{side}")).to_contain_text(f"Väntetider, {side}")


# --- an economist, a reviewer ---------------------------------------------------------------------------------------


def test_an_economist_finds_the_cost_that_moved(reader: Reader) -> None:
    reader.opens("/")
    reader.follows('.bar .pages a[href^="/costs"]', "/costs")
    reader.sees(".finding", "åt var sitt håll", "in opposite directions")
    reader.sees(".question .moved", "Region sjönk från 2024 kv 1", "Region fell from 2024 Q1")
    reader.sees(".question .follows", "Regionen lämnar dagcentrum", "Regionen lämnar dagcentrum")


def test_a_reviewer_compares_the_needs_of_two_years(reader: Reader) -> None:
    reader.opens("/")
    reader.follows('.bar .pages a[href^="/needs"]', "/needs")
    reader.sees(".finding", "kommunen", "municipality")
    reader.keys.enter('.menu:has(a[href*="against=2023"]) > summary')
    reader.keys.enter('.menu a[href*="against=2023"]')
    reader.keys.page.wait_for_url("**against=2023*")
    reader.sees('.menu:has(a[href*="against=2023"]) > summary', "2023", "2023")
    reader.sees(".finding", "2023", "2023")


# --- a data steward, anyone -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The region's zone, with a file refused for days that do not exist."""
    workspace = a_zone(tmp_path_factory.mktemp("zone"))
    load(workspace, "region", a_file(workspace, "contacts", *[{"from_on": "2024-02-30"}] * 20, good=40))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", ZONE_STARTS, str(workspace.path), str(port)])
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_a_data_steward_sees_why_a_file_was_refused(keys: Keyboard, zone: str, language: Language) -> None:
    steward = Reader(keys=keys, address=zone, language=language)
    steward.opens("/")
    steward.sees("[data-testid=stMain]", "contacts_2024_v1.csv", "contacts_2024_v1.csv")
    keys.enter('.bar .pages a[href^="/loaded"]')
    keys.page.wait_for_url("**/loaded*")
    steward.sees("[data-testid=stMain]", "inte ett datum som finns", "not a date that exists")
    assert "2024-02-30" not in keys.page.inner_text("body")


def test_anyone_takes_a_table_to_excel(reader: Reader) -> None:
    reader.opens("/")
    reader.follows('.bar .pages a[href^="/scorecard"]', "/scorecard")
    reader.keys.go('[class*="st-key-xlsx"] button')
    with reader.keys.page.expect_download() as taken:
        reader.keys.page.keyboard.press("Enter")
    table = fastexcel.read_excel(Path(taken.value.path()).read_bytes()).load_sheet(0).to_polars()
    measure, name = (
        ("Mått", "SIP uppföljd i tid") if reader.language == "sv" else ("Measure", "SIP followed up in time")
    )
    assert name in table[measure].to_list()
