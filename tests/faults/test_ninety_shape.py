"""Bad inputs 11, 12, 21-30, 33 and 34: what shape a table may have."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.workspace import Workspace
from tests.intake import as_csv, written
from tests.ninety import Given, book, evened, judge, raw, refused, rows, text


def renamed(old: str, new: str) -> Any:
    return text(lambda t: t.replace(f"{old};", f"{new};", 1))


def without(column: str) -> str:
    return as_csv([{name: value for name, value in row.items() if name != column} for row in rows("contacts")])


def lines(change: Any) -> Any:
    """The right file's lines, changed as a list."""
    return text(lambda t: "".join(change(t.splitlines(keepends=True))))


def footer(table: list[str]) -> list[str]:
    return [*table, "Summa" + ";" * table[0].count(";") + "\r\n"]


def cut_short(zone: Workspace) -> Path:
    """A file whose last line is torn so that it still has all its fields, beside the manifest of the whole."""
    content = as_csv(rows("contacts", Anteckning="ett samtal")).encode()
    promised = {"file": "contacts_2024_v2.csv", "rows": 400, "sha256": hashlib.sha256(content).hexdigest()}
    written(zone, "manifest.json", json.dumps(promised))
    return written(zone, "contacts_2024_v2.csv", content[:-8])


CASES: dict[str, tuple[Given, ...]] = {
    "11 comma instead of semicolon": (refused("header_one_column", text(lambda t: t.replace(";", ","))),),
    "12 tab separated": (refused("header_one_column", text(lambda t: t.replace(";", "\t"))),),
    "21 a column name twice": (
        refused("header_repeated", renamed("unit", "person")),
        refused("header_repeated", book("contacts", change=lambda _, sheet: sheet.write("B1", "person"))),
    ),
    "22 a column renamed, in case or by a space": (
        refused("columns_missing", renamed("minutes", "längd")),
        refused("columns_missing", renamed("minutes", "Minutes")),
        refused("columns_missing", renamed("minutes", "minutes ")),
        refused("columns_missing", book("contacts", change=lambda _, sheet: sheet.write("B1", "Unit"))),
    ),
    "23 a column missing": (refused("columns_missing", raw(without("unit"))),),
    "24 a column too many": (
        refused("columns_unknown", lines(lambda table: [line.replace("\r\n", ";x\r\n") for line in table])),
        refused("columns_unknown", book("contacts", change=lambda _, sheet: sheet.write("L1", "Namn"))),
    ),
    "25 columns in another order": (
        evened("column_order", raw(as_csv([dict(reversed(row.items())) for row in rows("contacts")]))),
    ),
    "26 a header and no rows": (
        refused("file_empty", lines(lambda table: table[:1])),
        refused("file_empty", book("contacts", change=None, good=0)),
    ),
    "27 nothing at all": (
        refused("file_empty", raw(b"")),
        refused("file_empty", raw(b"", "contacts_2024_v1.xlsx")),
    ),
    "28 a short row": (
        refused("row_ragged", lines(lambda table: [*table[:9], table[9].replace(";", "", 1), *table[10:]])),
    ),
    "29 a long row": (
        refused("row_ragged", lines(lambda table: [*table[:9], table[9].replace(";", ";;", 1), *table[10:]])),
    ),
    "30 a quote that is never closed": (
        refused("quote_wrong", lines(lambda table: [*table[:398], table[398].replace(";", ';"', 1), *table[399:]])),
    ),
    "33 the last line torn": (
        refused("row_ragged", text(lambda t: t[:-20])),
        refused("manifest_differs", cut_short),
    ),
    "34 a total row nobody named": (
        refused("total_row_unnamed", lines(footer)),
        refused("total_row_unnamed", book("contacts", change=lambda _, sheet: sheet.write("A402", "Summa"))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_shape(here: Workspace, case: str) -> None:
    judge(here, *CASES[case])
