"""U7: the share of those asked who say that they can influence the help they get."""

from __future__ import annotations

from metrics.catalogue import by_id
from metrics.disclosure import protect
from metrics.series import both
from tests.drawn import cell, counted, drawn

ASKED = """
    item      | unit  | value | respondents | invited
    influence | north | 80    | 60          | 100
    influence | south | 50    | 20          | 80
    other     | south | 10    | 90          | 99
"""


def test_those_who_said_yes_of_those_who_answered() -> None:
    assert cell("U7", drawn(surveys=ASKED), "2024") == (58, 80)


def test_what_leaves_is_the_result_with_how_many_answered_of_how_many_asked_and_its_interval() -> None:
    shown = protect(counted(by_id("U7"), drawn(surveys=ASKED)), by_id("U7"), "region").filter(
        breakdown="all", flag="ok"
    )
    [(value, answered, asked, low, high)] = shown.select("value", "numerator", "denominator", "low", "high").rows()
    assert (value, answered, asked) == (0.725, 80, 180)
    assert (round(low, 3), round(high, 3)) == (0.619, 0.811)


def test_two_surveys_with_other_questions_are_never_made_one() -> None:
    cells = protect(counted(by_id("U7"), drawn(surveys=ASKED)), by_id("U7"), "region")
    assert both(cells, by_id("U7")) is None
