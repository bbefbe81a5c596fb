"""L3: the share of improvement cycles that were closed with a measured result."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.committee import cycles_a_year_on
from metrics.problem import Text

REGION = Twin(
    source="cycles",
    rows=lambda tables: cycles_a_year_on(tables, "region"),
    numerator=nw.col("closed"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Förbättringscykler som regionen driver, ensam eller tillsammans med kommunen.",
        en="Improvement cycles run by the region, alone or together with the municipality.",
    ),
    difference=Text(
        sv="Cykler som kommunen ensam driver finns i kommunens siffra.",
        en="Cycles run by the municipality alone are in the municipality's figure.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: cycles_a_year_on(tables, "municipality"),
    counted=Text(
        sv="Förbättringscykler som kommunen driver, ensam eller tillsammans med regionen.",
        en="Improvement cycles run by the municipality, alone or together with the region.",
    ),
    difference=Text(
        sv="Cykler som regionen ensam driver finns i regionens siffra.",
        en="Cycles run by the region alone are in the region's figure.",
    ),
)

INDICATOR = Indicator(
    id="L3",
    name=Text(
        sv="Avslutade förbättringscykler med mätt resultat", en="Improvement cycles closed with a measured result"
    ),
    why=Text(
        sv="Det som prövas utan att mätas går inte att lära av. Måttet visar om försöken slutar i kunskap.",
        en="What is tried without being measured cannot be learnt from. The measure shows whether trials end in "
        "knowledge.",
    ),
    numerator_text=Text(
        sv="Cykler som inom tolv månader avslutats med ett mått både före och efter.",
        en="Cycles closed within twelve months with a measure both before and after.",
    ),
    denominator_text=Text(
        sv="Cykler som började året innan.",
        en="Cycles that began in the year before.",
    ),
    perspective="learning",
    measure="exact",
    unit="share",
    unit_text=Text(sv="andel av cyklerna", en="share of the cycles"),
    direction="increase",
    # A committee runs a handful of cycles a year: by half-year the share would jump between none and all.
    breakdowns={"all": "year"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="G3",
    chart="p",
    headline=True,
    owner=Text(sv="Verksamhetsutvecklare i regionen", en="Development officer, the region"),
    checker=Text(sv="Verksamhetsutvecklare i kommunen", en="Development officer, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Ständig förfining betydde mer än den första utformningen: Klinga m.fl. 2018, BMC Health Services Research "
        "18:400.",
        en="Continuous refinement mattered more than the initial design: Klinga et al. 2018, BMC Health Services "
        "Research 18:400.",
    ),
    caveats=("as_written_down",),
)
