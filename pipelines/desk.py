"""What a data steward sees of one organisation's own zone: what waits, what was refused and why, and what is late.

Rule    rules, columns and counts; never a row, and never the name of a file that an incident was refused for
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from metrics import delivery_plan
from metrics.indicator import Organisation
from metrics.periods import Grain
from metrics.problem import Text, UserProblem
from pipelines import arrival, corrections, inbox, profile, vault
from pipelines.corrections import Correction
from pipelines.profile import Profile
from pipelines.sources import SOURCES
from pipelines.vault import Delivery
from pipelines.workspace import TargetGroup, Unit, Workspace

USUAL_PACE: Grain = "quarter"
State = Literal["new", "refused", "incident", "loaded"]


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What became of one file, as the zone's log has it.

    Out     sha256   of its content; "" where the file was refused before it was read
            reasons  (rule in words, rows), the file as a whole as 0 rows
    """

    sequence: int
    at: datetime
    outcome: str
    source: str
    file: str
    sha256: str
    reasons: tuple[tuple[Text, int], ...]


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One file of the inbox.

    Out     state    loaded where its content is, whenever the file was copied there
            source   what a profile says it holds; "" where none knows it
            unknown  why none does
            last     what became of it the last time, if it was tried
    """

    path: Path
    state: State
    source: str = ""
    unknown: UserProblem | None = None
    last: Noted | None = None


@dataclass(frozen=True, kw_only=True)
class Due:
    """How far a source reaches, and when its next delivery should be in."""

    source: str
    until: date
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One organisation's zone as it stands: deliveries in force, the log newest first, files of the inbox."""

    deliveries: tuple[Delivery, ...]
    log: tuple[Noted, ...]
    files: tuple[Waiting, ...]
    plan: tuple[Due, ...]


def desk(workspace: Workspace, organisation: Organisation) -> Desk:
    """The zone as it stands.

    Fails   busy (75) while a load is going on
    """
    with vault.reading(workspace, organisation) as connection:
        deliveries = tuple(vault.in_force(connection))
        rows = connection.sql(
            "SELECT sequence, noted_at, outcome, source, file, sha256, reasons FROM load_log ORDER BY sequence DESC"
        ).fetchall()
    log = tuple(
        Noted(
            sequence=sequence,
            at=at.replace(tzinfo=UTC),
            outcome=outcome,
            source=source,
            file=file,
            sha256=sha256,
            reasons=tuple((Text(**reason["text"]), reason["rows"]) for reason in json.loads(reasons)),
        )
        for sequence, at, outcome, source, file, sha256, reasons in rows
    )
    there = _There(
        workspace=workspace,
        organisation=organisation,
        deliveries=deliveries,
        latest={noted.file: noted for noted in reversed(log)},
        loaded=frozenset((noted.source, noted.sha256) for noted in log if noted.outcome in _LOADED),
        mended=_mended(workspace, organisation),
    )
    return Desk(deliveries=deliveries, log=log, files=_files(there), plan=_plan(deliveries))


def refused(now: Desk) -> tuple[Noted, ...]:
    """What was refused and not made good since, the newest first.

    Rule    files that lie refused in the inbox, and the last attempt of each source, wherever its file lies
    """
    waits = {file.last.sequence for file in now.files if file.last and file.state in _REFUSED}
    last = {noted.source: noted for noted in reversed(now.log) if noted.source}
    waits |= {noted.sequence for noted in last.values() if noted.outcome in _REFUSED}
    return tuple(noted for noted in now.log if noted.sequence in waits)


_REFUSED: Mapping[str, State] = {"refused": "refused", "incident": "incident"}
_LOADED = ("accepted", "already_loaded")


@dataclass(frozen=True, kw_only=True)
class _There:
    """What a file of the inbox is held against.

    In      latest  file | what became of it the last time
            loaded  (source, content) of all that was ever loaded
            mended  the zone's corrections, which a file is read with
    """

    workspace: Workspace
    organisation: Organisation
    deliveries: tuple[Delivery, ...]
    latest: Mapping[str, Noted]
    loaded: Collection[tuple[str, str]]
    mended: Sequence[Correction]


def _mended(workspace: Workspace, organisation: Organisation) -> tuple[Correction, ...]:
    try:
        return corrections.entries(workspace, organisation)
    except UserProblem:  # the loader says what is wrong with them
        return ()


def _files(there: _There) -> tuple[Waiting, ...]:
    """The inbox in the order it is best loaded; which files have been tried is told by the log."""
    try:
        found = inbox.waiting(there.workspace, there.organisation)
    except UserProblem:  # the inbox is empty
        return ()
    lists = code_lists(there.workspace)
    return tuple(_file(path, there, lists) for path in found)


def _file(path: Path, there: _There, lists: Mapping[str, Collection[str]]) -> Waiting:
    hidden = hashlib.sha256(path.name.encode()).hexdigest()[:16]  # how the log names a file of an incident
    last = there.latest.get(path.name) or there.latest.get(hidden)
    if last and last.at.timestamp() < path.lstat().st_ctime - 1:
        last = None  # another file of the same name has come since
    try:
        known, unknown = profile.find(there.workspace.sources, there.organisation, path.name, None, lists), None
    except UserProblem as problem:
        known, unknown = None, problem
    state = _REFUSED.get(last.outcome) if last else None
    return Waiting(
        path=path,
        state=state or ("loaded" if _is_loaded(path, last, known, there) else "new"),
        source=known.source if known else "",
        unknown=unknown,
        last=last,
    )


def _is_loaded(path: Path, last: Noted | None, known: Profile | None, there: _There) -> bool:
    """Whether what is in the file has been loaded, whatever it is called and whenever it was copied here.

    Rule    not so where it is in force as it was read before its profile or the corrections changed
    """
    content = last.sha256 if last else arrival.fingerprint(path) if path.is_file() else ""
    if known is None or (known.source, content) not in there.loaded:
        return last is not None
    read_with = corrections.read_with(known.sha256, there.mended, known.source)
    same = [one for one in there.deliveries if one.sha256 == content and one.source == known.source]
    return all(one.profile_sha256 == read_with for one in same)


def _plan(deliveries: Collection[Delivery]) -> tuple[Due, ...]:
    """Per source that has come, in the order of the sources, how far it reaches and when the next is due."""
    found = []
    for source in SOURCES.values():
        ends = [span[1] for one in deliveries if one.source == source.name and (span := arrival.span(one.period))]
        if ends and source.name != "statistics":  # published by others, in their own time
            until = max(ends)
            due = delivery_plan.due_on(until, source.pace or USUAL_PACE)
            found.append(Due(source=source.name, until=until, due_on=due))
    return tuple(found)


def code_lists(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """What the committee's units and target groups are called in a contract."""
    return {
        "units": tuple(unit.id for unit in workspace.units),
        "target_groups": tuple(group.id for group in workspace.target_groups),
    }


def names(workspace: Workspace) -> dict[str, dict[str, str]]:
    """What people call the units and target groups, and the ids they stand for."""
    listed: dict[str, tuple[Unit | TargetGroup, ...]] = {
        "units": workspace.units,
        "target_groups": workspace.target_groups,
    }
    return {
        name: {text: one.id for one in ones for text in (one.name.sv, one.name.en)} for name, ones in listed.items()
    }
