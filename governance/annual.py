"""The year's round: what the committee takes up every year, whatever has happened, and in which month.

It is the round a committee begins with; the drafted agendas and the year wheel are made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from governance.agenda import Yearly
from metrics.problem import Text

ROUND: Final[tuple[Yearly, ...]] = (
    Yearly(
        month=1,
        title=Text(sv="Året som gick: mål, åtgärder och närvaro", en="The year that was: targets, actions, attendance"),
        perspective="governance",
        kind="information",
        minutes=15,
    ),
    Yearly(
        month=2,
        title=Text(sv="Årlig genomgång av behov och insatser", en="Annual review of needs and services"),
        perspective="needs",
        minutes=30,
    ),
    Yearly(
        month=4,
        title=Text(sv="Planer (SIP): håller de vad de lovar?", en="Plans (SIP): do they hold what they promise?"),
        perspective="process",
    ),
    Yearly(
        month=5,
        title=Text(sv="Budget och kostnadsfördelning inför nästa år", en="Next year's budget and cost split"),
        perspective="resources",
        kind="decision",
        minutes=30,
    ),
    Yearly(
        month=9,
        title=Text(sv="Översyn av mål och mått", en="Review of targets and measures"),
        perspective="governance",
        kind="decision",
    ),
    Yearly(
        month=10,
        title=Text(sv="Utbildning, arbetsmiljö och lärande", en="Training, working conditions and learning"),
        perspective="learning",
    ),
    Yearly(
        month=11,
        title=Text(sv="Översyn av avtal och rutiner", en="Review of agreements and routines"),
        perspective="governance",
    ),
    Yearly(
        month=12,
        title=Text(sv="Nästa års möten och arbetsplan", en="Next year's meetings and plan of work"),
        perspective="governance",
        kind="decision",
        minutes=15,
    ),
)
"""In the order of the year; every perspective of the scorecard has a month of its own."""


def falls_on(round_: Sequence[Yearly], on: date, before: date | None) -> tuple[Yearly, ...]:
    """What falls on a meeting: its own month's, and that of the months since the meeting before, so none is missed.

    In      before  the day of the meeting before; None where there was none

    >>> [each.perspective for each in falls_on(ROUND, date(2026, 5, 19), date(2026, 2, 17))]
    ['process', 'resources']
    """
    gap = 12 if before is None else (on.year - before.year) * 12 + on.month - before.month
    months = {(on.month - 1 - step) % 12 + 1 for step in range(min(gap, 12))}
    return tuple(replace(each, month=on.month) for each in round_ if each.month in months)
