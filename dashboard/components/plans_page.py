"""The page about plans put together: imagined beside done, time to follow-up, who takes part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from dashboard.components import plans_charts as charts
from dashboard.components import plans_tables as tables
from dashboard.components import row_chart
from dashboard.components.chart_guide import guide
from dashboard.components.data_table import Sheet
from dashboard.components.indicator_words import Names
from dashboard.components.page_section import beside, keys, picture, section
from dashboard.components.plans_reading import KEPT, Led, Reading, least, missing
from dashboard.components.take_away import take_away
from dashboard.texts import plans as say
from dashboard.theme import Mode, mode
from dashboard.view import View
from metrics import words
from metrics.indicator import Organisation
from metrics.populations import agencies
from metrics.problem import Language, Text
from pipelines.published import Published

MOST_MISSING = 3
CHARTS = {"way": "pathway", "time": "follow_up_curve", "parties": "representation"}
"""Which kind of chart each part shows."""


@dataclass(frozen=True, kw_only=True)
class PlansPage:
    """What every part of the page is made from; `key` is all that its drawings depend on but language and theme."""

    reading: Reading
    names: Names
    shown: Published
    view: View
    key: str

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.view.language

    def said(self, text: Text) -> str:
        """A sentence of the page, filled in with its year."""
        return text[self.language].format(year=self.reading.year.year)


def headline(page: PlansPage) -> None:
    """The step that is taken least often in bold, then how soon half of the plans are followed up."""
    first, rest = _least(page.reading)[page.language], half(page.reading)[page.language]
    st.html(f'<p class="finding"><b>{escape(first)}</b> {escape(rest)}</p>')


def way(page: PlansPage) -> None:
    """Every step of the agreed way: imagined, and done."""
    language, sides = page.language, {side.organisation: side for side in page.reading.sides}
    kept = {
        which: say.WAY_FOUND.format(
            kept=sum(round(part.value or 0.0, 2) >= KEPT for part in side.steps.values()),
            all=sum(part.value is not None for part in side.steps.values()),
        )
        for which, side in sides.items()
    }
    found = words.of_each(kept, Text(sv="; ", en="; "))[language]
    fills = keys([("outline", say.IMAGINED), ("full", say.DONE)], language)
    st.html(section(say.WAY[language], found=found, below=page.said(say.WAY_SUB), more=fills))

    def draw(which: Organisation, shade: Mode) -> Any:
        return row_chart.drawing(charts.way_panel(sides[which], page.names[which][language], language), language, shade)

    beside(tuple(sides), page.names, draw, "way", page.key, found, page.view)
    st.html(guide("pathway", language) + tables.way_table(page.reading, page.names, language))
    _take(page, "way", tables.way_sheet, found, lambda: [draw(which, "light") for which in sides])


def time(page: PlansPage) -> None:
    """How long plans wait for their follow-up."""
    language, reading = page.language, page.reading
    found = half(reading)[language]
    marks = "".join(
        f'<span><i class="key curve {side.organisation}" aria-hidden="true"></i>'
        f"{escape(page.names[side.organisation][language])}</span>"
        for side in reading.sides
    )
    st.html(
        section(say.TIME[language], found=found, below=page.said(say.TIME_SUB), more=f'<p class="keys">{marks}</p>')
    )
    if not any(side.follow_up for side in reading.sides):
        return

    def draw(shade: Mode) -> Any:
        return charts.curve_drawing(reading, page.names, language, shade)

    row_chart.show(
        lambda shade: row_chart.finished(draw(shade), language, shade), "time", page.key, language, mode(), found
    )
    p3 = f'<a href="{escape(page.view.to("indicator", item="P3"))}">{escape(say.P3_LINK[language])}</a>'
    told = " ".join(_behind(reading, language))
    st.html(
        f'<p class="note">{escape(told)} {p3}</p>{guide("follow_up_curve", language)}'
        + tables.time_table(reading, page.names, language)
    )
    _take(page, "time", tables.time_sheet, found, lambda: [draw("light")])


def parties(page: PlansPage) -> None:
    """Who takes the initiative, who comes, and who is missing."""
    language, reading = page.language, page.reading
    absent = {
        agency: max(shares)
        for agency in agencies.AGENCIES
        if (shares := [each for side in reading.sides if (each := _missing(side, agency)) is not None])
    }
    most = sorted(absent, key=absent.__getitem__, reverse=True)[:MOST_MISSING]
    named = ", ".join(agencies.NAMES[agency][language].lower() for agency in most)
    found = say.PRESENT_FOUND[language].format(agencies=named) if most else ""
    st.html(
        section(
            say.PRESENT[language],
            found=found,
            below=page.said(say.PRESENT_SUB),
            more=tables.matrix(reading, page.names, language) + guide("representation", language),
        )
        + section(
            say.INITIATIVE[language],
            below=page.said(say.INITIATIVE_SUB),
            more=f'<div class="initiative">{tables.initiative_table(reading, page.names, language)}</div>',
        )
    )

    def draw() -> list[Any]:
        return [
            tables.matrix_drawing(side, page.names[side.organisation][language], language) for side in reading.sides
        ]

    _take(page, "parties", tables.present_sheet, found, draw)


def half(reading: Reading) -> Text:
    """How soon half of the year's plans are followed up, on each side shown."""
    medians = {
        side.organisation: say.NOT_YET if median is None else say.WITHIN.format(days=words.number(median))
        for side in reading.sides
        if side.follow_up
        for median in [side.follow_up.curve.median]
    }
    return say.HALF.format(medians=words.of_each(medians, Text(sv=", ", en=", "))) if medians else say.HALF_HIDDEN


def _least(reading: Reading) -> Text:
    step, year = least(reading), reading.year.year
    if step is None:
        return say.NO_STEPS.format(year=year)
    shares = [
        (words.ORGANISATION[side.organisation], words.amount(share, "share"))
        for side in reading.sides
        if (share := side.steps[step].value) is not None
    ]
    listed = Text(
        sv=", ".join(f"{of.sv} {amount.sv}" for of, amount in shares),
        en=", ".join(f"{of.en} {amount.en}" for of, amount in shares),
    )
    return say.LEAST.format(year=year, step=charts.step_names()[step], shares=listed)


def _behind(reading: Reading, language: Language) -> list[str]:
    """How many plans each curve rests on, and where it stands on hidden counts."""
    told = []
    for side in reading.sides:
        if side.follow_up:
            name = words.ORGANISATION[side.organisation]
            n = words.number(side.follow_up.followed)[language]
            told.append(say.PLANS_BEHIND[language].format(n=n, organisation=name[language]))
            if side.follow_up.hidden:
                bins = words.in_words(side.follow_up.hidden)[language]
                told.append(say.HIDDEN_BINS[language].format(organisation=words.capitalised(name)[language], bins=bins))
    return told


def _missing(side: Led, agency: str) -> float | None:
    return missing(next(each for each in side.agencies if each.agency == agency))


def _take(
    page: PlansPage,
    part: str,
    sheet: Callable[[Reading, Names, Language, str], Sheet],
    found: str,
    draw: Callable[[], list[Any]] | None = None,
) -> None:
    reading, language, release = page.reading, page.language, page.shown.release_id

    def image() -> dict[str, Any]:
        drawings = draw() if draw else []
        return picture(drawings, CHARTS[part], found, say.TITLE[language], reading.year.year, page.shown, language)

    take_away(
        lambda: sheet(reading, page.names, language, release),
        f"{say.FILE[language]}_{part}_{release}_{reading.year.year}",
        page.view,
        image if draw else None,
        part=f"_{part}",
    )
