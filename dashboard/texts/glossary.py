"""The glossary: what the words, marks and limits on the pages mean, one sentence or two each, in both languages.

A term's id is its place on the page of terms (`/glossary#funnel`) and what a mark on any page is explained by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.texts import glossary_figures as figures
from dashboard.texts import how_to_read as how
from dashboard.texts.glossary_figures import Term
from dashboard.texts.glossary_files import FILES
from metrics.problem import Text

TITLE: Final = Text(sv="Ordlista", en="Glossary")
QUESTION: Final = Text(sv="Vad betyder orden, märkena och gränserna?", en="What do the words, marks and limits mean?")
LEDE: Final = Text(
    sv="Samma förklaring visas där ordet eller märket står: peka på det, gå till det med tangentbordet eller tryck på "
    "det.",
    en="The same explanation is shown where the word or mark stands: point at it, go to it with the keyboard or press "
    "it.",
)
SEARCH: Final = Text(sv="Sök bland orden", en="Search the words")
SEARCH_HINT: Final = Text(sv="ett ord eller en del av ett", en="a word or part of one")
FOUND: Final = Text(sv="{n} av {all} ord", en="{n} of {all} words")
FOUND_NONE: Final = Text(
    sv="Inget ord innehåller ”{query}”. Prova ett kortare, eller töm sökfältet för att se alla.",
    en="No word contains “{query}”. Try a shorter one, or clear the search field to see them all.",
)
SEEN_ON: Final = Text(sv="Ses på sidan", en="Seen on the page")
OWN: Final = Text(sv="Styrgruppens egna ord", en="The committee's own words")
OWN_TEXT: Final = Text(
    sv="Samma ord kan betyda olika saker på de två sidorna. Så här har styrgruppen antecknat det i sitt register.",
    en="The same word may mean different things on the two sides. This is how the committee has noted it in its "
    "register.",
)
OWN_NONE: Final = Text(sv="Registret har inga sådana ord ännu.", en="The register holds no such words yet.")
WORD: Final = Text(sv="Ord", en="Word")
TOGETHER: Final = Text(sv="Tillsammans", en="Together")
MORE: Final = Text(sv="Mer i ordlistan", en="More in the glossary")
OF_CHART: Final = Text(sv="Ord i diagrammet:", en="Words in the chart:")
ON_PAGE: Final = Text(sv="Ord på den här sidan:", en="Words on this page:")
WHOLE: Final = Text(sv="Hela ordlistan", en="The whole glossary")
ARROWS: Final = Text(sv="Piltangenterna går till nästa märke.", en="The arrow keys go to the next mark.")
HEAD: Final = Text(sv="Ord;Förklaring;På engelska;Grupp", en="Word;Explanation;In Swedish;Group")
FILE: Final = Text(sv="ordlista", en="glossary")


@dataclass(frozen=True)
class Subject:
    """Terms that belong together."""

    name: Text
    terms: tuple[Term, ...]


PEOPLE: Final = (
    Term(
        "user",
        Text(sv="Brukare", en="User"),
        Text(
            sv="En person som får insatser av regionen eller kommunen. Här finns bara antal, aldrig någon enskild.",
            en="A person who is given help by the region or the municipality. Only counts are here, never a person.",
        ),
    ),
    Term(
        "shared_user",
        Text(sv="Gemensam brukare", en="Shared user"),
        Text(
            sv="En person som får insatser av båda organisationerna vid periodens slut. Varje organisation räknar "
            "efter sina egna anteckningar, så antalen kan skilja sig.",
            en="A person who is given help by both organisations at the period's end. Each organisation counts by its "
            "own records, so the numbers may differ.",
        ),
    ),
    Term("can", Text(sv="CAN", en="CAN"), how.NEEDS_TEXT, "needs"),
    Term(
        "rater",
        Text(sv="Skattare", en="Rater"),
        Text(
            sv="Den som svarar om behoven: brukaren själv, personalen eller en anhörig. Svaren blandas aldrig.",
            en="Whoever answers about needs: the user, staff or a relative. The answers are never mixed.",
        ),
        "needs",
    ),
    Term(
        "domain",
        Text(sv="Behovsområde", en="Domain of need"),
        Text(
            sv="Ett av de 22 områden i livet som CAN frågar om, till exempel bostad, sällskap eller fysisk hälsa.",
            en="One of the 22 areas of life that CAN asks about, such as housing, company or physical health.",
        ),
        "needs",
    ),
    Term(
        "met_need",
        Text(sv="Tillfredsställt behov", en="Met need"),
        Text(sv="Ett problem som personen får hjälp nog med.", en="A problem the person gets enough help with."),
        "needs",
    ),
    Term(
        "unmet_need",
        Text(sv="Otillfredsställt behov", en="Unmet need"),
        Text(sv="Ett problem som kvarstår, med eller utan hjälp.", en="A problem that remains, with or without help."),
        "needs",
    ),
    Term(
        "well_being",
        Text(sv="Fyra sorters välbefinnande", en="Four kinds of well-being"),
        Text(
            sv="Existentiellt, medicinskt, psykiskt och socialt välbefinnande. De är lika mycket värda och väger "
            "lika, hur många områden var sort än har.",
            en="Existential, medical, psychological and social well-being. They are of equal value and weigh the same, "
            "however many domains each of them has.",
        ),
        "needs",
    ),
    Term(
        "target_group",
        Text(sv="Målgrupp", en="Target group"),
        Text(
            sv="Människor med likartade behov, till exempel psykossjukdom. En person kan vara med i flera.",
            en="People with similar needs, such as psychosis. A person may be in several.",
        ),
        "needs",
    ),
    Term(
        "coordinator",
        Text(sv="Samordnare", en="Coordinator"),
        Text(
            sv="Den som på sin sida håller ihop insatserna för en brukare; kallas också case manager. En brukare kan "
            "ha en på varje sida.",
            en="The one who holds a user's help together on one side; also called case manager. A user may have one on "
            "each side.",
        ),
        "services",
    ),
)

PLANS: Final = (
    Term("sip", Text(sv="SIP", en="SIP"), how.SIP_TEXT, "plans"),
    Term(
        "lawful_parts",
        Text(sv="Lagens fyra delar", en="The four lawful parts"),
        Text(
            sv="Det en plan måste innehålla: vilka insatser som behövs, vem som gör vad, vad andra gör och vem som har "
            "ansvaret för helheten.",
            en="What a plan must hold: what is needed, who does what, what others do, and who is responsible for the "
            "whole.",
        ),
        "plans",
    ),
    Term(
        "follow_up",
        Text(sv="Uppföljning i tid", en="Follow-up in time"),
        Text(
            sv="Att parterna träffas igen om planen senast den dag de kom överens om.",
            en="That the parties meet again about the plan by the day they agreed on.",
        ),
        "plans",
    ),
    Term(
        "mandate",
        Text(sv="Mandat", en="Mandate"),
        Text(
            sv="Rätten att besluta för sin organisation vid planmötet, utan att först fråga någon annan.",
            en="The right to decide for one's organisation at the planning meeting, without asking somebody else "
            "first.",
        ),
        "plans",
    ),
    Term(
        "survival",
        Text(sv="Kurva över tid till uppföljning", en="Curve of time to follow-up"),
        Text(
            sv="Hur stor del av planerna som har följts upp efter ett visst antal dagar. Planer som ännu väntar räknas "
            "med så långt de har hunnit.",
            en="How many of the plans have been followed up after a number of days. Plans that still wait are counted "
            "as far as they have come.",
        ),
        "plans",
    ),
    Term(
        "not_reached",
        Text(sv="Ej nådd", en="Not reached"),
        Text(
            sv="Tiden tills hälften har följts upp finns inte ännu: mer än hälften väntar.",
            en="The time until half have been followed up does not exist yet: more than half still wait.",
        ),
        "plans",
    ),
)

WORK: Final = (
    Term(
        "decision",
        Text(sv="Beslut", en="Decision"),
        Text(
            sv="Det styrgruppen har enats om, med skäl och de siffror som låg bakom. Ett beslut tas aldrig bort: det "
            "ersätts av ett nytt.",
            en="What the committee has agreed on, with its reason and the figures behind it. A decision is never "
            "removed: a new one replaces it.",
        ),
        "decisions",
    ),
    Term(
        "action",
        Text(sv="Åtgärd", en="Action"),
        Text(
            sv="Något som ska göras efter ett beslut, av en ansvarig, till en viss dag, och med ett mått som väntas "
            "röra sig.",
            en="Something to be done after a decision, by somebody responsible, by a day, with a measure expected to "
            "move.",
        ),
        "decisions",
    ),
    Term(
        "effect_review",
        Text(sv="Effektgranskning", en="Effect review"),
        Text(
            sv="På utsatt dag jämförs måttet med det som väntades. Granskningen säger om det rörde sig, aldrig varför.",
            en="On the day set the measure is held against what was expected. The review says whether it moved, never "
            "why.",
        ),
        "decisions",
    ),
    Term(
        "cycle",
        Text(sv="Förbättringscykel", en="Improvement cycle"),
        Text(
            sv="Ett litet prov i fyra steg: planera, göra, studera, agera, med ett mått före och efter.",
            en="A small trial in four steps: plan, do, study, act, with a measure before and after.",
        ),
        "decisions",
    ),
    Term(
        "quorum",
        Text(sv="Beslutför", en="Quorum"),
        Text(
            sv="Att tillräckligt många av varje organisations platser är besatta för att mötet ska få besluta. Det "
            "räcker inte med den ena organisationen.",
            en="That enough of each organisation's seats are taken for the meeting to decide. One organisation alone "
            "is not enough.",
        ),
        "meetings",
    ),
    Term(
        "approval",
        Text(sv="Justering", en="Approval of minutes"),
        Text(
            sv="Båda organisationerna godkänner protokollet. Sedan låses det, och ändringar syns som tillägg.",
            en="Both organisations approve the minutes. They are then locked, and changes show as additions.",
        ),
        "meetings",
    ),
    Term(
        "agreement",
        Text(sv="Avtal", en="Agreement"),
        Text(
            sv="Vad organisationerna har lovat varandra, hur länge det gäller och vilket mått som visar om det hålls.",
            en="What the organisations have promised each other, how long it holds and which measure shows whether it "
            "is kept.",
        ),
        "agreements",
    ),
    Term(
        "associations",
        Text(sv="Föreningarna", en="The associations"),
        Text(
            sv="Patienternas, brukarnas och de anhörigas föreningar, som har platser i styrgruppen.",
            en="The associations of patients, users and relatives, which have seats in the committee.",
        ),
        "members",
    ),
    Term(
        "unit_leaders",
        Text(sv="Enhetens två ledare", en="A unit's two leaders"),
        Text(
            sv="En från varje organisation. De leder enheten tillsammans och bekräftar var för sig att de har sett "
            "siffrorna.",
            en="One from each organisation. They lead the unit together, and each confirms having seen the figures.",
        ),
        "unit",
    ),
    Term(
        "theme",
        Text(sv="Tema", en="Theme"),
        Text(
            sv="Ett av fyra drag som forskningen fann i det som höll i tjugo år: gemensam struktur, samarbete, "
            "brukaren i centrum och ständigt lärande.",
            en="One of four traits that research found in what lasted for twenty years: shared structure, cooperation, "
            "service user centeredness and continuous learning.",
        ),
        "timeline",
    ),
    Term(
        "attention",
        Text(sv="Det vi talar om", en="What we talk about"),
        Text(
            sv="Varje perspektivs andel av styrgruppens ärenden och beslut under ett år, bredvid dess andel av "
            "signalerna.",
            en="Each perspective's share of the committee's items and decisions in a year, beside its share of the "
            "signals.",
        ),
        "overview",
    ),
)

SUBJECTS: Final = (
    Subject(Text(sv="Förändring eller slump", en="Change or chance"), figures.SIGNALS),
    Subject(Text(sv="Siffror och skydd", en="Figures and protection"), figures.PROTECTION),
    Subject(Text(sv="Från fil till siffra", en="From file to figure"), FILES),
    Subject(Text(sv="Två sidor, ett styrkort", en="Two sides, one scorecard"), figures.TWO_SIDES),
    Subject(Text(sv="Människor och behov", en="People and needs"), PEOPLE),
    Subject(Text(sv="Planer", en="Plans"), PLANS),
    Subject(Text(sv="Styrgruppens arbete", en="The committee's work"), WORK),
)
TERMS: Final[Mapping[str, Term]] = {term.id: term for subject in SUBJECTS for term in subject.terms}
CHART_TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "control_chart": (
        "control_limits",
        "trial_limits",
        "middle",
        "special_cause",
        "recalculated",
        "laney",
        "run_chart",
    ),
    "units": ("funnel", "count", "merged"),
    "needs_profile": ("can", "rater", "met_need", "unmet_need"),
    "needs_change": ("unmet_need", "false_discovery"),
    "dimension_gap": ("well_being",),
    "domains_by_year": ("domain", "suppressed"),
    "follow_up_curve": ("survival", "follow_up", "not_reached"),
    "pathway": ("sip", "lawful_parts", "mandate"),
    "representation": ("mandate", "suppressed"),
    "cost_split": ("cost_split",),
    "cost_beside_needs": ("fixed_prices", "met_need"),
    "timeline": ("theme",),
    "attention": ("attention", "perspective"),
    "action_balance": ("action",),
    "sparkline": ("suppressed", "no_data"),
}
"""The words one needs to read a chart, by the name of its guide in `chart_guides`."""
