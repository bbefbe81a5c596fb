"""G4: how long ago the agreements in force were last revised."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.committee import agreements_in_force
from metrics.problem import Text

REGION = Twin(
    source="agreements",
    rows=lambda tables: agreements_in_force(tables, "region"),
    numerator=nw.col("months"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Avtal som regionen håller i, ensam eller tillsammans med kommunen.",
        en="Agreements the region keeps, alone or together with the municipality.",
    ),
    difference=Text(
        sv="Avtal som kommunen ensam håller i finns i kommunens siffra.",
        en="Agreements the municipality alone keeps are in the municipality's figure.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: agreements_in_force(tables, "municipality"),
    counted=Text(
        sv="Avtal som kommunen håller i, ensam eller tillsammans med regionen.",
        en="Agreements the municipality keeps, alone or together with the region.",
    ),
    difference=Text(
        sv="Avtal som regionen ensam håller i finns i regionens siffra.",
        en="Agreements the region alone keeps are in the region's figure.",
    ),
)

INDICATOR = Indicator(
    id="G4",
    name=Text(sv="Aktualitet i avtal", en="Agreement currency"),
    why=Text(
        sv="Avtal som ingen har gått igenom på länge beskriver en verksamhet som inte längre finns. Måttet visar när "
        "det är dags.",
        en="Agreements that nobody has gone through for long describe services that no longer exist. The measure shows "
        "when it is time.",
    ),
    numerator_text=Text(
        sv="Månader sedan den senaste revideringen, räknat den sista dagen i perioden; medianen av avtalen som gäller.",
        en="Months since the latest revision, on the last day of the period; the median of the agreements in force.",
    ),
    denominator_text=Text(sv="1: måttet är ett antal månader.", en="1: the measure is a number of months."),
    perspective="governance",
    measure="exact",
    unit="months",
    unit_text=Text(sv="månader", en="months"),
    direction="decrease",
    breakdowns={"all": "year"},
    disclosure="ledger",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="G3",
    chart="run",
    owner=Text(sv="Styrgruppens sekreterare", en="The committee's secretary"),
    checker=Text(sv="Jurist i kommunen", en="Legal counsel, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Avtalet om integrationen reviderades 2006, 2008 och 2010: Klinga m.fl. 2018, BMC Health Services Research "
        "18:400.",
        en="The agreement on integration was revised in 2006, 2008 and 2010: Klinga et al. 2018, BMC Health Services "
        "Research 18:400.",
    ),
    caveats=("as_written_down",),
)
