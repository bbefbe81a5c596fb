"""The mechanics of the cell key method against `cell-key-perturbation`, the package of the UK's statistics office.

Both are given the same microdata, the same record keys and the same table of changes; they must show the same counts.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # the package takes nothing else
import polars as pl
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table

from metrics.calculate import RAW_SCHEMA
from metrics.catalogue import by_id
from metrics.disclosure import protect
from metrics.disclosure.cell_key import KEYS, cell_key
from metrics.disclosure.perturbation import noise

KEYS_THERE = 256  # the package's table has one row per key: ours is read at 256 evenly spaced keys
STEP = KEYS // KEYS_THERE


@pytest.fixture(scope="module")
def microdata() -> pd.DataFrame:
    """2,000 persons in 60 groups, of very different size."""
    chance = np.random.default_rng(20251231)
    group = np.minimum(chance.geometric(0.06, 2000), 60)
    return pd.DataFrame({"group": [f"g{number:02}" for number in group], "key": chance.integers(0, KEYS_THERE, 2000)})


@pytest.fixture(scope="module")
def table_of_changes() -> pd.DataFrame:
    """Our changes in the package's shape: one row per count (1-750) and key."""
    counts, keys = np.meshgrid(np.arange(1, 751), np.arange(KEYS_THERE), indexing="ij")
    changes = noise(counts.ravel(), keys.ravel() * STEP)
    return pd.DataFrame({"pcv": counts.ravel(), "ckey": keys.ravel(), "pvalue": changes})


@pytest.fixture(scope="module")
def theirs(microdata: pd.DataFrame, table_of_changes: pd.DataFrame) -> pd.DataFrame:
    """The package's table, with nothing hidden."""
    made = create_perturbed_table(
        data=microdata, ptable=table_of_changes, geog=[], tab_vars=["group"], record_key="key",
        use_existing_ons_id=False, threshold=0,
    )  # fmt: skip
    return made.set_index("group")


def ours(microdata: pd.DataFrame) -> dict[str, float | None]:
    """The shown count of persons per group, None where hidden, as the denominator of an amount per person."""
    rows = [
        {
            "breakdown": "unit",
            "group": str(group),
            "rater": "",
            "period_start": date(2024, 1, 1),
            "grain": "quarter",
            "numerator": 1.0,
            "denominator": len(keys),
            "persons": len(keys),
            "denominator_key": cell_key(int(key) * STEP for key in keys),
        }
        for group, keys in microdata.groupby("group")["key"]
    ]
    raw = pl.DataFrame(rows, schema=RAW_SCHEMA, strict=False)
    return dict(protect(raw, by_id("R1"), "region").select("group", "denominator").rows())


def test_every_shown_count_is_the_packages(microdata: pd.DataFrame, theirs: pd.DataFrame) -> None:
    shown = {group: count for group, count in ours(microdata).items() if count is not None}
    assert len(shown) > 20
    assert shown == {group: theirs.loc[group, "count"] for group in shown}


def test_every_hidden_count_is_below_the_threshold_there_too(microdata: pd.DataFrame, theirs: pd.DataFrame) -> None:
    hidden = [group for group, count in ours(microdata).items() if count is None]
    assert len(hidden) > 10
    assert [group for group in hidden if theirs.loc[group, "count"] >= 10] == []


def test_cell_keys_are_summed_alike(microdata: pd.DataFrame, theirs: pd.DataFrame) -> None:
    sums = {str(group): cell_key(int(key) * STEP for key in keys) for group, keys in microdata.groupby("group")["key"]}
    assert sums == {group: int(key) * STEP for group, key in theirs["ckey"].items()}
