"""The year's round: what the committee takes up every year, whatever has happened, and in which month.

A committee begins with the round below and makes it its own in the register; the drafted agendas and the year wheel
are made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from governance.entries import Contents, Yearly
from metrics.problem import Text

ROUND: Final[tuple[Yearly, ...]] = (
    Yearly(
        id="Y-1",
        month=1,
        title=Text(sv="Året som gick: mål, åtgärder och närvaro", en="The year that was: targets, actions, attendance"),
        perspective="governance",
        kind="information",
        minutes=15,
    ),
    Yearly(
        id="Y-2",
        month=2,
        title=Text(sv="Årlig genomgång av behov och insatser", en="Annual review of needs and services"),
        perspective="needs",
        minutes=30,
    ),
    Yearly(
        id="Y-3",
        month=4,
        title=Text(sv="Planer (SIP): håller de vad de lovar?", en="Plans (SIP): do they hold what they promise?"),
        perspective="process",
    ),
    Yearly(
        id="Y-4",
        month=5,
        title=Text(sv="Budget och kostnadsfördelning inför nästa år", en="Next year's budget and cost split"),
        perspective="resources",
        kind="decision",
        minutes=30,
    ),
    Yearly(
        id="Y-5",
        month=9,
        title=Text(sv="Översyn av mål och mått", en="Review of targets and measures"),
        perspective="governance",
        kind="decision",
    ),
    Yearly(
        id="Y-6",
        month=10,
        title=Text(sv="Utbildning, arbetsmiljö och lärande", en="Training, working conditions and learning"),
        perspective="learning",
    ),
    Yearly(
        id="Y-7",
        month=11,
        title=Text(sv="Översyn av avtal och rutiner", en="Review of agreements and routines"),
        perspective="governance",
    ),
    Yearly(
        id="Y-8",
        month=12,
        title=Text(sv="Nästa års möten och arbetsplan", en="Next year's meetings and plan of work"),
        perspective="governance",
        kind="decision",
        minutes=15,
    ),
)
"""In the order of the year; every perspective of the scorecard has a month of its own."""


def round_of(contents: Contents) -> tuple[Yearly, ...]:
    """The committee's own round; the one it begins with, where it has written none."""
    return contents.yearly or ROUND


def falls_on(round_: Sequence[Yearly], on: date, before: date | None) -> tuple[Yearly, ...]:
    """What falls on a meeting: its own month's, and that of the months since the meeting before, so none is missed.

    In      before  the day of the meeting before; None where there was none

    >>> [each.perspective for each in falls_on(ROUND, date(2026, 5, 19), date(2026, 2, 17))]
    ['process', 'resources']
    """
    gap = 12 if before is None else (on.year - before.year) * 12 + on.month - before.month
    months = {(on.month - 1 - step) % 12 + 1 for step in range(min(gap, 12))}
    return tuple(replace(each, month=on.month) for each in round_ if each.month in months)
