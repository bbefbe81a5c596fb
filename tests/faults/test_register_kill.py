"""A process killed while it writes to the register: what it was told is kept is kept, and nothing is half written."""

from __future__ import annotations

import os
import pickle
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from governance import audit
from governance.entries import Decision, Target
from governance.register import open_register
from metrics.problem import Text
from tests.forked import FORKS

KILLS = int(os.environ.get("SAMSYN_KILLS", "8"))


@dataclass(frozen=True)
class Writer:
    """A process that adds decisions and targets, and says each one once the register has said yes."""

    process: ForkServerProcess
    here: Connection

    def acknowledged(self) -> Iterator[str]:
        """Everything it has said until its end; what a kill cut short was never a yes."""
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                yield self.here.recv()


def writer(place: Path | str, name: str, key: Path | None = None) -> Writer:
    """One that has begun."""
    here, there = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=_write, args=(there, place, name, key))
    process.start()
    there.close()
    return Writer(process, here)


def _write(there: Connection, place: Path | str, name: str, key: Path | None) -> None:
    words = Text(sv="ord " * 200, en="words " * 200)
    there.send("begins")
    register = open_register(place, key=key)
    for number in range(1_000_000):
        id = f"{name}-{number}"
        register.add_decision(Decision(id=id, decided_on=date(2021, 1, 1), title=words, text=words, reason=words))
        there.send(id)
        target = Target(indicator_id=id, organisation="region", value=0.5, from_on=date(2021, 1, 1), decision_id=id)
        register.add_target(target)
        there.send(f"target {id}")


def killed(doomed: Writer, after: float) -> list[str]:
    """Everything the process said until it was killed, some moments after its first yes."""
    said = doomed.acknowledged()
    assert next(said) == "begins"
    first = next(said)
    time.sleep(after)
    doomed.process.kill()
    rest = list(said)
    doomed.process.join()
    doomed.here.close()
    return [first, *rest]


def kept(path: Path) -> set[str]:
    contents = open_register(path, read_only=True).contents()
    return {decision.id for decision in contents.decisions} | {f"target {t.indicator_id}" for t in contents.targets}


def test_every_acknowledged_write_survives_the_kill(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    chance = random.Random(7)  # noqa: S311  no secret
    acknowledged: set[str] = set()
    for number in range(KILLS):
        acknowledged |= set(killed(writer(path, f"w{number}"), after=chance.uniform(0, 0.08)))
        held = kept(path)
        assert acknowledged <= held
        assert len(held - acknowledged) <= number + 1  # at most the one that was under way at each kill
    assert len(acknowledged) > KILLS
    assert audit.verify(open_register(path)).is_whole


def test_the_file_is_whole_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    killed(writer(path, "w"), after=0.05)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_others_go_on_writing_when_one_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    doomed, survivor = writer(path, "doomed"), writer(path, "survivor")
    before = set(killed(doomed, after=0.05))
    after = set(killed(survivor, after=0.3))
    assert before | after <= kept(path)
    assert len(after) > 1


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.02, 0.04, 0.06, 0.1, 0.2])
def test_a_kill_while_the_register_is_being_made_leaves_one_that_can_be_opened(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "register.sqlite"
    doomed = writer(path, "w")
    assert next(doomed.acknowledged()) == "begins"
    time.sleep(moment)
    doomed.process.kill()
    said = set(doomed.acknowledged())
    doomed.process.join()
    doomed.here.close()
    assert said <= kept(path)
    assert audit.verify(open_register(path)).is_whole
    assert said <= kept(path)
