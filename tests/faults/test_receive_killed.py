"""A receiver that is killed leaves the old release or the new one, and the next run finishes what it began."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

from pipelines import published
from pipelines.receive import receive
from pipelines.workspace import Workspace, open_workspace
from tests.zones import a_bundle, a_cell, a_workspace

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from pipelines import published, receive
from pipelines.workspace import open_workspace

here, at = open_workspace(Path(sys.argv[1])), int(sys.argv[2])
WATCHED = {function.__code__ for function in (
    receive.receive, receive._keep, published.publish, published.point_to, published._to_disk)}
steps, before = 0, None

def files():
    return {(str(path), path.stat().st_size) for path in here.joint.rglob("*") if path.is_file()}

def watch(frame, event, argument):
    global steps, before
    if frame.f_code not in WATCHED:
        return None
    if event == "line":
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if at == 0 and files() != before:
            before = files()
            print(steps)
    return watch

sys.settrace(watch)
receive.receive(here)
"""
"""Receives, and kills itself with SIGKILL before the given line of what moves the release in force.

With line 0 it lives, and prints the lines before which the files had changed."""


def run(workspace: Path, step: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED_AT, str(workspace), str(step)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def two_releases(folder: Path) -> Workspace:
    """A workspace with one release in force and a correction waiting in the outbox."""
    workspace = a_workspace(folder)
    receive(workspace, [a_bundle(workspace, "region"), a_bundle(workspace, "municipality")])
    a_bundle(workspace, "region", release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])
    return workspace


def steps(folder: Path) -> list[int]:
    """The lines to kill at: one for every state that the files pass through."""
    finished = run(two_releases(folder).path, 0)
    assert finished.returncode == 0, finished.stderr
    return [int(line) for line in finished.stdout.split()]


def test_a_kill_at_any_state_of_the_files_leaves_the_old_release_or_the_new_one(tmp_path: Path) -> None:
    began = two_releases(tmp_path / "began").path
    states = steps(tmp_path / "counted")
    assert len(states) > 8
    seen = set()
    for step in states:
        copy = tmp_path / "copy"
        shutil.copytree(began, copy)
        killed = run(copy, step)
        assert killed.returncode == -signal.SIGKILL
        workspace = open_workspace(copy)
        in_force = published.current(workspace.joint)
        assert in_force in ("2025-Q4", "2025-Q4-2")
        shown = published.read(workspace.joint, in_force)
        assert shown.manifest["release_id"] == in_force
        assert shown.cells["release_id"].unique().to_list() == [in_force]
        assert shown.cells.filter(indicator_id="P2").height == {"2025-Q4": 4, "2025-Q4-2": 3}[in_force]
        seen.add(in_force)
        assert receive(workspace).release_id == "2025-Q4-2"
        assert published.releases(workspace.joint) == ["2025-Q4", "2025-Q4-2"]
        shutil.rmtree(copy)
    assert seen == {"2025-Q4", "2025-Q4-2"}
