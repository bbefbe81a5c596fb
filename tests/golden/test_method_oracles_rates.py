"""Intervals, funnels of ratios and standardised rates against what their authors and known packages print."""

from __future__ import annotations

import polars as pl
import pytest

from metrics.disclosure.wilson import wilson
from metrics.intervals import byar_limits, exact_limits, rate, ratio_limits, standardised_rate
from metrics.needs import unmatched_change

# --- funnel of observed over expected --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "limits"),
    [
        (15, (0.5596924, 1.649348, 0.3862650, 2.082907)),
        (20, (0.6108260, 1.544419, 0.4479107, 1.902094)),
        (30, (0.6746958, 1.427562, 0.5289724, 1.702771)),
    ],
)
def test_exact_limits_of_a_ratio_are_those_of_funnelplotr(expected: float, limits: tuple[float, ...]) -> None:
    assert ratio_limits(expected) == pytest.approx(limits, rel=5e-7)


# --- proportions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_newcombes_table_one(count: int, n: int, low: float, high: float) -> None:
    limits = pl.select(*(each.alias(name) for each, name in zip(wilson(pl.lit(count), pl.lit(n)), "lh", strict=True)))
    assert limits.row(0) == pytest.approx((low, high), abs=5e-5)


def test_the_difference_between_two_groups_is_newcombes() -> None:
    found = unmatched_change(48, 80, 56, 70)
    assert (found.difference, found.low, found.high) == pytest.approx((0.20, 0.0524, 0.3339), abs=5e-5)
    assert found.p == pytest.approx(0.008045, abs=5e-7)


# --- rates -----------------------------------------------------------------------------------------------------


def test_sixty_events_where_forty_five_were_expected() -> None:
    exact = [limit / 45 for limit in exact_limits(60)]
    byar = [limit / 45 for limit in byar_limits(60)]
    assert rate(60, 45).value == pytest.approx(1.333333, abs=5e-7)
    assert exact == pytest.approx([1.017474, 1.716264], abs=5e-7)
    assert byar == pytest.approx([1.017412, 1.716301], abs=5e-7)


@pytest.mark.parametrize(("events", "limits"), [(9, exact_limits), (10, byar_limits)])
def test_a_rate_is_exact_under_ten_events(events: int, limits: object) -> None:
    assert callable(limits)
    assert (rate(events, 1).low, rate(events, 1).high) == limits(events)


BORN = [
    [230061, 329449, 114920, 39487, 14208, 3052],
    [72202, 326701, 208667, 83228, 28466, 5375],
    [15050, 175702, 207081, 117300, 45026, 8660],
    [2293, 68800, 132424, 98301, 46075, 9834],
    [327, 30666, 123419, 149919, 104088, 34392],
]
CASES = [
    [107, 141, 60, 40, 39, 25],
    [25, 150, 110, 84, 82, 39],
    [3, 71, 114, 103, 108, 75],
    [1, 26, 64, 89, 137, 96],
    [0, 8, 63, 112, 262, 295],
]
MEAN_OF_ALL = [sum(ages) / 5 for ages in zip(*BORN, strict=True)]


@pytest.mark.parametrize(
    ("order", "crude", "adjusted", "low", "high"),
    [
        (1, 56.3, 92.3, 80.4, 105.8),
        (2, 67.6, 91.2, 82.4, 100.9),
        (3, 83.3, 85.1, 77.2, 94.2),
        (4, 115.5, 92.7, 80.0, 114.7),
        (5, 167.1, 75.5, 67.7, 188.3),
    ],
)
def test_rates_by_birth_order_adjusted_for_age_are_fay_and_feuers(
    order: int, crude: float, adjusted: float, low: float, high: float
) -> None:
    cases, born = CASES[order - 1], BORN[order - 1]
    found = standardised_rate(cases, born, MEAN_OF_ALL)
    assert 1e5 * sum(cases) / sum(born) == pytest.approx(crude, abs=0.05)
    assert [1e5 * each for each in (found.value, found.low, found.high)] == pytest.approx(
        [adjusted, low, high], abs=0.05
    )
