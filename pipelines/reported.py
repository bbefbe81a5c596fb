"""Periods of figures others have reported: written one way, whatever the publisher wrote.

2024   2024-H1   2024-Q1   2024-03   2024-03-01   2024-06/2024-08 (from the first to the last, both included)
"""

from __future__ import annotations

import re

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import About, Broken

_MONTH = "(?:0[1-9]|1[0-2])"
_ONE = f"[0-9]{{4}}(?:-(?:Q[1-4]|H[12]|{_MONTH}(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?"
_WRITTEN = f"^{_ONE}(?:/{_ONE})?$"

UNCLEAR = Broken(
    column="period",
    text=Text(
        "perioden ska skrivas 2024, 2024-H1, 2024-Q1, 2024-03, 2024-03-01 eller 2024-06/2024-08; annat skrivsätt anges "
        "under codes.period i profilen",
        "the period must be written 2024, 2024-H1, 2024-Q1, 2024-03, 2024-03-01 or 2024-06/2024-08; another way of "
        "writing it is named under codes.period in the profile",
    ),
)


def period(sv: str, en: str) -> dy.String:
    """A period by its name."""
    return dy.String(metadata={"about": About(meaning=Text(sv, en))})


def is_clear(text: pl.Expr) -> pl.Expr:
    """Whether a period is written so that nobody has to guess which days it covers.

    >>> pl.select(is_clear(pl.lit(pl.Series(["2024", "2024-06/2024-08", "2024-13", "24"])))).to_series().to_list()
    [True, True, False, False]
    """
    return text.str.contains(_WRITTEN)


def is_written(text: str) -> bool:
    """Whether one period is written so; see `is_clear`.

    >>> is_written("2024-Q1"), is_written("kv 1")
    (True, False)
    """
    return re.match(_WRITTEN, text) is not None


def evened(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with its column `period` written one way.

    >>> evened(pl.DataFrame({"period": ["2024M03", "202403", "2024K1", "2024 kv1", "2024"]}))["period"].to_list()
    ['2024-03', '2024-03', '2024-Q1', '2024-Q1', '2024']
    """
    return frame.with_columns(
        pl.col("period")
        .str.replace(f"^([0-9]{{4}})M?({_MONTH})$", "$1-$2")
        .str.replace("^([0-9]{4})[ -]?(?:K|Q|kv|kvartal )([1-4])$", "$1-Q$2")
        .str.replace("^([0-9]{4})H([12])$", "$1-H$2")
    )
