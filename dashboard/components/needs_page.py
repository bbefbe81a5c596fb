"""The page about needs put together: each part under the finding it states, with its chart and the table below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from dashboard.components import icons, needs_groups, needs_words, row_chart
from dashboard.components import needs_charts as charts
from dashboard.components import needs_tables as tables
from dashboard.components.chart_guide import guide
from dashboard.components.indicator_page import Place
from dashboard.components.indicator_words import Names
from dashboard.components.needs_reading import Reading, Side
from dashboard.components.page_section import beside, keys, note, picture, section
from dashboard.components.take_away import take_away
from dashboard.texts import needs as say
from dashboard.theme import Mode, mode
from dashboard.view import View
from governance.entries import Contents
from metrics.indicator import Organisation
from metrics.problem import Language, Text
from pipelines.published import Published

Draw = Callable[[Side, Mode], Any]
CHARTS = {
    "profile": "needs_profile",
    "dimensions": "dimension_gap",
    "change": "needs_change",
    "through": "domains_by_year",
}
"""Which kind of chart each part that is drawn shows."""


@dataclass(frozen=True, kw_only=True)
class NeedsPage:
    """What every part of the page is made from; `key` is all that its drawings depend on but language and theme."""

    reading: Reading
    place: Place
    register: Contents
    shown: Published
    view: View
    key: str

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.view.language

    @property
    def names(self) -> Names:
        """What each organisation is called."""
        return self.place.organisations

    def name(self, side: Side) -> str:
        """What the side's organisation is called, in the reader's language."""
        return self.names[side.organisation][self.language]

    def said(self, text: Text) -> str:
        """A sentence of the page, filled in with its years and rater."""
        reading, language = self.reading, self.language
        against = reading.against.year if reading.against else ""
        rater = say.RATERS[reading.rater][language]
        return text[language].format(year=reading.year.year, against=against, rater=rater)


def profile(page: NeedsPage) -> None:
    """The 22 domains, by user and staff."""
    found = needs_words.profile_found(page.reading) or say.PROFILE
    fills = [("full", say.UNMET), ("part", say.MET), ("blank", say.NO_NEED)]
    _top(page, say.PROFILE, say.PROFILE_SUB, keys(fills, page.language), found)

    def draw(side: Side, shade: Mode) -> Any:
        panel = charts.profile_panel(side, page.reading.rater, page.name(side), page.language)
        return row_chart.drawing(panel, page.language, shade)

    _charts(page, "profile", draw, found)
    st.html(guide("needs_profile", page.language) + tables.profile_table(page.reading, page.names, page.language))
    _take(page, "profile", tables.profile_sheet, found, draw)


def dimensions(page: NeedsPage) -> None:
    """The four kinds of well-being, and how far apart they lie."""
    reading, language, names = page.reading, page.language, page.names
    sentences = [(side, side.value.sentence[language]) for side in reading.sides]
    items = "".join(
        f"<li>{icons.side(side.organisation, page.name(side))}<span>{escape(sentence)}</span></li>"
        for side, sentence in sentences
    )
    found = needs_words.dimensions_found(reading)
    _top(page, say.DIMENSIONS, say.DIMENSIONS_SUB, f'<ul class="lines named">{items}</ul>', found)

    def draw(shade: Mode) -> Any:
        return charts.dimensions_drawing(reading, names, language, shade)

    drawn, table = st.columns([3, 2], gap="large")
    with drawn:
        row_chart.show(
            lambda shade: row_chart.finished(draw(shade), language, shade),
            "dimensions",
            page.key,
            language,
            mode(),
            f"{found[language]} {' '.join(sentence for _, sentence in sentences)}",
        )
    with table:
        st.html(tables.dimension_table(reading, names, language))
    u3 = f'<a href="{escape(page.view.to("indicator", item="U3"))}">{escape(say.GAP_OVER_TIME[language])}</a>'
    st.html(
        f'<p class="note">{escape(say.NOT_EXISTENTIAL[language])} {escape(say.GAP_DIFFERS[language])} {u3}</p>'
        + guide("dimension_gap", language)
    )
    _take(page, "dimensions", tables.dimension_sheet, found, lambda _, shade: draw(shade), once=True)


def change(page: NeedsPage) -> None:
    """What has become of needs since the earlier year."""
    reading, language, found = page.reading, page.language, needs_words.changed(page.reading)
    if all(each.difference is None for side in reading.sides for each in side.moved):
        title = say.CHANGE if reading.against else say.CHANGE_UNKNOWN
        _top(page, title, None, f"<p>{escape(found[language])}</p>")
        return
    fills = [("outline", say.RESOLVED), ("part", say.STILL), ("full", say.NEW)] if reading.is_matched else []
    sub = say.CHANGE_SUB if reading.is_matched else say.DIFFERENCE_SUB
    _top(page, say.CHANGE, sub, keys(fills, language), found)
    reach = charts.reach_of(reading)

    def draw(side: Side, shade: Mode) -> Any:
        if not reading.is_matched:
            return charts.difference_drawing(side, page.name(side), reach, language, shade)
        return row_chart.drawing(charts.change_panel(side, page.name(side), reach, language), language, shade)

    _charts(page, "change", draw, found)
    st.html(guide("needs_change", language) + tables.change_table(reading, page.names, language))
    _take(page, "change", tables.change_sheet, found, draw)


def agreement(page: NeedsPage) -> None:
    """Whether users and staff see the same needs."""
    found = "".join(tables.agreement_found(side, page.name(side), page.language) for side in page.reading.sides)
    table = tables.agreement_tables(page.reading, page.names, page.language)
    _top(page, say.AGREEMENT, say.AGREEMENT_SUB, found + table + note(say.AGREEMENT_READ[page.language]))
    _take(page, "agreement", tables.agreement_sheet, say.AGREEMENT)


def groups(page: NeedsPage) -> None:
    """Target groups, and the services that answer what is unmet."""
    reading, language, committee = page.reading, page.language, page.shown.manifest["committee"]
    st.html(
        needs_groups.target_groups(reading, page.register, page.names, page.place.groups, language)
        + needs_groups.services(reading, page.register, committee, page.names, page.view)
    )


def through(page: NeedsPage) -> None:
    """Every domain through the years."""
    table = tables.heat(page.reading, page.names, page.language) + guide("domains_by_year", page.language)
    found = needs_words.through_found(page.reading)
    _top(page, say.THROUGH, say.THROUGH_SUB, table, found)
    _take(
        page,
        "through",
        tables.heat_sheet,
        found,
        lambda side, _: charts.heat_drawing(side, page.name(side), page.language),
    )


def _top(page: NeedsPage, title: Text, below: Text | None, more: str = "", found: Text | None = None) -> None:
    st.html(
        section(
            page.said(title),
            found=found[page.language] if found else "",
            below=page.said(below) if below else "",
            more=more,
        )
    )


def _charts(page: NeedsPage, name: str, draw: Draw, found: Text) -> None:
    sides = {side.organisation: side for side in page.reading.sides}

    def made(which: Organisation, shade: Mode) -> Any:
        return draw(sides[which], shade)

    beside(tuple(sides), page.names, made, name, page.key, found[page.language], page.view)


def _take(
    page: NeedsPage, part: str, sheet: tables.MakeSheet, found: Text, draw: Draw | None = None, *, once: bool = False
) -> None:
    """The files of one part; `once` where one drawing holds both sides."""
    reading, language, release = page.reading, page.language, page.shown.release_id

    def image() -> dict[str, Any]:
        sides = reading.sides[:1] if once else reading.sides
        drawings = [draw(side, "light") for side in sides] if draw else []
        return picture(
            drawings, CHARTS[part], found[language], say.TITLE[language], reading.year.year, page.shown, language
        )

    take_away(
        lambda: sheet(reading, page.names, language, release),
        f"{say.FILE[language]}_{part}_{release}_{reading.year.year}",
        page.view,
        image if draw else None,
        part=f"_{part}",
    )
