"""Taking the published cells along: CSV, Excel, Parquet or JSON, from the joint zone alone."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

import polars as pl

from pipelines import published

Format = Literal["csv", "xlsx", "parquet", "json"]
BINARY: tuple[Format, ...] = ("xlsx", "parquet")

_RUNS_AS_FORMULA = r"^[=+\-@\t\r]"


def export(joint: Path, form: Format, release_id: str | None = None) -> bytes:
    """The cells of one release, or of the one in force, as a file's contents.

    Rule    a text that a spreadsheet would run as a formula gets a ' before it; numbers stay numbers
    Fails   nothing_published where there is no release yet; release_unknown
    """
    cells = without_formulas(_cells(joint, release_id))
    buffer = io.BytesIO()
    if form == "csv":
        cells.write_csv(buffer)
    elif form == "parquet":
        cells.write_parquet(buffer)
    elif form == "json":
        cells.with_columns(pl.col(pl.Date).dt.to_string()).write_json(buffer)
    else:
        cells.write_excel(buffer, worksheet="protected_cell", autofilter=True, freeze_panes=(1, 0), float_precision=6)
    return buffer.getvalue()


def without_formulas(frame: pl.DataFrame) -> pl.DataFrame:
    """The same rows, with texts that open like a formula made harmless.

    >>> without_formulas(pl.DataFrame({"group": ["=1+1", "unit"], "value": [-1.0, 2.0]})).rows()
    [("'=1+1", -1.0), ('unit', 2.0)]
    """
    runs = pl.col(pl.String).str.contains(_RUNS_AS_FORMULA)
    return frame.with_columns(pl.when(runs).then("'" + pl.col(pl.String)).otherwise(pl.col(pl.String)).name.keep())


def _cells(joint: Path, release_id: str | None) -> pl.DataFrame:
    return published.read(joint, release_id or published.in_force(joint)).cells
