"""Agreements between the organisations: revisions, clauses, what the associations said, and what has an end date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from governance.model.shape import AgreementId, BodyId, DecisionId, Entry, Lane, Organisation, UnitId
from metrics.problem import Text


@dataclass(frozen=True, kw_only=True)
class Agreement(Entry):
    """What the parties have agreed on, who keeps the text, and how long it holds.

    In      owner       the organisation that keeps the text and calls for its revision
            parties     ids of bodies
            to_on       last day it holds; None until further notice
            supersedes  the agreement it takes the place of
    """

    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "id")
    FOUND: ClassVar[tuple[str, ...]] = ("to_on",)

    id: str
    title: Text
    text: Text
    owner: Organisation
    parties: tuple[str, ...] = ()
    from_on: date
    to_on: date | None = None
    review_on: date | None = None
    decision_id: DecisionId | None = None
    supersedes: AgreementId | None = None


@dataclass(frozen=True, kw_only=True)
class Revision(Entry):
    """The day an agreement was gone through and confirmed or changed."""

    KEY: ClassVar[tuple[str, ...]] = ("agreement_id", "revised_on")
    ORDER: ClassVar[tuple[str, ...]] = ("revised_on", "id")

    agreement_id: AgreementId
    revised_on: date
    text: Text
    decision_id: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class Clause(Entry):
    """One thing an agreement says, and the indicator that shows whether it is kept.

    In      kind  coordination (each does its own, in step) or collaboration (it is done together)
    """

    KEY: ClassVar[tuple[str, ...]] = ("agreement_id", "number")
    ORDER: ClassVar[tuple[str, ...]] = ("agreement_id", "number")

    agreement_id: AgreementId
    number: int
    text: Text
    kind: Literal["coordination", "collaboration"]
    indicator_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Consultation(Entry):
    """An association was asked about an agreement, and what it answered."""

    KEY: ClassVar[tuple[str, ...]] = ("agreement_id", "body_id", "asked_on")
    ORDER: ClassVar[tuple[str, ...]] = ("asked_on", "id")

    agreement_id: AgreementId
    body_id: BodyId
    asked_on: date
    answered_on: date | None = None
    view: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Undertaking(Entry):
    """A joint project, a post shared by both or money for a time: what ends one day unless somebody sees to it.

    In      region_share  the region's part of the cost, 0-1
    """

    ORDER: ClassVar[tuple[str, ...]] = ("from_on", "id")
    FOUND: ClassVar[tuple[str, ...]] = ("to_on",)

    id: str
    kind: Literal["project", "shared_post", "temporary_funding"]
    title: Text
    organisation: Lane
    from_on: date
    to_on: date | None = None
    amount_sek: float | None = None
    region_share: float | None = None
    agreement_id: AgreementId | None = None
    unit_id: UnitId | None = None
