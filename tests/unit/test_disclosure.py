"""Protection: what is shown and what is hidden, class by class, from drawn raw cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest
from scipy.stats import binomtest

from metrics.calculate import RAW_SCHEMA
from metrics.catalogue import by_id
from metrics.disclosure import PROTECTED_SCHEMA, protect
from metrics.disclosure.cell_key import mean_noise
from metrics.disclosure.classes import rounding_step
from metrics.disclosure.perturbation import noise, thresholds
from metrics.disclosure.wilson import wilson
from metrics.indicator import Indicator
from pipelines.published import CELL_SCHEMA

UNCHANGED = thresholds(100)[3] - 1  # a cell key that changes a count of four or more by nothing
UP_3, DOWN_3 = 2**32 - 1, 0

PROCESS, PERSON, MONEY, OWN_MONEY = by_id("P2"), replace(by_id("P2"), disclosure="person"), by_id("R1"), by_id("R2")
MEAN = by_id("U1")
FIGURES = ["numerator", "denominator", "value", "low", "high", "n_shown"]


def raw(numerator: float | None, denominator: float | None, **changes: Any) -> pl.DataFrame:
    """One raw cell whose things are persons, one each, and whose keys change nothing."""
    cell: dict[str, Any] = {
        "breakdown": "all",
        "group": "",
        "rater": "",
        "domain": None,
        "period_start": date(2024, 1, 1),
        "grain": "quarter",
        "numerator": numerator,
        "denominator": denominator,
        "persons": denominator,
        "numerator_persons": numerator,
        "denominator_key": UNCHANGED,
        "numerator_key": UNCHANGED,
    }
    return pl.DataFrame([cell | changes], schema=RAW_SCHEMA, strict=False)


def shown(indicator: Indicator, numerator: float | None, denominator: float | None, **changes: Any) -> dict[str, Any]:
    return protect(raw(numerator, denominator, **changes), indicator, "region").row(0, named=True)


def flag(indicator: Indicator, numerator: float | None, denominator: float | None, **changes: Any) -> str:
    return str(shown(indicator, numerator, denominator, **changes)["flag"])


def test_a_protected_cell_has_the_published_columns_in_their_order_and_types() -> None:
    assert {"release_id": pl.String(), **PROTECTED_SCHEMA} == CELL_SCHEMA


# --- counts and rates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "change"), [(UP_3, 3), (UNCHANGED, 0), (DOWN_3, -3)])
def test_a_count_is_changed_by_its_key(key: int, change: int) -> None:
    cell = shown(PROCESS, 50, 100, denominator_key=key)
    assert (cell["numerator"], cell["denominator"], cell["n_shown"]) == (50, 100 + change, 100 + change)


def test_the_value_is_the_shown_numerator_over_the_shown_denominator() -> None:
    assert shown(PROCESS, 50, 100, numerator_key=UP_3, denominator_key=DOWN_3)["value"] == 53 / 97


def test_a_share_never_passes_one() -> None:
    cell = shown(PROCESS, 100, 100, numerator_key=UP_3, denominator_key=DOWN_3)
    assert (cell["numerator"], cell["value"], cell["high"]) == (97, 1, 1)


def test_a_series_at_100_per_cent_stays_there_whatever_the_keys() -> None:
    for key in (UP_3, DOWN_3, 12345, UNCHANGED):
        assert shown(PROCESS, 40, 40, numerator_key=key, denominator_key=key)["value"] == 1


def test_half_done_interventions_are_made_whole_before_they_are_changed() -> None:
    assert shown(by_id("P7"), 50.5, 100, numerator_key=UP_3)["numerator"] == 53


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(5, 10, "ok"), (5, 9, "suppressed"), (4, 100, "suppressed"), (0, 100, "suppressed"), (10, 10, "ok")],
)
def test_process_is_shown_from_10_below_and_5_above(numerator: int, denominator: int, expected: str) -> None:
    assert flag(PROCESS, numerator, denominator) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (10, 20, "ok"),
        (10, 19, "suppressed"),
        (4, 100, "suppressed"),
        (96, 100, "suppressed"),
        (95, 100, "ok"),
        (27, 29, "suppressed"),
        (2, 29, "suppressed"),
    ],
)
def test_person_is_shown_from_20_with_5_on_both_sides(numerator: int, denominator: int, expected: str) -> None:
    assert flag(PERSON, numerator, denominator) == expected


def test_what_is_hidden_is_judged_on_shown_counts_so_that_it_tells_no_true_count() -> None:
    assert flag(PROCESS, 5, 100, numerator_key=DOWN_3) == "suppressed"
    assert flag(PROCESS, 4, 100, numerator_key=UP_3) == "ok"


def test_many_plans_of_few_persons_are_hidden() -> None:
    assert flag(PROCESS, 20, 30, persons=4, numerator_persons=4) == "suppressed"
    assert flag(PROCESS, 20, 30, persons=12, numerator_persons=4) == "suppressed"


@pytest.mark.parametrize(
    ("indicator", "numerator", "denominator"),
    [
        (PROCESS, 3, 100),
        (PERSON, 97, 100),
        (MEAN, 20, 9),
        (MONEY, 5000, 9),
        (PROCESS, 0, 0),
        (MEAN, 0, 0),
        (MONEY, 0, 0),
    ],
)
def test_a_suppressed_row_holds_nothing(indicator: Indicator, numerator: float, denominator: float) -> None:
    cell = shown(indicator, numerator, denominator)
    assert cell["flag"] == "suppressed"
    assert [cell[figure] for figure in FIGURES] == [None] * 6


@pytest.mark.parametrize("indicator", [PROCESS, PERSON, MEAN, MONEY, OWN_MONEY], ids=lambda one: one.disclosure)
def test_no_data_is_not_suppressed(indicator: Indicator) -> None:
    cell = shown(indicator, None, None, persons=None, numerator_persons=None, denominator_key=None, numerator_key=None)
    assert cell["flag"] == "no_data"
    assert [cell[figure] for figure in FIGURES] == [None] * 6


@pytest.mark.parametrize(("numerator", "denominator"), [(5, 10), (50, 100), (97, 100), (100, 100), (400, 1500)])
def test_the_interval_is_wilsons(numerator: int, denominator: int) -> None:
    known = binomtest(numerator, denominator).proportion_ci(method="wilson")
    lower, upper = wilson(pl.lit(numerator), pl.lit(denominator))
    [(low, high)] = pl.select(low=lower, high=upper).rows()
    assert (low, high) == pytest.approx((known.low, known.high), abs=1e-7)


# --- means -----------------------------------------------------------------------------------------------------


def test_a_mean_moves_by_at_most_one_persons_largest_share_and_its_rounding() -> None:
    for key in range(0, 2**32, 2**27):
        moved = shown(MEAN, 200, 100, denominator_key=key)["value"] - 2
        assert abs(moved) <= 10 / 97 + 0.1 / 2 + 1e-9


def test_a_mean_is_never_exact() -> None:
    sizes = [abs(mean_noise(key, "U1")) for key in range(1000)]
    assert 0.3 <= min(sizes) < 0.31
    assert 0.99 < max(sizes) <= 1


def test_means_of_the_same_persons_have_the_same_noise_in_every_table() -> None:
    one, other = (shown(MEAN, 200, 100, breakdown=name, group=name)["value"] for name in ("all", "unit"))
    assert one == other


def test_two_means_of_the_same_persons_have_different_noise() -> None:
    assert mean_noise(77, "U1") != mean_noise(77, "U2")


def test_a_mean_is_rounded_to_half_a_persons_share_taken_up_to_1_2_or_5() -> None:
    value = shown(MEAN, 200, 100)["value"]  # step 10 / 200 = 0.05
    assert round(value / 0.05) * 0.05 == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    ("least", "step"), [(0.05, 0.05), (0.051, 0.1), (0.011, 0.02), (0.021, 0.05), (1, 1), (0.00999, 0.01)]
)
def test_steps_are_1_2_or_5_times_a_power_of_ten(least: float, step: float) -> None:
    assert rounding_step(pl.Series([least]).to_numpy())[0] == pytest.approx(step)


def test_a_mean_stays_within_its_bounds() -> None:
    values = {
        shown(MEAN, total, 20, denominator_key=key)["value"] for total in (0, 200) for key in range(0, 2**32, 2**28)
    }
    assert min(values) == 0
    assert max(values) == 10


def test_a_mean_by_domain_is_protected_as_the_share_it_is() -> None:
    cell = shown(MEAN, 60, 300, breakdown="domain", group="5", domain=5)
    assert (cell["numerator"], cell["denominator"], cell["value"]) == (60, 300, 0.2)
    assert flag(MEAN, 4, 300, breakdown="domain", group="5", domain=5) == "suppressed"


def test_a_mean_has_no_numerator_and_no_interval() -> None:
    cell = shown(MEAN, 200, 100)
    assert (cell["numerator"], cell["low"], cell["high"], cell["n_shown"]) == (None, None, None, 100)


# --- money -----------------------------------------------------------------------------------------------------


def test_an_amount_is_exact_and_the_persons_it_is_divided_by_are_not() -> None:
    cell = shown(MONEY, 123456.78, 100, denominator_key=UP_3)
    assert (cell["numerator"], cell["denominator"], cell["value"]) == (123456.78, 103, 123456.78 / 103)


def test_an_own_amount_goes_out_exact_with_nothing_to_divide_it_by() -> None:
    cell = shown(OWN_MONEY, -5.5, 1, persons=0)
    assert [cell[figure] for figure in FIGURES] == [-5.5, None, None, None, None, None]


# --- how it was protected --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "method"),
    [
        (PROCESS, "CKM D=3 V=2 t=5 process"),
        (PERSON, "CKM D=3 V=2 t=5 person"),
        (MEAN, "CKM D=3 V=2 t=5 person mean"),
        (MONEY, "CKM D=3 V=2 t=5 ledger"),
        (OWN_MONEY, "exact ledger"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_the_method_says_how(indicator: Indicator, method: str) -> None:
    assert shown(indicator, 50, 100)["method"] == method


def test_small_counts_cannot_become_negative() -> None:
    counts = pl.Series([0, 1, 2, 3]).to_numpy()
    assert noise(counts, pl.Series([0, 0, 0, 0]).to_numpy()).tolist() == [0, -1, -2, -3]
