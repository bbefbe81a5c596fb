"""R5: days and nights in a ward or a home per shared user and quarter."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.contacts import days_round_the_clock
from metrics.problem import Text

REGION = Twin(
    source="contacts",
    rows=days_round_the_clock,
    numerator=nw.col("days"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Gemensamma brukare enligt regionen och deras vårddygn i psykiatrins heldygnsvård.",
        en="Shared users by the region's record and their days in psychiatry's in-patient care.",
    ),
    difference=Text(
        sv="Vårdtillfällen: ofta korta, många börjar akut.",
        en="Spells in hospital: often short, many begin as emergencies.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen och deras dygn i behandlingshem, korttidsboende och särskilt boende.",
        en="Shared users by the municipality's record and their days in residential treatment, short-term and special "
        "housing.",
    ),
    difference=Text(
        sv="Boende efter beslut: ofta månader eller år, så siffran rör sig långsamt.",
        en="Housing by decision: often months or years, so the figure moves slowly.",
    ),
)

# A mean's noise is what one person can add, 92 days, over how many they are. In a unit or target group of a few
# hundred that is about as much as the figure itself, and a longer period does not help, since more days can then be
# added. So only the organisation's own figure is published; by unit it would in any case be of the wards alone.
INDICATOR = Indicator(
    id="R5",
    name=Text(
        sv="Dygn i heldygnsvård eller boende per gemensam brukare",
        en="Round-the-clock days per shared user",
    ),
    why=Text(
        sv="När hjälp i vardagen kommer i tid behövs färre dygn på sjukhus och behandlingshem. Måttet visar om det "
        "blir så, och om dygnen flyttar från den ena organisationen till den andra.",
        en="When help in everyday life comes in time, fewer days in hospital and residential treatment are needed. The "
        "measure shows whether it does, and whether the days move from one organisation to the other.",
    ),
    numerator_text=Text(
        sv="Dygn i heldygnsvård eller i behandlingshem och annat boende under kvartalet, högst 92 per person. Ett "
        "dygn räknas till den dag natten börjar; pågående vistelser räknas till kvartalets slut.",
        en="Days in in-patient care, or in residential treatment and other housing, in the quarter, at most 92 per "
        "person. A day is counted to the date its night begins; stays that go on are counted to the quarter's end.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i kvartalet.",
        en="Shared users in service on the last day of the quarter.",
    ),
    perspective="resources",
    measure="mean",
    unit="per_person",
    unit_text=Text(sv="dygn per person och kvartal", en="days per person and quarter"),
    direction="decrease",
    breakdowns={"all": "quarter"},
    disclosure="person",
    bounds=(0, 92),
    comparable="not_comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # Fewer days are good only where nobody waits for one, and nobody waits in one.
    partner="P11",
    decimals=2,
    owner=Text(sv="Controller i regionens psykiatri", en="Controller, regional psychiatry"),
    checker=Text(sv="Controller i socialförvaltningen", en="Controller, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Snabba samordnade insatser minskade antalet vårddygn: Klinga m.fl. 2018, BMC Health Services Research "
        "18:400. Jämför Kolada N74802 och N35804.",
        en="Speedy integrated services reduced in-patient days: Klinga et al. 2018, BMC Health Services Research "
        "18:400. Compare Kolada N74802 and N35804.",
    ),
    caveats=("volume_not_quality", "capped", "shared_by_own_record", "not_linked", "registration", "protected_mean"),
)
