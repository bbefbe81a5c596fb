"""Days as whole numbers (days since 1970-01-01): a million of them are drawn, compared and sorted at once."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

Days = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

NEVER = 10**7
"""A day that has not come: an open spell, a follow-up nobody held."""


def number(day: date) -> int:
    """The number of a day.

    >>> number(date(1970, 1, 2))
    1
    """
    return day.toordinal() - date(1970, 1, 1).toordinal()


FIRST = number(date(2015, 1, 1))
"""The simulation begins a year before the committee's figures do, with everybody already in place."""
LAST = number(date(2025, 12, 31))

DAGCENTRUM_OPENS = number(date(2020, 3, 1))
VASTRA_CLOSES = number(date(2022, 7, 1))  # the first day without the region at västra
PANDEMIC = (number(date(2020, 3, 15)), number(date(2020, 10, 15)))
FOLLOW_UP_DECISION = number(date(2021, 4, 1))
JOINT_TRAINING_DECISION = number(date(2023, 1, 1))
COORDINATORS_LEAVE = number(date(2024, 1, 1))


def column(days: Days) -> pl.Series:
    """The days as dates, with no date where the day is `NEVER`."""
    dates = pl.Series(np.where(days >= NEVER, 0, days).astype(np.int32)).cast(pl.Date)
    return pl.select(pl.when(pl.Series(days < NEVER)).then(dates)).to_series()


def workday(days: Days) -> Days:
    """The days, with the Friday before in place of a Saturday or Sunday.

    >>> workday(np.array([1, 2, 3, 4])).tolist()  # Friday 2 January 1970 to Monday
    [1, 1, 1, 4]
    """
    weekday = (days + 3) % 7  # 1970-01-01 was a Thursday
    return days - np.maximum(weekday - 4, 0)


def month(days: Days) -> Days:
    """The number of each day's month: months since 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def month_starts(first_year: int) -> Days:
    """The first day of every month from January of `first_year` to the last month of the data."""
    months = np.arange(f"{first_year}-01", "2026-01", dtype="datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64)
