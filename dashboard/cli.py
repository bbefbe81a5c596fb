"""`samsyn`: every command, its options and its exit codes. The one place in the dashboard that may call the flows.

A flow is imported by the command that runs it: help and status need neither the statistics of a release nor the web
server, and those take their time to import.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands import (
    audit,
    example,
    forgetting,
    gate,
    keys,
    meetings,
    register,
    reports,
    words,
    worklists,
    zone,
)
from dashboard.commands.options import (
    HERE,
    JsonOption,
    LanguageOption,
    OpenOption,
    OrganisationOption,
    PathOption,
    PortOption,
    VersionOption,
)
from dashboard.commands.terminal import Commands, say, show_json, tell, working
from dashboard.commands.terminal import language as language_now
from metrics.problem import UserProblem
from pipelines import workspace
from pipelines.workspace import Workspace

EXIT_CODES = """Exit codes:

0  done

1  a fault in the program

2  wrong use of the command

3  accepted, but some rows were refused

4  refused, nothing has changed

5  incident: personal data where none may be

75 another run is busy, try again"""

app = typer.Typer(
    cls=Commands,
    help="Samsyn: a region's and a municipality's files in, protected figures out, one shared scorecard.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def every(version: VersionOption = False, language: LanguageOption = None) -> None:
    """What stands before any command; --language may also stand after it."""


@app.command()
def init(path: PathOption = HERE, language: LanguageOption = None) -> None:
    """Make an empty workspace: settings, example profiles, folders for each zone, and a fresh key in each."""
    from dashboard.commands.demonstration import TEMPLATE

    made = workspace.create(path, TEMPLATE, own_until=date(datetime.now(UTC).year, 12, 31))
    say(words.CREATED.format(path=made.path, settings=made.path / workspace.SETTINGS))


@app.command()
def profile(
    file: Annotated[Path, typer.Argument(help="A file as the organisation exports it.")],
    organisation: Annotated[
        Literal["region", "municipality"] | None, typer.Option("--organisation", help="Whose it is, if not to be seen.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="What it holds, if it is not to be seen.")] = None,
    save: Annotated[bool, typer.Option("--save", help="Save the proposal in the workspace, to be confirmed.")] = False,
    confirm: Annotated[str | None, typer.Option("--confirm", help="Confirm this saved profile for the file.")] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="Confirm it although it does not map every code.")] = False,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Propose how to read a file: what was seen, recognised and not. Nothing is loaded by it until it is confirmed."""
    from dashboard.commands.demonstration import TEMPLATE
    from pipelines import preview, proposal

    # Outside a workspace the example's profiles and units are what there is to recognise by.
    inside = (path / workspace.SETTINGS).is_file()
    here = path if inside or save or confirm else TEMPLATE
    if not inside and here is path:
        workspace.open_workspace(path)  # says that there is no workspace to save it in
    lists = workspace.read_committee(here / workspace.SETTINGS)
    ids = {name: [entry.id for entry in lists[name]] for name in ("units", "target_groups")}
    if confirm:
        reports.show_rows(preview.confirm(here / "sources", confirm, file, ids, anyway=anyway))
        say(words.CONFIRMED.format(name=confirm))
        return
    proposed = proposal.propose(
        file,
        here / "sources",
        organisation=organisation,
        source=source,
        code_lists=ids,
        names={name: {text: one.id for one in lists[name] for text in (one.name.sv, one.name.en)} for name in ids},
    )
    saved = preview.save(here / "sources", proposed.toml[language_now()], file) if save else None
    reports.show_proposal(proposed, as_json=as_json, saved=saved)


@app.command("load")
def load_(
    organisation: OrganisationOption,
    file: Annotated[Path | None, typer.Argument(help="One file; without it, all that wait in the inbox.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="What it holds, if its name does not say.")] = None,
    override: Annotated[list[str] | None, typer.Option(help="A check to let the file through, by its code.")] = None,
    reason: Annotated[str, typer.Option(help="Why, with --override; it is kept.")] = "",
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Read files into one organisation's vault; rows that are wrong go to quarantine, each with its reason."""
    from pipelines import identity, inbox, load

    here = workspace.open_workspace(path)
    for waits in [] if file else inbox.unfinished(here, organisation):
        tell(words.UNFINISHED.format(file="…" if identity.holds_number(waits.name) else waits.name))
    loaded = []
    for one in [file] if file else inbox.waiting(here, organisation):
        with working(words.LOADING.format(file="…" if identity.holds_number(one.name) else one.name)):
            loaded.append(load.load(here, organisation, one, source, overrides=dict.fromkeys(override or (), reason)))
    reports.show_loads(loaded, as_json=as_json, is_one=file is not None)
    raise typer.Exit(reports.exit_code(loaded))


@app.command("release")
def release_(
    organisation: OrganisationOption,
    approve: Annotated[bool, typer.Option("--approve", help="Sign the bundle that waits, as its steward.")] = False,
    role: Annotated[str, typer.Option("--role", help="The role that approves, never a name.")] = "",
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Count and protect one organisation's figures into a bundle that awaits approval; with --approve, sign it."""
    from pipelines import approval, release

    here = workspace.open_workspace(path)
    if approve:
        by = role or approval.STEWARD[language_now()]
        reports.show_approved(approval.approve(here, organisation, by), as_json=as_json)
        return
    with working(words.RELEASING.format(organisation=here.organisations[organisation])) as step:
        made = release.release(here, organisation, step=step)
    reports.show_release(made, as_json=as_json, own=here.indicators)


@app.command("receive")
def receive_(
    bundles: Annotated[list[Path] | None, typer.Argument(help="Without any, the newest of each outbox.")] = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Verify bundles and publish them as the release in force; anything wrong is refused and nothing changes."""
    from pipelines import receive

    here = workspace.open_workspace(path)
    with working(words.RECEIVING):
        received = receive.receive(here, bundles or [])
    reports.show_received(here, received, as_json=as_json)


@app.command("status")
def status_(path: PathOption = HERE, as_json: JsonOption = False, language: LanguageOption = None) -> None:
    """What each organisation has loaded, which release is in force, and how old it is."""
    from pipelines import status

    here = workspace.open_workspace(path)
    now = status.status(here)
    if as_json:
        show_json(now)
    else:
        reports.show_status(here, now)


@app.command("export")
def export_(
    path: PathOption = HERE,
    form: Annotated[
        Literal["csv", "csv-excel", "xlsx", "parquet", "json", "fhir"], typer.Option("--format", help="What to write.")
    ] = "csv",
    output: Annotated[Path | None, typer.Option("--output", help="A file; without it, standard output.")] = None,
    release_id: Annotated[str | None, typer.Option("--release", help="Another release than the one in force.")] = None,
    language: LanguageOption = None,
) -> None:
    """Write the published cells, and nothing but them."""
    from pipelines import export

    if form in export.BINARY and output is None and sys.stdout.isatty():
        raise UserProblem("binary_to_terminal", words.BINARY.format(form=form), exit_code=2)
    content = export.export(workspace.open_workspace(path).joint, form, release_id, language_now())
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        tell(words.EXPORTED.format(file=output))


@app.command()
def serve(
    path: PathOption = HERE,
    port: PortOption = 8501,
    open_browser: OpenOption = False,
    style_guide: Annotated[bool, typer.Option("--style-guide", help="Add a page with every component.")] = False,
    language: LanguageOption = None,
) -> None:
    """Show the release in force, and the register, at http://127.0.0.1:PORT, on this computer only."""
    from pipelines import published

    here = workspace.open_workspace(path)
    if published.current(here.joint) is None:  # meetings can be planned and agreements entered all the same
        tell(published.NOTHING_PUBLISHED)
    _serve(here, port, open_browser, style_guide=style_guide)


@app.command()
def demo(
    path: PathOption = Path("samsyn-demo"),
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete the demonstration and make it anew.")] = False,
    scale: Annotated[float, typer.Option("--scale", min=0.1, max=100, help="How many times the people.")] = 1,
    seed: Annotated[int | None, typer.Option("--seed", help="Other made-up people, the same stories.")] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop before showing it.")] = False,
    port: PortOption = 8501,
    open_browser: OpenOption = False,
    language: LanguageOption = None,
) -> None:
    """All of it with made-up data: write two organisations' files, load, release and receive them, show the result."""
    from dashboard.commands import demonstration

    here = demonstration.prepare(path, fresh=fresh, scale=scale, seed=seed)
    if not no_serve:
        _serve(here, port, open_browser)


app.command("gate")(gate.gate)
app.command("worklist")(worklists.worklist)
app.command("zone")(zone.zone)
app.command("example")(example.example)
app.command("forget")(forgetting.forget)
app.command("retention")(forgetting.retention)
app.add_typer(keys.keys, name="keys")
app.add_typer(audit.app, name="audit")
app.add_typer(register.app, name="register")
app.command("search")(audit.search)
app.command("meetings")(meetings.meetings)


def _serve(here: Workspace, port: int, open_browser: bool, *, style_guide: bool = False) -> None:
    from dashboard import asgi

    text = (words.SERVING_STYLE if style_guide else words.SERVING).format(port=port, path=here.path)
    contact = (here.contact.role, here.contact.address) if here.contact else None
    asgi.serve(
        here.joint,
        port,
        open_browser,
        here.register_url,
        contact=contact,
        style_guide=style_guide,
        ready=lambda: tell(text),
    )


def main() -> None:
    """The entry point of the `samsyn` command."""
    app(prog_name="samsyn")
