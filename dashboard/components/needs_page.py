"""The page about needs put together: each part under the finding it states, with its chart and the table below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from dashboard.components import chart_image, icons, needs_groups, needs_words, row_chart
from dashboard.components import needs_charts as charts
from dashboard.components import needs_tables as tables
from dashboard.components.indicator_page import Place
from dashboard.components.needs_reading import Reading, Side
from dashboard.components.take_away import take_away
from dashboard.texts import needs as say
from dashboard.texts import texts
from dashboard.theme import Mode, mode
from dashboard.view import View
from governance.entries import Contents
from metrics import words
from metrics.needs import NOTICEABLE
from metrics.problem import Language, Text
from pipelines.published import Published

Draw = Callable[[Side, Mode], Any]


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
    def filled(self) -> dict[str, Any]:
        """What the sentences are filled in with."""
        reading, language = self.reading, self.language
        return {
            "year": reading.year.year,
            "against": reading.against.year if reading.against else "",
            "rater": say.RATERS[reading.rater][language],
        }

    def name(self, side: Side) -> str:
        """What the side's organisation is called."""
        return self.place.organisations[side.organisation][self.language]


def profile(page: NeedsPage) -> None:
    """The 22 domains, by user and staff."""
    found = needs_words.profile_found(page.reading)
    keys = [("full", say.UNMET), ("part", say.MET), ("blank", say.NO_NEED)]
    st.html(_section(page, say.PROFILE, say.PROFILE_SUB, _keys(page, keys), found))

    def draw(side: Side, shade: Mode) -> Any:
        panel = charts.profile_panel(side, page.reading.rater, page.name(side), page.language)
        return row_chart.drawing(panel, page.language, shade)

    _pair(page, "profile", draw, found or say.PROFILE)
    table = tables.profile_table(page.reading, page.place.organisations, page.language)
    st.html(_note(page, say.PROFILE_READ) + table)
    _take(page, "profile", tables.profile_sheet, found or say.PROFILE, draw)


def dimensions(page: NeedsPage) -> None:
    """The four kinds of well-being, and how far apart they lie."""
    reading, language, names = page.reading, page.language, page.place.organisations
    said = "".join(
        f"<li>{icons.side(side.organisation, page.name(side))}<span>{escape(side.value.sentence[language])}</span></li>"
        for side in reading.sides
    )
    u3 = f'<a href="{escape(page.view.to("indicator", item="U3"))}">{escape(say.GAP_OVER_TIME[language])}</a>'
    st.html(_section(page, say.DIMENSIONS, say.DIMENSIONS_SUB, f'<ul class="lines named">{said}</ul>'))
    drawn, beside = st.columns([3, 2], gap="large")
    with drawn:
        row_chart.show(
            lambda shade: row_chart.finished(
                charts.dimensions_drawing(reading, names, language, shade), language, shade
            ),
            "dimensions",
            page.key,
            language,
            mode(),
            " ".join(side.value.sentence[language] for side in reading.sides),
        )
    with beside:
        st.html(tables.dimension_table(reading, names, language))
    st.html(f'<p class="note">{escape(say.NOT_EXISTENTIAL[language])} {escape(say.GAP_DIFFERS[language])} {u3}</p>')
    _take(page, "dimensions", tables.dimension_sheet, say.DIMENSIONS, None)


def change(page: NeedsPage) -> None:
    """What has become of needs since the earlier year."""
    reading, language = page.reading, page.language
    if reading.against is None or all(each.difference is None for side in reading.sides for each in side.moved):
        st.html(_section(page, say.CHANGE, None, f"<p>{escape(needs_words.changed(reading)[language])}</p>"))
        return
    sub = say.CHANGE_SUB if reading.is_matched else say.DIFFERENCE_SUB
    keys = [("outline", say.RESOLVED), ("part", say.STILL), ("full", say.NEW)] if reading.is_matched else []
    found = needs_words.changed(reading)
    st.html(_section(page, say.CHANGE, sub, _keys(page, keys), found))
    reach = charts.reach_of(reading)

    def draw(side: Side, shade: Mode) -> Any:
        if not reading.is_matched:
            return charts.difference_drawing(side, page.name(side), language, shade)
        return row_chart.drawing(charts.change_panel(side, page.name(side), reach, language), language, shade)

    _pair(page, "change", draw, found)
    note = say.CHANGE_READ.format(least=words.amount(NOTICEABLE, "points"))
    st.html(_note(page, note) + tables.change_table(reading, page.place.organisations, language))
    _take(page, "change", tables.change_sheet, found, draw)


def agreement(page: NeedsPage) -> None:
    """Whether users and staff see the same needs."""
    found = "".join(tables.agreement_found(side, page.name(side), page.language) for side in page.reading.sides)
    table = tables.agreement_tables(page.reading, page.place.organisations, page.language)
    st.html(_section(page, say.AGREEMENT, say.AGREEMENT_SUB, found + table) + _note(page, say.AGREEMENT_READ))
    _take(page, "agreement", tables.agreement_sheet, say.AGREEMENT, None)


def groups(page: NeedsPage) -> None:
    """Target groups, and the services that answer what is unmet."""
    reading, language, names = page.reading, page.language, page.place.organisations
    committee = page.shown.manifest["committee"]
    st.html(
        needs_groups.target_groups(reading, page.register, names, page.place.groups, language)
        + needs_groups.services(reading, page.register, committee, names, page.view, language)
    )


def through(page: NeedsPage) -> None:
    """Every domain through the years."""
    table = tables.heat(page.reading, page.place.organisations, page.language)
    st.html(_section(page, say.THROUGH, say.THROUGH_SUB, table))
    _take(page, "through", tables.heat_sheet, say.THROUGH, None)


def _pair(page: NeedsPage, name: str, draw: Draw, found: Text) -> None:
    """One chart a side, beside each other where there is room."""
    language = page.language
    for column, side in zip(st.columns(len(page.reading.sides), gap="large"), page.reading.sides, strict=True):

        def made(shade: Mode, side: Side = side) -> dict[str, Any]:
            return row_chart.finished(draw(side, shade), language, shade)

        said = f"{page.name(side)}. {found[language]}. {say.TABLE_FOLLOWS[language]}"
        with column:
            row_chart.show(made, f"{name}_{side.organisation}", page.key, language, mode(), said)


def _take(page: NeedsPage, part: str, sheet: tables.MakeSheet, found: Text, draw: Draw | None) -> None:
    reading, language, release = page.reading, page.language, page.shown.release_id

    def image() -> dict[str, Any]:
        panels = [draw(side, "light") for side in reading.sides] if draw else []
        below = [say.TITLE[language], str(reading.year.year), texts(language).foot_release.format(release=release)]
        below += [texts(language).synthetic] if page.shown.manifest["committee"]["synthetic"] else []
        return chart_image.framed(row_chart.together(panels, language), found[language], " · ".join(below), [])

    take_away(
        lambda: sheet(reading, page.place.organisations, language, release),
        f"{say.FILE[language]}_{part}_{release}_{reading.year.year}",
        page.view,
        image if draw else None,
        part=f"_{part}",
    )


def _section(page: NeedsPage, title: Text, below: Text | None, more: str = "", found: Text | None = None) -> str:
    """The top of a part: its name, what is found, how it is counted, and what follows."""
    language = page.language
    finding = f'<h3 class="chart-title">{escape(found[language])}</h3>' if found else ""
    sub = f'<p class="chart-sub">{escape(below[language].format(**page.filled))}</p>' if below else ""
    return f"<section><h2>{escape(title[language].format(**page.filled))}</h2>{finding}{sub}{more}</section>"


def _keys(page: NeedsPage, keys: list[tuple[str, Text]]) -> str:
    shown = "".join(
        f'<span><i class="key bar {kind}" aria-hidden="true"></i>{escape(text[page.language])}</span>'
        for kind, text in keys
    )
    return f'<p class="keys">{shown}</p>' if shown else ""


def _note(page: NeedsPage, text: Text) -> str:
    return f'<p class="note">{escape(text[page.language])}</p>'
