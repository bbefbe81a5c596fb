"""G3: the share of decisions whose outcome was recorded by the day it was due."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.committee import follow_ups_due
from metrics.problem import Text

REGION = Twin(
    source="follow_ups",
    rows=lambda tables: follow_ups_due(tables, "region"),
    numerator=nw.col("in_time"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Uppföljningar som regionen svarar för, ensam eller tillsammans med kommunen.",
        en="Follow-ups the region answers for, alone or together with the municipality.",
    ),
    difference=Text(
        sv="Beslut som kommunen svarar för ingår inte; det som båda svarar för ingår hos båda.",
        en="Decisions the municipality answers for are not included; what both answer for is included in both.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: follow_ups_due(tables, "municipality"),
    counted=Text(
        sv="Uppföljningar som kommunen svarar för, ensam eller tillsammans med regionen.",
        en="Follow-ups the municipality answers for, alone or together with the region.",
    ),
    difference=Text(
        sv="Beslut som regionen svarar för ingår inte; det som båda svarar för ingår hos båda.",
        en="Decisions the region answers for are not included; what both answer for is included in both.",
    ),
)

INDICATOR = Indicator(
    id="G3",
    name=Text(sv="Beslut följda upp i tid", en="Decisions followed up on time"),
    why=Text(
        sv="Ett beslut som ingen följer upp lär ingen något. Måttet visar om styrgruppen tar reda på vad dess beslut "
        "ledde till.",
        en="A decision that nobody follows up teaches nobody anything. The measure shows whether the committee finds "
        "out what its decisions led to.",
    ),
    numerator_text=Text(
        sv="Uppföljningar vars utfall skrevs in senast den dag de skulle.",
        en="Follow-ups whose outcome was recorded by the day it was due.",
    ),
    denominator_text=Text(
        sv="Uppföljningar av beslut som skulle göras under perioden.", en="Follow-ups of decisions due in the period."
    ),
    perspective="governance",
    measure="exact",
    unit="share",
    unit_text=Text(sv="andel av uppföljningarna", en="share of the follow-ups"),
    direction="increase",
    breakdowns={"all": "half-year"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="L3",
    chart="p",
    headline=True,
    owner=Text(sv="Styrgruppens sekreterare", en="The committee's secretary"),
    checker=Text(sv="Styrgruppens ordförande", en="The committee's chair"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Löpande återkoppling gav genast verkan: Klinga m.fl. 2018, BMC Health Services Research 18:400.",
        en="Continuous feedback had an effect at once: Klinga et al. 2018, BMC Health Services Research 18:400.",
    ),
    caveats=("as_written_down",),
)
