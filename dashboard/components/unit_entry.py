"""Units as the register has them: who leads each, what has changed it, and the forms for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape

from dashboard import data
from dashboard.components import closing, entry_page
from dashboard.components.agreement_page import decision
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked
from dashboard.components.history import kept
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form
from dashboard.texts import long_date, texts
from dashboard.texts import unit_entries as say
from dashboard.view import View
from governance.entries import Confirmation, Contents, Unit, UnitChange
from governance.keeping import Held
from governance.words import ORGANISATIONS
from metrics import words
from metrics.indicator import ORGANISATIONS as SIDES
from metrics.problem import Language, Text

# --- all of them ------------------------------------------------------------------------------------------------


def section(contents: Contents, view: View) -> str:
    """Every unit with its leader from each organisation, the last confirmed period, and what has changed it."""
    if not contents.units:
        return ""
    language = view.language
    head = say.HEAD[language].split(";")
    top = "".join(f'<th role="columnheader" scope="col">{escape(text)}</th>' for text in head)
    # In the committee's own order, as everywhere else; a unit the release does not have comes last.
    order = list(data.units_of_release())
    units = sorted(contents.units, key=lambda unit: order.index(unit.id) if unit.id in order else len(order))
    rows = "".join(_row(unit, contents, head, view) for unit in units)
    return (
        f'<section><h2>{escape(say.TITLE[language])}</h2><table class="moments units-led" role="table">'
        f'<caption class="vh">{escape(say.TITLE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        "</section>"
    )


def _row(unit: Unit, contents: Contents, head: Sequence[str], view: View) -> str:
    language, t = view.language, texts(view.language)
    facts = [say.OWNED[unit.owner][language]]
    facts += [say.OPENED[language].format(day=long_date(t, unit.opened_on))] if unit.opened_on else []
    facts += [say.CLOSED[language].format(day=long_date(t, unit.closed_on))] if unit.closed_on else []
    changes = [f"{each.on.year} {_told(each, contents, language)}" for each in contents.of(UnitChange, unit_id=unit.id)]
    cells = [
        *(_leader(unit, side, contents, language) for side in SIDES),
        confirmed(contents.of(Confirmation, unit_id=unit.id), language),
        "; ".join(changes),
    ]
    body = "".join(
        f'<td role="cell" class="{"" if text else "none"}" data-label="{escape(label)}">{escape(text)}</td>'
        for text, label in zip(cells, head[1:], strict=True)
    )
    whole = f'{escape(say.IN_REGISTER[language])}<span class="vh">, {escape(unit.name[language])}</span>'
    entry = f'<a href="{escape(view.to("members", item=unit.id))}">{whole}</a>'
    return (
        f'<tr role="row"><th role="rowheader" scope="row">{linked(view.to("unit", item=unit.id), unit.name, view)}'
        f"<small>{escape(', '.join(facts))}</small><small>{entry}</small></th>{body}</tr>"
    )


def _leader(unit: Unit, side: str, contents: Contents, language: Language) -> str:
    titles = {seat.id: seat.title[language] for seat in contents.seats}
    led = {"region": unit.region_leader, "municipality": unit.municipality_leader}
    return titles.get(led[side] or "", say.NO_LEADER[language])


def _told(change: UnitChange, contents: Contents, language: Language) -> str:
    """What happened to the unit, in words."""
    names = {each.id: each.name[language] for each in contents.units}
    into = ", ".join(names.get(each, each) for each in change.into)
    more = f" {say.INTO[language].format(units=into)}" if into else ""
    return f"{say.CHANGES[change.kind][language]}{more}: {change.text[language]}"


def confirmed(confirmations: Sequence[Confirmation], language: Language) -> str:
    """The latest period that a unit's leaders have confirmed, and which of them."""
    if not confirmations:
        return say.NEVER[language]
    last = max(each.period for each in confirmations)
    who = [ORGANISATIONS[each.organisation][language] for each in confirmations if each.period == last]
    return say.CONFIRMED[language].format(period=last, who=", ".join(who))


def new(contents: Contents, known: Mapping[str, Text], language: Language) -> str:
    """The form that enters a unit, one of those the figures have.

    In      known  the names of the release's units, by their ids
    """
    held = {each.id for each in contents.units}
    left = [(key, f"{name[language]} ({key})") for key, name in known.items() if key not in held]
    if not left:
        return f'<p class="quiet">{escape(say.ALL_IN[language])}</p>'
    of = Fields(say.FIELDS, language)
    fields = [
        of.choice("id", left, note=say.ID_NOTE[language]),
        of.choice("owner", of.words(say.OWNED)),
        *_leaders(None, contents, of),
    ]
    return entry_form(Unit, None, fields, language)


# --- one of them ------------------------------------------------------------------------------------------------


def page(
    held: Held[Unit],
    changes: Sequence[Held[UnitChange]],
    contents: Contents,
    known: Collection[str],
    view: View,
    back: Text,
) -> str:
    """One unit whole: its facts, what has changed it, its forms and its history.

    In      changes  of the unit, with those that were cancelled
            known    ids of the units that the figures have
    """
    language, one, t = view.language, held.entry, texts(view.language)
    named = say.ID_KNOWN if one.id in known else say.ID_UNKNOWN
    facts = [
        (say.ID, escape(named[language].format(id=one.id))),
        (say.LEADER_REGION, escape(_leader(one, "region", contents, language))),
        (say.LEADER_MUNICIPALITY, escape(_leader(one, "municipality", contents, language))),
        (say.OPEN, escape(long_date(t, one.opened_on)) if one.opened_on else ""),
        (say.SHUT, escape(long_date(t, one.closed_on)) if one.closed_on else ""),
        (say.FIGURES, linked(view.to("unit", item=one.id), say.TO_FIGURES, view) if one.id in known else ""),
    ]
    of = Fields(say.FIELDS, language)
    forms = (
        folded(say.NEW_CHANGE, _new_change(held, contents, of), language)
        + _each_change(changes, contents, of)
        + folded(say.CHANGE, entry_form(Unit, held, _unit(one, contents, of), language), language)
    )
    return (
        entry_page.top(held, one.name, words.capitalised(say.OWNED[one.owner])[language], facts, view, back)
        + _changes([each.entry for each in changes if not each.cancelled], contents, view)
        + entry_page.below(held, forms, view)
    )


def _changes(changes: Sequence[UnitChange], contents: Contents, view: View) -> str:
    language, t = view.language, texts(view.language)
    lines = "".join(
        f"<li><b>{long_date(t, each.on)}</b> {escape(_told(each, contents, language))}"
        f"<p>{decision(each.decision_id, contents, view)}</p></li>"
        for each in reversed(changes)
    )
    body = f'<p class="quiet">{escape(say.UNCHANGED[language])}</p>'
    if lines:
        body = f'<p>{escape(say.MARKED[language])}</p><ul class="lines">{lines}</ul>'
    return f"<section><h2>{escape(say.WHAT_CHANGED[language])}</h2>{body}</section>"


def _new_change(held: Held[Unit], contents: Contents, of: Fields) -> str:
    """The form for a dated change: what happened, and how the unit is afterwards."""
    one = held.entry
    after = [replace(each, fold=say.AFTER[of.language]) for each in _unit(one, contents, of)]
    fields = [Field(name="unit_id", kind="hidden", value=one.id), *_change(None, one, contents, of), *after]
    about = f"unit/{one.id}/change"
    return form("unit_change_add", fields, about=about, language=of.language, seen=held.version)


def _each_change(changes: Sequence[Held[UnitChange]], contents: Contents, of: Fields) -> str:
    """Each dated change with the form to change it, the way to cancel it, and its history."""
    language, drawn = of.language, []
    unit = {each.id: each for each in contents.units}
    for each in changes:
        one = each.entry
        day = long_date(texts(language), one.on)
        title = say.CHANGE_CHANGE.format(day=day, kind=say.CHANGES[one.kind])
        fields = _change(one, unit.get(one.unit_id), contents, of)
        cancel = closing.cancel(each, language, write="unit_change_cancel", note=say.CANCEL_NOTE)
        body = entry_form(UnitChange, each, fields, language) + cancel
        drawn.append((title, each, body + kept(UnitChange, one.id, language)))
    return "".join(
        folded(title, body, language) for title, each, body in drawn if not each.cancelled
    ) + closing.cancelled(((f"<b>{escape(title[language])}</b>", each) for title, each, _ in drawn), language)


def _change(one: UnitChange | None, unit: Unit | None, contents: Contents, of: Fields) -> list[Field]:
    units = [(each.id, each.name[of.language]) for each in contents.units]
    decisions = [("", say.NO_DECISION[of.language])]
    decisions += [(each.id, f"{each.id} {each.title[of.language]}") for each in reversed(contents.decisions)]
    return [
        of.choice("kind", of.words(say.CHANGES), one.kind if one else ""),
        of.day("on", one.on if one else None),
        of.choice("decision_id", decisions, one.decision_id if one else ""),
        of.long("text", one.text if one else None),
        of.many("into", units, one.into if one else (), fold=say.MERGED_OR_SPLIT[of.language]),
    ]


def _unit(one: Unit, contents: Contents, of: Fields) -> list[Field]:
    return [
        of.line("name", one.name, wide=True),
        of.choice("owner", of.words(say.OWNED), one.owner),
        *_leaders(one, contents, of),
        of.day("opened_on", one.opened_on),
        of.day("closed_on", one.closed_on),
    ]


def _leaders(one: Unit | None, contents: Contents, of: Fields) -> list[Field]:
    """The leader from each organisation, one of its own seats that are there today."""
    today = data.today()

    def choice(name: str, side: str, leader: str | None) -> Field:
        seats = [
            each
            for each in contents.seats
            if each.party == side and ((each.to_on or date.max) >= today or each.id == leader)
        ]
        return of.choice(
            name, [("", say.NONE[of.language]), *((each.id, each.title[of.language]) for each in seats)], leader
        )

    return [
        choice("region_leader", "region", one.region_leader if one else None),
        choice("municipality_leader", "municipality", one.municipality_leader if one else None),
    ]
