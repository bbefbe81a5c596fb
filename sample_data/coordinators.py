"""Coordinators and case managers: who is named for whom, on each side, and when they change."""

from __future__ import annotations

import numpy as np
import polars as pl

from metrics.indicator import Organisation
from sample_data.days import COORDINATORS_LEAVE, FIRST, LAST, NEVER, Flags, column
from sample_data.draws import Numbers, names, pick, stream
from sample_data.people import People
from sample_data.places import ALDRE, DAGCENTRUM, UNITS, Places

ROLES = ("coordinator", "case_manager", "multi_case_manager")
_NAMED: dict[Organisation, float] = {"region": 0.93, "municipality": 0.95}
_TENURE = 900  # mean days with the same coordinator
_WITHOUT_BREAK = 0.35
_LONGEST_BREAK = 110
_STORY_TENURE, _STORY_BREAK = (60, 260), (60, 300)  # in the team that loses its coordinators
_PEOPLE_PER_COORDINATOR = 14


def rows(seed: int, people: People, organisation: Organisation, since: int) -> pl.DataFrame:
    """One row per assignment; those that ended before `since` left out."""
    random = stream(seed, "coordinators", organisation)
    side = people.sides[organisation]
    named = people.places.dealt(random, _NAMED[organisation])[people.place[side.spell_person]]
    always = _never_without(people.places, organisation)[side.spell_place]
    spell = np.flatnonzero(named | always)
    unit, start, end = side.spell_unit[spell], side.spell_from[spell], side.spell_to[spell]
    seamless = always[spell] | (random.random(len(spell)) < 0.2)
    # A person who only changes units keeps being looked after; a new one waits for a name.
    same_person = np.concatenate([[False], side.spell_person[1:] == side.spell_person[:-1]])[spell]
    at = np.where(seamless | same_person, start, start + random.integers(5, 45, len(spell)))
    found = []
    while len(spell):
        stay = 60 + random.exponential(_TENURE - 60, len(spell)).astype(np.int64)
        rest = np.where(
            always[spell] | (random.random(len(spell)) < _WITHOUT_BREAK),
            1,
            random.integers(2, _LONGEST_BREAK, len(spell)),
        )
        last = at + stay - 1
        if organisation == "region":
            last, rest = _leave(random, unit, at, last, rest)
        found.append((spell, at, np.where(last >= end, end, last)))
        following = last + rest
        going_on = (following < end) & (following <= LAST)
        spell, unit, end, at = spell[going_on], unit[going_on], end[going_on], following[going_on]
    spell, starts, ends = (np.concatenate(part) for part in zip(*found, strict=True))
    ends = np.where(ends > LAST, NEVER, ends)
    kept = (starts <= np.minimum(ends, LAST)) & (ends >= since)
    spell, starts, ends = spell[kept], starts[kept], ends[kept]
    unit = side.spell_unit[spell]
    order = np.lexsort((spell, starts))
    return pl.DataFrame(
        {
            "person": side.pseudonym.gather(side.spell_person[spell]),
            "coordinator": names("c", _staff(random, unit, starts), 8, f"{seed} {organisation} staff"),
            "role": pick(ROLES, random.choice(3, len(spell), p=[0.55, 0.37, 0.08])),
            "unit": pick(UNITS, unit),
            "from_on": column(starts),
            "to_on": column(ends),
        }
    )[order]


def _never_without(places: Places, organisation: Organisation) -> Flags:
    """Who comes to the municipality's day centre is never without a coordinator, there or before."""
    always: Flags = (places.stays[organisation].next_unit == DAGCENTRUM) & (organisation == "municipality")
    return always


def _leave(
    random: np.random.Generator, unit: Numbers, at: Numbers, last: Numbers, rest: Numbers
) -> tuple[Numbers, Numbers]:
    """In the team for elderly people, coordinators leave from 2024 on and posts stay empty."""
    there = (unit == ALDRE) & (last >= COORDINATORS_LEAVE)
    leave = COORDINATORS_LEAVE + random.integers(0, 90, len(unit))
    short = np.where(at >= COORDINATORS_LEAVE, at + random.integers(*_STORY_TENURE, len(unit)), leave)
    return (
        np.where(there, np.minimum(last, short), last),
        np.where(there, random.integers(*_STORY_BREAK, len(unit)), rest),
    )


def _staff(random: np.random.Generator, unit: Numbers, day: Numbers) -> Numbers:
    """A member of the unit's staff for each assignment; a third of the staff is new every year."""
    sizes = np.maximum(np.bincount(unit, minlength=len(UNITS)) // (4 * _PEOPLE_PER_COORDINATOR), 2)
    desk = random.integers(0, sizes[unit])
    generation = (day - FIRST + desk * 365) // (3 * 365) + 20
    result: Numbers = unit * 10**6 + generation * 10**4 + desk
    return result
