"""How the same persons' needs moved from one year to the next."""

from metrics.distribution import Distribution
from metrics.populations import ratings
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="can_changes",
    name=Text(sv="Behov från ett år till nästa", en="Needs from one year to the next"),
    counted_text=Text(
        sv="Personer som samma skattare gett ett känt svar i området både under året och under året före.",
        en="Persons given a known answer in the domain by the same rater both in the year and in the year before.",
    ),
    source="needs",
    rows=ratings.changes,
    categories={
        "none_none": Text(sv="inget behov båda åren", en="no need in either year"),
        "none_met": Text(sv="från inget behov till tillfredsställt", en="from no need to met"),
        "none_unmet": Text(sv="från inget behov till otillfredsställt", en="from no need to unmet"),
        "met_none": Text(sv="från tillfredsställt till inget behov", en="from met to no need"),
        "met_met": Text(sv="tillfredsställt båda åren", en="met in both years"),
        "met_unmet": Text(sv="från tillfredsställt till otillfredsställt", en="from met to unmet"),
        "unmet_none": Text(sv="från otillfredsställt till inget behov", en="from unmet to no need"),
        "unmet_met": Text(sv="från otillfredsställt till tillfredsställt", en="from unmet to met"),
        "unmet_unmet": Text(sv="fortfarande otillfredsställt", en="still unmet"),
        "new": Text(sv="nytt otillfredsställt behov", en="new unmet need"),
        "resolved": Text(sv="inte längre otillfredsställt", en="no longer unmet"),
        "not_unmet": Text(sv="inte otillfredsställt något av åren", en="not unmet in either year"),
    },
    sums={
        "new": ("none_unmet", "met_unmet"),
        "resolved": ("unmet_none", "unmet_met"),
        "not_unmet": ("none_none", "none_met", "met_none", "met_met"),
    },
    counted="once",
    of="all",
    grain="year",
    disclosure="person",
    raters=("user", "staff"),
    has_domains=True,
    lookback_months=24,
)
