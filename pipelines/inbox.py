"""What waits in an organisation's inbox, in the order it is best loaded."""

from __future__ import annotations

import re
from pathlib import Path

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import arrival, profile
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace

NOT_DATA = ("manifest.json",)


def waiting(workspace: Workspace, organisation: Organisation) -> list[Path]:
    """The files of the inbox: persons before what refers to them, an earlier period and version before a later.

    Rule    a file that no profile knows comes last; the loader says what is wrong with it. One that is still being
            copied is left until it is whole
    Fails   inbox_empty where there is nothing to load
    """
    folder = workspace.inbox(organisation)
    files = [file for file in _files(folder) if not file.is_file() or arrival.is_whole(file)]
    if not files:
        raise UserProblem(
            "inbox_empty",
            Text(
                sv="Det finns inga filer att läsa in i {folder}. Lägg dem där, eller ange filen.",
                en="There are no files to load in {folder}. Put them there, or name the file.",
            ).format(folder=folder),
            exit_code=2,
        )
    places = {name: place for place, name in enumerate(SOURCES)}
    return sorted(
        files, key=lambda file: (places.get(_source(workspace, organisation, file), len(places)), _by_number(file))
    )


def unfinished(workspace: Workspace, organisation: Organisation) -> list[Path]:
    """The files of the inbox that are not all there yet, by name or by the manifest that promises them."""
    files = _files(workspace.inbox(organisation))
    return sorted(file for file in files if file.is_file() and not arrival.is_whole(file))


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if not file.name.startswith(".") and file.name not in NOT_DATA]


def _source(workspace: Workspace, organisation: Organisation, file: Path) -> str:
    try:
        return profile.find(workspace.sources, organisation, file.name).source
    except UserProblem:
        return ""


def _by_number(file: Path) -> list[tuple[int, str]]:
    """The name with its numbers as numbers, so that version 10 comes after version 9.

    >>> _by_number(Path("needs_v9.csv")) < _by_number(Path("needs_v10.csv"))
    True
    """
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"([0-9]+)", file.name)]
