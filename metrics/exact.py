"""Figures of the committee's own register: meetings, seats, decisions, agreements. No person is behind them."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl

from metrics.indicator import Breakdown, Organisation, Twin


def cells(rows: nw.LazyFrame[Any], twin: Twin, breakdown: Breakdown, organisation: Organisation) -> pl.DataFrame:
    """One row per group and period: the twin's sums as they are, above and below.

    In      rows  period_start, party | what the sums need
    Rule    an organisation's total is of its own party; divided by party, the associations stand beside it
    """
    above, below = twin.numerator.cast(nw.Float64()), twin.denominator.cast(nw.Float64())
    counted: pl.DataFrame = rows.select("period_start", "party", d=below, n=above).collect(backend="polars").to_native()
    if breakdown == "all":
        counted = counted.filter(party=organisation).with_columns(party=pl.lit(""))
    return counted.group_by("period_start", group="party").agg(
        numerator=pl.col("n").filter(pl.col("d") > 0).sum(),
        denominator=pl.col("d").sum(),
        persons=pl.lit(0, pl.Int64),
        numerator_persons=pl.lit(0, pl.Int64),
        denominator_key=pl.lit(0, pl.Int64),
        numerator_key=pl.lit(0, pl.Int64),
    )
