"""What came in, what was refused, and from which release does a figure come?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import comparators, deliveries, lineage, shell, states
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.take_away import sheet_of, take_away
from dashboard.texts import data as say
from dashboard.texts import texts
from metrics import words
from metrics.indicator import ORGANISATIONS, Organisation
from pipelines.published import Published


def came_in(which: Organisation, shown: Published) -> str:
    """One organisation's deliveries, what was refused by rule, and what a steward let pass."""
    name = words.ORGANISATION[which][language]
    part = shown.manifest["organisations"].get(which)
    if part:
        body = "".join(
            (
                deliveries.table(which, part, view),
                deliveries.refused_by_rule(part, language),
                deliveries.let_pass(part, language),
            )
        )
    else:
        body = states.notice(t.data_awaiting.format(organisation=name), kind="awaiting")
    return section(t.deliveries_title.format(organisation=name), body)


def section(title: str, body: str, kind: str = "") -> str:
    """One part of the page under its heading."""
    return f'<section class="{kind}"><h2>{escape(title)}</h2>{body}</section>'


view = shell.view("data")
t, language = texts(view.language), view.language
release = data.release()
if release is None:
    states.nothing_published(view)
else:
    today = data.today()
    st.html(
        page_head(t.data_question, committee_name(view, release), view, t)
        + lineage.section(view, release)
        + section(t.overview_next, deliveries.next_steps(release, today, view))
        + section(t.overview_age, deliveries.ages(release, today, view) + deliveries.plan(release, today, view))
    )
    for organisation in ORGANISATIONS:
        st.html(came_in(organisation, release))
    published, broken = comparators.every(release, language), deliveries.series_breaks(release, language)
    st.html(
        (section(say.BREAKS[language], broken) if broken else "")
        + (section(say.PUBLISHED[language], published, "desk") if published else "")
        + section(say.STEWARDS[language], deliveries.stewards(language))
        + section(t.lineage_title, f"<p>{escape(t.lineage_text)}</p>{deliveries.lineage(release, view)}")
        + section(t.take_title, f"<p>{escape(t.take_text)}</p>", "files")
    )
    release_id, cells = release.release_id, release.cells
    take_away(lambda: sheet_of(release_id, cells), f"samsyn_{release_id}", view)
