"""P5: the share of agreed interventions whose decision-maker was at the meeting."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import interventions_to_decide
from metrics.problem import Text

REGION = Twin(
    source="sip_interventions",
    rows=lambda tables: interventions_to_decide(tables, "region"),
    numerator=nw.col("decision_maker_present"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Insatser som regionen ansvarar för i SIP som regionen leder, där läkare eller annan behörig måste besluta.",
        en="Interventions the region is responsible for in SIPs it leads, where a doctor or other authorised person "
        "must decide.",
    ),
    difference=Text(
        sv="I regionen är det den som ordinerar eller är ansvarig läkare som beslutar, ofta en annan än den som möter "
        "personen.",
        en="In the region it is the prescriber or responsible doctor who decides, often another than the one who meets "
        "the person.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: interventions_to_decide(tables, "municipality"),
    counted=Text(
        sv="Insatser som kommunen ansvarar för i SIP som kommunen leder, där handläggare eller nämnd måste besluta.",
        en="Interventions the municipality is responsible for in SIPs it leads, where a case officer or board must "
        "decide.",
    ),
    difference=Text(
        sv="I kommunen är det den som får bevilja bistånd som beslutar, ofta samma handläggare som är på mötet.",
        en="In the municipality it is the one entitled to grant assistance who decides, often the case officer who is "
        "at the meeting.",
    ),
)

# Interventions decided before the meeting count too: what is agreed there may change them, and then somebody who
# may decide has to be present. Where nobody noted who was there, nobody is taken to have been.
INDICATOR = Indicator(
    id="P5",
    name=Text(sv="Beslutsmandat vid mötet", en="Decision mandate present"),
    why=Text(
        sv="När ingen på mötet får besluta blir överenskommelsen en önskan, och personen får vänta på besked.",
        en="When nobody at the meeting may decide, the agreement is a wish and the person has to wait for an answer.",
    ),
    numerator_text=Text(
        sv="De av insatserna där den som får besluta var med på mötet.",
        en="Those of the interventions where the one entitled to decide was at the meeting.",
    ),
    denominator_text=Text(
        sv="Överenskomna insatser som kräver ett formellt beslut, i planer vars möte hölls under perioden.",
        en="Agreed interventions that need a formal decision, in plans whose meeting was held in the period.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av insatserna", en="share of interventions"),
    direction="increase",
    breakdowns={"all": "quarter", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # A mandate is there to make things happen soon: it is read with how long the follow-up took.
    partner="P3",
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: många som deltog saknade mandat att besluta.",
        en="A study of twelve case files with a SIP: many who took part lacked a mandate to decide.",
    ),
    caveats=("own_plans_only", "several_groups", "registration", "protected"),
)
