"""A release that is killed while it writes leaves whole bundles in the outbox and nothing that looks like one."""

from __future__ import annotations

import signal
from pathlib import Path

from pipelines import approval, bundle
from pipelines.workspace import open_workspace
from tests.forked import killed_at
from tests.zones import a_bundle, a_cell, a_workspace


def a_correction(folder: Path) -> None:
    """Write and approve a second bundle."""
    a_bundle(open_workspace(folder), release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])


def run(folder: Path, line: int) -> tuple[int | None, list[int]]:
    """The same in a process that is killed before the given line of what writes it."""
    return killed_at(line, folder, a_correction, (bundle.write, bundle.put))


def test_a_kill_at_any_state_of_the_files_leaves_the_newest_bundle_whole(tmp_path: Path) -> None:
    code, [*states, _] = run(a_workspace(tmp_path / "counted").path, 0)
    assert (code, len(states) > 5) == (0, True)
    seen = set()
    for line in states:
        workspace = a_workspace(tmp_path / str(line))
        a_bundle(workspace)
        assert run(workspace.path, line) == (-signal.SIGKILL, [])
        newest = bundle.newest(workspace.outbox("region"), "region")
        assert newest is not None
        seen.add((bundle.read(newest).release_id, approval.of(newest) is not None))
        a_correction(workspace.path)
        assert sorted(path.name for path in workspace.outbox("region").iterdir()) == [
            "2025-Q4-2.region.zip",
            "2025-Q4.region.zip",
            "region.keys.json",
        ]
    assert seen == {("2025-Q4", True), ("2025-Q4-2", False)}
