"""The address is the whole state of a page."""

from __future__ import annotations

import pytest

from dashboard.view import PATHS, PageName, View, language_of, read


def read_known(page: PageName, query: dict[str, str]) -> View:
    """The address, held against a release with one earlier quarter, one unit and one target group."""
    return read(page, query, periods=["2025-Q3"], units=["dagcentrum"], groups=["psychosis"])


@pytest.mark.parametrize(
    ("asked", "remembered", "answered"),
    [
        ("en", "sv", "en"),
        (None, "en", "en"),
        ("xx", "en", "en"),
        (None, None, "sv"),
        ("xx", "yy", "sv"),
    ],
)
def test_the_address_decides_the_language_then_memory_then_swedish(
    asked: str | None, remembered: str | None, answered: str
) -> None:
    assert language_of(asked, remembered) == answered


@pytest.mark.parametrize("page", PATHS)
def test_an_address_read_again_is_the_same_view(page: PageName) -> None:
    view = View(page=page, language="en", until="2025-Q3", unit="dagcentrum")
    query = dict(part.split("=") for part in view.address.split("?")[1].split("&"))
    assert read_known(view.page, query) == view


def test_a_form_keeps_the_measure_it_was_opened_for_in_the_other_language() -> None:
    view = read_known("decisions", {"do": "decision", "measure": "P2", "lang": "sv"})
    assert view.in_language("en") == "/decisions?do=decision&measure=P2&lang=en"


def test_a_unit_and_a_group_together_keep_the_unit_since_a_release_has_no_cell_for_both() -> None:
    view = read_known("scorecard", {"unit": "dagcentrum", "group": "psychosis"})
    assert (view.breakdown, view.member, view.ignored) == ("unit", "dagcentrum", ("group",))


def test_filters_follow_to_another_page_and_the_measure_does_not() -> None:
    view = View(page="indicator", item="P2", group="psychosis")
    assert view.to("scorecard") == "/scorecard?group=psychosis&lang=sv"


def test_what_stands_in_an_address_is_escaped() -> None:
    assert View(page="indicator", item='"><script>').address == "/indicator?id=%22%3E%3Cscript%3E&lang=sv"
