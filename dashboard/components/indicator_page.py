"""The indicator page put together: one measure, both organisations, in the cut the address asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dashboard.components import chart_rows
from dashboard.components import indicator_side as side
from dashboard.components.chart_marks import Mark, marks
from dashboard.components.control_chart import Pair
from dashboard.components.indicator_words import Names
from dashboard.texts import indicator as say
from dashboard.view import View
from governance.entries import Contents
from metrics.breaks import Break, concerning, in_manifest
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Text
from metrics.scorecard import Row
from metrics.series import Target, decided_for


@dataclass(frozen=True, kw_only=True)
class Place:
    """The committee's own words for what the address names.

    In      organisations, units, groups  what each is called
            breaks  where the way series are made changed
    """

    organisations: Names
    units: Mapping[str, Text]
    groups: Mapping[str, Text]
    breaks: tuple[Break, ...] = ()

    def member(self, view: View) -> Text | None:
        """What the chosen unit or target group is called; None for the whole organisation."""
        return self.units.get(view.unit) or self.groups.get(view.group)


def place(committee: Mapping[str, Any]) -> Place:
    """The names in a release's manifest."""
    return Place(
        organisations={which: Text(**committee["organisations"][which]["name"]) for which in ORGANISATIONS},
        units={unit["id"]: Text(**unit["name"]) for unit in committee["units"]},
        groups={group["id"]: Text(**group["name"]) for group in committee["target_groups"]},
        breaks=in_manifest(committee),
    )


def declared(indicator: Indicator, view: View) -> tuple[View, Text | None]:
    """The view the measure can be shown in, and what to say where that is not the one asked for."""
    if view.breakdown in indicator.breakdowns:
        return view, None
    return replace(view, unit="", group=""), say.NOT_DECLARED[view.breakdown]


def pair(
    row: Row,
    names: Names,
    targets: tuple[Target, ...],
    register: Contents,
    unit: str,
    breaks: Sequence[Break] = (),
) -> Pair | None:
    """What the control charts show; None where no period is published at all."""
    series = [row.of(which).series for which in ORGANISATIONS]
    starts = [each.periods[0] for each in series if each.periods]
    if not starts:
        return None
    ends = [chart_rows.end_of(each.periods[-1], each.grain) for each in series if each.periods]
    span = (min(starts), max(ends) - timedelta(days=1))
    is_split = row.indicator.measure == "share_of_joint"
    levels = side.agreed(row.indicator, register) if is_split else targets
    own = tuple(level for each in series for level in decided_for(each, levels) if _seen(level, span))
    return Pair(
        indicator=row.indicator,
        names=names,
        signals={which: row.of(which) for which in ORGANISATIONS},
        targets=own,
        marks=_marks(row.indicator, register, unit, breaks, span),
        span=span,
        level_name=say.AGREED if is_split else say.TARGET,
    )


def _seen(target: Target, span: tuple[date, date]) -> bool:
    return target.from_on <= span[1] and (target.to_on is None or target.to_on >= span[0])


def _marks(
    indicator: Indicator, register: Contents, unit: str, breaks: Sequence[Break], span: tuple[date, date]
) -> tuple[Mark, ...]:
    adds, broken = side.added(indicator, register), concerning(breaks, indicator, unit=unit)
    return marks(
        register.decisions,
        register.events,
        indicator.id,
        unit=unit,
        changes=register.unit_changes,
        breaks=broken,
        adds=adds,
        span=span,
    )
