"""Real figures others have published, loaded as a committee would load them: profile, contract, checks, vault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import profile
from pipelines.load import LoadReport, load
from pipelines.profile import Profile
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
    for file in _known_by(told, real):
        arrived = shutil.copy(file, workspace.inbox(told.organisation))
        reports.append(load(workspace, told.organisation, Path(arrived)))
    return reports


def _known_by(told: Profile, real: Path) -> list[Path]:
    return [file for file in sorted((real / "files").iterdir()) if re.fullmatch(told.file_pattern, file.name)]


LENT = (
    "region.statistics.scb_regions",
    "municipality.statistics.scb_municipalities",
    "municipality.statistics.kolada_N31001",
)
"""Profiles of the published figures the demonstration is read beside; one of them may not be, and says why."""


def lend(workspace: Workspace, organisation: Organisation, real: Path = REAL) -> None:
    """Real published figures in an organisation's inbox, with the profiles that read them."""
    for name in LENT:
        known = real / "sources" / f"{name}.toml"
        told = profile.parse(known.read_text(encoding="utf-8"), known.name)
        if told.organisation == organisation:
            shutil.copy(known, workspace.sources)
            for file in _known_by(told, real):
                shutil.copy(file, workspace.inbox(organisation))
