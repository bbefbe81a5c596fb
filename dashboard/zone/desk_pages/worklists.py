"""What have our own staff left to do?"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.components import reader
from dashboard.texts import long_date, texts
from dashboard.texts import zone as say
from dashboard.zone import file_work, jobs, place, told
from pipelines import worklist, worklist_files

language = reader.language()
workspace, organisation = place.workspace(), place.organisation()
st.html(told.head("worklists", workspace.organisations[organisation], language))
if job := jobs.running(workspace.inbox(organisation)):
    st.html(f'<p class="notice">{escape(say.BUSY[language])}</p>')
    file_work.wait_for(job, language)
else:
    made = worklist.worklists(workspace, organisation)
    on = long_date(texts(language), made.on)
    intro = f"<p>{escape(say.WORKLISTS_TEXT.format(on=on)[language])}</p>"
    st.html(told.section(say.PAGES["worklists"], intro + told.worklists(made, language), language))
    if st.button(say.WRITE_LISTS[language], type="primary"):
        files = worklist_files.write(workspace, made, language)
        folder = files[0].parent.relative_to(workspace.path)
        written = say.LISTS_WRITTEN.format(n=len(files), folder=folder)[language]
        st.html(f'<p class="notice" role="status">{escape(written)}</p>')
