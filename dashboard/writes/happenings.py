"""What the forms about events and evaluations write: new ones, other words, and the committee's response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard import data
from dashboard.texts import happenings as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Decision, Evaluation, Event, Unit
from metrics import catalogue


def add_event(sent: Sent) -> Saved:
    """Enter an event under the next number of its year, and go to its page."""
    on = sent.needed_day("on")
    ids = (f"H-{on.year}-{number:02}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(Event, each) is None)
    new = Event(
        id=free, kind="context", on=on, title=sent.words("title"), text=sent.words("text"), organisation="joint"
    )
    sent.register.add(_event(sent, new), by=sent.by)
    return Saved(said=say.EVENT_ADDED, to=_to(sent, free))


def change_event(sent: Sent) -> Saved:
    """Change what is entered of an event; its mark on the charts follows."""
    sent.register.change(_event(sent, sent.held(Event, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def add_evaluation(sent: Sent) -> Saved:
    """Enter an evaluation under the next number of its year, and go to its page."""
    on = _done(sent)
    ids = (f"UT-{on.year}-{number}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(Evaluation, each) is None)
    new = Evaluation(id=free, kind="internal", on=on, title=sent.words("title"), finding=sent.words("finding"))
    sent.register.add(_evaluation(sent, new), by=sent.by)
    return Saved(said=say.EVALUATION_ADDED, to=_to(sent, free))


def change_evaluation(sent: Sent) -> Saved:
    """Change what is entered of an evaluation; the response has a form of its own."""
    sent.register.change(_evaluation(sent, sent.held(Evaluation, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def answer(sent: Sent) -> Saved:
    """Enter what the committee answered an evaluation, and when."""
    before = sent.held(Evaluation, sent.one("id")).entry
    response, on = sent.text("response", before.response), sent.day("responded_on")
    if (response is None) != (on is None):
        raise FieldProblem("response" if response is None else "responded_on", say.ANSWER_WHOLE)
    if on is not None and on < before.on:
        raise FieldProblem("responded_on", say.ANSWER_EARLY.format(day=before.on))
    if on is not None and on > data.today():
        raise FieldProblem("responded_on", say.ANSWER_AHEAD)
    changed = replace(before, response=response, responded_on=on, decision_id=_decision(sent))
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {
    "event_add": add_event,
    "event_change": change_event,
    "evaluation_add": add_evaluation,
    "evaluation_change": change_evaluation,
    "evaluation_answer": answer,
}


def _to(sent: Sent, entry_id: str) -> str:
    return View(page="timeline", language=sent.language, more=(("entry", entry_id),)).address


def _event(sent: Sent, before: Event) -> Event:
    return replace(
        before,
        kind=sent.chosen("kind", tuple(say.EVENT_KINDS)),
        on=sent.needed_day("on"),
        title=sent.words("title", before.title),
        text=sent.words("text", before.text),
        organisation=sent.chosen("organisation", tuple(say.LANES)),
        indicators=sent.several("indicators", tuple(each.id for each in catalogue.catalogue())),
        units=sent.several("units", data.unit_names(sent.register.list(Unit))),
    )


def _evaluation(sent: Sent, before: Evaluation) -> Evaluation:
    return replace(
        before,
        kind=sent.chosen("kind", tuple(say.EVALUATION_KINDS)),
        on=_done(sent),
        title=sent.words("title", before.title),
        finding=sent.words("finding", before.finding),
        decision_id=_decision(sent),
    )


def _done(sent: Sent) -> date:
    day = sent.needed_day("on")
    if day > data.today():
        raise FieldProblem("on", say.NOT_YET)
    return day


def _decision(sent: Sent) -> str | None:
    return sent.chosen("decision_id", ("", *(each.id for each in sent.register.list(Decision)))) or None
