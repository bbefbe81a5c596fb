"""One decision whole: what, why, on which figures, against what, for whom, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from dashboard.components import effect_reviews, icons, issue_history
from dashboard.components.page_part import section
from dashboard.components.register_link import address, link
from dashboard.texts import decisions as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import Action, Contents, Decision
from metrics import periods
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Language, Text


def crumbs(view: View, *more: tuple[str, str]) -> str:
    """The way from the list to here.

    In      more  text and address of each step; "" for the page itself
    """
    steps = [(say.TITLE[view.language], view.to("decisions")), *more]
    items = "".join(
        f'<li><a href="{escape(to)}">{escape(text)}</a></li>' if to else f"<li>{escape(text)}</li>"
        for text, to in steps
    )
    return f'<nav class="crumbs" aria-label="{escape(say.TITLE[view.language])}"><ol>{items}</ol></nav>'


def head(decision: Decision, contents: Contents, view: View) -> str:
    """What was decided when and how, and whether it still holds."""
    language, t = view.language, texts(view.language)
    decided = say.DECIDED[language].format(
        day=long_date(t, decision.decided_on), consensus=say.CONSENSUS[decision.consensus][language]
    )
    facts = [escape(decided), escape(say.DECISION_KINDS[decision.kind][language])]
    if decision.item_id:
        to = address("agenda_item", decision.item_id, contents, view)
        said = escape(say.AT_MEETING[language].format(day=long_date(t, decision.decided_on)))
        facts.append(f'<a href="{escape(to)}">{said}</a>' if to else said)
    if decision.review_on:
        facts.append(escape(say.REVIEW_ON[language].format(day=long_date(t, decision.review_on))))
    new = next((each.id for each in contents.decisions if each.supersedes == decision.id), "")
    notices = _notice(say.REPLACED, new, view) if new else ""
    notices += _notice(say.REPLACES, decision.supersedes, view) if decision.supersedes else ""
    return (
        crumbs(view, (decision.id, ""))
        + f'<div class="head"><div><h1 id="innehall">{escape(decision.title[language])}</h1>'
        f'<p class="subtitle">{" · ".join(facts)}</p></div>'
        f'<span class="ref">{escape(decision.id)}</span></div>{notices}'
    )


def _notice(said: Text, object_id: str, view: View) -> str:
    before, after = said[view.language].split("{id}")
    return f'<p class="notice">{escape(before)}{link(view, object_id)}{escape(after)}</p>'


def words(decision: Decision, language: Language) -> str:
    """The decision and its reason in its own words."""
    return (
        f'<p class="lede">{escape(decision.text[language])}</p>'
        + section(say.WHY, f"<p>{escape(decision.reason[language])}</p>", language)
        + section(say.CONSEQUENCES, _consequences(decision, language), language)
    )


def _consequences(decision: Decision, language: Language) -> str:
    """What it means for each, side by side; what was never noted is said to be so."""
    parts = (
        (say.REGION, "region", decision.consequence_region),
        (say.MUNICIPALITY, "municipality", decision.consequence_municipality),
        (say.USERS, "users", decision.consequence_users),
    )
    return (
        '<div class="thirds">'
        + "".join(
            f'<div class="{kind}"><h3>{escape(title[language])}</h3>{_or_not(text, language)}</div>'
            for title, kind, text in parts
        )
        + "</div>"
    )


def _or_not(text: Text | None, language: Language) -> str:
    return f"<p>{escape(text[language])}</p>" if text else f'<p class="quiet">{escape(say.NOT_NOTED[language])}</p>'


def evidence(decision: Decision, indicators: Mapping[str, Indicator], view: View) -> str:
    """The figures it rests on, as they stood."""
    language, t = view.language, texts(view.language)
    if not decision.evidence:
        return section(say.EVIDENCE, f'<p class="quiet">{escape(say.EVIDENCE_NONE[language])}</p>', language)
    heads = say.EVIDENCE_HEAD[language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{_measure(each.indicator_id, indicators, view)}</th>'
        f'<td role="cell" data-label="{escape(heads[1])}">'
        f"{icons.side(each.organisation, organisation(t, each.organisation))}</td>"
        f'<td role="cell" data-label="{escape(heads[2])}">{escape(_period(each.period, language))}</td>'
        f'<td role="cell" class="frozen" data-label="{escape(heads[3])}">{escape(as_read(each.shown, language))}</td>'
        f'<td role="cell" data-label="{escape(heads[4])}">{escape(each.release_id)}</td></tr>'
        for each in decision.evidence
    )
    table = (
        f'<table class="deliveries evidence" role="table">'
        f'<caption class="vh">{escape(say.EVIDENCE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )
    return section(say.EVIDENCE, f'{table}<p class="note">{escape(say.EVIDENCE_NOTE[language])}</p>', language)


def _period(written: str, language: Language) -> str:
    """The period of a frozen figure in the reader's language; as it was written where it is no period's code."""
    found = periods.coded(written)
    return periods.label(*found, language) if found else written


def as_read(shown: str, language: Language) -> str:
    """A frozen figure, which is written as in Swedish, with the reader's decimals and per cent."""
    return shown if language == "sv" else re.sub(r"(?<=\d)\s(?=%)", "", re.sub(r"(?<=\d),(?=\d)", ".", shown))


def _measure(indicator_id: str, indicators: Mapping[str, Indicator], view: View) -> str:
    """A measure's name as a link; its id alone where the catalogue no longer has it."""
    if indicator_id not in indicators:
        return escape(indicator_id)
    to = escape(view.to("indicator", item=indicator_id))
    return f'<a href="{to}">{escape(indicators[indicator_id].name[view.language])}</a>'


def alternatives(decision: Decision, language: Language) -> str:
    """What was considered and not chosen, each with its reason; then what others thought."""
    items = "".join(
        f"<li><p><b>{escape(each.text[language])}</b></p><p>{escape(each.reason[language])}</p></li>"
        for each in decision.alternatives
    )
    body = f'<ul class="lines">{items}</ul>' if items else f'<p class="quiet">{escape(say.NOT_NOTED[language])}</p>'
    return section(say.ALTERNATIVES, body, language) + section(
        say.VIEWS, _or_not(decision.other_views, language), language
    )


def followed(reviewed: Sequence[effect_reviews.Reviewed], view: View, actions: str) -> str:
    """The actions and, for those that said what they would change, what the figure did.

    In      actions  already drawn; "" where there are none
    """
    language = view.language
    nothing = f'<p class="quiet">{escape(say.NO_ACTIONS[language])}</p>'
    return section(
        say.FOLLOWED, (actions or nothing) + (effect_reviews.table(reviewed, view) if reviewed else ""), language
    )


def aside(decision: Decision, indicators: Mapping[str, Indicator], view: View) -> str:
    """Beside it: the measures it is about, and the mandates."""
    language = view.language
    measures = "".join(f"<li>{_measure(each, indicators, view)}</li>" for each in decision.indicators)
    parts = (
        section(say.ABOUT, f'<ul class="lines">{measures}</ul>', language) if measures else "",
        section(say.MANDATE, _mandates(decision, language), language),
    )
    return f'<div class="aside">{"".join(parts)}</div>'


def _mandates(decision: Decision, language: Language) -> str:
    t = texts(language)
    sides = {"region": decision.mandate_region, "municipality": decision.mandate_municipality}
    return (
        '<ul class="lines">'
        + "".join(
            f"<li>{icons.side(which, organisation(t, which))}{_or_not(sides[which], language)}</li>"
            for which in ORGANISATIONS
        )
        + "</ul>"
    )


def issue(
    decision: Decision, contents: Contents, actions: Sequence[Action], indicators: Mapping[str, Indicator], view: View
) -> str:
    """Every other time the same measures, or this decision, were up."""
    language = view.language
    about = {decision.id, *(each.id for each in actions)} | ({decision.supersedes} if decision.supersedes else set())
    found = issue_history.steps(contents, decision.indicators, about)
    names = ", ".join(indicators[each].name[language] for each in decision.indicators if each in indicators)
    note = f'<p class="note">{escape(say.ISSUE_NOTE[language].format(measures=names))}</p>' if names else ""
    return section(say.ISSUE, note + issue_history.issue(found, decision.id, contents, view), language)
