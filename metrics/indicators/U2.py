"""U2: the share of users' needs that are met, as they rate them."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.needs import needs_met
from metrics.problem import Text

REGION = Twin(
    source="needs",
    rows=lambda tables: needs_met(tables, "user"),
    numerator=nw.col("met") / nw.col("needs"),
    denominator=nw.col("needs") > 0,
    counted=Text(
        sv="Personer med minst ett eget skattat behov i en aktuell CAN som gjorts i regionens psykiatri.",
        en="Persons with at least one need of their own rating in a current CAN made in the region's psychiatry.",
    ),
    difference=Text(
        sv="Ett behov kan vara tillfredsställt tack vare kommunens insats: siffran visar personernas läge, inte bara "
        "regionens arbete.",
        en="A need may be met thanks to the municipality's help: the figure shows the persons' situation, not "
        "the region's work alone.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Personer med minst ett eget skattat behov i en aktuell CAN som gjorts i kommunens socialtjänst.",
        en="Persons with at least one need of their own rating in a current CAN made in the municipality's "
        "social services.",
    ),
    difference=Text(
        sv="Ett behov kan vara tillfredsställt tack vare regionens vård: siffran visar personernas läge, inte bara "
        "kommunens arbete.",
        en="A need may be met thanks to the region's care: the figure shows the persons' situation, not "
        "the municipality's work alone.",
    ),
)

# The mean of each person's own share, not all met needs over all needs: every person then weighs the same,
# whether they have two needs or twelve, and none of them can move the figure by more than 1/n.
INDICATOR = Indicator(
    id="U2",
    name=Text(
        sv="Andel tillfredsställda behov (egenskattning)",
        en="Share of needs that are met (user-rated)",
    ),
    why=Text(
        sv="Antalet behov säger lite om hjälpen; andelen som blivit tillfredsställda säger om insatserna tillsammans "
        "når fram till det personen själv ser som viktigt.",
        en="The number of needs says little about the help; the share of them that are met says whether the "
        "services together reach what the person sees as important.",
    ),
    numerator_text=Text(
        sv="Varje persons egen andel: områden skattade som tillfredsställda behov (1) av områden med behov (1 eller "
        "2), enligt det senaste kända svaret per område under de senaste tolv månaderna.",
        en="Each person's own share: domains rated as met needs (1) of domains with a need (1 or 2), by the latest "
        "known answer per domain in the last twelve months.",
    ),
    denominator_text=Text(
        sv="Personer med minst ett område skattat 1 eller 2 under de senaste tolv månaderna. Alla personer väger lika.",
        en="Persons with at least one domain rated 1 or 2 in the last twelve months. Every person weighs the same.",
    ),
    perspective="needs",
    measure="mean",
    unit="share",
    unit_text=Text(sv="andel av behoven", en="share of needs"),
    direction="increase",
    breakdowns={"all": "half-year", "unit": "half-year", "target_group": "half-year"},
    disclosure="person",
    bounds=(0, 1),
    rater="user",
    lookback_months=12,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U5",
    headline=True,
    owner=Text(sv="Brukarsamordnare i regionens psykiatri", en="User involvement lead, regional psychiatry"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Camberwell Assessment of Need: Phelan m.fl. 1995, British Journal of Psychiatry 167:589–595. "
        "Uppföljning av innehållet med CAN: Klinga m.fl. 2018, BMC Health Services Research 18:400.",
        en="Camberwell Assessment of Need: Phelan et al. 1995, British Journal of Psychiatry 167:589–595. "
        "Following up content with CAN: Klinga et al. 2018, BMC Health Services Research 18:400.",
    ),
    caveats=("self_rated", "rolling_year", "latest_unit", "several_groups", "protected_mean"),
)
