"""What a bundle's figures must satisfy: nothing small, nothing behind a flag, and sums that can be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from metrics.disclosure.parts import DAYS
from metrics.indicator import Breakdown, Definition, Measure
from metrics.populations.pathway import EDGES
from metrics.problem import Text
from metrics.results import LEAST
from pipelines.bundle import Bundle
from pipelines.bundle_expected import SMALL, Expected, in_rows

FIGURES = ("numerator", "denominator", "value", "low", "high", "n_shown")
NEAR = 1e-9
"""How far a division made again may be from the one that was made, as a share of it: the last digits only."""


@dataclass(frozen=True, kw_only=True)
class Arithmetic:
    """What every shown figure of one measure satisfies, whoever counted it.

    counts      columns that count persons or things, and so never hold 1-4
    impossible  indicator -> true of a row that this measure cannot give
    """

    counts: tuple[str, ...]
    impossible: Callable[[Definition], pl.Expr]


def _share(indicator: Definition) -> pl.Expr:
    return ~pl.col("value").is_between(0, 1) | _divides_wrong() | _outside_limits(0, 1)


def _mean(indicator: Definition) -> pl.Expr:
    least, most = indicator.bounds or (float("-inf"), float("inf"))
    return ~pl.col("value").is_between(least, most) | _any_of("numerator", "low", "high") | _lacks("denominator")


def _amount_per_person(indicator: Definition) -> pl.Expr:
    return _divides_wrong() | _any_of("low", "high")


def _ratio_of_amounts(indicator: Definition) -> pl.Expr:
    return _divides_wrong() | _any_of("low", "high", "n_shown")


def _share_of_joint(indicator: Definition) -> pl.Expr:
    return _any_of("denominator", "value", "low", "high", "n_shown") | _lacks("numerator")


def _result(indicator: Definition) -> pl.Expr:
    """A share or an index, from enough answers, of no fewer asked where that is known."""
    most = 1 if indicator.unit == "share" else 100
    answers_wrong = (pl.col("numerator") < LEAST) | (pl.col("numerator") > pl.col("denominator")).fill_null(False)
    return ~pl.col("value").is_between(0, most) | answers_wrong | _outside_limits(0, 1)


def _median(indicator: Definition) -> pl.Expr:
    day = pl.col("value")
    return (
        ~day.is_between(0, EDGES[-1]) | (day % DAYS != 0) | _any_of("numerator", "low", "high") | _lacks("denominator")
    )


def _gap(indicator: Definition) -> pl.Expr:
    return ~pl.col("value").is_between(0, 1) | _any_of("numerator", "low", "high") | _lacks("denominator")


ARITHMETIC: Mapping[Measure, Arithmetic] = {
    "share": Arithmetic(counts=("numerator", "denominator", "n_shown"), impossible=_share),
    "mean": Arithmetic(counts=("denominator", "n_shown"), impossible=_mean),
    "amount_per_person": Arithmetic(counts=("denominator", "n_shown"), impossible=_amount_per_person),
    "share_of_joint": Arithmetic(counts=(), impossible=_share_of_joint),
    "result": Arithmetic(counts=("numerator",), impossible=_result),
    "median": Arithmetic(counts=("denominator", "n_shown"), impossible=_median),
    "gap": Arithmetic(counts=("denominator", "n_shown"), impossible=_gap),
    "ratio_of_amounts": Arithmetic(counts=(), impossible=_ratio_of_amounts),
}
"""A measure without a rule here cannot be received."""


def nothing_small(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """No shown count is 1-4."""
    small = 0
    for indicator, breakdown, rows in _tables(bundle, expected):
        counts = ARITHMETIC[indicator.measure_of(breakdown)].counts
        small += rows.filter(pl.any_horizontal(pl.lit(False), *map(_small, counts))).height
    if small:
        yield in_rows(small, sv="ett antal är mindre än 5", en="a count is smaller than 5")


def nothing_behind_a_flag(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """A row that shows nothing also holds nothing."""
    hidden = bundle.cells.filter(
        (pl.col("flag") != "ok") & pl.any_horizontal(pl.col(name).is_not_null() for name in FIGURES)
    )
    if hidden.height:
        yield in_rows(hidden.height, sv="en dold rad bär ett värde", en="a suppressed row carries a value")


def possible_figures(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Figures are finite, nothing counts below zero, and each shown one is what its measure can give."""
    numbers = [name for name in FIGURES if name != "n_shown"]
    impossible = bundle.cells.filter(
        pl.any_horizontal(~pl.col(name).fill_null(0.0).is_finite() for name in numbers)
        | pl.any_horizontal(pl.col(name) < 0 for name in ("denominator", "n_shown"))
    ).height
    for indicator, breakdown, rows in _tables(bundle, expected):
        rule = ARITHMETIC[indicator.measure_of(breakdown)]
        # What a comparison with nothing gives is unknown, and what is unknown is not believed.
        impossible += rows.filter(rule.impossible(indicator).fill_null(True)).height
    if impossible:
        yield in_rows(impossible, sv="en siffra är omöjlig", en="a figure is impossible")


def _tables(bundle: Bundle, expected: Expected) -> Iterator[tuple[Definition, Breakdown, pl.DataFrame]]:
    """The shown rows of each known table in the bundle; an unknown one is told of by another rule."""
    shown = bundle.cells.filter(pl.col("flag") == "ok")
    for (indicator_id, breakdown), rows in shown.group_by("indicator_id", "breakdown", maintain_order=True):
        indicator = expected.indicators.get(str(indicator_id))
        if indicator and breakdown in indicator.breakdowns:
            yield indicator, breakdown, rows


def _small(name: str) -> pl.Expr:
    return (pl.col(name) > 0) & (pl.col(name) < SMALL)


def _divides_wrong() -> pl.Expr:
    """The value is not the numerator over the denominator beside it."""
    value, divided = pl.col("value"), pl.col("numerator") / pl.col("denominator")
    return ~divided.is_finite() | ((value - divided).abs() > NEAR * pl.max_horizontal(divided.abs(), 1.0))


def _outside_limits(least: float, most: float) -> pl.Expr:
    """The limits do not lie around the value, or not within what is possible; both are missing where one is."""
    low, value, high = pl.col("low"), pl.col("value"), pl.col("high")
    wrong = (low > value) | (value > high) | ~low.is_between(least, most) | ~high.is_between(least, most)
    return wrong.fill_null(False) | (low.is_null() != high.is_null())


def _any_of(*names: str) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).is_not_null() for name in names)


def _lacks(*names: str) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).is_null() for name in names)
