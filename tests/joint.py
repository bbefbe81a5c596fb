"""A joint zone to show: a release with every indicator of the catalogue, a manifest and a register.

Drawn, not computed: pages are tested on figures a reader of the test can see, and on one story per state.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from governance.entries import Decision, Target
from governance.register import open_register
from metrics import catalogue, periods
from metrics.indicator import ORGANISATIONS, Breakdown, Indicator, Organisation
from metrics.problem import Text
from pipelines import published
from tests.builders import cells

UNITS = {"norra_mottagningen": "Norra mottagningen", "dagcentrum": "Dagcentrum"}
GROUPS = {"psychosis": "Psykossjukdom", "young_adults": "Unga vuxna"}
LAST_DAY = date(2025, 12, 31)
PERIODS = 16
USUAL = (0.60, 0.66, 0.58, 0.64)
LEVELS = {
    "share": 1.0, "per_person": 3.0, "sek_per_person": 60_000.0, "days": 200.0, "days_per_100": 300.0, "points": 0.5,
    "index": 100.0, "months": 24.0,
}  # fmt: skip


def a_joint_zone(
    folder: Path,
    *,
    organisations: Sequence[Organisation] = ORGANISATIONS,
    overrides: Mapping[tuple[str, Organisation], Sequence[float | str]] | None = None,
    register: bool = True,
    deliveries: dict[Organisation, list[dict[str, Any]]] | None = None,
    committee: dict[str, Any] | None = None,
    release_id: str = "2025-Q4",
    comparators: dict[Organisation, list[dict[str, Any]]] | None = None,
    spread: pl.DataFrame | None = None,
) -> Path:
    """A joint zone with one release.

    In      overrides    the last values of a series: shares of its usual height, or a flag
            comparators  published figures each organisation brings
            spread       cells of distributions, as `tests.joint_spread` draws them
    """
    folder.mkdir(parents=True, exist_ok=True)
    frames = [
        _series(indicator, organisation, breakdown, group, (overrides or {}).get((indicator.id, organisation), ()))
        for indicator in catalogue.catalogue()
        for organisation in organisations
        for breakdown in indicator.breakdowns
        for group in _groups(breakdown)
    ]
    parts = {
        organisation: _part((deliveries or {}).get(organisation, [a_delivery()])) for organisation in organisations
    }
    for organisation, told in (comparators or {}).items():
        parts[organisation]["comparators"] = told
    frames += [] if spread is None else [spread]
    published.publish(folder, release_id, pl.concat(frames), _manifest(release_id, parts, committee or {}))
    if register:
        a_register(folder)
    return folder


def without_a_unit(joint: Path, indicator: str, organisation: Organisation, unit: str) -> Path:
    """The joint zone with a release after it, in which this unit has no figures of this measure on one side."""
    last = published.read(joint, published.current(joint) or "")
    gone = (pl.col("indicator_id") == indicator) & (pl.col("organisation") == organisation) & (pl.col("group") == unit)
    published.publish(joint, f"{last.release_id}-2", last.cells.filter(~gone), {**last.manifest})
    return joint


def a_register(folder: Path) -> None:
    """A register with one decision that sets one target for both organisations."""
    shutil.copytree(_register_made_once().name, folder, dirs_exist_ok=True)


@cache
def _register_made_once() -> tempfile.TemporaryDirectory[str]:
    """A folder with the register and its key, which every other is a copy of."""
    folder = tempfile.TemporaryDirectory()
    opened = open_register(Path(folder.name) / "register.sqlite")
    said = Text(sv="Mål för uppföljning", en="Target for follow-up")
    opened.add_decision(
        Decision(id="B-2025-003", decided_on=date(2025, 1, 20), title=said, text=said, reason=said, indicators=("P2",))
    )
    for organisation in ORGANISATIONS:
        opened.add_target(
            Target(
                indicator_id="P2",
                organisation=organisation,
                value=0.75,
                from_on=date(2025, 2, 1),
                decision_id="B-2025-003",
            )
        )
    return folder


def a_delivery(**overrides: Any) -> dict[str, Any]:
    """A delivery without anything refused."""
    delivery: dict[str, Any] = {
        "source": "sip_plans",
        "period": "2016-2025",
        "version": 1,
        "sequence": 1,
        "loaded_at": "2026-01-12T08:14:00Z",
        "rows_in": 4100,
        "accepted": 4100,
        "refused": 0,
        "reasons": [],
        "normalised": [],
        "profile": "region.sip_plans",
    }
    return delivery | overrides


def _groups(breakdown: Breakdown) -> Sequence[str]:
    named: dict[str, Sequence[str]] = {
        "all": ("",),
        "unit": tuple(UNITS),
        "target_group": tuple(GROUPS),
        "party": (*ORGANISATIONS, "association"),
    }
    return named.get(breakdown, ())


def _series(
    indicator: Indicator, organisation: Organisation, breakdown: Breakdown, group: str, last: Sequence[float | str]
) -> pl.DataFrame:
    grain = indicator.breakdowns[breakdown]
    height = LEVELS[indicator.unit]
    shares: list[float | str] = [*(USUAL * (PERIODS // len(USUAL)))[: PERIODS - len(last)], *last]
    values = [value if isinstance(value, str) else value * height for value in shares]
    end = periods.index(LAST_DAY, grain)
    drawn = cells(
        values,
        indicator=indicator.id,
        organisation=organisation,
        breakdown=breakdown,
        group=group,
        first=periods.start(end - PERIODS + 1, grain),
        grain=grain,
        n_shown=100,
        method="ckm",
    )
    if indicator.measure == "share_of_joint":
        return drawn.with_columns(
            pl.lit(None, pl.Float64).alias("value"), pl.lit(None, pl.Float64).alias("denominator")
        )
    return drawn


def _part(deliveries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "released_at": "2026-01-14T09:00:00Z",
        "bundle_sha256": "3f" * 32,
        "data_from": "2016-01-01",
        "data_to": LAST_DAY.isoformat(),
        "cells": 1234,
        "cells_suppressed": 56,
        "method": "ckm",
        "deliveries": deliveries,
    }


def _manifest(release_id: str, parts: dict[Organisation, dict[str, Any]], committee: dict[str, Any]) -> dict[str, Any]:
    return {
        "release_id": release_id,
        "published_at": "2026-01-16T14:02:00Z",
        "catalogue_hash": catalogue.catalogue_hash(),
        "code_version": "0.1.0",
        "committee": {
            "id": "demo",
            "name": {"sv": "Styrgruppen", "en": "The steering committee"},
            "synthetic": True,
            "inhabitants": 96000,
            "data_from": "2016-01-01",
            "data_to": LAST_DAY.isoformat(),
            "organisations": {
                "region": {"name": {"sv": "Regionen", "en": "The region"}},
                "municipality": {"name": {"sv": "Kommunen", "en": "The municipality"}},
            },
            "units": [_named(unit, name) | {"kind": "co_located"} for unit, name in UNITS.items()],
            "target_groups": [_named(group, name) for group, name in GROUPS.items()],
        }
        | committee,
        "organisations": parts,
    }


def _named(name_id: str, name: str) -> dict[str, Any]:
    return {"id": name_id, "name": {"sv": name, "en": f"{name} (en)"}}
