"""The pair of control charts: both organisations over one time axis, on one scale, with what was decided above them.

Built once per release, arguments, language and theme as a Vega-Lite dictionary, and shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from dashboard.texts import indicator as say
from dashboard.theme import PALETTE, Colour, Mode, chart_config
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language, Text
from metrics.scorecard import Signal
from metrics.series import Target
from metrics.spc import RunChart

PANEL_HEIGHT = 184
SCREEN_PANEL_HEIGHT = 114
"""Of a panel in meeting mode, where the pair is shown larger and all of it stands on one screen."""
BADGE_HEIGHT = 21
LABEL_GAP = 30.0
FITTED: dict[str, Any] = {
    "autosize": {"type": "fit-x", "contains": "padding"},
    "padding": {"left": 0, "right": 0, "top": 4, "bottom": 4},
}
"""Width follows the page: `fit-x` shrinks what is drawn, so nothing is cut off on a narrow screen."""

Layers = alt.LayerChart | alt.FacetChart  # what Altair's types make of layers given a size; always the first

SHAPES: Mapping[Organisation, str] = {"region": "circle", "municipality": "square"}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """All that the two panels show.

    In      names    what each organisation is called
            targets  the levels that are to be reached or kept, past ones too
            level_name  what such a level is called: a target, or an agreed share
            marks    decisions and events, numbered
            span     first and last day of the time axis
    """

    indicator: Indicator
    names: Mapping[Organisation, Text]
    signals: Mapping[Organisation, Signal]
    targets: Sequence[Target]
    marks: Sequence[Mark]
    span: tuple[date, date]
    level_name: Text = say.TARGET


def spec(pair: Pair, language: Language, mode: Mode, height: int = PANEL_HEIGHT) -> dict[str, Any]:
    """The pair as a Vega-Lite dictionary: badges, region, municipality, one above the other.

    In      height  of each panel
    Rule    the panels share the time scale, and their value axes have the same two ends
    """
    drawing = _Drawing(pair, language, mode, height)
    views = [drawing.badges()] if any(not mark.before for mark in pair.marks) else []
    views += [drawing.panel(organisation) for organisation in ORGANISATIONS]
    built: dict[str, Any] = alt.vconcat(*views, spacing=10).resolve_scale(x="shared").to_dict()
    return built | FITTED | {"config": chart_config(mode, language)}


def show(pair: Pair, key: str, language: Language, mode: Mode, text: str, height: int = PANEL_HEIGHT) -> None:
    """The pair on the page.

    In      key     everything the pair depends on but language, theme and height: built once for each
            text    what the chart shows, for those who do not see it
            height  of each panel
    """
    with st.container(key=f"chart_{mode}"):
        show_chart(lambda: built(pair, key, language, mode, height), f"control {key} {language} {mode} {height}", text)


@st.cache_data(show_spinner=False, max_entries=256)
def built(_pair: Pair, key: str, language: Language, mode: Mode, height: int = PANEL_HEIGHT) -> dict[str, Any]:
    """The drawing, from memory where it has been made before; Streamlit leaves `_pair` out of what it is kept by."""
    return spec(_pair, language, mode, height)


class _Drawing:
    """The layers of one pair, in one language and theme."""

    def __init__(self, pair: Pair, language: Language, mode: Mode, height: int) -> None:
        self.pair, self.language, self.height = pair, language, height
        self.colour = PALETTE[mode]
        self.axis = value_axis(pair)
        first, last = pair.span
        self.ends = (rows.utc(first), rows.utc(last + timedelta(days=1)))

    def badges(self) -> Layers:
        """The numbers of what was decided and what happened, over the time they belong to."""
        shown = [mark for mark in self.pair.marks if not mark.before]
        height = BADGE_HEIGHT * (1 + max(mark.row for mark in shown))
        data = [rows.mark(mark, height - BADGE_HEIGHT * (mark.row + 0.5), self.language) for mark in shown]
        y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0]), axis=None)
        chart = alt.Chart(_data(data)).encode(x=time_axis(self.ends), y=y)
        ink, paper = self.colour["ink"], self.colour["paper"]
        fill = alt.condition("datum.decided", alt.value(ink), alt.value(paper))
        digit = alt.condition("datum.decided", alt.value(paper), alt.value(ink))
        return alt.layer(
            chart.mark_rule(color=self.colour["muted"], strokeWidth=1, aria=False).encode(y2=alt.datum(height)),
            chart.mark_point(shape="circle", size=250, filled=True, stroke=ink, strokeWidth=1.25, opacity=1).encode(
                fill=fill, description="said:N", tooltip=[_tip("said")]
            ),
            chart.mark_text(fontSize=11, fontWeight=600, aria=False).encode(text="number:N", color=digit),
        ).properties(height=height)

    def panel(self, organisation: Organisation) -> Layers:
        """One organisation's chart."""
        signal = self.pair.signals[organisation]
        phases = rows.phases(signal, self.pair.indicator, self.language)
        own = [target for target in self.pair.targets if target.organisation == organisation]
        numbers = {mark.id: mark.number for mark in self.pair.marks}
        targets = rows.targets(own, self.pair.level_name, self.pair.span, self.pair.indicator, self.language, numbers)
        layers = [
            self._grid(organisation),
            *self._bands(rows.bands(signal), organisation),
            *self._means(phases, organisation),
            *self._marks(),
            *self._targets(targets),
            *self._series(signal, organisation),
            *self._labels(signal, phases, targets, organisation),
            *self._silence(signal),
        ]
        title = alt.TitleParams(
            f"{self.pair.names[organisation][self.language]}", color=self.colour[organisation], offset=8
        )
        return alt.layer(*layers).properties(height=self.height, title=title)

    # --- layers, from the back to the front --------------------------------------------------------------------

    def _grid(self, organisation: Organisation) -> alt.Chart:
        """An empty layer that carries both axes, so that a panel without a figure still has them."""
        bottom = organisation == ORGANISATIONS[-1]
        frame = _data([{"on": self.ends[0], "value": self.axis.low}])
        carrier: alt.Chart = (
            alt.Chart(frame)
            .mark_point(opacity=0, aria=False)
            .encode(x=time_axis(self.ends, axis=years(self.pair.span, labels=bottom)), y=self._value())
        )
        return carrier

    def _bands(self, bands: list[Row], organisation: Organisation) -> list[alt.Chart]:
        """The band of usual variation and its two limits, dashed while on trial."""
        if not bands:
            return []
        name: Colour = "region_band" if organisation == "region" else "municipality_band"
        chart = alt.Chart(_data(bands)).encode(x=self._x(), x2="to:T")
        dash = alt.condition("datum.trial", alt.value([5, 4]), alt.value([1, 0]))
        return [
            chart.mark_rect(color=self.colour[name], clip=True, aria=False).encode(y=self._y("lower"), y2="upper:Q"),
            *(
                chart.mark_rule(
                    color=self.colour[organisation], strokeWidth=1, opacity=0.75, clip=True, aria=False
                ).encode(y=self._y(side), strokeDash=dash)
                for side in ("lower", "upper")
            ),
        ]

    def _means(self, phases: list[Row], organisation: Organisation) -> list[alt.Chart]:
        """The mean of each phase."""
        if not phases:
            return []
        mean = alt.Chart(_data(phases)).mark_rule(color=self.colour[organisation], strokeWidth=1.75, clip=True)
        return [mean.encode(x=self._x(), x2="to:T", y=self._y("mean"), description="said:N", tooltip=[_tip("said")])]

    def _marks(self) -> list[alt.Chart]:
        """Vertical lines down from the badges."""
        shown = [rows.mark(mark, 0, self.language) for mark in self.pair.marks if not mark.before]
        rule = alt.Chart(_data(shown)).mark_rule(color=self.colour["muted"], strokeWidth=1, opacity=0.8, aria=False)
        dash = alt.condition("datum.decided", alt.value([1, 0]), alt.value([2, 3]))
        return [rule.encode(x=self._x(), strokeDash=dash)] if shown else []

    def _targets(self, targets: list[Row]) -> list[alt.Chart]:
        """The target as steps through time: one level line per target, joined where one replaces another."""
        if not targets:
            return []
        line: dict[str, Any] = {"color": self.colour["target"], "strokeWidth": 1.5, "strokeDash": [7, 3], "clip": True}
        level = alt.Chart(_data(targets)).mark_rule(**line)
        built = [level.encode(x=self._x(), x2="to:T", y=self._y("value"), description="said:N", tooltip=[_tip("said")])]
        if steps := rows.steps(targets):
            rise = alt.Chart(_data(steps)).mark_rule(**line, aria=False)
            built.append(rise.encode(x=self._x(), y=self._y("value"), y2="before:Q"))
        return built

    def _series(self, signal: Signal, organisation: Organisation) -> list[alt.Chart]:
        """The figures: a line that breaks at every gap, and a mark per figure with the shape of its kind."""
        data = rows.points(signal, self.pair.indicator, self.language)
        if not data:
            return []
        hue, paper = self.colour[organisation], self.colour["paper"]
        small = {"expr": "width < 420 ? 16 : 34"}
        large = {"expr": "width < 420 ? 50 : 90"}
        line = alt.Chart(_data(data)).mark_line(color=hue, strokeWidth=1.25, opacity=0.8, aria=False)
        built = [line.encode(x=self._x(), y=self._y("value"), detail="segment:N")]
        for kind in dict.fromkeys(row["kind"] for row in data):
            chart = alt.Chart(_data([row for row in data if row["kind"] == kind]))
            if kind == "common_cause":
                point = chart.mark_point(shape=SHAPES[organisation], size=small, filled=True, color=hue, opacity=1)
            else:
                shape, filled, name = rows.LOOKS[kind]
                special = self.colour[name]
                fill = special if filled else paper
                point = chart.mark_point(
                    shape=shape, size=large, filled=True, fill=fill, stroke=special, strokeWidth=1.75, opacity=1
                )
            tips = [_tip(name) for name in ("period", "shown", "n", "kind_said")]
            built.append(point.encode(x=self._x(), y=self._y("value"), description="said:N", tooltip=tips))
        return built

    def _labels(
        self, signal: Signal, phases: list[Row], targets: list[Row], organisation: Organisation
    ) -> list[alt.Chart]:
        """The lines in force are named in the right margin, kept apart; earlier phases above their band."""
        axis, now = self.axis, []
        if phases and phases[-1]["current"]:
            level = say.MEDIAN if isinstance(signal.chart, RunChart) else say.MEAN
            name = level[self.language].format(value=phases[-1]["label"])
            now.append((phases[-1]["mean"], name, self.colour[organisation]))
        now += [(row["value"], row["label"], self.colour["target"]) for row in targets if row["in_force"]]
        places = apart(
            [axis.pixel(value, self.height) for value, _, _ in now], gap=LABEL_GAP, low=8, high=self.height - 14
        )
        built = [
            alt.Chart(_data([{"on": self.ends[1]}]))
            .mark_text(text=text.split("\n"), align="left", dx=6, color=colour, fontSize=12, lineHeight=14, aria=False)
            .encode(x=self._x(), y=alt.value(place - 3))
            for (_, text, colour), place in zip(now, places, strict=True)
        ]
        earlier = [
            {"on": phase["on"], "top": axis.pixel(phase["top"], self.height) - 5, "label": phase["label"]}
            for phase in phases
            if not phase["current"] and phase["points"] >= rows.ROOM_FOR_LABEL
        ]
        for colour, width in ((self.colour["paper"], 4), (self.colour[organisation], 0)):
            built += [
                alt.Chart(_data([row]))
                .mark_text(
                    align="left",
                    baseline="bottom",
                    dx=2,
                    fontSize=12,
                    color=colour,
                    stroke=colour,
                    strokeWidth=width,
                    aria=False,
                )
                .encode(x=self._x(), y=alt.value(row["top"]), text="label:N")
                for row in earlier
            ]
        return built

    def _silence(self, signal: Signal) -> list[alt.Chart]:
        """What has no figure, along the bottom: a tick per period, and the word where it is protected."""
        data = rows.silent(signal, self.language)
        if not data:
            return []
        chart = alt.Chart(_data(data)).encode(x=self._x(), y=alt.value(self.height - 3))
        named = [row for row in data if row["label"]]
        label = alt.Chart(_data(named)).encode(x=self._x(), y=alt.value(self.height - 14), text="label:N")
        halo: dict[str, Any] = {"stroke": self.colour["paper"], "strokeWidth": 4, "fontSize": 12, "aria": False}
        return [
            chart.mark_tick(orient="vertical", size=6, thickness=1.5, color=self.colour["common"]).encode(
                description="said:N", tooltip=[_tip("said")]
            ),
            label.mark_text(color=self.colour["paper"], **halo),
            label.mark_text(color=self.colour["muted"], fontSize=12, aria=False),
        ]

    # --- scales ------------------------------------------------------------------------------------------------

    def _value(self) -> alt.Y:
        """The value axis, the same in both panels."""
        ticks = list(self.axis.ticks)
        label = self.axis.label(self.language, self.pair.indicator.unit)
        axis = alt.Axis(title=None, values=ticks, tickCount=len(ticks), labelExpr=label, aria=False)
        domain = alt.Scale(domain=[self.axis.low, self.axis.high], nice=False, zero=False)
        return alt.Y("value:Q", scale=domain, axis=axis)

    def _x(self) -> alt.X:
        return alt.X("on:T")

    def _y(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q")


def value_axis(pair: Pair) -> Scale:
    """The axis that holds both organisations' figures, limits and targets."""
    found: list[float] = [target.value for target in pair.targets]
    for signal in pair.signals.values():
        found += [value for value in signal.series.values if value is not None]
        found += [band[side] for band in rows.bands(signal) for side in ("lower", "upper")]
    lowest, highest = pair.indicator.reach
    return scale(found, lowest=lowest, highest=highest)


def _data(values: list[Row]) -> alt.InlineData:
    return alt.InlineData(values=values)


def _tip(field: str) -> alt.Tooltip:
    return alt.Tooltip(f"{field}:N", title="")
