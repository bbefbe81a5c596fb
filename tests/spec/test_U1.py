"""U1: unmet needs per person, as the users themselves rate them."""

from __future__ import annotations

from tests.drawn import cell, copies, drawn


def test_domains_rated_2_are_counted_per_person() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 1      | 2
        a      | 2024-02-01  | 2      | 2
        a      | 2024-02-01  | 3      | 1
        b      | 2024-03-01  | 1      | 0
    """
    )
    assert cell("U1", tables, "2024-H1") == (2, 2)


def test_only_the_users_own_ratings_count() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rater | rating
        a      | 2024-02-01  | user  | 1
        a      | 2024-02-01  | staff | 2
        b      | 2024-02-01  | carer | 2
    """
    )
    assert cell("U1", tables, "2024-H1") == (0, 1)


def test_the_latest_answer_per_domain_counts() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating | assessment_id
        a      | 2024-02-01  | 1      | 2      | x
        a      | 2024-02-01  | 2      | 2      | x
        a      | 2024-05-01  | 1      | 1      | y
    """
    )
    assert cell("U1", tables, "2024-H1") == (1, 1)


def test_of_two_answers_the_same_day_the_later_assessment_counts() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating | assessment_id
        a      | 2024-02-01  | 0      | y
        a      | 2024-02-01  | 2      | x
    """
    )
    assert cell("U1", tables, "2024-H1") == (0, 1)


def test_an_answer_counts_for_twelve_months() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating
        a      | 2023-07-01  | 2
        b      | 2023-06-30  | 2
    """
    )
    assert cell("U1", tables, "2024-H1") == (1, 1)


def test_not_known_never_replaces_an_answer() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating | assessment_id
        a      | 2024-02-01  | 2      | x
        a      | 2024-05-01  | 9      | y
    """
    )
    assert cell("U1", tables, "2024-H1") == (1, 1)


def test_a_person_who_only_answered_not_known_is_not_counted() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating
        a      | 2024-02-01  | 9
        b      | 2024-02-01  | 0
    """
    )
    assert cell("U1", tables, "2024-H1") == (0, 1)


def test_one_person_adds_at_most_ten() -> None:
    rows = "\n".join(f"2024-02-01 | {domain} | 2" for domain in range(1, 13))
    assert cell("U1", drawn(needs="assessed_on | domain | rating\n" + rows), "2024-H1") == (10, 1)


def test_the_first_half_year_has_no_figure_because_its_twelve_months_began_before_the_data() -> None:
    tables = drawn(
        needs="""
        assessed_on | rating
        2023-02-01  | 2
    """
    )
    assert cell("U1", tables, "2023-H1") is None
    assert cell("U1", tables, "2023-H2") == (1, 1)


def test_a_person_is_counted_at_the_unit_of_the_latest_assessment() -> None:
    tables = drawn(
        needs="person | unit | assessed_on | domain | rating | assessment_id\n"
        + copies("? | north | 2024-02-01 | 1 | 2 | x\n? | south | 2024-05-01 | 2 | 2 | y", 20, named="a")
    )
    assert cell("U1", tables, "2024-H1", breakdown="unit", group="south") == (40, 20)


def test_by_domain_it_is_persons_with_an_unmet_need_of_persons_who_answered() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-02-01  | 5      | 2
        b      | 2024-02-01  | 5      | 1
        c      | 2024-02-01  | 6      | 2
    """
    )
    assert cell("U1", tables, "2024-H1", breakdown="domain", group="5") == (1, 2)
