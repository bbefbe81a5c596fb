"""Whatever a right table holds, the reader gives back exactly that, and no change of form changes a cell."""

from __future__ import annotations

import csv
import io
import tempfile
import unicodedata
from pathlib import Path
from typing import Literal

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.readers import Layout, Limits, Raw
from pipelines.readers import csv as reader
from pipelines.readers.characters import first_invisible

ROOM = st.characters(codec="utf-8", exclude_characters="\0\ufffd", exclude_categories=["Cs", "Cf"])


def is_plain(text: str) -> bool:
    """A text a register may hold: composed, without line ends of odd kinds, hidden characters or mojibake."""
    odd = {"\r", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"}
    garbled = any(mark in text for mark in ("Ã", "â€"))
    return (
        unicodedata.is_normalized("NFC", text)
        and not (odd & set(text))
        and first_invisible(text) is None
        and not garbled
    )


CELL = st.text(ROOM, max_size=12).filter(is_plain)
TABLE = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8).filter(
        lambda rows: all(any(row) for row in rows)
    )
)


@settings(max_examples=200, deadline=None)
@given(rows=TABLE, quote_all=st.booleans(), separator=st.sampled_from(";,\t|"))
def test_every_cell_comes_back_as_it_was_written(rows: list[list[str]], quote_all: bool, separator: str) -> None:
    header = [f"kolumn {place}" for place in range(len(rows[0]))]
    text = io.StringIO()
    quoting: Literal[0, 1] = 1 if quote_all else 0  # csv.QUOTE_ALL, csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, quoting=quoting, lineterminator="\n").writerows([header, *rows])
    with tempfile.TemporaryDirectory() as folder:
        file, into = Path(folder) / "file.csv", Path(folder) / "into"
        file.write_bytes(text.getvalue().encode())
        into.mkdir()
        reader.read(file, Layout(separator=separator), Limits(), into)
        read = pl.concat(Raw(title=(), header=(), rows=0, batches=tuple(sorted(into.iterdir()))).frames())
    assert [list(row) for row in read.select(header).rows()] == [[cell or None for cell in row] for row in rows]
