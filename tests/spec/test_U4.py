"""U4: how far users and staff agree on which needs are unmet."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_agreeing_is_to_rate_a_need_as_unmet_both_or_neither() -> None:
    tables = drawn(
        needs="""
        rater | assessed_on | domain | rating
        user  | 2024-02-01  | 1      | 2
        staff | 2024-02-01  | 1      | 2
        user  | 2024-02-01  | 2      | 0
        staff | 2024-02-01  | 2      | 1
        user  | 2024-02-01  | 3      | 2
        staff | 2024-02-01  | 3      | 1
        user  | 2024-02-01  | 4      | 0
        staff | 2024-02-01  | 4      | 2
    """
    )
    assert cell("U4", tables, "2024") == (2 / 4, 1)


def test_each_person_weighs_the_same_whatever_number_of_domains() -> None:
    tables = drawn(
        needs="""
        person | rater | assessed_on | domain | rating
        a      | user  | 2024-02-01  | 1      | 2
        a      | staff | 2024-02-01  | 1      | 2
        b      | user  | 2024-02-01  | 1      | 2
        b      | staff | 2024-02-01  | 1      | 0
        b      | user  | 2024-02-01  | 2      | 0
        b      | staff | 2024-02-01  | 2      | 0
    """
    )
    assert cell("U4", tables, "2024") == (1 + 1 / 2, 2)
    assert cell("U4", tables, "2024", breakdown="domain", group="1") == (1, 2)


def test_ratings_more_than_thirty_days_apart_are_no_pair() -> None:
    tables = drawn(
        needs="""
        person | rater | assessed_on | rating
        a      | user  | 2024-03-01  | 2
        a      | staff | 2024-03-31  | 2
        b      | user  | 2024-03-01  | 2
        b      | staff | 2024-04-01  | 2
    """
    )
    assert cell("U4", tables, "2024") == (1, 1)


def test_the_staffs_rating_of_the_same_day_goes_before_a_later_one() -> None:
    tables = drawn(
        needs="""
        rater | assessed_on | rating
        user  | 2024-03-01  | 2
        staff | 2024-03-01  | 2
        staff | 2024-03-15  | 0
    """
    )
    assert cell("U4", tables, "2024") == (1, 1)


def test_not_known_is_no_answer() -> None:
    tables = drawn(
        needs="""
        rater | assessed_on | rating
        user  | 2024-03-01  | 9
        staff | 2024-03-01  | 2
    """
    )
    assert cell("U4", tables, "2024") == (0, 0)
