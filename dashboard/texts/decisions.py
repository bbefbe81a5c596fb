"""The words of the page about decisions and actions, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Beslut och åtgärder", en="Decisions and actions")
QUESTION: Final = Text(
    sv="Vad beslutades, varför, av vem, och vad blev det av det?",
    en="What was decided, why, by whom, and what came of it?",
)
EMPTY: Final = Text(
    sv="Inga beslut är inskrivna ännu. Det första skrivs in här, eller läses in från tidigare år.",
    en="No decisions have been entered yet. The first is written here, or loaded from earlier years.",
)
UNKNOWN_TITLE: Final = Text(sv="{id} finns inte i registret", en="{id} is not in the register")
UNKNOWN_TEXT: Final = Text(
    sv="Beteckningen är kanske felskriven. Sök i alla beslut och åtgärder i stället.",
    en="The id may be misspelt. Search all decisions and actions instead.",
)
OPEN_NONE: Final = Text(sv="Ingen åtgärd är öppen.", en="No action is open.")
LATE_NONE: Final = Text(sv="Ingen öppen åtgärd är försenad ({open} öppna).", en="No open action is late ({open} open).")
LATE_ONE: Final = Text(sv="{n} åtgärd är försenad, av {open} öppna.", en="{n} action is late, of {open} open.")
LATE: Final = Text(sv="{n} åtgärder är försenade, av {open} öppna.", en="{n} actions are late, of {open} open.")
REVIEWED: Final = Text(
    sv="Av {n} prövade förväntningar har siffran rört sig åt väntat håll i {expected}.",
    en="Of {n} expectations tested, the figure has moved the way expected in {expected}.",
)

# --- search and filters ------------------------------------------------------------------------------------------

SEARCH: Final = Text(
    sv="Sök i allt som är beslutat, avtalat och prövat", en="Search all that was decided, agreed and tried"
)
SEARCH_HINT: Final = Text(sv="uppföljning, B-2021-007 …", en="follow-up, B-2021-007 …")
FILTERS: Final = Text(sv="Urval", en="Filters")
KIND: Final = Text(sv="Slag", en="Kind")
WHOSE: Final = Text(sv="Organisation", en="Organisation")
FIRST: Final = Text(sv="Från år", en="From year")
LAST: Final = Text(sv="Till år", en="To year")
ALL: Final = Text(sv="alla", en="all")
START: Final = Text(sv="början", en="the start")
NOW: Final = Text(sv="nu", en="now")
KINDS: Final[Mapping[str, Text]] = {
    "decision": Text(sv="Beslut", en="Decision"),
    "action": Text(sv="Åtgärd", en="Action"),
    "action_update": Text(sv="Lägesrapport", en="Update"),
    "agreement": Text(sv="Avtal", en="Agreement"),
    "clause": Text(sv="Avtalspunkt", en="Clause"),
    "consultation": Text(sv="Samråd", en="Consultation"),
    "undertaking": Text(sv="Åtagande", en="Undertaking"),
    "risk": Text(sv="Risk", en="Risk"),
    "unit_change": Text(sv="Ändring av enhet", en="Change of unit"),
    "cycle": Text(sv="Förbättringscykel", en="Improvement cycle"),
    "evaluation": Text(sv="Utvärdering", en="Evaluation"),
    "event": Text(sv="Händelse", en="Event"),
    "target_group": Text(sv="Målgrupp", en="Target group"),
    "item_minutes": Text(sv="Protokoll", en="Minutes"),
    "agenda_item": Text(sv="Ärende", en="Agenda item"),
    "proposal": Text(sv="Förslag", en="Proposal"),
    "gap": Text(sv="Lucka", en="Gap"),
    "voice": Text(sv="Föreningens ord", en="Association's words"),
    "review_step": Text(sv="Steg i årsgenomgång", en="Step of annual review"),
    "conclusion": Text(sv="Slutsats av årsgenomgång", en="Conclusion of annual review"),
}
LANES: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "joint": Text(sv="Båda", en="Both"),
}
FOUND: Final = Text(sv="{n} träffar på ”{words}”.", en="{n} hits for “{words}”.")
FOUND_ONE: Final = Text(sv="En träff på ”{words}”.", en="One hit for “{words}”.")
FOUND_MOST: Final = Text(
    sv="De {n} bästa träffarna på ”{words}”. Skriv fler ord eller välj år för att se färre.",
    en="The {n} best hits for “{words}”. Type more words or choose years to see fewer.",
)
FOUND_NONE: Final = Text(
    sv="Inget hittades för ”{words}” i urvalet. Varje ord läses som början på ett ord.",
    en="Nothing was found for “{words}” with these filters. Each word is read as the beginning of one.",
)
EARLIER: Final = Text(sv="Visa också {n} tidigare beslut", en="Show {n} earlier decisions too")
NOTHING_CHOSEN: Final = Text(sv="Inga beslut i urvalet.", en="No decisions with these filters.")

# --- the register ------------------------------------------------------------------------------------------------

REGISTER: Final = Text(sv="Besluten och vad som följde", en="The decisions and what followed")
NEW_DECISION: Final = Text(sv="Nytt beslut", en="New decision")
SET_TARGET: Final = Text(sv="Sätt mål genom ett beslut", en="Set a target by a decision")
NEW_ACTION: Final = Text(sv="Ny åtgärd", en="New action")
NO_ACTIONS: Final = Text(sv="Ingen åtgärd är knuten till beslutet.", en="No action is linked to the decision.")
OWN_ACTIONS: Final = Text(sv="Åtgärder utan beslut", en="Actions without a decision")
STATUSES: Final[Mapping[str, Text]] = {
    "open": Text(sv="öppen", en="open"),
    "under_way": Text(sv="pågår", en="under way"),
    "done": Text(sv="klar", en="done"),
    "cancelled": Text(sv="återkallad", en="cancelled"),
}
DONE_ON: Final = Text(sv="klar {day}", en="done {day}")
DUE: Final = Text(sv="{status}, senast {day}", en="{status}, due {day}")
DUE_NEVER: Final = Text(sv="{status}, utan datum", en="{status}, no date")
DAYS_LATE: Final = Text(sv="{n} dagar försenad", en="{n} days late")
DAY_LATE: Final = Text(sv="en dag försenad", en="one day late")
ATTENTION: Final = Text(sv="Försenade åtgärder", en="Late actions")
ATTENTION_NONE: Final = Text(sv="Inga. Allt som skulle vara klart är klart.", en="None. All that was due is done.")
SUPERSEDED: Final = Text(sv="ersatt av {id}", en="superseded by {id}")

# --- effect reviews and balance ----------------------------------------------------------------------------------

REVIEWS: Final = Text(sv="Rörde sig siffran som väntat?", en="Did the figure move as expected?")
REVIEWS_NOTE: Final = Text(
    sv="Varje åtgärd som sade vilken siffra den skulle påverka prövas den dag som angavs. Prövningen säger om siffran "
    "rörde sig, aldrig varför.",
    en="Every action that said which figure it was to move is tested on the day it named. The test says whether the "
    "figure moved, never why.",
)
REVIEWS_NONE: Final = Text(
    sv="Ingen åtgärd säger ännu vilken siffra den ska påverka, åt vilket håll och till när.",
    en="No action says yet which figure it is to move, which way and by when.",
)
REVIEW_HEAD: Final = Text(
    sv="Åtgärd;Förväntan;Prövas;Utfall", en="Action;Expectation;Tested;Outcome"
)  # split at the semicolons
OUTCOMES: Final[Mapping[str, Text]] = {
    "expected": Text(sv="åt väntat håll", en="the way expected"),
    "other": Text(sv="åt motsatt håll", en="the other way"),
    "none": Text(sv="ingen säker förändring", en="no reliable change"),
    "too_early": Text(sv="för tidigt", en="too early"),
    "ahead": Text(sv="väntar på dagen", en="waits for its day"),
}
AHEAD: Final = Text(sv="Prövas {day}.", en="Is tested on {day}.")
RISE: Final = Text(sv="{measure} ska öka", en="{measure} is to rise")
FALL: Final = Text(sv="{measure} ska minska", en="{measure} is to fall")
BALANCE: Final = Text(sv="Balansen mellan organisationerna", en="The balance between the organisations")
BALANCE_EVEN: Final = Text(
    sv="Organisationerna har fått ungefär lika många åtgärder",
    en="The organisations have been given about as many actions",
)
BALANCE_MORE: Final = Text(sv="{who} har fått {part} av åtgärderna", en="{who} has been given {part} of the actions")
BALANCE_SUB: Final = Text(
    sv="Antal åtgärder per organisation: alla som getts, de som är öppna nu, de försenade, och de som blev klara efter "
    "sin dag.",
    en="Number of actions by organisation: all given, those open now, those late, and those done after their day.",
)
COUNTS: Final[Mapping[str, Text]] = {
    "given": Text(sv="Fått", en="Given"),
    "open": Text(sv="Öppna nu", en="Open now"),
    "late": Text(sv="Försenade nu", en="Late now"),
    "done_late": Text(sv="Klara efter sin dag", en="Done after their day"),
}
ACTIONS_ABOUT: Final = Text(sv="Åtgärder som ska påverka måttet", en="Actions that are to move the measure")
ACTIONS: Final = Text(sv="Åtgärder", en="Actions")
BALANCE_CAPTION: Final = Text(
    sv="Åtgärder som getts, är öppna och är försenade, per organisation",
    en="Actions given, open and late, by organisation",
)
FILE: Final = Text(sv="beslut-och-atgarder", en="decisions-and-actions")
SHEET: Final = Text(
    sv="slag;beteckning;dag;rubrik;organisation;ansvarig;senast;klar;status;beslut;förväntad indikator;riktning;prövas;"
    "utfall",
    en="kind;id;day;title;organisation;owner;due;done;status;decision;expected indicator;direction;tested;outcome",
)

# --- one decision ------------------------------------------------------------------------------------------------

DECISION_KINDS: Final[Mapping[str, Text]] = {
    "target": Text(sv="mål", en="target"),
    "volume": Text(sv="volym", en="volume"),
    "cost": Text(sv="kostnad", en="cost"),
    "service": Text(sv="verksamhet", en="service"),
    "routine": Text(sv="rutin", en="routine"),
    "agreement": Text(sv="avtal", en="agreement"),
    "membership": Text(sv="sammansättning", en="membership"),
    "limits": Text(sv="gränser i diagram", en="chart limits"),
    "other": Text(sv="övrigt", en="other"),
}
CONSENSUS: Final[Mapping[bool | None, Text]] = {
    True: Text(sv="i enighet", en="by consensus"),
    False: Text(sv="utan enighet", en="without consensus"),
    None: Text(sv="enighet inte antecknad", en="consensus not noted"),
}
DECIDED: Final = Text(sv="Beslutat {day}, {consensus}", en="Decided {day}, {consensus}")
AT_MEETING: Final = Text(sv="vid mötet {day}", en="at the meeting of {day}")
NOT_NOTED: Final = Text(sv="Inte antecknat.", en="Not noted.")
WHAT: Final = Text(sv="Beslutet", en="The decision")
WHY: Final = Text(sv="Skäl", en="Reason")
EVIDENCE: Final = Text(sv="Underlag", en="Evidence")
EVIDENCE_NOTE: Final = Text(
    sv="Siffrorna står som de var när beslutet fattades. Länken visar dem som de är nu.",
    en="The figures stand as they were when the decision was made. The link shows them as they are now.",
)
EVIDENCE_HEAD: Final = Text(
    sv="Mått;Organisation;Period;Siffra;Frisläppning", en="Measure;Organisation;Period;Figure;Release"
)
EVIDENCE_NONE: Final = Text(sv="Ingen publicerad siffra åberopas.", en="No published figure is cited.")
CONSEQUENCES: Final = Text(sv="Vad det betyder", en="What it means")
MANDATE: Final = Text(sv="Mandat", en="Mandate")
USERS: Final = Text(sv="För brukarna", en="For the service users")
REGION: Final = Text(sv="För regionen", en="For the region")
MUNICIPALITY: Final = Text(sv="För kommunen", en="For the municipality")
ALTERNATIVES: Final = Text(sv="Det som valdes bort", en="What was not chosen")
VIEWS: Final = Text(sv="Andra uppfattningar", en="Other views")
FOLLOWED: Final = Text(sv="Vad som följde", en="What followed")
FOLLOW_UP_DUE: Final = Text(sv="Ska redovisas senast {day}.", en="To be accounted for by {day}.")
FOLLOW_UP_LATE: Final = Text(sv="Skulle ha redovisats {day}.", en="Was to be accounted for by {day}.")
FOLLOW_UP_DONE: Final = Text(sv="Redovisat {day}.", en="Accounted for {day}.")
ISSUE: Final = Text(sv="Ärendets väg genom mötena", en="The matter's way through the meetings")
ISSUE_NOTE: Final = Text(
    sv="Punkter, protokoll och beslut om samma mått: {measures}.",
    en="Items, minutes and decisions about the same measures: {measures}.",
)
ISSUE_NONE: Final = Text(sv="Inget annat möte har tagit upp det.", en="No other meeting has taken it up.")
ISSUE_HERE: Final = Text(sv="detta beslut", en="this decision")
ABOUT: Final = Text(sv="Mått", en="Measures")
REPLACES: Final = Text(sv="Ersätter {id}", en="Supersedes {id}")
REPLACED: Final = Text(sv="Gäller inte längre: ersatt av {id}", en="No longer in force: superseded by {id}")
REVIEW_ON: Final = Text(sv="Ska ses över {day}", en="To be reviewed {day}")

# --- one action --------------------------------------------------------------------------------------------------

OWNER: Final = Text(sv="Ansvarig", en="Owner")
CO_OWNER: Final = Text(sv="Tillsammans med", en="Together with")
OPENED: Final = Text(sv="Öppnad", en="Opened")
DUE_ON: Final = Text(sv="Ska vara klar", en="Due")
CLOSED: Final = Text(sv="Klar", en="Done")
STATUS: Final = Text(sv="Status", en="Status")
FROM_DECISION: Final = Text(sv="Följer av", en="Follows from")
UNIT: Final = Text(sv="Enhet", en="Unit")
EXPECTED: Final = Text(sv="Förväntad effekt", en="Expected effect")
EXPECTED_NONE: Final = Text(
    sv="Åtgärden säger inte vilken siffra den ska påverka.", en="The action does not say which figure it is to move."
)
EXPECTED_BY: Final = Text(sv="{expectation} till {day}.", en="{expectation} by {day}.")
SEE_CHART: Final = Text(sv="Se styrdiagrammet", en="See the control chart")
UPDATES: Final = Text(sv="Lägesrapporter", en="Updates")
UPDATES_NONE: Final = Text(sv="Ingen har skrivit något ännu.", en="Nobody has written anything yet.")
LINKS: Final = Text(sv="Visas av", en="Shown by")
LAST_REASON: Final = Text(sv="Senaste skäl: {why}", en="Latest reason: {why}")

# --- forms -------------------------------------------------------------------------------------------------------

DO_ACTION: Final = Text(sv="Lägg till en åtgärd", en="Add an action")
DO_CHANGE: Final = Text(sv="Komplettera eller rätta", en="Complete or correct")
IN_MINUTES: Final = Text(
    sv="Beslutet står i ett protokoll som är utskickat eller låst, och skrivs inte om: ett nytt beslut kan ersätta "
    "det, eller protokollet rättas.",
    en="The decision stands in minutes that are out or locked, and is not rewritten: a new decision can supersede it, "
    "or the minutes be corrected.",
)
DO_SUPERSEDE: Final = Text(sv="Ersätt med ett nytt beslut", en="Supersede with a new decision")
DO_UPDATE: Final = Text(sv="Skriv en lägesrapport", en="Write an update")
DO_STATUS: Final = Text(sv="Ändra status", en="Change the status")
BACK: Final = Text(sv="Tillbaka utan att spara", en="Back without saving")
SUPERSEDING: Final = Text(sv="Nytt beslut i stället för {id}", en="New decision in place of {id}")
CHANGING: Final = Text(sv="Komplettera {id}", en="Complete {id}")
ACTION_OF: Final = Text(sv="Ny åtgärd efter {id}", en="New action after {id}")
F_TITLE: Final = Text(sv="Rubrik", en="Title")
F_DAY: Final = Text(sv="Beslutsdag", en="Day of decision")
F_KIND: Final = Text(sv="Slag av beslut", en="Kind of decision")
F_ITEM: Final = Text(sv="Punkt på dagordningen", en="Item of the agenda")
F_NO_ITEM: Final = Text(sv="ingen", en="none")
F_TEXT: Final = Text(sv="Vad som beslutas", en="What is decided")
F_WHAT: Final = Text(sv="Vad som ska göras", en="What is to be done")
F_REASON: Final = Text(sv="Skäl", en="Reason")
F_REGION: Final = Text(sv="Vad det betyder för regionen", en="What it means for the region")
F_MUNICIPALITY: Final = Text(sv="Vad det betyder för kommunen", en="What it means for the municipality")
F_USERS: Final = Text(sv="Vad det betyder för brukarna", en="What it means for the service users")
F_MANDATE_REGION: Final = Text(sv="Regionens mandat", en="The region's mandate")
F_MANDATE_MUNICIPALITY: Final = Text(sv="Kommunens mandat", en="The municipality's mandate")
F_MANDATE_NOTE: Final = Text(sv="Till exempel en delegation.", en="For example a delegation.")
F_CONSENSUS: Final = Text(sv="Enighet", en="Consensus")
CONSENSUS_CHOICES: Final[Mapping[str, Text]] = {
    "yes": Text(sv="ja, alla var eniga", en="yes, all agreed"),
    "no": Text(sv="nej, se andra uppfattningar", en="no, see other views"),
    "": Text(sv="inte antecknat", en="not noted"),
}
F_VIEWS: Final = Text(sv="Andra uppfattningar", en="Other views")
F_MEASURES: Final = Text(sv="Mått som beslutet gäller", en="Measures the decision is about")
F_MEASURES_NOTE: Final = Text(
    sv="Måttens nummer, till exempel P2 U1. De står på sidan Definitioner.",
    en="The measures' numbers, for example P2 U1. They stand on the page Definitions.",
)
F_EVIDENCE: Final = Text(sv="Siffra som underlag {n}", en="Figure as evidence {n}")
F_NO_FIGURE: Final = Text(sv="ingen", en="none")
F_ALTERNATIVE: Final = Text(sv="Bortvalt alternativ {n}", en="Alternative not chosen {n}")
F_ALTERNATIVE_WHY: Final = Text(sv="Varför alternativ {n} valdes bort", en="Why alternative {n} was not chosen")
F_REVIEW: Final = Text(sv="Ska ses över", en="To be reviewed")
F_WHY_CHANGE: Final = Text(sv="Varför du ändrar", en="Why you change it")
F_WHY: Final = Text(sv="Skäl", en="Reason")
F_WHY_NOTE: Final = Text(
    sv="Behövs när åtgärden återkallas eller öppnas igen.", en="Needed when the action is cancelled or reopened."
)
F_ORGANISATION: Final = Text(sv="Ansvarig organisation", en="Owning organisation")
F_DECISION: Final = Text(sv="Följer av beslut", en="Follows from decision")
F_OWNER: Final = Text(sv="Ansvarig plats", en="Owning seat")
F_CO_OWNER: Final = Text(sv="Tillsammans med", en="Together with")
F_UNIT: Final = Text(sv="Enhet", en="Unit")
F_ALL_UNITS: Final = Text(sv="alla enheter", en="every unit")
F_DUE: Final = Text(sv="Ska vara klar senast", en="Due on")
F_EXPECTS: Final = Text(sv="Mått den ska påverka", en="Measure it is to move")
F_NO_MEASURE: Final = Text(sv="inget", en="none")
F_DIRECTION: Final = Text(sv="Åt vilket håll", en="Which way")
DIRECTIONS: Final[Mapping[str, Text]] = {
    "": Text(sv="–", en="–"),
    "increase": Text(sv="öka", en="rise"),
    "decrease": Text(sv="minska", en="fall"),
}
F_BY: Final = Text(sv="Prövas den dagen", en="Tested on")
F_UPDATE: Final = Text(sv="Vad som har hänt sedan sist", en="What has happened since last")
F_LINKS: Final = Text(sv="Länkar till det som visar det", en="Links to what shows it")
F_LINKS_NOTE: Final = Text(sv="En på varje rad.", en="One on each line.")
F_STATUS: Final = Text(sv="Ny status", en="New status")
F_CLOSED: Final = Text(sv="Klar den", en="Done on")
SAVE_DECISION: Final = Text(sv="Spara beslutet", en="Save the decision")
SAVE_ACTION: Final = Text(sv="Spara åtgärden", en="Save the action")
SAVE_UPDATE: Final = Text(sv="Spara lägesrapporten", en="Save the update")
SAVE_STATUS: Final = Text(sv="Spara ny status", en="Save the new status")
DECISION_SAVED: Final = Text(sv="Beslutet {id} är sparat.", en="Decision {id} is saved.")
ACTION_SAVED: Final = Text(sv="Åtgärden {id} är sparad.", en="Action {id} is saved.")
UPDATE_SAVED: Final = Text(sv="Lägesrapporten är sparad.", en="The update is saved.")
STATUS_SAVED: Final = Text(sv="Ny status är sparad.", en="The new status is saved.")
DECIDED_AHEAD: Final = Text(
    sv="Beslutet kan inte vara fattat efter dagens datum. Rätta dagen.",
    en="The decision cannot have been made later than today. Mend the day.",
)
OTHER_SIDES_OWNER: Final[Mapping[str, Text]] = {
    "region": Text(
        sv="{seat} är inte regionens. Välj en av regionens platser, eller byt organisation.",
        en="{seat} is not the region's. Choose one of the region's seats, or change the organisation.",
    ),
    "municipality": Text(
        sv="{seat} är inte kommunens. Välj en av kommunens platser, eller byt organisation.",
        en="{seat} is not the municipality's. Choose one of the municipality's seats, or change the organisation.",
    ),
}
DUE_TOO_EARLY: Final = Text(
    sv="Åtgärden börjar {day} och kan inte vara klar före det. Välj en senare dag.",
    en="The action begins on {day} and cannot be due before that. Choose a later day.",
)
WHY_NEEDED: Final = Text(sv="Skriv varför.", en="Say why.")
NO_SUCH_MEASURE: Final = Text(
    sv="{id} finns inte bland måtten. Numren står på sidan Definitioner.",
    en="{id} is not among the measures. The numbers stand on the page Definitions.",
)
EXPECTED_WHOLE: Final = Text(
    sv="Ange mått, håll och dag tillsammans, eller inget av dem.",
    en="Give measure, direction and day together, or none of them.",
)
ALTERNATIVE_WHOLE: Final = Text(
    sv="Skriv både alternativet och varför det inte valdes.",
    en="Write both the alternative and why it was not chosen.",
)
FIGURE_GONE: Final = Text(
    sv="Siffran finns inte längre bland de publicerade. Välj en annan.",
    en="The figure is no longer among those published. Choose another.",
)
