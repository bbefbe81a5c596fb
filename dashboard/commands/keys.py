"""`samsyn keys`: the keys bundles are signed with, made in a zone and trusted once in the joint zone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.key_words import ADDED, CARD, CHANGED, COLUMNS, MADE, TITLES, TRUSTED, UNTRUSTED, WAYS
from dashboard.commands.options import HERE, JsonOption, LanguageOption, OrganisationOption, PathOption
from dashboard.commands.terminal import Commands, language, say, show_json, show_table
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from pipelines import signing, workspace
from pipelines import trust as trust_

keys = typer.Typer(cls=Commands, no_args_is_help=True, help="The keys that bundles are signed with.")

FingerprintOption = Annotated[
    str | None, typer.Option("--fingerprint", help="As the organisation reads it aloud; for a key that is new here.")
]


@keys.command("init")
def init(
    organisation: OrganisationOption,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Make an organisation's first signing key in its zone, and a card of it to hand over."""
    here = workspace.open_workspace(path)
    _show(MADE, here, signing.make(here, organisation), as_json=as_json)


@keys.command("rotate")
def rotate(
    organisation: OrganisationOption,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Change the signing key: the old one signs for the new, and is then gone."""
    here = workspace.open_workspace(path)
    _show(CHANGED, here, signing.rotate(here, organisation), as_json=as_json)


@keys.command("trust")
def trust(
    organisation: OrganisationOption,
    file: Annotated[Path, typer.Argument(help="The organisation's key card.")],
    fingerprint: FingerprintOption = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language_: LanguageOption = None,
) -> None:
    """Record in the joint zone that this key is the organisation's."""
    here = workspace.open_workspace(path)
    newest = trust_.trust(here, organisation, file, fingerprint)[-1]
    if as_json:
        show_json({"organisation": organisation, "fingerprint": newest.fingerprint, "by": newest.by})
    else:
        say(ADDED.format(organisation=here.organisations[organisation], fingerprint=newest.fingerprint))


@keys.command("list")
def list_(path: PathOption = HERE, as_json: JsonOption = False, language_: LanguageOption = None) -> None:
    """The keys of the zones in this folder, and those that the joint zone trusts."""
    here = workspace.open_workspace(path)
    made = {name: _made(here, name) for name in ORGANISATIONS}
    trusted = {
        name: [
            {"fingerprint": key.fingerprint, "trusted_at": key.trusted_at, "by": key.by}
            for key in trust_.trusted(here, name)
        ]
        for name in ORGANISATIONS
    }
    if as_json:
        show_json({"zones": made, "trusted": trusted})
        return
    for name in ORGANISATIONS:
        title = {"organisation": here.organisations[name]}
        if made[name]:
            rows = [[key["fingerprint"], key["made_at"]] for key in made[name]]
            show_table(TITLES["zone"].format(**title), COLUMNS["zone"], rows)
        if trusted[name]:
            by = [[key["fingerprint"], key["trusted_at"], WAYS[key["by"]][language()]] for key in trusted[name]]
            show_table(TITLES["joint"].format(**title), COLUMNS["joint"], by)
        else:
            say(UNTRUSTED.format(**title))


def _made(here: workspace.Workspace, organisation: Organisation) -> list[dict[str, str]]:
    """The organisation's own keys, where its zone is in this folder and has any."""
    card = signing.card_file(here, organisation)
    links = signing.read_card(card).links if card.exists() else ()
    return [{"fingerprint": link.fingerprint, "made_at": link.made_at} for link in links]


def _show(text: Text, here: workspace.Workspace, card: signing.Card, *, as_json: bool) -> None:
    file, said = signing.card_file(here, card.organisation), card.links[-1].fingerprint
    if as_json:
        show_json({"organisation": card.organisation, "fingerprint": said, "card": str(file)})
        return
    say(text.format(organisation=here.organisations[card.organisation]))
    say(TRUSTED.format(fingerprint=said))
    say(CARD.format(file=file))
