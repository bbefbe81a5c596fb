"""What a decision sets, in words: each target, limit, split, price level and account with its days and its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import decision_set_forms as forms
from dashboard.components import icons
from dashboard.components.history import kept
from dashboard.measures import as_shown, exact, known, unbalanced
from dashboard.texts import closing as closing_say
from dashboard.texts import decision_sets as say
from dashboard.texts import decisions as decisions_say
from dashboard.texts import organisation, texts
from dashboard.view import View
from dashboard.writes.decision_sets import SETS, Dated
from governance.entries import (
    Contents,
    CostSplit,
    Decision,
    Entry,
    FollowUp,
    PriceLevel,
    Recalculation,
    Target,
    UnitCostSplit,
    id_of,
)
from governance.keeping import Held
from governance.model.tables import name_of
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text
from metrics.words import capitalised, joined


def section(decision: Decision, contents: Contents, view: View, today: date) -> str:
    """Everything the decision has set, kind by kind, and the forms that set more."""
    language = view.language
    held = _held(data.key(), decision.id)
    listed = "".join(
        _kind(text, own, contents, view, today)
        for name, text in say.KINDS.items()
        if (own := [each for each in held if name_of(type(each.entry)) == name])
    )
    body = listed or f'<p class="quiet">{escape(say.NOTHING[language])}</p>'
    entering = forms.entering(decision, contents, held, view) if data.register_writable() else ""
    heading = f"<h2>{escape(say.TITLE[language])}</h2>"
    return f'<section class="sets">{heading}{body}<div class="entering">{entering}</div></section>'


def _kind(title: Text, held: Sequence[Held[Entry]], contents: Contents, view: View, today: date) -> str:
    """All of one kind; of the price index its name once, since all levels are of the same."""
    language, first, note = view.language, held[0].entry, ""
    if isinstance(first, PriceLevel):
        index = say.INDEX.format(name=capitalised(first.name), base=first.base_year)
        note = f'<p class="note">{escape(index[language])}</p>'
    lines = "".join(_line(each, contents, view, today) for each in held)
    return f'<h3>{escape(title[language])}</h3>{note}<ul class="lines set">{lines}</ul>'


@st.cache_resource(show_spinner=False, max_entries=64)
def _held(key: str, decision_id: str) -> Sequence[Held[Entry]]:
    """All that a decision has set, what was cancelled too."""
    register = data.register()
    found = [each for kind in SETS.values() for each in register.held_all(kind, decision_id=decision_id)]
    return sorted(found, key=_place)


def _place(held: Held[Entry]) -> tuple[int, str, int]:
    """Its kind, measure and side: the region before the municipality, as everywhere."""
    one = held.entry
    side = ORGANISATIONS.index(one.organisation) if isinstance(one, Target | Recalculation | FollowUp) else 0
    return list(SETS).index(name_of(type(one))), getattr(one, "indicator_id", ""), side


def _line(held: Held[Entry], contents: Contents, view: View, today: date) -> str:
    """One thing in words, whose it is, and what has been done to it."""
    one, language = held.entry, view.language
    said = _said(one, contents, view, today)
    if held.cancelled:
        said = f"<del>{said}</del><p>{escape(closing_say.CANCELLED.format(why=held.cancelled)[language])}</p>"
    elif isinstance(one, Target) and (one.to_on or today) >= today and (missing := unbalanced(one, contents)):
        said += f"<p>{escape(missing[language])}</p>"
    drawn = f'<div class="entry"><div>{said}</div>{kept(type(one), id_of(one), language)}</div>'
    if not isinstance(one, Target | Recalculation | FollowUp):
        return f"<li>{drawn}</li>"
    side = icons.side(one.organisation, organisation(texts(language), one.organisation))
    return f"<li>{side}{drawn}</li>"


def _said(one: Entry, contents: Contents, view: View, today: date) -> str:
    match one:
        case Target():
            said = say.OF_MEASURE.format(measure=_measure(one.indicator_id, view), said=_level(one))
        case Recalculation():
            since = say.LIMITS.format(day=_strong(one.from_on), reason=_safe(one.reason))
            said = say.OF_MEASURE.format(measure=_measure(one.indicator_id, view), said=since)
        case CostSplit() | UnitCostSplit():
            said = _split(one, contents)
        case PriceLevel():
            said = say.PRICE.format(
                year=one.year,
                value=_strong(exact(one.value, "index")),
                day=one.published_on,
                source=_safe(one.source),
            )
        case FollowUp():
            said = _account(one, today)
        case _:
            return ""
    return f"<p>{said[view.language]}</p>"


def _measure(indicator_id: str, view: View) -> str:
    indicator = known(indicator_id)
    if indicator is None:
        return escape(indicator_id)
    return f'<a href="{escape(view.to("indicator", item=indicator_id))}">{escape(indicator.name[view.language])}</a>'


def _level(target: Target) -> Text:
    value = _strong(_figure(target, target.value))
    if target.end_value is None:
        return say.TARGET.format(value=value, when=_when(target))
    end = _strong(_figure(target, target.end_value))
    return say.TRAJECTORY.format(value=value, day=target.from_on, end=end, last=target.to_on)


def _figure(target: Target, value: float) -> Text:
    """A value of a target, with at most one decimal more than its measure is shown with: where one that moved ended is
    worked out, and the register holds it finer than anybody agreed on it.
    """
    indicator = known(target.indicator_id)
    if indicator is None:
        return exact(value, "index")
    return exact(float(as_shown(value, indicator, finer=1)), indicator.unit, indicator.decimals)


def _split(split: CostSplit | UnitCostSplit, contents: Contents) -> Text:
    parts = {
        "region": _strong(exact(split.region_share, "share")),
        "municipality": _strong(exact(round(1 - split.region_share, 9), "share")),
        "when": _when(split),
    }
    if isinstance(split, CostSplit):
        return say.SPLIT.format(**parts)
    name = next((_safe(each.name) for each in contents.units if each.id == split.unit_id), escape(split.unit_id))
    return say.UNIT_SPLIT.format(unit=name, **parts)


def _account(one: FollowUp, today: date) -> Text:
    if one.recorded_on is None:
        said = decisions_say.FOLLOW_UP_DUE if one.due_on >= today else decisions_say.FOLLOW_UP_LATE
        return said.format(day=one.due_on)
    told = decisions_say.FOLLOW_UP_DONE.format(day=one.recorded_on)
    return joined(told, _safe(one.outcome) if one.outcome else None)


def _safe(text: Text) -> Text:
    """Written words as HTML."""
    return Text(sv=escape(text.sv), en=escape(text.en))


def _strong(said: Text | date) -> Text:
    """What matters most in a line, as HTML."""
    return Text(sv="<b>{said}</b>", en="<b>{said}</b>").format(said=said)


def _when(one: Dated) -> Text:
    if one.to_on is None:
        return say.FURTHER.format(day=one.from_on)
    return say.FROM_TO.format(day=one.from_on, last=one.to_on)
