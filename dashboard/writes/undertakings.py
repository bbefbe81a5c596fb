"""What the forms about joint projects, shared posts and money for a time write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from dashboard.texts import undertakings as say
from dashboard.view import View
from dashboard.writes import typed
from dashboard.writes.sent import Saved, Sent, Write, in_order
from governance.entries import Agreement, Lane, Undertaking, Unit


def add(sent: Sent) -> Saved:
    """Enter one under the next free number of the year it begins, and go to its page."""
    from_on = sent.needed_day("from_on")
    ids = (f"AT-{from_on.year}-{number}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(Undertaking, each) is None)
    new = Undertaking(id=free, kind="project", title=sent.words("title"), organisation="joint", from_on=from_on)
    new = replace(_filled(sent, new), to_on=sent.last_day("to_on", from_on))
    sent.register.add(new, by=sent.by)
    return Saved(said=say.ADDED, to=View(page="agreements", item=free, language=sent.language).address)


def change(sent: Sent) -> Saved:
    """Change what is entered of it; its last day has a form of its own."""
    sent.register.change(_filled(sent, sent.held(Undertaking, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def _filled(sent: Sent, before: Undertaking) -> Undertaking:
    agreements = ("", *(each.id for each in sent.register.list(Agreement)))
    units = ("", *(each.id for each in sent.register.list(Unit)))
    from_on = sent.needed_day("from_on")
    in_order("from_on", from_on, before.to_on)
    return replace(
        before,
        title=sent.words("title", before.title),
        kind=sent.chosen("kind", tuple(say.KINDS)),
        organisation=sent.chosen("organisation", get_args(Lane)),
        from_on=from_on,
        amount_sek=typed.money(sent, "amount_sek"),
        region_share=typed.share(sent, "region_share"),
        agreement_id=sent.chosen("agreement_id", agreements) or None,
        unit_id=sent.chosen("unit_id", units) or None,
    )


WRITES: Final[Mapping[str, Write]] = {"undertaking_add": add, "undertaking_change": change}
