"""When a row counts: the periods that a day, or a span of days, belongs to."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from metrics.indicator import Tables

Rows = nw.LazyFrame[Any]


def month_number(day: str) -> nw.Expr:
    """The calendar month of column `day` as a number that rises by one a month."""
    return nw.col(day).dt.year().cast(nw.Int64) * 12 + nw.col(day).dt.month().cast(nw.Int64) - 1


def day_number(day: str) -> nw.Expr:
    """Column `day` as a number that rises by one a day, so that days between two dates are a subtraction."""
    before = nw.col(day).dt.year().cast(nw.Int64) - 1
    leap_days = before // 4 - before // 100 + before // 400
    return before * 365 + leap_days + nw.col(day).dt.ordinal_day().cast(nw.Int64)


def within(tables: Tables, rows: Rows, day: str) -> Rows:
    """`rows` with the period that `day` lies in; rows outside the data window are left out."""
    return rows.with_columns(month_number=month_number(day)).join(tables["months"], on="month_number")


def last_twelve_months(tables: Tables, rows: Rows, day: str) -> Rows:
    """`rows` once for every period whose last twelve months hold `day`."""
    return rows.with_columns(month_number=month_number(day)).join(tables["year_back"], on="month_number")


def at_period_end(tables: Tables, rows: Rows) -> Rows:
    """`rows` once for every period on whose last day they are in force; `to_on` is the last day itself."""
    spans = rows.join(tables["periods"], how="cross")
    return spans.filter(
        nw.col("from_on") <= nw.col("period_end"),
        nw.col("to_on").is_null() | (nw.col("to_on") >= nw.col("period_end")),
    )


def during_period(tables: Tables, rows: Rows) -> Rows:
    """`rows` once for every period they touch, if only for a day."""
    spans = rows.join(tables["periods"], how="cross")
    return spans.filter(
        nw.col("from_on") <= nw.col("period_end"),
        nw.col("to_on").is_null() | (nw.col("to_on") >= nw.col("period_start")),
    )


def marked(rows: Rows, found: Rows, name: str) -> Rows:
    """`rows` with a truth `name`: whether the person is in `found` for the same period."""
    flags = found.select("period_start", "person").unique().with_columns(nw.lit(True).alias(name))
    return rows.join(flags, on=["period_start", "person"], how="left").with_columns(nw.col(name).fill_null(False))
