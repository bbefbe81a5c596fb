"""P4: the share of agencies needed or invited that were present when the plan was made."""

from __future__ import annotations

import pytest

from metrics.indicator import Organisation
from tests.drawn import Tables, cell, drawn

MET = """
    plan_id | met_on
    1       | 2024-02-10
"""


def participants(rows: str) -> Tables:
    return drawn(sip_plans=MET, sip_participants=rows)


def test_those_present_are_divided_by_those_needed_or_invited() -> None:
    tables = participants("""
        agency               | needed | invited | present
        outpatient_psychiatry | yes   | yes     | yes
        inpatient_psychiatry  | yes   | no      | no
        addiction_care        | no    | yes     | yes
        primary_care          | yes   | yes     | no
    """)
    assert cell("P4", tables, "2024-Q1") == (2, 4)


def test_one_that_was_neither_needed_nor_invited_is_not_counted_though_it_came() -> None:
    tables = participants("""
        agency                | needed | invited | present
        outpatient_psychiatry | yes    | yes     | yes
        primary_care          | no     |         | yes
    """)
    assert cell("P4", tables, "2024-Q1") == (1, 1)


def test_one_nobody_noted_as_present_is_not_taken_to_have_been() -> None:
    tables = participants("""
        agency       | needed | present
        primary_care | yes    |
    """)
    assert cell("P4", tables, "2024-Q1") == (0, 1)


def test_each_organisation_answers_for_its_own_sections() -> None:
    tables = participants("""
        agency            | needed | present
        primary_care      | yes    | no
        social_assessment | yes    | yes
        social_support    | yes    | no
    """)
    assert cell("P4", tables, "2024-Q1", organisation="region") == (0, 1)
    assert cell("P4", tables, "2024-Q1", organisation="municipality") == (1, 2)


@pytest.mark.parametrize("organisation", ["region", "municipality"])
def test_the_states_agencies_are_counted_with_whoever_leads_the_plan_and_relatives_never(
    organisation: Organisation,
) -> None:
    tables = participants("""
        agency             | invited | present
        social_insurance   | yes     | no
        employment_service | yes     | yes
        correctional       | yes     | no
        relative_or_other  | yes     | yes
    """)
    assert cell("P4", tables, "2024-Q1", organisation=organisation) == (1, 3)


def test_the_period_is_that_of_the_meeting() -> None:
    tables = participants("""
        agency       | needed | present
        primary_care | yes    | yes
    """)
    assert cell("P4", tables, "2024-Q2") == (0, 0)
