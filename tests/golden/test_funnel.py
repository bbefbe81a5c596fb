"""Funnel limits against the worked example: a share of 0.2 in units of four sizes."""

from __future__ import annotations

import pytest

from metrics.funnel import funnel_limits


@pytest.mark.parametrize(
    ("n", "lower95", "upper95", "lower998", "upper998"),
    [
        (20, 0.02469, 0.37531, 0.0, 0.47640),
        (50, 0.08913, 0.31087, 0.02519, 0.37481),
        (100, 0.12160, 0.27840, 0.07639, 0.32361),
        (400, 0.16080, 0.23920, 0.13820, 0.26180),
    ],
)
def test_limits_narrow_with_the_size_of_the_unit(
    n: int, lower95: float, upper95: float, lower998: float, upper998: float
) -> None:
    """Printed with z = 1.96 and 3.0902, ours have two digits more: equal to the fifth decimal."""
    assert funnel_limits(0.2, n) == pytest.approx((lower95, upper95, lower998, upper998), abs=1.1e-5)


def test_the_multipliers_are_the_normal_quantiles() -> None:
    lower95, _, lower998, _ = funnel_limits(0.5, 10_000)
    assert ((0.5 - lower95) / 0.005, (0.5 - lower998) / 0.005) == pytest.approx((1.959964, 3.090232), abs=1e-9)
