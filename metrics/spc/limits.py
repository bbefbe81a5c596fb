"""Control limits: the level of a phase, and how far chance usually takes a value from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

LIMIT_FACTOR = 2.66
"""Limits lie this many mean moving ranges from the mean: 3 / 1.128, rounded as the published charts round it."""

SCREEN_FACTOR = 3.267
"""A moving range this many times the mean moving range is left out of it, once: one leap must not widen the limits."""

NEAR = 2 / 3
"""A point is near a limit beyond this part of the way from the mean to it."""

ENOUGH = 7
"""Points a phase needs before it has an icon or says anything about a target; fewer are shown as a run chart."""

SETTLED = 12
"""Points a phase needs before its limits stop being called trial limits."""


@dataclass(frozen=True)
class Limits:
    """Where one phase lies: its mean and the bounds of usual variation; None where they cannot be known."""

    mean: float | None
    lower: float | None
    upper: float | None

    @property
    def is_constant(self) -> bool:
        """Whether every value behind the limits was the same."""
        return self.lower is not None and self.lower == self.upper


STANDARD = Limits(0.0, -3.0, 3.0)
"""The lines of points that have limits of their own, once each is told in standard errors from the middle."""


def limits(values: Sequence[float | None], *, screen: bool = True) -> Limits:
    """The limits of one phase.

    Rule    no moving range is taken across a gap; a constant phase has its value as all three lines; one value alone,
            or values that never vary from one period to the next and yet differ, have a mean but no limits
    Source  Wheeler, Understanding Variation; screening as in the NHS programme Making Data Count
    >>> limits([4.0, 6.0, 4.0, 6.0])
    Limits(mean=5.0, lower=-0.3200000000000003, upper=10.32)
    >>> limits([1.0, 1.0, None, 1.0])
    Limits(mean=1.0, lower=1.0, upper=1.0)
    """
    shown = [value for value in values if value is not None]
    if not shown:
        return Limits(None, None, None)
    if len(shown) > 1 and min(shown) == max(shown):
        return Limits(shown[0], shown[0], shown[0])
    mean = fsum(shown) / len(shown)
    range_mean = mean_moving_range(values, screen=screen)
    if not range_mean:
        return Limits(mean, None, None)
    return Limits(mean, mean - LIMIT_FACTOR * range_mean, mean + LIMIT_FACTOR * range_mean)


def mean_moving_range(values: Sequence[float | None], *, screen: bool = True) -> float:
    """The mean distance from one period's value to the next; 0 where no two neighbours are shown.

    Rule    screening happens once, and not at all where it would leave no variation: a series that stays at 100 %
            and falls once would otherwise get limits of no width, and every point outside them
    """
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not ranges:
        return 0.0
    mean = fsum(ranges) / len(ranges)
    kept = [each for each in ranges if each < SCREEN_FACTOR * mean] if screen else ranges
    return fsum(kept) / len(kept) if any(kept) else mean
