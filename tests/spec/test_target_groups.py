"""Which target groups grow, whose needs are not reached, and needs beside services."""

from __future__ import annotations

import pytest

from metrics.problem import Text
from metrics.target_groups import Count, against_service, growing, unserved

NAMES = {"psychosis": Text(sv="psykossjukdom", en="psychosis"), "elderly": Text(sv="äldre", en="elderly")}


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ((200, 1000), (300, 1000), "more"),
        ((300, 1000), (200, 1000), "less"),
        ((200, 1000), (400, 2000), "no_difference"),  # twice as many of twice as many
        ((2000, 10_000), (2300, 10_000), "no_difference"),  # sure, but three points are too little to notice
        ((10, 50), (15, 50), "no_difference"),
        ((200, 1000), (5, 19), "too_few"),
        ((200, 1000), None, "too_few"),
    ],
)
def test_a_group_grows_by_its_part_of_all(before: Count, after: Count | None, verdict: str) -> None:
    found = growing({"psychosis": before}, {"psychosis": after}, {"psychosis": NAMES["psychosis"]})
    assert [each.verdict for each in found] == [verdict]


def test_a_difference_that_protection_alone_could_make_is_none() -> None:
    """Six persons of twenty: large and sure enough, but both counts may have been changed by three."""
    found = growing({"elderly": (0, 20)}, {"elderly": (6, 20)}, {"elderly": NAMES["elderly"]})
    assert (found[0].verdict, found[0].change is not None) == ("no_difference", True)


def test_a_group_may_have_unmet_needs_more_often_than_the_others() -> None:
    found = unserved(
        {"psychosis": (60, 100), "elderly": (41, 100)}, {"psychosis": (40, 100), "elderly": (40, 100)}, NAMES
    )
    assert [each.verdict for each in found] == ["more", "no_difference"]


@pytest.mark.parametrize(
    ("before", "after", "sv"),
    [
        ((200, 1000), (300, 1000), "Psykossjukdom har ökat från 20\u00a0% till 30\u00a0% av de gemensamma brukarna."),
        (
            (300, 1000),
            (200, 1000),
            "Psykossjukdom har minskat från 30\u00a0% till 20\u00a0% av de gemensamma brukarna.",
        ),
        ((2, 10), (3, 10), "Psykossjukdom: för få personer för att jämföra perioderna."),
    ],
)
def test_growth_in_words(before: Count, after: Count, sv: str) -> None:
    [found] = growing({"psychosis": before}, {"psychosis": after}, {"psychosis": NAMES["psychosis"]})
    assert found.sentence.sv == sv


@pytest.mark.parametrize(
    ("need", "served", "en"),
    [
        ((60, 100), (45, 150), "Psychosis: 60% have the need and 30% have the service. "
         "So at least about 30% have the need without the service."),
        ((1188, 2610), (1060, 2961), "Psychosis: 46% have the need and 36% have the service. "
         "So at least about 10% have the need without the service."),
        ((30, 100), (75, 150), "Psychosis: 30% have the need and 50% have the service."),
        ((6, 10), (45, 150), "psychosis: needs and services cannot be compared, too few persons."),
        (None, (45, 150), "psychosis: needs and services cannot be compared, too few persons."),
    ],
    ids=["a gap", "a gap as the shares beside it differ", "none that is certain", "too few", "hidden"],
)  # fmt: skip
def test_needs_stand_beside_services(need: Count | None, served: Count, en: str) -> None:
    assert against_service(NAMES["psychosis"], need, served).sentence.en == en


def test_needs_and_services_are_never_linked_person_by_person() -> None:
    """As many served as in need says nothing of whether they are the same persons: the certain gap is 0."""
    assert against_service(NAMES["psychosis"], (50, 100), (50, 100)).gap == 0.0
