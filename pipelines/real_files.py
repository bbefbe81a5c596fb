"""Real figures others have published, loaded as a committee would load them: profile, contract, checks, vault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from metrics.problem import Text, UserProblem
from pipelines import profile
from pipelines.load import LoadReport, load
from pipelines.workspace import SETTINGS, Workspace, create, open_workspace

REAL = Path(__file__).parent.parent / "sample_data" / "real"
_WORKSPACE = "real_statistics"


def run_example(path: Path, real: Path = REAL) -> tuple[LoadReport, ...]:
    """Every published file loaded into a workspace of its own in `path`; a report for each, by the profile's name.

    Rule    run again, nothing is loaded twice; nothing is ever released from it
    Fails   workspace_exists where the folder holds another committee's workspace
    """
    workspace = open_workspace(path) if (path / SETTINGS).exists() else create(path, real)
    if workspace.id != _WORKSPACE:
        raise UserProblem(
            "workspace_exists",
            Text(
                sv="I {path} finns en annan arbetsyta. Välj en annan mapp med --path; exemplet ska ha en egen.",
                en="{path} holds another workspace. Choose another folder with --path; the example needs its own.",
            ).format(path=path),
            exit_code=2,
        )
    return tuple(
        report for known in sorted((real / "sources").glob("*.toml")) for report in _delivered(workspace, known, real)
    )


def _delivered(workspace: Workspace, known: Path, real: Path) -> list[LoadReport]:
    """The files that a profile knows, put in the inbox of its organisation and loaded."""
    told = profile.parse(known.read_text(encoding="utf-8"), known.name)
    reports = []
    for file in sorted((real / "files").iterdir()):
        if re.fullmatch(told.file_pattern, file.name):
            arrived = shutil.copy(file, workspace.inbox(told.organisation))
            reports.append(load(workspace, told.organisation, Path(arrived)))
    return reports
