"""What the forms about minutes write: what was said, decided and promised, and the way to locked minutes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, get_args

from dashboard import data
from dashboard.measures import figures
from dashboard.texts import meetings as say
from dashboard.texts import minutes as minutes_say
from dashboard.view import View
from dashboard.writes import decisions
from dashboard.writes.agenda import must_have_come
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance import minutes
from governance.conflict import Conflict
from governance.entries import (
    Action,
    AgendaItem,
    Amendment,
    Decision,
    Figure,
    ItemMinutes,
    Meeting,
    Minutes,
    Organisation,
    Seat,
)
from governance.model.decisions import DecisionKind
from governance.model.meetings import MinutesPart
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text, UserProblem


def write_item(sent: Sent) -> Saved:
    """Write what was said of one item; it is then one that was taken up.

    Fails   minutes_out once they are out to be read: from then on those who were there ask for changes
    """
    item = sent.held(AgendaItem, sent.needed("item_id"))
    if sent.register.list(Minutes, meeting_id=item.entry.meeting_id, status="circulated"):
        raise UserProblem("minutes_out", minutes_say.OUT_TO_BE_READ)
    held = sent.register.held(ItemMinutes, item.entry.id)
    entry = _wording(sent, item.entry.id, held.entry if held else None)
    if held is not None and sent.seen == 0 and held.entry != entry:
        raise Conflict(entry, held)  # somebody else has begun meanwhile
    written: list[tuple[Any, int]] = [(entry, sent.seen)]
    if item.entry.status == "planned":
        written.append((replace(item.entry, status="taken"), item.version))
    sent.register.write_all(written, by=sent.by)
    # The address names the item from now on: without it the page would go on to the next that is not written.
    here = View(page="meetings", item=item.entry.meeting_id, language=sent.language)
    return Saved(to=replace(here, more=(("part", "minutes"), ("item", item.entry.id))).address)


def postpone_item(sent: Sent) -> Saved:
    """Say that an item was not taken up at this meeting."""
    before = sent.held(AgendaItem, sent.needed("id")).entry
    sent.register.change(replace(before, status="postponed"), sent.seen, by=sent.by)
    return Saved(said=say.ITEM_POSTPONED)


def add_decision(sent: Sent) -> Saved:
    """Record what was decided under an item, with the figures that were on the table frozen as they were.

    Fails   meeting_ahead before the day of the meeting; minutes_out once its minutes are out to be read
    """
    item, meeting = _still_written(sent, minutes_say.OUT_TO_BE_READ)
    decision = Decision(
        id=_next_id("B", meeting.held_on.year, [each.id for each in sent.register.list(Decision)]),
        decided_on=meeting.held_on,
        title=sent.words("title"),
        text=sent.words("text"),
        reason=sent.words("reason"),
        kind=sent.chosen("kind", get_args(DecisionKind)),
        indicators=item.indicators,
        item_id=item.id,
        consequence_region=sent.text("consequence_region"),
        consequence_municipality=sent.text("consequence_municipality"),
        consequence_users=sent.text("consequence_users"),
        mandate_region=sent.text("mandate_region"),
        mandate_municipality=sent.text("mandate_municipality"),
        consensus={"yes": True, "no": False}.get(sent.one("consensus")),
        other_views=sent.text("other_views"),
        evidence=_evidence(sent, item),
        alternatives=decisions.alternatives(sent, ()),
        review_on=sent.day("review_on"),
    )
    sent.register.add(decision, by=sent.by)
    return Saved(said=say.DECISION_ADDED.format(id=decision.id))


def add_action(sent: Sent) -> Saved:
    """Record what somebody is to do, from the item it came of.

    Fails   meeting_ahead before the day of the meeting; minutes_out once its minutes are out to be read
    """
    item, meeting = _still_written(sent, minutes_say.ACTION_OUT)
    organisation: Organisation = sent.chosen("organisation", ORGANISATIONS)
    expected = sent.one("expects_indicator") or None
    if expected is not None and sent.day("expects_on") is None:
        raise FieldProblem("expects_on", say.EXPECTS_WHEN)
    action = Action(
        id=_next_id("A", meeting.held_on.year, [each.id for each in sent.register.list(Action)]),
        title=sent.words("title"),
        organisation=organisation,
        owner=decisions.owner(sent, organisation),
        opened_on=meeting.held_on,
        due_on=decisions.due(sent, meeting.held_on),
        decision_id=sent.one("decision_id") or None,
        item_id=item.id,
        unit_id=decisions.unit(sent),
        expects_indicator=expected,
        expects_direction=sent.chosen("expects_direction", ("increase", "decrease")) if expected else None,
        expects_on=sent.day("expects_on") if expected else None,
    )
    sent.register.add(action, by=sent.by)
    return Saved(said=say.ACTION_ADDED.format(id=action.id))


def circulate(sent: Sent) -> Saved:
    """Send the draft out to be read by those who were there; with items nobody has written of only if it is said so."""
    meeting = sent.needed("meeting_id")
    said = minutes.proceedings(sent.register, meeting)
    waiting = len(unwritten(said.items, {each.item_id for each in said.said}))
    if waiting and not sent.ticked("anyway"):
        raise FieldProblem("anyway", minutes_say.UNWRITTEN_NOT_SAID.format(n=waiting))
    minutes.circulate(sent.register, meeting, sent.seen, on=data.today(), by=sent.by)
    return Saved(said=minutes_say.CIRCULATED)


def unwritten(items: Iterable[AgendaItem], written: Container[str]) -> tuple[AgendaItem, ...]:
    """The items nobody has written of, and that were not put off either."""
    return tuple(each for each in items if each.status == "planned" and each.id not in written)


def amend(sent: Sent) -> Saved:
    """Wish for another wording of one item, as somebody who was there."""
    meeting, item = sent.needed("meeting_id"), sent.needed("item_id")
    number = len(sent.register.held_all(Amendment, meeting_id=meeting)) + 1
    wish = Amendment(
        id=f"{meeting}-Y{number}",
        meeting_id=meeting,
        item_id=item,
        seat_id=sent.by,
        edition=int(sent.one("edition") or 1),
        proposed_on=data.today(),
        part=sent.chosen("part", get_args(MinutesPart)),
        text=sent.words("text"),
    )
    sent.register.add(wish, by=sent.by)
    return Saved(said=minutes_say.AMENDMENT_ADDED)


def answer(sent: Sent) -> Saved:
    """Accept a wish by a new wording of the item's minutes, any part of them, or decline it; both with words."""
    wish = sent.held(Amendment, sent.needed("id")).entry
    accepts = sent.chosen("verdict", ("accept", "decline")) == "accept"
    said = sent.held(ItemMinutes, wish.item_id)
    wording = _wording(sent, wish.item_id, said.entry) if accepts else None
    minutes.answer(
        sent.register,
        wish.id,
        sent.seen,
        answer=sent.words("answer"),
        wording=wording,
        wording_seen=sent.whole("wording_seen") or 0,
        by=sent.by,
    )
    return Saved(said=minutes_say.ANSWERED)


def approve(sent: Sent) -> Saved:
    """Approve the minutes for the writer's own organisation; the second approval locks them.

    Fails   approve_as_organisation where the writer's seat is of neither organisation
    """
    seat = sent.held(Seat, sent.by).entry
    if seat.party == "association":
        raise UserProblem("approve_as_organisation", minutes_say.APPROVE_AS_ORGANISATION)
    after = minutes.approve(
        sent.register,
        sent.needed("meeting_id"),
        seat.party,
        seat_id=seat.id,
        read=sent.needed("read"),
        on=data.today(),
        by=sent.by,
    )
    return Saved(said=minutes_say.LOCKED if after.entry.status == "locked" else minutes_say.APPROVED)


def correct(sent: Sent) -> Saved:
    """Open minutes that are out or locked for a correction, with what it is about."""
    minutes.correct(sent.register, sent.needed("meeting_id"), sent.seen, why=sent.words("why"), by=sent.by)
    return Saved(said=minutes_say.CORRECTION_OPENED)


WRITES: Final[Mapping[str, Write]] = {
    "item_minutes": write_item,
    "item_postpone": postpone_item,
    "item_decision": add_decision,
    "item_action": add_action,
    "minutes_circulate": circulate,
    "minutes_amend": amend,
    "minutes_answer": answer,
    "minutes_approve": approve,
    "minutes_correct": correct,
}


def _still_written(sent: Sent, when_out: Text) -> tuple[AgendaItem, Meeting]:
    """The item a form is about and its meeting, whose minutes are still being written."""
    item = sent.held(AgendaItem, sent.needed("item_id")).entry
    meeting = sent.held(Meeting, item.meeting_id).entry
    must_have_come(meeting)
    if any(each.status != "draft" for each in sent.register.list(Minutes, meeting_id=meeting.id)):
        raise UserProblem("minutes_out", when_out)
    return item, meeting


def _evidence(sent: Sent, item: AgendaItem) -> tuple[Figure, ...]:
    """The latest published figures of the item's measures and those chosen beside, frozen as they stand."""
    published = figures()
    own = [f"{indicator}/{which}" for indicator in item.indicators for which in ORGANISATIONS]
    return tuple(dict.fromkeys([*(published[each] for each in own if each in published), *decisions.evidence(sent)]))


def _wording(sent: Sent, item_id: str, before: ItemMinutes | None) -> ItemMinutes:
    def was(name: str) -> Text | None:
        return getattr(before, name) if before else None

    return ItemMinutes(
        item_id=item_id,
        background=sent.text("background", was("background")),
        discussion=sent.text("discussion", was("discussion")),
        views=sent.text("views", was("views")),
        conclusion=sent.words("conclusion", was("conclusion")),
    )


def _next_id(letter: str, year: int, ids: list[str]) -> str:
    """The next number of the year: B-2026-004."""
    start = f"{letter}-{year}-"
    numbers = [int(each.removeprefix(start)) for each in ids if each.startswith(start) and each[len(start) :].isdigit()]
    return f"{start}{max(numbers, default=0) + 1:03d}"
