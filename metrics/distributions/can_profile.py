"""How needs are rated: by domain and rater, a year at a time."""

from metrics.distribution import Distribution
from metrics.populations import ratings
from metrics.problem import Text

# A year and not a half-year: most are rated about once a year, and half the persons would hide twice the cells.
DISTRIBUTION = Distribution(
    id="can_profile",
    name=Text(sv="Behovsprofil", en="Profile of needs"),
    counted_text=Text(
        sv="Personer som skattats under året, efter årets senaste kända svar i varje område.",
        en="Persons rated in the year, by the year's latest known answer in each domain.",
    ),
    source="needs",
    rows=ratings.profile,
    categories={
        "none": Text(sv="inget behov", en="no need"),
        "met": Text(sv="tillfredsställt behov", en="met need"),
        "unmet": Text(sv="otillfredsställt behov", en="unmet need"),
        "not_known": Text(sv="vet inte", en="not known"),
    },
    counted="once",
    of="all",
    grain="year",
    disclosure="person",
    raters=("user", "staff", "carer"),
    has_domains=True,
)
