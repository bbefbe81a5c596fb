"""The words about events and evaluations, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

WRITE: Final = Text(sv="Skriv in det som har hänt", en="Enter what has happened")
WRITE_NOTE: Final = Text(
    sv="En händelse märks ut i diagrammen för de mått och enheter den gäller. En utvärdering väntar på styrgruppens "
    "svar.",
    en="An event is marked on the charts of the measures and units it is about. An evaluation waits for the "
    "committee's response.",
)
NEW_EVENT: Final = Text(sv="Ny händelse", en="New event")
NEW_EVALUATION: Final = Text(sv="Ny utvärdering", en="New evaluation")
CHANGE: Final = Text(sv="Ändra", en="Change")
UNKNOWN: Final = Text(
    sv="{id} finns inte bland händelserna och utvärderingarna.", en="{id} is not among the events and evaluations."
)
BACK: Final = Text(sv="Tidslinjen", en="The timeline")
NONE: Final = Text(sv="inget", en="none")

# --- events ------------------------------------------------------------------------------------------------------

EVENT_KINDS: Final[Mapping[str, Text]] = {
    "context": Text(sv="Omständighet", en="Context"),
    "agreement": Text(sv="Avtal", en="Agreement"),
    "service_opened": Text(sv="Verksamhet öppnad", en="Service opened"),
    "service_closed": Text(sv="Verksamhet stängd", en="Service closed"),
}
LANES: Final[Mapping[str, Text]] = {
    "joint": Text(sv="Båda, eller omvärlden", en="Both, or the world around"),
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
}
EVENT_FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad som hände, kort", en="What happened, in short"),
    "text": Text(sv="Mer om det", en="More about it"),
    "kind": Text(sv="Slag", en="Kind"),
    "on": Text(sv="Dag", en="Day"),
    "organisation": Text(sv="Vems den är", en="Whose it is"),
    "indicators": Text(sv="Mått den kan synas i (inget kryss: alla)", en="Measures it may be seen in (no tick: all)"),
    "units": Text(sv="Enheter den gäller (inget kryss: alla)", en="Units it is about (no tick: all)"),
}
EVENT_LINE: Final = Text(sv="{kind}, {day}", en="{kind}, {day}")
MARKED: Final = Text(sv="Märks ut i diagrammen för", en="Marked on the charts of")
EVERY_MEASURE: Final = Text(sv="alla mått", en="every measure")
UNITS: Final = Text(sv="Enheter", en="Units")
EVERY_UNIT: Final = Text(sv="alla enheter", en="every unit")
NOT_A_CAUSE: Final = Text(
    sv="Märket säger när det hände, inte att det är orsaken till något.",
    en="The mark says when it happened, not that it is the cause of anything.",
)
EVENT_ADDED: Final = Text(sv="Händelsen är inskriven.", en="The event has been entered.")

# --- evaluations -------------------------------------------------------------------------------------------------

EVALUATION_KINDS: Final[Mapping[str, Text]] = {
    "internal": Text(sv="Intern utvärdering", en="Internal evaluation"),
    "external": Text(sv="Extern utvärdering", en="External evaluation"),
}
EVALUATION_FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Vad som utvärderades", en="What was evaluated"),
    "kind": Text(sv="Slag", en="Kind"),
    "on": Text(sv="Dag", en="Day"),
    "finding": Text(sv="Vad man fann", en="What was found"),
    "decision_id": Text(sv="Hör till beslut", en="Belongs to decision"),
    "response": Text(sv="Styrgruppens svar", en="The committee's response"),
    "responded_on": Text(sv="Besvarad den", en="Answered on"),
}
ANSWER: Final = Text(sv="Styrgruppens svar", en="The committee's response")
ANSWERED: Final = Text(sv="Besvarad {day}", en="Answered {day}")
WRITE_ANSWER: Final = Text(sv="Skriv svaret", en="Write the response")
CHANGE_ANSWER: Final = Text(sv="Ändra svaret", en="Change the response")
NO_ANSWER: Final = Text(sv="Styrgruppen har inte svarat ännu.", en="The committee has not responded yet.")
WAITING_ONE: Final = Text(
    sv="En utvärdering har väntat mer än ett halvår på styrgruppens svar: {which}.",
    en="One evaluation has waited more than half a year for the committee's response: {which}.",
)
WAITING: Final = Text(
    sv="{n} utvärderingar har väntat mer än ett halvår på styrgruppens svar: {which}.",
    en="{n} evaluations have waited more than half a year for the committee's response: {which}.",
)
EVALUATION_ADDED: Final = Text(sv="Utvärderingen är inskriven.", en="The evaluation has been entered.")
NOT_YET: Final = Text(
    sv="En utvärdering skrivs in när den är gjord. Välj en dag till och med i dag.",
    en="An evaluation is entered when it is done. Choose a day up to today.",
)
ANSWER_WHOLE: Final = Text(
    sv="Fyll i både svaret och dagen, eller inget av dem.", en="Fill in both the response and the day, or neither."
)
ANSWER_EARLY: Final = Text(
    sv="Utvärderingen är från {day}: svaret kan inte ha kommit före den. Rätta dagen.",
    en="The evaluation is from {day}: the response cannot have come before it. Mend the day.",
)
ANSWER_AHEAD: Final = Text(
    sv="Svaret kan inte ha kommit efter dagens datum. Rätta dagen.",
    en="The response cannot have come later than today. Mend the day.",
)
