"""What the register holds, as the rest of the product reads it: frozen records without a database behind them.

The kinds stand by subject in `governance.model`; here they meet, in the order they rest on each other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar, get_args, get_type_hints

from pydantic import ConfigDict, with_config

from governance.model.agreements import Agreement, Clause, Consultation, Revision, Undertaking
from governance.model.context import Event, EventKind, Milestone
from governance.model.decisions import (
    Action,
    ActionUpdate,
    Alternative,
    CostSplit,
    Decision,
    Figure,
    FollowUp,
    PriceLevel,
    Recalculation,
    Target,
    UnitCostSplit,
)
from governance.model.improvement import Alignment, Cycle, Evaluation, Risk, TargetGroup, Word
from governance.model.meetings import AgendaItem, Amendment, Approval, Attendance, ItemMinutes, Meeting, Minutes, Yearly
from governance.model.members import Body, Confirmation, Seat, Term, Unit, UnitChange
from governance.model.review import AnnualReview, Conclusion, Gap, Proposal, ReviewStep, StepName, Voice
from governance.model.shape import Entry, Lane, Organisation, Party, id_of

__all__ = [
    "KINDS",
    "Action",
    "ActionUpdate",
    "AgendaItem",
    "Agreement",
    "Alignment",
    "Alternative",
    "Amendment",
    "AnnualReview",
    "Approval",
    "Attendance",
    "Body",
    "Clause",
    "Conclusion",
    "Confirmation",
    "Consultation",
    "Contents",
    "CostSplit",
    "Cycle",
    "Decision",
    "Entry",
    "Evaluation",
    "Event",
    "EventKind",
    "Figure",
    "FollowUp",
    "Gap",
    "ItemMinutes",
    "Lane",
    "Meeting",
    "Milestone",
    "Minutes",
    "Organisation",
    "Party",
    "PriceLevel",
    "Proposal",
    "Recalculation",
    "ReviewStep",
    "Revision",
    "Risk",
    "Seat",
    "StepName",
    "Target",
    "TargetGroup",
    "Term",
    "Undertaking",
    "Unit",
    "UnitChange",
    "UnitCostSplit",
    "Voice",
    "Word",
    "Yearly",
    "id_of",
]

AnyEntry = TypeVar("AnyEntry", bound=Entry)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Contents:
    """The whole register, each kind in its own order; a kind comes after those it refers to."""

    bodies: tuple[Body, ...] = ()
    seats: tuple[Seat, ...] = ()
    terms: tuple[Term, ...] = ()
    units: tuple[Unit, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    item_minutes: tuple[ItemMinutes, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    approvals: tuple[Approval, ...] = ()
    decisions: tuple[Decision, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    actions: tuple[Action, ...] = ()
    action_updates: tuple[ActionUpdate, ...] = ()
    targets: tuple[Target, ...] = ()
    recalculations: tuple[Recalculation, ...] = ()
    cost_splits: tuple[CostSplit, ...] = ()
    unit_cost_splits: tuple[UnitCostSplit, ...] = ()
    price_levels: tuple[PriceLevel, ...] = ()
    unit_changes: tuple[UnitChange, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    revisions: tuple[Revision, ...] = ()
    clauses: tuple[Clause, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    target_groups: tuple[TargetGroup, ...] = ()
    annual_reviews: tuple[AnnualReview, ...] = ()
    gaps: tuple[Gap, ...] = ()
    voices: tuple[Voice, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    review_steps: tuple[ReviewStep, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    risks: tuple[Risk, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    words: tuple[Word, ...] = ()
    yearly: tuple[Yearly, ...] = ()
    events: tuple[Event, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Everything in it, each entry after those it refers to."""
        return tuple(entry for name in KINDS for entry in getattr(self, name))

    def of(self, kind: type[AnyEntry], /, **values: object) -> tuple[AnyEntry, ...]:
        """The entries of one kind that have these values.

        >>> from datetime import date
        >>> split = CostSplit(from_on=date(2021, 1, 1), region_share=0.6, decision_id="B-1")
        >>> Contents(cost_splits=(split,)).of(CostSplit, decision_id="B-2")
        ()
        """
        held: tuple[AnyEntry, ...] = getattr(self, PLURAL[kind])
        return tuple(each for each in held if all(getattr(each, name) == value for name, value in values.items()))


KINDS: dict[str, type[Entry]] = {
    field.name: get_args(get_type_hints(Contents)[field.name])[0] for field in fields(Contents)
}
"""Every kind of entry, by its name in `Contents`, in the order they rest on each other."""

PLURAL: dict[type[Entry], str] = {kind: name for name, kind in KINDS.items()}
