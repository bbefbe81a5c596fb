"""The words of the definitions page, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.indicator import Breakdown, DisclosureClass
from metrics.periods import Grain
from metrics.problem import Text

TITLE: Final = Text(sv="Definitioner", en="Definitions")
QUESTION: Final = Text(sv="Vad betyder varje mått, på båda sidor?", en="What does each measure mean, on both sides?")
SEARCH: Final = Text(sv="Sök bland måtten", en="Search the measures")
SEARCH_HINT: Final = Text(sv="namn, nummer eller ord i definitionen", en="name, number or a word of the definition")
FOUND: Final = Text(sv="{n} av {all} mått", en="{n} of {all} measures")
FOUND_NONE: Final = Text(
    sv="Inget mått innehåller ”{query}”. Prova ett kortare ord, eller töm sökfältet för att se alla.",
    en="No measure contains “{query}”. Try a shorter word, or clear the search field to see them all.",
)
CONTENTS: Final = Text(sv="Innehåll", en="Contents")
OPEN: Final = Text(sv="Visa måttets siffror", en="Show the measure's figures")
WHY: Final = Text(sv="Varför", en="Why")
NUMERATOR: Final = Text(sv="Täljare", en="Numerator")
DENOMINATOR: Final = Text(sv="Nämnare", en="Denominator")
UNIT: Final = Text(sv="Enhet och riktning", en="Unit and direction")
REPORTED: Final = Text(sv="Redovisas", en="Reported")
BREAKDOWN: Final[Mapping[Breakdown, Text]] = {
    "all": Text(sv="hela organisationen", en="the whole organisation"),
    "unit": Text(sv="per enhet", en="by unit"),
    "target_group": Text(sv="per målgrupp", en="by target group"),
    "domain": Text(sv="per behovsområde", en="by need domain"),
    "dimension": Text(sv="per välbefinnandedimension", en="by dimension of well-being"),
    "party": Text(sv="per part", en="by party"),
}
GRAIN: Final[Mapping[Grain, Text]] = {
    "month": Text(sv="varje månad", en="every month"),
    "quarter": Text(sv="varje kvartal", en="every quarter"),
    "half-year": Text(sv="varje halvår", en="every half-year"),
    "year": Text(sv="varje år", en="every year"),
}
PROTECTION: Final = Text(sv="Skydd", en="Protection")
DISCLOSURE: Final[Mapping[DisclosureClass, Text]] = {
    "person": Text(
        sv="Gäller vad en person är, behöver eller får. Visas bara när minst 20 personer ligger bakom, och minst fem "
        "både med och utan det som räknas. Antalen är ändrade med högst tre.",
        en="Concerns what a person is, needs or gets. Shown only when at least 20 persons are behind it, and at least "
        "five both with and without what is counted. Counts are changed by at most three.",
    ),
    "process": Text(
        sv="Gäller vad organisationerna gjort. Visas bara när minst tio ligger bakom. Antalen är ändrade med "
        "högst tre.",
        en="Concerns what the organisations did. Shown only when at least ten are behind it. Counts are changed by at "
        "most three.",
    ),
    "ledger": Text(
        sv="Gäller pengar. Beloppen är exakta, eftersom ingen person kan utläsas ur dem.",
        en="Concerns money. Amounts are exact, since no person can be read from them.",
    ),
}
PROTECTED_MEAN: Final = Text(
    sv="Medelvärdet visas från tio personer och är ändrat med högst så mycket som en person kan bidra med. "
    "Sedan avrundas det.",
    en="The mean is shown from ten people and is changed by at most what one person can contribute. It is then "
    "rounded.",
)
PROTECTED_RESULT: Final = Text(
    sv="Enkätens egen siffra, oförändrad. Visas från tio svar, och färre ingår inte heller i helheten.",
    en="The survey's own figure, unchanged. Shown from ten answers, and fewer are not part of the whole either.",
)
OF_REGISTER: Final = Text(
    sv="Räknas ur styrgruppens register, där ingen brukare finns. Siffran är exakt.",
    en="Counted from the committee's register, which holds no service user. The figure is exact.",
)
BURDEN_REGISTER: Final = Text(
    sv="Inga: det som behövs skriver styrgruppen ändå i sitt register.",
    en="None: what is needed the committee writes in its register anyway.",
)
PROTECTED_SHARE: Final = Text(sv="Andelen {breakdowns}: {rule}", en="The share {breakdowns}: {rule}")
LIKENESS: Final = Text(sv="Jämförbarhet", en="Comparability")
DIFFERS: Final = Text(sv="Skiljer sig", en="Differs")
PARTNER: Final = Text(sv="Läses ihop med", en="Read together with")
OWNER: Final = Text(sv="Ägare", en="Owner")
CHECKER: Final = Text(sv="Granskare", en="Checker")
REVIEW: Final = Text(sv="Nästa granskning", en="Next review")
REFERENCE: Final = Text(sv="Källa", en="Reference")
LIMITS: Final = Text(sv="Kan inte visa", en="Cannot show")
VERSION: Final = Text(sv="Version", en="Version")
BURDEN: Final = Text(sv="Uppgifter som behövs", en="Data needed")
BURDEN_FIELDS: Final = Text(sv="{n} fält: {fields}.", en="{n} fields: {fields}.")
BURDEN_SOURCE: Final = Text(sv="Leveransen {fields}.", en="The delivery {fields}.")

CATALOGUE: Final = Text(sv="Katalogens fingeravtryck", en="The catalogue's fingerprint")
CATALOGUE_TEXT: Final = Text(
    sv="Ändras så fort en definition ändras. Siffrorna i denna frisläppning är räknade med katalogen {release}.",
    en="Changes as soon as a definition does. The figures of this release were counted with catalogue {release}.",
)
CATALOGUE_OTHER: Final = Text(
    sv="Definitionerna här är nyare än siffrorna: de gäller från nästa frisläppning.",
    en="The definitions here are newer than the figures: they hold from the next release.",
)

HEAD: Final = Text(
    sv="Mått;Version;Namn;Perspektiv;Varför;Täljare;Nämnare;Enhet;Riktning;Redovisas;Skydd;Regionen räknar;"
    "Regionen skiljer sig;Kommunen räknar;Kommunen skiljer sig;Jämförbarhet;Läses ihop med;Ägare;Granskare;"
    "Nästa granskning;Källa;Kan inte visa;Uppgifter som behövs",
    en="Measure;Version;Name;Perspective;Why;Numerator;Denominator;Unit;Direction;Reported;Protection;"
    "The region counts;The region differs;The municipality counts;The municipality differs;Comparability;"
    "Read together with;Owner;Checker;Next review;Reference;Cannot show;Data needed",
)
