"""The words about organisations, associations and partners, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Organisationer, föreningar och partner", en="Organisations, associations and partners")
KINDS: Final[Mapping[str, Text]] = {
    "organisation": Text(sv="organisation", en="organisation"),
    "association": Text(sv="förening", en="association"),
    "partner": Text(sv="partner", en="partner"),
}
SINCE: Final = Text(sv="med sedan {first}", en="taking part since {first}")
WAS: Final = Text(sv="deltog till {last}", en="took part until {last}")
FROM: Final = Text(sv="Med sedan", en="Taking part since")
TO: Final = Text(sv="Deltog till", en="Took part until")
SEATS: Final = Text(sv="Platser vid bordet", en="Seats at the table")
AGREEMENTS: Final = Text(sv="Part i", en="Party to")

NEW: Final = Text(
    sv="Skriv in en organisation, förening eller partner", en="Enter an organisation, an association or a partner"
)
CHANGE: Final = Text(sv="Ändra uppgifterna", en="Change what is entered")
FIELDS: Final[Mapping[str, Text]] = {
    "name": Text(sv="Namn", en="Name"),
    "kind": Text(sv="Slag", en="Kind"),
    "from_on": Text(sv="Med sedan (tom: okänt)", en="Taking part since (empty: not known)"),
}
ADDED: Final = Text(sv="Inskrivet.", en="Entered.")
