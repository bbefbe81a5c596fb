"""A few rows no system should have exported: what the checks refuse, so that the reports have something to say.

Rule    beside the good rows, so that refusing them loses nothing; only a dozen ratings are spoilt where they stand
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import polars as pl


def _ends_before_it_begins(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(
        from_on=pl.col("from_on") + timedelta(days=1), to_on=pl.col("from_on") - timedelta(days=10)
    )


def _followed_up_before_it_was_made(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(pl.col("plan_id") + "b", followed_up_on=pl.col("met_on") - timedelta(days=20))


_ADDED: Mapping[str, tuple[int, Callable[[pl.DataFrame], pl.DataFrame]]] = {
    "persons": (2, _ends_before_it_begins),
    "contacts": (60, _ends_before_it_begins),
    "sip_plans": (3, _followed_up_before_it_was_made),
}
"""How many rows are repeated with a fault in them, at scale 1, and the fault."""
_RATED_SEVEN = 12


def spoil(rows: pl.DataFrame, source: str, scale: float) -> pl.DataFrame:
    """The rows of a source and a few faulty ones."""
    if source == "needs":
        every = max(rows.height // max(round(_RATED_SEVEN * scale), 1), 1)
        is_spoilt = pl.int_range(pl.len()) % every == every // 2
        return rows.with_columns(pl.when(is_spoilt).then(7).otherwise(pl.col("1")).cast(pl.UInt8).alias("1"))
    if source not in _ADDED:
        return rows
    count, fault = _ADDED[source]
    count = max(round(count * scale), 1)
    every = max(rows.height // (count + 1), 1)
    return pl.concat([rows, fault(rows.gather_every(every, offset=every // 2).head(count))])
