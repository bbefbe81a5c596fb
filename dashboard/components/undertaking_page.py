"""Projects, posts and money for a time: what ends first, each on its own, and the forms for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.components import closing, entry_page, states
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked, whose
from dashboard.components.page_part import folded
from dashboard.measures import exact, shown
from dashboard.texts import long_date, texts
from dashboard.texts import undertakings as say
from dashboard.texts.decisions import LANES
from dashboard.view import View
from governance.entries import Contents, Undertaking
from governance.keeping import Held
from governance.model.improvement import HALF_A_YEAR
from metrics import words
from metrics.problem import Language, Text


def section(held: Sequence[Held[Undertaking]], contents: Contents, today: date, view: View) -> str:
    """What is running by what ends first, what is over, and a form for another.

    In      held  every one there is; what is cancelled is folded with what is over
    """
    language = view.language
    counts = sorted((each.entry for each in held if not each.cancelled), key=lambda each: each.to_on or date.max)
    running = [each for each in counts if each.to_on is None or each.to_on >= today]
    ended = [each for each in reversed(counts) if each not in running]
    said = _next(running, today, language) if running else say.NOTHING[language]
    cancelled = ((linked(view.to("agreements", item=each.entry.id), each.entry.title, view), each) for each in held)
    over = say.OVER.format(n=len(ended))
    return (
        f'<section id="undertakings"><h2>{escape(say.TITLE[language])}</h2><p>{escape(say.NOTE[language])}</p>'
        f'<p class="finding">{escape(said)}</p>{_list(running, today, view)}'
        + (folded(over, _list(ended, today, view), language) if ended else "")
        + closing.cancelled(cancelled, language)
        + folded(say.NEW, _form(None, contents, language), language, place="undertaking-new")
        + "</section>"
    )


def _next(running: Sequence[Undertaking], today: date, language: Language) -> str:
    first = running[0]
    if first.to_on is None:
        return say.NEXT_NONE[language]
    return say.NEXT.format(name=first.title, day=long_date(texts(language), first.to_on))[language]


def _list(found: Sequence[Undertaking], today: date, view: View) -> str:
    return f'<ul class="lines">{"".join(line(each, today, view) for each in found)}</ul>' if found else ""


def line(each: Undertaking, today: date, view: View) -> str:
    """One of them in a list: what it is, when it ends, whose it is and what it costs."""
    language = view.language
    facts = [words.capitalised(say.KINDS[each.kind])[language]]
    facts += [_money(each.amount_sek, language)] if each.amount_sek is not None else []
    if each.region_share is not None:
        facts.append(say.REGION_PART.format(share=_part(each.region_share))[language])
    soon = " soon" if each.to_on and 0 <= (each.to_on - today).days <= HALF_A_YEAR.days else ""
    return (
        f'<li class="fund{soon}">{linked(view.to("agreements", item=each.id), each.title, view)} '
        f'<span class="end">{escape(end(each, today, language))}</span>'
        f"<p>{whose(each.organisation, language)} · {escape(' · '.join(facts))}</p></li>"
    )


def end(each: Undertaking, today: date, language: Language) -> str:
    """When it ends, in days where that is soon."""
    t = texts(language)
    if each.from_on > today:
        return say.BEGINS[language].format(day=long_date(t, each.from_on))
    if each.to_on is None:
        return say.NO_END[language]
    day, left = long_date(t, each.to_on), (each.to_on - today).days
    if left < 0:
        return say.ENDED[language].format(day=day)
    if left <= HALF_A_YEAR.days:
        return say.ENDS_SOON.format(day=day, days=words.amount(left, "days"))[language]
    return say.ENDS[language].format(day=day, months=words.some_periods(round(left / 30.44), "month")[language])


def _money(amount: float, language: Language) -> str:
    return exact(amount, "sek_per_person")[language]


def _part(share: float) -> Text:
    return exact(share, "share")


# --- one of them ------------------------------------------------------------------------------------------------


def page(held: Held[Undertaking], contents: Contents, today: date, view: View, back: Text) -> str:
    """One of them whole: its facts, its forms and its history."""
    language, one = view.language, held.entry
    lacks = one.kind == "project" and one.organisation == "joint" and one.agreement_id is None and not held.cancelled
    kind = words.capitalised(say.KINDS[one.kind])[language]
    change = folded(say.CHANGE, _form(held, contents, language), language)
    return (
        entry_page.top(held, one.title, f"{kind}, {end(one, today, language)}", _facts(one, contents, view), view, back)
        + (states.notice(say.NO_AGREEMENT[language]) if lacks else "")
        + entry_page.below(held, change + closing.end(held, language) + closing.cancel(held, language), view)
    )


def _facts(one: Undertaking, contents: Contents, view: View) -> entry_page.Facts:
    language, t = view.language, texts(view.language)
    runs, last = (say.FROM_TO, long_date(t, one.to_on)) if one.to_on else (say.FROM_ON, "")
    agreement = next((each for each in contents.agreements if each.id == one.agreement_id), None)
    unit = next((each for each in contents.units if each.id == one.unit_id), None)
    return [
        (say.RUNS, escape(runs[language].format(first=long_date(t, one.from_on), last=last))),
        (say.WHOSE, whose(one.organisation, language)),
        (say.AMOUNT, escape(_money(one.amount_sek, language)) if one.amount_sek is not None else ""),
        (say.PART, escape(_part(one.region_share)[language]) if one.region_share is not None else ""),
        (say.AGREEMENT, linked(view.to("agreements", item=agreement.id), agreement.title, view) if agreement else ""),
        (say.UNIT, linked(view.to("unit", item=unit.id), unit.name, view) if unit else ""),
    ]


def _form(held: Held[Undertaking] | None, contents: Contents, language: Language) -> str:
    one, of = held.entry if held else None, Fields(say.FIELDS, language)
    none = ("", say.NONE[language])
    agreements = [none, *((each.id, f"{each.id} {each.title[language]}") for each in contents.agreements)]
    units = [none, *((each.id, each.name[language]) for each in contents.units)]
    fields = [
        of.line("title", one.title if one else None, wide=True),
        of.choice("kind", of.words(say.KINDS), one.kind if one else ""),
        of.choice("organisation", of.words(LANES), one.organisation if one else "joint"),
        of.day("from_on", one.from_on if one else None),
        *([] if one else [of.day("to_on")]),
        of.line("amount_sek", shown(one.amount_sek if one else None, "sek_per_person", language)),
        of.line("region_share", shown(one.region_share if one else None, "share", language)),
        of.choice("agreement_id", agreements, one.agreement_id if one else ""),
        of.choice("unit_id", units, one.unit_id if one else ""),
    ]
    return entry_form(Undertaking, held, fields, language)
