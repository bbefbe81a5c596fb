"""P5: the share of agreed interventions whose decision-maker was at the meeting."""

from __future__ import annotations

from tests.drawn import Tables, cell, drawn

MET = """
    plan_id | met_on     | followed_up_on
    1       | 2024-02-10 | 2024-08-10
"""


def interventions(rows: str) -> Tables:
    return drawn(sip_plans=MET, sip_interventions=rows)


def test_only_what_needs_a_formal_decision_is_counted() -> None:
    tables = interventions("""
        needs_formal_decision | decision_maker_present
        yes                   | yes
        yes                   | no
        no                    | yes
                              | yes
    """)
    assert cell("P5", tables, "2024-Q1") == (1, 2)


def test_a_decision_maker_nobody_noted_is_not_taken_to_have_been_there() -> None:
    tables = interventions("""
        organisation | decision_maker_present
        region       | yes
        region       |
    """)
    assert cell("P5", tables, "2024-Q1") == (1, 2)


def test_each_organisation_counts_what_it_is_itself_responsible_for() -> None:
    tables = interventions("""
        organisation | decision_maker_present
        region       | yes
        municipality | no
        municipality | yes
    """)
    assert cell("P5", tables, "2024-Q1", organisation="region") == (1, 1)
    assert cell("P5", tables, "2024-Q1", organisation="municipality") == (1, 2)


def test_the_period_is_that_of_the_meeting_and_not_of_the_follow_up() -> None:
    tables = interventions("decision_maker_present\nyes")
    assert cell("P5", tables, "2024-Q1") == (1, 1)
    assert cell("P5", tables, "2024-Q3") == (0, 0)
