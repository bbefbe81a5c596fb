"""An .xlsx file judged before any spreadsheet reader opens it: what it unpacks to, and what it hides.

Rule    a workbook is a zip of XML; a few kilobytes can unpack to gigabytes, or name one cell so far away that a
        reader reserves the whole sheet, so sizes and places are measured on the stream, never trusted
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits

_OLE = b"\xd0\xcf\x11\xe0"
_BLOCK = 1024 * 1024
_OVERLAP = 4096
_MOST_RATIO = 200
_SMALL = 10 * 1024 * 1024

_SHEET = re.compile(rb"<sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]+)"')
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})[0-9]')
_LAST_ROW = re.compile(rb'<row\b[^>]*? r="([0-9]+)"')
_NO_VALUE = re.compile(rb"(</f>|<f\b[^>]*/>)\s*(<v\s*/>|<v></v>)?\s*</c>")
_ERROR = re.compile(rb'<c\b[^>]*? t="e"')
_HIDDEN = re.compile(rb'<(row|col)\b[^>]*? hidden="(1|true)"')
_MERGED = re.compile(rb'<mergeCell\b[^>]*? ref="[A-Z]+([0-9]+):[A-Z]+([0-9]+)"')
_PLACE = re.compile(rb' (?:r|ref|min)="([A-Z0-9:]+)"')


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """What the check found that the reader needs: the sheets' names, and the year its dates count from."""

    sheets: tuple[str, ...]
    counts_from_1904: bool


@dataclass
class _Extent:
    columns: int = 0
    last_row: int = 0
    found: set[str] = field(default_factory=set)


def check(file: Path, layout: Layout, limits: Limits) -> Workbook:
    """The workbook's sheets, where it is safe and complete enough to read.

    Fails   workbook_*: locked, old, macros, too large, hidden or merged parts, errors or formulas without values
    """
    with file.open("rb") as opened:
        if opened.read(4) == _OLE:
            raise _refused(
                "workbook_locked",
                "är låst med lösenord eller i det äldre formatet .xls",
                "is locked with a password or in the older format .xls",
            )
    try:
        with zipfile.ZipFile(file) as archive:
            return _check(archive, layout, limits)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, OSError, RuntimeError):
        raise unreadable() from None


def unreadable() -> UserProblem:
    """The problem of a file that is no workbook, or a damaged one."""
    return UserProblem(
        "workbook_unreadable",
        Text(
            sv="Filen är inte en hel Excel-arbetsbok (.xlsx). Öppna den i Excel, spara som .xlsx och lämna den igen.",
            en="The file is not a whole Excel workbook (.xlsx). Open it in Excel, save as .xlsx and deliver it again.",
        ),
    )


def _check(archive: zipfile.ZipFile, layout: Layout, limits: Limits) -> Workbook:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("workbook_locked", "är låst med lösenord", "is locked with a password")
    if any(name.endswith((".bin",)) and "vba" in name.lower() for name in names):
        raise _refused("workbook_macros", "innehåller makron", "holds macros")
    if "xl/workbook.bin" in names:
        raise _refused("workbook_binary", "är i det binära formatet .xlsb", "is in the binary format .xlsb")
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > limits.unpacked_bytes or (unpacked > _SMALL and unpacked > _MOST_RATIO * max(packed, 1)):
        raise _too_large()
    book = archive.read("xl/workbook.xml")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _read_part(archive, part, layout, limits)
    sheets = [dict(_ATTRIBUTE.findall(tag)) for tag in _SHEET.findall(book)]
    hidden = [place for place, sheet in enumerate(sheets, 1) if sheet.get(b"state", b"visible") != b"visible"]
    if hidden:
        where = Text("blad nummer {at}", "sheet number {at}").format(at=hidden[0])
        raise _refused("workbook_hidden", "har dolda blad", "has hidden sheets", where)
    return Workbook(
        sheets=tuple(sheet.get(b"name", b"").decode("utf-8", "replace") for sheet in sheets),
        counts_from_1904=re.search(rb'date1904="(1|true)"', book) is not None,
    )


def _read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, layout: Layout, limits: Limits) -> None:
    extent = _Extent()
    is_sheet = part.filename.startswith("xl/worksheets/")
    unpacked = 0
    for block, fresh in _blocks(archive, part):
        unpacked += fresh
        if unpacked > limits.unpacked_bytes:
            raise _too_large()
        if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
            raise _refused("workbook_entities", "har egna XML-definitioner", "holds XML definitions of its own")
        if is_sheet:
            _refuse_cells(block, layout)
            _measure(block, extent)
            if extent.columns * extent.last_row > limits.cells:
                raise _too_large()


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    # Each block begins with the end of the one before, so that nothing hides across a border.
    tail = b""
    with archive.open(part) as stream:
        while fresh := stream.read(_BLOCK):
            yield tail + fresh, len(fresh)
            tail = (tail + fresh)[-_OVERLAP:]


def _refuse_cells(block: bytes, layout: Layout) -> None:
    if found := _ERROR.search(block):
        where = _where(block, found.start())
        raise _refused("workbook_errors", "har celler med fel, som #REF!", "has error cells, such as #REF!", where)
    if found := _NO_VALUE.search(block):
        where = _where(block, max(0, block.rfind(b"<c ", 0, found.start())))
        raise _refused(
            "workbook_formulas", "har formler utan uträknat värde", "has formulas without a computed value", where
        )
    if found := _HIDDEN.search(block):
        where = _where(block, found.start())
        raise _refused("workbook_hidden", "har dolda rader eller kolumner", "has hidden rows or columns", where)
    for found in _MERGED.finditer(block):
        if int(found[2]) > layout.title_rows:
            raise _refused(
                "workbook_merged",
                "har sammanslagna celler i tabellen eller dess rubrikrad",
                "has merged cells in its table or header row",
                _where(block, found.start()),
            )


def _where(block: bytes, start: int) -> Text:
    """The place that the tag at `start` says it is about."""
    tag = block[start : block.find(b">", start) + 1]
    found = _PLACE.search(tag)
    at = found[1].decode() if found else "?"
    kinds = {b"<row": Text("rad {at}", "row {at}"), b"<col": Text("kolumn {at}", "column {at}")}
    return kinds.get(tag[:4], Text("cell {at}", "cell {at}")).format(at=at)


def _measure(block: bytes, extent: _Extent) -> None:
    wide = max((_column(letters) for letters in set(_WIDE.findall(block))), default=26)
    extent.columns = max(extent.columns, wide)
    for found in _LAST_ROW.finditer(block):
        extent.last_row = max(extent.last_row, int(found.group(1)))
    last = _CELL.search(block, max(0, len(block) - _OVERLAP))
    if last:
        extent.last_row = max(extent.last_row, int(last.group(2)))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large() -> UserProblem:
    return UserProblem(
        "workbook_too_large",
        Text(
            sv="Arbetsboken packas upp till mer än vad som får läsas. Ofta har ett blad en ensam cell långt ner eller "
            "långt ut: markera tomma rader och kolumner, ta bort dem och spara. Annars: exportera som CSV.",
            en="The workbook unpacks to more than may be read. Often a sheet has a lone cell far down or far out: "
            "select the empty rows and columns, delete them and save. Otherwise: export as CSV.",
        ),
    )


def _refused(code: str, sv: str, en: str, where: Text | None = None) -> UserProblem:
    place = Text(sv=f" ({where.sv})", en=f" ({where.en})") if where else Text("", "")
    return UserProblem(
        code,
        Text(
            sv=f"Arbetsboken {sv}{place.sv}. Spara en kopia som vanlig .xlsx utan detta, med bara värden, och lämna "
            "den.",
            en=f"The workbook {en}{place.en}. Save a copy as a plain .xlsx without that, values only, and deliver it "
            "instead.",
        ),
    )
