"""Receiving: bundles from the organisations are verified and become the committee's release in force.

    received = receive(workspace, [region_zip, municipality_zip])

The register's own figures are counted here, since the register is: they are published beside the organisations'.
A bundle that breaks any rule is refused and nothing changes. An organisation that sends nothing new keeps the part it
has in the release in force; one that has never sent anything is absent, and its absence is shown.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines import bundle, published, receive_log, succession
from pipelines.approval import Approval, of, verified
from pipelines.bundle import Bundle
from pipelines.bundle_checks import Expected, broken, expect, refused
from pipelines.register_source import RegisterFigures, register_figures
from pipelines.signing import fingerprint
from pipelines.trust import trusted
from pipelines.workspace import Workspace, alone

_REFUSALS = (4, 5)


@dataclass(frozen=True, kw_only=True)
class Received:
    """What the joint zone shows from now on.

    Out     is_new   False where the same bundles were already in force
            arrived  organisations whose bundle was taken in now
            kept     organisations whose part is carried over from the release before
            absent   organisations with no part at all
    """

    release_id: str
    is_new: bool
    arrived: tuple[Organisation, ...]
    kept: tuple[Organisation, ...]
    absent: tuple[Organisation, ...]
    cells: int


@dataclass(frozen=True, kw_only=True)
class _Part:
    """One organisation's share of a release: its rows and its entry in the manifest."""

    cells: pl.DataFrame
    entry: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class _Arrival:
    """A bundle that is believed, and who let it out."""

    path: Path
    bundle: Bundle
    approval: Approval


def receive(workspace: Workspace, paths: Sequence[Path] = ()) -> Received:
    """The release in force after the bundles in `paths`, or after the newest approved in every outbox of this folder.

    Rule    signatures are verified before anything in a bundle is read; whatever is refused is noted in the log
    Fails   nothing_to_receive, the codes of `approval.verified`, `bundle.read`, `bundle_checks` and `succession`, busy;
            the release in force is then unchanged
    """
    chosen = list(paths) or _waiting(workspace)
    try:
        return _received(workspace, chosen)
    except UserProblem as problem:
        if problem.exit_code in _REFUSALS:
            with suppress(OSError):  # the refusal stands, and says more than a full disk
                receive_log.note(workspace, chosen, "refused", why=problem.code)
        raise


def _received(workspace: Workspace, paths: Sequence[Path]) -> Received:
    expected = expect(workspace)
    arrived = [_verified(workspace, path, expected) for path in paths]
    _one_each(arrived)
    with alone(workspace.joint / ".receive.lock"):
        before = _in_force(workspace)
        for one in arrived:
            organisation = one.bundle.organisation
            entry = succession.last_received(workspace.joint, organisation)
            succession.follows(one.bundle, one.path, one.approval, entry, trusted(workspace, organisation))
        parts = _parts(arrived, before, expected)
        committee = register_figures(workspace)
        release_id = _same_release(workspace, parts, committee)
        is_new = release_id is None
        if release_id is None:
            release_id = _next_id(workspace, parts)
            for one in arrived:
                _keep(workspace, one.bundle, release_id)
            receive_log.note(workspace, paths, "accepted", release_id=release_id)
            manifest = _manifest(parts, committee, release_id, expected, workspace.now())
            published.publish(workspace.joint, release_id, _cells(parts, committee, release_id), manifest)
        elif published.current(workspace.joint) != release_id:
            # The run before this one was stopped between the finished file and the pointer.
            published.point_to(workspace.joint, release_id)
            is_new = True
        else:
            receive_log.note(workspace, paths, "unchanged", release_id=release_id)
    taken = {one.bundle.organisation for one in arrived}
    return Received(
        release_id=release_id,
        is_new=is_new,
        arrived=tuple(name for name in ORGANISATIONS if name in taken),
        kept=tuple(name for name in ORGANISATIONS if name in parts and name not in taken),
        absent=tuple(name for name in ORGANISATIONS if name not in parts),
        cells=committee.cells.height + sum(part.cells.height for part in parts.values()),
    )


def _waiting(workspace: Workspace) -> list[Path]:
    """The newest approved bundle of each outbox; one that awaits approval is left where it is."""
    paths = [
        approved[-1]
        for organisation in ORGANISATIONS
        if (approved := [path for path in bundle.all_in(workspace.outbox(organisation), organisation) if of(path)])
    ]
    if not paths:
        raise UserProblem(
            "nothing_to_receive",
            Text(
                sv="Det finns inget godkänt paket att ta emot. Gör ett i organisationens zon med "
                "`samsyn release --organisation region` och godkänn det med `--approve`, eller ange filen.",
                en="There is no approved bundle to receive. Make one in the organisation's zone with "
                "`samsyn release --organisation region` and approve it with `--approve`, or name the file.",
            ),
            exit_code=2,
        )
    return paths


def _verified(workspace: Workspace, path: Path, expected: Expected) -> _Arrival:
    packed = bundle.packed(path)
    approval = verified(packed, trusted(workspace, packed.organisation))
    one = bundle.opened(packed)
    if found := broken(one, expected):
        raise refused(path, found)
    return _Arrival(path=path, bundle=one, approval=approval)


def _one_each(arrived: Sequence[_Arrival]) -> None:
    if len({one.bundle.organisation for one in arrived}) < len(arrived):
        raise UserProblem(
            "same_organisation_twice",
            Text(
                sv="Två av paketen kommer från samma organisation. Ange ett paket per organisation, det senaste.",
                en="Two of the bundles come from the same organisation. Name one bundle each, the latest.",
            ),
            exit_code=2,
        )


def _in_force(workspace: Workspace) -> published.Published | None:
    release_id = published.current(workspace.joint)
    return published.read(workspace.joint, release_id) if release_id else None


def _parts(
    arrived: Sequence[_Arrival], before: published.Published | None, expected: Expected
) -> dict[Organisation, _Part]:
    """What each organisation has in the new release: its new bundle, or else what is in force from it.

    Rule    an older part counted by other definitions is left out rather than mixed in
    """
    parts = {one.bundle.organisation: _Part(cells=one.bundle.cells, entry=_entry(one)) for one in arrived}
    if before and before.manifest["catalogue_hash"] == expected.catalogue_hash:
        for organisation in ORGANISATIONS:
            if organisation not in parts and organisation in before.manifest["organisations"]:
                parts[organisation] = _Part(
                    cells=before.cells.filter(
                        pl.col("organisation") == organisation, pl.col("indicator_id").is_in(list(expected.indicators))
                    ),
                    entry=before.manifest["organisations"][organisation],
                )
    return {organisation: parts[organisation] for organisation in ORGANISATIONS if organisation in parts}


def _entry(arrival: _Arrival) -> dict[str, Any]:
    one, said, by = arrival.bundle, arrival.bundle.manifest, arrival.approval
    carried = ("data_from", "data_to", "cells", "cells_suppressed", "method", "deliveries", "key_id", "code_version")
    return {
        "released_at": said["created_at"],
        "bundle_release_id": one.release_id,
        "bundle_sha256": one.sha256,
        "content": one.content,
        "approved": {"role": by.role, "approved_at": by.approved_at, "key": fingerprint(by.key)},
    } | {name: said[name] for name in (*carried, "comparators", "gate") if name in said}


def _same_release(workspace: Workspace, parts: dict[Organisation, _Part], committee: RegisterFigures) -> str | None:
    """The release that already holds exactly these parts and these figures of the register, if there is one."""
    wanted = {organisation: part.entry["content"] for organisation, part in parts.items()}
    for release_id in reversed(published.releases(workspace.joint)):
        manifest = published.read_manifest(workspace.joint, release_id)
        held = {name: entry["content"] for name, entry in manifest["organisations"].items()}
        if held == wanted and manifest.get("register", {}).get("content") == committee.content:
            return release_id
    return None


def _next_id(workspace: Workspace, parts: dict[Organisation, _Part]) -> str:
    latest = max((part.entry["bundle_release_id"] for part in parts.values()), key=bundle.order)
    quarter = "-".join(latest.split("-")[:2])
    return bundle.following(quarter, published.releases(workspace.joint))


def _keep(workspace: Workspace, one: Bundle, release_id: str) -> None:
    """A copy of the bundle beside the release it became part of."""
    workspace.received.mkdir(exist_ok=True)
    target = workspace.received / f"{release_id}.{one.organisation}.zip"
    beside = target.with_suffix(".copying")
    with beside.open("wb") as file:
        file.write(one.packed)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)


def _cells(parts: dict[Organisation, _Part], committee: RegisterFigures, release_id: str) -> pl.DataFrame:
    columns = committee.cells.columns
    whole = [*(part.cells.select(columns) for part in parts.values()), committee.cells]
    return pl.concat(whole).with_columns(release_id=pl.lit(release_id))


def _manifest(
    parts: dict[Organisation, _Part], committee: RegisterFigures, release_id: str, expected: Expected, now: datetime
) -> dict[str, Any]:
    return {
        "release_id": release_id,
        "published_at": now.isoformat(timespec="seconds"),
        "catalogue_hash": expected.catalogue_hash,
        "code_version": bundle.code_version(),
        "committee": dict(expected.committee),
        "organisations": {organisation: part.entry for organisation, part in parts.items()},
        "register": committee.entry,
    }
