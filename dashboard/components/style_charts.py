"""The pictures of needs, plans, the timeline and the year in the style guide, drawn by the pages' own code."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from dashboard import data
from dashboard import style_pictures as pictures
from dashboard.components import (
    needs_charts,
    needs_tables,
    plans_charts,
    plans_tables,
    row_chart,
    timeline_chart,
    year_wheel,
)
from dashboard.components.page_section import beside
from dashboard.style_samples import NAMES
from dashboard.texts import style_guide as say
from dashboard.theme import Mode, mode
from dashboard.view import View
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text

KEY = "style_guide"


def show(view: View) -> None:
    """Every picture under its name."""
    _needs(view)
    _plans(view)
    _timeline(view)
    _year(view)


def _needs(view: View) -> None:
    language, found = view.language, pictures.needs()
    own, reach = {side.organisation: side for side in found.sides}, needs_charts.reach_of(found)

    def profile(which: Organisation, shade: Mode) -> Any:
        panel = needs_charts.profile_panel(own[which], "user", NAMES[which][language], language)
        return row_chart.drawing(panel, language, shade)

    def change(which: Organisation, shade: Mode) -> Any:
        panel = needs_charts.change_panel(own[which], NAMES[which][language], reach, language)
        return row_chart.drawing(panel, language, shade)

    def dimensions(shade: Mode) -> dict[str, Any]:
        return row_chart.finished(needs_charts.dimensions_drawing(found, NAMES, language, shade), language, shade)

    for name, title, draw in (("profile", say.PROFILE, profile), ("change", say.CHANGE, change)):
        _titled(title, view)
        beside(ORGANISATIONS, NAMES, draw, name, KEY, title[language], view)
    _titled(say.DIMENSIONS, view)
    row_chart.show(dimensions, "dimensions", KEY, language, mode(), say.DIMENSIONS[language])
    _titled(say.HEAT, view, needs_tables.heat(found, NAMES, language))


def _plans(view: View) -> None:
    language, found = view.language, pictures.plans()
    led = {side.organisation: side for side in found.sides}

    def way(which: Organisation, shade: Mode) -> Any:
        panel = plans_charts.way_panel(led[which], NAMES[which][language], language)
        return row_chart.drawing(panel, language, shade)

    def curve(shade: Mode) -> dict[str, Any]:
        return row_chart.finished(plans_charts.curve_drawing(found, NAMES, language, shade), language, shade)

    _titled(say.WAY, view)
    beside(ORGANISATIONS, NAMES, way, "way", KEY, say.WAY[language], view)
    _titled(say.CURVE, view)
    row_chart.show(curve, "curve", KEY, language, mode(), say.CURVE[language])
    _titled(say.MATRIX, view, plans_tables.matrix(found, NAMES, language))


def _timeline(view: View) -> None:
    _titled(say.TIMELINE, view)
    text = say.TIMELINE[view.language]
    timeline_chart.show(pictures.timeline(), None, f"{KEY} timeline", view.language, mode(), text)


def _year(view: View) -> None:
    year = data.today().year
    st.html(year_wheel.wheel(year, pictures.meetings(year), pictures.ROUND, view))


def _titled(title: Text, view: View, below: str = "") -> None:
    st.html(f'<h3 class="chart-title">{escape(title[view.language])}</h3>{below}')
