"""R1: the net cost of the jointly run units per shared user."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.money import ledger_and_users_served
from metrics.problem import Text

REGION = Twin(
    source="costs",
    rows=ledger_and_users_served,
    numerator=nw.col("amount_sek"),
    denominator=~nw.col("person").is_null(),
    counted=Text(
        sv="Regionens bokförda nettokostnad för de gemensamma enheterna, delad med gemensamma brukare enligt regionen.",
        en="The region's booked net cost of the joint units, divided by shared users by the region's record.",
    ),
    difference=Text(
        sv="Psykiatrins konton. Vård utanför de gemensamma enheterna, till exempel primärvård, ingår inte.",
        en="Psychiatry's accounts. Care outside the joint units, such as primary care, is not included.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Kommunens bokförda nettokostnad för de gemensamma enheterna, delad med gemensamma brukare enligt kommunen.",
        en="The municipality's booked net cost of the joint units, divided by shared users by the municipality's "
        "record.",
    ),
    difference=Text(
        sv="Socialpsykiatrins och beroendevårdens konton. Försörjningsstöd och myndighetsutövning ingår inte.",
        en="The accounts of social psychiatry and addiction services. Income support and case handling are "
        "not included.",
    ),
)

INDICATOR = Indicator(
    id="R1",
    name=Text(sv="Nettokostnad per gemensam brukare", en="Net cost per shared user"),
    why=Text(
        sv="De två organisationernas ekonomier måste kunna läsas bredvid varandra för att styra gemensamt. Kostnaden "
        "säger inget om värdet, därför läses den med hur behoven blir tillfredsställda.",
        en="The two organisations' economies must be readable side by side if they are to be steered together. Cost "
        "says nothing about worth, so it is read with how needs are met.",
    ),
    numerator_text=Text(
        sv="Nettokostnad (kostnader minus intäkter) för de gemensamt drivna enheterna under perioden, i kronor.",
        en="Net cost (costs less income) of the jointly run units in the period, in Swedish kronor.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare som haft kontakt någon dag under perioden.",
        en="Shared users in service on any day of the period.",
    ),
    perspective="resources",
    measure="amount_per_person",
    unit="sek_per_person",
    unit_text=Text(sv="kronor per gemensam brukare", en="SEK per shared user"),
    direction="neutral",
    breakdowns={"all": "quarter", "unit": "quarter"},
    disclosure="ledger",
    comparable="not_comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U2",
    headline=True,
    owner=Text(sv="Ekonom i regionens psykiatri", en="Financial controller, regional psychiatry"),
    checker=Text(sv="Ekonom i socialförvaltningen", en="Financial controller, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Likvärdig styrning av två ekonomier: Klinga m.fl. 2018, BMC Health Services Research 18:400. "
        "Jämför Kolada N74000 och N35001.",
        en="Equivalent steering of two economies: Klinga et al. 2018, BMC Health Services Research 18:400. "
        "Compare Kolada N74000 and N35001.",
    ),
    caveats=(
        "volume_not_quality",
        "current_prices",
        "ledgers_differ",
        "shared_by_own_record",
        "not_linked",
        "protected",
    ),
)
