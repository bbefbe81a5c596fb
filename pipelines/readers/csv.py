"""CSV, strictly: every byte decodes, every row has the header's number of fields, every quote is closed.

Neither Polars nor DuckDB refuses a torn, ragged or wrongly decoded file by itself, so the bytes are judged here
before Polars splits them. Files with quoted fields take a slower way, through Python's own strict csv reader.
"""

from __future__ import annotations

import csv
import io
import mmap
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import ROW, Layout, Limits
from pipelines.readers.characters import composed, decode, refuse_characters
from pipelines.readers.table import check_header, empty, ragged, too_long

BLOCK_BYTES = 32 * 1024**2
BATCH_ROWS = 200_000
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\r\n]*(\r\n|\n|\r|\Z)")
_LONE_RETURN = re.compile(rb"\r(?!\n)")


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the file's rows as text into `into`; answer with its title, header, row count and what was evened out.

    Fails   file_empty, file_too_large, encoding_*, character_*, quote_wrong, header_*, row_ragged, field_too_long
    """
    _refuse_size(file.stat().st_size, limits)
    normalised: Counter[str] = Counter()
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        start = len(_BOM) if content[:3] == _BOM else 0
        refuse_characters(content, start, layout)
        title, header, body = _head(content, start, layout)
        if content.find(b'"', body) >= 0:
            frames = _quoted(opened, content, body, header, layout, limits, normalised)
        else:
            frames = _plain(content, body, header, layout, limits, normalised)
        rows = 0
        for number, frame in enumerate(frames):
            row = pl.int_range(pl.len(), dtype=pl.Int64) + layout.title_rows + 2 + rows
            frame.with_columns(row.alias(ROW)).write_ipc(into / f"{number:05}.arrow", compression="lz4")
            rows += frame.height
    if rows == 0:
        raise empty()
    normalised["byte_order_mark"] += bool(start)
    normalised["windows_1252"] += layout.encoding == "windows-1252"
    return {"title": title, "header": header, "rows": rows, "normalised": {k: n for k, n in normalised.items() if n}}


def _refuse_size(size: int, limits: Limits) -> None:
    if size == 0:
        raise empty()
    if size > limits.file_bytes:
        raise UserProblem(
            "file_too_large",
            Text(
                sv="Filen är större än {most} MB. Dela den i flera perioder.",
                en="The file is larger than {most} MB. Split it into several periods.",
            ).format(most=limits.file_bytes // 1024**2),
        )


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


def _plain(
    content: mmap.mmap, start: int, header: list[str], layout: Layout, limits: Limits, normalised: Counter[str]
) -> Iterator[pl.DataFrame]:
    # No quote anywhere: a record is a line and a field is what stands between separators.
    row = layout.title_rows + 2
    returns = content.find(b"\r", start) >= 0
    while start < len(content):
        end = _block_end(content, start)
        block = content[start:end]
        if returns:
            normalised["line_ends"] += len(_LONE_RETURN.findall(block))
            block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        text = decode(block, layout.encoding, row)
        if layout.encoding == "utf-8":
            text, joined = composed(text, block)
            normalised["decomposed_letters"] += joined
        else:
            joined = 1
        if joined:
            block = text.encode()
        if end >= len(content):
            block = block.rstrip(b"\n")
        if block:
            _refuse_lines(block, row, header, layout, limits)
            frame = pl.read_csv(
                block,
                has_header=False,
                schema=dict.fromkeys(header, pl.String),
                separator=layout.separator,
                quote_char=None,
                missing_columns="insert",  # only rows named as totals are still short here
            )
            row += frame.height
            yield frame
        start = end


def _block_end(content: mmap.mmap, start: int) -> int:
    # A block ends after a line end, and never between the two characters of one.
    if start + BLOCK_BYTES >= len(content):
        return len(content)
    for mark in (b"\n", b"\r"):
        found = content.rfind(mark, start, start + BLOCK_BYTES)
        if found >= 0:
            return found + 1
    return len(content)


def _refuse_lines(block: bytes, row: int, header: list[str], layout: Layout, limits: Limits) -> None:
    lines = pl.read_lines(io.BytesIO(block))["line"]
    expected = len(header) - 1
    wrong = (lines.str.count_matches(layout.separator, literal=True) != expected).arg_true()
    for index in wrong:
        fields = lines[index].split(layout.separator)
        if fields[0].strip() not in layout.total_rows or len(fields) > len(header):
            raise ragged(row + index, len(fields), len(header))
    for index in (lines.str.len_bytes() > limits.field_chars).arg_true():
        if any(len(field) > limits.field_chars for field in lines[index].split(layout.separator)):
            raise too_long(row + index, limits.field_chars)


def _quoted(
    opened: BinaryIO,
    content: mmap.mmap,
    start: int,
    header: list[str],
    layout: Layout,
    limits: Limits,
    normalised: Counter[str],
) -> Iterator[pl.DataFrame]:
    opened.seek(start)
    text = io.TextIOWrapper(opened, encoding=layout.encoding, errors="strict", newline="")
    csv.field_size_limit(limits.field_chars)
    records = csv.reader(text, delimiter=layout.separator, strict=True)
    row = layout.title_rows + 2
    batch: list[list[str]] = []
    blank = 0
    while True:
        try:
            record = next(records, None)
        except UnicodeDecodeError:
            # The stream decodes ahead of the records, so the place is looked up in the whole.
            decode(content[start:], layout.encoding, layout.title_rows + 2)
            raise
        except csv.Error as error:
            raise too_long(row, limits.field_chars) if "field limit" in str(error) else _quote_wrong(row) from None
        if record is None:
            break
        if not record:
            blank += 1  # blank lines may end a file, not interrupt it
            continue
        if blank:
            raise ragged(row, 0, len(header))
        if len(record) < len(header) and record[0].strip() in layout.total_rows:
            record += [""] * (len(header) - len(record))
        if len(record) != len(header):
            raise ragged(row, len(record), len(header))
        batch.append(record)
        row += 1
        if len(batch) == BATCH_ROWS:
            yield _frame(batch, header, normalised)
            batch = []
    if batch:
        yield _frame(batch, header, normalised)
    text.detach()


def _frame(batch: list[list[str]], header: list[str], normalised: Counter[str]) -> pl.DataFrame:
    cells = pl.DataFrame(batch, schema=dict.fromkeys(header, pl.String), orient="row")
    broken = cells.select(pl.all().str.contains("[\r\n]").sum()).sum_horizontal().item()
    accented = [name for name in header if cells[name].str.contains("[\u0300-\u036f]").any()]
    normalised["line_breaks_in_text"] += broken
    normalised["decomposed_letters"] += len(accented)
    return cells.with_columns(
        pl.col(accented).str.normalize("NFC"),
    ).with_columns(pl.when(pl.all() != "").then(pl.all()))


def _quote_wrong(row: int) -> UserProblem:
    return UserProblem(
        "quote_wrong",
        Text(
            sv="Rad {row} eller någon efter den har ett citattecken som inte stängs, eller text efter ett stängt. "
            "Rätta raden och exportera på nytt.",
            en="Row {row} or one after it has a quote that is not closed, or text after a closed one. "
            "Mend the row and export again.",
        ).format(row=row),
    )
