"""What needs our attention today?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import attention_balance, deliveries, shell, states
from dashboard.components import overview_signals as overview
from dashboard.components import overview_work as work
from dashboard.components.decision_list import late_of_open
from dashboard.components.finding import tally
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.register_link import with_links
from dashboard.texts import overview as say
from dashboard.texts import texts
from dashboard.view import View

Part = tuple[str, str]


def section(title: str, body: str) -> str:
    """One part of the page under its heading."""
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def columns(*every: tuple[Part, ...], kind: str = "columns") -> str:
    """Parts side by side."""
    drawn = "".join(f"<div>{''.join(section(*part) for part in parts)}</div>" for parts in every)
    return f'<div class="{kind}">{drawn}</div>'


view = shell.view("overview")
t = texts(view.language)
shown = data.release()
if shown is None:
    states.nothing_published(view)
else:
    # The overview is about everything, now: filters in the address belong to the pages it links to.
    whole = View(page="overview", language=view.language)
    language, rows, today, decided = view.language, data.rows(), data.today(), data.register_found()
    contents = data.register_entries()
    targets = with_links(overview.targets_not_met(rows, whole), contents, whole)
    coming = with_links(overview.coming_targets(data.targets(), rows, today, whole), contents, whole)
    figures: tuple[Part, ...] = ((t.overview_signals, overview.signal_list(rows, whole)),)
    committee: tuple[Part, ...] = ()
    if decided:
        figures += ((t.overview_targets, targets),)
        committee = (
            (say.NEXT_MEETING[language], work.meeting(contents, whole)),
            (say.LATE[language], work.late(contents, whole, today)),
            (say.ENDS[language], work.ending(contents, whole, today)),
            (say.SEE_TO[language], work.see_to(contents, whole, today)),
            (t.overview_coming, coming),
        )
    stewards: tuple[tuple[Part, ...], ...] = (
        ((t.overview_age, deliveries.ages(shown, today, whole)),),
        ((t.overview_next, deliveries.next_steps(shown, today, whole)),),
        ((t.overview_refused, deliveries.refused(shown, whole)),),
    )
    st.html(
        page_head(t.overview_question, committee_name(whole, shown), whole, t)
        + shell.missing(whole, shown)
        + tally(rows, language)
        + (f'<p class="finding second">{escape(late_of_open(contents, today)[language])}</p>' if decided else "")
        + columns(figures, committee)
    )
    if decided:
        st.html(section(say.ATTENTION[language], attention_balance.attention(contents, rows, whole)))
        attention_balance.take_attention(contents, rows, whole)
    st.html(columns(*stewards, kind="thirds data"))
