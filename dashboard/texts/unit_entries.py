"""The words about the units as the register has them: who leads them, and what has changed them, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Enheterna och deras två ledare", en="The units and their two leaders")
HEAD: Final = Text(
    sv="Enhet;Ledare, regionen;Ledare, kommunen;Senast bekräftat;Förändringar",
    en="Unit;Leader, the region;Leader, the municipality;Last confirmed;Changes",
)
NO_LEADER: Final = Text(sv="ingen", en="none")
NEVER: Final = Text(sv="inte ännu", en="not yet")
CONFIRMED: Final = Text(sv="{period}: {who}", en="{period}: {who}")
OPENED: Final = Text(sv="öppnade {day}", en="opened {day}")
CLOSED: Final = Text(sv="stängde {day}", en="closed {day}")
OWNED: Final[Mapping[str, Text]] = {
    "joint": Text(sv="drivs gemensamt", en="run jointly"),
    "region": Text(sv="drivs av regionen", en="run by the region"),
    "municipality": Text(sv="drivs av kommunen", en="run by the municipality"),
}
CHANGES: Final[Mapping[str, Text]] = {
    "opened": Text(sv="öppnad", en="opened"),
    "closed": Text(sv="stängd", en="closed"),
    "renamed": Text(sv="nytt namn", en="renamed"),
    "owner": Text(sv="ny huvudman", en="new owner"),
    "leader": Text(sv="ny ledare", en="new leader"),
    "merged": Text(sv="sammanslagen", en="merged"),
    "split": Text(sv="delad", en="split"),
}
INTO: Final = Text(sv="till {units}", en="into {units}")
IN_REGISTER: Final = Text(sv="Uppgifter och ändringar", en="Entry and changes")

# --- one unit ---------------------------------------------------------------------------------------------------

ID: Final = Text(sv="Beteckning", en="Id")
ID_KNOWN: Final = Text(sv="{id}, den som siffrorna bär", en="{id}, the one the figures carry")
ID_UNKNOWN: Final = Text(
    sv="{id}, som siffrorna inte har: enheten visas utan mått", en="{id}, which the figures lack: it has no measures"
)
LEADER_REGION: Final = Text(sv="Ledare, regionen", en="Leader, the region")
LEADER_MUNICIPALITY: Final = Text(sv="Ledare, kommunen", en="Leader, the municipality")
OPEN: Final = Text(sv="Öppnade", en="Opened")
SHUT: Final = Text(sv="Stängde", en="Closed")
FIGURES: Final = Text(sv="Siffror", en="Figures")
TO_FIGURES: Final = Text(sv="Hur enheten ligger till", en="How the unit stands")
WHAT_CHANGED: Final = Text(sv="Daterade ändringar", en="Dated changes")
MARKED: Final = Text(
    sv="Varje ändring märks ut i enhetens diagram; serien fortsätter.",
    en="Each change is marked in the unit's charts; its series goes on.",
)
UNCHANGED: Final = Text(sv="Ingen ändring är inskriven.", en="No change has been entered.")

NEW: Final = Text(sv="Skriv in en enhet", en="Enter a unit")
ALL_IN: Final = Text(
    sv="Alla enheter som den senaste frisläppningen har finns i registret.",
    en="The register has every unit that the latest release has.",
)
CHANGE: Final = Text(sv="Ändra enhetens uppgifter", en="Change what is entered of the unit")
NEW_CHANGE: Final = Text(sv="Ny daterad ändring", en="New dated change")
CHANGE_CHANGE: Final = Text(sv="{day}, {kind}: ändra", en="{day}, {kind}: change")
AFTER: Final = Text(sv="Så är enheten efter ändringen", en="How the unit is after the change")
MERGED_OR_SPLIT: Final = Text(sv="Vid sammanslagning eller delning", en="Of a merger or a split")
NONE: Final = Text(sv="ingen", en="none")
NO_DECISION: Final = Text(sv="inget", en="none")
FIELDS: Final[Mapping[str, Text]] = {
    "id": Text(sv="Enhet", en="Unit"),
    "name": Text(sv="Namn", en="Name"),
    "owner": Text(sv="Vem som driver den", en="Who runs it"),
    "region_leader": Text(sv="Ledare, regionen", en="Leader, the region"),
    "municipality_leader": Text(sv="Ledare, kommunen", en="Leader, the municipality"),
    "opened_on": Text(sv="Öppnade (tom: okänt)", en="Opened (empty: not known)"),
    "closed_on": Text(sv="Stängde (tom: öppen)", en="Closed (empty: open)"),
    "kind": Text(sv="Vad som hände", en="What happened"),
    "on": Text(sv="Dag", en="Day"),
    "text": Text(sv="Med ord", en="In words"),
    "into": Text(sv="Enheter som den blev en del av eller delades i", en="Units it became part of or was split into"),
    "decision_id": Text(sv="Beslut", en="Decision"),
}
ID_NOTE: Final = Text(
    sv="Beteckningen är den som siffrorna bär. Namn, slag och dagar följer med från den senaste frisläppningen.",
    en="The id is the one the figures carry. Name, kind and days come from the latest release.",
)
INTO_NEEDED: Final = Text(
    sv="Välj minst en enhet som den blev en del av eller delades i.",
    en="Choose at least one unit that it became part of or was split into.",
)
INTO_ELSE: Final = Text(
    sv="Bara en sammanslagning eller delning har enheter här. Ta bort dem, eller välj vad som hände.",
    en="Only a merger or a split has units here. Untick them, or choose what happened.",
)
CANCEL_NOTE: Final = Text(
    sv="Ändringen står kvar i registret med sitt skäl, men räknas inte längre. Den dag då enheten öppnade eller "
    "stängde tas tillbaka om ändringen gav den; namn, huvudman och ledare rättas under ”Ändra enhetens uppgifter”.",
    en="The change stays in the register with its reason, but no longer counts. The day the unit opened or closed is "
    "taken back where the change gave it; name, owner and leaders are mended under “Change what is entered of the "
    "unit”.",
)
CANCELLED: Final = Text(
    sv="Återkallat, och dagen som ändringen gav enheten är tillbakatagen.",
    en="Cancelled, and the day the change gave the unit is taken back.",
)
ADDED: Final = Text(sv="Enheten är inskriven.", en="The unit has been entered.")
CHANGED: Final = Text(sv="Ändringen är inskriven.", en="The change has been entered.")
