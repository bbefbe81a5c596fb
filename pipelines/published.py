"""Published releases: one immutable DuckDB file each, a pointer to the one in force, and the read side.

A release is built beside the others, verified by reading it back, renamed into place, and only then
pointed at. A reader therefore sees the old release or the new one, never a mixture.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from metrics.problem import Text, UserProblem

CELL_SCHEMA: dict[str, pl.DataType] = {
    "release_id": pl.String(),
    "indicator_id": pl.String(),
    "definition_version": pl.Int32(),
    "organisation": pl.String(),
    "breakdown": pl.String(),  # all, unit, target_group, domain
    "group": pl.String(),  # "" for the total; the id of a unit, target group or domain; "other"
    "rater": pl.String(),  # user, staff, carer; "" where no rater is involved
    "domain": pl.Int32(),  # 1-22, null where no domain is involved
    "period_start": pl.Date(),
    "grain": pl.String(),  # month, quarter, half-year, year
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "low": pl.Float64(),
    "high": pl.Float64(),
    "n_shown": pl.Int64(),
    "flag": pl.String(),  # ok, suppressed, structural_zero, no_data, not_reached
    "method": pl.String(),
}
"""The protected cell: the only row that crosses from an organisation's zone. Shares are 0-1."""

RELEASE_ID = re.compile(r"^[0-9]{4}-Q[1-4](-[0-9]{1,3})?$")


@dataclass(frozen=True)
class Published:
    """A release as the joint zone holds it.

    Out     cells     protected cells, one row per figure (`CELL_SCHEMA`)
            manifest  {"release_id", "published_at", "organisations": {organisation: bundle manifest}}
    """

    release_id: str
    cells: pl.DataFrame
    manifest: dict[str, Any]


def publish(joint: Path, release_id: str, cells: pl.DataFrame, manifest: dict[str, Any]) -> Path:
    """The path of the release now in force.

    Rule    build beside, read back, rename, then move the pointer: a kill at any step leaves the old release
    Fails   release_exists where the id is taken: a release never changes, a correction gets a new id
    """
    folder = joint / "published"
    folder.mkdir(parents=True, exist_ok=True)
    final = _path(joint, release_id)
    if final.exists():
        raise UserProblem(
            "release_exists",
            Text(
                sv="Frisläppning {id} finns redan och ändras aldrig. Gör en rättelse med nytt nummer.",
                en="Release {id} already exists and never changes. Publish a correction under a new number.",
            ).format(id=release_id),
        )
    building = folder / f".{release_id}.building"
    for left_over in folder.glob(f"{building.name}*"):  # also the log of a build that was killed, or it is replayed
        left_over.unlink()
    ordered = in_order(cells)
    try:
        with duckdb.connect(str(building)) as connection:
            connection.register("ordered", ordered.to_arrow())
            connection.sql("CREATE TABLE protected_cell AS FROM ordered")
            connection.sql("CREATE TABLE manifest AS SELECT $text AS text", params={"text": json.dumps(manifest)})
            connection.execute("CHECKPOINT")  # all of it into the one file: the log beside it is not renamed with it
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise _unwritable(error) from None
    if _read_file(building, release_id).cells.height != ordered.height:
        raise RuntimeError("the release could not be read back as written")
    _to_disk(building)
    building.rename(final)
    _to_disk(folder)
    point_to(joint, release_id)
    return final


def _unwritable(error: Exception) -> UserProblem:
    return UserProblem(
        "release_unwritable",
        Text(
            sv="Frisläppningen går inte att skriva ({kind}). Är disken full eller skrivskyddad? Den som gällde gäller "
            "fortfarande. Åtgärda och ta emot paketen igen.",
            en="The release cannot be written ({kind}). Is the disk full or read-only? The one in force remains so. "
            "Mend it and receive the bundles again.",
        ).format(kind=type(error).__name__),
    )


def in_order(cells: pl.DataFrame) -> pl.DataFrame:
    """The cells with exactly the published columns, in the one order every copy of them has."""
    return cells.select(pl.col(name).cast(dtype) for name, dtype in CELL_SCHEMA.items()).sort(
        "indicator_id", "organisation", "breakdown", "group", "rater", "domain", "grain", "period_start"
    )


def point_to(joint: Path, release_id: str) -> None:
    """Make `release_id` the release in force; atomic."""
    pointer = joint / "CURRENT"
    beside = joint / ".CURRENT.new"
    with beside.open("w", encoding="utf-8") as file:
        file.write(release_id + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(pointer)
    _to_disk(joint)


def current(joint: Path) -> str | None:
    """The id of the release in force; None where nothing is published yet."""
    pointer = joint / "CURRENT"
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else None


NOTHING_PUBLISHED: Final = Text(
    sv="Ingen frisläppning är publicerad än. Kör först `samsyn release` för varje organisation "
    "och sedan `samsyn receive`.",
    en="No release is published yet. First run `samsyn release` for each organisation, then `samsyn receive`.",
)


def in_force(joint: Path) -> str:
    """The id of the release in force.

    Fails   nothing_published, with the commands that lead to a release
    """
    release_id = current(joint)
    if release_id is None:
        raise UserProblem("nothing_published", NOTHING_PUBLISHED, exit_code=2)
    return release_id


def releases(joint: Path) -> list[str]:
    """Ids of all published releases, oldest first."""
    found = [path.stem for path in (joint / "published").glob("*.duckdb")]
    return sorted(found, key=lambda name: [int(part) for part in re.findall(r"[0-9]+", name)])


def read(joint: Path, release_id: str) -> Published:
    """One release, whole, from its file: read-only and without access to anything outside it."""
    return _read_file(_path(joint, release_id), release_id)


def read_manifest(joint: Path, release_id: str) -> dict[str, Any]:
    """What a release says about itself, without its cells."""
    with _opened(_path(joint, release_id), release_id) as connection:
        return _manifest(connection)


def _to_disk(path: Path) -> None:
    """Wait until the file, or the names in the folder, would survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _path(joint: Path, release_id: str) -> Path:
    if not RELEASE_ID.match(release_id):
        raise UserProblem(
            "release_unknown",
            Text(
                sv="Frisläppningens namn ska se ut som 2025-Q4 eller 2025-Q4-2.",
                en="A release is named like 2025-Q4 or 2025-Q4-2.",
            ),
        )
    return joint / "published" / f"{release_id}.duckdb"


def _read_file(path: Path, release_id: str) -> Published:
    with _opened(path, release_id) as connection:
        cells = pl.DataFrame(connection.sql("FROM protected_cell").to_arrow_table())
        return Published(release_id=release_id, cells=cells, manifest=_manifest(connection))


def _opened(path: Path, release_id: str) -> duckdb.DuckDBPyConnection:
    if not path.exists():
        raise UserProblem(
            "release_unknown",
            Text(
                sv="Frisläppning {id} finns inte. Ta emot den på nytt med samsyn receive, eller säg till den som "
                "sköter servern.",
                en="There is no release {id}. Receive it again with samsyn receive, or tell whoever looks after the "
                "server.",
            ).format(id=release_id),
        )
    settings: dict[str, str | bool | int | float | list[str]] = {"enable_external_access": False}
    return duckdb.connect(str(path), read_only=True, config=settings)


def _manifest(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    [(text,)] = connection.sql("SELECT text FROM manifest").fetchall()
    manifest: dict[str, Any] = json.loads(text)
    return manifest
