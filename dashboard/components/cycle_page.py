"""Improvement cycles on the page of decisions: all of them, or one with its four steps and its measure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import closing, cycle_forms, icons, states
from dashboard.components import cycle_list as listed
from dashboard.components.decision_page import crumbs
from dashboard.components.entry_page import linked
from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.page_part import folded, section
from dashboard.components.register_form import writing
from dashboard.components.register_link import link
from dashboard.components.sparkline import sparkline
from dashboard.components.take_away import take_away
from dashboard.texts import cycles as say
from dashboard.texts import organisation, texts
from dashboard.view import View
from governance.entries import Contents, Cycle
from governance.keeping import Held
from metrics import catalogue
from metrics.indicator import Indicator
from metrics.problem import Language, Text

COUNTED_IN = "L3"
"""The measure of how many cycles end with a measured result."""
FORM_OF = {"indicator_id": "plan", "before": "measure", "after": "measure", "closed_on": "act"}
"""The part whose form has a field, where that is not the step of the same name."""


def is_asked(view: View) -> bool:
    """Whether the address asks for the cycles, or for one of them."""
    return ("part", listed.PART) in view.more or _held(view.item) is not None


def show(view: View, contents: Contents) -> None:
    """All cycles, or the one the address names."""
    held, measures = _held(view.item), {each.id: each for each in catalogue.catalogue()}
    if held:
        st.html(_one(held, view, contents, measures))
        return
    language = view.language
    unknown = states.notice(say.UNKNOWN[language].format(id=view.item)) if view.item else ""
    told = (
        listed.opening(contents.cycles, data.today(), language) + listed.lists(contents.cycles, measures, view)
        if contents.cycles
        else states.notice(say.EMPTY[language])
    )
    new = section(say.NEW, writing(view) + cycle_forms.begin(contents, language), language)
    entered = data.register().held_all(Cycle)
    gone = [(linked(view.to("decisions", item=each.entry.id), each.entry.title, view), each) for each in entered]
    head = page_head(say.TITLE[language], say.QUESTION[language], view, texts(language))
    st.html(crumbs(view, (say.TITLE[language], "")) + head + unknown + told + new + closing.cancelled(gone, language))
    if contents.cycles:
        take_away(lambda: listed.sheet(contents.cycles, language), say.FILE[language], view)


def _held(cycle_id: str) -> Held[Cycle] | None:
    return data.register().held(Cycle, cycle_id) if cycle_id else None


def _one(held: Held[Cycle], view: View, contents: Contents, measures: Mapping[str, Indicator]) -> str:
    """One cycle: its measure, its steps in their order with a form each, the decision it belongs to, and its history.

    Rule    a cancelled one is read, not written in
    """
    language, cycle = view.language, held.entry
    indicator = measures.get(cycle.indicator_id or "")
    return (
        crumbs(view, (say.TITLE[language], listed.address(view)), (cycle.id, ""))
        + _head(held, view)
        + closing.notice(held, language)
        + _unmeasured(cycle, view, measures)
        + ("" if held.cancelled else writing(view))
        + section(say.MEASURE, _measure(held, indicator, view), language)
        + _steps(held, contents, language)
        + _decided(cycle, contents, view)
        + ("" if held.cancelled else closing.cancel(held, language))
        + history(Cycle, cycle.id, language)
    )


def _head(held: Held[Cycle], view: View) -> str:
    """What it is called, whose it is, since when, and what comes next."""
    language, t, cycle = view.language, texts(view.language), held.entry
    days = say.LINE.format(day=cycle.started_on)
    if cycle.closed_on:
        days = say.LINE_CLOSED.format(day=cycle.started_on, closed=cycle.closed_on)
    what = "" if cycle.closed_on or held.cancelled else listed.state(cycle)[language]
    return (
        f'<div class="head"><div><h1 id="innehall">{escape(cycle.title[language])}</h1>'
        f'<p class="subtitle">{icons.side(cycle.organisation, organisation(t, cycle.organisation))} · '
        f'{escape(days[language])}</p></div><span class="ref">{escape(cycle.id)}</span></div>'
        + (f'<p class="finding"><b>{escape(what)}</b></p>' if what else "")
    )


def _unmeasured(cycle: Cycle, view: View, measures: Mapping[str, Indicator]) -> str:
    """That it was closed without a measured result, and where that counts."""
    if cycle.closed_on is None or cycle.is_measured or COUNTED_IN not in measures:
        return ""
    before, after = say.UNMEASURED[view.language].split("{measure}")
    name = escape(measures[COUNTED_IN].name[view.language])
    to = escape(view.to("indicator", item=COUNTED_IN))
    return f'<p class="notice">{escape(before)}<a href="{to}">{name}</a>{escape(after)}</p>'


def _measure(held: Held[Cycle], indicator: Indicator | None, view: View) -> str:
    """The measure as a link with its latest periods, the values before and after, and the form that notes them.

    Rule    the values and the form stand also before anything is published, when there are no periods to draw
    """
    language, cycle, t = view.language, held.entry, texts(view.language)
    moved = f'<p class="before-after">{listed.moved(cycle, indicator, language)}</p>'
    if indicator is None:
        return f"{moved if cycle.indicator_id else ''}<p>{listed.measure(cycle, None, view)}</p>"
    to = escape(view.to("indicator", item=indicator.id))
    published = (row for row in data.rows() if row.indicator.id == indicator.id)
    drawn = "".join(sparkline(indicator, row.region.series, row.municipality.series, t, language) for row in published)
    told = (
        f"{moved}<p>{listed.measure(cycle, indicator, view)} {drawn} "
        f'<a href="{to}">{escape(say.SEE_CHART[language])}</a></p><p class="note">{escape(say.NOTE[language])}</p>'
    )
    if held.cancelled:
        return told
    body = cycle_forms.measure(held, indicator, language)
    is_next = _comes_next(cycle) == "measure"
    return told + folded(say.WRITE_MEASURE, body, language, place="measure", is_open=is_next)


def _comes_next(cycle: Cycle) -> str:
    """The part whose form holds what the cycle lacks first; "" where it lacks nothing."""
    first = listed.lacks(cycle)[:1]
    return FORM_OF.get(first[0], first[0]) if first else ""


def _steps(held: Held[Cycle], contents: Contents, language: Language) -> str:
    """The four steps in their order, side by side where there is room."""
    steps = "".join(_step(number, name, held, contents, language) for number, name in enumerate(say.STEPS, 1))
    return f'<div class="cycle-steps">{steps}</div>'


def _step(number: int, name: str, held: Held[Cycle], contents: Contents, language: Language) -> str:
    """One of the four steps: what is written of it, and the form to write it, open where it is what comes next."""
    text: Text | None = getattr(held.entry, name)
    said = f"<p>{escape(text[language])}</p>" if text else f'<p class="quiet">{escape(say.NOT_WRITTEN[language])}</p>'
    is_next = not held.cancelled and _comes_next(held.entry) == name
    write = ""
    if not held.cancelled:
        title = say.CHANGE_PLAN if name == "plan" else say.CHANGE if text else say.WRITE
        body = cycle_forms.step(name, held, contents, language)
        write = folded(title, body, language, place=name, is_open=is_next)
    head = f"<h2>{number} {escape(say.STEPS[name][language])}</h2>"
    return f"<section{' class=next' if is_next else ''}>{head}{said}{write}</section>"


def _decided(cycle: Cycle, contents: Contents, view: View) -> str:
    """The decision it belongs to; nothing where there is none."""
    if cycle.decision_id is None:
        return ""
    title = next((each.title[view.language] for each in contents.decisions if each.id == cycle.decision_id), "")
    return section(say.DECISION, f"<p>{link(view, cycle.decision_id)} {escape(title)}</p>", view.language)
