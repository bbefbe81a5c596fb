"""What the forms about decisions and actions write: new, completed, superseded, told of, ended and reopened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, get_args

from dashboard import data
from dashboard.measures import figures
from dashboard.texts import decisions as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Action, ActionUpdate, Alternative, Decision, Entry, Figure, Organisation, Seat, Unit
from governance.model.decisions import DecisionKind
from metrics import catalogue
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text

EVIDENCE = 3
"""How many figures, and how many alternatives, a form has room for; a decision that has more keeps them."""
ALTERNATIVES = 2
OPEN: Final = ("open", "under_way")
STATUSES: Final = (*OPEN, "done", "cancelled")
_CONSENSUS: Final[Mapping[str, bool | None]] = {"yes": True, "no": False, "": None}


def add_decision(sent: Sent) -> Saved:
    """Record a new decision, and go to its page."""
    decision = _decision(sent, Decision(**_new(sent)))
    sent.register.add(decision, by=sent.by)
    return _to(sent, decision.id, say.DECISION_SAVED)


def change_decision(sent: Sent) -> Saved:
    """Complete or correct a decision, saying why."""
    before = sent.held(Decision, sent.one("id")).entry
    why = sent.words("why")
    sent.register.change(_decision(sent, before), sent.seen, by=sent.by, why=why)
    return _to(sent, before.id, say.DECISION_SAVED)


def supersede_decision(sent: Sent) -> Saved:
    """Record a decision that takes the place of another; the other stays, and says so."""
    old = sent.held(Decision, sent.one("supersedes")).entry
    decision = replace(_decision(sent, Decision(**_new(sent))), supersedes=old.id)
    sent.register.supersede(decision, by=sent.by)
    return _to(sent, decision.id, say.DECISION_SAVED)


def add_action(sent: Sent) -> Saved:
    """Record a new action, and go to its page."""
    decision = sent.one("decision_id") or None
    opened = data.today()
    action = _action(
        sent,
        Action(
            id=_free(sent, Action, _action_ids(decision, opened)),
            title=sent.words("title"),
            organisation=sent.chosen("organisation", ORGANISATIONS),
            opened_on=opened,
            due_on=None,
            decision_id=decision,
        ),
    )
    sent.register.add(action, by=sent.by)
    return _to(sent, action.id, say.ACTION_SAVED)


def change_action(sent: Sent) -> Saved:
    """Change what an action says; its status has a form of its own."""
    before = sent.held(Action, sent.one("id")).entry
    decision = (
        sent.chosen("decision_id", ("", before.decision_id or "", *(each.id for each in sent.register.decisions())))
        or None
    )
    sent.register.change(replace(_action(sent, before), decision_id=decision), sent.seen, by=sent.by)
    return _to(sent, before.id, say.ACTION_SAVED)


def add_update(sent: Sent) -> Saved:
    """Tell what has been done about an action since last."""
    action = sent.held(Action, sent.one("action_id")).entry
    ids = (f"{action.id}-L{number}" for number in range(1, 1000))
    update = ActionUpdate(
        id=_free(sent, ActionUpdate, ids),
        action_id=action.id,
        on=data.today(),
        text=sent.words("text"),
        links=tuple(line.strip() for line in sent.one("links").splitlines() if line.strip()),
    )
    sent.register.add(update, by=sent.by)
    return Saved(said=say.UPDATE_SAVED)


def change_status(sent: Sent) -> Saved:
    """End an action, or open it again; what is given up or reopened says why.

    Rule    an action given up is cancelled in the register, one done has its day
    """
    before = sent.held(Action, sent.one("id")).entry
    status, why = sent.chosen("status", STATUSES), sent.text("why")
    if status == "cancelled" and before.status != "cancelled":
        sent.register.cancel(Action, before.id, sent.seen, by=sent.by, why=sent.words("why"))
        return Saved(said=say.STATUS_SAVED)
    if before.status not in OPEN and status in OPEN and why is None:
        raise FieldProblem("why", say.WHY_NEEDED)
    closed = sent.needed_day("closed_on") if status == "done" else None
    sent.register.change(replace(before, status=status, closed_on=closed), sent.seen, by=sent.by, why=why)
    return Saved(said=say.STATUS_SAVED)


WRITES: Final[Mapping[str, Write]] = {
    "decision_add": add_decision,
    "decision_change": change_decision,
    "decision_supersede": supersede_decision,
    "action_add": add_action,
    "action_change": change_action,
    "action_update": add_update,
    "action_status": change_status,
}


def _to(sent: Sent, object_id: str, said: Text) -> Saved:
    return Saved(
        said=said.format(id=object_id), to=View(page="decisions", item=object_id, language=sent.language).address
    )


# --- ids --------------------------------------------------------------------------------------------------------


def _free(sent: Sent, kind: type[Entry], ids: Iterable[str]) -> str:
    """The first of the ids that nothing has, cancelled or not."""
    return next(each for each in ids if sent.register.held(kind, each) is None)


def _action_ids(decision: str | None, opened: date) -> Iterable[str]:
    """A-2021-007-1, -2 … after decision B-2021-007; A-2026-001 … without one."""
    if decision:
        return (f"A-{decision.removeprefix('B-')}-{number}" for number in range(1, 100))
    return (f"A-{opened.year}-{number:03}" for number in range(1, 1000))


def _new(sent: Sent) -> dict[str, Any]:
    """What a decision cannot be without; its number is the next of its year."""
    day = _decided_on(sent)
    year = f"B-{day.year}-"
    taken = [each.id.removeprefix(year) for each in sent.register.decisions() if each.id.startswith(year)]
    last = max((int(number) for number in taken if number.isdigit()), default=0)
    ids = (f"{year}{number:03}" for number in range(last + 1, 10_000))
    return {
        "id": _free(sent, Decision, ids),
        "decided_on": day,
        "title": sent.words("title"),
        "text": sent.words("text"),
        "reason": sent.words("reason"),
    }


# --- what a form fills in ---------------------------------------------------------------------------------------


def _decision(sent: Sent, before: Decision) -> Decision:
    """The decision as the form says it; what the form has no room for stays."""
    return replace(
        before,
        decided_on=_decided_on(sent),
        title=sent.words("title", before.title),
        text=sent.words("text", before.text),
        reason=sent.words("reason", before.reason),
        kind=sent.chosen("kind", get_args(DecisionKind)),
        item_id=sent.one("item_id") or None,
        indicators=_indicators(sent),
        consequence_region=sent.text("consequence_region", before.consequence_region),
        consequence_municipality=sent.text("consequence_municipality", before.consequence_municipality),
        consequence_users=sent.text("consequence_users", before.consequence_users),
        mandate_region=sent.text("mandate_region", before.mandate_region),
        mandate_municipality=sent.text("mandate_municipality", before.mandate_municipality),
        consensus=_CONSENSUS[sent.chosen("consensus", tuple(_CONSENSUS))],
        other_views=sent.text("other_views", before.other_views),
        evidence=before.evidence + evidence(sent),
        alternatives=alternatives(sent, before.alternatives),
        review_on=sent.day("review_on"),
    )


def _decided_on(sent: Sent) -> date:
    """The day it was decided, which has been."""
    day = sent.needed_day("decided_on")
    if day > data.today():
        raise FieldProblem("decided_on", say.DECIDED_AHEAD)
    return day


def _indicators(sent: Sent) -> tuple[str, ...]:
    known = {each.id for each in catalogue.catalogue()}
    typed = tuple(dict.fromkeys(sent.one("indicators").upper().replace(",", " ").split()))
    for each in typed:
        if each not in known:
            raise FieldProblem("indicators", say.NO_SUCH_MEASURE.format(id=each))
    return typed


def alternatives(sent: Sent, before: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
    """Each alternative with its reason, or neither."""
    found = []
    for number in range(1, max(ALTERNATIVES, len(before)) + 1):
        old = before[number - 1] if number <= len(before) else None
        text = sent.text(f"alternative_{number}", old.text if old else None)
        reason = sent.text(f"alternative_{number}_why", old.reason if old else None)
        if text is not None and reason is not None:
            found.append(Alternative(text=text, reason=reason))
        elif text is not None or reason is not None:
            raise FieldProblem(f"alternative_{number}_why" if text else f"alternative_{number}", say.ALTERNATIVE_WHOLE)
    return tuple(found)


def evidence(sent: Sent) -> tuple[Figure, ...]:
    """The figures chosen, frozen as they are published now."""
    chosen = dict.fromkeys(filter(None, (sent.one(f"evidence_{number}") for number in range(1, EVIDENCE + 1))))
    return tuple(_figure(sent, each) for each in chosen)


def _figure(sent: Sent, named: str) -> Figure:
    """The latest published figure of "P2/region"."""
    found = figures().get(named)
    if found is None:
        raise FieldProblem("evidence_1", say.FIGURE_GONE)
    return found


def unit(sent: Sent) -> str | None:
    """The unit something is to be done at; None where it is for all of them."""
    return sent.chosen("unit_id", ("", *(each.id for each in sent.register.list(Unit)))) or None


def owner(sent: Sent, organisation: Organisation, before: Action | None = None) -> str:
    """The seat that answers for an action: one of the organisation the action is with.

    Rule    what stood there before may stay
    """
    chosen = sent.needed("owner")
    seat = sent.register.held(Seat, chosen)
    is_as_it_was = before is not None and (before.owner, before.organisation) == (chosen, organisation)
    if seat is not None and seat.entry.party != organisation and not is_as_it_was:
        raise FieldProblem("owner", say.OTHER_SIDES_OWNER[organisation].format(seat=seat.entry.title))
    return chosen


def due(sent: Sent, opened_on: date, before: date | None = None) -> date:
    """The day an action is to be done by: not before it was opened, unless it stood so before."""
    day = sent.needed_day("due_on")
    if day < opened_on and day != before:
        raise FieldProblem("due_on", say.DUE_TOO_EARLY.format(day=opened_on))
    return day


def _action(sent: Sent, before: Action) -> Action:
    """The action as the form says it."""
    expects = (sent.one("expects_indicator"), sent.one("expects_direction"), sent.day("expects_on"))
    if any(expects) and not all(expects):
        names = ("expects_indicator", "expects_direction", "expects_on")
        missing = next(name for name, value in zip(names, expects, strict=True) if not value)
        raise FieldProblem(missing, say.EXPECTED_WHOLE)
    if expects[0]:
        sent.chosen("expects_indicator", tuple(each.id for each in catalogue.catalogue()))
        sent.chosen("expects_direction", ("increase", "decrease"))
    direction: Any = expects[1] or None
    organisation: Organisation = sent.chosen("organisation", ORGANISATIONS)
    return replace(
        before,
        title=sent.words("title", before.title),
        text=sent.text("text", before.text),
        organisation=organisation,
        owner=owner(sent, organisation, before),
        co_owner=sent.one("co_owner") or None,
        due_on=due(sent, before.opened_on, before.due_on),
        unit_id=unit(sent),
        expects_indicator=expects[0] or None,
        expects_direction=direction,
        expects_on=expects[2],
    )
