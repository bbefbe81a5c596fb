"""Who is at the table and who leads the units: seats by party with their terms, alumni, bodies, units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from math import ceil

from dashboard.components.register_form import Field, FieldKind, form
from dashboard.texts import long_date, texts
from dashboard.texts import members as say
from dashboard.view import View
from governance.checks.standing import NO_LIMITS
from governance.entries import Confirmation, Contents, Seat, Term, Unit, UnitChange
from governance.keeping import Held
from governance.words import ORGANISATIONS
from metrics import words
from metrics.problem import Language

SOON = timedelta(days=180)


def there(one: Seat | Term, today: date) -> bool:
    """Whether it holds on a day."""
    return one.from_on <= today <= (one.to_on or date.max)


def opening(contents: Contents, today: date, language: Language) -> str:
    """How many sit at the table, when they can decide, and whose term ends soon."""
    t = texts(language)
    now = [seat for seat in contents.seats if there(seat, today)]
    count = {party: sum(seat.party == party for seat in now) for party in say.PARTIES}
    fixed = {party: sum(seat.party == party and seat.kind == "permanent" for seat in now) for party in say.PARTIES}
    need = {party: ceil(NO_LIMITS.quorum * number) for party, number in fixed.items()}
    seated = say.SEATED.format(n=len(now), **count)[language]
    quorum = say.QUORUM.format(
        share=words.amount(NO_LIMITS.quorum, "share"),
        region=need["region"],
        of_region=fixed["region"],
        municipality=need["municipality"],
        of_municipality=fixed["municipality"],
    )[language]
    titles = {seat.id: seat.title[language] for seat in contents.seats}
    ending = [
        f"{titles[term.seat_id]} {long_date(t, term.to_on)}"
        for term in contents.terms
        if term.to_on and there(term, today) and term.to_on <= today + SOON
    ]
    more = say.ENDING.format(names=", ".join(ending))[language] if ending else ""
    return (
        f'<p class="finding"><b>{escape(seated)}</b> {escape(quorum)} {escape(more)}</p>'
        f'<p class="subtitle">{escape(say.ROLES[language])}</p>'
    )


def seats(contents: Contents, today: date, view: View) -> str:
    """The seats of each party, and those who have left."""
    language = view.language
    parts = []
    for party, name in say.PARTIES.items():
        own = [seat for seat in contents.seats if seat.party == party and there(seat, today)]
        lines = "".join(_seat(seat, contents, today, view) for seat in own)
        if lines:
            parts.append(f'<section><h2>{escape(name[language])}</h2><ul class="lines">{lines}</ul></section>')
    return f'<div class="parties">{"".join(parts)}</div>{_alumni(contents, today, language)}'


def _seat(seat: Seat, contents: Contents, today: date, view: View) -> str:
    language = view.language
    terms = [term for term in contents.of(Term, seat_id=seat.id) if there(term, today)]
    titles = {each.id: each.title[language] for each in contents.seats}
    facts = [say.KINDS[seat.kind][language]]
    facts += [say.DEPUTY[language].format(seat=titles[seat.deputy_for])] if seat.deputy_for in titles else []
    facts += [say.CHAIRS[term.chairs][language] for term in terms if term.chairs]
    held = "; ".join(term_of(term, language) for term in terms) or say.VACANT[language]
    address = escape(view.to("members", item=seat.id))
    return (
        f'<li><a href="{address}">{escape(seat.title[language])}</a> '
        f'<span class="quiet">{escape(", ".join(facts))}</span><p>{escape(held)}</p></li>'
    )


def term_of(term: Term, language: Language) -> str:
    """Who holds a seat, from and to when."""
    t = texts(language)
    first = long_date(t, term.from_on)
    if term.to_on is None:
        return say.TERM_OPEN[language].format(holder=term.holder, first=first)
    return say.TERM[language].format(holder=term.holder, first=first, last=long_date(t, term.to_on))


def _alumni(contents: Contents, today: date, language: Language) -> str:
    """Those who have held a seat and left, and seats there no longer are, folded."""
    t = texts(language)
    titles = {seat.id: seat.title[language] for seat in contents.seats}
    left = [
        say.ALUMNUS[language].format(
            holder=term.holder,
            seat=titles[term.seat_id],
            first=long_date(t, term.from_on),
            last=long_date(t, term.to_on),
        )
        for term in reversed(contents.terms)
        if term.to_on and term.to_on < today
    ]
    gone = [
        f"{seat.title[language]}. "
        + say.SEAT_TO[language].format(first=long_date(t, seat.from_on), last=long_date(t, seat.to_on))
        for seat in contents.seats
        if seat.to_on and seat.to_on < today
    ]
    parts = ((say.ALUMNI, left), (say.FORMER_SEATS, gone))
    return "".join(
        f'<details class="older"><summary>{escape(title[language])} ({len(lines)})</summary>'
        f'<ul class="lines">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul></details>'
        for title, lines in parts
        if lines
    )


def bodies(contents: Contents, language: Language) -> str:
    """Organisations, associations and partners, and since when."""
    t = texts(language)
    lines = []
    for body in contents.bodies:
        facts = [say.BODY_KINDS[body.kind][language]]
        facts += [say.SINCE[language].format(first=long_date(t, body.from_on))] if body.from_on else []
        facts += [say.WAS[language].format(last=long_date(t, body.to_on))] if body.to_on else []
        lines.append(
            f'<li><b>{escape(body.name[language])}</b> <span class="quiet">{escape(", ".join(facts))}</span></li>'
        )
    return f'<section><h2>{escape(say.BODIES[language])}</h2><ul class="lines">{"".join(lines)}</ul></section>'


def units(contents: Contents, view: View) -> str:
    """Every unit with its leader from each organisation, the last confirmed period, and what has changed it."""
    language = view.language
    head = say.UNITS_HEAD[language].split(";")
    top = "".join(f'<th role="columnheader" scope="col">{escape(text)}</th>' for text in head)
    rows = "".join(_unit(unit, contents, head, view) for unit in contents.units)
    return (
        f'<section><h2>{escape(say.UNITS[language])}</h2><table class="moments units-led" role="table">'
        f'<caption class="vh">{escape(say.UNITS[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        "</section>"
    )


def _unit(unit: Unit, contents: Contents, head: Sequence[str], view: View) -> str:
    language, t = view.language, texts(view.language)
    titles = {seat.id: seat.title[language] for seat in contents.seats}
    names = {each.id: each.name[language] for each in contents.units}
    facts = [say.OWNED[unit.owner][language]]
    facts += [say.OPENED[language].format(day=long_date(t, unit.opened_on))] if unit.opened_on else []
    facts += [say.CLOSED[language].format(day=long_date(t, unit.closed_on))] if unit.closed_on else []
    changes = []
    for change in contents.of(UnitChange, unit_id=unit.id):
        into = ", ".join(names.get(each, each) for each in change.into)
        more = f" {say.INTO[language].format(units=into)}" if into else ""
        changes.append(f"{change.on.year} {say.CHANGES[change.kind][language]}{more}: {change.text[language]}")
    cells = [
        titles.get(unit.region_leader or "", say.NO_LEADER[language]),
        titles.get(unit.municipality_leader or "", say.NO_LEADER[language]),
        confirmed(contents.of(Confirmation, unit_id=unit.id), language),
        "; ".join(changes),
    ]
    body = "".join(
        f'<td role="cell" class="{"" if text else "none"}" data-label="{escape(label)}">{escape(text)}</td>'
        for text, label in zip(cells, head[1:], strict=True)
    )
    address = escape(view.to("unit", item=unit.id))
    return (
        f'<tr role="row"><th role="rowheader" scope="row"><a href="{address}">{escape(unit.name[language])}</a>'
        f"<small>{escape(', '.join(facts))}</small></th>{body}</tr>"
    )


def confirmed(confirmations: Sequence[Confirmation], language: Language) -> str:
    """The latest period that a unit's leaders have confirmed, and which of them."""
    if not confirmations:
        return say.NEVER[language]
    last = max(each.period for each in confirmations)
    who = [ORGANISATIONS[each.organisation][language] for each in confirmations if each.period == last]
    return say.CONFIRMED[language].format(period=last, who=", ".join(who))


# --- forms ------------------------------------------------------------------------------------------------------


def new_seat(contents: Contents, language: Language) -> str:
    """Enter a seat."""
    parties = [(key, name[language]) for key, name in say.PARTIES.items()]
    fields = [
        _field("title", language, wide=True),
        Field(name="party", label=say.FIELDS["party"][language], kind="choice", choices=parties),
        *_of_seat(None, contents, language),
        _field("from_on", language, kind="date"),
    ]
    return form("seat_add", fields, about="seat/new", language=language)


def change_seat(held: Held[Seat], contents: Contents, language: Language) -> str:
    """Change a seat, or end it."""
    seat = held.entry
    fields = [
        Field(name="id", kind="hidden", value=seat.id),
        _field("title", language, value=seat.title[language], wide=True),
        *_of_seat(seat, contents, language),
        _field("to_on", language, kind="date", value=seat.to_on.isoformat() if seat.to_on else ""),
    ]
    return form("seat_change", fields, about=f"seat/{seat.id}", language=language, seen=held.version)


def _of_seat(seat: Seat | None, contents: Contents, language: Language) -> list[Field]:
    kinds = [(key, name[language]) for key, name in say.KINDS.items()]
    none = ("", say.NONE[language])
    owners = [none, *((body.id, body.name[language]) for body in contents.bodies)]
    others = [none, *((each.id, each.title[language]) for each in contents.seats if seat is None or (
        each.party == seat.party and each.id != seat.id))]  # fmt: skip
    return [
        Field(name="kind", label=say.FIELDS["kind"][language], kind="choice", choices=kinds,
              value=seat.kind if seat else "permanent"),
        Field(name="body_id", label=say.FIELDS["body_id"][language], kind="choice", choices=owners,
              value=(seat.body_id or "") if seat else ""),
        Field(name="deputy_for", label=say.FIELDS["deputy_for"][language], kind="choice", choices=others,
              value=(seat.deputy_for or "") if seat else ""),
    ]  # fmt: skip


def term(seat: Seat, held: Held[Term] | None, language: Language) -> str:
    """Change a term, or enter a new one."""
    one = held.entry if held else None
    chairs = [("", say.NONE[language]), *((key, name[language]) for key, name in say.CHAIRS.items())]
    fields = [
        Field(name="id" if one else "seat_id", kind="hidden", value=one.id if one else seat.id),
        _field("holder", language, value=one.holder if one else "", wide=True),
        Field(name="chairs", label=say.FIELDS["chairs"][language], kind="choice", choices=chairs,
              value=(one.chairs or "") if one else ""),
        *([] if one else [_field("from_on", language, kind="date")]),
        _field("to_on", language, kind="date", value=one.to_on.isoformat() if one and one.to_on else ""),
    ]  # fmt: skip
    if held is None:
        return form("term_add", fields, about=f"seat/{seat.id}/term", language=language)
    return form("term_change", fields, about=f"term/{held.entry.id}", language=language, seen=held.version)


def _field(name: str, language: Language, *, kind: FieldKind = "text", value: str = "", wide: bool = False) -> Field:
    return Field(name=name, label=say.FIELDS[name][language], kind=kind, value=value, wide=wide)
