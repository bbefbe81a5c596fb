"""P10: the share of shared users for whom a coordinator or case manager is named."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_any_of_the_three_roles_will_do() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        c
        d
        """,
        coordinators="""
        person | role               | from_on
        a      | coordinator        | 2024-01-01
        b      | case_manager       | 2024-01-01
        c      | multi_case_manager | 2024-01-01
        """,
    )
    assert cell("P10", tables, "2024-Q1") == (3, 4)


def test_the_assignment_must_be_in_force_on_the_last_day() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        c
        """,
        coordinators="""
        person | from_on    | to_on
        a      | 2023-05-01 | 2024-03-31
        b      | 2023-05-01 | 2024-03-30
        c      | 2024-04-01 |
        """,
    )
    assert cell("P10", tables, "2024-Q1") == (1, 3)


def test_two_coordinators_are_still_one_person() -> None:
    tables = drawn(
        persons="person\na",
        coordinators="""
        coordinator | from_on
        c           | 2024-01-01
        d           | 2024-01-01
        """,
    )
    assert cell("P10", tables, "2024-Q1") == (1, 1)


def test_a_coordinator_of_someone_who_is_not_shared_is_not_counted() -> None:
    tables = drawn(
        persons="""
        person | shared
        a      | yes
        b      | not_asked
        """,
        coordinators="person | from_on\nb | 2024-01-01",
    )
    assert cell("P10", tables, "2024-Q1") == (0, 1)
