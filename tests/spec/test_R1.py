"""R1: the net cost of the jointly run units per shared user."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_the_quarters_net_cost_is_divided_by_the_persons_served() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        """,
        costs="""
        month      | amount_sek
        2024-01-01 | 1000.50
        2024-03-01 | 500
        2024-04-01 | 70
        """,
    )
    assert cell("R1", tables, "2024-Q1") == (1500.5, 2)


def test_income_lowers_the_cost() -> None:
    tables = drawn(
        persons="person\na",
        costs="""
        month      | amount_sek
        2024-01-01 | 1000
        2024-01-01 | -300
        """,
    )
    assert cell("R1", tables, "2024-Q1") == (700, 1)


def test_a_person_is_served_who_was_in_service_on_any_day() -> None:
    tables = drawn(
        persons="""
        person | from_on    | to_on
        a      | 2023-01-01 | 2024-01-01
        b      | 2024-03-31 |
        c      | 2023-01-01 | 2023-12-31
        d      | 2024-04-01 |
        """,
        costs="month | amount_sek\n2024-01-01 | 10",
    )
    assert cell("R1", tables, "2024-Q1") == (10, 2)


def test_only_shared_users_are_counted_below() -> None:
    tables = drawn(
        persons="""
        person | shared
        a      | yes
        b      | no
        """,
        costs="month | amount_sek\n2024-01-01 | 10",
    )
    assert cell("R1", tables, "2024-Q1") == (10, 1)


def test_a_person_in_two_units_is_one_person() -> None:
    tables = drawn(
        persons="""
        person | unit
        a      | north
        a      | south
        """,
        costs="month | amount_sek\n2024-01-01 | 10",
    )
    assert cell("R1", tables, "2024-Q1") == (10, 1)


def test_a_quarter_without_a_ledger_has_no_figure() -> None:
    tables = drawn(persons="person\na", costs="month | amount_sek\n2024-01-01 | 10")
    assert cell("R1", tables, "2024-Q2") is None
