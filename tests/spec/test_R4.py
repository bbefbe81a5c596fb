"""R4: contacts per shared user and month."""

from __future__ import annotations

from tests.drawn import cell, copies, drawn


def test_contacts_of_the_month_are_divided_by_the_shared_users() -> None:
    tables = drawn(
        persons="""
        person
        a
        b
        """,
        contacts="""
        person | from_on
        a      | 2024-03-01
        a      | 2024-03-01
        b      | 2024-03-31
        b      | 2024-04-01
        """,
    )
    assert cell("R4", tables, "2024-03") == (3, 2)


def test_a_stay_is_not_a_contact() -> None:
    tables = drawn(
        persons="person\na",
        contacts="""
        contact_type      | from_on
        visit             | 2024-03-01
        home_visit        | 2024-03-01
        phone             | 2024-03-01
        digital           | 2024-03-01
        group             | 2024-03-01
        day_activity      | 2024-03-01
        inpatient_spell   | 2024-03-01
        residential_spell | 2024-03-01
        """,
    )
    assert cell("R4", tables, "2024-03") == (6, 1)


def test_a_contact_nobody_came_to_is_not_counted_but_one_without_a_note_is() -> None:
    tables = drawn(
        persons="person\na",
        contacts="""
        from_on    | attended
        2024-03-01 | yes
        2024-03-02 |
        2024-03-03 | no
        """,
    )
    assert cell("R4", tables, "2024-03") == (2, 1)


def test_contacts_of_persons_who_are_not_shared_users_are_left_out() -> None:
    tables = drawn(
        persons="""
        person | shared
        a      | yes
        b      | no
        """,
        contacts="""
        person | from_on
        b      | 2024-03-01
        """,
    )
    assert cell("R4", tables, "2024-03") == (0, 1)


def test_one_person_adds_at_most_31() -> None:
    tables = drawn(persons="person\na", contacts="person | from_on\n" + "\n".join(["a | 2024-03-01"] * 40))
    assert cell("R4", tables, "2024-03") == (31, 1)


def test_a_contact_counts_at_the_unit_that_made_it() -> None:
    tables = drawn(
        persons="person | unit\n" + copies("? | north", 20, named="a"),
        contacts="person | unit | from_on\n" + copies("? | north | 2024-03-01\n? | south | 2024-03-02", 20, named="a"),
    )
    assert cell("R4", tables, "2024-03", breakdown="unit", group="north") == (20, 20)
    assert cell("R4", tables, "2024-03", breakdown="unit", group="south") == (20, 20)
