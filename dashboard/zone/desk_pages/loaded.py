"""What is loaded, what was refused and let through, and what is late?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.components import reader
from dashboard.texts import zone as say
from dashboard.zone import file_work, jobs, place, told
from pipelines import corrections, desk

language = reader.language()
workspace, organisation = place.workspace(), place.organisation()
st.html(told.head("loaded", workspace.organisations[organisation], language))
if job := jobs.running(workspace.inbox(organisation)):
    st.html(f'<p class="notice">{escape(say.BUSY[language])}</p>')
    file_work.wait_for(job, language)
else:
    now = desk.desk(workspace, organisation)
    mended = corrections.entries(workspace, organisation)
    place_of_them = str(corrections.place(workspace, organisation).relative_to(workspace.path))
    nothing = f'<p class="quiet">{escape(say.NO_DELIVERIES[language])}</p>'
    sections = (
        (say.PLAN, told.plan(now.plan, workspace.now().date(), language) if now.plan else nothing),
        (say.DELIVERIES, told.deliveries(now.deliveries, language) if now.deliveries else nothing),
        (say.QUARANTINE, told.quarantine(now, language)),
        (say.CHANGES, told.changes(now.deliveries, language)),
        (say.NOTES, told.notes(now.deliveries, language)),
        (say.OVERRIDES, told.overrides(now.deliveries, language)),
        (say.CORRECTIONS, told.corrections(mended, place_of_them, language)),
    )
    places = {say.QUARANTINE: told.QUARANTINE}
    st.html("".join(told.section(name, body, language, places.get(name, "")) for name, body in sections))
