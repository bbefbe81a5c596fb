"""Bad inputs 65, 66 and 70-73: what a workbook may hold."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.workspace import Workspace
from tests.ninety import Given, Make, book, judge, raw, refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or locked workbook"
SHEET = "xl/worksheets/sheet1.xml"


def packed(change: Callable[[zipfile.ZipFile], None]) -> Make:
    """The right workbook, with a part more in its package."""

    def make(zone: Workspace) -> Path:
        file = book("contacts")(zone)
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
            change(package)
        return file

    return make


def rewritten(old: bytes, new: bytes) -> Make:
    """The right workbook, its sheet's XML changed as no spreadsheet program would."""

    def make(zone: Workspace) -> Path:
        file = book("contacts")(zone)
        beside = shutil.copy(file, file.with_suffix(".old"))
        with zipfile.ZipFile(beside) as package, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            for name in package.namelist():
                content = package.read(name)
                target.writestr(name, content.replace(old, new, 1) if name == SHEET else content)
        return file

    return make


def definition(inside: bytes) -> Make:
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return rewritten(head, head + b"<!DOCTYPE x [" + inside + b"]>")


CASES: dict[str, tuple[Given, ...]] = {
    "65 a formula that was never computed": (
        refused("workbook_formulas", book("contacts", change=lambda _, s: s.write_formula("F3", "=F2", None, ""))),
    ),
    "66 merged or hidden cells, hidden sheets": (
        refused("workbook_merged", book("contacts", change=lambda _, s: s.merge_range("L3:L4", "x"))),
        refused("workbook_hidden", book("contacts", change=lambda _, s: s.set_row(2, None, None, {"hidden": True}))),
        refused("workbook_hidden", book("contacts", change=lambda b, _: b.add_worksheet("Dolt").hide())),
    ),
    "70 locked, old, binary or with macros": (
        refused("workbook_locked", raw(OLE, "contacts_2024_v1.xlsx")),
        refused("workbook_binary", packed(lambda package: package.writestr("xl/workbook.bin", b"binary"))),
        refused("workbook_macros", packed(lambda package: package.writestr("xl/vbaProject.bin", b"macro"))),
    ),
    "71 a zip bomb": (
        refused("workbook_too_large", packed(lambda package: package.writestr("xl/media/a.bmp", b"\0" * 40_000_000))),
    ),
    "72 a cell in the farthest corner": (
        refused("workbook_too_large", book("contacts", change=lambda _, s: s.write("XFD1048576", "x"))),
    ),
    "73 XML definitions, outside files and bombs": (
        refused("workbook_entities", definition(b'<!ENTITY a SYSTEM "file:///etc/passwd">')),
        refused("workbook_entities", definition(b'<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">')),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_workbooks(here: Workspace, case: str) -> None:
    judge(here, *CASES[case])
