"""Which dated changes raise the question whether something moved between the organisations, each asked once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.cost_shift import CostShift, cost_shift
from metrics.indicator import Indicator, Organisation
from metrics.periods import Grain
from metrics.problem import Text
from metrics.scorecard import Row

MOVABLE = ("R1", "R4", "R5")
"""The costs and volumes looked at. Parts of one sum are not: what one side gains the other always loses."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something dated after which a cost or a volume may have moved: an event, or a decision."""

    id: str
    on: date
    title: Text


@dataclass(frozen=True, kw_only=True)
class Check:
    """One measure held against one change."""

    indicator: Indicator
    grain: Grain
    change: Change
    result: CostShift


@dataclass(frozen=True, kw_only=True)
class Question:
    """One opposite movement, asked about once however many changes it followed.

    Out     up       who rose
            since    first day of the period in which each side's sign begins
            follows  the changes before it, the last one first
    """

    indicator: Indicator
    grain: Grain
    up: Organisation
    since: Mapping[Organisation, date]
    follows: tuple[Change, ...]
    sentence: Text


def checks(rows: Sequence[Row], changes: Iterable[Change]) -> tuple[Check, ...]:
    """Every cost and volume held against every change, the latest change first.

    Rule    a change before a measure's second period is left out: nothing is known of what was before it
    """
    ordered = sorted(changes, key=lambda each: (each.on, each.id), reverse=True)
    found = []
    for row in rows:
        begun = [row.of(which).series.periods[1:2] for which in ("region", "municipality")]
        if row.indicator.id not in MOVABLE or () in begun:
            continue
        known = max(start for [start] in begun)
        found += [
            Check(
                indicator=row.indicator,
                grain=row.region.series.grain,
                change=each,
                result=cost_shift(row.indicator, row.region, row.municipality, each.on),
            )
            for each in ordered
            if each.on >= known
        ]
    return tuple(found)


def questions(found: Iterable[Check]) -> tuple[Question, ...]:
    """The opposite movements among the checks, in the order of the measures.

    Rule    the same movement after several changes is one question, in the words of the last change before it
    """
    together: dict[tuple[str, tuple[date, ...]], list[Check]] = {}
    for each in found:
        if each.result.shift == "opposite":
            together.setdefault((each.indicator.id, tuple(each.result.since.values())), []).append(each)
    return tuple(
        Question(
            indicator=same[0].indicator,
            grain=same[0].grain,
            up=same[0].result.up or "region",
            since=same[0].result.since,
            follows=tuple(each.change for each in same),
            sentence=same[0].result.sentence,
        )
        for same in together.values()
    )
