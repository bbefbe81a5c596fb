"""Tables as HTML, CSV and Excel: what may be run as a formula is text, and a number is a number."""

from __future__ import annotations

from datetime import date

import fastexcel
import pytest

from dashboard.components.data_table import Cell, Sheet, as_csv, as_excel, as_html

RISKY = ("=1+1", "+1", "-1", "@x", "\tx", "\rx")


@pytest.mark.parametrize("text", RISKY)
def test_text_that_a_spreadsheet_would_run_is_kept_as_text(text: str) -> None:
    sheet = Sheet("x", ("a", "b"), ((text, -1.5),))
    assert as_csv(sheet, "en").decode("utf-8-sig").splitlines()[1].startswith(("'", "\"'"))
    assert fastexcel.read_excel(as_excel(sheet)).load_sheet(0).to_polars().row(0) == (f"'{text}", -1.5)


@pytest.mark.parametrize(("language", "line"), [("sv", "a;0,5;12"), ("en", "a,0.5,12")])
def test_numbers_are_written_as_a_spreadsheet_of_the_language_reads_them(language: str, line: str) -> None:
    sheet = Sheet("x", ("n", "v", "c"), (("a", 0.5, 12),))
    assert as_csv(sheet, language).decode("utf-8-sig").splitlines()[1] == line  # type: ignore[arg-type]


def test_days_are_days_in_a_workbook_and_words_in_csv() -> None:
    days = (date(2026, 1, 14), date(1899, 5, 1))  # the second is before a spreadsheet's days begin
    sheet = Sheet("x", ("new", "old"), (days,))
    assert as_csv(sheet, "sv").decode("utf-8-sig").splitlines()[1] == "2026-01-14;1899-05-01"
    new, old = fastexcel.read_excel(as_excel(sheet)).load_sheet(0).to_polars().row(0)
    assert (new.date(), old) == (days[0], "1899-05-01")


def test_nothing_is_an_empty_field_and_zero_is_zero() -> None:
    assert as_csv(Sheet("x", ("a", "b"), ((None, 0.0),)), "sv").decode("utf-8-sig").splitlines()[1] == ";0,0"


def test_a_table_has_a_caption_and_headers_for_rows_and_columns() -> None:
    html = as_html("Siffror", ["Period", "Värde"], [("2025", [Cell("60 %")])], figures=1)
    assert "<caption>Siffror</caption>" in html
    assert '<th scope="col" class="">Period</th>' in html
    assert '<th scope="row">2025</th><td class="num main ok">60 %</td>' in html


def test_two_sides_beside_each_other_weigh_the_same() -> None:
    row = ("Norra", [Cell("60 %"), Cell("61 %"), Cell("−1")])
    html = as_html("Siffror", ["Enhet", "Region", "Kommun", "Skillnad"], [row], figures=3, main=2)
    assert '<td class="num main ok">60 %</td><td class="num main ok">61 %</td><td class="num ok">−1</td>' in html


def test_words_in_a_table_stay_words() -> None:
    html = as_html("<b>", ["<i>", "x"], [("<script>", [Cell("<img>")])], figures=1)
    assert not any(tag in html for tag in ("<b>", "<i>", "<script>", "<img>"))
