"""What came in, what was refused, and from which release does a figure come?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import deliveries, shell, states
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.take_away import sheet_of, take_away
from dashboard.texts import texts
from metrics import words
from metrics.indicator import ORGANISATIONS

view = shell.view("data")
t = texts(view.language)
shown = data.release()
if shown is None:
    states.nothing_published(t)
else:
    today = data.today()
    st.html(
        page_head(t.data_question, committee_name(view, shown), view, t)
        + f"<section><h2>{escape(t.overview_next)}</h2>{deliveries.next_steps(shown, today, view)}</section>"
        + f"<section><h2>{escape(t.overview_age)}</h2>{deliveries.ages(shown, today, view)}</section>"
    )
    for which in ORGANISATIONS:
        part = shown.manifest["organisations"].get(which)
        title = t.deliveries_title.format(organisation=words.ORGANISATION[which][view.language])
        body = (
            deliveries.table(which, part, view)
            if part
            else states.notice(
                t.data_awaiting.format(organisation=words.ORGANISATION[which][view.language]), kind="awaiting"
            )
        )
        st.html(f"<section><h2>{escape(title)}</h2>{body}</section>")
    st.html(
        f"<section><h2>{escape(t.lineage_title)}</h2><p>{escape(t.lineage_text)}</p>"
        f"{deliveries.lineage(shown, view)}</section>"
        f'<section class="files"><h2>{escape(t.take_title)}</h2><p>{escape(t.take_text)}</p></section>'
    )
    release_id, cells = shown.release_id, shown.cells
    take_away(lambda: sheet_of(release_id, cells), f"samsyn_{release_id}", view)
