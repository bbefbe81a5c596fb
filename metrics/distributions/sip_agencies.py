"""Which agencies plans need, which of those are invited and which come."""

from metrics.distribution import Distribution
from metrics.populations import agencies, pathway
from metrics.problem import Text

_ROLES = {
    "needed": Text(sv="{agency}: behövdes", en="{agency}: needed"),
    "invited": Text(sv="{agency}: behövdes och var inbjuden", en="{agency}: needed and invited"),
    "present": Text(sv="{agency}: behövdes och var med", en="{agency}: needed and present"),
}

DISTRIBUTION = Distribution(
    id="sip_agencies",
    name=Text(sv="Aktörer vid SIP", en="Agencies at SIP meetings"),
    counted_text=Text(
        sv="Planer vars möte hölls under året: hur många som behövde aktören, av alla; och av dem som behövde den, hur "
        "många som bjöd in den och hur många den kom till.",
        en="Plans whose meeting was held in the year: how many needed the agency, of all; and of those that needed it, "
        "how many invited it and how many it came to.",
    ),
    source="sip_participants",
    rows=pathway.agencies,
    categories={
        f"{role}:{agency}": said.format(agency=agencies.NAMES[agency])
        for role, said in _ROLES.items()
        for agency in agencies.AGENCIES
    },
    counted="things",
    of="category",
    grain="year",
    disclosure="process",
)
