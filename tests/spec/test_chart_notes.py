"""What a chart's reader is warned of: drawn series, and what is said beside their signal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl
import pytest

from metrics.chart_notes import noise_share
from metrics.scorecard import Signal, signal
from metrics.series import series
from metrics.spc import p_chart, xmr
from metrics.spc.chart_choice import advice, lopsidedness
from tests.builders import an_indicator, cells

USUAL = [0.5, 0.6] * 8
STOCK = [0.50, 0.51, 0.53, 0.56, 0.58, 0.59, 0.58, 0.56, 0.53, 0.50, 0.48, 0.47, 0.48, 0.50, 0.53, 0.55]
LOPSIDED = [1.0, 1.1, 1.0, 4.0, 1.1, 1.0, 2.0, 1.0, 1.2, 6.0, 1.0, 1.1, 3.0, 1.0, 1.1, 1.0]


def of(values: list[Any], *, n: float = 1000, **indicator: Any) -> Signal:
    measured = an_indicator(**indicator)
    return signal(measured, series(cells(values, n=n), measured, "region"), [], [])


def advised(values: Sequence[float | None], sizes: list[float] | None = None) -> tuple[str, ...]:
    return advice("xmr", xmr(values), [1.0] * len(values), sizes or [100.0] * len(values))


def test_a_series_that_varies_as_usual_has_no_notes() -> None:
    assert of(USUAL).notes == ()


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (USUAL, ()),
        (USUAL[:11], ("few",)),
        (USUAL[:6], ()),  # no limits are drawn, so there are none to doubt
        ([1.0] * 16, ()),
        ([0.0, 0.0, 1.0] * 6, ("rare",)),
        ([0.0, 1.0] * 8, ()),
        (LOPSIDED, ("skewed",)),
        ([*USUAL, 9.0], ()),  # one far value is a signal, not lopsidedness
        (STOCK, ("follows_itself",)),
        ([*USUAL, *[1.5, 1.6] * 8], ()),  # a lasting change is a signal, not likeness
    ],
    ids=["usual", "eleven", "six", "constant", "mostly none", "half none", "lopsided", "far value", "stock", "step"],
)
def test_advice_on_individual_values(values: list[Any], found: tuple[str, ...]) -> None:
    assert advised(values) == found


@pytest.mark.parametrize(("largest", "found"), [(400.0, ()), (401.0, ("sizes_differ",))])
def test_periods_of_very_different_sizes_want_limits_of_their_own(largest: float, found: tuple[str, ...]) -> None:
    assert advised(USUAL, [*[100.0] * 15, largest]) == found


@pytest.mark.parametrize(
    ("counts", "size", "found"),
    [([5000, 5400] * 8, 10_000, ("wider_than_chance",)), ([50, 54] * 8, 100, ())],
    ids=["many", "few"],
)
def test_plain_limits_of_many_want_to_be_laneys(counts: list[float], size: float, found: tuple[str, ...]) -> None:
    sizes = [size] * 16
    assert advice("p", p_chart(counts, sizes), counts, sizes) == found


def test_lopsidedness_has_the_sign_of_the_longer_tail() -> None:
    assert lopsidedness(LOPSIDED) == -lopsidedness([-value for value in LOPSIDED]) > 0.4


# --- in words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "indicator", "sv"),
    [
        (USUAL[:9], {}, "Under tolv värden är gränserna osäkra."),
        (STOCK, {}, "Varje värde ligger nära det förra, som när samma personer eller kostnader räknas om igen."),
        (
            USUAL,
            {"lookback_months": 12},
            "Varje värde täcker tolv månader, så perioder intill varandra delar uppgifter.",
        ),
        ([0.5, 0.8] * 8, {"chart": "p"}, "Perioderna varierar mer än slumpen ensam ger, så gränserna är för snäva."),
        ([0.4] * 8 + [0.6] * 8, {"chart": "run"}, "Värdena växlar sida om mitten mer sällan än slumpen brukar ge"),
    ],
    ids=["few", "stock", "rolling", "wide", "run chart"],
)
def test_a_note_says_what_and_why(values: list[float], indicator: dict[str, Any], sv: str) -> None:
    assert [note.sv.startswith(sv) for note in of(values, **indicator).notes] == [True]


def test_a_rolling_year_is_told_once_though_its_values_also_follow_each_other() -> None:
    assert len(of(STOCK, lookback_months=12).notes) == 1


def test_notes_stand_in_both_languages() -> None:
    assert of(USUAL[:9]).notes[0].en.startswith("With under twelve values the limits are unsure.")


# --- what the protection adds ----------------------------------------------------------------------------------


def share_of_noise(n: float, values: list[float] = USUAL, **indicator: Any) -> float:
    measured = an_indicator(**indicator)
    found = series(cells(values, n=n), measured, "region")
    return noise_share(measured, found, xmr(found.values))


def test_the_smaller_the_group_the_more_of_its_unrest_is_protection() -> None:
    """Both counts vary by 2: at 0.55 that is 0.0161 in a hundred. The limits speak of 0.0887, so of 3.3 per cent."""
    assert [round(share_of_noise(n), 3) for n in (30, 100, 300)] == [0.368, 0.033, 0.004]


@pytest.mark.parametrize(("n", "told"), [(30, True), (100, False)])
def test_protection_is_told_of_where_it_makes_up_a_tenth(n: float, told: bool) -> None:
    assert any("Skyddet av enskilda personer" in note.sv for note in of(USUAL, n=n).notes) == told


def test_its_share_is_told_in_per_cent() -> None:
    assert "about 37% of what is seen here as usual variation" in of(USUAL, n=30).notes[0].en


@pytest.mark.parametrize(
    "indicator",
    [{"measure": "share_of_joint"}, {"caveats": ("ledgers_differ",)}],
    ids=["exact amounts", "not protected"],
)
def test_exact_figures_have_no_noise(indicator: dict[str, Any]) -> None:
    assert share_of_noise(30, **indicator) == 0.0


def test_a_constant_series_has_no_unrest_to_share() -> None:
    assert share_of_noise(30, [0.5] * 12) == 0.0


def test_the_noise_of_a_mean_is_in_shares_of_what_one_person_can_add() -> None:
    measured = an_indicator(measure="mean", bounds=(0, 10), caveats=("protected_mean",))
    frame = cells([2.0, 2.6] * 8, n=100).with_columns(numerator=pl.lit(None, dtype=pl.Float64))
    found = series(frame, measured, "region")
    assert round(noise_share(measured, found, xmr(found.values)), 3) == 0.016
