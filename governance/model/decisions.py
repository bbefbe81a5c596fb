"""Decisions and what follows from them: follow-ups, actions, and the dated numbers a decision sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from governance.model.shape import ActionId, DecisionId, Direction, Entry, ItemId, Organisation, UnitId
from metrics.problem import Text

DecisionKind = Literal["target", "volume", "cost", "service", "routine", "agreement", "membership", "limits", "other"]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A published figure as it stood when it was cited: it never changes after."""

    indicator_id: str
    organisation: Organisation
    period: str
    shown: str
    release_id: str


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """What was considered and not chosen, and why not."""

    text: Text
    reason: Text


@dataclass(frozen=True, kw_only=True)
class Decision(Entry):
    """What the committee decided and why.

    In      indicators  ids of the indicators the decision is about; may be none
            consensus   None where it was not written down
            mandate_…   what gave each side the right to decide, e.g. its delegation
            supersedes  the decision it takes the place of
    """

    ORDER: ClassVar[tuple[str, ...]] = ("decided_on", "id")

    id: str
    decided_on: date
    title: Text
    text: Text
    reason: Text
    indicators: tuple[str, ...] = ()
    kind: DecisionKind = "other"
    item_id: ItemId | None = None
    consequence_region: Text | None = None
    consequence_municipality: Text | None = None
    consequence_users: Text | None = None
    mandate_region: Text | None = None
    mandate_municipality: Text | None = None
    consensus: bool | None = None
    other_views: Text | None = None
    evidence: tuple[Figure, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    review_on: date | None = None
    supersedes: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUp(Entry):
    """One organisation's account of what came of a decision, and the day it was to be given by."""

    KEY: ClassVar[tuple[str, ...]] = ("decision_id", "organisation", "due_on")
    ORDER: ClassVar[tuple[str, ...]] = ("due_on", "id")

    decision_id: DecisionId
    organisation: Organisation
    due_on: date
    recorded_on: date | None = None
    outcome: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Action(Entry):
    """What somebody has promised to do, for which organisation, by when, and what it is to change.

    In      owner, co_owner  roles or seats, never names
            expects_…        the indicator it is to move, which way, and the day that is to show
    """

    ORDER: ClassVar[tuple[str, ...]] = ("due_on", "id")
    FOUND: ClassVar[tuple[str, ...]] = ("status", "organisation")

    id: str
    title: Text
    text: Text | None = None
    organisation: Organisation
    owner: str = ""
    co_owner: str | None = None
    opened_on: date
    due_on: date | None
    closed_on: date | None = None
    status: Literal["open", "under_way", "done", "cancelled"] = "open"
    decision_id: DecisionId | None = None
    item_id: ItemId | None = None
    unit_id: UnitId | None = None
    expects_indicator: str | None = None
    expects_direction: Direction | None = None
    expects_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ActionUpdate(Entry):
    """What has been done about an action since last, with links to what shows it."""

    ORDER: ClassVar[tuple[str, ...]] = ("on", "id")

    id: str
    action_id: ActionId
    on: date
    text: Text
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Target(Entry):
    """The value one organisation is to reach, from one day to another, by a decision.

    In      end_value  of a trajectory: where the level, rising or falling evenly from `value`, has come on `to_on`
    Rule    shares are 0-1; `to_on` is the last day it holds, None while it is in force
    """

    KEY: ClassVar[tuple[str, ...]] = ("indicator_id", "organisation", "from_on")
    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "indicator_id", "organisation")

    indicator_id: str
    organisation: Organisation
    value: float
    end_value: float | None = None
    from_on: date
    to_on: date | None = None
    decision_id: DecisionId


@dataclass(frozen=True, kw_only=True)
class Recalculation(Entry):
    """From this day the control limits of one indicator and organisation start anew, by a decision."""

    KEY: ClassVar[tuple[str, ...]] = ("indicator_id", "organisation", "from_on")
    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "indicator_id", "organisation")

    indicator_id: str
    organisation: Organisation
    from_on: date
    reason: Text
    decision_id: DecisionId


@dataclass(frozen=True, kw_only=True)
class CostSplit(Entry):
    """The region's agreed part (0-1) of the joint costs; the municipality carries the rest."""

    KEY: ClassVar[tuple[str, ...]] = ("from_on",)
    ORDER: ClassVar[tuple[str, ...]] = ("from_on",)

    from_on: date
    to_on: date | None = None
    region_share: float
    decision_id: DecisionId


@dataclass(frozen=True, kw_only=True)
class UnitCostSplit(Entry):
    """The region's agreed part (0-1) of one unit's costs, where it is not the part agreed for all."""

    KEY: ClassVar[tuple[str, ...]] = ("unit_id", "from_on")
    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "unit_id")

    unit_id: UnitId
    from_on: date
    to_on: date | None = None
    region_share: float
    decision_id: DecisionId


@dataclass(frozen=True, kw_only=True)
class PriceLevel(Entry):
    """One year's level of the price index that the committee compares costs by, as published on a day.

    In      name, source  which index, and who publishes it
            base_year     the year whose level is 100
    Rule    an index is revised: of one year's levels the one published last is in force
    """

    KEY: ClassVar[tuple[str, ...]] = ("year", "published_on")
    ORDER: ClassVar[tuple[str, ...]] = ("year", "published_on")

    year: int
    value: float
    name: Text
    source: Text
    base_year: int
    published_on: date
    decision_id: DecisionId
