"""The forms about a meeting: planning it and changing it."""

from __future__ import annotations

from dashboard.components.register_form import Field, form, text_of
from dashboard.texts import meetings as say
from dashboard.writes.meetings import LONGEST, SHORTEST
from governance.entries import Meeting
from governance.keeping import Held
from metrics.problem import Language


def new_meeting(like: Meeting | None, language: Language) -> str:
    """Planning a meeting, with the hours and the place of the one before."""
    return form(
        "meeting_add", _fields(like, "", language), about="meeting/new", language=language, submit=say.PLAN[language]
    )


def change_meeting(held: Held[Meeting], language: Language) -> str:
    """Changing when and where a meeting is held."""
    meeting = held.entry
    fields = [Field(name="id", kind="hidden", value=meeting.id), *_fields(meeting, str(meeting.held_on), language)]
    return form("meeting_change", fields, about=f"meeting/{meeting.id}", seen=held.version, language=language)


def cancel_meeting(held: Held[Meeting], language: Language) -> str:
    """Cancelling a meeting that has not been held, with the reason."""
    fields = [
        Field(name="id", kind="hidden", value=held.entry.id),
        Field(name="why", label=say.CANCEL_WHY[language], wide=True),
    ]
    submit, about = say.CANCEL_MEETING[language], f"meeting/{held.entry.id}"
    return form("meeting_cancel", fields, about=about, seen=held.version, language=language, submit=submit)


def _fields(meeting: Meeting | None, day: str, language: Language) -> list[Field]:
    return [
        Field(name="held_on", label=say.DAY[language], kind="date", value=day),
        Field(
            name="starts_at", label=say.STARTS[language], kind="time", value=meeting.starts_at if meeting else "13:00"
        ),
        Field(
            name="minutes",
            label=say.LASTS[language],
            kind="number",
            value=str(meeting.minutes if meeting else 120),
            least=SHORTEST,
            most=LONGEST,
        ),
        Field(name="place", label=say.PLACE[language], value=text_of(meeting.place, language) if meeting else ""),
        Field(
            name="called_by",
            label=say.CALLED_BY[language],
            kind="choice",
            value=meeting.called_by if meeting else "joint",
            choices=[(lane, words[language]) for lane, words in say.LANES.items()],
        ),
    ]
