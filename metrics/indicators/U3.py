"""U3: the gap between the dimensions of well-being, in the share of needs that are met."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.ratings import needs_by_domain
from metrics.problem import Text

REGION = Twin(
    source="needs",
    rows=needs_by_domain,
    numerator=nw.col("rating") == 1,
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Personer med minst ett eget skattat behov i en CAN som gjorts i regionens psykiatri under året.",
        en="Persons with at least one need of their own rating in a CAN made in the region's psychiatry in the year.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i samband med vård. Den som är mitt i en svår period svarar ofta annorlunda än den "
        "som skattar i sin vardag.",
        en="The rating is mostly made in connection with care. A person in a difficult period often answers "
        "differently from one who rates in everyday life.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Personer med minst ett eget skattat behov i en CAN som gjorts i kommunens socialtjänst under året.",
        en="Persons with at least one need of their own rating in a CAN made in the municipality's social services in "
        "the year.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i boendestöd eller dagverksamhet, alltså bland dem som redan har en insats.",
        en="The rating is mostly made in housing support or day activities, that is, among persons who already have "
        "support.",
    ),
)

# Pooled over the 22 domains the nine social ones would weigh three times the three existential: each domain weighs the
# same within its dimension, and each dimension the same. A domain with too few needs to show is left out; a dimension
# that has lost more than half of its domains has no figure, and without all four there is no gap.
INDICATOR = Indicator(
    id="U3",
    name=Text(sv="Likavärdesgap mellan välbefinnandedimensioner", en="Equal-value gap between well-being dimensions"),
    why=Text(
        sv="Existentiellt, medicinskt, psykiskt och socialt välbefinnande har lika värde. Måttet visar om någon sorts "
        "behov mer sällan är tillfredsställda än andra.",
        en="Existential, medical, psychological and social well-being are of equal value. The measure shows whether "
        "needs of some kind are met less often than others.",
    ),
    numerator_text=Text(
        sv="Högsta minus lägsta andel tillfredsställda behov bland de fyra dimensionerna. En dimensions andel är "
        "medelvärdet av dess områdens andelar.",
        en="Highest minus lowest share of needs met among the four dimensions. A dimension's share is the mean of the "
        "shares of its domains.",
    ),
    denominator_text=Text(
        sv="I varje område: personer som under året själva skattat ett behov där, tillfredsställt eller inte.",
        en="In each domain: persons who in the year rated a need there themselves, met or not.",
    ),
    perspective="needs",
    measure="gap",
    unit="points",
    unit_text=Text(sv="procentenheter mellan dimensioner", en="percentage points between dimensions"),
    direction="decrease",
    breakdowns={"all": "year", "dimension": "year"},
    disclosure="person",
    rater="user",
    lookback_months=12,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U2",
    chart="run",
    headline=True,
    owner=Text(sv="Brukarsamordnare i regionens psykiatri", en="User involvement lead, regional psychiatry"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Styrgruppens uttalande 2007 om lika värde, i Klinga m.fl. 2018, BMC Health Services Research 18:400. CAN "
        "saknar frågor om mening och hopp: den existentiella dimensionen är det närmaste formuläret kommer.",
        en="The committee's statement of equal value in 2007, in Klinga et al. 2018, BMC Health Services Research "
        "18:400. CAN asks nothing about meaning or hope: the existential dimension is as near as the form comes.",
    ),
    caveats=("self_rated", "rolling_year", "protected"),
)
