"""What is shown of figures that were public, or the committee's own, before they came here: as they are, or not."""

from __future__ import annotations

import polars as pl

from metrics.disclosure.perturbation import Strength
from metrics.disclosure.wilson import wilson
from metrics.indicator import PARTS_OF_ONE, Definition
from metrics.results import LEAST


def results(raw: pl.DataFrame, indicator: Definition, strength: Strength) -> pl.DataFrame:
    """A survey's results: the value, how many answered (numerator) and how many were asked (denominator).

    Rule    nothing is changed, since the survey's own figures are out; under ten answers it is not repeated
    """
    value, answers = pl.col("numerator") / pl.col("denominator"), pl.col("denominator")
    low, high = wilson(pl.col("numerator"), answers)
    is_share = indicator.unit in PARTS_OF_ONE
    return raw.with_columns(
        value=value,
        numerator=answers,
        denominator=pl.when(pl.col("persons") > 0).then(pl.col("persons").cast(pl.Float64)),
        low=low if is_share else pl.lit(None),
        high=high if is_share else pl.lit(None),
        hidden=answers < LEAST,
        method=pl.lit(f"published result n from {LEAST}"),
    )


def register_figures(raw: pl.DataFrame, indicator: Definition, strength: Strength) -> pl.DataFrame:
    """The register's figures, exact: no person is behind them."""
    return raw.with_columns(
        value=pl.col("numerator") / pl.col("denominator"),
        low=pl.lit(None),
        high=pl.lit(None),
        hidden=pl.lit(False),
        method=pl.lit("exact register"),
    )
