"""The arithmetic that every measure's figures must satisfy before a bundle is believed: made again, or refused."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from metrics.catalogue import by_id, catalogue
from pipelines.bundle_figures import ARITHMETIC
from pipelines.published import CELL_SCHEMA
from tests.zones import a_cell

MEAN = {"indicator_id": "U1", "numerator": None, "low": None, "high": None, "denominator": 40.0, "value": 3.5}
PER_PERSON = {"indicator_id": "R1", "numerator": 2_000_000.0, "denominator": 40.0, "low": None, "high": None}
OWN = {"indicator_id": "R2", "value": None, "denominator": None, "low": None, "high": None, "n_shown": None}
RESULT = {"indicator_id": "L2", "numerator": 25.0, "denominator": 40.0, "value": 74.5, "low": None, "high": None}

POSSIBLE: dict[str, dict[str, Any]] = {
    "a share": {},
    "a share without limits": {"low": None, "high": None},
    "a mean": MEAN,
    "an amount per person": PER_PERSON | {"value": 50_000.0},
    "an own amount": OWN | {"numerator": 1_000_000.0},
    "a survey's index": RESULT,
    "a survey's index, not known of how many asked": RESULT | {"denominator": None, "n_shown": None},
    "a survey's share with its interval": {"indicator_id": "U7", "numerator": 60.0, "denominator": 90.0, "value": 0.75},
}
IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "a share that is not its counts divided": {"value": 0.76},
    "a share of nothing": {"denominator": 0.0, "value": 0.75},
    "a share whose counts are hidden": {"numerator": None, "value": 0.75},
    "a share with one limit": {"low": None},
    "a mean above what one person can add": MEAN | {"value": 23.0},
    "a mean with a sum beside it": MEAN | {"numerator": 140.0, "value": 3.5},
    "a mean of nobody": MEAN | {"denominator": None, "value": 3.5},
    "an amount per person that is not divided": PER_PERSON | {"value": 50_001.0},
    "an own amount with a number of persons": OWN | {"numerator": 1_000_000.0, "n_shown": 12},
    "a result of nine answers": RESULT | {"numerator": 9.0, "value": 74.5},
    "a result with more answers than asked": RESULT | {"numerator": 41.0, "value": 74.5},
    "an index above a hundred": RESULT | {"value": 100.1},
    "a survey's share in per cent": {"indicator_id": "U7", "value": 75.0, "low": None, "high": None},
    "an own amount that is divided already": OWN | {"numerator": 1_000_000.0, "value": 0.5},
}


def is_impossible(changes: dict[str, Any]) -> bool:
    cell = a_cell() | changes
    rule = ARITHMETIC[by_id(cell["indicator_id"]).measure].impossible(by_id(cell["indicator_id"]))
    [found] = pl.DataFrame([cell], schema=CELL_SCHEMA, orient="row").select(rule.fill_null(True)).to_series()
    return bool(found)


@pytest.mark.parametrize("what", POSSIBLE)
def test_a_figure_its_measure_can_give_is_believed(what: str) -> None:
    assert not is_impossible(POSSIBLE[what])


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_a_figure_its_measure_cannot_give_is_not(what: str) -> None:
    assert is_impossible(IMPOSSIBLE[what])


def test_every_measure_of_the_catalogue_has_its_arithmetic() -> None:
    crossing = [indicator for indicator in catalogue() if not indicator.of_register]
    measures = {indicator.measure_of(breakdown) for indicator in crossing for breakdown in indicator.breakdowns}
    assert measures - set(ARITHMETIC) == set()
