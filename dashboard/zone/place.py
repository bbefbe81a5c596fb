"""Which zone this process opens: told once at its start, the same for every page."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.workspace import Workspace, open_workspace

WORKSPACE: Final = "SAMSYN_ZONE_WORKSPACE"
ORGANISATION: Final = "SAMSYN_ZONE_ORGANISATION"


def told(workspace: Path, organisation: Organisation) -> None:
    """Let this process open one organisation's zone."""
    os.environ[WORKSPACE], os.environ[ORGANISATION] = str(workspace.resolve()), organisation


def organisation() -> Organisation:
    """Whose zone it is."""
    for known in ORGANISATIONS:
        if os.environ.get(ORGANISATION) == known:
            return known
    raise UserProblem(
        "zone_missing",
        Text(
            sv="Servern vet inte vilken zon den ska öppna. Starta den med: samsyn zone --organisation region",
            en="The server has not been told which zone to open. Start it with: samsyn zone --organisation region",
        ),
        exit_code=2,
    )


def workspace() -> Workspace:
    """The workspace the zone is part of."""
    return _opened(os.environ.get(WORKSPACE, ""))


@cache
def _opened(folder: str) -> Workspace:
    return open_workspace(Path(folder))
