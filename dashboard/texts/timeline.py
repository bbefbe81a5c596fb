"""The words of the timeline, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(sv="Hur kom vi hit?", en="How did we get here?")
FINDING: Final = Text(
    sv="{n} händelser {first}–{last}. {chained} av dem svarar på något tidigare.",
    en="{n} events {first}–{last}. {chained} of them answer something earlier.",
)
LONGEST: Final = Text(sv="Den längsta kedjan: {steps}.", en="The longest chain: {steps}.")
NOTHING: Final = Text(
    sv="Ingen händelse passar filtren. Välj fler år, fält eller teman.",
    en="No event fits the filters. Choose more years, lanes or themes.",
)
EMPTY: Final = Text(
    sv="Registret har inga händelser ännu. Beslut, avtal, utvärderingar och händelser visas här när de skrivs in.",
    en="The register has no events yet. Decisions, agreements, evaluations and events show here once they are entered.",
)

CHART: Final = Text(
    sv="Händelserna på en tidsaxel, i tre fält. En linje går till det som en händelse svarar på.",
    en="The events on one time axis, in three lanes. A line leads to what an event answers.",
)
CHART_SAID: Final = Text(
    sv="Tidslinje {first}–{last} i tre fält. {lanes}. Samma händelser står i listan under.",
    en="Timeline {first}–{last} in three lanes. {lanes}. The same events stand in the list below.",
)
LANE_SAID: Final = Text(sv="{lane}: {n}", en="{lane}: {n}")
TABLE: Final = Text(sv="Händelserna i tidsordning", en="The events in order of time")
HEAD: Final = Text(sv="År;Händelse;Fält;Tema;Läge;Svarar på;Från", en="Year;Event;Lane;Theme;State;Answers;From")
SHEET_HEAD: Final = Text(
    sv="Beteckning;Från år;Till år;Händelse;Fält;Tema;Slag;Läge;Aktör;Svarar på;Källa",
    en="Id;From year;To year;Event;Lane;Theme;Kind;State;Actor;Answers;Source",
)
ANSWERS: Final = Text(sv="svarar på {what}", en="answers {what}")

# --- filters ----------------------------------------------------------------------------------------------------

FILTERS: Final = Text(sv="Filter", en="Filters")
LANE: Final = Text(sv="Fält", en="Lane")
THEME: Final = Text(sv="Tema", en="Theme")
YEARS: Final = Text(sv="År", en="Years")
OVERLAY: Final = Text(sv="Mått ovanpå", en="Measure on top")
ALL: Final = Text(sv="alla", en="all")
NONE: Final = Text(sv="inget", en="none")
OVERLAY_UNKNOWN: Final = Text(
    sv="Måttet i adressen finns inte. Tidslinjen visas utan mått.",
    en="There is no such measure as the address names. The timeline is shown without one.",
)

LANES: Final[Mapping[str, Text]] = {
    "intervention": Text(sv="Insatsen", en="Intervention"),
    "practice setting": Text(sv="Verksamheten", en="Practice setting"),
    "ecological system": Text(sv="Omvärlden", en="Ecological system"),
}
LANE_IS: Final[Mapping[str, Text]] = {
    "intervention": Text(sv="det som görs för och med brukarna", en="what is done for and with the users"),
    "practice setting": Text(
        sv="organisation, avtal, pengar och utbildning", en="organisation, agreements, money and training"
    ),
    "ecological system": Text(sv="lagar, stat, grannar och marknad", en="laws, state, neighbours and market"),
}
THEMES: Final[Mapping[str, Text]] = {
    "Shared structure and ongoing refinement": Text(
        sv="Gemensam struktur och ständig förfining", en="Shared structure and ongoing refinement"
    ),
    "Cooperation as a guiding principle for management": Text(
        sv="Samarbete som ledande princip", en="Cooperation as a guiding principle for management"
    ),
    "Service user centeredness": Text(sv="Brukaren i centrum", en="Service user centeredness"),
    "Continuous learning": Text(sv="Ständigt lärande", en="Continuous learning"),
}
SHORT: Final[Mapping[str, Text]] = {
    "Shared structure and ongoing refinement": Text(sv="Gemensam struktur", en="Shared structure"),
    "Cooperation as a guiding principle for management": Text(sv="Samarbete", en="Cooperation"),
    "Service user centeredness": Text(sv="Brukaren i centrum", en="User centeredness"),
    "Continuous learning": Text(sv="Ständigt lärande", en="Continuous learning"),
}
LETTERS: Final[Mapping[str, Text]] = {
    "Shared structure and ongoing refinement": Text(sv="G", en="S"),
    "Cooperation as a guiding principle for management": Text(sv="S", en="C"),
    "Service user centeredness": Text(sv="B", en="U"),
    "Continuous learning": Text(sv="L", en="L"),
}
STATES: Final[Mapping[str, Text]] = {
    "applied": Text(sv="sökt", en="applied for"),
    "attempted": Text(sv="prövat", en="attempted"),
    "blocked": Text(sv="hindrat", en="blocked"),
    "change": Text(sv="förändring", en="change"),
    "context": Text(sv="omständighet", en="context"),
    "discussed": Text(sv="diskuterat", en="discussed"),
    "done": Text(sv="gjort", en="done"),
    "finding": Text(sv="iakttagelse", en="finding"),
    "identified": Text(sv="uppmärksammat", en="identified"),
    "planned": Text(sv="planerat", en="planned"),
    "problem": Text(sv="problem", en="problem"),
    "proposed": Text(sv="föreslaget", en="proposed"),
    "rejected": Text(sv="avslaget", en="rejected"),
    "span": Text(sv="hela tiden", en="throughout"),
    "threat": Text(sv="hot", en="threat"),
    "under way": Text(sv="pågår", en="under way"),
}
KINDS: Final[Mapping[str, Text]] = {
    "structure": Text(sv="struktur", en="structure"),
    "service": Text(sv="verksamhet", en="service"),
    "agreement": Text(sv="avtal", en="agreement"),
    "evaluation": Text(sv="utvärdering", en="evaluation"),
    "learning": Text(sv="lärande", en="learning"),
    "finance": Text(sv="ekonomi", en="finance"),
    "membership": Text(sv="ledamöter", en="membership"),
    "target-group": Text(sv="målgrupp", en="target group"),
}
ACTORS: Final[Mapping[str, Text]] = {
    "national": Text(sv="staten", en="national"),
    "regional": Text(sv="regional nivå", en="regional"),
    "joint": Text(sv="båda organisationerna", en="joint"),
    "joint + associations": Text(sv="båda och föreningarna", en="joint + associations"),
    "steering committee": Text(sv="styrgruppen", en="steering committee"),
    "steering committee + associations": Text(
        sv="styrgruppen och föreningarna", en="steering committee + associations"
    ),
    "county council": Text(sv="landstinget", en="county council"),
    "region": Text(sv="regionen", en="the region"),
    "municipality": Text(sv="kommunen", en="the municipality"),
    "external": Text(sv="extern", en="external"),
    "market": Text(sv="marknaden", en="market"),
}

# --- how it is read ---------------------------------------------------------------------------------------------

HOW: Final = Text(sv="Så läses tidslinjen", en="How to read the timeline")
CODED: Final = Text(sv="{first}–{last}, {n} händelser: {source}", en="{first}–{last}, {n} events: {source}")
SOURCES: Final[Mapping[str, Text]] = {
    "case_chronology.csv": Text(
        sv="år och fakta är från en publicerad fallstudie av en verklig styrgrupps 98 protokoll (BMC Health Services "
        "Research 2018, 18:400). Slag, fält, tema och kedjor är kodade för Samsyn, och orden på svenska är "
        "Samsyns.",
        en="years and facts are those of a published case study of a real committee's 98 minutes (BMC Health Services "
        "Research 2018, 18:400). Kind, lane, theme and chains were coded for Samsyn.",
    )
}
"""Whose coding a history is, by the source its milestones name."""
REGISTERED: Final = Text(
    sv="{first}–{last}, {n} händelser: registrets egna beslut, avtal, utvärderingar och händelser. Fältet följer av "
    "posten: omvärldshändelser för sig, verksamheter, behov och process som insats, resten som verksamhet. "
    "Temat följer av styrkortets perspektiv.",
    en="{first}–{last}, {n} events: the register's own decisions, agreements, evaluations and events. The lane follows "
    "from the entry: events around us by themselves, services, needs and process as intervention, the rest as setting. "
    "The theme follows from the scorecard's perspective.",
)
SYNTHETIC: Final = Text(sv="Påhittade.", en="Made up.")
FILLED: Final = Text(sv="fylld: kodad ur protokoll", en="filled: coded from minutes")
HOLLOW: Final = Text(sv="ofylld: ur registret", en="hollow: from the register")
HOLLOW_SYNTHETIC: Final = Text(sv="ofylld: ur registret, påhittad", en="hollow: from the register, made up")
FROM_MINUTES: Final = Text(sv="protokoll", en="minutes")
FROM_REGISTER: Final = Text(sv="registret", en="the register")
FROM_SYNTHETIC: Final = Text(sv="påhittat", en="made up")
NOT_CAUSE: Final = Text(
    sv="Att något kom före i tiden visar inte att det är orsaken.",
    en="That something came before does not show that it is the cause.",
)
OVERLAY_NOTE: Final = Text(
    sv="Under dem: {name}, båda organisationerna, för de år det finns siffror.",
    en="Below them: {name}, both organisations, for the years there are figures.",
)
FILE: Final = Text(sv="tidslinje", en="timeline")
