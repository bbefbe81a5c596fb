"""U5: the share of shared users whose needs both they and staff have rated in the last year."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.needs import shared_users_assessed
from metrics.problem import Text

REGION = Twin(
    source="needs",
    rows=shared_users_assessed,
    numerator=nw.col("rated_by_user") & nw.col("rated_by_staff"),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Gemensamma brukare enligt regionen, och de av dem som har skattningar registrerade av regionen.",
        en="Shared users by the region's record, and those of them with ratings registered by the region.",
    ),
    difference=Text(
        sv="En CAN som kommunen gjort räknas inte här, även om regionen har läst den.",
        en="A CAN made by the municipality does not count here, even if the region has read it.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen, och de av dem som har skattningar registrerade av kommunen.",
        en="Shared users by the municipality's record, and those of them with ratings registered by the municipality.",
    ),
    difference=Text(
        sv="En CAN som regionen gjort räknas inte här, även om kommunen har läst den.",
        en="A CAN made by the region does not count here, even if the municipality has read it.",
    ),
)

# A form where every domain is "not known" is no picture of anyone's needs: one known answer is required
# from the user and one from staff, on any domains and not necessarily the same day.
INDICATOR = Indicator(
    id="U5",
    name=Text(
        sv="CAN-täckning (aktuell, båda perspektiven)",
        en="CAN coverage (current, both perspectives)",
    ),
    why=Text(
        sv="Utan aktuella skattningar från både brukare och personal vet ingen om siffrorna om behov gäller alla "
        "eller bara dem som är lätta att fråga.",
        en="Without current ratings from both users and staff nobody knows whether the figures on needs hold for "
        "everyone or only for those who are easy to ask.",
    ),
    numerator_text=Text(
        sv="Gemensamma brukare med minst ett känt svar från brukaren och minst ett från personalen under de senaste "
        "tolv månaderna.",
        en="Shared users with at least one known answer from the user and at least one from staff in the last "
        "twelve months.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i perioden.",
        en="Shared users in service on the last day of the period.",
    ),
    perspective="needs",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av gemensamma brukare", en="share of shared users"),
    direction="increase",
    breakdowns={"all": "quarter", "unit": "half-year", "target_group": "half-year"},
    disclosure="process",
    lookback_months=12,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U1",
    owner=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    checker=Text(sv="Kvalitetsansvarig i regionens psykiatri", en="Quality lead, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Data på alla nivåer, löpande: Klinga m.fl. 2018, BMC Health Services Research 18:400. Jämför Kolada "
        "U28690.",
        en="Data at all levels, continuously: Klinga et al. 2018, BMC Health Services Research 18:400. "
        "Compare Kolada U28690.",
    ),
    caveats=("rolling_year", "shared_by_own_record", "not_linked", "several_groups", "registration", "protected"),
)
