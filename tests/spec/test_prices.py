"""Money over time and between parties: fixed prices by a dated index, actual shares against the agreed split."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics.catalogue import by_id
from metrics.prices import (
    AgainstSplit,
    PriceIndex,
    Split,
    against_split,
    in_fixed_prices,
    price_note,
    priced,
    split_sentence,
)
from metrics.problem import Text
from metrics.scorecard import build
from metrics.series import Series, series
from tests.builders import an_indicator, cells

INDEX = PriceIndex(
    name=Text(sv="prisindex för regioner", en="price index for regions"),
    published_on=date(2026, 2, 20),
    grain="year",
    values={date(2023, 1, 1): 100.0, date(2024, 1, 1): 110.0, date(2025, 1, 1): 121.0},
)
IN_2025 = date(2025, 1, 1)


def amounts(values: list[Any], first: date = date(2023, 10, 1), **measure: Any) -> Series:
    measured = an_indicator(id="R1", measure="amount_per_person", unit="sek_per_person", **measure)
    return series(cells(values, indicator="R1", first=first), measured, "region")


def shares(values: list[Any], organisation: Any = "region") -> Series:
    measured = an_indicator(id="R2")
    return series(cells(values, indicator="R2", organisation=organisation, first=IN_2025), measured, organisation)


# --- fixed prices ----------------------------------------------------------------------------------------------


def test_each_period_is_told_in_the_prices_of_the_base() -> None:
    """The last quarter of 2023 by 121/100, the first of 2024 by 121/110."""
    assert in_fixed_prices(amounts([100.0, 100.0]), INDEX, IN_2025).values == pytest.approx((121.0, 110.0))


def test_the_base_years_own_amounts_stand_as_they_are() -> None:
    assert in_fixed_prices(amounts([100.0], first=IN_2025), INDEX, IN_2025).values == (100.0,)


def test_the_sums_behind_follow_and_the_persons_do_not() -> None:
    found = in_fixed_prices(amounts([100.0]), INDEX, IN_2025)
    assert (found.numerators, found.denominators) == (pytest.approx((12_100.0,)), (100.0,))  # type: ignore[comparison-overlap]


def test_a_period_the_index_does_not_cover_has_no_fixed_price() -> None:
    found = in_fixed_prices(amounts([100.0, 100.0], first=date(2025, 10, 1)), INDEX, IN_2025)
    assert (found.values, found.flags) == ((100.0, None), ("ok", "no_data"))


def test_kronor_are_shown_in_the_latest_years_prices_once_an_index_is_in_force() -> None:
    assert priced(by_id("R1"), amounts([100.0, 100.0]), INDEX).values == pytest.approx((121.0, 110.0))


def test_without_an_index_they_are_shown_as_published() -> None:
    assert priced(by_id("R1"), amounts([100.0]), None).values == (100.0,)


def test_a_share_of_costs_is_the_same_in_any_prices() -> None:
    assert priced(by_id("R2"), shares([0.5]), INDEX).values == (0.5,)


def test_the_scorecard_judges_kronor_in_fixed_prices() -> None:
    """Costs that rise as prices do have not risen."""
    rising = cells([100.0, 110.0, 121.0], indicator="R1", first=date(2023, 1, 1), grain="year")
    measured = an_indicator(
        id="R1", measure="amount_per_person", unit="sek_per_person", breakdowns={"all": "year"}, partner="R1"
    )
    [row] = build([measured], rising, (), (), prices=INDEX)
    assert row.region.series.values == pytest.approx((121.0, 121.0, 121.0))


def test_a_hidden_period_stays_hidden() -> None:
    found = in_fixed_prices(amounts([100.0, "suppressed"]), INDEX, IN_2025)
    assert (found.values[1], found.flags[1]) == (None, "suppressed")


def test_a_base_outside_the_index_is_refused() -> None:
    with pytest.raises(ValueError, match="no value for the year"):
        in_fixed_prices(amounts([100.0]), INDEX, date(2026, 1, 1))


def test_the_index_is_named_with_its_day() -> None:
    assert (
        price_note(INDEX, IN_2025).sv
        == "I 2025 års prisnivå enligt prisindex för regioner, publicerat 20 februari 2026."
    )


# --- the agreed split ------------------------------------------------------------------------------------------


def split(share: float, from_on: str, to_on: str | None = None) -> Split:
    end = date.fromisoformat(to_on) if to_on else None
    return Split(region_share=share, from_on=date.fromisoformat(from_on), to_on=end, decision_id="B-2025-001")


@pytest.mark.parametrize(
    ("splits", "agreed"),
    [
        ([split(0.6, "2020-01-01")], 0.6),
        ([split(0.6, "2020-01-01", "2025-01-31"), split(0.9, "2025-02-01")], 0.8),  # one month and two
        ([split(0.6, "2020-01-01"), split(0.7, "2025-01-01")], 0.7),  # the later decision
        ([split(0.6, "2020-01-01", "2025-02-28")], None),  # a month without a split
        ([], None),
    ],
    ids=["one", "changes within the quarter", "superseded", "ends within the quarter", "none"],
)
def test_the_agreed_share_is_that_in_force_month_by_month(splits: list[Split], agreed: float | None) -> None:
    [found] = against_split(shares([0.65]), splits)
    assert found.agreed == (None if agreed is None else pytest.approx(agreed))


def test_the_municipality_has_agreed_to_the_rest() -> None:
    [found] = against_split(shares([0.35], "municipality"), [split(0.6, "2020-01-01")])
    assert (found.agreed, found.difference) == (pytest.approx(0.4), pytest.approx(-0.05))  # type: ignore[comparison-overlap]


def test_where_either_share_is_missing_there_is_no_difference() -> None:
    rows = against_split(shares(["no_data", 0.65]), [split(0.6, "2025-04-01")])
    assert [row.difference for row in rows] == [None, pytest.approx(0.05)]


@pytest.mark.parametrize(
    ("values", "sv"),
    [
        ([0.63], "Regionen bar 63,0\u00a0% av den gemensamma nettokostnaden 2025 kv 1; avtalat var 60,0\u00a0%, en "
         "skillnad på 3,0 procentenheter."),
        ([0.5, "no_data"], "Regionen bar 50,0\u00a0% av den gemensamma nettokostnaden 2025 kv 1; avtalat var "
         "60,0\u00a0%, en skillnad på \u221210,0 procentenheter."),
        (["no_data"], "Det finns ingen period med både en faktisk andel och en avtalad fördelning."),
    ],
)  # fmt: skip
def test_the_latest_period_with_both_in_words(values: list[Any], sv: str) -> None:
    shown = shares(values)
    rows: tuple[AgainstSplit, ...] = against_split(shown, [split(0.6, "2020-01-01")])
    assert split_sentence(shown, rows).sv == sv
