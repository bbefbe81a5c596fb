"""Contacts and round-the-clock spells: month by month per person, with a quiet July and more screens from 2020."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from metrics.indicator import Organisation
from sample_data.days import LAST, NEVER, Days, Shares, column, month_starts, number, workday
from sample_data.draws import Numbers, deal, pick, stream
from sample_data.people import People, Side
from sample_data.places import HELDYGN, UNITS

TYPES = (
    "visit", "home_visit", "phone", "digital", "group", "day_activity", "inpatient_spell", "residential_spell",
)  # fmt: skip
_PER_MONTH: dict[Organisation, float] = {"region": 1.15, "municipality": 2.3}
_OWN_USERS = 0.45  # of the contacts that people both organisations serve have
_BEFORE_2020: dict[
    Organisation, tuple[float, ...]
] = {  # shares of visit, home_visit, phone, digital, group, day_activity
    "region": (0.55, 0.12, 0.22, 0.02, 0.09, 0.0),
    "municipality": (0.22, 0.44, 0.12, 0.01, 0.07, 0.14),
}
_SINCE_2020: dict[Organisation, tuple[float, ...]] = {
    "region": (0.34, 0.11, 0.20, 0.27, 0.08, 0.0),
    "municipality": (0.13, 0.38, 0.13, 0.16, 0.06, 0.14),
}
_REFERRED_TO, _REFERRED = 4, 0.022  # a first contact is a visit, a call or a screen: as many before screens as after
_SCREENS_FROM = number(date(2020, 3, 1))
_SEASON = (1.02, 1.01, 1.03, 1.01, 1.02, 0.97, 0.86, 0.98, 1.03, 1.04, 1.03, 0.95)  # January to December
_MONTH_SPREAD = 0.03
_MINUTES = np.array([50, 75, 15, 35, 100, 180])
_SPELLS_PER_YEAR: dict[Organisation, float] = {"region": 0.16, "municipality": 0.045}  # per person and year
_SPELL_DAYS: dict[Organisation, float] = {"region": 17, "municipality": 75}


def rows(seed: int, people: People, organisation: Organisation, first_year: int) -> pl.DataFrame:
    """One row per contact or spell from `first_year` on."""
    random = stream(seed, "contacts", organisation)
    side = people.sides[organisation]
    spell, day = _contacts(random, people, side, first_year)
    count = len(spell)
    kind = np.where(
        day < _SCREENS_FROM,
        random.choice(6, count, p=_BEFORE_2020[organisation]),
        random.choice(6, count, p=_SINCE_2020[organisation]),
    )
    minutes = (_MINUTES[kind] * random.uniform(0.6, 1.5, count) / 5).round().astype(np.int64) * 5
    referred = (kind < _REFERRED_TO) & (random.random(count) < _REFERRED)
    contacts = pl.DataFrame(
        {
            "person": side.pseudonym.gather(side.spell_person[spell]),
            "unit": pick(UNITS, side.spell_unit[spell]),
            "contact_type": pick(TYPES, kind),
            "from_on": column(day),
            "to_on": column(np.full(count, NEVER)),
            "minutes": minutes,
            "planned": random.random(count) < 0.9,
            "attended": random.random(count) < 0.94,
            "ready_for_discharge_on": column(np.full(count, NEVER)),
            "referred_on": column(np.where(referred, day - random.integers(4, 60, count), NEVER)),
        }
    )
    return (
        pl.concat([contacts, _round_the_clock(random, people, side, first_year)])
        .unique(maintain_order=True)
        .sort("from_on", "person", maintain_order=True)
    )


def _contacts(random: np.random.Generator, people: People, side: Side, first_year: int) -> tuple[Numbers, Days]:
    """The spell and day of every contact: each place has its own pace, each month a little of its own."""
    places = people.places
    served = np.flatnonzero(places.of(side.organisation))
    pace = random.gamma(4.0, 0.25, len(served)).clip(0.2, 2.6)
    pace = pace / pace.mean() * _PER_MONTH[side.organisation] * np.where(places.shared[served], 1.0, _OWN_USERS)
    starts = month_starts(first_year)
    lengths = np.diff(starts, append=LAST + 1)
    mood: Shares = np.resize(_SEASON, len(starts)) * random.normal(1, _MONTH_SPREAD, len(starts))
    number_of = random.poisson(np.outer(mood, pace))
    in_month, at = np.nonzero(number_of)
    times = number_of[in_month, at]
    in_month, place = np.repeat(in_month, times), served[np.repeat(at, times)]
    day = starts[in_month] + (random.random(len(place)) * lengths[in_month]).astype(np.int64)
    day = np.maximum(workday(day), starts[in_month])
    spell = side.spell_at(place, day)
    there = spell >= 0
    return spell[there], day[there]


def _round_the_clock(random: np.random.Generator, people: People, side: Side, first_year: int) -> pl.DataFrame:
    """In-patient spells in the region, residential spells in the municipality; a few wait to be discharged."""
    begin = int(month_starts(first_year)[0])
    served = np.flatnonzero(people.places.of(side.organisation))
    wanted = round(_SPELLS_PER_YEAR[side.organisation] * len(served) * (LAST - begin) / 365)
    place = served[deal(random, np.ones(len(served)), wanted)]
    day = random.integers(begin, LAST, wanted)
    spell = side.spell_at(place, day)
    place, day, spell = place[spell >= 0], day[spell >= 0], spell[spell >= 0]
    stay = 1 + random.exponential(_SPELL_DAYS[side.organisation], len(day)).astype(np.int64)
    ends = np.minimum(day + stay, side.spell_to[spell])
    ready = np.where(
        (stay > 6) & (random.random(len(day)) < 0.35), np.maximum(day, ends - random.integers(1, 9, len(day))), NEVER
    )
    over = ends <= LAST
    kind = "inpatient_spell" if side.organisation == "region" else "residential_spell"
    return pl.DataFrame(
        {
            "person": side.pseudonym.gather(side.spell_person[spell]),
            "unit": pick(UNITS, np.full(len(day), HELDYGN)),
            "contact_type": pick([kind], np.zeros(len(day), np.int64)),
            "from_on": column(day),
            "to_on": column(np.where(over, ends, NEVER)),
            "minutes": pl.Series([None] * len(day), dtype=pl.Int64),
            "planned": random.random(len(day)) < 0.4,
            "attended": pl.Series([None] * len(day), dtype=pl.Boolean),
            "ready_for_discharge_on": column(np.where(over, ready, NEVER)),
            "referred_on": column(np.full(len(day), NEVER)),
        }
    )
