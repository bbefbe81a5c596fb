"""The data steward's page in a real browser: a file refused, the reason read, the right file accepted."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pipelines.workspace import Workspace
from tests.e2e.conftest import wait_for
from tests.intake import a_file, a_table, a_zone, as_csv

START = (
    "import sys; from pathlib import Path; from dashboard.zone.server import serve; "
    "serve(Path(sys.argv[1]), 'region', int(sys.argv[2]), False)"
)
WRONG = {"from_on": "2024-02-30"}
PATHS = ("/", "/loaded", "/worklists")


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A zone nothing has been loaded into, with a profile for every source."""
    return a_zone(tmp_path_factory.mktemp("zone"))


@pytest.fixture(scope="module")
def address(zone: Workspace) -> Iterator[str]:
    """The zone's server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", START, str(zone.path), str(port)])
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


Add = Callable[[str, bytes], None]


@pytest.fixture
def add(page: Page) -> Add:
    """Choose a file in the page, as a steward does, and wait until the page stands anew."""

    def chosen(name: str, content: bytes) -> None:
        page.locator("#new-file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})

    return chosen


def contacts(*wrong: dict[str, str], good: int = 40) -> bytes:
    return as_csv(a_table("contacts", *wrong, good=good)).encode()


def test_a_steward_adds_a_wrong_file_reads_why_and_adds_the_right_one(page: Page, address: str, add: Add) -> None:
    page.goto(f"{address}/?lang=sv")
    page.wait_for_selector(".foot")
    add("contacts_2024_v1.csv", contacts(*[WRONG] * 20))
    page.get_by_role("button", name="Läs in contacts_2024_v1.csv").click()
    expect(page.get_by_text("Filen nekades.").first).to_be_visible()
    expect(page.get_by_text("inte ett datum som finns").first).to_be_visible()
    assert "2024-02-30" not in page.inner_text("body")

    add("contacts_2024_v2.csv", contacts())
    page.get_by_role("button", name="Läs in contacts_2024_v2.csv").click()
    expect(page.get_by_text("Inläst: 40 rader godtagna, inga nekade.")).to_be_visible()
    expect(
        page.locator(".desk", has_text="Nästa steg").get_by_text("samsyn release --organisation region")
    ).to_be_visible()

    page.goto(f"{address}/loaded?lang=en")
    expect(page.get_by_role("table", name="Deliveries in force")).to_contain_text("Contacts and stays")
    page.locator(".foot .explain", has_text="Quarantine").click()
    expect(page.locator("#explained")).to_contain_text("They are not counted.")
    expect(page.locator("#explained a")).to_have_count(0)  # the zone has no glossary of its own


def test_a_file_named_by_an_identity_number_is_not_taken_and_not_repeated(page: Page, address: str, add: Add) -> None:
    page.goto(f"{address}/?lang=en")
    page.wait_for_selector(".foot")
    add("19121212-1212.csv", b"a;b\n1;2\n")
    alert = page.locator(".upload [role=alert]")
    expect(alert).to_be_visible()
    assert "1212" not in alert.inner_text()
    assert "1212" not in page.url


def test_another_page_cannot_put_a_file_in_the_inbox(zone: Workspace, address: str) -> None:
    sent = httpx.put(
        f"{address}/inbox", content=b"a;b\n", headers={"X-File-Name": "x.csv", "Origin": "http://evil.example"}
    )
    plain = httpx.put(f"{address}/inbox", content=b"a;b\n")
    assert [answer.json()["code"] for answer in (sent, plain)] == ["not_from_here", "not_from_here"]
    assert not (zone.inbox("region") / "x.csv").exists()


@pytest.mark.parametrize(("language", "scheme"), [("sv", "light"), ("en", "dark")])
def test_axe_finds_nothing_serious(browser: Browser, zone: Workspace, address: str, language: str, scheme: str) -> None:
    a_file(zone, "coordinators", good=3)  # so that there is a button to press
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page, found = context.new_page(), []
    for path in PATHS:
        page.goto(f"{address}{path}?lang={language}")
        page.wait_for_selector(".foot, .state")
        found += Axe().run(page).response["violations"]
    context.close()
    assert [
        (each["id"], each["nodes"][0]["html"][:200]) for each in found if each["impact"] in ("serious", "critical")
    ] == []
