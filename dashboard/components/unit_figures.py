"""What the page about a unit is made of, worked out once per release, register and view, before any word or tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from governance.entries import Action, Confirmation, Contents, Event, Seat, UnitChange
from governance.entries import Unit as Registered
from metrics.breaks import Break
from metrics.funnel import FunnelPoint, funnel_points
from metrics.indicator import Indicator, Organisation
from metrics.periods import Grain
from metrics.scorecard import Row


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one figure of the unit lies among the units of its organisation, in the last period published by unit."""

    indicator: Indicator
    period_start: date
    point: FunnelPoint

    @property
    def grain(self) -> Grain:
        """The grain of the period."""
        return self.indicator.breakdowns["unit"]


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """All that the page shows of one unit.

    In      rows          the scorecard's, of the measures that are reported by unit
            elsewhere     measures reported only for the whole organisation
            registered    the unit as the register has it; None where it is not there
            leaders       the seat that leads it on each side
            last_days     the last day of each organisation that has left it, or closed it
            confirmations  of the period shown by organisation; `earlier` the others, newest first
    """

    rows: tuple[Row, ...]
    elsewhere: tuple[Indicator, ...]
    places: tuple[Place, ...]
    registered: Registered | None
    leaders: Mapping[Organisation, Seat]
    last_days: Mapping[Organisation, date]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]
    changes: tuple[UnitChange, ...]
    breaks: tuple[Break, ...]
    confirmations: Mapping[Organisation, Confirmation]
    earlier: tuple[Confirmation, ...]


def unit_figures(
    unit: str,
    period: str,
    rows: Sequence[Row],
    cells: pl.DataFrame,
    register: Contents,
    breaks: Sequence[Break],
    last_days: Mapping[Organisation, date],
) -> UnitFigures:
    """The figures of one unit.

    In      unit    its id
            period  the quarter the leaders confirm, "2025-Q4"
    """
    registered = next((each for each in register.units if each.id == unit), None)
    confirmed = [each for each in register.confirmations if each.unit_id == unit]
    return UnitFigures(
        rows=tuple(row for row in rows if "unit" in row.indicator.breakdowns),
        elsewhere=tuple(row.indicator for row in rows if "unit" not in row.indicator.breakdowns),
        places=places(rows, cells, unit),
        registered=registered,
        leaders=_leaders(registered, register),
        last_days=last_days,
        actions=tuple(
            each for each in register.actions if each.unit_id == unit and each.status in ("open", "under_way")
        ),
        events=tuple(each for each in register.events if unit in each.units),
        changes=tuple(each for each in register.unit_changes if each.unit_id == unit),
        breaks=tuple(each for each in breaks if unit in (*each.units_before, *each.units_after)),
        confirmations={each.organisation: each for each in confirmed if each.period == period},
        earlier=tuple(reversed([each for each in confirmed if each.period != period])),
    )


def places(rows: Sequence[Row], cells: pl.DataFrame, unit: str) -> tuple[Place, ...]:
    """Where each share of the unit lies among its organisation's units, in the order of the measures."""
    by_unit = cells.filter(pl.col("breakdown") == "unit")
    found = []
    for row in rows:
        own = by_unit.filter(pl.col("indicator_id") == row.indicator.id)
        if own.is_empty():
            continue
        latest: date = max(own["period_start"].to_list())
        funnel = funnel_points(own, row.indicator, latest)
        found += [
            Place(indicator=row.indicator, period_start=latest, point=point)
            for point in funnel.points
            if point.unit == unit
        ]
    return tuple(found)


def _leaders(unit: Registered | None, register: Contents) -> dict[Organisation, Seat]:
    if unit is None:
        return {}
    seats = {seat.id: seat for seat in register.seats}
    led: dict[Organisation, str | None] = {"region": unit.region_leader, "municipality": unit.municipality_leader}
    return {side: seats[seat] for side, seat in led.items() if seat in seats}
