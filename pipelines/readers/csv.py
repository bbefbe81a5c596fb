"""CSV, strictly: every byte decodes, every row has the header's number of fields, every quote is closed.

Neither Polars nor DuckDB refuses a torn, ragged or wrongly decoded file by itself, so the bytes are judged here
before Polars splits them. Where a field runs over several lines, or a quote is wrong, the rest of the file goes a
slower way, record by record.
"""

from __future__ import annotations

import csv
import io
import mmap
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from pipelines.readers import ROW, Layout, Limits
from pipelines.readers.characters import composed, decode, refuse_characters
from pipelines.readers.coded import coding, leave
from pipelines.readers.records import Table, by_record
from pipelines.readers.table import check_header, check_size, empty, ragged, too_long

BLOCK_BYTES = 32 * 1024**2
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\r\n]*(\r\n|\n|\r|\Z)")
_LONE_RETURN = re.compile(rb"\r(?!\n)")


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the file's rows as text into `into`; answer with its title, header, row count and what was evened out.

    Fails   file_empty, file_too_large, encoding_*, character_*, quote_wrong, header_*, row_ragged, field_too_long
    """
    check_size(file.stat().st_size, limits)
    normalised: Counter[str] = Counter()
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        start = len(_BOM) if content[:3] == _BOM else 0
        refuse_characters(content, start, layout)
        title, header, body = _head(content, start, layout)
        rows = 0
        table = Table(file, content, header, layout, limits, normalised)
        for number, frame in enumerate(_frames(table, body)):
            row = pl.int_range(pl.len(), dtype=pl.Int64) + layout.title_rows + 2 + rows
            leave(frame.with_columns(row.alias(ROW)), into, number)
            rows += frame.height
    if rows == 0:
        raise empty()
    normalised["byte_order_mark"] += bool(start)
    normalised["windows_1252"] += layout.encoding == "windows-1252"
    return {"title": title, "header": header, "rows": rows, "normalised": {k: n for k, n in normalised.items() if n}}


def _head(content: mmap.mmap, start: int, layout: Layout) -> tuple[list[str], list[str], int]:
    lines = []
    for number in range(layout.title_rows + 1):
        found = _LINE.match(content, start)
        if found is None or found.end() == start:
            raise empty()
        text = decode(found.group(), layout.encoding, number + 1)
        lines.append(composed(text, found.group())[0].rstrip("\r\n"))
        start = found.end()
    *title, last = lines
    header = next(csv.reader([last], delimiter=layout.separator), [])
    check_header(header, layout.title_rows + 1)
    return title, header, start


def _frames(table: Table, start: int) -> Iterator[pl.DataFrame]:
    content, layout = table.content, table.layout
    row = layout.title_rows + 2
    while start < len(content):
        end = _block_end(content, start)
        block = _evened(content[start:end], row, table)
        if end >= len(content):
            block = block.rstrip(b"\r\n")
        if block:
            has_quotes = b'"' in block
            if has_quotes and not pl.read_lines(io.BytesIO(block))["line"].str.contains(_whole_record(table)).all():
                yield from by_record(table, start, row)
                return
            frame = _split(block, row, table, has_quotes=has_quotes)
            _refuse_long(frame, row, table)
            yield frame
            row += frame.height
        start = end


def _split(block: bytes, row: int, table: Table, *, has_quotes: bool) -> pl.DataFrame:
    """The block's cells as text, row by row."""
    mark = table.layout.separator.encode()
    is_even = has_quotes or block.count(mark) == _lines(block) * (len(table.header) - 1)
    if not is_even:
        _refuse_ragged(block, row, table)
    try:
        return pl.read_csv(
            block,
            has_header=False,
            schema={name: coding() for name in table.header},
            separator=table.layout.separator,
            quote_char='"' if has_quotes else None,
            null_values=[""],
            missing_columns="insert",  # only rows named as totals are still short here
        )
    except (pl.exceptions.ComputeError, pl.exceptions.SchemaError):  # a long row, and as many fields too few in others
        _refuse_ragged(block, row, table)
        raise


def _block_end(content: mmap.mmap, start: int) -> int:
    # A block ends after a line end, and never between the two characters of one.
    if start + BLOCK_BYTES >= len(content):
        return len(content)
    for mark in (b"\n", b"\r"):
        found = content.rfind(mark, start, start + BLOCK_BYTES)
        if found >= 0:
            return found + 1
    return len(content)


def _evened(block: bytes, row: int, table: Table) -> bytes:
    """The block in UTF-8, its letters composed, and no line ended by a carriage return alone."""
    if _LONE_RETURN.search(block):
        table.normalised["line_ends"] += len(_LONE_RETURN.findall(block))
        block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = decode(block, table.layout.encoding, row)
    if table.layout.encoding != "utf-8":
        return text.encode()
    text, joined = composed(text, block)
    table.normalised["decomposed_letters"] += joined
    return text.encode() if joined else block


def _lines(block: bytes) -> int:
    return block.count(b"\n") + (not block.endswith(b"\n"))


def _whole_record(table: Table) -> str:
    """The pattern of a line that is one record: every field plain, or quoted from end to end."""
    mark = re.escape(table.layout.separator)
    field = f'(?:"(?:[^"]|"")*"|[^{mark}"]*)'
    return f"^{field}(?:{mark}{field}){{{len(table.header) - 1}}}$"


def _refuse_ragged(block: bytes, row: int, table: Table) -> None:
    mark, expected = table.layout.separator, len(table.header)
    lines = pl.read_lines(io.BytesIO(block))["line"]
    for index in (lines.str.count_matches(mark, literal=True) != expected - 1).arg_true():
        fields = lines[index].split(mark)
        if len(fields) > expected or fields[0].strip() not in table.layout.total_rows:
            raise ragged(row + index, len(fields), expected)


def _refuse_long(frame: pl.DataFrame, row: int, table: Table) -> None:
    most = table.limits.field_chars
    long = frame.select(pl.any_horizontal(pl.all().cat.len_chars() > most)).to_series()
    if long.any():
        raise too_long(row + int(long.arg_true()[0]), most)
