"""What must hold for any series: limits follow shift and scale, mirrors mirror, and a gap says nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from metrics.indicator import Direction
from metrics.spc import xmr
from metrics.spc.limits import limits

# Whole numbers, and changes by powers of two: then both sides of an equation are rounded alike.
POINT = st.one_of(st.none(), st.integers(-50, 50).map(float))
VALUES = st.lists(POINT, min_size=1, max_size=40)
PHASES = st.lists(st.integers(0, 40), max_size=3)
DIRECTION: st.SearchStrategy[Direction] = st.sampled_from(["increase", "decrease", "neutral"])

OPPOSITE = {
    "above_limit": "below_limit",
    "trend_rising": "trend_falling",
    "two_of_three_high": "two_of_three_low",
    "shift_high": "shift_low",
    "improvement": "concern",
    "neutral_high": "neutral_low",
    "improvement_high": "concern_high",
    "improvement_low": "concern_low",
    "met": "missed",
}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}
MIRRORED = OPPOSITE | {
    "improvement_high": "improvement_low",
    "improvement_low": "improvement_high",
    "concern_high": "concern_low",
    "concern_low": "concern_high",
}


def each(values: list[float | None], change: Any) -> list[float | None]:
    return [None if value is None else change(value) for value in values]


@given(VALUES, PHASES, st.integers(-64, 64))
def test_limits_move_with_the_values(values: list[float | None], phases: list[int], by: int) -> None:
    here, there = xmr(values, phases=phases), xmr(each(values, lambda value: value + by), phases=phases)
    for line in ("mean", "lower", "upper"):
        moved = each(getattr(here, line), lambda value: value + by)
        assert [None if v is None else round(v, 9) for v in getattr(there, line)] == each(moved, lambda v: round(v, 9))


@given(VALUES, PHASES, st.sampled_from([0.25, 2.0, 8.0]))
def test_limits_stretch_with_the_values(values: list[float | None], phases: list[int], by: float) -> None:
    here, there = xmr(values, phases=phases), xmr(each(values, lambda value: value * by), phases=phases)
    assert (there.mean, there.lower, there.upper) == tuple(
        each(line, lambda value: value * by) for line in (here.mean, here.lower, here.upper)
    )


@given(VALUES, PHASES, st.sampled_from([0.25, 2.0, 8.0]))
def test_signals_do_not_depend_on_the_unit(values: list[float | None], phases: list[int], by: float) -> None:
    other = xmr(each(values, lambda value: value * by), phases=phases)
    assert xmr(values, phases=phases).special_cause == other.special_cause


@given(VALUES, PHASES, DIRECTION)
def test_a_mirrored_series_has_mirrored_signals(
    values: list[float | None], phases: list[int], direction: Direction
) -> None:
    way: Direction = {"increase": "decrease", "decrease": "increase"}.get(direction, "neutral")  # type: ignore[assignment]
    here = xmr(values, phases=phases, direction=direction)
    there = xmr(each(values, lambda value: -value), phases=phases, direction=way)
    assert there.special_cause == [OPPOSITE.get(cause, cause) for cause in here.special_cause]
    assert there.variation == (MIRRORED.get(here.variation, here.variation) if here.variation else None)


@given(VALUES, PHASES)
def test_the_other_direction_swaps_improvement_and_concern(values: list[float | None], phases: list[int]) -> None:
    here = xmr(values, phases=phases, direction="increase")
    there = xmr(values, phases=phases, direction="decrease")
    assert there.point_type == [OPPOSITE.get(kind, kind) for kind in here.point_type]
    assert there.variation == (OPPOSITE.get(here.variation, here.variation) if here.variation else None)


@given(VALUES, PHASES, st.integers(-60, 60))
def test_the_other_direction_swaps_met_and_missed(values: list[float | None], phases: list[int], target: int) -> None:
    here = xmr(values, phases=phases, direction="increase", target=target)
    there = xmr(values, phases=phases, direction="decrease", target=target)
    at = here.latest
    on_a_constant = at is not None and here.lines(at).is_constant and here.mean[at] == target
    expected = OPPOSITE.get(here.assurance, here.assurance) if here.assurance else None
    assert there.assurance == ("met" if on_a_constant and here.assurance else expected)


@given(VALUES, PHASES, DIRECTION)
def test_a_missing_point_is_never_special(values: list[float | None], phases: list[int], direction: Direction) -> None:
    found = xmr(values, phases=phases, direction=direction)
    gaps = [at for at, value in enumerate(values) if value is None]
    assert {(found.special_cause[at], found.point_type[at]) for at in gaps} <= {("common_cause", "common_cause")}


@given(VALUES, PHASES)
def test_there_is_one_of_everything_per_point(values: list[float | None], phases: list[int]) -> None:
    found = xmr(values, phases=phases)
    lists = (found.mean, found.lower, found.upper, found.special_cause, found.point_type, found.phase_start)
    assert {len(each_list) for each_list in lists} == {len(values)}


@given(VALUES)
def test_the_mean_lies_between_its_limits(values: list[float | None]) -> None:
    lines = limits(values)
    if lines.lower is not None and lines.upper is not None and lines.mean is not None:
        assert lines.lower <= lines.mean <= lines.upper


@given(VALUES, VALUES)
def test_a_phase_knows_nothing_of_the_phase_before_it(before: list[float | None], after: list[float | None]) -> None:
    joined, alone = xmr([*before, *after], phases=[len(before)]), xmr(after)
    start = len(before)
    assert joined.special_cause[start:] == alone.special_cause
    assert (joined.mean[start:], joined.upper[start:]) == (alone.mean, alone.upper)
