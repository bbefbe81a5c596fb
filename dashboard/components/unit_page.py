"""The page about a unit put together: who leads it, how it stands, what is promised, and what the leaders confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

from dashboard.components import icons, scorecard_table
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form, text_of
from dashboard.components.unit_figures import Place, UnitFigures
from dashboard.data import Merged
from dashboard.texts import indicator as indicator_say
from dashboard.texts import long_date, organisation, perspective, texts
from dashboard.texts import unit as say
from dashboard.texts import unit_entries as entry_say
from dashboard.view import View
from governance.entries import Action, Confirmation, id_of
from metrics import words
from metrics.indicator import ORGANISATIONS, PERSPECTIVES, Organisation
from metrics.problem import Language


def choices(committee: Mapping[str, Any], view: View) -> str:
    """All units as links, in the committee's own order."""
    links = "".join(
        f'<li><a href="{escape(replace(view, unit="").to("unit", item=unit["id"]))}">'
        f"{escape(unit['name'][view.language])}</a></li>"
        for unit in committee["units"]
    )
    return f'<div class="measures"><ul class="lines">{links}</ul></div>'


def leaders(found: UnitFigures, language: Language) -> str:
    """Both leaders' roles, since when either is no longer there, and the way to what they confirm."""
    t = texts(language)
    sides = "".join(
        f"<dt>{icons.side(which, organisation(t, which))}</dt>"
        f"<dd>{_leader(found, which, language)}{_to_confirm(found, which, language)}</dd>"
        for which in ORGANISATIONS
    )
    return f'<h2 class="vh">{escape(say.LEADERS[language])}</h2><dl class="leaders">{sides}</dl>'


def _to_confirm(found: UnitFigures, which: Organisation, language: Language) -> str:
    """Whether the period is confirmed, as a link to where it is."""
    if found.registered is None or which in found.last_days:
        return ""
    told = found.confirmations.get(which)
    said = say.NOT_CONFIRMED[language]
    if told is not None:
        said = say.CONFIRMED[language].format(day=long_date(texts(language), told.confirmed_on))
    return f' · <a href="#confirm-{which}">{escape(said)}</a>'


def _leader(found: UnitFigures, which: Organisation, language: Language) -> str:
    seat, left = found.leaders.get(which), found.last_days.get(which)
    if left:
        whose = words.capitalised(words.ORGANISATION[which])[language]
        return escape(say.LEFT[language].format(whose=whose, day=long_date(texts(language), left)))
    return escape(seat.title[language] if seat else say.NO_LEADER[language])


def facts(unit: Mapping[str, Any], language: Language) -> str:
    """When the unit opened and closed, for the line under its name."""
    said = [
        text[language].format(day=long_date(texts(language), date.fromisoformat(unit[name])))
        for name, text in (("opened_on", say.OPENED), ("closed_on", say.CLOSED))
        if unit.get(name)
    ]
    return " · ".join(said)


def measures(found: UnitFigures, view: View, small: Merged) -> str:
    """The unit's measures as the scorecard shows them, and which are not reported by unit."""
    language, t = view.language, texts(view.language)
    parts = [
        (perspective(t, name), rows)
        for name in PERSPECTIVES
        if (rows := [row for row in found.rows if row.indicator.perspective == name])
    ]
    names = ", ".join(one.name[language] for one in found.elsewhere)
    rest = say.NOT_BY_UNIT[language].format(n=len(found.elsewhere), names=names)
    return f'{scorecard_table.table(parts, view, say.TABLE[language], small)}<p class="note">{escape(rest)}</p>'


def position(found: UnitFigures, view: View) -> str:
    """How many figures lie where chance would put them, and each that does not, in words."""
    language = view.language
    if not found.places:
        return f'<p class="quiet">{escape(say.POSITION_NONE[language])}</p>'
    outside = [each for each in found.places if each.point.position != "within"]
    said = say.OUTSIDE if outside else say.WITHIN
    lines = "".join(_place(each, view) for each in outside)
    count = said.format(outside=words.capitalised(words.in_words(len(outside), common=True)), n=len(found.places))
    return (
        f"<p>{escape(count[language])}</p>"
        + (f'<ul class="lines">{lines}</ul>' if lines else "")
        + f'<p class="note">{escape(say.POSITION_NOTE[language])}</p>'
    )


def _place(each: Place, view: View) -> str:
    language, indicator, point = view.language, each.indicator, each.point
    side = icons.side(point.organisation, organisation(texts(language), point.organisation))
    said = say.PLACE[language].format(
        value=words.figure(indicator, point.value)[language],
        period=words.period(each.period_start, each.grain)[language],
        position=indicator_say.POSITION[point.position][language],
        centre=words.figure(indicator, point.centre)[language],
    )
    address = escape(view.to("indicator", item=indicator.id))
    return f'<li><a href="{address}">{escape(indicator.name[language])}</a><p>{side} · {escape(said)}</p></li>'


def actions(found: UnitFigures, today: date, language: Language) -> str:
    """What is open, the one due first on top; what is late says so."""
    if not found.actions:
        return f'<p class="quiet">{escape(say.ACTIONS_NONE[language])}</p>'
    return f'<ul class="lines">{"".join(_action(each, found, today, language) for each in found.actions)}</ul>'


def _action(each: Action, found: UnitFigures, today: date, language: Language) -> str:
    t = texts(language)
    late = each.due_on is not None and each.due_on < today
    due = say.NO_DUE if each.due_on is None else say.OVERDUE if late else say.DUE
    said = due[language].format(day=long_date(t, each.due_on) if each.due_on else "")
    owner = {seat.id: seat.title[language] for seat in found.leaders.values()}.get(each.owner, each.owner)
    facts = " · ".join(filter(None, (icons.side(each.organisation, organisation(t, each.organisation)), escape(owner))))
    return (
        f'<li class="fund{" soon" if late else ""}"><b>{escape(each.title[language])}</b> '
        f'<small>{escape(each.id)}</small> <span class="end">{escape(said)}</span><p>{facts}</p></li>'
    )


def history(found: UnitFigures, view: View) -> str:
    """Events, changes of the unit and breaks of its series, newest first, and the way to its entry."""
    language, t = view.language, texts(view.language)
    told = [(each.on, indicator_say.MARK_KIND[each.kind], each.title) for each in found.events]
    told += [(each.on, words.capitalised(entry_say.CHANGES[each.kind]), each.text) for each in found.changes]
    told += [(each.on, say.BREAK, each.title) for each in found.breaks]
    lines = "".join(
        f"<li><b>{escape(long_date(t, on))}</b> {escape(title[language])}<p>{escape(kind[language])}</p></li>"
        for on, kind, title in sorted(told, key=lambda each: each[0], reverse=True)
    )
    none = f'<p class="quiet">{escape(say.HISTORY_NONE[language])}</p>'
    listed = f'<ul class="lines">{lines}</ul>' if lines else none
    if found.registered is None:
        return listed
    to = escape(replace(view, unit="").to("members", item=found.registered.id))
    return f'{listed}<p class="note"><a href="{to}">{escape(entry_say.IN_REGISTER[language])}</a></p>'


def confirmation(found: UnitFigures, period: str, versions: Mapping[str, int], acting: str, language: Language) -> str:
    """What each leader has confirmed of the period, with the form to do it.

    In      versions  the version of each confirmation there is, by its id
            acting    the seat the reader writes as, "" for none yet: another than the leader's has no form
    """
    if found.registered is None:
        return f'<p class="quiet">{escape(say.NOT_IN_REGISTER[language])}</p>'
    sides = "".join(_side(found, which, period, versions, acting, language) for which in ORGANISATIONS)
    return f'<p>{escape(say.CONFIRM_TEXT[language])}</p><div class="confirm">{sides}</div>{_earlier(found, language)}'


def _side(
    found: UnitFigures,
    which: Organisation,
    period: str,
    versions: Mapping[str, int],
    acting: str,
    language: Language,
) -> str:
    name = icons.side(which, organisation(texts(language), which))
    head = f'<article class="statement {which}" id="confirm-{which}" tabindex="-1"><h3>{name}</h3>'
    if which in found.last_days and which not in found.confirmations:
        return f"{head}<p>{escape(say.LEFT_NO_NEED[language])}</p></article>"
    told = found.confirmations.get(which)
    shown = _told(told, language) if told else f'<p class="quiet">{escape(say.NOT_CONFIRMED[language])}</p>'
    form, leader = "", found.leaders.get(which)
    if leader and acting in ("", leader.id):
        form = _form(found, which, period, told, versions, language)
    elif leader:
        said = say.OTHERS_TO_CONFIRM.format(leader=leader.title)[language]
        form = f'<p class="note">{escape(said)}</p>'
    return f'{head}<p class="who">{_leader(found, which, language)}</p>{shown}{form}</article>'


def _form(
    found: UnitFigures,
    which: Organisation,
    period: str,
    told: Confirmation | None,
    versions: Mapping[str, int],
    language: Language,
) -> str:
    unit = found.registered.id if found.registered else ""
    fields = [
        Field(name="unit_id", kind="hidden", value=unit),
        Field(name="organisation", kind="hidden", value=which),
        Field(name="period", kind="hidden", value=period),
        Field(
            name="note",
            label=say.NOTE[language],
            kind="long",
            rows=2,
            value=text_of(told.note if told else None, language),
        ),
        Field(
            name="raised",
            label=say.RAISE[language],
            note=say.RAISE_NOTE[language],
            kind="long",
            rows=2,
            value=text_of(told.raised if told else None, language),
        ),
    ]
    drawn = form(
        "unit_confirm",
        fields,
        about=f"unit/{unit}/{which}/{period}",
        seen=versions.get(id_of(told), 0) if told else 0,
        submit=(say.SAVE_CHANGE if told else say.CONFIRM)[language],
        focus=f"confirm-{which}",
        label=f"{say.CONFIRM[language]}: {organisation(texts(language), which)}",
        language=language,
    )
    if told is None:
        return drawn
    return folded(say.CHANGE, drawn, language)


def _told(each: Confirmation, language: Language) -> str:
    day = long_date(texts(language), each.confirmed_on)
    parts = [(say.NOTE, each.note), (say.RAISED, each.raised)]
    words_of = "".join(
        f"<p><b>{escape(name[language])}:</b> {escape(text[language])}</p>" for name, text in parts if text is not None
    )
    return f'<p class="confirmed"><b>{escape(say.CONFIRMED[language].format(day=day))}</b></p>{words_of}'


def _earlier(found: UnitFigures, language: Language) -> str:
    if not found.earlier:
        return ""
    lines = "".join(
        f"<li>{icons.side(each.organisation, organisation(texts(language), each.organisation))} "
        f"<b>{escape(each.period)}</b>{_told(each, language)}</li>"
        for each in found.earlier
    )
    return folded(say.EARLIER, f'<ul class="lines">{lines}</ul>', language)
