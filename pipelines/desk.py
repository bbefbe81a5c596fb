"""What a data steward sees of one organisation's own zone: what waits, what was refused and why, and what is late.

Rule    rules, columns and counts; never a row, and never the name of a file that an incident was refused for
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from metrics import delivery_plan
from metrics.indicator import Organisation
from metrics.periods import Grain
from metrics.problem import Text, UserProblem
from pipelines import arrival, inbox, profile, vault
from pipelines.sources import SOURCES
from pipelines.vault import Delivery
from pipelines.workspace import TargetGroup, Unit, Workspace

USUAL_PACE: Grain = "quarter"
State = Literal["new", "refused", "incident", "loaded"]


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What became of one file, as the zone's log has it.

    Out     reasons  (rule in words, rows), the file as a whole as 0 rows
    """

    sequence: int
    at: datetime
    outcome: str
    source: str
    file: str
    reasons: tuple[tuple[Text, int], ...]


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One file of the inbox.

    Out     source   what a profile says it holds; "" where none knows it
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
            "SELECT sequence, noted_at, outcome, source, file, reasons FROM load_log ORDER BY sequence DESC"
        ).fetchall()
    log = tuple(
        Noted(
            sequence=sequence,
            at=at.replace(tzinfo=UTC),
            outcome=outcome,
            source=source,
            file=file,
            reasons=tuple((Text(**reason["text"]), reason["rows"]) for reason in json.loads(reasons)),
        )
        for sequence, at, outcome, source, file, reasons in rows
    )
    return Desk(deliveries=deliveries, log=log, files=_files(workspace, organisation, log), plan=_plan(deliveries))


def _files(workspace: Workspace, organisation: Organisation, log: Collection[Noted]) -> tuple[Waiting, ...]:
    """The inbox in the order it is best loaded; which files have been tried is told by the log."""
    try:
        found = inbox.waiting(workspace, organisation)
    except UserProblem:  # the inbox is empty
        return ()
    latest = {noted.file: noted for noted in reversed(list(log))}
    lists = code_lists(workspace)
    return tuple(_file(workspace, organisation, path, latest, lists) for path in found)


def _file(
    workspace: Workspace,
    organisation: Organisation,
    path: Path,
    latest: Mapping[str, Noted],
    lists: Mapping[str, Collection[str]],
) -> Waiting:
    hidden = hashlib.sha256(path.name.encode()).hexdigest()[:16]  # how the log names a file of an incident
    last = latest.get(path.name) or latest.get(hidden)
    if last and last.at.timestamp() < path.lstat().st_ctime - 1:
        last = None  # another file of the same name has come since
    states: dict[str, State] = {"refused": "refused", "incident": "incident"}
    state = states.get(last.outcome, "loaded") if last else "new"
    found = Waiting(path=path, state=state, last=last)
    try:
        return replace(found, source=profile.find(workspace.sources, organisation, path.name, None, lists).source)
    except UserProblem as problem:
        return replace(found, unknown=problem)


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
