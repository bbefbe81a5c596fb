"""Every change of the register as a link in a chain: who, when, what and why, each with the hash of the one before.

A chain alone can be written anew from any point on. Therefore its end is signed with each write, and at each decision
and approval a signed checkpoint is made that both organisations can keep in their own diaries.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from governance import signing
from governance.entries import KINDS
from governance.model.shape import Entry
from governance.model.tables import CHECKPOINT, HEAD, HISTORY, KIND_OF
from metrics.problem import Text

HEAD_ROW = 1
CHECKED = frozenset({("add", "decision"), ("supersede", "decision"), ("add", "approval"), ("lock", "minutes")})
"""The changes that end in a checkpoint."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One link: what somebody did to one object.

    In      verb      add, change, supersede, cancel, lock … or a word of the caller's for what is no entry
            content   the entry as it became, in canonical JSON
            why       the reason given, in canonical JSON; "" for none
            previous  the hash of the link before; "" for the first
    """

    number: int
    at: str
    actor: str
    verb: str
    kind: str
    object_id: str
    version: int
    content: str
    why: str
    previous: str
    sha256: str = ""

    def hashed(self) -> str:
        """The hash this link should have."""
        return hashlib.sha256(canonical(asdict(replace(self, sha256=""))).encode()).hexdigest()

    def reason(self) -> Text | None:
        """The reason given, in words."""
        return Text(**json.loads(self.why)) if self.why else None


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """The hash of the chain at one link, signed."""

    number: int
    at: str
    sha256: str
    signature: str


_ADAPTERS: dict[type[Entry], TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in KINDS.values()}


def canonical(value: object) -> str:
    """The one way to write a value as JSON: sorted keys, no spaces, letters as they are.

    >>> canonical({"b": 1, "a": "å"})
    '{"a":"å","b":1}'
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def content_of(entry: Entry) -> str:
    """An entry in canonical JSON."""
    return canonical(_ADAPTERS[type(entry)].dump_python(entry, mode="json"))


def append(
    session: Session, *, actor: str, verb: str, kind: str, object_id: str, version: int, content: str, why: Text | None
) -> None:
    """Add one link; `seal` signs the end when all links of the write are there."""
    number, previous = end(session)
    link = Change(
        number=number + 1,
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        actor=actor,
        verb=verb,
        kind=kind,
        object_id=object_id,
        version=version,
        content=content,
        why="" if why is None else canonical(asdict(why)),
        previous=previous,
    )
    link = replace(link, sha256=link.hashed())
    session.execute(insert(HISTORY), [asdict(link)])
    session.info["end"] = (link.number, link.sha256)
    if (verb, kind) in CHECKED:
        session.info["checked"] = True


def seal(session: Session, key: Ed25519PrivateKey) -> None:
    """Sign the chain's new end, if this write has added to it."""
    if "end" not in session.info:
        return
    number, sha256 = session.info["end"]
    if "checked" in session.info:
        session.execute(insert(CHECKPOINT), [asdict(_checkpoint(key, number, sha256))])
    points = session.execute(select(func.count()).select_from(CHECKPOINT)).scalar_one()
    signature = signing.sign(key, _message("head", number, sha256, points))
    session.execute(update(HEAD).where(HEAD.c.id == HEAD_ROW).values(number=number, sha256=sha256, signature=signature))


def _checkpoint(key: Ed25519PrivateKey, number: int, sha256: str) -> Checkpoint:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Checkpoint(
        number=number, at=at, sha256=sha256, signature=signing.sign(key, _message("checkpoint", number, sha256, at))
    )


def end(session: Session) -> tuple[int, str]:
    """The number and hash of the last link; (0, "") before the first."""
    if "end" in session.info:
        number, sha256 = session.info["end"]
        return number, sha256
    row = session.execute(select(HEAD.c.number, HEAD.c.sha256).where(HEAD.c.id == HEAD_ROW)).one()
    return row.number, row.sha256


def _message(what: str, number: int, sha256: str, also: str | int) -> str:
    """What is signed: of the end also how many checkpoints there are, of a checkpoint its moment.

    Rule    the end can never be passed off as a checkpoint, nor a checkpoint as the end
    """
    return canonical(["samsyn", what, number, sha256, also])


# --- reading and verifying --------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Chain:
    """All there is to verify: the links, the checkpoints, the signed end, and what the tables hold.

    In      head  number, hash and signature of the end
            held  (kind, id) -> (version, content, why cancelled) of each row; None where there are only the links
    """

    links: tuple[Change, ...]
    checkpoints: tuple[Checkpoint, ...]
    head: tuple[int, str, str]
    held: dict[tuple[str, str], tuple[int, str, str]] | None = None


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was written.

    In      code    link_missing, link_altered, link_moved, end_cut, end_unsigned, checkpoint_false,
                    row_altered, row_deleted, row_inserted
            number  the link it was found at; 0 where it was found in a table
    """

    code: str
    number: int
    text: Text


def links(session: Session, kind: str = "", object_id: str = "") -> tuple[Change, ...]:
    """The links of one object in order, or all of them."""
    asked = select(HISTORY).order_by(HISTORY.c.number)
    if kind:
        asked = asked.where(HISTORY.c.kind == kind, HISTORY.c.object_id == object_id)
    return tuple(Change(**row) for row in session.execute(asked).mappings())


def chain(session: Session) -> Chain:
    """The links, the checkpoints and the end as the database has them."""
    rows = session.execute(select(CHECKPOINT).order_by(CHECKPOINT.c.number)).mappings()
    end = session.execute(select(HEAD.c.number, HEAD.c.sha256, HEAD.c.signature)).all()
    return Chain(
        links=links(session),
        checkpoints=tuple(Checkpoint(**row) for row in rows),
        head=(end[0].number, end[0].sha256, end[0].signature) if end else (0, "", ""),
    )


def faults(chain: Chain, public_key: str, kept: Sequence[Checkpoint] = ()) -> tuple[Fault, ...]:
    """Everything that shows the history is not the one that was written; nothing where it is whole.

    In      kept  checkpoints from outside: what an organisation has in its own diary
    Rule    who holds the key and the whole database can write another history; only a kept checkpoint shows that
    """
    return (
        *_broken(chain.links),
        *_cut(chain, public_key),
        *_checkpoints(chain, (*chain.checkpoints, *kept), public_key),
        *_rows(chain),
    )


def _broken(chain: Sequence[Change]) -> Iterable[Fault]:
    previous = ""
    for expected, link in enumerate(chain, start=1):
        if link.number != expected:
            yield _fault(
                "link_missing",
                expected,
                sv="Länk {number} saknas eller är flyttad.",
                en="Link {number} is missing or moved.",
            )
            return
        if link.hashed() != link.sha256:
            yield _fault(
                "link_altered", link.number, sv="Länk {number} har ändrats.", en="Link {number} has been altered."
            )
        if link.previous != previous:
            yield _fault(
                "link_moved",
                link.number,
                sv="Länk {number} hänger inte ihop med den före.",
                en="Link {number} does not follow the one before it.",
            )
        previous = link.sha256


def _cut(chain: Chain, public_key: str) -> Iterable[Fault]:
    number, sha256, signature = chain.head
    message = _message("head", number, sha256, len(chain.checkpoints))
    if (number or chain.links) and not signing.is_signed(public_key, message, signature):
        yield _fault(
            "end_unsigned",
            number,
            sv="Historikens slut och antalet kontrollpunkter är inte de som registrets nyckel undertecknade.",
            en="The end of the history and the number of checkpoints are not those the register's key signed.",
        )
    last = chain.links[-1] if chain.links else None
    if (last.number, last.sha256) != (number, sha256) if last else number:
        yield _fault(
            "end_cut",
            number,
            sv="Historiken ska sluta med länk {number} men gör det inte.",
            en="The history should end with link {number}, but does not.",
        )


def _checkpoints(chain: Chain, checkpoints: Sequence[Checkpoint], public_key: str) -> Iterable[Fault]:
    hashes = {link.number: link.sha256 for link in chain.links}
    for point in checkpoints:
        message = _message("checkpoint", point.number, point.sha256, point.at)
        if not signing.is_signed(public_key, message, point.signature):
            yield _fault(
                "checkpoint_false",
                point.number,
                sv="Kontrollpunkten vid länk {number} är inte undertecknad med registrets nyckel.",
                en="The checkpoint at link {number} is not signed with the register's key.",
            )
        elif hashes.get(point.number) != point.sha256:
            yield _fault(
                "link_altered",
                point.number,
                sv="Historiken till och med länk {number} är inte den som undertecknades {at}.",
                en="The history up to link {number} is not the one that was signed at {at}.",
                at=point.at,
            )


def _rows(chain: Chain) -> Iterable[Fault]:
    if chain.held is None:
        return
    last = {(link.kind, link.object_id): link for link in chain.links if link.version}
    for key, link in last.items():
        if key not in chain.held:
            yield _row_fault(
                "row_deleted",
                key,
                sv="{what} har tagits bort ur sin tabell.",
                en="{what} has been removed from its table.",
            )
        elif chain.held[key] not in (
            (link.version, content, link.why if link.verb == "cancel" else "")
            for content in (link.content, _as_now(link))
        ):
            yield _row_fault(
                "row_altered", key, sv="{what} är inte som historiken säger.", en="{what} is not as the history says."
            )
    for key in chain.held.keys() - last.keys():
        yield _row_fault("row_inserted", key, sv="{what} finns inte i historiken.", en="{what} is not in the history.")


def _as_now(link: Change) -> str:
    """What a link says, as its kind is written now: one that has gained a field since then has it as it was left out.

    Out     what it says itself, where the kind has lost a field or is no more
    """
    kind = KIND_OF.get(link.kind)
    try:
        return link.content if kind is None else content_of(_ADAPTERS[kind].validate_json(link.content))
    except ValidationError:
        return link.content


def _row_fault(code: str, key: tuple[str, str], *, sv: str, en: str) -> Fault:
    return Fault(code, 0, Text(sv=sv, en=en).format(what="/".join(key)))


def _fault(code: str, number: int, *, sv: str, en: str, at: str = "") -> Fault:
    return Fault(code, number, Text(sv=sv, en=en).format(number=number, at=at))
