"""U5: the share of shared users whose needs both they and staff have rated in the last year."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_both_the_user_and_staff_must_have_answered() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        c
        """,
        needs="""
        person | assessed_on | rater | rating
        a      | 2024-02-01  | user  | 0
        a      | 2024-03-01  | staff | 1
        b      | 2024-02-01  | user  | 2
        c      | 2024-02-01  | carer | 2
        """,
    )
    assert cell("U5", tables, "2024-Q1") == (1, 3)


def test_the_answers_may_be_up_to_twelve_months_old() -> None:
    tables = drawn(
        persons="person\na",
        needs="""
        assessed_on | rater | rating
        2023-04-01  | user  | 1
        2024-03-31  | staff | 1
        """,
    )
    assert cell("U5", tables, "2024-Q1") == (1, 1)
    assert cell("U5", tables, "2024-Q2") == (0, 1)


def test_a_form_of_not_known_is_no_assessment() -> None:
    tables = drawn(
        persons="person\na",
        needs="""
        assessed_on | rater | rating
        2024-02-01  | user  | 9
        2024-02-01  | staff | 1
        """,
    )
    assert cell("U5", tables, "2024-Q1") == (0, 1)


def test_only_shared_users_in_service_on_the_last_day_are_counted() -> None:
    tables = drawn(
        persons="""
        person | shared    | to_on
        a      | yes       |
        b      | no        |
        c      | not_asked |
        d      | yes       | 2024-03-30
        e      | yes       | 2024-03-31
        """,
        needs="""
        person | assessed_on | rater | rating
        b      | 2024-02-01  | user  | 1
        b      | 2024-02-01  | staff | 1
        """,
    )
    assert cell("U5", tables, "2024-Q1") == (0, 2)


def test_a_person_with_two_open_spells_is_one_person() -> None:
    tables = drawn(
        persons="""
        person | unit
        a      | north
        a      | south
        """,
        needs="""
        assessed_on | rater | rating
        2024-02-01  | user  | 1
        2024-02-01  | staff | 1
        """,
    )
    assert cell("U5", tables, "2024-Q1") == (1, 1)


def test_a_year_of_data_is_needed_before_the_first_figure() -> None:
    tables = drawn(persons="person\na", needs="assessed_on | rating\n2023-02-01 | 1")
    assert cell("U5", tables, "2023-Q3") is None
    assert cell("U5", tables, "2023-Q4") == (0, 1)
