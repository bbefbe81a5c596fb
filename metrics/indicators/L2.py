"""L2: how engaged the staff are, by the index that both organisations' staff surveys share."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.surveys import ENGAGEMENT, published_results
from metrics.problem import Text

REGION = Twin(
    source="surveys",
    rows=lambda tables: published_results(tables, ENGAGEMENT),
    numerator=nw.col("value"),
    denominator=nw.col("respondents"),
    counted=Text(
        sv="HME i regionens medarbetarenkät, de gemensamma enheterna i psykiatrin.",
        en="HME in the region's staff survey, the joint units in psychiatry.",
    ),
    difference=Text(
        sv="Samma nio frågor, men regionens enkät och svarsperiod.",
        en="The same nine questions, but the region's survey and dates.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="HME i kommunens medarbetarenkät, de gemensamma enheterna i socialtjänsten.",
        en="HME in the municipality's staff survey, the joint units in social services.",
    ),
    difference=Text(
        sv="Samma nio frågor, men kommunens enkät och svarsperiod.",
        en="The same nine questions, but the municipality's survey and dates.",
    ),
)

INDICATOR = Indicator(
    id="L2",
    name=Text(sv="Hållbart medarbetarengagemang (HME)", en="Staff engagement (HME)"),
    why=Text(
        sv="Samverkan bärs av dem som arbetar i den. Orkar de inte, håller ingenting annat på styrkortet.",
        en="Working together rests on those who do it. If they cannot keep it up, nothing else on the scorecard holds.",
    ),
    numerator_text=Text(
        sv="Totalindex 0–100 av nio frågor om motivation, ledarskap och styrning, som enkäten publicerat det.",
        en="Total index 0–100 of nine questions on motivation, leadership and governance, as the survey published it.",
    ),
    denominator_text=Text(
        sv="1: måttet är ett index. Enheternas index vägs ihop efter hur många som svarat.",
        en="1: the measure is an index. The units' indices are weighed together by how many answered.",
    ),
    perspective="learning",
    measure="result",
    unit="index",
    unit_text=Text(sv="index, 0 till 100", en="index, 0 to 100"),
    direction="increase",
    breakdowns={"all": "year", "unit": "year"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="L1",
    chart="run",
    decimals=1,
    owner=Text(sv="HR-specialist i regionen", en="HR specialist, the region"),
    checker=Text(sv="HR-specialist i kommunen", en="HR specialist, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Ömsesidig respekt och kunskap om varandra: Klinga m.fl. 2018, BMC Health Services Research 18:400. Jämför "
        "Kolada U74200 och U25200.",
        en="Mutual respect and knowledge of each other: Klinga et al. 2018, BMC Health Services Research 18:400. "
        "Compare Kolada U74200 and U25200.",
    ),
    caveats=("answers_only",),
)
