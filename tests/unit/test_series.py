"""Series from protected cells: no holes, no invented values, and no sum where there must be none."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.indicator import ORGANISATIONS
from metrics.problem import Text
from metrics.series import Pair, Recalculation, Series, Target, both, phase_positions, series, targets_in_force
from tests.builders import an_indicator, cells

P2 = an_indicator()
R2 = an_indicator(id="R2", measure="share_of_joint", partner="P2")


def of_both(region: list[Any], municipality: list[Any], **columns: Any) -> pl.DataFrame:
    return pl.concat([cells(region, **columns), cells(municipality, organisation="municipality", **columns)])


def money(region: list[Any], municipality: list[Any]) -> pl.DataFrame:
    """Amounts as each organisation publishes them: a numerator, and no value yet."""
    frame = of_both(region, municipality, indicator="R2")
    return frame.with_columns(numerator=pl.col("value") * 1000.0, denominator=None, value=None)


# --- one organisation ------------------------------------------------------------------------------------------


def test_every_period_from_first_to_last_is_there() -> None:
    found = series(cells([0.5, None, None, 0.6]), P2, "region")
    assert [str(on) for on in found.periods] == ["2023-01-01", "2023-04-01", "2023-07-01", "2023-10-01"]


def test_a_period_without_a_cell_is_missing() -> None:
    found = series(cells([0.5, None, 0.6]), P2, "region")
    assert (found.values, found.flags) == ((0.5, None, 0.6), ("ok", "no_data", "ok"))


@pytest.mark.parametrize("flag", ["suppressed", "no_data", "structural_zero"])
def test_a_flag_is_kept_and_has_no_value(flag: str) -> None:
    found = series(cells([0.5, flag, 0.6]), P2, "region")
    assert (found.values[1], found.flags[1]) == (None, flag)


def test_a_value_is_never_shown_beside_a_flag() -> None:
    hidden = cells([0.5, 0.7]).with_columns(flag=pl.Series(["ok", "suppressed"]))
    assert series(hidden, P2, "region").values == (0.5, None)


def test_a_count_that_is_too_small_for_a_rate_is_shown_as_suppressed() -> None:
    too_small = cells([0.5, 0.7]).with_columns(value=pl.Series([0.5, None]))
    assert series(too_small, P2, "region").flags == ("ok", "suppressed")


def test_numerators_and_denominators_come_along_for_the_table() -> None:
    found = series(cells([0.5], n=40), P2, "region")
    assert (found.numerators, found.denominators) == ((20.0,), (40,))


def test_one_organisations_series_holds_nothing_of_the_other() -> None:
    assert series(of_both([0.5], [0.9]), P2, "municipality").values == (0.9,)


def test_an_indicator_that_is_not_published_has_an_empty_series() -> None:
    assert series(cells([0.5]), an_indicator(id="U1"), "region").periods == ()


def test_a_closed_unit_has_nothing_to_measure_after_its_last_period() -> None:
    open_unit = cells([0.5] * 4, breakdown="unit", group="north", grain="year")
    closed = cells([0.5, 0.6], breakdown="unit", group="west", grain="year")
    found = series(pl.concat([open_unit, closed]), P2, "region", "unit", "west")
    assert found.flags == ("ok", "ok", "structural_zero", "structural_zero")


def test_a_new_unit_begins_with_its_first_period() -> None:
    old = cells([0.5] * 4, breakdown="unit", group="north", grain="year")
    new = cells([0.6], breakdown="unit", group="day", grain="year", first=date(2026, 1, 1))
    assert series(pl.concat([old, new]), P2, "region", "unit", "day").periods == (date(2026, 1, 1),)


def test_two_figures_for_one_period_are_refused() -> None:
    by_user_and_staff = pl.concat([cells([0.5], rater="user"), cells([0.6], rater="staff")])
    with pytest.raises(ValueError, match="two figures for the period 2023-01-01"):
        series(by_user_and_staff, P2, "region")


# --- the share of a joint amount -------------------------------------------------------------------------------


def test_a_share_of_the_joint_amount_is_own_over_both() -> None:
    amounts = money([3.0, 2.0], [1.0, 2.0])
    assert series(amounts, R2, "region").values == (0.75, 0.5)


def test_the_two_shares_of_a_joint_amount_make_one() -> None:
    amounts = money([3.0, 2.5], [1.0, 1.5])
    region, municipality = series(amounts, R2, "region").values, series(amounts, R2, "municipality").values
    assert [a + b for a, b in zip(region, municipality, strict=True) if a is not None and b is not None] == [1.0, 1.0]


@pytest.mark.parametrize("other", [None, "no_data", "suppressed"])
def test_without_the_other_side_there_is_no_share(other: str | None) -> None:
    found = series(money([3.0, 2.0], [1.0, other]), R2, "region")
    assert (found.values, found.flags, found.numerators[1]) == ((0.75, None), ("ok", "no_data"), 2000.0)


def test_the_joint_amount_is_the_denominator() -> None:
    assert series(money([3.0], [1.0]), R2, "region").denominators == (4000.0,)


def test_of_a_unit_the_other_side_has_left_the_whole_is_one_s_own() -> None:
    left = money([3.0], [1.0, 2.0]).with_columns(breakdown=pl.lit("unit"), group=pl.lit("north"))
    stays = money([3.0, 3.0], [1.0, 1.0]).with_columns(breakdown=pl.lit("unit"), group=pl.lit("south"))
    of_units = an_indicator(
        id="R2", measure="share_of_joint", partner="P2", breakdowns={"all": "quarter", "unit": "quarter"}
    )
    sides = [series(pl.concat([left, stays]), of_units, whose, "unit", "north") for whose in ORGANISATIONS]
    assert [side.values for side in sides] == [(0.75, None), (0.25, 1.0)]
    assert sides[0].flags == ("ok", "structural_zero")


def test_a_joint_amount_of_nothing_has_no_share() -> None:
    assert series(money([0.0], [0.0]), R2, "region").flags == ("no_data",)


# --- both organisations as one ---------------------------------------------------------------------------------


def test_both_is_the_sum_of_numerators_over_the_sum_of_denominators() -> None:
    frame = pl.concat([cells([0.9], n=10), cells([0.5], n=90, organisation="municipality")])
    found = both(frame, P2)
    assert found is not None
    assert (found.values, found.numerators, found.denominators) == ((0.54,), (54.0,), (100.0,))


@pytest.mark.parametrize("gap", ["suppressed", "no_data", None])
def test_both_is_hidden_where_one_side_is(gap: str | None) -> None:
    found = both(of_both([0.5, gap, 0.5], [0.5, 0.5, 0.5]), P2)
    assert found is not None
    assert (found.values[1], found.flags[1]) == (None, gap or "no_data")


def test_a_side_that_cannot_occur_adds_nothing_to_both() -> None:
    found = both(of_both([0.5, "structural_zero"], [0.5, 0.7]), P2)
    assert found is not None
    assert found.values == (0.5, 0.7)


def test_both_covers_the_periods_of_either() -> None:
    found = both(of_both([0.5, 0.5, 0.5], [0.5]), P2)
    assert found is not None
    assert found.flags == ("ok", "no_data", "no_data")


@pytest.mark.parametrize("measure", ["mean", "amount_per_person", "share_of_joint"])
def test_only_shares_of_counts_are_summed(measure: str) -> None:
    assert both(of_both([0.5], [0.5]), an_indicator(measure=measure)) is None


def test_a_pair_that_is_not_comparable_has_no_sum() -> None:
    assert both(of_both([0.5], [0.5]), an_indicator(comparable="not_comparable")) is None


def test_a_pair_that_is_not_comparable_cannot_even_be_made() -> None:
    frame, apart = of_both([0.5], [0.5]), an_indicator(comparable="not_comparable")
    with pytest.raises(ValueError, match="cannot be summed"):
        Pair(apart, series(frame, apart, "region"), series(frame, apart, "municipality"))


def test_two_series_have_no_addition() -> None:
    """The only way to a sum is a pair; a series offers no operator that would go round it."""
    operators = {"__add__", "__radd__", "__iadd__", "__or__", "__and__", "__sub__", "__mul__", "__truediv__"}
    assert operators.isdisjoint(dir(Series))


# --- targets and recalculations --------------------------------------------------------------------------------


def target(value: float, from_on: date, to_on: date | None = None, **columns: Any) -> Target:
    fields: dict[str, Any] = {"indicator_id": "P2", "organisation": "region", "decision_id": "B-2024-001"}
    return Target(**(fields | {"value": value, "from_on": from_on, "to_on": to_on} | columns))


def in_force(*targets: Target) -> list[float | None]:
    four = series(cells([0.5] * 4), P2, "region")
    return [each.value if each else None for each in targets_in_force(four, targets)]


def test_a_target_is_in_force_from_the_period_whose_last_day_it_covers() -> None:
    assert in_force(target(0.75, date(2023, 5, 15))) == [None, 0.75, 0.75, 0.75]


def test_a_target_that_ends_within_a_period_is_no_longer_in_force_in_it() -> None:
    assert in_force(target(0.75, date(2023, 1, 1), date(2023, 8, 31))) == [0.75, 0.75, None, None]


def test_a_target_that_ends_on_the_last_day_of_a_period_is_in_force_in_it() -> None:
    assert in_force(target(0.75, date(2023, 1, 1), date(2023, 9, 30))) == [0.75, 0.75, 0.75, None]


def test_where_two_targets_overlap_the_later_one_holds() -> None:
    assert in_force(target(0.75, date(2023, 1, 1)), target(0.8, date(2023, 7, 1))) == [0.75, 0.75, 0.8, 0.8]


@pytest.mark.parametrize("other", [{"indicator_id": "P7"}, {"organisation": "municipality"}])
def test_a_target_of_something_else_is_not_in_force_here(other: dict[str, Any]) -> None:
    assert in_force(target(0.75, date(2023, 1, 1), **other)) == [None] * 4


def a_unit(values: list[Any]) -> Series:
    return series(cells(values, breakdown="unit", group="north", grain="year"), P2, "region", "unit", "north")


def test_a_target_of_the_whole_is_not_in_force_in_a_unit() -> None:
    assert targets_in_force(a_unit([0.5] * 4), [target(0.75, date(2023, 1, 1))]) == (None,) * 4


def recalculation(from_on: date, **columns: Any) -> Recalculation:
    fields: dict[str, Any] = {"indicator_id": "P2", "organisation": "region", "decision_id": "B-2024-001"}
    return Recalculation(**(fields | {"from_on": from_on, "reason": Text(sv="ny rutin", en="new routine")} | columns))


@pytest.mark.parametrize(
    ("day", "positions"),
    [
        (date(2023, 4, 1), (1,)),
        (date(2023, 4, 2), (2,)),  # half a period belongs to the old limits
        (date(2023, 1, 1), ()),  # from the start there is nothing to part from
        (date(2022, 6, 1), ()),
        (date(2024, 6, 1), ()),  # not yet
    ],
)
def test_limits_start_anew_with_the_first_whole_period(day: date, positions: tuple[int, ...]) -> None:
    assert phase_positions(series(cells([0.5] * 4), P2, "region"), [recalculation(day)]) == positions


def test_a_recalculation_of_the_other_side_changes_nothing_here() -> None:
    found = series(cells([0.5] * 4), P2, "region")
    assert phase_positions(found, [recalculation(date(2023, 4, 1), organisation="municipality")]) == ()


def test_a_recalculation_of_the_whole_does_not_part_a_units_limits() -> None:
    assert phase_positions(a_unit([0.5] * 4), [recalculation(date(2025, 1, 1))]) == ()
