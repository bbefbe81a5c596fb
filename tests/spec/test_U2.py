"""U2: the share of users' needs that are met."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_each_person_gives_their_own_share_of_needs_met() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 1      | 1
        a      | 2024-02-01  | 2      | 2
        a      | 2024-02-01  | 3      | 2
        a      | 2024-02-01  | 4      | 2
        b      | 2024-02-01  | 1      | 1
    """
    )
    assert cell("U2", tables, "2024-H1") == (0.25 + 1, 2)


def test_a_domain_without_need_is_neither_met_nor_unmet() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 1      | 1
        a      | 2024-02-01  | 2      | 0
        a      | 2024-02-01  | 3      | 9
    """
    )
    assert cell("U2", tables, "2024-H1") == (1, 1)


def test_a_person_without_needs_is_not_counted() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating
        a      | 2024-02-01  | 0
        b      | 2024-02-01  | 2
    """
    )
    assert cell("U2", tables, "2024-H1") == (0, 1)


def test_only_the_users_own_ratings_count() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rater | rating
        a      | 2024-02-01  | user  | 2
        a      | 2024-02-01  | staff | 1
    """
    )
    assert cell("U2", tables, "2024-H1") == (0, 1)


def test_a_need_that_has_since_been_met_is_met() -> None:
    tables = drawn(
        needs="""
        assessed_on | rating | assessment_id
        2023-11-01  | 2      | x
        2024-05-01  | 1      | y
    """
    )
    assert cell("U2", tables, "2023-H2") == (0, 1)
    assert cell("U2", tables, "2024-H1") == (1, 1)
