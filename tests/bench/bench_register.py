"""The register at twenty years of fifty committees, a thousand changes by each of twenty editors, and 200 kills.

`python -m tests.bench.bench_register [folder]`; prints what it measured. A committee has a register of its own;
fifty in one is what no committee will have.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import text

from governance import audit
from governance.entries import KINDS, Action, AgendaItem, Decision, Entry, ItemMinutes
from governance.register import Register, open_register
from governance.search import search
from tests.faults.test_register_kill import killed, writer
from tests.registers import a_decision, a_meeting, an_action, an_item, edit_together
from tests.registers import text as words

COMMITTEES, YEARS, MEETINGS, ITEMS = 50, 20, 5, 8
SUBJECTS = ("uppföljning", "samordnare", "boendestöd", "utskrivning", "kostnad", "utbildning", "anhöriga", "dagcentrum")


def committee(number: int) -> Iterator[Entry]:
    """Twenty years of one committee: five meetings a year with eight items, three decisions and five actions each."""
    chance = random.Random(number)  # noqa: S311  no secret
    for turn in range(YEARS * MEETINGS):
        held_on = date(2005, 1, 15) + timedelta(days=73 * turn)
        meeting = f"M-{number}-{turn}"
        yield a_meeting(id=meeting, held_on=held_on)
        for item in range(ITEMS):
            said = words(f"{chance.choice(SUBJECTS)} {chance.choice(SUBJECTS)} {number}")
            yield an_item(id=f"{meeting}-{item}", meeting_id=meeting, position=item, title=said)
            yield ItemMinutes(item_id=f"{meeting}-{item}", conclusion=said, discussion=words("samtal " * 40))
            if item < 3:
                yield a_decision(id=f"B-{meeting}-{item}", decided_on=held_on, title=said, item_id=f"{meeting}-{item}")
            if item < 5:
                yield an_action(
                    id=f"A-{meeting}-{item}",
                    title=said,
                    opened_on=held_on,
                    due_on=held_on + timedelta(days=120),
                    organisation=chance.choice(("region", "municipality")),
                )


def timed(what: str, ask: Callable[[], object], times: int = 20) -> None:
    """The median of what asking takes on the server."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - start)
    print(f"  {what:58} {median(taken) * 1000:7.1f} ms")


def plan(register: Register, sql: str) -> str:
    """How the database finds it."""
    with register.reading() as session:
        assert session is not None
        return "; ".join(str(row[-1]) for row in session.execute(text(f"EXPLAIN QUERY PLAN {sql}")))


def size(folder: Path) -> None:
    """List and search pages of twenty years of fifty committees."""
    register = open_register(folder / "large.sqlite")
    start = time.perf_counter()
    for number in range(COMMITTEES):
        register.add_all(committee(number))
    made = time.perf_counter() - start
    rows = sum(len(register.list(kind)) for kind in KINDS.values())
    print(f"{rows} entries written in {made:.0f} s ({made / rows * 1000:.1f} ms each, rules and history included)")
    timed("decisions, first page of 50", lambda: register.list(Decision, limit=50))
    timed("open actions of one side, page of 50", lambda: register.list(Action, limit=50, organisation="region"))
    timed("one meeting's agenda", lambda: register.list(AgendaItem, meeting_id="M-7-40"))
    timed("one decision", lambda: register.held(Decision, "B-M-7-40-1"))
    timed("one decision's history", lambda: audit.of_object(register, Decision, "B-M-7-40-1"))
    timed("search: one word, 50 of very many", lambda: search(register, "uppföljning"))
    timed("search: two words in decisions of one year", lambda: search(
        register, "samordnare kostnad", kind="decision", from_on=date(2020, 1, 1), to_on=date(2020, 12, 31)
    ))  # fmt: skip
    for sql in (
        "SELECT * FROM decision WHERE cancelled_sv IS NULL ORDER BY decided_on, id LIMIT 50",
        "SELECT * FROM action WHERE organisation = 'region' ORDER BY due_on, id LIMIT 50",
        "SELECT * FROM agenda_item WHERE meeting_id = 'M-7-40' ORDER BY meeting_id, position, id",
        "SELECT * FROM history WHERE kind = 'decision' AND object_id = 'B-M-7-40-1' ORDER BY number",
        "SELECT rowid FROM found WHERE found MATCH 'samordnare' ORDER BY rank LIMIT 50",
    ):
        print(f"  {plan(register, sql)}  <-  {sql}")
    start = time.perf_counter()
    verdict = audit.verify(register)
    print(f"  {verdict.links} links verified in {time.perf_counter() - start:.0f} s, whole: {verdict.is_whole}")


def together(folder: Path, changes: int = 1000) -> None:
    """Twenty editors at once."""
    register = open_register(folder / "together.sqlite")
    start = time.perf_counter()
    told = edit_together(register, 20, changes)
    took = time.perf_counter() - start
    kept = sum(item.minutes for item in register.list(AgendaItem))
    print(f"20 editors x {changes} changes: {20 * changes - kept} lost, {told} conflicts told, {took:.0f} s")
    print(f"  whole: {audit.verify(register).is_whole}")


def kills(folder: Path, times: int = 200) -> None:
    """Processes killed while they write."""
    path = folder / "killed.sqlite"
    chance = random.Random(11)  # noqa: S311  no secret
    said_yes: set[str] = set()
    for number in range(times):
        said_yes |= set(killed(writer(path, f"w{number}"), after=chance.uniform(0, 0.08)))
    register = open_register(path)
    contents = register.contents()
    held = {each.id for each in contents.decisions} | {f"target {each.indicator_id}" for each in contents.targets}
    print(f"{times} kills: {len(said_yes)} writes acknowledged, {len(said_yes - held)} of them lost")
    print(f"  whole: {audit.verify(register).is_whole}")


if __name__ == "__main__":
    at = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    size(at)
    together(at)
    kills(at)
