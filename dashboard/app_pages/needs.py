"""Whose needs are unmet, and is it changing?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import needs_page as parts
from dashboard.components import needs_reading, needs_words, shell, states
from dashboard.components.indicator_page import place
from dashboard.components.page_head import page_head
from dashboard.texts import needs as say
from dashboard.texts import texts
from dashboard.view import View
from pipelines.published import Published


def show(view: View, shown: Published) -> None:
    """The page in the cut the address asks for; where nothing is published, what is missing."""
    language, names = view.language, place(shown.manifest["committee"])
    cut = f"{view.until} {view.rater} {view.organisation} {view.against}"
    cells = data.cells_until(shown.cells, view.until)
    reading = needs_reading.kept(cells, view, names.groups, f"{data.key()} {cut}")
    if reading is None or not reading.sides:
        st.html(states.state(say.NOTHING_TITLE[language], say.NOTHING_TEXT[language]) + shell.missing(view, shown))
        return
    filters = needs_words.filters(reading, view, names.organisations, data.quarters())
    st.html(
        page_head(say.TITLE[language], say.QUESTION[language], view, texts(language), filters=filters)
        + shell.missing(view, shown)
        + needs_words.silent(reading, view, shown.manifest["organisations"], names.organisations)
        + needs_words.headline(reading, language)
    )
    page = parts.NeedsPage(
        reading=reading,
        place=names,
        register=data.register_entries(view.until),
        shown=shown,
        view=view,
        key=f"{data.key()} {cut}",
    )
    for part in (parts.profile, parts.dimensions, parts.change, parts.agreement, parts.groups, parts.through):
        part(page)


asked = shell.view("needs")
release = data.release()
if release is None:
    states.nothing_published(asked)
else:
    show(asked, release)
