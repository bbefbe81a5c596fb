"""From text to values: what each kind of column may look like in a file, and nothing more.

Every function takes a text expression (null where the file says there is no value) and gives the value, null where
the text could not be read as one; the caller compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

SPACES = " \u00a0\u202f"
MINUS = "\u2212"
OPEN_END = "9999-12-31"
_GROUPED = rf"(?:[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+|[0-9]+)"
_MINUS_ZERO = f"^(?:[-{MINUS}] ?{{zero}}|{{zero}} ?[-{MINUS}])$"

_OTHER_NUMBER = (
    r"(?i)^[-+\u2212]?(?:[0-9][0-9., \u00a0\u202f]*(?:e[-+]?[0-9]+|\s*(?:%|kr|sek|tkr|mnkr|:-))|nan|inf|infinity)$"
    r"|^\+[0-9]"
)
_MONTH = "^[0-9]{4}-?[0-9]{2}$"
_SHEET_ERROR = (
    r"(?i)^#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SAKNAS!|REFERENS!|V[ÄÃ]RDEFEL!|DIVISION/0!|NAMN\?|OGILTIGT!"
    r"|SKÄRNING!|#+)"
)
_SHEET_DAY = (
    r"(?i)^(?:[0-9]{1,2}-(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2} 00:00:00)$"
)


def number(text: pl.Expr, decimal: str, thousands: str = "") -> pl.Expr:
    """A number with an optional decimal part, thousands spaces, and a minus before, after or as U+2212.

    In      thousands  what else than spaces stands between thousands, where the profile names it
    Rule    exponents, percent signs, currency, infinities, minus zero and a second minus are not numbers here
    >>> cells = pl.Series(["1 234,50", "12-", "−3", "1e3", "5 %", "1.234", "-0"])
    >>> pl.select(number(pl.lit(cells), ",")).to_series().to_list()
    [1234.5, -12.0, -3.0, None, None, None, None]
    >>> pl.select(number(pl.lit(pl.Series(["1.234,50", "1.23", "12"])), ",", ".")).to_series().to_list()
    [1234.5, None, 12.0]
    """
    text = without_thousands(text, thousands)
    fraction = f"(?:[{decimal}][0-9]+)?"
    zero = f"0+(?:[{decimal}]0+)?"
    is_written = text.str.contains(_signed(_GROUPED + fraction)) & ~text.str.contains(_MINUS_ZERO.format(zero=zero))
    return pl.when(is_written).then(_plain(text)).cast(pl.Float64, strict=False)


def whole(text: pl.Expr, thousands: str = "") -> pl.Expr:
    """A number without a decimal part.

    >>> pl.select(whole(pl.lit(pl.Series(["1 234", "12,5", "7", "-0"])))).to_series().to_list()
    [1234, None, 7, None]
    """
    text = without_thousands(text, thousands)
    is_written = text.str.contains(_signed(_GROUPED)) & ~text.str.contains(_MINUS_ZERO.format(zero="0+"))
    return pl.when(is_written).then(_plain(text)).cast(pl.Int32, strict=False)


def without_thousands(text: pl.Expr, mark: str) -> pl.Expr:
    """The text without the mark between thousands, where it stands between every three digits and nowhere else."""
    if not mark:
        return text
    return pl.when(grouped(text, mark)).then(text.str.replace_all(mark, "", literal=True)).otherwise(text)


def grouped(text: pl.Expr, mark: str) -> pl.Expr:
    """Whether a number has `mark` between its thousands."""
    mark = re.escape(mark)
    return text.str.contains(f"^[^0-9]{{0,2}}[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+(?:[^0-9{mark}]|$)")


def other_style(text: pl.Expr, decimal: str) -> pl.Expr:
    """Whether the text is a number written in another way than the profile says: the file's fault, not the row's.

    >>> cells = pl.Series(["1e3", "NaN", "-0", "5 %", "12 kr", "1.234", "fem", "12,5", "1,234.5"])
    >>> pl.select(other_style(pl.lit(cells), ",")).to_series().to_list()
    [True, True, True, True, True, True, False, False, True]
    """
    mark = "." if decimal == "," else ","
    written = text.str.contains(_OTHER_NUMBER) | text.str.contains(_MINUS_ZERO.format(zero="0+(?:[.,]0+)?"))
    if len(decimal) > 1:
        return written
    return written | (text.str.contains(r"^[-\u2212]?[0-9][0-9., ]*-?$") & text.str.contains(mark, literal=True))


def spoiled(text: pl.Expr) -> pl.Expr:
    """Whether a spreadsheet has left one of its errors instead of the value."""
    return text.str.contains(_SHEET_ERROR)


def became_day(text: pl.Expr) -> pl.Expr:
    """Whether a spreadsheet has taken a code, such as MAR1, for a date.

    >>> cells = pl.Series(["01-mar", "mar-01", "2024-03-01 00:00:00", "MAR1"])
    >>> pl.select(became_day(pl.lit(cells))).to_series().to_list()
    [True, True, True, False]
    """
    return text.str.contains(_SHEET_DAY)


def _signed(digits: str) -> str:
    return f"^(?:[-{MINUS}] ?{digits}|{digits}(?: ?[-{MINUS}])?)$"


def _plain(text: pl.Expr) -> pl.Expr:
    evened = text.str.replace_many([*SPACES, MINUS, ","], [*[""] * len(SPACES), "-", "."])
    return evened.str.replace("^(.+)-$", "-$1")


def day(text: pl.Expr, date_format: str, *, monthly: bool = False) -> pl.Expr:
    """A date in the profile's format; a month may also be written 2024-03 or 202403.

    >>> cells = pl.Series(["2024-02-29", "2023-02-29", "202403"])
    >>> pl.select(day(pl.lit(cells), "%Y-%m-%d", monthly=True)).to_series().to_list()
    [datetime.date(2024, 2, 29), None, datetime.date(2024, 3, 1)]
    """
    value = text.str.to_date(date_format, strict=False)
    if monthly:
        is_month = text.str.contains(_MONTH)
        first = pl.concat_str(text.str.replace("-", "", literal=True), pl.lit("01"))
        value = pl.when(is_month).then(first.str.to_date("%Y%m%d", strict=False)).otherwise(value)
    return value


def other_day(text: pl.Expr, date_format: str, *, monthly: bool = False) -> pl.Expr:
    """Whether the text is a date, or a time, written in another way than the profile says.

    >>> cells = pl.Series(["05/03/2024", "2024-03-05T10:30", "2023-02-29", "okänt"])
    >>> pl.select(other_day(pl.lit(cells), "%Y-%m-%d")).to_series().to_list()
    [True, True, False, False]
    """
    shapes = f"{_shape(date_format)}|{_MONTH}" if monthly else _shape(date_format)
    return text.str.contains(r"^[0-9].*[0-9]{2}") & ~text.str.contains(shapes)


def _shape(date_format: str) -> str:
    shape = re.escape(date_format).replace("%Y", "[0-9]{4}")
    return f"^{re.sub('%[a-zA-Z]', '.+', re.sub('%[mdHMS]', '[0-9]{1,2}', shape))}$"


def code(text: pl.Expr, codes: Mapping[str, str]) -> pl.Expr:
    """The contract's value for a code of the file."""
    return text.replace_strict(list(codes), list(codes.values()), default=None, return_dtype=pl.String)


def codes(text: pl.Expr, separator: str, known: Mapping[str, str]) -> pl.Expr:
    """The contract's values for several codes in one cell; no codes are an empty list, an unknown one spoils the cell.

    >>> known = {"PSY": "psychosis", "NP": "neuropsychiatric"}
    >>> pl.select(codes(pl.lit(pl.Series(["PSY|NP", "PSY|?", None])), "|", known)).to_series().to_list()
    [['psychosis', 'neuropsychiatric'], None, []]
    """
    parts = text.str.split(separator) if separator else pl.concat_list(text)
    values = parts.list.eval(code(pl.element().str.strip_chars(), known))
    is_known = ~values.list.eval(pl.element().is_null()).list.any()
    none = pl.lit([], dtype=pl.List(pl.String))
    return pl.when(text.is_null()).then(none).when(is_known).then(values)


def truth(text: pl.Expr, true_values: tuple[str, ...], false_values: tuple[str, ...]) -> pl.Expr:
    """Yes or no, in the file's words."""
    words = dict.fromkeys(true_values, True) | dict.fromkeys(false_values, False)
    return text.replace_strict(list(words), list(words.values()), default=None, return_dtype=pl.Boolean)
