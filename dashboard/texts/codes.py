"""What a field of an entry is called where it holds one of a few fixed words: by kind, field and word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.texts import (
    agreements,
    alignments,
    bodies,
    decisions,
    happenings,
    meetings,
    members,
    minutes,
    risks,
    timeline,
    undertakings,
)
from dashboard.texts import unit_entries as units
from governance.entries import (
    Action,
    AgendaItem,
    Alignment,
    Amendment,
    Attendance,
    Body,
    Clause,
    Decision,
    Entry,
    Evaluation,
    Event,
    Meeting,
    Milestone,
    Minutes,
    ReviewStep,
    Risk,
    Seat,
    Undertaking,
    Unit,
    UnitChange,
    Yearly,
)
from governance.words import STEPS
from metrics.problem import Text

_ANYWHERE: Final[Mapping[str, Mapping[str, Text]]] = {
    "organisation": decisions.LANES,
    "owner": decisions.LANES,
    "called_by": meetings.LANES,
    "party": members.PARTIES,
    "severity": risks.SEVERITIES,
    "chairs": members.CHAIRS,
    "expects_direction": decisions.DIRECTIONS,
    "perspective": meetings.PERSPECTIVES,
}
"""By the field, where every kind that has it means the same."""
_OWN: Final[Mapping[tuple[type[Entry], str], Mapping[str, Text]]] = {
    (Action, "status"): decisions.STATUSES,
    (AgendaItem, "kind"): meetings.KINDS,
    (AgendaItem, "source"): meetings.SOURCES,
    (AgendaItem, "status"): {**meetings.ITEM_STATUSES, "cancelled": decisions.STATUSES["cancelled"]},
    (Alignment, "kind"): alignments.KINDS,
    (Alignment, "region"): alignments.STATUSES,
    (Alignment, "municipality"): alignments.STATUSES,
    (Amendment, "part"): {
        "background": meetings.BACKGROUND,
        "discussion": meetings.DISCUSSION,
        "views": meetings.VIEWS,
        "conclusion": meetings.CONCLUSION,
    },
    (Amendment, "status"): minutes.AMENDMENT_STATUSES,
    (Attendance, "status"): meetings.ATTENDANCE,
    (Body, "kind"): bodies.KINDS,
    (Clause, "kind"): agreements.CLAUSE_KIND,
    (Decision, "kind"): decisions.DECISION_KINDS,
    (Evaluation, "kind"): happenings.EVALUATION_KINDS,
    (Event, "kind"): happenings.EVENT_KINDS,
    (Meeting, "status"): meetings.STATUSES,
    (Milestone, "lane"): timeline.LANES,
    (Minutes, "status"): meetings.MINUTES_STATUSES,
    (ReviewStep, "step"): STEPS,
    (Risk, "status"): risks.STATUSES,
    (Seat, "kind"): members.KINDS,
    (Undertaking, "kind"): undertakings.KINDS,
    (Unit, "owner"): units.OWNED,
    (UnitChange, "kind"): units.CHANGES,
    (Yearly, "kind"): meetings.KINDS,
}


def coded(kind: type[Entry], field: str, kept: str) -> Text | None:
    """What a fixed word is called on the pages; None where the field holds something else.

    >>> coded(Meeting, "status", "cancelled").sv, coded(Action, "status", "cancelled").sv
    ('Inställt', 'återkallad')
    """
    return _OWN.get((kind, field), _ANYWHERE.get(field, {})).get(kept)
