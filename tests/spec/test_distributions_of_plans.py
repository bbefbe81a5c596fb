"""How plans go: step by step, when they are followed up, who takes the initiative and who comes."""

from __future__ import annotations

import polars as pl
import pytest

from metrics.catalogue import distributions
from tests.drawn import drawn, spread_over

KNOWN = {one.id: one for one in distributions()}


@pytest.fixture(scope="module")
def steps() -> dict[str, tuple[float, float]]:
    """Two plans: one where everything was done, one where nothing was written down."""
    tables = drawn(
        sip_plans="""
        person | plan_id | met_on     | prepared_on | responsible_principal | follow_up_due_on | followed_up_on | change
        a      | 1       | 2023-02-01 | 2023-01-20  | region                | 2023-08-01       | 2023-07-30     | detail
        b      | 2       | 2023-03-01 |             |                       |                  |                |
    """,
        sip_participants="""
        plan_id | agency                | needed | present
        1       | outpatient_psychiatry | yes    | yes
        1       | social_insurance      | yes    | yes
        1       | primary_care          | no     | no
        2       | primary_care          | yes    |
    """,
        sip_interventions="""
        plan_id | needs_formal_decision | decision_maker_present | outcome
        1       | yes                   | yes                    | full
        1       | no                    |                        | part
        1       | no                    |                        | not_due
        2       | yes                   |                        | none
    """,
    )
    written = pl.Series([True, None])
    plans = tables["sip_plans"].with_columns(user_present=written, user_wish_recorded=written, needs_stated=written)
    return spread_over(KNOWN["sip_steps"], tables | {"sip_plans": plans}, "2023")


@pytest.mark.parametrize(
    "step",
    ["prepared", "user_present", "user_heard", "agencies_present", "mandate", "needs_stated", "responsible_named"],
)
def test_a_step_not_written_down_was_not_taken(steps: dict[str, tuple[float, float]], step: str) -> None:
    assert steps[step] == (1, 2)


def test_what_others_do_is_asked_only_where_others_are_needed(steps: dict[str, tuple[float, float]]) -> None:
    assert steps["others_part"] == (1, 1)


def test_an_agreed_intervention_says_who_does_what(steps: dict[str, tuple[float, float]]) -> None:
    assert steps["own_part"] == (2, 2)


def test_a_plan_without_a_date_is_due_after_180_days(steps: dict[str, tuple[float, float]]) -> None:
    assert steps["followed_up_in_time"] == (1, 2)


def test_only_a_plan_followed_up_can_be_carried_out_or_changed(steps: dict[str, tuple[float, float]]) -> None:
    # What was not due is not waited for.
    assert {step: steps[step] for step in ("carried_out", "changed")} == {"carried_out": (1, 1), "changed": (1, 1)}


def test_a_follow_up_not_yet_due_is_not_late() -> None:
    tables = drawn(sip_plans="met_on | follow_up_due_on\n2024-12-01 | 2025-02-01")
    assert "followed_up_in_time" not in spread_over(KNOWN["sip_steps"], tables, "2024")


def test_time_to_follow_up_is_counted_by_who_still_waits() -> None:
    tables = drawn(
        sip_plans="""
        person | plan_id | met_on     | followed_up_on
        a      | 1       | 2023-01-01 | 2023-01-25
        b      | 2       | 2023-01-01 | 2023-03-01
        c      | 3       | 2023-01-01 |
    """
    )
    found = spread_over(KNOWN["sip_follow_up"], tables, "2023")
    assert [found[day] for day in ("30", "60", "90", "545")] == [(1, 3), (1, 2), (0, 1), (0, 1)]


def test_who_took_the_initiative_is_not_documented_unless_an_agency_is_named() -> None:
    tables = drawn(
        sip_plans="""
        person | plan_id | initiated_by
        a      | 1       | primary_care
        a      | 2       | mamma
        b      | 3       |
    """
    )
    assert spread_over(KNOWN["sip_initiators"], tables, "2023") == {"primary_care": (1, 3), "not_documented": (2, 3)}


def test_an_agency_is_needed_of_all_plans_and_present_of_those_that_needed_it() -> None:
    tables = drawn(
        sip_plans="person | plan_id\na | 1\nb | 2\nc | 3",
        sip_participants="""
        plan_id | agency       | needed | invited | present
        1       | primary_care | yes    | yes     | yes
        2       | primary_care | yes    |         |
        2       | correctional | no     | yes     | yes
    """,
    )
    found = spread_over(KNOWN["sip_agencies"], tables, "2023")
    assert found == {  # the third plan lists nobody
        "needed:primary_care": (2, 2), "invited:primary_care": (1, 2), "present:primary_care": (1, 2),
        "needed:correctional": (0, 2),
    }  # fmt: skip
