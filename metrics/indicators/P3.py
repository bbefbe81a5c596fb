"""P3: how long half of the plans wait for their follow-up."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.pathway import follow_up_once_due
from metrics.problem import Text

REGION = Twin(
    source="sip_plans",
    rows=lambda tables: follow_up_once_due(tables, "region").with_columns(part=nw.col("category")),
    numerator=nw.col("inside"),
    denominator=nw.lit(True),
    counted=Text(
        sv="SIP som psykiatrin leder och vars möte under perioden låg 180 dagar tillbaka.",
        en="SIPs led by psychiatry whose meeting came to lie 180 days back in the period.",
    ),
    difference=Text(
        sv="Bara planer som regionen leder; vem som leder kan spegla vilka personer planerna gäller.",
        en="Only plans the region leads; who leads may reflect which persons the plans are for.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="SIP som socialtjänsten leder och vars möte under perioden låg 180 dagar tillbaka.",
        en="SIPs led by social services whose meeting came to lie 180 days back in the period.",
    ),
    difference=Text(
        sv="Bara planer som kommunen leder; vem som leder kan spegla vilka personer planerna gäller.",
        en="Only plans the municipality leads; who leads may reflect which persons the plans are for.",
    ),
)

# A plan that nobody has followed up still waits, closed or not. The mean of those followed up would leave it out, and
# be shortest where least is done. A plan belongs to the period in which its 180 days have passed, when a follow-up
# without a date of its own is due: by the day of the meeting the latest period would always read "not reached". The
# first period of the data holds hardly any plans, and is hidden as too few.
INDICATOR = Indicator(
    id="P3",
    name=Text(sv="Mediantid till SIP-uppföljning", en="Median time to SIP follow-up"),
    why=Text(
        sv="Tiden till uppföljning varierar mycket, och det som ingen återkommer till faller i glömska. Måttet visar "
        "hur länge hälften av planerna väntar.",
        en="The time to follow-up varies much, and what nobody returns to is forgotten. The measure shows how long "
        "half of the plans wait.",
    ),
    numerator_text=Text(
        sv="Dagen efter mötet då hälften av planerna följts upp, beräknad ur intervall av dagar och avrundad till fem "
        "dagar. Planer som inte följts upp räknas som väntande så länge de kunnat ses.",
        en="The day after the meeting on which half of the plans had been followed up, from spans of days and to the "
        "nearest five days. Plans not followed up count as waiting for as long as they could be seen.",
    ),
    denominator_text=Text(
        sv="Planer som under perioden nådde 180 dagar efter mötet, så att alla har kunnat följas lika länge. Planer "
        "från halvåret före kommer alltså med. Har hälften ännu inte följts upp är medianen inte nådd.",
        en="Plans that reached 180 days after the meeting in the period, so that all could be followed equally long. "
        "Plans from the half-year before are thus among them. Where half have not been followed up yet the median is "
        "not reached.",
    ),
    perspective="process",
    measure="median",
    unit="days",
    unit_text=Text(sv="dagar till uppföljning", en="days to follow-up"),
    direction="decrease",
    breakdowns={"all": "half-year", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="identical",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P7",
    headline=True,
    owner=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    checker=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Kaplan & Meier 1958: det som inte hänt än varken räknas som hänt eller utelämnas. Studie av tolv akter med "
        "SIP: uppföljning efter en till tolv månader.",
        en="Kaplan & Meier 1958: what has not happened yet is neither counted as done nor left out. A study of twelve "
        "case files with a SIP: followed up after one to twelve months.",
    ),
    caveats=("own_plans_only", "several_groups", "registration", "protected"),
)
