"""A list of earlier years on its way into the register: chosen, shown with what could not be read, and written."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components.register_form import Field, button, form, writing
from dashboard.texts import decisions as decisions_say
from dashboard.texts import lists as say
from dashboard.texts import long_date, texts
from dashboard.texts import members as members_say
from dashboard.view import View
from dashboard.writes.lists import ENDINGS, MOST_MEGABYTES, found, waiting
from governance.entries import AgendaItem, Decision, ItemMinutes, Meeting
from metrics.problem import Language
from pipelines.register_lists import Found, RowRead

SHOWN = 100
"""How many rows are shown before they are written."""


def page(token: str, view: View) -> str:
    """The whole page: the way to choose a file, and what the one chosen holds.

    In      token  of a list that has been read; "" before that
    """
    language = view.language
    ways = ((view.to("members"), members_say.BACK), (view.to("decisions"), decisions_say.TITLE))
    back = "".join(f'<li><a href="{escape(to)}">{escape(said[language])}</a></li>' for to, said in ways)
    fields = [
        Field(
            name="file",
            label=say.FILE[language],
            kind="file",
            note=say.FILE_NOTE[language].format(size=MOST_MEGABYTES),
            choices=[(ending, ending) for ending in ENDINGS],
            wide=True,
        )
    ]
    choose = form("list_look", fields, about="list/new", language=language, submit=say.LOOK[language], focus="holds")
    return (
        f'<nav class="crumbs"><ol>{back}</ol></nav>'
        f'<div class="head"><div><h1 id="innehall">{escape(say.TITLE[language])}</h1></div></div>'
        f'<p class="lede">{escape(say.ABOUT[language])}</p><p>{escape(say.NEEDED[language])}</p>'
        f"{writing(view)}{choose}" + (_holds(token, language) if token else "")
    )


def template(language: Language) -> None:
    """A file to fill in, with the columns there are and one example row."""
    with st.container(key="take_away_template", horizontal=True, vertical_alignment="center"):
        st.download_button(
            say.TEMPLATE[language],
            f"\ufeff{say.TEMPLATE_ROWS[language]}".encode(),
            say.TEMPLATE_FILE[language],
            "text/csv",
            on_click="ignore",
        )


def _holds(token: str, language: Language) -> str:
    read, chosen = _read(token, data.key()), waiting(token)
    if read is None or chosen is None:
        return f'<p class="notice">{escape(say.GONE[language])}</p>'
    counts = say.COUNTS.format(
        meetings=read.count(Meeting),
        items=read.count(AgendaItem),
        concluded=read.count(ItemMinutes),
        decisions=read.count(Decision),
        all=len(read.entries),
        known=read.known,
    )
    title = escape(say.HOLDS[language].format(file=chosen.name))
    head = f'<section><h2 id="holds">{title}</h2><p class="finding">{escape(counts[language])}</p>'
    return f"{head}{_wrong(read, language) or _write(token, read, language)}{_rows(read.rows, language)}</section>"


@st.cache_resource(show_spinner=False, max_entries=8)
def _read(token: str, key: str) -> Found | None:
    chosen = waiting(token)
    return None if chosen is None else found(chosen, data.register_entries())


def _wrong(read: Found, language: Language) -> str:
    """Why rows could not be read, and which; nothing where all can."""
    lines = "".join(f"<li>{escape(told[language])}</li>" for told in read.told)
    if not lines:
        return ""
    note = escape(say.WRONG_NOTE[language])
    return f'<h3>{escape(say.WRONG[language])}</h3><p class="notice">{note}</p><ul class="lines">{lines}</ul>'


def _write(token: str, read: Found, language: Language) -> str:
    if not read.entries:
        return f"<p>{escape(say.NOTHING[language])}</p>"
    submit = say.WRITE[language].format(n=len(read.entries))
    return button("list_write", submit, about=f"list/{token}", language=language, values={"list": token})


def _rows(read: Sequence[RowRead], language: Language) -> str:
    """The first of the rows, each with what it came to and whether the register has it already."""
    if not read:
        return ""
    heads = say.HEAD[language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    rows = []
    for each in read[:SHOWN]:
        state = (say.KNOWN if each.is_known else say.NEW)[language]
        cells = (each.title, each.conclusion, each.decision_id, state)
        rows.append(
            f'<tr role="row"><th scope="row" role="rowheader">{escape(long_date(texts(language), each.held_on))}</th>'
            + "".join(
                f'<td role="cell" data-label="{escape(label)}">{escape(cell)}</td>'
                for label, cell in zip(heads[1:], cells, strict=True)
            )
            + "</tr>"
        )
    more = say.FIRST[language].format(n=SHOWN, all=len(read)) if len(read) > SHOWN else ""
    return (
        f'<table class="deliveries" role="table"><caption class="vh">{escape(say.TITLE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
        + (f'<p class="note">{escape(more)}</p>' if more else "")
    )
