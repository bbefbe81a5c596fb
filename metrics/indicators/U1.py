"""U1: unmet needs per person, as the users themselves rate them."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.needs import latest_ratings
from metrics.problem import Text

REGION = Twin(
    source="needs",
    rows=lambda tables: latest_ratings(tables, "user"),
    numerator=nw.col("rating") == 2,
    denominator=nw.lit(True),
    counted=Text(
        sv="Personer med en aktuell egenskattad CAN som gjorts i regionens psykiatri, och de områden de själva "
        "skattar som otillfredsställda.",
        en="Persons with a current user-rated CAN made in the region's psychiatry, and the domains they themselves "
        "rate as unmet.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i samband med vård. Den som är mitt i en svår period skattar ofta fler behov "
        "än den som skattar i sin vardag.",
        en="The rating is mostly made in connection with care. A person in a difficult period often rates more needs "
        "than one who rates in everyday life.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Personer med en aktuell egenskattad CAN som gjorts i kommunens socialtjänst, och de områden de själva "
        "skattar som otillfredsställda.",
        en="Persons with a current user-rated CAN made in the municipality's social services, and the domains they "
        "themselves rate as unmet.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i boendestöd eller dagverksamhet, alltså bland dem som redan har en insats "
        "och i deras vardag.",
        en="The rating is mostly made in housing support or day activities, that is, among persons who already "
        "have support and in their everyday life.",
    ),
)

# One person adds at most 10 of 22 domains: published totals lie near two unmet needs a person, and a cap
# keeps one person's answers from deciding a unit's figure or the size of the protective noise.
INDICATOR = Indicator(
    id="U1",
    name=Text(
        sv="Otillfredsställda behov per person (egenskattning)",
        en="Unmet needs per person (user-rated)",
    ),
    why=Text(
        sv="När behoven ses över ofta kan stödet skapas och ändras efter dem. Måttet visar hur mycket som "
        "återstår, enligt personerna själva.",
        en="Needs that are reviewed often let services be created or changed to fit them. The measure shows how "
        "much remains, in the persons' own view.",
    ),
    numerator_text=Text(
        sv="Områden i CAN som personen själv skattat som otillfredsställda behov (2), enligt det senaste kända svaret "
        "per område under de senaste tolv månaderna, högst tio per person.",
        en="CAN domains that the person rated as unmet needs (2), by the latest known answer per domain in the last "
        "twelve months, at most ten per person.",
    ),
    denominator_text=Text(
        sv="Personer med minst ett känt eget svar (0, 1 eller 2) under de senaste tolv månaderna.",
        en="Persons with at least one known answer of their own (0, 1 or 2) in the last twelve months.",
    ),
    perspective="needs",
    measure="mean",
    unit="per_person",
    unit_text=Text(sv="behov per person", en="needs per person"),
    direction="decrease",
    breakdowns={"all": "half-year", "unit": "half-year", "target_group": "half-year", "domain": "half-year"},
    disclosure="person",
    bounds=(0, 10),
    rater="user",
    lookback_months=12,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U5",
    decimals=2,
    headline=True,
    owner=Text(sv="Brukarsamordnare i regionens psykiatri", en="User involvement lead, regional psychiatry"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Camberwell Assessment of Need: Phelan m.fl. 1995, British Journal of Psychiatry 167:589–595. "
        "Behovsstyrning av gemensam verksamhet: Klinga m.fl. 2018, BMC Health Services Research 18:400.",
        en="Camberwell Assessment of Need: Phelan et al. 1995, British Journal of Psychiatry 167:589–595. "
        "Needs steering joint services: Klinga et al. 2018, BMC Health Services Research 18:400.",
    ),
    caveats=("self_rated", "rolling_year", "latest_unit", "several_groups", "capped", "protected_mean"),
)
