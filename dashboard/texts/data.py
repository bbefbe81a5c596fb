"""The words of the Data page and of published figures read beside a measure, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

# --- from a figure back to what it rests on ---------------------------------------------------------------------

FIGURE: Final = Text(sv="Varifrån siffran kommer", en="Where the figure comes from")
FIGURE_IS: Final = Text(sv="{name}, {organisation}, {period}: {value}", en="{name}, {organisation}, {period}: {value}")
FIGURE_MEMBER: Final = Text(
    sv="{name}, {member}, {organisation}, {period}: {value}", en="{name}, {member}, {organisation}, {period}: {value}"
)
FIGURE_UNKNOWN: Final = Text(
    sv="Siffran i adressen finns inte i denna frisläppning. Följ en siffra från tabellen på sidan Mått.",
    en="The figure in the address is not in this release. Follow a figure from the table of the page Measure.",
)
BACK: Final = Text(sv="Tillbaka till måttet", en="Back to the measure")
STEP: Final[Mapping[str, Text]] = {
    "release": Text(sv="Frisläppning", en="Release"),
    "published": Text(sv="Publicerad", en="Published"),
    "definition": Text(sv="Definition", en="Definition"),
    "catalogue": Text(sv="Måttkatalogens kontrollsumma", en="Checksum of the catalogue"),
    "code": Text(sv="Programversion i zonen", en="Program version in the zone"),
    "method": Text(sv="Skydd", en="Protection"),
    "bundle": Text(sv="Paket", en="Bundle"),
    "released": Text(sv="Frisläppt av organisationen", en="Released by the organisation"),
    "sha256": Text(sv="Paketets SHA-256", en="SHA-256 of the bundle"),
}
VERSION: Final = Text(sv="{id}, version {version}", en="{id}, version {version}")
RESTS_ON: Final = Text(sv="Leveranser som siffran vilar på", en="Deliveries the figure rests on")
RESTS_HEAD: Final = Text(
    sv="Källa;Period;Version;Inläst;Läst med profil", en="Source;Period;Version;Loaded;Read by profile"
)
FROM_REGISTER: Final = Text(
    sv="Siffran räknas ur det gemensamma registret över möten, beslut och avtal, inte ur någon leverans.",
    en="The figure is counted from the joint register of meetings, decisions and agreements, not from a delivery.",
)
NO_DELIVERY: Final = Text(
    sv="Frisläppningen nämner ingen leverans för perioden.", en="The release names no delivery for the period."
)

# --- the plan, the stewards, what was refused -------------------------------------------------------------------

PLAN: Final = Text(sv="Nästa frisläppning väntas senast {day}.", en="The next release is expected by {day}.")
PLAN_LATE: Final = Text(
    sv="Nästa frisläppning skulle ha kommit senast {day}: {days} dagar sen.",
    en="The next release should have come by {day}: {days} days late.",
)
APPROVED: Final = Text(sv="Godkänt av {role} {day}.", en="Approved by {role} {day}.")
STEWARDS: Final = Text(sv="För dataansvariga", en="For data stewards")
STEWARDS_TEXT: Final = Text(
    sv="Filer läses in i den egna organisationens zon, på dess egen dator. Härifrån går ingen väg dit. Öppna "
    "zonen med:",
    en="Files are loaded in the organisation's own zone, on its own computer. No way leads there from here. Open it "
    "with:",
)
BY_RULE: Final = Text(sv="Nekade rader per regel", en="Refused rows by rule")
BY_RULE_HEAD: Final = Text(sv="Regel;Rader, cirka", en="Rule;Rows, about")
LET_PASS: Final = Text(sv="Kontroller som släppts förbi med skäl", en="Checks let pass with a reason")
CHECKED: Final = Text(
    sv="Varje rad har prövats mot källans regler och varje leverans mot kontrollerna av hela leveranser.",
    en="Every row was held against its source's rules, and every delivery against the checks of whole deliveries.",
)
NONE_LET_PASS: Final = Text(sv="Ingen varning har släppts förbi.", en="No warning was let pass.")
BREAKS: Final = Text(sv="Brott i serierna", en="Breaks in the series")
BREAKS_HEAD: Final = Text(sv="Från;Vad;Vem;Beslutat av", en="From;What;Whose;Decided by")
BREAKS_TEXT: Final = Text(
    sv="Enheter som slagits ihop, delats eller bytt namn, och nya system. Historien är kvar och dagen är utmärkt i "
    "diagrammen; styrgränserna ändras först efter ett beslut.",
    en="Units merged, split or renamed, and new systems. The history is kept and the day is marked on the charts; "
    "control limits change only after a decision.",
)
BREAKS_BOTH: Final = Text(sv="båda", en="both")
APPROVERS: Final[Mapping[str, Text]] = {
    "data_steward": Text(sv="dataansvarig", en="data steward"),
    "system_owner": Text(sv="systemägare", en="system owner"),
    "unit_head": Text(sv="enhetschef", en="head of unit"),
    "coordinator": Text(sv="samordnare", en="coordinator"),
    "economist": Text(sv="ekonom", en="economist"),
    "analyst": Text(sv="analytiker", en="analyst"),
}
LET_PASS_HEAD: Final = Text(sv="Leverans;Kontroll", en="Delivery;Check")

# --- published figures ------------------------------------------------------------------------------------------

COUNTRY: Final = Text(sv="Riket", en="The whole country")
COMPARED: Final = Text(sv="Nationella tal att läsa bredvid", en="National figures to read beside it")
COMPARED_TEXT: Final = Text(
    sv="Publicerade av andra. De ingår inte i diagrammet, gränserna eller målen.",
    en="Published by others. They are no part of the chart, its limits or its targets.",
)
REAL: Final = Text(sv="Verkliga uppgifter", en="Real data")
REAL_NOTE: Final = Text(
    sv="Publicerade av {by}. Måttets egna siffror är påhittade.", en="Published by {by}. The measure's own are made up."
)
COUNTS: Final = Text(sv="Det nationella talet räknar {counts}.", en="The national figure counts {counts}.")
SOURCE: Final = Text(sv="Källa: {by}. Licens: {licence}.", en="Source: {by}. Licence: {licence}.")
NOT_BROUGHT: Final = Text(
    sv="Får läsas bredvid, men inga värden är lämnade: {names}.",
    en="May be read beside it, but no values have been delivered: {names}.",
)
MAY_NOT: Final = Text(sv="{key} ({by}) jämförs inte.", en="{key} ({by}) is not compared.")
COMPARED_HEAD: Final = Text(sv="Område;Period;Värde", en="Area;Period;Value")
ALL_HEAD: Final = Text(
    sv="Nyckeltal;Område;Period;Värde;Mått;Källa och licens",
    en="Key figure;Area;Period;Value;Measures;Source and licence",
)
PUBLISHED: Final = Text(sv="Publicerade tal som lästs in", en="Published figures that were loaded")
UNITS: Final[Mapping[str, Text]] = {
    "number": Text(sv="{value}", en="{value}"),
    "share": Text(sv="{value} %", en="{value} %"),
    "million_SEK": Text(sv="{value} mkr", en="SEK {value} million"),
    "SEK_per_inhabitant": Text(sv="{value} kr per invånare", en="SEK {value} per inhabitant"),
    "per_1000": Text(sv="{value} per 1 000", en="{value} per 1,000"),
    "days": Text(sv="{value} dagar", en="{value} days"),
    "hours": Text(sv="{value} timmar", en="{value} hours"),
    "score": Text(sv="{value}", en="{value}"),
}
NO_VALUE: Final[Mapping[str, Text]] = {
    "suppressed": Text(sv="dolt av utgivaren", en="hidden by the publisher"),
    "missing": Text(sv="saknas hos utgivaren", en="missing at the publisher"),
    "not_applicable": Text(sv="inte aktuellt", en="does not apply"),
}
