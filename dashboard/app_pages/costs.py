"""Who pays for what, and has a cost moved across the border?"""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import badges, costs_page, costs_split, line_panels, scorecard_table, shell, states
from dashboard.components.chart_guide import guide
from dashboard.components.costs_figures import kept
from dashboard.components.costs_shift import shift
from dashboard.components.indicator_page import Place, place
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.page_part import section
from dashboard.components.register_link import with_links
from dashboard.components.resource_files import Shelf, take_measures, take_needs, take_split
from dashboard.texts import costs as say
from dashboard.texts import texts
from dashboard.theme import mode
from dashboard.view import View
from metrics.indicator import Breakdown
from pipelines.published import Published

UNITS: tuple[Breakdown, ...] = ("unit",)


def show(shown: Published, view: View, here: Place) -> None:
    """The whole page for one view."""
    language, t, key = view.language, texts(view.language), f"{data.key()} {view}"
    figures, register = kept(data.key(), view, shown, tuple(here.units)), data.register_entries(view.until)
    filters = badges.filters(view, shown.manifest["committee"], data.quarters(), t, offered=UNITS)
    small = data.merged(view.breakdown, view.member)
    st.html(
        page_head(t.page_costs, committee_name(view, shown), view, t, filters=filters)
        + shell.missing(view, shown)
        + costs_page.opening(figures, language)
        + scorecard_table.table([("", list(figures.rows.values()))], view, say.TABLE[language], small)
    )
    panels = costs_split.chart(figures, register, view.unit)
    shelf = Shelf(shown=shown, here=here, view=view, key=key)
    take_measures(figures, shelf)
    if panels:
        costs_split.show(figures, panels, key, view, register)
        take_split(figures, panels, shelf)
    st.html(section(say.SHIFT_TITLE, with_links(shift(figures, view), register, view), language))
    if beside := costs_page.beside_needs(figures):
        moved = costs_page.needs_found(figures)
        title = f'<h3 class="chart-title">{escape(moved[language])}</h3>'
        sub = f'<p class="chart-sub">{escape(say.NEEDS_SUB[language])}</p>'
        st.html(section(say.NEEDS_TITLE, title + sub, language))
        line_panels.show(beside, f"{key} needs", language, mode(), costs_page.needs_words(figures, language))
        st.html(guide("cost_beside_needs", language) + costs_page.needs_table(figures, language))
        take_needs(figures, beside, shelf)
    st.html(
        '<div class="columns"><div>'
        + section(say.YEARS_TITLE, costs_page.years(figures, language), language)
        + "</div><div>"
        + section(say.FUNDING_TITLE, costs_page.funding(figures, data.today(), view), language)
        + "</div></div>"
        + costs_page.units(figures, here, view)
        + section(say.CAVEATS_TITLE, costs_page.caveats(figures, language), language)
    )


asked = shell.view("costs")
release = data.release()
if release is None:
    states.nothing_published(asked)
else:
    show(release, replace(asked, group=""), place(release.manifest["committee"]))
