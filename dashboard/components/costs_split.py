"""How the joint cost is divided beside how it was agreed: finding, chart, lines of the agreement, table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

import streamlit as st

from dashboard.components import indicator_side, line_panels
from dashboard.components.chart_guide import guide
from dashboard.components.chart_marks import Mark, marks
from dashboard.components.chart_rows import end_of
from dashboard.components.costs_figures import Costs
from dashboard.components.data_table import Cell, as_html
from dashboard.components.indicator_words import marks_list
from dashboard.components.line_panels import Level, Line, Panel, Panels
from dashboard.components.register_link import link, with_links
from dashboard.texts import costs as say
from dashboard.texts import long_date, texts
from dashboard.theme import mode
from dashboard.view import View
from governance.entries import Contents
from metrics import periods, words
from metrics.prices import AgainstSplit, Split, split_sentence
from metrics.problem import Language, Text
from metrics.series import Series

RECENT = 8
KEPT = 0.005
"""Within half a percentage point of the agreed share the split is said to be kept."""


def show(found: Costs, panels: Panels, key: str, view: View, register: Contents) -> None:
    """The chart under its finding, then the lines of the agreement, what was decided meanwhile, and the table.

    Rule    every decision told of leads to itself
    """
    language = view.language
    finding = title(found)[language]
    st.html(
        f'<section><h2>{escape(say.SPLIT_TITLE[language])}</h2><h3 class="chart-title">{escape(finding)}</h3>'
        f'<p class="chart-sub">{escape(say.SPLIT_SUB[language])}</p></section>'
    )
    text = f"{finding}. {say.SPLIT_SUB[language]} {sentence(found)[language]}"
    line_panels.show(panels, f"{key} split", language, mode(), text)
    st.html(
        agreements(found.splits, view)
        + with_links(marks_list(panels.marks, language, view=view), register, view)
        + guide("cost_split", language)
        + tables(found, language)
    )


def sentence(found: Costs) -> Text:
    """The latest period's split against the agreed, in words; why it cannot be told where it cannot."""
    share = found.rows["R2"].region.series
    if not any(value is not None for value in share.values):
        return say.NO_REGION_OR_SPLIT
    if found.splits:
        return split_sentence(share, found.against)
    last = share.latest or 0
    actual = say.SPLIT_ACTUAL.format(
        actual=words.figure(found.rows["R2"].indicator, share.values[last]),
        period=words.period(share.periods[last], share.grain),
    )
    return words.joined(actual, say.SPLIT_NOT_OF_UNIT if share.breakdown == "unit" else say.SPLIT_NONE)


def title(found: Costs) -> Text:
    """The finding above the chart."""
    last = next((each for each in reversed(found.against) if each.difference is not None), None)
    if last is None or last.difference is None:
        return say.SPLIT_UNKNOWN
    said = say.SPLIT_ABOVE if last.difference > 0 else say.SPLIT_BELOW
    if abs(last.difference) <= KEPT:
        said = say.SPLIT_KEPT
    points = words.number(100 * abs(last.difference), 1)
    return said.format(points=points, period=words.period(last.period_start, _grain(found)))


def chart(found: Costs, register: Contents, unit: str) -> Panels | None:
    """The region's share over time with the agreed share as steps; None where there is no share at all."""
    share = found.rows["R2"].region.series
    if not any(value is not None for value in share.values):
        return None
    span = (share.periods[0], end_of(share.periods[-1], share.grain) - timedelta(days=1))
    panel = Panel(
        title=say.SPLIT_UNKNOWN,
        unit="share",
        decimals=1,
        lines=(line_of(share, words.capitalised(words.ORGANISATION["region"])),),
        levels=_levels(found.splits, span),
        height=190,
        least=0.0,
        most=1.0,
    )
    return Panels(panels=(panel,), span=span, marks=_marks(found, register, unit, span))


def line_of(series: Series, name: Text) -> Line:
    """A series as a line of a panel."""
    return Line(
        organisation="municipality" if series.organisation == "municipality" else "region",
        name=name,
        grain=series.grain,
        periods=series.periods,
        values=series.values,
        flags=series.flags,
    )


def agreements(splits: Sequence[Split], view: View) -> str:
    """The agreed splits, the one in force on top, each with the way to the decision behind it."""
    language, t = view.language, texts(view.language)
    lines = "".join(
        "<li>"
        + escape(say.SPLIT_LINE[language]).format(
            first=long_date(t, each.from_on),
            last=long_date(t, each.to_on) if each.to_on else say.NOW[language],
            region=words.amount(each.region_share, "share", 1)[language],
            municipality=words.amount(1 - each.region_share, "share", 1)[language],
            decision=link(view, each.decision_id),
        )
        + "</li>"
        for each in sorted(splits, key=lambda each: each.from_on, reverse=True)
    )
    return f'<ul class="lines agreed">{lines}</ul>' if lines else ""


def tables(found: Costs, language: Language) -> str:
    """The table twin of the chart: the latest periods, and the earlier ones to unfold."""
    lines = list(reversed([_line(each, found, language) for each in found.against]))
    if not lines:
        return ""
    agreed = (say.AGREED, say.DIFFERENCE) if found.splits else ()
    head = [text[language] for text in (say.PERIOD, say.ACTUAL, *agreed, say.MUNICIPALITY)]
    recent = as_html(say.SPLIT_TABLE[language], head, lines[:RECENT], figures=len(head) - 1)
    if len(lines) <= RECENT:
        return f'<div class="narrow">{recent}</div>'
    older = as_html(say.SPLIT_TABLE_OLDER[language], head, lines[RECENT:], figures=len(head) - 1)
    summary = escape(say.OLDER[language].format(n=len(lines) - RECENT))
    return f'<div class="narrow">{recent}<details class="older"><summary>{summary}</summary>{older}</details></div>'


def _line(each: AgainstSplit, found: Costs, language: Language) -> tuple[str, list[Cell]]:
    share = found.rows["R2"].region.series
    flag = share.flags[share.periods.index(each.period_start)]
    rest = None if each.actual is None else 1 - each.actual
    shares = [words.figure(found.rows["R2"].indicator, value, flag)[language] for value in (each.actual, rest)]
    difference = "" if each.difference is None else words.number(100 * each.difference, 1)[language]
    agreed = "" if each.agreed is None else words.amount(each.agreed, "share", 1)[language]
    against = [Cell(agreed), Cell(difference)] if found.splits else []
    cells = [Cell(shares[0], flag), *against, Cell(shares[1], flag)]
    return periods.label(each.period_start, share.grain, language), cells


def _levels(splits: Sequence[Split], span: tuple[date, date]) -> tuple[Level, ...]:
    """Each agreed share for as long as it held within the time axis."""
    return tuple(
        Level(
            from_on=each.from_on,
            to_on=each.to_on or span[1],
            value=each.region_share,
            name=say.AGREED_LABEL.format(value=words.amount(each.region_share, "share", 1)),
        )
        for each in sorted(splits, key=lambda each: each.from_on)
        if each.from_on <= span[1] and (each.to_on is None or each.to_on >= span[0])
    )


def _marks(found: Costs, register: Contents, unit: str, span: tuple[date, date]) -> tuple[Mark, ...]:
    share = found.rows["R2"].indicator
    adds = indicator_side.added(share, register)
    changes = register.unit_changes
    return marks(register.decisions, register.events, share.id, unit=unit, changes=changes, adds=adds, span=span)


def _grain(found: Costs) -> periods.Grain:
    return found.rows["R2"].region.series.grain
