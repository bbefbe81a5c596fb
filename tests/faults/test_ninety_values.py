"""Bad inputs 13-20, 55-64 and 67-69: how numbers, dates and codes may be written."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import arrival, reported
from pipelines.workspace import Workspace
from tests.intake import a_profile
from tests.ninety import Given, book, cells, evened, judge, refused, row_refused

GROUPED = {"costs": a_profile("costs", thousands='"."')}
CODES = '[codes.unit]\n"0217" = "norra_mottagningen"'
SINCE_1904 = book("contacts", {"from_on": 43894, "to_on": date(2024, 3, 6)}, options={"date_1904": True})

CASES: dict[str, tuple[Given, ...]] = {
    "13 decimal comma": (evened("decimal_comma", cells("costs")),),
    "14 decimal point in a Swedish file": (
        refused("number_style", cells("costs", {"amount_sek": "1.234"}), secret=("1.234",)),
        refused("number_style", cells("costs", amount_sek="1000.50")),
    ),
    "15 a space between thousands, of any width": (
        evened("thousands_space", cells("costs", {"amount_sek": "1 234,50"})),
        evened("thousands_space", book("costs", {"amount_sek": "1\u00a0234,50"}, {"amount_sek": "1\u202f234,50"})),
    ),
    "16 a point between thousands": (
        refused("number_style", cells("costs", {"amount_sek": "1.234,50"})),
        evened("thousands_mark", cells("costs", {"amount_sek": "1.234,50"}), profile=GROUPED),
    ),
    "17 exponents, infinities and minus zero": (
        refused("number_style", cells("costs", {"amount_sek": "1e3"})),
        refused("number_style", cells("costs", {"amount_sek": "NaN"})),
        refused("number_style", cells("contacts", {"minutes": "inf"})),
        refused("number_style", book("costs", {"amount_sek": "-0"})),
    ),
    "18 a count or a cost below zero": (
        row_refused("cost_negative", cells("costs", {"amount_sek": "-500"})),
        row_refused("not_allowed", book("contacts", {"minutes": -5})),
    ),
    "19 a minus of another kind": (
        evened("minus_sign", cells("costs", {"account": "3010", "amount_sek": "\u2212500"})),
    ),
    "20 per cent signs and currency": (
        refused("number_style", cells("costs", {"budget_sek": "50 %"})),
        refused("number_style", book("costs", {"amount_sek": "12 kr"})),
    ),
    "55 a rating that is none": (
        row_refused("not_allowed", cells("needs", {"rating": "3"})),
        row_refused("not_allowed", book("needs", {"rating": 5})),
    ),
    "57 a date as Excel's serial number": (
        evened("date_serials", book("contacts", {"from_on": 45356}), holds={"from_on": date(2024, 3, 5)}),
    ),
    "58 dates counted from 1904": (
        evened("dates_counted_from_1904", SINCE_1904, holds={"from_on": date(2024, 3, 5), "to_on": date(2024, 3, 6)}),
    ),
    "59 day and month turned": (
        refused("date_style", cells("contacts", {"from_on": "05/03/2024"}), secret=("05/03/2024",)),
        refused("date_style", book("contacts", {"from_on": "3/5/2024"})),
    ),
    "60 days that do not exist, or cannot be": (
        row_refused("not_a_date", cells("contacts", {"from_on": "2023-02-29"})),
        row_refused("date_implausible", book("contacts", {"from_on": "0001-01-01"}, {"from_on": "2099-01-01"})),
    ),
    "61 a time of day": (
        refused("date_style", cells("contacts", {"from_on": "2024-03-31T02:30+01:00"})),
        refused("date_style", book("contacts", {"from_on": "2024-10-27 02:30:00"})),
    ),
    "62 weeks, which no source takes": (
        refused("date_style", cells("contacts", {"from_on": "2020-W53-5"})),
        refused("profile_missing", cells("contacts", name="contacts_2020-W53_v1.csv")),
    ),
    "63 the end before the beginning": (
        row_refused("dates_reversed", cells("contacts", {"to_on": "2023-01-01"})),
        row_refused("dates_reversed", book("contacts", {"to_on": date(2023, 1, 1)})),
    ),
    "64 an end in the year 9999": (evened("open_end", cells("contacts", {"to_on": "9999-12-31"})),),
    "67 leading zeros lost": (
        refused("unit_unknown", cells("needs", unit="217"), profile={"needs": a_profile("needs", CODES)}),
        refused("unit_unknown", book("needs", {"unit": 217})),
    ),
    "68 errors of a spreadsheet": (
        refused("spoiled", cells("costs", {"activity": "#REF!"})),
        refused("spoiled", cells("costs", {"amount_sek": "#N/A"})),
        refused("workbook_errors", book("costs", change=lambda _, s: s.write_formula("D3", "=1/0", None, "#DIV/0!"))),
    ),
    "69 a code that became a date": (
        refused("spoiled", cells("costs", {"activity": "01-mar"})),
        refused("spoiled", book("costs", {"activity": date(2024, 3, 1)})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_values(here: Workspace, case: str) -> None:
    judge(here, *CASES[case])


WEEKS = ("2020-W53", "2015-W53", "2026-W53", "2021-W01", "2020-W01-1", "202053", "2020W537", "2020-V53", "2020 v53")
"""ISO years of 53 weeks, and a week 1 that begins in December: each a period only to who knows which rule was meant."""


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_is_no_period_of_a_file_and_none_of_a_figure(week: str) -> None:
    assert arrival.span(week) is None
    with pytest.raises(UserProblem, match="period_unknown") as told:
        arrival.check_period(week, date(2026, 1, 1))
    assert "veckor används inte" in told.value.text.sv
    assert pl.select(reported.is_clear(pl.lit(week))).item() is False
