"""A load that is killed, or runs out of disk, leaves the data as they were or as they should become: never between."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipelines import vault
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_file, a_zone

KILLS = 12
PEOPLE = 5_000
LOAD = """
import sys
from pathlib import Path
from metrics.problem import UserProblem
from pipelines.load import load
from pipelines.workspace import open_workspace
print("begins", flush=True)
try:
    report = load(open_workspace(Path(sys.argv[1])), "region", Path(sys.argv[2]))
    sys.exit(report.exit_code)
except UserProblem as problem:
    print(problem.code)
    sys.exit(problem.exit_code)
"""


@contextmanager
def loading(
    zone: Workspace, file: Path, *, largest_file: int = resource.RLIM_INFINITY
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is just about to load `file`, its children in its own group."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    with subprocess.Popen(
        [sys.executable, "-c", LOAD, str(zone.path), str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=limit,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process


def version(zone: Workspace, number: int) -> Path:
    """Version `number` of the needs: every version has its own number of rows."""
    return a_file(zone, "needs", good=PEOPLE + number, name=f"needs_2024_v{number}.csv")


def in_force(zone: Workspace) -> int:
    """The version in force, whole: all its rows are there, and no others."""
    [delivery] = vault.deliveries(zone, "region")
    rows = vault.rows(zone.vault("region"), "needs")
    assert rows["delivery_id"].unique().to_list() == [delivery.delivery_id]
    assert rows.height == delivery.accepted == PEOPLE + delivery.version
    return delivery.version


def test_a_kill_at_any_moment_leaves_the_old_version_or_the_new(tmp_path: Path) -> None:
    zone, moments = a_zone(tmp_path), random.Random(2)  # noqa: S311  moments to kill at, not secrets
    load(zone, "region", version(zone, 1))
    begun = time.monotonic()
    with loading(zone, version(zone, 2)) as process:
        assert process.wait() == 0
    whole = time.monotonic() - begun
    survived = 2
    for number in range(3, 3 + KILLS):
        with loading(zone, version(zone, number)) as process:
            time.sleep(moments.uniform(0, whole))
            os.killpg(process.pid, signal.SIGKILL)
        assert in_force(zone) in (survived, number)
        survived = in_force(zone)
    assert load(zone, "region", version(zone, 100)).exit_code == 0
    assert in_force(zone) == 100


@pytest.mark.parametrize("largest_file", [10_000, 100_000, 300_000, 3_000_000])
def test_a_full_disk_leaves_the_old_version_or_the_new_and_says_so(tmp_path: Path, largest_file: int) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", version(zone, 1))
    with loading(zone, version(zone, 2), largest_file=largest_file) as process:
        exit_code = process.wait()
    assert (exit_code, in_force(zone)) in ((0, 2), (4, 1))
    assert load(zone, "region", version(zone, 3)).exit_code == 0
    assert in_force(zone) == 3


def test_what_a_killed_load_had_read_is_gone_after_the_next(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    left = zone.zone("region") / "reading"
    left.mkdir()
    (left / "00000.arrow").write_bytes(b"rows")
    load(zone, "region", version(zone, 1))
    assert not left.exists()
