"""What can be seen in the rows themselves, one indicator at a time."""

from __future__ import annotations

import numpy as np
import polars as pl

from metrics.disclosure import protect
from metrics.disclosure.classes import method_of, rounding_step
from metrics.disclosure.gate.figures import CELL, NOT_COUNTED, Part
from metrics.disclosure.perturbation import Strength, probabilities

OF_A_PERSON = 0.10  # the p % rule: a sum is told if it is known to within this part of what one person can add
LARGE = 20  # counts from here on are those whose error is judged
MEAN_ERROR = 1.3

PUBLIC = ("result", "exact")
"""Measures that count nobody of the zone: surveys already published, the committee's own register."""

AMOUNTS = ("amount_per_person", "share_of_joint", "ratio_of_amounts")
"""Measures with an exact amount above the line."""


def told_sums(part: Part, strength: Strength) -> tuple[int, int]:
    """Means whose sum over persons can be told from the mean and the count: (examined, found).

    Rule    the mean is known to within its noise and its rounding, the count to within its noise; where a sum is
            known to within a tenth of one person's most, the largest contribution is known to the second largest
    """
    bounds = part.definition.bounds
    shown = _shown(part).filter(measure="mean")
    if bounds is None or shown.is_empty():
        return 0, 0
    low, high = bounds
    n, value = pl.col("denominator"), pl.col("value")
    step = pl.Series(rounding_step(((high - low) / (2 * shown["denominator"])).to_numpy()))
    off = (high - low) / n + step / 2
    fewest, most = n - strength.d, n + strength.d
    lower, upper = (value - off).clip(low, high), (value + off).clip(low, high)
    least, greatest = pl.min_horizontal(fewest * lower, most * lower), pl.max_horizontal(fewest * upper, most * upper)
    room = OF_A_PERSON * max(abs(low), abs(high))
    told = shown.filter((greatest - pl.col("true") < room) & (pl.col("true") - least < room))
    return shown.height, told.height


def exact_figures(part: Part, strength: Strength) -> tuple[int, int]:
    """Figures that rest on persons and are shown as they are: (examined, found).

    Rule    an amount is exact only because no person is behind it; every count carries the mark of the method
    """
    shown = _shown(part).filter(~pl.col("measure").is_in(PUBLIC))
    amounts = shown.filter(pl.col("measure").is_in(AMOUNTS))
    marked = pl.col("method").str.starts_with(method_of(strength))
    unmarked = shown.filter(~pl.col("measure").is_in(NOT_COUNTED) & ~marked)
    return shown.height, amounts.filter(pl.col("numerator_persons") > 0).height + unmarked.height


def changed_by_order(part: Part, strength: Strength) -> tuple[int, int]:
    """Rows that come out otherwise when the raw cells come in another order: (examined, found)."""
    again = protect(part.raw.reverse(), part.definition, part.organisation, strength)
    same = part.protected.join(again, on=part.protected.columns, how="semi", nulls_equal=True)
    return part.protected.height, part.protected.height - same.height


def errors(unknowns: pl.DataFrame) -> pl.Series:
    """How far what is shown is from the truth, of counts that are not small."""
    large = unknowns.filter(pl.col("shown").is_not_null() & (pl.col("true") >= LARGE))
    return (large["shown"] - large["true"].round(mode="half_to_even")).abs()


def spread_of_errors(strength: Strength) -> float:
    """The standard deviation of what the method adds to, or takes from, a count that is not small, sign apart."""
    chances = np.array(probabilities(LARGE, strength))
    size = np.abs(np.arange(-strength.d, strength.d + 1))
    return float(np.sqrt(chances @ size**2 - (chances @ size) ** 2))


def _shown(part: Part) -> pl.DataFrame:
    """The rows that show something, with their measure and the truth behind them."""
    truth = part.raw.unique(CELL, keep="first").select(*CELL, "numerator_persons", true=pl.col("numerator"))
    measures = {breakdown: part.definition.measure_of(breakdown) for breakdown in part.definition.breakdowns}
    shown = part.protected.filter(flag="ok").join(truth, on=CELL, nulls_equal=True)
    return shown.with_columns(measure=pl.col("breakdown").replace_strict(measures))
