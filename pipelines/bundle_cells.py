"""What a bundle's rows must satisfy: the published columns, declared tables and periods, each figure once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import polars as pl

from metrics import periods
from metrics.problem import Text
from pipelines.bundle import CELLS_CSV, CELLS_PARQUET, Bundle
from pipelines.bundle_expected import DOMAINS, Expected, in_rows
from pipelines.published import CELL_SCHEMA

FLAGS = ("ok", "suppressed", "structural_zero", "no_data", "not_reached")
RATERS = ("", "user", "staff", "carer")

KEY = ("indicator_id", "breakdown", "group", "rater", "domain", "period_start", "grain")
"""What one figure is known by within a bundle."""

_METHOD = re.compile(r"^[A-Za-z0-9 ,.;:=()+/-]{1,120}$")


def columns(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The cells have the published columns and no other: an extra one could be about a person."""
    for name, frame in ((CELLS_PARQUET, bundle.cells), (CELLS_CSV, bundle.rows_csv)):
        if frame.schema != pl.Schema(CELL_SCHEMA):
            yield Text(
                sv=f"{name} har inte exakt de kolumner och typer som får passera",
                en=f"{name} does not have exactly the columns and types that may cross",
            )


def same_rows(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """What people read (CSV) and what the machine reads (Parquet) are the same rows."""
    if not bundle.cells.equals(bundle.rows_csv):
        yield Text(sv="cells.csv och cells.parquet har olika rader", en="cells.csv and cells.parquet differ")


def counted_rows(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The manifest counts the rows that are there."""
    manifest, height = bundle.manifest, bundle.cells.height
    suppressed = bundle.cells.filter(pl.col("flag") == "suppressed").height
    counts = [height, height, height, suppressed]
    stated = [
        manifest["files"][CELLS_CSV].get("rows"), manifest["files"][CELLS_PARQUET].get("rows"),
        manifest["cells"], manifest["cells_suppressed"],
    ]  # fmt: skip
    if stated != counts or height == 0:
        yield Text(
            sv="manifestets antal rader stämmer inte med innehållet, eller så är paketet tomt",
            en="the manifest's number of rows does not match the contents, or the bundle is empty",
        )


def one_row_per_figure(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """No figure is there twice."""
    repeated = bundle.cells.filter(bundle.cells.select(KEY).is_duplicated())
    if repeated.height:
        yield in_rows(
            repeated.height, sv="samma siffra finns flera gånger", en="the same figure is there more than once"
        )


def known_indicators(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Every row belongs to an indicator of the catalogue, in its version."""
    known = pl.DataFrame(
        [(indicator.id, indicator.version) for indicator in expected.indicators.values()],
        schema={"indicator_id": pl.String(), "definition_version": pl.Int32()},
        orient="row",
    )
    strange = bundle.cells.join(known, on=("indicator_id", "definition_version"), how="anti")
    if strange.height:
        yield in_rows(
            strange.height, sv="indikatorn eller dess version är okänd", en="the indicator or its version is unknown"
        )


def declared_tables(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Breakdown, period length and group are ones the catalogue and the committee have declared."""
    declared = pl.DataFrame(
        [
            (indicator.id, breakdown, group, grain)
            for indicator in expected.indicators.values()
            for breakdown, grain in indicator.breakdowns.items()
            for group in expected.groups_of(indicator, breakdown)
        ],
        schema={"indicator_id": pl.String(), "breakdown": pl.String(), "group": pl.String(), "grain": pl.String()},
        orient="row",
    )
    strange = bundle.cells.join(declared, on=("indicator_id", "breakdown", "group", "grain"), how="anti").height
    strange += bundle.cells.filter(
        ~pl.col("rater").is_in(RATERS) | ~(pl.col("domain").is_null() | pl.col("domain").is_in(list(DOMAINS)))
    ).height
    if strange:
        yield in_rows(
            strange,
            sv="tabellen, gruppen eller periodens längd är inte deklarerad",
            en="the table, the group or the length of period is not declared",
        )


def whole_periods(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Every period is a whole one inside the committee's years."""
    first = date.fromisoformat(expected.committee["data_from"])
    last = date.fromisoformat(expected.committee["data_to"])
    allowed = pl.DataFrame(
        [(grain, start) for grain in periods.MONTHS for start in periods.between(first, last, grain)],
        schema={"grain": pl.String(), "period_start": pl.Date()},
        orient="row",
    )
    strange = bundle.cells.join(allowed, on=("grain", "period_start"), how="anti")
    if strange.height:
        yield in_rows(
            strange.height,
            sv="perioden är inte en hel period inom styrgruppens år",
            en="the period is not a whole one within the committee's years",
        )


def known_words(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Flags and methods are words of the protection, not free text."""
    cells = bundle.cells
    methods = [str(method) for method in cells["method"].unique()]
    strange = cells.filter(~pl.col("flag").is_in(FLAGS)).height
    if strange or not all(_METHOD.match(method) for method in methods):
        yield Text(sv="en flagga eller metod är okänd", en="a flag or method is unknown")
