"""`samsyn register`: everything in the register out of the house, and lists of earlier years into it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands.options import HERE, JsonOption, LanguageOption, PathOption
from dashboard.commands.terminal import language, say, show_json, tell
from metrics.problem import Text, UserProblem
from pipelines import workspace

app = typer.Typer(help="Take out the whole register, or bring in minutes and decisions of earlier years.")

FOUND = Text(
    sv="{file}: {meetings} möten, {items} punkter, {decisions} beslut. {known} rader finns redan i registret.",
    en="{file}: {meetings} meetings, {items} items, {decisions} decisions. The register already has {known} rows.",
)
NOT_SAVED = Text(
    sv="Inget är skrivet. Kör igen med --save för att skriva in det.",
    en="Nothing has been written. Run again with --save to write it.",
)
SAVED = Text(sv="{n} poster är inskrivna i registret.", en="{n} entries have been written in the register.")
ROWS_WRONG = Text(
    sv="{n} rader gick inte att förstå. Rätta dem i filen; inget är skrivet.",
    en="{n} rows could not be understood. Mend them in the file; nothing has been written.",
)
WRITTEN = Text(sv="Registret är skrivet till {file}.", en="The register has been written to {file}.")
LOADED = Text(sv="Registret i {file} är inläst.", en="The register in {file} has been loaded.")


@app.command("export")
def export(
    form: Annotated[
        Literal["json", "csv", "xlsx"], typer.Option("--format", help="What to write; csv is a zip.")
    ] = "json",
    output: Annotated[Path | None, typer.Option("--output", help="A file; without it, standard output.")] = None,
    path: PathOption = HERE,
    language_: LanguageOption = None,
) -> None:
    """Write everything in the register; JSON can be loaded into another."""
    from dashboard.register_files import FORMATS
    from governance.register import open_register

    if form != "json" and output is None and sys.stdout.isatty():
        from dashboard.commands import words

        raise UserProblem("binary_to_terminal", words.BINARY.format(form=form), exit_code=2)
    here = workspace.open_workspace(path)
    contents = open_register(here.register_place, read_only=True, key=here.register_key).contents()
    content = FORMATS[form][1](contents, language())
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        tell(WRITTEN.format(file=output))


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A list as CSV or Word (.docx), or a register as JSON.", exists=True)],
    save: Annotated[bool, typer.Option("--save", help="Write what was understood; without it, only shown.")] = False,
    role: Annotated[str, typer.Option("--role", help="The role that writes, never a name.")] = "secretary",
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Show what a list of earlier minutes and decisions holds, and with --save write all of it or nothing."""
    from governance.entries import AgendaItem, Decision, Meeting
    from governance.register import load_sample, open_register
    from pipelines import register_lists

    here = workspace.open_workspace(path)
    register = open_register(here.register_place, key=here.register_key)
    if file.suffix.lower() == ".json":
        if not save:
            raise UserProblem("save_needed", NOT_SAVED, exit_code=2)
        load_sample(register, file, by=role)
        tell(LOADED.format(file=file.name))
        return
    found = register_lists.read(file, register.contents())
    counts = {
        "meetings": found.count(Meeting),
        "items": found.count(AgendaItem),
        "decisions": found.count(Decision),
        "known": found.known,
    }
    if as_json:
        rows = [{"row": each.row, "text": each.text[language()]} for each in found.problems]
        show_json({**counts, "problems": rows, "saved": save and not rows})
    else:
        say(FOUND.format(file=file.name, **counts))
        for told in found.told:
            say(told)
    if found.problems:
        raise UserProblem("rows_wrong", ROWS_WRONG.format(n=len(found.problems)), exit_code=4)
    if save:
        register.add_all(found.entries, by=role)
        tell(SAVED.format(n=len(found.entries)))
    else:
        tell(NOT_SAVED)
