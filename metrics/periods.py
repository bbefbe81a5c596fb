"""Calendar periods: months, quarters, half-years and years, as numbers that sort and join.

A period is known by its first day. Within a grain it also has an *index*, an integer that
rises by one from each period to the next, so that a gap is a difference greater than one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from metrics.problem import Language

Grain = Literal["month", "quarter", "half-year", "year"]
MONTHS: dict[Grain, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_MONTH_SV = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
_MONTH_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def index(day: date, grain: Grain) -> int:
    """The number of the period that holds `day`; consecutive periods differ by one.

    >>> index(date(2025, 12, 31), "quarter") - index(date(2025, 1, 1), "quarter")
    3
    """
    per_year = 12 // MONTHS[grain]
    return day.year * per_year + (day.month - 1) // MONTHS[grain]


def start(number: int, grain: Grain) -> date:
    """The first day of period `number`: the inverse of `index`.

    >>> start(index(date(2025, 8, 9), "half-year"), "half-year")
    datetime.date(2025, 7, 1)
    """
    per_year = 12 // MONTHS[grain]
    year, part = divmod(number, per_year)
    return date(year, part * MONTHS[grain] + 1, 1)


def end(number: int, grain: Grain) -> date:
    """The last day of period `number`."""
    return start(number + 1, grain) - timedelta(days=1)


def between(first: date, last: date, grain: Grain) -> list[date]:
    """First days of all *whole* periods from `first` to `last`, both days included.

    Rule    a period that is only partly inside is left out: half a quarter is not a quarter
    >>> between(date(2024, 2, 1), date(2024, 12, 31), "quarter")
    [datetime.date(2024, 4, 1), datetime.date(2024, 7, 1), datetime.date(2024, 10, 1)]
    """
    low, high = index(first, grain), index(last, grain)
    return [start(n, grain) for n in range(low, high + 1) if start(n, grain) >= first and end(n, grain) <= last]


def covered(period: str) -> tuple[date, date] | None:
    """The first and last day of a period as deliveries write it; None where it cannot be told.

    >>> covered("2016-2025"), covered("2025-Q1")
    ((datetime.date(2016, 1, 1), datetime.date(2025, 12, 31)), (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31)))
    """
    if years := re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", period):
        return date(int(years[1]), 1, 1), date(int(years[2] or years[1]), 12, 31)
    if quarter := re.fullmatch(r"([0-9]{4})-?(?:[Qq]|kv)([1-4])", period):
        number = index(date(int(quarter[1]), int(quarter[2]) * 3, 1), "quarter")
        return start(number, "quarter"), end(number, "quarter")
    if month := re.fullmatch(r"([0-9]{4})-?(0[1-9]|1[0-2])", period):
        number = index(date(int(month[1]), int(month[2]), 1), "month")
        return start(number, "month"), end(number, "month")
    return None


def code(period_start: date, grain: Grain) -> str:
    """A period as it is written where no language is spoken.

    >>> [code(date(2025, 10, 1), grain) for grain in ("month", "quarter", "half-year", "year")]
    ['2025-10', '2025-Q4', '2025-H2', '2025']
    """
    part = (period_start.month - 1) // MONTHS[grain] + 1
    return f"{period_start.year}" + {"month": f"-{part:02}", "quarter": f"-Q{part}", "half-year": f"-H{part}"}.get(
        grain, ""
    )


def coded(text: str) -> tuple[date, Grain] | None:
    """The first day and the length of a period that `code` has written; None for anything else.

    >>> coded("2025-H2"), coded("half past four")
    ((datetime.date(2025, 7, 1), 'half-year'), None)
    """
    found = re.fullmatch(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?", text)
    if found is None:
        return None
    year, parts = int(found[1]), dict(zip(("quarter", "half-year", "month"), found.groups()[1:], strict=True))
    grain: Grain = next((grain for grain in MONTHS if parts.get(grain)), "year")
    return date(year, (int(parts.get(grain) or 1) - 1) * MONTHS[grain] + 1, 1), grain


def label(period_start: date, grain: Grain, language: Language) -> str:
    """The period as people write it: "2025 kv 4", "2025 Q4", "2025 h 1", "mars 2025".

    >>> label(date(2025, 10, 1), "quarter", "sv"), label(date(2025, 10, 1), "quarter", "en")
    ('2025 kv 4', '2025 Q4')
    """
    year, part = period_start.year, (period_start.month - 1) // MONTHS[grain] + 1
    if grain == "year":
        return str(year)
    if grain == "month":
        name = (_MONTH_SV if language == "sv" else _MONTH_EN)[period_start.month - 1]
        return f"{name} {year}"
    mark = {("quarter", "sv"): "kv ", ("quarter", "en"): "Q", ("half-year", "sv"): "halvår ", ("half-year", "en"): "H"}
    return f"{year} {mark[(grain, language)]}{part}"
