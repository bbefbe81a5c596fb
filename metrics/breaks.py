"""Breaks in how a series was made: a unit merged, split or renamed, or another system. The history is kept, and marked.

A break explains a step; it never moves a control limit. Only a recorded decision does that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Text

BreakKind = Literal["merged", "split", "renamed", "new_system"]
KINDS: tuple[BreakKind, ...] = ("merged", "split", "renamed", "new_system")


@dataclass(frozen=True, kw_only=True)
class Break:
    """One dated break, as the committee has approved it.

    In      organisation  whose figures it concerns; None for both
            units_before, units_after  the units it was, and the units it became; none where it is no matter of units
            sources       the sources a new system delivers; none means all
            reason, approved_by, approved_on  why, and which role said so on which day
    """

    on: date
    kind: BreakKind
    title: Text
    organisation: Organisation | None = None
    units_before: tuple[str, ...] = ()
    units_after: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reason: str
    approved_by: str
    approved_on: date

    @property
    def id(self) -> str:
        """What it is called where several are listed."""
        return f"{self.kind} {self.on}"

    @property
    def follows(self) -> dict[str, str]:
        """Old unit -> the unit that its history belongs to from now on.

        Rule    of a split nobody knows which part the old rows would have gone to, so they stay where they were
        """
        if self.kind not in ("merged", "renamed"):
            return {}
        [new] = self.units_after
        return {old: new for old in self.units_before if old != new}

    def as_json(self) -> dict[str, Any]:
        """The same as plain values, as a manifest carries them."""
        return {
            "on": self.on.isoformat(),
            "kind": self.kind,
            "title": {"sv": self.title.sv, "en": self.title.en},
            "organisation": self.organisation,
            "units_before": list(self.units_before),
            "units_after": list(self.units_after),
            "sources": list(self.sources),
            "reason": self.reason,
            "approved_by": self.approved_by,
            "approved_on": self.approved_on.isoformat(),
        }


def in_manifest(committee: Mapping[str, Any]) -> tuple[Break, ...]:
    """The breaks a release's manifest tells of, oldest first; a manifest from before there were any has none."""
    told = [
        Break(
            **{
                **entry,
                "on": date.fromisoformat(entry["on"]),
                "approved_on": date.fromisoformat(entry["approved_on"]),
                "title": Text(**entry["title"]),
                **{name: tuple(entry[name]) for name in ("units_before", "units_after", "sources")},
            }
        )
        for entry in committee.get("breaks", ())
    ]
    return tuple(sorted(told, key=lambda entry: (entry.on, entry.kind)))


def concerning(
    breaks: Sequence[Break], indicator: Indicator, *, unit: str = "", sides: Sequence[Organisation] = ORGANISATIONS
) -> tuple[Break, ...]:
    """The breaks that may be seen in one measure's series.

    In      unit  the unit whose series it is, "" for the whole: a unit merged or split leaves the whole as it was
    """
    return tuple(entry for entry in breaks if any(_concerns(entry, indicator, unit, side) for side in sides))


def follows(breaks: Sequence[Break], organisation: Organisation) -> dict[str, str]:
    """Old unit -> the unit that now holds its history, through all breaks of the organisation.

    >>> from dataclasses import replace
    >>> first = Break(on=date(2023, 1, 1), kind="merged", title=Text("t", "t"), units_before=("a", "b"),
    ...               units_after=("b",), reason="", approved_by="", approved_on=date(2023, 1, 1))
    >>> then = replace(first, on=date(2024, 1, 1), kind="renamed", units_before=("b",), units_after=("c",))
    >>> follows([then, first], "region")
    {'a': 'c', 'b': 'c'}
    """
    found: dict[str, str] = {}
    for entry in sorted(breaks, key=lambda each: each.on):
        if entry.organisation in (None, organisation):
            found = {old: entry.follows.get(new, new) for old, new in found.items()} | entry.follows
    return found


def _concerns(entry: Break, indicator: Indicator, unit: str, side: Organisation) -> bool:
    if entry.organisation not in (None, side):
        return False
    if entry.kind == "new_system":
        return not entry.sources or (side in indicator.twins and indicator.twins[side].source in entry.sources)
    return bool(unit) and unit in (*entry.units_before, *entry.units_after)
