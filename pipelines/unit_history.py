"""Units as they are now: what a unit that was merged or renamed once delivered is counted where its work went.

The vault keeps what was delivered; only the figures follow. Take the entry away, and they are as before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from metrics.calculate import OpenDates
from metrics.indicator import Organisation
from pipelines.committee import Unit


def moved(tables: Mapping[str, duckdb.DuckDBPyRelation], follows: Mapping[str, str]) -> dict[str, Any]:
    """The tables with each old unit's rows under the unit that holds its history now.

    In      follows  old unit -> new unit, as `metrics.breaks.follows` has them
    """
    if not follows:
        return dict(tables)
    now = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in follows.items())  # ids hold letters, digits and _
    return {
        name: table.project(f"* REPLACE (CASE unit {now} ELSE unit END AS unit)") if "unit" in table.columns else table
        for name, table in tables.items()
    }


def open_dates(units: Sequence[Unit], follows: Mapping[str, str], organisation: Organisation) -> OpenDates:
    """An organisation's first and last day in each unit; one that holds others' history opened with the first."""
    dates: dict[str, tuple[date | None, date | None]] = {}
    for unit in units:
        if unit.id not in follows:
            opened = [each.opened_on for each in units if each.id == unit.id or follows.get(each.id) == unit.id]
            known = [day for day in opened if day is not None]
            dates[unit.id] = (min(known) if len(known) == len(opened) else None, unit.last_day(organisation))
    return dates
