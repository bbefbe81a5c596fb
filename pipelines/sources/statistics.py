"""Figures others have already added up: national statistics, key figures, a summary from another system.

They are about no person, either organisation may deliver them, and they are what an indicator is compared with.
"""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines import reported
from pipelines.contract import About, Broken, Contract, Source, figure, reason, reference, text

UNITS: dict[str, tuple[str, float]] = {
    "number": ("number", 1.0),
    "share": ("share", 1.0),
    "percent": ("share", 0.01),
    "SEK": ("SEK", 1.0),
    "thousand_SEK": ("SEK", 1_000.0),
    "million_SEK": ("SEK", 1_000_000.0),
    "SEK_per_inhabitant": ("SEK_per_inhabitant", 1.0),
    "per_1000": ("per_1000", 1.0),
    "per_100000": ("per_1000", 0.01),
    "days": ("days", 1.0),
    "hours": ("hours", 1.0),
    "score": ("score", 1.0),
}
"""What a profile may say a figure is measured in: what it is kept in, and what it is multiplied by to become that."""

_KEPT = tuple(dict.fromkeys(kept for kept, _ in UNITS.values()))


def _value_unit() -> dy.String:
    meaning = Text("Vad värdet mäts i", "What the value is measured in")
    return dy.String(
        check={"allowed": lambda column: column.is_in(_KEPT)},
        metadata={"about": About(meaning=meaning, key=True, allowed=tuple(UNITS))},
    )


class Statistics(Contract):
    """One row per figure."""

    measure = reference("Mått, med utgivarens kod", "Measure, by its publisher's code")
    measure_name = text("Måttets namn", "The measure's name", nullable=True)
    breakdown = reference("Vad grupperna är: kommuner, enheter", "What the groups are: municipalities, providers")
    group = reference("Grupp, med utgivarens kod", "Group, by its publisher's code")
    group_name = text("Gruppens namn", "The group's name", nullable=True)
    period = reported.period("Period", "Period")
    numerator = figure("Täljare", "Numerator", nullable=True)
    denominator = figure("Nämnare", "Denominator", nullable=True)
    value = figure("Värde", "Value", nullable=True)
    value_unit = _value_unit()
    status = reason(
        "value",
        "Om värdet finns, och annars varför inte: finns, dolt, saknas, inte aktuellt",
        "Whether there is a value, and if not why: there, hidden, missing, does not apply",
    )

    @dy.rule()
    def period_unclear(cls) -> pl.Expr:
        return reported.is_clear(pl.col("period"))

    @dy.rule()
    def count_negative(cls) -> pl.Expr:
        return (pl.col("value") >= 0) | (pl.col("value_unit") != "number")

    @dy.rule()
    def part_above_whole(cls) -> pl.Expr:
        return (pl.col("numerator") <= pl.col("denominator")) | (pl.col("value_unit") != "share")


def in_kept_units(frame: pl.DataFrame) -> pl.DataFrame:
    """Values in the units they are kept in, periods written one way.

    Rule    only the value is converted: a numerator and a denominator are counts, kept as they were delivered
    """
    unit = pl.col("value_unit")
    kept = {said: to for said, (to, _) in UNITS.items()}
    times = {said: by for said, (_, by) in UNITS.items()}
    return reported.evened(frame).with_columns(
        value=pl.col("value") * unit.replace_strict(times, default=1.0, return_dtype=pl.Float64),
        value_unit=unit.replace(kept),
    )


SOURCE = Source(
    name="statistics",
    label=Text("Statistik från andra", "Statistics from others"),
    one_row=Text("uppgift", "figure"),
    schema=Statistics,
    unique=("measure", "breakdown", "group", "period"),
    rules={
        "period_unclear": reported.UNCLEAR,
        "count_negative": Broken(column="value", text=Text("ett antal under noll", "a number below zero")),
        "part_above_whole": Broken(
            column="numerator", text=Text("täljaren är större än nämnaren", "the numerator is above the denominator")
        ),
    },
    tidy=in_kept_units,
)
