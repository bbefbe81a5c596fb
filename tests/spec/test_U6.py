"""U6: how large a part of the unmet needs are no longer unmet when they are rated again."""

from __future__ import annotations

from metrics.catalogue import by_id
from tests.drawn import cell, counted, drawn


def test_a_need_is_resolved_when_it_has_gone_from_unmet_to_met_or_none() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2023-05-01  | 1      | 2
        a      | 2024-05-01  | 1      | 1
        a      | 2023-05-01  | 2      | 2
        a      | 2024-05-01  | 2      | 2
        b      | 2023-05-01  | 1      | 2
        b      | 2024-05-01  | 1      | 0
    """
    )
    assert cell("U6", tables, "2024") == (1 / 2 + 1, 2)
    assert cell("U6", tables, "2024", breakdown="domain", group="2") == (0, 1)


def test_only_needs_that_were_unmet_and_are_rated_again_count() -> None:
    tables = drawn(
        needs="""
        assessed_on | domain | rating
        2023-05-01  | 1      | 2
        2023-05-01  | 2      | 1
        2024-05-01  | 2      | 0
        2024-05-01  | 3      | 0
        2023-05-01  | 4      | 2
        2024-05-01  | 4      | 9
    """
    )
    assert cell("U6", tables, "2024") == (0, 0)


def test_the_latest_known_answer_of_each_year_counts() -> None:
    tables = drawn(
        needs="""
        assessed_on | rating
        2023-02-01  | 0
        2023-11-01  | 2
        2024-02-01  | 2
        2024-11-01  | 1
        2024-12-01  | 9
    """
    )
    assert cell("U6", tables, "2024") == (1, 1)


def test_only_the_users_own_ratings_count() -> None:
    tables = drawn(
        needs="""
        rater | assessed_on | rating
        staff | 2023-05-01  | 2
        staff | 2024-05-01  | 1
    """
    )
    assert cell("U6", tables, "2024") == (0, 0)


def test_the_first_year_has_no_figure_since_the_year_before_was_not_delivered() -> None:
    cells = counted(by_id("U6"), drawn(needs="assessed_on | rating\n2023-05-01 | 2"))
    assert cells.filter(breakdown="all")["numerator"].to_list()[0] is None
