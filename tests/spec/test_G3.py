"""G3: the share of decisions whose outcome was recorded by the day it was due."""

from __future__ import annotations

import pytest

from tests.drawn import cell, drawn


@pytest.mark.parametrize(
    ("recorded_on", "in_time"),
    [("2024-05-31", 1), ("2024-06-01", 1), ("2024-06-02", 0), ("", 0)],
    ids=["before", "on the day", "the day after", "never"],
)
def test_in_time_is_no_later_than_the_day_it_was_due(recorded_on: str, in_time: int) -> None:
    tables = drawn(follow_ups=f"due_on | recorded_on\n2024-06-01 | {recorded_on}")
    assert cell("G3", tables, "2024-H1") == (in_time, 1)


def test_a_follow_up_counts_in_the_period_it_was_due() -> None:
    tables = drawn(follow_ups="due_on | recorded_on\n2024-07-01 | 2024-06-01")
    assert cell("G3", tables, "2024-H1") is None
    assert cell("G3", tables, "2024-H2") == (1, 1)


def test_each_answers_for_its_own_and_both_for_what_they_decided_together() -> None:
    tables = drawn(
        follow_ups="""
        organisation | due_on     | recorded_on
        region       | 2024-02-01 | 2024-02-01
        municipality | 2024-02-01 |
        municipality | 2024-03-01 |
        joint        | 2024-04-01 | 2024-03-20
        """
    )
    assert cell("G3", tables, "2024-H1") == (2, 2)
    assert cell("G3", tables, "2024-H1", organisation="municipality") == (1, 3)
