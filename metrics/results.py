"""Results that a survey has already published: taken over, with how many answered of how many asked."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl

from metrics.indicator import Breakdown, Organisation, Twin

LEAST = 10
"""Answers under which a result is about too few to be shown, and counts in no total that could give it away."""


def cells(rows: nw.LazyFrame[Any], twin: Twin, breakdown: Breakdown, organisation: Organisation) -> pl.DataFrame:
    """One row per group and period: what several results come to when every answer weighs the same.

    In      rows  one per published result: period_start, unit, invited | the twin's numerator is the result and its
                  denominator how many answered
    Out     numerator: answers times result | denominator: answers | persons: asked, 0 where that is not known
    Rule    the organisation's total is of the results that may themselves be shown, or it would tell the others
    """
    answers, result = twin.denominator.cast(nw.Float64()), twin.numerator.cast(nw.Float64())
    published: pl.DataFrame = (
        rows.select("period_start", "unit", "invited", d=answers, n=result * answers)
        .collect(backend="polars")
        .to_native()
    )
    if breakdown == "all":
        published = published.filter(pl.col("d") >= LEAST).with_columns(unit=pl.lit(""))
    all_known = pl.col("invited").is_not_null().all()
    return published.group_by("period_start", group="unit").agg(
        numerator=pl.col("n").sum().round(6),
        denominator=pl.col("d").sum(),
        persons=pl.when(all_known).then(pl.col("invited").sum()).otherwise(0).cast(pl.Int64),
        numerator_persons=pl.lit(0, pl.Int64),
        denominator_key=pl.lit(0, pl.Int64),
        numerator_key=pl.lit(0, pl.Int64),
    )
