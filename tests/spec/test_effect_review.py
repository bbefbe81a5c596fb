"""Whether a figure went the way a decision expected: drawn series after a decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics.effect_review import EffectReview, Expectation, review
from metrics.scorecard import signal
from metrics.series import series
from tests.builders import an_indicator, cells

STILL = [0.5, 0.6] * 8  # 2023 to 2026 by quarter
UP, DOWN, SAME = [0.9, 0.95, 0.9, 0.95], [0.1, 0.15, 0.1, 0.15], [0.5, 0.6, 0.5, 0.6]


def reviewed(
    after: list[Any], *, direction: Any = "increase", decided: str = "2026-12-15", due: str = "2027-12-31"
) -> EffectReview:
    expectation = Expectation(
        decision_id="B-2026-009",
        indicator_id="P2",
        organisation="region",
        direction=direction,
        decided_on=date.fromisoformat(decided),
        review_on=date.fromisoformat(due),
    )
    measured = an_indicator()
    found = signal(measured, series(cells([*STILL, *after]), measured, "region"), [], [])
    return review(measured, expectation, found)


@pytest.mark.parametrize(
    ("after", "direction", "outcome"),
    [
        (UP, "increase", "expected"),
        (DOWN, "increase", "other"),
        (DOWN, "decrease", "expected"),
        (SAME, "increase", "none"),
        ([*SAME[:3], *UP[:1]], "increase", "expected"),  # one point far enough is enough
        ([*DOWN[:1], *SAME[:1], *UP[:2]], "increase", "expected"),  # the last of two
        (SAME[:3], "increase", "too_early"),
        ([*UP[:2]], "increase", "expected"),  # plain before its day
        ([], "increase", "too_early"),
        ([*SAME, *UP], "increase", "none"),  # what comes after the day of review is not looked at
    ],
    ids=["up", "down", "down wanted", "still", "at the end", "two", "a quarter left", "early", "nothing yet", "late"],
)
def test_what_the_figure_did_between_decision_and_review(after: list[Any], direction: str, outcome: str) -> None:
    assert reviewed(after, direction=direction).outcome == outcome


def test_a_movement_from_before_the_decision_is_not_counted() -> None:
    assert reviewed([*UP, *UP], decided="2027-02-01", due="2028-12-31").outcome == "none"


def test_a_review_within_a_quarter_looks_at_the_last_whole_one() -> None:
    assert reviewed([*SAME[:3], 0.95], due="2027-12-30").outcome == "none"


def test_too_few_values_to_have_limits_are_too_early_to_judge() -> None:
    measured = an_indicator()
    few = signal(measured, series(cells([0.5, 0.9], first=date(2027, 1, 1)), measured, "region"), [], [])
    expectation = reviewed([]).expectation
    assert review(measured, expectation, few).outcome == "too_early"


def test_since_is_the_period_where_the_movement_begins() -> None:
    assert reviewed([*SAME[:2], *UP[:2]]).since == date(2027, 7, 1)


@pytest.mark.parametrize(
    ("after", "sv"),
    [
        (UP, "SIP uppföljd i tid, regionen: har rört sig åt det håll som väntades, från och med 2027 kv 1. Siffran "
         "visar inte varför."),
        (DOWN, "SIP uppföljd i tid, regionen: har rört sig åt motsatt håll mot det som väntades, från och med 2027 "
         "kv 1. Siffran visar inte varför."),
        (SAME, "SIP uppföljd i tid, regionen: ingen säker förändring mellan beslutet och 31 december 2027."),
        ([], "SIP uppföljd i tid, regionen: det är för tidigt att säga något. Det behövs värden fram till "
         "31 december 2027."),
    ],
)  # fmt: skip
def test_the_review_in_words_claims_no_cause(after: list[Any], sv: str) -> None:
    assert reviewed(after).sentence.sv == sv
