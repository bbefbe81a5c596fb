"""G2: the share of each party's seats that were taken at the committee's meetings."""

from __future__ import annotations

from tests.drawn import cell, drawn

TABLES = drawn(
    seats="""
    meeting_id | held_on    | party        | seat | attended
    m1         | 2024-02-01 | region       | r1   | yes
    m1         | 2024-02-01 | region       | r2   | no
    m1         | 2024-02-01 | municipality | k1   | yes
    m1         | 2024-02-01 | association  | f1   | yes
    m2         | 2024-05-01 | region       | r1   | yes
    m2         | 2024-05-01 | region       | r2   | yes
    m2         | 2024-05-01 | municipality | k1   | no
    m2         | 2024-05-01 | association  | f1   | no
    m3         | 2024-09-01 | region       | r1   | yes
    """
)


def test_seats_are_counted_over_the_periods_meetings() -> None:
    assert cell("G2", TABLES, "2024-H1") == (3, 4)


def test_each_organisation_has_its_own_seats() -> None:
    assert cell("G2", TABLES, "2024-H1", organisation="municipality") == (1, 2)


def test_the_associations_stand_beside_either_as_a_third_part() -> None:
    for organisation in ("region", "municipality"):
        shown = cell("G2", TABLES, "2024-H1", organisation=organisation, breakdown="party", group="association")
        assert shown == (1, 2)


def test_by_party_an_organisation_is_what_it_is_in_all() -> None:
    assert cell("G2", TABLES, "2024-H1", breakdown="party", group="region") == (3, 4)


def test_nobody_there_is_0_of_the_seats_and_no_meeting_is_no_data() -> None:
    empty = drawn(seats="held_on | attended\n2024-02-01 | no")
    assert cell("G2", empty, "2024-H1") == (0, 1)
    assert cell("G2", empty, "2024-H2") is None
