"""What is on the agenda, who comes, what did we say?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import meeting_file as file
from dashboard.components import meeting_forms as forms
from dashboard.components import meeting_list as listed
from dashboard.components import meeting_page as page
from dashboard.components import meeting_reading as reading
from dashboard.components import register_form, shell, states, yearly_forms
from dashboard.components.meeting_agenda import section
from dashboard.components.page_head import page_head
from dashboard.texts import meetings as say
from dashboard.texts import texts
from dashboard.view import View
from governance.entries import Contents, Yearly


def show_all(view: View, contents: Contents) -> None:
    """The year as a wheel and a list, and a form for the next meeting."""
    language = view.language
    year = listed.year_of(view, contents)
    own = tuple(each for each in contents.meetings if each.held_on.year == year)
    last = contents.meetings[-1] if contents.meetings else None
    st.html(
        page_head(say.TITLE[language], say.QUESTION[language], view, texts(language))
        + listed.lede(contents, view)
        + listed.years(year, contents, view)
        + section("wheel", say.WHEEL.format(year=year), [listed.wheel_of(year, own, contents, view)], language)
    )
    listed.take_wheel(year, own, contents, view)
    st.html(
        section("list", say.LIST.format(year=year), [listed.meeting_rows(contents, own, view)], language)
        + register_form.writing(view)
        + section("new", say.NEW, [forms.new_meeting(last, language)], language)
        + yearly_forms.forms(data.register().held_all(Yearly), language)
    )


def show_one(view: View, contents: Contents) -> None:
    """One meeting, in the part the address asks for."""
    seen = reading.sitting(view.item)
    if seen is None:
        title, text = say.UNKNOWN_TITLE.format(id=view.item), say.UNKNOWN_TEXT
        back = f'<p><a href="{escape(view.to("meetings"))}">{escape(say.ALL_MEETINGS[view.language])}</a></p>'
        st.html(states.state(title[view.language], text[view.language]) + back)
        return
    match page.part_of(view):
        case "minutes":
            page.minutes_part(seen, contents, view)
        case "approval":
            page.approval_part(seen, view)
        case "projector":
            page.projector_part(seen, contents, view)
        case _:
            page.agenda_part(seen, contents, view)
            file.download(seen, view)


asked = shell.view("meetings")
if asked.item:
    show_one(asked, data.register_entries())
else:
    show_all(asked, data.register_entries())
