"""How figures are written: per cent, money, numbers in words, and four kinds of nothing."""

from __future__ import annotations

import pytest

from metrics import words
from metrics.problem import Text
from tests.builders import an_indicator

HARD = "\u00a0"  # the space that does not break


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "sv", "en"),
    [
        (0.78, "share", 0, f"78{HARD}%", "78%"),
        (0.785, "share", 1, f"78,5{HARD}%", "78.5%"),
        (0.145, "share", 0, f"15{HARD}%", "15%"),  # 14.5 as people round it, not as binary fractions do
        (0.0, "share", 0, f"0{HARD}%", "0%"),
        (1.0, "share", 0, f"100{HARD}%", "100%"),
        (1.94, "per_person", 1, "1,9", "1.9"),
        (0.0, "per_person", 1, "0,0", "0.0"),
        (41250.4, "sek_per_person", 0, f"41{HARD}250{HARD}kr", f"SEK{HARD}41,250"),
        (1234567.0, "sek_per_person", 0, f"1{HARD}234{HARD}567{HARD}kr", f"SEK{HARD}1,234,567"),
        (-310.0, "sek_per_person", 0, f"\u2212310{HARD}kr", f"SEK{HARD}\u2212310"),
        (-0.001, "share", 0, f"0{HARD}%", "0%"),  # never minus nothing
        (-0.034, "share", 1, f"\u22123,4{HARD}%", "\u22123.4%"),
        (96.0, "days", 0, f"96{HARD}dagar", f"96{HARD}days"),
        (1.2, "days", 0, f"1{HARD}dag", f"1{HARD}day"),
        (1.0, "days", 1, f"1,0{HARD}dagar", f"1.0{HARD}days"),
        (0.0, "months", 0, f"0{HARD}månader", f"0{HARD}months"),
        (1.0, "months", 0, f"1{HARD}månad", f"1{HARD}month"),
        (0.184, "points", 0, f"18{HARD}procentenheter", f"18{HARD}percentage points"),
        (0.01, "points", 0, f"1{HARD}procentenhet", f"1{HARD}percentage point"),
        (134.6, "days_per_100", 0, "135", "135"),
        (78.25, "index", 1, "78,3", "78.3"),
    ],
)
def test_a_value_is_written_in_each_language(value: float, unit: str, decimals: int, sv: str, en: str) -> None:
    assert words.amount(value, unit, decimals) == Text(sv=sv, en=en)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "flag", "sv", "en"),
    [
        (None, "suppressed", "skyddad", "protected"),
        (None, "no_data", "saknas", "missing"),
        (None, "structural_zero", "–", "–"),
        (0.0, "ok", f"0{HARD}%", "0%"),
    ],
)
def test_the_four_kinds_of_nothing_look_different(value: float | None, flag: str, sv: str, en: str) -> None:
    assert words.figure(an_indicator(), value, flag) == Text(sv=sv, en=en)  # type: ignore[arg-type]


def test_a_hidden_value_is_not_written_even_where_there_is_one() -> None:
    assert words.figure(an_indicator(), 0.4, "suppressed").sv == "skyddad"


def test_a_figure_has_the_decimals_of_its_indicator() -> None:
    assert words.figure(an_indicator(unit="per_person", decimals=2), 1.5).sv == "1,50"


@pytest.mark.parametrize(
    ("count", "sv", "en"), [(0, "noll", "zero"), (1, "ett", "one"), (12, "tolv", "twelve"), (13, "13", "13")]
)
def test_numbers_up_to_twelve_are_words(count: int, sv: str, en: str) -> None:
    assert words.in_words(count) == Text(sv=sv, en=en)


@pytest.mark.parametrize(
    ("count", "grain", "sv", "en"),
    [
        (1, "month", "en månad", "one month"),
        (3, "month", "tre månader", "three months"),
        (1, "quarter", "ett kvartal", "one quarter"),
        (8, "quarter", "åtta kvartal", "eight quarters"),
        (2, "half-year", "två halvår", "two half-years"),
        (20, "year", "20 år", "20 years"),
    ],
)
def test_periods_are_counted_in_words(count: int, grain: str, sv: str, en: str) -> None:
    assert words.some_periods(count, grain) == Text(sv=sv, en=en)  # type: ignore[arg-type]
