"""An organisation's signing key: made in its zone, handed over as a card, and followed by the next one it signs for.

The secret half lies in `zones/<organisation>/keys/signing.json`, readable by its owner only. The card in the outbox,
`<organisation>.keys.json`, holds the public halves in order, each after the first signed by the one before it. Whoever
trusts one key of a card can therefore follow it to the newest.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.workspace import Workspace

FORMAT = 1
PUBLIC_BYTES = 32
GROUPS, DIGITS = 6, 5


@dataclass(frozen=True, kw_only=True)
class Link:
    """One key of an organisation: its public half in hexadecimal, and the signature of the key before it.

    handover  "" for the first key, whose fingerprint a person compares instead
    """

    public: str
    made_at: str
    handover: str = ""

    @property
    def fingerprint(self) -> str:
        """The key's name, to read aloud."""
        return fingerprint(self.public)


@dataclass(frozen=True, kw_only=True)
class Card:
    """What an organisation hands over: its keys, the oldest first and the one in use last."""

    organisation: Organisation
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Ring(Card):
    """The card with the secret half of its last key, which stays in the zone."""

    private: str = field(repr=False)

    def sign(self, message: bytes) -> str:
        """The signature of `message` by the key in use, in hexadecimal."""
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.private)).sign(message).hex()


def make(workspace: Workspace, organisation: Organisation) -> Card:
    """The organisation's first signing key; its card lies in the outbox.

    Fails   signing_key_exists: a second first key would have to be trusted by its fingerprint all over again
    """
    if _file(workspace, organisation).exists():
        raise UserProblem(
            "signing_key_exists",
            Text(
                sv="Organisationen har redan en signeringsnyckel. Byt den med `samsyn keys rotate --organisation "
                "{organisation}`. Är den förlorad eller röjd: ta bort {file} och kör kommandot igen; den nya måste "
                "då godtas på nytt med sitt fingeravtryck.",
                en="The organisation already has a signing key. Change it with `samsyn keys rotate --organisation "
                "{organisation}`. If it is lost or exposed: remove {file} and run the command again; the new one must "
                "then be trusted anew by its fingerprint.",
            ).format(organisation=organisation, file=_file(workspace, organisation)),
            exit_code=2,
        )
    private, public = _pair()
    return _keep(
        workspace, Ring(organisation=organisation, links=(Link(public=public, made_at=_now()),), private=private)
    )


def rotate(workspace: Workspace, organisation: Organisation) -> Card:
    """A new signing key, signed by the old one, whose secret half is gone afterwards.

    Fails   signing_key_missing
    """
    old = ring(workspace, organisation)
    private, public = _pair()
    link = Link(public=public, made_at=_now())
    link = replace(link, handover=old.sign(_handover(organisation, old.links[-1].public, link)))
    return _keep(workspace, Ring(organisation=organisation, links=(*old.links, link), private=private))


def ring(workspace: Workspace, organisation: Organisation) -> Ring:
    """The organisation's keys with the secret half of the one in use.

    Fails   signing_key_missing, signing_key_wrong
    """
    file = _file(workspace, organisation)
    if not file.is_file():
        raise UserProblem(
            "signing_key_missing",
            Text(
                sv="Organisationen har ingen signeringsnyckel. Gör en med `samsyn keys init --organisation "
                "{organisation}`.",
                en="The organisation has no signing key. Make one: `samsyn keys init --organisation {organisation}`.",
            ).format(organisation=organisation),
            exit_code=2,
        )
    content = json.loads(file.read_text(encoding="utf-8"))
    if file.stat().st_mode & 0o077:
        raise UserProblem(
            "signing_key_wrong",
            Text(
                sv="Signeringsnyckeln {file} ska bara vara läsbar för ägaren (chmod 600).",
                en="The signing key {file} must be readable by its owner only (chmod 600).",
            ).format(file=file),
        )
    return Ring(organisation=organisation, links=_links(content), private=content["private"])


def read_card(path: Path) -> Card:
    """An organisation's card, in which every key but the first is signed by the one before it.

    Fails   key_card_wrong
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        card = Card(organisation=content["organisation"], links=_links(content))
        whole = card.organisation in ORGANISATIONS and content["format"] == FORMAT and len(card.links) > 0
        whole = whole and _follow(card.organisation, card.links)
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise UserProblem(
            "key_card_wrong",
            Text(
                sv="{file} är inte en organisations nyckelkort, eller är ändrad. Hämta den på nytt ur zonens utkorg.",
                en="{file} is no organisation's key card, or has been altered. Fetch it again from the zone's outbox.",
            ).format(file=path.name),
        )
    return card


def fingerprint(public: str) -> str:
    """A key's name in six groups of five digits: the same in both languages, and short enough to read aloud.

    Rule    one key in 2^99 has the same name, more than anyone can search through

    >>> fingerprint("00" * 32)
    '47590 04018 89112 40042 84356 83184'
    """
    number = int.from_bytes(hashlib.sha256(b"samsyn key\n" + bytes.fromhex(public)).digest())
    digits = f"{number % 10 ** (GROUPS * DIGITS):0{GROUPS * DIGITS}d}"
    return " ".join(digits[place : place + DIGITS] for place in range(0, len(digits), DIGITS))


def is_signed(public: str, signature: str, message: bytes) -> bool:
    """Whether `signature` is that of `message` by the key with this public half."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def write_private(path: Path, content: str) -> None:
    """Put `content` in a file readable by its owner only, whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def card_file(workspace: Workspace, organisation: Organisation) -> Path:
    """Where the organisation's card waits to be handed over."""
    return workspace.outbox(organisation) / f"{organisation}.keys.json"


def _keep(workspace: Workspace, made: Ring) -> Card:
    """The ring in the zone and its card in the outbox; stopped in between, the next change writes both."""
    shown = {"format": FORMAT, "organisation": made.organisation, "links": [asdict(link) for link in made.links]}
    write_private(_file(workspace, made.organisation), _text(shown | {"private": made.private}))
    write_private(card_file(workspace, made.organisation), _text(shown))
    return Card(organisation=made.organisation, links=made.links)


def _file(workspace: Workspace, organisation: Organisation) -> Path:
    return workspace.zone(organisation) / "keys" / "signing.json"


def _pair() -> tuple[str, str]:
    made = Ed25519PrivateKey.generate()
    return made.private_bytes_raw().hex(), made.public_key().public_bytes_raw().hex()


def _links(content: Any) -> tuple[Link, ...]:
    return tuple(Link(**link) for link in content["links"])


def _follow(organisation: str, links: Sequence[Link]) -> bool:
    """Whether each key is signed for by the one before it, and the first by none."""
    return len(bytes.fromhex(links[0].public)) == PUBLIC_BYTES and all(
        is_signed(before.public, link.handover, _handover(organisation, before.public, link))
        for before, link in pairwise(links)
    )


def _handover(organisation: str, before: str, link: Link) -> bytes:
    return "\n".join(("samsyn handover", organisation, before, link.public, link.made_at)).encode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=2, sort_keys=True) + "\n"
