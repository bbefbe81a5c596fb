"""Charts of named rows: bars side by side on one scale, a panel per organisation, the rows in a fixed order.

Built once per release, arguments, language and theme as a Vega-Lite dictionary, and shown as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import streamlit as st

from dashboard.components.chart_shown import show_chart
from dashboard.components.control_chart import FITTED
from dashboard.theme import PALETTE, Mode, chart_config
from metrics.indicator import Organisation
from metrics.problem import Language

Fill = Literal["full", "part", "outline"]
"""full     dark: what asks for attention
part     light: the rest of what is there
outline  only its edge: what could be"""

LANE = 11
ROW = 30
"""Pixels of a bar, and at least of a row: a name may stand on two lines."""
LINE_BREAK = "|"
LONGEST_LINE = 20
_LOOKS: dict[Fill, dict[str, Any]] = {
    "outline": {"fillOpacity": 0, "strokeOpacity": 0.55, "strokeWidth": 1},
    "part": {"fillOpacity": 0.3, "strokeWidth": 0},
    "full": {"fillOpacity": 1, "strokeWidth": 0},
}


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar, from `start` to `end`, in one of its row's lanes; `said` is what it tells when asked."""

    row: str
    start: float
    end: float
    fill: Fill
    said: str
    lane: int = 0


@dataclass(frozen=True, kw_only=True)
class Note:
    """A short text beside a bar."""

    row: str
    at: float
    text: str
    lane: int = 0
    is_before: bool = False
    is_strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One organisation's rows.

    In      title     the organisation's name, or nothing where the page says it above
            rows      every row's name, in order; headings too
            headings  rows that only name those below them
            reach     the two ends of the scale
            has_axis  whether the scale is of per cent and written out
            lanes     how many bars a row has side by side
    """

    organisation: Organisation
    title: str
    rows: Sequence[str]
    bars: Sequence[Bar]
    notes: Sequence[Note] = ()
    headings: Sequence[str] = ()
    reach: tuple[float, float] = (0.0, 1.0)
    has_axis: bool = True
    lanes: int = 1


def show(
    draw: Callable[[Mode], dict[str, Any]], name: str, key: str, language: Language, mode: Mode, text: str
) -> None:
    """The chart on the page.

    In      draw  makes the drawing in a theme; called once for each key, language and theme
            key   everything the drawing depends on but language and theme, and which of the page's charts it is
            text  what it shows, for those who do not see it
    """
    with st.container(key=f"chart_{mode}_{name}"):
        whole = f"{key} {name}"
        show_chart(lambda: built(draw, whole, language, mode), f"rows {whole} {language} {mode}", text)


@st.cache_data(show_spinner=False, max_entries=256)
def built(_draw: Callable[[Mode], dict[str, Any]], key: str, language: Language, mode: Mode) -> dict[str, Any]:
    """The drawing, from memory where it has been made before; Streamlit leaves `_draw` out of what it is kept by."""
    return _draw(mode)


def spec(panel: Panel, language: Language, mode: Mode) -> dict[str, Any]:
    """One panel as a Vega-Lite dictionary."""
    return finished(drawing(panel, language, mode), language, mode)


def finished(chart: Any, language: Language, mode: Mode) -> dict[str, Any]:
    """A chart of one view as the dictionary that is shown."""
    made: dict[str, Any] = chart.to_dict()
    return made | FITTED | {"config": chart_config(mode, language)}


def together(panels: Sequence[Any], language: Language) -> dict[str, Any]:
    """Panels one above the other, in the light theme: what is taken away as a picture."""
    made: dict[str, Any] = alt.vconcat(*panels, spacing=24).to_dict()
    return made | {"config": chart_config("light", language)}


def drawing(panel: Panel, language: Language, mode: Mode) -> Any:
    """One panel, as Altair draws it."""
    colour = PALETTE[mode]
    hue = colour[panel.organisation]
    y = row_axis(panel.rows, panel.headings, mode)
    offset = alt.YOffset("lane:O", scale=alt.Scale(domain=list(range(panel.lanes)), paddingInner=0.15))
    label = "format(100 * datum.value, '.0f')" + {"sv": " + '\u00a0%'", "en": " + '%'"}[language]
    axis = alt.Axis(title=None, tickCount=5, labelExpr=label, grid=True, aria=False, orient="top")
    x = alt.X(
        "start:Q",
        scale=alt.Scale(domain=list(panel.reach), nice=False, zero=False),
        axis=axis if panel.has_axis else None,
    )
    frame = [{"row": row, "start": panel.reach[0], "lane": 0} for row in panel.rows]
    layers: list[Any] = [alt.Chart(_data(frame)).mark_point(opacity=0, aria=False).encode(x=x, y=y)]
    for fill, looks in _LOOKS.items():
        bars = [vars(bar) for bar in panel.bars if bar.fill == fill]
        if bars:
            layers.append(
                alt.Chart(_data(bars))
                .mark_bar(fill=hue, stroke=hue, cornerRadius=0, **looks)
                .encode(
                    x=x,
                    x2="end:Q",
                    y=y,
                    yOffset=offset,
                    description="said:N",
                    tooltip=[alt.Tooltip("said:N", title="")],
                )
            )
    for before in (True, False):
        notes = [vars(note) for note in panel.notes if note.is_before == before]
        if notes:
            layers.append(
                alt.Chart(_data(notes))
                .mark_text(
                    align="right" if before else "left",
                    dx=-4 if before else 4,
                    fontSize=12,
                    color=colour["ink"],
                    aria=False,
                    fontWeight={"expr": "datum.is_strong ? 700 : 400"},
                )
                .encode(x=alt.X("at:Q"), y=y, yOffset=offset, text="text:N")
            )
    chart = alt.layer(*layers).properties(height=len(panel.rows) * max(LANE * panel.lanes + 6, ROW))
    return chart.properties(title=alt.TitleParams(panel.title, color=hue, offset=6)) if panel.title else chart


def row_axis(rows: Sequence[str], headings: Sequence[str], mode: Mode, *, has_bars: bool = True) -> alt.Y:
    """The rows in the order given, with their names on two lines where they are long.

    In      has_bars  whether bars lie in the rows; marks alone need no room between them
    """
    colour = PALETTE[mode]
    is_heading = " || ".join(f"datum.value === {heading!r}" for heading in headings) or "false"
    return alt.Y(
        "row:N",
        sort=None,
        scale=alt.Scale(domain=list(rows), paddingInner=0.2) if has_bars else alt.Scale(domain=list(rows)),
        axis=alt.Axis(
            title=None,
            labelExpr=f"split(datum.label, '{LINE_BREAK}')",
            labelLimit=0,
            labelFontSize=12,
            labelLineHeight=12,
            labelOffset=_conditional(f"indexof(datum.label, '{LINE_BREAK}') >= 0", -6, 0),
            labelFontWeight=_conditional(is_heading, 700, 400),
            labelColor=colour["ink"],
            aria=False,
        ),
    )


def _conditional(test: str, then: float, otherwise: float) -> Any:
    return {"condition": {"test": test, "value": then}, "value": otherwise}


def broken(name: str) -> str:
    """A name with the mark where it may go on to a second line: at the space nearest its middle.

    >>> broken("Kost"), broken("Information om tillstånd och behandling")
    ('Kost', 'Information om|tillstånd och behandling')
    """
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= LONGEST_LINE or not spaces:
        return name
    middle = min(spaces, key=lambda at: abs(at - len(name) / 2))
    return name[:middle] + LINE_BREAK + name[middle + 1 :]


def _data(values: Sequence[dict[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=list(values))
