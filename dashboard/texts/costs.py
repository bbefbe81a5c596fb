"""The words of the page about costs, in both languages side by side."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

CURRENT_PRICES: Final = Text(
    sv="I löpande priser: registret har inget prisindex, så en del av varje ökning är dyrare kronor.",
    en="In current prices: the register holds no price index, so part of every rise is dearer kronor.",
)
NO_REGION_OR_SPLIT: Final = Text(
    sv="Fördelningen kan inte läsas nu: den behöver båda organisationernas kostnad för samma period.",
    en="The split cannot be read now: it takes both organisations' cost of the same period.",
)
ASKED_NONE: Final = Text(
    sv="Ingen kostnad eller volym har rört sig åt var sitt håll efter en daterad ändring.",
    en="No cost or volume has moved in opposite directions after a dated change.",
)
ASKED_ONE: Final = Text(
    sv="En kostnad eller volym har rört sig åt var sitt håll efter en daterad ändring: en fråga till båda.",
    en="One cost or volume has moved in opposite directions after a dated change: a question to both.",
)
ASKED: Final = Text(
    sv="{n} kostnader eller volymer har rört sig åt var sitt håll efter en daterad ändring: frågor till båda.",
    en="{n} costs or volumes have moved in opposite directions after a dated change: questions to both.",
)
TABLE: Final = Text(sv="Kostnader bredvid tillfredsställda behov", en="Costs beside needs met")

# --- the agreed split ------------------------------------------------------------------------------------------

SPLIT_TITLE: Final = Text(sv="Faktisk fördelning mot den avtalade", en="The actual split against the agreed")
SPLIT_ABOVE: Final = Text(
    sv="Regionen bär mer än avtalat: {points} procentenheter, {period}",
    en="The region carries more than agreed: {points} percentage points, {period}",
)
SPLIT_BELOW: Final = Text(
    sv="Kommunen bär mer än avtalat: {points} procentenheter, {period}",
    en="The municipality carries more than agreed: {points} percentage points, {period}",
)
SPLIT_KEPT: Final = Text(
    sv="Kostnaden delas som avtalat, inom en halv procentenhet, {period}",
    en="The cost is divided as agreed, within half a percentage point, {period}",
)
SPLIT_UNKNOWN: Final = Text(
    sv="Regionens andel av den gemensamma nettokostnaden", en="The region's share of the joint net cost"
)
SPLIT_SUB: Final = Text(
    sv="Regionens andel av den gemensamma nettokostnaden per kvartal. Resten bär kommunen.",
    en="The region's share of the joint net cost by quarter. The municipality carries the rest.",
)
SPLIT_LINE: Final = Text(
    sv="{first}–{last}: regionen {region}, kommunen {municipality}, beslut {decision}.",
    en="{first}–{last}: the region {region}, the municipality {municipality}, decision {decision}.",
)
SPLIT_NONE: Final = Text(
    sv="Registret har ingen avtalad fördelning, så det finns inget att jämföra med.",
    en="The register holds no agreed split, so there is nothing to compare with.",
)
SPLIT_ACTUAL: Final = Text(
    sv="Regionen bar {actual} av nettokostnaden {period}.",
    en="The region carried {actual} of the net cost in {period}.",
)
SPLIT_NOT_OF_UNIT: Final = Text(
    sv="Den avtalade fördelningen gäller alla enheter tillsammans; enheten har ingen egen.",
    en="The agreed split is of all units together; this unit has none of its own.",
)
NOW: Final = Text(sv="tills vidare", en="until further notice")
AGREED_LABEL: Final = Text(sv="avtalat {value}", en="agreed {value}")
PERIOD: Final = Text(sv="Period", en="Period")
ACTUAL: Final = Text(sv="Regionen bar", en="Region carried")
AGREED: Final = Text(sv="Avtalat", en="Agreed")
DIFFERENCE: Final = Text(sv="Skillnad", en="Difference")
MUNICIPALITY: Final = Text(sv="Kommunen bar", en="Municipality carried")
SPLIT_TABLE: Final = Text(
    sv="Fördelning per period, de senaste åtta; skillnad i procentenheter",
    en="Split by period, the latest eight; difference in percentage points",
)
SPLIT_TABLE_OLDER: Final = Text(sv="Fördelning per period, tidigare", en="Split by period, earlier")
OLDER: Final = Text(sv="Visa {n} tidigare perioder", en="Show {n} earlier periods")

# --- the cost shift --------------------------------------------------------------------------------------------

SHIFT_TITLE: Final = Text(
    sv="Har något flyttat mellan organisationerna?", en="Has anything moved between the organisations?"
)
FOLLOWS: Final = Text(sv="Ändringar i tiden före", en="Changes in the time before")
ASK: Final = Text(
    sv="Fråga till båda: vad ändrades hos er vid den här tiden, och var märktes det hos den andra?",
    en="A question to both: what changed with you at this time, and where was it felt with the other?",
)
ROSE: Final = Text(sv="steg från {period}", en="rose from {period}")
FELL: Final = Text(sv="sjönk från {period}", en="fell from {period}")
OPEN_MEASURE: Final = Text(sv="Se styrdiagrammen", en="See the control charts")
CHECKED: Final = Text(
    sv="Kontrollerat: {measures} efter {changes} daterade ändringar.",
    en="Checked: {measures} after {changes} dated changes.",
)
NOTHING_CHECKED: Final = Text(
    sv="Det finns ingen daterad ändring i registret att pröva mot under perioden.",
    en="The register holds no dated change in the period to check against.",
)
ALL_CHECKS: Final = Text(sv="Alla prövningar", en="All checks")
SHIFT_NOTE: Final = Text(
    sv="Prövningen söker motsatta signaler inom fyra perioder efter en ändring, var och en säker i sitt eget diagram. "
    "Den visar att något rörde sig, aldrig varför eller vems ansvar det är. Andelen av den gemensamma kostnaden "
    "prövas inte: där går den enas ökning alltid ihop med den andras minskning.",
    en="The check looks for opposite signals within four periods of a change, each reliable on its own chart. It shows "
    "that something moved, never why or who is responsible. The share of the joint cost is not checked: there one "
    "side's rise is always the other's fall.",
)

# --- cost beside needs, budget, units, funding -----------------------------------------------------------------

NEEDS_TITLE: Final = Text(sv="Kostnaden bredvid behoven", en="The cost beside the needs")
NEEDS_FOUND: Final = Text(
    sv="Från första till senaste siffran: {parts}", en="From the first figure to the latest: {parts}"
)
NEEDS_MOVED: Final = Text(
    sv="{organisation}: kostnad {cost}, tillfredsställda behov {met}", en="{organisation}: cost {cost}, needs met {met}"
)
NEEDS_UNKNOWN: Final = Text(
    sv="Kostnad och tillfredsställda behov kan inte ställas bredvid varandra",
    en="Cost and needs met cannot be set beside each other",
)
NEEDS_SUB: Final = Text(
    sv="Samma tidsaxel: vad det kostar per gemensam brukare, och hur stor del av behoven som är tillfredsställda. Att "
    "linjerna följs åt eller inte säger inget om orsaker.",
    en="One time axis: what it costs per shared user, and how large a part of needs is met. That the lines move "
    "together or not says nothing of causes.",
)
YEARS_TITLE: Final = Text(sv="Nettokostnad och budget", en="Net cost and budget")
YEARS_CAPTION: Final = Text(
    sv="Nettokostnad år för år, med avvikelsen från budget under. Plus är över budget.",
    en="Net cost year by year, with the deviation from budget below. Plus is over budget.",
)
TOGETHER: Final = Text(sv="Tillsammans", en="Together")
AGAINST_BUDGET: Final = Text(sv="budget {share} ({amount})", en="budget {share} ({amount})")
YEAR: Final = Text(sv="År", en="Year")
PART_OF_YEAR: Final = Text(sv="{months} månader", en="{months} months")
MILLION: Final = Text(sv="{n}\u00a0mkr", en="SEK\u00a0{n}\u00a0m")
UNITS_TITLE: Final = Text(sv="Enheterna", en="The units")
UNITS_CAPTION: Final = Text(
    sv="Nettokostnad per gemensam brukare, hela kostnaden under, och regionens andel, {period}. Enheterna står i "
    "styrgruppens egen ordning, inte i rangordning: de har olika uppdrag.",
    en="Net cost per shared user, the whole cost below, and the region's share, {period}. Units stand in the "
    "committee's own order, not ranked: they have different tasks.",
)
UNIT: Final = Text(sv="Enhet", en="Unit")
REGION_SHARE: Final = Text(sv="Regionens andel", en="The region's share")
FUNDING_TITLE: Final = Text(sv="Projekt, tjänster och tillfälliga medel", en="Projects, posts and temporary funding")
FUNDING_NONE: Final = Text(
    sv="Inga tillfälliga medel, projekt eller delade tjänster är antecknade här.",
    en="No temporary funding, projects or shared posts are recorded here.",
)
CAVEATS_TITLE: Final = Text(sv="Så läser du sidan", en="How to read this page")
HOW: Final[tuple[Text, ...]] = (
    Text(
        sv="En kostnad är inget värde: den läses alltid bredvid hur behoven blir tillfredsställda.",
        en="A cost is not a value: it is always read beside how needs are met.",
    ),
    Text(
        sv="Streckad linje: den fördelning som gällde den perioden enligt det beslut som står i listan.",
        en="Dashed line: the split in force that period by the decision in the list.",
    ),
)
SHEET_HEAD: Final = Text(
    sv="utgåva;mått;namn;organisation;enhet;period;börjar;värde;täljare;nämnare;status;avtalat;prisnivå",
    en="release;measure;name;organisation;unit;period;starts;value;numerator;denominator;status;agreed;prices",
)
