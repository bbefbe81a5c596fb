"""P7: the share of agreed interventions that were carried out when the plan was followed up."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import interventions_followed_up
from metrics.problem import Text

# Half an intervention is counted by weight, since "partly done" is neither success nor failure.
CARRIED_OUT = nw.when(nw.col("outcome") == "full").then(1.0).when(nw.col("outcome") == "part").then(0.5).otherwise(0.0)

REGION = Twin(
    source="sip_interventions",
    rows=lambda tables: interventions_followed_up(tables, "region"),
    numerator=CARRIED_OUT,
    denominator=nw.lit(True),
    counted=Text(
        sv="Insatser som regionen ansvarar för, i planer som regionen leder och som följts upp under perioden.",
        en="Interventions the region is responsible for, in plans the region leads that were followed up in the "
        "period.",
    ),
    difference=Text(
        sv="Regionens insatser i planer som kommunen leder ingår inte: de finns i kommunens uppgifter.",
        en="The region's interventions in plans led by the municipality are not included: they are in the "
        "municipality's data.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: interventions_followed_up(tables, "municipality"),
    counted=Text(
        sv="Insatser som kommunen ansvarar för, i planer som kommunen leder och som följts upp under perioden.",
        en="Interventions the municipality is responsible for, in plans the municipality leads that were followed up "
        "in the period.",
    ),
    difference=Text(
        sv="Kommunens insatser i planer som regionen leder ingår inte: de finns i regionens uppgifter.",
        en="The municipality's interventions in plans led by the region are not included: they are in the "
        "region's data.",
    ),
)

# The period is that of the follow-up meeting, because that is when the outcome becomes known; a plan that is
# never followed up has no outcome to count and lowers P2 instead, which is why the two are read together.
INDICATOR = Indicator(
    id="P7",
    name=Text(sv="Genomförda överenskomna insatser", en="Agreed interventions carried out"),
    why=Text(
        sv="En plan är värd det som blir gjort. Måttet visar om det man kom överens om faktiskt har genomförts.",
        en="A plan is worth what gets done. The measure shows whether what was agreed has actually been carried out.",
    ),
    numerator_text=Text(
        sv="Insatser genomförda helt (räknas som 1) eller delvis (räknas som 0,5) vid uppföljningen.",
        en="Interventions carried out fully (counted as 1) or partly (counted as 0.5) at the follow-up.",
    ),
    denominator_text=Text(
        sv="Insatser som skulle följas upp, i planer vars uppföljningsmöte hölls under perioden.",
        en="Interventions due for follow-up, in plans whose follow-up meeting was held in the period.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av insatserna", en="share of interventions"),
    direction="increase",
    breakdowns={"all": "half-year", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P2",
    owner=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    checker=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: i sex hade insatserna genomförts helt och i tre delvis.",
        en="A study of twelve case files with a SIP: interventions fully carried out in six and partly in three.",
    ),
    caveats=("half_done_counts_half", "own_plans_only", "several_groups", "registration", "protected"),
)
