"""The words about risks: how grave, where they would show, when they are looked at again, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Risker", en="Risks")
LATE: Final = Text(
    sv="Öppna risker: {n}. Dagen för översyn har passerat för {late}.",
    en="Open risks: {n}. The day of review has passed for {late}.",
)
LATE_NONE: Final = Text(sv="Öppna risker: {n}. Ingen väntar på översyn.", en="Open risks: {n}. None waits for review.")
NOTHING: Final = Text(sv="Ingen öppen risk är inskriven.", en="No open risk has been entered.")
OVER: Final = Text(sv="Stängda ({n})", en="Closed ({n})")

SEVERITIES: Final[Mapping[str, Text]] = {
    "high": Text(sv="hög", en="high"),
    "middle": Text(sv="medelhög", en="medium"),
    "low": Text(sv="låg", en="low"),
}
STATUSES: Final[Mapping[str, Text]] = {
    "open": Text(sv="öppen", en="open"),
    "closed": Text(sv="stängd", en="closed"),
    "cancelled": Text(sv="återkallad", en="cancelled"),
}
SEVERITY: Final = Text(sv="Allvar", en="Severity")
WHOSE: Final = Text(sv="Vems", en="Whose")
STATUS: Final = Text(sv="Läge", en="Status")
SHOWS: Final = Text(sv="Skulle synas i", en="Would show in")
SHOWS_NOWHERE: Final = Text(sv="inget mått", en="no measure")
REVIEW: Final = Text(sv="Ses över", en="To be reviewed")
REVIEW_ON: Final = Text(sv="ses över {day}", en="to be reviewed {day}")
REVIEW_PAST: Final = Text(sv="skulle ha setts över {day}", en="review was due {day}")
AGREEMENT: Final = Text(sv="Rör avtalet", en="Concerns the agreement")

NEW: Final = Text(sv="Skriv in en risk", en="Enter a risk")
CHANGE: Final = Text(sv="Ändra risken, eller sätt ny dag för översyn", en="Change the risk, or set a new day of review")
CLOSE: Final = Text(sv="Stäng risken", en="Close the risk")
REOPEN: Final = Text(sv="Öppna risken igen", en="Open the risk again")
WHY_CLOSE: Final = Text(sv="Varför den inte längre finns", en="Why it is there no longer")
WHY_REOPEN: Final = Text(sv="Varför den öppnas igen", en="Why it is opened again")
WHERE: Final = Text(sv="Var den skulle synas", en="Where it would show")
NONE: Final = Text(sv="inget", en="none")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad som kan gå fel", en="What may go wrong"),
    "text": Text(sv="Vad det skulle leda till", en="What it would lead to"),
    "organisation": Text(sv="Vems", en="Whose"),
    "severity": Text(sv="Allvar", en="Severity"),
    "review_on": Text(sv="Ses över den", en="To be reviewed on"),
    "agreement_id": Text(sv="Rör avtalet", en="Concerns the agreement"),
    "indicators": Text(sv="Mått", en="Measures"),
}
ADDED: Final = Text(sv="Risken är inskriven.", en="The risk has been entered.")
