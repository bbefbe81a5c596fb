"""What the form about a unit writes: that its leader has read the period's figures with the staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard import data
from dashboard.texts import unit as say
from dashboard.writes.sent import Saved, Sent, Write
from governance.entries import Confirmation, Seat, Unit, id_of
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


WRITES: Final[Mapping[str, Write]] = {"unit_confirm": confirm}
