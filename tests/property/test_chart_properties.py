"""What must hold for any series and any chart: mirrors mirror, sizes scale, and all who speak of a series agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metrics.indicator import Chart, Comparable, Direction
from metrics.scorecard import signal
from metrics.series import Pair, Recalculation, series
from metrics.spc import ControlChart, g_chart, laney_p, laney_u, p_chart, run_chart, t_chart, u_chart
from metrics.spc.icons import variation
from metrics.spc.runs import present_run
from tests.builders import an_indicator, both_languages, cells
from tests.property.test_xmr_properties import MIRRORED, OPPOSITE

PHASES = st.lists(st.integers(0, 40), max_size=2)
DIRECTION: st.SearchStrategy[Direction] = st.sampled_from(["increase", "decrease", "neutral"])
PERIOD = st.one_of(st.none(), st.tuples(st.integers(0, 64), st.sampled_from([64, 128, 256])))
COUNTS = st.lists(PERIOD, min_size=1, max_size=40)
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 50).map(float)), min_size=1, max_size=40)

Counts = list[tuple[int, int] | None]
OF_COUNTS = [p_chart, laney_p, u_chart, laney_u]
OF_VALUES = [run_chart, g_chart, t_chart]


def charted(kind: Callable[..., ControlChart], counts: Counts, **options: Any) -> ControlChart:
    numerators = [None if each is None else each[0] for each in counts]
    denominators = [None if each is None else each[1] for each in counts]
    return kind(numerators, denominators, **options)


def the_other_way(direction: Direction) -> Direction:
    return {"increase": "decrease", "decrease": "increase", "neutral": "neutral"}[direction]  # type: ignore[return-value]


# --- charts of counts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [p_chart, laney_p])
@given(counts=COUNTS, phases=PHASES, direction=DIRECTION)
@example(counts=[(0, 64)] * 3 + [(24, 64), (0, 64), (3, 64), (0, 64)], phases=[], direction="decrease")
def test_those_outside_a_share_mirror_those_within_it(
    kind: Callable[..., ControlChart], counts: Counts, phases: list[int], direction: Direction
) -> None:
    rest: Counts = [None if each is None else (each[1] - each[0], each[1]) for each in counts]
    here = charted(kind, counts, phases=phases, direction=direction)
    there = charted(kind, rest, phases=phases, direction=the_other_way(direction))
    if _on_an_edge(here):
        return
    assert there.special_cause == [OPPOSITE.get(cause, cause) for cause in here.special_cause]
    assert there.variation == (MIRRORED.get(here.variation, here.variation) if here.variation else None)


@pytest.mark.parametrize("kind", [p_chart, u_chart])
@given(counts=COUNTS)
def test_four_times_as_many_halve_the_distance_to_the_limits(kind: Callable[..., ControlChart], counts: Counts) -> None:
    many: Counts = [None if each is None else (4 * each[0], 4 * each[1]) for each in counts]
    here, there = charted(kind, counts), charted(kind, many)
    for at, (narrow, wide) in enumerate(zip(there.upper, here.upper, strict=True)):
        middle, cut = here.mean[at], kind is p_chart and wide == 1.0
        if narrow is not None and wide is not None and middle is not None and not cut:
            assert narrow - middle == pytest.approx((wide - middle) / 2, abs=1e-12)


@given(counts=COUNTS, by=st.sampled_from([2, 4, 8]))
def test_laneys_signs_do_not_depend_on_how_many_are_counted(counts: Counts, by: int) -> None:
    many: Counts = [None if each is None else (by * each[0], by * each[1]) for each in counts]
    here, there = charted(laney_u, counts), charted(laney_u, many)
    if not _on_an_edge(here):
        assert here.special_cause == there.special_cause


@pytest.mark.parametrize("kind", OF_COUNTS)
@given(counts=COUNTS, phases=PHASES, direction=DIRECTION)
def test_every_chart_of_counts_is_whole(
    kind: Callable[..., ControlChart], counts: Counts, phases: list[int], direction: Direction
) -> None:
    _is_whole(charted(kind, counts, phases=phases, direction=direction), len(counts))


@pytest.mark.parametrize("kind", OF_VALUES)
@given(values=VALUES, phases=PHASES, direction=DIRECTION)
def test_every_chart_of_values_is_whole(
    kind: Callable[..., ControlChart], values: list[float | None], phases: list[int], direction: Direction
) -> None:
    _is_whole(kind(values, phases=phases, direction=direction), len(values))


# --- run charts and rare events --------------------------------------------------------------------------------


@given(VALUES, PHASES, DIRECTION)
def test_a_mirrored_run_chart_has_mirrored_signs(
    values: list[float | None], phases: list[int], direction: Direction
) -> None:
    mirrored = [None if value is None else -value for value in values]
    here = run_chart(values, phases=phases, direction=direction)
    there = run_chart(mirrored, phases=phases, direction=the_other_way(direction))
    assert there.special_cause == [OPPOSITE.get(cause, cause) for cause in here.special_cause]
    assert (here.longest, here.crossings, here.signal) == (there.longest, there.crossings, there.signal)


@given(VALUES, st.sampled_from([0.25, 2.0, 8.0]))
def test_times_in_another_unit_have_the_same_signs(values: list[float | None], by: float) -> None:
    here, there = t_chart(values), t_chart([None if value is None else by * value for value in values])
    if not _on_an_edge(here):
        assert here.special_cause == there.special_cause


@pytest.mark.parametrize("kind", [*OF_VALUES, laney_p])
@given(values=VALUES)
def test_the_other_direction_swaps_improvement_and_concern(
    kind: Callable[..., ControlChart], values: list[float | None]
) -> None:
    sizes = [[50.0] * len(values)] if kind is laney_p else []
    here, there = kind(values, *sizes, direction="increase"), kind(values, *sizes, direction="decrease")
    assert there.point_type == [OPPOSITE.get(each, each) for each in here.point_type]


# --- one signal for all who show it ----------------------------------------------------------------------------

SHARE = st.one_of(st.sampled_from(["suppressed", "no_data"]), st.integers(0, 100).map(lambda count: count / 100))
KIND: st.SearchStrategy[Chart] = st.sampled_from(["xmr", "run", "p", "laney_p", "u", "laney_u"])


@given(st.lists(SHARE, min_size=1, max_size=40), KIND, DIRECTION, st.lists(st.integers(1, 39), max_size=2))
def test_the_icon_in_the_table_is_the_icon_of_the_chart(
    values: list[Any], kind: Chart, direction: Direction, breaks: list[int]
) -> None:
    measured = an_indicator(chart=kind, direction=direction)
    found = series(cells(values), measured, "region")
    anew = [_recalculated(found.periods[at]) for at in breaks if at < len(found.periods)]
    told = signal(measured, found, [], anew)
    if told.chart is None or told.variation is None:
        assert told.variation is None
        return
    last = len(values) - 1
    assert told.variation == told.chart.variation == variation(told.chart.special_cause[last], direction)
    run = present_run(told.chart)
    assert told.since == (None if run is None else found.periods[run.start])
    assert (run is None) == (told.variation == "common_cause")


@given(st.lists(SHARE, max_size=12), st.lists(SHARE, max_size=12))
def test_a_pair_that_is_not_comparable_cannot_be_summed(here: Sequence[Any], there: Sequence[Any]) -> None:
    """There is no other operation that adds two series than a pair's, and such a pair cannot be made."""
    grade: Comparable = "not_comparable"
    measured = an_indicator(comparable=grade)
    sides = [series(cells(each), measured, "region") for each in (here, there)]
    with pytest.raises(ValueError, match="cannot be summed"):
        Pair(measured, *sides)
    assert not hasattr(sides[0], "__add__")


def _recalculated(on: date) -> Recalculation:
    return Recalculation(
        indicator_id="P2", organisation="region", from_on=on, reason=both_languages("new routine"), decision_id="B-1"
    )


def _on_an_edge(chart: ControlChart) -> bool:
    """Whether a point lies so close to a line that the last binary digit decides its side."""
    scores = [score for score in chart.scores if score is not None]
    return any(min(abs(abs(score) - line) for line in (0, 2, 3)) < 1e-9 and score != 0 for score in scores)


def _is_whole(chart: ControlChart, length: int) -> None:
    lists = (chart.values, chart.mean, chart.lower, chart.upper, chart.scores, chart.special_cause, chart.phase_start)
    assert {len(each) for each in lists} == {length}
    for at, value in enumerate(chart.values):
        mean, lower, upper = chart.mean[at], chart.lower[at], chart.upper[at]
        assert value is not None or chart.special_cause[at] == "common_cause"
        if mean is not None and lower is not None and upper is not None:
            assert lower <= mean <= upper
