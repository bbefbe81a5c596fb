"""Places in the joint services, and who they are for: the steady frame that people come to and leave.

A place is held by one person after another. What a place is like (its unit, its target groups, whether its holders
have a plan) is dealt out once, so that numbers stay level for ten years except where a story changes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from metrics.indicator import ORGANISATIONS, Organisation
from sample_data.days import DAGCENTRUM_OPENS, FIRST, NEVER, VASTRA_CLOSES, Days, Flags, number
from sample_data.draws import Numbers, deal, stream

UNITS = (
    "norra_mottagningen",
    "sodra_mottagningen",
    "vastra_mottagningen",
    "mobila_teamet",
    "boendestodet",
    "dagcentrum",
    "beroendeteamet",
    "neuropsykiatriska_teamet",
    "aldreteamet",
    "heldygnsvarden",
)
NORRA, SODRA, VASTRA, MOBILA, BOENDE, DAGCENTRUM, BEROENDE, NEURO, ALDRE, HELDYGN = range(10)
GROUPS = ("psychosis", "dual_diagnosis", "neuropsychiatric", "affective", "elderly", "young_adults")
PSYCHOSIS, DUAL, NEUROPSYCHIATRIC, AFFECTIVE, ELDERLY, YOUNG = range(6)

_SHARED: dict[Organisation, tuple[tuple[int, ...], ...]] = {
    # places by main group (rows, as GROUPS) and unit (columns, as UNITS), with the day centre open and västra joint
    "region": (
        (110, 105, 65, 60, 70, 55, 0, 0, 0, 35),
        (15, 15, 0, 35, 0, 0, 170, 0, 0, 15),
        (8, 7, 0, 0, 0, 0, 0, 85, 0, 0),
        (85, 85, 50, 25, 30, 25, 0, 15, 0, 15),
        (5, 5, 0, 0, 15, 0, 0, 0, 125, 0),
        (45, 45, 20, 30, 0, 15, 0, 15, 0, 0),
    ),
    "municipality": (
        (65, 60, 50, 50, 160, 85, 0, 0, 0, 30),
        (0, 0, 0, 30, 45, 0, 165, 0, 0, 10),
        (0, 0, 0, 0, 20, 0, 0, 80, 0, 0),
        (65, 65, 45, 30, 85, 30, 0, 10, 0, 0),
        (0, 0, 0, 0, 30, 0, 0, 0, 120, 0),
        (40, 40, 0, 20, 40, 20, 0, 10, 0, 0),
    ),
}
# The growing group gets no more room in its own team: it comes to the others.
_GROWTH: dict[Organisation, tuple[int, ...]] = {
    "region": (60, 55, 20, 30, 15, 0, 0, 0, 0, 0),
    "municipality": (45, 45, 0, 40, 50, 0, 0, 0, 0, 0),
}
_OWN_ONLY: dict[Organisation, tuple[int, ...]] = {
    "region": (110, 110, 40, 40, 0, 0, 60, 50, 20, 20),
    "municipality": (30, 30, 10, 10, 180, 30, 30, 0, 20, 10),
}
_GROWTH_PLACES = 180
_SHRINK = {AFFECTIVE: 110, YOUNG: 40, PSYCHOSIS: 30}
_LEADER = (0.37, 0.29, 0.34)  # nobody, the region or the municipality leads a plan for the holder
_LEADER_UNSERVED = (0.90, 0.05, 0.05)
_GROWTH_YEARS = (number(date(2016, 9, 1)), number(date(2025, 9, 1)))
_VACANCIES = 1.045  # more places than people: some are empty for a few weeks, and some are not known to be shared
_MAIN_GROUPS = tuple(sum(row) for row in _SHARED["region"])
_SECOND_GROUP = {  # share of a main group's places whose holders also belong to another group
    PSYCHOSIS: ((DUAL, 0.20), (YOUNG, 0.06)),
    DUAL: ((PSYCHOSIS, 0.10), (AFFECTIVE, 0.25)),
    NEUROPSYCHIATRIC: ((YOUNG, 0.18), (AFFECTIVE, 0.15)),
    AFFECTIVE: ((DUAL, 0.10), (YOUNG, 0.08)),
    ELDERLY: ((AFFECTIVE, 0.30), (PSYCHOSIS, 0.20)),
    YOUNG: ((AFFECTIVE, 0.40), (NEUROPSYCHIATRIC, 0.06)),
}


@dataclass(frozen=True, kw_only=True)
class Stays:
    """Where one organisation serves the holders of each place: `unit`, and from the day `moves` on `next_unit`."""

    unit: Numbers
    next_unit: Numbers
    moves: Days


@dataclass(frozen=True, kw_only=True)
class Places:
    """All places, one per element.

    In      main          number of the main target group
            groups        places x target groups: the groups its holders belong to
            shared        whether both organisations serve its holders; else `owner` does (0 region, 1 municipality)
            leader        who leads a coordinated plan for its holders: 0 region, 1 municipality, -1 nobody
            unserved      a place that came with the growing group, outside the team made for it
            opens, closes first day, and day from which nobody new comes
            stays         the units of each organisation
    """

    main: Numbers
    groups: npt.NDArray[np.bool_]
    shared: Flags
    owner: Numbers
    leader: Numbers
    unserved: Flags
    opens: Days
    closes: Days
    stays: dict[Organisation, Stays]

    def of(self, organisation: Organisation) -> Flags:
        """Which places the organisation serves."""
        served: Flags = self.shared | (self.owner == ORGANISATIONS.index(organisation))
        return served

    def dealt(self, random: np.random.Generator, share: float | npt.NDArray[np.float64]) -> Flags:
        """A yes to the given share of places within every main group and among the unserved."""
        chosen = np.zeros(len(self.main), dtype=np.bool_)
        shares = np.broadcast_to(share, len(self.main))
        kinds = self.main * 6 + self.unserved * 3 + np.where(self.shared, 0, 1 + self.owner)
        for kind in np.unique(kinds):
            among = np.flatnonzero(kinds == kind)
            part = float(shares[among].mean())
            chosen[among] = deal(random, [1 - part, part], len(among)) == 1
        return chosen


def make(seed: int, scale: float) -> Places:
    """The places of a committee `scale` times as large as the real one would be."""
    random = stream(seed, "places")
    sizes = [round(count * scale * _VACANCIES) for count in _MAIN_GROUPS]
    growth = round(_GROWTH_PLACES * scale * _VACANCIES)
    own = [round(sum(_OWN_ONLY[organisation]) * scale) for organisation in ORGANISATIONS]
    main = np.concatenate(
        [np.repeat(np.arange(len(sizes)), sizes), np.full(growth, NEUROPSYCHIATRIC)]
        + [deal(random, _MAIN_GROUPS, count) for count in own]
    )
    total, before_growth = len(main), sum(sizes)
    shared = np.arange(total) < before_growth + growth
    owner = np.repeat([-1, 0, 1], [before_growth + growth, *own])
    unserved = shared & (np.arange(total) >= before_growth)

    leader = np.full(total, -1)
    for group in range(len(GROUPS)):
        among = np.flatnonzero(shared & ~unserved & (main == group))
        leader[among] = deal(random, _LEADER, len(among)) - 1
    leader[unserved] = deal(random, _LEADER_UNSERVED, growth) - 1

    stays = {whose: _stays(random, whose, main, owner, unserved) for whose in ORGANISATIONS}
    opens, closes = np.full(total, FIRST), np.full(total, NEVER)
    opens[unserved] = np.linspace(*_GROWTH_YEARS, growth, dtype=np.int64)
    leaving = np.concatenate(
        [
            _leaving(random, shared & ~unserved & (main == group), round(count * scale * _VACANCIES), leader, stays)
            for group, count in _SHRINK.items()
        ]
    )
    closes[leaving] = random.permutation(np.linspace(*_GROWTH_YEARS, len(leaving), dtype=np.int64))

    groups = np.eye(len(GROUPS), dtype=np.bool_)[main]
    for group, seconds in _SECOND_GROUP.items():
        among = np.flatnonzero(main == group)
        for second, share in seconds:
            groups[among, second] |= deal(random, [1 - share, share], len(among)) == 1

    return Places(
        main=main,
        groups=groups,
        shared=shared,
        owner=owner,
        leader=leader,
        unserved=unserved,
        opens=opens,
        closes=closes,
        stays=stays,
    )


def _stays(
    random: np.random.Generator, organisation: Organisation, main: Numbers, owner: Numbers, unserved: Flags
) -> Stays:
    unit = np.zeros(len(main), dtype=np.int64)
    for group, weights in enumerate(_SHARED[organisation]):
        among = np.flatnonzero((main == group) & (owner < 0) & ~unserved)
        unit[among] = deal(random, weights, len(among))
    unit[unserved] = deal(random, _GROWTH[organisation], int(unserved.sum()))
    own = np.flatnonzero(owner == ORGANISATIONS.index(organisation))
    unit[own] = deal(random, _OWN_ONLY[organisation], len(own))

    next_unit, moves = unit.copy(), np.full(len(main), NEVER)
    centre = np.flatnonzero(unit == DAGCENTRUM)
    unit[centre] = np.array([NORRA, SODRA, BOENDE])[deal(random, [1, 1, 1], len(centre))]
    moves[centre] = DAGCENTRUM_OPENS
    if organisation == "region":
        west = np.flatnonzero(unit == VASTRA)
        next_unit[west] = np.array([NORRA, SODRA, MOBILA])[deal(random, [4, 4, 2], len(west))]
        moves[west] = VASTRA_CLOSES
    return Stays(unit=unit, next_unit=next_unit, moves=moves)


def _leaving(
    random: np.random.Generator, among: Flags, count: int, leader: Numbers, stays: dict[Organisation, Stays]
) -> Numbers:
    """The places that are not filled again as the new group grows: in the units it comes to, seldom with a plan.

    Rule    so the numbers of people and of plans stay level in every unit
    """
    for organisation in ORGANISATIONS:
        among = among & np.isin(stays[organisation].unit, np.flatnonzero(_GROWTH[organisation]))
    candidates = np.flatnonzero(among)
    likely = np.argsort((leader[candidates] >= 0) * 0.9 + random.random(len(candidates)))
    return candidates[likely][:count]
