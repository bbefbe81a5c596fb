"""`samsyn worklist`: what an organisation's own staff have left to do, written in its zone; counts on the screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.commands import words
from dashboard.commands.options import HERE, JsonOption, LanguageOption, OrganisationOption, PathOption
from dashboard.commands.terminal import language, plain, say, show_json
from pipelines import workspace

if TYPE_CHECKING:
    from pipelines.worklist import Worklists


def worklist(
    organisation: OrganisationOption,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day; without it, the last day of data."),
    ] = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Write what staff have left to do into the organisation's zone: overdue follow-ups, missing CAN, and more."""
    from pipelines import worklist_files
    from pipelines.worklist import worklists

    here = workspace.open_workspace(path)
    made = worklists(here, organisation, on.date() if on else None)
    files = worklist_files.write(here, made, language())
    if as_json:
        show_json(_as_object(made, files))
        return
    say(words.WORKLISTS.format(on=made.on, data_to=made.data_to, folder=files[0].parent))
    for one in made.lists:
        if one.rows is None:
            say(words.WORKLIST_LACKS.format(title=one.title, sources=", ".join(one.lacks)))
        else:
            say(words.WORKLIST.format(title=one.title, rows=one.rows.height))


def _as_object(made: Worklists, files: tuple[Path, ...]) -> dict[str, object]:
    """Counts and files; never a row."""
    return {
        "organisation": made.organisation,
        "on": made.on.isoformat(),
        "data_to": made.data_to.isoformat(),
        "lists": [
            {
                "name": one.name,
                "title": plain(one.title),
                "rows": None if one.rows is None else one.rows.height,
                "lacks": list(one.lacks),
            }
            for one in made.lists
        ],
        "files": [str(file) for file in files],
    }
