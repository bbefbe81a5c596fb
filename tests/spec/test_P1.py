"""P1: the share of shared users who have an active coordinated individual plan."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_a_plan_is_active_from_its_meeting() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        """,
        sip_plans="""
        person | met_on
        a      | 2024-03-31
        b      | 2024-04-01
        """,
    )
    assert cell("P1", tables, "2024-Q1") == (1, 2)
    assert cell("P1", tables, "2024-Q2") == (2, 2)


def test_a_plan_is_active_until_the_day_it_is_closed() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        """,
        sip_plans="""
        person | closed_on
        a      | 2024-03-31
        b      | 2024-04-01
        """,
    )
    assert cell("P1", tables, "2024-Q1") == (1, 2)


def test_a_person_with_two_plans_is_counted_once() -> None:
    tables = drawn(
        persons="person\na",
        sip_plans="""
        plan_id | met_on
        1       | 2023-01-01
        2       | 2024-01-01
        """,
    )
    assert cell("P1", tables, "2024-Q1") == (1, 1)


def test_a_plan_of_someone_who_is_not_shared_is_not_counted() -> None:
    tables = drawn(
        persons="""
        person | shared
        a      | yes
        b      | no
        """,
        sip_plans="person\nb",
    )
    assert cell("P1", tables, "2024-Q1") == (0, 1)


def test_a_plan_of_someone_no_longer_in_service_is_not_counted() -> None:
    tables = drawn(
        persons="""
        person | to_on
        a      |
        b      | 2024-02-29
        """,
        sip_plans="person\nb",
    )
    assert cell("P1", tables, "2024-Q1") == (0, 1)
