"""A receiver that is killed leaves the old release or the new one, and the next run finishes what it began."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

from pipelines import published
from pipelines import receive as receiving
from pipelines.receive import receive
from pipelines.workspace import Workspace, open_workspace
from tests.forked import killed_at
from tests.zones import a_bundle, a_cell, a_workspace

WATCHED = (receiving.receive, receiving._keep, published.publish, published.point_to, published._to_disk)
"""What moves the release in force."""


def receives(folder: Path) -> None:
    """Receive what waits."""
    receive(open_workspace(folder))


def two_releases(folder: Path) -> Workspace:
    """A workspace with one release in force and a correction waiting in the outbox."""
    workspace = a_workspace(folder)
    receive(workspace, [a_bundle(workspace, "region"), a_bundle(workspace, "municipality")])
    a_bundle(workspace, "region", release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])
    return workspace


def states_passed(folder: Path) -> list[int]:
    """The lines to kill at: one for every state that the files pass through."""
    code, [*changed, _] = killed_at(0, two_releases(folder).path, receives, WATCHED)
    assert code == 0
    return changed


def test_a_kill_at_any_state_of_the_files_leaves_the_old_release_or_the_new_one(tmp_path: Path) -> None:
    began = two_releases(tmp_path / "began").path
    states = states_passed(tmp_path / "counted")
    assert len(states) > 8
    seen = set()
    for step in states:
        copy = tmp_path / "copy"
        shutil.copytree(began, copy)
        assert killed_at(step, copy, receives, WATCHED) == (-signal.SIGKILL, [])
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
