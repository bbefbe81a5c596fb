"""Parquet: columns that already have types, turned to text as a careful person would write them."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.cells import hand_over, plain
from pipelines.readers.table import check_header, check_size, empty

_TRUE, _FALSE = "true", "false"


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the file's rows as text into `into`; answer with header and row count.

    Rule    rows are numbered from 1; a date is written as the profile writes dates, a number with a decimal point
    Fails   file_empty, file_too_large, parquet_unreadable, parquet_too_large, parquet_type, header_*, field_too_long
    """
    check_size(file.stat().st_size, limits)
    try:
        about = pq.read_metadata(file)
        unpacked = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
        if about.num_rows * about.num_columns > limits.cells or unpacked > limits.unpacked_bytes:
            raise _too_large()
        schema = pq.read_schema(file)
        check_header(schema.names, 1)
        _refuse_types(schema)
        table = pl.DataFrame(pq.read_table(file, use_threads=False))
    except (pa.ArrowException, OSError):
        raise UserProblem(
            "parquet_unreadable",
            Text(
                sv="Filen är inte en hel Parquetfil. Exportera den på nytt, eller rätta format i profilen.",
                en="The file is not a whole Parquet file. Export it again, or mend format in the profile.",
            ),
        ) from None
    if table.height == 0:
        raise empty()
    rows = pl.int_range(1, table.height + 1, eager=True)
    return hand_over(table.select(_text(table[name], layout) for name in table.columns), rows, limits, into)


def _refuse_types(schema: pa.Schema) -> None:
    for field in schema:
        kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
            raise UserProblem(
                "parquet_type",
                Text(
                    sv="Kolumnen {column} har sammansatta värden eller rena bytes ({kind}). Skriv text, tal, datum "
                    "eller ja/nej i varje kolumn och exportera på nytt.",
                    en="The column {column} holds compound values or bare bytes ({kind}). Write text, numbers, dates "
                    "or yes/no in every column and export again.",
                ).format(column=field.name, kind=str(kind)[:60]),
            )


def _text(column: pl.Series, layout: Layout) -> pl.Series:
    kind = column.dtype
    if kind.is_float() or kind.is_decimal():
        return column.map_elements(plain, return_dtype=pl.String)
    if kind == pl.Boolean:
        return column.replace_strict({True: _TRUE, False: _FALSE}, return_dtype=pl.String)
    if kind == pl.Date:
        return column.dt.strftime(layout.date_format)
    if isinstance(kind, pl.Datetime):
        return _moments(column, layout)
    return column.cast(pl.String)


def _moments(column: pl.Series, layout: Layout) -> pl.Series:
    """Days where every moment is a midnight; a column with times of day is kept as it is, and refused as no date."""
    is_day = (column.dt.time() == time(0)).all()
    return column.dt.strftime(layout.date_format) if is_day else column.dt.strftime("%Y-%m-%dT%H:%M:%S")


def _too_large() -> UserProblem:
    return UserProblem(
        "parquet_too_large",
        Text(
            sv="Filen packas upp till mer än vad som får läsas. Dela den i flera perioder.",
            en="The file unpacks to more than may be read. Split it into several periods.",
        ),
    )
