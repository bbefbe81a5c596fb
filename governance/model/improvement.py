"""How the committee learns: cycles, evaluations, risks, target groups, what is made alike, words in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from governance.model.shape import AgreementId, DecisionId, Entry, Lane, Organisation
from metrics.problem import Text

HALF_A_YEAR = timedelta(days=180)
"""How long an evaluation waits for a response, and how long before its end something is taken up, before it is said."""
AlignmentStatus = Literal["none", "under_way", "in_use"]


@dataclass(frozen=True, kw_only=True)
class Cycle(Entry):
    """One turn of plan, do, study, act, with a measure before and after.

    In      before, after  the indicator's value; both are needed for the result to count as measured
    """

    ORDER: ClassVar[tuple[str, ...]] = ("started_on", "id")

    id: str
    title: Text
    organisation: Organisation
    indicator_id: str | None = None
    started_on: date
    closed_on: date | None = None
    plan: Text
    do: Text | None = None
    study: Text | None = None
    act: Text | None = None
    before: float | None = None
    after: float | None = None
    decision_id: DecisionId | None = None

    @property
    def is_measured(self) -> bool:
        """Whether the measure is there both before and after."""
        return None not in (self.before, self.after)


@dataclass(frozen=True, kw_only=True)
class Evaluation(Entry):
    """What somebody found when they looked, and what the committee answered."""

    ORDER: ClassVar[tuple[str, ...]] = ("on", "id")

    id: str
    kind: Literal["internal", "external"]
    on: date
    title: Text
    finding: Text
    response: Text | None = None
    responded_on: date | None = None
    decision_id: DecisionId | None = None

    def has_waited(self, today: date) -> bool:
        """Whether the committee has left it without a response for half a year."""
        return self.response is None and today - self.on > HALF_A_YEAR


@dataclass(frozen=True, kw_only=True)
class TargetGroup(Entry):
    """A group of users: seen, then included, with a service of its own or a gap.

    Rule    its id is the one the figures carry, where there are figures
    """

    id: str
    name: Text
    identified_on: date
    included_on: date | None = None
    service: Text | None = None
    gap: Text | None = None
    decision_id: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class Risk(Entry):
    """What may go wrong, where it would show, and when it is looked at again."""

    ORDER: ClassVar[tuple[str, ...]] = ("review_on", "id")

    id: str
    title: Text
    text: Text
    organisation: Lane
    severity: Literal["low", "middle", "high"]
    indicators: tuple[str, ...] = ()
    agreement_id: AgreementId | None = None
    review_on: date
    status: Literal["open", "closed", "cancelled"] = "open"


@dataclass(frozen=True, kw_only=True)
class Alignment(Entry):
    """A routine, form, guideline or system the two sides make alike: how far each has come."""

    id: str
    kind: Literal["routine", "referral_form", "guideline", "it"]
    title: Text
    region: AlignmentStatus
    municipality: AlignmentStatus
    review_on: date | None = None
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Word(Entry):
    """One word of the glossary, and what each organisation means by it."""

    id: str
    word: Text
    region: Text
    municipality: Text
    together: Text | None = None
