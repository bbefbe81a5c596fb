"""What is on the agenda, who comes, what did we say?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import meeting_forms as forms
from dashboard.components import meeting_list as listed
from dashboard.components import register_form, shell
from dashboard.components.page_head import page_head
from dashboard.texts import meetings as say
from dashboard.texts import texts
from dashboard.view import View
from governance.entries import Contents


def show_all(view: View, contents: Contents) -> None:
    """All meetings, and a form for the next."""
    language = view.language
    rows = (
        listed.meeting_rows(contents, contents.meetings, view) if contents.meetings else f"<p>{say.NONE[language]}</p>"
    )
    st.html(page_head(say.TITLE[language], say.QUESTION[language], view, texts(language)) + rows)
    last = contents.meetings[-1] if contents.meetings else None
    st.html(
        register_form.writing(view)
        + f"<section><h2>{escape(say.NEW[language])}</h2>{forms.new_meeting(last, language)}</section>"
    )


show_all(shell.view("meetings"), data.register_entries())
