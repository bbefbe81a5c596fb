"""How long plans wait for their follow-up: still waiting, and followed up, in each declared span of days."""

from metrics.distribution import Distribution
from metrics.populations import pathway
from metrics.problem import Text

_NAME = Text(sv="till och med dag {day}", en="up to day {day}")

DISTRIBUTION = Distribution(
    id="sip_follow_up",
    name=Text(sv="Tid till SIP-uppföljning", en="Time to SIP follow-up"),
    counted_text=Text(
        sv="Planer vars möte hölls under året och som ännu väntade när spannet började; de av dem som följdes upp i "
        "det.",
        en="Plans whose meeting was held in the year and that still waited when the span began; those of them followed "
        "up in it.",
    ),
    source="sip_plans",
    rows=pathway.follow_up,
    categories={str(day): _NAME.format(day=day) for day in pathway.EDGES},
    counted="things",
    of="category",
    grain="year",
    disclosure="process",
)
