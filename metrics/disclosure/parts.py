"""Figures put together from several protected counts: a median from bins, a gap from the shares of domains.

In      raw cells with one row per part: the bins a plan waits in (a median), the domains of need (a gap, and the
        dimensions it is between); the part "" is the whole, where there is one
Out     one row per cell, as `metrics.disclosure.classes` gives
Rule    every part is protected as a figure of its own before anything is made of it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from metrics.disclosure.classes import THRESHOLD, changed, method_of, shares
from metrics.disclosure.perturbation import STANDARD, Strength
from metrics.indicator import Definition
from metrics.needs_profile import DIMENSIONS

CELL = ("breakdown", "group", "rater", "domain", "period_start", "grain")
MEDIAN_FROM = 20  # plans behind a median
DAYS = 5  # a median is told to the nearest five days


def medians(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """The day on which half had happened, by the life table of the bins; never a day that stands in a row.

    Rule    from twenty, with five persons on each side. Within its bin the median is placed as if what happened there
            were spread evenly, and told to the nearest five days. Where half has not happened in the time that could
            be seen the median is not reached: null, and neither hidden nor the longest wait
    """
    shown = changed(changed(raw, "numerator", "numerator_key", strength), "denominator", "denominator_key", strength)
    shown = shown.with_columns(
        changed(raw, "persons", "denominator_key", strength)["persons"],
        changed(raw, "numerator_persons", "numerator_key", strength)["numerator_persons"],
        end=pl.col("part").cast(pl.Int64, strict=False),
    )
    found = [
        {**dict(zip(CELL, key, strict=True)), **_median(bins.sort("end"))}
        for key, bins in shown.group_by(CELL, maintain_order=True)
    ]
    return _rows(raw, found, f"{method_of(strength)} {indicator.disclosure} median")


def gaps(raw: pl.DataFrame, indicator: Definition, strength: Strength = STANDARD) -> pl.DataFrame:
    """How far the dimension where most needs are met lies above that where fewest are; and each dimension by itself.

    Rule    a dimension is the mean of its domains' shares, each weighing the same, of those that may be shown; it is
            hidden where fewer than half of them may, and the gap where any dimension is
    """
    domains = shares(raw, indicator, strength)
    found = [
        {**dict(zip(CELL, key, strict=True)), **_gap(str(key[1]), parts)}
        for key, parts in domains.group_by(CELL, maintain_order=True)
    ]
    return _rows(raw, found, f"{method_of(strength)} {indicator.disclosure} gap")


def _median(bins: pl.DataFrame) -> Mapping[str, object]:
    followed, persons = (max(bins[name].fill_null(0).to_list()) for name in ("denominator", "persons"))
    figures = {"denominator": followed, "value": None, "hidden": True}
    if followed < MEDIAN_FROM or persons < 2 * THRESHOLD:
        return figures
    start, waiting, happened = 0, 1.0, 0
    for end, before, now, persons, came in bins.select(
        "end", "denominator", "numerator", "persons", "numerator_persons"
    ).iter_rows():
        left = waiting * (1 - min(now / before, 1.0)) if before > 0 else waiting
        happened += came
        if left <= 0.5 < waiting:
            day = start + (end - start) * (waiting - 0.5) / (waiting - left)
            few = min(happened, persons) < THRESHOLD
            return {**figures, "value": float(DAYS * round(day / DAYS)), "hidden": few}
        start, waiting = end, left
    return {**figures, "hidden": False}


def _gap(group: str, parts: pl.DataFrame) -> Mapping[str, object]:
    whole = parts.filter(part="")["denominator"].fill_null(0).to_list()
    seen = parts.filter((pl.col("part") != "") & ~pl.col("hidden"))
    met = dict(seen.select("part", "value").iter_rows())
    wanted = DIMENSIONS if group == "" else {group: DIMENSIONS[group]}
    means = [
        _mean([met[str(domain)] for domain in domains if str(domain) in met], domains) for domains in wanted.values()
    ]
    known = [mean for mean in means if mean is not None]
    hidden = len(known) < len(wanted)
    value = None if hidden else max(known) - min(known) if group == "" else known[0]
    return {"denominator": max(whole, default=0), "value": value, "hidden": hidden}


def _mean(shown: Sequence[float], domains: Sequence[int]) -> float | None:
    return float(np.mean(shown)) if 2 * len(shown) >= len(domains) else None


def _rows(raw: pl.DataFrame, found: Sequence[Mapping[str, object]], method: str) -> pl.DataFrame:
    nothing = pl.lit(None, pl.Float64)
    schema = {name: raw.schema[name] for name in CELL}
    rows = pl.DataFrame(found, schema={**schema, "denominator": pl.Float64, "value": pl.Float64, "hidden": pl.Boolean})
    return rows.with_columns(
        numerator=nothing,
        low=nothing,
        high=nothing,
        method=pl.lit(method),
        persons=nothing,
        numerator_persons=nothing,
        denominator_key=nothing,
        numerator_key=nothing,
        part=pl.lit(""),
    )
