"""What an entry must keep to be written: one small function for each rule, all run, all reported."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from governance.checks import minuting, reviewing
from governance.checks.writing import Writing
from governance.entries import (
    Action,
    Agreement,
    CostSplit,
    Decision,
    Entry,
    PriceLevel,
    Risk,
    Target,
    UnitCostSplit,
    id_of,
)
from governance.model.tables import references_of
from governance.words import NAMES, called, field_name
from metrics.problem import Text, UserProblem

Check = Callable[[Any, Writing], UserProblem | None]


def problems(entry: Entry, writing: Writing) -> tuple[UserProblem, ...]:
    """Everything that keeps `entry` out of the register."""
    return _found(ENTERING, entry, writing)


def problems_of_leaving(entry: Entry, writing: Writing) -> tuple[UserProblem, ...]:
    """Everything that keeps `entry` from being cancelled."""
    return _found(LEAVING, entry, writing)


def words_are_written(entry: Entry, writing: Writing) -> UserProblem | None:
    """No text is blank in either language, and no word or id that is needed."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        needed = field.default is MISSING
        words = (value.sv, value.en) if isinstance(value, Text) else (value,) if needed else ()
        if not all(word.strip() for word in words if isinstance(word, str)):
            return _problem(
                f"{field.name}_missing",
                entry,
                sv="{field} saknas. Fyll i; texter ska finnas på både svenska och engelska.",
                en="{field} is missing. Fill it in; texts are needed in both Swedish and English.",
                field=field_name(type(entry), field.name),
            )
    return None


def references_exist(entry: Entry, writing: Writing) -> UserProblem | None:
    """What an entry rests on is in the register: a target its decision, an action its meeting's item."""
    for name, kind in references_of(type(entry)):
        value = getattr(entry, name)
        if value is not None and not writing.known.of(kind, id=value):
            return _problem(
                f"{name.removesuffix('_id')}_unknown",
                entry,
                sv="{kind} {id} finns inte i registret. Lägg in det först eller rätta beteckningen.",
                en="{kind} {id} is not in the register. Add it first, or mend its id.",
                kind=NAMES[kind],
                id=value,
            )
    return None


DATES = (
    ("from_on", "to_on"),
    ("opened_on", "closed_on"),
    ("started_on", "closed_on"),
    ("identified_on", "included_on"),
    ("asked_on", "answered_on"),
    ("on", "responded_on"),
    ("from_year", "to_year"),
)


def dates_in_order(entry: Entry, writing: Writing) -> UserProblem | None:
    """The last day is not before the first."""
    for first, last in DATES:
        start, end = getattr(entry, first, None), getattr(entry, last, None)
        if start is not None and end is not None and end < start:
            return _problem(
                "dates_reversed",
                entry,
                sv="Sista dagen, {to}, är före den första, {start}. Byt plats på dem eller rätta den ena.",
                en="The last day, {to}, is before the first, {start}. Swap them or mend one.",
                to=end,
                start=start,
            )
    return None


def trajectory_arrives(entry: Entry, writing: Writing) -> UserProblem | None:
    """A target that changes by the day has a day to arrive on, after the one it sets out from."""
    if not isinstance(entry, Target) or entry.end_value is None:
        return None
    if entry.to_on is not None and entry.to_on > entry.from_on:
        return None
    return _problem(
        "trajectory_without_end",
        entry,
        sv="Målet har ett slutvärde men ingen sista dag efter den första. Ange dagen då slutvärdet ska vara nått, "
        "eller ta bort slutvärdet.",
        en="The target has an end value but no last day after the first. Give the day the end value is to be reached, "
        "or remove the end value.",
    )


def number_is_possible(entry: Entry, writing: Writing) -> UserProblem | None:
    """Targets are finite numbers, the region's part of a cost is between 0 and 1, and a price level is above 0."""
    if isinstance(entry, Target) and not all(math.isfinite(each) for each in (entry.value, entry.end_value or 0.0)):
        return _problem(
            "value_not_a_number", entry, sv="Målvärdet ska vara ett tal.", en="The target's value must be a number."
        )
    share = getattr(entry, "region_share", None)
    if share is not None and not 0 <= share <= 1:
        return _problem(
            "share_out_of_range",
            entry,
            sv="Regionens andel är {share}. Den ska vara mellan 0 och 1, till exempel 0,6 för 60 procent.",
            en="The region's part is {share}. It must be between 0 and 1, for example 0.6 for 60 per cent.",
            share=share,
        )
    if isinstance(entry, PriceLevel) and not 0 < entry.value < math.inf:
        return _problem(
            "level_not_positive",
            entry,
            sv="Prisindexet ska vara ett tal över 0; basårets är 100.",
            en="The price index must be a number above 0; that of its base year is 100.",
        )
    return None


def one_price_index(entry: Entry, writing: Writing) -> UserProblem | None:
    """All levels are of one index with one base year: levels of two cannot be divided by each other."""
    if not isinstance(entry, PriceLevel):
        return None
    same = {(entry.name, entry.base_year)}
    if {(held.name, held.base_year) for held in writing.known.of(PriceLevel)} <= same:
        return None
    return _problem(
        "other_price_index",
        entry,
        sv="Registret har redan ett annat prisindex eller ett annat basår. Använd samma för alla år.",
        en="The register already has another price index or another base year. Use the same for every year.",
    )


def one_entry_per_key(entry: Entry, writing: Writing) -> UserProblem | None:
    """Nothing is written over: what is held under an id is changed as a change, never by adding it anew."""
    if writing.held is None or writing.before is not None:
        return None
    return _problem(
        "already_registered",
        entry,
        sv="Den finns redan i registret med annat innehåll. Inget skrivs över: välj en annan beteckning eller dag.",
        en="It is already in the register with other content. Nothing is written over: choose another id or day.",
    )


SUBJECTS: dict[type[Entry], tuple[str, ...]] = {
    Target: ("indicator_id", "organisation"),
    CostSplit: (),
    UnitCostSplit: ("unit_id",),
}
"""The kinds of which only one holds at a time, and what it holds for."""


def one_at_a_time(entry: Entry, writing: Writing) -> UserProblem | None:
    """On any day at most one target holds for an indicator and organisation, and at most one cost split."""
    if not isinstance(entry, Target | CostSplit | UnitCostSplit):
        return None
    same = {name: getattr(entry, name) for name in SUBJECTS[type(entry)]}
    for held in writing.known.of(type(entry), **same):
        if id_of(held) != id_of(entry) and _overlap(held, entry):
            return _problem(
                "periods_overlap",
                entry,
                sv="En annan gäller redan {period}. Bara en kan gälla åt gången: ändra dagarna.",
                en="Another already holds {period}. Only one can hold at a time: change the days.",
                period=_period(held),
            )
    return None


def superseded_once(entry: Entry, writing: Writing) -> UserProblem | None:
    """A decision or an agreement gives way to one other, and never to itself."""
    if not isinstance(entry, Decision | Agreement) or entry.supersedes is None:
        return None
    others = [held.id for held in writing.known.of(type(entry), supersedes=entry.supersedes) if held.id != entry.id]
    if not others and entry.supersedes != entry.id:
        return None
    return _problem(
        "already_superseded",
        entry,
        sv="{old} är redan ersatt av {other}. Låt det nya ersätta {other} i stället.",
        en="{old} has already been superseded by {other}. Let the new one supersede {other} instead.",
        old=entry.supersedes,
        other=others[0] if others else entry.id,
    )


ENDED = frozenset({"done", "cancelled", "closed"})


def reopened_with_a_reason(entry: Entry, writing: Writing) -> UserProblem | None:
    """What is done, closed or cancelled opens again only with a reason."""
    if not isinstance(entry, Action | Risk) or not isinstance(writing.before, Action | Risk):
        return None
    if writing.before.status not in ENDED or entry.status in ENDED or writing.why is not None:
        return None
    return _problem(
        "reopened_without_reason",
        entry,
        sv="Den är avslutad. Skriv varför den öppnas igen.",
        en="It has ended. Say why it is opened again.",
    )


def ended_on_a_day(entry: Entry, writing: Writing) -> UserProblem | None:
    """An action that is done has the day it was done, and one under way has none."""
    if not isinstance(entry, Action) or (entry.status == "done") == (entry.closed_on is not None):
        return None
    if entry.status == "cancelled":
        return None
    return _problem(
        "closed_on_mismatch",
        entry,
        sv="En åtgärd som är klar ska ha en dag då den blev klar, och bara den.",
        en="An action that is done must have the day it was done, and only such an action.",
    )


ENTERING: tuple[Check, ...] = (
    words_are_written,
    references_exist,
    dates_in_order,
    trajectory_arrives,
    number_is_possible,
    one_price_index,
    one_entry_per_key,
    one_at_a_time,
    superseded_once,
    reopened_with_a_reason,
    ended_on_a_day,
    minuting.minutes_stand,
    minuting.a_decision_in_minutes_stands,
    minuting.amended_by_those_present,
    minuting.approved_by_own_side,
    reviewing.a_review_looks_back,
    reviewing.a_gap_is_in_a_domain,
    reviewing.an_association_speaks,
    reviewing.a_finished_review_stands,
    reviewing.a_review_is_whole_when_finished,
)

LEAVING: tuple[Check, ...] = (
    minuting.minutes_stand,
    minuting.a_decision_in_minutes_stands,
    minuting.an_item_spoken_of_stays,
)
"""What an entry must keep to be cancelled."""


def _found(checks: tuple[Check, ...], entry: Entry, writing: Writing) -> tuple[UserProblem, ...]:
    return tuple(problem for check in checks if (problem := check(entry, writing)))


def _overlap(one: Target | CostSplit | UnitCostSplit, other: Target | CostSplit | UnitCostSplit) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def _period(entry: Target | CostSplit | UnitCostSplit) -> Text:
    if entry.to_on is None:
        return Text(sv="från {day} och tills vidare", en="from {day} until further notice").format(day=entry.from_on)
    return Text(sv="från {day} till {last}", en="from {day} to {last}").format(day=entry.from_on, last=entry.to_on)


def _problem(code: str, entry: Entry, *, sv: str, en: str, **values: object) -> UserProblem:
    said = Text(sv="{entry}: " + sv, en="{entry}: " + en)
    return UserProblem(code, said.format(entry=called(entry), **values))
