"""One agreement: how long it holds, what it says and whether that is kept, its versions, costs and consultation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from dashboard.components import icons, risk_page, states, undertaking_page
from dashboard.components.data_table import Cell, as_html
from dashboard.components.figures import nothing
from dashboard.components.page_part import section
from dashboard.texts import agreements as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import (
    Agreement,
    Clause,
    Consultation,
    Contents,
    CostSplit,
    Decision,
    Revision,
    Risk,
    Undertaking,
    Unit,
    UnitCostSplit,
)
from governance.model.improvement import HALF_A_YEAR
from governance.words import ORGANISATIONS
from metrics import periods, words
from metrics.indicator import ORGANISATIONS as SIDES
from metrics.problem import Language, Text
from metrics.scorecard import Row, Signal


def top(one: Agreement, contents: Contents, today: date, view: View) -> str:
    """What is wrong with its dates, what it is about, and the facts of it."""
    language, t = view.language, texts(view.language)
    after = next((each for each in contents.agreements if each.supersedes == one.id), None)
    notices = ""
    if after:
        notices += states.notice(say.SUPERSEDED[language].format(name=f"{after.title[language]} ({after.id})"))
    elif one.to_on and one.to_on < today:
        notices += states.notice(say.PAST[language].format(day=long_date(t, one.to_on)))
    if not after and one.review_on and one.review_on < today:
        notices += states.notice(say.REVIEW_PAST[language].format(day=long_date(t, one.review_on)))
    return f'{notices}<p class="lede">{escape(one.text[language])}</p>{_facts(one, contents, view)}'


def _facts(one: Agreement, contents: Contents, view: View) -> str:
    language, t = view.language, texts(view.language)
    bodies = {body.id: body.name[language] for body in contents.bodies}
    first = long_date(t, one.from_on)
    valid = (
        say.FROM_TO.format(first=first, last=long_date(t, one.to_on)) if one.to_on else say.FROM_ON.format(first=first)
    )
    remind = (
        say.REMINDER_FROM.format(day=long_date(t, one.to_on - HALF_A_YEAR), days=HALF_A_YEAR.days)
        if one.to_on
        else say.REMINDER_NONE
    )
    before = next((each for each in contents.agreements if each.id == one.supersedes), None)
    facts = [
        (say.VALID, escape(valid[language])),
        (say.REMINDER, escape(remind[language])),
        (say.PARTIES, escape(", ".join(bodies.get(each, each) for each in one.parties))),
        (say.OWNER, escape(words.capitalised(ORGANISATIONS[one.owner])[language])),
        (say.REVIEW, escape(long_date(t, one.review_on)) if one.review_on else ""),
        (say.DECIDED, decision(one.decision_id, contents, view)),
        (say.SUPERSEDES, _linked(before, view) if before else ""),
    ]
    rows = "".join(f"<dt>{escape(name[language])}</dt><dd>{body}</dd>" for name, body in facts if body)
    return f'<dl class="lineage">{rows}</dl>'


def _linked(one: Agreement, view: View) -> str:
    return f'<a href="{escape(view.to("agreements", item=one.id))}">{escape(one.title[view.language])}</a>'


def decision(decision_id: str | None, contents: Contents, view: View) -> str:
    """A decision by its id and title, as a link; "" for none."""
    found = next(iter(contents.of(Decision, id=decision_id)), None) if decision_id else None
    if found is None:
        return ""
    text = escape(say.BY_DECISION[view.language].format(id=found.id, title=found.title[view.language]))
    return f'<a href="{escape(view.to("decisions", item=found.id))}">{text}</a>'


def _list(lines: list[str], nothing: Text, language: Language) -> str:
    if not lines:
        return f'<p class="quiet">{escape(nothing[language])}</p>'
    return f'<ul class="lines">{"".join(lines)}</ul>'


def clauses(one: Agreement, contents: Contents, rows: Mapping[str, Row], view: View) -> str:
    """Each clause, its kind, and where both organisations stand on the measure that shows it kept."""
    language = view.language
    lines = [
        f'<li class="clause"><b>{each.number}. {escape(each.text[language])}</b>'
        f"<p>{escape(say.CLAUSE_KIND[each.kind][language])}</p>{_kept(rows.get(each.indicator_id or ''), view)}</li>"
        for each in contents.of(Clause, agreement_id=one.id)
    ]
    return section(say.CLAUSES, _list(lines, say.CLAUSES_NONE, language), language)


def _kept(row: Row | None, view: View) -> str:
    language, t = view.language, texts(view.language)
    if row is None:
        return f'<p class="quiet">{escape(say.NO_MEASURE[language])}</p>'
    name = f'<a href="{escape(view.to("indicator", item=row.indicator.id))}">{escape(row.indicator.name[language])}</a>'
    sides = "".join(
        f"<li>{icons.side(which, organisation(t, which))} {_latest(row, row.of(which), language)} "
        f"{icons.variation(row.of(which), t, language)} <small>{escape(row.of(which).sentence[language])}</small></li>"
        for which in SIDES
    )
    return f'{name}<ul class="kept">{sides}</ul>'


def _latest(row: Row, signal: Signal, language: Language) -> str:
    """The last shown figure and its period, or the word for why there is none."""
    series = signal.series
    if signal.latest is None:
        return nothing(series.flags[-1] if series.flags else "no_data", texts(language))
    value = words.figure(row.indicator, series.values[signal.latest])[language]
    period = periods.label(series.periods[signal.latest], series.grain, language)
    return f"<span><b>{escape(value)}</b> <small>{escape(period)}</small></span>"


def versions(one: Agreement, contents: Contents, view: View) -> str:
    """Every revision, newest first, down to the first version."""
    language, t = view.language, texts(view.language)
    lines = [
        f"<li><b>{long_date(t, each.revised_on)}</b> {escape(each.text[language])}"
        f"<p>{decision(each.decision_id, contents, view)}</p></li>"
        for each in reversed(contents.of(Revision, agreement_id=one.id))
    ]
    first = say.FIRST_VERSION[language]
    lines.append(f"<li><b>{long_date(t, one.from_on)}</b> {escape(first)}</li>")
    return section(say.VERSIONS, f'<ul class="lines">{"".join(lines)}</ul>', language)


def split(one: Agreement, contents: Contents, language: Language) -> str:
    """The agreed parts of the cost by unit and period, as the agreement's decisions set them."""
    decisions = {one.decision_id, *(each.decision_id for each in contents.of(Revision, agreement_id=one.id))} - {None}
    t, units = texts(language), {unit.id: unit.name[language] for unit in contents.of(Unit)}
    rest = (say.ALL_OTHERS if contents.unit_cost_splits else say.ALL_UNITS)[language]
    agreed: list[tuple[str, CostSplit | UnitCostSplit]] = [
        *((units.get(each.unit_id, each.unit_id), each) for each in contents.unit_cost_splits),
        *((rest, each) for each in contents.cost_splits),
    ]
    rows = [
        (
            name,
            [
                Cell(long_date(t, each.from_on)),
                Cell(long_date(t, each.to_on) if each.to_on else say.UNTIL_FURTHER[language]),
                *(
                    Cell(words.amount(part, "share", 1)[language])
                    for part in (each.region_share, 1 - each.region_share)
                ),
                Cell(each.decision_id),
            ],
        )
        for name, each in agreed
        if each.decision_id in decisions
    ]
    head = say.SPLIT_HEAD[language].split(";")
    body = as_html(say.SPLIT[language], head, rows, figures=0) if rows else _list([], say.SPLIT_NONE, language)
    return section(say.SPLIT, body, language)


def consultation(one: Agreement, contents: Contents, language: Language) -> str:
    """Which associations were asked, what they answered, and which were not asked."""
    t = texts(language)
    names = {body.id: body.name[language] for body in contents.bodies}
    associations = [
        body for body in contents.bodies if body.kind == "association" and (body.to_on or date.max) >= one.from_on
    ]
    asked = contents.of(Consultation, agreement_id=one.id)
    lines = []
    for each in asked:
        days = [say.ASKED[language].format(day=long_date(t, each.asked_on))]
        days += [say.ANSWERED[language].format(day=long_date(t, each.answered_on))] if each.answered_on else []
        view = f"<p>{escape(each.view[language])}</p>" if each.view else f"<p>{escape(say.WAITING[language])}</p>"
        name = escape(names.get(each.body_id, each.body_id))
        lines.append(f'<li><b>{name}</b> <span class="quiet">{escape(", ".join(days))}</span>{view}</li>')
    answering = {each.body_id for each in asked}
    left = [names[each.id] for each in associations if each.id not in answering]
    body = _list(lines, say.CONSULTED_NONE, language)
    if asked and left:
        body += f'<p class="quiet">{escape(say.NOT_ASKED[language].format(names=", ".join(left)))}</p>'
    return section(say.CONSULTED, body, language)


def rests(one: Agreement, contents: Contents, today: date, view: View) -> str:
    """Posts, projects, money and risks that are tied to the agreement."""
    lines = [undertaking_page.line(each, today, view) for each in contents.of(Undertaking, agreement_id=one.id)]
    risks = [each for each in contents.of(Risk, agreement_id=one.id) if each.status != "cancelled"]
    lines += [risk_page.line(each, today, view) for each in risks]
    return section(say.RESTS, _list(lines, say.RESTS_NONE, view.language), view.language)
