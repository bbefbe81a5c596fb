"""Bad inputs 79 and 83-87: files too large, disks and vaults that fail, kills and keys."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import published
from pipelines.load import load
from pipelines.receive import receive
from pipelines.release import release
from pipelines.workspace import Workspace
from tests.faults.test_intake_killed import loading
from tests.ninety import cells, in_force, refuses
from tests.zones import a_bundle


def too_large(here: Workspace) -> None:
    """79: refused at once by its size, unread."""
    file, begun = cells("contacts")(here), time.process_time()
    os.truncate(file, 2 * 1024**3)
    refuses(here, file, "file_too_large")
    assert time.process_time() - begun < 2


def full_disk(here: Workspace) -> None:
    """83: what was loaded stays, and the exit says that the file was not."""
    before = in_force(here)
    with loading(here, cells("contacts", Anteckning="ny")(here), largest_file=10_000) as process:
        assert process.wait() == 4
    assert in_force(here) == before


def killed(here: Workspace) -> None:
    """84: the old version or the new, whole; many moments are tried where loads are killed for a living."""
    before = in_force(here)
    with loading(here, cells("contacts", {"minutes": "50"})(here)) as process:
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGKILL)
    now = in_force(here)
    assert now == before or [version for _, _, version, _ in now.deliveries] == [2]


def unwritable(here: Workspace) -> None:
    """85: a vault that cannot be written is told of, whoever asks."""
    vault = here.vault("region")
    vault.write_bytes(b"not a database" * 1000)
    with pytest.raises(UserProblem) as told:
        load(here, "region", cells("contacts")(here))
    assert (told.value.code, told.value.exit_code) == ("vault_unwritable", 4)
    assert "läs in filen igen" in told.value.text.sv


def offline(here: Workspace) -> None:
    """86: what is published is still shown without any zone, and its age is told."""
    receive(here, [a_bundle(here, "region")])
    shutil.rmtree(here.path / "zones")
    assert published.read(here.joint, "2025-Q4").cells.filter(indicator_id="P2").height == 2
    told = published.read_manifest(here.joint, "2025-Q4")["published_at"]
    assert datetime.now(UTC) - datetime.fromisoformat(told) < timedelta(minutes=5)


def keyless(here: Workspace) -> None:
    """87: without the right key nothing is released."""
    key: Path = here.key("region")
    key.write_bytes(b"short")
    for code in ("key_wrong", "key_missing"):
        with pytest.raises(UserProblem, match=code):
            release(here, "region")
        key.unlink(missing_ok=True)
    assert [path for path in here.outbox("region").iterdir() if path.suffix == ".zip"] == []


STEPS: dict[str, Callable[[Workspace], None]] = {
    "79 a file of two gigabytes": too_large,
    "83 a disk that fills up": full_disk,
    "84 a kill": killed,
    "85 a vault that cannot be written": unwritable,
    "86 a vault that is away": offline,
    "87 a key missing or wrong": keyless,
}


@pytest.mark.parametrize("case", STEPS)
def test_limits(here: Workspace, case: str) -> None:
    STEPS[case](here)
