"""What the forms about members write: seats at the table, and the terms somebody holds them for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.texts import members as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Body, Seat, Term


def add_seat(sent: Sent) -> Saved:
    """Enter a seat, and go to its page."""
    party = sent.chosen("party", tuple(say.PARTIES))
    ids = (f"{party}-{number}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(Seat, each) is None)
    title, from_on = sent.words("title"), sent.needed_day("from_on")
    sent.register.add(_seat(sent, Seat(id=free, party=party, title=title, from_on=from_on)), by=sent.by)
    return Saved(said=say.ADDED, to=View(page="members", item=free, language=sent.language).address)


def change_seat(sent: Sent) -> Saved:
    """Change a seat's role or kind, or give it a last day; it stays in the register."""
    before = sent.held(Seat, sent.one("id")).entry
    changed = replace(before, title=sent.words("title", before.title), to_on=sent.last_day("to_on", before.from_on))
    sent.register.change(_seat(sent, changed), sent.seen, by=sent.by)
    return Saved()


def add_term(sent: Sent) -> Saved:
    """Note that somebody holds a seat from a day."""
    seat = sent.held(Seat, sent.one("seat_id")).entry
    from_on = sent.needed_day("from_on")
    new = Term(id=f"{seat.id}-{from_on}", seat_id=seat.id, holder="", from_on=from_on)
    sent.register.add(_term(sent, new), by=sent.by)
    return Saved()


def change_term(sent: Sent) -> Saved:
    """Change a term, or end it."""
    sent.register.change(_term(sent, sent.held(Term, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {
    "seat_add": add_seat,
    "seat_change": change_seat,
    "term_add": add_term,
    "term_change": change_term,
}


def _seat(sent: Sent, seat: Seat) -> Seat:
    bodies = ("", *(body.id for body in sent.register.list(Body)))
    seats = ("", *(each.id for each in sent.register.list(Seat, party=seat.party) if each.id != seat.id))
    kind, deputy = sent.chosen("kind", tuple(say.KINDS)), sent.chosen("deputy_for", seats)
    if deputy and kind != "substitute":
        raise FieldProblem("kind", say.SUBSTITUTES_ONLY)
    return replace(seat, kind=kind, deputy_for=deputy or None, body_id=sent.chosen("body_id", bodies) or None)


def _term(sent: Sent, term: Term) -> Term:
    """The term as filled in.

    Fails   beside the day, where somebody else holds the seat then
    """
    filled = replace(
        term,
        holder=sent.needed("holder"),
        chairs=sent.chosen("chairs", ("", *say.CHAIRS)) or None,
        to_on=sent.last_day("to_on", term.from_on),
    )
    for other in sent.register.list(Term, seat_id=term.seat_id):
        if other.id != term.id and _overlap(other, filled):
            raise FieldProblem("from_on", say.OVERLAP.format(holder=other.holder))
    return filled


def _overlap(one: Term, other: Term) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)
