"""Units beside each other: a funnel where chance is known, else one line per unit; in fixed order, never a ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any, Final

import altair as alt
import polars as pl
import streamlit as st

from dashboard.components import icons
from dashboard.components.chart_guide import guide
from dashboard.components.chart_scale import scale
from dashboard.components.chart_shown import show_chart
from dashboard.components.control_chart import FITTED, SHAPES
from dashboard.components.data_table import Cell, as_html
from dashboard.texts import indicator as say
from dashboard.texts import long_date, texts
from dashboard.theme import PALETTE, Mode, chart_config
from metrics import periods, words
from metrics.funnel import Funnel, funnel_limits, funnel_points
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language, Text
from metrics.series import Flag, arrange, series_from

OTHER = "other"
PANEL_HEIGHT = 150
UNIT_HEIGHT = 26
APART: Final[Mapping[Organisation, int]] = {"region": -4, "municipality": 4}
"""How far from its row's middle a mark stands, in pixels: two equal values are two marks."""
_STEPS = 60
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class UnitFigure:
    """One unit's published figure in the period shown."""

    value: float | None
    n: float | None
    flag: Flag


@dataclass(frozen=True, kw_only=True)
class Units:
    """All units of both organisations in one period.

    In      order    unit ids in the committee's own order; the small ones put together come last
            names    what each unit is called
            funnel   None where the measure is not a share of counts: no limits are known for it
            left     the last day of an organisation that has left a unit or closed it
    """

    indicator: Indicator
    period_start: date
    order: tuple[str, ...]
    names: Mapping[str, Text]
    organisations: Mapping[Organisation, Text]
    figures: Mapping[tuple[Organisation, str], UnitFigure]
    funnel: Funnel | None
    left: Mapping[tuple[Organisation, str], date] = field(default_factory=dict)


def units(
    cells: pl.DataFrame, indicator: Indicator, names: Mapping[str, Text], organisations: Mapping[Organisation, Text]
) -> Units | None:
    """The units of the latest period published by unit; None where there is none."""
    own = cells.filter((pl.col("indicator_id") == indicator.id) & (pl.col("breakdown") == "unit"))
    if own.is_empty():
        return None
    latest: date = max(own["period_start"].to_list())
    figures = _figures(own.filter(pl.col("period_start") == latest), indicator)
    present = {unit for _, unit in figures}
    return Units(
        indicator=indicator,
        period_start=latest,
        order=(*(unit for unit in names if unit in present), *((OTHER,) if OTHER in present else ())),
        names={**names, OTHER: say.OTHER_UNITS},
        organisations=organisations,
        figures=figures,
        funnel=funnel_points(cells, indicator, latest) if indicator.measure == "share" else None,
    )


def _figures(cells: pl.DataFrame, indicator: Indicator) -> dict[tuple[Organisation, str], UnitFigure]:
    """Each unit's figure as its series has it: a share of both organisations' amount is no published cell."""
    found = {}
    for unit in cells["group"].unique().sort():
        arranged = arrange(cells, "unit", unit)
        for organisation in ORGANISATIONS:
            one = series_from(arranged, indicator, organisation)
            if one.periods:
                n = None if indicator.divides_money else one.denominators[-1]
                found[(organisation, unit)] = UnitFigure(value=one.values[-1], n=n, flag=one.flags[-1])
    return found


def show(shown: Units, key: str, language: Language, mode: Mode, chosen: str) -> None:
    """Words, chart and table, on the page."""
    marks = "".join(icons.side(which, shown.organisations[which][language]) for which in ORGANISATIONS)
    title = found(shown, language).removesuffix(".")
    st.html(
        f"<section><h2>{escape(say.UNITS_TITLE[language])}</h2>"
        f'<h3 class="chart-title">{escape(title)}</h3><p>{escape(words_of(shown, language))}</p>'
        f'<p class="keys">{marks}</p></section>'
    )
    with st.container(key=f"chart_{mode}_units"):
        text = f"{found(shown, language)} {words_of(shown, language)} {say.CHART_TABLE[language]}"
        whole = f"units {key} {language} {mode} {chosen}"
        show_chart(lambda: built(shown, key, language, mode, chosen), whole, text)
    st.html(f'{guide("units", language)}<div class="units">{table(shown, language)}</div>')


@st.cache_data(show_spinner=False, max_entries=256)
def built(_shown: Units, key: str, language: Language, mode: Mode, chosen: str) -> dict[str, Any]:
    """The drawing, from memory where it has been made before; Streamlit leaves `_shown` out of what it is kept by."""
    return spec(_shown, language, mode, chosen)


def spec(shown: Units, language: Language, mode: Mode, chosen: str = "") -> dict[str, Any]:
    """The chart as a Vega-Lite dictionary.

    In      chosen  the unit whose series is on the page: marked, not lifted out of its place
    """
    chart = (
        _funnels(shown, shown.funnel, language, mode, chosen) if shown.funnel else _dots(shown, language, mode, chosen)
    )
    built: dict[str, Any] = chart.to_dict()
    return built | FITTED | {"config": chart_config(mode, language)}


def found(shown: Units, language: Language) -> str:
    """What the chart shows in a sentence: which units lie outside, or from where to where they go."""
    if shown.funnel is None:
        values = [figure.value for figure in shown.figures.values() if figure.value is not None]
        if not values:
            return say.UNITS_NONE[language]
        low, high = (words.figure(shown.indicator, end)[language] for end in (min(values), max(values)))
        return say.UNITS_RANGE[language].format(low=low, high=high)
    outside = [point for point in shown.funnel.points if point.position != "within"]
    named = "; ".join(
        f"{shown.names[point.unit][language]} ({words.ORGANISATION[point.organisation][language]})" for point in outside
    )
    return (say.FUNNEL_OUTSIDE if outside else say.FUNNEL_NONE_OUTSIDE)[language].format(units=named)


def words_of(shown: Units, language: Language) -> str:
    """What the chart shows, and why it is no ranking; then the units that are not shown."""
    grain = shown.indicator.breakdowns["unit"]
    when = periods.label(shown.period_start, grain, language)
    if shown.funnel is None:
        text = say.DOTS_TEXT[language].format(period=when)
    else:
        ask = any(point.position != "within" for point in shown.funnel.points)
        text = say.FUNNEL_TEXT[language].format(period=when) + (f" {say.FUNNEL_ASK[language]}" if ask else "")
    hidden = [
        f"{shown.names[unit][language]} ({words.ORGANISATION[organisation][language]})"
        for organisation in ORGANISATIONS
        for unit in shown.order
        if (figure := shown.figures.get((organisation, unit))) is not None and figure.flag == "suppressed"
    ]
    protected = f" {say.UNITS_HIDDEN[language].format(units=', '.join(hidden))}" if hidden else ""
    return text + protected


def table(shown: Units, language: Language) -> str:
    """All units in fixed order: each side's value, its n, and its place where that is outside the funnel."""
    placed = {(point.organisation, point.unit): point.position for point in shown.funnel.points} if shown.funnel else {}
    head = [say.UNIT[language], *(shown.organisations[which][language] for which in ORGANISATIONS)]
    rows = []
    for unit in shown.order:
        cells = []
        for which in ORGANISATIONS:
            figure = shown.figures.get((which, unit), UnitFigure(value=None, n=None, flag="no_data"))
            if figure.value is None and (left := shown.left.get((which, unit))):
                t = texts(language)
                cells.append(Cell(t.unit_closed, "structural_zero", note=long_date(t, left)))
                continue
            text = words.figure(shown.indicator, figure.value, figure.flag)[language]
            notes = (
                [say.OF[language].format(n=words.number(figure.n)[language])]
                if figure.n and figure.value is not None
                else []
            )
            outside = placed.get((which, unit), "within")
            notes += [say.POSITION[outside][language]] if outside != "within" else []
            cells.append(Cell(text, figure.flag, note=", ".join(notes)))
        rows.append((shown.names[unit][language], cells))
    return as_html(say.UNITS_CAPTION[language], head, rows, figures=2, main=2)


def _funnels(shown: Units, funnel: Funnel, language: Language, mode: Mode, chosen: str) -> alt.VConcatChart:
    """One funnel per organisation, on the same two axes: each has its own middle."""
    points = funnel.points
    widest = max((point.n for point in points), default=1.0) * 1.06
    narrowest = max(1.0, min((point.n for point in points), default=1.0) * 0.8)
    curves = {
        which: [
            {"n": n, "centre": centre}
            | dict(zip(("l95", "u95", "l998", "u998"), funnel_limits(centre, n, funnel.between[which]), strict=True))
            for n in (narrowest + (widest - narrowest) * step / _STEPS for step in range(_STEPS + 1))
        ]
        for which, centre in funnel.centres.items()
    }
    axis = scale(
        [point.value for point in points]
        + [row[name] for rows in curves.values() for row in rows for name in ("l95", "u95")],
        lowest=0.0,
        highest=1.0,
    )
    colour = PALETTE[mode]
    panels = []
    for organisation in ORGANISATIONS:
        last = organisation == ORGANISATIONS[-1]
        x = alt.X(
            "n:Q",
            scale=alt.Scale(domain=[narrowest, widest], nice=False, zero=False),
            axis=alt.Axis(
                title=say.FUNNEL_X[language] if last else None, labels=last, tickCount=5, format=",d", aria=False
            ),
        )
        y = alt.Y(
            "value:Q",
            scale=alt.Scale(domain=[axis.low, axis.high], nice=False, zero=False),
            axis=alt.Axis(
                title=None,
                values=list(axis.ticks),
                tickCount=len(axis.ticks),
                labelExpr=axis.label(language, "share"),
                aria=False,
            ),
        )
        layers: list[alt.Chart] = [
            alt.Chart(alt.InlineData(values=[{"n": narrowest, "value": axis.low}]))
            .mark_point(opacity=0, aria=False)
            .encode(x=x, y=y)
        ]
        if curve := curves.get(organisation):
            base = alt.Chart(alt.InlineData(values=curve)).encode(x="n:Q")
            layers += [
                base.mark_line(
                    color=colour[organisation] if name == "centre" else colour["muted"],
                    strokeWidth=1.5 if name == "centre" else 1,
                    strokeDash=dash,
                    clip=True,
                    aria=False,
                ).encode(y=f"{name}:Q")
                for name, dash in (
                    ("centre", [1, 0]),
                    ("l95", [4, 3]),
                    ("u95", [4, 3]),
                    ("l998", [1, 2]),
                    ("u998", [1, 2]),
                )
            ]
        middle = (narrowest + widest) / 2
        own = [
            _funnel_row(shown, point, language, chosen) | {"first": point.n < middle}
            for point in points
            if point.organisation == organisation
        ]
        layers += _unit_marks(own, organisation, mode)
        title = alt.TitleParams(shown.organisations[organisation][language], color=colour[organisation], offset=8)
        panels.append(alt.layer(*layers).properties(height=PANEL_HEIGHT, title=title))
    together: alt.VConcatChart = alt.vconcat(*panels, spacing=10).resolve_scale(x="shared")
    return together


def _funnel_row(shown: Units, point: Any, language: Language, chosen: str) -> Row:
    name = shown.names[point.unit][language]
    value, n = words.figure(shown.indicator, point.value)[language], words.number(point.n)[language]
    place = say.POSITION[point.position][language]
    said = f"{name}: {value}, {say.OF[language].format(n=n)}, {place}"
    outside = point.position != "within"
    return {"n": point.n, "value": point.value, "said": said, "outside": outside, "chosen": point.unit == chosen} | {
        "name": name if outside or point.unit == chosen else ""
    }


def _unit_marks(rows: Sequence[Row], organisation: Organisation, mode: Mode) -> list[alt.Chart]:
    """The units: filled inside the limits, hollow and named outside, ringed where the page is about them.

    Rule    a name stands towards the middle of the chart, clear of the numbers at its edge
    """
    if not rows:
        return []
    colour = PALETTE[mode]
    chart = alt.Chart(alt.InlineData(values=list(rows))).encode(x="n:Q", y="value:Q")
    hue = colour[organisation]
    sides: dict[str, dict[str, Any]] = {
        "datum.first": {"align": "left", "dx": 12},
        "!datum.first": {"align": "right", "dx": -12},
    }
    fill = alt.condition("datum.outside", alt.value(colour["paper"]), alt.value(hue))
    return [
        chart.mark_point(shape=SHAPES[organisation], size=70, filled=True, stroke=hue, strokeWidth=2, opacity=1).encode(
            fill=fill, description="said:N", tooltip=[alt.Tooltip("said:N", title="")]
        ),
        chart.transform_filter("datum.chosen")
        .mark_point(shape="circle", size=260, filled=False, color=colour["ink"], strokeWidth=1.25, aria=False)
        .encode(),
        *(
            chart.transform_filter(where).mark_text(fontSize=12, aria=False, **side, **look).encode(text="name:N")
            for where, side in sides.items()
            for look in (
                {"color": colour["paper"], "stroke": colour["paper"], "strokeWidth": 4},
                {"color": colour["ink"]},
            )
        ),
    ]


def _dots(shown: Units, language: Language, mode: Mode, chosen: str) -> alt.LayerChart | alt.FacetChart:
    """One line per unit with both organisations' marks on it."""
    colour, indicator = PALETTE[mode], shown.indicator
    rows: list[Row] = [
        {"unit": shown.names[unit][language], "value": figure.value, "organisation": organisation}
        | {"said": _dot_words(shown, organisation, unit, figure, language)}
        for organisation in ORGANISATIONS
        for unit in shown.order
        if (figure := shown.figures.get((organisation, unit))) is not None and figure.value is not None
    ]
    found = [row["value"] for row in rows] or [0.0, 1.0]
    room = (max(found) - min(found)) * 0.04  # no mark stands on the units' names
    lowest, highest = indicator.reach
    axis = scale([min(found) - room, max(found) + room], lowest=lowest, highest=highest)
    order = [shown.names[unit][language] for unit in shown.order]
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[axis.low, axis.high], nice=False, zero=False),
        axis=alt.Axis(
            title=indicator.unit_text[language], values=list(axis.ticks), grid=True, labelOverlap=True,
            labelExpr=axis.label(language, indicator.unit), aria=False,
        ),
    )  # fmt: skip
    y = alt.Y("unit:N", sort=order, scale=alt.Scale(domain=order), axis=alt.Axis(title=None, grid=True, aria=False))
    name = shown.names[chosen][language] if chosen in shown.names else ""
    own = {which: [row for row in rows if row["organisation"] == which] for which in ORGANISATIONS}
    said = [alt.Tooltip("said:N", title="")]
    marks = [
        alt.Chart(alt.InlineData(values=each or [{}]))
        .mark_point(shape=SHAPES[which], size=80, filled=True, color=colour[which], opacity=1, aria=bool(each))
        .encode(x=x, y=y, yOffset=alt.value(APART[which]), description="said:N", tooltip=said)
        for which, each in own.items()
    ]
    ring = (
        alt.Chart(alt.InlineData(values=[row for row in rows if row["unit"] == name] or [{}]))
        .mark_point(shape="circle", size=260, filled=False, color=colour["ink"], strokeWidth=1.25, aria=False)
        .encode(x=x, y=y)
    )
    return alt.layer(*marks, ring).properties(height=UNIT_HEIGHT * len(order))


def _dot_words(shown: Units, organisation: Organisation, unit: str, figure: UnitFigure, language: Language) -> str:
    value = words.figure(shown.indicator, figure.value)[language]
    n = f", {say.OF[language].format(n=words.number(figure.n)[language])}" if figure.n is not None else ""
    return f"{shown.names[unit][language]}, {shown.organisations[organisation][language]}: {value}{n}"
