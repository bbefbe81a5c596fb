"""The seasons of a series: what returns every year, taken out before a change is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose

import numpy as np
from statsmodels.tsa.seasonal import STL

from metrics.spc.control_chart import Values, shown

WINDOW = 13
"""Years over which a season is smoothed: long, so that a season does not follow every whim of a year."""

STRONG = 0.64
"""The strength from which a season is worth taking out."""

YEARS_AT_LEAST = 8
"""Years from which a season's strength means anything: in fewer it fits chance itself, and of series without any season
four years of quarters would seem strong in four of ten cases, two years in all."""


@dataclass(frozen=True, kw_only=True)
class Season:
    """A series in three parts that add up to it.

    Out     strength  how much of what is not trend the season explains, 0-1
            years     whole years it rests on
            adjusted  the series without its season
    """

    trend: tuple[float, ...]
    seasonal: tuple[float, ...]
    rest: tuple[float, ...]
    strength: float
    years: int

    @property
    def is_strong(self) -> bool:
        """Whether a chart should be drawn on the adjusted series."""
        return self.strength > STRONG and self.years >= YEARS_AT_LEAST

    @property
    def adjusted(self) -> tuple[float, ...]:
        """The series without its season."""
        return tuple(trend + rest for trend, rest in zip(self.trend, self.rest, strict=True))


def season(values: Values, per_year: int) -> Season | None:
    """The seasons of a series; None where it has a gap, or less than two whole years.

    In      per_year  periods in a year: 12 months, 4 quarters, 2 half-years
    Rule    nothing is filled in so that a season can be found: see `same_period_last_year` instead
    Source  Cleveland and co-authors 1990 (STL); strength as Hyndman & Athanasopoulos
    >>> found = season([1.0, 5.0, 2.0, 8.0] * 5, per_year=4)
    >>> round(found.strength, 2), [round(value, 1) for value in found.adjusted[:4]]
    (1.0, [4.0, 4.0, 4.0, 4.0])
    """
    known = [value for value in shown(values) if value is not None]
    if len(known) < len(values) or len(known) < 2 * per_year or per_year < 2:
        return None
    parts = STL(np.asarray(known, dtype=np.float64), period=per_year, seasonal=WINDOW).fit()
    left, either = float(np.var(parts.resid)), float(np.var(parts.resid + parts.seasonal))
    return Season(
        trend=tuple(map(float, parts.trend)),
        seasonal=tuple(map(float, parts.seasonal)),
        rest=tuple(map(float, parts.resid)),
        strength=0.0 if isclose(either, 0.0, abs_tol=1e-18) else max(0.0, 1 - left / either),
        years=len(known) // per_year,
    )


def same_period_last_year(values: Values, per_year: int) -> tuple[float | None, ...]:
    """Each value less that of the same period a year before; None where either is missing.

    >>> same_period_last_year([5, 1, 6, None], per_year=2)
    (None, None, 1, None)
    """
    before = [None] * per_year + list(values)
    return tuple(None if now is None or then is None else now - then for now, then in zip(values, before, strict=False))
