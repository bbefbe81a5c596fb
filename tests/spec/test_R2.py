"""R2: how the joint units' net cost is divided between the two organisations."""

from __future__ import annotations

import pytest

from metrics.catalogue import by_id
from metrics.disclosure import protect
from tests.drawn import Tables, cell, counted, drawn

LEDGER = """
    unit  | month      | amount_sek
    north | 2024-01-01 | 600.25
    south | 2024-02-01 | 300
    north | 2024-04-01 | 50
"""


@pytest.fixture
def tables() -> Tables:
    return drawn(costs=LEDGER)


def numerator(tables: Tables, period: str, **where: str) -> float | None:
    found = cell("R2", tables, period, **where)  # type: ignore[arg-type]
    return None if found is None else found[0]


def test_an_organisation_publishes_its_own_net_cost(tables: Tables) -> None:
    assert numerator(tables, "2024-Q1") == 900.25


def test_the_cost_is_also_shown_by_unit(tables: Tables) -> None:
    assert numerator(tables, "2024-Q1", breakdown="unit", group="south") == 300


def test_a_unit_without_lines_in_a_ledger_that_has_others_has_cost_nothing(tables: Tables) -> None:
    assert numerator(tables, "2024-Q2", breakdown="unit", group="south") == 0


def test_a_quarter_without_a_ledger_has_no_figure(tables: Tables) -> None:
    assert numerator(tables, "2024-Q3") is None
    assert numerator(tables, "2024-Q3", breakdown="unit", group="south") is None


def test_the_amount_leaves_exact_and_the_joint_zone_divides(tables: Tables) -> None:
    shown = protect(counted(by_id("R2"), tables), by_id("R2"), "region").filter(breakdown="all", flag="ok")
    assert shown.select("numerator", "denominator", "value", "n_shown").rows()[0] == (900.25, None, None, None)


def test_no_person_is_behind_it(tables: Tables) -> None:
    assert counted(by_id("R2"), tables)["persons"].sum() == 0
