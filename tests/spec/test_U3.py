"""U3: the gap between the dimensions of well-being, in the share of needs that are met."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from metrics.calculate import calculate
from metrics.catalogue import by_id
from metrics.disclosure import protect
from metrics.needs_profile import DIMENSIONS
from tests.drawn import Tables, cell, counted, drawn

PERSONS = 60


def rated(met: dict[str, int], persons: int = PERSONS) -> Tables:
    """Everybody has a need in every domain; of sixty, so many are met in the domains of each dimension."""
    rows = [
        f"p{person:03} | 2024-05-01 | {domain} | {1 if person < met[dimension] else 2}"
        for dimension, domains in DIMENSIONS.items()
        for domain in domains
        for person in range(persons)
    ]
    return drawn(needs="person | assessed_on | domain | rating\n" + "\n".join(rows))


def shown(tables: Tables) -> dict[str, tuple[float | None, str]]:
    """Value and flag of 2024, by dimension; "" is the gap."""
    raw = calculate(by_id("U3"), "region", tables, data_from=date(2024, 1, 1), data_to=date(2024, 12, 31))
    cells = protect(raw, by_id("U3"), "region")
    return {group: (value, flag) for group, value, flag in cells.select("group", "value", "flag").rows()}


def test_every_domain_is_a_part_of_its_own_counted_in_persons() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 5      | 1
        a      | 2024-02-01  | 7      | 2
        b      | 2024-02-01  | 5      | 2
        b      | 2024-02-01  | 7      | 0
    """
    )
    assert cell("U3", tables, "2024", part="5") == (1, 2)
    assert cell("U3", tables, "2024", part="7") == (0, 1)
    assert cell("U3", tables, "2024", breakdown="dimension", group="psychological", part="7") == (0, 1)


def test_those_behind_it_are_counted_once_each() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 5      | 1
        a      | 2024-02-01  | 7      | 2
        b      | 2024-02-01  | 7      | 2
    """
    )
    assert cell("U3", tables, "2024") == (1, 2)
    assert cell("U3", tables, "2024", breakdown="dimension", group="existential") == (1, 1)


@pytest.fixture(scope="module")
def uneven() -> dict[str, tuple[float | None, str]]:
    return shown(rated({"medical": 48, "psychological": 36, "social": 36, "existential": 18}))


def test_the_gap_is_the_highest_dimension_less_the_lowest(uneven: dict[str, tuple[float, str]]) -> None:
    assert uneven[""][0] == pytest.approx(uneven["medical"][0] - uneven["existential"][0])
    assert uneven[""][0] == pytest.approx((48 - 18) / PERSONS, abs=0.1)


def test_a_dimension_is_the_mean_of_its_domains(uneven: dict[str, tuple[float, str]]) -> None:
    assert uneven["social"][0] == pytest.approx(36 / PERSONS, abs=0.08)


def test_without_all_four_dimensions_there_is_no_gap() -> None:
    found = shown(rated({"medical": 48, "psychological": 36, "social": 36, "existential": PERSONS}))
    assert found["existential"] == (None, "suppressed")  # all alike: it would tell of each one
    assert found[""] == (None, "suppressed")
    assert found["medical"][1] == "ok"


def test_a_year_before_the_data_has_no_figure() -> None:
    cells = protect(counted(by_id("U3"), drawn()), by_id("U3"), "region")
    assert set(cells["flag"]) == {"no_data"}
    assert cells.filter(pl.col("breakdown") == "all").height == 2
