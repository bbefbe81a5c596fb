"""Loading: one file, by way of its profile, its contract and its checks, into the organisation's vault."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import polars as pl

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import (
    arrival,
    checks,
    corrections,
    identity,
    notes,
    profile,
    quarantine,
    readers,
    reasons,
    stewards,
    totals,
    vault,
)
from pipelines.arrival import Arrival
from pipelines.clean import clean
from pipelines.contract import Source
from pipelines.corrections import Correction
from pipelines.profile import Profile
from pipelines.readers import Limits, Raw
from pipelines.readers.table import check_size
from pipelines.reasons import Reason
from pipelines.sources import SOURCES
from pipelines.stewards import Steward
from pipelines.vault import Delivery, Place
from pipelines.workspace import Workspace

Progress = Callable[[Text], None]
CodeLists = Mapping[str, Collection[str]]

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
            notes       what is worth knowing though nothing is refused for it
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
            already = vault.already(connection, arrived, known)
            if already and already.profile_sha256 == read_with:
                return _already(connection, arrived, already)
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
                    raw, known, code_lists, _latest(workspace, arrived), connection, arrived.period, mended
                )
                if not arrived.period:
                    arrived = replace(arrived, period=_period(connection, checked, known))
                place = vault.place(connection, arrived, known)
                _plausible(connection, arrived, place, known, checked, steward)
                tell(_KEEPING)
                return _keep(
                    workspace,
                    organisation,
                    connection,
                    arrived,
                    place,
                    known,
                    code_lists,
                    raw,
                    checked,
                    read_with,
                    steward,
                )
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
) -> _Checked:
    """The file's rows in the contract's shape, and every rule they break."""
    source = SOURCES[known.source]
    counted = Counter(raw.normalised)
    cleaned, unreadable, sums = [], [], []
    records = 0
    for frame in raw.frames():
        data, total_rows = totals.split(frame, known)
        batch = clean(data, source, known, code_lists, records)
        records += batch.rows.height
        cleaned.append(batch.rows)
        unreadable.append(batch.failures)
        sums.append(total_rows)
        counted.update(batch.counted)
    rows, unread, total_rows = pl.concat(cleaned), pl.concat(unreadable), pl.concat(sums)
    totals.check(total_rows, rows, source, known)
    counted["total_rows"] += total_rows.height
    if known.format in ("csv", "xlsx", "xls"):  # the others have no order of columns that a person chose
        counted["column_order"] += checks.reordered(raw.header, known)
    rows, unread, corrected = corrections.correct(rows, unread, source, period or _told_period(rows, source), mended)
    failures = checks.problems(rows, unread, source, latest, _known(connection, source))
    return _Checked(rows=rows, failures=failures, counted=counted, corrected=corrected)


def _plausible(
    connection: duckdb.DuckDBPyConnection,
    arrived: Arrival,
    place: Place,
    known: Profile,
    checked: _Checked,
    steward: Steward,
) -> None:
    """Refuse a file that is about another period than it says, or much shorter or longer than what it replaces."""
    checks.in_period(checked.rows, SOURCES[known.source], arrival.span(arrived.period))
    replaced = [delivery for delivery in vault.in_force(connection) if delivery.delivery_id in place.replaces]
    before = sum(delivery.rows_in for delivery in replaced)
    same_period = any(delivery.period == arrived.period for delivery in replaced)
    if problem := checks.row_count(checked.rows.height, before, same_period=same_period):
        steward.let(problem)


def _keep(
    workspace: Workspace,
    organisation: Organisation,
    connection: duckdb.DuckDBPyConnection,
    arrived: Arrival,
    place: Place,
    known: Profile,
    code_lists: CodeLists,
    raw: Raw,
    checked: _Checked,
    read_with: str,
    steward: Steward,
) -> LoadReport:
    """The rows that hold, in the vault; the others in quarantine. All of them there where too many fail."""
    source = SOURCES[known.source]
    why = reasons.from_failures(checked.failures, source, known, code_lists)
    evened = (*reasons.from_counts(checked.counted), *corrections.told(checked.corrected))
    refused = checked.failures["record"].n_unique()
    sequence = vault.next_sequence(connection)
    aside = quarantine.write(workspace.quarantine(organisation), sequence, raw, checked.failures, known)
    report = LoadReport(
        file=arrived.name,
        source=source.name,
        period=arrived.period,
        version=place.version,
        accepted=checked.rows.height - refused,
        refused_rows=refused,
        delivery_id=sequence,
        reasons=why,
        normalised=evened,
        notes=(
            *notes.gaps(vault.in_force(connection), source.name, arrived.period),
            *notes.clock(datetime.now(UTC), vault.last_noted(connection)),
        ),
        overridden=tuple(steward.used),
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
    delivery = Delivery(
        delivery_id=sequence,
        source=source.name,
        period=arrived.period,
        version=place.version,
        sha256=arrived.sha256,
        rows_in=checked.rows.height,
        accepted=report.accepted,
        refused=refused,
        reasons=vault.as_json(why),
        normalised=vault.as_json(evened),
        loaded_at=datetime.now(UTC),
        profile_sha256=read_with,
        variant=known.variant,
        overrides=steward.kept(),
    )
    holding = (checks.without(part, checked.failures) for part in checked.rows.iter_slices(SLICE_ROWS))
    vault.append(connection, delivery, arrived.name, holding, place.replaces)
    return report


def _refuse(
    connection: duckdb.DuckDBPyConnection, file: Path, known: Profile | None, problem: UserProblem
) -> LoadReport:
    """The file refused whole, and a note of it; of an incident not even the file's name is kept."""
    incident = problem.exit_code == identity.EXIT_INCIDENT
    source = known.source if known else ""
    name = hashlib.sha256(file.name.encode()).hexdigest()[:16] if incident else file.name
    reason = reasons.from_problem(problem)
    vault.note(connection, "incident" if incident else "refused", source, name, "", [reason])
    return LoadReport(file=name, source=source, file_refused=True, incident=incident, reasons=(reason,))


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
