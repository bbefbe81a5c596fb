"""R2: how the joint units' net cost is divided between the two organisations."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.money import ledger
from metrics.problem import Text

REGION = Twin(
    source="costs",
    rows=ledger,
    numerator=nw.col("amount_sek"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Regionens bokförda nettokostnad för de gemensamma enheterna, som andel av bådas.",
        en="The region's booked net cost of the joint units, as a share of both organisations'.",
    ),
    difference=Text(
        sv="Regionens siffra och kommunens är samma uppgift från två håll: tillsammans är de alltid hela kostnaden.",
        en="The region's figure and the municipality's are one fact from two sides: together they are always "
        "the whole cost.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Kommunens bokförda nettokostnad för de gemensamma enheterna, som andel av bådas.",
        en="The municipality's booked net cost of the joint units, as a share of both organisations'.",
    ),
    difference=Text(
        sv="Kommunens siffra och regionens är samma uppgift från två håll: tillsammans är de alltid hela kostnaden.",
        en="The municipality's figure and the region's are one fact from two sides: together they are always "
        "the whole cost.",
    ),
)

INDICATOR = Indicator(
    id="R2",
    name=Text(sv="Andel av gemensam nettokostnad", en="Share of joint net cost"),
    why=Text(
        sv="Avtalet säger hur kostnaden ska delas. Måttet visar hur den faktiskt delas, och om en ändring hos den ena "
        "har flyttat kostnad till den andra.",
        en="The agreement says how the cost is to be divided. The measure shows how it is in fact divided, and whether "
        "a change on one side has moved cost to the other.",
    ),
    numerator_text=Text(
        sv="Den egna organisationens del av bådas nettokostnad för de gemensamt drivna enheterna under perioden.",
        en="The organisation's own part of both organisations' net cost of the jointly run units in the period.",
    ),
    denominator_text=Text(
        sv="Båda organisationernas nettokostnad för samma enheter och period.",
        en="Both organisations' net cost of the same units and period.",
    ),
    perspective="resources",
    measure="share_of_joint",
    unit="share",
    unit_text=Text(sv="andel av gemensam nettokostnad", en="share of joint net cost"),
    direction="neutral",
    breakdowns={"all": "quarter", "unit": "quarter"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # How a cost is divided is read with how large it is; that measure in turn is read with needs met.
    partner="R1",
    decimals=1,
    headline=True,
    owner=Text(sv="Ekonom i socialförvaltningen", en="Financial controller, social services"),
    checker=Text(sv="Ekonom i regionens psykiatri", en="Financial controller, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Avtal om kostnadsdelning: Klinga m.fl. 2018, BMC Health Services Research 18:400.",
        en="Agreements on sharing costs: Klinga et al. 2018, BMC Health Services Research 18:400.",
    ),
    caveats=("volume_not_quality", "current_prices", "ledgers_differ"),
)
