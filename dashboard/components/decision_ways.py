"""From a page to its forms and back: what can be done with a decision or an action, and the form asked for."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import cycle_list
from dashboard.components import decision_forms as forms
from dashboard.components.register_form import writing
from dashboard.measures import known, targeted
from dashboard.texts import cycles as cycles_say
from dashboard.texts import decisions as say
from dashboard.texts import lists as lists_say
from dashboard.view import View
from governance.checks import minutes_of
from governance.entries import Action, Contents, Decision
from governance.keeping import Held
from metrics.indicator import Indicator
from metrics.problem import Text


def to_form(view: View, do: str, object_id: str = "") -> str:
    """The address of a form: `do` says which, about one decision or action or, without id, something new."""
    return f"{view.to('decisions', item=object_id)}&do={do}"


def of_list(view: View) -> str:
    """What can be added to the register."""
    lists = f"{view.to('members')}&do=lists"
    ways = [(say.NEW_DECISION, to_form(view, "decision")), (say.NEW_ACTION, to_form(view, "action"))]
    return _ways([*ways, (cycles_say.TITLE, cycle_list.address(view)), (lists_say.TITLE, lists)], view)


def to_target(indicator: Indicator, view: View) -> str:
    """The way to a decision that sets a target for a measure; "" where it can have none."""
    if indicator.id not in {each.id for each in targeted()}:
        return ""
    return _ways([(say.SET_TARGET, f"{to_form(view, 'decision')}&measure={indicator.id}")], view)


def back(view: View) -> str:
    """The way to the whole list."""
    return _ways([(say.TITLE, view.to("decisions"))], view)


def of_decision(decision: Decision, contents: Contents, view: View) -> str:
    """What can be done about a decision.

    Rule    one that has given way to another cannot do so once more; one in minutes that are out is not rewritten
    """
    is_replaced = any(each.supersedes == decision.id for each in contents.decisions)
    stands = minutes_of(decision, contents) in ("circulated", "locked")
    ways = [(say.DO_ACTION, "action")] + [(say.DO_CHANGE, "change")] * (not stands)
    ways += [(say.DO_SUPERSEDE, "supersede")] * (not is_replaced)
    note = f'<p class="quiet">{escape(say.IN_MINUTES[view.language])}</p>' if stands else ""
    return _ways([(text, to_form(view, do, decision.id)) for text, do in ways], view) + note


def _ways(ways: list[tuple[Text, str]], view: View) -> str:
    links = "".join(f'<a class="do" href="{escape(to)}">{escape(text[view.language])}</a>' for text, to in ways)
    return f'<p class="ways">{links}</p>'


def of_action(held: Held[Action], view: View) -> str:
    """The two short forms about an action, and the way to the long one."""
    language = view.language
    parts = (
        (say.DO_UPDATE, forms.update(held.entry.id, language)),
        (say.DO_STATUS, forms.status(held, language)),
    )
    return (
        writing(view)
        + '<div class="halves">'
        + "".join(f"<section><h2>{escape(title[language])}</h2>{body}</section>" for title, body in parts)
        + "</div>"
        + _ways([(say.DO_CHANGE, to_form(view, "change", held.entry.id))], view)
    )


def asked_for(do: str, decision: Decision | None, action: Action | None, contents: Contents, view: View) -> str:
    """The form the address asks for as a page of its own; "" where it asks for none that there is."""
    language = view.language
    back = view.to("decisions", item=view.item)
    match do, decision, action:
        case "decision", None, None:
            measure = known(st.query_params.get("measure", ""))
            body = forms.decision(contents, view, measure=measure.id if measure else "")
            title = say.NEW_DECISION[language]
        case "action", None, None:
            title, body = say.NEW_ACTION[language], forms.action(contents, view)
        case "action", Decision(id=about), _:
            title, body = say.ACTION_OF[language], forms.action(contents, view, decision_id=about)
        case "supersede", Decision(id=about), _:
            title, body = say.SUPERSEDING[language], forms.decision(contents, view, replaces=about)
        case "change", Decision(id=about), _:
            held = data.register().held(Decision, about)
            title, body = say.CHANGING[language], forms.decision(contents, view, held=held)
        case "change", None, Action(id=about):
            held_action = data.register().held(Action, about)
            title, body = say.CHANGING[language], forms.action(contents, view, held=held_action)
        case _:
            return ""
    return forms.page(title.format(id=view.item), back, body, view)
