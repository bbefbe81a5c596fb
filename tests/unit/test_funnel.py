"""Units in a funnel: each against its own organisation, none hidden behind another, none ranked."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.funnel import Funnel, funnel_limits, funnel_points, position, variance_between
from tests.builders import an_indicator, cells

YEAR = date(2025, 1, 1)


def unit(name: str, value: Any, *, n: float = 100, organisation: Any = "region", first: date = YEAR) -> pl.DataFrame:
    return cells([value], group=name, n=n, organisation=organisation, breakdown="unit", grain="year", first=first)


def funnel(*units: pl.DataFrame, **indicator: Any) -> Funnel:
    return funnel_points(pl.concat(units), an_indicator(**indicator), YEAR)


def test_a_unit_far_from_the_others_is_outside() -> None:
    found = funnel(unit("a", 0.5, n=1000), unit("b", 0.5, n=1000), unit("c", 0.65), unit("d", 0.80))
    assert [(point.unit, point.position) for point in found.points] == [
        ("a", "within"), ("b", "within"), ("c", "outside_95"), ("d", "outside_998"),
    ]  # fmt: skip


def test_the_middle_is_all_shown_units_together() -> None:
    assert funnel(unit("a", 0.9, n=10), unit("b", 0.5, n=90)).centres == {"region": 0.54}


def test_each_organisation_has_its_own_middle() -> None:
    """The municipality lies lower as a whole; that makes none of its units special."""
    region, municipality = unit("a", 0.8), unit("a", 0.4, organisation="municipality")
    found = funnel(region, municipality)
    assert [(point.organisation, point.centre, point.position) for point in found.points] == [
        ("region", 0.8, "within"),
        ("municipality", 0.4, "within"),
    ]


def test_units_stand_by_name_and_never_by_value() -> None:
    found = funnel(unit("c", 0.9), unit("a", 0.5), unit("b", 0.7))
    assert [point.unit for point in found.points] == ["a", "b", "c"]


def test_a_suppressed_unit_is_named_apart_and_is_no_point() -> None:
    found = funnel(unit("a", 0.5), unit("b", "suppressed"))
    assert ([point.unit for point in found.points], found.suppressed) == (["a"], (("region", "b"),))


def test_units_too_small_to_be_published_count_in_the_middle_but_are_no_unit() -> None:
    found = funnel(unit("a", 0.5), unit("other", 0.7))
    assert ([point.unit for point in found.points], found.centres) == (["a"], {"region": 0.6})


def test_other_periods_are_left_out() -> None:
    assert funnel(unit("a", 0.5), unit("b", 0.5, first=date(2024, 1, 1))).points[-1].unit == "a"


@pytest.mark.parametrize("measure", ["mean", "amount_per_person", "share_of_joint"])
def test_only_shares_of_counts_have_a_funnel(measure: str) -> None:
    assert funnel(unit("a", 0.5), measure=measure).points == ()


def test_limits_stay_within_nothing_and_everything() -> None:
    assert funnel_limits(0.05, 10)[0] == 0.0
    assert funnel_limits(0.95, 10)[3] == 1.0


def test_a_share_on_the_limit_is_within_it() -> None:
    _, upper95, _, upper998 = funnel_limits(0.2, 100)
    assert (position(upper95, 0.2, 100), position(upper998, 0.2, 100)) == ("within", "outside_95")


@pytest.mark.parametrize(("p0", "n"), [(1.2, 10), (-0.1, 10), (0.5, 0)])
def test_what_is_no_share_of_anything_has_no_limits(p0: float, n: float) -> None:
    with pytest.raises(ValueError, match="share between 0 and 1"):
        funnel_limits(p0, n)


# --- units that differ beyond chance ---------------------------------------------------------------------------

SPREAD = [0.30, 0.36, 0.44, 0.48, 0.52, 0.56, 0.64, 0.70]


def test_units_that_all_differ_widen_the_limits_for_each_other() -> None:
    found = funnel(*(unit(f"u{at}", value, n=1000) for at, value in enumerate(SPREAD)))
    assert found.between["region"] > 0.01
    assert {point.position for point in found.points} == {"within"}


def test_units_that_differ_by_chance_leave_the_limits_as_they_are() -> None:
    found = funnel(*(unit(f"u{at}", 0.5 + value / 100, n=100) for at, value in enumerate((-5, 5, -3, 3, -1, 1, 2, -2))))
    assert found.between == {"region": 0.0}


def test_one_odd_unit_does_not_widen_the_limits_for_itself() -> None:
    found = funnel(*(unit(f"u{at}", 0.5, n=400) for at in range(11)), unit("odd", 0.8, n=400))
    assert [point.unit for point in found.points if point.position == "outside_998"] == ["odd"]


def test_under_eight_units_nothing_is_said_of_how_they_differ() -> None:
    assert variance_between(SPREAD[:7], 0.5, [1000] * 7) == 0.0
    assert variance_between(SPREAD, 0.5, [1000] * 8) > 0.0


def test_each_organisation_has_its_own_spread() -> None:
    region = [unit(f"u{at}", value, n=1000) for at, value in enumerate(SPREAD)]
    municipality = [unit(f"u{at}", 0.5, n=1000, organisation="municipality") for at in range(8)]
    found = funnel(*region, *municipality)
    assert (found.between["region"] > 0, found.between["municipality"]) == (True, 0.0)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_where_all_are_alike_there_is_no_spread(share: float) -> None:
    assert variance_between([share] * 8, share, [100] * 8) == 0.0
