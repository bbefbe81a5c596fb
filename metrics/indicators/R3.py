"""R3: how far the joint units' net cost is from their budget."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.money import ledger_and_budget
from metrics.problem import Text

REGION = Twin(
    source="costs",
    rows=ledger_and_budget,
    numerator=nw.col("amount_sek") - nw.col("budget_sek"),
    denominator=nw.col("budget_sek"),
    counted=Text(
        sv="Regionens bokförda nettokostnad för de gemensamma enheterna, mot regionens budget för dem.",
        en="The region's booked net cost of the joint units, against the region's budget for them.",
    ),
    difference=Text(
        sv="Regionen fördelar sin budget på månader efter sina egna regler.",
        en="The region divides its budget over the months by its own rules.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Kommunens bokförda nettokostnad för de gemensamma enheterna, mot kommunens budget för dem.",
        en="The municipality's booked net cost of the joint units, against the municipality's budget for them.",
    ),
    difference=Text(
        sv="Kommunen fördelar sin budget på månader efter sina egna regler.",
        en="The municipality divides its budget over the months by its own rules.",
    ),
)

# Better is towards zero, and that is no direction a chart of a signed figure can have: over budget is a deficit,
# under it may be posts nobody holds. So the direction is neutral, and a change is told without calling it good or bad.
INDICATOR = Indicator(
    id="R3",
    name=Text(sv="Budgetavvikelse gemensamma enheter", en="Budget deviation of joint units"),
    why=Text(
        sv="Ett underskott hos den ena hamnar lätt hos den andra. Bäst är nära noll: ett överskott kan vara vård och "
        "stöd som aldrig blev av.",
        en="A deficit on one side easily ends up on the other. Near zero is best: a surplus may be care and support "
        "that was never given.",
    ),
    numerator_text=Text(
        sv="Bokförd nettokostnad minus budget. Över budget är plus, under budget är minus.",
        en="Booked net cost minus budget. Over budget is plus, under budget is minus.",
    ),
    denominator_text=Text(
        sv="Budgeten för de gemensamt drivna enheterna under perioden. Där budget saknas visas ingen siffra.",
        en="The budget of the jointly run units in the period. Where there is no budget no figure is shown.",
    ),
    perspective="resources",
    measure="ratio_of_amounts",
    unit="share",
    unit_text=Text(sv="avvikelse i procent av budget", en="deviation in per cent of budget"),
    direction="neutral",
    breakdowns={"all": "month", "unit": "quarter"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # A saving that makes people wait is no saving.
    partner="P11",
    decimals=1,
    owner=Text(sv="Ekonom i socialförvaltningen", en="Financial controller, social services"),
    checker=Text(sv="Ekonom i regionens psykiatri", en="Financial controller, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Ansträngd ekonomi i båda organisationerna, och besparingar som samordnas: Klinga m.fl. 2018, BMC Health "
        "Services Research 18:400.",
        en="A strained economy in both organisations, and savings made together: Klinga et al. 2018, BMC Health "
        "Services Research 18:400.",
    ),
    caveats=("nearer_zero_is_better", "volume_not_quality", "budget_by_month", "ledgers_differ"),
)
