"""Do plans hold what they promise?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import page_section, plans_reading, shell, states
from dashboard.components import plans_page as parts
from dashboard.components.indicator_page import place
from dashboard.components.page_head import page_head
from dashboard.texts import plans as say
from dashboard.texts import texts
from dashboard.view import View
from pipelines.published import Published


def show(view: View, shown: Published) -> None:
    """The page in the cut the address asks for; where nothing is published, what is missing."""
    language, names = view.language, place(shown.manifest["committee"]).organisations
    key = f"{data.key()} {view.until} {view.organisation}"
    reading = plans_reading.kept(data.cells_until(shown.cells, view.until), view, key)
    if reading is None or not reading.sides:
        st.html(states.state(say.NOTHING_TITLE[language], say.NOTHING_TEXT[language]) + shell.missing(view, shown))
        return
    menus = [
        page_section.year_filter(view, reading.year.year, data.quarters()),
        page_section.organisation_filter(view, names),
    ]
    filters = page_section.filters(menus, language)
    st.html(
        page_head(say.TITLE[language], say.QUESTION[language], view, texts(language), filters=filters)
        + shell.missing(view, shown)
    )
    page = parts.PlansPage(reading=reading, names=names, shown=shown, view=view, key=key)
    for part in (parts.headline, parts.way, parts.time, parts.parties):
        part(page)


asked = shell.view("plans")
release = data.release()
if release is None:
    states.nothing_published(asked)
else:
    show(asked, release)
