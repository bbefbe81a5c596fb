"""What the page about services is made of, worked out once per release and view, before any word or tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

import polars as pl
import streamlit as st

from dashboard import data
from metrics import periods
from metrics.distributed import NOTHING, Part, parts, periods_with_data
from metrics.distributions import contact_types
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from metrics.scorecard import Row
from metrics.target_groups import Count, GroupFinding, growing
from pipelines.published import Published

_CATEGORIES = contact_types.DISTRIBUTION.categories
NAMES: Mapping[str, Text] = {} if isinstance(_CATEGORIES, str) else _CATEGORIES
KINDS = tuple(NAMES)
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "volume": ("R4", "R5"),
    "waiting": ("P11",),
    "coordinators": ("P10", "L4"),
}
"""The measures of the page by what they are about, in reading order."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One organisation's kinds of contact and target groups, through the periods of the page.

    In      kinds    by kind and period: contacts per user
            reach    by kind: the part of users reached in the last period
            groups   by target group: its part of the users in the first and in the last year
            growth   what is found of each group between those years
    """

    halves: tuple[date, ...]
    kinds: Mapping[str, Mapping[date, Part]]
    reach: Mapping[str, Part]
    years: tuple[date, ...]
    groups: Mapping[str, tuple[Part, Part]]
    growth: tuple[GroupFinding, ...]

    def total(self, on: date) -> float | None:
        """All contacts per user in one period; None where any kind is hidden."""
        values = [self.kinds[kind].get(on, NOTHING).value for kind in KINDS]
        known = [value for value in values if value is not None]
        return fsum(known) if len(known) == len(values) else None

    def part(self, kind: str, on: date) -> float | None:
        """How large a part of all contacts are of one kind."""
        value, total = self.kinds[kind].get(on, NOTHING).value, self.total(on)
        return None if value is None or not total else value / total

    def change(self, kind: str) -> float | None:
        """How many more of a kind per user in the last period than in the first."""
        if not self.halves:
            return None
        first, last = (self.kinds[kind].get(self.halves[at], NOTHING).value for at in (0, -1))
        return None if first is None or last is None else last - first


@dataclass(frozen=True, kw_only=True)
class Services:
    """All that the page shows of figures.

    In      sections  the scorecard's rows by what they are about
            contacts  by target group and organisation: contacts per person and month over the last twelve shown
    """

    sections: Mapping[str, tuple[Row, ...]]
    sides: Mapping[Organisation, Side]
    contacts: Mapping[tuple[str, Organisation], float | None]

    @property
    def shown(self) -> tuple[Organisation, ...]:
        """The organisations that have published kinds of contact."""
        return tuple(which for which in ORGANISATIONS if self.sides[which].halves)


@st.cache_resource(show_spinner=False, max_entries=32)
def kept(key: str, until: str, _shown: Published, _groups: Mapping[str, Text]) -> Services:
    """The figures of one view, from memory where they have been worked out before."""
    return services(data.rows("all", "", until), data.cells_until(_shown.cells, until), _groups)


def services(rows: Sequence[Row], cells: pl.DataFrame, groups: Mapping[str, Text]) -> Services:
    """The figures of one view.

    In      groups  the committee's target groups by id, in its own order
    """
    by_id = {row.indicator.id: row for row in rows}
    wanted = cells.filter(pl.col("indicator_id").is_in(["contact_types", "contact_reach", "target_groups"]))
    volume = cells.filter(indicator_id="R4", breakdown="target_group", flag="ok")
    return Services(
        sections={name: tuple(by_id[each] for each in measures) for name, measures in SECTIONS.items()},
        sides={which: _side(wanted, which, groups) for which in ORGANISATIONS},
        contacts={(group, which): _recent(volume, group, which) for group in groups for which in ORGANISATIONS},
    )


def _side(cells: pl.DataFrame, which: Organisation, groups: Mapping[str, Text]) -> Side:
    halves = periods_with_data(cells, "contact_types", which)
    by_half = {on: parts(cells, "contact_types", which, on) for on in halves}
    reached = periods_with_data(cells, "contact_reach", which)
    reach = parts(cells, "contact_reach", which, reached[-1]) if reached else {}
    years = periods_with_data(cells, "target_groups", which)
    ends = [parts(cells, "target_groups", which, years[at]) for at in (0, -1)] if years else [{}, {}]
    first, last = ({group: found.get((None, group), NOTHING) for group in groups} for found in ends)
    return Side(
        halves=halves,
        kinds={kind: {on: by_half[on].get((None, kind), NOTHING) for on in halves} for kind in KINDS},
        reach={kind: reach.get((None, kind), NOTHING) for kind in KINDS},
        years=years,
        groups={group: (first[group], last[group]) for group in groups},
        growth=growing(_counts(first), _counts(last), groups) if len(years) > 1 else (),
    )


def _counts(found: Mapping[str, Part]) -> dict[str, Count | None]:
    return {
        group: None if part.count is None or part.of is None else (part.count, part.of) for group, part in found.items()
    }


def _recent(volume: pl.DataFrame, group: str, which: Organisation) -> float | None:
    """The mean of the last twelve months shown; None where there are none."""
    own = volume.filter(group=group, organisation=which).sort("period_start").tail(12)
    return None if own.is_empty() else fsum(own["value"]) / own.height


def span(found: Services) -> tuple[date, date] | None:
    """First and last day of the time axis; None where nothing is published."""
    every = [on for which in found.shown for on in found.sides[which].halves]
    if not every:
        return None
    return min(every), periods.end(periods.index(max(every), "half-year"), "half-year")
