"""P6: the share of plans that state their motive and both kinds of goals."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_motive_and_both_kinds_of_goals_are_asked_for() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | motive_stated | short_term_goals | long_term_goals
        1       | 2024-03-01 | yes           | yes              | yes
        2       | 2024-03-01 | no            | yes              | yes
        3       | 2024-03-01 | yes           | no               | yes
        4       | 2024-03-01 | yes           | yes              | no
        """
    )
    assert cell("P6", tables, "2024-H1") == (1, 4)


def test_what_is_not_recorded_is_not_taken_to_be_there() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | motive_stated | short_term_goals | long_term_goals
        1       | 2024-03-01 |               | yes              | yes
        """
    )
    assert cell("P6", tables, "2024-H1") == (0, 1)


def test_the_period_is_that_of_the_meeting() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | followed_up_on
        1       | 2024-06-30 | 2024-09-01
        2       | 2024-07-01 |
        """
    )
    assert cell("P6", tables, "2024-H1") == (0, 1)
    assert cell("P6", tables, "2024-H2") == (0, 1)
