"""P8: the share of followed-up plans after which the help was changed."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import plans_followed_up
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=plans_followed_up,
    numerator=nw.col("change").is_in(("detail", "substantial")),
    denominator=nw.lit(True),
    counted=Text(
        sv="SIP som psykiatrin leder och som följts upp under perioden.",
        en="SIPs led by psychiatry that were followed up in the period.",
    ),
    difference=Text(
        sv="Mest ändringar i vård och behandling, eftersom regionen leder planerna.",
        en="Mostly changes in care and treatment, since the region leads the plans.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="SIP som socialtjänsten leder och som följts upp under perioden.",
        en="SIPs led by social services that were followed up in the period.",
    ),
    difference=Text(
        sv="Mest ändringar i stöd och boende, eftersom kommunen leder planerna.",
        en="Mostly changes in support and housing, since the municipality leads the plans.",
    ),
)

# A change of detail is a change: the study's own three grades are kept in the data, but a share has two sides.
# Neutral, because a plan that changes nothing may be one where the help was right already.
INDICATOR = Indicator(
    id="P8",
    name=Text(sv="SIP ledde till ändrad hjälp", en="SIP changed the help"),
    why=Text(
        sv="En plan som aldrig ändrar något kan vara en pappersprodukt. En som alltid gör det kan tyda på att hjälpen "
        "inte räckte. Därför visas måttet utan att mer eller mindre är bättre.",
        en="A plan that never changes anything may be mere paperwork. One that always does may mean the help fell "
        "short. The measure is therefore shown without more or less being better.",
    ),
    numerator_text=Text(
        sv="Planer där en insats tillkommit, avslutats eller ändrats, i detalj eller väsentligt, enligt uppföljningen.",
        en="Plans where an intervention was added, ended or changed, in detail or substantially, by the follow-up.",
    ),
    denominator_text=Text(
        sv="Planer vars uppföljningsmöte hölls under perioden.",
        en="Plans whose follow-up meeting was held in the period.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av uppföljda planer", en="share of plans followed up"),
    direction="neutral",
    breakdowns={"all": "half-year", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P7",
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: hjälpen ändrades i nio, men många av ändringarna var redan planerade.",
        en="A study of twelve case files with a SIP: the help was changed in nine, though many of the changes were "
        "already planned.",
    ),
    caveats=("maybe_already_planned", "own_plans_only", "several_groups", "registration", "protected"),
)
