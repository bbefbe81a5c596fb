"""The glossary's words about figures: what a change is, what protects people, and how two sides are read together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.texts import how_to_read as how
from dashboard.texts import indicator as say
from dashboard.view import PageName
from metrics.problem import Text


@dataclass(frozen=True)
class Term:
    """One word and what it means.

    In      page  where it is seen first of all; None where it is everywhere
    """

    id: str
    name: Text
    text: Text
    page: PageName | None = None


_MARKS: Final = dict(how.ICONS)
_NOTHING: Final = dict(zip(("suppressed", "zero", "no_data", "structural_zero"), how.NOTHING, strict=True))

SIGNALS: Final = (
    Term(
        "control_chart",
        Text(sv="Styrdiagram", en="Control chart"),
        Text(
            sv="Ett diagram över tid som visar hur långt ett mått brukar röra sig, så att en förändring på riktigt "
            "syns.",
            en="A chart over time that shows how far a measure usually moves, so that a real change can be seen.",
        ),
        "indicator",
    ),
    Term(
        "control_limits",
        Text(sv="Styrgränser", en="Control limits"),
        Text(
            sv="Bandets båda kanter: så långt från medel rör sig måttet av en slump. De är räknade ur måttets egna "
            "värden och har inget med målet att göra.",
            en="The two edges of the band: this far from the mean the measure moves by chance. They are worked out "
            "from the measure's own values and have nothing to do with the target.",
        ),
        "indicator",
    ),
    Term(
        "trial_limits",
        Text(sv="Preliminära gränser", en="Preliminary limits"),
        Text(
            sv="Gränser som vilar på färre än tolv värden. De ritas streckade, och en signal läses med försiktighet.",
            en="Limits that rest on fewer than twelve values. They are drawn dashed, and a signal is read with care.",
        ),
        "indicator",
    ),
    Term(
        "middle",
        Text(sv="Medel och median", en="Mean and median"),
        Text(
            sv="Mittlinjen i diagrammet. Medel är alla värden delade lika; medianen har lika många värden över sig som "
            "under sig.",
            en="The middle line of the chart. The mean is all values shared out evenly; the median has as many values "
            "above it as below.",
        ),
        "indicator",
    ),
    Term(
        "common_cause",
        Text(sv="Slumpvis variation", en="Common cause variation"),
        Text(
            sv="Värdena går upp och ner som slumpen brukar få dem att göra. Ingen säker förändring syns.",
            en="The values go up and down as chance usually makes them. No reliable change is seen.",
        ),
    ),
    Term(
        "improvement",
        Text(sv="Förbättring (F)", en="Improvement (I)"),
        Text(
            sv="En förändring på riktigt åt det håll som är bättre. Pilen visar om siffran har gått upp eller ner.",
            en="A real change the way that is better. The arrow shows whether the figure went up or down.",
        ),
    ),
    Term(
        "concern",
        Text(sv="Oroande (O)", en="Concern (C)"),
        Text(
            sv="En förändring på riktigt åt det håll som är sämre. Pilen visar om siffran har gått upp eller ner.",
            en="A real change the way that is worse. The arrow shows whether the figure went up or down.",
        ),
    ),
    Term(
        "neutral", Text(sv="Högre eller lägre nivå (H, L)", en="Higher or lower level (H, L)"), _MARKS["neutral_high"]
    ),
    Term(
        "special_cause",
        Text(sv="Signal", en="Signal"),
        Text(
            sv="En förändring som slumpen sällan ger: en punkt utanför bandet, sju i rad åt ett håll eller på en sida, "
            "eller två av tre nära samma kant.",
            en="A change chance seldom gives: a point outside the band, seven in a row one way or on one side, or two "
            "of three near the same edge.",
        ),
        "overview",
    ),
    Term(
        "recalculated",
        Text(sv="Omräknade gränser", en="Recalculated limits"),
        Text(
            sv="Bandet börjar om från en dag som styrgruppen har beslutat, när ett nytt arbetssätt har satt sig.",
            en="The band starts anew from a day the committee has decided, once a new way of working has settled.",
        ),
        "indicator",
    ),
    Term(
        "laney",
        Text(sv="Laneys gränser", en="Laney's limits"),
        Text(
            sv="Gränser för andelar som varierar mer än antalet bakom dem förklarar. Vanliga gränser skulle där vara "
            "för snäva och ropa för ofta.",
            en="Limits for shares that vary more than the number behind them explains. Ordinary limits would be too "
            "narrow there and call out too often.",
        ),
        "indicator",
    ),
    Term(
        "run_chart",
        Text(sv="Seriediagram", en="Run chart"),
        Text(
            sv="Ett diagram med median men utan gränser, för korta eller snett fördelade serier.",
            en="A chart with a median but no limits, for short or lopsided series.",
        ),
        "indicator",
    ),
    Term(
        "funnel",
        Text(sv="Tratt", en="Funnel"),
        Text(
            sv="Visar hur långt en enhet av sin storlek kan ligga från genomsnittet av en slump: 95 och 99,8 procent. "
            "En tratt är ingen rangordning.",
            en="Shows how far a unit of its size may lie from the average by chance: 95 and 99.8 per cent. A funnel is "
            "not a ranking.",
        ),
        "indicator",
    ),
    Term(
        "false_discovery",
        Text(sv="Säker och märkbar ändring", en="Sure and noticeable change"),
        Text(
            sv="En ändring som håller fast alla 22 områden prövas på en gång, och som är stor nog att spela roll.",
            en="A change that holds though all 22 domains are tested at once, and that is large enough to matter.",
        ),
        "needs",
    ),
    Term(
        "agreement_of_raters",
        Text(sv="Kappa", en="Kappa"),
        Text(
            sv="Hur ense två skattare är när det som slumpen ger har räknats bort: 1 är helt ense, 0 inte mer än av en "
            "slump.",
            en="How far two raters agree once what chance gives is taken away: 1 is wholly, 0 no more than by chance.",
        ),
        "needs",
    ),
)

PROTECTION: Final = (
    Term("suppressed", Text(sv="Skyddad", en="Protected"), _NOTHING["suppressed"][1], "privacy"),
    Term("zero", Text(sv="Noll (0)", en="None (0)"), _NOTHING["zero"][1]),
    Term("no_data", Text(sv="Saknas", en="Missing"), _NOTHING["no_data"][1], "data"),
    Term("structural_zero", Text(sv="Finns inte (–)", en="Cannot occur (–)"), _NOTHING["structural_zero"][1]),
    Term(
        "merged",
        Text(sv="Övriga", en="Others"),
        Text(
            sv="Enheter och målgrupper med för få personer läggs ihop, så att ingen av dem kan räknas fram.",
            en="Units and target groups with too few people are put together, so that none of them can be worked out.",
        ),
        "privacy",
    ),
    Term(
        "noise",
        Text(sv="Brus", en="Noise"),
        Text(
            sv="Varje antal om personer är ändrat med högst tre innan det lämnar organisationen, alltid lika för samma "
            "personer. Därför går delar och total inte alltid ihop.",
            en="Every count of persons is changed by at most three before it leaves the organisation, always alike for "
            "the same persons. Parts and totals therefore do not always agree.",
        ),
        "privacy",
    ),
    Term(
        "gate",
        Text(sv="Grinden", en="The gate"),
        Text(
            sv="Ett prov inför varje frisläppning: angrepp försöker räkna sig bakom siffrorna. Lyckas ett släpps "
            "inget.",
            en="A trial before every release: attacks try to work the figures back. If one succeeds, nothing is let "
            "go.",
        ),
        "privacy",
    ),
    Term(
        "release",
        Text(sv="Frisläppning", en="Release"),
        Text(
            sv="De siffror som båda organisationerna har skyddat, godkänt och släppt vid ett tillfälle. Den ändras "
            "aldrig i efterhand.",
            en="The figures both organisations have protected, approved and let go on one occasion. It is never "
            "changed afterwards.",
        ),
        "data",
    ),
    Term(
        "zone",
        Text(sv="Zon", en="Zone"),
        Text(
            sv="En organisations egen del, där raderna om personer stannar. Bara skyddade siffror lämnar den.",
            en="One organisation's own part, where rows about persons stay. Only protected figures leave it.",
        ),
        "privacy",
    ),
    Term(
        "count",
        Text(sv="n, täljare och nämnare", en="n, numerator and denominator"),
        Text(
            sv="Nämnaren (n) är alla som räknas, täljaren de av dem som måttet handlar om. En andel är täljaren genom "
            "nämnaren.",
            en="The denominator (n) is all who are counted, the numerator those of them the measure is about. A share "
            "is the numerator out of the denominator.",
        ),
        "definitions",
    ),
    Term(
        "fixed_prices",
        Text(sv="Fasta priser", en="Fixed prices"),
        Text(
            sv="Belopp omräknade till ett års priser med ett namngivet index, så att dyrare kronor inte ser ut som mer "
            "verksamhet.",
            en="Amounts recalculated to one year's prices with a named index, so that dearer kronor do not look like "
            "more services.",
        ),
        "costs",
    ),
    Term(
        "published",
        Text(sv="Publicerade siffror", en="Published figures"),
        Text(
            sv="Siffror som någon annan har publicerat, till exempel nationell statistik. De får läsas bredvid, men "
            "räknas på annat sätt.",
            en="Figures somebody else has published, such as national statistics. They may be read beside ours, but "
            "are counted in another way.",
        ),
        "indicator",
    ),
    Term(
        "synthetic",
        Text(sv="Syntetiska data", en="Synthetic data"),
        Text(
            sv="Påhittade uppgifter, gjorda av ett program för att visa hur Samsyn fungerar. Ingen person eller "
            "verksamhet finns på riktigt.",
            en="Made-up data, written by a program to show how Samsyn works. No person or service is real.",
        ),
    ),
)

TWO_SIDES: Final = (
    Term(
        "twins",
        Text(sv="Tvillingmått", en="Twins"),
        Text(
            sv="Samma mått räknat i båda organisationerna, var och en ur sina egna uppgifter och med sin egen "
            "definition.",
            en="The same measure counted in both organisations, each from its own data and by its own definition.",
        ),
        "definitions",
    ),
    Term("identical", Text(sv="Samma", en="Same"), say.GRADE_MEANS["identical"], "scorecard"),
    Term("comparable", Text(sv="Jämförbar", en="Comparable"), say.GRADE_MEANS["comparable"], "scorecard"),
    Term(
        "not_comparable", Text(sv="Ej jämförbar", en="Not comparable"), say.GRADE_MEANS["not_comparable"], "scorecard"
    ),
    Term(
        "together",
        Text(sv="Följs åt", en="Moving together"),
        Text(
            sv="Båda sidor förändras åt samma håll, eller ingen av dem.",
            en="Both sides change the same way, or neither changes.",
        ),
        "scorecard",
    ),
    Term(
        "apart",
        Text(sv="Går isär", en="Moving apart"),
        Text(
            sv="Den ena sidan förändras och den andra inte, eller de förändras åt var sitt håll. Det är en fråga till "
            "båda, inget fel hos någon.",
            en="One side changes and the other does not, or they change opposite ways. It is a question to both, and "
            "nobody's fault.",
        ),
        "scorecard",
    ),
    Term(
        "one_silent",
        Text(sv="För lite underlag", en="Too few figures to tell"),
        say.MOVEMENT["one_silent"],
        "scorecard",
    ),
    Term(
        "partner",
        Text(sv="Läses ihop med", en="Read together with"),
        Text(
            sv="Måttets motvikt. En volym eller kostnad står aldrig utan ett mått på kvalitet bredvid sig.",
            en="The measure's counterweight. A volume or cost never stands without a measure of quality beside it.",
        ),
        "scorecard",
    ),
    Term(
        "perspective",
        Text(sv="Perspektiv", en="Perspective"),
        Text(
            sv="En av styrkortets fem delar, som väger lika: brukare och behov, process och samordning, resurser och "
            "kostnader, lärande och utveckling, styrning.",
            en="One of the scorecard's five parts, of equal weight: users and needs, process and coordination, "
            "resources and costs, learning and development, governance.",
        ),
        "scorecard",
    ),
    Term(
        "target",
        Text(sv="Mål", en="Target"),
        Text(
            sv="En nivå som styrgruppen har beslutat för en viss tid. Beslutet står alltid bredvid.",
            en="A level the committee has decided for a certain time. The decision always stands beside it.",
        ),
        "scorecard",
    ),
    *(
        Term(name, title, Text(sv=f"{text.sv[0].upper()}{text.sv[1:]}.", en=f"{text.en[0].upper()}{text.en[1:]}."))
        for name, (title, text) in zip(("met", "hit_or_miss", "missed"), how.TARGETS, strict=True)
    ),
    Term(
        "met_now",
        Text(sv="Nås nu", en="Met now"),
        Text(
            sv="Det senaste värdet är en förbättring som når målet, fast den vanliga variationen före inte gjorde det.",
            en="The latest value is an improvement that reaches a target usual variation before it did not.",
        ),
        "scorecard",
    ),
    Term(
        "missed_now",
        Text(sv="Nås inte nu", en="Not met now"),
        Text(
            sv="Det senaste värdet är oroande och på fel sida om målet, fast målet nås inom den vanliga variationen.",
            en="The latest value is of concern and on the wrong side of a target that usual variation reaches.",
        ),
        "scorecard",
    ),
    Term(
        "cost_split",
        Text(sv="Avtalad fördelning", en="Agreed split"),
        Text(
            sv="Den andel av den gemensamma kostnaden som var och en av organisationerna ska bära, enligt avtal.",
            en="The share of the joint cost that each of the organisations is to carry, by agreement.",
        ),
        "costs",
    ),
    Term(
        "cost_shift",
        Text(sv="Flyttad kostnad", en="Cost shift"),
        Text(
            sv="Kostnader som rör sig åt var sitt håll i de två organisationerna efter en daterad ändring. Det ställs "
            "som en fråga till båda.",
            en="Costs that move opposite ways in the two organisations after a dated change. It is put as a question "
            "to both.",
        ),
        "costs",
    ),
)
