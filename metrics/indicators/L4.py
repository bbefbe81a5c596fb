"""L4: the share of shared users who have the same coordinator as a year before."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.users import shared_users_with_same_coordinator
from metrics.problem import Text

REGION = Twin(
    source="coordinators",
    rows=shared_users_with_same_coordinator,
    numerator=nw.col("same_coordinator"),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Gemensamma brukare enligt regionen, och de av dem som har samma samordnare eller case manager i regionen.",
        en="Shared users by the region's record, and those of them with the same coordinator or case manager in the "
        "region.",
    ),
    difference=Text(
        sv="I regionen är rollen oftast en case manager eller fast vårdkontakt i psykiatrin.",
        en="In the region the role is mostly a case manager or named contact in psychiatry.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen, och de av dem som har samma samordnare eller case manager i kommunen.",
        en="Shared users by the municipality's record, and those of them with the same coordinator or case manager in "
        "the municipality.",
    ),
    difference=Text(
        sv="I kommunen är rollen oftast en samordnare i socialtjänsten eller boendestödet.",
        en="In the municipality the role is mostly a coordinator in social services or housing support.",
    ),
)

# Whoever had no coordinator on either day counts below the line: leaving them out would let a side that names nobody
# look as steady as one where everyone stays. Thirteen months back, since the day a year before is itself needed.
INDICATOR = Indicator(
    id="L4",
    name=Text(sv="Kontinuitet hos samordnare", en="Coordinator continuity"),
    why=Text(
        sv="Det tar år att lära känna en person och bygga ett nätverk kring den. Varje byte börjar om från början.",
        en="It takes years to know a person and build a network around them. Every change starts over.",
    ),
    numerator_text=Text(
        sv="De av dem som har samma namngivna samordnare eller case manager som tolv månader tidigare.",
        en="Those of them who have the same named coordinator or case manager as twelve months before.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt både den sista dagen i perioden och tolv månader tidigare.",
        en="Shared users in service both on the last day of the period and twelve months before.",
    ),
    perspective="learning",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av gemensamma brukare", en="share of shared users"),
    direction="increase",
    breakdowns={"all": "half-year", "unit": "half-year", "target_group": "half-year"},
    disclosure="process",
    lookback_months=13,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P10",
    owner=Text(sv="Enhetschef för samordnarna i kommunen", en="Head of the coordinators, the municipality"),
    checker=Text(sv="Kvalitetsansvarig i regionens psykiatri", en="Quality lead, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Det tar år att bygga en case managers nätverk, och byten skadar: Klinga m.fl. 2018, BMC Health Services "
        "Research 18:400.",
        en="It takes years to build a case manager's network, and turnover hurts: Klinga et al. 2018, BMC Health "
        "Services Research 18:400.",
    ),
    caveats=(
        "two_days_a_year_apart",
        "open_until_closed",
        "shared_by_own_record",
        "not_linked",
        "several_groups",
        "registration",
        "protected",
    ),
)
