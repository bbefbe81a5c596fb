"""The example of parts and a total that disagree: all shown, of the latest year, the furthest apart."""

from __future__ import annotations

from datetime import date

import polars as pl

from metrics.adding_up import Example, example
from tests.zones import ANSWERS
from tests.zones import some_answers as answers


def test_parts_and_total_are_told_as_they_are_shown() -> None:
    found = example(answers(80.0, 30.0, 12.0, 9.0, total=127.0), ANSWERS)
    parts = (("none", 80), ("met", 30), ("unmet", 12), ("not_known", 9))
    assert found == Example(organisation="region", year=date(2025, 1, 1), domain=1, parts=parts, total=127)
    assert found is not None
    assert (found.together, found.apart) == (131, 4)


def test_the_first_domain_clearly_apart_in_the_latest_year_is_taken() -> None:
    cells = pl.concat(
        [
            answers(80.0, 30.0, 12.0, 9.0, total=121.0, year=2024, domain=3),
            answers(80.0, 30.0, 12.0, 9.0, total=130.0, domain=2),
            answers(80.0, 30.0, 12.0, 9.0, total=136.0, domain=7),
            answers(80.0, 30.0, 12.0, 9.0, total=128.0, domain=5),
            answers(80.0, 30.0, 12.0, 9.0, total=127.0, domain=1, organisation="municipality"),
        ]
    )
    found = example(cells, ANSWERS)
    assert found is not None
    assert (found.domain, found.organisation) == (5, "region")


def test_where_none_is_clearly_apart_the_furthest_is_taken() -> None:
    found = example(
        pl.concat(
            [
                answers(80.0, 30.0, 12.0, 9.0, total=130.0, domain=1),
                answers(80.0, 30.0, 12.0, 9.0, total=129.0, domain=2),
            ]
        ),
        ANSWERS,
    )
    assert found is not None
    assert (found.domain, found.apart) == (2, 2)


def test_a_hidden_part_cannot_be_added() -> None:
    assert example(answers(80.0, 30.0, 12.0, None, total=127.0), ANSWERS) is None


def test_parts_that_agree_show_nothing() -> None:
    assert example(answers(80.0, 30.0, 12.0, 9.0, total=131.0), ANSWERS) is None


def test_others_ratings_are_left_alone() -> None:
    assert example(answers(80.0, 30.0, 12.0, 9.0, total=127.0, rater="staff"), ANSWERS) is None
