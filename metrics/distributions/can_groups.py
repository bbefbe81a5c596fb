"""Unmet needs by target group: whose needs the services do not reach."""

from metrics.distribution import Distribution
from metrics.populations import ratings
from metrics.problem import Text

# A group under twenty is hidden by its own denominator, and needs no part in "other": the groups overlap, so that no
# total minus the others gives it away.
DISTRIBUTION = Distribution(
    id="can_groups",
    name=Text(sv="Otillfredsställda behov per målgrupp", en="Unmet needs by target group"),
    counted_text=Text(
        sv="Av dem i målgruppen som själva skattat området under året: de som skattat ett otillfredsställt behov.",
        en="Of those in the target group who rated the domain themselves in the year: those who rated an unmet need.",
    ),
    source="needs",
    rows=ratings.unmet_by_group,
    categories="target_groups",
    counted="once",
    of="category",
    grain="year",
    disclosure="person",
    raters=("user",),
    has_domains=True,
)
