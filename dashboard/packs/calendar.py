"""A meeting as an iCalendar file that calendars take as an invitation, an update of it, or its cancellation.

Rule    a meeting keeps its UID through all its changes, and every version of it in the register has a higher
        SEQUENCE: a calendar then moves the meeting it has instead of adding another
Source  RFC 5545, RFC 5546
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

import icalendar

from governance.entries import AgendaItem, Meeting
from governance.keeping import Held
from metrics.problem import Language, Text

ZONE: Final = ZoneInfo("Europe/Stockholm")
NO_ADDRESS: Final = "invalid:nomail"
"""An organiser is required and we have no address: the register holds roles, never people."""
Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
SUMMARY: Final = Text(sv="{name}: möte", en="{name}: meeting")


def of_meeting(
    held: Held[Meeting], items: Iterable[AgendaItem], committee: tuple[str, Text], language: Language
) -> bytes:
    """One meeting, to be sent to those who come.

    In      items      of its agenda, for the description
            committee  its id and its name
    """
    method: Method = "CANCEL" if held.cancelled is not None else "REQUEST"
    return _file([_event(held, items, committee, language)], method)


def of_meetings(
    meetings: Iterable[tuple[Held[Meeting], tuple[AgendaItem, ...]]], committee: tuple[str, Text], language: Language
) -> bytes:
    """Several meetings in one file, for a calendar that follows the committee's."""
    return _file([_event(held, items, committee, language) for held, items in meetings], "PUBLISH")


def _file(events: list[icalendar.Event], method: Method) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Samsyn//SV")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    if events:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(
    held: Held[Meeting], items: Iterable[AgendaItem], committee: tuple[str, Text], language: Language
) -> icalendar.Event:
    meeting, (committee_id, name) = held.entry, committee
    starts = datetime.combine(meeting.held_on, time.fromisoformat(meeting.starts_at), ZONE)
    event = icalendar.Event()
    event.add("uid", f"{meeting.id}@{committee_id}.samsyn")
    event.add("sequence", held.version - 1)
    event.add("dtstamp", held.changed_at)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("summary", SUMMARY.format(name=name)[language])
    event.add("status", "CANCELLED" if held.cancelled is not None else "CONFIRMED")
    event.add("organizer", icalendar.vCalAddress(NO_ADDRESS))
    if meeting.place is not None:
        event.add("location", meeting.place[language])
    lines = [f"{number}. {item.title[language]}" for number, item in enumerate(items, start=1)]
    if held.cancelled is not None:
        lines.insert(0, held.cancelled[language])
    if lines:
        event.add("description", "\n".join(lines))
    return event
