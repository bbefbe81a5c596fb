"""What do the words, marks and limits mean?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import glossary_page, own_words, shell
from dashboard.components.page_head import page_head
from dashboard.components.take_away import take_away
from dashboard.texts import glossary as say
from dashboard.texts import texts
from governance.entries import Word

view = shell.view("glossary")
language, t = view.language, texts(view.language)
st.html(page_head(say.TITLE[language], say.QUESTION[language], view, t) + f'<p class="lede">{say.LEDE[language]}</p>')
query = st.text_input(
    say.SEARCH[language],
    placeholder=say.SEARCH_HINT[language],
    key="q",
    type="search",
    bind="query-params",
    live=True,
    width=448,
)
chosen = glossary_page.matching(query or "", language)
own = data.register_entries().words
st.html(
    glossary_page.found(chosen, query or "", language)
    + glossary_page.terms(chosen, own, view)
    + glossary_page.own(own, language)
)
st.html(own_words.section(data.register().held_all(Word), view))
take_away(lambda: glossary_page.sheet(chosen, own, language), say.FILE[language], view)
