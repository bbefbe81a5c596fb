"""P10: the share of shared users for whom a coordinator or case manager is named."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.users import shared_users_with_coordinator
from metrics.problem import Text

REGION = Twin(
    source="coordinators",
    rows=shared_users_with_coordinator,
    numerator=nw.col("has_coordinator"),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Gemensamma brukare enligt regionen, och de av dem som har en samordnare eller case manager i regionen.",
        en="Shared users by the region's record, and those of them with a coordinator or case manager in the region.",
    ),
    difference=Text(
        sv="I regionen är rollen oftast en case manager eller fast vårdkontakt i psykiatrin.",
        en="In the region the role is mostly a case manager or named contact in psychiatry.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen, och de av dem som har en samordnare eller case manager i kommunen.",
        en="Shared users by the municipality's record, and those of them with a coordinator or case manager in the "
        "municipality.",
    ),
    difference=Text(
        sv="I kommunen är rollen oftast en samordnare i socialtjänsten eller boendestödet.",
        en="In the municipality the role is mostly a coordinator in social services or housing support.",
    ),
)

# Persons are never linked, so nobody can say who has a coordinator on *both* sides. Each side shows its own
# share; the two together say how often both can be true at most.
INDICATOR = Indicator(
    id="P10",
    name=Text(sv="Namngiven samordnare", en="Named coordinator"),
    why=Text(
        sv="En namngiven samordnare i vardera organisationen gör att personen och de anhöriga vet vem de ska vända "
        "sig till, och att organisationerna hittar varandra.",
        en="A named coordinator in each organisation lets the person and relatives know whom to turn to, and lets "
        "the organisations find each other.",
    ),
    numerator_text=Text(
        sv="Gemensamma brukare som har en namngiven samordnare eller case manager i den egna organisationen den sista "
        "dagen i perioden.",
        en="Shared users who have a named coordinator or case manager in the organisation's own staff on the last day "
        "of the period.",
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
    # A name on paper is not yet coordination: it is read with whether needs are in fact assessed together.
    partner="U5",
    headline=True,
    owner=Text(sv="Enhetschef för samordnarna i kommunen", en="Head of the coordinators, the municipality"),
    checker=Text(sv="Kvalitetsansvarig i regionens psykiatri", en="Quality lead, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="En samordnare från vardera organisationen: Klinga m.fl. 2018, BMC Health Services Research 18:400. "
        "Jämför Kolada U28500.",
        en="A coordinator from each organisation: Klinga et al. 2018, BMC Health Services Research 18:400. "
        "Compare Kolada U28500.",
    ),
    caveats=("not_linked", "shared_by_own_record", "open_until_closed", "several_groups", "registration", "protected"),
)
