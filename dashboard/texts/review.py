"""The words of the annual review, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(
    sv="Vad visade året, vad saknas, och vad föreslår vi?",
    en="What did the year show, what is lacking, and what do we propose?",
)
TITLE: Final = Text(sv="Årsgenomgång av {year}", en="Annual review of {year}")
UNKNOWN_TITLE: Final = Text(sv="Årsgenomgången {id} finns inte", en="There is no annual review {id}")
UNKNOWN_TEXT: Final = Text(
    sv="Adressen leder till en årsgenomgång som registret inte har.",
    en="The address leads to an annual review that the register does not have.",
)
ALL: Final = Text(sv="Alla årsgenomgångar", en="All annual reviews")
NONE: Final = Text(
    sv="Ingen årsgenomgång är gjord ännu. Här går ni steg för steg från årets behov till förslag och beslut; allt "
    "sparas i registret medan ni arbetar.",
    en="No annual review has been made yet. Here you go step by step from the year's needs to proposals and decisions; "
    "everything is kept in the register as you work.",
)
STAND: Final = Text(
    sv="Genomgången av {year} pågår. Klara steg: {done} av {all}.",
    en="The review of {year} is under way. Steps done: {done} of {all}.",
)
STAND_NONE: Final = Text(
    sv="Ingen årsgenomgång pågår. Den senaste gäller {year}.",
    en="No annual review is under way. The latest is of {year}.",
)
REVIEWS: Final = Text(sv="Genomgångar", en="Reviews")
REVIEWS_HEAD: Final = (
    Text(sv="År", en="Year"),
    Text(sv="Jämfört med", en="Compared with"),
    Text(sv="För", en="For"),
    Text(sv="Läge", en="State"),
    Text(sv="Luckor", en="Gaps"),
    Text(sv="Förslag", en="Proposals"),
)
ALL_GROUPS: Final = Text(sv="alla målgrupper", en="all target groups")
STARTED: Final = Text(sv="påbörjad {day}", en="begun {day}")
UNDER_WAY: Final = Text(sv="pågår, klara steg: {done} av {all}", en="under way, steps done: {done} of {all}")
FINISHED: Final = Text(sv="avslutad {day}", en="finished {day}")
COMPARED: Final = Text(sv="{year} jämfört med {against}", en="{year} compared with {against}")
GAPS_COUNT: Final = Text(sv="{all}, med svar: {answered}", en="{all}, answered: {answered}")
PROPOSALS_COUNT: Final = Text(sv="{all}, med beslut: {decided}", en="{all}, decided: {decided}")

# --- starting one ------------------------------------------------------------------------------------------------

START: Final = Text(sv="Börja en årsgenomgång", en="Begin an annual review")
START_TEXT: Final = Text(
    sv="Förvalt är det senaste hela året utan genomgång, jämfört med året innan, och alla målgrupper.",
    en="Chosen from the beginning are the latest full year without a review, beside the year before, and all target "
    "groups.",
)
START_NO_YEARS: Final = Text(
    sv="Det behövs två hela år med frisläppta siffror. Hittills finns {n}.",
    en="Two full years of released figures are needed. So far there are {n}.",
)
ALREADY: Final = Text(sv="Redan genomgångna år: {years}.", en="Years reviewed already: {years}.")
CONTINUE: Final = Text(sv="Fortsätt genomgången av {year}", en="Continue the review of {year}")
TAKEN: Final = Text(
    sv="En genomgång av {year} finns redan: fortsätt den. Ska ni göra en till av samma år, så kryssa i det nedan.",
    en="There is already a review of {year}: continue that one. To make another of the same year, tick so below.",
)
AGAIN: Final = Text(
    sv="Gör en till, av ett år som redan har en genomgång", en="Make another, of a year that has a review already"
)
BEGIN: Final = Text(sv="Börja", en="Begin")
BEGUN: Final = Text(sv="Årsgenomgången är påbörjad.", en="The annual review has begun.")
YEAR: Final = Text(sv="År som gås igenom", en="Year to go through")
AGAINST: Final = Text(sv="Jämförs med", en="Compared with")
GROUPS: Final = Text(sv="Målgrupper (inga kryss betyder alla)", en="Target groups (no ticks means all)")
NOT_EARLIER: Final = Text(sv="Välj ett tidigare år än {year}.", en="Choose an earlier year than {year}.")

# --- the way through ---------------------------------------------------------------------------------------------

PARTS_LABEL: Final = Text(sv="Årsgenomgångens steg", en="The steps of the annual review")
PARTS: Final[Mapping[str, Text]] = {
    "years": Text(sv="År och målgrupper", en="Years and target groups"),
    "needs": Text(sv="Behov", en="Needs"),
    "services": Text(sv="Insatser och kostnader", en="Services and costs"),
    "gaps": Text(sv="Luckor", en="Gaps"),
    "associations": Text(sv="Föreningarna", en="The associations"),
    "proposals": Text(sv="Förslag", en="Proposals"),
    "decisions": Text(sv="Beslut", en="Decisions"),
    "document": Text(sv="Hela genomgången", en="The whole review"),
}
DONE: Final = Text(sv="klart", en="done")
NEXT: Final = Text(sv="Nästa steg: {part}", en="Next step: {part}")
BEFORE: Final = Text(sv="Föregående: {part}", en="Before: {part}")
LEDE_DONE: Final = Text(
    sv="Klara steg: {done} av {all}. Näst på tur: {part}.", en="Steps done: {done} of {all}. Next in turn: {part}."
)
LEDE_WHOLE: Final = Text(
    sv="Alla steg är klara. Skriv slutsatsen och avsluta under ”Hela genomgången”.",
    en="Every step is done. Write the conclusion and finish under “The whole review”.",
)
LEDE_FINISHED: Final = Text(
    sv="Genomgången är avslutad {day} och läses som den skrevs.",
    en="The review was finished on {day} and reads as it was written.",
)
OTHER_RELEASE: Final = Text(
    sv="Genomgången skrevs med siffrorna i frisläppning {then}. Siffrorna här är ur {now} och kan ha rättats sedan "
    "dess.",
    en="The review was written with the figures of release {then}. The figures here are of {now} and may have been "
    "corrected since.",
)
NO_FIGURES: Final = Text(
    sv="Frisläppningen har inga siffror för {year}. Det som skrivits i genomgången står kvar nedan.",
    en="The release has no figures for {year}. What was written in the review stands below.",
)

# --- what the group reads out of a step --------------------------------------------------------------------------

READING: Final = Text(sv="Gruppens läsning", en="The group's reading")
WRITTEN_BY: Final = Text(sv="Senast skrivet av {who}", en="Last written by {who}")
DONE_ON: Final = Text(sv="klart {day}", en="done {day}")
NOT_DONE: Final = Text(sv="inte klart", en="not done")
NOT_READ: Final = Text(sv="Gruppen har inte skrivit sin läsning ännu.", en="The group has not written its reading yet.")
NOTHING_WRITTEN: Final = Text(sv="Inget är skrivet ännu.", en="Nothing has been written yet.")
STEP_TEXT: Final[Mapping[str, Text]] = {
    "needs": Text(
        sv="Vad ser ni i behoven och i hur de har ändrats?", en="What do you see in the needs and in how they changed?"
    ),
    "services": Text(
        sv="Vad ser ni i insatserna och kostnaderna, ställt mot behoven?",
        en="What do you see in services and costs, set against the needs?",
    ),
    "gaps": Text(sv="Vilka luckor är viktigast, och varför?", en="Which gaps are the most important, and why?"),
    "associations": Text(
        sv="Vad tar gruppen med sig av det föreningarna säger?",
        en="What does the group take with it of what the associations say?",
    ),
    "proposals": Text(
        sv="Hur hänger förslagen ihop, och vad valdes bort?",
        en="How do the proposals belong together, and what was left out?",
    ),
    "decisions": Text(
        sv="Vad blev det av förslagen, och vad återstår?", en="What came of the proposals, and what remains?"
    ),
}
IS_DONE: Final = Text(sv="Steget är klart", en="The step is done")
STEP_SAVED: Final = Text(sv="Gruppens läsning är sparad.", en="The group's reading is saved.")
MORE_NEEDS: Final = Text(
    sv="Hela sidan om behov, med överensstämmelse och alla år",
    en="The whole page about needs, with agreement and all years",
)
MORE_COSTS: Final = Text(sv="Hela sidan om kostnader", en="The whole page about costs")
MORE_SERVICES: Final = Text(sv="Hela sidan om insatser", en="The whole page about services")
COSTS: Final = Text(sv="Kostnader", en="Costs")

# --- gaps ----------------------------------------------------------------------------------------------------------

FLAGGED: Final = Text(sv="Områden som ber om ett svar", en="Domains that ask for a response")
FLAGGED_GROUPS: Final = Text(
    sv="Målgrupper som väntar oftare än övriga", en="Target groups that wait more often than others"
)
NOTED_BESIDES: Final = Text(sv="Luckor som siffrorna inte märker ut", en="Gaps that the figures do not mark out")
FLAGGED_SUB: Final = Text(
    sv="Minst {many} av brukarna har ett otillfredsställt behov på någon sida, eller fler har fått det sedan "
    "{against}. Varje lucka ber om en ansvarig, och en insats eller ett beslut.",
    en="At least {many} of the users have an unmet need on either side, or more have got one since {against}. Each "
    "gap asks for somebody responsible, and a service or a decision.",
)
FLAGGED_NONE: Final = Text(
    sv="Inget område märks ut av årets siffror.", en="No domain is marked out by the year's figures."
)
GAPS_FOUND: Final = Text(
    sv="Siffrorna märker ut {domains} områden, och {groups} fall där en målgrupp väntar i ett område. "
    "Antecknade luckor: {kept}, varav utan svar: {open}.",
    en="The figures mark out {domains} domains, and {groups} cases of a target group waiting in one. "
    "Gaps noted: {kept}, of which without an answer: {open}.",
)
UNMET: Final = Text(sv="otillfredsställt: {shares}", en="unmet: {shares}")
UNMET_GROUP: Final = Text(sv="otillfredsställt i målgruppen: {shares}", en="unmet in the target group: {shares}")
MORE_THAN: Final = Text(sv="{share} mot {others} bland övriga", en="{share} against {others} among the others")
CHANGED_SURELY: Final = Text(sv="fler än {against}", en="more than in {against}")
ANSWERED_BY: Final = Text(sv="Enheter som svarar mot behovet: {units}", en="Units that answer the need: {units}")
GAP: Final = Text(sv="Luckan", en="The gap")
THEN: Final = Text(sv="När den sågs", en="When it was seen")
SERVICE: Final = Text(sv="Insats", en="Service")
DECISION: Final = Text(sv="Beslut", en="Decision")
OWNER: Final = Text(sv="Ansvarig", en="Responsible")
NOBODY: Final = Text(sv="ingen ännu", en="nobody yet")
NO_ANSWER: Final = Text(sv="ingen ännu", en="none yet")
NO_DECISION: Final = Text(sv="inget ännu", en="none yet")
ANSWERED: Final = Text(sv="Besvarad", en="Answered")
UNANSWERED: Final = Text(sv="Utan svar", en="Without an answer")
NOTE_GAP: Final = Text(sv="Anteckna luckan", en="Note the gap")
CHANGE_GAP: Final = Text(sv="Ändra", en="Change")
GAP_TEXT: Final = Text(sv="Vad saknas?", en="What is lacking?")
GAP_SERVICE: Final = Text(sv="Vilken insats svarar mot den?", en="Which service answers it?")
GAP_DECISION: Final = Text(sv="Vilket beslut gäller den?", en="Which decision is about it?")
GAP_OWNER: Final = Text(sv="Vem ansvarar?", en="Who is responsible?")
GAP_SAVED: Final = Text(sv="Luckan är sparad.", en="The gap is saved.")
OTHER_GAP: Final = Text(sv="En annan lucka", en="Another gap")
OTHER_GAP_TEXT: Final = Text(
    sv="Siffrorna ser inte allt. Anteckna också det som ni vet på annat sätt.",
    en="Figures do not see everything. Note also what you know in other ways.",
)
DOMAIN: Final = Text(sv="Område", en="Domain")
GROUP: Final = Text(sv="Målgrupp", en="Target group")
EVERYBODY: Final = Text(sv="alla", en="all")
NOTED_ALREADY: Final = Text(
    sv="Luckan är redan antecknad. Ändra den i listan.", en="The gap has already been noted. Change it in the list."
)

# --- the associations ----------------------------------------------------------------------------------------------

VOICES: Final = Text(sv="Vad föreningarna säger om året", en="What the associations say of the year")
VOICES_TEXT: Final = Text(
    sv="Varje förening med egna ord. Det står i hela genomgången, oförändrat.",
    en="Each association in its own words. They stand in the whole review, unchanged.",
)
NO_ASSOCIATIONS: Final = Text(
    sv="Registret har inga föreningar. Lägg in dem bland ledamöterna.",
    en="The register has no associations. Enter them among the members.",
)
NOT_SAID: Final = Text(sv="Har inte yttrat sig ännu.", en="Has not said anything yet.")
SAID_ON: Final = Text(sv="sagt {day}", en="said on {day}")
VOICE: Final = Text(sv="Föreningens ord", en="The association's words")
VOICE_SAVED: Final = Text(sv="Föreningens ord är sparade.", en="The association's words are saved.")
AT_MEETINGS: Final = Text(
    sv="Vad föreningarna tog upp på mötena {year}", en="What the associations brought up at the meetings of {year}"
)
AT_MEETINGS_NONE: Final = Text(
    sv="Inget från föreningarna står i protokollen för {year}.",
    en="Nothing from the associations stands in the minutes of {year}.",
)

# --- proposals and decisions ---------------------------------------------------------------------------------------

PROPOSALS: Final = Text(sv="Förslag till styrgruppen", en="Proposals to the committee")
PROPOSALS_NONE: Final = Text(sv="Inget förslag är skrivet ännu.", en="No proposal has been written yet.")
NEW_PROPOSAL: Final = Text(sv="Nytt förslag", en="New proposal")
PROPOSAL_TITLE: Final = Text(sv="Förslaget i en mening", en="The proposal in one sentence")
PROPOSAL_TEXT: Final = Text(sv="Vad det innebär, och varför", en="What it means, and why")
PROPOSAL_GAP: Final = Text(sv="Lucka som det svarar mot", en="Gap that it answers")
NO_GAP: Final = Text(sv="ingen särskild", en="none in particular")
PROPOSAL_SAVED: Final = Text(sv="Förslaget är sparat.", en="The proposal is saved.")
ANSWERS: Final = Text(sv="Svarar mot: {gap}", en="Answers: {gap}")
TO_MEETING: Final = Text(sv="Ta upp på mötet", en="Take up at the meeting")
TO_MEETING_DO: Final = Text(sv="Sätt på dagordningen", en="Put on the agenda")
ON_AGENDA: Final = Text(sv="Förslaget står på dagordningen.", en="The proposal is on the agenda.")
ON_ALREADY: Final = Text(
    sv="Förslaget står redan på en dagordning. Ladda om sidan.",
    en="The proposal is already on an agenda. Reload the page.",
)
NO_MEETING: Final = Text(
    sv="Inget möte är planerat. Planera ett, så kan förslaget sättas på dagordningen.",
    en="No meeting is planned. Plan one, and the proposal can be put on its agenda.",
)
WITHDRAW: Final = Text(sv="Ta tillbaka", en="Withdraw")
WITHDRAW_WHY: Final = Text(sv="Varför tas det tillbaka?", en="Why is it withdrawn?")
WITHDRAWN: Final = Text(sv="Tillbakataget; det står kvar i historiken.", en="Withdrawn; it remains in the history.")
CAME: Final = Text(sv="Vad blev det av förslagen?", en="What came of the proposals?")
CAME_EARLIER: Final = Text(
    sv="Och av förslagen i genomgången av {year}?", en="And of the proposals in the review of {year}?"
)
CAME_HEAD: Final = (
    Text(sv="Förslag", en="Proposal"),
    Text(sv="Taget upp", en="Taken up"),
    Text(sv="Beslut", en="Decision"),
)
WAITS: Final = Text(sv="väntar på ett möte", en="waits for a meeting")
AT: Final = Text(sv="mötet {day}", en="the meeting of {day}")
WAITS_DECISION: Final = Text(sv="inget beslut ännu", en="no decision yet")
CAME_FOUND: Final = Text(
    sv="Förslag som lett till beslut: {decided} av {all}. Väntar på ett möte: {waiting}.",
    en="Proposals that led to a decision: {decided} of {all}. Waiting for a meeting: {waiting}.",
)
RECORD: Final = Text(
    sv="Ett förslag som väntar står i utkastet till nästa dagordning. Ett beslut som skrivs in under mötets punkt "
    "hittar hit av sig själv.",
    en="A proposal that waits stands in the draft of the next agenda. A decision recorded under its item of the "
    "meeting finds its way here by itself.",
)

# --- the whole review ----------------------------------------------------------------------------------------------

CONCLUSION: Final = Text(sv="Slutsats", en="Conclusion")
CONCLUSION_TEXT: Final = Text(sv="Årets slutsats i några meningar", en="What the year comes to, in a few sentences")
FINISH: Final = Text(
    sv="Avsluta genomgången: den läses sedan som den är", en="Finish the review: from then on it reads as it is"
)
CONCLUDED: Final = Text(sv="Slutsatsen är sparad.", en="The conclusion is saved.")
REOPEN: Final = Text(sv="Öppna genomgången igen", en="Open the review again")
REOPEN_WHY: Final = Text(sv="Varför öppnas den?", en="Why is it opened?")
REOPENED: Final = Text(sv="Genomgången är öppen igen.", en="The review is open again.")
PRINT: Final = Text(
    sv="Sidan skrivs ut på A4 med knappen längst ned.", en="The page prints on A4 with the button at its foot."
)
NEEDS_FILE: Final = Text(sv="arsgenomgang", en="annual_review")
SHEET: Final = Text(
    sv="år;del;rubrik;text;insats;beslut;ansvarig;mötesdag",
    en="year;part;heading;text;service;decision;responsible;meeting",
)
