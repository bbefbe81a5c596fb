"""The words of the page about members and units, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(
    sv="Vilka sitter vid bordet, till när, och vilka leder enheterna?",
    en="Who is at the table, until when, and who leads the units?",
)
SEATED: Final = Text(
    sv="{n} platser vid bordet: {region} från regionen, {municipality} från kommunen, {association} från föreningarna.",
    en="{n} seats at the table: {region} from the region, {municipality} from the municipality, {association} from "
    "the associations.",
)
SEATED_ONE: Final = Text(
    sv="En plats vid bordet: {region} från regionen, {municipality} från kommunen, {association} från föreningarna.",
    en="One seat at the table: {region} from the region, {municipality} from the municipality, {association} from the "
    "associations.",
)
QUORUM: Final = Text(
    sv="Styrgruppen är beslutför när minst {share} av varje organisations fasta platser är besatta: {region} av "
    "regionens {of_region} och {municipality} av kommunens {of_municipality}.",
    en="The committee has a quorum when at least {share} of each organisation's permanent seats are taken: {region} of "
    "the region's {of_region} and {municipality} of the municipality's {of_municipality}.",
)
ENDING: Final = Text(sv="Går ut inom ett halvår: {names}.", en="Ending within half a year: {names}.")
ROLES: Final = Text(
    sv="Här står roller och platser, aldrig namn på personer.",
    en="Roles and seats stand here, never names of people.",
)
EMPTY: Final = Text(sv="Registret har inga platser ännu.", en="The register has no seats yet.")
UNKNOWN: Final = Text(sv="{id} finns inte i registret.", en="{id} is not in the register.")
BACK: Final = Text(sv="Alla ledamöter och enheter", en="All members and units")

PARTIES: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "association": Text(sv="Föreningarna", en="The associations"),
}
KINDS: Final[Mapping[str, Text]] = {
    "permanent": Text(sv="fast", en="permanent"),
    "substitute": Text(sv="ersättare", en="substitute"),
    "co_opted": Text(sv="adjungerad", en="co-opted"),
    "invited": Text(sv="inbjuden", en="invited"),
}
CHAIRS: Final[Mapping[str, Text]] = {
    "chair": Text(sv="ordförande", en="chair"),
    "vice_chair": Text(sv="vice ordförande", en="vice-chair"),
    "secretary": Text(sv="sekreterare", en="secretary"),
}
DEPUTY: Final = Text(sv="ersätter {seat}", en="deputy for {seat}")
TERM: Final = Text(sv="{holder}, {first} till {last}", en="{holder}, {first} to {last}")
TERM_OPEN: Final = Text(sv="{holder}, sedan {first}", en="{holder}, since {first}")
VACANT: Final = Text(sv="ingen mandatperiod är inskriven", en="no term has been entered")
SEAT_FROM: Final = Text(sv="Platsen finns sedan {first}", en="The seat has been there since {first}")
SEAT_TO: Final = Text(sv="Platsen fanns {first} till {last}", en="The seat was there {first} to {last}")
ALUMNI: Final = Text(sv="Tidigare ledamöter", en="Former members")
FORMER_SEATS: Final = Text(sv="Tidigare platser", en="Former seats")
TERMS: Final = Text(sv="Mandatperioder", en="Terms")
ALUMNUS: Final = Text(sv="{holder}, {seat}, {first} till {last}", en="{holder}, {seat}, {first} to {last}")

NEW_TERM: Final = Text(sv="Ny mandatperiod", en="New term")
CHANGE_TERM: Final = Text(sv="Ändra mandatperioden {holder}", en="Change the term {holder}")
CHANGE_SEAT: Final = Text(sv="Ändra platsen", en="Change the seat")
NEW_SEAT: Final = Text(sv="Ny plats", en="New seat")
FIELDS: Final[Mapping[str, Text]] = {
    "holder": Text(sv="Innehavare (befattning eller beteckning, inte namn)", en="Holder (post or mark, not a name)"),
    "chairs": Text(sv="Uppdrag", en="Office"),
    "from_on": Text(sv="Från", en="From"),
    "to_on": Text(sv="Till (tom: tills vidare)", en="To (empty: until further notice)"),
    "title": Text(sv="Roll", en="Role"),
    "party": Text(sv="Part", en="Party"),
    "body_id": Text(sv="Organisation eller förening", en="Organisation or association"),
    "kind": Text(sv="Slag", en="Kind"),
    "deputy_for": Text(sv="Ersätter", en="Deputy for"),
}
NONE: Final = Text(sv="inget", en="none")
NOBODY: Final = Text(sv="ingen", en="none")
OVERLAP: Final = Text(
    sv="Platsen är upptagen den dagen av {holder}. Avsluta den perioden först, eller välj en senare dag.",
    en="The seat is held that day by {holder}. End that term first, or choose a later day.",
)
SUBSTITUTES_ONLY: Final = Text(
    sv="Bara en ersättare kan ersätta en annan plats. Välj slaget ersättare.",
    en="Only a substitute can be deputy for another seat. Choose the kind substitute.",
)
ADDED: Final = Text(sv="Platsen är inskriven.", en="The seat has been entered.")

TAKE: Final = Text(sv="Ta ut hela registret", en="Take out the whole register")
TAKE_TEXT: Final = Text(
    sv="Allt som står i registret: möten, protokoll, beslut, åtgärder, avtal och ledamöter. JSON kan läsas in igen.",
    en="Everything in the register: meetings, minutes, decisions, actions, agreements and members. JSON can be loaded "
    "again.",
)
TAKE_CSV: Final = Text(sv="CSV (zip)", en="CSV (zip)")
FILE: Final = Text(sv="register", en="register")
