"""The run chart: which series lie about their median as chance would have it, and which do not."""

from __future__ import annotations

import pytest

from metrics.spc import run_chart
from metrics.spc.runs import Run, present_run

GAP = None


def values(text: str) -> list[float | None]:
    """ "+" above the line at 0, "-" below it, "0" on it, " " a gap."""
    return [{"+": 1.0, "-": -1.0, "0": 0.0, " ": None}[sign] for sign in text]


@pytest.mark.parametrize(
    ("drawn", "useful", "longest", "crossings", "signal"),
    [
        ("+-+-+-+-+-+-", 12, 1, 11, False),
        ("++++++------", 12, 6, 1, True),  # too few crossings
        ("+-+-++++++++", 12, 8, 4, True),  # too long a run: seven is the most
        ("+-+-+-+++++++", 13, 7, 6, False),
        ("+0+0-0-0+0+-", 7, 2, 3, False),  # points on the line are left out
        ("+++0+++-0-+-", 10, 6, 3, False),  # and a run goes on past them
        ("+++ +++ --- +-+", 12, 3, 2, False),  # a gap ends a run, and is no crossing
        ("++++ ++++ ----", 12, 4, 0, True),
        ("", 0, 0, 0, False),
        ("   ", 0, 0, 0, False),
        ("000", 0, 0, 0, False),
    ],
)
def test_useful_points_runs_and_crossings(drawn: str, useful: int, longest: int, crossings: int, signal: bool) -> None:
    found = run_chart(values(drawn), centre=0.0)
    assert (found.useful, found.longest, found.crossings, found.signal) == (useful, longest, crossings, signal)


def test_the_line_is_the_median_of_what_is_shown() -> None:
    assert run_chart([1, 2, GAP, 90]).mean == [2.0] * 4


def test_there_are_no_limits() -> None:
    assert (run_chart([1, 2, 3]).lower, run_chart([1, 2, 3]).upper) == ([None] * 3, [None] * 3)


def test_a_run_that_is_too_long_marks_its_points() -> None:
    found = run_chart(values("+-+-++++++++"), centre=0.0, direction="increase")
    assert found.special_cause == ["common_cause"] * 4 + ["shift_high"] * 8
    assert found.variation == "improvement_high"


def test_the_run_behind_a_sign_goes_on_past_points_on_the_line() -> None:
    assert present_run(run_chart(values("+-+-----0----"), centre=0.0)) == Run("shift_low", start=3, length=10)


def test_too_few_crossings_mark_no_point() -> None:
    found = run_chart(values("++++++------"), centre=0.0)
    assert (found.signal, set(found.special_cause)) == (True, {"common_cause"})


def test_under_seven_points_there_is_no_icon() -> None:
    assert (run_chart([1, 2, 3, 4, 5, 6]).variation, run_chart([1, 2, 3, 4, 5, 6, 7]).variation) == (
        None,
        "common_cause",
    )


def test_a_constant_series_is_compared_with_its_target() -> None:
    assert run_chart([3] * 8, direction="decrease", target=3).assurance == "met"


def test_a_varying_series_has_no_limits_to_hold_against_a_target() -> None:
    assert run_chart([3, 4] * 8, direction="decrease", target=9).assurance is None


def test_a_phase_has_its_own_median_and_its_own_count() -> None:
    found = run_chart([1, 2] * 6 + [8, 9] * 5, phases=[12])
    assert (found.mean[0], found.mean[12], found.useful) == (1.5, 8.5, 10)
