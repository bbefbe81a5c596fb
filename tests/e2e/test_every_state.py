"""Every page in the states it is seldom seen in: nothing published, all figures protected, one organisation missing.

By default each page is looked at once in each state, in a language and a theme that take turns; the whole product of
pages, states, languages and themes is looked at where SAMSYN_EVERY_STATE is set.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import product
from pathlib import Path
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.theme import Mode
from dashboard.view import ASIDE, PATHS
from metrics import catalogue
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language
from pipelines import published
from tests.joint import a_joint_zone
from tests.joint_spread import spread_cells
from tests.visits import serious, turn_to

State = Literal["empty", "suppressed", "one_missing"]
RELEASES: Final[dict[State, str]] = {"empty": "", "suppressed": "2025-Q4", "one_missing": "2025-Q4-2"}
LOOKS: Final[tuple[tuple[Language, Mode], ...]] = (("sv", "light"), ("en", "dark"), ("en", "light"), ("sv", "dark"))
PAGES: Final = (
    *(path for name, path in PATHS.items() if name not in ASIDE),
    PATHS["accessibility"],
    "/indicator?id=P2",
    "/indicator?id=R2",
    "/unit?id=dagcentrum",
)


def looks(state: State) -> list[tuple[Language, Mode, str]]:
    """What is looked at in a state: a language, a theme and a page at a time, a language's pages together."""
    turn, pages = list(RELEASES).index(state), [each for each in PAGES if RELEASES[state] or "?" not in each]
    if os.environ.get("SAMSYN_EVERY_STATE"):
        every = [(language, mode, page) for (language, mode), page in product(LOOKS, pages)]
    else:
        every = [(*LOOKS[(turn + number) % len(LOOKS)], page) for number, page in enumerate(pages)]
    return sorted(every)


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release in which the last figure of everything is protected, and one without the municipality."""
    folder = tmp_path_factory.mktemp("states")
    hidden = {(each.id, which): ("suppressed",) * 16 for each in catalogue.catalogue() for which in ORGANISATIONS}
    a_joint_zone(folder, overrides=hidden, spread=spread_cells(), release_id=RELEASES["suppressed"])
    a_joint_zone(
        folder,
        organisations=("region",),
        spread=spread_cells(("region",)),
        release_id=RELEASES["one_missing"],
        register=False,
    )
    return folder


@pytest.fixture(scope="module")
def address(joint: Path, serve_joint: Callable[..., AbstractContextManager[tuple[str, int]]]) -> Iterator[str]:
    with serve_joint(joint) as (found, _):
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("state", RELEASES)
def test_axe_finds_nothing_serious_in_a_state_seldom_seen(page: Page, joint: Path, address: str, state: State) -> None:
    if RELEASES[state]:
        published.point_to(joint, RELEASES[state])
    else:
        (joint / "CURRENT").unlink()
    found, at = {}, ""
    for language, mode, path in looks(state):
        asked = f"{path}{'&' if '?' in path else '?'}lang={language}"
        if language != at:
            page.goto(f"{address}/scorecard?lang={language}")
            page.wait_for_selector(".bar a.language")
            page.evaluate(Axe().axe_script)
            at = language
        turn_to(page, asked)
        page.emulate_media(color_scheme=mode)
        paper = "rgb(255, 255, 255)" if mode == "light" else "rgb(20, 22, 27)"
        expect(page.locator(".stApp")).to_have_css("background-color", paper)
        if problems := serious(page):
            found[asked, mode] = problems
    assert found == {}
