"""Sentences and orders that lists of the committee's work are read in."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from dashboard.components import decision_list, decision_page, year_wheel
from dashboard.view import View
from governance.entries import Action, Meeting
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language, Text

HELD: Literal["held"] = "held"
CANCELLED: Literal["cancelled"] = "cancelled"


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ((), "Inga möten under året."),
        ((HELD,), "Möten under året: 1 hållet."),
        ((HELD, HELD), "Möten under året: 2 hållna. Längst mellan två: 31 dagar."),
        ((HELD, CANCELLED), "Möten under året: 1 hållet, 1 inställt."),
    ],
)
def test_only_the_meetings_there_are_are_counted(statuses: tuple[Literal["held", "cancelled"], ...], said: str) -> None:
    meetings = [
        Meeting(id=f"M-{month}", held_on=date(2025, month, 1), status=each)
        for month, each in enumerate(statuses, start=1)
    ]
    assert year_wheel.found(meetings).sv == said


def test_what_followed_from_a_decision_is_told_with_the_region_first() -> None:
    day = date(2025, 9, 1)
    actions = [
        Action(id=f"A-{which}", title=Text(sv=which, en=which), organisation=which, opened_on=day, due_on=day)
        for which in reversed(ORGANISATIONS)
    ]
    told = decision_list.followed(actions, View(page="decisions"), day)
    assert told.index("A-region") < told.index("A-municipality")
    assert decision_list.followed((), View(page="decisions"), day) == ""


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [("sv", "48\u00a0%", "48\u00a0%"), ("en", "48\u00a0%", "48%"), ("en", "1,82", "1.82")],
)
def test_a_frozen_figure_is_read_as_the_reader_writes(language: Language, written: str, read: str) -> None:
    assert decision_page.as_read(written, language) == read
