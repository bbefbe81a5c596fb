"""Needs (CAN): 22 domains rated by user, staff and now and then a carer, about once a year.

Levels and the agreement of user and staff come from can_domains.csv, which is itself synthetic.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.special import ndtr, ndtri

from metrics.indicator import Organisation
from sample_data.days import DAGCENTRUM_OPENS, FIRST, LAST, PANDEMIC, Days, Flags, Shares, column, number, workday
from sample_data.draws import Numbers, names, pick, stream
from sample_data.people import People, Side
from sample_data.places import AFFECTIVE, DUAL, ELDERLY, NEUROPSYCHIATRIC, PSYCHOSIS, UNITS, YOUNG

DOMAINS = tuple(range(1, 23))
RATERS = ("user", "staff", "carer")
_ASSESSED: dict[Organisation, float] = {"region": 0.80, "municipality": 0.84}
_OWN_USERS_ASSESSED = 0.12
_USER_TAKES_PART = 0.93
_CARER_TAKES_PART = 0.06
_INTERVAL, _INTERVAL_SPREAD, _SHORTEST_INTERVAL = 330, 30, 200
_WAIT_AT_MOST, _WAIT_DAYS = 0.35, (25, 110)  # in some quarters more assessments have to wait than in others
_POSTPONED = 0.37  # of the municipality's assessments in the pandemic's first months
_CAUGHT_UP_BY = number(date(2021, 1, 31))
_STABLE = 0.4  # how much of a need lasts from one assessment to the next
_NOT_KNOWN = (0.015, 0.025)  # rated 9, by user and by staff
_EFFECT_DAYS = 60

# How many times as common a need is in a main group as in the others.
_MORE_COMMON = {
    (DUAL, 12): 4.0, (DUAL, 13): 6.0, (DUAL, 21): 1.3,
    (PSYCHOSIS, 7): 1.25, (AFFECTIVE, 7): 0.8, (AFFECTIVE, 9): 1.25, (AFFECTIVE, 10): 1.7,
    (ELDERLY, 4): 1.7, (ELDERLY, 6): 1.4, (ELDERLY, 20): 1.5, (ELDERLY, 7): 0.85,
    (YOUNG, 18): 2.2, (NEUROPSYCHIATRIC, 18): 1.8, (NEUROPSYCHIATRIC, 7): 0.7,
}  # fmt: skip
_UNSERVED_NEED = 1.2  # and in the growing group that has no service of its own, in the domains below
# How many times as often a need is unmet: (before, after) the day centre opened for people with psychosis...
_DAY_CENTRE = {5: (1.7, 0.42)}
# ...and in the growing group.
_UNSERVED = {3: 1.9, 8: 1.9, 9: 1.8, 14: 1.6, 15: 1.3, 18: 2.0, 21: 2.4, 22: 2.2}
_OTHERS = {5: 0.92}  # what keeps the whole period at the published level


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A domain's levels, as shares of persons, and how far user and staff agree."""

    user_need: float
    user_unmet: float
    staff_need: float
    staff_unmet: float
    kappa_need: float
    kappa_unmet: float


def domains() -> tuple[Domain, ...]:
    """The 22 domains of can_domains.csv."""
    with Path(__file__).with_name("can_domains.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Domain(
                user_need=(float(row["user_met_pct"]) + float(row["user_unmet_pct"])) / 100,
                user_unmet=float(row["user_unmet_pct"]) / 100,
                staff_need=(float(row["staff_met_pct"]) + float(row["staff_unmet_pct"])) / 100,
                staff_unmet=float(row["staff_unmet_pct"]) / 100,
                kappa_need=float(row["target_kappa_need"]),
                kappa_unmet=float(row["target_kappa_unmet"]),
            )
            for row in csv.DictReader(file)
        )


def rows(seed: int, people: People, organisation: Organisation, since: int) -> pl.DataFrame:
    """One row per form, with the ratings of the 22 domains in columns "1" to "22"; sorted by day."""
    random = stream(seed, "needs", organisation)
    side = people.sides[organisation]
    person, day = _assessments(random, people, side)
    kept = day >= since
    person, day = person[kept], day[kept]
    ratings = _ratings(random, seed, people, person, day)

    present: list[Flags] = [
        ~people.places.dealt(stream(seed, "declines", organisation), 1 - _USER_TAKES_PART)[people.place[person]],
        np.ones(len(person), dtype=np.bool_),
        random.random(len(person)) < _CARER_TAKES_PART,
    ]
    event = np.concatenate([np.flatnonzero(there) for there in present])
    rater = np.repeat(np.arange(3), [int(there.sum()) for there in present])
    form = np.concatenate([ratings[min(who, 1)][there] for who, there in enumerate(present)])
    order = np.lexsort((rater, person[event], day[event]))
    event, rater, form = event[order], rater[order], form[order]
    unit = side.unit_at(people.places, people.place[person[event]], day[event])
    return pl.DataFrame(
        {
            "assessment_id": names("", event, 8, f"{seed} {organisation} assessment"),
            "person": side.pseudonym.gather(person[event]),
            "unit": pick(UNITS, unit),
            "assessed_on": column(day[event]),
            "rater": pick(RATERS, rater),
            **{str(domain): form[:, at] for at, domain in enumerate(DOMAINS)},
        }
    )


def _assessments(random: np.random.Generator, people: People, side: Side) -> tuple[Numbers, Days]:
    """Who was assessed and when: soon after they came, then about once a year."""
    places = people.places
    share = np.where(places.shared, _ASSESSED[side.organisation], _OWN_USERS_ASSESSED)
    assessed = places.dealt(random, share)[people.place] & side.serves
    who = np.flatnonzero(assessed)
    there_already = side.starts[who] < FIRST
    first = np.where(
        there_already,
        FIRST + random.integers(0, _INTERVAL, len(who)),
        side.starts[who] + random.integers(15, 55, len(who)),
    )
    longest = (LAST - FIRST) // _SHORTEST_INTERVAL
    steps = random.normal(_INTERVAL, _INTERVAL_SPREAD, (len(who), longest)).clip(_SHORTEST_INTERVAL).astype(np.int64)
    day = np.concatenate([first[:, None], first[:, None] + steps.cumsum(axis=1)], axis=1)
    person = np.repeat(who, day.shape[1])
    day = day.ravel()
    quarter = (day - FIRST) // 91
    waits = random.random(len(day)) < random.uniform(0, _WAIT_AT_MOST, quarter.max() + 1)[quarter]
    day = np.where(waits, day + random.integers(*_WAIT_DAYS, len(day)), day)
    if side.organisation == "municipality":
        waits = (day >= PANDEMIC[0]) & (day < PANDEMIC[1]) & (random.random(len(day)) < _POSTPONED)
        day = np.where(waits, random.integers(PANDEMIC[1], _CAUGHT_UP_BY, len(day)), day)
    day = workday(day)
    inside = (day >= FIRST) & (day <= LAST) & (day <= side.ends[person])
    return person[inside], day[inside]


def _ratings(
    random: np.random.Generator, seed: int, people: People, person: Numbers, day: Days
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """What user and staff rate at every assessment, assessments x domains."""
    levels = domains()
    need_link, unmet_link = _links(levels)
    user_need, staff_need = _rank(random, seed, "need", people, person, need_link)
    user_unmet, staff_unmet = _rank(random, seed, "unmet", people, person, unmet_link)
    more_needs, less_met = _main_group(people)[people.place[person]], _circumstances(people, person, day)
    found = []
    for who, (need, unmet) in enumerate([(user_need, user_unmet), (staff_need, staff_unmet)]):
        p_need = np.array([level.staff_need if who else level.user_need for level in levels])
        p_unmet = np.array([level.staff_unmet if who else level.user_unmet for level in levels]) / p_need
        rating = (need < np.minimum(p_need * more_needs, 0.95)) * (1 + (unmet < np.minimum(p_unmet * less_met, 0.9)))
        not_known = random.random(rating.shape) < _NOT_KNOWN[who]
        found.append(np.where(not_known, 9, rating).astype(np.uint8))
    return found[0], found[1]


def _rank(
    random: np.random.Generator, seed: int, what: str, people: People, person: Numbers, link: Shares
) -> tuple[Shares, Shares]:
    """Where user and staff place each assessment among all, 0 to 1 per domain; what lasts is the person's own."""
    lasting = stream(seed, "lasting", what)
    size = (len(people.place), len(DOMAINS))
    own, other = (np.sqrt(_STABLE) * lasting.standard_normal(size)[person] for _ in range(2))
    own += np.sqrt(1 - _STABLE) * random.standard_normal(own.shape)
    other += np.sqrt(1 - _STABLE) * random.standard_normal(own.shape)
    return ndtr(own), ndtr(link * own + np.sqrt(1 - link**2) * other)


def _main_group(people: People) -> Shares:
    """How many times as common each need is among the holders of each place; about 1 on the whole."""
    places = people.places
    factor = np.ones((len(places.main), len(DOMAINS)))
    for (group, domain), times in _MORE_COMMON.items():
        factor[places.main == group, domain - 1] = times
    factor /= factor[places.shared].mean(axis=0)
    for domain in _UNSERVED:
        factor[places.unserved, domain - 1] *= _UNSERVED_NEED
    return factor


def _circumstances(people: People, person: Numbers, day: Days) -> Shares:
    """How many times as often a need is unmet at each assessment: the stories."""
    place = people.place[person]
    psychosis = people.places.main[place] == PSYCHOSIS
    unserved = people.places.unserved[place]
    open_since = day >= DAGCENTRUM_OPENS + _EFFECT_DAYS
    factor = np.ones((len(person), len(DOMAINS)))
    for domain, times in _OTHERS.items():
        factor[~psychosis & ~unserved, domain - 1] = times
    for domain, (before, after) in _DAY_CENTRE.items():
        factor[psychosis, domain - 1] = np.where(open_since[psychosis], after, before)
    for domain, times in _UNSERVED.items():
        factor[unserved, domain - 1] = times
    return factor


def _links(levels: tuple[Domain, ...]) -> tuple[Shares, Shares]:
    """Correlations between user and staff that give each domain its two kappas, for need and for unmet need.

    Rule    a latent normal pair per domain; what two thresholds leave in common is found by bisection
    """
    user_need, staff_need = (
        np.array([getattr(level, name) for level in levels]) for name in ("user_need", "staff_need")
    )
    user_unmet, staff_unmet = (
        np.array([getattr(level, name) for level in levels]) for name in ("user_unmet", "staff_unmet")
    )
    both_need = _both(user_need, staff_need, np.array([level.kappa_need for level in levels]))
    both_unmet = _both(user_unmet, staff_unmet, np.array([level.kappa_unmet for level in levels]))
    need = _correlation(user_need, staff_need, both_need)
    return need, _correlation(user_unmet / user_need, staff_unmet / staff_need, both_unmet / both_need)


def _both(user: Shares, staff: Shares, kappa: Shares) -> Shares:
    """The share where both say yes, given each one's share of yes and kappa."""
    chance = user * staff + (1 - user) * (1 - staff)
    agreed = kappa * (1 - chance) + chance
    result: Shares = (agreed - (1 - user - staff)) / 2
    return result


def _correlation(user: Shares, staff: Shares, both: Shares) -> Shares:
    low, high = np.zeros(len(user)), np.full(len(user), 0.995)
    for _ in range(30):
        middle = (low + high) / 2
        # P(staff below its threshold | the user's latent value), averaged over the users below theirs
        grid = ndtri(np.outer(user, (np.arange(200) + 0.5) / 200))
        given = ndtr((ndtri(staff)[:, None] - middle[:, None] * grid) / np.sqrt(1 - middle**2)[:, None])
        too_little = user * given.mean(axis=1) < both
        low, high = np.where(too_little, middle, low), np.where(too_little, high, middle)
    return low
