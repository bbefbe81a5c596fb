"""The timeline: what happened, in three lanes; what answered what; and whose coding it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.components.line_panels import Line, Panel
from dashboard.components.timeline_chart import placed, spec
from dashboard.components.timeline_moments import Moment, moments, shown
from governance.entries import Contents, Decision, Evaluation, Event, Milestone
from governance.register import open_register
from metrics.problem import Text
from sample_data.chronology import milestones
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of


def text(words: str) -> Text:
    return Text(sv=f"{words} på svenska", en=f"{words} in English")


def a_milestone(
    id: str, year: int, *, to: int = 0, responds_to: str = "", theme: str = "Continuous learning"
) -> Milestone:
    return Milestone(
        id=id, from_year=year, to_year=to or year, title=text(f"Milestone {id}"), kind="learning",
        lane="practice setting", theme=theme, status="done", responds_to=responds_to, source="case_chronology.csv",
    )  # fmt: skip


DECISION = Decision(
    id="B-1", decided_on=date(2021, 2, 4), title=text("Decision"), text=text("x"), reason=text("x"), indicators=("U1",)
)
OTHER = Milestone(
    id="E3", from_year=1998, to_year=1998, title=text("Outside"), kind="structure", lane="ecological system",
    theme="Service user centeredness", status="blocked", responds_to="E2", source="case_chronology.csv",
)  # fmt: skip
EVENT = Event(id="H-1", kind="context", on=date(2020, 3, 11), title=text("A law"), text=text("x"), organisation="joint")
FOUND = Evaluation(
    id="UT-1", kind="internal", on=date(2022, 5, 1), title=text("Looked"), finding=text("x"), decision_id="B-1"
)
HELD = Contents(
    milestones=(a_milestone("E1", 1995), a_milestone("E2", 1996, to=1997, responds_to="E1"), OTHER),
    decisions=(DECISION,),
    events=(EVENT,),
    evaluations=(FOUND,),
)


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_joint_zone(tmp_path_factory.mktemp("timeline"), register=False)
    register = open_register(folder / "register.sqlite")
    register.add_all(HELD.entries())
    return folder


# --- what there is to show --------------------------------------------------------------------------------------


def test_the_chronology_and_the_registers_own_entries_stand_in_order_of_time() -> None:
    assert [each.id for each in moments(HELD)] == ["E1", "E2", "E3", "H-1", "B-1", "UT-1"]


def test_lane_and_theme_of_an_entry_follow_from_what_it_is_about() -> None:
    found = {each.id: (each.lane, each.theme) for each in moments(HELD)}
    assert found["H-1"][0] == "ecological system"
    assert found["B-1"] == ("intervention", "Service user centeredness")  # it is about U1, a measure of needs
    assert found["UT-1"] == ("practice setting", "Continuous learning")


def test_an_evaluation_answers_its_decision_and_a_milestone_the_one_it_names() -> None:
    found = {each.id: each.answers for each in moments(HELD)}
    assert (found["UT-1"], found["E2"]) == (("B-1",), ("E1",))


def test_nothing_answers_what_came_after_it() -> None:
    early = Contents(milestones=(a_milestone("E1", 1995, responds_to="E2"), a_milestone("E2", 1996)))
    assert [each.answers for each in moments(early)] == [(), ()]


def test_the_longest_chain_is_found_among_what_is_shown() -> None:
    every = moments(HELD)
    assert [each.id for each in shown(every).longest] == ["E1", "E2", "E3"]
    assert [each.id for each in shown(every, first=1998).longest] == ["B-1", "UT-1"]


def test_two_that_answer_each_other_are_one_chain() -> None:
    ring = Contents(milestones=(a_milestone("E1", 1995, responds_to="E2"), a_milestone("E2", 1995, responds_to="E1")))
    assert [each.id for each in shown(moments(ring)).longest] == ["E1", "E2"]


def test_what_lasts_into_the_chosen_years_is_shown() -> None:
    assert [each.id for each in shown(moments(HELD), first=1997, last=1997).moments] == ["E2"]


def test_every_line_of_the_case_chronology_has_a_title_of_its_own_in_both_languages() -> None:
    titles = [line["title"] for line in milestones()]
    assert len(titles) == 137
    assert all(title["sv"] and title["en"] and title["sv"] != title["en"] for title in titles)
    assert len({title["sv"] for title in titles}) == 137


# --- the drawing ------------------------------------------------------------------------------------------------


def test_no_two_marks_of_a_lane_lie_on_each_other() -> None:
    every = [a_milestone(f"E{n}", 1995 + n % 3, to=1996 + n % 3) for n in range(12)]
    found = moments(Contents(milestones=tuple(every)))
    rows = placed(found).rows

    def years(one: Moment) -> set[int]:
        return set(range(one.first.year, one.last.year + 1))

    assert all(
        rows[one.id] != rows[other.id]
        for one in found
        for other in found
        if one.id < other.id and years(one) & years(other)
    )


def test_a_theme_can_be_told_without_its_colour() -> None:
    layers = spec(shown(moments(HELD)), None, "sv", "light")["vconcat"][0]["layer"]
    shapes = {
        layer["mark"]["shape"] for layer in layers if layer["mark"]["type"] == "point" and "shape" in layer["mark"]
    }
    letters = {layer["mark"]["text"] for layer in layers if layer["mark"]["type"] == "text" and "text" in layer["mark"]}
    assert (len(shapes), letters) == (3, {"B", "G", "L"})


def test_a_line_goes_to_what_is_answered() -> None:
    drawing = spec(shown(moments(HELD)), None, "sv", "light")
    chains = [each for each in drawing["vconcat"][0]["layer"] if "y2" in each["encoding"]]
    assert [len(_rows(each, drawing)) for each in chains] == [3]


def _rows(layer: dict[str, Any], drawing: dict[str, Any]) -> list[Any]:
    return list(layer["data"]["values"] if "values" in layer["data"] else drawing["datasets"][layer["data"]["name"]])


def test_the_measure_below_brings_its_own_figures() -> None:
    line = Line(
        organisation="region",
        name=text("Region"),
        grain="year",
        periods=(date(2020, 1, 1),),
        values=(0.5,),
        flags=("ok",),
    )
    panel = Panel(title=text("Measure"), unit="share", decimals=0, lines=(line,))
    drawing = spec(shown(moments(HELD)), panel, "sv", "light")
    rows = [row for layer in drawing["vconcat"][1]["layer"] for row in _rows(layer, drawing)]
    assert 0.5 in [row.get("value") for row in rows]


# --- the page ---------------------------------------------------------------------------------------------------


def test_the_page_says_how_much_answers_something_and_whose_coding_it_is(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "timeline")))
    assert "6 händelser 1995–2022. 3 av dem svarar på något tidigare." in words
    assert "1995–1998, 3 händelser: år och fakta är från en publicerad fallstudie" in words
    assert "kodade för Samsyn" in words
    assert "2020–2022, 3 händelser: registrets egna" in words
    assert "Påhittade." in words


def test_filters_stand_in_the_address_and_leave_out_the_rest(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "timeline", lane="ecological system", lang="en")
    words = words_of(html_of(app))
    assert "Outside in English" in words
    assert '<tr role="row" id="B-1"' not in html_of(app)
    assert "lane=ecological+system&amp;lang=sv" in html_of(app)  # the other language keeps the filter


def test_a_filter_that_fits_nothing_says_so(joint: Path, open_page: Open) -> None:
    assert "Ingen händelse passar filtren." in words_of(html_of(open_page(joint, "timeline", to="1901")))


def test_a_measure_lies_over_the_same_years(joint: Path, open_page: Open) -> None:
    assert "Under dem: SIP uppföljd i tid" in words_of(html_of(open_page(joint, "timeline", id="P2")))
    assert "Måttet i adressen finns inte." in words_of(html_of(open_page(joint, "timeline", id="Q9")))


def test_a_register_without_events_says_what_will_stand_here(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, register=False), "timeline", lang="en")))
    assert "The register has no events yet." in words


def test_nothing_published_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "Nothing has been released yet" in words_of(html_of(open_page(tmp_path, "timeline", lang="en")))
