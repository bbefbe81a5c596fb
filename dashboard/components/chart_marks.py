"""What was decided and what happened, as numbered marks on a chart's time axis and as the list that explains them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from governance.entries import Decision, Event, UnitChange
from metrics.breaks import Break
from metrics.problem import Text

MarkKind = Literal[
    "decision", "agreement", "service_opened", "service_closed", "context", "unit_change", "series_break"
]
NARROWEST = 262
"""Plot width in pixels on the narrowest screen: badges that stand free there stand free everywhere."""
_BADGE = 19
NO_ADDS: Mapping[str, Sequence[Text]] = {}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One dated thing with the number it carries on the chart.

    In      adds    what a decision also did: set a target, let limits start anew
            before  it happened before the chart's first period and is only listed
            row     which of the badge rows it stands in, so that no badge covers another
    """

    number: int
    on: date
    kind: MarkKind
    id: str
    title: Text
    adds: tuple[Text, ...] = ()
    before: bool = False
    row: int = 0


def marks(
    decisions: Sequence[Decision],
    events: Sequence[Event],
    indicator_id: str,
    *,
    unit: str = "",
    changes: Sequence[UnitChange] = (),
    breaks: Sequence[Break] = (),
    adds: Mapping[str, Sequence[Text]] = NO_ADDS,
    span: tuple[date, date],
) -> tuple[Mark, ...]:
    """Everything in the register that concerns the indicator, and every break of the series, numbered in date order.

    In      changes  dated changes of units
            breaks  where the way the series is made changed, already those that concern it
            adds  decision id -> what it did to this chart, in words
            span  first and last day of the time axis
    Rule    an event that names no indicator concerns all; one that names units concerns the total and those units;
            a change of a unit concerns it and those it became, and is left out on a day an event or a break tells of it
    """
    first, last = span
    happened = [each for each in events if _concerns(each, indicator_id, unit)]
    told = {each.on for each in happened if unit in each.units} | {each.on for each in breaks}
    found = [
        Mark(
            number=0,
            on=each.decided_on,
            kind="decision",
            id=each.id,
            title=each.title,
            adds=tuple(adds.get(each.id, ())),
        )
        for each in decisions
        if indicator_id in each.indicators or each.id in adds
    ]
    found += [Mark(number=0, on=each.on, kind=each.kind, id=each.id, title=each.title) for each in happened]
    found += [
        Mark(number=0, on=each.on, kind="unit_change", id=each.id, title=each.text)
        for each in changes
        if unit in (each.unit_id, *each.into) and each.on not in told
    ]
    found += [Mark(number=0, on=each.on, kind="series_break", id=each.id, title=each.title) for each in breaks]
    dated = sorted((mark for mark in found if mark.on <= last), key=lambda mark: (mark.on, mark.id))
    rows = _rows([mark.on for mark in dated if mark.on >= first], first, last)
    unseen = len(dated) - len(rows)
    return tuple(
        replace(mark, number=n + 1, before=n < unseen, row=0 if n < unseen else rows[n - unseen])
        for n, mark in enumerate(dated)
    )


def _concerns(event: Event, indicator_id: str, unit: str) -> bool:
    return (not event.indicators or indicator_id in event.indicators) and (
        not unit or not event.units or unit in event.units
    )


def _rows(days: Sequence[date], first: date, last: date) -> list[int]:
    """For each day the lowest row where its badge covers no other, on the narrowest screen."""
    per_day = NARROWEST / max(1, (last - first).days)
    ends: list[float] = []
    rows = []
    for day in days:
        x = (day - first).days * per_day
        row = next((n for n, end in enumerate(ends) if x - end >= _BADGE), len(ends))
        ends[row : row + 1] = [x]
        rows.append(row)
    return rows
