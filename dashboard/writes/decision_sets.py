"""What the forms about what a decision sets write: targets, limits, cost splits, price levels, accounts to be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dashboard import data
from dashboard.measures import measures, targeted, unbalanced
from dashboard.texts import decision_sets as say
from dashboard.texts import register as register_say
from dashboard.writes import typed
from dashboard.writes.sent import FieldProblem, Saved, Sent, Value, Write
from governance.entries import (
    CostSplit,
    Decision,
    Entry,
    FollowUp,
    Organisation,
    PriceLevel,
    Recalculation,
    Target,
    Unit,
    UnitCostSplit,
)
from governance.keeping import Held
from governance.model.tables import name_of
from governance.words import called
from metrics import catalogue, series
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Text, UserProblem
from metrics.words import joined

Dated = Target | CostSplit | UnitCostSplit
"""What holds from one day to another, one at a time."""
SETS: Final[Mapping[str, type[Entry]]] = {
    name_of(kind): kind for kind in (Target, Recalculation, CostSplit, UnitCostSplit, PriceLevel, FollowUp)
}
"""Every kind of entry a decision sets, by name, in the order they are shown."""
YEARS: Final = (1950, 2100)


# --- what is new -------------------------------------------------------------------------------------------------


def set_target(sent: Sent) -> Saved:
    """Set a target for one organisation or both, in place of the one that holds where that is asked for."""
    decision, indicator = _standing(sent), _indicator(sent, targeted())
    new = [
        _filled_target(
            sent,
            Target(
                indicator_id=indicator.id,
                organisation=which,
                value=_needed("value", typed.figure(sent, "value", indicator)),
                from_on=sent.needed_day("from_on"),
                decision_id=decision.id,
            ),
        )
        for which in _sides(sent)
    ]
    _put(sent, new, decision)
    contents = sent.register.contents()
    watch = [said for each in new if (said := unbalanced(each, contents))]
    return _entered(new, *watch[:1])


def set_limits(sent: Sent) -> Saved:
    """Let the control limits of a measure start anew from a day, for one organisation or both."""
    decision, indicator = _standing(sent), _indicator(sent, tuple(measures().values()))
    new = [
        Recalculation(
            indicator_id=indicator.id,
            organisation=which,
            from_on=sent.needed_day("from_on"),
            reason=sent.words("reason"),
            decision_id=decision.id,
        )
        for which in _sides(sent)
    ]
    sent.register.write_all([(each, 0) for each in new], by=sent.by)
    return _entered(new)


def set_split(sent: Sent) -> Saved:
    """Agree which part of the joint costs is the region's, of all of them or of one unit's."""
    decision = _standing(sent)
    unit = sent.chosen("unit_id", ("", *(each.id for each in sent.register.list(Unit))))
    share = _needed("region_share", typed.share(sent, "region_share"))
    from_on = sent.needed_day("from_on")
    to_on = sent.last_day("to_on", from_on)
    new: CostSplit | UnitCostSplit = (
        UnitCostSplit(unit_id=unit, from_on=from_on, to_on=to_on, region_share=share, decision_id=decision.id)
        if unit
        else CostSplit(from_on=from_on, to_on=to_on, region_share=share, decision_id=decision.id)
    )
    _put(sent, [new], decision)
    return _entered([new])


def set_price(sent: Sent) -> Saved:
    """Enter one year's level of the price index, as it was published on a day."""
    decision = _standing(sent)
    held = next(reversed(sent.register.price_levels()), None)
    new = PriceLevel(
        year=_needed("year", sent.whole("year", *YEARS)),
        value=_needed("value", typed.number(sent, "value")),
        name=sent.words("name", held.name if held else None),
        source=sent.words("source", held.source if held else None),
        base_year=_needed("base_year", sent.whole("base_year", *YEARS)),
        published_on=_been(sent, "published_on"),
        decision_id=decision.id,
    )
    sent.register.write_all([(_level(new), 0)], by=sent.by)
    return _entered([new])


def ask_account(sent: Sent) -> Saved:
    """Say by which day an organisation, or both, is to tell what came of the decision."""
    decision, due = _standing(sent), sent.needed_day("due_on")
    if due < decision.decided_on:
        raise FieldProblem("due_on", say.DUE_TOO_EARLY.format(day=decision.decided_on))
    new = [FollowUp(decision_id=decision.id, organisation=which, due_on=due) for which in _sides(sent)]
    sent.register.write_all([(each, 0) for each in new], by=sent.by)
    return _entered(new)


# --- what has been set -------------------------------------------------------------------------------------------


def give_account(sent: Sent) -> Saved:
    """Tell what came of a decision on one organisation's side."""
    before = sent.held(FollowUp, sent.one("id")).entry
    outcome = sent.words("outcome", before.outcome)
    told = replace(before, recorded_on=_been(sent, "recorded_on"), outcome=outcome)
    sent.register.change(told, sent.seen, by=sent.by)
    return Saved()


def correct(sent: Sent) -> Saved:
    """Mend what was written wrongly, saying why; the measure, the organisation and the first day stay."""
    before, why = _set(sent), sent.words("why")
    after: Entry
    match before:
        case Target():
            indicator = catalogue.by_id(before.indicator_id)
            value = _needed("value", typed.figure(sent, "value", indicator))
            after = _filled_target(sent, replace(before, value=value))
        case CostSplit() | UnitCostSplit():
            share = _needed("region_share", typed.share(sent, "region_share"))
            after = replace(before, region_share=share, to_on=sent.last_day("to_on", before.from_on))
        case PriceLevel():
            value = _needed("value", typed.number(sent, "value"))
            after = _level(replace(before, value=value, source=sent.words("source", before.source)))
        case Recalculation():
            after = replace(before, reason=sent.words("reason", before.reason))
        case _:
            raise UserProblem("form_unknown", register_say.UNKNOWN_FORM)
    sent.register.change(after, sent.seen, by=sent.by, why=why)
    return Saved()


def stop(sent: Sent) -> Saved:
    """Let a target that moves day by day end before its day: where it has come then."""
    before, last, why = sent.held(Target, sent.one("id")).entry, sent.needed_day("to_on"), sent.words("why")
    if not before.from_on <= last <= _last(before):
        raise FieldProblem("to_on", say.WHILE_IT_MOVES.format(day=before.from_on, last=_last(before)))
    sent.register.change(ended(before, last), sent.seen, by=sent.by, why=why)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {
    "set_target": set_target,
    "set_limits": set_limits,
    "set_split": set_split,
    "set_price": set_price,
    "set_account": ask_account,
    "set_given": give_account,
    "set_correct": correct,
    "set_stop": stop,
}


def ended(entry: Dated, last: date) -> Dated:
    """The same with an earlier last day; a target that moves day by day stops where it has come then."""
    if not isinstance(entry, Target) or entry.end_value is None:
        return replace(entry, to_on=last)
    come = round(series.Target(**vars(entry)).on(last), 6)
    return replace(entry, to_on=last, end_value=come if last > entry.from_on else None)


# --- one field, or some that belong together ---------------------------------------------------------------------


def _standing(sent: Sent) -> Decision:
    """The decision the form is about, which must be in force to set anything new."""
    decision = sent.held(Decision, sent.one("decision_id")).entry
    for other in sent.register.list(Decision, supersedes=decision.id):
        raise UserProblem("decision_superseded", say.DECISION_REPLACED.format(id=decision.id, other=other.id))
    return decision


def _set(sent: Sent) -> Entry:
    """The entry the form is about: one of the kinds a decision sets."""
    return sent.held(SETS[sent.chosen("kind", tuple(SETS))], sent.one("id")).entry


def _indicator(sent: Sent, among: Sequence[Indicator]) -> Indicator:
    return measures()[sent.chosen("indicator_id", tuple(each.id for each in among))]


def _sides(sent: Sent) -> tuple[Organisation, ...]:
    chosen = sent.chosen("organisation", (*ORGANISATIONS, "joint"))
    return ORGANISATIONS if chosen == "joint" else (chosen,)


def _needed(name: str, value: Value | None) -> Value:
    if value is None:
        raise FieldProblem(name, register_say.NEEDED)
    return value


def _been(sent: Sent, name: str) -> date:
    day = sent.needed_day(name)
    if day > data.today():
        raise FieldProblem(name, say.AHEAD)
    return day


def _filled_target(sent: Sent, before: Target) -> Target:
    """The target with the end value and the last day of the form."""
    end_value = typed.figure(sent, "end_value", catalogue.by_id(before.indicator_id))
    to_on = sent.last_day("to_on", before.from_on)
    if end_value is not None and (to_on is None or to_on == before.from_on):
        raise FieldProblem("to_on", say.NEEDS_LAST)
    return replace(before, end_value=end_value, to_on=to_on)


def _level(level: PriceLevel) -> PriceLevel:
    if level.year == level.base_year and level.value != 100:
        raise FieldProblem("value", say.BASE_IS_100)
    return level


def _last(entry: Dated) -> date:
    return entry.to_on or date.max


def _put(sent: Sent, new: Sequence[Dated], decision: Decision) -> None:
    """Write what is new, and let what holds now end the day before where the writer has ticked that.

    Fails   beside the tick, where something holds and it is not ticked
    """
    earlier = [held for each in new for held in _in_the_way(sent, each)]
    last = new[0].from_on - timedelta(days=1)
    if earlier and not sent.ticked("end_earlier"):
        said = _called([each.entry for each in earlier])
        raise FieldProblem("end_earlier", say.IN_THE_WAY.format(earlier=said, last=last))
    sent.register.write_all(
        [*((ended(each.entry, last), each.version) for each in earlier), *((each, 0) for each in new)],
        by=sent.by,
        why=say.ENDED_BY.format(id=decision.id),
    )


def _in_the_way(sent: Sent, new: Dated) -> list[Held[Dated]]:
    """What began earlier and still holds that day, of the same measure and organisation or of the same unit."""
    same = {name: getattr(new, name) for name in ("indicator_id", "organisation", "unit_id") if hasattr(new, name)}
    held: tuple[Held[Dated], ...] = sent.register.held_all(type(new), **same)
    return [each for each in held if each.cancelled is None and each.entry.from_on < new.from_on <= _last(each.entry)]


def _entered(new: Sequence[Entry], *more: Text) -> Saved:
    return Saved(said=joined(say.ENTERED.format(what=_called(new)), *more))


def _called(entries: Sequence[Entry]) -> Text:
    said = [called(each) for each in entries]
    return Text(sv=" och ".join(each.sv for each in said), en=" and ".join(each.en for each in said))
