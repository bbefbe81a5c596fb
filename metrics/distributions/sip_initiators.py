"""Who takes the initiative to plans."""

from metrics.distribution import Distribution
from metrics.populations import agencies, pathway
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="sip_initiators",
    name=Text(sv="Vem som tar initiativ till SIP", en="Who takes the initiative to a SIP"),
    counted_text=Text(
        sv="Planer vars möte hölls under året, efter vem som tog initiativet enligt planen.",
        en="Plans whose meeting was held in the year, by who took the initiative according to the plan.",
    ),
    source="sip_plans",
    rows=pathway.initiators,
    categories={agency: agencies.NAMES[agency] for agency in agencies.AGENCIES}
    | {pathway.NOT_DOCUMENTED: Text(sv="inte dokumenterat", en="not documented")},
    counted="things",
    of="all",
    grain="year",
    disclosure="process",
)
