"""What needs our attention today?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import deliveries, shell, states
from dashboard.components import overview_signals as overview
from dashboard.components.finding import tally
from dashboard.components.page_head import committee_name, page_head
from dashboard.texts import texts
from dashboard.view import View

view = shell.view("overview")
t = texts(view.language)
shown = data.release()
if shown is None:
    states.nothing_published(t)
else:
    # The overview is about everything, now: filters in the address belong to the pages it links to.
    whole = View(page="overview", language=view.language)
    rows, today, decided = data.rows(), data.today(), data.register_found()
    sections = (
        (t.overview_signals, overview.signal_list(rows, whole)),
        *(((t.overview_targets, overview.targets_not_met(rows, whole)),) if decided else ()),
        (t.overview_balance, overview.balance(rows, whole)),
    )
    aside = (
        (t.overview_next, deliveries.next_steps(shown, today, whole)),
        (t.overview_age, deliveries.ages(shown, today, whole)),
        (t.overview_refused, deliveries.refused(shown, whole)),
        *(((t.overview_coming, overview.coming_targets(data.targets(), rows, today, whole)),) if decided else ()),
    )

    def section(title: str, body: str) -> str:
        """One part of the page under its heading."""
        return f"<section><h2>{escape(title)}</h2>{body}</section>"

    st.html(
        page_head(t.overview_question, committee_name(whole, shown), whole, t)
        + shell.missing(whole, shown)
        + tally(rows, view.language)
        + f'<div class="columns"><div>{"".join(section(*part) for part in sections)}</div>'
        + f"<div>{''.join(section(*part) for part in aside)}</div></div>"
    )
