"""P9: the share of coordinated individual plans where the user was prepared, present and heard."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import plans_made
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=plans_made,
    numerator=~nw.col("prepared_on").is_null() & nw.col("user_present") & nw.col("user_wish_recorded"),
    denominator=nw.lit(True),
    counted=Text(
        sv="SIP som psykiatrin leder och vars möte hölls under perioden.",
        en="SIPs led by psychiatry whose meeting was held in the period.",
    ),
    difference=Text(
        sv="Bara planer som regionen leder. Förberedelsen görs oftast av den fasta vårdkontakten.",
        en="Only plans the region leads. The preparation is mostly made by the named contact in care.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="SIP som socialtjänsten leder och vars möte hölls under perioden.",
        en="SIPs led by social services whose meeting was held in the period.",
    ),
    difference=Text(
        sv="Bara planer som kommunen leder. Förberedelsen görs oftast av handläggaren eller boendestödet.",
        en="Only plans the municipality leads. The preparation is mostly made by the case officer or housing support.",
    ),
)

# All three are asked for at once: being present without being prepared or heard is what the study found.
INDICATOR = Indicator(
    id="P9",
    name=Text(
        sv="Brukaren förberedd, närvarande och hörd",
        en="User prepared, present and heard in the SIP",
    ),
    why=Text(
        sv="Planen är personens egen. Den som kommit förberedd och fått sin önskan antecknad har haft möjlighet att "
        "påverka den.",
        en="The plan is the person's own. Whoever came prepared and had their wish noted has had a chance to "
        "influence it.",
    ),
    numerator_text=Text(
        sv="Planer där en förberedelse är daterad, personen var med och personens egen önskan är antecknad.",
        en="Plans where a preparation is dated, the person was present and the person's own wish is recorded.",
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
    comparable="identical",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # The user heard in a room where those who can help are missing is not enough, nor the other way round.
    partner="P4",
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: personen var med i alla, men förberedelse och egna önskemål var aldrig "
        "dokumenterade.",
        en="A study of twelve case files with a SIP: the person was present in all, but preparation and the person's "
        "own wishes were never documented.",
    ),
    caveats=("own_plans_only", "several_groups", "registration", "protected"),
)
