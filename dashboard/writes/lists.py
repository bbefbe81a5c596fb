"""What the forms about lists of earlier years do: read one to show what it holds, then write all of it or nothing."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final

from dashboard.texts import lists as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Contents
from metrics.problem import UserProblem
from pipelines import register_lists
from pipelines.register_lists import Found

MOST_MEGABYTES: Final = 4
KEPT: Final = 8
"""How many lists wait to be written, at most: the one read longest ago has to be chosen again."""
ENDINGS: Final = (".csv", ".docx")


@dataclass(frozen=True)
class Waiting:
    """A list somebody has chosen: its file's name, and what is in it."""

    name: str
    content: bytes


_WAITING: OrderedDict[str, Waiting] = OrderedDict()
_LOCK = Lock()


def waiting(token: str) -> Waiting | None:
    """A list that has been read and not yet written; None where the server has it no more."""
    with _LOCK:
        return _WAITING.get(token)


def found(chosen: Waiting, held: Contents) -> Found:
    """What a list holds, beside what the register holds now."""
    return register_lists.read_content(chosen.name, chosen.content, held)


def look(sent: Sent) -> Saved:
    """Read a list, and go on to what it holds; nothing is written."""
    name = sent.needed("file_name")
    if not name.lower().endswith(ENDINGS):
        raise FieldProblem("file", say.NOT_A_LIST)
    try:
        content = base64.b64decode(sent.one("file"), validate=True)
    except binascii.Error:
        raise FieldProblem("file", say.NOT_A_LIST) from None
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise FieldProblem("file", say.TOO_LARGE.format(size=MOST_MEGABYTES))
    chosen = Waiting(name, content)
    try:
        found(chosen, sent.register.contents())
    except UserProblem as problem:
        raise FieldProblem("file", problem.text) from None
    token = hashlib.sha256(content).hexdigest()[:16]
    with _LOCK:
        _WAITING[token] = chosen
        while len(_WAITING) > KEPT:
            _WAITING.popitem(last=False)
    return Saved(said=say.LOOKED, to=f"{View(page='members', language=sent.language).address}&do=lists&list={token}")


def write(sent: Sent) -> Saved:
    """Write all that a list holds.

    Fails   list_gone; rows_wrong where a row cannot be read
    """
    chosen = waiting(sent.one("list"))
    if chosen is None:
        raise UserProblem("list_gone", say.GONE)
    read = found(chosen, sent.register.contents())
    if read.problems:
        raise UserProblem("rows_wrong", say.WRONG_NOTE)
    sent.register.add_all(read.entries, by=sent.by)
    return Saved(said=say.WRITTEN.format(n=len(read.entries)), to=View(page="meetings", language=sent.language).address)


WRITES: Final[Mapping[str, Write]] = {"list_look": look, "list_write": write}
