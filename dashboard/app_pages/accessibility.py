"""Who can use this, what was tried, and whom to tell when something stands in the way?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import accessibility_page as page
from dashboard.components import shell
from dashboard.components.page_head import page_head
from dashboard.texts import accessibility as say
from dashboard.texts import texts

view = shell.view("accessibility")
language, t = view.language, texts(view.language)
st.html(page_head(t.page_accessibility, say.QUESTION[language], view, t) + page.statement(view, data.release()))
