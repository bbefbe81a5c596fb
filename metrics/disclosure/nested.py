"""Counts that are nearly another's are shown as that other's: the few between them would else be told by the two.

Rule    where persons counted by one indicator are among those of another and fewer than five are outside, both are
        shown as the whole; so seen, the same number twice tells of nought to four, as a hidden count does
"""

from __future__ import annotations

import polars as pl

from metrics.disclosure.classes import THRESHOLD
from metrics.disclosure.parts import CELL

NEARLY: tuple[tuple[str, str], ...] = (("U2", "U1"),)
"""Means and the mean whose persons theirs are among: those with a need, among those who were asked."""

_COUNTED = ("denominator", "persons", "denominator_key")


def as_the_whole(raw: pl.DataFrame, whole: pl.DataFrame) -> pl.DataFrame:
    """The raw cells of a mean, with the whole's persons where fewer than five of those are not in it.

    Rule    the mean itself is what it was: its sum is of as many persons as it is now divided by
    """
    names = {name: f"{name}_whole" for name in _COUNTED}
    both = raw.join(
        whole.select(*CELL, *_COUNTED).rename(names), on=CELL, how="left", nulls_equal=True, maintain_order="left"
    )
    outside = pl.col("denominator_whole") - pl.col("denominator")
    near = outside.is_between(1, THRESHOLD - 1) & (pl.col("denominator") > 0)
    scaled = pl.col("numerator") * pl.col("denominator_whole") / pl.col("denominator")
    return both.with_columns(
        numerator=pl.when(near).then(scaled).otherwise("numerator"),
        **{name: pl.when(near).then(names[name]).otherwise(name) for name in _COUNTED},
    ).select(raw.columns)
