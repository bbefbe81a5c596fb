"""The scorecard's headline: the most important signal first, then how many measures have one."""

from __future__ import annotations

from typing import Any

import polars as pl

from metrics.finding import finding
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text
from metrics.scorecard import build
from tests.builders import an_indicator, cells

USUAL = [0.5, 0.6] * 8
BETTER, WORSE = [*USUAL, 0.95], [*USUAL, 0.15]
SINCE_LONG = [0.6, 0.7] * 8 + [0.4, 0.3] * 4


def headline(*series: tuple[list[Any], list[Any]], **columns: Any) -> Text:
    """A scorecard of measures named A, B, C …, each with the region's and the municipality's values."""
    names = "ABCDEF"[: len(series)]
    catalogue = [
        an_indicator(id=name, partner=names[0], name=Text(sv=f"Mått {name}", en=f"Measure {name}"), **columns)
        for name in names
    ]
    frames = [
        cells(values, indicator=name, organisation=organisation)
        for name, sides in zip(names, series, strict=True)
        for organisation, values in zip(ORGANISATIONS, sides, strict=True)
    ]
    return finding(build(catalogue, pl.concat(frames), [], []))


def test_without_a_signal_it_says_so() -> None:
    said = headline((USUAL, USUAL), (USUAL, USUAL))
    assert said.sv == "Inget av två mått visar någon säker förändring."


def test_one_signal_is_told_with_its_measure_and_side() -> None:
    said = headline((USUAL, BETTER), (USUAL, USUAL))
    assert said.sv == (
        "Mått A, kommunen: ligger över sin vanliga variation det senaste kvartalet, vilket är en förbättring. "
        "Ett av två mått visar en säker förändring."
    )
    assert said.en == (
        "Measure A, the municipality: is above its usual variation in the latest quarter, which is an improvement. "
        "One of two measures shows a reliable change."
    )


def test_measures_are_counted_and_not_their_sides() -> None:
    said = headline((BETTER, WORSE), (BETTER, BETTER), (USUAL, USUAL))
    assert said.sv.endswith("Två av tre mått visar en säker förändring.")


def test_what_both_sides_say_is_said_once() -> None:
    assert headline((BETTER, BETTER)).sv.startswith("Mått A, båda organisationerna: ligger över")


def test_concern_comes_before_improvement() -> None:
    assert headline((BETTER, BETTER), (USUAL, WORSE)).sv.startswith("Mått B, kommunen:")


def test_of_two_concerns_the_longest_standing_comes_first() -> None:
    just_now = [*USUAL, *USUAL[:7], 0.15]
    assert headline((just_now, USUAL), (SINCE_LONG, USUAL)).sv.startswith(
        "Mått B, regionen: har legat under sitt medelvärde"
    )


def test_a_hidden_latest_period_is_no_signal_now() -> None:
    assert headline(([*BETTER, "suppressed"], USUAL)).sv.startswith("Inget")
