"""The words of the meetings, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Möten", en="Meetings")
QUESTION: Final = Text(
    sv="Vad står på dagordningen, vilka kommer och vad sa vi?", en="What is on the agenda, who comes, what did we say?"
)
NEXT: Final = Text(sv="Nästa möte är {day}.", en="The next meeting is on {day}.")
WAITING: Final = Text(
    sv="Protokoll som väntar på justering: {n} ({days}).", en="Minutes that wait for approval: {n} ({days})."
)
PASSED: Final = Text(
    sv="Möten vars dag har passerat utan protokoll: {n} ({days}).",
    en="Meetings whose day has passed without minutes: {n} ({days}).",
)
PASSED_STATUS: Final = Text(sv="Passerat, protokoll saknas", en="Passed, no minutes")
NO_NEXT: Final = Text(sv="Inget möte är planerat.", en="No meeting is planned.")
NONE: Final = Text(sv="Inga möten finns i registret ännu.", en="There are no meetings in the register yet.")
YEAR: Final = Text(sv="År", en="Year")
LIST: Final = Text(sv="Möten {year}", en="Meetings of {year}")
NEW: Final = Text(sv="Nytt möte", en="New meeting")
PLAN: Final = Text(sv="Planera mötet", en="Plan the meeting")
MEETING_ADDED: Final = Text(sv="Mötet är planerat.", en="The meeting is planned.")
MEETING_CANCELLED: Final = Text(sv="Mötet är inställt.", en="The meeting is cancelled.")

DAY: Final = Text(sv="Dag", en="Day")
STARTS: Final = Text(sv="Börjar", en="Starts")
LASTS: Final = Text(sv="Längd i minuter", en="Length in minutes")
PLACE: Final = Text(sv="Plats", en="Place")
CALLED_BY: Final = Text(sv="Sammankallande", en="Called by")
STATUS: Final = Text(sv="Läge", en="State")
ITEMS: Final = Text(sv="Punkter", en="Items")
MINUTES: Final = Text(sv="Protokoll", en="Minutes")
LANES: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "joint": Text(sv="Båda", en="Both"),
}
STATUSES: Final[Mapping[str, Text]] = {
    "planned": Text(sv="Planerat", en="Planned"),
    "held": Text(sv="Hållet", en="Held"),
    "cancelled": Text(sv="Inställt", en="Cancelled"),
}
MINUTES_STATUSES: Final[Mapping[str, Text]] = {
    "": Text(sv="inte påbörjat", en="not begun"),
    "draft": Text(sv="utkast", en="draft"),
    "circulated": Text(sv="utskickat", en="circulated"),
    "locked": Text(sv="låst", en="locked"),
}

# --- the agenda ---------------------------------------------------------------------------------------------------

AGENDA: Final = Text(sv="Dagordning", en="Agenda")
AGENDA_NONE: Final = Text(sv="Dagordningen är tom.", en="The agenda is empty.")
TIME: Final = Text(sv="{planned} av {most} minuter", en="{planned} of {most} minutes")
TOO_LONG: Final = Text(
    sv="Mötet har {room} av {most} minuter kvar; det här är {over} för mycket. Välj bort något eller korta en punkt.",
    en="The meeting has {room} of its {most} minutes left; this is {over} too many. Leave something out or shorten an "
    "item.",
)
ITEMS_ADDED: Final = Text(sv="Lagt på dagordningen: {n}.", en="Put on the agenda: {n}.")
ITEM_MOVED: Final = Text(sv="Punkten är flyttad.", en="The item has been moved.")
ITEM_REMOVED: Final = Text(sv="Punkten är borttagen från dagordningen.", en="The item is taken off the agenda.")
ITEM_POSTPONED: Final = Text(sv="Punkten är uppskjuten.", en="The item is postponed.")
DRAFT: Final = Text(sv="Förslag som väntar", en="Proposals that wait")
DRAFT_TEXT: Final = Text(
    sv="Skrivna av systemet ur signaler, åtgärder, avtal, årshjulet, det enheterna lyft och det som skjutits upp. De "
    "förkryssade ryms i mötet.",
    en="Written by the system from signals, actions, agreements, the yearly round, what units have raised and what was "
    "put off. Those ticked fit the meeting.",
)
DRAFT_DEALT_WITH: Final = Text(
    sv="Oroande signaler som redan har tagits upp det senaste året:",
    en="Worrying signals that have already been taken up in the last year:",
)
DRAFT_NONE: Final = Text(sv="Inget väntar på mötet.", en="Nothing waits for the meeting.")
DRAFT_ITEMS: Final = Text(sv="Punkter att lägga på dagordningen", en="Items to put on the agenda")
ACCEPT: Final = Text(sv="Lägg på dagordningen", en="Put on the agenda")
OWN_ITEM: Final = Text(sv="Egen punkt", en="An item of your own")
ADD_ITEM: Final = Text(sv="Lägg till punkten", en="Add the item")
CHANGE: Final = Text(sv="Ändra", en="Change")
UP: Final = Text(sv="Upp", en="Up")
DOWN: Final = Text(sv="Ned", en="Down")
REMOVE: Final = Text(sv="Ta bort", en="Take off")
REMOVED: Final = Text(sv="Borttaget från dagordningen", en="Taken off the agenda")
WHY: Final = Text(sv="Skäl", en="Reason")
ITEM_TITLE: Final = Text(sv="Rubrik", en="Title")
KIND: Final = Text(sv="Slag", en="Kind")
KINDS: Final[Mapping[str, Text]] = {
    "information": Text(sv="Information", en="Information"),
    "discussion": Text(sv="Diskussion", en="Discussion"),
    "decision": Text(sv="Beslut", en="Decision"),
}
PERSPECTIVE: Final = Text(sv="Perspektiv", en="Perspective")
PERSPECTIVES: Final[Mapping[str, Text]] = {
    "needs": Text(sv="Brukare och behov", en="Service users and needs"),
    "process": Text(sv="Process och samordning", en="Process and coordination"),
    "resources": Text(sv="Resurser och kostnader", en="Resources and costs"),
    "learning": Text(sv="Lärande och utveckling", en="Learning and development"),
    "governance": Text(sv="Styrning", en="Governance"),
}
NOT_CHOSEN: Final = Text(sv="–", en="–")
INDICATORS: Final = Text(sv="Mått", en="Measures")
INDICATORS_NOTE: Final = Text(
    sv="Måttens nummer, till exempel P2 U1. De står på sidan Definitioner.",
    en="The measures' numbers, for example P2 U1. They stand on the page Definitions.",
)
INDICATOR_UNKNOWN: Final = Text(sv="Måttet {id} finns inte.", en="There is no measure {id}.")
PRESENTER: Final = Text(sv="Föredragande", en="Presented by")
SOURCES: Final[Mapping[str, Text]] = {
    "minutes": Text(sv="tidigare protokoll", en="earlier minutes"),
    "signal": Text(sv="signal", en="signal"),
    "overdue": Text(sv="försenad åtgärd", en="overdue action"),
    "effect_review": Text(sv="effekt att granska", en="effect to review"),
    "expiry": Text(sv="går ut", en="runs out"),
    "raised": Text(sv="lyft av enhet", en="raised by a unit"),
    "review": Text(sv="årsgenomgången", en="the annual review"),
    "annual": Text(sv="årshjulet", en="yearly round"),
    "secretary": Text(sv="tillagd", en="added"),
}

# --- attendance ---------------------------------------------------------------------------------------------------

ATTENDANCE_TITLE: Final = Text(sv="Närvaro", en="Attendance")
ATTENDANCE: Final[Mapping[str, Text]] = {
    "": Text(sv="inte noterad", en="not noted"),
    "present": Text(sv="Närvarande", en="Present"),
    "substitute": Text(sv="Ersättare var där", en="Substitute was there"),
    "apologies": Text(sv="Anmält förhinder", en="Sent apologies"),
    "absent": Text(sv="Frånvarande", en="Absent"),
}
ALL_PRESENT: Final = Text(sv="Alla övriga närvarande", en="All the others present")
ATTENDANCE_SAVE: Final = Text(sv="Spara närvaron", en="Save the attendance")
ATTENDANCE_SAVED: Final = Text(sv="Närvaron är sparad.", en="The attendance is saved.")
ATTENDANCE_CHANGED: Final = Text(
    sv="Någon annan har noterat: {status}. Välj igen.", en="Somebody else has noted: {status}. Choose again."
)
ATTENDANCE_AHEAD: Final = Text(
    sv="Mötet är den {day}. Närvaron noteras då; före mötesdagen kan bara förhinder anmälas.",
    en="The meeting is on {day}. Attendance is noted then; before that only apologies can be noted.",
)
MEETING_AHEAD: Final = Text(
    sv="Mötet är den {day} och har inte hållits. Beslut, åtgärder och protokoll skrivs från och med mötesdagen.",
    en="The meeting is on {day} and has not been held. Decisions, actions and minutes are written from that day on.",
)
HELD_AHEAD: Final = Text(
    sv="Mötet är hållet och kan inte flyttas till en kommande dag.",
    en="The meeting has been held, and cannot be moved to a day that is to come.",
)
ATTENDANCE_CHOOSE: Final = Text(sv="Välj något i listan.", en="Choose something in the list.")
PARTY: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "association": Text(sv="Föreningarna", en="The associations"),
}
QUORUM: Final = Text(sv="{there} av {seats} platser", en="{there} of {seats} seats")
QUORATE: Final[Mapping[tuple[bool, bool], Text]] = {
    (False, True): Text(sv="beslutför", en="quorate"),
    (False, False): Text(sv="inte beslutför", en="not quorate"),
    (True, True): Text(sv="är med", en="are there"),
    (True, False): Text(sv="ingen är med", en="none is there"),
}
"""Of an association or not, enough or not."""

# --- minutes ------------------------------------------------------------------------------------------------------

MINUTES_BEGUN: Final = Text(sv="Protokollet är påbörjat.", en="The minutes are begun.")
BEGIN: Final = Text(sv="Börja protokollet", en="Begin the minutes")
BACKGROUND: Final = Text(sv="Bakgrund", en="Background")
DISCUSSION: Final = Text(sv="Vad som sades", en="What was said")
VIEWS: Final = Text(sv="Föreningarnas synpunkter", en="The associations' views")
CONCLUSION: Final = Text(sv="Vad punkten kom fram till", en="What the item came to")
ITEM_STATUSES: Final[Mapping[str, Text]] = {
    "planned": Text(sv="ännu inte skriven", en="not yet written"),
    "taken": Text(sv="skriven", en="written"),
    "postponed": Text(sv="uppskjuten", en="postponed"),
}
POSTPONE: Final = Text(sv="Skjut upp punkten", en="Postpone the item")
NEXT_ITEM: Final = Text(sv="Nästa punkt", en="Next item")
PREVIOUS_ITEM: Final = Text(sv="Föregående punkt", en="Previous item")
DECISIONS: Final = Text(sv="Beslut", en="Decisions")
ACTIONS: Final = Text(sv="Åtgärder", en="Actions")
RECORD_DECISION: Final = Text(sv="Anteckna ett beslut", en="Record a decision")
RECORD_ACTION: Final = Text(sv="Anteckna en åtgärd", en="Record an action")
DECISION_ADDED: Final = Text(sv="Beslut {id} är antecknat.", en="Decision {id} is recorded.")
ACTION_ADDED: Final = Text(sv="Åtgärd {id} är antecknad.", en="Action {id} is recorded.")
DECISION_TITLE: Final = Text(sv="Rubrik", en="Title")
DECISION_TEXT: Final = Text(sv="Beslutet", en="The decision")
REASON: Final = Text(sv="Skäl", en="Reason")
DECISION_KIND: Final = Text(sv="Gäller", en="About")
DECISION_KINDS: Final[Mapping[str, Text]] = {
    "other": Text(sv="annat", en="something else"),
    "target": Text(sv="mål", en="a target"),
    "volume": Text(sv="volym", en="volume"),
    "cost": Text(sv="kostnad", en="cost"),
    "service": Text(sv="insats", en="a service"),
    "routine": Text(sv="rutin", en="a routine"),
    "agreement": Text(sv="avtal", en="an agreement"),
    "membership": Text(sv="ledamöter", en="membership"),
    "limits": Text(sv="nya gränser", en="new limits"),
}
MORE_OF_DECISION: Final = Text(
    sv="Mer om beslutet: slag, mandat, översyn, underlag och alternativ",
    en="More about the decision: kind, mandates, review, evidence and alternatives",
)
CONSEQUENCES: Final[Mapping[str, Text]] = {
    "consequence_region": Text(sv="Betyder för regionen", en="Means for the region"),
    "consequence_municipality": Text(sv="Betyder för kommunen", en="Means for the municipality"),
    "consequence_users": Text(sv="Betyder för brukarna", en="Means for the service users"),
}
MANDATES: Final[Mapping[str, Text]] = {
    "mandate_region": Text(sv="Regionens mandat", en="The region's mandate"),
    "mandate_municipality": Text(sv="Kommunens mandat", en="The municipality's mandate"),
}
CONSENSUS: Final = Text(sv="Enighet", en="Consensus")
CONSENSUS_CHOICES: Final[Mapping[str, Text]] = {
    "yes": Text(sv="Alla eniga", en="All agreed"),
    "no": Text(sv="Inte eniga", en="Not agreed"),
    "": Text(sv="inte noterat", en="not noted"),
}
OTHER_VIEWS: Final = Text(sv="Andra meningar", en="Other views")
REVIEW_ON: Final = Text(sv="Ses över senast", en="Reviewed by")
EVIDENCE: Final = Text(
    sv="De siffror som nu gäller för {ids} fryses som underlag.",
    en="The figures now in force of {ids} are frozen as evidence.",
)
ACTION_TITLE: Final = Text(sv="Vad som ska göras", en="What is to be done")
ORGANISATION: Final = Text(sv="Organisation", en="Organisation")
OWNER: Final = Text(sv="Ansvarig", en="Owner")
DUE: Final = Text(sv="Klart senast", en="Done by")
FROM_DECISION: Final = Text(sv="Följer av beslut", en="Follows from decision")
EXPECTS: Final = Text(sv="Väntad effekt på mått", en="Expected to move the measure")
EXPECTS_WAY: Final = Text(sv="Åt vilket håll", en="Which way")
EXPECTS_ON: Final = Text(sv="Ska synas senast", en="To be seen by")
EXPECTS_WHEN: Final = Text(sv="Ange dagen då effekten ska synas.", en="Give the day the effect is to be seen.")
WAYS: Final[Mapping[str, Text]] = {
    "increase": Text(sv="Öka", en="Increase"),
    "decrease": Text(sv="Minska", en="Decrease"),
}

# --- the page of one meeting --------------------------------------------------------------------------------------

ONE_TITLE: Final = Text(sv="Möte {day}", en="Meeting of {day}")
WHEN: Final = Text(sv="{start}–{end}", en="{start}–{end}")
UNKNOWN_TITLE: Final = Text(sv="Mötet {id} finns inte", en="There is no meeting {id}")
UNKNOWN_TEXT: Final = Text(
    sv="Det kan ha fått en annan beteckning. Gå tillbaka till listan över möten.",
    en="It may have another id. Go back to the list of meetings.",
)
ALL_MEETINGS: Final = Text(sv="Alla möten", en="All meetings")
PARTS: Final[Mapping[str, Text]] = {
    "agenda": Text(sv="Dagordning och närvaro", en="Agenda and attendance"),
    "minutes": Text(sv="Protokoll", en="Minutes"),
    "approval": Text(sv="Justering", en="Approval"),
    "projector": Text(sv="Mötesläge", en="Meeting mode"),
}
PARTS_LABEL: Final = Text(sv="Mötets delar", en="Parts of the meeting")
LEDE_EMPTY: Final = Text(
    sv="Dagordningen är tom; {waiting} punkter väntar som förslag.",
    en="The agenda is empty; {waiting} items wait as proposals.",
)
LEDE_PLANNED: Final = Text(
    sv="{items} punkter, {planned} av {most} minuter.", en="{items} items, {planned} of {most} minutes."
)
LEDE_DRAFT: Final = Text(
    sv="{written} av {items} punkter är skrivna. Protokollet är ett utkast.",
    en="{written} of {items} items are written. The minutes are a draft.",
)
LEDE_CIRCULATED: Final = Text(
    sv="Protokollet är ute för läsning sedan {day}; {approvals} av 2 organisationer har justerat.",
    en="The minutes have been out to be read since {day}; {approvals} of 2 organisations have approved.",
)
LEDE_LOCKED: Final = Text(
    sv="Protokollet är justerat av båda och låst {day}.", en="The minutes were approved by both and locked on {day}."
)
LEDE_CANCELLED: Final = Text(sv="Mötet är inställt: {why}", en="The meeting is cancelled: {why}")
TO_SEE_TO: Final = Text(sv="Att se till", en="To see to")
MEETING_ITSELF: Final = Text(sv="Tid och plats", en="Time and place")
CANCEL_MEETING: Final = Text(sv="Ställ in mötet", en="Cancel the meeting")
CANCEL_WHY: Final = Text(sv="Varför", en="Why")
INVITATION: Final = Text(sv="Kalenderinbjudan", en="Calendar invitation")
UPDATE: Final = Text(sv="Uppdatering till kalendern", en="Calendar update")
CANCELLATION: Final = Text(sv="Återbud till kalendern", en="Calendar cancellation")
ITEM_OF: Final = Text(sv="Punkt {n} av {all}", en="Item {n} of {all}")
MINUTES_WORD: Final = Text(sv="{n} minuter", en="{n} minutes")
KEYS: Final = Text(
    sv="Bläddra med ← och →, eller med Page Up och Page Down.",
    en="Turn the pages with ← and →, or with Page Up and Page Down.",
)
NO_CHART: Final = Text(sv="Punkten har inget mått.", en="The item has no measure.")

# --- the year -----------------------------------------------------------------------------------------------------

WHEEL: Final = Text(sv="Årshjul {year}", en="The year {year}")
WHEEL_TEXT: Final = Text(
    sv="Årshjul {year}. {found} Tabellen bredvid säger detsamma.",
    en="The year {year}. {found} The table beside says the same.",
)
WHEEL_FOUND: Final = Text(
    sv="Möten under året: {counts}.",
    en="Meetings in the year: {counts}.",
)
WHEEL_COUNTS: Final[Mapping[str, tuple[Text, Text]]] = {
    "held": (Text(sv="{n} hållet", en="{n} held"), Text(sv="{n} hållna", en="{n} held")),
    "planned": (Text(sv="{n} planerat", en="{n} planned"), Text(sv="{n} planerade", en="{n} planned")),
    "cancelled": (Text(sv="{n} inställt", en="{n} cancelled"), Text(sv="{n} inställda", en="{n} cancelled")),
}
"""One meeting, and several."""
WHEEL_NONE: Final = Text(sv="Inga möten under året.", en="No meetings in the year.")
WHEEL_PASSED: Final = Text(sv="Passerade utan protokoll: {n}.", en="Passed without minutes: {n}.")
WHEEL_GAP: Final = Text(sv="Längst mellan två: {days} dagar.", en="The longest between two: {days} days.")
WHEEL_FILE: Final = Text(sv="arshjul", en="year")
WHEEL_SHEET: Final = Text(sv="år;månad;tas upp varje år;möte;läge", en="year;month;taken up every year;meeting;state")
MONTH: Final = Text(sv="Månad", en="Month")
TASKS: Final = Text(sv="Tas upp varje år", en="Taken up every year")
YEARS: Final = Text(sv="Fler år", en="More years")
