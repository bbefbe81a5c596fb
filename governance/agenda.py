"""The agenda that writes itself: what waits for the committee, each matter with its reason and the time it needs.

A draft is a proposal. What the secretary makes of it stands in `governance.arranging` and, item by item, as any other
entry of the register, so that each step leaves a trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import get_args

from governance.entries import (
    AgendaItem,
    Agreement,
    Approval,
    Contents,
    Meeting,
    Minutes,
    Organisation,
    Proposal,
    Undertaking,
    Yearly,
    id_of,
)
from governance.minutes import fingerprint, proceedings_in
from governance.model.improvement import HALF_A_YEAR
from governance.model.meetings import ItemKind, ItemSource
from governance.model.tables import name_of
from governance.words import ORGANISATIONS, called
from metrics.problem import Text

LATELY = timedelta(days=365)
"""How long a signal that lasts counts as dealt with once a meeting has taken it up."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A signal of the scorecard, as the agenda needs it: which indicator and side, and the sentence said of it.

    In      name    of the indicator, for the item's title; without it the item is called by the indicator's id
            is_new  whether the meeting before could not see it; one that lasts is proposed until it is taken up
    """

    indicator_id: str
    name: Text | None = None
    organisation: Organisation
    perspective: str
    text: Text
    is_new: bool = True


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A drafted agenda.

    In      items     in the order they are proposed, with minutes
            left_out  what there was no time for, the least urgent first to go
            minutes   what the items take together; never more than the meeting has
    """

    items: tuple[AgendaItem, ...]
    left_out: tuple[AgendaItem, ...]
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What a draft is made from.

    In      notices  signals, new since the meeting before or lasting, the strongest first
            yearly   the committee's annual cycle
            names    of the indicators; one without is called by its id
    """

    meeting: Meeting
    contents: Contents
    notices: Sequence[Notice] = ()
    yearly: Sequence[Yearly] = ()
    names: Mapping[str, Text] = field(default_factory=dict)
    today: date


OVERDUE = Text(sv="Skulle ha varit klar {day}. Ansvarig: {who}.", en="Was due on {day}. Responsible: {who}.")
NEW_SIGNAL = Text(sv="{what}: ny signal", en="{what}: new signal")
LASTING_SIGNAL = Text(sv="{what}: signalen kvarstår", en="{what}: the signal remains")
SIGNAL_MINUTES, OTHER_MINUTES = 15, 10


def draft(at: Situation) -> Draft:
    """What waits for a meeting, the most urgent first, as much of it as there is time for.

    Rule    what already stands on the meeting's agenda is not drafted again, and takes its time first; nor is what the
            secretary has removed from it; what waits for two reasons is one item with both
    """
    meeting, own = at.meeting, at.contents.of(AgendaItem, meeting_id=at.meeting.id)
    seen = {each.about for each in own}
    waiting = _one_of_each(item for find in SOURCES for item in find(at) if item.about not in seen)
    room = meeting.minutes - sum(item.minutes for item in own if item.status != "cancelled")
    position = max((item.position for item in own), default=0)
    items: list[AgendaItem] = []
    left_out: list[AgendaItem] = []
    for item in waiting:
        fits = item.minutes <= room
        room -= item.minutes if fits else 0
        (items if fits else left_out).append(item)
    placed = tuple(
        replace(item, id=f"{meeting.id}-{position + number}", position=position + number)
        for number, item in enumerate(items, start=1)
    )
    return Draft(items=placed, left_out=tuple(reversed(left_out)), minutes=sum(item.minutes for item in placed))


def _one_of_each(waiting: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Items about the same as one: the first of them, with the reasons of all."""
    found: dict[str, AgendaItem] = {}
    for item in waiting:
        first = found.get(item.about)
        found[item.about] = replace(first, why=_both(first.why, item.why)) if first else item
    return tuple(found.values())


def _both(one: Text | None, other: Text | None) -> Text | None:
    if one is None or other is None:
        return one or other
    return Text(sv=f"{one.sv} {other.sv}", en=f"{one.en} {other.en}")


def earlier_minutes(at: Situation) -> Iterator[AgendaItem]:
    """Minutes that both organisations have not approved yet, with what they wait for."""
    held = {each.id: each.held_on for each in at.contents.meetings if each.status == "held"}
    for each in at.contents.minutes:
        if each.status != "locked" and held.get(each.meeting_id, date.max) < at.meeting.held_on:
            yield _item(
                at.meeting,
                source="minutes",
                about=f"minutes/{each.meeting_id}",
                kind="decision",
                perspective="governance",
                title=Text(sv="Protokoll från {day}", en="Minutes of {day}").format(day=held[each.meeting_id]),
                why=_what_minutes_wait_for(each, at.contents),
                minutes=5,
            )


def _what_minutes_wait_for(minutes: Minutes, contents: Contents) -> Text:
    if minutes.status == "draft":
        return Text(sv="Är ännu inte utskickat.", en="Not sent out yet.")
    now = fingerprint(proceedings_in(contents, minutes.meeting_id))
    given = {each.organisation for each in contents.of(Approval, meeting_id=minutes.meeting_id, sha256=now)}
    waits = [ORGANISATIONS[which] for which in get_args(Organisation) if which not in given]
    if len(waits) == 1:
        return Text(sv="Väntar på att {who} justerar.", en="Wait for {who} to approve them.").format(who=waits[0])
    return Text(sv="Väntar på båda organisationernas justering.", en="Wait for both to approve them.")


PUT_OFF = ("secretary", "raised", "review", "effect_review", "annual")
"""The sources whose matters come back only because they were put off; the others' do as long as they are so."""


def put_off(at: Situation) -> Iterator[AgendaItem]:
    """What earlier meetings put off and no later agenda has taken up again."""
    days = {each.id: each.held_on for each in at.contents.meetings if each.status == "held"}
    gone = {each.id for each in at.contents.meetings if each.status == "cancelled"}
    standing = [each for each in at.contents.agenda_items if each.status != "cancelled" and each.meeting_id not in gone]
    in_order = sorted(standing, key=lambda each: days.get(each.meeting_id, date.max))
    latest = {each.about or f"agenda_item/{each.id}": each for each in in_order}
    for about, each in latest.items():
        on = days.get(each.meeting_id, date.max)
        is_told = about.startswith("minutes/")  # by what they wait for now
        if each.status == "postponed" and each.source in PUT_OFF and on < at.meeting.held_on and not is_told:
            why = Text(sv="Sköts upp den {day}.", en="Put off on {day}.").format(day=on)
            again = replace(each, id="", meeting_id=at.meeting.id, position=0, status="planned")
            yield replace(again, about=about, why=_both(why, each.why))


def signals(at: Situation) -> Iterator[AgendaItem]:
    """Signals of the scorecard, both sides of an indicator as one matter.

    Rule    one that lasts is not drafted where a meeting has lately taken it up
    """
    by_indicator: dict[str, list[Notice]] = {}
    for notice in at.notices:
        by_indicator.setdefault(notice.indicator_id, []).append(notice)
    dealt_with = taken_up(at.contents, at.meeting)
    for indicator, found in by_indicator.items():
        is_new = any(each.is_new for each in found)
        if not is_new and indicator in dealt_with:
            continue
        title = NEW_SIGNAL if is_new else LASTING_SIGNAL
        yield _item(
            at.meeting,
            source="signal",
            about=f"indicator/{indicator}",
            kind="discussion",
            perspective=found[0].perspective,
            indicators=(indicator,),
            title=title.format(what=found[0].name or indicator),
            why=Text(sv=" ".join(each.text.sv for each in found), en=" ".join(each.text.en for each in found)),
            minutes=SIGNAL_MINUTES,
        )


def taken_up(contents: Contents, meeting: Meeting) -> dict[str, Meeting]:
    """Indicator -> the latest meeting of the year before `meeting` that took it up."""
    found: dict[str, Meeting] = {}
    for each in sorted(contents.meetings, key=lambda one: one.held_on):
        if each.status == "held" and meeting.held_on - LATELY <= each.held_on < meeting.held_on:
            items = contents.of(AgendaItem, meeting_id=each.id, status="taken")
            found |= {indicator: each for item in items for indicator in item.indicators}
    return found


def raised_by_leaders(at: Situation) -> Iterator[AgendaItem]:
    """What the leaders of units want the committee to take up, and has not."""
    taken = {item.about for item in at.contents.agenda_items if item.status != "cancelled"}
    names = {unit.id: unit.name for unit in at.contents.units}
    for each in at.contents.confirmations:
        about = f"confirmation/{id_of(each)}"
        if each.raised is not None and about not in taken:
            yield _item(
                at.meeting,
                source="raised",
                about=about,
                kind="discussion",
                title=each.raised,
                why=Text(sv="Lyft av {unit}, {who}, {period}.", en="Raised by {unit}, {who}, {period}.").format(
                    unit=names[each.unit_id], who=ORGANISATIONS[each.organisation], period=each.period
                ),
            )


def proposals_of_reviews(at: Situation) -> Iterator[AgendaItem]:
    """What annual reviews propose and no agenda has taken up."""
    taken = {item.about for item in at.contents.agenda_items if item.status != "cancelled"}
    years = {each.id: each.year for each in at.contents.annual_reviews}
    for each in at.contents.proposals:
        if about_proposal(each) not in taken:
            yield proposed(at.meeting, each, years[each.review_id])


def proposed(meeting: Meeting, proposal: Proposal, year: int) -> AgendaItem:
    """The item of a meeting that takes up a proposal, without a place yet."""
    return _item(
        meeting,
        source="review",
        about=about_proposal(proposal),
        kind="decision",
        perspective="needs",
        title=proposal.title,
        why=Text(sv="Förslag i årsgenomgången av {year}.", en="Proposed in the annual review of {year}.").format(
            year=year
        ),
        minutes=SIGNAL_MINUTES,
    )


def about_proposal(proposal: Proposal) -> str:
    """What an item that takes up the proposal is about: how the two find each other."""
    return f"proposal/{proposal.id}"


def effects_to_review(at: Situation) -> Iterator[AgendaItem]:
    """Actions whose expected effect was to show by now."""
    taken = {item.about for item in at.contents.agenda_items if item.source == "effect_review"}
    for action in at.contents.actions:
        due = action.expects_on is not None and action.expects_on <= at.meeting.held_on
        about = f"action/{action.id}"
        if due and action.expects_indicator and action.status != "cancelled" and about not in taken:
            yield _item(
                at.meeting,
                source="effect_review",
                about=about,
                kind="discussion",
                indicators=(action.expects_indicator,),
                title=Text(sv="Blev det någon effekt? {title}", en="Was there an effect? {title}").format(
                    title=action.title
                ),
                why=Text(
                    sv="{indicator} skulle ha rört sig senast {day}.", en="{indicator} was to have moved by {day}."
                ).format(
                    indicator=at.names.get(action.expects_indicator, action.expects_indicator), day=action.expects_on
                ),
            )


def overdue_actions(at: Situation) -> Iterator[AgendaItem]:
    """Actions that were to be done before today, the longest overdue first."""
    for action in at.contents.actions:
        if action.status in ("open", "under_way") and action.due_on is not None and action.due_on < at.today:
            yield _item(
                at.meeting,
                source="overdue",
                about=f"action/{action.id}",
                kind="information",
                title=action.title,
                why=OVERDUE.format(day=action.due_on, who=ORGANISATIONS[action.organisation]),
                minutes=5,
            )


def what_ends(at: Situation) -> Iterator[AgendaItem]:
    """Agreements, projects and money for a time that end within half a year, or have ended without a successor.

    Rule    what ends first is proposed first, agreements before the rest
    """
    replaced = {each.supersedes for each in at.contents.agreements}
    horizon = at.meeting.held_on + HALF_A_YEAR
    for agreement in sorted(at.contents.agreements, key=_last_day):
        if _last_day(agreement) <= horizon and agreement.id not in replaced:
            yield _ending(at, agreement, "governance")
    for each in sorted(at.contents.undertakings, key=_last_day):
        # one that ended long ago is history; an agreement still needs a successor
        if at.meeting.held_on - HALF_A_YEAR <= _last_day(each) <= horizon:
            yield _ending(at, each, "resources")


def the_annual_cycle(at: Situation) -> Iterator[AgendaItem]:
    """What belongs to the meeting's month every year."""
    for each in at.yearly:
        if each.month == at.meeting.held_on.month:
            yield _item(
                at.meeting,
                source="annual",
                about=f"yearly/{each.id}",
                kind=each.kind,
                perspective=each.perspective,
                title=each.title,
                why=Text(sv="Står i årshjulet.", en="Stands in the annual cycle."),
                minutes=each.minutes,
            )


SOURCES: tuple[Callable[[Situation], Iterator[AgendaItem]], ...] = (
    earlier_minutes,
    signals,
    put_off,
    raised_by_leaders,
    proposals_of_reviews,
    effects_to_review,
    what_ends,
    the_annual_cycle,
    overdue_actions,
)
"""Where matters come from, in the order they are proposed."""


def _last_day(entry: Agreement | Undertaking) -> date:
    return entry.to_on or date.max


def _ending(at: Situation, entry: Agreement | Undertaking, perspective: str) -> AgendaItem:
    day = _last_day(entry)
    why = Text(sv="{what} går ut {day}.", en="{what} ends on {day}.")
    if day < at.today:
        why = Text(sv="{what} gick ut {day}.", en="{what} ended on {day}.")
    return _item(
        at.meeting,
        source="expiry",
        about=f"{name_of(type(entry))}/{entry.id}",
        kind="decision",
        perspective=perspective,
        title=entry.title,
        why=why.format(what=called(entry), day=day),
        minutes=15,
    )


def _item(
    meeting: Meeting,
    *,
    source: ItemSource,
    about: str,
    kind: ItemKind,
    title: Text,
    why: Text,
    perspective: str | None = None,
    indicators: tuple[str, ...] = (),
    minutes: int = OTHER_MINUTES,
) -> AgendaItem:
    """An item without a place yet."""
    return AgendaItem(
        id="",
        meeting_id=meeting.id,
        position=0,
        kind=kind,
        title=title,
        perspective=perspective,
        indicators=indicators,
        minutes=minutes,
        why=why,
        source=source,
        about=about,
    )
