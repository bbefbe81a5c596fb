"""A table of shaded squares as a drawing, for who takes it away: the page itself shows it as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard.theme import PALETTE, Colour

SQUARE = 22
"""Pixels from one row to the next."""
STRONG = 3
"""The step of shade from which a square is dark, and its text light."""
STEPS = (0.0, 0.1, 0.22, 0.36, 0.9, 1.0)
"""How much of the hue each step has; as in the style sheet."""


SHADES = (0.05, 0.15, 0.25, 0.35, 0.5)
"""Shares from which a square is one step darker, where a chart has no steps of its own."""


@dataclass(frozen=True, kw_only=True)
class Square:
    """One square: what stands in it, and how dark it is, 0 to 5."""

    row: str
    column: str
    text: str
    step: int = 0


def drawing(title: str, rows: Sequence[str], columns: Sequence[str], squares: Sequence[Square], hue: Colour) -> Any:
    """One panel of squares under its title, as Altair draws it in the light theme."""
    colour = PALETTE["light"]
    values = [vars(each) | {"depth": STEPS[each.step], "strong": each.step > STRONG} for each in squares]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X(
            "column:N",
            sort=None,
            scale=alt.Scale(domain=list(columns)),
            axis=alt.Axis(title=None, orient="top", labelAngle=0, labelLimit=0),
        ),
        y=alt.Y(
            "row:N", sort=None, scale=alt.Scale(domain=list(rows)), axis=alt.Axis(title=None, labelLimit=0, grid=False)
        ),
    )
    ink = alt.condition("datum.strong", alt.value(colour["paper"]), alt.value(colour["ink"]))
    squared = base.mark_rect(color=colour[hue]).encode(opacity=alt.Opacity("depth:Q", scale=None, legend=None))
    named = base.mark_text(fontSize=12).encode(text="text:N", color=ink)
    chart = alt.layer(squared, named).properties(height=SQUARE * len(rows))
    return chart.properties(title=alt.TitleParams(title, color=colour[hue], offset=6))
