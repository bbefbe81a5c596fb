"""R5: days and nights in a ward or a home per shared user and quarter."""

from __future__ import annotations

import pytest

from tests.drawn import cell, copies, drawn


def test_nights_of_the_quarter_are_divided_by_the_shared_users() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        """,
        contacts="""
        person | contact_type      | from_on    | to_on
        a      | inpatient_spell   | 2024-02-01 | 2024-02-04
        b      | residential_spell | 2024-03-01 | 2024-03-11
        b      | visit             | 2024-03-20 | 2024-03-25
        """,
    )
    assert cell("R5", tables, "2024-Q1") == (13, 2)


@pytest.mark.parametrize(
    ("quarter", "nights"), [("2023-Q3", 0), ("2023-Q4", 2), ("2024-Q1", 91), ("2024-Q2", 9), ("2024-Q3", 0)]
)
def test_a_long_spell_is_divided_between_its_quarters_and_no_night_is_lost(quarter: str, nights: int) -> None:
    tables = drawn(
        persons="person\na", contacts="contact_type | from_on | to_on\ninpatient_spell | 2023-12-30 | 2024-04-10"
    )
    assert cell("R5", tables, quarter) == (nights, 1)


def test_a_spell_without_an_end_goes_on() -> None:
    tables = drawn(persons="person\na", contacts="contact_type | from_on\ninpatient_spell | 2024-03-30")
    assert cell("R5", tables, "2024-Q1") == (2, 1)
    assert cell("R5", tables, "2024-Q2") == (91, 1)


def test_whoever_moves_to_another_ward_is_nowhere_twice() -> None:
    tables = drawn(
        persons="person\na",
        contacts="""
        unit  | contact_type    | from_on    | to_on
        north | inpatient_spell | 2024-02-01 | 2024-02-05
        south | inpatient_spell | 2024-02-05 | 2024-02-07
        """,
    )
    assert cell("R5", tables, "2024-Q1") == (6, 1)


def test_one_person_adds_at_most_92() -> None:
    spells = copies("a | inpatient_spell | 2024-01-01 | 2024-03-31", 3, named="")
    tables = drawn(persons="person\na", contacts="person | contact_type | from_on | to_on\n" + spells)
    assert cell("R5", tables, "2024-Q1") == (92, 1)


def test_spells_of_persons_who_are_not_shared_users_are_left_out() -> None:
    tables = drawn(
        persons="""
        person | shared
        a      | yes
        b      | no
        """,
        contacts="""
        person | contact_type    | from_on    | to_on
        b      | inpatient_spell | 2024-02-01 | 2024-02-05
        """,
    )
    assert cell("R5", tables, "2024-Q1") == (0, 1)
