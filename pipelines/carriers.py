"""Which files carry a name: as text in any encoding files come in, inside zips and workbooks, and in Parquet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
"""A pseudonym is plain letters and digits: every one-byte encoding writes it as UTF-8 does."""


def carries(content: bytes, names: Sequence[str], *, file_name: str = "") -> bool:
    """Whether any of the names stands in the file, however it is packed.

    >>> carries(b"a;r0000000abc;b", ["r0000000abc"]), carries(b"a;b", ["r0000000abc"])
    (True, False)
    """
    if any(name.encode(encoding) in content for name in names for encoding in ENCODINGS):
        return True
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(carries(archive.read(entry), names, file_name=entry.filename) for entry in archive.infolist())
    return file_name.endswith(".parquet") and any(_in_column(column, names) for column in _columns(content))


def rows_with(frame: pl.DataFrame, names: Sequence[str]) -> pl.Series:
    """Which rows hold any of the names in any text."""
    texts = [pl.col(column).str.contains_any(list(names)).fill_null(value=False) for column in _texts(frame)]
    return frame.select(pl.any_horizontal(pl.lit(value=False), *texts).alias("found")).to_series()


def _columns(content: bytes) -> Iterable[pl.Series]:
    frame = pl.read_parquet(io.BytesIO(content))
    return [
        frame[name].explode(empty_as_null=True) if frame[name].dtype == pl.List else frame[name]
        for name in frame.columns
    ]


def _in_column(column: pl.Series, names: Sequence[str]) -> bool:
    return column.dtype == pl.String and bool(column.str.contains_any(list(names)).any())


def _texts(frame: pl.DataFrame) -> list[str]:
    return [name for name, kind in frame.schema.items() if kind == pl.String]


def files_in(folder: Path) -> list[Path]:
    """Every file under a folder, in order; none where it does not exist."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
