"""P3: how long half of the plans wait for their follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from metrics.calculate import calculate
from metrics.catalogue import by_id
from metrics.disclosure import protect
from tests.drawn import Tables, cell, counted, drawn

MET = date(2023, 1, 10)


def plans(days: dict[int, int], waiting: int = 0, met: date = MET) -> Tables:
    """Plans that were followed up after so many days, so many of each; and some that never were."""
    ends = [str(met + timedelta(days=after)) for after, many in days.items() for _ in range(many)] + [""] * waiting
    rows = [f"p{at:03} | {at} | {met} | {end}" for at, end in enumerate(ends)]
    return drawn(sip_plans="person | plan_id | met_on | followed_up_on\n" + "\n".join(rows))


def median(tables: Tables, first: date = date(2023, 7, 1)) -> tuple[float | None, str]:
    whole = replace(by_id("P3"), breakdowns={"all": "half-year"})
    raw = calculate(whole, "region", tables, data_from=date(2023, 1, 1), data_to=date(2024, 12, 31))
    [found] = protect(raw, whole, "region").filter(period_start=first).select("value", "flag").rows()
    return found


def test_a_plan_waits_in_every_bin_until_it_is_followed_up() -> None:
    tables = plans({20: 1, 30: 1, 31: 1})
    assert cell("P3", tables, "2023-H2", part="30") == (2, 3)
    assert cell("P3", tables, "2023-H2", part="60") == (1, 1)


def test_a_plan_closed_without_follow_up_still_waits() -> None:
    tables = drawn(sip_plans="met_on | closed_on\n2023-01-10 | 2023-02-01")
    assert cell("P3", tables, "2023-H2", part="365") == (0, 1)


@pytest.mark.parametrize(("met", "period"), [(date(2023, 1, 1), "2023-H1"), (date(2023, 1, 2), "2023-H2")])
def test_a_plan_belongs_to_the_half_year_in_which_its_180_days_have_passed(met: date, period: str) -> None:
    assert cell("P3", plans({20: 1}, met=met), period, part="30") == (1, 1)


def test_a_plan_younger_than_180_days_is_in_no_half_year_yet() -> None:
    assert counted(by_id("P3"), plans({20: 1}, met=date(2024, 7, 5))).filter(pl.col("denominator") > 0).is_empty()


def test_the_latest_half_year_can_reach_its_median() -> None:
    tables = plans({100: 40, 170: 20}, waiting=10, met=date(2024, 7, 3))
    assert median(tables, date(2024, 7, 1))[1] == "ok"


def test_a_plan_is_seen_to_the_last_day_counted_and_no_longer() -> None:
    tables = plans({20: 1}, waiting=1, met=date(2024, 7, 3))
    assert cell("P3", tables, "2024-H2", part="180") == (0, 1)
    assert counted(by_id("P3"), tables).filter(breakdown="all", part="240").is_empty()


@pytest.mark.parametrize(("days", "waiting", "expected"), [({50: 50, 170: 30}, 0, 55), ({100: 30}, 25, 115)])
def test_the_median_is_the_day_half_have_been_followed_up(days: dict[int, int], waiting: int, expected: int) -> None:
    value, flag = median(plans(days, waiting))
    assert flag == "ok"
    assert value == pytest.approx(expected, abs=10)
    assert value is not None
    assert value % 5 == 0


def test_plans_never_followed_up_make_the_median_longer_than_that_of_the_others() -> None:
    alone, with_waiting = median(plans({50: 30, 170: 20})), median(plans({50: 30, 170: 20}, waiting=40))
    assert alone[0] is not None
    assert with_waiting[0] is not None
    assert with_waiting[0] > alone[0] + 60


def test_where_most_still_wait_the_median_is_not_reached_rather_than_the_longest_wait() -> None:
    assert median(plans({100: 20}, waiting=60)) == (None, "not_reached")


def test_under_twenty_plans_nothing_is_shown() -> None:
    assert median(plans({100: 15})) == (None, "suppressed")


def test_with_too_few_persons_on_one_side_nothing_is_shown() -> None:
    tables = plans({20: 40})
    assert median(tables) == (15.0, "ok")
    one_person = tables["sip_plans"].with_columns(person=pl.lit("p000"))
    assert median(tables | {"sip_plans": one_person}) == (None, "suppressed")


def test_before_there_are_plans_there_is_no_data() -> None:
    assert median(drawn()) == (None, "no_data")
