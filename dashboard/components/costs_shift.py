"""What may have moved between the organisations, put as questions to both: never an answer, never blame."""

from __future__ import annotations

from html import escape

from dashboard.components import icons
from dashboard.components.costs_figures import Costs
from dashboard.texts import costs as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from metrics import periods, words
from metrics.cost_questions import Question
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language, Text


def count(found: Costs) -> Text:
    """How many questions there are, in a sentence."""
    asked = len(found.questions)
    if not found.checks:
        return say.NOTHING_CHECKED
    if not asked:
        return say.ASKED_NONE
    return say.ASKED_ONE if asked == 1 else say.ASKED.format(n=words.capitalised(words.in_words(asked, common=True)))


def shift(found: Costs, view: View) -> str:
    """Every question, then what was checked, then what the check cannot show."""
    language = view.language
    if not found.checks:
        return f'<p class="quiet">{escape(say.NOTHING_CHECKED[language])}</p>'
    asked = "".join(_question(each, view) for each in found.questions)
    return (
        (asked or f"<p>{escape(say.ASKED_NONE[language])}</p>")
        + _every(found, language)
        + f'<p class="note">{escape(say.SHIFT_NOTE[language])}</p>'
    )


def _every(found: Costs, language: Language) -> str:
    """All checks, to unfold: also those that found nothing are a fact."""
    names = dict.fromkeys(each.indicator.name[language] for each in found.checks)
    counted = say.CHECKED[language].format(
        measures=", ".join(name[:1].lower() + name[1:] for name in names),
        changes=len({each.change.id for each in found.checks}),
    )
    lines = "".join(
        f"<li>{escape(each.change.title[language])} ({escape(each.change.id)}). "
        f"{escape(each.result.sentence[language])}</li>"
        for each in found.checks
    )
    summary = f"{escape(say.ALL_CHECKS[language])}</summary>"
    return (
        f'<p class="note">{escape(counted)}</p><details class="older"><summary>{summary}<ul class="checks">{lines}</ul>'
        "</details>"
    )


def _question(each: Question, view: View) -> str:
    language, t = view.language, texts(view.language)
    sides = "".join(
        f"<li>{icons.side(which, organisation(t, which))} {escape(_moved(each, which, language))}</li>"
        for which in ORGANISATIONS
    )
    before = "".join(
        f'<li><time datetime="{change.on}">{escape(long_date(t, change.on))}</time> {escape(change.title[language])} '
        f"<small>{escape(change.id)}</small></li>"
        for change in each.follows
    )
    address = escape(view.to("indicator", item=each.indicator.id))
    return (
        f'<article class="question"><h3>{escape(each.indicator.name[language])}</h3><ul class="moved">{sides}</ul>'
        f'<p>{escape(each.sentence[language])}</p><p class="ask">{escape(say.ASK[language])}</p>'
        f'<h4>{escape(say.FOLLOWS[language])}</h4><ul class="follows">{before}</ul>'
        f'<p><a href="{address}">{escape(say.OPEN_MEASURE[language])}</a></p></article>'
    )


def _moved(each: Question, which: Organisation, language: Language) -> str:
    said = say.ROSE if which == each.up else say.FELL
    return said[language].format(period=periods.label(each.since[which], each.grain, language))
