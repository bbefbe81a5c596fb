"""The annual review: what a year's needs, services and costs showed, what is lacking, and what was proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from governance.model.decisions import Figure
from governance.model.shape import BodyId, DecisionId, Entry, Refers, SeatId
from metrics.problem import Text

ReviewId = Annotated[str, Refers("annual_review")]
GapId = Annotated[str, Refers("gap")]
StepName = Literal["needs", "services", "gaps", "associations", "proposals", "decisions"]


@dataclass(frozen=True, kw_only=True)
class AnnualReview(Entry):
    """One year gone through step by step: which year, beside which earlier one, and for whom.

    In      groups  ids of the target groups looked at; none means all of them
    """

    ORDER: ClassVar[tuple[str, ...]] = ("year", "id")

    id: str
    year: int
    against: int
    groups: tuple[str, ...] = ()
    started_on: date


@dataclass(frozen=True, kw_only=True)
class Gap(Entry):
    """A need that the services do not answer well enough, as a review saw it, and what answers it now.

    In      domain    of the 22 of CAN
            group     id of the target group it concerns; "" for all users
            evidence  the figures it was seen in, as they stood then
            service, decision_id, owner  the answer: what is offered, what was decided, and the seat that sees to it
    Rule    it is answered once somebody owns it and there is a service or a decision
    """

    ORDER: ClassVar[tuple[str, ...]] = ("review_id", "domain", "id")

    id: str
    review_id: ReviewId
    domain: int
    group: str = ""
    text: Text
    evidence: tuple[Figure, ...] = ()
    service: Text | None = None
    decision_id: DecisionId | None = None
    owner: SeatId | None = None

    @property
    def is_answered(self) -> bool:
        """Whether somebody owns it, and something is offered or decided."""
        return self.owner is not None and (self.service is not None or self.decision_id is not None)


@dataclass(frozen=True, kw_only=True)
class Voice(Entry):
    """What one association says of the year, in its own words."""

    KEY: ClassVar[tuple[str, ...]] = ("review_id", "body_id")

    review_id: ReviewId
    body_id: BodyId
    said_on: date
    text: Text


@dataclass(frozen=True, kw_only=True)
class Proposal(Entry):
    """What a review proposes to the committee.

    Rule    where it has come is not written here: its item on an agenda names it, and a decision names its item
    """

    id: str
    review_id: ReviewId
    gap_id: GapId | None = None
    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class ReviewStep(Entry):
    """How the review group reads one step of the review, and when it was done with it.

    In      seat_id  who wrote it last
    """

    KEY: ClassVar[tuple[str, ...]] = ("review_id", "step")

    review_id: ReviewId
    step: StepName
    text: Text
    seat_id: SeatId
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Conclusion(Entry):
    """What the review comes to as a whole; with its last day the review is finished and stands as it is.

    In      release_id  the release its figures were read from
    """

    KEY: ClassVar[tuple[str, ...]] = ("review_id",)

    review_id: ReviewId
    text: Text
    concluded_on: date | None = None
    release_id: str = ""
