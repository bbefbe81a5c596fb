"""G2: the share of each party's seats that were taken at the committee's meetings."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.committee import seats
from metrics.problem import Text

REGION = Twin(
    source="seats",
    rows=lambda tables: seats(tables, "region"),
    numerator=nw.col("attended"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Regionens platser vid mötena, och de av dem där ledamoten eller en ersättare satt.",
        en="The region's seats at the meetings, and those of them where the member or a substitute sat.",
    ),
    difference=Text(
        sv="Platserna är regionens egna; föreningarnas visas som en tredje part.",
        en="The seats are the region's own; the associations' are shown as a third part.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: seats(tables, "municipality"),
    counted=Text(
        sv="Kommunens platser vid mötena, och de av dem där ledamoten eller en ersättare satt.",
        en="The municipality's seats at the meetings, and those of them where the member or a substitute sat.",
    ),
    difference=Text(
        sv="Platserna är kommunens egna; föreningarnas visas som en tredje part.",
        en="The seats are the municipality's own; the associations' are shown as a third part.",
    ),
)

# A substitute counts as attendance: the seat is what the agreement gives, and balance is about whose voice is heard.
INDICATOR = Indicator(
    id="G2",
    name=Text(sv="Balanserad närvaro", en="Balanced attendance"),
    why=Text(
        sv="Beslut som den ena sidan fattat utan den andra håller inte, och utan föreningarna saknas brukarnas röst. "
        "Måttet visar om alla parter är där.",
        en="Decisions that one side takes without the other do not last, and without the associations the users' voice "
        "is missing. The measure shows whether all parties are there.",
    ),
    numerator_text=Text(
        sv="Platser där ledamoten eller en ersättare satt, över periodens möten.",
        en="Seats where the member or a substitute sat, over the period's meetings.",
    ),
    denominator_text=Text(
        sv="Partens platser i styrgruppen vid samma möten.", en="The party's seats in the committee at those meetings."
    ),
    perspective="governance",
    measure="exact",
    unit="share",
    unit_text=Text(sv="andel av platserna", en="share of the seats"),
    direction="increase",
    breakdowns={"all": "half-year", "party": "half-year"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="G1",
    chart="p",
    owner=Text(sv="Styrgruppens sekreterare", en="The committee's secretary"),
    checker=Text(sv="Föreningarnas företrädare", en="The associations' representative"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Ständiga ledamöter från båda sidor och föreningarna: Klinga m.fl. 2018, BMC Health Services Research "
        "18:400.",
        en="Permanent members from both sides and the associations: Klinga et al. 2018, BMC Health Services Research "
        "18:400.",
    ),
    caveats=("as_written_down",),
)
