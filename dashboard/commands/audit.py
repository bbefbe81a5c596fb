"""`samsyn audit` and `samsyn search`: whether the register's history is whole, and where something stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dashboard.commands.options import HERE, JsonOption, LanguageOption, PathOption
from dashboard.commands.terminal import EXIT_REFUSED, Commands, language, plain, say, show_json, tell
from metrics.problem import Text, UserProblem
from pipelines import workspace

if TYPE_CHECKING:
    from governance.audit import Verdict
    from governance.register import Register

app = typer.Typer(cls=Commands, help="Whether the register's history is whole.", no_args_is_help=True)

WHOLE = Text(
    sv="Historiken är hel: {links} ändringar, {checkpoints} undertecknade kontrollpunkter.",
    en="The history is whole: {links} changes, {checkpoints} signed checkpoints.",
)
BROKEN = Text(
    sv="Historiken är inte den som skrevs: {faults} fel. Ändra inget mer, och jämför med säkerhetskopian.",
    en="The history is not the one that was written: {faults} faults. Change nothing more; compare with the backup.",
)
WRITTEN = Text(sv="Skrivet till {file}.", en="Written to {file}.")
CANCELLED = Text(sv="återkallad", en="cancelled")
NOTHING = Text(sv="Inget hittades.", en="Nothing was found.")

KeptOption = Annotated[
    Path | None, typer.Option("--kept", help="Checkpoints you have kept, as `samsyn audit checkpoints` writes them.")
]
OutputOption = Annotated[Path | None, typer.Option("--output", help="A file; without it, standard output.")]
Kind = Literal[
    "decision", "action", "action_update", "agreement", "clause", "item_minutes", "agenda_item",
    "consultation", "undertaking", "risk", "unit_change", "cycle",
    "evaluation", "event", "target_group", "proposal", "gap", "voice", "review_step", "conclusion",
]  # fmt: skip
DayOption = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command()
def verify(
    file: Annotated[Path | None, typer.Argument(help="An exported history; without it, the register's own.")] = None,
    kept: KeptOption = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Verify every change, checkpoint and table; an edit, deletion, insertion, swap, cut or rewriting is found."""
    from governance import audit

    points = audit.read_checkpoints(kept.read_bytes()) if kept else ()
    if file:
        verdict = audit.verify_export(file.read_text(encoding="utf-8").splitlines(), points)
    else:
        verdict = audit.verify(_register(path), points)
    _show(verdict, as_json=as_json)


@app.command()
def export(output: OutputOption = None, path: PathOption = HERE, language_: LanguageOption = None) -> None:
    """Write the whole history, one change a line, with what is needed to verify it elsewhere."""
    from governance import audit

    _write(audit.export(_register(path)), output)


@app.command()
def checkpoints(output: OutputOption = None, path: PathOption = HERE, language_: LanguageOption = None) -> None:
    """Write the signed checkpoints, for each organisation to keep in its own diary."""
    from governance import audit
    from governance.history import canonical

    points = audit.checkpoints(_register(path))
    _write([canonical([asdict(point) for point in points])], output)


def search(
    words: Annotated[list[str], typer.Argument(help="Each is the beginning of a word.")],
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only this kind.")] = None,
    organisation: Annotated[
        Literal["region", "municipality", "joint"] | None, typer.Option("--organisation", help="Whose.")
    ] = None,
    from_on: DayOption = None,
    to_on: DayOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Find words in minutes, decisions, actions and agreements, in Swedish and English."""
    from governance import search as register_search

    hits = register_search.search(
        _register(path, read_only=True),
        " ".join(words),
        kind=kind or "",
        organisation=organisation or "",
        from_on=from_on.date() if from_on else None,
        to_on=to_on.date() if to_on else None,
        limit=limit,
    )
    if as_json:
        shown = [{**asdict(hit), "on": hit.on.isoformat() if hit.on else None} for hit in hits]
        show_json({"hits": shown})
        return
    for hit in hits:
        line = " ".join(hit.excerpt[language()].split())
        line = f"({CANCELLED[language()]}) {line}" if hit.cancelled else line
        say(Text(*[f"{hit.on or ''!s:10}  {hit.kind:13}  {hit.object_id}  {line}"] * 2))
    if not hits:
        tell(NOTHING)


def _register(path: Path, *, read_only: bool = False) -> Register:
    from governance.register import open_register

    here = workspace.open_workspace(path)
    return open_register(here.register_place, read_only=read_only, key=here.register_key)


def _show(verdict: Verdict, *, as_json: bool) -> None:
    if as_json:
        faults = [{"code": fault.code, "number": fault.number, "text": plain(fault.text)} for fault in verdict.faults]
        show_json({"links": verdict.links, "checkpoints": verdict.checkpoints, "faults": faults})
    if verdict.is_whole:
        if not as_json:
            say(WHOLE.format(links=verdict.links, checkpoints=verdict.checkpoints))
        return
    if not as_json:
        for fault in verdict.faults:
            say(fault.text)
    raise UserProblem("history_broken", BROKEN.format(faults=len(verdict.faults)), exit_code=EXIT_REFUSED)


def _write(lines: Iterable[str], output: Path | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        tell(WRITTEN.format(file=output))
