"""What user and staff say of the same need: the table that agreement is counted from."""

from metrics.distribution import Distribution
from metrics.populations import ratings
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="can_agreement",
    name=Text(sv="Brukarens och personalens skattning", en="The user's and the staff's rating"),
    counted_text=Text(
        sv="Personer vars behov brukaren och personalen skattat inom trettio dagar från varandra: årets senaste par.",
        en="Persons whose need the user and the staff rated within thirty days of each other: the year's latest pair.",
    ),
    source="needs",
    rows=ratings.pairs,
    categories={
        "none_none": Text(sv="båda: inget behov", en="both: no need"),
        "none_met": Text(sv="brukaren: inget behov, personalen: tillfredsställt", en="user: no need, staff: met"),
        "none_unmet": Text(sv="brukaren: inget behov, personalen: otillfredsställt", en="user: no need, staff: unmet"),
        "met_none": Text(sv="brukaren: tillfredsställt, personalen: inget behov", en="user: met, staff: no need"),
        "met_met": Text(sv="båda: tillfredsställt", en="both: met"),
        "met_unmet": Text(sv="brukaren: tillfredsställt, personalen: otillfredsställt", en="user: met, staff: unmet"),
        "unmet_none": Text(sv="brukaren: otillfredsställt, personalen: inget behov", en="user: unmet, staff: no need"),
        "unmet_met": Text(sv="brukaren: otillfredsställt, personalen: tillfredsställt", en="user: unmet, staff: met"),
        "unmet_unmet": Text(sv="båda: otillfredsställt", en="both: unmet"),
        "user_only": Text(sv="bara brukaren: otillfredsställt", en="only the user: unmet"),
        "staff_only": Text(sv="bara personalen: otillfredsställt", en="only the staff: unmet"),
        "neither": Text(sv="ingen: otillfredsställt", en="neither: unmet"),
    },
    sums={
        "user_only": ("unmet_none", "unmet_met"),
        "staff_only": ("none_unmet", "met_unmet"),
        "neither": ("none_none", "none_met", "met_none", "met_met"),
    },
    counted="once",
    of="all",
    grain="year",
    disclosure="person",
    has_domains=True,
)
