"""What have we agreed, until when, and is it kept?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import agreement_forms as forms
from dashboard.components import agreement_list as listed
from dashboard.components import agreement_page as page
from dashboard.components import alignment_list, risk_page, shell, states, undertaking_page
from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.page_part import section
from dashboard.components.register_form import writing
from dashboard.components.take_away import take_away
from dashboard.texts import agreements as say
from dashboard.texts import texts
from dashboard.view import View
from governance.entries import Agreement, Alignment, Clause, Consultation, Contents, Risk, Undertaking


def show_all(view: View, contents: Contents) -> None:
    """All agreements by what ends first, and a form for another."""
    language, t, today = view.language, texts(view.language), data.today()
    found = listed.sorted_by_end(contents, today)
    head = page_head(t.page_agreements, say.QUESTION[language], view, t)
    unknown = states.notice(say.UNKNOWN[language].format(id=view.item)) if view.item else ""
    body = (
        listed.opening(found, today, language) + listed.lists(found, contents, today, view)
        if contents.agreements
        else states.notice(say.EMPTY[language])
    )
    st.html(head + unknown + body)
    register = data.register()
    st.html(
        writing(view)
        + undertaking_page.section(register.held_all(Undertaking), contents, today, view)
        + risk_page.section(register.held_all(Risk), contents, today, view)
        + alignment_list.section(register.held_all(Alignment), view)
        + section(say.NEW, forms.new(contents, language), language)
    )
    if contents.agreements:
        take_away(lambda: listed.sheet(contents, language), f"samsyn_{say.FILE[language]}", view)


def show_one(agreement_id: str, view: View, contents: Contents) -> None:
    """One agreement, whole."""
    language, today = view.language, data.today()
    register = data.register()
    held = register.wanted(Agreement, agreement_id)
    one, rows = held.entry, {row.indicator.id: row for row in data.rows(until=view.until)}
    every = f'<a href="{escape(view.to("agreements"))}">{escape(say.BACK[language])}</a>'
    st.html(
        f'<nav class="crumbs"><ol><li>{every}</li></ol></nav>'
        + page_head(one.title[language], listed.end(one, today, language), view, texts(language))
        + page.top(one, contents, today, view)
        + page.clauses(one, contents, rows, view)
        + '<div class="columns"><div>'
        + page.versions(one, contents, view)
        + page.split(one, contents, language)
        + "</div><div>"
        + page.consultation(one, contents, language)
        + page.rests(one, contents, today, view)
        + "</div></div>"
    )
    st.html(
        section(say.REVISE, writing(view) + forms.revise(one, contents, today, language), language)
        + forms.others(held, contents, language)
        + forms.clauses(register.held_all(Clause, agreement_id=one.id), language)
        + forms.consultations(register.held_all(Consultation, agreement_id=one.id), contents, language)
        + history(Agreement, one.id, language)
    )


def show_what_rests(view: View, contents: Contents) -> bool:
    """An undertaking or a risk, whole; False where the address names none."""
    register, today = data.register(), data.today()
    if undertaking := register.held(Undertaking, view.item):
        st.html(undertaking_page.page(undertaking, contents, today, view, say.BACK))
    elif risk := register.held(Risk, view.item):
        st.html(risk_page.page(risk, contents, today, view, say.BACK))
    return bool(undertaking or risk)


asked = shell.view("agreements")
entries = data.register_entries(asked.until)
if any(each.id == asked.item for each in entries.agreements):
    show_one(asked.item, asked, entries)
elif not (asked.item and show_what_rests(asked, entries)):
    show_all(asked, entries)
