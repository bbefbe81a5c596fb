"""A few rows no system should have exported: what the checks refuse, so that the reports have something to say.

Rule    they are added beside the good rows; refusing them loses nothing
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import polars as pl


def _ends_before_it_begins(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(to_on=pl.col("from_on") - timedelta(days=11))


def _rated_seven(rows: pl.DataFrame) -> pl.DataFrame:
    """A form nobody could have filled in: the first domain rated 7, the others left as they are, under a new number."""
    return rows.with_columns(pl.lit(7, dtype=pl.UInt8).alias("1"))


def _followed_up_before_it_was_made(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(followed_up_on=pl.col("met_on") - timedelta(days=20))


_BROKEN: Mapping[str, tuple[int, Callable[[pl.DataFrame], pl.DataFrame]]] = {
    "persons": (2, _ends_before_it_begins),
    "contacts": (60, _ends_before_it_begins),
    "needs": (12, _rated_seven),
    "sip_plans": (3, _followed_up_before_it_was_made),
}
"""How many rows of a source are spoilt at scale 1, and how."""


def spoil(rows: pl.DataFrame, source: str, scale: float) -> pl.DataFrame:
    """The rows, some of them once more with a fault in them."""
    if source not in _BROKEN:
        return rows
    count, fault = _BROKEN[source]
    count = max(1, round(count * scale))
    step = max(rows.height // (count + 1), 1)
    return pl.concat([rows, fault(rows.gather_every(step, offset=step // 2).head(count))])
