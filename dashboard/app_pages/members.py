"""Who is at the table, until when, and who leads the units?"""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import list_page, shell, states
from dashboard.components import member_page as page
from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.register_form import writing
from dashboard.register_files import FORMATS
from dashboard.texts import lists as lists_say
from dashboard.texts import long_date, texts
from dashboard.texts import members as say
from dashboard.view import View
from governance.entries import Contents, Seat, Term
from metrics.problem import Text


def section(title: Text, body: str, view: View) -> str:
    """One part of the page under its heading."""
    return f"<section><h2>{escape(title[view.language])}</h2>{body}</section>"


def show_all(view: View, contents: Contents) -> None:
    """Seats by party, bodies and units, a form for a seat, and the whole register to take away."""
    language, t, today = view.language, texts(view.language), data.today()
    unknown = states.notice(say.UNKNOWN[language].format(id=view.item)) if view.item else ""
    seated = (
        page.opening(contents, today, language) + page.seats(contents, today, view)
        if contents.seats
        else states.notice(say.EMPTY[language])
    )
    st.html(
        page_head(t.page_members, say.QUESTION[language], view, t)
        + unknown
        + seated
        + (page.bodies(contents, language) if contents.bodies else "")
        + (page.units(contents, view) if contents.units else "")
    )
    st.html(section(say.NEW_SEAT, writing(view) + page.new_seat(contents, language), view))
    lists = f"{view.to('members')}&do=lists"
    bring = f'<p class="ways"><a class="do" href="{escape(lists)}">{escape(lists_say.TITLE[language])}</a></p>'
    st.html(section(say.TAKE, f"<p>{escape(say.TAKE_TEXT[language])}</p>{bring}", view))
    with st.container(key="take_away_register", horizontal=True):
        for name, (ending, make) in FORMATS.items():
            label = say.TAKE_CSV[language] if name == "csv" else "Excel" if name == "xlsx" else name.upper()
            st.download_button(
                label,
                partial(make, contents, language),
                f"samsyn_{say.FILE[language]}_{today}.{ending}",
                on_click="ignore",
                key=f"register_{name}",
            )


def show_one(seat_id: str, view: View, contents: Contents) -> None:
    """One seat: everybody who has held it, and the forms for it."""
    language, t = view.language, texts(view.language)
    register = data.register()
    held = register.wanted(Seat, seat_id)
    seat, terms = held.entry, contents.of(Term, seat_id=seat_id)
    first = long_date(t, seat.from_on)
    lasts = say.SEAT_FROM.format(first=first)
    if seat.to_on:
        lasts = say.SEAT_TO.format(first=first, last=long_date(t, seat.to_on))
    line = f"{say.PARTIES[seat.party][language]}, {say.KINDS[seat.kind][language]}"
    lines = "".join(f"<li>{escape(page.term_of(each, language))}</li>" for each in reversed(terms))
    every = f'<a href="{escape(view.to("members"))}">{escape(say.BACK[language])}</a>'
    st.html(
        f'<nav class="crumbs"><ol><li>{every}</li></ol></nav>'
        + page_head(seat.title[language], line, view, t)
        + f'<p class="lede">{escape(lasts[language])}.</p>'
        + section(
            say.TERMS, f'<ul class="lines">{lines}</ul>' if lines else f"<p>{escape(say.VACANT[language])}</p>", view
        )
    )
    changes = "".join(
        f'<details class="older"><summary>{escape(say.CHANGE_TERM[language].format(holder=one.entry.holder))}</summary>'
        f"{page.term(seat, one, language)}{history(Term, one.entry.id, language)}</details>"
        for one in reversed(register.held_all(Term, seat_id=seat.id))
        if one.cancelled is None
    )
    st.html(
        section(say.NEW_TERM, writing(view) + page.term(seat, None, language), view)
        + changes
        + f'<details class="older"><summary>{escape(say.CHANGE_SEAT[language])}</summary>'
        + page.change_seat(held, contents, language)
        + f"</details>{history(Seat, seat.id, language)}"
    )


asked = shell.view("members")
entries = data.register_entries(asked.until)
if st.query_params.get("do", "") == "lists":
    st.html(list_page.page(st.query_params.get("list", ""), asked))
    list_page.template(asked.language)
elif any(each.id == asked.item for each in entries.seats):
    show_one(asked.item, asked, entries)
else:
    show_all(asked, entries)
