"""What a chart says at a glance: the kind of each point, the variation icon and the assurance icon."""

from __future__ import annotations

from typing import Literal

from metrics.indicator import Direction
from metrics.spc.limits import Limits
from metrics.spc.rules import SpecialCause

PointType = Literal["common_cause", "improvement", "concern", "neutral_high", "neutral_low"]
Variation = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
Assurance = Literal["met", "missed", "hit_or_miss"]

_HIGH = frozenset({"above_limit", "trend_rising", "two_of_three_high", "shift_high"})


def side(cause: SpecialCause) -> int:
    """Which way a special cause points: 1 up, -1 down, 0 for chance."""
    return 0 if cause == "common_cause" else 1 if cause in _HIGH else -1


def point_type(cause: SpecialCause, direction: Direction) -> PointType:
    """Whether a point is better, worse or merely other than chance would have it.

    >>> point_type("shift_low", "decrease"), point_type("shift_low", "neutral")
    ('improvement', 'neutral_low')
    """
    way = side(cause)
    if way == 0:
        return "common_cause"
    if direction == "neutral":
        return "neutral_high" if way > 0 else "neutral_low"
    return "improvement" if (way > 0) == (direction == "increase") else "concern"


def variation(cause: SpecialCause, direction: Direction) -> Variation:
    """The variation icon: the kind of the latest point, and the side it lies on."""
    high = side(cause) > 0
    match point_type(cause, direction):
        case "improvement":
            return "improvement_high" if high else "improvement_low"
        case "concern":
            return "concern_high" if high else "concern_low"
        case other:
            return other


def assurance(lines: Limits, target: float | None, direction: Direction) -> Assurance | None:
    """Whether usual variation reaches the target always, never or sometimes.

    Rule    a target on a limit is hit and miss, except in a constant phase, where reaching the target is meeting it
    >>> [assurance(Limits(2, 1, 3), 4, way) for way in ("increase", "decrease", "neutral")]
    ['missed', 'met', None]
    """
    if target is None or direction == "neutral" or lines.lower is None or lines.upper is None:
        return None
    if lines.is_constant and target == lines.lower:
        return "met"
    if lines.lower <= target <= lines.upper:
        return "hit_or_miss"
    return "missed" if (target > lines.upper) == (direction == "increase") else "met"
