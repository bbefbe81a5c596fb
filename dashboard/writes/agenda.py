"""What the forms about an agenda and attendance write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, get_args

from dashboard import data
from dashboard.components import meeting_reading as reading
from dashboard.texts import meetings as say
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance import arranging, minutes
from governance.entries import AgendaItem, Attendance, Meeting, Minutes
from governance.model.meetings import ItemKind
from metrics import catalogue
from metrics.indicator import Perspective
from metrics.problem import UserProblem

LONGEST_ITEM: Final = 240


def accept_draft(sent: Sent) -> Saved:
    """Put the ticked items of the draft on the agenda.

    Fails   agenda_too_long
    """
    meeting = sent.needed("meeting_id")
    chosen = sent.many("about")
    draft = reading.drafted(meeting)
    own = [each for each in (*draft.items, *draft.left_out) if each.about in chosen]
    first = _last(sent, meeting) + 1
    items = [
        replace(item, id=f"{meeting}-{first + number}", position=first + number) for number, item in enumerate(own)
    ]
    _must_fit(sent, meeting, sum(item.minutes for item in items))
    arranging.accept(sent.register, items, by=sent.by)
    return Saved(said=say.ITEMS_ADDED.format(n=len(items)))


def add_item(sent: Sent) -> Saved:
    """Put an item of the secretary's own last on the agenda."""
    meeting = sent.needed("meeting_id")
    position = _last(sent, meeting) + 1
    blank = AgendaItem(
        id=f"{meeting}-{position}",
        meeting_id=meeting,
        position=position,
        kind="discussion",
        title=sent.words("title"),
    )
    item = _filled(sent, blank)
    _must_fit(sent, meeting, item.minutes)
    sent.register.add(item, by=sent.by)
    return Saved(said=say.ITEMS_ADDED.format(n=1))


def change_item(sent: Sent) -> Saved:
    """Change an item: its words, kind, minutes, who presents it."""
    before = sent.held(AgendaItem, sent.one("id")).entry
    item = _filled(sent, before)
    _must_fit(sent, item.meeting_id, item.minutes - before.minutes)
    sent.register.change(item, sent.seen, by=sent.by)
    return Saved()


def add_last(sent: Sent, item: AgendaItem) -> None:
    """Put a drafted item last on its meeting's agenda.

    Fails   agenda_too_long
    """
    position = _last(sent, item.meeting_id) + 1
    _must_fit(sent, item.meeting_id, item.minutes)
    sent.register.add(replace(item, id=f"{item.meeting_id}-{position}", position=position), by=sent.by)


def move_item(sent: Sent) -> Saved:
    """Put an item one step earlier or later."""
    arranging.move(sent.register, sent.one("id"), sent.seen, -1 if sent.one("way") == "up" else 1, by=sent.by)
    return Saved(said=say.ITEM_MOVED)


def remove_item(sent: Sent) -> Saved:
    """Take an item from the agenda, with the reason: it stays in the register, and is not drafted again."""
    sent.register.cancel(AgendaItem, sent.one("id"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved(said=say.ITEM_REMOVED)


def take_attendance(sent: Sent) -> Saved:
    """Note who came; the meeting is then held, and its minutes begin.

    Rule    only what the writer has changed is written, and never over what another has noted meanwhile; before the day
            of the meeting only apologies can be noted, and the meeting stays planned
    Fails   meeting_ahead
    """
    meeting = sent.held(Meeting, sent.needed("meeting_id"))
    everybody, is_ahead = sent.one("all") == "yes", meeting.entry.held_on > data.today()
    if everybody and is_ahead:
        raise UserProblem("meeting_ahead", say.ATTENDANCE_AHEAD.format(day=meeting.entry.held_on))
    seats = reading.seats_of(sent.register.contents(), meeting.entry.held_on)
    written: list[tuple[Any, int]] = []
    for seat in seats:
        held = sent.register.held(Attendance, f"{meeting.entry.id}/{seat.id}")
        now = held.entry.status if held else ""
        status = "present" if everybody and not now else sent.one(f"seat {seat.id}")
        if status in ("", now, sent.one(f"was {seat.id}")):
            continue
        if now != sent.one(f"was {seat.id}"):
            raise FieldProblem(f"seat {seat.id}", say.ATTENDANCE_CHANGED.format(status=say.ATTENDANCE[now]))
        if status not in say.ATTENDANCE:
            raise FieldProblem(f"seat {seat.id}", say.ATTENDANCE_CHOOSE)
        if is_ahead and status != "apologies":
            raise FieldProblem(f"seat {seat.id}", say.ATTENDANCE_AHEAD.format(day=meeting.entry.held_on))
        came: Any = status
        entry = Attendance(meeting_id=meeting.entry.id, seat_id=seat.id, status=came)
        written.append((entry, held.version if held else 0))
    if written and not is_ahead and meeting.entry.status == "planned":
        written.append((replace(meeting.entry, status="held"), meeting.version))
    if written and not is_ahead and sent.register.held(Minutes, meeting.entry.id) is None:
        written.append((Minutes(meeting_id=meeting.entry.id), 0))
    sent.register.write_all(written, by=sent.by)
    return Saved(said=say.ATTENDANCE_SAVED)


def begin_minutes(sent: Sent) -> Saved:
    """Begin the minutes of a meeting whose day has come.

    Fails   meeting_ahead
    """
    meeting = sent.held(Meeting, sent.needed("meeting_id")).entry
    must_have_come(meeting)
    minutes.begin(sent.register, meeting.id, by=sent.by)
    return Saved(said=say.MINUTES_BEGUN)


def must_have_come(meeting: Meeting) -> None:
    """Refuse what can only come of a meeting before its day.

    Fails   meeting_ahead
    """
    if meeting.held_on > data.today():
        raise UserProblem("meeting_ahead", say.MEETING_AHEAD.format(day=meeting.held_on))


WRITES: Final[Mapping[str, Write]] = {
    "agenda_accept": accept_draft,
    "item_add": add_item,
    "item_change": change_item,
    "item_move": move_item,
    "item_remove": remove_item,
    "attendance": take_attendance,
    "minutes_begin": begin_minutes,
}


def _filled(sent: Sent, item: AgendaItem) -> AgendaItem:
    indicators = tuple(dict.fromkeys(sent.one("indicators").upper().replace(",", " ").split()))
    known = {each.id for each in catalogue.catalogue()}
    if unknown := [each for each in indicators if each not in known]:
        raise FieldProblem("indicators", say.INDICATOR_UNKNOWN.format(id=unknown[0]))
    return replace(
        item,
        title=sent.words("title", item.title),
        kind=sent.chosen("kind", get_args(ItemKind)),
        perspective=sent.chosen("perspective", ("", *get_args(Perspective))) or None,
        indicators=indicators,
        presenter=sent.one("presenter") or None,
        minutes=sent.whole("minutes", 1, LONGEST_ITEM) or item.minutes,
    )


def _last(sent: Sent, meeting: str) -> int:
    """The last position there is, of items taken away too: their ids are never used again."""
    return max((each.entry.position for each in sent.register.held_all(AgendaItem, meeting_id=meeting)), default=0)


def _must_fit(sent: Sent, meeting_id: str, more: int) -> None:
    """Refuse what the meeting has no time for.

    Fails   agenda_too_long, with the minutes there are
    """
    meeting = sent.held(Meeting, meeting_id).entry
    items = sent.register.held_all(AgendaItem, meeting_id=meeting_id)
    planned = sum(each.entry.minutes for each in items if each.cancelled is None)
    if more > 0 and planned + more > meeting.minutes:
        room = meeting.minutes - planned
        raise UserProblem("agenda_too_long", say.TOO_LONG.format(room=room, over=more - room, most=meeting.minutes))
