"""P1: the share of shared users who have an active coordinated individual plan (SIP)."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import shared_users_with_plan
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=shared_users_with_plan,
    numerator=nw.col("has_plan"),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Gemensamma brukare enligt regionen, och de av dem som har en aktiv SIP som psykiatrin kallat till.",
        en="Shared users by the region's record, and those of them with an active SIP called by psychiatry.",
    ),
    difference=Text(
        sv="En SIP som socialtjänsten kallat till syns bara i kommunens siffra. Andelen som har någon SIP alls är "
        "därför högre än var och en av siffrorna.",
        en="A SIP called by social services is seen only in the municipality's figure. The share with any SIP at all "
        "is therefore higher than either figure.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen, och de av dem som har en aktiv SIP som socialtjänsten kallat till.",
        en="Shared users by the municipality's record, and those of them with an active SIP called by social services.",
    ),
    difference=Text(
        sv="En SIP som psykiatrin kallat till syns bara i regionens siffra. Andelen som har någon SIP alls är "
        "därför högre än var och en av siffrorna.",
        en="A SIP called by psychiatry is seen only in the region's figure. The share with any SIP at all "
        "is therefore higher than either figure.",
    ),
)

INDICATOR = Indicator(
    id="P1",
    name=Text(sv="Andel med SIP", en="SIP coverage"),
    why=Text(
        sv="Den som får hjälp av båda har rätt till en samordnad individuell plan när den behövs. I studerade "
        "verksamheter användes planen ojämnt, och få visste hur många som fanns.",
        en="A person helped by both has the right to a coordinated individual plan when one is needed. In the services "
        "studied its use was uneven, and few knew how many plans there were.",
    ),
    numerator_text=Text(
        sv="Gemensamma brukare med en SIP där möte har hållits och som inte är avslutad den sista dagen i perioden.",
        en="Shared users with a SIP whose meeting has been held and which is not closed on the last day of the period.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i perioden.",
        en="Shared users in service on the last day of the period.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av gemensamma brukare", en="share of shared users"),
    direction="increase",
    breakdowns={"all": "quarter", "unit": "half-year", "target_group": "half-year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # Having a plan says nothing about what comes of it, so it is read with what was carried out.
    partner="P7",
    headline=True,
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Hälso- och sjukvårdslagen (2017:30) 16 kap. 4 § om individuell plan. Jämför Kolada U21354.",
        en="The Swedish Health and Medical Services Act (2017:30), chapter 16, section 4, on the individual plan. "
        "Compare Kolada U21354.",
    ),
    caveats=(
        "own_plans_only",
        "open_until_closed",
        "shared_by_own_record",
        "not_linked",
        "several_groups",
        "registration",
        "protected",
    ),
)
