"""The words about joint projects, shared posts and money for a time, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Projekt, tjänster och tillfälliga medel", en="Projects, posts and temporary funding")
NOTE: Final = Text(
    sv="Det som en dag tar slut om ingen tar ställning till det.", en="What ends one day unless somebody sees to it."
)
NEXT: Final = Text(sv="Först att ta slut: {name}, {day}.", en="First to end: {name}, {day}.")
NEXT_NONE: Final = Text(sv="Inget av det som pågår har en sista dag.", en="Nothing that is running has a last day.")
NOTHING: Final = Text(sv="Inget är inskrivet ännu.", en="Nothing has been entered yet.")
OVER: Final = Text(sv="Avslutade ({n})", en="Ended ({n})")

KINDS: Final[Mapping[str, Text]] = {
    "project": Text(sv="gemensamt projekt", en="joint project"),
    "shared_post": Text(sv="delad tjänst", en="shared post"),
    "temporary_funding": Text(sv="tillfälliga medel", en="temporary funding"),
}
BEGINS: Final = Text(sv="börjar {day}", en="begins {day}")
ENDS: Final = Text(sv="slutar {day}, om {months}", en="ends {day}, in {months}")
ENDS_SOON: Final = Text(sv="slutar {day}, om {days}", en="ends {day}, in {days}")
ENDED: Final = Text(sv="slutade {day}", en="ended {day}")
NO_END: Final = Text(sv="inget slutdatum", en="no end date")
REGION_PART: Final = Text(sv="regionens del {share}", en="the region's part {share}")

RUNS: Final = Text(sv="Löper", en="Runs")
FROM_TO: Final = Text(sv="{first} till {last}", en="{first} to {last}")
FROM_ON: Final = Text(sv="från {first}, utan slutdatum", en="from {first}, without an end date")
WHOSE: Final = Text(sv="Vems", en="Whose")
AMOUNT: Final = Text(sv="Belopp", en="Amount")
PART: Final = Text(sv="Regionens del", en="The region's part")
AGREEMENT: Final = Text(sv="Vilar på avtalet", en="Rests on the agreement")
UNIT: Final = Text(sv="Enhet", en="Unit")
NO_AGREEMENT: Final = Text(
    sv="Ett gemensamt projekt utan skriftligt avtal. Välj det avtal som det vilar på.",
    en="A joint project without a written agreement. Choose the agreement it rests on.",
)

NEW: Final = Text(sv="Skriv in ett projekt, en tjänst eller medel", en="Enter a project, a post or funding")
CHANGE: Final = Text(sv="Ändra uppgifterna", en="Change what is entered")
NONE: Final = Text(sv="inget", en="none")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad det är", en="What it is"),
    "kind": Text(sv="Slag", en="Kind"),
    "organisation": Text(sv="Vems", en="Whose"),
    "from_on": Text(sv="Från", en="From"),
    "to_on": Text(sv="Sista dag (tom: inget slutdatum)", en="Last day (empty: no end date)"),
    "amount_sek": Text(sv="Belopp, kronor", en="Amount, kronor"),
    "region_share": Text(sv="Regionens del, procent", en="The region's part, per cent"),
    "agreement_id": Text(sv="Vilar på avtalet", en="Rests on the agreement"),
    "unit_id": Text(sv="Enhet", en="Unit"),
}
ADDED: Final = Text(sv="Inskrivet.", en="Entered.")
