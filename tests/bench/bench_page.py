"""What looking at a page costs: CPU of the server for each page, fifty readers at once, and the first paint.

Run with `python -m tests.bench.bench_page [JOINT]`; without a joint zone a small one is drawn.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard.view import PATHS
from governance.entries import Contents
from governance.register import open_register
from tests.bench.readers import reader
from tests.e2e.conftest import FLAGS, served
from tests.joint import a_joint_zone

RERUNS = 30
READERS = 50
PAINTS = 5
MOST_CPU_MS, MOST_P95_S, MOST_PAINT_S = 60, 2.0, 2.5
UNIT = "dagcentrum"
EMPTY = "/indicator?id=none"
"""A page with nothing to show: what Streamlit and the bar around a page cost by themselves."""


def pages(contents: Contents) -> dict[str, str]:
    """What is looked at, by name: every page, and one of each thing that has a page of its own."""
    found = {"empty": EMPTY} | {name: path for name, path in PATHS.items() if name != "indicator"}
    found |= {f"indicator {one}": f"/indicator?id={one}" for one in ("P2", "U1", "R1")}
    found |= {"indicator P2, unit": f"/indicator?id=P2&unit={UNIT}", "scorecard, unit": f"/scorecard?unit={UNIT}"}
    found["unit, one"] = f"/unit?id={UNIT}"
    latest = {
        "meetings": [each.id for each in contents.meetings],
        "decisions": [each.id for each in contents.decisions],
        "agreements": [each.id for each in contents.agreements],
    }
    found |= {f"{name}, one": f"/{name}?id={ids[-1]}" for name, ids in latest.items() if ids}
    for review in contents.annual_reviews[-1:]:
        parts = ("needs", "services", "gaps", "proposals", "document")
        found |= {f"review, {part}": f"/review?id={review.id}&part={part}" for part in parts}
    if contents.meetings:
        meeting = found["meetings, one"]
        found |= {f"meeting, {part}": f"{meeting}&part={part}" for part in ("minutes", "approval", "projector")}
    return found


def cpu_seconds(pid: int) -> float:
    """CPU a process has used so far, in seconds, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def in_language(address: str, language: str) -> str:
    """An address in one of the languages."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


async def reruns(address: str, server: int, looked_at: dict[str, str]) -> None:
    """Print the milliseconds of CPU of a rerun, page by page, each in both languages in turn."""
    async with reader(address) as one:
        for name, page in looked_at.items():
            both = [in_language(page, language) for language in ("sv", "en")]
            for warm in both * 2:
                await one.look(warm)
            before = cpu_seconds(server)
            for turn in range(RERUNS):
                await one.look(both[turn % 2])
            used = (cpu_seconds(server) - before) / RERUNS * 1000
            print(f"{name:<25} {used:5.0f} ms CPU a rerun{'' if used <= MOST_CPU_MS else '  OVER'}", flush=True)


async def at_once(address: str, page: str) -> Sequence[float]:
    """The seconds each of fifty readers waits when all of them turn to one page in the same moment."""
    async with AsyncExitStack() as stack:
        every = [await stack.enter_async_context(reader(address)) for _ in range(READERS)]
        for one in every:
            await one.look(in_language(EMPTY, "sv"))
        return await asyncio.gather(*(one.look(in_language(page, "sv")) for one in every))


async def crowd(address: str) -> None:
    """Print how long fifty readers wait, for a page with everything and for one with nothing."""
    for name, page in {"empty": EMPTY, "scorecard": "/scorecard", "indicator P2": "/indicator?id=P2"}.items():
        waited = sorted(await at_once(address, page))
        p50, p95 = statistics.median(waited), waited[int(0.95 * len(waited))]
        over = "" if p95 <= MOST_P95_S else "  OVER"
        print(f"{READERS} readers at once, {name:<13} p50 {p50:5.2f} s   p95 {p95:5.2f} s{over}", flush=True)


def first_paint(address: str) -> None:
    """Print how long a browser that has never been here takes from the address to the whole scorecard."""
    seen = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        for _ in range(PAINTS):
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.goto(f"{address}/scorecard?lang=sv", wait_until="commit")
            page.wait_for_selector(".foot")
            seen.append(
                page.evaluate("() => new Promise(done => requestAnimationFrame(() => done(performance.now())))")
            )
            context.close()
        browser.close()
    middle = statistics.median(seen) / 1000
    over = "" if middle <= MOST_PAINT_S else "  OVER"
    load = os.getloadavg()[0]
    print(f"first paint of a new reader, scorecard: {middle:.2f} s, middle of {PAINTS}; load {load:.1f}{over}")


def main(joint: Path) -> None:
    """All three, on one server."""
    with served(joint) as (address, server):
        contents = open_register(joint / "register.sqlite", read_only=True).contents()
        asyncio.run(reruns(address, server, pages(contents)))
        asyncio.run(crowd(address))
        first_paint(address)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(a_joint_zone(Path(folder)))
