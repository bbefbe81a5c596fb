"""Protection, whatever the figures: nothing small is shown, and the same persons give the same number."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from metrics.calculate import RAW_SCHEMA
from metrics.catalogue import catalogue
from metrics.disclosure import protect, record_key, record_keys
from metrics.disclosure.cell_key import KEYS, cell_key
from metrics.disclosure.perturbation import D, V, noise, probabilities, thresholds
from metrics.indicator import Indicator, Measure

KEY = st.integers(0, KEYS - 1)
FIGURES = ["numerator", "denominator", "value", "low", "high", "n_shown"]
OF_ONE_CELL: tuple[Measure, ...] = ("share", "mean", "amount_per_person", "share_of_joint", "ratio_of_amounts")
KINDS = list(
    {(one.measure, one.disclosure, one.bounds): one for one in catalogue() if one.measure in OF_ONE_CELL}.values()
)
"""One indicator of each kind that protection tells apart; figures made of several cells have tests of their own."""


@st.composite
def raw_cells(draw: st.DrawFn, indicator: Indicator) -> pl.DataFrame:
    """Raw cells that can occur: the numerator within the denominator, at least one thing per person."""
    rows: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 30))):
        denominator = draw(st.integers(0, 60))
        persons = draw(st.integers(min(denominator, 1), denominator))
        numerator_persons = draw(st.integers(0, persons))
        if indicator.measure == "share":
            halves = draw(st.integers(2 * numerator_persons, 2 * denominator)) if numerator_persons else 0
            numerator = halves / 2
        elif indicator.measure == "mean":
            numerator = draw(st.floats(0, 31)) * denominator
        else:
            numerator = draw(st.floats(-1e7, 1e7))
        rows.append(
            {
                "breakdown": draw(st.sampled_from(["all", "unit"])),
                "group": str(number),
                "rater": "",
                "domain": None,
                "period_start": date(2024, 1, 1),
                "grain": "quarter",
                "numerator": numerator,
                "denominator": denominator,
                "persons": persons,
                "numerator_persons": numerator_persons,
                "denominator_key": draw(KEY),
                "numerator_key": draw(KEY),
            }
        )
    return pl.DataFrame(rows, schema=RAW_SCHEMA, strict=False)


@pytest.mark.parametrize("indicator", KINDS, ids=lambda one: one.id)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_nothing_small_is_shown_and_nothing_hidden_leaves(indicator: Indicator, data: st.DataObject) -> None:
    raw = data.draw(raw_cells(indicator))
    cells = protect(raw, indicator, "region")
    hidden, seen = cells.filter(pl.col("flag") == "suppressed"), cells.filter(pl.col("flag") == "ok")
    assert cells.height == raw.height == hidden.height + seen.height
    assert hidden.select(FIGURES).null_count().row(0) == (hidden.height,) * len(FIGURES)
    counts = seen["n_shown"].drop_nulls().to_list()
    if indicator.measure == "share":
        counts += seen["numerator"].to_list() + seen["denominator"].to_list()
        assert (seen["numerator"] <= seen["denominator"]).all()
    assert [count for count in counts if count < 5] == []


@pytest.mark.parametrize("indicator", KINDS, ids=lambda one: one.id)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_the_order_of_cells_changes_no_figure(indicator: Indicator, data: st.DataObject) -> None:
    raw = data.draw(raw_cells(indicator))
    forwards = protect(raw, indicator, "region").sort("group")
    backwards = protect(raw.reverse(), indicator, "region").sort("group")
    assert_frame_equal(forwards, backwards, check_exact=True)


@pytest.mark.parametrize("indicator", KINDS, ids=lambda one: one.id)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_figures_lie_where_figures_can(indicator: Indicator, data: st.DataObject) -> None:
    seen = protect(data.draw(raw_cells(indicator)), indicator, "region").filter(pl.col("flag") == "ok")
    if indicator.unit == "share" and not indicator.divides_money:
        assert seen["value"].is_between(0, 1).all()
    if indicator.bounds is not None:
        assert seen["value"].is_between(*indicator.bounds).all()
    assert (seen["low"] <= seen["value"]).fill_null(True).all()
    assert (seen["value"] <= seen["high"]).fill_null(True).all()


# --- keys ------------------------------------------------------------------------------------------------------

NAMES = st.lists(st.text("0123456789abcdef", min_size=4, max_size=10), min_size=1, max_size=40, unique=True)


@given(NAMES, st.randoms())
def test_the_same_persons_get_the_same_number_in_any_table(persons: list[str], chance: Any) -> None:
    zone_key = bytes(32)
    there = persons.copy()
    chance.shuffle(there)
    changes = [
        noise(np.array([len(names)]), np.array([cell_key(record_key(zone_key, name) for name in names)]))[0]
        for names in (persons, there)
    ]
    assert changes[0] == changes[1]


@given(NAMES)
def test_record_keys_are_one_per_person_and_fit_in_32_bits(persons: list[str]) -> None:
    table = record_keys(bytes(32), persons + persons)
    assert table["person"].to_list() == sorted(persons)
    assert table["record_key"].is_between(0, KEYS - 1).all()


@given(NAMES)
def test_another_zones_key_makes_other_record_keys(persons: list[str]) -> None:
    ours, theirs = record_keys(bytes(32), persons), record_keys(b"x" * 32, persons)
    assert (ours["record_key"] != theirs["record_key"]).all()


# --- the perturbation table ------------------------------------------------------------------------------------


@given(st.integers(0, 10_000), KEY)
def test_a_change_is_at_most_d_and_never_below_zero_persons(count: int, key: int) -> None:
    [change] = noise(np.array([count]), np.array([key]))
    assert -min(count, D) <= change <= D


@pytest.mark.parametrize("count", range(8))
def test_changes_cancel_out_on_average(count: int) -> None:
    changes = np.arange(-min(count, D), D + 1)
    assert np.dot(probabilities(count), changes) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 100])
def test_changes_have_variance_v_from_four_and_at_most_v_below(count: int) -> None:
    changes = np.arange(-min(count, D), D + 1)
    variance = np.dot(probabilities(count), changes**2)
    assert variance == pytest.approx(V, abs=1e-9) if count >= 4 else 0 < variance <= V + 1e-9


def test_no_other_noise_with_the_same_mean_and_variance_has_more_entropy() -> None:
    best = np.array(probabilities(100))
    changes = np.arange(-D, D + 1)
    moments = np.stack([np.ones(7), changes, changes**2])
    # A step that keeps the total, the mean and the variance; three rows leave four free directions.
    free = np.linalg.svd(moments)[2][3:]
    for direction in [*free, free.sum(axis=0)]:
        for step in (-1e-3, 1e-3):
            other = best + step * direction
            assert -(other * np.log(other)).sum() < -(best * np.log(best)).sum()


def test_the_thresholds_are_the_same_on_every_machine() -> None:
    assert thresholds(100) == (160451388, 641092588, 1569428294, 2725539001, 3653874707, 4134515907)
    assert thresholds(1) == (1972927587, 3093029288, 3728955030, 4089994276)
    assert thresholds(2) == (720025497, 1722127266, 2770021977, 3593345733, 4079385707)
