"""From rows about persons to the raw cells of a distribution, for one organisation, inside its zone.

Raw cells are true counts. They are handed to `metrics.disclosure.protect` and to nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from metrics import periods
from metrics.calculate import COUNTS, KEYS, RAW_SCHEMA
from metrics.calendars import Days, calendars, lacks
from metrics.distribution import DOMAINS, Distribution
from metrics.indicator import Organisation, Tables

CELL = ("period_start", "rater", "domain", "group")
_NO_DOMAIN = 0  # a number while counting: rows without a domain must find each other


def count(
    distribution: Distribution,
    organisation: Organisation,
    tables: Mapping[str, Any],
    *,
    data_from: date,
    data_to: date,
    known_from: date | None = None,
    holes: Sequence[Days] = (),
) -> pl.DataFrame:
    """Raw cells, one row per category, rater, domain and period (`RAW_SCHEMA`).

    In      as `metrics.calculate.calculate`
    Rule    every declared cell is there in every whole period: one that nobody is in holds zeros, and is hidden as few
    Fails   RuntimeError where a person has no record key: their presence would go unprotected
    """
    frames: Tables = {name: nw.from_native(frame).lazy() for name, frame in tables.items()}
    calendar = periods.between(data_from, data_to, distribution.grain)
    if not calendar:
        return pl.DataFrame(schema=RAW_SCHEMA)
    within = {**frames, **calendars(frames["record_keys"], calendar, distribution.grain)}
    rows = _rows(distribution, distribution.rows(within, organisation), frames["record_keys"])
    inside, among = (_summed_in_place if distribution.counted == "once" else _by_person)(distribution, rows)
    cells = _every_cell(distribution, inside, among, calendar)
    known, months = known_from or data_from, distribution.lookback_months
    silent = [first for first in calendar if lacks(first, distribution.grain, months, known, holes)]
    if _native(frames[distribution.source].select(rows=nw.len()))["rows"][0] == 0:
        silent = calendar
    cells = cells.with_columns(pl.when(~pl.col("period_start").is_in(silent)).then(pl.col(COUNTS)))
    named = cells.with_columns(
        domain=pl.col("domain").replace(_NO_DOMAIN, None),
        part=pl.lit(""),
        breakdown=pl.lit("category"),
        grain=pl.lit(distribution.grain),
    )
    return named.sort("rater", "domain", "group", "period_start").select(
        pl.col(name).cast(dtype) for name, dtype in RAW_SCHEMA.items()
    )


def _rows(distribution: Distribution, rows: nw.LazyFrame[Any], keys: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The rows with every column that counting needs: CELL, person, record_key, amount, inside."""
    if not distribution.has_domains:
        rows = rows.with_columns(domain=nw.lit(_NO_DOMAIN))
    if len(distribution.raters) == 1:
        rows = rows.with_columns(rater=nw.lit(distribution.raters[0]))
    amount = nw.col("amount") if distribution.counted == "mean" else nw.lit(1)
    inside = nw.col("inside").fill_null(False) if distribution.of == "category" else nw.lit(True)
    rows = rows.with_columns(
        nw.col("domain").cast(nw.Int64()), group=nw.col("category"), amount=amount.cast(nw.Float64()), inside=inside
    )
    keyed = rows.select(*CELL, "person", "amount", "inside").join(keys, on="person", how="left")
    return keyed.with_columns(stranger=nw.col("record_key").is_null())


def _summed_in_place(distribution: Distribution, rows: nw.LazyFrame[Any]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Inside and among, where a row is a person: summed in the rows' own engine, which millions need never leave."""
    one, key = nw.col("inside").cast(nw.Int64()), nw.col("record_key")
    sums = _native(
        rows.with_columns(one=one, inside_key=one * key)
        .group_by(*CELL)
        .agg(
            among=nw.len(),
            inside=nw.col("one").sum(),
            key=key.sum(),
            inside_key=nw.col("inside_key").sum(),
            strangers=nw.col("stranger").cast(nw.Int64()).sum(),
        )
    )
    _all_known(sums["strangers"])
    inside = sums.select(*CELL, counted="inside", persons="inside", key="inside_key")
    among = sums.select(*CELL, counted="among", persons="among", key="key")
    return _added(_with_sums(distribution, inside), CELL), _added(among, _whole(distribution))


def _by_person(distribution: Distribution, rows: nw.LazyFrame[Any]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Inside and among, where a person may have many rows: first what each person adds, and each person once."""
    one = nw.when(nw.col("inside")).then(nw.col("amount")).otherwise(nw.lit(0.0))
    found = _native(
        rows.with_columns(one=one)
        .group_by(*CELL, "person", "record_key")
        .agg(among=nw.col("amount").sum(), inside=nw.col("one").sum())
    )
    _all_known(found["record_key"].is_null())
    inside = _with_sums(distribution, found.filter(pl.col("inside") > 0).with_columns(amount="inside"))
    among = found.with_columns(amount="among")
    return _each_once(distribution, inside, CELL), _each_once(distribution, among, _whole(distribution))


def _each_once(distribution: Distribution, rows: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """By `by`: what the persons add, how many they are and the sum of their keys."""
    persons = rows.group_by(*by, "person", "record_key").agg(counted=pl.col("amount").sum())
    if distribution.counted == "persons" or (distribution.counted == "mean" and "group" not in by):
        persons = persons.with_columns(counted=pl.lit(1.0))
    if distribution.bounds is not None:
        persons = persons.with_columns(pl.col("counted").clip(*distribution.bounds))
    return _added(persons.with_columns(persons=pl.lit(1), key=pl.col("record_key")), by)


def _added(rows: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    return rows.group_by(by).agg(
        counted=pl.col("counted").sum().cast(pl.Float64),
        persons=pl.col("persons").sum(),
        key=pl.col("key").sum() % KEYS,
    )


def _with_sums(distribution: Distribution, rows: pl.DataFrame) -> pl.DataFrame:
    """`rows`, and below them once more those that are part of a category that joins several."""
    joined = [
        rows.filter(pl.col("group").is_in(parts)).with_columns(group=pl.lit(name))
        for name, parts in distribution.sums.items()
    ]
    return pl.concat([rows, *joined])


def _whole(distribution: Distribution) -> tuple[str, ...]:
    """What a count is seen among: all of the same period, rater and domain, or those of the category."""
    return CELL[:-1] if distribution.of == "all" else CELL


def _every_cell(
    distribution: Distribution, inside: pl.DataFrame, among: pl.DataFrame, calendar: list[date]
) -> pl.DataFrame:
    """Every declared cell, with zeros where nobody is; what is in no declared category counts among all and no more."""
    above = inside.select(*CELL, numerator="counted", numerator_persons="persons", numerator_key="key")
    whole = _whole(distribution)
    below = among.select(*whole, "persons", denominator="counted", denominator_key="key")
    # The committee's own target groups are there as far as anybody is in them.
    own = distribution.categories == "target_groups"
    categories = sorted(set(inside["group"]) - {""}) if own else list(distribution.categories)
    grid = pl.DataFrame({"period_start": calendar}, schema={"period_start": pl.Date})
    for name, values in (
        ("rater", pl.Series(distribution.raters)),
        ("domain", pl.Series(DOMAINS if distribution.has_domains else (_NO_DOMAIN,), dtype=pl.Int64)),
        ("group", pl.Series(categories, dtype=pl.String)),
    ):
        grid = grid.join(pl.DataFrame({name: values}), how="cross")
    cells = grid.join(below, on=whole, how="left").join(above, on=CELL, how="left")
    return cells.with_columns(pl.col(COUNTS).fill_null(0))


def _all_known(strangers: pl.Series) -> None:
    if strangers.sum():
        raise RuntimeError("record_keys lacks persons of the source tables")


def _native(rows: nw.LazyFrame[Any]) -> pl.DataFrame:
    frame: pl.DataFrame = rows.collect(backend="polars").to_native()
    return frame
