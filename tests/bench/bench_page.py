"""What one look at a page costs the server: CPU of its process per rerun, asked for by a real browser.

Run with `python -m tests.bench.bench_page [JOINT]`; without a joint zone a small one is drawn.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import FLAGS, served
from tests.joint import a_joint_zone

RERUNS = 30
PAUSE_MS = 400
PAGES = {
    "overview": ("/?lang=sv", "/?lang=en"),
    "scorecard": ("/scorecard?lang=sv", "/scorecard?lang=en"),
    "scorecard, other filter": ("/scorecard?unit=dagcentrum&lang=sv", "/scorecard?group=psychosis&lang=sv"),
    "data": ("/data?lang=sv", "/data?lang=en"),
}


def cpu_seconds(pid: int) -> float:
    """CPU a process has used so far, in seconds, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def look(page: Page, address: str) -> None:
    """Change the address as a link does, wait until the bar says it is there, and let the rest be drawn."""
    page.evaluate(
        """address => {
            history.pushState({}, '', address);
            dispatchEvent(new PopStateEvent('popstate', {state: {}}));
        }""",
        address,
    )
    here = "document.querySelector('.bar .pages [aria-current]').getAttribute('href')"
    page.wait_for_function(f"a => {here} === a", arg=address)
    page.wait_for_timeout(PAUSE_MS)


def main(joint: Path) -> None:
    """Print milliseconds of CPU per rerun, page by page, less what the server uses when nobody looks."""
    with served(joint) as (address, server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector(".foot")
        idle = _ms_each(server, lambda turn: page.wait_for_timeout(PAUSE_MS))
        for name, addresses in PAGES.items():
            for warm in addresses * 2:
                look(page, warm)
            used = _ms_each(server, lambda turn, both=addresses: look(page, both[turn % 2]))  # type: ignore[misc]
            print(f"{name:<25} {used - idle:5.0f} ms CPU a rerun")
        browser.close()


def _ms_each(server: int, do: Callable[[int], None]) -> float:
    before = cpu_seconds(server)
    for turn in range(RERUNS):
        do(turn)
    return (cpu_seconds(server) - before) / RERUNS * 1000


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(a_joint_zone(Path(folder)))
