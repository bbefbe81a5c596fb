"""How contacts take place: visits, telephone, digital and the rest, per shared user."""

from metrics.distribution import Distribution
from metrics.populations import contact_types
from metrics.problem import Text

# At most sixty of a kind in half a year count of one person: those who come every day would otherwise decide the mean,
# and the noise that covers one person would have to be as much larger.
DISTRIBUTION = Distribution(
    id="contact_types",
    name=Text(sv="Kontakter efter kontaktsätt", en="Contacts by kind"),
    counted_text=Text(
        sv="Kontakter av varje slag som blivit av under halvåret, per gemensam brukare; högst sextio per person.",
        en="Contacts of each kind that took place in the half-year, per shared user; at most sixty per person.",
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
    counted="mean",
    of="all",
    grain="half-year",
    disclosure="person",
    bounds=(0, 60),
)
