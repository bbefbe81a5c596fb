"""What the forms about meetings write: the meeting itself, its agenda and who came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final, get_args

from dashboard import data
from dashboard.texts import meetings as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Lane, Meeting

SHORTEST, LONGEST = 15, 480
"""How many minutes a meeting may last."""


def add_meeting(sent: Sent) -> Saved:
    """Plan a meeting, and go to its page."""
    day = sent.needed_day("held_on")
    meeting = _filled(sent, Meeting(id=_free_id(sent, day), held_on=day))
    sent.register.add(meeting, by=sent.by)
    return Saved(said=say.MEETING_ADDED, to=View(page="meetings", item=meeting.id, language=sent.language).address)


def change_meeting(sent: Sent) -> Saved:
    """Change when, where or for how long a meeting is held."""
    before = sent.held(Meeting, sent.one("id")).entry
    meeting = _filled(sent, before)
    if meeting.status == "held" and meeting.held_on > max(before.held_on, data.today()):
        raise FieldProblem("held_on", say.HELD_AHEAD)
    sent.register.change(meeting, sent.seen, by=sent.by)
    return Saved()


def cancel_meeting(sent: Sent) -> Saved:
    """Cancel a meeting, with the reason."""
    sent.register.cancel(Meeting, sent.one("id"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved(said=say.MEETING_CANCELLED)


WRITES: Final[Mapping[str, Write]] = {
    "meeting_add": add_meeting,
    "meeting_change": change_meeting,
    "meeting_cancel": cancel_meeting,
}


def _filled(sent: Sent, meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        held_on=sent.needed_day("held_on"),
        starts_at=sent.clock("starts_at"),
        minutes=sent.whole("minutes", SHORTEST, LONGEST) or meeting.minutes,
        place=sent.text("place", meeting.place),
        called_by=sent.chosen("called_by", get_args(Lane)),
    )


def _free_id(sent: Sent, day: date) -> str:
    """An id that tells the day; a second meeting of the same day gets a number."""
    ids = [f"M-{day}", *(f"M-{day}-{number}" for number in range(2, 20))]
    return next(each for each in ids if sent.register.held(Meeting, each) is None)
