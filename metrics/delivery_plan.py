"""When data are to be in: the plan that the age of a delivery or a release is held against."""

from __future__ import annotations

from datetime import date, timedelta

from metrics import periods
from metrics.periods import Grain

DAYS_TO_DELIVER = 45
"""From the end of a period until its data should be in: books are closed and visits written up by then."""


def due_on(until: date, grain: Grain) -> date:
    """The last day the period after `until` should be in, where data come once per `grain`.

    >>> due_on(date(2025, 12, 31), "quarter")
    datetime.date(2026, 5, 15)
    """
    following = periods.index(until + timedelta(days=1), grain)
    return periods.end(following, grain) + timedelta(days=DAYS_TO_DELIVER)
