"""Risks: the gravest first, how grave in words and mark, where each would show, and the forms for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.components import closing, entry_page
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked, whose
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form
from dashboard.texts import long_date, texts
from dashboard.texts import risks as say
from dashboard.texts.decisions import LANES
from dashboard.view import View
from governance.entries import Contents, Risk
from governance.keeping import Held
from metrics import catalogue, words
from metrics.problem import Language, Text

GRAVEST_FIRST = tuple(say.SEVERITIES)


def section(held: Sequence[Held[Risk]], contents: Contents, today: date, view: View) -> str:
    """How many risks are past their review, the open ones by how grave they are, and a form for another.

    In      held  every one there is; what is closed and what is cancelled is folded
    """
    language = view.language
    counts = [each.entry for each in held if not each.cancelled]
    there = [each for each in counts if each.status == "open"]
    there.sort(key=lambda each: (GRAVEST_FIRST.index(each.severity), each.review_on))
    over = [each for each in reversed(counts) if each.status != "open"]
    cancelled = ((linked(view.to("agreements", item=each.entry.id), each.entry.title, view), each) for each in held)
    late = sum(each.review_on < today for each in there)
    said = say.NOTHING if not there else say.LATE if late else say.LATE_NONE
    return (
        f'<section id="risks"><h2>{escape(say.TITLE[language])}</h2>'
        f'<p class="finding">{escape(said[language].format(late=late, n=len(there)))}</p>{_list(there, today, view)}'
        + (folded(say.OVER.format(n=len(over)), _list(over, today, view), language) if over else "")
        + closing.cancelled(cancelled, language)
        + folded(say.NEW, _form(None, contents, language), language, place="risk-new")
        + "</section>"
    )


def _list(found: Sequence[Risk], today: date, view: View) -> str:
    return f'<ul class="lines">{"".join(line(each, today, view) for each in found)}</ul>' if found else ""


def line(each: Risk, today: date, view: View) -> str:
    """One risk in a list: how grave, when it is looked at again, whose it is and where it would show."""
    language = view.language
    late = each.status == "open" and each.review_on < today
    shows = _shows(each, view)
    facts = [whose(each.organisation, language), f"{escape(say.SHOWS[language].lower())} {shows}" if shows else ""]
    return (
        f'<li class="fund{" soon" if late else ""}">'
        f"{linked(view.to('agreements', item=each.id), each.title, view)} {severity(each, language)} "
        f'<span class="end">{escape(_reviewed(each, today, language))}</span>'
        f"<p>{' · '.join(filter(None, facts))}</p></li>"
    )


def severity(each: Risk, language: Language) -> str:
    """How grave a risk is, as a word behind one, two or three filled bars."""
    said = escape(say.SEVERITIES[each.severity][language])
    name = escape(say.SEVERITY[language].lower())
    return f'<span class="severity {each.severity}"><i></i><i></i><i></i><span class="vh">{name}:</span> {said}</span>'


def _reviewed(each: Risk, today: date, language: Language) -> str:
    if each.status != "open":
        return say.STATUSES[each.status][language]
    said = say.REVIEW_PAST if each.review_on < today else say.REVIEW_ON
    return said[language].format(day=long_date(texts(language), each.review_on))


def _shows(each: Risk, view: View) -> str:
    """The measures where it would show, as links."""
    names = {one.id: one.name for one in catalogue.catalogue()}
    known = [one for one in each.indicators if one in names]
    return ", ".join(linked(view.to("indicator", item=one), names[one], view) for one in known)


# --- one of them ------------------------------------------------------------------------------------------------


def page(held: Held[Risk], contents: Contents, today: date, view: View, back: Text) -> str:
    """One risk whole: what it would lead to, its facts, its forms and its history."""
    language, one = view.language, held.entry
    agreement = next((each for each in contents.agreements if each.id == one.agreement_id), None)
    facts = [
        (say.SEVERITY, severity(one, language)),
        (say.STATUS, escape(words.capitalised(say.STATUSES[one.status])[language])),
        (say.REVIEW, escape(long_date(texts(language), one.review_on))),
        (say.WHOSE, whose(one.organisation, language)),
        (say.SHOWS, _shows(one, view) or escape(say.SHOWS_NOWHERE[language])),
        (say.AGREEMENT, linked(view.to("agreements", item=agreement.id), agreement.title, view) if agreement else ""),
    ]
    change = folded(say.CHANGE, _form(held, contents, language), language)
    turn = _turn("risk_close", say.CLOSE, say.WHY_CLOSE, held, language)
    if one.status != "open":
        turn = _turn("risk_reopen", say.REOPEN, say.WHY_REOPEN, held, language)
    return entry_page.top(
        held, one.title, _reviewed(one, today, language), facts, view, back, lede=one.text
    ) + entry_page.below(held, change + turn + closing.cancel(held, language), view)


def _turn(write: str, title: Text, label: Text, held: Held[Risk], language: Language) -> str:
    """The form that closes a risk or opens it again, with its reason."""
    own = held.entry.id
    fields = [Field(name="id", kind="hidden", value=own), Field(name="why", label=label[language], wide=True)]
    drawn = form(write, fields, about=f"risk/{own}", language=language, seen=held.version, submit=title[language])
    return folded(title, drawn, language)


def _form(held: Held[Risk] | None, contents: Contents, language: Language) -> str:
    one, of = held.entry if held else None, Fields(say.FIELDS, language)
    measures = [(each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()]
    agreements = [
        ("", say.NONE[language]),
        *((each.id, f"{each.id} {each.title[language]}") for each in contents.agreements),
    ]
    fields = [
        of.line("title", one.title if one else None, wide=True),
        of.long("text", one.text if one else None),
        of.choice("severity", of.words(say.SEVERITIES), one.severity if one else "middle"),
        of.choice("organisation", of.words(LANES), one.organisation if one else "joint"),
        of.day("review_on", one.review_on if one else None),
        of.choice("agreement_id", agreements, one.agreement_id if one else ""),
        of.many("indicators", measures, one.indicators if one else (), fold=say.WHERE[language]),
    ]
    return entry_form(Risk, held, fields, language)
