"""How do we stand, on both sides, in balance?"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components import badges, scorecard_table, shell, states
from dashboard.components.chart_guide import guide
from dashboard.components.finding import headline
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.scorecard_sheet import scorecard_sheet
from dashboard.components.take_away import take_away
from dashboard.texts import texts

view = shell.view("scorecard")
t = texts(view.language)
shown = data.release()
if shown is None:
    states.nothing_published(view)
else:
    rows = data.rows(view.breakdown, view.member, view.until)
    filters = badges.filters(view, shown.manifest["committee"], data.quarters(), t)
    st.html(
        page_head(t.page_scorecard, committee_name(view, shown), view, t, filters=filters)
        + shell.missing(view, shown)
        + headline([row for row in rows if view.breakdown in row.indicator.breakdowns], view.language)
        + scorecard_table.legend(t)
    )
    scorecard_table.show(view)
    st.html(guide("sparkline", view.language))
    small = data.merged(view.breakdown, view.member)
    take_away(lambda: scorecard_sheet(rows, view.language, small), f"{t.file_scorecard}_{shown.release_id}", view)
