"""L3: the share of improvement cycles that were closed with a measured result."""

from __future__ import annotations

import pytest

from tests.drawn import cell, drawn


@pytest.mark.parametrize(
    ("closed_on", "measured", "counted"),
    [
        ("2023-09-01", "yes", 1),
        ("2023-09-01", "no", 0),
        ("", "yes", 0),
        ("2024-03-01", "yes", 1),
        ("2024-03-02", "yes", 0),
    ],
    ids=["closed", "not measured", "still open", "on the last day", "a day too late"],
)
def test_a_cycle_closed_within_a_year_with_a_measure_counts(closed_on: str, measured: str, counted: int) -> None:
    tables = drawn(cycles=f"started_on | closed_on | has_measured_result\n2023-03-01 | {closed_on} | {measured}")
    assert cell("L3", tables, "2024") == (counted, 1)


def test_a_cycle_counts_in_the_year_after_the_one_it_began_in() -> None:
    tables = drawn(cycles="started_on | closed_on\n2023-07-01 | 2023-08-01")
    assert [cell("L3", tables, period) for period in ("2023", "2024")] == [None, (1, 1)]


def test_each_has_the_cycles_it_runs_and_the_joint_ones() -> None:
    tables = drawn(
        cycles="""
        organisation | started_on | closed_on
        region       | 2023-02-01 | 2023-06-01
        municipality | 2023-02-01 |
        joint        | 2023-05-01 | 2024-01-10
        """
    )
    assert cell("L3", tables, "2024") == (2, 2)
    assert cell("L3", tables, "2024", organisation="municipality") == (1, 2)
