"""`samsyn`: every command, its options and its exit codes. The one place in the dashboard that may call the flows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import demonstration, example, reports, words
from dashboard.commands.terminal import Commands, choose_language, say, show_json, tell, working
from metrics.indicator import Organisation
from metrics.problem import Language, UserProblem
from pipelines import export as exports
from pipelines import inbox, load, published, receive, release, status, workspace
from pipelines.export import Format

EXIT_CODES = """Exit codes: 0 done. 1 a fault in the program. 2 wrong use of the command. 3 accepted, but some rows
were refused. 4 refused, nothing has changed. 5 incident: personal data where none may be. 75 another run is busy."""

app = typer.Typer(
    cls=Commands,
    help="Samsyn: a region's and a municipality's files in, protected figures out, one shared scorecard.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

PathOption = Annotated[Path, typer.Option("--path", help="The workspace folder.")]
LanguageOption = Annotated[
    Language | None,
    typer.Option("--language", callback=choose_language, is_eager=True, help="Language of messages."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]
OrganisationOption = Annotated[Organisation, typer.Option("--organisation", help="Whose zone.")]
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on 127.0.0.1.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Open it in the web browser.")]

HERE = Path()


@app.command()
def init(path: PathOption = HERE, language: LanguageOption = None) -> None:
    """Make an empty workspace: settings, example profiles, folders for each zone, and a fresh key in each."""
    made = workspace.create(path, demonstration.TEMPLATE)
    say(words.CREATED.format(path=made.path, settings=made.path / workspace.SETTINGS))


@app.command("load")
def load_(
    organisation: OrganisationOption,
    file: Annotated[Path | None, typer.Argument(help="One file; without it, all that wait in the inbox.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="What the file holds, if its name does not say.")
    ] = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Read files into one organisation's vault; rows that are wrong go to quarantine, each with its reason."""
    here = workspace.open_workspace(path)
    files = [file] if file else inbox.waiting(here, organisation)
    outcomes = []
    for one in files:
        with working(words.LOADING.format(file=one.name)):
            outcomes.append(load.load(here, organisation, one, source))
    reports.show_loads(outcomes, as_json=as_json, is_one=file is not None)
    raise typer.Exit(reports.exit_code(outcomes))


@app.command("release")
def release_(
    organisation: OrganisationOption,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Count every indicator in one organisation's zone, protect the figures and put them in a bundle in its outbox."""
    here = workspace.open_workspace(path)
    with working(words.RELEASING.format(organisation=here.organisations[organisation])):
        made = release.release(here, organisation)
    reports.show_release(made, as_json=as_json)


@app.command("receive")
def receive_(
    bundles: Annotated[
        list[Path] | None, typer.Argument(help="Bundles; without them, the newest of each outbox.")
    ] = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Verify bundles and publish them as the release in force; anything wrong is refused and nothing changes."""
    here = workspace.open_workspace(path)
    with working(words.RECEIVING):
        received = receive.receive(here, bundles or [])
    reports.show_received(here, received, as_json=as_json)


@app.command("status")
def status_(path: PathOption = HERE, as_json: JsonOption = False, language: LanguageOption = None) -> None:
    """What each organisation has loaded, which release is in force, and how old it is."""
    here = workspace.open_workspace(path)
    now = status.status(here)
    if as_json:
        show_json(now)
    else:
        reports.show_status(here, now)


@app.command("export")
def export_(
    path: PathOption = HERE,
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = "csv",
    output: Annotated[Path | None, typer.Option("--output", help="A file; without it, standard output.")] = None,
    release_id: Annotated[str | None, typer.Option("--release", help="Another release than the one in force.")] = None,
    language: LanguageOption = None,
) -> None:
    """Write the published cells, and nothing but them."""
    content = exports.export(workspace.open_workspace(path).joint, form, release_id)
    if output is not None:
        output.write_bytes(content)
        tell(words.EXPORTED.format(file=output))
    elif form in exports.BINARY and sys.stdout.isatty():
        raise UserProblem("binary_to_terminal", words.BINARY.format(form=form), exit_code=2)
    else:
        sys.stdout.buffer.write(content)


@app.command()
def serve(
    path: PathOption = HERE,
    port: PortOption = 8501,
    open_browser: OpenOption = False,
    language: LanguageOption = None,
) -> None:
    """Show the release in force at http://127.0.0.1:PORT, on this computer only."""
    here = workspace.open_workspace(path)
    published.in_force(here.joint)  # says which commands come first, where there is nothing to show
    _serve(here, port, open_browser)


@app.command()
def demo(
    path: PathOption = Path("samsyn-demo"),
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete the demonstration and make it anew.")] = False,
    scale: Annotated[float, typer.Option("--scale", min=0.1, max=100, help="How many times the people.")] = 1,
    seed: Annotated[int, typer.Option("--seed", help="Which made-up committee.")] = demonstration.SEED,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop before showing it.")] = False,
    port: PortOption = 8501,
    open_browser: OpenOption = False,
    language: LanguageOption = None,
) -> None:
    """Make-believe, for real: write two organisations' files, load, protect and publish them, and show the result."""
    here = demonstration.prepare(path, fresh=fresh, scale=scale, seed=seed)
    if not no_serve:
        _serve(here, port, open_browser)


app.command("example")(example.example)


def _serve(here: workspace.Workspace, port: int, open_browser: bool) -> None:
    from dashboard import asgi  # the web server takes a second to import; no other command needs it

    tell(words.SERVING.format(port=port))
    asgi.serve(here.joint, port, open_browser)


def main() -> None:
    """The entry point of the `samsyn` command."""
    app(prog_name="samsyn")
