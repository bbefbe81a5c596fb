"""Who is counted when: days and periods, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

from metrics.calendars import calendars, month_of
from metrics.indicator import Tables
from metrics.periods import Grain, between
from metrics.populations.money import ledger_and_users_served
from metrics.populations.needs import latest_ratings, needs_met
from metrics.populations.plans import plans_due
from metrics.populations.spans import month_number
from metrics.populations.users import shared_users, target_groups
from tests.drawn import drawn, in_duckdb

Rows = Callable[[Tables], nw.LazyFrame[Any]]
H1, H2 = date(2024, 1, 1), date(2024, 7, 1)


def prepared(native: dict[str, Any], grain: Grain) -> Tables:
    frames: Tables = {name: nw.from_native(frame).lazy() for name, frame in native.items()}
    calendar = between(date(2024, 1, 1), date(2024, 12, 31), grain)
    return {**frames, **calendars(frames["record_keys"], calendar, grain)}


def rows(
    tables: dict[str, pl.DataFrame], what: Rows, *columns: str, grain: Grain = "half-year"
) -> list[tuple[Any, ...]]:
    """The chosen columns, sorted; from Polars, after checking that DuckDB gives the same."""

    def listed(native: dict[str, Any]) -> list[tuple[Any, ...]]:
        frame: pl.DataFrame = what(prepared(native, grain)).select(*columns).collect(backend="polars").to_native()
        return sorted(frame.rows(), key=str)

    with duckdb.connect() as connection:
        there = listed(in_duckdb(connection, tables))
    assert listed(dict(tables)) == there
    return there


def test_a_month_has_the_same_number_as_a_day_and_as_a_column() -> None:
    tables = drawn(needs="assessed_on | rating\n2024-12-31 | 1")
    numbered: Rows = lambda t: t["needs"].with_columns(month=month_number("assessed_on"))  # noqa: E731
    assert rows(tables, numbered, "month") == [(month_of(date(2024, 12, 31)),)]


def test_the_year_back_holds_the_twelve_months_up_to_the_periods_end() -> None:
    back = rows(drawn(persons="person\na"), lambda t: t["year_back"], "period_start", "month_number")
    first = [month for start, month in back if start == H1]
    assert (min(first), max(first), len(first)) == (month_of(date(2023, 7, 1)), month_of(date(2024, 6, 1)), 12)


@pytest.mark.parametrize(
    ("from_on", "to_on", "in_force"),
    [
        ("2024-06-30", "", [H1, H2]),
        ("2024-07-01", "", [H2]),
        ("2024-01-01", "2024-06-30", [H1]),
        ("2024-01-01", "2024-06-29", []),
        ("2024-02-01", "2024-03-01", []),
    ],
)
def test_a_shared_user_is_in_service_on_the_last_day(from_on: str, to_on: str, in_force: list[date]) -> None:
    tables = drawn(persons=f"from_on | to_on\n{from_on} | {to_on}")
    assert rows(tables, shared_users, "period_start") == [(day,) for day in in_force]


@pytest.mark.parametrize(
    ("from_on", "to_on", "touched"),
    [
        ("2024-02-01", "2024-03-01", [H1]),
        ("2024-06-30", "2024-07-01", [H1, H2]),
        ("2023-01-01", "2023-12-31", []),
        ("2025-01-01", "", []),
    ],
)
def test_a_target_group_is_held_in_every_period_the_spell_touches(
    from_on: str, to_on: str, touched: list[date]
) -> None:
    tables = drawn(persons=f"from_on | to_on\n{from_on} | {to_on}")
    assert rows(tables, target_groups, "period_start", "group") == [(day, "psychosis") for day in touched]


def test_an_answer_is_carried_into_the_half_years_whose_year_holds_it() -> None:
    tables = drawn(needs="assessed_on | domain | rating\n2024-01-01 | 3 | 2\n2023-12-31 | 4 | 1")
    latest: Rows = lambda t: latest_ratings(t, "user")  # noqa: E731
    assert rows(tables, latest, "period_start", "domain", "rating") == [(H1, 3, 2), (H1, 4, 1), (H2, 3, 2)]


def test_all_of_a_persons_ratings_stand_at_the_unit_of_the_latest_assessment() -> None:
    tables = drawn(
        needs="""
        unit  | assessed_on | domain | rating
        north | 2024-02-01  | 1      | 2
        south | 2024-03-01  | 2      | 2
    """
    )
    latest: Rows = lambda t: latest_ratings(t, "user")  # noqa: E731
    assert {unit for _, unit in rows(tables, latest, "domain", "unit")} == {"south"}


def test_met_and_all_needs_are_summed_per_person() -> None:
    tables = drawn(
        needs="""
        person | assessed_on | domain | rating
        a      | 2024-08-01  | 1      | 1
        a      | 2024-08-01  | 2      | 2
        b      | 2024-08-01  | 1      | 0
    """
    )
    needs: Rows = lambda t: needs_met(t, "user")  # noqa: E731
    assert rows(tables, needs, "person", "met", "needs") == [("a", 1, 2)]


def test_leap_days_count_among_the_180() -> None:
    due = drawn(sip_plans="met_on\n2024-01-01")
    assert rows(due, plans_due, "due_on") == [(date(2024, 6, 29),)]


def test_ledger_lines_have_no_person_and_persons_no_money() -> None:
    tables = drawn(persons="person\na", costs="month | amount_sek\n2024-02-01 | 9")
    both = rows(tables, ledger_and_users_served, "person", "amount_sek", "period_start")
    assert both == [("a", 0, H1), ("a", 0, H2), (None, 9, H1)]
