"""Small tables that join a day or a spell to its periods, in whatever engine the rows are in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw

from metrics import periods
from metrics.indicator import Tables
from metrics.periods import Grain

Days = tuple[date, date]
"""A first and a last day."""


def calendars(anchor: nw.LazyFrame[Any], calendar: list[date], grain: Grain) -> Tables:
    """The tables `periods`, `months` and `year_back` of `metrics.indicator.Tables`, in the engine of `anchor`.

    Rule    joins are on equal numbers, never on ranges of dates: that is fast in every engine
    """
    last = {first: periods.end(periods.index(first, grain), grain) for first in calendar}
    inside = [(month_of(first) + step, first) for first in calendar for step in range(periods.MONTHS[grain])]
    back = [(month_of(last[first]) - step, first) for first in calendar for step in range(12)]
    return {
        "periods": _table(anchor, [(0, first, last[first]) for first in calendar]).drop("month_number"),
        "months": _table(anchor, [(month, first, last[first]) for month, first in inside]),
        "year_back": _table(anchor, [(month, first, last[first]) for month, first in back]),
    }


def month_of(day: date) -> int:
    """The calendar month of `day`, numbered as `metrics.populations.spans.month_number` numbers a column's."""
    return day.year * 12 + day.month - 1


def lacks(first: date, grain: Grain, lookback_months: int, known_from: date, holes: Sequence[Days]) -> bool:
    """Whether the period beginning on `first`, with all it looks back to, needs days that were not delivered.

    In      known_from  the first day delivered; holes  days after it that nobody delivered
    """
    last = periods.end(periods.index(first, grain), grain)
    year, month = divmod(month_of(last) - lookback_months + 1, 12)
    reach = min(first, date(year, month + 1, 1)) if lookback_months else first
    return reach < known_from or any(start <= last and end >= reach for start, end in holes)


def _table(anchor: nw.LazyFrame[Any], rows: list[tuple[int, date, date]]) -> nw.LazyFrame[Any]:
    """`rows` as a table of the same engine and connection as `anchor`.

    A lazy engine cannot be handed rows without its own driver, which this package never imports. One text
    that splits into lines and columns is understood by all of them.
    """
    text = ";".join(f"{month},{first},{last}" for month, first, last in rows)
    lines = anchor.select(rows=nw.len()).select(line=nw.lit(text).str.split(";")).explode("line")
    parts = lines.select(part=nw.col("line").str.split(","))
    return parts.select(
        month_number=nw.col("part").list.get(0).cast(nw.Int64()),
        period_start=nw.col("part").list.get(1).str.to_date(format="%Y-%m-%d"),
        period_end=nw.col("part").list.get(2).str.to_date(format="%Y-%m-%d"),
    )
