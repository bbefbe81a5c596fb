"""Raw cells: groups, periods, persons and keys, the same on both engines (every `counted` runs both)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.calculate import RAW_SCHEMA, calculate
from metrics.catalogue import by_id, catalogue
from metrics.indicator import Breakdown, Indicator
from metrics.periods import Grain
from tests.drawn import Tables, copies, counted, drawn

FROM, TO = date(2023, 1, 1), date(2024, 12, 31)
ANOTHERS_PLAN = "person\nz"  # so that plans have been delivered, though nobody drawn has one


def only(indicator_id: str, breakdown: Breakdown, grain: Grain) -> Indicator:
    """The indicator with one table of it."""
    return replace(by_id(indicator_id), breakdowns={breakdown: grain})


def by_group(cells: pl.DataFrame, first: date) -> dict[str, tuple[float, float]]:
    rows = cells.filter(period_start=first).select("group", "numerator", "denominator").rows()
    return {group: (numerator, denominator) for group, numerator, denominator in rows}


def crowd(**sizes: int) -> Tables:
    """Units with so many persons each, all shared and in service throughout."""
    return in_service("person | unit\n" + "\n".join(copies(f"? | {u}", n, named=u) for u, n in sizes.items()))


def in_service(persons: str) -> Tables:
    """These persons, none of whom has a plan."""
    return drawn(persons=persons, sip_plans=ANOTHERS_PLAN)


# --- small groups ----------------------------------------------------------------------------------------------


def test_a_unit_of_twenty_persons_is_published_and_one_of_nineteen_is_part_of_other() -> None:
    cells = counted(only("P1", "unit", "year"), crowd(north=20, south=19, east=3))
    assert by_group(cells, date(2024, 1, 1)) == {"north": (0, 20), "other": (0, 22)}


def test_a_single_small_unit_is_not_published_under_the_name_of_other() -> None:
    cells = counted(only("P1", "unit", "year"), crowd(north=20, south=19))
    assert by_group(cells, date(2024, 1, 1)) == {"north": (0, 20)}


def test_a_person_in_two_small_units_is_one_person_in_other() -> None:
    rows = "person | unit\n" + copies("? | south\n? | east", 15, named="a") + "\n" + copies("? | west", 6, named="b")
    cells = counted(only("P1", "unit", "year"), in_service(rows))
    assert by_group(cells, date(2024, 1, 1)) == {"other": (0, 21)}


@pytest.mark.parametrize("units", [("north", "north"), ("north", "south")])
@pytest.mark.parametrize("indicator_id", ["P1", "R1", "R4"])
def test_a_person_with_two_open_spells_is_one_person(indicator_id: str, units: tuple[str, str]) -> None:
    tables = drawn(
        persons="person | unit\n" + "\n".join(f"a | {unit}" for unit in units),
        sip_plans="person\na",
        costs="month | amount_sek\n2024-01-01 | 1",
        contacts="from_on\n2024-01-01",
    )
    cells = counted(only(indicator_id, "all", "year"), tables)
    assert by_group(cells, date(2024, 1, 1)) == {"": (1, 1)}


def test_a_row_without_a_unit_is_part_of_other() -> None:
    tables = drawn(sip_plans="person | unit | follow_up_due_on\n" + copies("? | | 2024-02-01", 20, named="a"))
    assert by_group(counted(only("P2", "unit", "year"), tables), date(2024, 1, 1)) == {"other": (0, 20)}


def test_a_units_size_is_its_median_so_that_one_thin_period_does_not_move_it() -> None:
    staying = copies("? | north | 2015-01-01 |", 10, named="a")
    passing = copies("? | north | 2015-01-01 | 2024-07-31", 15, named="b")
    tables = in_service(f"person | unit | from_on | to_on\n{staying}\n{passing}")
    cells = counted(only("P1", "unit", "half-year"), tables)
    assert cells.select("group", "persons").rows() == [("north", 25), ("north", 25), ("north", 25), ("north", 10)]


def test_periods_before_a_unit_had_anyone_do_not_make_it_small() -> None:
    tables = in_service("person | unit | from_on\n" + copies("? | north | 2024-12-01", 20, named="a"))
    cells = counted(only("P1", "unit", "quarter"), tables)
    assert set(cells["group"]) == {"north"}


def test_periods_with_money_but_nobody_served_do_not_make_a_unit_small() -> None:
    ledger = "unit | month | amount_sek\nnorth | 2023-01-01 | 5\nnorth | 2023-04-01 | 5\nnorth | 2024-12-01 | 5"
    tables = drawn(persons="person | unit | from_on\n" + copies("? | north | 2024-12-01", 20, named="a"), costs=ledger)
    assert set(counted(only("R1", "unit", "quarter"), tables)["group"]) == {"north"}


def test_a_person_is_counted_in_each_of_their_target_groups() -> None:
    rows = "person | target_groups\n" + copies("? | psychosis,elderly", 20, named="a")
    cells = counted(only("P1", "target_group", "year"), in_service(rows))
    assert by_group(cells, date(2024, 1, 1)) == {"psychosis": (0, 20), "elderly": (0, 20)}


def test_a_target_group_counts_in_periods_the_spell_that_names_it_touches() -> None:
    spells = "? | elderly | 2023-01-01 | 2023-06-30\n? | psychosis | 2023-07-01 |"
    rows = "person | target_groups | from_on | to_on\n" + copies(spells, 20, named="a")
    cells = counted(only("P1", "target_group", "half-year"), in_service(rows))
    assert by_group(cells, date(2023, 1, 1)) == {"elderly": (0, 20), "psychosis": (0, 0)}
    assert by_group(cells, date(2023, 7, 1)) == {"elderly": (0, 0), "psychosis": (0, 20)}


def test_a_person_without_a_target_group_is_in_none() -> None:
    rows = "person | target_groups\n" + copies("? | psychosis", 20, named="a") + "\nb |"
    cells = counted(only("P1", "target_group", "year"), in_service(rows))
    assert by_group(cells, date(2024, 1, 1)) == {"psychosis": (0, 20)}


def test_a_small_units_money_goes_to_other_with_its_persons() -> None:
    tables = crowd(north=20, south=11, east=12) | {
        "costs": drawn(costs="unit | month | amount_sek\nnorth | 2024-01-01 | 5\nsouth | 2024-01-01 | 7")["costs"]
    }
    cells = counted(only("R1", "unit", "quarter"), tables)
    assert by_group(cells, date(2024, 1, 1)) == {"north": (5, 20), "other": (7, 23)}


# --- periods ---------------------------------------------------------------------------------------------------


def test_every_whole_period_of_the_window_has_a_cell() -> None:
    cells = calculate(
        only("P1", "all", "quarter"), "region", crowd(north=1), data_from=date(2023, 2, 1), data_to=date(2024, 1, 31)
    )
    assert cells["period_start"].to_list() == [date(2023, 4, 1), date(2023, 7, 1), date(2023, 10, 1)]


def test_a_period_with_nobody_in_it_holds_zeros() -> None:
    cells = counted(only("P1", "all", "year"), in_service("person | from_on\na | 2024-01-01"))
    assert cells.select("denominator", "numerator", "denominator_key").rows()[0] == (0, 0, 0)


def test_a_source_that_was_never_delivered_is_no_data_and_not_zero() -> None:
    cells = counted(only("P10", "all", "year"), crowd(north=3))
    assert cells["numerator"].to_list() == [None, None]


def test_a_period_that_needs_days_nobody_delivered_is_no_data_and_not_a_fall() -> None:
    cells = counted(only("P1", "all", "quarter"), crowd(north=3), holes=[(date(2023, 5, 1), date(2023, 7, 31))])
    silent = cells.filter(pl.col("numerator").is_null())["period_start"].to_list()
    assert silent == [date(2023, 4, 1), date(2023, 7, 1)]


def test_a_look_back_into_days_nobody_delivered_is_no_data() -> None:
    ratings = drawn(persons="person\na", needs="person | assessed_on\na | 2024-12-01")
    cells = counted(only("U5", "all", "quarter"), ratings, holes=[(date(2023, 12, 1), date(2023, 12, 31))])
    shown = cells.filter(pl.col("numerator").is_not_null())["period_start"].to_list()
    assert shown == [date(2024, 10, 1)]


def test_a_unit_has_no_cell_outside_the_days_it_was_open() -> None:
    dates = {"north": (date(2023, 6, 30), date(2024, 4, 1))}
    cells = counted(only("P1", "unit", "quarter"), crowd(north=20, south=20), units=dates)
    opened = cells.filter(group="north")["period_start"].to_list()
    assert opened == [date(2023, 4, 1), date(2023, 7, 1), date(2023, 10, 1), date(2024, 1, 1), date(2024, 4, 1)]
    assert cells.filter(group="south").height == 8


def test_a_window_shorter_than_a_period_has_no_cells() -> None:
    cells = calculate(
        only("P1", "all", "year"), "region", crowd(north=1), data_from=date(2024, 2, 1), data_to=date(2024, 12, 31)
    )
    assert (cells.height, dict(cells.schema)) == (0, RAW_SCHEMA)


# --- persons and keys ------------------------------------------------------------------------------------------


def test_a_cells_key_is_the_sum_of_its_distinct_persons_keys() -> None:
    tables = drawn(
        persons="person\na\nb\nc",
        sip_plans="""
        person | plan_id | follow_up_due_on | followed_up_on
        a      | 1       | 2024-02-10       | 2024-02-10
        a      | 2       | 2024-03-10       | 2024-02-10
        b      | 3       | 2024-03-10       |
        """,
    )
    key = dict(tables["record_keys"].rows())
    [cell] = counted(only("P2", "all", "quarter"), tables).filter(period_start=date(2024, 1, 1)).rows(named=True)
    assert (cell["numerator"], cell["denominator"]) == (2, 3)
    assert (cell["numerator_persons"], cell["persons"]) == (1, 2)
    assert (cell["numerator_key"], cell["denominator_key"]) == (key["a"], (key["a"] + key["b"]) % 2**32)


def test_a_cells_key_stays_within_32_bits() -> None:
    tables = crowd(north=40)
    total = tables["record_keys"].filter(pl.col("person") != "z")["record_key"].sum()
    [key] = counted(only("P1", "all", "year"), tables).filter(period_start=date(2024, 1, 1))["denominator_key"]
    assert total > 4 * 2**32
    assert key == total % 2**32


def test_a_person_without_a_record_key_stops_the_count() -> None:
    tables = crowd(north=3)
    tables["record_keys"] = tables["record_keys"].head(2)
    with pytest.raises(RuntimeError, match="record_keys"):
        calculate(by_id("P1"), "region", tables, data_from=FROM, data_to=TO)


@pytest.fixture(scope="module")
def everything() -> Tables:
    """Rows in every table, so that every indicator has something to count."""
    return drawn(
        persons="person | unit | occupation\n" + copies("? | north | work", 25, named="a"),
        coordinators="person | coordinator | from_on\n" + copies("? | c | 2022-01-01", 25, named="a"),
        needs="person | rater | assessed_on | domain | rating | assessment_id\n"
        + copies(
            "? | user  | 2023-03-01 | 2 | 2 | w\n? | user | 2024-02-01 | 1 | 2 | x\n? | user | 2024-02-01 | 1 | 1 | y\n"
            "? | staff | 2024-02-02 | 1 | 1 | z\n? | user | 2024-05-01 | 2 | 1 | z\n"
            "? | staff | 2024-05-02 | 2 | 1 | z",
            25,
            named="a",
        ),
        contacts="person | contact_type | from_on | to_on | ready_for_discharge_on | referred_on\n"
        + copies(
            "? | visit | 2024-03-05 | | | 2024-01-01\n? | inpatient_spell | 2024-02-01 | 2024-03-09 | 2024-02-20 |",
            25,
            named="a",
        ),
        costs="month | amount_sek | budget_sek\n" + "\n".join(f"2024-01-01 | 0.{n:02} | 1.{n:02}" for n in range(99)),
        sip_plans="person | plan_id | motive_stated | prepared_on | met_on | user_present | user_wish_recorded | "
        "short_term_goals | long_term_goals | followed_up_on | change\n"
        + copies("? | ? | yes | 2024-01-20 | 2024-02-01 | yes | yes | yes | yes | 2024-05-01 | detail", 25, named="a"),
        sip_interventions="plan_id | decision_maker_present\n" + copies("? | yes", 25, named="a"),
        sip_participants="plan_id | agency | needed | present\n"
        + copies("? | primary_care | yes | yes", 25, named="a"),
        surveys="item | value | respondents | invited\ninfluence | 0.7 | 40 | 60\nhme_total | 78 | 40 | 60",
        staff_development="staff | joint | on\n" + copies("? | yes | 2024-03-01", 25, named="s"),
        meetings="meeting_id | held_on | called_by\n1 | 2024-01-10 | region\n2 | 2024-03-10 | joint",
        seats="meeting_id | held_on\n1 | 2024-01-10\n2 | 2024-03-10",
        follow_ups="due_on | recorded_on\n2024-03-01 | 2024-02-01",
        agreements="revised_on\n2023-02-01",
        cycles="started_on | closed_on\n2023-02-01 | 2023-10-01",
    )


@pytest.mark.parametrize("indicator", catalogue(), ids=lambda one: one.id)
def test_neither_the_engine_nor_the_order_of_rows_changes_anything(indicator: Indicator, everything: Tables) -> None:
    mixed = {name: frame.sample(fraction=1, shuffle=True, seed=7) for name, frame in everything.items()}
    plain = counted(indicator, everything)
    assert plain["numerator"].abs().sum() > 0
    assert_frame_equal(plain, calculate(indicator, "region", mixed, data_from=FROM, data_to=TO), check_exact=True)


@pytest.mark.parametrize("indicator", catalogue(), ids=lambda one: one.id)
def test_both_engines_count_alike_where_there_is_nothing(indicator: Indicator) -> None:
    cells = counted(replace(indicator, breakdowns={"all": indicator.grain}), drawn())
    assert dict(cells.schema) == RAW_SCHEMA
    assert cells["numerator"].null_count() == cells.height > 0
