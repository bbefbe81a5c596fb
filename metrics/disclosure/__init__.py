"""Protection: from true figures inside a zone to figures that may be published."""

from __future__ import annotations

import polars as pl

from metrics.disclosure.cell_key import record_key, record_keys
from metrics.disclosure.classes import METHOD, method_of
from metrics.disclosure.measures import PROTECTIONS
from metrics.disclosure.parts import CELL
from metrics.disclosure.perturbation import STANDARD, STRONGER, Strength
from metrics.indicator import PARTED, Definition, Measure, Organisation

__all__ = [
    "METHOD",
    "PROTECTED_SCHEMA",
    "STANDARD",
    "STRONGER",
    "Strength",
    "method_of",
    "protect",
    "record_key",
    "record_keys",
]

PROTECTED_SCHEMA: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "definition_version": pl.Int32(),
    "organisation": pl.String(),
    "breakdown": pl.String(),
    "group": pl.String(),
    "rater": pl.String(),
    "domain": pl.Int32(),
    "period_start": pl.Date(),
    "grain": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "low": pl.Float64(),
    "high": pl.Float64(),
    "n_shown": pl.Int64(),
    "flag": pl.String(),
    "method": pl.String(),
}
"""The protected cell as a release holds it, before the release has a name."""

_FIGURES = ("numerator", "denominator", "value", "low", "high", "n_shown")


def protect(
    raw: pl.DataFrame, indicator: Definition, organisation: Organisation, strength: Strength = STANDARD
) -> pl.DataFrame:
    """What may leave the zone of an indicator's raw cells, row by row (`PROTECTED_SCHEMA`).

    Rule    a hidden row holds no figure at all, and nothing in a row tells a true count
            flag ok | suppressed (too few to show, true zeros too) | no_data (nothing to count from) | not_reached (a
            median that has not come yet: half still wait)
    """
    parts = []
    for (breakdown,), cells in raw.group_by("breakdown", maintain_order=True):
        measure = indicator.measure_of(breakdown)
        shown = PROTECTIONS[measure](cells, indicator, strength)
        counted = pl.lit(None) if indicator.divides_money else pl.col("denominator")
        first = cells.unique(CELL, keep="first", maintain_order=True) if measure in PARTED else cells
        parts.append(_flagged(shown.with_columns(n_shown=counted), first["numerator"].is_null(), measure))
    if not parts:
        return pl.DataFrame(schema=PROTECTED_SCHEMA)
    named = pl.concat(parts).with_columns(
        indicator_id=pl.lit(indicator.id),
        definition_version=pl.lit(indicator.version),
        organisation=pl.lit(organisation),
    )
    return named.select(pl.col(name).cast(dtype) for name, dtype in PROTECTED_SCHEMA.items())


def _flagged(shown: pl.DataFrame, missing: pl.Series, measure: Measure) -> pl.DataFrame:
    """`shown` with its flag, and without any figure where the flag is not "ok"."""
    hidden = pl.when(missing).then(pl.lit("no_data")).when("hidden").then(pl.lit("suppressed"))
    not_reached = pl.col("value").is_null() & pl.lit(measure == "median")
    flag = hidden.when(not_reached).then(pl.lit("not_reached")).otherwise(pl.lit("ok"))
    figures = shown.with_columns(flag=flag).with_columns(
        pl.when(pl.col("flag") == "ok").then(pl.col(_FIGURES).cast(pl.Float64))
    )
    return figures.drop("part", "persons", "numerator_persons", "denominator_key", "numerator_key", "hidden")
