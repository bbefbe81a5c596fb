"""Who is at the table: bodies, seats and their terms, units with two leaders, and what the leaders confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from governance.model.shape import BodyId, DecisionId, Entry, Lane, Organisation, Party, SeatId, UnitId
from metrics.problem import Text

BodyKind = Literal["organisation", "association", "partner"]
SeatKind = Literal["permanent", "substitute", "co_opted", "invited"]
UnitChangeKind = Literal["opened", "closed", "renamed", "merged", "split", "owner", "leader"]


@dataclass(frozen=True, kw_only=True)
class Body(Entry):
    """An organisation, an association of users or relatives, or a partner outside the committee.

    In      to_on  the last day it took part; it stays in the register
    """

    id: str
    kind: BodyKind
    name: Text
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Seat(Entry):
    """A place at the table, by role and never by name of person.

    In      party       whose seat it is: what quorum and attendance are counted by
            deputy_for  of a substitute: the seat it stands in for
    """

    ORDER: ClassVar[tuple[str, ...]] = ("party", "id")

    id: str
    party: Party
    body_id: BodyId | None = None
    title: Text
    kind: SeatKind = "permanent"
    deputy_for: SeatId | None = None
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """Someone's time on a seat; those who have left stay as alumni.

    In      holder  the holder's post or initials, as the committee writes it
            chairs  chair or secretary for the time, where that is so
    """

    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "id")

    id: str
    seat_id: SeatId
    holder: str
    chairs: Literal["chair", "vice_chair", "secretary"] | None = None
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """A unit the two organisations run together, with one leader from each.

    Rule    its id is the one the figures carry
    """

    id: str
    name: Text
    kind: str
    owner: Lane = "joint"
    region_leader: SeatId | None = None
    municipality_leader: SeatId | None = None
    opened_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class UnitChange(Entry):
    """A dated change of a unit: its series go on, with a mark.

    In      into  of a merger or a split: the ids of the units it became
    """

    ORDER: ClassVar[tuple[str, ...]] = ("on", "id")

    id: str
    unit_id: UnitId
    kind: UnitChangeKind
    on: date
    text: Text
    into: tuple[str, ...] = ()
    decision_id: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class Confirmation(Entry):
    """A unit's leader has read the period's figures with the staff, and may raise something to the committee.

    In      period  e.g. "2025-Q4"
            raised  what the leader wants on the committee's agenda; None for nothing
    """

    KEY: ClassVar[tuple[str, ...]] = ("unit_id", "organisation", "period")
    ORDER: ClassVar[tuple[str, ...]] = ("confirmed_on", "id")

    unit_id: UnitId
    organisation: Organisation
    period: str
    confirmed_on: date
    note: Text | None = None
    raised: Text | None = None
