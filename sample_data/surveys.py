"""Surveys as they were published: users on their influence, staff on their engagement. Level for ten years."""

from __future__ import annotations

import numpy as np
import polars as pl

from metrics.indicator import Organisation
from sample_data.draws import stream
from sample_data.places import ALDRE, BEROENDE, BOENDE, DAGCENTRUM, MOBILA, NEURO, NORRA, SODRA, UNITS, VASTRA

_DAGCENTRUM_FROM, _VASTRA_UNTIL = 2020, 2021  # whole years: those of opening and closing

_USERS: dict[Organisation, tuple[str, float, float, dict[int, int]]] = {
    # survey, level in per cent, part that answers, and how many are asked by unit
    "region": (
        "Nationell patientenkät", 71.0, 0.38,
        {NORRA: 120, SODRA: 115, VASTRA: 80, MOBILA: 60, BEROENDE: 110, NEURO: 90, ALDRE: 70},
    ),
    "municipality": (
        "Brukarundersökning", 77.0, 0.55,
        {NORRA: 40, SODRA: 36, VASTRA: 38, MOBILA: 34, BOENDE: 120, DAGCENTRUM: 60, BEROENDE: 16},
    ),
}  # fmt: skip
_STAFF: dict[Organisation, tuple[float, float, tuple[int, ...]]] = {  # level, part that answers, asked by unit
    "region": (74.5, 0.74, (26, 24, 20, 18, 8, 4, 24, 16, 12, 38)),
    "municipality": (77.5, 0.81, (12, 11, 12, 14, 58, 18, 20, 6, 14, 22)),
}
_FEWEST = 5  # the surveys themselves publish nothing about fewer


def rows(seed: int, organisation: Organisation, first_year: int) -> pl.DataFrame:
    """One row per published result: a question, a unit and a year.

    Rule    what others publish does not grow with the size of the sample
    """
    random = stream(seed, "surveys", organisation)
    survey, level, answer, asked = _USERS[organisation]
    engagement, part, staff = _STAFF[organisation]
    found = []
    for year in range(first_year, 2026):
        for unit in range(len(UNITS)):
            if not _is_there(organisation, unit, year):
                continue
            if unit in asked:
                found.append(_result(random, survey, "influence", unit, year, level, answer, asked[unit], spread=6.0))
            found.append(
                _result(random, "Medarbetarenkät", "hme_total", unit, year, engagement, part, staff[unit], spread=3.0)
            )
    return pl.DataFrame(found, orient="row", schema=_SCHEMA)


_SCHEMA = {
    "instrument": pl.String(), "item": pl.String(), "unit": pl.String(), "period": pl.String(),
    "value": pl.Float64(), "respondents": pl.Int64(), "invited": pl.Int64(),
}  # fmt: skip


def _is_there(organisation: Organisation, unit: int, year: int) -> bool:
    closed = unit == VASTRA and organisation == "region" and year > _VASTRA_UNTIL
    return not closed and (unit != DAGCENTRUM or year >= _DAGCENTRUM_FROM)


def _result(
    random: np.random.Generator,
    survey: str,
    item: str,
    unit: int,
    year: int,
    level: float,
    answer: float,
    asked: int,
    *,
    spread: float,
) -> tuple[object, ...]:
    """One published row, with the value left out where too few answered."""
    answered = int(random.binomial(asked, answer))
    drawn = round(float(np.clip(random.normal(level, spread * (30 / asked) ** 0.5), 0, 100)), 1)
    return survey, item, UNITS[unit], str(year), drawn if answered >= _FEWEST else None, answered, asked
