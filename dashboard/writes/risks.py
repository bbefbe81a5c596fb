"""What the forms about risks write: a new one, another word or day, and that it is closed or there again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from dashboard import data
from dashboard.texts import risks as say
from dashboard.view import View
from dashboard.writes.sent import Saved, Sent, Write
from governance.entries import Agreement, Lane, Risk
from metrics import catalogue


def add(sent: Sent) -> Saved:
    """Enter a risk under the next free number of the year, and go to its page."""
    ids = (f"RI-{data.today().year}-{number}" for number in range(1, 1000))
    free = next(each for each in ids if sent.register.held(Risk, each) is None)
    title, text, review_on = sent.words("title"), sent.words("text"), sent.needed_day("review_on")
    new = Risk(id=free, title=title, text=text, organisation="joint", severity="low", review_on=review_on)
    sent.register.add(_filled(sent, new), by=sent.by)
    return Saved(said=say.ADDED, to=View(page="agreements", item=free, language=sent.language).address)


def change(sent: Sent) -> Saved:
    """Change what is entered of a risk, or set a new day to look at it."""
    sent.register.change(_filled(sent, sent.held(Risk, sent.one("id")).entry), sent.seen, by=sent.by)
    return Saved()


def close(sent: Sent) -> Saved:
    """Say that a risk is there no longer."""
    before = sent.held(Risk, sent.one("id")).entry
    sent.register.change(replace(before, status="closed"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved()


def reopen(sent: Sent) -> Saved:
    """Say that a closed risk is there again."""
    before = sent.held(Risk, sent.one("id")).entry
    sent.register.change(replace(before, status="open"), sent.seen, by=sent.by, why=sent.words("why"))
    return Saved()


def _filled(sent: Sent, before: Risk) -> Risk:
    agreements = ("", *(each.id for each in sent.register.list(Agreement)))
    return replace(
        before,
        title=sent.words("title", before.title),
        text=sent.words("text", before.text),
        organisation=sent.chosen("organisation", get_args(Lane)),
        severity=sent.chosen("severity", tuple(say.SEVERITIES)),
        indicators=sent.several("indicators", tuple(each.id for each in catalogue.catalogue())),
        agreement_id=sent.chosen("agreement_id", agreements) or None,
        review_on=sent.needed_day("review_on"),
    )


WRITES: Final[Mapping[str, Write]] = {
    "risk_add": add,
    "risk_change": change,
    "risk_close": close,
    "risk_reopen": reopen,
}
