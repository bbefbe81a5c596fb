"""What the forms about improvement cycles write: one begun, its four steps, and the measure before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard import data
from dashboard.measures import values
from dashboard.texts import cycles as say
from dashboard.view import View
from dashboard.writes import typed
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Cycle, Decision, Organisation
from metrics import catalogue
from metrics.indicator import ORGANISATIONS, Indicator


def begin(sent: Sent) -> Saved:
    """Enter a cycle, with the measure as it is published now where that is wished, and go to its page."""
    started = _started(sent)
    ids = (f"F-{started.year}-{number}" for number in range(1, 1000))
    new = Cycle(
        id=next(each for each in ids if sent.register.held(Cycle, each) is None),
        title=sent.words("title"),
        organisation=sent.chosen("organisation", ORGANISATIONS),
        indicator_id=_indicator(sent),
        started_on=started,
        plan=sent.words("plan"),
        decision_id=_decision(sent),
    )
    if new.indicator_id and sent.ticked("latest"):
        offered = values(new.indicator_id, new.organisation)
        if not offered:
            raise FieldProblem("latest", say.NO_LATEST)
        new = replace(new, before=next(iter(offered.values())))
    sent.register.add(new, by=sent.by)
    to = View(page="decisions", item=new.id, language=sent.language).address
    return Saved(said=say.BEGUN.format(id=new.id), to=to)


def plan(sent: Sent) -> Saved:
    """Change what is planned; the measure stays as long as there are values of it."""
    before = sent.held(Cycle, sent.one("id")).entry
    changed = replace(
        before,
        title=sent.words("title", before.title),
        organisation=sent.chosen("organisation", ORGANISATIONS),
        indicator_id=_indicator(sent),
        started_on=_started(sent),
        plan=sent.words("plan", before.plan),
        decision_id=_decision(sent),
    )
    has_values = (before.before, before.after) != (None, None)
    for name in ("indicator_id", "organisation") if has_values else ():
        if getattr(changed, name) != getattr(before, name):
            raise FieldProblem(name, say.VALUES_STAND)
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


def do(sent: Sent) -> Saved:
    """Tell what was done."""
    before = sent.held(Cycle, sent.one("id")).entry
    sent.register.change(replace(before, do=sent.text("do", before.do)), sent.seen, by=sent.by)
    return Saved()


def study(sent: Sent) -> Saved:
    """Tell what was seen."""
    before = sent.held(Cycle, sent.one("id")).entry
    sent.register.change(replace(before, study=sent.text("study", before.study)), sent.seen, by=sent.by)
    return Saved()


def act(sent: Sent) -> Saved:
    """Tell what happens now, and close the cycle where it has a day for that."""
    before = sent.held(Cycle, sent.one("id")).entry
    closed = sent.day("closed_on")
    if closed is not None and closed > data.today():
        raise FieldProblem("closed_on", say.CLOSED_AHEAD)
    if closed is not None and closed < before.started_on:
        raise FieldProblem("closed_on", say.CLOSED_EARLY.format(day=before.started_on))
    changed = replace(before, act=sent.text("act", before.act), closed_on=closed)
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved(said=say.SAVED_UNMEASURED) if closed and not changed.is_measured else Saved()


def measure(sent: Sent) -> Saved:
    """Note the measure before and after: a value that is published, or one's own."""
    held = sent.held(Cycle, sent.one("id")).entry
    if held.indicator_id is None:
        raise FieldProblem("before", say.MEASURE_FIRST)
    indicator = catalogue.by_id(held.indicator_id)
    changed = replace(
        held,
        before=_value(sent, "before", indicator, held.organisation),
        after=_value(sent, "after", indicator, held.organisation),
    )
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {
    "cycle_begin": begin,
    "cycle_plan": plan,
    "cycle_do": do,
    "cycle_study": study,
    "cycle_act": act,
    "cycle_measure": measure,
}


def _value(sent: Sent, name: str, indicator: Indicator, organisation: Organisation) -> float | None:
    """The published value that is chosen, else the one that is typed."""
    chosen = sent.one(f"{name}_from")
    if not chosen:
        return typed.figure(sent, name, indicator)
    offered = values(indicator.id, organisation)
    if chosen not in offered:
        raise FieldProblem(f"{name}_from", say.NO_VALUE)
    return offered[chosen]


def _started(sent: Sent) -> date:
    day = sent.needed_day("started_on")
    if day > data.today():
        raise FieldProblem("started_on", say.STARTS_AHEAD)
    return day


def _indicator(sent: Sent) -> str | None:
    return sent.chosen("indicator_id", ("", *(each.id for each in catalogue.catalogue()))) or None


def _decision(sent: Sent) -> str | None:
    return sent.chosen("decision_id", ("", *(each.id for each in sent.register.list(Decision)))) or None
