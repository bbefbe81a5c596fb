"""Tables that come ready-made, from a workbook, a document or a column file: their cells as text, looked through."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import polars as pl

from pipelines.readers import ROW, Limits
from pipelines.readers.characters import MOJIBAKE, first_invisible, garbled, invisible
from pipelines.readers.coded import leave
from pipelines.readers.table import check_header, empty, too_long

_ACCENTS = "[\u0300-\u036f]"
_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"


def refuse_text(body: pl.DataFrame, rows: pl.Series, limits: Limits) -> None:
    """Refuse a table with a field no register would hold, or a character nobody can see.

    In      rows  where each row stood in the file
    Fails   field_too_long, encoding_garbled, character_invisible
    """
    for column in body.columns:
        long = (body[column].str.len_chars() > limits.field_chars).arg_true()
        if len(long):
            raise too_long(rows[int(long[0])], limits.field_chars)
        spoiled = body[column].str.contains_any(list(MOJIBAKE)).arg_true()
        if len(spoiled):
            raise garbled(rows[int(spoiled[0])])
        hidden = body[column].str.contains(_INVISIBLE).arg_true()
        if len(hidden):
            index = int(hidden[0])
            raise invisible(rows[index], first_invisible(body[column][index]) or "\u200b")


def hand_over(
    body: pl.DataFrame,
    rows: pl.Series,
    limits: Limits,
    into: Path,
    *,
    title: Sequence[str] = (),
    normalised: Mapping[str, int] | None = None,
) -> dict[str, object]:
    """Write the table into `into` and answer as every reader does: title, header, row count, what was evened out.

    In      body  every cell as text
    Fails   header_*, file_empty, field_too_long, encoding_garbled, character_invisible
    """
    header = [whole(name) for name in body.columns]
    check_header(header, 1)
    body.columns = header
    if body.height == 0:
        raise empty()
    counted = Counter(normalised or {})
    body = composed_cells(body, counted)
    refuse_text(body, rows, limits)
    body = body.with_columns(pl.when(pl.all() != "").then(pl.all()))
    leave(body.with_columns(rows.cast(pl.Int64).alias(ROW)), into)
    evened = {code: times for code, times in counted.items() if times}
    return {"title": list(title), "header": body.columns, "rows": body.height, "normalised": evened}


def composed_cells(body: pl.DataFrame, normalised: Counter[str]) -> pl.DataFrame:
    """The table with letters and their accents in one character (NFC); how many were joined is counted."""
    joined = body.select(pl.all().str.count_matches(_ACCENTS).sum()).sum_horizontal().item()
    normalised["decomposed_letters"] += joined
    return body.select(pl.all().str.normalize("NFC")) if joined else body


def whole(name: str) -> str:
    """A column's name with letters and their accents in one character."""
    return unicodedata.normalize("NFC", name)


def plain(number: int | float | Decimal) -> str:
    """A number as people write it: no exponent, and no decimals where there are none.

    >>> plain(12.0), plain(Decimal("1E+3")), plain(1e-05), plain(-82)
    ('12', '1000', '0.00001', '-82')
    """
    exact = Decimal(str(number))
    if not exact.is_finite():
        return str(number)  # NaN and infinity are refused as no numbers, by row
    return f"{exact.to_integral_value() if exact == exact.to_integral_value() else exact:f}"
