"""The words about what a decision sets: targets, limits, splits of costs, price levels and accounts to be given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.indicator import Unit
from metrics.problem import Text

TITLE: Final = Text(sv="Vad beslutet bestämmer", en="What the decision sets")
NOTHING: Final = Text(
    sv="Inget mål, inga gränser, ingen fördelning och ingen redovisning är inskrivna med beslutet.",
    en="No target, limits, split or account has been entered with the decision.",
)
ENTER: Final = Text(sv="Skriv in eller ändra vad beslutet bestämmer", en="Enter or change what the decision sets")
ENTER_MORE: Final = Text(sv="Skriv in eller ändra något annat", en="Enter or change something else")
CHANGE: Final = Text(sv="Ändra vad beslutet bestämmer", en="Change what the decision sets")
REPLACED: Final = Text(
    sv="Beslutet är ersatt av {id}: nytt bestäms där. Det som står kvar här kan avslutas eller återkallas.",
    en="The decision has been superseded by {id}: what is new is set there. What remains here can be ended or "
    "cancelled.",
)

# --- what it has set ---------------------------------------------------------------------------------------------

KINDS: Final[Mapping[str, Text]] = {
    "target": Text(sv="Mål", en="Targets"),
    "recalculation": Text(sv="Nya gränser i diagram", en="New limits in charts"),
    "cost_split": Text(sv="Fördelning av gemensamma kostnader", en="Split of joint costs"),
    "unit_cost_split": Text(sv="Fördelning för en enhet", en="Split for one unit"),
    "price_level": Text(sv="Prisindex", en="Price index"),
    "follow_up": Text(sv="Redovisning från båda sidor", en="Accounts from both sides"),
}
FROM_TO: Final = Text(sv="från {day} till {last}", en="from {day} to {last}")
FURTHER: Final = Text(sv="från {day} och tills vidare", en="from {day} until further notice")
OF_MEASURE: Final = Text(sv="{measure}: {said}", en="{measure}: {said}")
TARGET: Final = Text(sv="{value} {when}", en="{value} {when}")
TRAJECTORY: Final = Text(
    sv="jämnt från {value} den {day} till {end} den {last}", en="evenly from {value} on {day} to {end} on {last}"
)
LIMITS: Final = Text(sv="från {day}: {reason}", en="from {day}: {reason}")
SPLIT: Final = Text(
    sv="Regionen bär {region} och kommunen {municipality}, {when}.",
    en="The region carries {region} and the municipality {municipality}, {when}.",
)
UNIT_SPLIT: Final = Text(
    sv="{unit}: regionen bär {region} och kommunen {municipality}, {when}.",
    en="{unit}: the region carries {region} and the municipality {municipality}, {when}.",
)
INDEX: Final = Text(sv="{name}; {base} är 100.", en="{name}; {base} is 100.")
PRICE: Final = Text(
    sv="{year}: {value}, publicerat {day}. Källa: {source}", en="{year}: {value}, published on {day}. Source: {source}"
)
UNBALANCED: Final = Text(
    sv="Målet gäller volym eller kostnad. Det ska läsas ihop med {partner}, som ännu inte har något mål där.",
    en="The target is for volume or cost. It is to be read together with {partner}, which has no target there yet.",
)

# --- the forms ---------------------------------------------------------------------------------------------------

FORMS: Final[Mapping[str, Text]] = {
    "target": Text(sv="Sätt ett mål", en="Set a target"),
    "limits": Text(sv="Låt gränserna i ett diagram börja om", en="Let a chart's limits start anew"),
    "split": Text(sv="Fördela de gemensamma kostnaderna", en="Split the joint costs"),
    "price": Text(sv="Skriv in ett års prisindex", en="Enter a year's price index"),
    "account": Text(sv="Begär en redovisning", en="Ask for an account"),
}
SAVE: Final[Mapping[str, Text]] = {
    "target": Text(sv="Spara målet", en="Save the target"),
    "limits": Text(sv="Spara de nya gränserna", en="Save the new limits"),
    "split": Text(sv="Spara fördelningen", en="Save the split"),
    "price": Text(sv="Spara årets index", en="Save the year's index"),
    "account": Text(sv="Spara begäran", en="Save the request"),
}
CHANGE_ONE: Final = Text(sv="Ändra: {what}", en="Change: {what}")
DO: Final[Mapping[str, Text]] = {
    "correct": Text(sv="Rätta", en="Correct"),
    "correct_dated": Text(sv="Rätta eller avsluta", en="Correct or end"),
    "stop": Text(sv="Avsluta i förtid", en="End early"),
    "given": Text(sv="Redovisa", en="Give the account"),
}
FIELDS: Final[Mapping[str, Text]] = {
    "indicator_id": Text(sv="Mått", en="Measure"),
    "organisation": Text(sv="Organisation", en="Organisation"),
    "value": Text(sv="Målvärde", en="Target value"),
    "end_value": Text(sv="Slutvärde, om målet rör sig", en="End value, if the target moves"),
    "from_on": Text(sv="Första dagen", en="First day"),
    "to_on": Text(sv="Sista dagen", en="Last day"),
    "end_earlier": Text(sv="Avsluta det som gäller nu dagen före", en="End what holds now on the day before"),
    "reason": Text(sv="Skäl", en="Reason"),
    "unit_id": Text(sv="Gäller", en="Applies to"),
    "region_share": Text(sv="Regionens del", en="The region's part"),
    "year": Text(sv="År", en="Year"),
    "level": Text(sv="Årets index", en="The year's index"),
    "name": Text(sv="Prisindexets namn", en="Name of the price index"),
    "source": Text(sv="Källa", en="Source"),
    "base_year": Text(sv="Basår", en="Base year"),
    "published_on": Text(sv="Publicerat", en="Published on"),
    "due_on": Text(sv="Ska redovisas senast", en="To be given by"),
    "recorded_on": Text(sv="Redovisat den", en="Given on"),
    "outcome": Text(sv="Vad det blev av beslutet", en="What came of the decision"),
    "why": Text(sv="Varför", en="Why"),
}
NOTES: Final[Mapping[str, Text]] = {
    "value": Text(
        sv="I måttets egen enhet, som står inom parentes. Procent skrivs 65 eller 65 %.",
        en="In the measure's own unit, which stands in brackets. Per cent is written 65 or 65%.",
    ),
    "end_value": Text(
        sv="Målet går då jämnt från målvärdet och når slutvärdet den sista dagen.",
        en="The target then goes evenly from its value and reaches the end value on the last day.",
    ),
    "to_on": Text(sv="Tomt betyder tills vidare.", en="Empty means until further notice."),
    "limits": Text(
        sv="Gränserna räknas om från den första hela perioden från den dagen.",
        en="The limits are recalculated from the first whole period from that day.",
    ),
    "region_share": Text(sv="I procent; kommunen bär resten.", en="As per cent; the municipality carries the rest."),
    "base_year": Text(sv="Det år vars index är 100.", en="The year whose index is 100."),
    "published_on": Text(
        sv="Av ett års index gäller det som publicerats senast.",
        en="Of one year's levels, the one published last is in force.",
    ),
    "stop": Text(
        sv="Målet stannar där det har kommit den dagen.", en="The target stays where it has come on that day."
    ),
}
EVERY_UNIT: Final = Text(sv="alla enheter", en="every unit")

# --- what is answered --------------------------------------------------------------------------------------------

ENTERED: Final = Text(sv="Inskrivet: {what}.", en="Entered: {what}.")
ENDED_BY: Final = Text(sv="Avlöst genom beslut {id}", en="Followed by what decision {id} sets")
DECISION_REPLACED: Final = Text(
    sv="Beslut {id} är ersatt av {other} och kan inte bestämma något nytt. Gå till {other}.",
    en="Decision {id} has been superseded by {other} and cannot set anything new. Go to {other}.",
)
IN_THE_WAY: Final = Text(
    sv="{earlier} gäller redan. Kryssa här för att låta det sluta {last}, eller ändra dagarna.",
    en="{earlier} already holds. Tick here to let it end on {last}, or change the days.",
)
NOT_A_NUMBER: Final = Text(sv="Skriv ett tal, till exempel 12,5.", en="Write a number, for example 12.5.")
NOT_A_FIGURE: Final[Mapping[Unit, Text]] = {
    "share": Text(sv="Skriv procent, till exempel 65 eller 65 %.", en="Write per cent, for example 65 or 65%."),
    "points": Text(sv="Skriv procentenheter, till exempel 12.", en="Write percentage points, for example 12."),
    "sek_per_person": Text(sv="Skriv kronor, till exempel 41 250.", en="Write kronor, for example 41,250."),
    "days": Text(sv="Skriv dagar, till exempel 30.", en="Write days, for example 30."),
    "months": Text(sv="Skriv månader, till exempel 6.", en="Write months, for example 6."),
}
PART_OR_PER_CENT: Final = Text(
    sv="Menas {meant}? Skriv i så fall det. Menas mindre än en procent: skriv {typed} %.",
    en="Is {meant} meant? Then write that. If less than one per cent is meant: write {typed}%.",
)
EITHER_WAY: Final = Text(
    sv="Menas {thousands} eller {decimals}? Skriv på det sättet, utan punkt.",
    en="Is {thousands} or {decimals} meant? Write it that way, without a point.",
)
OUTSIDE: Final = Text(sv="Måttet kan vara från {least} till {most}.", en="The measure can be from {least} to {most}.")
TOO_LOW: Final = Text(sv="Måttet kan inte vara mindre än {least}.", en="The measure cannot be less than {least}.")
NEEDS_LAST: Final = Text(
    sv="Ange dagen då slutvärdet ska vara nått, efter den första dagen.",
    en="Give the day the end value is to be reached, after the first day.",
)
WHILE_IT_MOVES: Final = Text(
    sv="Målet rör sig från {day} till {last}. Välj en dag däremellan.",
    en="The target moves from {day} to {last}. Choose a day between them.",
)
AHEAD: Final = Text(sv="Dagen har inte varit ännu.", en="That day has not been yet.")
DUE_TOO_EARLY: Final = Text(
    sv="Beslutet fattades {day}. Välj en dag efter det.", en="The decision was made on {day}. Choose a day after that."
)
BASE_IS_100: Final = Text(sv="Basårets index är 100.", en="The index of the base year is 100.")
