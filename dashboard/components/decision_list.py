"""The register as a list: every decision with the actions that followed, and what a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import groupby
from typing import Literal
from urllib.parse import urlencode

from dashboard.components import icons
from dashboard.components.action_balance import days_late, is_open
from dashboard.components.badges import menu
from dashboard.components.history import seat_name
from dashboard.components.register_link import address, link
from dashboard.texts import decisions as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import Action, Contents, Decision
from governance.register import Register
from governance.search import Hit, search
from metrics import words
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language, Text

YEARS_SHOWN = 3
"""How many years of decisions the page begins with; earlier ones are a click away."""
MOST_HITS = 50


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the address asks the register for.

    In      words        "" lists every decision, anything else searches
            kind         one of the kinds that are searched, "" for all
            first, last  years; None for no limit
    """

    words: str = ""
    kind: str = ""
    first: int | None = None
    last: int | None = None

    @property
    def from_on(self) -> date | None:
        """The first day asked for."""
        return date(self.first, 1, 1) if self.first else None

    @property
    def to_on(self) -> date | None:
        """The last day asked for."""
        return date(self.last, 12, 31) if self.last else None


def asked(query: Mapping[str, str]) -> Asked:
    """What the address asks for, without what means nothing.

    >>> asked({"q": " sip ", "kind": "moon", "from": "2019"})
    Asked(words='sip', kind='', first=2019, last=None)
    """
    kind = query.get("kind", "")
    return Asked(
        words=query.get("q", "").strip(),
        kind=kind if kind in say.KINDS else "",
        first=_year(query.get("from", "")),
        last=_year(query.get("to", "")),
    )


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and text > "0000" else None


def address_of(wanted: Asked, view: View) -> str:
    """The address of the list with these words and filters."""
    named = {"q": wanted.words, "kind": wanted.kind, "from": wanted.first, "to": wanted.last}
    more = urlencode({name: value for name, value in named.items() if value})
    return view.to("decisions") + (f"&{more}" if more else "")


def filters(wanted: Asked, contents: Contents, view: View) -> str:
    """Kind, organisation and years as menus of links."""
    language = view.language
    every = say.ALL[language]
    kinds = [(every, "")] + [(text[language], kind) for kind, text in say.KINDS.items()]
    everybody: Organisation | Literal[""] = ""
    sides = [(every, everybody)] + [(say.LANES[which][language], which) for which in ORGANISATIONS]
    years = sorted({each.decided_on.year for each in contents.decisions}, reverse=True)
    first = [(say.START[language], None)] + [(str(year), year) for year in years]
    last = [(say.NOW[language], None)] + [(str(year), year) for year in years]
    parts = (
        _menu(say.KIND[language], wanted.kind, [(t, v, address_of(replace(wanted, kind=v), view)) for t, v in kinds]),
        _menu(
            say.WHOSE[language],
            view.organisation,
            [(text, side, address_of(wanted, replace(view, organisation=side))) for text, side in sides],
        ),
        _menu(
            say.FIRST[language], wanted.first, [(t, v, address_of(replace(wanted, first=v), view)) for t, v in first]
        ),
        _menu(say.LAST[language], wanted.last, [(t, v, address_of(replace(wanted, last=v), view)) for t, v in last]),
    )
    return f'<div class="badges" role="group" aria-label="{escape(say.FILTERS[language])}">{"".join(parts)}</div>'


def _menu(name: str, chosen: object, choices: Sequence[tuple[str, object, str]]) -> str:
    shown = next((text for text, value, _ in choices if value == chosen), str(chosen))
    return menu(name, shown, [(text, to, value == chosen) for text, value, to in choices])


# --- the opening -------------------------------------------------------------------------------------------------


def opening(contents: Contents, today: date, reviewed: str, language: Language) -> str:
    """What matters in two sentences: what is late, and what the figures did."""
    return f'<p class="finding"><b>{escape(late_of_open(contents, today)[language])}</b> {escape(reviewed)}</p>'


def late_of_open(contents: Contents, today: date) -> Text:
    """How many actions are late, of those that are open."""
    late = sum(days_late(each, today) > 0 for each in contents.actions)
    running = sum(is_open(each) for each in contents.actions)
    said = say.OPEN_NONE if not running else say.LATE_NONE if not late else say.LATE_ONE if late == 1 else say.LATE
    return words.capitalised(
        said.format(n=words.in_words(late, common=True), open=words.in_words(running, common=True))
    )


# --- the list ----------------------------------------------------------------------------------------------------


def register(contents: Contents, wanted: Asked, view: View, today: date) -> str:
    """The decisions, newest first, year by year, each with its actions; those outside any decision last."""
    language = view.language
    chosen = [each for each in reversed(contents.decisions) if _within(each.decided_on, wanted)]
    actions: dict[str | None, list[Action]] = {}
    for action in contents.actions:
        if not view.organisation or action.organisation == view.organisation:
            actions.setdefault(action.decision_id, []).append(action)
    if view.organisation:
        chosen = [each for each in chosen if each.id in actions]
    unlimited = wanted.first is None and wanted.last is None
    newest = chosen[0].decided_on.year if chosen else today.year
    shown = [each for each in chosen if not unlimited or each.decided_on.year > newest - YEARS_SHOWN]
    replaced = {each.supersedes: each.id for each in contents.decisions if each.supersedes}
    body = "".join(
        f"<h3>{year}</h3><ul class='decided-list'>"
        + "".join(_decision(each, actions.get(each.id, ()), replaced, view, today) for each in inside)
        + "</ul>"
        for year, inside in groupby(shown, key=lambda each: each.decided_on.year)
    )
    loose = [each for each in actions.get(None, ()) if _within(each.opened_on, wanted)]
    if loose:
        body += f"<h3>{escape(say.OWN_ACTIONS[language])}</h3>{action_list(loose, view, today)}"
    if len(shown) < len(chosen):
        first = min(each.decided_on.year for each in chosen)
        to = escape(address_of(replace(wanted, first=first), view))
        body += f'<p><a href="{to}">{escape(say.EARLIER[language].format(n=len(chosen) - len(shown)))}</a></p>'
    return body or f'<p class="quiet">{escape(say.NOTHING_CHOSEN[language])}</p>'


def _within(day: date, wanted: Asked) -> bool:
    return (wanted.from_on or date.min) <= day <= (wanted.to_on or date.max)


def _decision(
    decision: Decision, actions: Sequence[Action], replaced: Mapping[str, str], view: View, today: date
) -> str:
    language, t = view.language, texts(view.language)
    to = escape(view.to("decisions", item=decision.id))
    gone = ""
    if decision.id in replaced:
        said, new = say.SUPERSEDED[language].split("{id}")[0], replaced[decision.id]
        gone = f' <span class="gone">{escape(said)}{link(view, new)}</span>'
    return (
        f"<li><div class='when'>{link(view, decision.id)} "
        f'<time datetime="{decision.decided_on}">{escape(long_date(t, decision.decided_on))}</time></div>'
        f'<div><p class="what"><a href="{to}">{escape(decision.title[language])}</a>{gone}</p>'
        + followed(actions, view, today)
        + "</div></li>"
    )


def followed(actions: Sequence[Action], view: View, today: date) -> str:
    """The actions of one decision, the region's first as everywhere else; nothing where none followed."""
    both = sorted(actions, key=lambda each: ORGANISATIONS.index(each.organisation))
    return action_list(both, view, today) if both else ""


def action_list(actions: Sequence[Action], view: View, today: date) -> str:
    """Actions a line each: whose, what, and how far it has come."""
    t = texts(view.language)
    return (
        '<ul class="actions">'
        + "".join(
            f"<li>{icons.side(each.organisation, organisation(t, each.organisation))}"
            f'<a href="{escape(view.to("decisions", item=each.id))}">{escape(each.title[view.language])}</a>'
            f"{progress(each, view.language, today)}</li>"
            for each in actions
        )
        + "</ul>"
    )


def about(indicator_id: str, contents: Contents, view: View, today: date) -> str:
    """The actions that are to move a measure, under their heading; nothing where there is none."""
    found = [each for each in contents.actions if each.expects_indicator == indicator_id]
    if not found:
        return ""
    title = escape(say.ACTIONS_ABOUT[view.language])
    return f'<section class="narrow"><h2>{title}</h2>{action_list(found[::-1], view, today)}</section>'


def progress(action: Action, language: Language, today: date) -> str:
    """How far an action has come, with its days; what is late says so in words."""
    t = texts(language)
    status = say.STATUSES[action.status][language]
    if action.status == "done" and action.closed_on:
        said = say.DONE_ON[language].format(day=long_date(t, action.closed_on))
    elif not is_open(action):
        said = status
    elif action.due_on is None:
        said = say.DUE_NEVER[language].format(status=status)
    else:
        said = say.DUE[language].format(status=status, day=long_date(t, action.due_on))
    late = days_late(action, today)
    behind = f" <b>{escape(late_words(late, language))}</b>" if late else ""
    return f'<span class="progress {action.status}">{escape(said)}{behind}</span>'


def late_words(days: int, language: Language) -> str:
    """How late something is."""
    return (say.DAY_LATE if days == 1 else say.DAYS_LATE)[language].format(n=days)


def late_list(contents: Contents, view: View, today: date) -> str:
    """The late actions as a list, or that there are none."""
    lines = late_lines(contents, view, today)
    return f'<ul class="lines">{lines}</ul>' if lines else f'<p class="quiet">{say.ATTENTION_NONE[view.language]}</p>'


def late_lines(contents: Contents, view: View, today: date) -> str:
    """The late actions, the latest first, with who has them."""
    language, t = view.language, texts(view.language)
    late = sorted((each for each in contents.actions if days_late(each, today)), key=lambda each: str(each.due_on))
    return "".join(
        f"<li>{icons.side(each.organisation, organisation(t, each.organisation))}<div>"
        f'<a href="{escape(view.to("decisions", item=each.id))}">{escape(each.title[language])}</a>'
        f"<p>{escape(late_words(days_late(each, today), language))}"
        f"{escape(f', {seat_name(each.owner, language)}' if each.owner else '')}</p></div></li>"
        for each in late
    )


# --- what a search finds -----------------------------------------------------------------------------------------


def hits(found: Sequence[Hit], wanted: Asked, contents: Contents, view: View) -> str:
    """The entries that hold the words, the most to the point first, each with the words marked."""
    language, t = view.language, texts(view.language)
    said = (
        say.FOUND_NONE
        if not found
        else say.FOUND_ONE
        if len(found) == 1
        else say.FOUND_MOST
        if len(found) == MOST_HITS
        else say.FOUND
    )
    head = f'<p class="note" role="status">{escape(said[language].format(n=len(found), words=wanted.words))}</p>'
    lines = []
    for hit in found:
        to = address(hit.kind, hit.object_id, contents, view)
        name = escape(hit.object_id)
        named = f'<a class="ref" href="{escape(to)}">{name}</a>' if to else f'<span class="ref">{name}</span>'
        day = f'<time datetime="{hit.on}">{escape(long_date(t, hit.on))}</time>' if hit.on else ""
        lines.append(
            f"<li><div class='when'>{named} {day}</div><div><p class='kind-of'>{escape(_kind(hit, language))}</p>"
            f"<p class='excerpt'>{marked(hit, language)}</p></div></li>"
        )
    return head + (f'<ul class="decided-list hits">{"".join(lines)}</ul>' if lines else "")


def found(register: Register, wanted: Asked, organisation: str) -> tuple[Hit, ...]:
    """What the register has for the words, within the filters."""
    return search(
        register,
        wanted.words,
        kind=wanted.kind,
        organisation=organisation,
        from_on=wanted.from_on,
        to_on=wanted.to_on,
        limit=MOST_HITS,
    )


def _kind(hit: Hit, language: Language) -> str:
    said = f"{say.KINDS[hit.kind][language]}, {say.LANES[hit.organisation][language].lower()}"
    return f"{said}, {say.STATUSES['cancelled'][language]}" if hit.cancelled else said


def marked(hit: Hit, language: Language) -> str:
    """The excerpt with the words that were found marked, without the id it begins with."""
    text = hit.excerpt[language] if "[" in hit.excerpt[language] else max(hit.excerpt.sv, hit.excerpt.en, key=_marks)
    plain = text.removeprefix(hit.object_id).strip()
    return escape(plain).replace("[", "<mark>").replace("]", "</mark>").replace("\n", " · ")


def _marks(text: str) -> int:
    return text.count("[")
