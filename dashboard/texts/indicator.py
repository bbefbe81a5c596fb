"""The words of the indicator page and of the definitions, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.alignment import Movement
from metrics.indicator import Comparable, Direction, Organisation
from metrics.periods import Grain
from metrics.problem import Text
from metrics.spc.icons import Variation

# --- in the chart ----------------------------------------------------------------------------------------------

MEAN: Final = Text(sv="medel\n{value}", en="mean\n{value}")
MEDIAN: Final = Text(sv="median\n{value}", en="median\n{value}")
TARGET: Final = Text(sv="mål", en="target")
AGREED: Final = Text(sv="avtalat", en="agreed")
OF: Final = Text(sv="n = {n}", en="n = {n}")
MEAN_SAID: Final = Text(sv="Medel {mean}, {first} till {last}", en="Mean {mean}, {first} to {last}")
MEDIAN_SAID: Final = Text(sv="Median {mean}, {first} till {last}", en="Median {mean}, {first} to {last}")
USUAL: Final = Text(sv="vanlig variation {lower} till {upper}", en="usual variation {lower} to {upper}")
TRIAL: Final = Text(sv="provisoriska gränser {lower} till {upper}", en="trial limits {lower} to {upper}")
TARGET_SAID: Final = Text(
    sv="{name} {value} från {day}, beslut {decision}", en="{name} {value} from {day}, decision {decision}"
)

KIND: Final[Mapping[Variation, Text]] = {
    "common_cause": Text(sv="slumpvis variation", en="common cause variation"),
    "improvement_high": Text(sv="förbättring, högre", en="improvement, higher"),
    "improvement_low": Text(sv="förbättring, lägre", en="improvement, lower"),
    "concern_high": Text(sv="oroande, högre", en="concern, higher"),
    "concern_low": Text(sv="oroande, lägre", en="concern, lower"),
    "neutral_high": Text(sv="förändrad, högre", en="changed, higher"),
    "neutral_low": Text(sv="förändrad, lägre", en="changed, lower"),
}
KIND_SHORT: Final[Mapping[Variation, Text]] = {
    "improvement_high": Text(sv="förbättring", en="improvement"),
    "improvement_low": Text(sv="förbättring", en="improvement"),
    "concern_high": Text(sv="oroande", en="concern"),
    "concern_low": Text(sv="oroande", en="concern"),
    "neutral_high": Text(sv="högre nivå", en="higher level"),
    "neutral_low": Text(sv="lägre nivå", en="lower level"),
}
NOTHING_SHORT: Final[Mapping[str, Text]] = {
    "suppressed": Text(sv="för få personer", en="too few people"),
    "no_data": Text(sv="ej lämnat", en="not delivered"),
    "structural_zero": Text(sv="finns ej", en="cannot occur"),
    "not_reached": Text(sv="ej nådd", en="not reached"),
}
NOTHING_SAID: Final[Mapping[str, Text]] = {
    "suppressed": Text(sv="skyddad, för få personer för att visas", en="protected, too few people to be shown"),
    "no_data": Text(sv="uppgift saknas", en="no figure was delivered"),
    "structural_zero": Text(sv="finns inte att mäta här", en="cannot occur here"),
    "not_reached": Text(sv="ej nådd, mer än hälften väntar ännu", en="not reached, more than half still wait"),
}
MARK_KIND: Final[Mapping[str, Text]] = {
    "decision": Text(sv="Beslut", en="Decision"),
    "agreement": Text(sv="Avtal", en="Agreement"),
    "service_opened": Text(sv="Verksamhet öppnad", en="Service opened"),
    "service_closed": Text(sv="Verksamhet stängd", en="Service closed"),
    "context": Text(sv="Händelse", en="Event"),
    "unit_change": Text(sv="Enheten ändrades", en="The unit changed"),
    "series_break": Text(sv="Brott i serien", en="Break in the series"),
}

# --- the page --------------------------------------------------------------------------------------------------

CHOOSE_TITLE: Final = Text(sv="Välj ett mått", en="Choose a measure")
CHOOSE_TEXT: Final = Text(
    sv="Varje mått har en egen sida: vad siffran är, och om den har förändrats på riktigt.",
    en="Every measure has a page of its own: what the figure is, and whether its change is real.",
)
UNKNOWN_TITLE: Final = Text(sv="Måttet ”{id}” finns inte", en="There is no measure “{id}”")
UNKNOWN_TEXT: Final = Text(
    sv="Adressen kan vara felskriven, eller så har måttet tagits bort. Här är de mått som finns.",
    en="The address may be misspelt, or the measure may have been removed. These are the measures there are.",
)
BREADCRUMB: Final = Text(sv="Du är här", en="You are here")
READ_WITH: Final = Text(sv="läses ihop med", en="read together with")
PER: Final[Mapping[Grain, Text]] = {
    "month": Text(sv="per månad", en="per month"),
    "quarter": Text(sv="per kvartal", en="per quarter"),
    "half-year": Text(sv="per halvår", en="per half-year"),
    "year": Text(sv="per år", en="per year"),
}
DIRECTION: Final[Mapping[Direction, Text]] = {
    "increase": Text(sv="högre är bättre", en="higher is better"),
    "decrease": Text(sv="lägre är bättre", en="lower is better"),
    "neutral": Text(sv="varken högre eller lägre är bättre i sig", en="neither higher nor lower is better in itself"),
}
SIDES: Final = Text(sv="Läget på båda sidor", en="Where both sides stand")
LAST_SHOWN: Final = Text(sv="senast visat: {value}, {period}", en="last shown: {value}, {period}")
NO_PERIOD: Final = Text(sv="ingen period", en="no period")
ORGANISATION_IN: Final[Mapping[Organisation, Text]] = {
    "region": Text(sv="i regionen", en="in the region"),
    "municipality": Text(sv="i kommunen", en="in the municipality"),
}
FOUND: Final[Mapping[str, Text]] = {
    "improvement": Text(sv="förbättring", en="improvement"),
    "concern": Text(sv="oroande förändring", en="change of concern"),
    "neutral_high": Text(sv="högre nivå än förut", en="a higher level than before"),
    "neutral_low": Text(sv="lägre nivå än förut", en="a lower level than before"),
    "common_cause": Text(sv="ingen säker förändring", en="no reliable change"),
    "few": Text(sv="för få värden för att tala om förändring", en="too few values to speak of change"),
    "silent": Text(sv="inget aktuellt värde att visa", en="no current value to show"),
}
NEITHER: Final = Text(
    sv="{found}, varken i regionen eller i kommunen", en="{found}, neither in the region nor in the municipality"
)
LEVELS: Final = Text(
    sv="Gränserna räknas om från {period} ({decision}): medel {before} före, {after} efter.",
    en="Limits are recalculated from {period} ({decision}): mean {before} before, {after} after.",
)
ON_BOTH_SIDES: Final = Text(sv="på båda sidor", en="on both sides")
CHART_READS: Final = Text(
    sv="Styrdiagram för {organisation}, {first} till {last}.", en="Control chart for {organisation}, {first} to {last}."
)
CHART_TABLE: Final = Text(
    sv="Alla siffror finns i tabellen under diagrammet.", en="All figures are in the table under the chart."
)

CHART_SUB: Final = Text(
    sv="Styrdiagram: {unit}, båda organisationerna på samma tidsaxel och skala",
    en="Control chart: {unit}, both organisations on one time axis and scale",
)
LEGEND_NOT_REACHED: Final = Text(sv="ej nådd: mer än hälften väntar ännu", en="not reached: more than half still wait")
LEGEND_NONE: Final = Text(sv="finns inte att mäta, serien bryts där", en="nothing to measure, the line breaks there")
LEGEND_BAND: Final = Text(sv="vanlig variation", en="usual variation")
LEGEND_MEAN: Final = Text(sv="medel", en="mean")
LEGEND_MEDIAN: Final = Text(sv="median", en="median")
LEGEND_TRIAL: Final = Text(
    sv="preliminära gränser: färre än tolv värden", en="preliminary limits: fewer than twelve values"
)
LEGEND_SUPPRESSED: Final = Text(sv="för få personer, serien bryts där", en="too few people, the line breaks there")
LEGEND_GAP: Final = Text(sv="uppgift saknas, serien bryts där", en="no figure, the line breaks there")
MARKS_TITLE: Final = Text(sv="Vad som beslutats och hänt", en="What was decided and what happened")
MARKS_NOTE: Final = Text(
    sv="Det som står bredvid varandra i tiden behöver inte hänga ihop.",
    en="Things that stand beside each other in time need not be connected.",
)
BEFORE_CHART: Final = Text(sv="före diagrammets början", en="before the chart begins")

BREAKDOWN_TITLE: Final = Text(sv="Visa", en="Show")
WHOLE: Final = Text(sv="Hela organisationen", en="The whole organisation")
BY_UNIT: Final = Text(sv="Enhet", en="Unit")
BY_GROUP: Final = Text(sv="Målgrupp", en="Target group")
NOT_CHOSEN: Final = Text(sv="välj", en="choose")
NOT_DECLARED: Final[Mapping[str, Text]] = {
    "unit": Text(
        sv="Måttet redovisas inte per enhet. Hela organisationen visas.",
        en="The measure is not reported by unit. The whole organisation is shown.",
    ),
    "target_group": Text(
        sv="Måttet redovisas inte per målgrupp. Hela organisationen visas.",
        en="The measure is not reported by target group. The whole organisation is shown.",
    ),
}

# --- the table -------------------------------------------------------------------------------------------------

TABLE_TITLE: Final = Text(sv="Siffrorna bakom diagrammet", en="The figures behind the chart")
TABLE_OLDER: Final = Text(sv="Visa de {n} tidigare perioderna", en="Show the {n} earlier periods")
TABLE_CAPTION: Final = Text(sv="{organisation}: {name}", en="{organisation}: {name}")
TABLE_CAPTION_OLDER: Final = Text(
    sv="{organisation}: {name}, tidigare perioder", en="{organisation}: {name}, earlier periods"
)
BY_PARTY_TITLE: Final = Text(sv="Alla parter", en="All parties")
BY_PARTY: Final = Text(sv="{name}, per part", en="{name}, by party")
ASSOCIATIONS: Final = Text(sv="Föreningarna", en="The associations")
PERIOD: Final = Text(sv="Period", en="Period")
VALUE: Final = Text(sv="Värde", en="Value")
SIGNAL: Final = Text(sv="Märkning", en="Flag")
NUMERATOR: Final = Text(sv="Täljare", en="Numerator")
DENOMINATOR: Final = Text(sv="Nämnare", en="Denominator")
PERSONS: Final = Text(sv="Personer", en="Persons")
OWN_AMOUNT: Final = Text(sv="Egen kostnad, kr", en="Own cost, SEK")
JOINT_AMOUNT: Final = Text(sv="Bådas kostnad, kr", en="Joint cost, SEK")
DEVIATION: Final = Text(sv="Avvikelse, kr", en="Deviation, SEK")
BUDGET: Final = Text(sv="Budget, kr", en="Budget, SEK")
ASKED: Final = Text(sv="Tillfrågade", en="Asked")
RESPONDENTS: Final = Text(sv="Svarande", en="Respondents")
PHASE_BEGINS: Final = Text(sv="nya gränser från här", en="new limits from here")
SHEET_HEAD: Final = Text(
    sv="Frisläppning;Mått;Namn;Organisation;Indelning;Grupp;Period;Periodens första dag;Värde;Täljare;Nämnare;"
    "Undre 95\u00a0%;Övre 95\u00a0%;Flagga;Märkning;Medel;Undre gräns;Övre gräns",
    en="Release;Measure;Name;Organisation;Breakdown;Group;Period;First day of period;Value;Numerator;Denominator;"
    "Lower 95%;Upper 95%;Flag;Signal;Mean;Lower limit;Upper limit",
)

# --- between units ---------------------------------------------------------------------------------------------

UNITS_TITLE: Final = Text(sv="Mellan enheter", en="Between units")
UNIT: Final = Text(sv="Enhet", en="Unit")
OTHER_UNITS: Final = Text(sv="Övriga enheter, sammanlagda", en="Other units, put together")
OTHER_GROUPS: Final = Text(sv="Övriga, sammanlagda", en="Others, put together")
UNITS_CAPTION: Final = Text(sv="Enheterna i fast ordning", en="The units in fixed order")
POSITION: Final[Mapping[str, Text]] = {
    "within": Text(sv="inom det vanliga för sin storlek", en="within what is usual for its size"),
    "outside_95": Text(sv="utanför 95\u00a0%-gränsen", en="outside the 95% limit"),
    "outside_998": Text(sv="utanför 99,8\u00a0%-gränsen", en="outside the 99.8% limit"),
}
FUNNEL_X: Final = Text(sv="Nämnare (n)", en="Denominator (n)")
FUNNEL_TEXT: Final = Text(
    sv="Tratten för {period} visar hur långt en enhet av sin storlek kan ligga från den egna organisationens "
    "genomsnitt av en slump: streckat 95\u00a0%, prickat 99,8\u00a0%. Den är ingen rangordning.",
    en="The funnel for {period} shows how far a unit of its size may lie from its own organisation's average by "
    "chance: dashed 95%, dotted 99.8%. It is not a ranking.",
)
FUNNEL_OUTSIDE: Final = Text(sv="Utanför gränserna: {units}", en="Outside the limits: {units}")
FUNNEL_ASK: Final = Text(
    sv="Om en enhet ligger utanför, fråga först vad som skiljer den: vilka den möter, och hur den registrerar.",
    en="Where a unit lies outside, ask first what is different about it: whom it meets, and how it registers.",
)
UNITS_RANGE: Final = Text(
    sv="Enheternas värden går från {low} till {high}.", en="The units' values go from {low} to {high}."
)
UNITS_NONE: Final = Text(sv="Ingen enhets värde kan visas.", en="No unit's value can be shown.")
UNITS_FILE: Final = Text(sv="enheter", en="units")
UNITS_SHEET: Final = Text(
    sv="frisläppning;mått;period;organisation;enhet;värde;av;flagga",
    en="release;measure;period;organisation;unit;value;of;flag",
)
FUNNEL_NONE_OUTSIDE: Final = Text(sv="Ingen enhet ligger utanför gränserna.", en="No unit lies outside the limits.")
DOTS_TEXT: Final = Text(
    sv="Enheterna för {period}, i fast ordning. För medelvärden och belopp finns ingen tratt: hur mycket en enhet kan "
    "avvika av en slump går inte att räkna ut av de skyddade siffrorna. Skillnader ska därför läsas med försiktighet.",
    en="The units for {period}, in fixed order. For means and amounts there is no funnel: how far a unit may differ by "
    "chance cannot be worked out from the protected figures. Differences are therefore to be read with care.",
)
UNITS_HIDDEN: Final = Text(
    sv="Visas inte, eftersom de bygger på för få personer: {units}.",
    en="Not shown, because they rest on too few people: {units}.",
)

# --- beside the charts -----------------------------------------------------------------------------------------

SAME_TITLE: Final = Text(sv="Samma sak på båda sidor?", en="The same thing on both sides?")
WHOLE_DEFINITION: Final = Text(sv="Hela definitionen", en="The whole definition")
GRADE: Final[Mapping[Comparable, Text]] = {
    "identical": Text(sv="Samma definition.", en="Same definition."),
    "comparable": Text(sv="Jämförbar.", en="Comparable."),
    "not_comparable": Text(sv="Inte jämförbar.", en="Not comparable."),
}
GRADE_MEANS: Final[Mapping[Comparable, Text]] = {
    "identical": Text(
        sv="Båda räknar samma sak på samma sätt, var och en i sin verksamhet.",
        en="Both count the same thing in the same way, each in its own services.",
    ),
    "comparable": Text(
        sv="Siffrorna kan läsas bredvid varandra om man minns vad som skiljer.",
        en="The figures can be read beside each other if the difference is kept in mind.",
    ),
    "not_comparable": Text(
        sv="Läs varje sida för sig: nivåerna får inte jämföras eller läggas ihop.",
        en="Read each side by itself: the levels must not be compared or added up.",
    ),
}
MOVEMENT: Final[Mapping[Movement, Text]] = {
    "together": Text(sv="Just nu följs sidorna åt.", en="At present the sides move together."),
    "apart": Text(sv="Just nu går sidorna isär.", en="At present the sides move apart."),
    "one_silent": Text(
        sv="Minst en sida har för lite aktuellt underlag för att se om de följs åt.",
        en="At least one side has too few current figures to tell whether they move together.",
    ),
}
PARTS_OF_ONE_SUM: Final = Text(
    sv="Sidorna delar på en summa: ökar den enas del minskar den andras.",
    en="The sides share one sum: when the part of one grows, that of the other shrinks.",
)
DECIDED_TITLE: Final = Text(sv="Vad vi beslutat om detta", en="What we have decided about this")
NOTHING_DECIDED: Final = Text(
    sv="Registret har inget beslut om detta mått.", en="The register holds no decision about this measure."
)
TARGET_SET: Final = Text(sv="Mål {value} {whose} från {day}", en="Target {value} {whose} from {day}")
TARGET_UNTIL: Final = Text(sv=" till {day}", en=" to {day}")
TARGET_MOVES: Final = Text(sv=", jämnt till {value} den {day}", en=", evenly to {value} on {day}")
AGREED_SET: Final = Text(
    sv="Avtalad andel {region} i regionen och {municipality} i kommunen från {day}",
    en="Agreed share {region} in the region and {municipality} in the municipality from {day}",
)
RECALCULATED: Final = Text(
    sv="Gränserna räknas om {whose} från {day}: {reason}", en="Limits recalculated {whose} from {day}: {reason}"
)
CANNOT_TITLE: Final = Text(sv="Vad måttet inte kan visa", en="What this measure cannot show")
