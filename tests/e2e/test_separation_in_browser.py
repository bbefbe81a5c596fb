"""What a browser is sent holds no person, and the server that sends it never opens a zone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket

from dashboard.app import PAGES
from dashboard.view import PATHS
from pipelines import published
from pipelines.workspace import Workspace
from tests.separation import PLANTED, Search, every_name, opened_under, planted, unpacked

Serving = Callable[[Path], AbstractContextManager[tuple[str, int]]]
ADDRESSES = [PATHS[page.name] for page in PAGES]
DATA = PATHS["data"]
MEDIA = re.compile(rb"/media/[0-9a-f]+\.[a-z]+")


class Listening:
    """A page, and every frame that its websocket receives."""

    def __init__(self, page: Page) -> None:
        self.page, self.frames = page, list[bytes]()
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: self.frames.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    def open(self, address: str, path: str) -> bytes:
        """All that is sent until the page is drawn, and every file that it offers to download."""
        self.frames.clear()
        self.page.goto(address + path)
        self.page.wait_for_selector("h1")
        self.page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
        assert self.page.locator("[data-testid=stException]").count() == 0
        sent = b"\n".join(self.frames)
        files = [self.page.request.get(address + place.decode()) for place in sorted(set(MEDIA.findall(sent)))]
        return b"\n".join([sent, *(unpacked(file.body()) for file in files if file.ok)])


@pytest.fixture(scope="module")
def search(small_demo: Workspace) -> Search:
    return every_name(small_demo)


@pytest.fixture
def listening(browser: Browser) -> Iterator[Listening]:
    page = browser.new_page()
    yield Listening(page)
    page.close()


def test_without_any_zone_every_page_is_whole_and_sends_no_name_but_the_planted_ones(
    small_demo: Workspace, search: Search, listening: Listening, serve_joint: Serving, tmp_path: Path
) -> None:
    names = sorted(search.names)[:: len(search.names) // PLANTED][:PLANTED]
    joint = shutil.copytree(small_demo.joint, tmp_path / "joint")
    with serve_joint(joint) as (address, _):
        sent = [listening.open(address, path) for path in ADDRESSES]
        assert min(len(content) for content in sent) > 1_000
        assert [search.found(content) for content in sent] == [set()] * len(ADDRESSES)
        spoiled = planted(joint, tmp_path, names)
        for file in (spoiled / "published").iterdir():
            shutil.copy(file, joint / "published")
        published.point_to(joint, published.in_force(spoiled))
        assert search.found(listening.open(address, DATA)) == set(names)


def test_a_server_in_the_whole_workspace_opens_nothing_in_its_zones(
    small_demo: Workspace, listening: Listening, serve_joint: Serving
) -> None:
    with opened_under(small_demo.path / "zones") as opened, serve_joint(small_demo.joint) as (address, _):
        for path in (PATHS["overview"], PATHS["indicator"], DATA):
            listening.open(address, path)
        assert opened() == set()
        small_demo.key("region").read_bytes()
        assert opened() == {str(small_demo.key("region"))}
