"""Rates at their edges."""

from __future__ import annotations

import pytest

from metrics.intervals import rate, standardised_rate


def test_no_event_has_an_interval_from_nothing() -> None:
    found = rate(0, 100)
    assert (found.value, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(0.0369, abs=5e-5)


@pytest.mark.parametrize(("events", "exposure"), [(1, 0), (-1, 10)])
def test_a_rate_needs_something_to_count_among(events: float, exposure: float) -> None:
    with pytest.raises(ValueError, match="an exposure above 0"):
        rate(events, exposure)


def test_the_standard_make_up_decides_the_weights() -> None:
    """Half of the young and a tenth of the old: one in three of the standard is young."""
    assert standardised_rate([50, 10], [100, 100], [100, 200]).value == pytest.approx((0.5 + 2 * 0.1) / 3)


def test_no_event_anywhere_is_a_rate_of_nothing() -> None:
    found = standardised_rate([0, 0], [100, 100], [1, 1])
    assert (found.value, found.low, found.high > 0) == (0.0, 0.0, True)


def test_a_stratum_nobody_here_is_in_cannot_be_standardised() -> None:
    with pytest.raises(ValueError, match="somebody here"):
        standardised_rate([1, 0], [10, 0], [1, 1])


def test_a_stratum_the_standard_has_not_takes_no_part() -> None:
    assert standardised_rate([5, 9], [10, 10], [1, 0]).value == 0.5
