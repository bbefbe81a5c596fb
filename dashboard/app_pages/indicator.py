"""What is this figure, and is its change real?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.components import badges, comparators, control_chart, cycle_list, funnel_chart, parties, shell, states
from dashboard.components import indicator_page as page
from dashboard.components import indicator_side as side
from dashboard.components import indicator_table as table
from dashboard.components import indicator_words as words
from dashboard.components.chart_guide import guide
from dashboard.components.decision_list import about
from dashboard.components.page_head import ignored
from dashboard.components.register_link import with_links
from dashboard.components.take_away import take_away
from dashboard.components.unit_files import take_units
from dashboard.texts import indicator as say
from dashboard.texts import texts
from dashboard.theme import mode
from dashboard.view import View
from metrics.indicator import Indicator
from metrics.scorecard import Row
from pipelines.published import Published


def choose(view: View) -> None:
    """No measure in the address, or one that does not exist: all there are."""
    language = view.language
    title, text = (say.UNKNOWN_TITLE, say.UNKNOWN_TEXT) if view.item else (say.CHOOSE_TITLE, say.CHOOSE_TEXT)
    st.html(
        states.state(title[language].format(id=view.item), text[language])
        + words.measures([row.indicator for row in data.rows()], view)
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def units_beside(
    key: str, view: View, _indicator: Indicator, _shown: Published, _place: page.Place
) -> funnel_chart.Units | None:
    """The units beside each other, kept by release, register and view."""
    cells = data.cells_until(_shown.cells, view.until)
    found = funnel_chart.units(cells, _indicator, _place.units, _place.organisations)
    left = {(which, unit): day for unit in _place.units for which, day in data.last_days(unit).items()}
    return found and replace(found, left=left)


def show(row: Row, view: View, shown: Published) -> None:
    """One measure, in the cut the address asks for."""
    language, indicator = view.language, row.indicator
    committee, register = shown.manifest["committee"], data.register_entries(view.until)
    place = page.place(committee)
    names, member = place.organisations, place.member(view)
    filters = badges.filters(view, committee, data.quarters(), texts(language), offered=indicator.breakdowns)
    small, anew = data.merged(view.breakdown, view.member), data.recalculations(view.until)
    sides = words.statements(row, names, anew, language, small, data.last_days(view.unit))
    st.html(words.head(row, view, member, filters) + sides)

    key, targets = f"{data.key()} {view}", data.targets(view.until)
    pair = page.pair(row, names, targets, register, view.unit, place.breaks)
    main, aside = st.columns([7, 3], gap="large")
    with main:
        if pair:
            st.html(words.chart_title(row, language))
            control_chart.show(pair, key, language, mode(), words.chart_text(row, names, language))
            marks = with_links(words.marks_list(pair.marks, language, view=view), register, view)
            st.html(words.legend(row, pair, language) + marks + guide("control_chart", language))
        st.html(table.titled(row, names, view))
        take_away(
            lambda: table.sheet(row, names, language, release=shown.release_id, member=member),
            "_".join(filter(None, (shown.release_id, indicator.id, view.member))),
            view,
            (lambda: words.image(row, pair, member, shown, language, key)) if pair else None,
        )
        if seated := parties.beside(indicator, data.cells_until(shown.cells, view.until), names, language):
            st.html(seated)
        if published := comparators.beside(indicator, shown, language):
            st.html(published)
        if units := units_beside(key, view, indicator, shown, place):
            funnel_chart.show(units, key, language, mode(), view.unit)
            take_units(units, key, view, shown)
    with aside:
        beside = side.beside(row, names, register, data.price_index(view.until), view)
        tried = cycle_list.about(indicator, register.cycles, view)
        st.html(with_links(beside, register, view) + about(indicator.id, register, view, data.today()) + tried)


asked = shell.view("indicator")
release = data.release()
if release is None:
    states.nothing_published(asked)
elif asked.item not in {row.indicator.id for row in data.rows()}:
    choose(asked)
else:
    indicator = next(row.indicator for row in data.rows() if row.indicator.id == asked.item)
    view, note = page.declared(indicator, asked)
    if notices := ignored(view, texts(view.language)) + (states.notice(note[view.language]) if note else ""):
        st.html(notices)
    rows = data.rows(view.breakdown, view.member, view.until)
    show(next(row for row in rows if row.indicator.id == indicator.id), view, release)
