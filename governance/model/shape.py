"""What every kind of entry has in common: it is frozen, has an id, an order, and references to other kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

Organisation = Literal["region", "municipality"]
Lane = Literal["region", "municipality", "joint"]
Party = Literal["region", "municipality", "association"]
Direction = Literal["increase", "decrease"]


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of an entry of the kind `to`; the database keeps such references whole."""

    to: str


BodyId = Annotated[str, Refers("body")]
SeatId = Annotated[str, Refers("seat")]
UnitId = Annotated[str, Refers("unit")]
MeetingId = Annotated[str, Refers("meeting")]
ItemId = Annotated[str, Refers("agenda_item")]
DecisionId = Annotated[str, Refers("decision")]
ActionId = Annotated[str, Refers("action")]
AgreementId = Annotated[str, Refers("agreement")]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something the register holds.

    In      KEY    the fields that tell one entry of the kind from another; together they are its id
            ORDER  the fields it is listed by
            FOUND  fields it is often searched by, each with an index that also has the order
    """

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    ORDER: ClassVar[tuple[str, ...]] = ("id",)
    FOUND: ClassVar[tuple[str, ...]] = ()


def id_of(entry: Entry) -> str:
    """The id an entry is known by: its own, or what tells it from others of its kind.

    >>> from datetime import date
    >>> from governance.entries import CostSplit
    >>> id_of(CostSplit(from_on=date(2021, 1, 1), region_share=0.6, decision_id="B-1"))
    '2021-01-01'
    """
    return "/".join(str(getattr(entry, name)) for name in entry.KEY)
