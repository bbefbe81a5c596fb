"""G1: the longest time the committee has gone without a meeting."""

from __future__ import annotations

import pytest

from metrics.indicator import Organisation
from tests.drawn import Tables, cell, drawn


def meetings(*days: str) -> Tables:
    return drawn(meetings="held_on\n" + "\n".join(days))


def test_the_longest_of_the_gaps_that_ended_in_the_period() -> None:
    tables = meetings("2023-12-31", "2024-02-29", "2024-03-10", "2024-06-30")  # 60, 10 and 112 days
    assert cell("G1", tables, "2024-H1") == (112, 1)


def test_a_gap_counts_in_the_period_it_ended_in() -> None:
    tables = meetings("2023-12-01", "2024-01-30", "2024-06-29")
    assert cell("G1", tables, "2023-H2") == (30, 1)  # from 1 December to the last day of the year
    assert cell("G1", tables, "2024-H1") == (151, 1)


def test_a_committee_that_stops_meeting_has_a_gap_that_grows() -> None:
    tables = meetings("2023-06-30")
    assert [cell("G1", tables, period) for period in ("2023-H2", "2024-H1")] == [(184, 1), (366, 1)]


def test_two_meetings_on_one_day_are_one() -> None:
    assert cell("G1", meetings("2024-01-01", "2024-01-01", "2024-06-30"), "2024-H1") == (181, 1)


@pytest.mark.parametrize("organisation", ["region", "municipality"])
def test_the_gap_is_the_same_from_both_sides_whoever_called(organisation: Organisation) -> None:
    tables = drawn(
        meetings="""
        meeting_id | held_on    | called_by
        m1         | 2024-01-01 | region
        m2         | 2024-03-01 | municipality
        m3         | 2024-06-30 | region
        """
    )
    assert cell("G1", tables, "2024-H1", organisation=organisation) == (121, 1)


def test_before_the_first_meeting_there_is_no_gap_to_measure() -> None:
    assert cell("G1", meetings("2024-01-01"), "2023-H2") is None


def test_no_meetings_is_no_data_and_never_0() -> None:
    assert cell("G1", drawn(), "2024-H1") is None
