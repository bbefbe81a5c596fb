"""How large a part of the shared users each target group is."""

from metrics.distribution import Distribution
from metrics.populations import users
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="target_groups",
    name=Text(sv="Målgrupper bland gemensamma brukare", en="Target groups among shared users"),
    counted_text=Text(
        sv="Gemensamma brukare den sista dagen på året, efter målgrupp. En person kan höra till flera.",
        en="Shared users on the last day of the year, by target group. A person may be in several.",
    ),
    source="persons",
    rows=users.shared_users_by_group,
    categories="target_groups",
    counted="persons",
    of="all",
    grain="year",
    disclosure="person",
)
