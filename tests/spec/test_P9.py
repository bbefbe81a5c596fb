"""P9: the share of plans where the user was prepared, present and heard."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_preparation_presence_and_an_own_wish_are_all_asked_for() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | prepared_on | user_present | user_wish_recorded
        1       | 2024-03-01 | 2024-02-20  | yes          | yes
        2       | 2024-03-01 |             | yes          | yes
        3       | 2024-03-01 | 2024-02-20  | no           | yes
        4       | 2024-03-01 | 2024-02-20  | yes          | no
        """
    )
    assert cell("P9", tables, "2024-H1") == (1, 4)


def test_what_is_not_recorded_is_not_taken_to_have_happened() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | prepared_on | user_present | user_wish_recorded
        1       | 2024-03-01 | 2024-02-20  | yes          |
        2       | 2024-03-01 | 2024-02-20  |              | yes
        """
    )
    assert cell("P9", tables, "2024-H1") == (0, 2)


def test_the_period_is_that_of_the_meeting() -> None:
    tables = drawn(
        sip_plans="""
        met_on     | prepared_on | user_present | user_wish_recorded
        2024-07-01 | 2024-06-20  | yes          | yes
        """
    )
    assert cell("P9", tables, "2024-H1") == (0, 0)
    assert cell("P9", tables, "2024-H2") == (1, 1)
