"""Which chart a series gets: the one its indicator declares, where the counts it needs are published."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from metrics.charts import chart_of, drawn_as, kind_of
from metrics.scorecard import signal
from metrics.series import Series, series
from metrics.spc import RunChart, laney_p, p_chart, run_chart, xmr
from tests.builders import an_indicator, cells

VALUES = [0.5, 0.6] * 8


def of(values: list[Any], *, counts: bool = True, **indicator: Any) -> Series:
    frame = cells(values)
    if not counts:
        frame = frame.with_columns(numerator=pl.lit(None, dtype=pl.Float64))
    return series(frame, an_indicator(**indicator), "region")


@pytest.mark.parametrize("kind", ["xmr", "run", "p", "laney_p", "u", "laney_u"])
def test_an_indicators_chart_is_the_one_it_declares(kind: Any) -> None:
    measured = an_indicator(chart=kind)
    assert kind_of(measured, of(VALUES)) == kind
    assert chart_of(measured, of(VALUES), [], []) == drawn_as(kind, of(VALUES), direction="increase")


def test_a_chart_of_counts_is_drawn_on_the_published_counts() -> None:
    counts, sizes = [50, 60] * 8, [100] * 16
    assert drawn_as("p", of(VALUES)) == p_chart(counts, sizes)
    assert drawn_as("laney_p", of(VALUES)) == laney_p(counts, sizes)


def test_where_only_the_value_is_published_a_chart_of_counts_is_one_of_values() -> None:
    measured, found = an_indicator(chart="laney_p"), of(VALUES, counts=False)
    assert kind_of(measured, found) == "xmr"
    assert chart_of(measured, found, [], []) == xmr(VALUES, direction="increase")


def test_a_hidden_period_is_a_gap_in_every_chart() -> None:
    found = of([*VALUES, "suppressed"])
    assert [drawn_as(kind, found).values[-1] for kind in ("xmr", "run", "p")] == [None] * 3


def test_a_run_charts_verdict_is_the_signals() -> None:
    measured = an_indicator(chart="run")
    found = signal(measured, of([0.5, 0.4] * 6 + [0.8, 0.9] * 5), [], [])
    assert isinstance(found.chart, RunChart)
    assert (found.variation, found.chart.signal) == ("improvement_high", True)
    assert found.sentence.en == ("Has been above its median for ten quarters in a row, which is an improvement.")


def test_a_series_that_is_uneven_as_a_whole_says_so_though_its_latest_values_are_not() -> None:
    found = signal(an_indicator(chart="run"), of([0.4, 0.5] * 3 + [0.4] + [0.8, 0.9] * 3 + [0.8]), [], [])
    assert (found.variation, found.sentence.sv) == (
        "common_cause",
        "Ingen säker förändring i de senaste värdena, men serien som helhet ligger inte som slumpen brukar ge.",
    )


def test_a_short_run_chart_does_not_speak_of_limits_it_does_not_have() -> None:
    found = signal(an_indicator(chart="run"), of(VALUES[:9]), [], [])
    assert found.sentence.en == "No reliable change, only usual variation."


def test_the_run_chart_of_a_series_is_that_of_its_values() -> None:
    assert drawn_as("run", of(VALUES)) == run_chart(VALUES)
