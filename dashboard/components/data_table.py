"""A table people read on the page and take away: semantic HTML, and the same rows as CSV and Excel."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

from dashboard.components import explain
from dashboard.components.figures import LOOKS
from metrics.problem import Language

Value = str | float | int | date | None
_DAYS = {"default_date_format": "yyyy-mm-dd"}
_FIRST_DAY = date(1900, 3, 1)
"""Before it a spreadsheet has no days, or others than the calendar."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Cell:
    """One figure as it is shown.

    In      text   what is read; never empty, since nothing has four kinds and each has a word
            kind   ok, suppressed, structural_zero, no_data: how it looks
            mark   HTML put before the text, already escaped
            note   what belongs to the figure, in small below it
            href   where the figure leads, if it is a link
    """

    text: str
    kind: str = "ok"
    mark: str = ""
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Sheet:
    """The rows of a file: one header, one line per figure, numbers as numbers and days as days."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def as_html(
    caption: str,
    head: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    *,
    figures: int,
    main: int = 1,
    mark: str = "",
) -> str:
    """A table with a caption, column headers and row headers.

    In      rows     row header and cells
            figures  how many of the first columns after the row header are figures, and right-aligned
            main     how many of those are what the table is about, and set in heavier type: both sides, where they
                     stand beside each other
            mark     HTML put before the caption, already escaped
    Rule    it scrolls sideways inside its own frame, which the keyboard reaches; the page never does
    """
    label = html.escape(caption, quote=True)
    aligned = ["", *(["num"] * figures), *([""] * (len(head) - 1 - figures))]
    heavy = [" main" if at < min(main, figures) else "" for at in range(len(head) - 1)]
    top = "".join(
        f'<th scope="col" class="{c}">{html.escape(text)}</th>' for text, c in zip(head, aligned, strict=True)
    )
    body = "".join(
        f'<tr><th scope="row">{html.escape(name)}</th>'
        + "".join(
            f'<td class="{c}{weight} {cell.kind}">{cell.mark}{_linked(cell)}'
            f"{f'<small>{html.escape(cell.note)}</small>' if cell.note else ''}</td>"
            for cell, c, weight in zip(cells, aligned[1:], heavy, strict=True)
        )
        + "</tr>"
        for name, cells in rows
    )
    return (
        f'<div class="table-frame" role="region" aria-label="{label}" tabindex="0">'
        f'<table class="figures"><caption>{mark}{label}</caption><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _linked(cell: Cell) -> str:
    text = html.escape(cell.text)
    looks = LOOKS.get(cell.kind, "")
    if cell.href:
        kind = f' class="{looks}"' if looks else ""
        return f'<a{kind} href="{html.escape(cell.href)}">{text}</a>'
    return explain.mark(text, cell.kind, looks=looks) if looks and text else text


def as_csv(sheet: Sheet, language: Language) -> bytes:
    """The sheet as a CSV that opens right in a spreadsheet of that language.

    Rule    Swedish: semicolon and decimal comma; English: comma and decimal point; UTF-8 with a byte order mark
    >>> as_csv(Sheet("x", ("a", "b"), (("=1+1", 0.5),)), "sv").decode("utf-8-sig").splitlines()
    ['a;b', "'=1+1;0,5"]
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "sv" else ",", lineterminator="\r\n")
    writer.writerow([_harmless(text) for text in sheet.head])
    for row in sheet.rows:
        writer.writerow([_written(value, language) for value in row])
    return out.getvalue().encode("utf-8-sig")


def as_excel(sheet: Sheet) -> bytes:
    """The sheet as an Excel workbook of its own."""
    return as_workbook((sheet,))


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Sheets as an Excel workbook: numbers are numbers, days are days, and text is never a formula or a link."""
    out, plain = io.BytesIO(), {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, plain | _DAYS) as book:
        bold = book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31])
            page.write_row(0, 0, [_harmless(text) for text in sheet.head], bold)
            for n, row in enumerate(sheet.rows, start=1):
                page.write_row(n, 0, [_harmless(value) for value in row])
            page.freeze_panes(1, 0)
            page.autofit()
    return out.getvalue()


def _harmless(value: Value) -> Value:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; a day it does not have is text."""
    if isinstance(value, date) and value < _FIRST_DAY:
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _written(value: Value, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return str(_harmless(value))
    text = repr(round(value, 6)) if isinstance(value, float) else str(value)
    return text.replace(".", ",") if language == "sv" else text
