"""What the parts of a long page have in common: heading and finding, keys, charts side by side, filters by year."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from dashboard.components import chart_image, row_chart
from dashboard.components.badges import menu
from dashboard.components.chart_guide import lines
from dashboard.components.indicator_words import Names
from dashboard.texts import needs as say
from dashboard.texts import texts
from dashboard.theme import Mode, mode
from dashboard.view import View
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language, Text
from pipelines.published import Published

Draw = Callable[[Organisation, Mode], Any]
"""One organisation's drawing in a theme."""


def section(title: str, *, found: str = "", below: str = "", more: str = "") -> str:
    """The top of a part: its name, what is found, how it is counted, and what follows."""
    finding = f'<h3 class="chart-title">{escape(found.removesuffix("."))}</h3>' if found else ""
    sub = f'<p class="chart-sub">{escape(below)}</p>' if below else ""
    return f"<section><h2>{escape(title)}</h2>{finding}{sub}{more}</section>"


def keys(shown: Sequence[tuple[str, Text]], language: Language) -> str:
    """What the fills of a chart mean.

    In      shown  the fill (full, part, outline, blank) and its meaning
    """
    items = "".join(
        f'<span><i class="key bar {fill}" aria-hidden="true"></i>{escape(text[language])}</span>'
        for fill, text in shown
    )
    return f'<p class="keys">{items}</p>' if items else ""


def note(text: str) -> str:
    """How to read what stands above."""
    return f'<p class="note">{escape(text)}</p>'


def beside(sides: Sequence[Organisation], names: Names, draw: Draw, name: str, key: str, said: str, view: View) -> None:
    """One chart a side, beside each other where there is room.

    In      name  which of the page's charts; key  all that they depend on but language and theme
            said  what they show, for those who do not see them
    """
    language = view.language
    for column, which in zip(st.columns(len(sides), gap="large"), sides, strict=True):

        def made(shade: Mode, which: Organisation = which) -> dict[str, Any]:
            return row_chart.finished(draw(which, shade), language, shade)

        text = f"{names[which][language]}. {said} {say.TABLE_FOLLOWS[language]}"
        with column:
            row_chart.show(made, f"{name}_{which}", key, language, mode(), text)


def picture(
    drawings: Sequence[Any], chart: str, found: str, title: str, year: int, shown: Published, language: Language
) -> dict[str, Any]:
    """Charts ready to stand alone, one above the other: what they found, what they are, which release, how to read.

    In      chart  which kind they are
    """
    t = texts(language)
    below = [title, str(year), t.foot_release.format(release=shown.release_id)]
    below += [t.synthetic] if shown.manifest["committee"]["synthetic"] else []
    return chart_image.framed(row_chart.together(drawings, language), found, " · ".join(below), lines(chart, language))


def filters(menus: Sequence[str], language: Language) -> str:
    """The filters of a page in one group."""
    return f'<div class="badges" role="group" aria-label="{escape(say.FILTERS[language])}">{"".join(menus)}</div>'


def year_filter(view: View, chosen: int, quarters: Collection[str]) -> str:
    """The year shown, and every other there is a whole one of.

    Rule    a year is its last quarter in the address, so that it holds on the way to pages that count in quarters
    """
    offered = sorted({quarter[:4] for quarter in quarters if quarter.endswith("Q4")}, reverse=True)
    links = [(year, replace(view, until=f"{year}-Q4", against="").address, year == str(chosen)) for year in offered]
    return menu(say.YEAR[view.language], str(chosen), links)


def organisation_filter(view: View, names: Names) -> str:
    """One organisation alone, or both."""
    language = view.language
    links = [(say.BOTH[language], replace(view, organisation="").address, not view.organisation)]
    links += [
        (names[each][language], replace(view, organisation=each).address, each == view.organisation)
        for each in ORGANISATIONS
    ]
    return menu(say.ORGANISATION[language], next(text for text, _, chosen in links if chosen), links)
