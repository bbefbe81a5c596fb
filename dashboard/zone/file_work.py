"""What the steward can do with one file: look at it, load it, override a check, take it away."""

from __future__ import annotations

import time
from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.components import explain
from dashboard.texts import zone as say
from dashboard.zone import jobs, mapping, place, told
from dashboard.zone.jobs import Job
from metrics.problem import Language, UserProblem
from pipelines import desk, load, proposal
from pipelines.desk import Waiting
from pipelines.load import LoadReport
from pipelines.proposal import Decided, Proposal
from pipelines.sources import SOURCES
from pipelines.stewards import MAY_BE_LET

GLANCES_A_SECOND = 5


def wait_for(job: Job, language: Language) -> None:
    """Show what a job is doing until it is done, then the page anew; the job goes on whoever looks."""
    with st.status(_doing(job, language), expanded=False) as status:
        while not job.is_done:
            status.update(label=_doing(job, language))
            time.sleep(1 / GLANCES_A_SECOND)
    st.rerun()


def _doing(job: Job, language: Language) -> str:
    return say.WORKING.format(what=job.said[language], file=job.file.name)[language]


def show(file: Waiting, language: Language) -> None:
    """One file that waits, or what has just become of it."""
    job = jobs.of(file.path)
    result = job.future.exception() or job.future.result() if job else None
    if isinstance(result, LoadReport):
        _report(file, result, language)
    elif isinstance(result, Proposal):
        _proposal(file, result, language)
    else:
        _head(file, language)
        if isinstance(result, UserProblem):
            st.html(told.problem(result, language))
        elif result is not None:
            raise result
        _actions(file, language)


def _head(file: Waiting, language: Language) -> None:
    hidden = file.state == "incident"
    name = say.FILE_HIDDEN[language] if hidden else file.path.name
    size = told.size(file.path.stat().st_size, language)
    holds = say.HOLDS.format(source=told.named(file.source, language), size=size)
    note = holds if file.source else say.NOT_KNOWN.format(size=size)
    why = ""
    if file.unknown and file.unknown.code not in ("profile_missing", "profile_unconfirmed"):
        why += told.problem(file.unknown, language)
    if hidden:
        why += told.problem(UserProblem("incident", say.INCIDENT), language)
    elif file.last:
        lines = "".join(f"<li>{told.rows(n, language)}{escape(rule[language])}</li>" for rule, n in file.last.reasons)
        why += f'<p class="outcome refused"><b>{escape(say.REFUSED[language])}</b></p><ul class="lines">{lines}</ul>'
    known = explain.within(note[language], language, "profile")
    st.html(f'<h3 class="file">{escape(name)}</h3><p class="quiet">{known}</p>{why}')


def _actions(file: Waiting, language: Language) -> None:
    name, key = file.path.name, f"{file.path.name}"
    hidden = file.state == "incident"
    source = None
    if not file.source and not hidden:
        offered = {"": say.RECOGNISE[language]} | {one: told.named(one, language) for one in SOURCES}
        source = st.selectbox(
            say.WHICH_SOURCE[language], list(offered), format_func=lambda one: offered[one], key=f"source {key}"
        )
    with st.container(horizontal=True):
        if file.source and not hidden:
            text = say.LOAD_AGAIN if file.last else say.LOAD
            if st.button(text.format(file=name)[language], type="primary", key=f"load {key}"):
                begin_load(file, {})
        elif not hidden and st.button(say.LOOK.format(file=name)[language], type="primary", key=f"look {key}"):
            begin_look(file, source or None, None)
        if file.state != "new":
            text = say.REMOVE_HIDDEN if hidden else say.REMOVE.format(file=name)
            if st.button(text[language], key=f"remove {key}"):
                file.path.unlink(missing_ok=True)
                st.rerun()


def begin_load(file: Waiting, overrides: Mapping[str, str]) -> None:
    """Load the file, in a thread that outlives this page."""
    workspace, organisation, path = place.workspace(), place.organisation(), file.path
    jobs.start(
        path,
        say.BEGINNING,
        lambda tell: load.load(workspace, organisation, path, progress=tell, overrides=dict(overrides) or None),
    )
    st.rerun()


def begin_look(file: Waiting, source: str | None, decided: Decided | None) -> None:
    """Propose a profile for the file, with what a person has decided so far."""
    workspace, organisation, path = place.workspace(), place.organisation(), file.path
    jobs.start(
        path,
        say.LOOKING,
        lambda _: proposal.propose(
            path,
            workspace.sources,
            organisation=organisation,
            source=source,
            code_lists=desk.code_lists(workspace),
            names=desk.names(workspace),
            decided=decided,
        ),
    )
    st.rerun()


def _report(file: Waiting, made: LoadReport, language: Language) -> None:
    name = say.FILE_HIDDEN[language] if made.incident else file.path.name
    st.html(told.report(made, name, place.organisation(), language))
    codes = [reason.code for reason in made.reasons if reason.code in MAY_BE_LET] if made.file_refused else []
    for code in codes[:1]:
        _override(file, code, language)
    with st.container(horizontal=True):
        if st.button(say.SHOW_ALL[language], key=f"done {file.path.name}"):
            jobs.forget(file.path)
            st.rerun()
        if made.file_refused:
            text = say.REMOVE_HIDDEN if made.incident else say.REMOVE.format(file=file.path.name)
            if st.button(text[language], key=f"remove {file.path.name}"):
                file.path.unlink(missing_ok=True)
                jobs.forget(file.path)
                st.rerun()


def _override(file: Waiting, code: str, language: Language) -> None:
    with st.form(f"override {file.path.name}"):
        st.html(f'<h3 class="kind">{escape(say.OVERRIDE[language])}</h3><p>{escape(say.OVERRIDE_TEXT[language])}</p>')
        reason = st.text_input(say.OVERRIDE_REASON[language], max_chars=400, key=f"reason {file.path.name}")
        if st.form_submit_button(say.OVERRIDE_GO[language]):
            begin_load(file, {code: reason})


def _proposal(file: Waiting, proposed: Proposal, language: Language) -> None:
    title = say.PROPOSED.format(file=file.path.name)
    st.html(told.section(title, mapping.seen(proposed, language) + mapping.first_rows(proposed, language), language))
    workspace = place.workspace()
    lists = desk.code_lists(workspace)
    if decided := mapping.decide(proposed, lists, language):
        begin_look(file, proposed.source, decided)
    with st.container(horizontal=True):
        saved = mapping.save(proposed, file.path, workspace.sources, lists, language)
        if st.button(say.LET_BE[language], key=f"cancel {file.path.name}"):
            jobs.forget(file.path)
            st.rerun()
    if saved:
        jobs.forget(file.path)
        st.toast(say.SAVED.format(name=saved)[language])
        st.rerun()
