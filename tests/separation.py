"""Looking for persons where none may be: every name the vaults hold, searched for in all that leaves the zones.

A search that finds nothing proves something only if it finds what is there: each way of looking is first tried on a
joint zone where `PLANTED` names were put on purpose.
"""

from __future__ import annotations

import ctypes
import io
import os
import re
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import polars as pl

from metrics.indicator import ORGANISATIONS
from pipelines import export, identity, published, vault, withheld
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace
from tests.zones import a_cell

PLANTED = 100
IDENTITY_NUMBER = "19121212-1212"


@dataclass(frozen=True)
class Search:
    """The names to look for, and in which lengths they come."""

    names: frozenset[str]
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", tuple(sorted({len(name) for name in self.names})))

    def found(self, content: bytes) -> set[str]:
        """Those of the names that stand in the bytes, in letters of one byte or of two."""
        starts = "".join(sorted({name[0] for name in self.names}))
        pattern = re.compile(rf"(?=([{starts}][0-9a-f]{{{self.lengths[0] - 1},{self.lengths[-1] - 1}}}))".encode())
        words = {
            match[1].decode() for text in (content, content.replace(b"\0", b"")) for match in pattern.finditer(text)
        }
        return {word[:length] for word in words for length in self.lengths} & self.names


def every_name(workspace: Workspace) -> Search:
    """Every pseudonym in both vaults, of persons and staff."""
    names: set[str] = set()
    for organisation in ORGANISATIONS:
        for source in SOURCES.values():
            rows = vault.rows(workspace.vault(organisation), source.name)
            for column in (*withheld.own_columns(source), *withheld.mentions(source)):
                names.update(rows[column].drop_nulls().unique())
    return Search(frozenset(names))


# --- ways of looking ------------------------------------------------------------------------------------------


def every_column(joint: Path) -> bytes:
    """The distinct values of every column of every table of every release, as text."""
    told = []
    for path in sorted((joint / "published").glob("*.duckdb")):
        with duckdb.connect(str(path), read_only=True) as connection:
            columns = connection.sql(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
            ).fetchall()
            for table, column in columns:
                values = connection.sql(f'SELECT DISTINCT "{column}"::VARCHAR FROM "{table}"').fetchall()  # noqa: S608
                told += [str(value) for (value,) in values]
    return "\n".join(told).encode()


def every_byte(joint: Path) -> bytes:
    """Every file of the joint zone as it lies on the disk."""
    return b"\n".join(path.read_bytes() for path in sorted(joint.rglob("*")) if path.is_file())


def written_out(joint: Path, scratch: Path) -> bytes:
    """Every release written out as plain text: what a database compresses cannot be seen in its bytes."""
    for path in sorted((joint / "published").glob("*.duckdb")):
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute(f"EXPORT DATABASE '{scratch / path.stem}' (FORMAT csv)")
    return every_byte(scratch)


def unpacked(content: bytes) -> bytes:
    """A file's bytes, and those of everything inside it: zips, workbooks and Parquet tables."""
    if content[:4] == b"PAR1":
        return content + pl.read_parquet(io.BytesIO(content)).write_csv().encode()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return content + b"\n".join(unpacked(archive.read(name)) for name in archive.namelist())
    return content


def received(joint: Path) -> bytes:
    """The bundles that were received, with everything in them."""
    return b"\n".join(unpacked(path.read_bytes()) for path in sorted((joint / "received").glob("*.zip")))


EXPORTS: dict[str, Callable[[Path], bytes]] = {
    "csv": lambda joint: export.export(joint, "csv"),
    "xlsx": lambda joint: unpacked(export.export(joint, "xlsx")),
    "parquet": lambda joint: unpacked(export.export(joint, "parquet")),
    "json": lambda joint: export.export(joint, "json"),
}


def identity_numbers(text: bytes) -> int:
    """How many lines of a text hold an identity number."""
    return sum(identity.holds_number(line) for line in text.decode(errors="replace").splitlines())


# --- what is put there on purpose -----------------------------------------------------------------------------


def planted(joint: Path, folder: Path, names: list[str]) -> Path:
    """A copy of the joint zone with a release whose cells and manifest carry the names."""
    copy = shutil.copytree(joint, folder / "planted")
    last = published.read(copy, published.in_force(copy))
    rows = pl.DataFrame([a_cell(group=name) for name in names], schema=published.CELL_SCHEMA, orient="row")
    part = next(iter(last.manifest["organisations"].values()))
    told = [
        {"code": "unit_unknown", "rows": 10, "text": {"sv": f"{name} {IDENTITY_NUMBER}", "en": name}} for name in names
    ]
    part["deliveries"] = [part["deliveries"][0] | {"reasons": told}]
    quarter = "-".join(last.release_id.split("-")[:2])
    published.publish(copy, f"{quarter}-99", pl.concat([last.cells, rows]), last.manifest)
    return copy


# --- who opens what -------------------------------------------------------------------------------------------

_OPENED, _IS_FOLDER = 0x20, 0x40000000
_EVENT = struct.Struct("iIII")


@contextmanager
def opened_under(folder: Path) -> Iterator[Callable[[], set[str]]]:
    """What any process opens under `folder` while the block runs, asked of the kernel: native code hides nothing."""
    kernel = ctypes.CDLL(None, use_errno=True)
    descriptor = kernel.inotify_init1(os.O_NONBLOCK)
    assert descriptor >= 0, os.strerror(ctypes.get_errno())
    places = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    watched = {kernel.inotify_add_watch(descriptor, os.fsencode(place), _OPENED): place for place in places}
    assert -1 not in watched, os.strerror(ctypes.get_errno())
    seen: set[str] = set()

    def so_far() -> set[str]:
        try:
            while events := os.read(descriptor, 1 << 16):
                place = 0
                while place < len(events):
                    watch, _, _, length = _EVENT.unpack_from(events, place)
                    name = events[place + _EVENT.size : place + _EVENT.size + length].rstrip(b"\0")
                    seen.add(str(watched[watch] / os.fsdecode(name)))
                    place += _EVENT.size + length
        except BlockingIOError:
            pass
        return seen

    try:
        yield so_far
    finally:
        os.close(descriptor)
