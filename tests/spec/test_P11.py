"""P11: days that shared users wait to leave a ward, or beyond thirty days for a first contact."""

from __future__ import annotations

import pytest

from tests.drawn import Tables, cell, drawn

TWO_USERS = "person\na\nb"


def waiting(contacts: str) -> Tables:
    return drawn(persons=TWO_USERS, contacts=contacts)


def test_nights_in_a_ward_count_from_the_day_the_person_is_ready_and_in_their_own_month() -> None:
    tables = waiting("""
        contact_type    | from_on    | ready_for_discharge_on | to_on
        inpatient_spell | 2024-01-10 | 2024-01-29             | 2024-02-04
    """)
    assert cell("P11", tables, "2024-01") == (300, 2)
    assert cell("P11", tables, "2024-02") == (300, 2)


def test_a_spell_nobody_is_ready_to_leave_is_no_wait() -> None:
    tables = waiting("""
        contact_type      | from_on    | ready_for_discharge_on | to_on
        inpatient_spell   | 2024-01-10 |                        | 2024-01-30
        residential_spell | 2024-01-10 | 2024-01-12             | 2024-01-30
    """)
    assert cell("P11", tables, "2024-01") == (0, 2)


@pytest.mark.parametrize(("referred", "days"), [("2024-01-15", 0), ("2024-01-14", 1), ("2024-01-01", 14)])
def test_a_wait_for_a_first_contact_counts_beyond_thirty_days(referred: str, days: int) -> None:
    assert cell("P11", waiting(f"from_on | referred_on\n2024-02-14 | {referred}"), "2024-02") == (100 * days, 2)


def test_the_wait_ends_with_the_first_contact_that_came_about() -> None:
    tables = waiting("""
        from_on    | referred_on | attended
        2024-02-05 | 2024-01-01  | no
        2024-02-10 | 2024-01-01  | yes
        2024-02-20 | 2024-01-01  | yes
    """)
    assert cell("P11", tables, "2024-02") == (1000, 2)


def test_two_units_that_were_asked_the_same_day_are_two_waits() -> None:
    tables = waiting("""
        unit  | from_on    | referred_on
        north | 2024-02-05 | 2024-01-01
        south | 2024-02-10 | 2024-01-01
    """)
    assert cell("P11", tables, "2024-02") == (1500, 2)


def test_one_person_adds_at_most_31_days_a_month() -> None:
    assert cell("P11", waiting("from_on | referred_on\n2024-02-14 | 2023-09-01"), "2024-02") == (3100, 2)


def test_waits_of_persons_who_are_not_shared_users_are_left_out() -> None:
    tables = drawn(
        persons="person | shared\na | yes\nb | no",
        contacts="person | from_on | referred_on\nb | 2024-02-14 | 2024-01-01",
    )
    assert cell("P11", tables, "2024-02") == (0, 1)
