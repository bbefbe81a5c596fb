"""P6: the share of coordinated individual plans that state their motive and both kinds of goals."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import plans_made
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=plans_made,
    numerator=nw.col("motive_stated") & nw.col("short_term_goals") & nw.col("long_term_goals"),
    denominator=nw.lit(True),
    counted=Text(
        sv="SIP som psykiatrin leder och vars möte hölls under perioden.",
        en="SIPs led by psychiatry whose meeting was held in the period.",
    ),
    difference=Text(
        sv="Bara planer som regionen leder. Regionens blankett frågar efter skäl och mål på sitt sätt.",
        en="Only plans the region leads. The region's form asks for motive and goals in its own way.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="SIP som socialtjänsten leder och vars möte hölls under perioden.",
        en="SIPs led by social services whose meeting was held in the period.",
    ),
    difference=Text(
        sv="Bara planer som kommunen leder. Kommunens blankett frågar efter skäl och mål på sitt sätt.",
        en="Only plans the municipality leads. The municipality's form asks for motive and goals in its own way.",
    ),
)

# The horizon is stated where goals are told apart as short-term and long-term: one kind alone is no horizon.
INDICATOR = Indicator(
    id="P6",
    name=Text(sv="SIP med motiv, mål och tidshorisont", en="SIP with motive, goals and horizon stated"),
    why=Text(
        sv="Utan skäl och mål går det varken att följa upp en plan eller att veta när den är klar.",
        en="Without a reason and goals a plan can neither be followed up nor known to be finished.",
    ),
    numerator_text=Text(
        sv="Planer där skälet är angivet och det finns både kortsiktiga och långsiktiga mål.",
        en="Plans where the motive is stated and there are both short-term and long-term goals.",
    ),
    denominator_text=Text(
        sv="Planer vars möte hölls under perioden.", en="Plans whose meeting was held in the period."
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av planerna", en="share of plans"),
    direction="increase",
    breakdowns={"all": "half-year", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # A well-written plan can still change nothing, so it is read with whether the help was changed.
    partner="P8",
    owner=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    checker=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: inget uttalat skäl, och kortsiktiga och långsiktiga mål gick inte att skilja "
        "åt.",
        en="A study of twelve case files with a SIP: no explicit motive, and short-term and long-term goals could not "
        "be told apart.",
    ),
    caveats=("own_plans_only", "several_groups", "registration", "protected"),
)
