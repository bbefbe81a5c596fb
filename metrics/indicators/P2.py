"""P2: the share of coordinated individual plans followed up in time."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import plans_due
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=plans_due,
    numerator=nw.col("followed_up_on") <= nw.col("due_on"),
    denominator=nw.lit(True),
    counted=Text(
        sv="SIP som psykiatrin leder och vars uppföljning skulle ha hållits under perioden.",
        en="SIPs led by psychiatry whose follow-up was due in the period.",
    ),
    difference=Text(
        sv="Bara planer som regionen leder; vem som leder kan spegla vilka personer planerna gäller.",
        en="Only plans the region leads; who leads may reflect which persons the plans are for.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="SIP som socialtjänsten leder och vars uppföljning skulle ha hållits under perioden.",
        en="SIPs led by social services whose follow-up was due in the period.",
    ),
    difference=Text(
        sv="Bara planer som kommunen leder; vem som leder kan spegla vilka personer planerna gäller.",
        en="Only plans the municipality leads; who leads may reflect which persons the plans are for.",
    ),
)

# A plan closed before its due date still counts as due: otherwise closing unfollowed plans would raise the figure.
INDICATOR = Indicator(
    id="P2",
    name=Text(sv="SIP uppföljd i tid", en="SIP followed up in time"),
    why=Text(
        sv="Överenskommelser som ingen återkommer till kan ligga obemärkta länge. Ett uppföljningsmöte i tid är det "
        "enklaste tecknet på att planen lever.",
        en="Agreements nobody returns to may go unnoticed for long. A follow-up meeting in time is the simplest sign "
        "that the plan is alive.",
    ),
    numerator_text=Text(
        sv="Planer där uppföljningsmötet hållits senast den dag det skulle hållas.",
        en="Plans whose follow-up meeting was held on or before the day it was due.",
    ),
    denominator_text=Text(
        sv="Planer vars uppföljning skulle hållas under perioden: det överenskomna datumet, eller 180 dagar efter "
        "mötet om inget datum bestämdes. Även planer som avslutats dessförinnan räknas.",
        en="Plans whose follow-up was due in the period: the agreed date, or 180 days after the meeting where no date "
        "was agreed. Plans closed before then are counted too.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av planerna", en="share of plans"),
    direction="increase",
    breakdowns={"all": "quarter", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="identical",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P7",
    headline=True,
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: uppföljning efter en till tolv månader, överenskommelser kunde gå obemärkta "
        "länge. 180 dagar är styrgruppens regel där datum saknas.",
        en="A study of twelve case files with a SIP: followed up after one to twelve months, and agreements could go "
        "unnoticed for long. 180 days is the committee's rule where no date was agreed.",
    ),
    caveats=("no_due_date", "own_plans_only", "several_groups", "registration", "protected"),
)
