"""The committee on the overview: its next meeting, what is late and running out, what to see to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from itertools import groupby

import streamlit as st

from dashboard import data
from dashboard.components import decision_list, icons
from dashboard.components.indicator_page import place
from dashboard.components.meeting_list import next_meeting
from dashboard.components.register_link import address, link, with_links
from dashboard.components.register_titles import titled
from dashboard.texts import long_date, organisation, texts
from dashboard.texts import overview as say
from dashboard.view import View
from governance.checks import Finding, findings
from governance.entries import AgendaItem, Contents
from governance.model.improvement import HALF_A_YEAR

TOLD_ELSEWHERE = frozenset({"action_overdue", "follow_up_overdue", "agreement_past"})
"""Findings that stand in parts of their own."""
MOST_KINDS = 5
YEAR = timedelta(days=365)


def meeting(contents: Contents, view: View) -> str:
    """When the committee meets next, and how far its agenda has come."""
    language, t = view.language, texts(view.language)
    found = next_meeting(contents)
    if found is None:
        to = escape(view.to("meetings"))
        return f'<p>{escape(say.NO_MEETING[language])} <a href="{to}">{escape(say.TO_MEETINGS[language])}</a></p>'
    items = sum(each.status == "planned" for each in contents.of(AgendaItem, meeting_id=found.id))
    day = say.MEETING[language].format(day=long_date(t, found.held_on), at=found.starts_at)
    agenda = say.AGENDA[language].format(n=items) if items else say.AGENDA_NONE[language]
    to = escape(view.to("meetings", item=found.id))
    return f'<p><b>{escape(day)}</b></p><p><a href="{to}">{escape(agenda)}</a></p>'


def late(contents: Contents, view: View, today: date) -> str:
    """Actions past their day, and accounts that were to be given."""
    language, t = view.language, texts(view.language)
    accounts = "".join(
        f"<li>{icons.side(each.organisation, organisation(t, each.organisation))}<div><p>"
        + _about(
            say.ACCOUNT_LATE[language].format(decision="{}", day=long_date(t, each.due_on)), each.decision_id, view
        )
        + "</p></div></li>"
        for each in contents.follow_ups
        if each.recorded_on is None and each.due_on < today
    )
    actions = decision_list.late_lines(contents, view, today)
    if not actions + accounts:
        return f'<p class="quiet">{escape(say.LATE_NONE[language])}</p>'
    return f'<ul class="lines">{actions}{accounts}</ul>'


def _about(said: str, decision_id: str, view: View) -> str:
    before, after = said.split("{}")
    return f"{escape(before)}{link(view, decision_id)}{escape(after)}"


def ending(contents: Contents, view: View, today: date) -> str:
    """Agreements and temporary funding that run out or have, and targets nobody has said when to look at again."""
    language, t = view.language, texts(view.language)
    replaced = {each.supersedes for each in contents.agreements}
    found = [
        *((each.to_on, each.title, "agreement", each.id) for each in contents.agreements if each.id not in replaced),
        *(
            (each.to_on, each.title, "undertaking", each.id)
            for each in contents.undertakings
            if each.to_on and each.to_on >= today
        ),
    ]
    lines = []
    for day, title, kind, object_id in sorted((each for each in found if each[0]), key=lambda each: str(each[0])):
        if day is not None and day <= today + HALF_A_YEAR:
            to = address(kind, object_id, contents, view)
            name = (
                f'<a href="{escape(to)}">{escape(title[language])}</a>' if to else f"<b>{escape(title[language])}</b>"
            )
            said = (say.ENDED_ON if day < today else say.ENDS_ON)[language].format(day=long_date(t, day))
            lines.append(f"<li>{name}<p>{escape(said)}</p></li>")
    reviewed = {each.id for each in contents.decisions if each.review_on and each.review_on >= today}
    open_ended = dict.fromkeys(
        each.decision_id
        for each in contents.targets
        if each.from_on <= today and each.to_on is None and each.decision_id not in reviewed
    )
    if open_ended:
        badges = ", ".join(link(view, each) for each in open_ended)
        before, after = say.NEVER_REVIEWED[language].split("{decisions}")
        lines.append(f"<li><p>{escape(before)}{badges}{escape(after)}</p></li>")
    if not lines:
        return f'<p class="quiet">{escape(say.ENDS_NONE[language])}</p>'
    return f'<ul class="lines">{"".join(lines)}</ul>'


def see_to(contents: Contents, view: View, today: date) -> str:
    """What the register's rules find, one line of each kind; of past meetings only those of a year."""
    language = view.language
    recent = {each.id for each in contents.meetings if each.held_on > today - YEAR}
    found = [
        each
        for each in _findings(data.key(), today)
        if each.code not in TOLD_ELSEWHERE and (each.kind != "meeting" or each.object_id in recent)
    ]
    lines = [_kind(list(same), contents, view) for _, same in groupby(found, key=lambda each: each.code)]
    if not lines:
        return f'<p class="quiet">{escape(say.SEE_TO_NONE[language])}</p>'
    return f'<ul class="lines">{"".join(lines[:MOST_KINDS])}</ul>'


def _kind(same: Sequence[Finding], contents: Contents, view: View) -> str:
    """The latest of one kind, and how many more there are."""
    language = view.language
    last, shown = same[-1], data.release()
    groups = place(shown.manifest["committee"]).groups if shown else {}
    name = titled(last.kind, last.object_id, contents, groups, view)
    said = with_links(escape(last.said[language]), contents, view)
    more = f" {say.MORE_LIKE_IT[language].format(n=len(same) - 1)}" if len(same) > 1 else ""
    return f"<li>{name}<p>{said}{escape(more)}</p></li>"


@st.cache_resource(show_spinner=False, max_entries=4)
def _findings(key: str, today: date) -> tuple[Finding, ...]:
    return findings(data.register_entries(), today, data.limits())
