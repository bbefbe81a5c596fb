"""The words of the meetings, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Möten", en="Meetings")
QUESTION: Final = Text(
    sv="Vad står på dagordningen, vilka kommer och vad sa vi?", en="What is on the agenda, who comes, what did we say?"
)
NEXT: Final = Text(sv="Nästa möte är {day}.", en="The next meeting is on {day}.")
NO_NEXT: Final = Text(sv="Inget möte är planerat.", en="No meeting is planned.")
NONE: Final = Text(sv="Inga möten finns i registret ännu.", en="There are no meetings in the register yet.")
YEAR: Final = Text(sv="År", en="Year")
LIST: Final = Text(sv="Möten {year}", en="Meetings of {year}")
NEW: Final = Text(sv="Nytt möte", en="New meeting")
PLAN: Final = Text(sv="Planera mötet", en="Plan the meeting")
MEETING_ADDED: Final = Text(sv="Mötet är planerat.", en="The meeting is planned.")
MEETING_CANCELLED: Final = Text(sv="Mötet är inställt.", en="The meeting is cancelled.")

DAY: Final = Text(sv="Dag", en="Day")
STARTS: Final = Text(sv="Börjar", en="Starts")
LASTS: Final = Text(sv="Minuter", en="Minutes")
PLACE: Final = Text(sv="Plats", en="Place")
CALLED_BY: Final = Text(sv="Sammankallande", en="Called by")
STATUS: Final = Text(sv="Läge", en="State")
ITEMS: Final = Text(sv="Punkter", en="Items")
MINUTES: Final = Text(sv="Protokoll", en="Minutes")
LANES: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "joint": Text(sv="Båda", en="Both"),
}
STATUSES: Final[Mapping[str, Text]] = {
    "planned": Text(sv="Planerat", en="Planned"),
    "held": Text(sv="Hållet", en="Held"),
    "cancelled": Text(sv="Inställt", en="Cancelled"),
}
MINUTES_STATUSES: Final[Mapping[str, Text]] = {
    "": Text(sv="inte påbörjat", en="not begun"),
    "draft": Text(sv="utkast", en="draft"),
    "circulated": Text(sv="utskickat", en="circulated"),
    "locked": Text(sv="låst", en="locked"),
}
