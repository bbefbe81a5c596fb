"""Whether a figure went the way a decision expected, by the day it said it would be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics import periods, words
from metrics.indicator import Indicator, Organisation
from metrics.problem import Text
from metrics.scorecard import Signal
from metrics.spc.runs import sign_between

Outcome = Literal["expected", "other", "none", "too_early"]

_SAID: Mapping[Outcome, Text] = {
    "expected": Text(
        sv="{measure}, {whose}: har rört sig åt det håll som väntades, från och med {since}. Siffran visar inte "
        "varför.",
        en="{measure}, {whose}: has moved in the direction expected, from {since}. The figure does not show why.",
    ),
    "other": Text(
        sv="{measure}, {whose}: har rört sig åt motsatt håll mot det som väntades, från och med {since}. Siffran visar "
        "inte varför.",
        en="{measure}, {whose}: has moved in the opposite direction to the one expected, from {since}. The figure does "
        "not show why.",
    ),
    "none": Text(
        sv="{measure}, {whose}: ingen säker förändring mellan beslutet och {review_on}.",
        en="{measure}, {whose}: no reliable change between the decision and {review_on}.",
    ),
    "too_early": Text(
        sv="{measure}, {whose}: det är för tidigt att säga något. Det behövs värden fram till {review_on}.",
        en="{measure}, {whose}: it is too early to say anything. Values up to {review_on} are needed.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a decision said would happen to a figure, recorded with the decision.

    In      direction  which way the figure was to go: "increase" or "decrease", whether or not that is better
            review_on  the day by which it was to show
    """

    decision_id: str
    indicator_id: str
    organisation: Organisation
    direction: Literal["increase", "decrease"]
    decided_on: date
    review_on: date


@dataclass(frozen=True, kw_only=True)
class EffectReview:
    """What the figure did between the decision and its day of review.

    Out     outcome  in the expected direction, in the other, no reliable change, or too early to say
            since    first day of the period where the movement begins
    """

    expectation: Expectation
    outcome: Outcome
    since: date | None
    sentence: Text


def review(indicator: Indicator, expectation: Expectation, signal: Signal) -> EffectReview:
    """The review of one expectation.

    In      signal  of the expectation's indicator and organisation
    Rule    only a movement that begins after the decision counts, the last one where there are two; what happens
            after the day of review is not looked at. Nothing is claimed about why
    """
    every, grain = signal.series.periods, signal.series.grain
    first = next((at for at, on in enumerate(every) if on >= expectation.decided_on), len(every))
    due = periods.index(expectation.review_on, grain)
    if periods.end(due, grain) > expectation.review_on:
        due -= 1  # the review comes within a period: the one before is the last whole one
    last = due - periods.index(every[0], grain) if every else -1
    sign = None if signal.chart is None else sign_between(signal.chart, first, last)
    wanted = 1 if expectation.direction == "increase" else -1
    outcome: Outcome = "too_early"
    if sign is not None:
        outcome = "expected" if sign[1] == wanted else "other"
    elif signal.chart is not None and first <= last < len(every):
        outcome = "none"
    since = None if sign is None else every[sign[0]]
    return EffectReview(
        expectation=expectation,
        outcome=outcome,
        since=since,
        sentence=_SAID[outcome].format(
            measure=indicator.name,
            whose=words.ORGANISATION[expectation.organisation],
            review_on=expectation.review_on,
            since=words.period(since, grain) if since else "",
        ),
    )
