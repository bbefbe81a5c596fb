"""Whether the register's history is the one that was written, and how it is taken out of the house."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from governance import history, signing
from governance.entries import KINDS
from governance.history import Chain, Change, Checkpoint, Fault
from governance.model.shape import Entry
from governance.model.tables import ROWS, entry_of, name_of
from governance.register import Register
from metrics.problem import Text, UserProblem


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was verified, and everything that was found."""

    links: int
    checkpoints: int
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def verify(register: Register, kept: Sequence[Checkpoint] = ()) -> Verdict:
    """The whole history and every table against it.

    In      kept  checkpoints an organisation has in its own diary; see `checkpoints`
    """
    with register.reading() as session:
        if session is None:
            return Verdict(links=0, checkpoints=0, faults=())
        found = replace(history.chain(session), held=_held(session))
    return _judged(found, signing.public(register.key()), kept)


def of_object(register: Register, kind: type[Entry], object_id: str) -> tuple[Change, ...]:
    """The history of one object, oldest first; `content` of each is the entry as it became, in JSON."""
    with register.reading() as session:
        return () if session is None else history.links(session, name_of(kind), object_id)


def checkpoints(register: Register) -> tuple[Checkpoint, ...]:
    """All signed checkpoints, for the organisations to keep."""
    with register.reading() as session:
        return () if session is None else history.chain(session).checkpoints


def export(register: Register) -> Iterator[str]:
    """The whole history as lines of JSON: what is needed to verify it elsewhere, then every link."""
    with register.reading() as session:
        if session is None:
            return
        found = history.chain(session)
    points = [asdict(point) for point in found.checkpoints]
    yield history.canonical(
        {"public_key": signing.public(register.key()), "head": list(found.head), "checkpoints": points}
    )
    for link in found.links:
        yield history.canonical(asdict(link))


def verify_export(lines: Iterable[str], kept: Sequence[Checkpoint] = ()) -> Verdict:
    """An exported history, without the register it came from.

    Rule    who exports can choose the key: compare it with the one the other organisation has
    Fails   export_unreadable
    """
    try:
        first, *rest = (json.loads(line) for line in lines if line.strip())
        found = Chain(
            links=tuple(Change(**row) for row in rest),
            checkpoints=tuple(Checkpoint(**row) for row in first["checkpoints"]),
            head=tuple(first["head"]),
        )
        public_key = str(first["public_key"])
    except (ValueError, TypeError, KeyError):
        raise _unreadable("export") from None
    return _judged(found, public_key, kept)


def read_checkpoints(content: bytes) -> tuple[Checkpoint, ...]:
    """Checkpoints somebody has kept: a list as JSON, as `samsyn audit checkpoints` writes it.

    Fails   checkpoints_unreadable
    """
    try:
        return TypeAdapter(tuple[Checkpoint, ...]).validate_json(content)
    except ValidationError:
        raise _unreadable("checkpoints") from None


def _judged(found: Chain, public_key: str, kept: Sequence[Checkpoint]) -> Verdict:
    return Verdict(
        links=len(found.links),
        checkpoints=len(found.checkpoints),
        faults=history.faults(found, public_key, kept),
    )


def _held(session: Session) -> dict[tuple[str, str], tuple[int, str, str]]:
    """Every row as the history would say it: version, content, and why it was cancelled."""
    held = {}
    for kind in KINDS.values():
        for row in session.scalars(select(ROWS[kind])):
            why = {"sv": row.cancelled_sv, "en": row.cancelled_en}
            cancelled = "" if row.cancelled_sv is None else history.canonical(why)
            held[name_of(kind), row.id] = (row.version, history.content_of(entry_of(kind, row)), cancelled)
    return held


def _unreadable(what: str) -> UserProblem:
    return UserProblem(
        f"{what}_unreadable",
        Text(
            sv="Filen är inte en som samsyn audit har skrivit. Välj en annan fil.",
            en="The file is not one that samsyn audit has written. Choose another.",
        ),
    )
