"""Whether the figures went the way the actions expected: each tested on the day it named, in words without cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from dashboard import data
from dashboard.components import icons
from dashboard.components.register_link import link
from dashboard.texts import decisions as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import Action, Contents
from metrics import words
from metrics.effect_review import Expectation, review
from metrics.indicator import Indicator
from metrics.problem import Language, Text
from metrics.scorecard import Row, Signal, signal


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """One action's expectation and what came of it.

    Out     outcome  as `metrics.effect_review` says it, or "ahead" before the day named
    """

    action: Action
    indicator: Indicator
    review_on: date
    outcome: str
    sentence: Text


def reviews(contents: Contents, rows: Sequence[Row], today: date) -> tuple[Reviewed, ...]:
    """Every expectation of an action that stands, the one last tested first.

    Rule    counted from the day of the decision the action follows from, else from the day it was opened
    """
    shown = {row.indicator.id: row for row in rows}
    decided = {each.id: each.decided_on for each in contents.decisions}
    found = [
        _reviewed(action, shown[action.expects_indicator], decided, today)
        for action in contents.actions
        if action.status != "cancelled" and action.expects_indicator in shown
    ]
    return tuple(sorted(filter(None, found), key=lambda each: (each.review_on, each.action.id), reverse=True))


def _reviewed(action: Action, row: Row, decided: Mapping[str, date], today: date) -> Reviewed | None:
    if action.expects_direction is None or action.expects_on is None:
        return None
    expectation = Expectation(
        decision_id=action.decision_id or action.id,
        indicator_id=row.indicator.id,
        organisation=action.organisation,
        direction=action.expects_direction,
        decided_on=decided.get(action.decision_id or "", action.opened_on),
        review_on=action.expects_on,
    )
    outcome, sentence = "ahead", say.AHEAD.format(day=action.expects_on)
    if action.expects_on <= today:
        tested = review(row.indicator, expectation, _by_the_limits_of_then(row, expectation))
        outcome, sentence = tested.outcome, tested.sentence
    return Reviewed(
        action=action, indicator=row.indicator, review_on=action.expects_on, outcome=outcome, sentence=sentence
    )


def _by_the_limits_of_then(row: Row, expectation: Expectation) -> Signal:
    """The figure's signal by the limits there were at the decision: new ones, made since it moved, would hide it."""
    shown = row.of(expectation.organisation)
    before, later = [], False
    for each in data.recalculations():
        if each.from_on <= expectation.decided_on:
            before.append(each)
        elif (each.indicator_id, each.organisation) == (expectation.indicator_id, expectation.organisation):
            later = True
    return signal(row.indicator, shown.series, (), before) if later else shown


def expectation(found: Reviewed, language: Language) -> str:
    """What the action said would happen."""
    said = say.RISE if found.action.expects_direction == "increase" else say.FALL
    return said[language].format(measure=found.indicator.name[language])


def sentence(found: Sequence[Reviewed], language: Language) -> str:
    """How many of those tested went the way expected; nothing where none is tested."""
    tested = [each for each in found if each.outcome in ("expected", "other", "none")]
    expected = sum(each.outcome == "expected" for each in tested)
    n, moved = (words.in_words(each, common=True)[language] for each in (len(tested), expected))
    return say.REVIEWED[language].format(n=n, expected=moved) if tested else ""


def table(found: Sequence[Reviewed], view: View) -> str:
    """All reviews, a row each: the action, what it expected, when it is tested, and what the figure did."""
    language, t = view.language, texts(view.language)
    if not found:
        return f'<p class="quiet">{escape(say.REVIEWS_NONE[language])}</p>'
    heads = say.REVIEW_HEAD[language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{link(view, each.action.id)} '
        f"{icons.side(each.action.organisation, organisation(t, each.action.organisation))}</th>"
        f'<td role="cell" data-label="{escape(heads[1])}">'
        f'<a href="{escape(view.to("indicator", item=each.indicator.id))}">'
        f"{escape(expectation(each, language))}</a></td>"
        f'<td role="cell" data-label="{escape(heads[2])}">{escape(long_date(t, each.review_on))}</td>'
        f'<td role="cell" data-label="{escape(heads[3])}">{outcome(each, language)}</td></tr>'
        for each in found
    )
    caption = escape(say.REVIEWS[language])
    return (
        f'<table class="deliveries effects" role="table"><caption class="vh">{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def outcome(found: Reviewed, language: Language) -> str:
    """The outcome in a word, then the whole sentence."""
    word = f'<b class="came {found.outcome}">{escape(say.OUTCOMES[found.outcome][language].capitalize())}</b>'
    return f"{word} <p>{escape(found.sentence[language])}</p>"
