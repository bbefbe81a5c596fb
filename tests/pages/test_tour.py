"""The tour of the made-up example: where it is offered, and where its stops lead."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from dashboard.components import tour
from dashboard.texts.tour import STOPS
from dashboard.view import View, read
from metrics.problem import Language
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_joint_zone(tmp_path_factory.mktemp("joint"), overrides={("P10", "region"): (0.3,) * 8})


def test_the_overview_of_the_example_offers_it(example: Path, open_page: Open) -> None:
    html = html_of(open_page(example, lang="en"))
    assert 'class="invite"' in html
    assert f'href="{tour.address(1, View(language="en"))}"'.replace("&", "&amp;") in html


@pytest.mark.parametrize("other", [{"synthetic": False}, {"id": "ours"}])
def test_of_any_other_committee_its_story_would_not_be_true(
    tmp_path: Path, open_page: Open, other: dict[str, object]
) -> None:
    html = html_of(open_page(a_joint_zone(tmp_path, committee=other), tour="1"))
    assert "invite" not in html
    assert 'class="tour"' not in html


def test_a_stop_tells_where_one_is_and_how_to_go_on(example: Path, open_page: Open) -> None:
    html = html_of(open_page(example, "scorecard", lang="sv", tour="2"))
    told = html.split('class="tour"')[1].split("</aside>")[0]
    assert "Rundtur, stopp 2 av 8" in words_of(told)
    assert STOPS[1].text.sv in words_of(told)
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', told)]
    view = View(language="sv")
    assert links == [tour.address(1, view), "/scorecard?lang=sv", tour.address(3, view)]
    assert 'data-href="/indicator?id=P10&amp;' in html


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("number", range(1, len(STOPS) + 1))
def test_a_stop_is_an_address_that_leads_back_to_it(number: int, language: Language) -> None:
    path, _, query = tour.address(number, View(language=language)).partition("?")
    named = dict(pair.split("=") for pair in query.split("&"))
    stop = STOPS[number - 1]
    seen = read(stop.page, named, units=["aldreteamet"], groups=["neuropsychiatric"])
    assert (path.strip("/") or "overview", seen.tour, seen.item, seen.unit, seen.group, seen.language) == (
        stop.page, number, stop.item, stop.unit, stop.group, language,
    )  # fmt: skip


def test_a_stop_there_is_none_of_is_no_stop(example: Path, open_page: Open) -> None:
    assert 'class="tour"' not in html_of(open_page(example, "scorecard", tour="9"))


def test_the_other_language_keeps_the_stop_and_other_pages_leave_it() -> None:
    at = View(page="scorecard", tour=2)
    assert at.in_language("en") == "/scorecard?tour=2&lang=en"
    assert at.to("costs") == "/costs?lang=sv"
