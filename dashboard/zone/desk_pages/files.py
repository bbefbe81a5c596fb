"""What waits to be loaded, and what became of what was?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.components import reader
from dashboard.texts import zone as say
from dashboard.zone import file_work, jobs, place, told, upload
from pipelines import bundle, desk

language = reader.language()
workspace, organisation = place.workspace(), place.organisation()
inbox = workspace.inbox(organisation)
st.html(told.head("files", workspace.organisations[organisation], language))
if job := jobs.running(inbox):
    file_work.wait_for(job, language)
else:
    now = desk.desk(workspace, organisation)
    newest = bundle.newest(workspace.outbox(organisation), organisation)
    behind = bundle.read(newest).manifest["deliveries"] if newest else []
    released = max((each["sequence"] for each in behind), default=0)
    steps = told.next_steps(now, released, organisation, workspace.now().date(), language)
    st.html(told.section(say.NEXT, steps, language))
    shown = [file for file in now.files if file.state != "loaded" or jobs.of(file.path)]
    for file in shown:
        if jobs.of(file.path):
            file_work.show(file, language)
    st.html(told.section(say.ADD, upload.form(language), language))
    waiting = [file for file in shown if not jobs.of(file.path)]
    none = "" if waiting else f'<p class="quiet">{escape(say.NONE_WAITING[language])}</p>'
    loaded = [file for file in now.files if file not in shown]
    st.html(told.section(say.WAITING, none + told.there_already(loaded, language), language))
    for file in waiting:
        file_work.show(file, language)
