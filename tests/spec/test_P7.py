"""P7: the share of agreed interventions that were carried out when the plan was followed up."""

from __future__ import annotations

from tests.drawn import Tables, cell, drawn

FOLLOWED_UP = """
    plan_id | followed_up_on
    1       | 2024-03-10
"""


def interventions(rows: str) -> Tables:
    return drawn(sip_plans=FOLLOWED_UP, sip_interventions=rows)


def test_fully_counts_as_one_and_partly_as_a_half() -> None:
    tables = interventions("""
        outcome
        full
        part
        none
    """)
    assert cell("P7", tables, "2024-H1") == (1.5, 3)


def test_what_was_not_yet_due_is_not_counted() -> None:
    tables = interventions("""
        outcome
        full
        not_due
    """)
    assert cell("P7", tables, "2024-H1") == (1, 1)


def test_each_organisation_counts_what_it_is_itself_responsible_for() -> None:
    tables = interventions("""
        organisation | outcome
        region       | full
        municipality | none
        municipality | part
    """)
    assert cell("P7", tables, "2024-H1", organisation="region") == (1, 1)
    assert cell("P7", tables, "2024-H1", organisation="municipality") == (0.5, 2)


def test_the_period_is_that_of_the_follow_up() -> None:
    tables = drawn(
        sip_plans="""
        plan_id | met_on     | followed_up_on
        1       | 2023-11-01 | 2024-07-01
        """,
        sip_interventions="outcome\nfull",
    )
    assert cell("P7", tables, "2024-H1") == (0, 0)
    assert cell("P7", tables, "2024-H2") == (1, 1)


def test_a_plan_never_followed_up_has_no_outcome_to_count() -> None:
    tables = drawn(sip_plans="plan_id\n1", sip_interventions="outcome\nfull")
    assert cell("P7", tables, "2024-H1") == (0, 0)
