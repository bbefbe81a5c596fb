"""What the forms about the year's round write: the round a committee begins with made its own, changed and ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard.texts import meetings as meeting_say
from dashboard.texts import yearly as say
from dashboard.writes.sent import Saved, Sent, Write
from governance import annual
from governance.entries import Yearly


def begin(sent: Sent) -> Saved:
    """Enter the round that every committee begins with, so that it can be changed."""
    sent.register.add_all(annual.ROUND, by=sent.by)
    return Saved(said=say.BEGUN)


def add(sent: Sent) -> Saved:
    """Enter one more thing to take up every year."""
    ids = (f"Y-{number}" for number in range(1, 10_000))
    free = next(each for each in ids if sent.register.held(Yearly, each) is None)
    sent.register.add(_filled(sent, Yearly(id=free, month=1, title=sent.words("title"))), by=sent.by)
    return Saved()


def change(sent: Sent) -> Saved:
    """Move it to another month, or change what it is."""
    sent.register.change(_filled(sent, sent.held(Yearly, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def remove(sent: Sent) -> Saved:
    """Take it up no more, saying why; it stays in the history."""
    sent.register.cancel(Yearly, sent.one("id"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved()


def _filled(sent: Sent, before: Yearly) -> Yearly:
    months = tuple(str(month) for month in range(1, 13))
    return replace(
        before,
        title=sent.words("title", before.title),
        month=int(sent.chosen("month", months)),
        perspective=sent.chosen("perspective", ("", *meeting_say.PERSPECTIVES)) or None,
        kind=sent.chosen("kind", tuple(meeting_say.KINDS)),
        minutes=sent.whole("minutes", 5, 240) or before.minutes,
    )


WRITES: Final[Mapping[str, Write]] = {
    "yearly_begin": begin,
    "yearly_add": add,
    "yearly_change": change,
    "yearly_remove": remove,
}
