"""Costs: what each unit cost each organisation month by month, in the prices of 2025, beside its budget.

When the region leaves västra mottagningen in mid-2022 its cost falls, and the municipality, who stays, pays more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.indicator import Organisation
from sample_data.days import DAGCENTRUM_OPENS, VASTRA_CLOSES, Days, Shares, column, month_starts
from sample_data.draws import pick, stream
from sample_data.places import BOENDE, MOBILA, UNITS, VASTRA, Places

_MILLIONS_A_YEAR: dict[Organisation, tuple[float, ...]] = {  # by unit, in the order of UNITS
    "region": (16.5, 15.8, 13.2, 12.4, 4.6, 2.2, 14.0, 9.2, 7.6, 24.5),
    "municipality": (6.2, 5.9, 7.0, 7.8, 27.0, 8.4, 10.6, 3.1, 7.4, 10.8),
}
# How many times its former cost a unit has, beside what its numbers say, once the region has left västra.
_AFTER_VASTRA: dict[Organisation, dict[int, float]] = {
    "region": {},
    "municipality": {VASTRA: 1.9, BOENDE: 1.13, MOBILA: 1.15},
}
_MOVED = 0.5  # what somebody who moved from västra costs the region at the next unit, beside the others there
_CLOSING_MONTHS, _CLOSING_PART = 2, 0.12  # rent runs on a little
_MONTH_SPREAD, _LINE_SPREAD = 0.012, 0.035


@dataclass(frozen=True, kw_only=True)
class Line:
    """A kind of cost in a ledger and its part of a unit's cost."""

    account: str
    activity: str
    cost_type: str
    part: float


_LINES: dict[Organisation, tuple[Line, ...]] = {
    "region": (
        Line(account="4010", activity="Öppenvård", cost_type="Personal", part=0.52),
        Line(account="4510", activity="Öppenvård", cost_type="Sociala avgifter", part=0.18),
        Line(account="5611", activity="Läkemedel", cost_type="Läkemedel", part=0.08),
        Line(account="6011", activity="Lokaler", cost_type="Lokaler", part=0.12),
        Line(account="7640", activity="Gemensamt", cost_type="Övrigt", part=0.10),
    ),
    "municipality": (
        Line(account="50110", activity="Socialpsykiatri", cost_type="Löner", part=0.50),
        Line(account="51100", activity="Socialpsykiatri", cost_type="PO-pålägg", part=0.19),
        Line(account="46320", activity="Socialpsykiatri", cost_type="Köp av verksamhet", part=0.12),
        Line(account="60110", activity="Fastighet", cost_type="Hyra", part=0.12),
        Line(account="64900", activity="Ledning", cost_type="Övriga kostnader", part=0.07),
    ),
}
_PROJECT_UNTIL = "2026-06-30"


def rows(seed: int, places: Places, organisation: Organisation, first_year: int, scale: float) -> pl.DataFrame:
    """One row per unit, month and kind of cost."""
    random = stream(seed, "costs", organisation)
    starts = month_starts(first_year)
    expected = _expected(places, organisation, starts) * scale
    actual = expected * random.normal(1, _MONTH_SPREAD, len(starts))[:, None]
    lines = _LINES[organisation]
    month, unit, line = (axis.ravel() for axis in np.indices((*expected.shape, len(lines))))
    part = np.array([each.part for each in lines])[line]
    amount = (actual[month, unit] * part * random.normal(1, _LINE_SPREAD, len(month))).round(2)
    budget = (expected[month, unit] * part).round(-2)
    project = (unit == MOBILA) & (line == len(lines) - 1)
    purchased = (organisation == "municipality") & (line == 2)
    funding = np.select([project, purchased], [2, 3], 0)
    kept = np.flatnonzero(amount > 0)
    return pl.DataFrame(
        {
            "unit": pick(UNITS, unit[kept]),
            "month": column(starts[month[kept]]),
            "account": pick([each.account for each in lines], line[kept]),
            "activity": pick([each.activity for each in lines], line[kept]),
            "cost_type": pick([each.cost_type for each in lines], line[kept]),
            "amount_sek": amount[kept],
            "budget_sek": budget[kept],
            "funding": pick(("base", "temporary", "project", "purchased"), funding[kept]),
            "temporary_until": pl.select(
                pl.when(pl.Series(project[kept])).then(pl.lit(_PROJECT_UNTIL).str.to_date())
            ).to_series(),
        }
    )


def _expected(places: Places, organisation: Organisation, starts: Days) -> Shares:
    """What each unit is expected to cost in each month, months x units, in SEK: its cost follows its numbers."""
    every = month_starts(2016)
    settled = every[(every >= DAGCENTRUM_OPENS) & (every < VASTRA_CLOSES)]
    usual = _numbers(places, organisation, settled).mean(axis=0)
    yearly = np.array(_MILLIONS_A_YEAR[organisation]) * 1e6 * _numbers(places, organisation, starts) / usual
    since = starts >= VASTRA_CLOSES
    for unit, times in _AFTER_VASTRA[organisation].items():
        yearly[since, unit] *= times
    if organisation == "region":
        closing = since & (starts < every[every >= VASTRA_CLOSES][_CLOSING_MONTHS])
        yearly[closing, VASTRA] = _MILLIONS_A_YEAR["region"][VASTRA] * 1e6 * _CLOSING_PART
    result: Shares = yearly / 12
    return result


def _numbers(places: Places, organisation: Organisation, starts: Days) -> Shares:
    """Shared places per unit, days x units; somebody who moved from västra counts for less."""
    stays = places.stays[organisation]
    there = places.shared & (places.opens <= starts[:, None]) & (places.closes > starts[:, None])
    moved = starts[:, None] >= stays.moves
    unit = np.where(moved, stays.next_unit, stays.unit)
    weight = np.where(moved & (stays.unit == VASTRA), _MOVED, 1.0) * there
    return np.stack([(weight * (unit == each)).sum(axis=1) for each in range(len(UNITS))], axis=1)
