"""All agreements by what ends first, and what there is to see to before that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from dashboard.components.data_table import Sheet
from dashboard.texts import agreements as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance.entries import Agreement, Clause, Contents, Revision
from governance.model.improvement import HALF_A_YEAR
from governance.words import ORGANISATIONS
from metrics.problem import Language
from metrics.words import amount, capitalised


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """The agreements by what they ask of the committee, each part by what ends first.

    In      now       ends within half a year, or has ended without a successor
            in_force  holds, for longer or until further notice
            over      another has taken its place
    """

    now: tuple[Agreement, ...]
    in_force: tuple[Agreement, ...]
    over: tuple[Agreement, ...]


def sorted_by_end(contents: Contents, today: date) -> Sorted:
    """Every agreement, in the part it belongs to."""
    replaced = {each.supersedes for each in contents.agreements}
    by_end = sorted(contents.agreements, key=lambda each: (each.to_on or date.max, each.id))
    # One that is to be replaced holds until its own last day.
    over = [each for each in by_end if each.id in replaced and (each.to_on or date.min) < today]
    ends = [each for each in by_end if each.to_on and each.to_on - HALF_A_YEAR <= today and each.id not in replaced]
    return Sorted(
        now=tuple(ends),
        in_force=tuple(each for each in by_end if each not in over and each not in ends),
        over=tuple(reversed(over)),
    )


def opening(found: Sorted, today: date, language: Language) -> str:
    """What matters: what has ended alone, and what ends next."""
    t = texts(language)
    ended = [each.title[language] for each in found.now if each.to_on and each.to_on < today]
    coming = [each for each in (*found.now, *found.in_force) if each.to_on and each.to_on >= today]
    said = []
    if ended:
        text = say.ENDED_ALONE_ONE if len(ended) == 1 else say.ENDED_ALONE
        said.append(text.format(n=len(ended), names=", ".join(ended))[language])
    if coming and coming[0].to_on:
        said.append(say.NEXT.format(name=coming[0].title, day=long_date(t, coming[0].to_on))[language])
    first, *rest = [escape(each) for each in said or [say.NEXT_NONE[language]]]
    return f'<p class="finding"><b>{first}</b> {" ".join(rest)}</p>'


def lists(found: Sorted, contents: Contents, today: date, view: View) -> str:
    """The three parts, one agreement to a line."""
    parts = {"now": found.now, "in_force": found.in_force, "over": found.over}
    return "".join(
        f'<section><h2>{escape(say.GROUPS[name][view.language])}</h2><ul class="lines">{lines}</ul></section>'
        for name, own in parts.items()
        for lines in ("".join(_line(each, contents, today, view, asks=name == "now") for each in own),)
        if own
    )


def _line(one: Agreement, contents: Contents, today: date, view: View, *, asks: bool) -> str:
    language = view.language
    soon = " soon" if asks else ""
    facts = [
        say.KEPT_BY.format(who=capitalised(ORGANISATIONS[one.owner]))[language],
        clauses_counted(contents.of(Clause, agreement_id=one.id), language),
        last_revised(contents.of(Revision, agreement_id=one.id), language),
    ]
    address = escape(view.to("agreements", item=one.id))
    return (
        f'<li class="fund{soon}"><a href="{address}">{escape(one.title[language])}</a> '
        f'<span class="end">{escape(end(one, today, language))}</span>'
        f"<p>{escape(' · '.join(facts))}</p></li>"
    )


def end(one: Agreement, today: date, language: Language) -> str:
    """When an agreement ends, in days where that is soon."""
    t = texts(language)
    if one.from_on > today:
        return say.NOT_BEGUN[language].format(day=long_date(t, one.from_on))
    if one.to_on is None:
        return say.UNTIL_FURTHER[language]
    day, days = long_date(t, one.to_on), (one.to_on - today).days
    if days < 0:
        return say.ENDED[language].format(day=day)
    text = say.ENDS_IN if one.to_on - HALF_A_YEAR <= today else say.UNTIL
    return text[language].format(day=day, days=amount(days, "days")[language])


def clauses_counted(clauses: Sequence[Clause], language: Language) -> str:
    """How many clauses, and how many of them a measure shows."""
    measured = sum(each.indicator_id is not None for each in clauses)
    said = {0: say.CLAUSE_COUNT_NONE, 1: say.CLAUSE_COUNT_ONE}.get(len(clauses), say.CLAUSE_COUNT)
    return said[language].format(n=len(clauses), measured=measured)


def last_revised(revisions: Sequence[Revision], language: Language) -> str:
    """The day an agreement was last gone through."""
    if not revisions:
        return say.NOT_REVISED[language]
    return say.REVISED[language].format(day=long_date(texts(language), max(each.revised_on for each in revisions)))


def sheet(contents: Contents, language: Language) -> Sheet:
    """Every agreement as a row of a file."""
    names = {body.id: body.name[language] for body in contents.bodies}
    rows = tuple(
        (
            one.id,
            one.title[language],
            ORGANISATIONS[one.owner][language],
            ", ".join(names.get(each, each) for each in one.parties),
            one.from_on,
            one.to_on,
            one.review_on,
            max((each.revised_on for each in contents.of(Revision, agreement_id=one.id)), default=None),
            one.supersedes,
            len(clauses),
            sum(each.indicator_id is not None for each in clauses),
        )
        for one in contents.agreements
        for clauses in (contents.of(Clause, agreement_id=one.id),)
    )
    return Sheet(say.FILE[language], tuple(say.SHEET_HEAD[language].split(";")), rows)
