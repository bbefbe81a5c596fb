"""Legacy Excel workbooks (.xls), where a profile says so: judged record by record, then read like any other.

An .xls is a small file system (compound file) that holds one stream of records, each a number, a length and its data.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.excel import as_text
from pipelines.readers.table import check_size
from pipelines.readers.workbook import Workbook

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # chain ends and free sectors are the numbers from here on
_SMALL_STREAM = 4096
_ENTRY = 128
_EIGHT = 0x0600  # BIFF8, the format of Excel 97-2003

# Records, by what they mean here.
_BOF, _EOF = 0x0809, 0x000A
_LOCKED = 0x002F
_SHEET = 0x0085
_FROM_1904 = 0x0022
_ERROR, _FORMULA = 0x0205, 0x0006
_MERGED, _ROW, _COLUMN = 0x00E5, 0x0208, 0x007D
_HIDDEN_ROW = 0x20
_MACROS = ("_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA")
_STREAM = "Workbook"


class _BrokenError(Exception):
    """The file is not the file system it says it is."""


_DAMAGED = (_BrokenError, KeyError, struct.error, UnicodeDecodeError, IndexError)


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the sheet's rows as text into `into`; answer with its title, header, row count and what was evened out.

    Fails   workbook_unreadable, workbook_locked, workbook_macros, workbook_hidden, workbook_merged, workbook_errors;
            and whatever a newer workbook's rows are refused for
    """
    check_size(file.stat().st_size, limits)
    try:
        streams = _streams(file.read_bytes())
        if any(name in _MACROS for name in streams):
            raise _refused("workbook_macros", "innehåller makron", "holds macros")
        workbook = _judged(streams[_STREAM], layout)
    except _DAMAGED:
        raise UserProblem(
            "workbook_unreadable",
            Text(
                sv="Filen är inte en hel Excel-arbetsbok i formatet .xls (Excel 97–2003), som profilen säger. Öppna "
                "den i Excel, spara som .xlsx och ange format xlsx i profilen.",
                en="The file is not a whole Excel workbook in the format .xls (Excel 97–2003), which the profile says. "
                "Open it in Excel, save as .xlsx and give the format xlsx in the profile.",
            ),
        ) from None
    return as_text(file, workbook, layout, limits, into)


def sheets(file: Path) -> tuple[str, ...]:
    """The names of the sheets; none where the file is no whole workbook, which the reader will say."""
    check_size(file.stat().st_size, Limits())
    try:
        stream = _streams(file.read_bytes())[_STREAM]
        return tuple(_sheet_name(data) for record, data in _records(stream) if record == _SHEET)
    except _DAMAGED:
        return ()


# --- the compound file ------------------------------------------------------------------------------------------


def _streams(content: bytes) -> dict[str, bytes]:
    """The streams by name; a small one, kept in another place, and a folder are only named."""
    if content[:8] != _SIGNATURE or len(content) < 512:
        raise _BrokenError
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise _BrokenError
    table = _table(content, size)
    folder = _chained(content, struct.unpack_from("<I", content, 48)[0], table, size)
    found: dict[str, bytes] = {}
    for start in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        entry = folder[start : start + _ENTRY]
        named = struct.unpack_from("<H", entry, 64)[0]
        first, length = struct.unpack_from("<II", entry, 116)
        is_stream, is_large = entry[66] == 2, length >= _SMALL_STREAM
        if 2 <= named <= 64:
            name = entry[: named - 2].decode("utf-16-le")
            found[name] = _chained(content, first, table, size)[:length] if is_stream and is_large else b""
    return found


def _table(content: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    places = [place for place in struct.unpack_from("<109I", content, 76) if place < _END]
    more, left = struct.unpack_from("<II", content, 68)
    while more < _END and left:
        *further, more = struct.unpack(f"<{size // 4}I", _sector(content, more, size))
        places += [place for place in further if place < _END]
        left -= 1
    following: list[int] = []
    for place in places:
        following += struct.unpack(f"<{size // 4}I", _sector(content, place, size))
    return following


def _chained(content: bytes, first: int, following: list[int], size: int) -> bytes:
    parts: list[bytes] = []
    while first < _END:
        if len(parts) > len(following):
            raise _BrokenError  # a chain that runs in a circle
        parts.append(_sector(content, first, size))
        first = following[first]
    return b"".join(parts)


def _sector(content: bytes, number: int, size: int) -> bytes:
    found = content[(number + 1) * size : (number + 2) * size]
    if len(found) < size:
        raise _BrokenError
    return found


# --- the records ------------------------------------------------------------------------------------------------


def _judged(stream: bytes, layout: Layout) -> Workbook:
    sheets: list[str] = []
    from_1904 = False
    began = ended = 0
    for record, data in _records(stream):
        if record == _BOF:
            began += 1
            if struct.unpack_from("<H", data)[0] != _EIGHT:
                raise _BrokenError
        elif record == _EOF:
            ended += 1
        elif record == _LOCKED:
            raise _refused("workbook_locked", "är låst med lösenord", "is locked with a password")
        elif record == _SHEET:
            if data[4] & 3:
                raise _refused("workbook_hidden", "har dolda blad", "has hidden sheets")
            sheets.append(_sheet_name(data))
        elif record == _FROM_1904:
            from_1904 = data[:2] == b"\1\0"
        else:
            _refuse_cell(record, data, layout)
    # Each part of the workbook begins and ends: a file cut short does not.
    if not began or began != ended:
        raise _BrokenError
    return Workbook(sheets=tuple(sheets), counts_from_1904=from_1904)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    start = 0
    while start + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, start)
        data = stream[start + 4 : start + 4 + length]
        if len(data) < length:
            raise _BrokenError
        if record == 0 and length == 0:
            return  # what follows the last part is filling
        yield record, data
        start += 4 + length


def _sheet_name(data: bytes) -> str:
    length, is_wide = data[6], data[7] & 1
    return data[8 : 8 + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1")


def _refuse_cell(record: int, data: bytes, layout: Layout) -> None:
    is_error = record == _ERROR and data[7] == 1
    if is_error or (record == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff"):
        raise _refused("workbook_errors", "har celler med fel, som #REF!", "has error cells, such as #REF!")
    if (record == _ROW and data[12] & _HIDDEN_ROW) or (record == _COLUMN and data[8] & 1):
        raise _refused("workbook_hidden", "har dolda rader eller kolumner", "has hidden rows or columns")
    if record == _MERGED:
        count = struct.unpack_from("<H", data)[0]
        lasts = [struct.unpack_from("<H", data, 4 + 8 * n)[0] for n in range(count)]
        if any(last >= layout.title_rows for last in lasts):
            raise _refused("workbook_merged", "har sammanslagna celler i tabellen", "has merged cells in its table")


def _refused(code: str, sv: str, en: str) -> UserProblem:
    return UserProblem(
        code,
        Text(
            sv=f"Arbetsboken {sv}. Spara en kopia utan detta, med bara värden, och lämna den.",
            en=f"The workbook {en}. Save a copy without that, values only, and deliver it instead.",
        ),
    )
