"""Which services, how much, and for which groups?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.components import badges, services_page, shell, states, target_group_page
from dashboard.components.indicator_page import Place, place
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.page_part import section
from dashboard.components.resource_files import Shelf, take_kinds
from dashboard.components.services_figures import kept
from dashboard.texts import services as say
from dashboard.texts import target_groups as group_say
from dashboard.texts import texts
from dashboard.view import View
from pipelines.published import Published


def show(shown: Published, view: View, here: Place) -> None:
    """The whole page for one view."""
    language, t, key = view.language, texts(view.language), f"{data.key()} {view}"
    figures = kept(data.key(), view.until, shown, here.groups)
    filters = badges.filters(view, shown.manifest["committee"], data.quarters(), t, offered=())
    st.html(
        page_head(t.page_services, committee_name(view, shown), view, t, filters=filters)
        + shell.missing(view, shown)
        + services_page.opening(figures, language)
    )
    panels = services_page.kinds_chart(figures)
    if panels:
        services_page.show_kinds(figures, panels, key, language)
    groups = services_page.groups(figures, here.groups, language)
    contents = data.register_entries(view.until)
    st.html(
        services_page.measures(figures, view, data.merged("all", ""))
        + (section(say.GROUPS_TITLE, groups, language) if groups else "")
        + target_group_page.listed(contents, view)
        + section(say.CHANGES_TITLE, services_page.changes(contents.events, view), language)
        + section(say.CAVEATS_TITLE, services_page.caveats(figures, language), language)
    )
    take_kinds(figures, panels, Shelf(shown=shown, here=here, view=view, key=key))


asked = shell.view("services")
release = data.release()
unknown = states.notice(group_say.UNKNOWN[asked.language].format(id=asked.item)) if asked.item else ""
if group := target_group_page.one(asked, data.register_entries()):
    st.html(group)
elif release is None:
    states.nothing_published(asked)
    st.html(unknown + target_group_page.listed(data.register_entries(), replace(asked, item="")))
else:
    if unknown:
        st.html(unknown)
    show(release, replace(asked, item="", unit="", group=""), place(release.manifest["committee"]))
