"""What does each building block look like, in each of its states?"""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from dashboard import style_samples as samples
from dashboard.components import control_chart, funnel_chart, line_panels, row_chart, shell, style_charts
from dashboard.components import indicator_table as table
from dashboard.components import indicator_words as words
from dashboard.components import style_parts as parts
from dashboard.components.page_head import page_head
from dashboard.components.take_away import take_away
from dashboard.texts import style_guide as say
from dashboard.texts import texts
from dashboard.theme import Mode, mode
from dashboard.view import View
from metrics.problem import Language

KEY = "style_guide"


@st.cache_resource(show_spinner=False, max_entries=2)
def written(language: Language) -> str:
    """All that is not a chart, made once for each language."""
    view = View(page="style_guide", language=language)
    return (
        parts.scales(language)
        + parts.marks(language)
        + parts.controls(language, view)
        + parts.tables(language, view)
        + parts.form(language)
    )


view = shell.view("style_guide")
language, t = view.language, texts(view.language)
lede = f'<p class="lede">{escape(say.LEDE[language])}</p>'
st.html(page_head(t.page_style_guide, say.QUESTION[language], view, t) + lede + written(language))

row, pair = samples.chart()
st.html(f"<section><h2>{escape(say.CHARTS[language])}</h2></section>" + words.chart_title(row, language))
control_chart.show(pair, f"{KEY} control", language, mode(), words.chart_text(row, samples.NAMES, language))
st.html(words.legend(row, pair, language) + words.marks_list(pair.marks, language))
take_away(lambda: table.sheet(row, samples.NAMES, language, release=KEY, member=None), KEY, view)
funnel_chart.show(samples.units(), f"{KEY} units", language, mode(), "G")


def bars(shade: Mode) -> dict[str, Any]:
    """The rows of bars in a theme."""
    return row_chart.spec(samples.bars(language), language, shade)


st.html(f'<h3 class="chart-title">{escape(say.BARS[language])}</h3>')
row_chart.show(bars, "bars", KEY, language, mode(), say.BARS[language])
st.html(f'<h3 class="chart-title">{escape(say.LINES[language])}</h3>')
line_panels.show(samples.lines(), f"{KEY} lines", language, mode(), say.LINES[language])
style_charts.show(view)
