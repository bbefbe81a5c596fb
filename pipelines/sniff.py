"""What a file looks like from outside: its format, encoding, separator, and where its header stands."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Literal

from metrics.problem import Text, UserProblem
from pipelines import readers
from pipelines.readers import Layout, xls

HEAD_BYTES = 256 * 1024
MOST_TITLE_ROWS = 12
TOTALS = ("Summa", "Totalt", "Total", "Summa totalt")

_SEPARATORS = (";", "\t", "|", ",")
_IN_QUOTES = re.compile(r'"[^"]*"')
_SIE = re.compile(rb"#(FLAGGA|PROGRAM|FORMAT|GEN|SIETYP|FNAMN)\s")
_MERGED = "workbook_merged"  # a title over several columns is no harm; a header over several rows has no names
_DATA = re.compile(r"[0-9][0-9 .,:/-]*$")
_SHEET = re.compile(r"<sheet\b[^>]*?\bname=\"([^\"]{1,200})\"")


def layout(file: Path, scratch: Path) -> Layout:
    """How the file is written, as far as it can be seen.

    Fails   file_missing, file_kind; and whatever the reader refuses a workbook for
    """
    if not file.is_file():
        raise UserProblem(
            "file_missing",
            Text(
                sv="Filen {name} finns inte eller får inte läsas. Kontrollera sökvägen.",
                en="The file {name} does not exist or may not be read. Check the path.",
            ).format(name=file.name),
            exit_code=2,
        )
    if file.suffix.lower() == ".xlsx":
        return _workbook(file, scratch, "xlsx", _sheets(file))
    if file.suffix.lower() == ".xls":
        return _workbook(file, scratch, "xls", xls.sheets(file))
    with file.open("rb") as opened:
        head = opened.read(HEAD_BYTES)
    if told := _self_told(head):
        return told
    if head[:2] == b"PK" or b"\0" in head:
        raise UserProblem(
            "file_kind",
            Text(
                sv="{name} är varken CSV, Excelbok (.xlsx eller .xls), Parquet, SIE, JSON-stat eller Kolada. Exportera "
                "som något av dem.",
                en="{name} is neither CSV, an Excel workbook (.xlsx or .xls), Parquet, SIE, JSON-stat nor Kolada. "
                "Export it as one of them.",
            ).format(name=file.name),
        )
    return _csv(head)


def _self_told(head: bytes) -> Layout | None:
    """What a file says of itself in its first characters; None where it says nothing."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PAR1"):
        return Layout(format="parquet")
    if _SIE.match(start):
        return Layout(format="sie", dimensions=("1",))
    if start[:1] in (b"{", b"["):
        return Layout(format="kolada" if b'"kpi"' in start else "json-stat")
    return None


def _csv(head: bytes) -> Layout:
    text, encoding = _decoded(head)
    every = [_IN_QUOTES.sub('""', line) for line in text.splitlines()[:-1] or text.splitlines()][:400]
    lines = [line for line in every if line]
    separator, fields = max(((one, _usual(lines, one)) for one in _SEPARATORS), key=lambda found: found[1])
    whole = [n for n, line in enumerate(every) if line and line.count(separator) + 1 == fields]
    # A spreadsheet saves a title as a row like any other, its other cells empty.
    named = (n for n in whole if fields == 1 or sum(bool(cell.strip()) for cell in every[n].split(separator)) > 1)
    above = next(named, 0)
    return Layout(encoding=encoding, separator=separator, title_rows=min(above, MOST_TITLE_ROWS))


def _decoded(head: bytes) -> tuple[str, Literal["utf-8", "windows-1252"]]:
    """The text of the file's first part; the cut may run through a character, so its last line is left out."""
    whole = head if len(head) < HEAD_BYTES else head[: head.rfind(b"\n") + 1]
    try:
        return whole.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return whole.decode("windows-1252", errors="replace"), "windows-1252"


def _usual(lines: list[str], separator: str) -> int:
    """The number of fields most lines have with this separator; 1 where it separates nothing."""
    counts = Counter(line.count(separator) + 1 for line in lines)
    return counts.most_common(1)[0][0] if counts else 1


def _workbook(file: Path, scratch: Path, written: Literal["xlsx", "xls"], sheets: Sequence[str]) -> Layout:
    """The first sheet, from the first row that can be a header: the reader itself says which one can."""
    refused: UserProblem | None = None
    for above in range(MOST_TITLE_ROWS):
        tried = Layout(format=written, sheet=sheets[0] if sheets else "", title_rows=above)
        try:
            with readers.read(file, tried, scratch) as raw:
                if not (refused and refused.code == _MERGED and any(map(_DATA.match, raw.header))):
                    return tried
        except UserProblem as problem:
            if not problem.code.startswith(("header_", _MERGED)):
                raise
            if refused is None or problem.code == _MERGED:
                refused = problem
    raise refused or RuntimeError("no row was tried")


def _sheets(file: Path) -> list[str]:
    try:
        with zipfile.ZipFile(file) as archive, archive.open("xl/workbook.xml") as part:
            text = part.read(HEAD_BYTES).decode("utf-8", errors="replace")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError):
        return []  # the reader, which knows what a workbook must be, will say what is wrong
    return [unescape(name) for name in _SHEET.findall(text)]
