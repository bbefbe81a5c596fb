"""Total rows: known by the profile, taken away, and held against the sum of the rows above them."""

from __future__ import annotations

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines import values
from pipelines.clean import decimal_of
from pipelines.contract import Source
from pipelines.profile import Profile
from pipelines.readers import ROW
from pipelines.readers.batch import Batch

_LOOKS_LIKE_TOTAL = r"(?i)^(summa|total|totalt|totalsumma|delsumma|sum|subtotal|s:a)\b"
_ROUNDING_SEK = 1.0


def split(raw: Batch, profile: Profile) -> tuple[Batch, Batch]:
    """The rows of data, and the rows the profile calls totals.

    Fails   total_row_unnamed where a row looks like a total the profile does not name
    """
    first = next(iter(raw.columns.values()))
    texts = first.texts.str.strip_chars()
    named = texts.is_in(profile.total_rows)
    unnamed = texts.str.contains(_LOOKS_LIKE_TOTAL) & ~named
    if first.count(unnamed):
        raise UserProblem(
            "total_row_unnamed",
            Text(
                sv="Rad {row} ser ut som en summarad. Ange dess första ord under total_rows i profilen, eller ta bort "
                "raden.",
                en="Row {row} looks like a total. Name its first word under total_rows in the profile, or take the row "
                "away.",
            ).format(row=raw.rows.filter(first.chosen(unnamed))[0]),
        )
    if not named.any():
        return raw, raw.head(0)
    is_total = first.chosen(named)
    return raw.filter(~is_total), raw.filter(is_total)


def check(totals: pl.DataFrame, rows: pl.DataFrame, source: Source, profile: Profile) -> None:
    """Refuse a file whose totals are not the sums of its rows.

    Rule    a total sums all rows above it, or those since the total before it
    Fails   total_differs, with the row and the column
    """
    decimal = decimal_of(profile)
    for column in (name for name in source.columns if source.about(name).additive and name in profile.columns):
        before = 0
        told = totals.select(
            ROW, value=values.number(pl.col(profile.columns[column]).str.strip_chars(), decimal, profile.thousands)
        )
        for row, value in told.sort(ROW).iter_rows():
            above = rows.filter(pl.col("row") < row)
            sums = (above[column].sum(), above.filter(pl.col("row") > before)[column].sum())
            if value is not None and all(abs(value - total) >= _ROUNDING_SEK for total in sums):
                raise UserProblem(
                    "total_differs",
                    Text(
                        sv="Rad {row}, kolumnen {column}: summan är inte summan av raderna ovanför. Filen är "
                        "ofullständig eller ändrad för hand. Exportera den på nytt.",
                        en="Row {row}, column {column}: the total is not the sum of the rows above. The file is "
                        "incomplete or was changed by hand. Export it again.",
                    ).format(row=row, column=profile.in_file(column)),
                )
            before = row
