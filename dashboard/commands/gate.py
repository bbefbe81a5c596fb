"""`samsyn gate`: what the attacks on a release found, told as they travel in its manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from dashboard.commands.options import HERE, JsonOption, LanguageOption, OrganisationOption, PathOption
from dashboard.commands.terminal import language, say, show_json, working
from metrics.problem import Text
from pipelines import workspace

RUNNING = Text(sv="Angriper siffrorna innan de får lämna zonen", en="Attacking the figures before they may leave")
PASSED = Text(
    sv="Grinden är passerad: {attacks} angrepp och {controls} kontroller på {counts} antal och {releases} tidigare "
    "frisläppningar, brus D = {d}, V = {v}.",
    en="The gate is passed: {attacks} attacks and {controls} controls on {counts} counts and {releases} earlier "
    "releases, noise D = {d}, V = {v}.",
)
TRIED = Text(
    sv="Försök {number} gick inte igenom (D = {d}, V = {v}, borttaget: {dropped}); det gällde {failing}.",
    en="Try {number} did not pass (D = {d}, V = {v}, left out: {dropped}); it concerned {failing}.",
)
FINDING = Text(sv="  {text} [{seconds} s]", en="  {text} [{seconds} s]")
CONTROLLED = Text(sv="Kontroller av angriparen och av skyddet:", en="Controls of the attacker and of the protection:")
NONE = Text(sv="inget", en="nothing")


def gate(
    organisation: OrganisationOption,
    last: Annotated[bool, typer.Option("--last", help="The report of the newest bundle; nothing is run.")] = False,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Attack what one organisation would release now, and tell what was found; nothing is released."""
    from pipelines import gate, release

    here = workspace.open_workspace(path)
    if last:
        report = gate.last_report(here, organisation)
    else:
        with working(RUNNING) as step:
            report = release.inspect(here, organisation, step=step)
    if as_json:
        show_json(report)
    else:
        show(report)


def show(report: Mapping[str, Any]) -> None:
    """The report in words: what was tried first, then every attack on what passed, then the controls."""
    from metrics.disclosure.controls import CONTROLS, attacks_and_controls

    for number, each in enumerate(report["tries"], start=1):
        if not each["passed"]:
            left_out = ", ".join(each["dropped"]) or NONE[language()]
            failing = ", ".join(each["failing"]) or NONE[language()]
            say(TRIED.format(number=number, d=each["d"], v=f"{each['v']:g}", dropped=left_out, failing=failing))
    attacks, controls = attacks_and_controls(report)
    figures = {"counts": sum(report["families"].values()), "releases": report["releases"]}
    say(PASSED.format(attacks=attacks, controls=controls, **figures, d=report["d"], v=f"{report['v']:g}"))
    _show_findings([each for each in report["attacks"] if each["attack"] not in CONTROLS])
    say(CONTROLLED)
    _show_findings([each for each in report["attacks"] if each["attack"] in CONTROLS])


def _show_findings(findings: Sequence[Mapping[str, Any]]) -> None:
    for each in findings:
        say(FINDING.format(text=Text(**each["text"]), seconds=f"{each['seconds']:.1f}"))
