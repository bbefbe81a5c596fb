"""What holds for every page in a real browser, in both languages: usable by all, whole on every width, kept at home."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Browser

from dashboard.app import PAGES
from dashboard.theme import Mode
from dashboard.view import PATHS
from tests.visits import Visiting, modes, visitor

PLACES = (
    "/indicator?id=P2",
    "/indicator?id=U1",
    "/indicator?id=P7&unit=dagcentrum",
    "/indicator?id=Q9",
    "/unit?id=dagcentrum",
)
"""Places that a page's own path does not show: a share, a mean, a unit, a measure there is none of, one unit's page."""
PARTS = (
    "/meetings?id=M-2&lang=sv",
    "/meetings?id=M-2&part=minutes&lang=en",
    "/meetings?id=M-1&part=approval&lang=sv",
    "/meetings?id=M-2&part=projector&lang=en",
    "/decisions?id=B-1&lang=sv",
    "/decisions?do=decision&lang=en",
    "/decisions?id=A-1&lang=en",
    "/decisions?id=F-1&lang=sv",
    "/agreements?id=AV-1&lang=sv",
    "/members?id=region-1&lang=en",
    "/members?id=dagcentrum&lang=sv",
    "/members?do=lists&lang=sv",
    "/review?id=G-2025&part=gaps&lang=sv",
    "/review?id=G-2025&part=document&lang=en",
)
"""Parts of the committee's pages, each in one language: of a meeting, a decision, a cycle, an agreement, a seat …"""
ADDRESSES = [
    f"{path}{'&' if '?' in path else '?'}lang={language}"
    for path in (*(PATHS[page.name] for page in PAGES), *PLACES)
    for language in ("sv", "en")
] + list(PARTS)

every_page = pytest.mark.parametrize("path", ADDRESSES)


@pytest.fixture(scope="module")
def visit(browser: Browser, address: str) -> Visiting:
    return visitor(browser, address)


@pytest.mark.parametrize(("path", "mode"), [(path, mode) for path in ADDRESSES for mode in modes(path)])
def test_axe_finds_nothing_serious(visit: Visiting, path: str, mode: Mode) -> None:
    assert visit(path).axe[mode] == []


@every_page
def test_headings_go_down_one_step_at_a_time_from_the_only_first(visit: Visiting, path: str) -> None:
    levels = visit(path).headings
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


@every_page
def test_neither_page_nor_drawing_sticks_out_on_any_width(visit: Visiting, path: str) -> None:
    assert visit(path).too_wide == dict.fromkeys(visit(path).too_wide, 0)


@every_page
def test_nothing_is_asked_of_another_computer(visit: Visiting, path: str) -> None:
    assert visit(path).asked == {"127.0.0.1"}


@every_page
def test_the_browser_has_no_complaint(visit: Visiting, path: str) -> None:
    assert visit(path).complaints == ()


@every_page
def test_the_title_says_what_the_page_shows(visit: Visiting, path: str) -> None:
    assert visit(path).title.endswith(" · Samsyn")
