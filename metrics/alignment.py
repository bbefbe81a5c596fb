"""Whether two twins measure the same thing, and whether they move together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from metrics.indicator import Comparable
from metrics.spc import ENOUGH, ControlChart
from metrics.spc.icons import side

Movement = Literal["together", "apart", "one_silent"]


@dataclass(frozen=True)
class Alignment:
    """How far two figures may be read as one.

    In      grade     same definition, comparable, or not comparable: a property of the definitions
            movement  together, apart, or one side silent: a property of the present signals;
                      None where the two are parts of one sum
    """

    grade: Comparable
    movement: Movement | None


def align(
    grade: Comparable,
    region: ControlChart | None,
    municipality: ControlChart | None,
    *,
    parts_of_one_sum: bool = False,
) -> Alignment:
    """The alignment of a twin pair.

    In      parts_of_one_sum  whether what one side gains the other loses, as where the two share a joint amount
    Rule    A side moves the way of its present signal, and stands still where its latest point is chance. Together:
            both move the same way, or both stand still. Apart: anything else. One silent: a side whose latest period
            shows no value, or whose limits rest on too few points to tell.
            Neither chance nor a signal that has passed therefore sets two sides apart.
            Parts of one sum have no movement: they always move opposite ways.
    """
    if parts_of_one_sum:
        return Alignment(grade, None)
    ways = [_way(chart) for chart in (region, municipality)]
    if None in ways:
        return Alignment(grade, "one_silent")
    return Alignment(grade, "together" if ways[0] == ways[1] else "apart")


def _way(chart: ControlChart | None) -> int | None:
    """1 up, -1 down, 0 still, None silent."""
    if chart is None or not chart.values or chart.values[-1] is None or chart.phase_points[-1] < ENOUGH:
        return None
    return side(chart.special_cause[-1])
