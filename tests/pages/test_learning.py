"""What happened and what was learnt, on the pages: improvement cycles, events, evaluations and target groups."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.components import cycle_list
from dashboard.view import View
from dashboard.writes import happenings
from dashboard.writes.sent import Sent
from governance.entries import Cycle, Evaluation, TargetGroup
from governance.register import Register, open_register
from metrics import catalogue
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision, a_seat, text

P2, R1, P11 = (catalogue.by_id(each) for each in ("P2", "R1", "P11"))
EVENT = {
    "title": "Bussen läggs ned", "text": "Linje 4", "kind": "context", "on": "2024-06-01", "organisation": "joint",
}  # fmt: skip


def a_cycle(id: str, **changes: Any) -> Cycle:
    usual: dict[str, Any] = {
        "title": text(id), "organisation": "region", "indicator_id": "P2", "started_on": date(2025, 9, 1),
        "plan": text("A letter"),
    }  # fmt: skip
    return Cycle(id=id, **(usual | changes))


CYCLES = (
    a_cycle("F-1", before=0.58, do=text("Sent")),
    a_cycle("F-2", started_on=date(2024, 1, 1), closed_on=date(2024, 6, 1), before=0.58, after=0.68),
    a_cycle("F-3", started_on=date(2023, 1, 1), closed_on=date(2023, 6, 1), before=0.58),
    a_cycle("F-4", started_on=date(2016, 1, 1), organisation="municipality"),
)
WAITS = Evaluation(
    id="UT-1", kind="external", on=date(2025, 5, 1), title=text("Looked"), finding=text("Far"), decision_id="B-1"
)
GROUPS = (
    TargetGroup(id="psychosis", name=text("Psychosis"), identified_on=date(1995, 1, 1), included_on=date(1996, 1, 1),
                service=text("A centre"), decision_id="B-1"),
    TargetGroup(id="newcomers", name=text("Newcomers"), identified_on=date(2024, 1, 1), gap=text("Nowhere to go")),
)  # fmt: skip


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("learning"), register=False, committee={"today": "2026-01-20"})
    register = open_register(folder / "register.sqlite")
    register.add_all([a_decision(), a_seat("region-1", "region"), *CYCLES, WAITS, *GROUPS])
    register.cancel(Cycle, "F-4", 1, by="region-1", why=text("Twice"))
    return folder


@pytest.fixture
def register(joint: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setenv(data.JOINT, str(joint))
    return open_register(joint / "register.sqlite")


# --- improvement cycles -----------------------------------------------------------------------------------------


def test_cycles_under_way_come_first_and_one_closed_without_a_result_is_said(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "decisions", part="cycles"))
    words = words_of(html)
    assert "En pågår. Avslutade: 2. Med mätt resultat: 1." in words
    assert html.index("id=F-1&") < html.index("id=F-2&") < html.index("id=F-3&")
    assert "58 % → 68 % 10 procentenheter högre, åt önskat håll" in words.replace("\u00a0", " ")
    assert "Avslutad utan mätt resultat" in words
    assert "Återkallade (1)" in words
    assert "Twice på svenska" in words


@pytest.mark.parametrize(
    ("began", "said"),
    [
        ([2025, 2025], "Två pågår."),
        ([2023, 2025], "Två pågår, en sedan mer än ett år."),
        ([2023, 2023], "Två pågår, två av dem sedan mer än ett år."),
        ([2023], "En pågår, sedan mer än ett år."),
        ([], "Ingen pågår."),
    ],
)
def test_what_is_under_way_is_said_of_one_as_of_many(began: list[int], said: str) -> None:
    cycles = [a_cycle(f"F-{number}", started_on=date(year, 9, 1)) for number, year in enumerate(began)]
    assert words_of(cycle_list.opening(cycles, date(2026, 1, 20), "sv")) == said


def test_a_cycle_shows_its_steps_what_comes_next_and_the_figures_it_can_be_held_against(
    joint: Path, open_page: Open
) -> None:
    html = html_of(open_page(joint, "decisions", id="F-1", lang="en"))
    words = words_of(html).replace("\u00a0", " ")
    assert "Next: write what you saw" in words
    steps = [words.index(each) for each in ("1 Plan", "2 Do", "3 Study", "4 Act")]
    assert steps == sorted(steps)
    assert '<details class="older" open><summary id="study">' in html
    assert html.count('<details class="older" open>') == 1
    assert "2025 Q4: 64%" in words


def test_one_closed_without_a_result_says_where_it_counts_and_one_cancelled_is_only_read(
    joint: Path, open_page: Open
) -> None:
    closed = html_of(open_page(joint, "decisions", id="F-3"))
    assert "Avslutad utan mätt resultat: måttet före, efter eller båda saknas." in words_of(closed)
    assert "/indicator?id=L3" in closed
    cancelled = html_of(open_page(joint, "decisions", id="F-4"))
    assert "Återkallat: Twice på svenska" in words_of(cancelled)
    assert "Nästa" not in words_of(cancelled)
    assert "<form" not in cancelled
    found = words_of(html_of(open_page(joint, "decisions", q="F-4")))
    assert "Förbättringscykel, kommunen, återkallad" in found


@pytest.mark.parametrize(
    ("indicator", "before", "after", "said"),
    [
        (P2, 0.58, 0.68, "10 procentenheter högre, åt önskat håll"),
        (P2, 0.58, 0.57, "1 procentenhet lägre, åt motsatt håll"),
        (P2, 0.581, 0.584, "oförändrat"),
        (P2, 0.7545, 0.715, "3 procentenheter lägre, åt motsatt håll"),
        (R1, 60_000.0, 61_000.0, "1 000 kr högre"),
        (P11, 3.0, 2.0, "1 lägre, åt önskat håll"),
    ],
)
def test_before_and_after_differ_by_what_is_shown_in_the_measures_unit(
    indicator: Any, before: float, after: float, said: str
) -> None:
    assert cycle_list.difference(before, after, indicator).sv.replace("\u00a0", " ") == said


def test_cycles_closed_long_ago_are_folded() -> None:
    old = a_cycle("F-9", started_on=date(2019, 1, 1), closed_on=date(2019, 6, 1))
    html = cycle_list.lists([*CYCLES[:2], old], {"P2": P2}, View(page="decisions"))
    assert html.index("<details") < html.index("id=F-9&")
    assert html.index("id=F-2&") < html.index("<details")


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committee that writes before anything is released."""
    folder = tmp_path_factory.mktemp("unpublished")
    register = open_register(folder / "register.sqlite")
    register.add_all([a_decision(), a_seat("region-1", "region"), *CYCLES, WAITS, *GROUPS])
    return folder


def test_a_cycle_has_its_measure_before_anything_is_published(unpublished: Path, open_page: Open) -> None:
    every = words_of(html_of(open_page(unpublished, "decisions", part="cycles"))).replace("\u00a0", " ")
    assert "58 % → 68 %" in every
    one = html_of(open_page(unpublished, "decisions", id="F-1"))
    assert f"{P2.name.sv}" in words_of(one)
    assert 'data-write="cycle_measure"' in one


def test_values_of_a_measure_the_catalogue_no_longer_has_stand_as_they_were_noted() -> None:
    gone = a_cycle("F-9", indicator_id="X9", before=0.58)
    assert words_of(cycle_list.moved(gone, None, "sv")) == "0,58 → ännu inte"


def test_what_happened_and_whom_it_concerns_can_be_written_before_anything_is_published(
    unpublished: Path, open_page: Open
) -> None:
    timeline = html_of(open_page(unpublished, "timeline"))
    assert "En utvärdering har väntat mer än ett halvår" in words_of(timeline)
    assert 'id="event-new"' in timeline
    services = html_of(open_page(unpublished, "services", id="nobody"))
    assert "nobody finns inte bland målgrupperna i registret." in words_of(services)
    assert "Kända målgrupper: 2." in words_of(services)
    assert 'id="group-new"' in services


# --- events and evaluations -------------------------------------------------------------------------------------


def test_an_event_entered_in_the_form_is_marked_on_the_charts_of_its_measure(
    joint: Path, register: Register, open_page: Open
) -> None:
    values: dict[str, str | list[str]] = {**EVENT, "indicators": ["P2"], "units": []}
    saved = happenings.add_event(Sent(register=register, values=values, by="region-1"))
    entry = saved.to.split("entry=")[1].split("&")[0]
    measure = html_of(open_page(joint, "indicator", id="P2"))
    assert f'<a href="/timeline?entry={entry}&amp;lang=sv">Bussen läggs ned</a>' in measure
    assert "Förbättringscykler om måttet" in words_of(measure)
    assert "Bussen läggs ned" not in words_of(html_of(open_page(joint, "indicator", id="P10")))
    told = words_of(html_of(open_page(joint, "timeline", entry=entry)))
    assert "Omständighet, 1 juni 2024" in told
    assert f"Märks ut i diagrammen för {P2.name.sv}" in told
    assert "Märket säger när det hände, inte att det är orsaken till något." in told


def test_an_evaluation_without_a_response_after_half_a_year_is_said_and_leads_to_its_form(
    joint: Path, open_page: Open
) -> None:
    timeline = html_of(open_page(joint, "timeline"))
    assert "En utvärdering har väntat mer än ett halvår på styrgruppens svar: Looked på svenska" in words_of(timeline)
    assert 'href="/timeline?entry=UT-1&amp;lang=sv"' in timeline
    told = html_of(open_page(joint, "timeline", entry="UT-1", lang="en"))
    assert "The committee has not responded yet." in words_of(told)
    assert 'data-write="evaluation_answer"' in told
    assert "Styrgruppen har inte svarat på ett halvår." in words_of(html_of(open_page(joint)))


# --- target groups ----------------------------------------------------------------------------------------------


def test_target_groups_stand_with_their_service_or_gap_and_lead_to_their_figures(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "services", lang="en"))
    words = words_of(html)
    assert "Target groups known: 2. Not yet included: 1. With a gap: 1." in words
    assert "Psychosis in English 1 January 1995 1 January 1996 A centre in English – B-1 scorecard" in words
    assert "Newcomers in English 1 January 2024 not yet none Nowhere to go in English – none of its own" in words
    assert "/scorecard?group=psychosis&amp;lang=en" in html
    one = html_of(open_page(joint, "services", id="newcomers", lang="en"))
    assert "Target group, identified 1 January 2024" in words_of(one)
    assert 'data-write="target_group_change"' in one
