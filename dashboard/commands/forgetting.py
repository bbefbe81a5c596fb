"""`samsyn forget` and `samsyn retention`: what an organisation takes out of its zone, told in numbers only."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.commands.options import HERE, JsonOption, LanguageOption, OrganisationOption, PathOption
from dashboard.commands.terminal import say, show_json, tell
from metrics.problem import Text
from pipelines import workspace

if TYPE_CHECKING:
    from pipelines.forget import Forgotten

WITHDRAWN = Text(
    sv="{persons} personer ({found} fanns i databasen) räknas inte i nästa frisläppning eller någon senare, och det "
    "som levereras om dem läses inte in.",
    en="{persons} persons ({found} were in the database) are not counted in the next release or any later one, and "
    "what is delivered about them is not loaded.",
)
ERASED = Text(
    sv="{persons} personer ({found} fanns i databasen) är raderade: {rows} rader, {files} filer. Det som levereras om "
    "dem läses inte in. Säkerhetskopior av zonen raderas inte härifrån.",
    en="{persons} persons ({found} were in the database) are erased: {rows} rows, {files} files. What is delivered "
    "about them is not loaded. Backups of the zone are not erased from here.",
)
RETAINED = Text(
    sv="{rows} rader som var äldre än samsyn.toml tillåter är borttagna.",
    en="{rows} rows older than samsyn.toml allows are removed.",
)
FILE = Text(sv="  Borttagen eller rensad: {file}", en="  Removed or cleaned: {file}")
LEFT = Text(
    sv="  {file} nämner fortfarande personen. Ändra den för hand och kör kommandot igen.",
    en="  {file} still names the person. Change it by hand and run the command again.",
)
EXIT_LEFT = 3


def forget(
    organisation: OrganisationOption,
    person: Annotated[list[str] | None, typer.Option("--person", help="A pseudonym; may be given again.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="A file of pseudonyms, one a line.")] = None,
    erase: Annotated[bool, typer.Option("--erase", help="Also delete what the zone holds, for good.")] = False,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Leave persons out of every release from the next one on; with --erase, delete them from the zone as well."""
    from pipelines import forget

    here = workspace.open_workspace(path)
    listed = file.read_text(encoding="utf-8").splitlines() if file else []
    act = forget.erase if erase else forget.withdraw
    _show(act(here, organisation, [*(person or []), *listed]), ERASED if erase else WITHDRAWN, as_json=as_json)


def retention(
    organisation: OrganisationOption,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Remove rows about persons that are older than samsyn.toml lets the organisation keep."""
    from pipelines.retention import retain

    done = retain(workspace.open_workspace(path), organisation, datetime.now(UTC).date())
    _show(done, RETAINED, as_json=as_json)


def _show(done: Forgotten, text: Text, *, as_json: bool) -> None:
    if as_json:
        show_json(_as_object(done))
    else:
        rows = sum(done.rows.values())
        say(text.format(persons=done.persons, found=done.found, rows=rows, files=len(done.files)))
        for name in done.files:
            say(FILE.format(file=name))
        for name in done.left:
            tell(LEFT.format(file=name))
    if done.left:
        raise typer.Exit(EXIT_LEFT)


def _as_object(done: Forgotten) -> dict[str, Any]:
    return {
        "action": done.action,
        "organisation": done.organisation,
        "persons": done.persons,
        "found": done.found,
        "rows": done.rows,
        "files": list(done.files),
        "left": list(done.left),
    }
