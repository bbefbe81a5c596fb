"""What the register holds, as the rest of the product reads it: frozen records without a database behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import ConfigDict, with_config

from metrics.problem import Text

Organisation = Literal["region", "municipality"]
Lane = Literal["region", "municipality", "joint"]
EventKind = Literal["context", "agreement", "service_opened", "service_closed"]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the committee decided and why.

    In      indicators  ids of the indicators the decision is about; may be none
    """

    id: str
    decided_on: date
    title: Text
    text: Text
    reason: Text
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Target:
    """The value one organisation is to reach, from one day to another, by a decision.

    In      end_value  of a trajectory: where the level, rising or falling evenly from `value`, has come on `to_on`
    Rule    shares are 0-1; `to_on` is the last day it holds, None while it is in force
    """

    indicator_id: str
    organisation: Organisation
    value: float
    end_value: float | None = None
    from_on: date
    to_on: date | None = None
    decision_id: str


@dataclass(frozen=True, kw_only=True)
class Recalculation:
    """From this day the control limits of one indicator and organisation start anew, by a decision."""

    indicator_id: str
    organisation: Organisation
    from_on: date
    reason: Text
    decision_id: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened and may be seen in the figures: marked on the charts, never called a cause.

    In      organisation  whose event it is; "joint" for both organisations, and for the world around them
            indicators, units  ids of what it concerns; none means everything
    """

    id: str
    kind: EventKind
    on: date
    title: Text
    text: Text
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    organisation: Lane


@dataclass(frozen=True, kw_only=True)
class CostSplit:
    """The region's agreed part (0-1) of the joint costs; the municipality carries the rest."""

    from_on: date
    to_on: date | None = None
    region_share: float
    decision_id: str


@dataclass(frozen=True, kw_only=True)
class PriceLevel:
    """One year's level of the price index that the committee compares costs by, as published on a day.

    In      name, source  which index, and who publishes it
            base_year     the year whose level is 100
    Rule    an index is revised: of one year's levels the one published last is in force
    """

    year: int
    value: float
    name: Text
    source: Text
    base_year: int
    published_on: date
    decision_id: str


Entry = Decision | Target | Recalculation | Event | CostSplit | PriceLevel


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Contents:
    """The whole register, each kind in date order."""

    decisions: tuple[Decision, ...] = ()
    targets: tuple[Target, ...] = ()
    recalculations: tuple[Recalculation, ...] = ()
    events: tuple[Event, ...] = ()
    cost_splits: tuple[CostSplit, ...] = ()
    price_levels: tuple[PriceLevel, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Everything in it, decisions before what rests on them."""
        dated: tuple[Entry, ...] = (*self.targets, *self.recalculations, *self.cost_splits, *self.price_levels)
        return (*self.decisions, *dated, *self.events)
