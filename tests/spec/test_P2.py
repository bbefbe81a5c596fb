"""P2: the share of coordinated individual plans followed up in time."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_in_time_is_on_or_before_the_agreed_day() -> None:
    tables = drawn(
        sip_plans="""
        person | follow_up_due_on | followed_up_on
        a      | 2024-03-10       | 2024-03-10
        b      | 2024-03-10       | 2024-02-01
        c      | 2024-03-10       | 2024-03-11
        d      | 2024-03-10       |
    """
    )
    assert cell("P2", tables, "2024-Q1") == (2, 4)


def test_a_plan_belongs_to_the_quarter_it_is_due_in_not_the_one_it_is_followed_up_in() -> None:
    tables = drawn(
        sip_plans="""
        follow_up_due_on | followed_up_on
        2024-04-01       | 2024-03-01
    """
    )
    assert cell("P2", tables, "2024-Q1") == (0, 0)
    assert cell("P2", tables, "2024-Q2") == (1, 1)


def test_without_an_agreed_day_it_is_due_after_180_days() -> None:
    tables = drawn(
        sip_plans="""
        person | met_on     | followed_up_on
        a      | 2023-10-03 | 2024-03-31
        b      | 2023-10-04 | 2024-03-31
    """
    )
    assert cell("P2", tables, "2024-Q1") == (1, 1)
    assert cell("P2", tables, "2024-Q2") == (1, 1)


def test_closing_a_plan_does_not_excuse_its_follow_up() -> None:
    tables = drawn(
        sip_plans="""
        follow_up_due_on | closed_on
        2024-03-10       | 2024-02-01
    """
    )
    assert cell("P2", tables, "2024-Q1") == (0, 1)


def test_every_plan_counts_also_two_of_the_same_person() -> None:
    tables = drawn(
        sip_plans="""
        person | plan_id | unit  | follow_up_due_on | followed_up_on
        a      | 1       | north | 2024-02-10       | 2024-02-10
        a      | 2       | north | 2024-03-10       |
        a      | 3       | south | 2024-03-10       | 2024-03-01
    """
    )
    assert cell("P2", tables, "2024-Q1") == (2, 3)
