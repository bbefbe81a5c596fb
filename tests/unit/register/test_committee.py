"""The made-up committee: its file is what the generator makes, it loads whole, and what it says holds together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from governance import audit, minutes
from governance.checks import findings
from governance.entries import Action, Contents, FollowUp
from governance.register import Register, load_sample, open_register
from governance.source import matters, tables
from sample_data.committee import HERE, write


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The sample register, loaded."""
    made = open_register(tmp_path_factory.mktemp("sample") / "register.sqlite")
    load_sample(made, HERE / "register.json")
    return made


@pytest.fixture(scope="module")
def held(register: Register) -> Contents:
    return register.contents()


def test_the_file_is_what_the_generator_makes(tmp_path: Path) -> None:
    write(tmp_path / "register.json")
    same = (tmp_path / "register.json").read_bytes() == (HERE / "register.json").read_bytes()
    assert same, "change sample_data/register/, then run python -m sample_data.committee"


def test_its_history_is_whole_and_its_locked_minutes_say_what_was_locked(register: Register, held: Contents) -> None:
    assert audit.verify(register).is_whole
    locked = [each.meeting_id for each in held.minutes if each.status == "locked"]
    assert len(locked) == 39
    assert minutes.is_as_locked(register, locked[0])
    assert minutes.is_as_locked(register, locked[-1])


def test_what_there_is_to_see_to_is_what_was_planted(held: Contents) -> None:
    found = {finding.code for finding in findings(held, date(2025, 12, 31))}
    assert {"meeting_gap", "consequence_missing", "project_without_agreement"} <= found
    assert found.isdisjoint({"link_orphan", "no_association", "minutes_open", "target_without_decision"})


def test_a_decision_on_one_sides_posts_is_carried_out_and_accounted_for_by_that_side(held: Contents) -> None:
    promised = {(each.organisation, each.expects_indicator) for each in held.of(Action, decision_id="B-2024-008")}
    told = {each.organisation: each.outcome.sv for each in held.of(FollowUp, decision_id="B-2024-008") if each.outcome}
    assert ("region", "P10") in promised
    assert "Rekryteringen fortsätter" in told["region"]
    assert "Inget att genomföra" in told["municipality"]


def test_indicators_have_ten_years_to_be_counted_from(held: Contents) -> None:
    found = tables(held)
    years = {row["held_on"].year for row in found["meetings"]}  # type: ignore[attr-defined]
    assert years == set(range(2015, 2026))
    assert {row["party"] for row in found["seats"]} == {"region", "municipality", "association"}
    assert all(found.values())
    assert {row["perspective"] for row in matters(held)} >= {"needs", "process", "resources", "governance"}


def test_its_price_index_is_said_to_be_made_up_and_changes_no_amount(held: Contents) -> None:
    assert [(each.year, each.value) for each in held.price_levels] == [(year, 100.0) for year in range(2016, 2026)]
    assert all("påhittat" in each.name.sv and "made-up" in each.name.en for each in held.price_levels)


def test_one_annual_review_is_behind_it_and_one_under_way(held: Contents) -> None:
    steps = {review.id: [step.step for step in held.review_steps if step.done_on and step.review_id == review.id]
             for review in held.annual_reviews}  # fmt: skip
    assert {review: len(done) for review, done in steps.items()} == {"G-2024": 6, "G-2025": 1}
    assert [(each.review_id, each.concluded_on) for each in held.conclusions] == [("G-2024", date(2025, 5, 27))]
    assert [item.about for item in held.agenda_items if item.source == "review"] == ["proposal/G-2024-F1"]
    assert [each.id for each in held.decisions if each.item_id == "M-2025-05-20-3"] == ["B-2025-006"]


def test_its_earlier_history_says_whose_coding_it_is(held: Contents) -> None:
    assert len(held.milestones) == 137
    assert all("case_chronology.csv" in milestone.source for milestone in held.milestones)
    ids = {milestone.id for milestone in held.milestones}
    assert {milestone.responds_to for milestone in held.milestones} - {""} <= ids


def test_decisions_cite_what_was_published_and_say_what_was_not_chosen(held: Contents) -> None:
    cited = [figure for decision in held.decisions for figure in decision.evidence]
    assert len(cited) == 18
    assert sum(bool(each.alternatives) for each in held.decisions) == 5
    assert [each.id for each in held.decisions if each.consensus is False] == ["B-2021-007", "B-2022-005"]
    assert [(each.supersedes, each.id) for each in held.decisions if each.supersedes] == [
        ("B-2016-002", "B-2025-003"),
        ("B-2021-010", "B-2025-011"),
    ]


def test_actions_name_their_units_and_what_they_are_to_move(held: Contents) -> None:
    expected = {each.id: (each.expects_indicator, each.expects_direction) for each in held.actions}
    assert expected["A-2016-002-1"] == ("U5", "increase")
    assert {each.unit_id for each in held.actions} - {None} == {
        "beroendeteamet", "dagcentrum", "vastra_mottagningen", "neuropsykiatriska_teamet", "aldreteamet",
    }  # fmt: skip
