"""The XmR chart against 150 reference series and the worked examples others have published."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.spc import ControlChart, Limits, xmr
from metrics.spc.icons import assurance

SERIES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data/xmr_oracle.json").read_text(encoding="utf-8"))
"""Limits, special causes, point types and assurance as the R package NHSRplotthedots 0.2.2 computes them."""

CAUSES = {
    "Above UCL": "above_limit",
    "Below LCL": "below_limit",
    "7 Point Trend (Increasing)": "trend_rising",
    "7 Point Trend (Decreasing)": "trend_falling",
    "2 in 3 Above CL": "two_of_three_high",
    "2 in 3 Below CL": "two_of_three_low",
    "7 Points Above CL": "shift_high",
    "7 Points Below CL": "shift_low",
}
ASSURANCE = {"consistent_pass": "met", "consistent_fail": "missed", "inconsistent": "hit_or_miss", None: None}

VARYING = [each for each in SERIES if each["kind"] != "constant"]
CONSTANT = [each for each in SERIES if each["kind"] == "constant"]


def name(series: dict[str, Any]) -> str:
    return f"{series['id']}-{series['kind']}-{len(series['values'])}"


def chart(series: dict[str, Any]) -> ControlChart:
    phases = []
    if series["rebase_at"]:
        start, anew = date.fromisoformat(series["start"]), date.fromisoformat(series["rebase_at"])
        phases = [12 * (anew.year - start.year) + anew.month - start.month]
    return xmr(
        series["values"],
        direction=series["improvement_direction"],
        target=series["target"],
        phases=phases,
        screen=series["screen_outliers"],
        fix_after=series["fix_after_n_points"],
    )


def expected_lines(series: dict[str, Any]) -> list[tuple[float, float, float]]:
    """The reference's limits, point by point: it writes them only where they change."""
    segments = series["expected"]["segments"]
    ends = [segment["from_index"] for segment in segments[1:]] + [len(series["values"])]
    return [
        tuple(segment["limits"])
        for segment, end in zip(segments, ends, strict=True)
        for _ in range(segment["from_index"], end)
    ]


def expected_points(series: dict[str, Any], what: str) -> list[str]:
    marked = dict(series["expected"][what])
    return [marked.get(at, "") for at in range(len(series["values"]))]


def test_there_are_150_reference_series() -> None:
    assert (len(VARYING), len(CONSTANT)) == (127, 23)


@pytest.mark.parametrize("series", VARYING, ids=name)
def test_limits_are_the_references(series: dict[str, Any]) -> None:
    found = chart(series)
    lines = list(zip(found.mean, found.lower, found.upper, strict=True))
    assert lines == [pytest.approx(each, abs=1e-6) for each in expected_lines(series)]


@pytest.mark.parametrize("series", SERIES, ids=name)
def test_special_causes_are_the_references(series: dict[str, Any]) -> None:
    causes = [CAUSES.get(each, "common_cause") for each in expected_points(series, "special_causes")]
    assert chart(series).special_cause == causes


@pytest.mark.parametrize("series", SERIES, ids=name)
def test_point_types_are_the_references(series: dict[str, Any]) -> None:
    kinds = [each.removeprefix("special_cause_") or "common_cause" for each in expected_points(series, "point_types")]
    assert chart(series).point_type == kinds


@pytest.mark.parametrize("series", [each for each in VARYING if len(each["values"]) >= 7], ids=name)
def test_assurance_is_the_references(series: dict[str, Any]) -> None:
    assert chart(series).assurance == ASSURANCE[series["expected"]["assurance"]]


# --- where the reference fails ---------------------------------------------------------------------------------


@pytest.mark.parametrize("series", CONSTANT, ids=name)
def test_a_constant_series_has_its_value_as_limits_where_the_reference_has_none(series: dict[str, Any]) -> None:
    found = chart(series)
    assert set(zip(found.mean, found.lower, found.upper, strict=True)) == {(12.0, 12.0, 12.0)}


@pytest.mark.parametrize("series", CONSTANT, ids=name)
def test_a_constant_series_meets_or_misses_its_target_by_direct_comparison(series: dict[str, Any]) -> None:
    target, direction = series["target"], series["improvement_direction"]
    reached = target is not None and (target <= 12 if direction == "increase" else target >= 12)
    expected = None if target is None or direction == "neutral" else "met" if reached else "missed"
    assert chart(series).assurance == expected


@pytest.mark.parametrize("series", [each for each in SERIES if len(each["values"]) < 7], ids=name)
def test_fewer_than_seven_points_have_no_icon_where_the_reference_gives_one(series: dict[str, Any]) -> None:
    found = chart(series)
    assert (found.variation, found.assurance) == (None, None)


# --- worked examples -------------------------------------------------------------------------------------------

TWENTY = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
    -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
    0.70135590, -0.47279141,
]  # fmt: skip
LEAP = [*TWENTY[:14], 10.0, *TWENTY[15:]]


@pytest.mark.parametrize(
    ("values", "screen", "mean", "lower", "upper"),
    [
        (TWENTY, True, 0.1416238, -3.01138, 3.294627),
        (LEAP, True, 0.6694159, -2.383666, 3.722497),
        (LEAP, False, 0.6694159, -4.596625, 5.935457),
    ],
    ids=["as drawn", "a leap, screened", "a leap, not screened"],
)
def test_screening_leaves_out_one_leap_as_nhsrplotthedots_prints_it(
    values: list[float], screen: bool, mean: float, lower: float, upper: float
) -> None:
    found = xmr(values, screen=screen)
    assert (found.mean[0], found.lower[0], found.upper[0]) == pytest.approx((mean, lower, upper), abs=1e-6)


MONTGOMERY_6_5 = [
    310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
    305, 282, 305, 296, 314, 295, 287, 301, 298, 311, 310, 292, 305, 299, 304, 310, 304, 305, 333, 328,
]  # fmt: skip


def test_limits_fixed_after_twenty_points_find_montgomerys_two_points_outside() -> None:
    found = xmr(MONTGOMERY_6_5, screen=False, fix_after=20)
    outside = [at + 1 for at, cause in enumerate(found.special_cause) if cause in ("above_limit", "below_limit")]
    assert outside == [39, 40]


def test_limits_fixed_after_twenty_points_are_montgomerys() -> None:
    """The book divides by 1.128; we multiply by 2.66, so the fourth digit differs: 7.789474 is the same in both."""
    found = xmr(MONTGOMERY_6_5, screen=False, fix_after=20)
    assert found.lower[0] is not None
    assert found.mean[0] == 300.5
    assert (300.5 - found.lower[0]) / 2.66 == pytest.approx(7.789474, abs=1e-6)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("increase", ["missed", "met", "hit_or_miss"]), ("decrease", ["met", "missed", "hit_or_miss"])],
)
def test_assurance_compares_the_target_with_the_limits(direction: Any, expected: list[str]) -> None:
    lines = [Limits(mean=2, lower=1, upper=3), Limits(mean=6, lower=5, upper=7), Limits(mean=4, lower=1, upper=5)]
    assert [assurance(each, 4, direction) for each in lines] == expected


def test_two_near_opposite_limits_are_chance() -> None:
    assert set(xmr([*[1, -1] * 7, 5.5, -5.5]).special_cause[-2:]) == {"common_cause"}
