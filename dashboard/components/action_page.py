"""One action whole: who does what by when, what it is to change, what has been done, and whether the figure moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.components import effect_reviews, icons, issue_history
from dashboard.components.action_balance import days_late
from dashboard.components.decision_list import late_words, progress
from dashboard.components.decision_page import crumbs
from dashboard.components.history import seat_name
from dashboard.components.page_part import section
from dashboard.components.register_link import link
from dashboard.texts import decisions as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import Action, ActionUpdate, Contents, Unit
from governance.history import Change
from metrics.problem import Language, Text

_ADDRESS = re.compile(r"https?://\S+")


def head(action: Action, contents: Contents, view: View, today: date) -> str:
    """What is to be done, whose it is, and how far it has come."""
    language, t = view.language, texts(view.language)
    side = icons.side(action.organisation, organisation(t, action.organisation))
    steps = [(action.decision_id, view.to("decisions", item=action.decision_id))] if action.decision_id else []
    return (
        crumbs(view, *steps, (action.id, ""))
        + f'<div class="head"><div><h1 id="innehall">{escape(action.title[language])}</h1>'
        f'<p class="subtitle">{side} · {progress(action, language, today)}</p></div>'
        f'<span class="ref">{escape(action.id)}</span></div>'
        + (f'<p class="lede">{escape(action.text[language])}</p>' if action.text else "")
    )


def effect(found: effect_reviews.Reviewed | None, view: View) -> str:
    """What it is to change, and what the figure did by the day named."""
    language, t = view.language, texts(view.language)
    if found is None:
        return section(say.EXPECTED, f'<p class="quiet">{escape(say.EXPECTED_NONE[language])}</p>', language)
    expected = say.EXPECTED_BY[language].format(
        expectation=effect_reviews.expectation(found, language), day=long_date(t, found.review_on)
    )
    to = escape(view.to("indicator", item=found.indicator.id))
    return section(
        say.EXPECTED,
        f'<p>{escape(expected)} <a href="{to}">{escape(say.SEE_CHART[language])}</a></p>'
        f'<div class="tested">{effect_reviews.outcome(found, language)}</div>',
        language,
    )


def updates(found: Sequence[ActionUpdate], language: Language) -> str:
    """What has been done, the newest first, with what shows it."""
    t = texts(language)
    items = "".join(
        f'<li><div class="when"><time datetime="{each.on}">{escape(long_date(t, each.on))}</time></div>'
        f"<div><p>{escape(each.text[language])}</p>{_links(each.links, language)}</div></li>"
        for each in reversed(found)
    )
    body = (
        f'<ul class="decided-list">{items}</ul>'
        if items
        else f'<p class="quiet">{escape(say.UPDATES_NONE[language])}</p>'
    )
    return section(say.UPDATES, body, language)


def _links(links: Sequence[str], language: Language) -> str:
    """What shows it: an address of the web as a link, anything else, such as a diary number, as it is."""
    shown = ", ".join(
        f'<a href="{escape(each)}" rel="noreferrer">{escape(each)}</a>' if _ADDRESS.fullmatch(each) else escape(each)
        for each in links
    )
    return f'<p class="note">{escape(say.LINKS[language])}: {shown}</p>' if links else ""


def last_reason(changes: Sequence[Change]) -> Text | None:
    """The reason given last: why it was reopened or given up."""
    return next((reason for change in reversed(changes) if (reason := change.reason())), None)


def facts(action: Action, contents: Contents, view: View, today: date, reason: Text | None) -> str:
    """Beside it: owner, days, decision and unit.

    In      reason  given at the latest change of status; None for none
    """
    language, t = view.language, texts(view.language)
    unit = next((each.name[language] for each in contents.of(Unit, id=action.unit_id)), "") if action.unit_id else ""
    late = days_late(action, today)
    due = long_date(t, action.due_on) if action.due_on else say.NOT_NOTED[language]
    rows = [
        (say.OWNER, escape(seat_name(action.owner, language) if action.owner else say.NOT_NOTED[language])),
        (say.CO_OWNER, escape(seat_name(action.co_owner, language)) if action.co_owner else ""),
        (say.STATUS, escape(say.STATUSES[action.status][language])),
        (say.OPENED, escape(long_date(t, action.opened_on))),
        (say.DUE_ON, escape(due) + (f" <b>{escape(late_words(late, language))}</b>" if late else "")),
        (say.CLOSED, escape(long_date(t, action.closed_on)) if action.closed_on else ""),
        (say.FROM_DECISION, _decision(action, contents, view)),
        (say.UNIT, escape(unit)),
    ]
    listed = "".join(f"<dt>{escape(name[language])}</dt><dd>{body}</dd>" for name, body in rows if body)
    why = f'<p class="note">{escape(say.LAST_REASON[language].format(why=reason[language]))}</p>' if reason else ""
    return f'<div class="aside"><dl class="lineage facts">{listed}</dl>{why}</div>'


def _decision(action: Action, contents: Contents, view: View) -> str:
    title = next((each.title[view.language] for each in contents.decisions if each.id == action.decision_id), "")
    return f"{link(view, action.decision_id)} {escape(title)}" if action.decision_id else ""


def issue(action: Action, contents: Contents, view: View) -> str:
    """Every time a meeting took the action or its decision up."""
    language: Language = view.language
    about = {action.id} | ({action.decision_id} if action.decision_id else set())
    return section(
        say.ISSUE, issue_history.issue(issue_history.steps(contents, (), about), action.id, contents, view), language
    )
