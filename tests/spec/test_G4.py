"""G4: how long ago the agreements in force were last revised."""

from __future__ import annotations

from tests.drawn import cell, drawn


def test_months_are_counted_to_the_last_day_of_the_period() -> None:
    tables = drawn(agreements="revised_on\n2023-12-31")
    assert cell("G4", tables, "2024") == (12.0246, 1)  # 366 days


def test_the_median_of_the_agreements_in_force() -> None:
    tables = drawn(
        agreements="""
        agreement_id | valid_from | valid_to   | revised_on
        a            | 2020-01-01 |            | 2022-12-31
        b            | 2020-01-01 | 2024-12-31 | 2024-12-31
        ended        | 2020-01-01 | 2024-12-30 | 2020-01-01
        not begun    | 2025-01-01 |            | 2024-06-01
        """
    )
    assert cell("G4", tables, "2024") == (round(731 / 2 / (365.25 / 12), 4), 1)


def test_only_the_latest_revision_that_had_been_made_by_then_counts() -> None:
    tables = drawn(
        agreements="""
        agreement_id | revised_on
        a            | 2020-01-01
        a            | 2023-12-31
        a            | 2025-03-01
        """
    )
    assert cell("G4", tables, "2023") == (0, 1)
    assert cell("G4", tables, "2024") == (12.0246, 1)


def test_an_agreement_never_revised_is_as_old_as_itself() -> None:
    tables = drawn(agreements="valid_from | revised_on\n2023-12-31 |")
    assert cell("G4", tables, "2024") == (12.0246, 1)


def test_each_organisation_has_the_agreements_it_keeps_and_the_joint_ones() -> None:
    tables = drawn(
        agreements="""
        agreement_id | organisation | revised_on
        a            | joint        | 2023-12-31
        b            | municipality | 2022-12-31
        """
    )
    assert cell("G4", tables, "2024") == (12.0246, 1)
    assert cell("G4", tables, "2024", organisation="municipality") == (round((366 + 731) / 2 / (365.25 / 12), 4), 1)


def test_a_period_without_an_agreement_in_force_has_no_figure() -> None:
    assert cell("G4", drawn(agreements="valid_from\n2024-02-01"), "2023") is None
