"""Examples beside the demonstration: a published study's figures computed again, and open statistics read in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dashboard.commands import reports, words
from dashboard.commands.options import JsonOption, LanguageOption
from dashboard.commands.terminal import plain, say, show_json

if TYPE_CHECKING:
    from pipelines.sip_study import StudyReport


def example(
    name: Annotated[Literal["sip-study", "real"], typer.Argument(help="Which example.")],
    path: Annotated[Path | None, typer.Option("--path", help="The example's own workspace folder.")] = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Load published data: a study's case files, computed again and checked, or real open statistics (`real`)."""
    if name == "real":
        _real(path or Path(f"samsyn-{name}"), as_json)
        return
    from pipelines.sip_study import lines, run_example

    report = run_example(path or Path(f"samsyn-{name}"))
    if as_json:
        show_json(as_object(report))
        return
    for line in lines(report):
        say(line)


def _real(path: Path, as_json: bool) -> None:
    """Each published file as the readers took it: how many figures, and what was refused."""
    from pipelines.real_files import run_example

    loaded = run_example(path)
    reports.show_loads(loaded, as_json=as_json, is_one=False)
    if not as_json:
        say(words.REAL_FILES.format(path=path))


def as_object(report: StudyReport) -> dict[str, Any]:
    """The report as JSON carries it."""
    differing = [figure for figure in report.figures if not figure.equal]
    return {
        "persons": report.persons,
        "released": False,
        "figures": len(report.figures),
        "equal": len(report.figures) - len(differing),
        "differ": [
            {"where": plain(figure.where), "published": figure.published, "computed": figure.computed}
            for figure in differing
        ],
        "contradictions": [
            {"check": found.check, "where": plain(found.where), "text": plain(found.text)}
            for found in report.contradictions
        ],
    }
