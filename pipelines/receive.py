"""Receiving: bundles from the organisations are verified and become the committee's release in force.

    received = receive(workspace, [region_zip, municipality_zip])

A bundle that breaks any rule is refused and nothing changes. An organisation that sends nothing new keeps the part it
has in the release in force; one that has never sent anything is absent, and its absence is shown.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines import bundle, published
from pipelines.bundle import Bundle
from pipelines.bundle_checks import Broken, Expected, broken, expect
from pipelines.workspace import Workspace, alone


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


def receive(workspace: Workspace, paths: Sequence[Path] = ()) -> Received:
    """The release in force after the bundles in `paths`, or after the newest in every outbox of this folder.

    Fails   nothing_to_receive, the codes of `bundle.read` and `bundle_checks`, bundle_stale, bundle_conflict,
            key_changed, busy; the release in force is then unchanged
    """
    expected = expect(workspace)
    arrived = [_verified(path, expected) for path in paths or _waiting(workspace)]
    _one_each(arrived)
    with alone(workspace.joint / ".receive.lock"):
        before = _in_force(workspace)
        for one in arrived:
            _follows(one, before)
        parts = _parts(arrived, before, expected)
        release_id = _same_release(workspace, parts)
        is_new = release_id is None
        if release_id is None:
            release_id = _next_id(workspace, parts)
            for one in arrived:
                _keep(workspace, one, release_id)
            published.publish(
                workspace.joint, release_id, _cells(parts, release_id), _manifest(parts, release_id, expected)
            )
        elif published.current(workspace.joint) != release_id:
            # The run before this one was stopped between the finished file and the pointer.
            published.point_to(workspace.joint, release_id)
            is_new = True
    taken = {one.organisation for one in arrived}
    return Received(
        release_id=release_id,
        is_new=is_new,
        arrived=tuple(name for name in ORGANISATIONS if name in taken),
        kept=tuple(name for name in ORGANISATIONS if name in parts and name not in taken),
        absent=tuple(name for name in ORGANISATIONS if name not in parts),
        cells=sum(part.cells.height for part in parts.values()),
    )


def _waiting(workspace: Workspace) -> list[Path]:
    found = [bundle.newest(workspace.outbox(organisation), organisation) for organisation in ORGANISATIONS]
    paths = [path for path in found if path is not None]
    if not paths:
        raise UserProblem(
            "nothing_to_receive",
            Text(
                sv="Det finns inget paket att ta emot. Gör ett i organisationens zon med "
                "`samsyn release --organisation region`, eller ange filen.",
                en="There is no bundle to receive. Make one in the organisation's zone with "
                "`samsyn release --organisation region`, or name the file.",
            ),
            exit_code=2,
        )
    return paths


def _verified(path: Path, expected: Expected) -> Bundle:
    one = bundle.read(path)
    if found := broken(one, expected):
        raise _refused(path, found)
    return one


def _refused(path: Path, found: list[Broken]) -> UserProblem:
    """All that is wrong with a bundle in one message; what looks like a person makes it an incident."""
    is_incident = any(rule.code == "no_person" for rule in found)
    return UserProblem(
        f"bundle_{found[0].code}",
        Text(
            sv=f"Paketet {path.name} tas inte emot: {'; '.join(rule.text.sv for rule in found)}. "
            "Gör en ny frisläppning i zonen. Gällande frisläppning är oförändrad.",
            en=f"Bundle {path.name} is not received: {'; '.join(rule.text.en for rule in found)}. "
            "Make the release again in its zone. The release in force is unchanged.",
        ),
        exit_code=5 if is_incident else 4,
    )


def _one_each(arrived: list[Bundle]) -> None:
    if len({one.organisation for one in arrived}) < len(arrived):
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


def _follows(one: Bundle, before: published.Published | None) -> None:
    """A bundle may repeat or follow what is in force from its organisation, never go back or change it silently."""
    entry = before.manifest["organisations"].get(one.organisation) if before else None
    if entry is None:
        return
    if one.manifest["key_id"] != entry["key_id"]:
        raise _not_following(
            "key_changed",
            one,
            sv="det är gjort med en annan nyckel än förut, och nytt brus på samma siffror avslöjar dem. "
            "Återställ zonens nyckel från säkerhetskopian",
            en="it was made with another key than before, and new noise on the same figures gives them away. "
            "Restore the zone's key from its backup",
        )
    if bundle.order(one.release_id) < bundle.order(entry["bundle_release_id"]):
        raise _not_following(
            "bundle_stale",
            one,
            sv=f"{entry['bundle_release_id']} är redan mottaget och nyare",
            en=f"{entry['bundle_release_id']} is already received and newer",
        )
    if one.release_id == entry["bundle_release_id"] and one.content != entry["content"]:
        raise _not_following(
            "bundle_conflict",
            one,
            sv="ett annat innehåll är redan mottaget under samma namn. En rättelse ska ha nytt nummer",
            en="other contents are already received under the same name. A correction must have a new number",
        )


def _not_following(code: str, one: Bundle, *, sv: str, en: str) -> UserProblem:
    return UserProblem(
        code,
        Text(
            sv=f"Paketet {one.name} tas inte emot: {sv}. Gällande frisläppning är oförändrad.",
            en=f"Bundle {one.name} is not received: {en}. The release in force is unchanged.",
        ),
    )


def _parts(arrived: list[Bundle], before: published.Published | None, expected: Expected) -> dict[Organisation, _Part]:
    """What each organisation has in the new release: its new bundle, or else what is in force from it.

    Rule    an older part counted by other definitions is left out rather than mixed in
    """
    parts = {one.organisation: _Part(cells=one.cells, entry=_entry(one)) for one in arrived}
    if before and before.manifest["catalogue_hash"] == expected.catalogue_hash:
        for organisation in ORGANISATIONS:
            if organisation not in parts and organisation in before.manifest["organisations"]:
                parts[organisation] = _Part(
                    cells=before.cells.filter(pl.col("organisation") == organisation),
                    entry=before.manifest["organisations"][organisation],
                )
    return {organisation: parts[organisation] for organisation in ORGANISATIONS if organisation in parts}


def _entry(one: Bundle) -> dict[str, Any]:
    said = one.manifest
    carried = ("data_from", "data_to", "cells", "cells_suppressed", "method", "deliveries", "key_id", "code_version")
    return {
        "released_at": said["created_at"],
        "bundle_release_id": one.release_id,
        "bundle_sha256": one.sha256,
        "content": one.content,
    } | {name: said[name] for name in carried}


def _same_release(workspace: Workspace, parts: dict[Organisation, _Part]) -> str | None:
    """The release that already holds exactly these parts, if there is one."""
    wanted = {organisation: part.entry["content"] for organisation, part in parts.items()}
    for release_id in reversed(published.releases(workspace.joint)):
        manifest = published.read_manifest(workspace.joint, release_id)
        if {name: entry["content"] for name, entry in manifest["organisations"].items()} == wanted:
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


def _cells(parts: dict[Organisation, _Part], release_id: str) -> pl.DataFrame:
    return pl.concat([part.cells for part in parts.values()]).with_columns(release_id=pl.lit(release_id))


def _manifest(parts: dict[Organisation, _Part], release_id: str, expected: Expected) -> dict[str, Any]:
    return {
        "release_id": release_id,
        "published_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "catalogue_hash": expected.catalogue_hash,
        "code_version": bundle.code_version(),
        "committee": dict(expected.committee),
        "organisations": {organisation: part.entry for organisation, part in parts.items()},
    }
