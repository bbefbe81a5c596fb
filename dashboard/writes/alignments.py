"""What the forms about ways of working write: what both sides are to have alike, and how far each has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from dashboard.texts import alignments as say
from dashboard.writes.sent import Saved, Sent, Write
from governance.entries import Alignment
from governance.model.improvement import AlignmentStatus


def add(sent: Sent) -> Saved:
    """Enter a way of working under the next free number."""
    ids = (f"SA-{number}" for number in range(1, 10_000))
    free = next(each for each in ids if sent.register.held(Alignment, each) is None)
    new = Alignment(id=free, kind="routine", title=sent.words("title"), region="none", municipality="none")
    sent.register.add(_filled(sent, new), by=sent.by)
    return Saved(said=say.ADDED)


def change(sent: Sent) -> Saved:
    """Say how far each side has come, or what is to be alike in other words."""
    sent.register.change(_filled(sent, sent.held(Alignment, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def _filled(sent: Sent, before: Alignment) -> Alignment:
    statuses = get_args(AlignmentStatus)
    return replace(
        before,
        title=sent.words("title", before.title),
        kind=sent.chosen("kind", tuple(say.KINDS)),
        region=sent.chosen("region", statuses),
        municipality=sent.chosen("municipality", statuses),
        review_on=sent.day("review_on"),
        note=sent.text("note", before.note),
    )


WRITES: Final[Mapping[str, Write]] = {"alignment_add": add, "alignment_change": change}
