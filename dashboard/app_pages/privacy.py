"""Can anybody be recognised in what the committee sees?"""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.components import privacy_flow, privacy_gate, privacy_page, shell, states
from dashboard.components.page_head import page_head
from dashboard.components.page_part import section
from dashboard.components.privacy_page import paragraph
from dashboard.components.take_away import take_away
from dashboard.texts import privacy as say
from dashboard.texts import texts
from dashboard.view import View
from metrics.catalogue import catalogue
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language
from pipelines.published import Published


@st.cache_resource(show_spinner=False, max_entries=16)
def drawn(key: str, language: Language, _shown: Published) -> tuple[str, str, str]:
    """What is read from the release's figures, kept by release: what leaves, the kinds of nothing, the totals."""
    there = [which for which in ORGANISATIONS if which in _shown.manifest["organisations"]]
    own = [each.id for each in catalogue() if each.of_register]
    crossed = _shown.cells.filter(~pl.col("indicator_id").is_in(own))  # what is counted of the register never crossed
    return (
        privacy_flow.flow(_shown, privacy_flow.tables(crossed), language),
        privacy_flow.kinds(crossed, there, language),
        privacy_page.totals(_shown.cells, language),
    )


def show(shown: Published, view: View) -> None:
    """The whole page."""
    language, t = view.language, texts(view.language)
    found = privacy_gate.reports(shown)
    leaves, kinds, totals = drawn(data.key(), language, shown)
    st.html(
        page_head(t.page_privacy, say.QUESTION[language], view, t)
        + privacy_page.opening(shown, privacy_gate.withstood(found), language)
        + section(say.CROSSES, leaves, language)
        + section(say.TOTALS, totals, language)
        + section(say.NOTHING, paragraph(say.NOTHING_TEXT, language) + kinds, language)
        + section(say.REPORTS, paragraph(say.REPORTS_TEXT, language) + privacy_gate.told(found, language), language)
        + section(say.REMAINS, privacy_page.remains(language), language)
        + section(say.APPROVED, privacy_page.approvals(shown, language), language)
        + section(say.WITHDRAWAL, privacy_page.withdrawal(language), language)
        + section(say.ASK, privacy_page.ask(language), language)
    )
    if found:
        take_away(lambda: privacy_gate.sheet(found, language), f"{say.FILE[language]}_{shown.release_id}", view)


asked = shell.view("privacy")
release = data.release()
if release is None:
    states.nothing_published(asked)
else:
    show(release, asked)
