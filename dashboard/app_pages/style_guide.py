"""What does each component look like, in each of its states?"""

from __future__ import annotations

import streamlit as st

from dashboard.components import shell
from dashboard.components.page_head import page_head
from dashboard.texts import texts

view = shell.view("style_guide")
t = texts(view.language)
st.html(page_head(t.page_style_guide, "", view, t))
