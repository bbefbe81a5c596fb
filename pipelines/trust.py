"""Whose signatures the joint zone believes: one file per organisation in `joint/trusted/`, the key in use last.

A person compares the first key's fingerprint with the organisation, once. A later key needs no comparison where the
one before it has signed for it. Older keys stay, so that bundles they signed can still be verified.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.signing import Card, Link, card_file, fingerprint, make, read_card, write_private
from pipelines.workspace import Workspace

By = Literal["fingerprint", "handover"]


@dataclass(frozen=True, kw_only=True)
class Trusted:
    """One key the joint zone believes.

    by  fingerprint: a person compared it | handover: the key before it signed for it
    """

    public: str
    trusted_at: str
    by: By

    @property
    def fingerprint(self) -> str:
        """The key's name, to read aloud."""
        return fingerprint(self.public)


def trusted(workspace: Workspace, organisation: Organisation) -> tuple[Trusted, ...]:
    """The organisation's keys, the one in use last; none before the first is trusted."""
    file = _file(workspace, organisation)
    if not file.exists():
        return ()
    return tuple(Trusted(**key) for key in json.loads(file.read_text(encoding="utf-8"))["keys"])


def trust(
    workspace: Workspace, organisation: Organisation, file: Path, compared: str | None = None
) -> tuple[Trusted, ...]:
    """The organisation's trusted keys after those of the card in `file`.

    In      compared  the fingerprint as the organisation reads it aloud; needed unless a trusted key signed for it
    Fails   key_card_wrong, key_card_other, fingerprint_needed, fingerprint_wrong: what was trusted stays
    """
    card = read_card(file)
    if card.organisation != organisation:
        raise UserProblem(
            "key_card_other",
            Text(
                sv="Kortet {file} gäller den andra organisationen.", en="The card {file} is the other organisation's."
            ).format(file=file.name),
            exit_code=2,
        )
    before, newest = trusted(workspace, organisation), card.links[-1]
    if compared is not None and _digits(compared) != _digits(newest.fingerprint):
        raise _wrong(file)
    if before and before[-1].public == newest.public:
        return before
    followed = _following(card, before)
    if not followed and compared is None:
        raise _needed(file)
    added: list[tuple[Link, By]] = [(link, "handover") for link in followed] or [(newest, "fingerprint")]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    keys = (*before, *(Trusted(public=link.public, trusted_at=now, by=by) for link, by in added))
    _file(workspace, organisation).parent.mkdir(exist_ok=True)
    content = {"organisation": organisation, "keys": [asdict(key) for key in keys]}
    write_private(_file(workspace, organisation), json.dumps(content, indent=2) + "\n")
    return keys


def exchange(workspace: Workspace) -> None:
    """Give both organisations a key and trust it, where one folder holds all three zones, as a demonstration does."""
    for organisation in ORGANISATIONS:
        made = make(workspace, organisation)
        trust(workspace, organisation, card_file(workspace, organisation), made.links[-1].fingerprint)


def _following(card: Card, before: tuple[Trusted, ...]) -> tuple[Link, ...]:
    """The card's keys after the trusted one in use; none where that one is not on the card."""
    places = [place for place, link in enumerate(card.links) if before and link.public == before[-1].public]
    return card.links[places[0] + 1 :] if places else ()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _file(workspace: Workspace, organisation: Organisation) -> Path:
    return workspace.joint / "trusted" / f"{organisation}.json"


def _needed(file: Path) -> UserProblem:
    return UserProblem(
        "fingerprint_needed",
        Text(
            sv="Nyckeln i {file} är ny här. Ring organisationen, låt dem läsa upp fingeravtrycket som `samsyn keys "
            "list` visar hos dem, och ange det med --fingerprint.",
            en="The key in {file} is new here. Call the organisation, let them read the fingerprint that `samsyn keys "
            "list` shows on their side, and give it with --fingerprint.",
        ).format(file=file.name),
        exit_code=2,
    )


def _wrong(file: Path) -> UserProblem:
    return UserProblem(
        "fingerprint_wrong",
        Text(
            sv="Fingeravtrycket är inte det som nyckeln i {file} har. Godta den inte: kortet kan vara utbytt på vägen. "
            "Hämta det på nytt ur zonens utkorg.",
            en="The fingerprint is not that of the key in {file}. Do not trust it: the card may have been exchanged on "
            "the way. Fetch it again from the zone's outbox.",
        ).format(file=file.name),
    )
