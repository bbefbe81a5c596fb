"""A release that is killed while it writes leaves whole bundles in the outbox and nothing that looks like one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from pipelines import approval, bundle
from pipelines.workspace import Workspace
from tests.zones import a_bundle, a_cell, a_workspace

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from pipelines import bundle
from pipelines.workspace import open_workspace
from tests.zones import a_bundle, a_cell

here, at = open_workspace(Path(sys.argv[1])), int(sys.argv[2])
steps = 0

def watch(frame, event, argument):
    global steps
    if frame.f_code not in (bundle.write.__code__, bundle.put.__code__):
        return None
    if event == "line":
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
    return watch

sys.settrace(watch)
a_bundle(here, release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])
print(steps)
"""
"""Writes and approves a correction, and kills itself before the given line of what writes it."""


def run(workspace: Workspace, step: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED_AT, str(workspace.path), str(step)]
    root = Path(__file__).parent.parent.parent
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)


def test_a_kill_before_any_line_leaves_the_newest_bundle_whole(tmp_path: Path) -> None:
    began = a_workspace(tmp_path / "counted")
    finished = run(began, 0)
    assert finished.returncode == 0, finished.stderr
    seen = set()
    for step in range(1, int(finished.stdout) + 1):
        workspace = a_workspace(tmp_path / str(step))
        a_bundle(workspace)
        assert run(workspace, step).returncode == -signal.SIGKILL
        newest = bundle.newest(workspace.outbox("region"), "region")
        assert newest is not None
        seen.add((bundle.read(newest).release_id, approval.of(newest) is not None))
        a_bundle(workspace, release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])
        assert sorted(path.name for path in workspace.outbox("region").iterdir()) == [
            "2025-Q4-2.region.zip",
            "2025-Q4.region.zip",
            "region.keys.json",
        ]
    assert seen == {("2025-Q4", True), ("2025-Q4-2", False)}
