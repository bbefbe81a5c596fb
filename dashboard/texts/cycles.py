"""The words about improvement cycles, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Förbättringscykler", en="Improvement cycles")
QUESTION: Final = Text(
    sv="Vad prövas i liten skala, och vad visade måttet före och efter?",
    en="What is tried on a small scale, and what did the measure show before and after?",
)
EMPTY: Final = Text(
    sv="Ingen förbättringscykel är inskriven ännu. En cykel är ett litet prov: planera, göra, studera, agera, "
    "med ett mått före och efter.",
    en="No improvement cycle has been entered yet. A cycle is a small trial: plan, do, study, act, with a measure "
    "before and after.",
)
RUNNING: Final = Text(sv="{n} pågår.", en="{n} under way.")
RUNNING_LONG: Final = Text(
    sv="{n} pågår, {long} av dem sedan mer än ett år.", en="{n} under way, {long} of them for more than a year."
)
NONE_RUNS: Final = Text(sv="Ingen pågår.", en="None is under way.")
RUNNING_LONG_ONE: Final = Text(sv="{n} pågår, en sedan mer än ett år.", en="{n} under way, one for more than a year.")
RUNS_LONG: Final = Text(sv="En pågår, sedan mer än ett år.", en="One under way, for more than a year.")
MEASURED: Final = Text(sv="Avslutade: {n}. Med mätt resultat: {m}.", en="Closed: {n}. With a measured result: {m}.")
HEAD: Final = Text(
    sv="Cykel;Organisation;Mått;Tid;Före → efter;Läge", en="Cycle;Organisation;Measure;Time;Before → after;State"
)
NOTE: Final = Text(
    sv="Före och efter är två värden. Om skillnaden är större än slumpen visar måttets diagram, och ingetdera visar "
    "varför.",
    en="Before and after are two values. Whether the difference is larger than chance is shown by the measure's chart, "
    "and neither shows why.",
)
OPEN_ONES: Final = Text(sv="Pågår", en="Under way")
CLOSED_ONES: Final = Text(sv="Avslutade", en="Closed")
EARLIER: Final = Text(sv="Visa också {n} som avslutades tidigare", en="Show {n} that were closed earlier too")
EARLIER_ONE: Final = Text(sv="Visa också en som avslutades tidigare", en="Show one that was closed earlier too")
SINCE: Final = Text(sv="sedan {day}", en="since {day}")
FROM_TO: Final = Text(sv="{first} – {last}", en="{first} – {last}")
NO_MEASURE: Final = Text(sv="inget mått valt", en="no measure chosen")
NOT_MEASURED: Final = Text(sv="inte mätt", en="not measured")
NOT_YET: Final = Text(sv="ännu inte", en="not yet")
CLOSED: Final = Text(sv="Avslutad", en="Closed")
CLOSED_UNMEASURED: Final = Text(sv="Avslutad utan mätt resultat", en="Closed without a measured result")
HIGHER: Final = Text(sv="{by} högre", en="{by} higher")
LOWER: Final = Text(sv="{by} lägre", en="{by} lower")
SAME: Final = Text(sv="oförändrat", en="unchanged")
WANTED: Final = Text(sv="{moved}, åt önskat håll", en="{moved}, the way wanted")
UNWANTED: Final = Text(sv="{moved}, åt motsatt håll", en="{moved}, the other way")
ABOUT: Final = Text(sv="Förbättringscykler om måttet", en="Improvement cycles about the measure")
EVERY: Final = Text(sv="Alla förbättringscykler", en="All improvement cycles")
FILE: Final = Text(sv="forbattringscykler", en="improvement-cycles")
SHEET: Final = Text(
    sv="beteckning;rubrik;organisation;indikator;började;avslutad;före;efter;mätt resultat;beslut;planera;göra;studera;"
    "agera",
    en="id;title;organisation;indicator;began;closed;before;after;measured result;decision;plan;do;study;act",
)
YES: Final = Text(sv="ja", en="yes")
NO: Final = Text(sv="nej", en="no")

# --- one cycle ---------------------------------------------------------------------------------------------------

STEPS: Final[Mapping[str, Text]] = {
    "plan": Text(sv="Planera", en="Plan"),
    "do": Text(sv="Göra", en="Do"),
    "study": Text(sv="Studera", en="Study"),
    "act": Text(sv="Agera", en="Act"),
}
"""The four steps, in their order."""
ASKS: Final[Mapping[str, Text]] = {
    "plan": Text(sv="Vad prövas, var, och vad väntar ni er?", en="What is tried, where, and what do you expect?"),
    "do": Text(sv="Vad gjordes, och vad kom i vägen?", en="What was done, and what came in the way?"),
    "study": Text(
        sv="Vad såg ni, och hur låg det mot planen?", en="What did you see, and how did it lie against the plan?"
    ),
    "act": Text(sv="Vad händer nu: behåll, ändra eller lägg ned?", en="What now: keep it, change it or give it up?"),
}
NOT_WRITTEN: Final = Text(sv="Inte skrivet ännu.", en="Not written yet.")
NEXT: Final = Text(sv="Nästa: {what}", en="Next: {what}")
LACKS: Final[Mapping[str, Text]] = {
    "indicator_id": Text(sv="välj måttet som ska följas", en="choose the measure to follow"),
    "before": Text(sv="anteckna måttet före", en="note the measure before"),
    "do": Text(sv="skriv vad som gjordes", en="write what was done"),
    "study": Text(sv="skriv vad ni såg", en="write what you saw"),
    "after": Text(sv="anteckna måttet efter", en="note the measure after"),
    "act": Text(sv="skriv vad som händer nu", en="write what happens now"),
    "closed_on": Text(sv="avsluta cykeln", en="close the cycle"),
}
"""What a cycle that is under way may lack, in the order it is filled in."""
LINE: Final = Text(sv="Började {day}", en="Began {day}")
LINE_CLOSED: Final = Text(sv="Började {day}, avslutad {closed}", en="Began {day}, closed {closed}")
UNMEASURED: Final = Text(
    sv="Avslutad utan mätt resultat: måttet före, efter eller båda saknas. Så räknas den i {measure}.",
    en="Closed without a measured result: the measure before, after or both are missing. So it counts in {measure}.",
)
MEASURE: Final = Text(sv="Måttet före och efter", en="The measure before and after")
SEE_CHART: Final = Text(sv="Se styrdiagrammet", en="See the control chart")
BEFORE: Final = Text(sv="före", en="before")
AFTER: Final = Text(sv="efter", en="after")
DECISION: Final = Text(sv="Hör till beslut", en="Belongs to decision")
UNKNOWN: Final = Text(sv="{id} finns inte bland cyklerna.", en="{id} is not among the cycles.")

# --- forms -------------------------------------------------------------------------------------------------------

NEW: Final = Text(sv="Börja en cykel", en="Begin a cycle")
CHANGE_PLAN: Final = Text(sv="Ändra planen", en="Change the plan")
WRITE: Final = Text(sv="Skriv steget", en="Write the step")
CHANGE: Final = Text(sv="Ändra steget", en="Change the step")
WRITE_MEASURE: Final = Text(sv="Anteckna måttet", en="Note the measure")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad cykeln kallas", en="What the cycle is called"),
    "organisation": Text(sv="Vems den är", en="Whose it is"),
    "indicator_id": Text(sv="Mått som följs", en="Measure followed"),
    "started_on": Text(sv="Börjar", en="Begins"),
    "closed_on": Text(sv="Avslutad den", en="Closed on"),
    "decision_id": Text(sv="Hör till beslut", en="Belongs to decision"),
    **STEPS,
    "before_from": Text(sv="Före, bland publicerade värden", en="Before, among published values"),
    "after_from": Text(sv="Efter, bland publicerade värden", en="After, among published values"),
    "before": Text(sv="Före, eget värde", en="Before, a value of your own"),
    "after": Text(sv="Efter, eget värde", en="After, a value of your own"),
}
CLOSED_NOTE: Final = Text(sv="Lämna tomt så länge den pågår.", en="Leave empty as long as it is under way.")
NONE: Final = Text(sv="inget", en="none")
LATEST: Final = Text(
    sv="Ta måttets senaste publicerade värde som före", en="Take the measure's latest published value as before"
)
OWN_NOTE: Final = Text(
    sv="Till exempel det som räknades på enheten. Gäller när inget publicerat är valt.",
    en="For example what was counted in the unit. Holds where no published value is chosen.",
)
NO_PERIOD: Final = Text(sv="eget värde, eller inget", en="a value of your own, or none")
BEGUN: Final = Text(sv="Cykeln {id} har börjat.", en="Cycle {id} has begun.")
SAVED_UNMEASURED: Final = Text(
    sv="Avslutad utan mätt resultat. Måttet kan antecknas efteråt.",
    en="Closed without a measured result. The measure can be noted afterwards.",
)
STARTS_AHEAD: Final = Text(
    sv="En cykel skrivs in när den börjar. Välj en dag till och med i dag.",
    en="A cycle is entered when it begins. Choose a day up to today.",
)
CLOSED_AHEAD: Final = Text(
    sv="En cykel kan inte vara avslutad efter dagens datum. Rätta dagen.",
    en="A cycle cannot have been closed later than today. Mend the day.",
)
CLOSED_EARLY: Final = Text(
    sv="Cykeln började {day} och kan inte vara avslutad före det. Rätta dagen.",
    en="The cycle began on {day} and cannot have been closed before that. Mend the day.",
)
VALUES_STAND: Final = Text(
    sv="Cykeln har värden före eller efter, som gäller måttet och organisationen som står. Töm dem först, så kan det "
    "här bytas.",
    en="The cycle has values before or after, of the measure and organisation that stand. Empty them first, and this "
    "can be changed.",
)
NO_VALUE: Final = Text(
    sv="Måttet har inget publicerat värde för den perioden. Välj en annan eller skriv ett eget.",
    en="The measure has no published value for that period. Choose another, or write one of your own.",
)
NO_LATEST: Final = Text(
    sv="Måttet har inget publicerat värde ännu. Ta bort krysset, så kan värdet skrivas senare.",
    en="The measure has no published value yet. Remove the tick, and the value can be written later.",
)
MEASURE_FIRST: Final = Text(
    sv="Välj måttet i planen först, så kan det antecknas här.",
    en="Choose the measure in the plan first, and it can be noted here.",
)
