"""What the forms that end things write: a last day, or that an entry no longer counts, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard.texts import closing as say
from dashboard.texts import register as register_say
from dashboard.writes.decision_sets import SETS
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import (
    Body,
    Clause,
    Consultation,
    Cycle,
    Entry,
    Evaluation,
    Event,
    Risk,
    TargetGroup,
    Undertaking,
    Word,
)
from governance.model.tables import name_of

ENDED: Final[Mapping[str, type[Body | Undertaking]]] = {name_of(kind): kind for kind in (Body, Undertaking)}
"""The kinds that are given a last day."""
CANCELLED: Final[Mapping[str, type[Entry]]] = {
    name_of(kind): kind
    for kind in (
        *(Clause, Consultation, Cycle, Evaluation, Event, Risk, TargetGroup, Undertaking, Word),
        *SETS.values(),
    )
}
"""The kinds that are cancelled: nothing in the register rests on them."""


def end(sent: Sent) -> Saved:
    """Give what is running its last day, move the day it has, or take the day back: it goes on.

    Fails   beside the day, where there is none to set and none to take back
    """
    before = sent.held(ENDED[sent.chosen("of", tuple(ENDED))], sent.one("id")).entry
    to_on, why = sent.last_day("to_on", before.from_on), sent.words("why")
    if to_on is None and before.to_on is None:
        raise FieldProblem("to_on", register_say.NEEDED)
    sent.register.change(replace(before, to_on=to_on), sent.seen, by=sent.by, why=why)
    return Saved()


def cancel(sent: Sent) -> Saved:
    """Say that something no longer counts; it stays in the register."""
    kind = CANCELLED[sent.chosen("of", tuple(CANCELLED))]
    sent.register.cancel(kind, sent.one("id"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved(said=say.DONE)


WRITES: Final[Mapping[str, Write]] = {"entry_end": end, "entry_cancel": cancel}
