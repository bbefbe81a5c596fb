"""How needs are spread: profile, change, agreement, target groups; and the kinds of contacts."""

from __future__ import annotations

from metrics.catalogue import distributions
from tests.drawn import drawn, spread_over

KNOWN = {one.id: one for one in distributions()}


def test_the_profile_counts_each_person_once_a_year_by_the_latest_known_answer() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rater | domain | rating
        a      | 2024-02-01  | user  | 1      | 2
        a      | 2024-09-01  | user  | 1      | 1
        a      | 2024-11-01  | user  | 1      | 9
        b      | 2024-02-01  | user  | 1      | 9
        c      | 2024-02-01  | user  | 1      | 0
        c      | 2024-02-01  | staff | 1      | 2
        c      | 2024-02-01  | user  | 2      | 2
    """
    )
    profile = KNOWN["can_profile"]
    assert spread_over(profile, tables, "2024", rater="user", domain=1) == {
        "met": (1, 3), "not_known": (1, 3), "none": (1, 3),
    }  # fmt: skip
    assert spread_over(profile, tables, "2024", rater="staff", domain=1) == {"unmet": (1, 1)}


def test_changes_are_of_persons_rated_in_both_years() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | rating
        a      | 2023-05-01  | 2
        a      | 2024-05-01  | 1
        b      | 2023-05-01  | 1
        b      | 2024-05-01  | 2
        c      | 2023-05-01  | 2
        c      | 2024-05-01  | 2
        d      | 2023-05-01  | 0
        d      | 2024-05-01  | 0
        e      | 2024-05-01  | 2
    """
    )
    assert spread_over(KNOWN["can_changes"], tables, "2024", rater="user", domain=1) == {
        "unmet_met": (1, 4), "resolved": (1, 4), "met_unmet": (1, 4), "new": (1, 4), "unmet_unmet": (1, 4),
        "none_none": (1, 4), "not_unmet": (1, 4),
    }  # fmt: skip


def test_agreement_sets_the_users_answer_before_the_staffs() -> None:
    tables = drawn(
        needs="""
        person | rater | assessed_on | rating
        a      | user  | 2024-02-01  | 2
        a      | staff | 2024-02-20  | 1
        b      | user  | 2024-02-01  | 0
        b      | staff | 2024-02-01  | 2
        c      | user  | 2024-02-01  | 1
        c      | staff | 2024-02-01  | 1
        d      | user  | 2024-02-01  | 1
    """
    )
    assert spread_over(KNOWN["can_agreement"], tables, "2024", domain=1) == {
        "unmet_met": (1, 3), "user_only": (1, 3), "none_unmet": (1, 3), "staff_only": (1, 3), "met_met": (1, 3),
        "neither": (1, 3),
    }  # fmt: skip


def test_a_person_in_two_target_groups_is_rated_in_both() -> None:
    tables = drawn(
        persons="""
        person | target_groups
        a      | psychosis,young_adults
        b      | psychosis
    """,
        needs="""
        person | assessed_on | rating
        a      | 2024-05-01  | 2
        b      | 2024-05-01  | 1
    """,
    )
    assert spread_over(KNOWN["can_groups"], tables, "2024", rater="user", domain=1) == {
        "psychosis": (1, 2), "young_adults": (1, 1),
    }  # fmt: skip


def test_target_groups_are_parts_of_all_shared_users_also_those_in_none() -> None:
    tables = drawn(
        persons="""
        person | target_groups          | shared | to_on
        a      | psychosis,young_adults | yes    |
        b      |                        | yes    |
        c      | psychosis              | no     |
        d      | psychosis              | yes    | 2024-06-30
    """
    )
    assert spread_over(KNOWN["target_groups"], tables, "2024") == {"psychosis": (1, 2), "young_adults": (1, 2)}


def test_contacts_are_counted_by_kind_per_shared_user_and_at_most_sixty_each() -> None:
    visits = "\n".join("a | visit | 2024-02-01 |" for _ in range(70))
    tables = drawn(
        persons="person\na\nb",
        contacts=f"""
        person | contact_type    | from_on    | attended
        {visits}
        b      | digital         | 2024-02-01 | yes
        b      | digital         | 2024-02-02 | no
        b      | inpatient_spell | 2024-02-02 |
    """,
    )
    assert spread_over(KNOWN["contact_types"], tables, "2024-H1") == {"visit": (60, 2), "digital": (1, 2)}
    assert spread_over(KNOWN["contact_reach"], tables, "2024-H1") == {"visit": (1, 2), "digital": (1, 2)}
