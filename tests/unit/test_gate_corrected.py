"""A release after a correction: the gate raises no false alarm, and both releases together settle nothing."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from metrics.calculate import RAW_SCHEMA
from metrics.disclosure import STANDARD, protect, record_key
from metrics.disclosure.gate import Part, Report, attack
from metrics.disclosure.gate.bounds import EXACT, InfeasibleError, bounds
from metrics.disclosure.gate.report import Finding
from metrics.disclosure.gate.situation import situation
from tests.builders import an_indicator

PLANS = an_indicator(breakdowns={"all": "year", "unit": "year"})
KEY = b"a zone's key of thirty-two bytes"
UNITS, YEARS, PERSONS = ("a", "b", "c", "d", "e"), range(2016, 2026), 400

Plans = pl.DataFrame
"""One row per person and year: unit, and whether the plan was followed up."""


def some_plans(seed: int, persons: range = range(PERSONS)) -> Plans:
    """Persons with a plan in about six years of ten, at one unit a year."""
    chance = np.random.default_rng(seed)
    rows = [
        {
            "person": f"r{person:010x}",
            "year": year,
            "unit": UNITS[(person + year // 4) % 5],
            "done": chance.random() < 0.6,
        }
        for person in persons
        for year in YEARS
        if chance.random() < 0.6
    ]
    return pl.DataFrame(rows)


def counted(plans: Plans) -> pl.DataFrame:
    """The raw cells of the plans, by unit and for all, with the cell keys of the persons behind them."""
    keys = {person: record_key(KEY, person) for person in plans["person"].unique()}
    keyed = plans.with_columns(key=pl.col("person").replace_strict(keys, return_dtype=pl.Int64))
    both = pl.concat(
        [
            keyed.with_columns(breakdown=pl.lit("unit"), group="unit"),
            keyed.with_columns(breakdown=pl.lit("all"), group=pl.lit("")),
        ]
    )
    cells = both.group_by("breakdown", "group", "year").agg(
        denominator=pl.len(), numerator=pl.col("done").sum(),
        denominator_key=pl.col("key").sum() % 2**32, numerator_key=pl.col("key").filter("done").sum() % 2**32,
    )  # fmt: skip
    rows = cells.with_columns(
        period_start=pl.date("year", 1, 1), grain=pl.lit("year"), part=pl.lit(""), rater=pl.lit(""),
        domain=pl.lit(None), persons="denominator", numerator_persons="numerator",
    )  # fmt: skip
    return rows.select(pl.col(name).cast(kind) for name, kind in RAW_SCHEMA.items()).sort(
        "breakdown", "group", "period_start"
    )


def released(plans: Plans) -> Part:
    """The plans as they would be released."""
    raw = counted(plans)
    protected = protect(raw, PLANS, "region")
    return Part(definition=PLANS, organisation="region", source="sip_plans", raw=raw, protected=protected)


def finding(report: Report, name: str) -> Finding:
    return next(each for each in report.findings if each.attack == name)


def corrected(plans: Plans, seed: int, taken: int, added: int) -> Plans:
    """The plans without some persons, and with some others."""
    gone = np.random.default_rng(seed).choice(PERSONS, taken, replace=False)
    left = plans.filter(~pl.col("person").is_in([f"r{person:010x}" for person in gone]))
    return pl.concat([left, some_plans(seed + 100, range(PERSONS, PERSONS + added))]) if added else left


@pytest.mark.parametrize(
    ("seed", "taken", "added"), [(1, 6, 0), (2, 0, 6), (3, 8, 5), (4, 1, 0), (5, 0, 1), (6, 40, 40)]
)
def test_a_correction_passes_and_both_releases_together_settle_nothing(seed: int, taken: int, added: int) -> None:
    plans = some_plans(seed)
    before, now = released(plans), released(corrected(plans, seed, taken, added))
    report = attack([now], [before.protected])
    assert [each.attack for each in report.findings if not each.passed] == []
    alone = attack([now])
    # The earlier release's counts and the differences to them are tried as well: the attack is not on this one alone.
    assert finding(report, "bounds").tried > finding(alone, "bounds").tried + 50


@pytest.mark.parametrize("seed", range(10, 16))
def test_what_the_zone_no_longer_knows_of_an_earlier_release_is_not_settled_either(seed: int) -> None:
    plans = some_plans(seed)
    before, now = released(plans), released(corrected(plans, seed, taken=6, added=3))
    assert rightly_settled(now, before, exactly=False) == 0
    assert rightly_settled(now, before, exactly=True) > 10  # the same question, of an earlier release without noise


def rightly_settled(now: Part, before: Part, *, exactly: bool) -> int:
    """How many counts and differences of both releases are settled, and as they were in truth.

    In      exactly  whether the attacker knows the earlier release's counts as they were
    """
    there = situation([now], [before.protected], STANDARD)
    sides = {"d": "denominator", "n": "numerator"}
    then = pl.concat(
        before.raw.select("breakdown", "group", "period_start", side=pl.lit(side), was=column)
        for side, column in sides.items()
    )
    earlier = there.counts.filter(release=1).join(then, on=["breakdown", "group", "period_start", "side"])
    at, was = earlier["unknown"].to_numpy(), earlier["was"].to_numpy()
    true, lo, hi = there.true.copy(), there.lo.copy(), there.hi.copy()
    true[at] = was
    if exactly:
        lo[at] = hi[at] = was
    try:
        seen = bounds(there.known, lo, hi)
    except InfeasibleError:  # what is shown alike was not alike, and the attacker knows it
        return 0
    truth = there.known.targets @ true
    found = seen.found() & (truth > seen.least - EXACT) & (truth < seen.most + EXACT)
    return int(found.sum())


def test_four_corrections_in_a_year_settle_nothing_together() -> None:
    plans, earlier = some_plans(8), list[pl.DataFrame]()
    for quarter in range(4):
        earlier.append(released(plans).protected)
        plans = corrected(plans, 20 + quarter, 5, 0)
    report = attack([released(plans)], earlier)
    assert report.releases == 4
    assert [each.attack for each in report.findings if not each.passed] == []
