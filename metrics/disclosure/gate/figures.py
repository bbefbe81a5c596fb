"""Every count that a release tells something about, with the truth and what an attacker can see of it.

A count is a denominator (persons or things) or the numerator of a share. Counts that the definitions say are of the
same persons, in any table, are one unknown; so is a count whose figures were the same in an earlier release.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from metrics import periods
from metrics.disclosure.classes import MEAN_FROM, RULES, THRESHOLD
from metrics.disclosure.perturbation import Strength
from metrics.indicator import Definition, Organisation

CELL = ("breakdown", "group", "rater", "domain", "period_start", "grain")
FIGURES = ("numerator", "denominator", "value", "n_shown", "flag")
NOT_COUNTED = ("share_of_joint", "ratio_of_amounts", "result", "exact")
"""Measures that count no person of the zone: ledger amounts, the register, surveys already published."""

HIDDEN_BELOW = {"mean": MEAN_FROM, "amount_per_person": MEAN_FROM}
"""Measures whose hidden rows say that the shown persons were fewer; of a share other reasons are as possible."""

SAME_CELL = ("indicator", "breakdown", "group", "period_start", "grain", "release")

COUNTS: dict[str, pl.DataType] = {
    "indicator": pl.String(),
    "family": pl.String(),
    "breakdown": pl.String(),
    "group": pl.String(),
    "among": pl.String(),
    "category": pl.String(),
    "period_start": pl.Date(),
    "period_end": pl.Date(),
    "grain": pl.String(),
    "side": pl.String(),
    "release": pl.Int32(),
    "true": pl.Float64(),
    "key": pl.Int64(),
    "shown": pl.Float64(),
    "lo": pl.Float64(),
    "hi": pl.Float64(),
    "step": pl.Float64(),
    "unknown": pl.Int64(),
}

HALF = 0.5  # a numerator of half-done things is made whole before it is changed


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one indicator or distribution holds: the raw cells, and what the release would show of them.

    In      source  what it is counted from: the tables of one source and rater are an attribute family
            sums    of a distribution, the categories that are several others together
    """

    definition: Definition
    organisation: Organisation
    source: str
    raw: pl.DataFrame
    protected: pl.DataFrame
    sums: Mapping[str, Sequence[str]] = field(default_factory=dict)


def counts(parts: Sequence[Part], earlier: Sequence[pl.DataFrame], strength: Strength) -> pl.DataFrame:
    """One row per count: what it is, `true` (null in an earlier release), `shown` (null where hidden), `lo`, `hi`.

    In      earlier  the cells of earlier releases, oldest first
    Out     indicator, family, breakdown, group, among (what a category's cell is counted among), category (null of
            other tables), period_start, period_end, grain, side ("d", "n"), release (0 the one being made, 1 the
            oldest) | true, key, shown, lo, hi, step (what it is a multiple of), unknown (counts that are one have one)
    """
    told = [_told(part, strength, 0, part.protected, part.raw) for part in parts]
    for number, cells in enumerate(earlier, start=1):
        for part in parts:
            if (changed := _changed(part, cells)).height:
                told.append(_told(part, strength, number, changed, None))
    if not told:
        return pl.DataFrame(schema=COUNTS)
    rows = pl.concat(told).with_columns(row=pl.int_range(pl.len()))
    # The same number of persons with the same key are the same persons: tables of them are no new information.
    same = ("breakdown", "among", "period_end", "true", "key")
    below = pl.col("side") == "d"
    today = below & (pl.col("release") == 0)
    first = pl.when(today).then(pl.col("row").min().over(*same, today)).otherwise("row")
    rows = rows.with_columns(first=first)
    # Those that are the same today and were told alike in an earlier release were the same in that.
    now = rows.filter(today).select(*SAME_CELL[:-1], now="first")
    rows = rows.join(now, on=SAME_CELL[:-1], how="left", maintain_order="left")
    alike = pl.col("row").min().over("release", "now", "shown", below)
    joined = rows.with_columns(
        unknown=pl.when(below & ~today & pl.col("now").is_not_null()).then(alike).otherwise("first")
    )
    numbered = _few_above(joined.with_columns(unknown=pl.col("unknown").rank("dense").cast(pl.Int64) - 1), strength)
    tightest = numbered.with_columns(pl.col("lo").max().over("unknown"), pl.col("hi").min().over("unknown"))
    return tightest.select(pl.col(name).cast(dtype) for name, dtype in COUNTS.items())


def _few_above(rows: pl.DataFrame, strength: Strength) -> pl.DataFrame:
    """`rows` where a hidden numerator is known to be few, since another table shows that its denominator is not."""
    known = rows.with_columns(below=pl.col("shown").max().over("unknown")).filter(side="d")
    rows = rows.join(known.select(*SAME_CELL, "below"), on=SAME_CELL, how="left")
    enough = (pl.col("side") == "n") & pl.col("shown").is_null() & (pl.col("below") >= pl.col("least_below"))
    return rows.with_columns(hi=pl.when(enough).then(THRESHOLD - 1.0 + strength.d + HALF).otherwise("hi"))


def _changed(part: Part, cells: pl.DataFrame) -> pl.DataFrame:
    """The cells of an earlier release that say something else than today's do."""
    own = cells.filter(indicator_id=part.definition.id, organisation=part.organisation)
    return own.join(part.protected, on=[*CELL, *FIGURES], how="anti", nulls_equal=True)


def _told(
    part: Part, strength: Strength, release: int, protected: pl.DataFrame, raw: pl.DataFrame | None
) -> pl.DataFrame:
    """The counts that one indicator's cells tell of, a row for each side."""
    shown = protected.select(*CELL, *FIGURES).filter(pl.col("flag").is_in(["ok", "suppressed"]))
    if raw is None:
        cells = shown.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in _TRUE.items())
    else:
        # Of a figure put together from parts, the largest is the whole, and the one whose count is shown.
        wholes = raw.sort("denominator", descending=True, maintain_order=True).unique(CELL, keep="first")
        truth = wholes.select(*CELL, *(pl.col(name).cast(_TRUE[alias]).alias(alias) for name, alias in _RAW.items()))
        cells = shown.join(truth, on=CELL, nulls_equal=True, maintain_order="left")
    measures = {breakdown: part.definition.measure_of(breakdown) for breakdown in part.definition.breakdowns}
    # A category's cell is told apart by whose rating of what it is; all categories of one are among the same.
    among = pl.concat_str(pl.col("rater"), pl.col("domain").fill_null(0), separator="/")
    is_category = pl.col("breakdown") == "category"
    cells = cells.with_columns(
        indicator=pl.lit(part.definition.id),
        family=pl.concat_str(pl.lit(part.source), "rater", separator=" ").str.strip_chars(),
        measure=pl.col("breakdown").replace_strict(measures),
        group=pl.when(is_category).then(pl.concat_str(among, "group", separator="/")).otherwise("group"),
        among=pl.when(is_category).then(among).otherwise("group"),
        category=pl.when(is_category).then("group"),
        release=pl.lit(release),
        period_end=_ends(cells),
    ).filter(~pl.col("measure").is_in(NOT_COUNTED))
    d, rule = strength.d, RULES[part.definition.disclosure]
    below = cells.with_columns(
        side=pl.lit("d"), true=pl.col("true_d"), key=pl.col("key_d"), shown=pl.col("denominator"),
        # Of a share the numerator alone may be why the row is hidden; of the rest the persons are.
        hidden_hi=pl.col("measure").replace_strict(HIDDEN_BELOW, default=None, return_dtype=pl.Float64) - 1 + d,
        slack=pl.lit(0.0), least_below=pl.lit(None, pl.Int64),
    )  # fmt: skip
    halves, hides_more = _has_halves(part), rule.both_sides or _has_things(part)
    above = cells.filter(pl.col("measure") == "share").with_columns(
        side=pl.lit("n"), true=pl.col("true_n"), key=pl.col("key_n"), shown=pl.col("numerator"),
        hidden_hi=pl.lit(None, pl.Float64) if hides_more
        else pl.lit(float(max(THRESHOLD, rule.denominator) - 1 + d)),
        slack=pl.lit(HALF if halves else 0.0),
        least_below=pl.lit(None, pl.Int64) if hides_more else pl.lit(rule.denominator, pl.Int64),
    )  # fmt: skip
    both = pl.concat([below, above])
    return both.select(
        "indicator", "family", "breakdown", "group", "among", "category", "period_start", "period_end", "grain", "side",
        "release", "true", "key", "shown", "least_below",
        step=1.0 - pl.col("slack"),
        lo=pl.when(pl.col("shown").is_null()).then(0.0).otherwise((pl.col("shown") - d - pl.col("slack")).clip(0)),
        hi=pl.when(pl.col("shown").is_null()).then("hidden_hi").otherwise(pl.col("shown") + d) + pl.col("slack"),
    )  # fmt: skip


_RAW = {
    "numerator": "true_n", "denominator": "true_d", "numerator_key": "key_n", "denominator_key": "key_d",
}  # fmt: skip
_TRUE = {"true_n": pl.Float64, "true_d": pl.Float64, "key_n": pl.Int64, "key_d": pl.Int64}


def _has_halves(part: Part) -> bool:
    numerators = part.raw["numerator"]
    return bool((numerators.round() != numerators).any())


def _has_things(part: Part) -> bool:
    """Whether plans or the like are counted, several per person: then few persons too can hide a row."""
    return bool((part.raw["persons"] != part.raw["denominator"]).any())


def _ends(cells: pl.DataFrame) -> pl.Series:
    known = {
        (start, grain): periods.end(periods.index(start, grain), grain)
        for start, grain in cells.select("period_start", "grain").unique().iter_rows()
    }
    rows = cells.select("period_start", "grain").iter_rows()
    return pl.Series([known[row] for row in rows], dtype=pl.Date)
