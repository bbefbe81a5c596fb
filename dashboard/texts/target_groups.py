"""The words about target groups as the register knows them, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Målgrupperna i registret", en="The target groups in the register")
COUNTS: Final = Text(
    sv="Kända målgrupper: {n}. Ingår ännu inte: {out}. Med en lucka: {gaps}.",
    en="Target groups known: {n}. Not yet included: {out}. With a gap: {gaps}.",
)
NOTHING: Final = Text(sv="Ingen målgrupp är inskriven ännu.", en="No target group has been entered yet.")
HEAD: Final = Text(
    sv="Målgrupp;Uppmärksammad;Ingår från;Egen insats;Lucka;Beslut;Siffror",
    en="Target group;Identified;Included from;Own service;Gap;Decision;Figures",
)
NOT_INCLUDED: Final = Text(sv="ännu inte", en="not yet")
NO_SERVICE: Final = Text(sv="ingen", en="none")
SCORECARD: Final = Text(sv="styrkortet", en="scorecard")
NO_FIGURES: Final = Text(sv="inga egna", en="none of its own")
UNKNOWN: Final = Text(
    sv="{id} finns inte bland målgrupperna i registret.", en="{id} is not among the target groups in the register."
)
BACK: Final = Text(sv="Insatser", en="Services")
LINE: Final = Text(sv="Målgrupp, uppmärksammad {day}", en="Target group, identified {day}")
NEW: Final = Text(sv="Skriv in en målgrupp", en="Enter a target group")
CHANGE: Final = Text(sv="Ändra", en="Change")
NONE: Final = Text(sv="inget", en="none")
OTHER: Final = Text(sv="en annan, utan egna siffror", en="another, without figures of its own")
FIELDS: Final[Mapping[str, Text]] = {
    "group": Text(sv="Grupp i siffrorna", en="Group in the figures"),
    "name": Text(sv="Namn", en="Name"),
    "identified_on": Text(sv="Uppmärksammad", en="Identified"),
    "included_on": Text(sv="Ingår från", en="Included from"),
    "service": Text(sv="Egen insats", en="Own service"),
    "gap": Text(sv="Lucka: det som saknas", en="Gap: what is lacking"),
    "decision_id": Text(sv="Hör till beslut", en="Belongs to decision"),
    "figures": Text(sv="Siffror", en="Figures"),
}
NAME_NOTE: Final = Text(
    sv="Kan lämnas tomt när gruppen finns i siffrorna.", en="May be left empty when the group is in the figures."
)
INCLUDED_NOTE: Final = Text(sv="Tomt tills gruppen ingår.", en="Empty until the group is included.")
AHEAD: Final = Text(
    sv="En målgrupp skrivs in när den är uppmärksammad. Välj en dag till och med i dag.",
    en="A target group is entered when it has been identified. Choose a day up to today.",
)
EARLY: Final = Text(
    sv="Gruppen uppmärksammades {day} och kan inte ingå före det. Rätta dagen.",
    en="The group was identified on {day} and cannot be included before that. Mend the day.",
)
TAKEN: Final = Text(
    sv="Gruppen är redan inskriven. Ändra den på dess egen sida.",
    en="The group has already been entered. Change it on its own page.",
)
ADDED: Final = Text(sv="Målgruppen är inskriven.", en="The target group has been entered.")
