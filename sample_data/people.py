"""People who come to a place, stay and leave, and the record each organisation keeps of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from sample_data.days import FIRST, LAST, NEVER, Days, column, month
from sample_data.draws import Numbers, deal, names, pick, stream
from sample_data.places import DAGCENTRUM, ELDERLY, GROUPS, UNITS, YOUNG, Places

_MEAN_STAY = np.array([2200, 1500, 1500, 1300, 1400, 1000])  # days, by main group
_SHORTEST_STAY = 120
_LONGEST_GAP = 35
_SHARED_ANSWERS = ("yes", "no", "not_asked")
_KNOWN = (0.97, 0.01, 0.02)  # what an organisation has recorded about a person both serve
_UNKNOWN = (0.02, 0.68, 0.30)  # and about a person it serves alone
OCCUPATIONS = ("work", "study", "organised_activity", "none", "")
_WORK, _STUDY, _ORGANISED, _NONE, _NOT_NOTED = range(5)
_OCCUPIED = (0.19, 0.06, 0.13, 0.62)  # as OCCUPATIONS; how it is with people of working age
_OCCUPIED_YOUNG = (0.21, 0.24, 0.10, 0.45)
_AT_DAY_CENTRE = 0.85  # of those who come there have it as their organised activity
_NEVER_NOTED: dict[Organisation, float] = {"region": 0.14, "municipality": 0.08}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One organisation's own record: who it serves, under its own pseudonyms, and in which unit.

    In      pseudonym   one per person, also for persons it does not serve (never written then)
            starts, ends  first and last day of service per person; ends is NEVER for one still served
            serves      whether it serves the person at all
            spell_*     one per person and unit, in order of place and day
    """

    organisation: Organisation
    pseudonym: pl.Series
    serves: np.ndarray[tuple[int], np.dtype[np.bool_]]
    starts: Days
    ends: Days
    answer: Numbers
    spell_person: Numbers
    spell_place: Numbers
    spell_unit: Numbers
    spell_occupation: Numbers
    spell_from: Days
    spell_to: Days

    def spell_at(self, place: Numbers, day: Days) -> Numbers:
        """The spell that a place was in on a day; -1 where the place was empty."""
        keys = self.spell_place * NEVER + self.spell_from
        found = np.searchsorted(keys, place * NEVER + day, side="right") - 1
        inside = (found >= 0) & (self.spell_place[found] == place) & (self.spell_to[found] >= day)
        return np.where(inside, found, -1)

    def unit_at(self, places: Places, place: Numbers, day: Days) -> Numbers:
        """The unit that serves the holders of a place on a day."""
        stays = places.stays[self.organisation]
        return np.where(day >= stays.moves[place], stays.next_unit[place], stays.unit[place])


@dataclass(frozen=True, kw_only=True)
class People:
    """Everybody, one per element: the place they hold and what they are."""

    places: Places
    place: Numbers
    birth_year: Numbers
    sex: Numbers
    lives_alone: Numbers
    relative: Numbers
    sides: dict[Organisation, Side]


def make(seed: int, places: Places) -> People:
    """The people of ten years, with those of 2015 already in place."""
    random = stream(seed, "people")
    place, starts, ends = _come_and_go(random, places)
    count = len(place)
    occupation = _occupation(stream(seed, "occupation"), places.main[place])
    age = np.select(
        [places.main[place] == ELDERLY, places.main[place] == YOUNG],
        [random.integers(65, 88, count), random.integers(18, 25, count)],
        np.clip(random.normal(44, 11, count), 19, 68).astype(np.int64),
    )
    return People(
        places=places,
        place=place,
        birth_year=1970 + month(starts) // 12 - age,
        sex=random.choice(3, count, p=[0.497, 0.5, 0.003]),
        lives_alone=random.choice(3, count, p=[0.36, 0.58, 0.06]),
        relative=random.choice(3, count, p=[0.41, 0.52, 0.07]),
        sides={
            organisation: _side(seed, organisation, places, place, starts, ends, occupation)
            for organisation in ORGANISATIONS
        },
    )


def rows(people: People, organisation: Organisation, since: int) -> pl.DataFrame:
    """The organisation's persons file: one row per person and unit, spells that ended before `since` left out."""
    side = people.sides[organisation]
    kept = side.spell_to >= since
    person = side.spell_person[kept]
    groups = people.places.groups[people.place[person]]
    written = ["|".join(GROUPS[g] for g in np.flatnonzero(chosen)) for chosen in np.unique(groups, axis=0)]
    _, which = np.unique(groups, axis=0, return_inverse=True)
    yes_no = pl.Series([False, True, None], dtype=pl.Boolean)
    return (
        pl.DataFrame(
            {
                "person": side.pseudonym.gather(person),
                "birth_year": people.birth_year[person],
                "sex": pick(("f", "m", "x"), people.sex[person]),
                "target_groups": pick(written, which),
                "unit": pick(UNITS, side.spell_unit[kept]),
                "from_on": column(side.spell_from[kept]),
                "to_on": column(side.spell_to[kept]),
                "shared": pick(_SHARED_ANSWERS, side.answer[person]),
                "lives_alone": yes_no.gather(people.lives_alone[person]),
                "has_relative_contact": yes_no.gather(people.relative[person]),
                "occupation": pick(OCCUPATIONS, side.spell_occupation[kept]),
            }
        )
        .with_columns(pl.col("occupation").replace("", None))
        .sort("from_on", "person")
    )


def _occupation(random: np.random.Generator, main: Numbers) -> Numbers:
    """What each person does to begin with; the elderly have left working life."""
    drawn = np.where(
        main == YOUNG,
        random.choice(4, len(main), p=_OCCUPIED_YOUNG),
        random.choice(4, len(main), p=_OCCUPIED),
    )
    return np.where(main == ELDERLY, _NONE, drawn)


def _noted(random: np.random.Generator, organisation: Organisation, occupation: Numbers, unit: Numbers) -> Numbers:
    """The occupation noted for each spell: the day centre is one, and of some it is never noted."""
    at_centre = (unit == DAGCENTRUM) & (random.random(len(unit)) < _AT_DAY_CENTRE)
    is_noted = random.random(len(unit)) >= _NEVER_NOTED[organisation]
    return np.where(is_noted, np.where(at_centre, _ORGANISED, occupation), _NOT_NOTED)


def _come_and_go(random: np.random.Generator, places: Places) -> tuple[Numbers, Days, Days]:
    """Place, first and last day of everybody who held a place at any time from 2015 on."""
    mean = _MEAN_STAY[places.main]
    place = np.arange(len(mean))
    starts, found = places.opens.copy(), []
    while len(place):
        stay = _SHORTEST_STAY + random.exponential(mean[place] - _SHORTEST_STAY).astype(np.int64)
        ends = starts + stay
        found.append(
            (place, starts, np.minimum(ends, np.where(places.closes[place] < NEVER, places.closes[place], ends)))
        )
        going_on = (ends < LAST) & (ends < places.closes[place])
        place, starts = place[going_on], (ends + random.integers(3, _LONGEST_GAP, len(ends)))[going_on]
        on_time = (starts <= LAST) & (starts < places.closes[place])
        place, starts = place[on_time], starts[on_time]
    place, starts, ends = (np.concatenate(part) for part in zip(*found, strict=True))
    ends = np.where(ends > LAST, NEVER, ends)
    # Whoever held a place on the first day came there some time before.
    there = starts == FIRST
    starts = np.where(there, starts - random.exponential(mean[place]).astype(np.int64).clip(0, 4000), starts)
    order = np.lexsort((starts, place))
    return place[order], starts[order], ends[order]


def _side(
    seed: int,
    organisation: Organisation,
    places: Places,
    place: Numbers,
    starts: Days,
    ends: Days,
    occupation: Numbers,
) -> Side:
    random = stream(seed, "side", organisation)
    serves = places.of(organisation)[place]
    # The two organisations seldom open and close a case on the same day.
    own_starts = np.minimum(starts + random.integers(0, 12, len(place)), LAST)
    own_ends = np.where(ends < NEVER, np.maximum(ends - random.integers(0, 12, len(place)), own_starts + 60), NEVER)
    answer = np.where(places.shared[place], deal(random, _KNOWN, len(place)), deal(random, _UNKNOWN, len(place)))
    own_ends = np.where(own_ends > LAST, NEVER, own_ends)
    stays = places.stays[organisation]
    moves = stays.moves[place]
    before = serves & (own_starts < moves)
    after = serves & (moves < NEVER) & (own_ends >= moves)
    people = np.arange(len(place))
    person = np.concatenate([people[before], people[after]])
    start = np.concatenate([own_starts[before], np.maximum(own_starts, moves)[after]])
    end = np.concatenate([np.where(own_ends < moves, own_ends, moves - 1)[before], own_ends[after]])
    end = np.where(end >= NEVER - 1, NEVER, end)  # the day before never is never too
    unit = np.concatenate([stays.unit[place][before], stays.next_unit[place][after]])
    order = np.lexsort((start, place[person]))
    letter = "r" if organisation == "region" else "k"
    return Side(
        organisation=organisation,
        pseudonym=names(letter, people, 10, f"{seed} {organisation} person"),
        serves=serves,
        starts=own_starts,
        ends=own_ends,
        answer=answer,
        spell_person=person[order],
        spell_place=place[person][order],
        spell_unit=unit[order],
        spell_occupation=_noted(
            stream(seed, "occupation", organisation), organisation, occupation[person[order]], unit[order]
        ),
        spell_from=start[order],
        spell_to=end[order],
    )
