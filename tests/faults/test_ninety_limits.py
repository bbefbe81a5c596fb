"""Bad inputs 79 and 83-87: files too large, disks and vaults that fail, kills and keys."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.components import deliveries
from dashboard.texts.sv import Swedish
from dashboard.view import View
from metrics.problem import UserProblem
from pipelines import published
from pipelines.load import load
from pipelines.receive import receive
from pipelines.release import release
from pipelines.workspace import Workspace
from tests.forked import kill, loading
from tests.ninety import cells, in_force, refuses
from tests.pages import reading
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
        process.join()
    assert process.exitcode == 4
    assert in_force(here) == before


def killed(here: Workspace) -> None:
    """84: the old version or the new, whole; many moments are tried where loads are killed for a living."""
    before = in_force(here)
    with loading(here, cells("contacts", {"minutes": "50"})(here)) as process:
        time.sleep(0.3)
        kill(process)
    now = in_force(here)
    assert now == before or [version for _, _, version, _ in now.deliveries] == [2]


def unwritable(here: Workspace) -> None:
    """85: a vault whose folder may no longer be written, or that is none any more, is told of, whoever asks."""
    vault, before = here.vault("region"), in_force(here)
    vault.parent.chmod(0o500)
    with loading(here, cells("contacts", Anteckning="ny")(here), may_write=False) as process:
        process.join()
    assert process.exitcode == 4
    vault.parent.chmod(0o700)
    assert in_force(here) == before
    vault.write_bytes(b"not a database" * 1000)
    with pytest.raises(UserProblem) as told:
        load(here, "region", cells("contacts")(here))
    assert (told.value.code, told.value.exit_code) == ("vault_unwritable", 4)
    assert "läs in filen igen" in told.value.text.sv
    assert "load the file again" in told.value.text.en


def offline(here: Workspace) -> None:
    """86: what is published is still shown without any zone, and its age is told; old figures ask for new ones."""
    receive(here, [a_bundle(here, "region")])
    shutil.rmtree(here.path / "zones")
    shown = published.read(here.joint, "2025-Q4")
    assert shown.cells.filter(indicator_id="P2").height == 2
    fresh = reading.words_of(deliveries.ages(shown, date(2026, 1, 20), View()))
    assert "Till och med 31 december 2025, 20 dagar sedan." in fresh
    assert Swedish.data_stale not in fresh
    assert Swedish.data_stale in reading.words_of(deliveries.ages(shown, date(2026, 12, 1), View()))


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
