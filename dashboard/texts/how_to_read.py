"""How to read the pages, for someone who was not there when they were made: ratings, plans, marks and rules."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Så läser du", en="How to read")

NEEDS_TITLE: Final = Text(sv="Behov: CAN och dess fyra svar", en="Needs: CAN and its four answers")
NEEDS_TEXT: Final = Text(
    sv="Camberwell Assessment of Need (CAN) går igenom 22 områden i livet. Personen själv, personalen och en anhörig "
    "kan svara, var för sig. Svaren blandas aldrig.",
    en="The Camberwell Assessment of Need (CAN) goes through 22 areas of life. The person, staff and a relative may "
    "answer, each separately. The answers are never mixed.",
)
RATINGS: Final = (
    ("0", Text(sv="Inget behov", en="No need"), Text(sv="området är inget problem", en="the area is no problem")),
    (
        "1",
        Text(sv="Tillfredsställt behov", en="Met need"),
        Text(sv="ett problem som personen får hjälp nog med", en="a problem the person gets enough help with"),
    ),
    (
        "2",
        Text(sv="Otillfredsställt behov", en="Unmet need"),
        Text(sv="ett problem kvarstår, med eller utan hjälp", en="a problem remains, with or without help"),
    ),
    (
        "9",
        Text(sv="Vet inte", en="Not known"),
        Text(sv="räknas aldrig som ett svar", en="never counted as an answer"),
    ),
)

SIP_TITLE: Final = Text(sv="SIP: samordnad individuell plan", en="SIP: coordinated individual plan")
SIP_TEXT: Final = Text(
    sv="När en person behöver hjälp av både region och kommun ska de planera tillsammans med personen. Enligt lag ska "
    "planen säga vilka insatser som behövs, vem som gör vad, vad andra gör, och vem som ansvarar för helheten.",
    en="When a person needs help from both region and municipality, they are to plan together with the person. By law "
    "the plan says what is needed, who does what, what others do, and who is responsible for the whole.",
)

SIGNALS_TITLE: Final = Text(sv="Förändring på riktigt, eller slump?", en="A real change, or chance?")
SIGNALS_TEXT: Final = Text(
    sv="Alla siffror rör sig lite hela tiden. Diagrammets band visar hur långt det här måttet brukar röra sig. "
    "Bara något av detta räknas som en förändring:",
    en="All figures move a little all the time. The chart's band shows how far this measure usually moves. Only one of "
    "these counts as a change:",
)
RULES: Final = (
    Text(sv="en punkt utanför bandet", en="a point outside the band"),
    Text(sv="sju punkter i rad som stiger, eller sju som sjunker", en="seven points in a row rising, or seven falling"),
    Text(
        sv="två av tre punkter i rad nära samma kant av bandet, med alla tre på samma sida om mitten",
        en="two of three points in a row near the same edge of the band, with all three on one side of the middle",
    ),
    Text(sv="sju punkter i rad på samma sida om mitten", en="seven points in a row on one side of the middle"),
)
RULES_NOTE: Final = Text(
    sv="Med färre än tolv värden är bandet preliminärt, och med färre än sju säger diagrammet ingenting om förändring. "
    "Bandet räknas om bara när styrgruppen har beslutat det. Diagrammet säger att något ändrats, aldrig varför.",
    en="With fewer than twelve values the band is preliminary, and with fewer than seven the chart says nothing of "
    "change. The band is recalculated only when the committee has decided so. The chart says that something changed, "
    "never why.",
)
MARKS_TITLE: Final = Text(sv="Märkena", en="The marks")
ICONS: Final = (
    (
        "improvement_high",
        Text(
            sv="Förbättring. Pilen visar om siffran gått upp eller ner.",
            en="Improvement. The arrow shows whether the figure went up or down.",
        ),
    ),
    ("concern_low", Text(sv="Oroande förändring.", en="A change of concern.")),
    (
        "neutral_high",
        Text(
            sv="Förändring av ett mått där varken högre eller lägre är bättre.",
            en="A change of a measure where neither higher nor lower is better.",
        ),
    ),
    (
        "common_cause",
        Text(sv="Slumpvis variation: ingen säker förändring.", en="Common cause variation: no reliable change."),
    ),
)

TARGETS_TITLE: Final = Text(sv="Nås målet?", en="Is the target met?")
TARGETS: Final = (
    (
        Text(sv="Nås stadigt", en="Met consistently"),
        Text(sv="hela bandet ligger på rätt sida om målet", en="the whole band lies on the right side of the target"),
    ),
    (
        Text(sv="Nås ibland", en="Met sometimes"),
        Text(
            sv="målet ligger inom bandet: slumpen avgör från gång till gång",
            en="the target lies within the band: chance decides from time to time",
        ),
    ),
    (
        Text(sv="Nås inte", en="Missed consistently"),
        Text(
            sv="hela bandet ligger på fel sida: bara ett ändrat arbetssätt hjälper",
            en="the whole band lies on the wrong side: only another way of working helps",
        ),
    ),
)

NOTHING_TITLE: Final = Text(sv="Fyra slags ingenting", en="Four kinds of nothing")
NOTHING: Final = (
    (
        Text(sv="skyddad", en="protected"),
        Text(sv="För få personer för att visas.", en="Too few people to be shown."),
    ),
    (Text(sv="0", en="0"), Text(sv="Räknat, och det var noll.", en="Counted, and it was none.")),
    (
        Text(sv="saknas", en="missing"),
        Text(sv="Uppgiften har inte lämnats.", en="The figure has not been delivered."),
    ),
    (
        Text(sv="–", en="–"),
        Text(sv="Finns inte att mäta, till exempel vid en stängd enhet.", en="Cannot occur, as at a closed unit."),
    ),
)
PROTECTION_NOTE: Final = Text(
    sv="Antal om personer är ändrade med högst tre, så att ingen kan pekas ut. Därför stämmer summor inte "
    "alltid, och en skillnad på sex eller mindre kan bero på skyddet.",
    en="Counts of persons are changed by at most three, so that nobody can be singled out. Sums therefore do not "
    "always agree, and a difference of six or less may come from the protection.",
)
