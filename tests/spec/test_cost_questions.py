"""Which changes raise a question: one for each movement, whatever came before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from metrics.cost_questions import Change, checks, questions
from metrics.indicator import Indicator
from metrics.problem import Text
from metrics.scorecard import Row, build
from tests.builders import an_indicator, cells

STILL = [5.0, 6.0] * 8  # 2023 to 2026 by quarter
UP, DOWN = [9.0, 9.5, 9.0, 9.5], [1.0, 1.5, 1.0, 1.5]
SAME = [5.0, 6.0, 5.0, 6.0]


def a_cost(name: str = "R1") -> Indicator:
    return an_indicator(id=name, name=Text(sv="Kostnad", en="Cost"), direction="neutral", partner=name)


def rows(region: Sequence[Any], municipality: Sequence[Any], name: str = "R1") -> tuple[Row, ...]:
    frame = pl.concat(
        [
            cells(region, indicator=name),
            cells(municipality, indicator=name, organisation="municipality"),
        ]
    )
    return build([a_cost(name)], frame, (), ())


def change(on: date, name: str = "H-1") -> Change:
    return Change(id=name, on=on, title=Text(sv="Ändring", en="Change"))


MOVED = ([*STILL, *DOWN], [*STILL, *UP])


def test_one_movement_after_two_changes_is_one_question() -> None:
    found = checks(rows(*MOVED), [change(date(2026, 9, 1), "H-1"), change(date(2026, 12, 31), "H-2")])
    [asked] = questions(found)
    assert asked.up == "municipality"
    assert [each.id for each in asked.follows] == ["H-2", "H-1"]
    assert "31 december 2026" in asked.sentence.sv


def test_no_movement_is_no_question_but_a_check() -> None:
    found = checks(rows([*STILL, *SAME], [*STILL, *SAME]), [change(date(2026, 12, 31))])
    assert [each.result.shift for each in found] == ["none"]
    assert questions(found) == ()


def test_a_change_before_there_were_figures_is_not_checked() -> None:
    assert checks(rows(*MOVED), [change(date(2022, 12, 31)), change(date(2023, 3, 31))]) == ()


def test_a_side_without_figures_is_not_checked() -> None:
    assert checks(rows([*STILL, *DOWN], [None]), [change(date(2026, 12, 31))]) == ()


def test_a_share_of_one_sum_is_not_checked() -> None:
    assert checks(rows(*MOVED, name="R2"), [change(date(2026, 12, 31))]) == ()
