"""The value axis two panels share: round ends, round ticks, and labels that keep apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.indicator import PARTS_OF_ONE, Unit
from metrics.problem import Language


@dataclass(frozen=True)
class Scale:
    """A value axis from `low` to `high`, with a line at each of `ticks`."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def decimals(self) -> int:
        """How many decimals the ticks need, so that all of them are written alike.

        >>> Scale(0.45, 0.55, (0.45, 0.475, 0.5)).decimals
        3
        """
        return max(len(f"{tick:.10f}".rstrip("0").partition(".")[2]) for tick in self.ticks)

    def label(self, language: Language, unit: Unit) -> str:
        """The expression that writes a tick: a share as per cent, other figures with the chart's own decimal mark.

        >>> scale([1.4, 2.2], lowest=0, highest=None).label("sv", "per_person")
        "format(datum.value, ',.1f')"
        >>> scale([0.1, 0.4], lowest=0, highest=1).label("en", "points")
        "format(100 * datum.value, '.0f')"
        """
        if unit in PARTS_OF_ONE:
            sign = {"sv": " + '\u00a0%'", "en": " + '%'"}[language] if unit == "share" else ""
            return f"format(100 * datum.value, '.{max(0, self.decimals - 2)}f'){sign}"
        return f"format(datum.value, ',.{self.decimals}f')"

    def pixel(self, value: float, height: float) -> float:
        """How far below the top a value stands, inside the panel."""
        inside = min(max(value, self.low), self.high)
        return height * (self.high - inside) / (self.high - self.low)


def scale(values: Iterable[float], *, lowest: float | None, highest: float | None) -> Scale:
    """The axis that holds all the values, with three to six round steps.

    In      lowest, highest  what the measure can be at all: an axis never promises a share over 100 %
    >>> scale([0.52, 0.86], lowest=0, highest=1)
    Scale(low=0.5, high=0.9, ticks=(0.5, 0.6, 0.7, 0.8, 0.9))
    """
    found = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(found), max(found)
    if low == high:
        room = abs(low) * 0.1 or 0.5
        low, high = low - room, high + room
    low = max(low, lowest) if lowest is not None else low
    high = min(high, highest) if highest is not None else high
    step = _round_step((high - low) / 4)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(n * step, 10) for n in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def apart(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """The wanted places moved as little as it takes for them to stand `gap` apart, in the same order.

    >>> apart([50.0, 55.0], gap=20, low=0, high=100)
    [42.5, 62.5]
    """

    def inside(members: Sequence[int]) -> float:
        """The middle of a group of labels: where they want it, as far as the panel reaches."""
        half = gap * (len(members) - 1) / 2
        return min(max(sum(wanted[n] for n in members) / len(members), low + half), high - half)

    groups: list[list[int]] = []  # labels that touch
    for n in sorted(range(len(wanted)), key=lambda n: wanted[n]):
        members = [n]
        while groups and inside(members) - inside(groups[-1]) < gap * (len(members) + len(groups[-1])) / 2:
            members = groups.pop() + members
        groups.append(members)
    placed = [0.0] * len(wanted)
    for members in groups:
        for at, n in enumerate(members):
            placed[n] = inside(members) + gap * (at - (len(members) - 1) / 2)
    return placed


def _round_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return size * next(step for step in (1, 2, 2.5, 5, 10) if step * size >= rough - 1e-12)
