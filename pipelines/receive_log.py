"""The joint zone's log of bundles: what came, from whom, what became of it and why. One JSON object a line, only added.

Nothing that stands in a bundle is repeated here but its name, and that only where it is a bundle's name.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pipelines import bundle, refusals
from pipelines.workspace import Workspace

Outcome = Literal["accepted", "unchanged", "refused"]


def note(workspace: Workspace, paths: Sequence[Path], outcome: Outcome, why: str = "", release_id: str = "") -> None:
    """Add a line for each of the bundles.

    In      why  the code of the problem a bundle was refused with
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    lines = [
        {
            "at": now,
            "bundle": path.name if bundle.is_name(path.name) else "",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            "outcome": outcome,
            "why": why,
            "release_id": release_id,
        }
        for path in paths
    ]
    # Each line begins with its own line break, so that one cut off by a power failure spoils no other.
    with os.fdopen(os.open(_file(workspace), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
        file.writelines("\n" + json.dumps(line) for line in lines)
        file.flush()
        os.fsync(file.fileno())


def entries(workspace: Workspace) -> list[dict[str, Any]]:
    """Every whole line, the oldest first."""
    return refusals.lines(workspace.joint)


def _file(workspace: Workspace) -> Path:
    return workspace.joint / refusals.LOG
