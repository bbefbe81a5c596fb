"""Figures over one time axis, a panel for each thing that is measured: both organisations' lines in every panel.

For what is read beside each other without limits of usual variation: a cost beside the needs met, kinds of contact.
Built once per release, arguments, language and theme as a Vega-Lite dictionary, and shown as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import streamlit as st

from dashboard.components import chart_rows as rows
from dashboard.components.chart_marks import Mark
from dashboard.components.chart_rows import Row
from dashboard.components.chart_scale import Scale, apart, scale
from dashboard.components.chart_shown import show_chart
from dashboard.components.chart_time import time_axis, years
from dashboard.components.control_chart import BADGE_HEIGHT, FITTED, SHAPES
from dashboard.theme import PALETTE, Mode, chart_config
from metrics import periods, words
from metrics.indicator import Organisation, Unit
from metrics.periods import Grain
from metrics.problem import Language, Text
from metrics.series import Flag

LABEL_GAP = 15.0


@dataclass(frozen=True, kw_only=True)
class Line:
    """One organisation's figures; a period without one is a gap in the line, never bridged.

    In      name   what stands at the end of the line
            flags  why a period has no figure
    """

    organisation: Organisation
    name: Text
    grain: Grain
    periods: tuple[date, ...]
    values: tuple[float | None, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, kw_only=True)
class Level:
    """What was agreed, from one day to another."""

    from_on: date
    to_on: date
    value: float
    name: Text


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One thing measured, on an axis of its own.

    In      least, most  what it can be at all
            from_zero    whether its axis begins at nothing: so it does where amounts are compared
            up_to        a value its axis reaches at least, so that several panels have one scale
    """

    title: Text
    unit: Unit
    decimals: int
    lines: tuple[Line, ...]
    levels: tuple[Level, ...] = ()
    height: int = 150
    least: float | None = 0.0
    most: float | None = None
    from_zero: bool = False
    up_to: float | None = None


@dataclass(frozen=True, kw_only=True)
class Panels:
    """All panels, and what was decided and happened above them.

    In      span  first and last day of the time axis
    """

    panels: tuple[Panel, ...]
    span: tuple[date, date]
    marks: Sequence[Mark] = ()


def show(panels: Panels, key: str, language: Language, mode: Mode, text: str) -> None:
    """The panels on the page.

    In      key   everything they depend on but language and theme: built once for each
            text  what they show, for those who do not see them
    """
    with st.container(key=f"chart_{mode}_{key.split()[-1]}"):
        show_chart(lambda: built(panels, key, language, mode), f"lines {key} {language} {mode}", text)


@st.cache_data(show_spinner=False, max_entries=256)
def built(_panels: Panels, key: str, language: Language, mode: Mode) -> dict[str, Any]:
    """The drawing, from memory where it has been made before; Streamlit leaves `_panels` out of what it is kept by."""
    return spec(_panels, language, mode)


def spec(panels: Panels, language: Language, mode: Mode) -> dict[str, Any]:
    """The panels as a Vega-Lite dictionary, one above the other over a shared time axis."""
    drawing = _Drawing(panels, language, mode)
    views = [drawing.badges()] if any(not mark.before for mark in panels.marks) else []
    views += [drawing.panel(each, last=each is panels.panels[-1]) for each in panels.panels]
    made: dict[str, Any] = alt.vconcat(*views, spacing=10).resolve_scale(x="shared", y="independent").to_dict()
    return made | FITTED | {"config": chart_config(mode, language)}


def axis_of(panel: Panel) -> Scale:
    """The axis that holds the panel's figures and levels."""
    found = [value for line in panel.lines for value in line.values if value is not None]
    found += [level.value for level in panel.levels]
    found += [0.0] if panel.from_zero else []
    found += [panel.up_to] if panel.up_to is not None else []
    return scale(found, lowest=panel.least, highest=panel.most)


class _Drawing:
    """The layers of all panels, in one language and theme."""

    def __init__(self, panels: Panels, language: Language, mode: Mode) -> None:
        self.panels, self.language = panels, language
        self.colour = PALETTE[mode]
        first, last = panels.span
        self.ends = (rows.utc(first), rows.utc(last + timedelta(days=1)))

    def badges(self) -> alt.LayerChart | alt.FacetChart:
        """The numbers of what was decided and what happened, over the time they belong to."""
        shown = [mark for mark in self.panels.marks if not mark.before]
        height = BADGE_HEIGHT * (1 + max(mark.row for mark in shown))
        data = [rows.mark(mark, height - BADGE_HEIGHT * (mark.row + 0.5), self.language) for mark in shown]
        y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0]), axis=None)
        chart = alt.Chart(alt.InlineData(values=data)).encode(x=time_axis(self.ends), y=y)
        ink, paper = self.colour["ink"], self.colour["paper"]
        return alt.layer(
            chart.mark_rule(color=self.colour["muted"], strokeWidth=1, aria=False).encode(y2=alt.datum(height)),
            chart.mark_point(shape="circle", size=250, filled=True, stroke=ink, strokeWidth=1.25, opacity=1).encode(
                fill=alt.condition("datum.decided", alt.value(ink), alt.value(paper)),
                description="said:N",
                tooltip=[alt.Tooltip("said:N", title="")],
            ),
            chart.mark_text(fontSize=11, fontWeight=600, aria=False).encode(
                text="number:N", color=alt.condition("datum.decided", alt.value(paper), alt.value(ink))
            ),
        ).properties(height=height)

    def panel(self, of: Panel, *, last: bool) -> alt.LayerChart | alt.FacetChart:
        """One panel: axes, marks, levels, lines, and the names at the ends of the lines."""
        axis = axis_of(of)
        layers = [
            self._grid(of, axis, last=last),
            *self._marks(),
            *self._levels(of),
            *(layer for line in of.lines for layer in self._line(of, line)),
            *self._names(of, axis),
        ]
        title = alt.TitleParams(of.title[self.language], offset=6, fontSize=13, frame="group")
        return alt.layer(*layers).properties(height=of.height, title=title)

    def _grid(self, of: Panel, axis: Scale, *, last: bool) -> alt.Chart:
        """An empty layer that carries both axes, so that a panel without a figure still has them."""
        ticks = list(axis.ticks)
        label = axis.label(self.language, of.unit)
        y = alt.Y(
            "value:Q",
            scale=alt.Scale(domain=[axis.low, axis.high], nice=False, zero=False),
            axis=alt.Axis(title=None, values=ticks, tickCount=len(ticks), labelExpr=label, aria=False),
        )
        frame = alt.InlineData(values=[{"on": self.ends[0], "value": axis.low}])
        carrier: alt.Chart = (
            alt.Chart(frame)
            .mark_point(opacity=0, aria=False)
            .encode(x=time_axis(self.ends, axis=years(self.panels.span, labels=last)), y=y)
        )
        return carrier

    def _marks(self) -> list[alt.Chart]:
        shown = [rows.mark(mark, 0, self.language) for mark in self.panels.marks if not mark.before]
        rule = alt.Chart(alt.InlineData(values=shown)).mark_rule(color=self.colour["muted"], opacity=0.8, aria=False)
        dash = alt.condition("datum.decided", alt.value([1, 0]), alt.value([2, 3]))
        return [rule.encode(x="on:T", strokeDash=dash)] if shown else []

    def _levels(self, of: Panel) -> list[alt.Chart]:
        """What was agreed, as a dashed line for as long as it held."""
        if not of.levels:
            return []
        data: list[Row] = [
            {
                "on": rows.utc(max(level.from_on, self.panels.span[0])),
                "to": rows.utc(min(level.to_on, self.panels.span[1]) + timedelta(days=1)),
                "value": level.value,
                "said": level.name[self.language],
            }
            for level in of.levels
        ]
        chart = alt.Chart(alt.InlineData(values=data)).mark_rule(
            color=self.colour["target"], strokeWidth=1.5, strokeDash=[7, 3], clip=True
        )
        tip = [alt.Tooltip("said:N", title="")]
        return [chart.encode(x="on:T", x2="to:T", y="value:Q", description="said:N", tooltip=tip)]

    def _line(self, of: Panel, line: Line) -> list[alt.Chart]:
        """A line that breaks at every gap, with a mark per figure."""
        data = self._points(of, line)
        if not data:
            return []
        hue = self.colour[line.organisation]
        chart = alt.Chart(alt.InlineData(values=data))
        size = {"expr": "width < 420 ? 12 : 26"}
        return [
            chart.mark_line(color=hue, strokeWidth=1.5, opacity=0.85, aria=False).encode(
                x="on:T", y="value:Q", detail="segment:N"
            ),
            chart.mark_point(shape=SHAPES[line.organisation], size=size, filled=True, color=hue, opacity=1).encode(
                x="on:T", y="value:Q", description="said:N", tooltip=[alt.Tooltip("said:N", title="")]
            ),
        ]

    def _points(self, of: Panel, line: Line) -> list[Row]:
        found: list[Row] = []
        segment = 0
        for start, value in zip(line.periods, line.values, strict=True):
            if value is None:
                segment += 1
                continue
            shown = words.amount(value, of.unit, of.decimals)[self.language]
            said = f"{line.name[self.language]}, {periods.label(start, line.grain, self.language)}: {shown}"
            found.append({"on": rows.middle(start, line.grain), "value": value, "segment": segment, "said": said})
        return found

    def _names(self, of: Panel, axis: Scale) -> list[alt.Chart]:
        """The last shown figure of every line, and the level in force, named in the right margin and kept apart."""
        ends: list[tuple[float, str, str]] = []
        for line in of.lines:
            known = [value for value in line.values if value is not None]
            if known:
                shown = words.amount(known[-1], of.unit, of.decimals)[self.language]
                ends.append((known[-1], f"{line.name[self.language]} {shown}", self.colour[line.organisation]))
        if of.levels and of.levels[-1].to_on >= self.panels.span[1]:
            ends.append((of.levels[-1].value, of.levels[-1].name[self.language], self.colour["target"]))
        wanted = [axis.pixel(value, of.height) for value, _, _ in ends]
        places = apart(wanted, gap=LABEL_GAP, low=4, high=of.height - 4)
        return [
            alt.Chart(alt.InlineData(values=[{"on": self.ends[1]}]))
            .mark_text(text=text, align="left", dx=6, color=colour, fontSize=12, aria=False)
            .encode(x="on:T", y=alt.value(place))
            for (_, text, colour), place in zip(ends, places, strict=True)
        ]
