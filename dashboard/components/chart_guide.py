"""Below a chart: how it is read and what it does not show, folded until asked for, and under its picture."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from dashboard.components import explain
from dashboard.texts import chart_guides as say
from metrics.problem import Language

LINE = 130
"""Letters of a line under a picture."""


def lines(chart: str, language: Language) -> list[str]:
    """How one kind of chart is read, line by line: what stands under a picture that is taken away."""
    told = say.GUIDES[chart]
    return wrap(told.read[language], LINE) + wrap(f"{say.CANNOT[language]} {told.cannot[language]}", LINE)


def guide(chart: str, language: Language) -> str:
    """How one kind of chart is read.

    Fails   KeyError where there is no such chart
    """
    told = say.GUIDES[chart]
    return (
        f'<details class="older guide" data-chart="{escape(chart)}"><summary>{escape(say.TITLE[language])}</summary>'
        f"<p>{escape(told.read[language])}</p>"
        f"<p><b>{escape(say.CANNOT[language])}</b> {escape(told.cannot[language])}</p>"
        f"{explain.of_chart(chart, language)}</details>"
    )
