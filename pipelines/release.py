"""Releasing: one organisation's vault becomes a bundle of protected figures, inside its own zone.

    released = release(workspace, "region")

Every indicator of the catalogue is counted, protected with the zone's key and put in the outbox with a manifest that
says what the figures rest on. True counts live only in this process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from metrics import breaks, periods
from metrics.calculate import calculate
from metrics.catalogue import catalogue, catalogue_hash
from metrics.disclosure import METHOD, protect, record_keys
from metrics.indicator import Indicator, Organisation
from metrics.problem import Text, UserProblem
from pipelines import arrival, bundle, comparators, unit_history, vault
from pipelines.sources import SOURCES
from pipelines.vault import Delivery
from pipelines.workspace import Workspace, alone, key_id, zone_key

_SHOWN = ("ok", "suppressed")


@dataclass(frozen=True, kw_only=True)
class Released:
    """The bundle an organisation now has ready.

    Out     is_new  False where the figures are the same as in the newest bundle, which then stays as it is
    """

    path: Path
    release_id: str
    organisation: Organisation
    is_new: bool
    cells: int
    cells_suppressed: int


def release(workspace: Workspace, organisation: Organisation) -> Released:
    """The organisation's newest bundle, made now unless nothing has changed since the last one.

    Fails   key_missing, key_wrong, nothing_loaded, busy; no bundle is made
    """
    key = zone_key(workspace, organisation)
    with alone(workspace.outbox(organisation) / ".release.lock"), vault.reading(workspace, organisation) as connection:
        deliveries = vault.in_force(connection)
        if not deliveries:
            raise _nothing_loaded(workspace, organisation)
        cells = _protected(workspace, organisation, connection, key, deliveries)
        published = comparators.crossing(workspace, organisation, connection)
        manifest = _manifest(workspace, organisation, cells, key, deliveries, published)
        return _into_outbox(workspace, organisation, cells, manifest)


def _protected(
    workspace: Workspace,
    organisation: Organisation,
    connection: duckdb.DuckDBPyConnection,
    key: bytes,
    deliveries: Sequence[Delivery],
) -> pl.DataFrame:
    """Every cell the catalogue declares, counted and protected; the release's name is put on by the outbox."""
    follows = breaks.follows(workspace.breaks, organisation)
    tables = unit_history.moved(_tables(connection, key), follows)
    units = unit_history.open_dates(workspace.units, follows)
    last_rows = _last_rows(connection)
    protected = []
    for indicator in catalogue(workspace.indicators):
        window = _window(workspace, indicator, organisation, deliveries, last_rows)
        raw = calculate(indicator, organisation, tables, units=units, **window)
        protected.append(protect(raw, indicator, organisation))
    return pl.concat(protected)


def _tables(connection: duckdb.DuckDBPyConnection, key: bytes) -> dict[str, Any]:
    """The vault's tables as they lie, and each person's record key.

    Rule    a source that came with a later version than the vault has no table yet, and nothing delivered
    """
    there = {name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
    tables = {name: vault.table(connection, name) for name in SOURCES if name in there}
    persons = {
        person
        for table in tables.values()
        if "person" in table.columns
        for (person,) in table.select("person").distinct().fetchall()
    }
    connection.register("record_keys", record_keys(key, persons).to_arrow())
    return tables | {"record_keys": connection.table("record_keys")}


def _last_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, date]:
    """The last day of the last period, at its pace, that each source has rows in."""
    ends = {}
    for source in SOURCES.values():
        if source.pace and source.dated:
            [(last,)] = connection.sql(f'SELECT max("{source.dated}") FROM {source.name}').fetchall()  # noqa: S608  own names
            if last:
                ends[source.name] = periods.end(periods.index(last, source.pace), source.pace)
    return ends


def _window(
    workspace: Workspace,
    indicator: Indicator,
    organisation: Organisation,
    deliveries: Sequence[Delivery],
    last_rows: Mapping[str, date],
) -> dict[str, Any]:
    """The days an indicator can be counted for: what the committee asks for and the organisation has delivered.

    Rule    a period nobody has delivered has no figure, whatever the file's name claims; counted as zero it would
            look like a collapse. A figure may look back past the committee's first day, as far as its source was
            delivered without a hole
    """
    first, last, known_from, holes = workspace.data_from, workspace.data_to, workspace.data_from, []
    last = min(last, datetime.now(UTC).date())  # what has not happened yet is not a figure, though spells are open
    source = indicator.twins[organisation].source
    for name in {"persons", source}:
        spans = sorted(
            span for delivery in deliveries if delivery.source == name and (span := arrival.span(delivery.period))
        )
        if spans:
            first, last = max(first, spans[0][0]), min(last, max(end for _, end in spans))
            holes += arrival.holes(spans)
        if spans and name == source:
            known_from = spans[0][0]
    last = min(last, last_rows.get(source, last))
    return {"data_from": first, "data_to": last, "known_from": known_from, "holes": holes}


def _manifest(
    workspace: Workspace,
    organisation: Organisation,
    cells: pl.DataFrame,
    key: bytes,
    deliveries: Sequence[Delivery],
    published: list[dict[str, Any]],
) -> dict[str, Any]:
    """What the figures are and what they rest on; never a true count of something small."""
    with_data = cells.filter(pl.col("flag").is_in(_SHOWN))
    if with_data.is_empty():
        raise _nothing_loaded(workspace, organisation)
    ends = [
        periods.end(periods.index(first, grain), grain)
        for first, grain in with_data.select("period_start", "grain").unique().iter_rows()
    ]
    starts: list[date] = with_data["period_start"].unique().to_list()
    return {
        "organisation": organisation,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "code_version": bundle.code_version(),
        "catalogue_hash": catalogue_hash(workspace.indicators),
        "key_id": key_id(key),
        "method": METHOD,
        "data_from": min(starts).isoformat(),
        "data_to": max(ends).isoformat(),
        "committee": workspace.block(),
        "deliveries": [_delivery(delivery) for delivery in deliveries],
        "cells": cells.height,
        "cells_suppressed": cells.filter(pl.col("flag") == "suppressed").height,
    } | ({"comparators": published} if published else {})


def _delivery(delivery: Delivery) -> dict[str, Any]:
    """One delivery as the committee may know it: the joint zone sees no small count, nor one that gives it away."""
    return {
        "source": delivery.source,
        "period": delivery.period,
        "version": delivery.version,
        "sequence": delivery.delivery_id,
        "loaded_at": delivery.loaded_at.isoformat(timespec="seconds"),
        "rows_in": _about(delivery.rows_in),
        "accepted": _about(delivery.accepted),
        "refused": _about(delivery.refused),
        "reasons": [_told(reason) for reason in delivery.reasons],
        "normalised": [_told(change) for change in delivery.normalised],
        "overrides": [{"code": each["code"], "reason": each["reason"]} for each in delivery.overrides],
        "profile": delivery.profile_sha256[:16],
    }


def _about(rows: int) -> int | str:
    """A number of rows to the nearest ten: one person more or less in a later delivery cannot be read off it.

    >>> _about(7614), _about(3), _about(0)
    (7610, '<10', 0)
    """
    return "<10" if 0 < rows < 10 else round(rows, -1)


def _told(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A rule, and about how many rows it concerned."""
    text = {"sv": entry["text"]["sv"], "en": entry["text"]["en"]}
    return {"code": entry["code"], "rows": _about(entry["rows"]), "text": text}


def _into_outbox(
    workspace: Workspace, organisation: Organisation, cells: pl.DataFrame, manifest: dict[str, Any]
) -> Released:
    """The newest bundle where it already says exactly this, else a new one under the next free name."""
    outbox = workspace.outbox(organisation)
    before = bundle.newest(outbox, organisation)
    is_new = (
        before is None or _sealed(cells, manifest, bundle.release_of(before)).content != bundle.read(before).content
    )
    if before is None or is_new:
        taken = [bundle.release_of(path) for path in outbox.glob(f"*.{organisation}.zip")]
        quarter = _quarter(date.fromisoformat(manifest["data_to"]))
        before = bundle.write(outbox, _sealed(cells, manifest, bundle.following(quarter, taken)))
    return Released(
        path=before,
        release_id=bundle.release_of(before),
        organisation=organisation,
        is_new=is_new,
        cells=manifest["cells"],
        cells_suppressed=manifest["cells_suppressed"],
    )


def _sealed(cells: pl.DataFrame, manifest: dict[str, Any], release_id: str) -> bundle.Sealed:
    named = cells.with_columns(release_id=pl.lit(release_id))
    return bundle.seal(named, manifest | {"release_id": release_id})


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def _nothing_loaded(workspace: Workspace, organisation: Organisation) -> UserProblem:
    return UserProblem(
        "nothing_loaded",
        Text(
            sv="Det finns inga uppgifter att räkna på för {sv}. Läs in filer först: "
            "`samsyn load --organisation {organisation}`.",
            en="There are no data to count for {en}. Load files first: `samsyn load --organisation {organisation}`.",
        ).format(
            sv=workspace.organisations[organisation].sv,
            en=workspace.organisations[organisation].en,
            organisation=organisation,
        ),
        exit_code=2,
    )
