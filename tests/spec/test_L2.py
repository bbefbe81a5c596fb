"""L2: how engaged the staff are, by the index that both organisations' staff surveys share."""

from __future__ import annotations

from datetime import date

import polars as pl

from metrics.catalogue import by_id
from metrics.disclosure import protect
from tests.drawn import counted, drawn


def shown(rows: str, breakdown: str = "all", year: int = 2024) -> tuple[object, ...]:
    """Value, answers, asked and flag of the year."""
    cells = protect(counted(by_id("L2"), drawn(surveys=rows)), by_id("L2"), "region")
    found = cells.filter(breakdown=breakdown, period_start=date(year, 1, 1))
    return found.select(pl.col("value").round(4), "numerator", "denominator", "flag").rows()[0]


def test_the_units_are_weighed_together_by_how_many_answered() -> None:
    rows = """
        item      | unit  | value | respondents | invited
        hme_total | north | 80    | 30          | 40
        hme_total | south | 60    | 10          | 20
        motivation | south | 10   | 90          | 99
    """
    assert shown(rows) == (75.0, 40, 60, "ok")


def test_a_unit_with_under_ten_answers_is_hidden_and_in_no_total_that_could_give_it_away() -> None:
    rows = """
        item      | unit  | value | respondents | invited
        hme_total | north | 80    | 30          | 40
        hme_total | small | 20    | 9           | 12
    """
    assert shown(rows) == (80.0, 30, 40, "ok")
    assert shown(rows.replace("north", "aaa").replace("30", "9"), "unit") == (None, None, None, "suppressed")


def test_a_result_where_nobody_knows_how_many_were_asked_is_shown_without_that_number() -> None:
    assert shown("item | value | respondents\nhme_total | 71.4 | 25") == (71.4, 25, None, "ok")


def test_a_result_without_a_number_of_answers_is_left_out() -> None:
    assert shown("item | value\nhme_total | 71.4") == (None, None, None, "no_data")


def test_a_span_of_months_counts_in_the_year_it_ends() -> None:
    rows = "item | period | value | respondents\nhme_total | 2023-11/2024-01 | 70 | 25"
    assert shown(rows)[0] == 70.0
    assert shown(rows, year=2023)[3] == "no_data"


def test_a_year_without_a_survey_has_no_figure() -> None:
    assert shown("item | period | value | respondents\nhme_total | 2024 | 70 | 25", year=2023)[3] == "no_data"
