"""`samsyn demo` as a stranger runs it: a real process, a folder that is kept, streams a machine can read."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from metrics.catalogue import catalogue, distributions
from metrics.indicator import ORGANISATIONS

SAMSYN = (sys.executable, "-c", "from dashboard.cli import main; main()")
# With fewer people the gate gives tables up, one try after another, and each costs what all else does together.
DEMO = ("demo", "--no-serve", "--scale", "0.2", "--path")


def samsyn(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [*SAMSYN, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=english())


def english() -> dict[str, str]:
    return os.environ | {"SAMSYN_LANGUAGE": "en"}


def killed_while_loading(path: Path, *more: str) -> None:
    """A demonstration that is stopped for good once its files are written."""
    process = subprocess.Popen(
        [*SAMSYN, *DEMO, path, *more], stderr=subprocess.PIPE, env=english(), start_new_session=True
    )
    assert process.stderr is not None
    assert b"1/5" in process.stderr.readline()
    time.sleep(2)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration that was killed while it loaded, and started again."""
    path = tmp_path_factory.mktemp("demo") / "samsyn-demo"
    killed_while_loading(path)
    finished = samsyn(*DEMO, path)
    assert finished.returncode == 0, finished.stderr
    assert [line[:3] for line in finished.stderr.splitlines()] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert "release 2025-Q4" in finished.stdout
    return path


def test_every_indicator_and_distribution_is_published_for_both_organisations(demo: Path) -> None:
    exported = samsyn("export", "--path", demo, "--format", "csv")
    cells = pl.read_csv(io.StringIO(exported.stdout), infer_schema_length=None)
    found = set(cells.select("indicator_id", "organisation").unique().iter_rows())
    declared = {each.id for each in catalogue()} | {each.id for each in distributions()}
    assert found == {(each, organisation) for each in declared for organisation in ORGANISATIONS}


def test_a_second_run_keeps_what_is_there(demo: Path) -> None:
    before = (demo / "joint/CURRENT").stat().st_mtime_ns
    again = samsyn(*DEMO, demo)
    assert again.returncode == 0
    assert "already there" in again.stdout
    assert (demo / "joint/CURRENT").stat().st_mtime_ns == before


def test_the_generated_files_stay_in_each_inbox(demo: Path) -> None:
    for organisation in ORGANISATIONS:
        published = {"region": 1, "municipality": 2}[organisation]
        assert len(list((demo / "zones" / organisation / "inbox").iterdir())) == 10 + published


def test_releasing_and_receiving_again_changes_nothing(demo: Path) -> None:
    released = json.loads(samsyn("release", "--path", demo, "--organisation", "region", "--json").stdout)
    received = json.loads(samsyn("receive", "--path", demo, "--json").stdout)
    assert (released["is_new"], received["is_new"], received["release_id"]) == (False, False, "2025-Q4")


def test_what_reads_an_export_may_stop_early(demo: Path) -> None:
    command = f"{sys.executable} -c 'from dashboard.cli import main; main()' export --path {demo} | head -1"
    stopped = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  a real pipe
    assert stopped.stdout.startswith("release_id,indicator_id,")
    assert stopped.stderr == ""


def test_fresh_begins_from_nothing_and_leaves_other_files(demo: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(demo, tmp_path / "copy")
    (copy / "note.txt").write_text("ours", encoding="utf-8")
    killed_while_loading(copy, "--fresh")
    assert (copy / "note.txt").read_text(encoding="utf-8") == "ours"
    assert not (copy / "joint/CURRENT").exists()
    assert len(list((copy / "zones/region/inbox").iterdir())) == 11
