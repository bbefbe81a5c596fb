"""What the forms about a unit write: what is entered of it, its dated changes, and that its figures have been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard import data
from dashboard.texts import closing as closing_say
from dashboard.texts import unit as say
from dashboard.texts import unit_entries as entry_say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write, in_order
from governance.entries import Confirmation, Decision, Seat, Unit, UnitChange, id_of
from metrics import words
from metrics.indicator import ORGANISATIONS
from metrics.problem import UserProblem


def confirm(sent: Sent) -> Saved:
    """Confirm that the period's figures are seen and discussed, or change what was said of it.

    Rule    each organisation's own leader of the unit confirms for it, and nobody else
    Fails   unit_not_led; entry_unknown
    """
    organisation = sent.chosen("organisation", ORGANISATIONS)
    unit = sent.held(Unit, sent.one("unit_id")).entry
    leader = unit.region_leader if organisation == "region" else unit.municipality_leader
    if leader is None or sent.by != leader:
        seat = None if leader is None else sent.register.held(Seat, leader)
        raise UserProblem(
            "unit_not_led",
            say.NOT_LEADER.format(
                organisation=words.ORGANISATION[organisation], leader=seat.entry.title if seat else say.NO_LEADER
            ),
        )
    told = Confirmation(
        unit_id=unit.id,
        organisation=organisation,
        period=sent.needed("period"),
        confirmed_on=data.today(),
    )
    before = sent.register.held(Confirmation, id_of(told))
    was = before.entry if before else told
    told = replace(told, note=sent.text("note", was.note), raised=sent.text("raised", was.raised))
    if before is None:
        sent.register.add(told, by=sent.by)
    else:
        sent.register.change(replace(told, confirmed_on=was.confirmed_on), sent.seen, by=sent.by)
    return Saved(said=say.SAVED)


def add(sent: Sent) -> Saved:
    """Enter one of the units the figures have, with its name, kind and days from the release, and go to its page."""
    told = data.units_of_release()
    unit = told[sent.chosen("id", told)]
    owner = sent.chosen("owner", tuple(entry_say.OWNED))
    sent.register.add(_led(sent, replace(unit, owner=owner)), by=sent.by)
    return Saved(said=entry_say.ADDED, to=View(page="members", item=unit.id, language=sent.language).address)


def change(sent: Sent) -> Saved:
    """Change what is entered of a unit."""
    sent.register.change(_filled(sent, sent.held(Unit, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def add_change(sent: Sent) -> Saved:
    """Note what happened to a unit on a day, and how it is afterwards, all or none.

    Rule    a unit without a day for its opening or its end is given that of the change which opened or ended it
    """
    unit, on = sent.held(Unit, sent.one("unit_id")).entry, sent.needed_day("on")
    ids = (f"E-{on.year}-{number}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(UnitChange, each) is None)
    new = _change(sent, UnitChange(id=free, unit_id=unit.id, kind="opened", on=on, text=sent.words("text")))
    sent.register.write_all([(_dated_by(_filled(sent, unit), new), sent.seen), (new, 0)], by=sent.by)
    return Saved(said=entry_say.CHANGED)


def change_change(sent: Sent) -> Saved:
    """Correct what is entered of a dated change, and with it the day that it gave the unit.

    Rule    a unit that has opened again since stays open, whatever is corrected of its closing
    """
    before = sent.held(UnitChange, sent.one("id")).entry
    after, unit = _change(sent, before), sent.held(Unit, before.unit_id)
    dated = _undated(sent, unit.entry, before)
    if dated != unit.entry or _gives(after) != _gives(before):
        dated = _dated_by(dated, after)
    sent.register.write_all([(after, sent.seen), (dated, unit.version)], by=sent.by)
    return Saved()


def cancel_change(sent: Sent) -> Saved:
    """Say that a dated change no longer counts, and take back the day that it gave the unit."""
    change = sent.held(UnitChange, sent.one("id")).entry
    unit = sent.held(Unit, change.unit_id)
    after = _undated(sent, unit.entry, change)
    also = [(after, unit.version)]
    sent.register.cancel(UnitChange, change.id, sent.seen, by=sent.by, why=sent.words("why"), also=also)
    return Saved(said=closing_say.DONE if after == unit.entry else entry_say.CANCELLED)


WRITES: Final[Mapping[str, Write]] = {
    "unit_confirm": confirm,
    "unit_add": add,
    "unit_change": change,
    "unit_change_add": add_change,
    "unit_change_change": change_change,
    "unit_change_cancel": cancel_change,
}


def _gives(change: UnitChange) -> str:
    """Which day of the unit a change gives it; "" for none."""
    if change.kind == "closed" or (change.into and change.unit_id not in change.into):
        return "closed_on"
    return "opened_on" if change.kind == "opened" else ""


def _dated_by(unit: Unit, change: UnitChange) -> Unit:
    """The unit with the day that the change gives it, where it has none.

    Fails   beside the day, where the unit would close before it opened
    """
    given = _gives(change)
    dated = replace(
        unit,
        opened_on=unit.opened_on or (change.on if given == "opened_on" else None),
        closed_on=unit.closed_on or (change.on if given == "closed_on" else None),
    )
    in_order("on", dated.opened_on, dated.closed_on)
    return dated


def _undated(sent: Sent, unit: Unit, change: UnitChange) -> Unit:
    """The unit without the day that the change gave it.

    Rule    a day that another change gives too stands; one that the release has comes back
    """
    known = data.units_of_release().get(unit.id)
    others = [each for each in sent.register.list(UnitChange, unit_id=unit.id, on=change.on) if each.id != change.id]
    given = _gives(change) if _gives(change) not in {_gives(each) for each in others} else ""
    if given == "opened_on" and unit.opened_on == change.on:
        return replace(unit, opened_on=known.opened_on if known else None)
    if given == "closed_on" and unit.closed_on == change.on:
        return replace(unit, closed_on=known.closed_on if known else None)
    return unit


def _filled(sent: Sent, before: Unit) -> Unit:
    opened_on = sent.day("opened_on")
    return replace(
        _led(sent, before),
        name=sent.words("name", before.name),
        owner=sent.chosen("owner", tuple(entry_say.OWNED)),
        opened_on=opened_on,
        closed_on=sent.last_day("closed_on", opened_on),
    )


def _led(sent: Sent, before: Unit) -> Unit:
    """The unit with the leader chosen from each organisation, one of its own seats."""
    region, municipality = (("", *(each.id for each in sent.register.list(Seat, party=side))) for side in ORGANISATIONS)
    return replace(
        before,
        region_leader=sent.chosen("region_leader", region) or None,
        municipality_leader=sent.chosen("municipality_leader", municipality) or None,
    )


def _change(sent: Sent, before: UnitChange) -> UnitChange:
    """The change as filled in.

    Fails   beside the units, where a merger or a split has none, or anything else has some
    """
    kind, into = sent.chosen("kind", tuple(entry_say.CHANGES)), sent.many("into")
    if (kind in ("merged", "split")) != bool(into):
        raise FieldProblem("into", entry_say.INTO_ELSE if into else entry_say.INTO_NEEDED)
    decisions = ("", *(each.id for each in sent.register.list(Decision)))
    return replace(
        before,
        kind=kind,
        on=sent.needed_day("on"),
        text=sent.words("text", before.text),
        into=sent.several("into", tuple(each.id for each in sent.register.list(Unit))),
        decision_id=sent.chosen("decision_id", decisions) or None,
    )
