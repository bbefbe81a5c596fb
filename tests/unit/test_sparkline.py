"""The small lines of the scorecard: gaps stay gaps, and what is hidden leaves no mark."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

import polars as pl
import pytest

from dashboard.components.sparkline import sparkline
from dashboard.texts import texts
from metrics.series import series
from tests.builders import an_indicator, cells

FULL = [0.5, 0.6] * 6


def drawn(region: Sequence[float | str], municipality: Sequence[float | str]) -> str:
    """The sparkline of two series as the SVG a browser reads."""
    indicator = an_indicator()
    frame = pl.concat([cells(region), cells(municipality, organisation="municipality")])
    sides = (series(frame, indicator, "region"), series(frame, indicator, "municipality"))
    return unquote(sparkline(indicator, *sides, texts("sv"), "sv"))


def test_both_sides_end_in_a_mark_of_their_own() -> None:
    assert drawn(FULL, FULL).count("r='3' class='rd'") == 1
    assert drawn(FULL, FULL).count("<rect") == 1


@pytest.mark.parametrize("flag", ["suppressed", "no_data", "structural_zero"])
def test_a_line_whose_last_period_is_not_shown_has_no_last_mark(flag: str) -> None:
    svg = drawn([*FULL[:-1], flag], FULL)
    assert "r='3'" not in svg
    assert "<rect" in svg


def test_a_gap_breaks_the_line() -> None:
    assert drawn([0.5, 0.6, "suppressed", *FULL[:9]], FULL).count("class='r'") == 2


def test_a_value_alone_between_gaps_is_a_dot() -> None:
    assert "r='1.4' class='rd'" in drawn(["suppressed", 0.6, "suppressed", *FULL[:9]], FULL)


def test_both_lines_are_on_one_scale() -> None:
    low, high = ([0.2] * 12), ([0.8] * 12)
    heights = [
        line.split("points='")[1].split(",")[1].split(" ")[0] for line in drawn(low, high).split("<polyline")[1:]
    ]
    assert heights == ["32.0", "4.0"]


def test_only_the_last_twelve_periods_are_drawn() -> None:
    first = drawn([0.9, *FULL], [0.9, *FULL]).split("points='")[1].split("'")[0]
    assert len(first.split(" ")) == 12


def test_it_says_in_words_what_it_shows() -> None:
    assert 'alt="Region: 50\u00a0% 2023 kv 1, 60\u00a0% 2025 kv 4; Kommun: inga värden"' in drawn(
        FULL, ["suppressed"] * 12
    )


def test_without_values_there_is_nothing_to_draw() -> None:
    assert drawn(["suppressed"] * 12, ["no_data"] * 12) == ""
