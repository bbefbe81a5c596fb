"""A real server on a free port, a real browser in front of it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from governance.register import open_register
from tests.joint import a_joint_zone
from tests.joint_spread import spread_cells
from tests.registers import a_small_committee

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
START = (
    "import sys; from pathlib import Path; from dashboard.asgi import serve; "
    "serve(Path(sys.argv[1]), int(sys.argv[2]), False, style_guide=True)"
)
STARTS_WITHIN_SECONDS = 60


@contextmanager
def served(joint: Path, port: int = 0) -> Iterator[tuple[str, int]]:
    """The address and the process of a server that shows `joint`, until the block ends; on a free port unless told."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([sys.executable, "-c", START, str(joint), str(port)])
    try:
        wait_for(f"{address}/health", server)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, as long as it runs."""
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, "the server stopped before it answered"
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server did not answer within {STARTS_WITHIN_SECONDS} s")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with one release: a rise, a fall, and a hidden last figure; and a small committee's register."""
    joint = a_joint_zone(
        tmp_path_factory.mktemp("joint"),
        overrides={
            ("P2", "region"): (0.9,) * 8,
            ("P10", "municipality"): (0.3,) * 8,
            ("P7", "region"): ("suppressed",),
        },
        spread=spread_cells(),
    )
    a_small_committee(open_register(joint / "register.sqlite"))
    with served(joint) as (found, _):
        yield found


@pytest.fixture(scope="session")
def serve_joint() -> Callable[..., AbstractContextManager[tuple[str, int]]]:
    """For a test that needs a server of its own: `with serve_joint(joint) as (address, _)`."""
    return served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it the browser's tests are skipped, but never where they are required."""
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("SAMSYN_NEEDS_BROWSER"):
            pytest.fail("chromium is required here and not installed")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """Where the tabs are opened: what every page needs is fetched and compiled once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(tabs: BrowserContext) -> Iterator[Page]:
    """A fresh tab of a reader who has never been here: whatever a test leaves behind is forgotten after it."""
    yield tabs.new_page()
    tabs.set_offline(False)
    for left in tabs.pages:
        if left.url.startswith("http"):
            left.evaluate("localStorage.clear()")
        left.close()
    tabs.clear_cookies()
