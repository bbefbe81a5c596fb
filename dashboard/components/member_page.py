"""Who is at the table: seats by party with their terms, those who have left, one seat, and the forms for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from math import ceil

from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, FieldKind, form, writing
from dashboard.texts import long_date, texts
from dashboard.texts import members as say
from dashboard.view import View
from governance.checks.standing import NO_LIMITS
from governance.entries import Contents, Seat, Term
from governance.keeping import Held
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
    seated = (say.SEATED_ONE if len(now) == 1 else say.SEATED).format(n=len(now), **count)[language]
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
    deputy = [say.DEPUTY[language].format(seat=titles[seat.deputy_for])] if seat.deputy_for in titles else []
    facts = deputy or [say.KINDS[seat.kind][language]]
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


# --- one seat ---------------------------------------------------------------------------------------------------


def seat(held: Held[Seat], terms: Sequence[Held[Term]], contents: Contents, view: View) -> str:
    """One seat whole: everybody who has held it, the forms for it, and its history."""
    language, one, t = view.language, held.entry, texts(view.language)
    standing = [each for each in reversed(terms) if not each.cancelled]
    first = long_date(t, one.from_on)
    lasts = say.SEAT_FROM.format(first=first)
    if one.to_on:
        lasts = say.SEAT_TO.format(first=first, last=long_date(t, one.to_on))
    lines = "".join(f"<li>{escape(term_of(each.entry, language))}</li>" for each in standing)
    changes = "".join(
        folded(
            say.CHANGE_TERM.format(holder=each.entry.holder),
            term(one, each, language) + history(Term, each.entry.id, language),
            language,
        )
        for each in standing
    )
    every = f'<a href="{escape(view.to("members"))}">{escape(say.BACK[language])}</a>'
    listed = f'<ul class="lines">{lines}</ul>' if lines else f"<p>{escape(say.VACANT[language])}</p>"
    return (
        f'<nav class="crumbs"><ol><li>{every}</li></ol></nav>'
        + page_head(
            one.title[language], f"{say.PARTIES[one.party][language]}, {say.KINDS[one.kind][language]}", view, t
        )
        + f'<p class="lede">{escape(lasts[language])}.</p>'
        + f"<section><h2>{escape(say.TERMS[language])}</h2>{listed}</section>"
        + f"<section><h2>{escape(say.NEW_TERM[language])}</h2>{writing(view)}{term(one, None, language)}</section>"
        + changes
        + folded(say.CHANGE_SEAT, change_seat(held, contents, language), language)
        + history(Seat, one.id, language)
    )


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
    none = ("", say.NOBODY[language])
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
