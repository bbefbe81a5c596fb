"""What the forms about organisations, associations and partners write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard import data
from dashboard.texts import bodies as say
from dashboard.view import View
from dashboard.writes.sent import Saved, Sent, Write, in_order
from governance.entries import Body, Unit


def add(sent: Sent) -> Saved:
    """Enter one under an id made from its name that no unit has or may have, and go to its page."""
    name = sent.words("name")
    units = {*data.units_of_release(), *(each.id for each in sent.register.list(Unit))}
    new = Body(id=sent.named(Body, name, units), kind="association", name=name)
    sent.register.add(_filled(sent, new), by=sent.by)
    return Saved(said=say.ADDED, to=View(page="members", item=new.id, language=sent.language).address)


def change(sent: Sent) -> Saved:
    """Change what is entered of it; its last day has a form of its own."""
    sent.register.change(_filled(sent, sent.held(Body, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def _filled(sent: Sent, before: Body) -> Body:
    from_on = sent.day("from_on")
    in_order("from_on", from_on, before.to_on)
    return replace(
        before, name=sent.words("name", before.name), kind=sent.chosen("kind", tuple(say.KINDS)), from_on=from_on
    )


WRITES: Final[Mapping[str, Write]] = {"body_add": add, "body_change": change}
