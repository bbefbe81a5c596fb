"""The words of the page about agreements, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(
    sv="Vad har vi kommit överens om, till när, och hålls det?", en="What have we agreed, until when, and is it kept?"
)
UNKNOWN: Final = Text(sv="{id} finns inte i registret.", en="{id} is not in the register.")
EMPTY: Final = Text(sv="Registret har inga avtal ännu.", en="The register has no agreements yet.")

# --- the list ---------------------------------------------------------------------------------------------------

ENDED_ALONE: Final = Text(
    sv="{n} avtal har gått ut utan att ersättas: {names}.",
    en="{n} agreements have ended without a successor: {names}.",
)
ENDED_ALONE_ONE: Final = Text(
    sv="Ett avtal har gått ut utan att ersättas: {names}.", en="One agreement has ended without a successor: {names}."
)
NEXT: Final = Text(sv="Nästa att gå ut: {name}, {day}.", en="Next to end: {name}, {day}.")
NEXT_NONE: Final = Text(sv="Inget avtal i kraft har en sista dag.", en="No agreement in force has a last day.")
GROUPS: Final[Mapping[str, Text]] = {
    "now": Text(sv="Att ta upp nu", en="To take up now"),
    "in_force": Text(sv="I kraft", en="In force"),
    "over": Text(sv="Ersatta eller uppsagda", en="Superseded or cancelled"),
}
UNTIL: Final = Text(sv="till {day}", en="until {day}")
UNTIL_FURTHER: Final = Text(sv="tills vidare", en="until further notice")
ENDS_IN: Final = Text(sv="går ut {day}, om {days}", en="ends {day}, in {days}")
ENDED: Final = Text(sv="gick ut {day}", en="ended {day}")
NOT_BEGUN: Final = Text(sv="börjar gälla {day}", en="in force from {day}")
KEPT_BY: Final = Text(sv="{who} håller i texten", en="{who} keeps the text")
CLAUSE_COUNT: Final = Text(sv="{n} punkter, {measured} med mått", en="{n} clauses, {measured} with a measure")
CLAUSE_COUNT_ONE: Final = Text(sv="en punkt, {measured} med mått", en="one clause, {measured} with a measure")
CLAUSE_COUNT_NONE: Final = Text(sv="inga punkter inskrivna", en="no clauses entered")
REVISED: Final = Text(sv="senast reviderat {day}", en="last revised {day}")
NOT_REVISED: Final = Text(sv="inte reviderat", en="not revised")

# --- one agreement ----------------------------------------------------------------------------------------------

BACK: Final = Text(sv="Alla avtal", en="All agreements")
VALID: Final = Text(sv="Gäller", en="In force")
FROM_TO: Final = Text(sv="{first} till {last}", en="{first} to {last}")
FROM_ON: Final = Text(sv="från {first}, tills vidare", en="from {first}, until further notice")
PARTIES: Final = Text(sv="Parter", en="Parties")
OWNER: Final = Text(sv="Håller i texten", en="Keeps the text")
DECIDED: Final = Text(sv="Beslut", en="Decision")
SUPERSEDES: Final = Text(sv="Ersätter", en="Supersedes")
SUPERSEDED: Final = Text(sv="Ersatt av {name}.", en="Superseded by {name}.")
REVIEW: Final = Text(sv="Ses över", en="To be reviewed")
REMINDER: Final = Text(sv="Påminnelse", en="Reminder")
REMINDER_FROM: Final = Text(
    sv="Kommer upp i förslaget till dagordning från {day}, {days} dagar före sista dagen.",
    en="Comes up in the drafted agenda from {day}, {days} days before the last day.",
)
REMINDER_NONE: Final = Text(
    sv="Ingen: avtalet har ingen sista dag. Sätt en dag för översyn.",
    en="None: the agreement has no last day. Set a day for its review.",
)
PAST: Final = Text(
    sv="Avtalet gick ut {day} och har inte ersatts. Förläng det, ersätt det eller säg upp det.",
    en="The agreement ended {day} and has not been superseded. Extend it, supersede it or cancel it.",
)
REVIEW_PAST: Final = Text(sv="Översynen skulle ha gjorts {day}.", en="The review was due {day}.")

CLAUSES: Final = Text(sv="Punkter, och om de hålls", en="Clauses, and whether they are kept")
CLAUSES_NONE: Final = Text(sv="Inga punkter är inskrivna.", en="No clauses have been entered.")
CLAUSE_KIND: Final[Mapping[str, Text]] = {
    "coordination": Text(sv="samordning: var och en gör sitt, i takt", en="coordination: each does its own, in step"),
    "collaboration": Text(sv="samarbete: görs tillsammans", en="collaboration: done together"),
}
NO_MEASURE: Final = Text(sv="Inget mått visar om punkten hålls.", en="No measure shows whether the clause is kept.")

VERSIONS: Final = Text(sv="Versioner", en="Versions")
FIRST_VERSION: Final = Text(sv="Första versionen", en="First version")
BY_DECISION: Final = Text(sv="Beslut {id}: {title}", en="Decision {id}: {title}")

SPLIT: Final = Text(sv="Kostnadsfördelning", en="Cost split")
SPLIT_NONE: Final = Text(sv="Avtalet sätter ingen kostnadsfördelning.", en="The agreement sets no cost split.")
SPLIT_HEAD: Final = Text(sv="Enhet;Från;Till;Regionen;Kommunen;Beslut", en="Unit;From;To;Region;Municipality;Decision")
ALL_UNITS: Final = Text(sv="Alla enheter", en="All units")
ALL_OTHERS: Final = Text(sv="Alla andra enheter", en="All other units")

CONSULTED: Final = Text(sv="Samråd med föreningarna", en="Consultation of the associations")
CONSULTED_NONE: Final = Text(
    sv="Ingen förening är tillfrågad om avtalet.", en="No association has been asked about the agreement."
)
ASKED: Final = Text(sv="tillfrågad {day}", en="asked {day}")
ANSWERED: Final = Text(sv="svarade {day}", en="answered {day}")
WAITING: Final = Text(sv="inget svar ännu", en="no answer yet")
NOT_ASKED: Final = Text(sv="Inte tillfrågad: {names}.", en="Not asked: {names}.")

RESTS: Final = Text(sv="Det som vilar på avtalet", en="What rests on the agreement")
RESTS_NONE: Final = Text(
    sv="Inget gemensamt projekt, ingen tjänst och ingen risk är knuten till avtalet.",
    en="No joint project, post or risk is tied to the agreement.",
)

# --- forms ------------------------------------------------------------------------------------------------------

NEW: Final = Text(sv="Skriv in ett avtal", en="Enter an agreement")
REVISE: Final = Text(sv="Ny revidering", en="New revision")
CHANGE: Final = Text(sv="Ändra avtalets uppgifter", en="Change what is entered of the agreement")
ADD_CLAUSE: Final = Text(sv="Ny punkt", en="New clause")
CHANGE_CLAUSE: Final = Text(sv="Ändra punkt {n}: {text}", en="Change clause {n}: {text}")
CHANGE_CONSULTATION: Final = Text(sv="Svaret från {body}, tillfrågad {day}", en="The answer from {body}, asked {day}")
CONSULT: Final = Text(sv="Fråga en förening, eller skriv in dess svar", en="Ask an association, or enter its answer")
FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(sv="Rubrik", en="Title"),
    "text": Text(sv="Vad det handlar om", en="What it is about"),
    "owner": Text(sv="Håller i texten", en="Keeps the text"),
    "from_on": Text(sv="Gäller från", en="In force from"),
    "to_on": Text(sv="Sista dag (tom: tills vidare)", en="Last day (empty: until further notice)"),
    "review_on": Text(sv="Ses över", en="To be reviewed"),
    "revised_on": Text(sv="Reviderat den", en="Revised on"),
    "decision_id": Text(sv="Beslut", en="Decision"),
    "supersedes": Text(sv="Ersätter", en="Supersedes"),
    "parties": Text(sv="Parter", en="Parties"),
    "kind": Text(sv="Slag", en="Kind"),
    "indicator_id": Text(sv="Mått som visar om den hålls", en="Measure that shows it kept"),
    "body_id": Text(sv="Förening", en="Association"),
    "asked_on": Text(sv="Tillfrågad den", en="Asked on"),
    "answered_on": Text(sv="Svarade den", en="Answered on"),
    "view": Text(sv="Svaret", en="The answer"),
}
CLAUSE_FIELDS: Final[Mapping[str, Text]] = {**FIELDS, "text": Text(sv="Punktens text", en="Text of the clause")}
REVISION_FIELDS: Final[Mapping[str, Text]] = {
    **FIELDS,
    "text": Text(sv="Vad som ändrades eller bekräftades", en="What was changed or confirmed"),
}
NONE: Final = Text(sv="inget", en="none")
ADDED: Final = Text(sv="Avtalet är inskrivet.", en="The agreement has been entered.")
SAME_DAY: Final = Text(
    sv="Avtalet har redan en revidering den dagen. Välj en annan dag.",
    en="The agreement already has a revision that day. Choose another day.",
)
TAKEN_BACK: Final = Text(
    sv="Frågan till föreningen den dagen är återkallad. Välj en annan dag.",
    en="The question to the association that day has been cancelled. Choose another day.",
)
FILE: Final = Text(sv="avtal", en="agreements")
SHEET_HEAD: Final = Text(
    sv="Beteckning;Rubrik;Håller i texten;Parter;Från;Till;Ses över;Senast reviderat;Ersätter;Punkter;Punkter med mått",
    en="Id;Title;Keeps the text;Parties;From;To;Review;Last revised;Supersedes;Clauses;Clauses with a measure",
)
