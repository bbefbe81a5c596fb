"""The funnel: how far a unit of its size may lie from the others by chance. Never a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, sqrt
from typing import Literal

import numpy as np
import polars as pl

from metrics.indicator import ORGANISATIONS, Indicator, Organisation

Z_95 = 1.959964
Z_998 = 3.090232

TAIL = 0.1
"""The part of the units in each tail whose distance is drawn in before the spread between units is judged."""

UNITS_AT_LEAST = 8
"""Units from which their spread can be judged: among fewer, one odd unit would widen the limits for itself."""

REST = "other"
"""The group of units too small to be published alone: it counts in the middle line, but it is not a unit."""

Position = Literal["within", "outside_95", "outside_998"]


@dataclass(frozen=True, kw_only=True)
class FunnelPoint:
    """One unit of one organisation: its share, and where that lies among units of its size.

    In      n         the shown denominator
            centre    its organisation's share over all its shown units
            position  within both limits, outside the 95 % limits, or outside the 99.8 % limits too
    """

    organisation: Organisation
    unit: str
    n: float
    value: float
    centre: float
    position: Position


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """All units of one period.

    Out     points      in the order of organisation and unit, whatever their values
            suppressed  (organisation, unit) of those with too few persons to be shown
            centres     the middle line of each organisation that shows a unit
            between     the variance its units have beyond chance, which widens its limits; 0 where chance is enough
    """

    period_start: date
    points: tuple[FunnelPoint, ...]
    suppressed: tuple[tuple[Organisation, str], ...]
    centres: dict[Organisation, float]
    between: dict[Organisation, float]


def funnel_limits(p0: float, n: float, between: float = 0.0) -> tuple[float, float, float, float]:
    """Lower and upper 95 % limits, then lower and upper 99.8 % limits, of a share around `p0` in a unit of size `n`.

    In      between  the variance units have beyond chance
    Rule    p0 ± z·√(p0(1 - p0)/n + between), kept within 0 and 1
    Source  Spiegelhalter, Funnel plots for comparing institutional performance (2005)
    >>> [round(limit, 4) for limit in funnel_limits(0.2, 100)]
    [0.1216, 0.2784, 0.0764, 0.3236]
    """
    if not 0 <= p0 <= 1 or n <= 0:
        raise ValueError("a funnel needs a share between 0 and 1 and a size above 0")
    spread = sqrt(p0 * (1 - p0) / n + between)
    lower95, upper95 = max(0.0, p0 - Z_95 * spread), min(1.0, p0 + Z_95 * spread)
    return lower95, upper95, max(0.0, p0 - Z_998 * spread), min(1.0, p0 + Z_998 * spread)


def variance_between(values: Sequence[float], p0: float, sizes: Sequence[float]) -> float:
    """How much units differ beyond chance, as a variance; 0 where chance explains it, or the units are too few to tell.

    Rule    each unit's distance from `p0` is told in its own standard errors and the outermost tenths are drawn in, so
            that one odd unit does not widen the limits for itself. What the mean square then has beyond
            (units - 1) / units is added to every unit's own variance
    Source  Spiegelhalter 2005, Handling over-dispersion of performance indicators, the additive model
    >>> variance_between([0.5] * 8, 0.5, [100] * 8)
    0.0
    >>> round(variance_between([0.4, 0.4, 0.4, 0.4, 0.6, 0.6, 0.6, 0.6], 0.5, [100] * 8), 4)
    0.0089
    """
    units = len(values)
    own = np.array([p0 * (1 - p0) / n for n in sizes], dtype=np.float64)
    if units < UNITS_AT_LEAST or not own.all():
        return 0.0
    distances = (np.array(values, dtype=np.float64) - p0) / np.sqrt(own)
    drawn_in = np.clip(distances, *np.quantile(distances, (TAIL, 1 - TAIL)))
    weights = 1 / own
    beyond = float((drawn_in**2).sum()) - (units - 1)
    return max(0.0, beyond / float(weights.sum() - (weights**2).sum() / weights.sum()))


def position(value: float, p0: float, n: float, between: float = 0.0) -> Position:
    """Where a unit's share lies; a share on a limit is within it.

    >>> position(0.30, 0.2, 100), position(0.40, 0.2, 100), position(0.2, 0.2, 5)
    ('outside_95', 'outside_998', 'within')
    """
    lower95, upper95, lower998, upper998 = funnel_limits(p0, n, between)
    if lower95 <= value <= upper95:
        return "within"
    return "outside_95" if lower998 <= value <= upper998 else "outside_998"


def funnel_points(cells: pl.DataFrame, indicator: Indicator, period_start: date) -> Funnel:
    """Every unit of one period against its own organisation's units; empty for what is not a share of counts.

    Rule    each organisation has its own middle: a difference between the organisations is not a unit's, and twins
            that are not comparable never meet
    """
    units = cells.filter(
        (pl.col("indicator_id") == indicator.id)
        & (pl.col("breakdown") == "unit")
        & (pl.col("period_start") == period_start)
    ).sort("organisation", "group")
    points: list[FunnelPoint] = []
    suppressed: list[tuple[Organisation, str]] = []
    centres: dict[Organisation, float] = {}
    between: dict[Organisation, float] = {}
    for organisation in ORGANISATIONS if indicator.measure_of("unit") == "share" else ():
        own = units.filter(organisation=organisation)
        suppressed += [(organisation, unit) for unit in own.filter(flag="suppressed")["group"] if unit != REST]
        shown = own.filter((pl.col("flag") == "ok") & (pl.col("denominator") > 0)).drop_nulls(["value", "numerator"])
        if shown.is_empty():
            continue
        sums = (fsum(shown["numerator"]), fsum(shown["denominator"]))
        centre = centres[organisation] = min(max(sums[0] / sums[1], 0.0), 1.0)
        units_shown = shown.filter(pl.col("group") != REST)
        spread = between[organisation] = variance_between(
            units_shown["value"].to_list(), centre, units_shown["denominator"].to_list()
        )
        points += [
            FunnelPoint(
                organisation=organisation,
                unit=unit,
                n=n,
                value=value,
                centre=centre,
                position=position(value, centre, n, spread),
            )
            for unit, n, value in units_shown.select("group", "denominator", "value").rows()
        ]
    return Funnel(
        period_start=period_start,
        points=tuple(points),
        suppressed=tuple(suppressed),
        centres=centres,
        between=between,
    )
