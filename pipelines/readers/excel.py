"""Excel workbooks (.xlsx): one sheet, every cell as text, dates written as the profile writes them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import fastexcel
import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import ROW, Layout, Limits
from pipelines.readers.cells import composed_cells, refuse_text, whole
from pipelines.readers.coded import leave
from pipelines.readers.table import check_header, empty
from pipelines.readers.workbook import Workbook, check, unreadable

_SERIAL = r"^[1-9][0-9]{3,5}$"
_DATE_CELL = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} 00:00:00$"
_DAYS_BEFORE_1900 = 25_569  # what Excel calls 1970-01-01 when it counts from 1900, with its leap day that never was
_DAYS_BEFORE_1904 = 24_107


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the sheet's rows as text into `into`; answer with its title, header, row count and what was evened out.

    Rule    a date cell and a bare serial number in a date column both become the profile's own date format
    Fails   workbook_*, sheet_missing, header_*, file_empty, field_too_long, character_invisible
    """
    if file.stat().st_size == 0:
        raise empty()
    return as_text(file, check(file, layout, limits), layout, limits, into)


def as_text(file: Path, workbook: Workbook, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """What `read` does, with a workbook that has been checked, whether it is .xlsx or .xls."""
    cells = _cells(file, layout, workbook)
    title = [" ".join(filter(None, row)) for row in cells.head(layout.title_rows).rows()]
    named = cells.slice(layout.title_rows, 1)
    if named.height == 0:
        raise empty()
    body = cells.slice(layout.title_rows + 1)
    body, header = _columns(body, [whole(name or "") for name in named.row(0)])
    check_header(header, layout.title_rows + 1)
    body = _without_empty_end(body)
    if body.height == 0:
        raise empty()
    rows = pl.int_range(body.height, eager=True) + layout.title_rows + 2
    normalised: Counter[str] = Counter()
    body = composed_cells(body, normalised)
    refuse_text(body, rows, limits)
    body = _dates(body, layout, workbook, normalised)
    leave(body.with_columns(rows.alias(ROW)), into)
    return {"title": title, "header": header, "rows": body.height, "normalised": dict(normalised)}


def _cells(file: Path, layout: Layout, workbook: Workbook) -> pl.DataFrame:
    if layout.sheet not in workbook.sheets:
        raise UserProblem(
            "sheet_missing",
            Text(
                sv="Bladet ”{sheet}” finns inte i arbetsboken. Bladen heter: {sheets}. Rätta sheet i profilen eller "
                "bladets namn.",
                en='There is no sheet "{sheet}" in the workbook. Its sheets: {sheets}. Mend sheet in the profile, or '
                "the sheet's name.",
            ).format(sheet=layout.sheet, sheets=", ".join(workbook.sheets)),
        )
    try:
        reader = fastexcel.read_excel(file)
        sheet = reader.load_sheet(layout.sheet, header_row=None, skip_rows=0, dtypes="string")
    except fastexcel.FastExcelError:
        raise unreadable() from None
    return pl.DataFrame(sheet)


def _columns(body: pl.DataFrame, header: list[str]) -> tuple[pl.DataFrame, list[str]]:
    # Formatting alone can widen a sheet: a column without name and values is not a column.
    used = [n for n, name in enumerate(header) if name.strip() or body[:, n].null_count() < body.height]
    names = [header[n] for n in used]
    check_header(names, 1) if len(set(names)) < len(names) else None
    return body.select(body.columns[n] for n in used).rename(
        {body.columns[n]: name for n, name in zip(used, names, strict=True)}
    ), names


def _without_empty_end(body: pl.DataFrame) -> pl.DataFrame:
    filled = body.select(pl.any_horizontal(pl.all().is_not_null())).to_series().arg_true()
    return body.head(int(filled[-1]) + 1 if len(filled) else 0)


def _dates(body: pl.DataFrame, layout: Layout, workbook: Workbook, normalised: Counter[str]) -> pl.DataFrame:
    before = _DAYS_BEFORE_1904 if workbook.counts_from_1904 else _DAYS_BEFORE_1900
    for name in layout.dates:
        if name not in body.columns:
            continue
        text = pl.col(name)
        serial = text.str.contains(_SERIAL)
        cell = text.str.contains(_DATE_CELL)
        counted = body.select(serial=serial.sum(), cell=cell.sum()).row(0, named=True)
        normalised["date_serials"] += counted["serial"]
        normalised["dates_counted_from_1904"] += (counted["cell"] + counted["serial"]) * workbook.counts_from_1904
        days = text.cast(pl.Int32, strict=False) - before
        body = body.with_columns(
            pl.when(cell)
            .then(text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False).dt.strftime(layout.date_format))
            .when(serial)
            .then(days.cast(pl.Date).dt.strftime(layout.date_format))
            .otherwise(text)
            .alias(name)
        )
    for code in [code for code, times in normalised.items() if not times]:
        del normalised[code]
    return body
