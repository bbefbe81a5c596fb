"""L4: the share of shared users who have the same coordinator as a year before."""

from __future__ import annotations

from tests.drawn import cell, drawn

USERS = """
    person | from_on    | to_on
    a      | 2020-01-01 |
    b      | 2020-01-01 |
"""


def test_the_same_coordinator_on_both_days_counts() -> None:
    tables = drawn(
        persons=USERS,
        coordinators="""
        person | coordinator | from_on    | to_on
        a      | c           | 2023-06-30 |
        b      | c           | 2023-01-01 | 2024-03-31
        b      | d           | 2024-04-01 |
        """,
    )
    assert cell("L4", tables, "2024-H1") == (1, 2)


def test_one_who_left_and_came_back_is_the_same() -> None:
    tables = drawn(
        persons="person\na",
        coordinators="""
        coordinator | from_on    | to_on      | role
        c           | 2023-01-01 | 2023-09-30 | coordinator
        d           | 2023-10-01 |            | coordinator
        c           | 2024-01-01 |            | case_manager
        """,
    )
    assert cell("L4", tables, "2024-H1") == (1, 1)


def test_one_with_nobody_named_is_not_steady() -> None:
    assert cell(
        "L4", drawn(persons=USERS, coordinators="person | coordinator | from_on\nz | c | 2024-01-01"), "2024-H1"
    ) == (0, 2)


def test_only_those_in_service_on_both_days_are_counted() -> None:
    tables = drawn(
        persons="""
        person | from_on    | to_on
        a      | 2023-07-01 |
        b      | 2020-01-01 | 2024-05-31
        c      | 2020-01-01 | 2023-12-31
        c      | 2024-02-01 |
        """,
        coordinators="person | coordinator | from_on\nc | k | 2020-01-01",
    )
    assert cell("L4", tables, "2024-H1") == (1, 1)


def test_there_is_no_figure_before_a_year_and_a_day_are_known() -> None:
    tables = drawn(persons=USERS, coordinators="person | coordinator | from_on\na | c | 2020-01-01")
    assert cell("L4", tables, "2023-H2") is None
    assert cell("L4", tables, "2024-H1") == (1, 2)
