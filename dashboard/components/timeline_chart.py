"""The timeline as a drawing: three lanes over one axis, a mark and a letter for each theme, and chains.

Built once per register, filters, language and theme as a Vega-Lite dictionary, and shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import altair as alt
import streamlit as st

from dashboard.components import line_panels
from dashboard.components.chart_rows import Row, utc
from dashboard.components.chart_shown import show_chart
from dashboard.components.control_chart import FITTED
from dashboard.components.line_panels import Panel, Panels
from dashboard.components.timeline_moments import Moment, Shown
from dashboard.texts import timeline as say
from dashboard.theme import PALETTE, Colour, Mode, chart_config
from metrics.problem import Language, Text

STEP: Final = 19
"""Pixels from one row of marks to the next."""
HEAD: Final = 26
"""Pixels of a lane's heading."""
COLOURS: Final[Mapping[str, Colour]] = dict(
    zip(say.THEMES, ("theme_structure", "theme_cooperation", "theme_users", "theme_learning"), strict=True)
)
SHAPES: Final[Mapping[str, str]] = dict(
    zip(say.THEMES, ("square", "diamond", "circle", "M0,-1L0.98,-0.3L0.7,0.9L-0.7,0.9L-0.98,-0.3Z"), strict=True)
)
SIZES: Final[Mapping[str, int]] = dict(zip(say.THEMES, (215, 270, 260, 290), strict=True))


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The places of all marks.

    In      rows   of every moment, counted within its lane
            lanes  name and height in rows, from the top
    """

    rows: Mapping[str, int]
    lanes: tuple[tuple[str, int], ...]

    @property
    def height(self) -> int:
        """Of the drawing, in pixels."""
        return sum(HEAD + STEP * rows for _, rows in self.lanes)

    def top(self, lane: str) -> int:
        """Where a lane begins."""
        names = [name for name, _ in self.lanes]
        return sum(HEAD + STEP * rows for _, rows in self.lanes[: names.index(lane)])

    def y(self, one: Moment) -> float:
        """The middle of a mark."""
        return self.top(one.lane) + HEAD + STEP * (self.rows[one.id] + 0.5)


def placed(moments: Sequence[Moment]) -> Drawn:
    """A row for every moment, so that no two of a lane lie on each other; the longest lie highest.

    Rule    a mark takes a year: two of the same year stand below each other
    """
    rows: dict[str, int] = {}
    lanes: list[tuple[str, int]] = []
    for lane in say.LANES:
        own = [each for each in moments if each.lane == lane]
        taken: list[set[int]] = []
        for one in sorted(own, key=lambda each: (each.first.year - each.last.year, each.first, each.id)):
            years = set(range(one.first.year, one.last.year + 1))
            free = next((at for at, held in enumerate(taken) if held.isdisjoint(years)), len(taken))
            if free == len(taken):
                taken.append(set())
            taken[free] |= years
            rows[one.id] = free
        if own:
            lanes.append((lane, len(taken)))
    return Drawn(rows=rows, lanes=tuple(lanes))


def show(found: Shown, overlay: Panel | None, key: str, language: Language, mode: Mode, text: str) -> None:
    """The drawing on the page.

    In      key   everything it depends on but language and theme: built once for each
            text  what it shows, for those who do not see it
    """
    with st.container(key=f"chart_{mode}_timeline"):
        whole = f"timeline {key} {language} {mode}"
        show_chart(lambda: built(found, overlay, key, language, mode), whole, text)


@st.cache_data(show_spinner=False, max_entries=64)
def built(_found: Shown, _overlay: Panel | None, key: str, language: Language, mode: Mode) -> dict[str, Any]:
    """The drawing, from memory where it has been made before."""
    return spec(_found, _overlay, language, mode)


def spec(found: Shown, overlay: Panel | None, language: Language, mode: Mode) -> dict[str, Any]:
    """The lanes as a Vega-Lite dictionary, and below them one measure over the same years."""
    first, last = found.years
    ends = utc(date(first, 1, 1)), utc(date(last + 1, 1, 1))
    lanes: dict[str, Any] = alt.vconcat(_lanes(found, language, mode, ends)).to_dict()
    if overlay:
        panels = Panels(panels=(overlay,), span=(date(first, 1, 1), date(last, 12, 31)))
        below = line_panels.spec(panels, language, mode)
        lanes["vconcat"] += below["vconcat"]
        lanes["datasets"] = lanes.get("datasets", {}) | below.get("datasets", {})
        lanes |= {"resolve": {"scale": {"x": "shared", "y": "independent"}}, "spacing": 14}
    return lanes | FITTED | {"config": chart_config(mode, language)}


def _lanes(found: Shown, language: Language, mode: Mode, ends: tuple[str, str]) -> alt.LayerChart | alt.FacetChart:
    """Bands, chains, durations and marks, from the back to the front."""
    colour, drawn = PALETTE[mode], placed(found.moments)
    held = {each.id: each for each in found.moments}
    x = alt.X("on:T", scale=alt.Scale(type="utc", domain=list(ends), nice=False), axis=_years(*found.years))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[drawn.height, 0], nice=False), axis=None)
    tops = [
        {"on": ends[0], "to": ends[1], "y": drawn.top(lane), "label": say.LANES[lane][language]}
        for lane, _ in drawn.lanes
    ]
    heads = alt.Chart(_data(tops))
    chains = [
        {"on": _middle(held[one]), "y": drawn.y(held[one]), "to": _middle(each), "below": drawn.y(each)}
        for each in found.moments
        for one in each.answers
        if one in held
    ]
    spans = [
        {"on": _middle(each), "to": utc(each.last), "y": drawn.y(each), "theme": each.theme}
        for each in found.moments
        if each.last.year > each.first.year
    ]
    layers = [
        heads.mark_point(opacity=0, aria=False).encode(x=x, y=y),  # carries both axes
        heads.mark_rule(color=colour["rule"], strokeWidth=1, aria=False).encode(x="on:T", x2="to:T", y="y:Q"),
        heads.mark_text(align="left", dx=2, dy=14, fontSize=13, fontWeight=600, aria=False).encode(
            x="on:T", y="y:Q", text="label:N"
        ),
    ]
    line: dict[str, Any] = {"color": colour["muted"], "strokeWidth": 1.25, "opacity": 0.75, "aria": False}
    if chains:
        chart = alt.Chart(_data(chains)).mark_rule(**line)
        layers.append(chart.encode(x="on:T", x2="to:T", y="y:Q", y2="below:Q"))
    for theme, name in COLOURS.items():
        long = [row for row in spans if row["theme"] == theme]
        if long:
            bar = alt.Chart(_data(long)).mark_rule(color=colour[name], strokeWidth=2.5, opacity=0.45, aria=False)
            layers.append(bar.encode(x="on:T", x2="to:T", y="y:Q"))
    for theme, name in COLOURS.items():
        for coded in (True, False):
            own = [each for each in found.moments if each.theme == theme and each.coded is coded]
            if own:
                layers += _marks(own, drawn, found, colour[name], colour["paper"], coded=coded, language=language)
    return alt.layer(*layers).properties(height=drawn.height)


def _marks(
    moments: Sequence[Moment], drawn: Drawn, found: Shown, hue: str, paper: str, *, coded: bool, language: Language
) -> list[alt.Chart]:
    """The marks of one theme: filled where they were coded, hollow where they are the register's, with a letter."""
    theme = moments[0].theme
    rows: list[Row] = [
        {"on": _middle(each), "y": drawn.y(each), "said": said(each, found, language)} for each in moments
    ]
    chart = alt.Chart(_data(rows)).encode(x="on:T", y="y:Q")
    look: dict[str, Any] = {"fill": hue if coded else paper, "stroke": hue, "strokeWidth": 1.5, "opacity": 1}
    point = chart.mark_point(shape=SHAPES[theme], size=SIZES[theme], filled=True, **look)
    letter = chart.mark_text(
        text=say.LETTERS[theme][language], fontSize=11, fontWeight=700, color=paper if coded else hue, aria=False
    )
    tip = [alt.Tooltip("said:N", title="")]
    return [point.encode(description="said:N", tooltip=tip), letter.encode(tooltip=tip)]


def said(one: Moment, found: Shown, language: Language) -> str:
    """A moment in a sentence: year, what, theme, how it went, and what it answers."""
    parts = [f"{years(one)}: {one.title[language]}", say.THEMES[one.theme][language]]
    parts += [state(one)[language]] if one.state not in ("done", "span", "context") else []
    parts += [
        say.ANSWERS[language].format(what=f"{years(before)}: {before.title[language]}")
        for before in (found.by_id[each] for each in one.answers)
    ]
    return ", ".join(parts)


def state(one: Moment) -> Text:
    """How far a moment came, in words."""
    return say.STATES.get(one.state) or one.kind


def years(one: Moment) -> str:
    """Its year, or first and last."""
    first, last = one.first.year, one.last.year
    return str(first) if first == last else f"{first}–{last}"


def _middle(one: Moment) -> str:
    """Where a mark stands: in the middle of its first year, so that what one year holds stands in one column."""
    return utc(date(one.first.year, 7, 1))


def _years(first: int, last: int) -> alt.Axis:
    """A line where each year begins, or every fifth where there are many."""
    every = 5 if last - first > 14 else 1
    values = [utc(date(year, 1, 1)) for year in range(first, last + 2) if year % every == 0]
    return alt.Axis(
        title=None, orient="top", values=values, labelExpr="utcFormat(datum.value, '%Y')", grid=True, labelFlush=True,
        labelAlign="left", labelBound=False, labelOverlap="parity", labelSeparation=7, aria=False,
    )  # fmt: skip


def _data(rows: Sequence[Row]) -> alt.InlineData:
    return alt.InlineData(values=list(rows))
