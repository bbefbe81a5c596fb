"""A disk that fills up while a release is received: the old release stays, and the user is told what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import published
from pipelines.receive import receive
from tests.zones import a_bundle, a_cell, a_workspace

FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
sys.argv = ["samsyn", "receive", "--path", sys.argv[1], "--language", "en"]
from dashboard.cli import main
main()
"""
"""`samsyn receive` where no file may grow beyond so many bytes: writing on fails as it does on a full disk."""


@pytest.mark.parametrize("limit", [1_000, 20_000])
def test_a_full_disk_leaves_the_old_release_in_force(tmp_path: Path, limit: int) -> None:
    workspace = a_workspace(tmp_path)
    receive(workspace, [a_bundle(workspace, "region"), a_bundle(workspace, "municipality")])
    a_bundle(workspace, "region", release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])
    command = [sys.executable, "-c", FULL, str(workspace.path), str(limit)]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 4, refused.stderr
    assert "disk" in refused.stderr
    assert published.current(workspace.joint) == "2025-Q4"
    assert published.read(workspace.joint, "2025-Q4").cells.filter(indicator_id="P2").height == 4
    assert receive(workspace).release_id == "2025-Q4-2"
