"""What the forms about target groups write: one that is seen, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard import data
from dashboard.texts import target_groups as say
from dashboard.view import View
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Decision, TargetGroup


def add(sent: Sent) -> Saved:
    """Enter a target group, under the id its figures carry where it has figures, and go to its page."""
    known = data.groups_of_release()
    group = sent.chosen("group", ("", *known))
    if group and sent.register.held(TargetGroup, group):
        raise FieldProblem("group", say.TAKEN)
    name = known[group] if group and not sent.one("name") else sent.words("name")
    new = TargetGroup(
        id=group or sent.named(TargetGroup, name), name=name, identified_on=sent.needed_day("identified_on")
    )
    sent.register.add(_filled(sent, new), by=sent.by)
    return Saved(said=say.ADDED, to=View(page="services", item=new.id, language=sent.language).address)


def change(sent: Sent) -> Saved:
    """Say that a group is included, has a service of its own, or what it lacks."""
    before = sent.held(TargetGroup, sent.one("id")).entry
    changed = _filled(sent, replace(before, name=sent.words("name", before.name)))
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {"target_group_add": add, "target_group_change": change}


def _filled(sent: Sent, before: TargetGroup) -> TargetGroup:
    seen, included = sent.needed_day("identified_on"), sent.day("included_on")
    if seen > data.today():
        raise FieldProblem("identified_on", say.AHEAD)
    if included is not None and included < seen:
        raise FieldProblem("included_on", say.EARLY.format(day=seen))
    return replace(
        before,
        identified_on=seen,
        included_on=included,
        service=sent.text("service", before.service),
        gap=sent.text("gap", before.gap),
        decision_id=sent.chosen("decision_id", ("", *(each.id for each in sent.register.list(Decision)))) or None,
    )
