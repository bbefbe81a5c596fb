"""CSV record by record, through Python's own strict reader: for fields of several lines, and quotes that are wrong."""

from __future__ import annotations

import csv
import io
import mmap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.cells import composed_cells
from pipelines.readers.characters import decode
from pipelines.readers.table import ragged, too_long

BATCH_ROWS = 200_000


@dataclass(frozen=True)
class Table:
    """A file being read: its bytes, its header, and what has been evened out so far."""

    path: Path
    content: mmap.mmap
    header: list[str]
    layout: Layout
    limits: Limits
    normalised: Counter[str]


def by_record(table: Table, start: int, row: int) -> Iterator[pl.DataFrame]:
    """The rows from byte `start` on, the first of them in row `row` of the file.

    Fails   quote_wrong, row_ragged, field_too_long, encoding_wrong
    """
    batch: list[list[str]] = []
    for record in _records(table, start, row):
        batch.append(record)
        if len(batch) == BATCH_ROWS:
            yield _frame(batch, table)
            batch = []
    if batch:
        yield _frame(batch, table)


def _records(table: Table, start: int, row: int) -> Iterator[list[str]]:
    csv.field_size_limit(table.limits.field_chars)
    width, first, blank = len(table.header), row, False
    with table.path.open("rb") as opened:
        opened.seek(start)
        lines = io.TextIOWrapper(opened, encoding=table.layout.encoding, newline="")
        records = csv.reader(lines, delimiter=table.layout.separator, strict=True)
        while (record := _next(records, table, start, first, row)) is not None:
            if not record:
                blank = True  # blank lines may end a file, not interrupt it
                continue
            if blank:
                raise ragged(row, 0, width)
            if len(record) < width and record[0].strip() in table.layout.total_rows:
                record += [""] * (width - len(record))
            if len(record) != width:
                raise ragged(row, len(record), width)
            yield record
            row += 1


def _next(records: Iterator[list[str]], table: Table, start: int, first: int, row: int) -> list[str] | None:
    try:
        return next(records, None)
    except UnicodeDecodeError:
        # The stream decodes ahead of the records, so the place is looked up in the whole.
        decode(table.content[start:], table.layout.encoding, first)
        raise
    except csv.Error as error:
        raise too_long(row, table.limits.field_chars) if "field limit" in str(error) else _quote_wrong(row) from None


def _frame(batch: list[list[str]], table: Table) -> pl.DataFrame:
    cells = pl.DataFrame(batch, schema=dict.fromkeys(table.header, pl.String), orient="row")
    table.normalised["line_breaks_in_text"] += (
        cells.select(pl.all().str.contains("[\r\n]").sum()).sum_horizontal().item()
    )
    return composed_cells(cells, table.normalised).select(pl.when(pl.all() != "").then(pl.all()))


def _quote_wrong(row: int) -> UserProblem:
    return UserProblem(
        "quote_wrong",
        Text(
            sv="Rad {row} eller någon efter den har ett citattecken som inte stängs, eller text efter ett stängt. "
            "Rätta raden och exportera på nytt.",
            en="Row {row} or one after it has a quote that is not closed, or text after a closed one. "
            "Mend the row and export again.",
        ).format(row=row),
    )
