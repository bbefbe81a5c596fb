"""One ledger amount over another: exact kronor above and below, and no person behind either."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl

from metrics.indicator import Breakdown, Organisation, Twin

OERE = 2


def cells(rows: nw.LazyFrame[Any], twin: Twin, breakdown: Breakdown, organisation: Organisation) -> pl.DataFrame:
    """One row per group and period: the twin's amounts summed, above and below.

    In      rows  period_start, unit | what the sums need
    Rule    over nothing, or over an income, no share can be taken: there the amount below is 0 and the cell has no data
    """
    amounts = rows.with_columns(n=twin.numerator.cast(nw.Float64()), d=twin.denominator.cast(nw.Float64()))
    sums = amounts.group_by("period_start", "unit").agg(n=nw.col("n").sum(), d=nw.col("d").sum())
    group = pl.col("unit") if breakdown == "unit" else pl.lit("")
    found: pl.DataFrame = sums.collect(backend="polars").to_native()
    # Beyond the öre a sum depends on the order of its rows.
    return found.group_by("period_start", group=group).agg(
        numerator=pl.col("n").sum().round(OERE),
        denominator=pl.col("d").sum().round(OERE).clip(lower_bound=0),
        persons=pl.lit(0, pl.Int64),
        numerator_persons=pl.lit(0, pl.Int64),
        denominator_key=pl.lit(0, pl.Int64),
        numerator_key=pl.lit(0, pl.Int64),
    )
