"""How does our unit do, and what have we promised?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, register_desk
from dashboard.components import badges, register_form, shell, states
from dashboard.components import unit_page as page
from dashboard.components.finding import headline
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.page_part import section
from dashboard.components.scorecard_sheet import scorecard_sheet
from dashboard.components.take_away import take_away
from dashboard.components.unit_figures import UnitFigures, unit_figures
from dashboard.texts import texts
from dashboard.texts import unit as say
from dashboard.view import View
from governance.entries import Confirmation, id_of
from metrics.breaks import in_manifest
from pipelines.published import Published


@st.cache_resource(show_spinner=False, max_entries=64)
def found(key: str, view: View, period: str, _shown: Published) -> UnitFigures:
    """The page's figures, kept by release, register and view."""
    cells, rows = data.cells_until(_shown.cells, view.until), data.rows("unit", view.unit, view.until)
    breaks = in_manifest(_shown.manifest["committee"])
    return unit_figures(view.unit, period, rows, cells, data.register_entries(), breaks, data.last_days(view.unit))


def versions(figures: UnitFigures) -> dict[str, int]:
    """The version of each confirmation on the page: what a change of it is held against."""
    every = [id_of(each) for each in figures.confirmations.values()]
    held = {each: data.register().held(Confirmation, each) for each in every}
    return {each: one.version for each, one in held.items() if one is not None}


def show(shown: Published, view: View, unit: Mapping[str, Any]) -> None:
    """The page of one unit."""
    language, t, committee = view.language, texts(view.language), shown.manifest["committee"]
    period = view.until or next(iter(data.quarters()), "")
    figures, today = found(data.key(), view, period, shown), data.today()
    small = data.merged("unit", view.unit)
    others = [
        (each["name"][language], replace(view, unit="").to("unit", item=each["id"]), each["id"] == unit["id"])
        for each in committee["units"]
    ]
    own = replace(view, unit="", item=str(unit["id"]))
    menus = badges.filters(own, committee, data.quarters(), t, offered=())
    chosen = f'<div class="badges">{badges.menu(t.filter_unit, unit["name"][language], others)}{menus}</div>'
    line = " · ".join(filter(None, (page.facts(unit, language), committee_name(view, shown))))
    st.html(
        page_head(unit["name"][language], line, view, t, filters=chosen)
        + shell.missing(view, shown)
        + page.leaders(figures, language)
        + headline(figures.rows, language)
        + page.measures(figures, view, small)
    )
    take_away(
        lambda: scorecard_sheet(figures.rows, language, small), f"{t.file_unit}_{unit['id']}_{shown.release_id}", view
    )
    st.html(
        '<div class="columns"><div>'
        + section(say.POSITION_TITLE, page.position(figures, view), language)
        + section(say.HISTORY_TITLE, page.history(figures, view), language)
        + "</div><div>"
        + section(say.ACTIONS_TITLE, page.actions(figures, today, language), language)
        + "</div></div>"
    )
    label = badges.quarter_label(period, language) if period else ""
    heading = escape(say.CONFIRM_TITLE[language].format(period=label))
    st.html(
        f"<section><h2>{heading}</h2>{register_form.writing(view)}"
        + page.confirmation(figures, period, versions(figures), register_desk.acting(view), language)
        + "</section>"
    )


asked = shell.view("unit")
release = data.release()
if release is None:
    states.nothing_published(asked)
else:
    units = {unit["id"]: unit for unit in release.manifest["committee"]["units"]}
    named = asked.item or asked.unit
    if named in units:
        show(release, replace(asked, unit=named, group="", item=named), units[named])
    else:
        title, text = (say.UNKNOWN_TITLE, say.UNKNOWN_TEXT) if named else (say.CHOOSE_TITLE, say.CHOOSE_TEXT)
        st.html(
            states.state(title[asked.language].format(id=named), text[asked.language])
            + page.choices(release.manifest["committee"], asked)
        )
