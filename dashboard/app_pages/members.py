"""Who is at the table, until when, and who leads the units?"""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import body_page, list_page, shell, states, unit_entry
from dashboard.components import member_page as page
from dashboard.components.page_head import page_head
from dashboard.components.page_part import folded, section
from dashboard.components.register_form import writing
from dashboard.register_files import FORMATS
from dashboard.texts import bodies as bodies_say
from dashboard.texts import lists as lists_say
from dashboard.texts import members as say
from dashboard.texts import texts
from dashboard.texts import unit_entries as units_say
from dashboard.view import View
from governance.entries import Body, Contents, Seat, Term, Unit, UnitChange
from metrics.problem import Text


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
        + body_page.section(contents, view)
        + unit_entry.section(contents, view)
    )
    lists = f"{view.to('members')}&do=lists"
    st.html(
        section(say.NEW_SEAT, writing(view) + page.new_seat(contents, language), language)
        + folded(bodies_say.NEW, body_page.form(None, language), language, place="body-new")
        + folded(units_say.NEW, unit_entry.new(contents, named(), language), language, place="unit-new")
        + f'<p class="ways"><a class="do" href="{escape(lists)}">{escape(lists_say.TITLE[language])}</a></p>'
    )
    st.html(section(say.TAKE, f"<p>{escape(say.TAKE_TEXT[language])}</p>", language))
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


def named() -> dict[str, Text]:
    """The names of the units that the figures have, by their ids."""
    return {key: unit.name for key, unit in data.units_of_release().items()}


def show_one(view: View, contents: Contents) -> bool:
    """A seat, a body or a unit, whole; False where the address names none."""
    register, item = data.register(), view.item
    if any(each.id == item for each in contents.seats):
        st.html(page.seat(register.wanted(Seat, item), register.held_all(Term, seat_id=item), contents, view))
        return True
    change = register.held(UnitChange, item)
    unit = register.held(Unit, change.entry.unit_id if change else item)
    if unit:
        changes = register.held_all(UnitChange, unit_id=unit.entry.id)
        st.html(unit_entry.page(unit, changes, contents, named(), view, say.BACK))
    elif body := register.held(Body, item):
        st.html(body_page.page(body, contents, view, say.BACK))
    return bool(unit or body)


asked = shell.view("members")
entries = data.register_entries(asked.until)
if st.query_params.get("do", "") == "lists":
    st.html(list_page.page(st.query_params.get("list", ""), asked))
    list_page.template(asked.language)
elif not (asked.item and show_one(asked, entries)):
    show_all(asked, entries)
