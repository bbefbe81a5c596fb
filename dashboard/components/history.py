"""What has been done to one thing in the register: when, by which seat, what was changed and why."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import lru_cache
from html import escape
from typing import Any

from dashboard import data
from dashboard.measures import exact, unit_of
from dashboard.texts import long_date, texts
from dashboard.texts import register as say
from dashboard.texts.codes import coded
from governance import audit
from governance.entries import Entry, Seat
from governance.history import Change
from governance.keeping import NOBODY
from governance.model.tables import KIND_OF, name_of
from governance.words import field_name
from metrics.problem import Language

SEATS = ("region_leader", "municipality_leader", "deputy_for", "seat_id", "presenter", "owner", "co_owner")
"""The fields that hold a seat."""


def history(kind: type[Entry], object_id: str, language: Language) -> str:
    """The history of one thing, newest first, folded until asked for."""
    changes = audit.of_object(data.register(), kind, object_id)
    if not changes:
        return f'<p class="quiet">{escape(say.HISTORY_NONE[language])}</p>'
    lines = [
        f"<li>{_line(kind, change, changes[number - 1] if number else None, language)}</li>"
        for number, change in enumerate(changes)
    ]
    count = say.HISTORY_COUNT.format(n=len(lines))[language]
    title = f"{say.HISTORY[language]} <small>{escape(count)}</small>"
    listed = "".join(reversed(lines))
    return f'<details class="history"><summary>{title}</summary><ol class="lines">{listed}</ol></details>'


def kept(kind: type[Entry], object_id: str, language: Language) -> str:
    """The history of one of many things on a page, drawn once for each state of the register."""
    return _kept(name_of(kind), object_id, language, f"{data.register_state()} {data.joint()}")


@lru_cache(maxsize=512)
def _kept(kind: str, object_id: str, language: Language, state: str) -> str:
    return history(KIND_OF[kind], object_id, language)


def seat_name(seat_id: str, language: Language) -> str:
    """What a seat is called; its id where there is no such seat any more, and who wrote where nobody did."""
    if seat_id == NOBODY:
        return say.NOBODY[language]
    titles = {seat.id: seat.title[language] for seat in data.register_entries().of(Seat)}
    return titles.get(seat_id, seat_id)


def _line(kind: type[Entry], change: Change, before: Change | None, language: Language) -> str:
    verb = say.VERBS[change.verb][language] if change.verb in say.VERBS else change.verb
    at = datetime.fromisoformat(change.at).astimezone()
    when = f"{long_date(texts(language), at.date())} {at:%H:%M}"
    why = change.reason()
    reason = f"<p>{escape(say.HISTORY_WHY.format(why=why)[language])}</p>" if why else ""
    changed = _changed(kind, before, change, language) if before else ""
    return f"<b>{escape(verb)}</b> {escape(when)}, {escape(seat_name(change.actor, language))}{reason}{changed}"


def _changed(kind: type[Entry], before: Change, after: Change, language: Language) -> str:
    """Each field that was changed, as it was and as it became."""
    was, became = json.loads(before.content), json.loads(after.content)
    lines = "".join(
        f"<dt>{escape(field_name(kind, name)[language])}</dt>"
        f"<dd><del>{escape(_told(kind, was, name, language))}</del> "
        f"<ins>{escape(_told(kind, became, name, language))}</ins></dd>"
        for name in became
        if was.get(name) != became[name]
    )
    return f"<dl>{lines}</dl>" if lines else ""


def _told(kind: type[Entry], entry: dict[str, Any], name: str, language: Language) -> str:
    """A field of an entry in words: a figure in its measure's unit, a seat by its title, a day as days are written."""
    value = entry.get(name)
    if isinstance(value, str) and value:
        if code := coded(kind, name, value):
            return code[language]
        if name in SEATS:
            return seat_name(value, language)
        if name == "on" or name.endswith("_on"):
            return long_date(texts(language), date.fromisoformat(value))
    if isinstance(value, bool):
        return (say.YES if value else say.NO)[language]
    if not isinstance(value, float):
        return _said(value, language)
    return exact(value, unit_of(name, entry.get("indicator_id")))[language]


def _said(value: Any, language: Language) -> str:
    """A field of the history in words."""
    match value:
        case None | "" | []:
            return "–"
        case {"sv": _, "en": _}:
            return str(value[language])
        case list():
            return ", ".join(_said(each, language) for each in value)
        case dict():
            return ", ".join(_said(each, language) for each in value.values())
        case _:
            return str(value)
