"""Releasing: one organisation's vault becomes a bundle of protected figures, inside its own zone.

    released = release(workspace, "region")

Every indicator of the catalogue is counted, protected with the zone's key and put in the outbox with a manifest that
says what the figures rest on. True counts live only in this process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from metrics import breaks, periods
from metrics.calculate import calculate
from metrics.catalogue import catalogue, catalogue_hash, distributions
from metrics.counting import count
from metrics.disclosure import STANDARD, Strength, method_of, nested, record_keys
from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import arrival, bundle, comparators, gate, retention, unit_history, vault, withheld
from pipelines.bundle import Bundle
from pipelines.gate import Counted, Passed, Step
from pipelines.sources import SOURCES
from pipelines.vault import Delivery
from pipelines.withheld import Withheld
from pipelines.workspace import Workspace, alone, key_id, zone_key

IN_MEMORY = 3_000_000
"""Rows of all tables together, from here on counted in the database: some four thousand persons over ten years."""

_SHOWN = ("ok", "suppressed")


@dataclass(frozen=True, kw_only=True)
class Released:
    """The bundle an organisation now has ready.

    Out     is_new        False where the figures are the same as in the newest bundle, which then stays as it is
            nothing_came  whether it is new though nothing was delivered since the bundle before: then persons have been
                          taken out, and who compares the two knows that counts have only fallen
            lacks         the sources nothing was ever loaded of
            gate          the report of the gate it passed
    """

    path: Path
    release_id: str
    organisation: Organisation
    is_new: bool
    nothing_came: bool
    lacks: tuple[str, ...]
    cells: int
    cells_suppressed: int
    gate: dict[str, Any]


def release(workspace: Workspace, organisation: Organisation, *, step: Step = gate.in_silence) -> Released:
    """The organisation's newest bundle, made now unless nothing has changed since the last one.

    In      step  told what is being done, as it is done
    Fails   key_missing, key_wrong, nothing_loaded, busy, gate_failed; no bundle is made
    """
    with counting(workspace, organisation) as zone:
        unproved = gate.as_it_would_be(zone.counted, organisation, zone.strength)
        if (same := _said_before(zone, unproved, _manifest(zone, unproved, zone.strength))) is not None:
            return _released(workspace, same, is_new=False)
        passed = gate.through(zone.counted, organisation, zone.earlier, zone.strength, step)
        return _into_outbox(zone, passed)


def inspect(workspace: Workspace, organisation: Organisation, *, step: Step = gate.in_silence) -> dict[str, Any]:
    """The gate's report on what would be released now; nothing is written.

    Fails   as `release`
    """
    with counting(workspace, organisation) as zone:
        return gate.through(zone.counted, organisation, zone.earlier, zone.strength, step).report


@dataclass(frozen=True, kw_only=True)
class _Zone:
    """One organisation's zone while a release is made: its true figures, and what it has released before."""

    workspace: Workspace
    organisation: Organisation
    key: bytes
    deliveries: Sequence[Delivery]
    published: list[dict[str, Any]]
    counted: Sequence[Counted]
    earlier: Sequence[pl.DataFrame]
    before: Bundle | None

    @property
    def strength(self) -> Strength:
        """The noise to begin with: what it was before, since another on the same figures tells more of them."""
        return STANDARD if self.before is None else gate.strength_of(self.before.manifest["method"])


@contextmanager
def counting(workspace: Workspace, organisation: Organisation) -> Iterator[_Zone]:
    """The zone with everything counted, for one release at a time."""
    key = zone_key(workspace, organisation)
    outbox = workspace.outbox(organisation)
    with alone(outbox / ".release.lock"), vault.reading(workspace, organisation) as connection:
        deliveries = vault.in_force(connection)
        if not deliveries:
            raise _nothing_loaded(workspace, organisation)
        released = [bundle.read(path) for path in bundle.all_in(outbox, organisation)]
        yield _Zone(
            workspace=workspace,
            organisation=organisation,
            key=key,
            deliveries=deliveries,
            published=comparators.crossing(workspace, organisation, connection),
            counted=_counted(workspace, organisation, connection, key, deliveries),
            earlier=[each.cells for each in released],
            before=released[-1] if released else None,
        )


def _counted(
    workspace: Workspace,
    organisation: Organisation,
    connection: duckdb.DuckDBPyConnection,
    key: bytes,
    deliveries: Sequence[Delivery],
) -> list[Counted]:
    """Every cell the catalogue declares, counted; what leaves the zone is decided by the gate."""
    follows = breaks.follows(workspace.breaks, organisation)
    counted_from = _tables(connection, key, withheld.opened(workspace, organisation))
    tables = _at_hand(unit_history.moved(counted_from, follows))
    units = unit_history.open_dates(workspace.units, follows, organisation)
    last_rows, kept = _last_rows(connection), retention.first_kept(connection)
    counted = []
    for indicator in catalogue(workspace.indicators):
        if indicator.of_register:  # counted in the joint zone, where the register is
            continue
        window = _window(workspace, indicator.twins[organisation].source, deliveries, last_rows, kept)
        source = indicator.twins[organisation].source
        raw = calculate(indicator, organisation, tables, units=units, **window)
        counted.append(Counted(definition=indicator, source=source, raw=raw))
    for distribution in distributions():
        window = _window(workspace, distribution.source, deliveries, last_rows, kept)
        raw = count(distribution, organisation, tables, **window)
        sums = distribution.sums
        counted.append(Counted(definition=distribution, source=distribution.source, raw=raw, sums=sums))
    return _nearly_the_same(counted)


def _nearly_the_same(counted: Sequence[Counted]) -> list[Counted]:
    """The same, where a count that is nearly another's is that other's."""
    raw = {each.definition.id: each.raw for each in counted}
    for part, whole in nested.NEARLY:
        if part in raw and whole in raw:
            raw[part] = nested.as_the_whole(raw[part], raw[whole])
    return [replace(each, raw=raw[each.definition.id]) for each in counted]


def _tables(connection: duckdb.DuckDBPyConnection, key: bytes, listed: Withheld) -> dict[str, Any]:
    """The vault's tables but for who has withdrawn, and the record key of each person, staff included.

    Rule    a source that came with a later version than the vault has no table yet, and nothing delivered
    """
    there = {name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
    tables = {name: vault.table(connection, name) for name in SOURCES if name in there}
    tables = withheld.left_out(connection, tables, SOURCES, listed)
    persons = {
        person
        for table in tables.values()
        for column in {"person", "staff"} & set(table.columns)
        for (person,) in table.select(column).distinct().fetchall()
    }
    connection.register("record_keys", record_keys(key, persons).to_arrow())
    return tables | {"record_keys": connection.table("record_keys")}


def _at_hand(tables: Mapping[str, duckdb.DuckDBPyRelation]) -> Mapping[str, Any]:
    """The tables in memory, where they have room there: hundreds of small questions are asked, and each costs the
    database more to plan than to answer. Larger ones stay in it, which needs less memory than they do.
    """
    rows = sum(table.shape[0] for table in tables.values())
    if rows > IN_MEMORY:
        return tables
    return {name: pl.DataFrame(table.to_arrow_table()) for name, table in tables.items()}


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
    workspace: Workspace, source: str, deliveries: Sequence[Delivery], last_rows: Mapping[str, date], kept: date | None
) -> dict[str, Any]:
    """The days that `source` can be counted for: what the committee asks for and the organisation has delivered.

    Rule    a period nobody has delivered has no figure, whatever the file's name claims; counted as zero it would
            look like a collapse. A figure may look back past the committee's first day, as far as its source was
            delivered without a hole
    """
    first, last, known_from, holes = workspace.data_from, workspace.data_to, workspace.data_from, []
    last = min(last, datetime.now(UTC).date())  # what has not happened yet is not a figure, though spells are open
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
    if kept:  # what was taken out for its age cannot be counted either
        first, known_from = max(first, kept), max(known_from, kept)
    return {"data_from": first, "data_to": last, "known_from": known_from, "holes": holes}


def _manifest(zone: _Zone, cells: pl.DataFrame, strength: Strength) -> dict[str, Any]:
    """What the figures are and what they rest on; never a true count of something small."""
    with_data = cells.filter(pl.col("flag").is_in(_SHOWN))
    if with_data.is_empty():
        raise _nothing_loaded(zone.workspace, zone.organisation)
    ends = [
        periods.end(periods.index(first, grain), grain)
        for first, grain in with_data.select("period_start", "grain").unique().iter_rows()
    ]
    starts: list[date] = with_data["period_start"].unique().to_list()
    return {
        "organisation": zone.organisation,
        "created_at": zone.workspace.now().isoformat(timespec="seconds"),
        "code_version": bundle.code_version(),
        "catalogue_hash": catalogue_hash(zone.workspace.indicators),
        "key_id": key_id(zone.key),
        "method": method_of(strength),
        "data_from": min(starts).isoformat(),
        "data_to": max(ends).isoformat(),
        "committee": zone.workspace.block(),
        "deliveries": [_delivery(delivery) for delivery in zone.deliveries],
        "cells": cells.height,
        "cells_suppressed": cells.filter(pl.col("flag") == "suppressed").height,
    } | ({"comparators": zone.published} if zone.published else {})


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


def _into_outbox(zone: _Zone, passed: Passed) -> Released:
    """The newest bundle where it already says exactly this, else a new one under the next free name."""
    manifest = _manifest(zone, passed.cells, passed.strength) | {
        "gate": passed.report | {"cells_sha256": bundle.cells_sum(passed.cells)}
    }
    if (same := _said_before(zone, passed.cells, manifest)) is not None:
        return _released(zone.workspace, same, is_new=False)
    outbox = zone.workspace.outbox(zone.organisation)
    taken = [bundle.release_of(path) for path in outbox.glob(f"*.{zone.organisation}.zip")]
    quarter = _quarter(date.fromisoformat(manifest["data_to"]))
    path = bundle.write(outbox, _sealed(passed.cells, manifest, bundle.following(quarter, taken)))
    came = {each["sequence"] for each in manifest["deliveries"]}
    before = None if zone.before is None else {each["sequence"] for each in zone.before.manifest["deliveries"]}
    return _released(zone.workspace, bundle.read(path), is_new=True, nothing_came=came == before)


def _said_before(zone: _Zone, cells: pl.DataFrame, manifest: dict[str, Any]) -> Bundle | None:
    """The newest bundle, where it says exactly this and has passed the gate."""
    before = zone.before
    if before is None or "gate" not in before.manifest:
        return None
    return before if _sealed(cells, manifest, before.release_id).content == before.content else None


def _released(workspace: Workspace, made: Bundle, *, is_new: bool, nothing_came: bool = False) -> Released:
    there = {each["source"] for each in made.manifest["deliveries"]}
    return Released(
        path=workspace.outbox(made.organisation) / made.name,
        release_id=made.release_id,
        organisation=made.organisation,
        is_new=is_new,
        nothing_came=nothing_came,
        lacks=tuple(name for name in SOURCES if name not in there),
        cells=made.manifest["cells"],
        cells_suppressed=made.manifest["cells_suppressed"],
        gate=made.manifest["gate"],
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
