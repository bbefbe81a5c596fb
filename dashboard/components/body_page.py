"""Organisations, associations and partners: since when, each on its own, and the forms for them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import get_args

from dashboard.components import closing, entry_page
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked
from dashboard.components.page_part import folded
from dashboard.texts import bodies as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance.entries import Body, Contents, Seat
from governance.keeping import Held
from governance.model.members import BodyKind
from metrics import words
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language, Text


def in_order(bodies: Iterable[Body]) -> list[Body]:
    """The region and the municipality first, then other organisations, associations and partners."""
    first: dict[str, int] = {side: number for number, side in enumerate(ORGANISATIONS)}
    kinds = get_args(BodyKind)
    return sorted(bodies, key=lambda each: (kinds.index(each.kind), first.get(each.id, len(first)), each.id))


def section(contents: Contents, view: View) -> str:
    """Every one of them, and since when."""
    if not contents.bodies:
        return ""
    lines = "".join(
        f"<li>{linked(view.to('members', item=each.id), each.name, view)} "
        f'<span class="quiet">{escape(_line(each, view.language))}</span></li>'
        for each in in_order(contents.bodies)
    )
    return f'<section><h2>{escape(say.TITLE[view.language])}</h2><ul class="lines">{lines}</ul></section>'


def _line(one: Body, language: Language) -> str:
    t = texts(language)
    facts = [say.KINDS[one.kind][language]]
    facts += [say.SINCE[language].format(first=long_date(t, one.from_on))] if one.from_on else []
    facts += [say.WAS[language].format(last=long_date(t, one.to_on))] if one.to_on else []
    return ", ".join(facts)


def page(held: Held[Body], contents: Contents, view: View, back: Text) -> str:
    """One of them whole: its seats and agreements, its forms and its history."""
    language, one, t = view.language, held.entry, texts(view.language)
    seats = [linked(view.to("members", item=each.id), each.title, view) for each in contents.of(Seat, body_id=one.id)]
    agreements = [
        linked(view.to("agreements", item=each.id), each.title, view)
        for each in contents.agreements
        if one.id in each.parties
    ]
    facts = [
        (say.FROM, escape(long_date(t, one.from_on)) if one.from_on else ""),
        (say.TO, escape(long_date(t, one.to_on)) if one.to_on else ""),
        (say.SEATS, ", ".join(seats)),
        (say.AGREEMENTS, ", ".join(agreements)),
    ]
    change = folded(say.CHANGE, form(held, language), language)
    kind = words.capitalised(say.KINDS[one.kind])[language]
    return entry_page.top(held, one.name, kind, facts, view, back) + entry_page.below(
        held, change + closing.end(held, language), view
    )


def form(held: Held[Body] | None, language: Language) -> str:
    """Enter one of them, or change it."""
    one, of = held.entry if held else None, Fields(say.FIELDS, language)
    fields = [
        of.line("name", one.name if one else None, wide=True),
        of.choice("kind", of.words(say.KINDS), one.kind if one else "association"),
        of.day("from_on", one.from_on if one else None),
    ]
    return entry_form(Body, held, fields, language)
