"""The one way to write in the register from a page: forms are sent here, and the answer says what became of each.

A form is HTML of our own (`components.register_form`), sent by `static/register.js`, which keeps what is typed in the
browser until this module has answered that it is saved. A page only reads; writes stand in `dashboard.writes`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import data, measures
from dashboard.texts import register as say
from dashboard.view import LANGUAGE_COOKIE, View, language_of
from dashboard.writes import (
    agenda,
    agreements,
    alignments,
    bodies,
    closing,
    cycles,
    decision_sets,
    decisions,
    happenings,
    lists,
    meetings,
    members,
    minutes,
    own_words,
    reviews,
    risks,
    target_groups,
    undertakings,
    units,
    yearly,
)
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.conflict import Conflict
from governance.entries import Contents, Entry, Seat
from metrics.problem import Language, Text, UserProblem

WRITES: Final[Mapping[str, Write]] = {
    **meetings.WRITES,
    **agenda.WRITES,
    **minutes.WRITES,
    **agreements.WRITES,
    **alignments.WRITES,
    **bodies.WRITES,
    **closing.WRITES,
    **cycles.WRITES,
    **members.WRITES,
    **units.WRITES,
    **yearly.WRITES,
    **decisions.WRITES,
    **happenings.WRITES,
    **decision_sets.WRITES,
    **lists.WRITES,
    **reviews.WRITES,
    **target_groups.WRITES,
    **undertakings.WRITES,
    **risks.WRITES,
    **own_words.WRITES,
}
"""Every form there is, by name: a subject's forms stand in its file of `dashboard.writes`, in its own WRITES."""

ROLE_COOKIE: Final = "samsyn_seat"
HEADER: Final = "x-samsyn"
MOST_BYTES: Final = 6_000_000


def prepare() -> None:
    """Make the register, or bring an older one up to this version, before the first page is shown.

    Rule    one that cannot be written is still shown; whoever then wants to write is told why it cannot
    """
    try:
        data.register(read_only=False)
    except UserProblem as problem:
        if problem.code != "register_unwritable":
            raise


def acting(view: View) -> str:
    """The id of the seat the reader acts as; "" where none is chosen yet or the one chosen has ended."""
    return _seat(st.context.cookies.get(ROLE_COOKIE, ""), data.register_entries(), data.today())


def seats(contents: Contents, on: date) -> tuple[Seat, ...]:
    """The seats there are on a day: who one can act as."""
    return tuple(seat for seat in contents.seats if seat.from_on <= on <= (seat.to_on or date.max))


def _seat(cookie: str, contents: Contents, on: date) -> str:
    chosen = unquote(cookie)
    return chosen if any(seat.id == chosen for seat in seats(contents, on)) else ""


# --- the route --------------------------------------------------------------------------------------------------


async def receive(request: Request) -> Response:
    """One form: saved, refused with its reason beside the field, or in conflict with both texts."""
    language = language_of(request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    try:
        body = await _body(request)
        return JSONResponse(await run_in_threadpool(_write, body, request.cookies.get(ROLE_COOKIE, ""), language))
    except UserProblem as problem:
        return JSONResponse(_told(problem, language), status_code=409 if isinstance(problem, Conflict) else 400)


async def choose(request: Request) -> Response:
    """Remember which seat the reader acts as, for as long as the browser is open."""
    language = language_of(request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    try:
        body = await _body(request)
    except UserProblem as problem:
        return JSONResponse(_told(problem, language), status_code=400)
    seat = await run_in_threadpool(_seat, str(body.get("seat", "")), data.register_entries(), data.today())
    response = JSONResponse({"seat": seat})
    response.set_cookie(ROLE_COOKIE, seat, httponly=True, samesite="strict")
    return response


ROUTES: Final = (Route("/register", receive, methods=["POST"]), Route("/register/as", choose, methods=["POST"]))


async def _body(request: Request) -> dict[str, Any]:
    """What was sent, where it is one of our own pages that sent it.

    Rule    another site can make a browser send something here, but cannot add our header without being asked first
    Fails   not_from_here
    """
    origin = request.headers.get("origin")
    if HEADER not in request.headers or (origin and urlsplit(origin).netloc != request.headers.get("host")):
        raise UserProblem("not_from_here", say.NOT_FROM_HERE)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise UserProblem("not_from_here", say.NOT_FROM_HERE)
    try:
        sent = json.loads(body)
    except ValueError:
        sent = None
    if not isinstance(sent, dict):
        raise UserProblem("not_from_here", say.NOT_FROM_HERE)
    return sent


def _write(body: Mapping[str, Any], cookie: str, language: Language) -> dict[str, Any]:
    write = WRITES.get(str(body.get("form")))
    if write is None:
        raise UserProblem("form_unknown", say.UNKNOWN_FORM)
    by = _seat(cookie, data.register_entries(), data.today())
    if not by:
        raise UserProblem("role_missing", say.ROLE_MISSING)
    values = {str(name): value for name, value in dict(body.get("values", {})).items()}
    register = data.register(read_only=False)
    try:
        saved = write(Sent(register=register, values=values, seen=int(body.get("seen", 0)), by=by, language=language))
    except Conflict as conflict:
        if not conflict.is_settled:
            raise
        saved = Saved()
    data.written()
    return {"said": saved.said[language], "to": saved.to, "state": data.register_state()}


def _told(problem: UserProblem, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = {"code": problem.code, "problem": problem.text[language]}
    if isinstance(problem, FieldProblem):
        told["field"] = problem.field
    if isinstance(problem, Conflict) and problem.differences:
        told["seen"] = problem.theirs.version
        told["conflict"] = [
            {
                "field": each.field,
                "yours": _filled_in(problem.yours, each.field, language),
                "theirs": _filled_in(problem.theirs.entry, each.field, language),
            }
            for each in problem.differences
        ]
    return told


def _filled_in(entry: Entry, field: str, language: Language) -> str:
    """A field as it is filled in: a figure as one types it, since the writer may choose it and send it again."""
    value = getattr(entry, field)
    if not isinstance(value, float):
        return shown(value, language)
    return measures.shown(value, measures.unit_of(field, getattr(entry, "indicator_id", None)), language)


def shown(value: object, language: Language) -> str:
    """A field of an entry as a form shows it.

    >>> shown(Text(sv="ja", en="yes"), "en"), shown(None, "sv"), shown(("U1", "P2"), "sv")
    ('yes', '', 'U1, P2')
    """
    match value:
        case None:
            return ""
        case Text():
            return value[language]
        case tuple() | list():
            return ", ".join(shown(each, language) for each in value)
        case bool():
            return "yes" if value else ""
        case _:
            return str(value)
