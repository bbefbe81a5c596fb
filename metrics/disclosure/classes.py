"""The three classes of figures: what is shown of a rate, a mean or an amount, and what is hidden.

In      raw cells of `metrics.calculate.RAW_SCHEMA`, all of one measure
Out     the same rows with shown: value, numerator, denominator, low, high | hidden, method
Rule    every decision is made on *shown* counts: a decision on the true count would tell the true count
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.disclosure.cell_key import mean_noise
from metrics.disclosure.perturbation import STANDARD, Strength, noise
from metrics.disclosure.wilson import wilson
from metrics.indicator import Definition, DisclosureClass

THRESHOLD = 5  # a shown count is at least this, or it is not shown
MEAN_FROM = 10  # persons behind a mean or an amount per person


def method_of(strength: Strength) -> str:
    """How the method is named beside the figures."""
    return f"CKM D={strength.d} V={strength.v:g} t={THRESHOLD}"


METHOD = method_of(STANDARD)


@dataclass(frozen=True)
class Rule:
    """What a class demands before a rate is shown.

    denominator  least shown denominator
    both_sides   whether also those outside the numerator must be at least `THRESHOLD`, which leaves no group
                 under 30 where over nine in ten are alike and the figure would tell about each one
    """

    denominator: int
    both_sides: bool


RULES: dict[DisclosureClass, Rule] = {
    "person": Rule(denominator=20, both_sides=True),
    "process": Rule(denominator=10, both_sides=False),
    "ledger": Rule(denominator=MEAN_FROM, both_sides=False),
}


def shares(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """Rates of counts: numerator and denominator changed by their own keys, the numerator kept within."""
    rule = RULES[indicator.disclosure]
    whole = raw.with_columns(pl.col("numerator").round(mode="half_to_even"))  # half-done interventions give halves
    n, d = pl.col("numerator"), pl.col("denominator")
    shown = changed(whole, "denominator", "denominator_key", strength).with_columns(
        changed(whole, "numerator", "numerator_key", strength)["numerator"],
        changed(whole, "persons", "denominator_key", strength)["persons"],
        changed(whole, "numerator_persons", "numerator_key", strength)["numerator_persons"],
    )
    shown = shown.with_columns(pl.min_horizontal(n, d)).with_columns(value=n / d)
    few = pl.min_horizontal("numerator", "denominator", "persons", "numerator_persons") < THRESHOLD
    hidden = few | (d < rule.denominator)
    if rule.both_sides:
        hidden = hidden | (d - n < THRESHOLD)
    low, high = wilson(n, d)
    return shown.with_columns(
        low=pl.min_horizontal(low, "value"),
        high=pl.max_horizontal(high, "value"),
        hidden=hidden,
        method=pl.lit(f"{method_of(strength)} {indicator.disclosure}"),
    )


def means(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """Means of bounded amounts: one person's largest possible effect is both the noise and the rounding.

    Rule    noise and step use the shown number of persons, so that neither tells the true one
    """
    if indicator.bounds is None:
        raise ValueError(f"{indicator.id}: a mean needs bounds")
    low, high = indicator.bounds
    shown = changed(raw, "denominator", "denominator_key", strength)
    true = (raw["numerator"] / raw["denominator"]).to_numpy()
    persons = shown["denominator"].to_numpy()
    keys = raw["denominator_key"].fill_null(0)
    # The means of one distribution are of the same persons: each category has noise of its own.
    names = [f"{indicator.id} {group}" if cut == "category" else indicator.id for cut, group in _tables(raw)]
    pull = np.array([mean_noise(key, name) for key, name in zip(keys, names, strict=True)], dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        step = rounding_step((high - low) / (2 * persons))
        value = np.round((np.clip(true, low, high) + pull * (high - low) / persons) / step) * step
    return shown.with_columns(
        value=pl.Series(np.clip(value, low, high)).round(10),
        numerator=pl.lit(None),
        low=pl.lit(None),
        high=pl.lit(None),
        hidden=pl.col("denominator") < MEAN_FROM,
        method=pl.lit(f"{method_of(strength)} {indicator.disclosure} mean"),
    )


def amounts_per_person(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """Exact kronor over a changed number of persons."""
    shown = changed(raw, "denominator", "denominator_key", strength)
    return shown.with_columns(
        value=pl.col("numerator") / pl.col("denominator"),
        low=pl.lit(None),
        high=pl.lit(None),
        hidden=pl.col("denominator") < RULES["ledger"].denominator,
        method=pl.lit(f"{method_of(strength)} {indicator.disclosure}"),
    )


def own_amounts(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """Exact kronor that nobody's presence is behind: the joint zone divides them."""
    nothing = pl.lit(None)
    return raw.with_columns(
        denominator=nothing,
        value=nothing,
        low=nothing,
        high=nothing,
        hidden=pl.lit(False),
        method=pl.lit("exact ledger"),
    )


def ratios_of_amounts(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """Exact kronor over exact kronor: nobody's presence is behind either."""
    return raw.with_columns(
        value=pl.col("numerator") / pl.col("denominator"),
        low=pl.lit(None),
        high=pl.lit(None),
        hidden=pl.lit(False),
        method=pl.lit("exact ledger"),
    )


def rounding_step(least: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The nearest 1, 2 or 5 times a power of ten that is not below `least`.

    >>> rounding_step(np.array([0.05, 0.011, 0.3])).tolist()
    [0.05, 0.02, 0.5]
    """
    power = 10.0 ** np.floor(np.log10(least))
    lead = least / power
    return np.select([lead <= 1 + 1e-9, lead <= 2 + 1e-9, lead <= 5 + 1e-9], [power, 2 * power, 5 * power], 10 * power)


def _tables(raw: pl.DataFrame) -> Iterator[tuple[str, str]]:
    yield from raw.select("breakdown", "group").iter_rows()


def changed(raw: pl.DataFrame, count: str, key: str, strength: Strength) -> pl.DataFrame:
    """`raw` with the counts of one column changed by their cell keys; unknown stays unknown."""
    counts = raw[count].fill_null(0).cast(pl.Int64)
    change = pl.Series(noise(counts.to_numpy(), raw[key].fill_null(0).to_numpy(), strength))
    return raw.with_columns((pl.col(count) + change).alias(count))
