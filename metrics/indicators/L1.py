"""L1: the share of staff who have trained together with the other organisation in the last year."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.staff import staff_trained
from metrics.problem import Text

REGION = Twin(
    source="staff_development",
    rows=staff_trained,
    numerator=nw.col("joint"),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Regionens personal i de gemensamma enheterna med någon utbildning de senaste tolv månaderna.",
        en="The region's staff in the joint units with any training in the last twelve months.",
    ),
    difference=Text(
        sv="Vad som registreras som utbildning bestämmer regionen; kommunens gränser kan vara andra.",
        en="What is registered as training is for the region to say; the municipality may draw other lines.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Kommunens personal i de gemensamma enheterna med någon utbildning de senaste tolv månaderna.",
        en="The municipality's staff in the joint units with any training in the last twelve months.",
    ),
    difference=Text(
        sv="Vad som registreras som utbildning bestämmer kommunen; regionens gränser kan vara andra.",
        en="What is registered as training is for the municipality to say; the region may draw other lines.",
    ),
)

# Staff are not service users, but a row is still about one of them: the figure is built from persons, so it is
# protected as what the organisations did (`process`), not published exact as a ledger's is. No source lists the staff;
# as every employee has some compulsory training each year, those with any training stand for all of them.
INDICATOR = Indicator(
    id="L1",
    name=Text(sv="Deltagande i gemensam utbildning", en="Joint training participation"),
    why=Text(
        sv="De som ska arbeta ihop behöver lära ihop: respekt för varandras arbete kommer av att man känner till det.",
        en="Those who are to work together need to learn together: respect for each other's work comes from knowing "
        "it.",
    ),
    numerator_text=Text(
        sv="Medarbetare med minst en utbildning tillsammans med den andra organisationen de senaste tolv månaderna.",
        en="Staff with at least one training together with the other organisation in the last twelve months.",
    ),
    denominator_text=Text(
        sv="Medarbetare i de gemensamma enheterna med någon utbildning de senaste tolv månaderna.",
        en="Staff in the joint units with any training in the last twelve months.",
    ),
    perspective="learning",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av personalen", en="share of the staff"),
    direction="increase",
    breakdowns={"all": "half-year", "unit": "year"},
    disclosure="process",
    lookback_months=12,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="L2",
    owner=Text(sv="Utbildningsansvarig i regionen", en="Training lead, the region"),
    checker=Text(sv="Utbildningsansvarig i kommunen", en="Training lead, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Vidareutbildning blev obligatorisk för alla i teamen 2006: Klinga m.fl. 2018, BMC Health Services Research "
        "18:400.",
        en="Further education became compulsory for all team members in 2006: Klinga et al. 2018, BMC Health Services "
        "Research 18:400.",
    ),
    caveats=("trained_staff_only", "rolling_year", "registration", "protected"),
)
