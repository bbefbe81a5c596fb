"""What does each measure mean, on each side?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import definition, shell, states
from dashboard.components.how_to_read import how_to_read
from dashboard.components.indicator_page import place
from dashboard.components.page_head import page_head
from dashboard.components.take_away import take_away
from dashboard.texts import definition as say
from dashboard.texts import texts
from metrics.catalogue import catalogue, catalogue_hash

view = shell.view("definitions")
language, t = view.language, texts(view.language)
shown = data.release()
if shown is None:
    states.nothing_published(view)
else:
    st.html(page_head(say.TITLE[language], say.QUESTION[language], view, t))
    query = st.text_input(
        say.SEARCH[language],
        placeholder=say.SEARCH_HINT[language],
        key="q",
        type="search",
        bind="query-params",
        live=True,
        width=448,
    )
    every = catalogue()
    chosen = definition.matching(every, query or "", language)
    names = place(shown.manifest["committee"]).organisations
    st.html(
        definition.found(chosen, every, query or "", language)
        + definition.contents(chosen, view)
        + definition.articles(chosen, every, names, view)
        + how_to_read(language)
        + definition.fingerprint(catalogue_hash(), shown.manifest["catalogue_hash"], language)
    )
    take_away(lambda: definition.sheet(chosen, language), f"{shown.release_id}_{t.page_definitions.lower()}", view)
