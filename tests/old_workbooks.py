"""Workbooks in the format of Excel 97-2003, drawn record by record: no library we have writes them any more.

an_xls(folder, [("a", "b"), ("1", 2)])                      a workbook with one sheet, "Blad"
an_xls(folder, rows, extra=[record(HIDDEN_ROW, ...)])       with something in it that should be noticed
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path

Cell = str | int | float | date | None

SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_GENERAL, _DATED = 15, 16  # formats by their place among those written below
_DATE_FORMAT = 14  # what Excel has always called a date by its short form


def record(number: int, data: bytes = b"") -> bytes:
    """One record of a workbook's stream."""
    return struct.pack("<HH", number, len(data)) + data


def an_xls(
    folder: Path,
    rows: Sequence[Sequence[Cell]],
    *,
    extra: Sequence[bytes] = (),
    first: Sequence[bytes] = (),
    sheet: str = "Blad",
    visibility: int = 0,
    from_1904: bool = False,
    streams: Sequence[str] = (),
) -> Path:
    """A workbook of one sheet.

    In      extra       records among the sheet's own; first: among the workbook's
            visibility  0 shown, 1 hidden, 2 very hidden
            streams     names of further streams, as macros have
    """
    file = folder / "file.xls"
    file.write_bytes(_compound(_book(rows, extra, first, sheet, visibility, from_1904), streams))
    return file


def _book(
    rows: Sequence[Sequence[Cell]],
    extra: Sequence[bytes],
    first: Sequence[bytes],
    sheet: str,
    visibility: int,
    from_1904: bool,
) -> bytes:
    formats = [record(0x00E0, struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0, 0, 0, 0, 0, 0, 0))] * 15
    formats += [
        record(0x00E0, struct.pack("<HHHBBBBIIH", 0, number, 1, 0, 0, 0, 0, 0, 0, 0)) for number in (0, _DATE_FORMAT)
    ]
    before = [
        record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)),
        *first,
        record(0x0022, struct.pack("<H", from_1904)),
        *formats,
    ]
    name = sheet.encode("utf-16-le")
    named_bytes = 4 + 8 + len(name)
    start = sum(map(len, before)) + named_bytes + 4
    named = record(0x0085, struct.pack("<IBBBB", start, visibility, 0, len(sheet), 1) + name)
    cells = [
        _cell(y, x, cell, from_1904) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell is not None
    ]
    widest = max((len(row) for row in rows), default=0)
    own = [
        record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)),
        record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, widest, 0)),
        *cells,
        *extra,
        record(0x000A),
    ]
    return b"".join([*before, named, record(0x000A), *own])


def _cell(y: int, x: int, cell: Cell, from_1904: bool) -> bytes:
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return record(0x0204, struct.pack("<HHHHB", y, x, _GENERAL, len(cell), 1) + text)
    if isinstance(cell, date):
        days = (cell - (date(1904, 1, 1) if from_1904 else date(1899, 12, 30))).days
        return record(0x0203, struct.pack("<HHHd", y, x, _DATED, days))
    return record(0x0203, struct.pack("<HHHd", y, x, _GENERAL, cell))


def _compound(stream: bytes, further: Sequence[str]) -> bytes:
    """The stream in a compound file: a header, a table of which sector follows which, a folder, the stream."""
    stream = stream.ljust(4096, b"\0")  # a smaller one would be kept in another way
    sectors = -(-len(stream) // SECTOR)
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    entries.append(_entry("Workbook", 2, 0, len(stream), right=2 if further else None))
    entries += [
        _entry(name, 2, _END, 0, right=n if n <= len(further) + 1 and n - 2 < len(further) else None)
        for n, name in enumerate(further, 3)
    ]
    entries += [bytes(128)] * (-len(entries) % 4)
    folder = b"".join(entries)
    folder_sectors = len(folder) // SECTOR
    tables = 1
    while tables * SECTOR // 4 < sectors + folder_sectors + tables:
        tables += 1
    follows = [*range(1, sectors), _END]
    follows += [*range(sectors + 1, sectors + folder_sectors), _END]
    follows += [_TABLE] * tables
    follows += [_FREE] * (tables * SECTOR // 4 - len(follows))
    places = [sectors + folder_sectors + n for n in range(tables)]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        bytes(6),
        0,
        tables,
        sectors,  # where the folder begins
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    header += struct.pack("<109I", *(places + [_FREE] * (109 - len(places))))
    body = stream.ljust(sectors * SECTOR, b"\0") + folder + struct.pack(f"<{len(follows)}I", *follows)
    return header + body


def _entry(name: str, kind: int, start: int, size: int, *, child: int | None = None, right: int | None = None) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), kind, 1)
        + struct.pack("<III", none, none if right is None else right, none if child is None else child)
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )
