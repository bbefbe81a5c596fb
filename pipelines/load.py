"""Loading: one file, by way of its profile, its contract and its checks, into the organisation's vault."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import duckdb
import polars as pl

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import (
    arrival,
    changes,
    checks,
    corrections,
    delivered,
    delivery_checks,
    identity,
    profile,
    quarantine,
    readers,
    reasons,
    stewards,
    totals,
    vault,
    withheld,
)
from pipelines.arrival import Arrival
from pipelines.changes import Changes
from pipelines.clean import clean
from pipelines.contract import Source
from pipelines.corrections import Correction
from pipelines.delivered import Delivered
from pipelines.delivery_checks import Finding
from pipelines.profile import Profile
from pipelines.readers import Limits, Raw
from pipelines.readers.batch import batches
from pipelines.readers.table import check_size
from pipelines.reasons import Reason
from pipelines.sources import SOURCES
from pipelines.stewards import Steward
from pipelines.vault import Delivery, Place
from pipelines.workspace import Workspace

Progress = Callable[[Text], None]
CodeLists = Mapping[str, Collection[str]]
LeftOut = Callable[[pl.DataFrame, pl.DataFrame, Source], tuple[pl.DataFrame, pl.DataFrame, int]]
"""Rows, failures and source -> what is left without the persons that are not to be loaded, and how many rows went."""

SLICE_ROWS = 500_000
"""How many rows enter the vault at a time: a delivery is never held in memory twice."""

_READING = Text(sv="Läser", en="Reading")
_CHECKING = Text(sv="Kontrollerar", en="Checking")
_KEEPING = Text(sv="Sparar", en="Keeping")
_FINAL = (4, identity.EXIT_INCIDENT)


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """What became of a file.

    Rule    accepted + refused_rows are all its rows; a refused file has accepted none, and what was loaded before stays
    Out     quarantine  the file in the zone that holds the refused rows with their reasons
            notes       what is worth knowing though nothing is refused for it, and what a steward let it through
            changes     what differs from the deliveries it replaced; None where it replaced none
            overridden  checks that a steward let the file through, by code
    """

    file: str
    source: str
    period: str = ""
    version: int | None = None
    accepted: int = 0
    refused_rows: int = 0
    file_refused: bool = False
    incident: bool = False
    already_loaded: bool = False
    delivery_id: int | None = None
    reasons: tuple[Reason, ...] = ()
    normalised: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    changes: Changes | None = None
    overridden: tuple[str, ...] = ()
    quarantine: Path | None = None

    @property
    def exit_code(self) -> int:
        """0 loaded, 3 loaded without some rows, 4 refused, 5 refused for an identity number."""
        if self.incident:
            return identity.EXIT_INCIDENT
        return 4 if self.file_refused else 3 if self.refused_rows else 0


@dataclass(frozen=True, kw_only=True)
class _Checked:
    rows: pl.DataFrame
    failures: pl.DataFrame
    counted: Counter[str]
    corrected: int
    withdrawn: int


@dataclass(frozen=True, kw_only=True)
class _Loading:
    """One load on its way: whose it is, the file and its place, and what it is read and judged by."""

    workspace: Workspace
    organisation: Organisation
    connection: duckdb.DuckDBPyConnection
    arrived: Arrival
    place: Place
    known: Profile
    code_lists: CodeLists
    read_with: str
    steward: Steward


def load(
    workspace: Workspace,
    organisation: Organisation,
    file: Path,
    source: str | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    overrides: Mapping[str, str] | None = None,
) -> LoadReport:
    """Load one file into the organisation's vault.

    In      overrides  checks a steward lets the file through, by code, each with the reason, which is kept
    Rule    a file is accepted whole but for the rows the report counts, or nothing changes
    Fails   file_missing, profile_wrong, override_* (exit code 2), busy (75); any other problem refuses the file, in
            the report
    """
    steward = stewards.steward(overrides)
    tell = progress or (lambda _: None)
    code_lists = {
        "units": tuple(unit.id for unit in workspace.units),
        "target_groups": tuple(group.id for group in workspace.target_groups),
    }
    left_out = partial(withheld.dropped, workspace, organisation)
    with vault.writing(workspace, organisation) as connection:
        known: Profile | None = None
        try:
            identity.refuse_name(file.name)
            arrival.check_file(file)
            known = profile.find(workspace.sources, organisation, file.name, source, code_lists)
            check_size(file.stat().st_size, limits or Limits())  # before the whole of it is read for its fingerprint
            arrived = arrival.arrive(file, known)
            arrival.check_period(arrived.period, datetime.now(UTC).date())
            mended = corrections.entries(workspace, organisation)
            read_with = corrections.read_with(known.sha256, mended, known.source)
            before = vault.already(connection, arrived, known)
            if before and before.profile_sha256 == read_with:
                return _already(connection, arrived, before)
            if arrived.period:
                vault.place(connection, arrived, known)  # a stale file is refused before it is read
            tell(_READING)
            with readers.read(
                file, known.layout(SOURCES[known.source]), _scratch(workspace, organisation), limits
            ) as raw:
                arrival.check_rows(arrived, raw.rows)
                identity.refuse(raw, steward.let)
                checks.columns(raw.header, known)
                tell(_CHECKING)
                checked = _check(
                    raw, known, code_lists, _latest(workspace, arrived), connection, arrived.period, mended, left_out
                )
                if not arrived.period:
                    arrived = replace(arrived, period=_period(connection, checked, known))
                loading = _Loading(
                    workspace=workspace,
                    organisation=organisation,
                    connection=connection,
                    arrived=arrived,
                    place=vault.place(connection, arrived, known),
                    known=known,
                    code_lists=code_lists,
                    read_with=read_with,
                    steward=steward,
                )
                found = delivery_checks.findings(_seen(loading, checked))
                if stopping := _stopping(loading, checked, found):
                    return _refuse(connection, file, known, *stopping)
                tell(_KEEPING)
                return _keep(loading, raw, checked, found)
        except UserProblem as problem:
            if problem.exit_code not in _FINAL:
                raise
            return _refuse(connection, file, known, problem)


def _check(
    raw: Raw,
    known: Profile,
    code_lists: CodeLists,
    latest: date,
    connection: duckdb.DuckDBPyConnection,
    period: str,
    mended: Sequence[Correction],
    left_out: LeftOut,
) -> _Checked:
    """The file's rows in the contract's shape, and every rule they break."""
    source = SOURCES[known.source]
    counted = Counter(raw.normalised)
    cleaned, unreadable, told_sums = [], [], []
    records = 0
    for part in batches(raw):
        data, sums = totals.split(part, known)
        batch = clean(data, source, known, code_lists, records)
        records += batch.rows.height
        cleaned.append(batch.rows)
        unreadable.append(batch.failures)
        told_sums.append(sums.frame())
        counted.update(batch.counted)
    rows, unread, total_rows = pl.concat(cleaned), pl.concat(unreadable), pl.concat(told_sums)
    totals.check(total_rows, rows, source, known)
    counted["total_rows"] += total_rows.height
    if known.format in ("csv", "xlsx", "xls"):  # the others have no order of columns that a person chose
        counted["column_order"] += checks.reordered(raw.header, known)
    rows, unread, corrected = corrections.correct(rows, unread, source, period or _told_period(rows, source), mended)
    rows, unread, withdrawn = left_out(rows, unread, source)
    failures = checks.problems(rows, unread, source, latest, _known(connection, source))
    return _Checked(rows=rows, failures=failures, counted=counted, corrected=corrected, withdrawn=withdrawn)


def _seen(loading: _Loading, checked: _Checked) -> Delivered:
    """The delivery as the checks of whole deliveries see it, beside what is in force."""
    connection, source, rows = loading.connection, SOURCES[loading.known.source], checked.rows
    same = source.name, loading.known.variant
    loaded = [one for one in vault.in_force(connection) if (one.source, one.variant) == same]
    every, replaced = [one.delivery_id for one in loaded], loading.place.replaces
    beside = [number for number in every if number not in replaced]
    in_force = delivered.monthly_in_force(connection, source)
    return Delivered(
        source=source,
        organisation=loading.organisation,
        committee=loading.workspace,
        rows=rows,
        period=loading.arrived.period,
        unmapped=checked.failures.filter(code="code_unknown")["record"].n_unique(),
        loaded=loaded,
        replaced=[one for one in loaded if one.delivery_id in replaced],
        monthly=delivered.monthly(rows, source, _latest(loading.workspace, loading.arrived)),
        before=delivered.of_deliveries(in_force, every),
        beside=delivered.of_deliveries(in_force, beside),
        codes=delivered.codes(rows, source),
        codes_before=delivered.codes_in_force(connection, source, every),
        repeated=delivered.repeated(connection, source, rows, beside),
        early=delivered.early_outcomes(connection, source, rows),
        now=datetime.now(UTC),  # the real clock, as what it is held against: a made-up example stands still
        last_noted=vault.last_noted(connection),
    )


def _stopping(loading: _Loading, checked: _Checked, found: Sequence[Finding]) -> list[UserProblem]:
    """What the checks refuse the file for; warnings wait until its rows are right, which say more."""
    graver = [finding for finding in found if finding.check.severity == "refuse"]
    broken = checks.refuses_file(checked.failures, SOURCES[loading.known.source], checked.rows.height)
    return loading.steward.stopped(graver if broken and not graver else found) if graver or not broken else []


def _keep(loading: _Loading, raw: Raw, checked: _Checked, found: Sequence[Finding]) -> LoadReport:
    """The rows that hold, in the vault; the others in quarantine. All of them there where too many fail."""
    connection, arrived, known = loading.connection, loading.arrived, loading.known
    source, replaces = SOURCES[known.source], loading.place.replaces
    why = reasons.from_failures(checked.failures, source, known, loading.code_lists)
    refused = checked.failures["record"].n_unique()
    sequence = vault.next_sequence(connection)
    aside = quarantine.write(loading.workspace.quarantine(loading.organisation), sequence, raw, checked.failures, known)
    report = LoadReport(
        file=arrived.name,
        source=source.name,
        period=arrived.period,
        version=loading.place.version,
        accepted=checked.rows.height - refused,
        refused_rows=refused,
        delivery_id=sequence,
        reasons=why,
        normalised=(*reasons.from_counts(checked.counted), *corrections.told(checked.corrected)),
        notes=(*(reasons.from_problem(finding.problem) for finding in found), *withheld.told(checked.withdrawn)),
        overridden=tuple(loading.steward.used),
        quarantine=aside,
    )
    if whole := checks.refuses_file(checked.failures, source, checked.rows.height):
        every = (reasons.from_problem(whole), *why)
        vault.note(connection, "refused", source.name, arrived.name, arrived.sha256, every)
        return replace(
            report,
            notes=(),
            accepted=0,
            refused_rows=checked.rows.height,
            file_refused=True,
            delivery_id=None,
            reasons=every,
        )
    report = replace(report, changes=changes.compare(connection, source, checked.rows, checked.failures, replaces))
    delivery = Delivery(
        delivery_id=sequence,
        source=source.name,
        period=arrived.period,
        version=loading.place.version,
        sha256=arrived.sha256,
        rows_in=checked.rows.height,
        accepted=report.accepted,
        refused=refused,
        reasons=vault.as_json(why),
        normalised=vault.as_json(report.normalised),
        loaded_at=loading.workspace.now(),
        profile_sha256=loading.read_with,
        variant=known.variant,
        overrides=loading.steward.kept(),
        changes=report.changes.as_json() if report.changes else None,
        notes=vault.as_json(report.notes),
    )
    holding = (checks.without(part, checked.failures) for part in checked.rows.iter_slices(SLICE_ROWS))
    vault.append(connection, delivery, arrived.name, holding, replaces)
    return report


def _refuse(
    connection: duckdb.DuckDBPyConnection, file: Path, known: Profile | None, *problems: UserProblem
) -> LoadReport:
    """The file refused whole, and a note of it; of an incident not even the file's name is kept."""
    incident = any(problem.exit_code == identity.EXIT_INCIDENT for problem in problems)
    source = known.source if known else ""
    name = hashlib.sha256(file.name.encode()).hexdigest()[:16] if incident else file.name
    why = tuple(reasons.from_problem(problem) for problem in problems)
    vault.note(connection, "incident" if incident else "refused", source, name, "", why)
    return LoadReport(file=name, source=source, file_refused=True, incident=incident, reasons=why)


def _told_period(rows: pl.DataFrame, source: Source) -> str:
    """The period the rows are dated in; "" where they say what there is, not what happened."""
    return arrival.told_by(rows[source.dated]) if source.dated else ""


def _period(connection: duckdb.DuckDBPyConnection, checked: _Checked, known: Profile) -> str:
    """The period of a file that does not name one: what its good rows are dated, else what it can only correct."""
    source = SOURCES[known.source]
    if period := _told_period(checks.without(checked.rows, checked.failures), source):
        return period
    loaded = {delivery.period for delivery in vault.in_force(connection) if delivery.source == known.source}
    return loaded.pop() if len(loaded) == 1 else ""


def _already(connection: duckdb.DuckDBPyConnection, arrived: Arrival, delivery: Delivery) -> LoadReport:
    vault.note(connection, "already_loaded", delivery.source, arrived.name, arrived.sha256, [])
    return LoadReport(
        file=arrived.name,
        source=delivery.source,
        period=delivery.period,
        version=delivery.version,
        already_loaded=True,
        delivery_id=delivery.delivery_id,
    )


def _known(connection: duckdb.DuckDBPyConnection, source: Source) -> Collection[str]:
    if source.refers_to is None:
        return ()
    column, other = source.refers_to
    return [value for (value,) in connection.table(other).select(column).fetchall()]


def _latest(workspace: Workspace, arrived: Arrival) -> date:
    span = arrival.span(arrived.period)
    return span[1] if span else workspace.data_to


def _scratch(workspace: Workspace, organisation: Organisation) -> Path:
    return workspace.zone(organisation) / "reading"
