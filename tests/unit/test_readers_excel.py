"""Workbooks are judged before they are read, and read as text with dates as the profile writes them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from metrics.problem import UserProblem
from pipelines.readers import Layout, Limits, excel

Rows = Sequence[Sequence[Any]]
TABLE: Rows = (("a", "b"), ("1", "2"))


def workbook(
    folder: Path, rows: Rows = TABLE, *, change: Callable[[Any, Any], None] | None = None, **options: Any
) -> Path:
    """A workbook with one sheet "Blad"; `change` does something to it that should be noticed."""
    file = folder / "file.xlsx"
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet("Blad")
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(y, x, value, dated)
            elif value is not None:
                sheet.write(y, x, value)
    if change:
        change(book, sheet)
    book.close()
    return file


def changed(file: Path, part: str, old: bytes, new: bytes) -> Path:
    """The same workbook with one part rewritten: what no spreadsheet program would write."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def reading(folder: Path, file: Path, *, limits: Limits | None = None, **layout: Any) -> dict[str, Any]:
    """What the reader answers about a workbook."""
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return excel.read(file, Layout(format="xlsx", **({"sheet": "Blad"} | layout)), limits or Limits(), into)


def rows(folder: Path, file: Path, **layout: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its place in the sheet."""
    reading(folder, file, **layout)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def refusal(folder: Path, file: Path, **told: Any) -> UserProblem:
    """Why the reader refuses the workbook."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, file, **told)
    return problem.value


# --- what is read ----------------------------------------------------------------------------------------------


def test_cells_come_as_text_with_their_row_in_the_sheet(tmp_path: Path) -> None:
    assert rows(tmp_path, workbook(tmp_path, [("a", "b"), (217, 12.5), ("017", None)])) == [
        ("217", "12.5", 2),
        ("017", None, 3),
    ]


def test_rows_above_the_header_are_titles(tmp_path: Path) -> None:
    file = workbook(tmp_path, [("Huvudbok 2024",), (), ("a", "b"), ("1", "2")])
    assert reading(tmp_path, file, title_rows=2)["title"] == ["Huvudbok 2024", ""]
    assert rows(tmp_path, file, title_rows=2) == [("1", "2", 4)]


@pytest.mark.parametrize("counts_from_1904", [False, True])
def test_a_date_cell_becomes_the_profiles_date(tmp_path: Path, counts_from_1904: bool) -> None:
    file = workbook(tmp_path, [("a", "b"), (datetime(2024, 3, 5), "1")], date_1904=counts_from_1904)  # noqa: DTZ001
    assert rows(tmp_path, file, dates=("a",), date_format="%Y%m%d") == [("20240305", "1", 2)]


@pytest.mark.parametrize(("counts_from_1904", "serial"), [(False, 45356), (True, 43894)])
def test_a_serial_number_in_a_date_column_is_a_date(tmp_path: Path, counts_from_1904: bool, serial: int) -> None:
    file = workbook(tmp_path, [("a", "b"), (serial, serial)], date_1904=counts_from_1904)
    assert rows(tmp_path, file, dates=("a",)) == [("2024-03-05", str(serial), 2)]
    assert reading(tmp_path, file, dates=("a",))["normalised"]["date_serials"] == 1


def test_formatting_below_and_beside_the_table_is_nothing(tmp_path: Path) -> None:
    def leave_traces(book: Any, sheet: Any) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_blank(9, 0, None, bold)
        sheet.write_blank(0, 5, None, bold)

    assert rows(tmp_path, workbook(tmp_path, change=leave_traces)) == [("1", "2", 2)]


def test_a_merged_title_is_a_title(tmp_path: Path) -> None:
    file = workbook(
        tmp_path, [(), ("a", "b"), ("1", "2")], change=lambda _, sheet: sheet.merge_range("A1:B1", "Huvudbok")
    )
    assert rows(tmp_path, file, title_rows=1) == [("1", "2", 3)]


# --- what is refused -------------------------------------------------------------------------------------------

CHANGES: dict[str, tuple[Callable[[Any, Any], Any], str]] = {
    "merged cells": (lambda _, sheet: sheet.merge_range("A3:A4", "x"), "workbook_merged"),
    "a hidden row": (lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True}), "workbook_hidden"),
    "a hidden column": (lambda _, sheet: sheet.set_column(1, 1, None, None, {"hidden": True}), "workbook_hidden"),
    "a hidden sheet": (lambda book, _: book.add_worksheet("Gömt").hide(), "workbook_hidden"),
    "an error": (lambda _, sheet: sheet.write_formula("A3", "=1/0", None, "#DIV/0!"), "workbook_errors"),
    "a formula without value": (lambda _, sheet: sheet.write_formula("A3", "=A2", None, ""), "workbook_formulas"),
    "a far cell": (lambda _, sheet: sheet.write("XFD1048576", "x"), "workbook_too_large"),
    "a deep and a wide cell": (
        lambda _, sheet: (sheet.write("AZZ1", "x"), sheet.write("A1048576", "x")),
        "workbook_too_large",
    ),
    "no table": (lambda _, sheet: [sheet.write_blank(r, c, None) for r in range(2) for c in range(2)], "file_empty"),
    "a zero-width space": (lambda _, sheet: sheet.write("A3", "2\u200b17"), "character_invisible"),
    "a very long text": (lambda _, sheet: sheet.write("A3", "x" * 10_001), "field_too_long"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_a_table_should_not_have_is_refused(tmp_path: Path, case: str) -> None:
    change, code = CHANGES[case]
    assert refusal(tmp_path, workbook(tmp_path, () if case == "no table" else TABLE, change=change)).code == code


WHERE = {
    "merged cells": ("cell A3:A4", "cell A3:A4"),
    "a hidden row": ("rad 2", "row 2"),
    "a hidden column": ("kolumn 2", "column 2"),
    "a hidden sheet": ("blad nummer 2", "sheet number 2"),
    "an error": ("cell A3", "cell A3"),
    "a formula without value": ("cell A3", "cell A3"),
}


@pytest.mark.parametrize("case", WHERE)
def test_the_place_of_what_a_workbook_should_not_have_is_told(tmp_path: Path, case: str) -> None:
    told = refusal(tmp_path, workbook(tmp_path, TABLE, change=CHANGES[case][0])).text
    assert (f"({WHERE[case][0]})" in told.sv, f"({WHERE[case][1]})" in told.en) == (True, True)


def test_letters_in_two_parts_are_joined_in_cells_and_header(tmp_path: Path) -> None:
    file = workbook(tmp_path, [("a\u030alder", "b"), ("ha\u030all", "1")])
    answer = reading(tmp_path, file)
    assert (answer["header"], answer["normalised"]) == (["ålder", "b"], {"decomposed_letters": 1})
    assert rows(tmp_path, file) == [("håll", "1", 2)]


def test_garbled_letters_are_refused_with_their_row(tmp_path: Path) -> None:
    problem = refusal(tmp_path, workbook(tmp_path, [("a", "b"), ("1", "mÃ¶te")]))
    assert (problem.code, "Rad 2" in problem.text.sv) == ("encoding_garbled", True)


def test_a_sheet_the_profile_does_not_name_is_not_guessed(tmp_path: Path) -> None:
    problem = refusal(tmp_path, workbook(tmp_path), sheet="Huvudbok")
    assert (problem.code, "Blad" in problem.text.sv) == ("sheet_missing", True)


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, workbook(tmp_path, [("a", "a"), ("1", "2")])).code == "header_repeated"


def test_a_column_of_values_without_name_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, workbook(tmp_path, [("a", "b"), ("1", "2", "3")])).code == "header_unnamed"


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or locked file", b"PK\x03\x04 torn", b"a;b\n"]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(content)
    assert refusal(tmp_path, file).code in ("workbook_locked", "workbook_unreadable")


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path)
    file.write_bytes(file.read_bytes()[:-40])
    assert refusal(tmp_path, file).code == "workbook_unreadable"


def test_macros_are_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(tmp_path, file).code == "workbook_macros"


def test_xml_definitions_are_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    file = changed(
        workbook(tmp_path), "xl/worksheets/sheet1.xml", b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', bomb
    )
    assert refusal(tmp_path, file).code == "workbook_entities"


def test_a_little_file_that_unpacks_to_a_lot_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = workbook(tmp_path)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image.bmp", b"\0" * 50_000_000)
    assert refusal(tmp_path, file).code == "workbook_too_large"


def test_more_than_may_be_unpacked_is_refused(tmp_path: Path) -> None:
    file = changed(workbook(tmp_path), "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>" + b" " * 3_000_000)
    assert refusal(tmp_path, file, limits=Limits(unpacked_bytes=1_000_000)).code == "workbook_too_large"


def test_a_definition_across_the_border_of_two_blocks_is_seen(tmp_path: Path) -> None:
    border = b" " * (1024 * 1024 - 500) + b"<!ENTITY" + b" " * 2000
    file = changed(workbook(tmp_path), "xl/worksheets/sheet1.xml", b"<sheetData>", border + b"<sheetData>")
    assert refusal(tmp_path, file).code == "workbook_entities"
