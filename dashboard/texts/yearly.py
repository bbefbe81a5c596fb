"""The words about the committee's own year: what is taken up in which month, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Ändra årshjulet", en="Change the year")
BEGINS: Final = Text(
    sv="Årshjulet är det som en styrgrupp börjar med. Skriv in det i registret för att göra det till ert eget.",
    en="The year is the one a committee begins with. Enter it in the register to make it your own.",
)
BEGIN: Final = Text(sv="Skriv in årshjulet i registret", en="Enter the year in the register")
BEGUN: Final = Text(sv="Årshjulet är inskrivet och kan ändras.", en="The year has been entered and can be changed.")
ITEM: Final = Text(sv="{month}: {title}", en="{month}: {title}")
ADD: Final = Text(sv="Lägg till en punkt", en="Add an item")
REMOVE: Final = Text(sv="Ta bort punkten", en="Remove the item")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad som tas upp", en="What is taken up"),
    "month": Text(sv="Månad", en="Month"),
    "perspective": Text(sv="Perspektiv", en="Perspective"),
    "kind": Text(sv="Slag", en="Kind"),
    "minutes": Text(sv="Minuter", en="Minutes"),
    "why": Text(sv="Varför den tas bort", en="Why it is removed"),
}
