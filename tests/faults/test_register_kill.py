"""A process killed while it writes to the register: what it was told is kept is kept, and nothing is half written."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from governance import audit
from governance.register import open_register

WRITER = """
import sys
from datetime import date
from pathlib import Path
from governance.entries import Decision, Target
from governance.register import open_register
from metrics.problem import Text

name, words = sys.argv[2], Text(sv="ord " * 200, en="words " * 200)
register = open_register(Path(sys.argv[1]))
for number in range(1_000_000):
    id = f"{name}-{number}"
    register.add_decision(Decision(id=id, decided_on=date(2021, 1, 1), title=words, text=words, reason=words))
    print(id, flush=True)
    target = Target(indicator_id=id, organisation="region", value=0.5, from_on=date(2021, 1, 1), decision_id=id)
    register.add_target(target)
    print("target", id, flush=True)
"""
KILLS = 10


def writer(path: Path, name: str) -> subprocess.Popen[str]:
    """A real process that adds decisions and targets, and prints each one once the register has said yes."""
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdout=subprocess.PIPE, text=True)


def killed(process: subprocess.Popen[str], after: float) -> list[str]:
    """Everything the process printed until it was killed, some moments after its first yes."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    lines = (first + rest).split("\n")
    return lines[:-1]  # a line cut short by the kill was never a yes


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


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8])
def test_a_kill_while_the_register_is_being_made_leaves_one_that_can_be_opened(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "register.sqlite"
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path), "w"], stdout=subprocess.DEVNULL)
    time.sleep(moment)
    process.kill()
    process.wait()
    held = kept(path)
    assert open_register(path).contents().entries() is not None
    assert kept(path) == held
