"""U8: the share of shared users of working age in work, studies or organised activity."""

from __future__ import annotations

import pytest

from tests.drawn import cell, drawn


def test_work_studies_and_organised_activity_count_and_what_nobody_noted_does_not() -> None:
    tables = drawn(
        persons="""
        person | occupation
        a      | work
        b      | study
        c      | organised_activity
        d      | none
        e      |
        """
    )
    assert cell("U8", tables, "2024") == (3, 5)


@pytest.mark.parametrize(("birth_year", "counted"), [(2007, 0), (2006, 1), (1960, 1), (1959, 0)])
def test_those_who_turn_18_to_64_in_the_year_are_counted(birth_year: int, counted: int) -> None:
    tables = drawn(persons=f"birth_year | occupation\n{birth_year} | work")
    assert cell("U8", tables, "2024") == (counted, counted)


def test_a_person_in_two_units_is_counted_once_with_what_either_knows() -> None:
    tables = drawn(
        persons="""
        person | unit  | occupation
        a      | north | none
        a      | south | work
        b      | north | none
        """
    )
    assert cell("U8", tables, "2024") == (1, 2)


def test_only_shared_users_in_service_at_the_end_of_the_year_are_counted() -> None:
    tables = drawn(
        persons="""
        person | shared | to_on      | occupation
        a      | yes    |            | work
        b      | no     |            | work
        c      | yes    | 2024-11-30 | work
        """
    )
    assert cell("U8", tables, "2024") == (1, 1)


def test_where_no_occupation_was_ever_delivered_there_is_no_figure() -> None:
    assert cell("U8", drawn(persons="person\na\nb"), "2024") is None
