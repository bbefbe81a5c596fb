"""Persons of one mean among those of another: the few between them are not told by the two counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.calculate import RAW_SCHEMA
from metrics.disclosure import protect
from metrics.disclosure.gate import Part, attack
from metrics.disclosure.nested import as_the_whole
from metrics.disclosure.perturbation import thresholds
from metrics.indicator import Indicator
from tests.builders import an_indicator

TABLES: Any = {"all": "year", "unit": "year"}
ASKED = an_indicator(id="U1", measure="mean", disclosure="person", unit="per_person", bounds=(0, 22), breakdowns=TABLES)
IN_NEED = an_indicator(id="U2", measure="mean", disclosure="person", unit="share", bounds=(0, 1), breakdowns=TABLES)
UP, DOWN, UNCHANGED = 2**32 - 1, 0, thresholds(100)[3] - 1


def means(persons: Mapping[str, tuple[int, int]], mean: float = 0.5) -> pl.DataFrame:
    """Raw cells of one year: how many persons each unit and the whole ("") has, and their cell key."""
    rows = [
        {
            "breakdown": "unit" if group else "all", "group": group, "part": "", "rater": "",
            "period_start": date(2025, 1, 1), "grain": "year", "numerator": mean * count, "denominator": count,
            "persons": count, "denominator_key": key,
        }
        for group, (count, key) in persons.items()
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=RAW_SCHEMA, strict=False)


OTHERS = {"a": (50, UNCHANGED), "c": (40, UNCHANGED), "d": (45, UNCHANGED)}
ALL_ASKED = means(OTHERS | {"b": (60, UP), "": (195, DOWN)}, mean=4.0)
WITH_NEED = means(OTHERS | {"b": (58, DOWN), "": (193, UP)})
"""Two of unit b have no need: shown 63 and 55 there, 192 and 196 in all, they are two and nothing else."""


def a_part(indicator: Indicator, raw: pl.DataFrame) -> Part:
    protected = protect(raw, indicator, "region")
    return Part(definition=indicator, organisation="region", source="needs", raw=raw, protected=protected)


def settled(with_need: pl.DataFrame) -> bool:
    report = attack([a_part(ASKED, ALL_ASKED), a_part(IN_NEED, with_need)])
    return not all(finding.passed for finding in report.findings if finding.attack in ("bounds", "insider"))


def test_the_few_between_two_counts_can_be_told_by_them() -> None:
    assert settled(WITH_NEED)


def test_shown_as_one_count_they_cannot() -> None:
    assert not settled(as_the_whole(WITH_NEED, ALL_ASKED))


def test_the_mean_is_what_it_was() -> None:
    before, after = (each.sort("group") for each in (WITH_NEED, as_the_whole(WITH_NEED, ALL_ASKED)))
    assert (after["numerator"] / after["denominator"]).to_list() == pytest.approx(
        (before["numerator"] / before["denominator"]).to_list()
    )
    assert after["denominator"].to_list() == [195, 50, 60, 40, 45]
    assert after["denominator_key"].to_list() == [DOWN, UNCHANGED, UP, UNCHANGED, UNCHANGED]


@pytest.mark.parametrize(("outside", "shown_as"), [(0, 60), (1, 60), (4, 60), (5, 55), (20, 40), (60, 0)])
def test_only_fewer_than_five_are_taken_in(outside: int, shown_as: int) -> None:
    part = means({"": (60 - outside, 7)})
    assert as_the_whole(part, means({"": (60, UP)}))["denominator"].to_list() == [shown_as]


def test_a_cell_the_whole_does_not_have_stays() -> None:
    units = as_the_whole(WITH_NEED, means({"": (195, DOWN)})).filter(breakdown="unit").sort("group")
    assert units["denominator"].to_list() == [50, 58, 40, 45]
