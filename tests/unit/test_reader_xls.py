"""Legacy workbooks are read where a profile says so, and refused for what would hide rows or values in them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import readers, vault
from pipelines.load import load
from pipelines.readers import Layout, Limits, xls
from tests.intake import ENOUGH, a_profile, a_table, a_zone, codes
from tests.old_workbooks import SECTOR, Cell, an_xls, record

TABLE: Sequence[Sequence[Cell]] = (("a", "b"), ("1", "2"))


def reading(folder: Path, file: Path, *, limits: Limits | None = None, **layout: Any) -> dict[str, Any]:
    """What the reader answers about a workbook."""
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return xls.read(file, Layout(format="xls", **({"sheet": "Blad"} | layout)), limits or Limits(), into)


def rows(folder: Path, file: Path, **layout: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its place in the sheet."""
    reading(folder, file, **layout)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def refusal(folder: Path, file: Path, **told: Any) -> UserProblem:
    """Why the reader refuses the workbook."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, file, **told)
    return problem.value


# --- what is read ------------------------------------------------------------------------------------------------


def test_cells_come_as_text_with_their_row_in_the_sheet(tmp_path: Path) -> None:
    assert rows(tmp_path, an_xls(tmp_path, [("a", "b"), (217, 12.5), ("017", None), ("å–", 3)])) == [
        ("217", "12.5", 2),
        ("017", None, 3),
        ("å–", "3", 4),
    ]


def test_rows_above_the_header_are_titles(tmp_path: Path) -> None:
    file = an_xls(tmp_path, [("Huvudbok 2024",), (), ("a", "b"), ("1", "2")])
    assert reading(tmp_path, file, title_rows=2)["title"] == ["Huvudbok 2024", ""]
    assert rows(tmp_path, file, title_rows=2) == [("1", "2", 4)]


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_date_cell_becomes_the_profiles_date(tmp_path: Path, from_1904: bool) -> None:
    file = an_xls(tmp_path, [("a", "b"), (date(2024, 3, 5), "1")], from_1904=from_1904)
    assert rows(tmp_path, file, dates=("a",), date_format="%Y%m%d") == [("20240305", "1", 2)]


@pytest.mark.parametrize(("from_1904", "serial"), [(False, 45356), (True, 43894)])
def test_a_serial_number_in_a_date_column_is_a_date(tmp_path: Path, from_1904: bool, serial: int) -> None:
    file = an_xls(tmp_path, [("a", "b"), (serial, serial)], from_1904=from_1904)
    assert rows(tmp_path, file, dates=("a",)) == [("2024-03-05", str(serial), 2)]


def test_a_large_sheet_is_read_whole(tmp_path: Path) -> None:
    # Two hundred thousand bytes need a table of more than one sector.
    large: list[Sequence[Cell]] = [("a", "b"), *((f"rad {n}", n) for n in range(8_000))]
    assert rows(tmp_path, an_xls(tmp_path, large))[-1] == ("rad 7999", "7999", 8001)


def test_merged_titles_are_only_titles(tmp_path: Path) -> None:
    file = an_xls(tmp_path, [("Titel",), ("a", "b"), ("1", "2")], extra=[MERGED])
    assert rows(tmp_path, file, title_rows=1) == [("1", "2", 3)]


# --- what is refused ---------------------------------------------------------------------------------------------

HIDDEN_ROW = record(0x0208, struct.pack("<HHHHHHBBH", 1, 0, 2, 255, 0, 0, 0x20, 1, 15))
SHOWN_ROW = record(0x0208, struct.pack("<HHHHHHBBH", 1, 0, 2, 255, 0, 0, 0x00, 1, 15))
HIDDEN_COLUMN = record(0x007D, struct.pack("<HHHHHH", 0, 0, 2560, 15, 1, 0))
MERGED = record(0x00E5, struct.pack("<HHHHH", 1, 0, 0, 0, 1))
ERROR = record(0x0205, struct.pack("<HHHBB", 1, 0, 15, 0x17, 1))
TRUE = record(0x0205, struct.pack("<HHHBB", 1, 0, 15, 1, 0))
NO_VALUE = record(0x0006, struct.pack("<HHHB5sHHI", 1, 0, 15, 2, b"\0\x2a\0\0\0", 0xFFFF, 0, 0) + b"\0\0")
LOCKED = record(0x002F, bytes(54))

MARKED: dict[str, tuple[dict[str, Any], str]] = {
    "a password": ({"first": [LOCKED]}, "workbook_locked"),
    "macros": ({"streams": ["_VBA_PROJECT_CUR"]}, "workbook_macros"),
    "macros beside other things": ({"streams": ["Ctls", "VBA", "dir"]}, "workbook_macros"),
    "a hidden sheet": ({"visibility": 1}, "workbook_hidden"),
    "a very hidden sheet": ({"visibility": 2}, "workbook_hidden"),
    "a hidden row": ({"extra": [HIDDEN_ROW]}, "workbook_hidden"),
    "a hidden column": ({"extra": [HIDDEN_COLUMN]}, "workbook_hidden"),
    "merged cells": ({"extra": [MERGED]}, "workbook_merged"),
    "an error": ({"extra": [ERROR]}, "workbook_errors"),
    "a formula that is an error": ({"extra": [NO_VALUE]}, "workbook_errors"),
}


@pytest.mark.parametrize("case", MARKED)
def test_what_hides_rows_or_values_is_refused(tmp_path: Path, case: str) -> None:
    made, code = MARKED[case]
    problem = refusal(tmp_path, an_xls(tmp_path, TABLE, **made))
    assert problem.code == code
    assert problem.text.sv != problem.text.en


@pytest.mark.parametrize("extra", [SHOWN_ROW, TRUE])
def test_what_only_looks_like_it_is_read(tmp_path: Path, extra: bytes) -> None:
    assert reading(tmp_path, an_xls(tmp_path, TABLE, extra=[extra]))["rows"] == 1


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    problem = refusal(tmp_path, an_xls(tmp_path, TABLE), sheet="Kostnader")
    assert (problem.code, "Blad" in problem.text.sv) == ("sheet_missing", True)


def test_the_header_is_as_strict_as_anywhere(tmp_path: Path) -> None:
    assert refusal(tmp_path, an_xls(tmp_path, [("a", "a"), (1, 2)])).code == "header_repeated"
    assert refusal(tmp_path, an_xls(tmp_path, [("a", "b")])).code == "file_empty"


@pytest.mark.parametrize("content", [b"a;b\n1;2\n", b"PK\x03\x04" + bytes(600), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_xls_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.xls"
    file.write_bytes(content)
    problem = refusal(tmp_path, file)
    assert (problem.code, "spara som .xlsx" in problem.text.sv) == ("workbook_unreadable", True)


@pytest.mark.parametrize("kept", [600, 2_000, -1, -SECTOR])
def test_a_workbook_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    file = an_xls(tmp_path, TABLE)
    file.write_bytes(file.read_bytes()[:kept])
    assert refusal(tmp_path, file).code == "workbook_unreadable"


def test_sectors_that_follow_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    file = an_xls(tmp_path, TABLE)
    content = bytearray(file.read_bytes())
    content[-SECTOR : -SECTOR + 4] = struct.pack("<I", 0)  # the first sector follows itself
    file.write_bytes(content)
    assert refusal(tmp_path, file).code == "workbook_unreadable"


def test_a_lone_cell_far_away_costs_no_more_than_may_be_spent(tmp_path: Path) -> None:
    far = record(0x0203, struct.pack("<HHHd", 65_535, 255, 15, 1.0))
    file = an_xls(tmp_path, TABLE, extra=[far])
    with pytest.raises(UserProblem) as problem, readers.read(file, LAYOUT, tmp_path / "x", Limits(seconds=60)):
        pass
    assert problem.value.code == "header_unnamed"  # 256 columns wide, and two of them named


LAYOUT = Layout(format="xls", sheet="Blad")

# --- only where the profile says so ------------------------------------------------------------------------------


@pytest.mark.parametrize(("said", "expected"), [("xls", []), ("xlsx", ["workbook_locked"])])
def test_an_xls_is_read_only_where_the_profile_says_xls(tmp_path: Path, said: str, expected: list[str]) -> None:
    pattern = "'^costs_(?P<period>[0-9]{4})\\.xls$'"
    zone = a_zone(tmp_path, costs=a_profile("costs", format=f'"{said}"', sheet='"Blad"', file_pattern=pattern))
    table = a_table("costs")
    cells = [tuple(table[0]), *(tuple(value or None for value in row.values()) for row in table)]
    file = an_xls(tmp_path, cells).rename(zone.inbox("region") / "costs_2024.xls")
    report = load(zone, "region", file)
    assert codes(report) == expected
    assert vault.rows(zone.vault("region"), "costs").height == (0 if expected else ENOUGH)
