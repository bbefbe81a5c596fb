"""How did we get here?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import data
from dashboard.components import chart_image, happening_page, shell, states
from dashboard.components import timeline_chart as chart
from dashboard.components import timeline_list as words
from dashboard.components.chart_guide import guide, lines
from dashboard.components.costs_split import line_of
from dashboard.components.line_panels import Panel
from dashboard.components.page_head import committee_name, page_head
from dashboard.components.take_away import take_away
from dashboard.components.timeline_moments import Moment, Shown, moments, shown
from dashboard.texts import texts
from dashboard.texts import timeline as say
from dashboard.theme import mode
from dashboard.view import View
from metrics import words as named
from metrics.indicator import ORGANISATIONS
from metrics.scorecard import Row
from pipelines.published import Published


@st.cache_resource(show_spinner=False, max_entries=4)
def every(key: str) -> tuple[Moment, ...]:
    """All moments of the register, kept by its state."""
    return moments(data.register_entries())


@st.cache_resource(show_spinner=False, max_entries=64)
def chosen_of(key: str, chosen: tuple[tuple[str, str], ...]) -> Shown:
    """The moments that a reader's filters leave; a filter that means nothing leaves all."""
    own = dict(chosen)
    first, last = (int(own[name]) if own.get(name, "").isdigit() else None for name in ("from", "to"))
    return shown(
        every(key),
        lane=own.get("lane", "") if own.get("lane") in say.LANES else "",
        theme=own.get("theme", "") if own.get("theme") in say.THEMES else "",
        first=first or 0,
        last=last or 9999,
    )


def overlay(row: Row) -> Panel:
    """One measure of both organisations, to lie over the same years."""
    lines = tuple(
        line_of(row.of(which).series, named.capitalised(named.ORGANISATION[which])) for which in ORGANISATIONS
    )
    one = row.indicator
    most = 1.0 if one.unit == "share" else None
    return Panel(title=one.name, unit=one.unit, decimals=one.decimals, lines=lines, most=most, height=130)


def show(release: Published, view: View, rows: Mapping[str, Row]) -> None:
    """The whole page for one choice of filters."""
    language, t, key = view.language, texts(view.language), data.key()
    synthetic = bool(release.manifest["committee"]["synthetic"])
    whole, found = every(key), chosen_of(key, view.more)
    first, last = (whole[0].first.year, max(each.last.year for each in whole)) if whole else (0, 0)
    measures = {each: row.indicator for each, row in rows.items()}
    filters = words.filters(view, dict(view.more), first, last, measures) if whole else ""
    head = page_head(say.QUESTION[language], committee_name(view, release), view, t, filters=filters)
    contents = data.register_entries()
    if not found.moments:
        nothing = say.NOTHING if whole else say.EMPTY
        enter = "" if whole else happening_page.enter(contents, view)
        st.html(head + shell.missing(view, release) + states.notice(nothing[language]) + enter)
        return
    waiting = happening_page.waiting(contents, data.today(), view)
    st.html(head + shell.missing(view, release) + words.finding(found, language) + waiting)
    panel = overlay(rows[view.item]) if view.item else None
    drawn, title, text = f"{key} {view.address}", say.CHART[language], words.chart_text(found, language)
    with st.container(key="timeline_chart"):
        st.html(words.chart_head(panel.title if panel else None, language, synthetic=synthetic))
        chart.show(found, panel, drawn, language, mode(), text)
    told = words.table(found, view, synthetic=synthetic) + words.how(found, language, synthetic=synthetic)
    st.html(guide("timeline", language) + told)

    def image() -> dict[str, Any]:
        """The drawing, ready to stand alone."""
        under = f"{committee_name(view, release)}{' · ' + t.synthetic if synthetic else ''}"
        spec = chart.built(found, panel, drawn, language, "light")
        return chart_image.framed(spec, title, under, words.notes(language) + lines("timeline", language))

    take_away(lambda: words.sheet(found, language), f"samsyn_{say.FILE[language]}", view, image)
    st.html(happening_page.enter(contents, view))


asked = shell.view("timeline")
published = data.release()
if entry := happening_page.one(asked, data.register_entries()):
    st.html(entry)
elif published is None:
    states.nothing_published(asked)
    entered = data.register_entries()
    waits = happening_page.waiting(entered, data.today(), asked)
    st.html(happening_page.unknown(asked) + waits + happening_page.enter(entered, asked))
else:
    measured = {row.indicator.id: row for row in data.rows(until=asked.until)}
    if asked.item and asked.item not in measured:
        st.html(states.notice(say.OVERLAY_UNKNOWN[asked.language]))
    if unknown := happening_page.unknown(asked):
        st.html(unknown)
    filtered = replace(asked, more=tuple(each for each in asked.more if each[0] != "entry"))
    show(published, filtered if asked.item in measured else replace(filtered, item=""), measured)
