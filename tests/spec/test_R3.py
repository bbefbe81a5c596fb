"""R3: how far the joint units' net cost is from their budget."""

from __future__ import annotations

import polars as pl
import pytest

from metrics.catalogue import by_id
from metrics.disclosure import protect
from tests.drawn import Tables, cell, counted, drawn


@pytest.fixture(scope="module")
def tables() -> Tables:
    return drawn(
        costs="""
        unit  | month      | amount_sek | budget_sek
        north | 2024-01-01 | 600.25     | 500
        north | 2024-01-01 | 100        |
        south | 2024-01-01 | 250        | 300
        north | 2024-02-01 | 80         | 100
        south | 2024-03-01 | 90         |
        south | 2024-04-01 | 40         | -60
        """
    )


def test_the_deviation_is_cost_minus_budget_and_what_was_not_budgeted_deviates(tables: Tables) -> None:
    assert cell("R3", tables, "2024-01") == (150.25, 800)


def test_under_budget_is_below_zero(tables: Tables) -> None:
    assert cell("R3", tables, "2024-02") == (-20, 100)


def test_each_unit_has_its_own_quarter(tables: Tables) -> None:
    assert cell("R3", tables, "2024-Q1", breakdown="unit", group="north") == (180.25, 600)
    assert cell("R3", tables, "2024-Q1", breakdown="unit", group="south") == (40, 300)


@pytest.mark.parametrize("month", ["2024-03", "2024-04", "2024-05"])
def test_without_a_budget_over_an_income_and_without_a_ledger_there_is_no_figure(tables: Tables, month: str) -> None:
    assert cell("R3", tables, month) is None


def test_a_month_exactly_on_budget_is_zero_and_not_missing() -> None:
    assert cell("R3", drawn(costs="month | amount_sek | budget_sek\n2024-01-01 | 70 | 70"), "2024-01") == (0, 70)


def test_the_amounts_leave_exact_below_zero_too_and_count_nobody(tables: Tables) -> None:
    shown = protect(counted(by_id("R3"), tables), by_id("R3"), "region").filter(breakdown="all", flag="ok")
    figures = shown.filter(pl.col("value") < 0).select("numerator", "denominator", "value", "n_shown", "method")
    assert figures.rows() == [(-20, 100, -0.2, None, "exact ledger")]
