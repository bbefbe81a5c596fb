"""P8: the share of followed-up plans after which the help was changed."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_a_change_of_detail_is_a_change() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | followed_up_on | change
        1       | 2024-03-01     | none
        2       | 2024-03-01     | detail
        3       | 2024-03-01     | substantial
        """
    )
    assert cell("P8", tables, "2024-H1") == (2, 3)


def test_a_follow_up_that_says_nothing_of_change_is_counted_without_one() -> None:
    tables = drawn(sip_plans="followed_up_on | change\n2024-03-01 |")
    assert cell("P8", tables, "2024-H1") == (0, 1)


def test_a_plan_not_followed_up_is_not_counted() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | followed_up_on | change
        1       | 2024-01-10 | 2024-07-01     | detail
        2       | 2024-01-10 |                |
        """
    )
    assert cell("P8", tables, "2024-H1") == (0, 0)
    assert cell("P8", tables, "2024-H2") == (1, 1)
