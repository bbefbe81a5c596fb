"""Contract rows written as the files an organisation would export: its mapping profile read backwards.

The profile that later reads a file decides its column names, codes, order, dates and encoding here, so the two
cannot drift apart. What a profile does not say (report titles, totals, how empty cells look) is said in this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter

from metrics.indicator import Organisation

WORKSPACE = Path(__file__).with_name("workspace")
_TITLES: dict[Organisation, tuple[str, ...]] = {
    "region": ("Regionens uttag: {source}", "PÅHITTADE UPPGIFTER, inga verkliga personer", "Belopp i 2025 års priser"),
    "municipality": ("Kommunens uttag: {source}", "PÅHITTADE UPPGIFTER", "Belopp i kronor, 2025 års priser"),
}
_NAMES = {
    "persons": "personer",
    "coordinators": "samordnare",
    "needs": "behovsskattningar (CAN)",
    "contacts": "kontakter",
    "costs": "kostnader för gemensamma enheter",
    "sip_plans": "samordnade individuella planer (SIP)",
    "sip_interventions": "insatser i SIP",
    "sip_participants": "deltagare i SIP",
    "staff_development": "kompetensutveckling",
    "surveys": "publicerade enkätresultat",
}
_MONEY = "#,##0.00"


@dataclass(frozen=True)
class Written:
    """A file that was written, and how many rows of data it holds."""

    file: Path
    organisation: Organisation
    source: str
    rows: int


@cache
def profile(organisation: Organisation, source: str) -> Mapping[str, Any]:
    """The mapping profile of one organisation's source."""
    file = WORKSPACE / "sources" / f"{organisation}.{source}.toml"
    found: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def write(rows: pl.DataFrame, organisation: Organisation, source: str, period: str, folder: Path) -> Written:
    """The file of `rows` in `folder`, named, shaped and encoded as the organisation's profile says."""
    shape = profile(organisation, source)
    file = folder / f"{shape['file_pattern'].removeprefix('^').split('_(?P<')[0]}_{period}_v1.{shape['format']}"
    folder.mkdir(parents=True, exist_ok=True)
    rows = rows if "unpivot" in shape or source != "needs" else _long(rows)
    if shape["format"] == "xlsx":
        _write_xlsx(rows, shape, organisation, file)
    else:
        _write_csv(rows, shape, organisation, file)
    return Written(file=file, organisation=organisation, source=source, rows=rows.height)


def _long(wide: pl.DataFrame) -> pl.DataFrame:
    """One row per rating instead of one per form."""
    domains = [name for name in wide.columns if name.isdigit()]
    rest = [name for name in wide.columns if not name.isdigit()]
    return (
        wide.with_row_index("form")
        .unpivot(domains, index=["form", *rest], variable_name="domain", value_name="rating")
        .with_columns(pl.col("domain").cast(pl.Int64))
        .sort("form", "domain")
        .drop("form")
    )


def _write_csv(rows: pl.DataFrame, shape: Mapping[str, Any], organisation: Organisation, file: Path) -> None:
    table = _named(_as_text(_coded(rows, shape), shape), shape)
    lines = [_titles(shape, organisation)]
    body = table.write_csv(separator=shape["separator"], line_terminator="\r\n", quote_style="necessary")
    total = _total(rows, shape)
    if total:
        body += shape["separator"].join(_spaced(value) for value in total) + "\r\n"
    text = "".join(f"{title}\r\n" for title in lines[0]) + body
    # The region's system marks its UTF-8 with a byte order mark.
    file.write_bytes(text.encode("utf-8-sig" if shape["encoding"] == "utf-8" else shape["encoding"]))


def _coded(rows: pl.DataFrame, shape: Mapping[str, Any]) -> pl.DataFrame:
    """The organisation's own codes in place of the contract's values."""
    for column, codes in shape.get("codes", {}).items():
        own = {value: code for code, value in codes.items()}
        if column in shape.get("lists", {}):
            cells = {cell: _list(cell, own, shape["lists"][column]) for cell in rows[column].unique().drop_nulls()}
            own = cells
        rows = rows.with_columns(pl.col(column).replace_strict(own, return_dtype=pl.String))
    return rows


def _list(cell: str, own: Mapping[str, str], separator: str) -> str:
    return separator.join(own[value] for value in cell.split("|"))


def _as_text(rows: pl.DataFrame, shape: Mapping[str, Any]) -> pl.DataFrame:
    """Every cell as the organisation writes it: dates, yes and no, amounts, and what stands for nothing."""
    missing = shape["nulls"]["missing"]
    empty, unknown = missing[0] or None, missing[-1]  # an empty cell is written as nothing, not as ""
    written = []
    for name, kind in rows.schema.items():
        cell = pl.col(name)
        if kind == pl.Date:
            pattern = "%Y%m" if name == "month" and shape["date_format"] == "%Y%m%d" else shape["date_format"]
            written.append(cell.dt.to_string(pattern).fill_null(pl.lit(empty)))
        elif kind == pl.Boolean:
            yes, no = shape["true_values"][0], shape["false_values"][0]
            written.append(
                pl.when(cell).then(pl.lit(yes)).when(~cell).then(pl.lit(no)).otherwise(pl.lit(unknown)).alias(name)
            )
        elif kind == pl.Float64:
            written.append(_amount(cell).alias(name))
        else:
            written.append(cell.cast(pl.String).fill_null(pl.lit(empty)))
    return rows.select(written)


def _amount(cell: pl.Expr) -> pl.Expr:
    """Kronor and öre as people write them: 1 234 567,80."""
    cents = (cell * 100).round().cast(pl.Int64)
    kronor, rest = (cents // 100).cast(pl.String), (cents % 100).cast(pl.String).str.zfill(2)
    spaced = kronor.str.reverse().str.replace_all(r"(\d{3})", "${1} ").str.strip_chars().str.reverse()
    return pl.concat_str(spaced, pl.lit(","), rest)


def _spaced(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}".replace(",", " ").replace(".", ",")
    return str(value)


def _named(rows: pl.DataFrame, shape: Mapping[str, Any]) -> pl.DataFrame:
    """The organisation's columns in its order, with a row number where it has one."""
    columns = {**shape["columns"], **{value: name for name, value in _unpivoted(shape).items()}}
    table = rows.select(pl.col(column).alias(name) for column, name in columns.items())
    for name in shape.get("ignore", {}).get("columns", []):
        table = table.with_row_index(name, offset=1)
    return table


def _unpivoted(shape: Mapping[str, Any]) -> Mapping[str, str]:
    found: Mapping[str, str] = shape.get("unpivot", {}).get("columns", {})
    return found


def _titles(shape: Mapping[str, Any], organisation: Organisation) -> list[str]:
    return [title.format(source=_NAMES[shape["source"]]) for title in _TITLES[organisation][: shape["title_rows"]]]


def _total(rows: pl.DataFrame, shape: Mapping[str, Any]) -> list[object]:
    """The total row at the foot of a ledger: its word, and the sums under the amounts."""
    if "total_rows" not in shape:
        return []
    sums: list[object] = [
        round(float(rows[column].sum()), 2) if rows.schema[column] == pl.Float64 else "" for column in shape["columns"]
    ]
    return [shape["total_rows"][0], *sums[1:]]


def _write_xlsx(rows: pl.DataFrame, shape: Mapping[str, Any], organisation: Organisation, file: Path) -> None:
    table = _named(_coded(rows, shape), shape)
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        # The same rows give the same bytes, whenever they are written.
        book.set_properties({"created": datetime(2026, 1, 15, tzinfo=UTC), "comments": "Påhittade uppgifter"})
        sheet = book.add_worksheet(shape["sheet"])
        day, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": _MONEY})
        formats = {pl.Date(): day, pl.Float64(): money}
        for at, title in enumerate(_titles(shape, organisation)):
            sheet.write_string(at, 0, title)
        top = shape["title_rows"]
        sheet.write_row(top, 0, table.columns)
        kinds = [formats.get(kind) for kind in table.dtypes]
        for at, row in enumerate(table.iter_rows(), start=top + 1):
            for place, (value, kind) in enumerate(zip(row, kinds, strict=True)):
                if value is None:
                    continue
                if isinstance(value, str):
                    sheet.write_string(at, place, value)
                elif isinstance(value, bool):
                    sheet.write_string(at, place, shape["true_values" if value else "false_values"][0])
                elif isinstance(value, date):
                    sheet.write_datetime(at, place, value, kind)
                else:
                    sheet.write_number(at, place, value, kind)
        for place, value in enumerate(_total(rows, shape)):
            if value != "":
                sheet.write(top + 1 + table.height, place, value, money)
