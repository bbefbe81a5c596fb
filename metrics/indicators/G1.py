"""G1: the longest time the committee has gone without a meeting."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.committee import longest_gap
from metrics.problem import Text

REGION = Twin(
    source="meetings",
    rows=lambda tables: longest_gap(tables, "region"),
    numerator=nw.col("days"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Dagar mellan styrgruppens möten, vem som än kallat till dem.",
        en="Days between the committee's meetings, whoever called them.",
    ),
)
MUNICIPALITY = replace(REGION, rows=lambda tables: longest_gap(tables, "municipality"))

# Who called a meeting is in the register, but a gap is nobody's own: a meeting the other side called ends it too.
INDICATOR = Indicator(
    id="G1",
    name=Text(sv="Längsta tid mellan styrgruppsmöten", en="Longest gap between steering meetings"),
    why=Text(
        sv="En styrgrupp som sällan ses styr inte. När mötena glesnar märks det här först, innan något annat har "
        "hunnit förändras.",
        en="A committee that seldom meets does not steer. When meetings thin out it shows here first, before anything "
        "else has had time to change.",
    ),
    numerator_text=Text(
        sv="Flest dagar mellan två möten i rad där det senare hölls under perioden, eller från det senaste mötet till "
        "periodens sista dag om det är längre.",
        en="Most days between two consecutive meetings of which the later was held in the period, or from the latest "
        "meeting to the period's last day where that is longer.",
    ),
    denominator_text=Text(sv="1: måttet är ett antal dagar.", en="1: the measure is a number of days."),
    perspective="governance",
    measure="exact",
    unit="days",
    unit_text=Text(sv="dagar", en="days"),
    direction="decrease",
    breakdowns={"all": "half-year"},
    disclosure="ledger",
    comparable="identical",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="G3",
    chart="run",
    headline=True,
    owner=Text(sv="Styrgruppens sekreterare", en="The committee's secretary"),
    checker=Text(sv="Styrgruppens ordförande", en="The committee's chair"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="En styrgrupp som 2014 sågs en gång per termin fann 2015 att det var för glest och dubblade: Klinga m.fl. "
        "2018, BMC Health Services Research 18:400.",
        en="A committee that met once a semester in 2014 found that too seldom in 2015 and doubled it: Klinga et al. "
        "2018, BMC Health Services Research 18:400.",
    ),
    caveats=("one_committee", "as_written_down"),
)
