"""A file's rows, some at a time, each column as the different texts it holds.

A register says the same few things over and over. What a text means is worked out once for each that differs, and then
put on the rows that hold it: that is what lets ten million rows be judged as strictly as ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl
import pyarrow as pa

from pipelines.readers import ROW, Raw
from pipelines.readers.coded import coded


@dataclass(frozen=True)
class Column:
    """The different texts of a column, null among them where a cell is empty, and for each row which of them it is."""

    texts: pl.Series
    at: pl.Series

    def on_rows(self, known: pl.Series) -> pl.Series:
        """What is known of each text, on the rows that hold it."""
        return known.gather(self.at)

    def chosen(self, texts: pl.Series) -> pl.Series:
        """Whether each row holds one of the chosen texts."""
        return self.on_rows(texts.fill_null(value=False))

    def count(self, texts: pl.Series) -> int:
        """How many rows hold one of the chosen texts."""
        return int(self.chosen(texts).sum()) if texts.any() else 0


@dataclass(frozen=True)
class Batch:
    """Some of a file's rows.

    rows     where each stood in the file, counted as a spreadsheet counts
    columns  by the file's names
    """

    rows: pl.Series
    columns: Mapping[str, Column]

    def filter(self, chosen: pl.Series) -> Batch:
        """The chosen rows."""
        left = {name: Column(column.texts, column.at.filter(chosen)) for name, column in self.columns.items()}
        return Batch(self.rows.filter(chosen), left)

    def head(self, rows: int) -> Batch:
        """The first rows."""
        left = {name: Column(column.texts, column.at.head(rows)) for name, column in self.columns.items()}
        return Batch(self.rows.head(rows), left)

    def frame(self) -> pl.DataFrame:
        """The rows as a table of texts: the file's columns by name, and ROW."""
        texts = [column.on_rows(column.texts).alias(name) for name, column in self.columns.items()]
        return pl.DataFrame([*texts, self.rows.alias(ROW)])


def batches(raw: Raw) -> Iterator[Batch]:
    """A file's rows, as many at a time as its reader has left in one piece."""
    return (_batch(pa.ipc.open_file(pa.memory_map(str(path))).read_all()) for path in raw.batches)


def batch(frame: pl.DataFrame) -> Batch:
    """A table of texts, with ROW, as a batch."""
    return _batch(coded(frame).rechunk().to_arrow())


def _batch(table: pa.Table) -> Batch:
    columns = {name: _column(table[name]) for name in table.column_names if name != ROW}
    return Batch(_series(table[ROW]).cast(pl.Int64), columns)


def _column(cells: pa.ChunkedArray) -> Column:
    whole = cells.chunk(0) if cells.num_chunks == 1 else cells.combine_chunks()
    texts, at = _series(whole.dictionary), _series(whole.indices)
    if at.has_nulls():
        return Column(texts.extend_constant(None, 1), at.fill_null(len(texts)))
    return Column(texts, at)


def _series(array: pa.Array | pa.ChunkedArray) -> pl.Series:
    # By way of a table: a series straight from an array imports all of pyarrow.compute first.
    return pl.DataFrame(pa.table([array], names=["one"])).to_series()
