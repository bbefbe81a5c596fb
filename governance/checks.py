"""The rules of the register: one small function each, all run on every new entry, all reported."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

from governance.entries import Contents, CostSplit, Decision, Entry, Event, PriceLevel, Recalculation, Target
from metrics.problem import Text, UserProblem

Check = Callable[[Entry, Contents], UserProblem | None]

FIELDS = {
    "id": Text(sv="Beteckningen", en="The id"),
    "title": Text(sv="Rubriken", en="The title"),
    "text": Text(sv="Texten", en="The text"),
    "reason": Text(sv="Skälet", en="The reason"),
    "name": Text(sv="Namnet", en="The name"),
    "source": Text(sv="Källan", en="The source"),
    "indicator_id": Text(sv="Indikatorn", en="The indicator"),
    "decision_id": Text(sv="Beslutet", en="The decision"),
}
OWNERS = {"region": Text(sv="regionen", en="the region"), "municipality": Text(sv="kommunen", en="the municipality")}


def problems(entry: Entry, known: Contents) -> tuple[UserProblem, ...]:
    """Everything that keeps `entry` out of a register that already holds `known`."""
    return tuple(problem for check in CHECKS if (problem := check(entry, known)))


def already_held(entry: Entry, known: Contents) -> Entry | None:
    """The entry already held under the same id, or for the same indicator, organisation and day."""
    return next((held for held in _alike(entry, known) if _key(held) == _key(entry)), None)


def words_are_written(entry: Entry, known: Contents) -> UserProblem | None:
    """No text or id is blank; a decision has its reason, in both languages."""
    for name, label in FIELDS.items():
        value = getattr(entry, name, None)
        words = (value.sv, value.en) if isinstance(value, Text) else (value,)
        if not all(word is None or word.strip() for word in words):
            return _problem(
                f"{name}_missing",
                entry,
                sv="{field} saknas. Fyll i; texter ska finnas på både svenska och engelska.",
                en="{field} is missing. Fill it in; texts are needed in both Swedish and English.",
                field=label,
            )
    return None


def decision_exists(entry: Entry, known: Contents) -> UserProblem | None:
    """A target, a recalculation, a cost split and a price index rest on a decision that is in the register."""
    if isinstance(entry, Decision | Event) or entry.decision_id in {held.id for held in known.decisions}:
        return None
    return _problem(
        "decision_unknown",
        entry,
        sv="Beslut {decision} finns inte i registret. Lägg in beslutet först eller rätta beteckningen.",
        en="Decision {decision} is not in the register. Add the decision first, or mend its id.",
        decision=entry.decision_id,
    )


def dates_in_order(entry: Entry, known: Contents) -> UserProblem | None:
    """The last day is not before the first."""
    if not isinstance(entry, Target | CostSplit) or entry.to_on is None or entry.to_on >= entry.from_on:
        return None
    return _problem(
        "dates_reversed",
        entry,
        sv="Sista dagen, {to}, är före den första, {start}. Byt plats på dem eller rätta den ena.",
        en="The last day, {to}, is before the first, {start}. Swap them or mend one.",
        to=entry.to_on,
        start=entry.from_on,
    )


def trajectory_arrives(entry: Entry, known: Contents) -> UserProblem | None:
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


def number_is_possible(entry: Entry, known: Contents) -> UserProblem | None:
    """Targets are finite numbers, the region's part of the costs is between 0 and 1, and a price level is above 0."""
    if isinstance(entry, Target) and not all(math.isfinite(each) for each in (entry.value, entry.end_value or 0.0)):
        return _problem(
            "value_not_a_number", entry, sv="Målvärdet ska vara ett tal.", en="The target's value must be a number."
        )
    if isinstance(entry, CostSplit) and not 0 <= entry.region_share <= 1:
        return _problem(
            "share_out_of_range",
            entry,
            sv="Regionens andel är {share}. Den ska vara mellan 0 och 1, till exempel 0,6 för 60 procent.",
            en="The region's part is {share}. It must be between 0 and 1, for example 0.6 for 60 per cent.",
            share=entry.region_share,
        )
    if isinstance(entry, PriceLevel) and not 0 < entry.value < math.inf:
        return _problem(
            "level_not_positive",
            entry,
            sv="Prisindexet ska vara ett tal över 0; basårets är 100.",
            en="The price index must be a number above 0; that of its base year is 100.",
        )
    return None


def one_price_index(entry: Entry, known: Contents) -> UserProblem | None:
    """All levels are of one index with one base year: levels of two cannot be divided by each other."""
    if not isinstance(entry, PriceLevel):
        return None
    same = {(entry.name, entry.base_year)}
    if {(held.name, held.base_year) for held in known.price_levels} <= same:
        return None
    return _problem(
        "other_price_index",
        entry,
        sv="Registret har redan ett annat prisindex eller ett annat basår. Använd samma för alla år.",
        en="The register already has another price index or another base year. Use the same for every year.",
    )


def one_entry_per_key(entry: Entry, known: Contents) -> UserProblem | None:
    """Nothing is written over: the same id, or the same indicator, organisation and day, never gets other content."""
    if already_held(entry, known) in (None, entry):
        return None
    return _problem(
        "already_registered",
        entry,
        sv="Den finns redan i registret med annat innehåll. Inget skrivs över: välj en annan beteckning eller dag.",
        en="It is already in the register with other content. Nothing is written over: choose another id or day.",
    )


def one_at_a_time(entry: Entry, known: Contents) -> UserProblem | None:
    """On any day at most one target holds for an indicator and organisation, and at most one cost split."""
    if not isinstance(entry, Target | CostSplit):
        return None
    for held in known.targets if isinstance(entry, Target) else known.cost_splits:
        if _key(held) != _key(entry) and _subject(held) == _subject(entry) and _overlap(held, entry):
            return _problem(
                "periods_overlap",
                entry,
                sv="En annan gäller redan {period}. Bara en kan gälla åt gången: ändra dagarna.",
                en="Another already holds {period}. Only one can hold at a time: change the days.",
                period=_period(held),
            )
    return None


CHECKS: tuple[Check, ...] = (
    words_are_written,
    decision_exists,
    dates_in_order,
    trajectory_arrives,
    number_is_possible,
    one_price_index,
    one_entry_per_key,
    one_at_a_time,
)


def _alike(entry: Entry, known: Contents) -> tuple[Entry, ...]:
    """What the register holds of the same kind."""
    match entry:
        case Decision():
            return known.decisions
        case Target():
            return known.targets
        case Recalculation():
            return known.recalculations
        case Event():
            return known.events
        case CostSplit():
            return known.cost_splits
        case PriceLevel():
            return known.price_levels


def _key(entry: Entry) -> tuple[str | int | date, ...]:
    match entry:
        case Decision() | Event():
            return (entry.id,)
        case Target() | Recalculation():
            return (entry.indicator_id, entry.organisation, entry.from_on)
        case CostSplit():
            return (entry.from_on,)
        case PriceLevel():
            return (entry.year, entry.published_on)


def _subject(entry: Target | CostSplit) -> tuple[str, ...]:
    return (entry.indicator_id, entry.organisation) if isinstance(entry, Target) else ()


def _overlap(one: Target | CostSplit, other: Target | CostSplit) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def _period(entry: Target | CostSplit) -> Text:
    if entry.to_on is None:
        return Text(sv=f"från {entry.from_on} och tills vidare", en=f"from {entry.from_on} until further notice")
    return Text(sv=f"från {entry.from_on} till {entry.to_on}", en=f"from {entry.from_on} to {entry.to_on}")


def _name(entry: Entry) -> Text:
    """The entry as the user knows it."""
    match entry:
        case Decision():
            return Text(sv=f"Beslut {entry.id}", en=f"Decision {entry.id}")
        case Event():
            return Text(sv=f"Händelse {entry.id}", en=f"Event {entry.id}")
        case Target() | Recalculation():
            what = Text(sv="Mål", en="Target") if isinstance(entry, Target) else Text(sv="Nya gränser", en="New limits")
            who = OWNERS[entry.organisation]
            return Text(
                sv=f"{what.sv} för {entry.indicator_id}, {who.sv}, från {entry.from_on}",
                en=f"{what.en} for {entry.indicator_id}, {who.en}, from {entry.from_on}",
            )
        case CostSplit():
            return Text(sv=f"Kostnadsfördelning från {entry.from_on}", en=f"Cost split from {entry.from_on}")
        case PriceLevel():
            return Text(sv=f"Prisindex för {entry.year}", en=f"Price index of {entry.year}")


def _problem(code: str, entry: Entry, *, sv: str, en: str, **values: object) -> UserProblem:
    name = _name(entry)
    swedish = {key: value.sv if isinstance(value, Text) else value for key, value in values.items()}
    english = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
    return UserProblem(code, Text(sv=f"{name.sv}: {sv.format(**swedish)}", en=f"{name.en}: {en.format(**english)}"))
