"""A bundle: what an organisation carries out of its zone, a zip with protected cells and their manifest.

    cells.csv       the cells, for people: one row per figure
    cells.parquet   the same rows, for the machine
    manifest.json   whose they are, what they rest on, and the SHA-256 of both files

The same cells and manifest always give the same bytes. An approval is added after them, as the zip's comment, so that
what is approved is every byte that was there (`pipelines.approval`). Reading trusts nothing: names, sizes and sums are
checked before a value is looked at, and the contents after that by `pipelines.bundle_checks`.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import zipfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.published import CELL_SCHEMA, in_order

FORMAT = 1
CELLS_CSV, CELLS_PARQUET, MANIFEST = "cells.csv", "cells.parquet", "manifest.json"
FILES = (CELLS_CSV, CELLS_PARQUET, MANIFEST)
MAX_BYTES = 256 * 1024 * 1024
MAX_RATIO = 200
"""Tidy cells repeat themselves and shrink some thirty times; a file that shrinks much more is not cells."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the zip format's first moment: a bundle's bytes must not depend on the clock
_NAME = re.compile(r"^(?P<release>[0-9]{4}-Q[1-4](-[0-9]{1,3})?)\.(?P<organisation>[a-z]+)\.zip$")
_OF_THE_RUN = ("created_at", "code_version", "gate")


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """What one bundle says, read but not yet believed.

    Out     cells     the rows of cells.parquet
            rows_csv  the rows of cells.csv, which must be the same
            packed    the zip itself, the bytes that were checked
            content   a sum of everything but the moment it was made: equal sums, same release
    """

    name: str
    release_id: str
    organisation: Organisation
    cells: pl.DataFrame
    rows_csv: pl.DataFrame
    manifest: dict[str, Any]
    packed: bytes
    sha256: str
    content: str


@dataclass(frozen=True, kw_only=True)
class Packed:
    """A bundle as it lies in its file, named but not yet opened."""

    path: Path
    release_id: str
    organisation: Organisation
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A bundle ready to be written: its name, its files, and the sum of what it says."""

    name: str
    files: dict[str, bytes]
    content: str


def seal(cells: pl.DataFrame, manifest: dict[str, Any]) -> Sealed:
    """The cells and their manifest as the files of a bundle, with the sums that hold them together.

    In      cells     columns of `CELL_SCHEMA`
            manifest  everything but the format and the files' sums, which are added here
    """
    ordered = in_order(cells)
    files = {CELLS_CSV: _as_csv(ordered), CELLS_PARQUET: _as_parquet(ordered)}
    sums = {
        name: {"rows": ordered.height, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()
    }
    full = manifest | {"format": FORMAT, "files": sums}
    text = json.dumps(full, ensure_ascii=False, indent=2, sort_keys=True)
    return Sealed(
        name=f"{manifest['release_id']}.{manifest['organisation']}.zip",
        files=files | {MANIFEST: text.encode()},
        content=content_sum(full),
    )


def write(folder: Path, sealed: Sealed) -> Path:
    """The path of a new bundle in `folder`."""
    packing = io.BytesIO()
    with zipfile.ZipFile(packing, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in sealed.files.items():
            archive.writestr(_entry(name), content)
    return put(folder / sealed.name, packing.getvalue())


def put(target: Path, content: bytes) -> Path:
    """The path of a bundle with these bytes.

    Rule    written beside and renamed: a bundle in the outbox is whole
    """
    beside = target.with_suffix(".building")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return beside.replace(target)


def packed(path: Path) -> Packed:
    """A bundle's bytes, after checks of its name and size.

    Fails   bundle_name, bundle_missing
    """
    if not is_name(path.name):
        raise problem(
            "bundle_name",
            path,
            sv="ett paket heter som 2025-Q4.region.zip, med frisläppning och organisation",
            en="a bundle is named like 2025-Q4.region.zip, by release and organisation",
        )
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise problem(
            "bundle_missing",
            path,
            sv="filen finns inte, är en länk eller är för stor",
            en="the file does not exist, is a link or is too large",
        )
    return Packed(
        path=path,
        release_id=release_of(path),
        organisation=cast(Organisation, path.name.split(".")[1]),
        content=path.read_bytes(),
    )


def read(path: Path) -> Bundle:
    """A bundle's contents, after checks of its name, its zip and its sums.

    Fails   the codes of `packed` and `opened`
    """
    return opened(packed(path))


def opened(one: Packed) -> Bundle:
    """What a bundle says, after checks of its zip and its sums.

    Fails   bundle_unsafe, bundle_unreadable, bundle_altered
    """
    path = one.path
    content = _unzip(path, one.content)
    try:
        manifest = json.loads(content[MANIFEST])
        sums = {name: manifest["files"][name]["sha256"] for name in (CELLS_CSV, CELLS_PARQUET)}
    except (ValueError, KeyError, TypeError):
        raise _unreadable(path, MANIFEST) from None
    for name, expected in sums.items():
        if hashlib.sha256(content[name]).hexdigest() != expected:
            raise problem(
                "bundle_altered",
                path,
                sv=f"{name} stämmer inte med kontrollsumman i manifestet. Hämta paketet på nytt från zonen",
                en=f"{name} does not match its checksum in the manifest. Fetch the bundle from its zone again",
            )
    return Bundle(
        name=path.name,
        release_id=one.release_id,
        organisation=one.organisation,
        cells=_frame(path, CELLS_PARQUET, content),
        rows_csv=_frame(path, CELLS_CSV, content),
        manifest=manifest,
        packed=one.content,
        sha256=hashlib.sha256(one.content).hexdigest(),
        content=content_sum(manifest),
    )


def all_in(outbox: Path, organisation: Organisation) -> list[Path]:
    """The organisation's bundles in `outbox`, the latest release last."""
    found = [path for path in outbox.glob(f"*.{organisation}.zip") if is_name(path.name)]
    return sorted(found, key=lambda path: order(release_of(path)))


def newest(outbox: Path, organisation: Organisation) -> Path | None:
    """The organisation's latest bundle in `outbox`; None where there is none."""
    return next(reversed(all_in(outbox, organisation)), None)


def order(release_id: str) -> tuple[int, int, int]:
    """What releases are sorted by: year, quarter, correction.

    >>> order("2025-Q4") < order("2025-Q4-2") < order("2025-Q4-10") < order("2026-Q1")
    True
    """
    year, quarter, correction = [int(part) for part in [*re.findall(r"[0-9]+", release_id), "1"]][:3]
    return year, quarter, correction


def release_of(path: Path) -> str:
    """The release a bundle is named by."""
    return path.name.split(".")[0]


def following(quarter: str, taken: list[str]) -> str:
    """The first free release id of `quarter`, after every one that is taken.

    >>> following("2025-Q4", []), following("2025-Q4", ["2025-Q4", "2025-Q4-2"])
    ('2025-Q4', '2025-Q4-3')
    """
    corrections = [order(name)[2] for name in taken if order(name)[:2] == order(quarter)[:2]]
    return f"{quarter}-{max(corrections) + 1}" if corrections else quarter


def is_name(name: str) -> bool:
    """Whether a file is named as a bundle is: by release and organisation, and nothing else."""
    return (named := _NAME.match(name)) is not None and named["organisation"] in ORGANISATIONS


def code_version() -> str:
    """The version of the program that counts."""
    return version("samsyn")


def content_sum(manifest: dict[str, Any]) -> str:
    """A sum of what a bundle says, whenever and by whichever version of the program it was written."""
    said = {key: value for key, value in manifest.items() if key not in _OF_THE_RUN}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def cells_sum(cells: pl.DataFrame) -> str:
    """A sum of the figures themselves, whatever release they are named by: what a report on them is about."""
    unnamed = cells.with_columns(release_id=pl.lit(""))
    return hashlib.sha256(_as_csv(in_order(unnamed))).hexdigest()


def _as_csv(cells: pl.DataFrame) -> bytes:
    return cells.write_csv().encode()


def _as_parquet(cells: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    cells.write_parquet(buffer, compression="zstd", statistics=True)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _unzip(path: Path, packed: bytes) -> dict[str, bytes]:
    """The three files by name; refused before unpacking where the zip is anything but a bundle."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = archive.infolist()
            if sorted(entry.filename for entry in entries) != sorted(FILES):
                raise problem(
                    "bundle_unsafe",
                    path,
                    sv="paketet ska innehålla cells.csv, cells.parquet och manifest.json och inget annat",
                    en="a bundle holds cells.csv, cells.parquet and manifest.json and nothing else",
                )
            total = sum(entry.file_size for entry in entries)
            if total > MAX_BYTES or total > MAX_RATIO * len(packed) or any(entry.flag_bits & 0x1 for entry in entries):
                raise problem(
                    "bundle_unsafe",
                    path,
                    sv="paketet är för stort uppackat, eller krypterat",
                    en="the bundle is too large when unpacked, or encrypted",
                )
            return {entry.filename: _limited(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError):
        raise _unreadable(path, path.name) from None


def _limited(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One file, read no further than the size it claims: a zip can lie about that."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise zipfile.BadZipFile
    return content


def _frame(path: Path, name: str, content: dict[str, bytes]) -> pl.DataFrame:
    try:
        if name == CELLS_PARQUET:
            return pl.read_parquet(io.BytesIO(content[name]))
        return pl.read_csv(io.BytesIO(content[name]), schema_overrides=CELL_SCHEMA)
    except (pl.exceptions.PolarsError, OSError, ValueError):
        raise _unreadable(path, name) from None


def _unreadable(path: Path, name: str) -> UserProblem:
    return problem(
        "bundle_unreadable",
        path,
        sv=f"{name} går inte att läsa. Hämta paketet på nytt från zonen",
        en=f"{name} cannot be read. Fetch the bundle from its zone again",
    )


def problem(code: str, path: Path, *, sv: str, en: str) -> UserProblem:
    """Why a bundle is not received."""
    return UserProblem(
        code,
        Text(
            sv=f"Paketet {path.name} tas inte emot: {sv}. Gällande frisläppning är oförändrad.",
            en=f"Bundle {path.name} is not received: {en}. The release in force is unchanged.",
        ),
    )
