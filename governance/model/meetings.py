"""Meetings: who came, what was on the agenda, what was said, and how the minutes became the committee's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from governance.model.shape import Entry, ItemId, Lane, MeetingId, Organisation, SeatId
from metrics.problem import Text

ItemKind = Literal["information", "discussion", "decision"]
ItemSource = Literal[
    "minutes", "signal", "overdue", "effect_review", "expiry", "raised", "review", "annual", "secretary"
]
MinutesStatus = Literal["draft", "circulated", "locked"]
MinutesPart = Literal["background", "discussion", "views", "conclusion"]


@dataclass(frozen=True, kw_only=True)
class Meeting(Entry):
    """One meeting of the committee, held, planned or cancelled.

    In      called_by  whose turn it was to call it
            minutes    how long it may last
    """

    ORDER: ClassVar[tuple[str, ...]] = ("held_on", "id")

    id: str
    held_on: date
    starts_at: str = "13:00"
    minutes: int = 120
    place: Text | None = None
    called_by: Lane = "joint"
    status: Literal["planned", "held", "cancelled"] = "planned"


@dataclass(frozen=True, kw_only=True)
class Attendance(Entry):
    """Whether a seat was taken at a meeting; a substitute's presence is written on the seat it filled."""

    KEY: ClassVar[tuple[str, ...]] = ("meeting_id", "seat_id")

    meeting_id: MeetingId
    seat_id: SeatId
    status: Literal["present", "substitute", "apologies", "absent"]


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Entry):
    """One point of a meeting's agenda, and why it is there.

    In      perspective  the scorecard's: needs, process, resources, learning or governance
            presenter    the seat that presents it
            why, source  the reason it was drafted, and by what
            about        the entry it is about, "action/A-2021-004", or ""
    """

    ORDER: ClassVar[tuple[str, ...]] = ("meeting_id", "position", "id")
    FOUND: ClassVar[tuple[str, ...]] = ("about",)

    id: str
    meeting_id: MeetingId
    position: int
    kind: ItemKind
    title: Text
    perspective: str | None = None
    indicators: tuple[str, ...] = ()
    presenter: SeatId | None = None
    minutes: int = 10
    why: Text | None = None
    source: ItemSource = "secretary"
    about: str = ""
    status: Literal["planned", "taken", "postponed", "cancelled"] = "planned"


@dataclass(frozen=True, kw_only=True)
class Yearly(Entry):
    """What the committee takes up every year in the same month, whatever has happened.

    Rule    a committee that has written none of its own has the round in `governance.annual`
    """

    ORDER: ClassVar[tuple[str, ...]] = ("month", "id")

    id: str
    month: int
    title: Text
    perspective: str | None = None
    kind: ItemKind = "discussion"
    minutes: int = 20


@dataclass(frozen=True, kw_only=True)
class ItemMinutes(Entry):
    """What was said of one point of the agenda, in the same four parts every time."""

    KEY: ClassVar[tuple[str, ...]] = ("item_id",)

    item_id: ItemId
    background: Text | None = None
    discussion: Text | None = None
    views: Text | None = None
    conclusion: Text


@dataclass(frozen=True, kw_only=True)
class Minutes(Entry):
    """A meeting's minutes as a whole: how far they have come, and the hash of what was locked.

    In      edition  1, and one more for every correction once they have been sent out
            why      what the correction is about; None for the first edition
            sha256   of everything the locked edition says
    """

    KEY: ClassVar[tuple[str, ...]] = ("meeting_id",)

    meeting_id: MeetingId
    status: MinutesStatus = "draft"
    edition: int = 1
    why: Text | None = None
    circulated_on: date | None = None
    locked_on: date | None = None
    sha256: str | None = None


@dataclass(frozen=True, kw_only=True)
class Amendment(Entry):
    """A wish for another wording, by someone who was there, and what became of it.

    In      part  which of the four parts of the item's minutes the wish is about
    """

    ORDER: ClassVar[tuple[str, ...]] = ("proposed_on", "id")

    id: str
    meeting_id: MeetingId
    item_id: ItemId
    seat_id: SeatId
    edition: int = 1
    proposed_on: date
    part: MinutesPart = "conclusion"
    text: Text
    status: Literal["proposed", "accepted", "declined"] = "proposed"
    answer: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Approval(Entry):
    """One organisation's approval of one edition of the minutes, by the hash of what it read.

    Rule    it holds for that text alone: of minutes that have been changed since, it approves nothing
    """

    KEY: ClassVar[tuple[str, ...]] = ("meeting_id", "organisation", "edition", "sha256")
    ORDER: ClassVar[tuple[str, ...]] = ("approved_on", "id")

    meeting_id: MeetingId
    organisation: Organisation
    edition: int = 1
    seat_id: SeatId
    approved_on: date
    sha256: str
