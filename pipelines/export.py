"""Taking the published cells along: CSV, Excel, Parquet, JSON or FHIR, from the joint zone alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import polars as pl

from metrics.problem import Language
from pipelines import fhir, published

Format = Literal["csv", "csv-excel", "xlsx", "parquet", "json", "fhir"]
BINARY: tuple[Format, ...] = ("xlsx", "parquet")

_RUNS_AS_FORMULA = r"^[=+\-@\t\r]"


def export(joint: Path, form: Format, release_id: str | None = None, language: Language = "sv") -> bytes:
    """The cells of one release, or of the one in force, as a file's contents.

    In      language  of the spreadsheet that `csv-excel` is opened in: it decides separator and decimal mark
    Rule    a text that a spreadsheet would run as a formula gets a ' before it; numbers stay numbers
    Fails   nothing_published where there is no release yet; release_unknown
    """
    release = published.read(joint, release_id or published.in_force(joint))
    if form == "fhir":
        return fhir.reports(release)
    return WRITERS[form](without_formulas(release.cells), language)


def _csv(cells: pl.DataFrame, _: Language) -> bytes:
    return cells.write_csv().encode()


def _csv_excel(cells: pl.DataFrame, language: Language) -> bytes:
    """A file that opens in columns with a double click: Excel takes its marks from the computer's language."""
    swedish = language == "sv"
    text = cells.write_csv(
        separator=";" if swedish else ",", decimal_comma=swedish, include_bom=True, line_terminator="\r\n"
    )
    return text.encode()


def _xlsx(cells: pl.DataFrame, _: Language) -> bytes:
    buffer = io.BytesIO()
    cells.write_excel(buffer, worksheet="protected_cell", autofilter=True, freeze_panes=(1, 0), float_precision=6)
    return buffer.getvalue()


def _parquet(cells: pl.DataFrame, _: Language) -> bytes:
    buffer = io.BytesIO()
    cells.write_parquet(buffer)
    return buffer.getvalue()


def _json(cells: pl.DataFrame, _: Language) -> bytes:
    return cells.with_columns(pl.col(pl.Date).dt.to_string()).write_json().encode()


WRITERS: Mapping[Format, Callable[[pl.DataFrame, Language], bytes]] = {
    "csv": _csv, "csv-excel": _csv_excel, "xlsx": _xlsx, "parquet": _parquet, "json": _json,
}  # fmt: skip


def without_formulas(frame: pl.DataFrame) -> pl.DataFrame:
    """The same rows, with texts that open like a formula made harmless.

    >>> without_formulas(pl.DataFrame({"group": ["=1+1", "unit"], "value": [-1.0, 2.0]})).rows()
    [("'=1+1", -1.0), ('unit', 2.0)]
    """
    runs = pl.col(pl.String).str.contains(_RUNS_AS_FORMULA)
    return frame.with_columns(pl.when(runs).then("'" + pl.col(pl.String)).otherwise(pl.col(pl.String)).name.keep())
