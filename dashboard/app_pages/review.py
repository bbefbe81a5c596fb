"""What did the year show, what is lacking, and what do we propose?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import review_list as listed
from dashboard.components import review_page, shell, states
from dashboard.components import review_reading as reading
from dashboard.components.indicator_page import place
from dashboard.components.page_head import page_head
from dashboard.components.register_form import writing
from dashboard.texts import review as say
from dashboard.texts import texts
from dashboard.view import View
from pipelines.published import Published


def show_all(view: View, shown: Published) -> None:
    """Every review and how far it has come, and a form for a new one."""
    language, contents = view.language, data.register_entries()
    groups = place(shown.manifest["committee"]).groups
    t = texts(language)
    st.html(
        page_head(t.page_review, say.QUESTION[language], view, t)
        + shell.missing(view, shown)
        + listed.opening(contents, view)
        + listed.table(contents, groups, view)
        + writing(view)
        + listed.start(contents, groups, language)
    )


def show_one(view: View, shown: Published) -> None:
    """One review, in the part the address asks for."""
    seen = reading.standing(view.item)
    if seen is None:
        title, text = say.UNKNOWN_TITLE.format(id=view.item), say.UNKNOWN_TEXT
        back = f'<p><a href="{escape(view.to("review"))}">{escape(say.ALL[view.language])}</a></p>'
        st.html(states.state(title[view.language], text[view.language]) + back)
        return
    review_page.show(review_page.made(seen, shown, view))


asked = shell.view("review")
release = data.release()
if release is None:
    states.nothing_published(asked)
elif asked.item:
    show_one(asked, release)
else:
    show_all(asked, release)
