"""A load that is killed, or runs out of disk, leaves the data as they were or as they should become: never between."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from pipelines import vault
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.forked import kill, loading
from tests.intake import a_file, a_zone

KILLS = int(os.environ.get("SAMSYN_KILLS", "6"))
PEOPLE = 5_000


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
        process.join()
    assert process.exitcode == 0
    whole = time.monotonic() - begun
    survived = 2
    for number in range(3, 3 + KILLS):
        with loading(zone, version(zone, number)) as process:
            time.sleep(moments.uniform(0, whole))
            kill(process)
        assert in_force(zone) in (survived, number)
        survived = in_force(zone)
    assert load(zone, "region", version(zone, 100)).exit_code == 0
    assert in_force(zone) == 100


@pytest.mark.parametrize("largest_file", [10_000, 100_000, 300_000, 3_000_000])
def test_a_full_disk_leaves_the_old_version_or_the_new_and_says_so(tmp_path: Path, largest_file: int) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", version(zone, 1))
    with loading(zone, version(zone, 2), largest_file=largest_file) as process:
        process.join()
    assert (process.exitcode, in_force(zone)) in ((0, 2), (4, 1))
    assert load(zone, "region", version(zone, 3)).exit_code == 0
    assert in_force(zone) == 3


def test_what_a_killed_load_had_read_is_gone_after_the_next(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    left = zone.zone("region") / "reading"
    left.mkdir()
    (left / "00000.arrow").write_bytes(b"rows")
    load(zone, "region", version(zone, 1))
    assert not left.exists()
