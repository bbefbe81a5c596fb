"""What happened around the committee: context, agreements, services opened and closed, and its earlier history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from governance.model.shape import Entry, Lane
from metrics.problem import Text

EventKind = Literal["context", "agreement", "service_opened", "service_closed"]
Element = Literal["intervention", "practice setting", "ecological system"]


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """Something that happened and may be seen in the figures: marked on the charts, never called a cause.

    In      organisation  whose event it is; "joint" for both organisations, and for the world around them
            indicators, units  ids of what it concerns; none means everything
    """

    ORDER: ClassVar[tuple[str, ...]] = ("on", "id")

    id: str
    kind: EventKind
    on: date
    title: Text
    text: Text
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    organisation: Lane


@dataclass(frozen=True, kw_only=True)
class Milestone(Entry):
    """One line of a committee's history by years, coded by somebody who has read its minutes.

    In      kind         structure, service, agreement, evaluation, learning, finance, membership, target-group
            lane, theme  the element of the Dynamic Sustainability Framework, and one of the four themes
            status       done, planned, proposed, blocked, problem …
            responds_to  the milestone it answers, "" for none
            source       whose coding it is and of what
    """

    ORDER: ClassVar[tuple[str, ...]] = ("from_year", "id")

    id: str
    from_year: int
    to_year: int
    title: Text
    kind: str
    lane: Element
    theme: str
    status: str
    actor: str = ""
    target_group: str = ""
    responds_to: str = ""
    source: str
