"""What the forms of the annual review write: begun, read step by step, its gaps and proposals, and its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dashboard import data
from dashboard.components import review_reading as reading
from dashboard.texts import review as say
from dashboard.view import View
from dashboard.writes.agenda import add_last
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance import agenda
from governance.entries import (
    AgendaItem,
    AnnualReview,
    Body,
    Conclusion,
    Decision,
    Figure,
    Gap,
    Meeting,
    Proposal,
    ReviewStep,
    Seat,
    Voice,
)
from metrics.can_domains import NAMES
from metrics.problem import UserProblem


def begin(sent: Sent) -> Saved:
    """Begin a review of a year, and go to its first step.

    Fails   beside the field; of a year that has a review already, unless another is asked for
    """
    year = _year(sent, "year")
    if not sent.ticked("again") and sent.register.list(AnnualReview, year=year):
        raise FieldProblem("year", say.TAKEN.format(year=year))
    ids = (f"G-{year}", *(f"G-{year}-{number}" for number in range(2, 100)))
    free = next(each for each in ids if sent.register.held(AnnualReview, each) is None)
    blank = AnnualReview(id=free, year=year, against=year - 1, started_on=data.today())
    sent.register.add(_years(sent, blank), by=sent.by)
    to = View(page="review", item=free, language=sent.language, more=(("part", "needs"),))
    return Saved(said=say.BEGUN, to=to.address)


def change_years(sent: Sent) -> Saved:
    """Choose other years or target groups."""
    before = sent.held(AnnualReview, sent.one("id")).entry
    sent.register.change(_years(sent, before), sent.seen, by=sent.by)
    return Saved()


def write_step(sent: Sent) -> Saved:
    """Write how the group reads a step, and whether it is done with it."""
    review, step = sent.held(AnnualReview, sent.one("review_id")).entry, sent.chosen("step", reading.STEPS)
    held = sent.register.held(ReviewStep, f"{review.id}/{step}")
    before = held.entry if held else None
    done = (before.done_on if before else None) or data.today()
    entry = ReviewStep(
        review_id=review.id,
        step=step,
        text=sent.words("text", before.text if before else None),
        seat_id=sent.by,
        done_on=done if sent.ticked("done") else None,
    )
    sent.register.write_all([(entry, sent.seen)], by=sent.by)
    return Saved(said=say.STEP_SAVED)


def write_gap(sent: Sent) -> Saved:
    """Note a gap with the figures it was seen in, or change it and its answer."""
    review = sent.held(AnnualReview, sent.one("review_id")).entry
    domain = int(sent.chosen("domain", tuple(map(str, NAMES))))
    group = sent.one("group")
    object_id = reading.gap_id(review.id, domain, group)
    held = sent.register.held(Gap, object_id)
    if held is not None and not sent.seen:
        raise FieldProblem("domain", say.NOTED_ALREADY)
    before = held.entry if held else None
    decisions = ("", *(each.id for each in sent.register.list(Decision)))
    seats = ("", *(each.id for each in sent.register.list(Seat)))
    entry = Gap(
        id=object_id,
        review_id=review.id,
        domain=domain,
        group=group,
        text=sent.words("text", before.text if before else None),
        evidence=before.evidence if before else _evidence(review, domain, group, sent),
        service=sent.text("service", before.service if before else None),
        decision_id=sent.chosen("decision_id", decisions) or None,
        owner=sent.chosen("owner", seats) or None,
    )
    sent.register.write_all([(entry, sent.seen)], by=sent.by)
    return Saved(said=say.GAP_SAVED)


def write_voice(sent: Sent) -> Saved:
    """Write what an association says of the year."""
    review, body = sent.held(AnnualReview, sent.one("review_id")).entry, sent.held(Body, sent.one("body_id")).entry
    held = sent.register.held(Voice, f"{review.id}/{body.id}")
    before = held.entry if held else None
    entry = Voice(
        review_id=review.id,
        body_id=body.id,
        said_on=before.said_on if before else data.today(),
        text=sent.words("text", before.text if before else None),
    )
    sent.register.write_all([(entry, sent.seen)], by=sent.by)
    return Saved(said=say.VOICE_SAVED)


def write_proposal(sent: Sent) -> Saved:
    """Write a proposal, or change it."""
    review = sent.held(AnnualReview, sent.one("review_id")).entry
    before = sent.held(Proposal, sent.one("id")).entry if sent.one("id") else None
    gaps = ("", *(each.id for each in sent.register.list(Gap, review_id=review.id)))
    entry = Proposal(
        id=before.id if before else _free(sent, f"{review.id}-F"),
        review_id=review.id,
        gap_id=sent.chosen("gap_id", gaps) or None,
        title=sent.words("title", before.title if before else None),
        text=sent.words("text", before.text if before else None),
    )
    sent.register.write_all([(entry, sent.seen)], by=sent.by)
    return Saved(said=say.PROPOSAL_SAVED)


def to_meeting(sent: Sent) -> Saved:
    """Put a proposal last on the agenda of a planned meeting.

    Fails   agenda_too_long; proposal_on_agenda where somebody else already has
    """
    proposal = sent.held(Proposal, sent.one("id")).entry
    review = sent.held(AnnualReview, proposal.review_id).entry
    planned = {each.id: each for each in sent.register.list(Meeting, status="planned")}
    meeting = planned[sent.chosen("meeting_id", planned)]
    about = agenda.about_proposal(proposal)
    if any(each.status != "cancelled" for each in sent.register.list(AgendaItem, about=about)):
        raise UserProblem("proposal_on_agenda", say.ON_ALREADY)
    add_last(sent, agenda.proposed(meeting, proposal, review.year))
    return Saved(said=say.ON_AGENDA)


def withdraw(sent: Sent) -> Saved:
    """Take back a gap or a proposal, with the reason; it stays in the history."""
    kind = {"gap": Gap, "proposal": Proposal}[sent.chosen("kind", ("gap", "proposal"))]
    sent.register.cancel(kind, sent.one("id"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved(said=say.WITHDRAWN)


def conclude(sent: Sent) -> Saved:
    """Write what the review comes to, and finish it where that is ticked.

    Fails   review_not_whole
    """
    review = sent.held(AnnualReview, sent.one("review_id")).entry
    held, shown = sent.register.held(Conclusion, review.id), data.release()
    entry = Conclusion(
        review_id=review.id,
        text=sent.words("text", held.entry.text if held else None),
        concluded_on=data.today() if sent.ticked("finish") else None,
        release_id=shown.release_id if shown else "",
    )
    sent.register.write_all([(entry, sent.seen)], by=sent.by)
    return Saved(said=say.CONCLUDED)


def reopen(sent: Sent) -> Saved:
    """Open a finished review again, with the reason."""
    before = sent.held(Conclusion, sent.one("review_id")).entry
    sent.register.change(replace(before, concluded_on=None), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved(said=say.REOPENED)


WRITES: Final[Mapping[str, Write]] = {
    "review_begin": begin,
    "review_years": change_years,
    "review_step": write_step,
    "review_gap": write_gap,
    "review_voice": write_voice,
    "review_proposal": write_proposal,
    "review_to_meeting": to_meeting,
    "review_withdraw": withdraw,
    "review_conclude": conclude,
    "review_reopen": reopen,
}


def _year(sent: Sent, name: str) -> int:
    return int(sent.chosen(name, tuple(map(str, reading.full_years()))))


def _years(sent: Sent, review: AnnualReview) -> AnnualReview:
    """The review with the years and groups as filled in.

    Fails   beside the field
    """
    year, against = _year(sent, "year"), _year(sent, "against")
    if against >= year:
        raise FieldProblem("against", say.NOT_EARLIER.format(year=year))
    return replace(review, year=year, against=against, groups=sent.many("groups"))


def _evidence(review: AnnualReview, domain: int, group: str, sent: Sent) -> tuple[Figure, ...]:
    """What the release in force shows of a gap; nothing for one that the figures do not see."""
    shown = data.release()
    page = reading.figures(review, View(page="review", language=sent.language), shown) if shown else None
    if shown is None or page is None:
        return ()
    found = [each for each in reading.flags(page.reading) if (each.domain, each.group) == (domain, group)]
    return reading.evidence(found[0], page.reading, shown.release_id, sent.language) if found else ()


def _free(sent: Sent, start: str) -> str:
    """The first id with this beginning that no proposal has, nor has had."""
    ids: Iterable[str] = (f"{start}{number}" for number in range(1, 1000))
    return next(each for each in ids if sent.register.held(Proposal, each) is None)
