"""The words about what the two sides make alike: routines, forms, guidelines and systems, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Samordnade arbetssätt", en="What is made alike")
NOTE: Final = Text(
    sv="Rutiner, blanketter, riktlinjer och it-stöd som båda ska ha lika, och hur långt var och en har kommit.",
    en="Routines, forms, guidelines and systems both are to have alike, and how far each has come.",
)
COUNTS: Final = Text(sv="{n} av {all} används på båda sidor.", en="{n} of {all} are in use on both sides.")
NOTHING: Final = Text(sv="Inget är inskrivet ännu.", en="Nothing has been entered yet.")
HEAD: Final = Text(sv="Vad;Regionen;Kommunen;Ses över", en="What;Region;Municipality;Review")
KINDS: Final[Mapping[str, Text]] = {
    "routine": Text(sv="rutin", en="routine"),
    "referral_form": Text(sv="blankett för remiss eller kallelse", en="form for referral or call"),
    "guideline": Text(sv="riktlinje", en="guideline"),
    "it": Text(sv="it-stöd", en="system"),
}
STATUSES: Final[Mapping[str, Text]] = {
    "none": Text(sv="inte påbörjat", en="not begun"),
    "under_way": Text(sv="på väg", en="under way"),
    "in_use": Text(sv="används", en="in use"),
}
CHANGE: Final = Text(sv="Ändra: {title}", en="Change: {title}")
ADD: Final = Text(sv="Skriv in ett arbetssätt", en="Enter a way of working")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad som ska vara lika", en="What is to be alike"),
    "kind": Text(sv="Slag", en="Kind"),
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "review_on": Text(sv="Ses över", en="To be reviewed"),
    "note": Text(sv="Anmärkning", en="Note"),
}
ADDED: Final = Text(sv="Arbetssättet är inskrivet.", en="The way of working has been entered.")
