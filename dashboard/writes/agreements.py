"""What the forms about agreements write: a new one, its revisions, clauses, and what the associations were asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from dashboard.texts import agreements as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Agreement, Body, Clause, Consultation, Decision, Organisation, Revision, id_of
from metrics import catalogue


def add_agreement(sent: Sent) -> Saved:
    """Enter an agreement, and go to its page; one that takes the place of another supersedes it."""
    from_on = sent.needed_day("from_on")
    ids = (f"AV-{from_on.year}-{number}" for number in range(1, 1000))
    new = Agreement(
        id=next(each for each in ids if sent.register.held(Agreement, each) is None),
        title=sent.words("title"),
        text=sent.words("text"),
        owner=sent.chosen("owner", get_args(Organisation)),
        parties=sent.many("parties"),
        from_on=from_on,
        to_on=sent.day("to_on"),
        review_on=sent.day("review_on"),
        decision_id=_decision(sent),
        supersedes=sent.one("supersedes") or None,
    )
    if new.supersedes:
        sent.register.supersede(new, by=sent.by)
    else:
        sent.register.add(new, by=sent.by)
    return Saved(said=say.ADDED, to=View(page="agreements", item=new.id, language=sent.language).address)


def change_agreement(sent: Sent) -> Saved:
    """Change an agreement's words or days."""
    before = sent.held(Agreement, sent.one("id")).entry
    changed = replace(
        before,
        title=sent.words("title", before.title),
        text=sent.words("text", before.text),
        to_on=sent.day("to_on"),
        review_on=sent.day("review_on"),
    )
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


def revise(sent: Sent) -> Saved:
    """Note that an agreement was gone through, and what was changed or confirmed."""
    agreement, on = sent.held(Agreement, sent.one("id")).entry, sent.needed_day("revised_on")
    new = Revision(agreement_id=agreement.id, revised_on=on, text=sent.words("text"), decision_id=_decision(sent))
    if sent.register.held(Revision, id_of(new)):
        raise FieldProblem("revised_on", say.SAME_DAY)
    sent.register.add(new, by=sent.by)
    return Saved()


def add_clause(sent: Sent) -> Saved:
    """Enter one thing an agreement says, after those it has; the number of one cancelled is not used again."""
    agreement = sent.held(Agreement, sent.one("id")).entry
    numbers = [each.entry.number for each in sent.register.held_all(Clause, agreement_id=agreement.id)]
    new = Clause(
        agreement_id=agreement.id, number=1 + max(numbers, default=0), text=sent.words("text"), kind="coordination"
    )
    sent.register.add(_clause(sent, new), by=sent.by)
    return Saved()


def change_clause(sent: Sent) -> Saved:
    """Change what a clause says, its kind, or the measure that shows it kept."""
    sent.register.change(_clause(sent, sent.held(Clause, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def consult(sent: Sent) -> Saved:
    """Note that an association was asked, or what it answered to what it was asked that day."""
    agreement, asked_on = sent.held(Agreement, sent.one("id")).entry, sent.needed_day("asked_on")
    associations = tuple(each.id for each in sent.register.list(Body) if each.kind == "association")
    body = sent.chosen("body_id", associations)
    new = Consultation(
        agreement_id=agreement.id,
        body_id=body,
        asked_on=asked_on,
        answered_on=sent.day("answered_on"),
        view=sent.text("view"),
    )
    held = sent.register.held(Consultation, id_of(new))
    if held is None:
        sent.register.add(new, by=sent.by)
    elif held.cancelled:
        raise FieldProblem("asked_on", say.TAKEN_BACK)
    else:
        sent.register.change(new, held.version, by=sent.by)
    return Saved()


def change_consultation(sent: Sent) -> Saved:
    """Enter or change what an association answered."""
    before = sent.held(Consultation, sent.one("id")).entry
    changed = replace(before, answered_on=sent.day("answered_on"), view=sent.text("view", before.view))
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {
    "agreement_add": add_agreement,
    "agreement_change": change_agreement,
    "agreement_revise": revise,
    "clause_add": add_clause,
    "clause_change": change_clause,
    "agreement_consult": consult,
    "consultation_change": change_consultation,
}


def _decision(sent: Sent) -> str | None:
    decisions = ("", *(each.id for each in sent.register.list(Decision)))
    return sent.chosen("decision_id", decisions) or None


def _clause(sent: Sent, before: Clause) -> Clause:
    measures = ("", *(each.id for each in catalogue.catalogue()))
    return replace(
        before,
        text=sent.words("text", before.text),
        kind=sent.chosen("kind", tuple(say.CLAUSE_KIND)),
        indicator_id=sent.chosen("indicator_id", measures) or None,
    )
