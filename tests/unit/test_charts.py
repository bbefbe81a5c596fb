"""The pair of control charts, held against what it draws: one time, one scale, no figure where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components import chart_image, chart_marks, chart_rows, control_chart
from dashboard.components.chart_marks import NARROWEST, Mark
from dashboard.components.chart_scale import apart, scale
from dashboard.components.control_chart import Pair
from dashboard.theme import PALETTE
from governance.entries import Decision, Event
from metrics.indicator import ORGANISATIONS, Direction
from metrics.problem import Text
from metrics.scorecard import Signal, signal
from metrics.series import Recalculation, Target, series
from tests.builders import an_indicator, both_languages, cells

FIRST = date(2022, 1, 1)
LAST = date(2025, 12, 31)
USUAL = (0.60, 0.66, 0.58, 0.64) * 4
BADGE_PIXELS = 19

Figures = Sequence[float | str | None]


def a_signal(
    values: Figures = USUAL, *, recalculated: Sequence[date] = (), direction: Direction = "increase", **columns: Any
) -> Signal:
    """The signal of one series of quarters from 2022."""
    indicator = an_indicator(direction=direction)
    drawn = cells(values, first=FIRST, **columns)
    anew = [
        Recalculation(
            indicator_id="P2", organisation="region", from_on=day, reason=both_languages("new"), decision_id="B-1"
        )
        for day in recalculated
    ]
    return signal(indicator, series(drawn, indicator, "region"), (), anew)


def a_target(value: float, from_on: date, to_on: date | None = None, decision_id: str = "B-1") -> Target:
    """A target of the region."""
    return Target(
        indicator_id="P2", organisation="region", value=value, from_on=from_on, to_on=to_on, decision_id=decision_id
    )


def a_mark(day: date, **overrides: Any) -> Mark:
    """One dated thing."""
    fields: dict[str, Any] = {"number": 1, "on": day, "kind": "decision", "id": "B-1", "title": both_languages("x")}
    return Mark(**(fields | overrides))


def a_pair(
    region: Figures = USUAL,
    municipality: Figures = USUAL,
    targets: Sequence[Target] = (),
    marks: Sequence[Mark] = (),
    direction: Direction = "increase",
) -> Pair:
    """Both organisations' series of one indicator."""
    indicator = an_indicator(direction=direction)
    drawn = pl.concat(
        [
            cells(values, organisation=which, first=FIRST)
            for which, values in zip(ORGANISATIONS, (region, municipality), strict=True)
        ]
    )
    return Pair(
        indicator=indicator,
        names={"region": both_languages("Regionen"), "municipality": both_languages("Kommunen")},
        signals={which: signal(indicator, series(drawn, indicator, which), targets, ()) for which in ORGANISATIONS},
        targets=targets,
        marks=marks,
        span=(FIRST, LAST),
    )


def encodings(view: dict[str, Any], channel: str) -> list[dict[str, Any]]:
    """Every encoding of one channel in a view's layers."""
    layers = view.get("layer", [view])
    return [layer["encoding"][channel] for layer in layers if channel in layer.get("encoding", {})]


def scales(spec: dict[str, Any], channel: str) -> list[Any]:
    """The domain of one channel's scale in each view that states one."""
    return [
        each["scale"]["domain"]
        for view in spec["vconcat"]
        for each in encodings(view, channel)
        if each.get("scale") and each["scale"].get("domain")
    ]


def rows_of(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows a layer draws; layers that draw the same rows share them by name."""
    found: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return found


def panels(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The two organisations' views, without the badges above them."""
    return [view for view in spec["vconcat"] if view.get("title")]


# --- one time, one scale ---------------------------------------------------------------------------------------


def test_the_panels_share_one_time_scale() -> None:
    spec = control_chart.spec(a_pair(marks=[a_mark(date(2023, 1, 1))]), "sv", "light")
    assert spec["resolve"]["scale"]["x"] == "shared"
    assert {tuple(domain) for domain in scales(spec, "x")} == {("2022-01-01T00:00:00Z", "2026-01-01T00:00:00Z")}


def test_the_value_axes_have_the_same_two_ends_however_the_sides_differ() -> None:
    spec = control_chart.spec(a_pair(region=(0.2, 0.22) * 8, municipality=(0.8, 0.82) * 8), "sv", "light")
    region, municipality = (
        [each["scale"]["domain"] for each in encodings(panel, "y") if "scale" in each] for panel in panels(spec)
    )
    assert region == municipality == [[0.0, 1.0]]


def test_only_the_lowest_panel_writes_the_years() -> None:
    spec = control_chart.spec(a_pair(), "sv", "light")
    written = [each["axis"]["labels"] for panel in panels(spec) for each in encodings(panel, "x") if each.get("axis")]
    assert written == [False, True]


def test_a_series_shorter_than_three_years_is_marked_by_quarter() -> None:
    ticks, form = chart_rows.time_ticks(date(2024, 1, 1), date(2025, 12, 31))
    assert (len(ticks), form) == (8, "%b %Y")


@pytest.mark.parametrize(("language", "comma", "march"), [("sv", ",", "mars"), ("en", ".", "Mar")])
def test_numbers_and_months_are_in_the_readers_language(language: Any, comma: str, march: str) -> None:
    locale = control_chart.spec(a_pair(), language, "light")["config"]["locale"]
    assert (locale["number"]["decimal"], locale["time"]["shortMonths"][2]) == (comma, march)


@pytest.mark.parametrize(("language", "percent"), [("sv", "'\u00a0%'"), ("en", "'%'")])
def test_per_cent_is_written_as_the_language_writes_it(language: Any, percent: str) -> None:
    assert percent in scale([0.5, 0.9], lowest=0, highest=1).label(language, share=True)


def test_an_axis_never_promises_a_share_over_a_hundred_per_cent() -> None:
    assert scale([0.99, 1.2], lowest=0, highest=1).high == 1.0


@given(st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=1, max_size=40))
def test_an_axis_holds_every_value_between_few_round_ticks(values: list[float]) -> None:
    axis = scale(values, lowest=None, highest=None)
    assert axis.low <= min(values) + 1e-6
    assert max(values) - 1e-6 <= axis.high
    assert 2 <= len(axis.ticks) <= 7


# --- points, and where there are none --------------------------------------------------------------------------


@pytest.mark.parametrize("nothing", ["suppressed", "no_data", "structural_zero"])
def test_a_period_without_a_figure_has_no_point_and_breaks_the_line(nothing: str) -> None:
    #         2022 Q1  Q2    Q3       Q4    2023 Q1 ..
    values: Figures = [0.6, 0.7, nothing, 0.6, 0.7, *USUAL[:11]]
    points = chart_rows.points(a_signal(values), an_indicator(), "sv")
    assert len(points) == 15
    assert [point["period"] for point in points[:3]] == ["2022 kv 1", "2022 kv 2", "2022 kv 4"]
    assert [point["segment"] for point in points[:5]] == [0, 0, 1, 1, 1]


def test_no_line_crosses_from_one_segment_to_another() -> None:
    spec = control_chart.spec(a_pair(region=["suppressed", *USUAL[:15]]), "sv", "light")
    lines = [layer for panel in panels(spec) for layer in panel["layer"] if layer["mark"]["type"] == "line"]
    assert [line["encoding"]["detail"]["field"] for line in lines] == ["segment", "segment"]


def test_a_protected_period_is_written_at_the_bottom_and_a_missing_one_is_not() -> None:
    silent = chart_rows.silent(a_signal([*USUAL[:12], "suppressed", 0.6, "no_data", 0.6]), "sv")
    assert [(row["flag"], row["label"]) for row in silent] == [("suppressed", "<5"), ("no_data", "")]


def test_a_stretch_of_protected_periods_shares_one_label() -> None:
    silent = chart_rows.silent(a_signal([*USUAL[:8], *["suppressed"] * 4, *USUAL[:4]]), "sv")
    assert [row["label"] for row in silent] == ["", "", "<5", ""]


def test_every_figure_in_the_drawing_is_a_published_one() -> None:
    pair = a_pair()
    spec = control_chart.spec(pair, "sv", "light")
    drawn = {
        row["value"]
        for panel in panels(spec)
        for layer in panel["layer"]
        for row in rows_of(spec, layer)
        if "segment" in row
    }
    published = {value for each in pair.signals.values() for value in each.series.values}
    assert drawn == published


def test_a_point_stands_in_the_middle_of_its_period() -> None:
    assert chart_rows.middle(date(2025, 1, 1), "year") == "2025-07-02T00:00:00Z"


# --- signals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "direction", "icon"),
    [
        (USUAL, "increase", "common_cause"),
        ((*USUAL[:8], *[0.9] * 8), "increase", "improvement_high"),
        ((*USUAL[:8], *[0.3] * 8), "increase", "concern_low"),
        ((*USUAL[:8], *[0.9] * 8), "decrease", "concern_high"),
        ((*USUAL[:8], *[0.3] * 8), "decrease", "improvement_low"),
        ((*USUAL[:8], *[0.9] * 8), "neutral", "neutral_high"),
        ((*USUAL[:8], *[0.3] * 8), "neutral", "neutral_low"),
    ],
)
def test_the_last_point_wears_the_icon_of_the_signal(values: Figures, direction: Direction, icon: str) -> None:
    found = a_signal(values, direction=direction)
    last = chart_rows.points(found, an_indicator(direction=direction), "sv")[-1]
    assert last["kind"] == found.variation == icon


@pytest.mark.parametrize(
    ("values", "colour", "filled"), [([0.9] * 8, "improvement", True), ([0.3] * 8, "concern", False)]
)
def test_a_special_cause_has_a_shape_as_well_as_a_colour(values: list[float], colour: Any, filled: bool) -> None:
    spec = control_chart.spec(a_pair(region=(*USUAL[:8], *values)), "sv", "light")
    marks = [layer["mark"] for layer in panels(spec)[0]["layer"] if "triangle" in str(layer["mark"].get("shape"))]
    hue = PALETTE["light"][colour]
    assert hue in {mark["stroke"] for mark in marks}
    assert {mark["fill"] == mark["stroke"] for mark in marks if mark["stroke"] == hue} == {filled}


# --- limits ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "trial"), [(7, True), (11, True), (12, False)])
def test_limits_of_few_figures_are_on_trial(count: int, trial: bool) -> None:
    assert [band["trial"] for band in chart_rows.bands(a_signal(USUAL[:count]))] == [trial]


def test_too_few_figures_have_neither_limits_nor_mean() -> None:
    few = a_signal(USUAL[:6])
    assert chart_rows.bands(few) == chart_rows.phases(few, an_indicator(), "sv") == []


def test_limits_start_anew_where_a_decision_says_so() -> None:
    values = (*(0.5, 0.54) * 4, *(0.7, 0.74) * 4)
    found = chart_rows.phases(a_signal(values, recalculated=[date(2024, 1, 1)]), an_indicator(), "sv")
    assert [(phase["on"][:10], phase["label"], phase["current"]) for phase in found] == [
        ("2022-01-01", "52\u00a0%", False),
        ("2024-01-01", "72\u00a0%", True),
    ]


def test_limits_that_differ_by_period_are_drawn_period_by_period() -> None:
    found = a_signal()
    assert found.chart is not None
    wider = [limit + n / 100 if limit is not None else None for n, limit in enumerate(found.chart.upper)]
    assert len(chart_rows.bands(replace(found, chart=replace(found.chart, upper=wider)))) == len(USUAL)


# --- targets ---------------------------------------------------------------------------------------------------


def test_a_target_is_a_step_through_time_with_its_decision() -> None:
    targets = [
        a_target(0.70, date(2021, 1, 1), date(2023, 12, 31), "B-1"),
        a_target(0.75, date(2024, 1, 1), None, "B-2"),
    ]
    found = chart_rows.targets(targets, Text("mål", "target"), (FIRST, LAST), an_indicator(), "sv", {"B-2": 7})
    assert [(row["on"][:10], row["to"][:10], row["value"], row["in_force"]) for row in found] == [
        ("2022-01-01", "2024-01-01", 0.70, False),
        ("2024-01-01", "2026-01-01", 0.75, True),
    ]
    assert chart_rows.steps(found) == [{"on": "2024-01-01T00:00:00Z", "value": 0.75, "before": 0.70}]
    assert found[-1]["label"] == "mål (7)\n75\u00a0%"


def test_targets_with_a_gap_between_them_are_not_joined() -> None:
    targets = [a_target(0.7, date(2022, 1, 1), date(2022, 12, 31)), a_target(0.75, date(2024, 1, 1))]
    found = chart_rows.targets(targets, Text("mål", "target"), (FIRST, LAST), an_indicator(), "sv", {})
    assert chart_rows.steps(found) == []


# --- marks and labels ------------------------------------------------------------------------------------------


@given(st.lists(st.dates(FIRST, LAST), max_size=25))
def test_badges_never_cover_each_other_on_a_narrow_screen(days: list[date]) -> None:
    decisions = [
        Decision(
            id=f"B-{n}", decided_on=day, title=both_languages("t"), text=both_languages("t"),
            reason=both_languages("r"), indicators=("P2",),
        )
        for n, day in enumerate(days)
    ]  # fmt: skip
    placed = chart_marks.marks(decisions, (), "P2", span=(FIRST, LAST))
    pixels = NARROWEST / (LAST - FIRST).days
    for row in {mark.row for mark in placed}:
        xs = sorted((mark.on - FIRST).days * pixels for mark in placed if mark.row == row)
        assert all(after - before >= BADGE_PIXELS for before, after in pairwise(xs))


@given(st.lists(st.floats(0, 184), max_size=4))
def test_labels_in_the_margin_keep_apart_and_in_order(wanted: list[float]) -> None:
    placed = apart(wanted, gap=30, low=8, high=170)
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    assert all(placed[b] - placed[a] >= 30 - 1e-6 for a, b in pairwise(order))


def an_event(on: date, **overrides: Any) -> Event:
    """Something that happened, to everything."""
    fields: dict[str, Any] = {"id": "H-1", "kind": "context", "on": on, "title": both_languages("t"),
                              "text": both_languages("t"), "organisation": "joint"}  # fmt: skip
    return Event(**(fields | overrides))


@pytest.mark.parametrize(
    ("event", "unit", "seen"),
    [
        ({"indicators": ()}, "", True),
        ({"indicators": ("P2",)}, "", True),
        ({"indicators": ("U1",)}, "", False),
        ({"units": ("dagcentrum",)}, "", True),
        ({"units": ("dagcentrum",)}, "dagcentrum", True),
        ({"units": ("dagcentrum",)}, "mobila_teamet", False),
    ],
)
def test_a_chart_marks_only_what_concerns_it(event: dict[str, Any], unit: str, seen: bool) -> None:
    found = chart_marks.marks((), [an_event(date(2023, 1, 1), **event)], "P2", unit=unit, span=(FIRST, LAST))
    assert bool(found) == seen


def test_what_happened_before_the_chart_is_listed_but_not_drawn() -> None:
    found = chart_marks.marks((), [an_event(FIRST - timedelta(days=1))], "P2", span=(FIRST, LAST))
    assert [mark.before for mark in found] == [True]
    assert len(control_chart.spec(a_pair(marks=found), "sv", "light")["vconcat"]) == 2


# --- as a file -------------------------------------------------------------------------------------------------


def test_the_chart_as_an_image_says_what_it_shows_and_what_its_numbers_mean() -> None:
    spec = control_chart.spec(a_pair(marks=[a_mark(date(2023, 1, 1))]), "sv", "light")
    drawing = chart_image.framed(spec, "Ingen säker förändring", "SIP uppföljd i tid", ["1   2023-01-01   Beslut"])
    svg = chart_image.svg(drawing).decode()
    assert all(text in svg for text in ("Ingen säker förändring", "SIP uppföljd i tid", "Beslut", "Regionen"))
    assert chart_image.png(drawing).startswith(b"\x89PNG")
