"""L1: the share of staff who have trained together with the other organisation in the last year."""

from __future__ import annotations

from metrics.catalogue import by_id
from metrics.disclosure import protect
from tests.drawn import cell, copies, counted, drawn


def test_one_joint_training_is_enough_and_several_count_once() -> None:
    tables = drawn(
        staff_development="""
        staff | joint | on
        a     | yes   | 2024-02-01
        a     | yes   | 2024-03-01
        b     | no    | 2024-03-01
        b     |       | 2024-04-01
        """
    )
    assert cell("L1", tables, "2024-H1") == (1, 2)


def test_a_training_counts_for_twelve_months() -> None:
    tables = drawn(staff_development="staff | joint | on\na | yes | 2023-07-01\nb | yes | 2023-06-30")
    assert cell("L1", tables, "2024-H1") == (1, 1)
    assert cell("L1", tables, "2024-H2") == (0, 0)


def test_a_year_that_is_not_whole_yet_has_no_figure() -> None:
    tables = drawn(staff_development="joint | on\nyes | 2023-02-01")
    assert cell("L1", tables, "2023-H1") is None


def test_a_few_staff_are_not_shown() -> None:
    rows = copies("s? | yes | 2024-02-01", 4, named="s")
    raw = counted(by_id("L1"), drawn(staff_development=f"staff | joint | on\n{rows}"))
    assert set(protect(raw, by_id("L1"), "region")["flag"]) == {"suppressed", "no_data"}
