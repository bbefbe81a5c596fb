"""How many of the shared users each kind of contact reaches."""

from metrics.distribution import Distribution
from metrics.populations import contact_types
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="contact_reach",
    name=Text(sv="Brukare som nås av varje kontaktsätt", en="Users reached by each kind of contact"),
    counted_text=Text(
        sv="Gemensamma brukare den sista dagen på halvåret som haft minst en kontakt av slaget under halvåret.",
        en="Shared users on the last day of the half-year who had at least one contact of the kind in it.",
    ),
    source="contacts",
    rows=contact_types.contacts_by_type,
    categories={
        "visit": Text(sv="besök", en="visit"),
        "home_visit": Text(sv="hembesök", en="home visit"),
        "phone": Text(sv="telefon", en="telephone"),
        "digital": Text(sv="digital kontakt", en="digital contact"),
        "group": Text(sv="grupp", en="group"),
        "day_activity": Text(sv="dagverksamhet", en="day activity"),
    },
    counted="persons",
    of="all",
    grain="half-year",
    disclosure="person",
)
