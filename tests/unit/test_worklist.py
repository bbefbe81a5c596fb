"""Worklists: who stands on which list as of a day, where the files lie, and that nothing of it leaves the zone."""

from __future__ import annotations

import io
import json
import stat
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from metrics.problem import UserProblem
from pipelines import worklist_files
from pipelines.load import load
from pipelines.worklist import worklists
from pipelines.workspace import Workspace
from tests.intake import a_row, a_zone, as_csv, written

ON = date(2024, 12, 31)
ANNA, BO, CAI = "r0000000a01", "r0000000b02", "r0000000c03"


def a_vault(folder: Path, **rows: list[dict[str, str]]) -> Workspace:
    """The region's zone with these rows loaded, those that are referred to first."""
    workspace = a_zone(folder)
    for source, special in rows.items():
        table = [a_row(source, number, **changes) for number, changes in enumerate(special)]
        report = load(workspace, "region", written(workspace, f"{source}_2024_v1.csv", as_csv(table)))
        assert (report.file_refused, report.refused_rows) == (False, 0), report.reasons
    return workspace


def listed(workspace: Workspace, name: str, on: date | None = ON) -> pl.DataFrame:
    rows = next(one.rows for one in worklists(workspace, "region", on).lists if one.name == name)
    assert rows is not None
    return rows


def a_plan(plan: str, met_on: str, due_on: str = "", followed_up_on: str = "", **more: str) -> dict[str, str]:
    return {
        "plan_id": plan, "person": ANNA, "met_on": met_on, "follow_up_due_on": due_on, "followed_up_on": followed_up_on,
    } | more  # fmt: skip


# --- follow-ups that are overdue --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "overdue"),
    [
        (a_plan("p", "2024-01-10", "2024-12-30"), 1),
        (a_plan("p", "2024-01-10", "2024-12-31"), None),  # the day itself is still in time
        (a_plan("p", "2024-01-10", "2024-06-01", "2024-12-31"), None),
        (a_plan("p", "2024-07-03"), 1),  # no day was agreed: 180 days
        (a_plan("p", "2024-07-04"), None),
        (a_plan("p", "2024-01-10", "2024-12-30", closed_on="2024-05-01"), 1),
    ],
)
def test_a_plan_is_overdue_the_day_after_its_follow_up_was_due(
    tmp_path: Path, plan: dict[str, str], overdue: int | None
) -> None:
    rows = listed(a_vault(tmp_path, sip_plans=[plan]), "follow_up_overdue")
    assert rows["days_overdue"].to_list() == ([] if overdue is None else [overdue])


def test_a_follow_up_after_the_day_asked_about_had_not_been_held_then(tmp_path: Path) -> None:
    workspace = a_vault(tmp_path, sip_plans=[a_plan("p", "2024-01-10", "2024-06-01", "2024-12-01")])
    assert listed(workspace, "follow_up_overdue", date(2024, 11, 30)).height == 1


# --- shared persons without a CAN or a coordinator --------------------------------------------------------------


def a_rating(person: str, rater: str, on: str, rating: str = "1") -> dict[str, str]:
    return {"person": person, "rater": rater, "assessed_on": on, "rating": rating}


def test_a_rating_a_year_old_and_an_answer_not_known_leave_the_rater_missing(tmp_path: Path) -> None:
    workspace = a_vault(
        tmp_path,
        persons=[{"person": ANNA}, {"person": BO, "has_relative_contact": "ja"}],
        needs=[
            a_rating(ANNA, "user", "2024-01-01"),  # counts until the year is out
            a_rating(ANNA, "staff", "2024-02-01", "9"),
            a_rating(BO, "user", "2024-03-01"),
            a_rating(BO, "staff", "2024-03-01"),
        ],
    )
    rows = listed(workspace, "without_can")
    assert rows.select("person", "rater").rows() == [(ANNA, "staff"), (BO, "carer")]
    later = listed(workspace, "without_can", date(2025, 1, 1))
    assert later.select("person", "rater", "last_on").rows()[0] == (ANNA, "user", date(2024, 1, 1))


@pytest.mark.parametrize("change", [{"shared": "no"}, {"to_on": "2024-12-30"}])
def test_only_shared_persons_in_service_that_day_are_listed(tmp_path: Path, change: dict[str, str]) -> None:
    workspace = a_vault(
        tmp_path,
        persons=[{"person": ANNA} | change, {"person": BO}],
        coordinators=[{"person": CAI}],
    )
    assert listed(workspace, "without_coordinator")["person"].to_list() == [BO]


def test_an_assignment_that_has_ended_is_no_coordinator(tmp_path: Path) -> None:
    workspace = a_vault(
        tmp_path,
        persons=[{"person": ANNA}, {"person": BO}],
        coordinators=[{"person": ANNA, "to_on": "2024-12-30"}, {"person": BO, "to_on": "2024-12-31"}],
    )
    assert listed(workspace, "without_coordinator").select("person", "last_to_on").rows() == [
        (ANNA, date(2024, 12, 30))
    ]


# --- interventions without outcome ------------------------------------------------------------------------------


def test_an_intervention_waits_for_its_outcome_once_the_follow_up_is_held_or_overdue(tmp_path: Path) -> None:
    workspace = a_vault(
        tmp_path,
        sip_plans=[
            a_plan("held", "2024-01-10", "2024-12-31", "2024-06-01"),
            a_plan("overdue", "2024-01-10", "2024-06-01"),
            a_plan("coming", "2024-12-01"),
        ],
        sip_interventions=[
            {"plan_id": "held", "outcome": "not_due"},
            {"plan_id": "held", "outcome": "part"},
            {"plan_id": "overdue", "outcome": "not_due"},
            {"plan_id": "coming", "outcome": "not_due"},
        ],
    )
    assert sorted(listed(workspace, "without_outcome")["plan_id"].to_list()) == ["held", "overdue"]


# --- as of, and what is not loaded ------------------------------------------------------------------------------


def test_the_day_is_the_last_one_with_data(tmp_path: Path) -> None:
    assert worklists(a_vault(tmp_path, persons=[{}]), "region").on == ON


def test_a_list_whose_source_was_never_loaded_is_not_made(tmp_path: Path) -> None:
    made = worklists(a_vault(tmp_path, persons=[{}]), "region")
    without = next(one for one in made.lists if one.name == "without_can")
    assert (without.rows, without.lacks) == (None, ("needs",))


def test_with_nothing_loaded_the_user_is_told_to_load(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="nothing_loaded"):
        worklists(a_zone(tmp_path), "region")


# --- files, screen and joint zone -------------------------------------------------------------------------------


def a_full_zone(folder: Path) -> Workspace:
    return a_vault(
        folder,
        persons=[{"person": ANNA}],
        needs=[a_rating(BO, "user", "2024-03-01")],
        coordinators=[{"person": BO}],
        sip_plans=[a_plan("=1+1", "2024-01-10", "2024-06-01")],
        sip_interventions=[{"plan_id": "=1+1", "outcome": "not_due"}],
    )


def run(workspace: Workspace, *more: str) -> str:
    arguments = ["worklist", "--organisation", "region", "--path", str(workspace.path), "--language", "sv", *more]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_files_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    workspace = a_full_zone(tmp_path)
    run(workspace)
    lists = workspace.zone("region") / "worklists"
    assert stat.S_IMODE(lists.stat().st_mode) == 0o700
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in lists.iterdir()} == {
        "2024-12-31_follow_up_overdue.csv": 0o600,
        "2024-12-31_without_can.csv": 0o600,
        "2024-12-31_without_coordinator.csv": 0o600,
        "2024-12-31_without_outcome.csv": 0o600,
        "2024-12-31_worklists.xlsx": 0o600,
    }


def test_a_list_is_written_in_the_readers_words_and_runs_no_formula(tmp_path: Path) -> None:
    workspace = a_full_zone(tmp_path)
    run(workspace)
    lists = workspace.zone("region") / "worklists"
    written_as = (lists / "2024-12-31_follow_up_overdue.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert written_as[0].startswith("Enhet;Person (pseudonym);Plan;Möte;Uppföljning senast;Dagar försenad")
    assert written_as[1] == f"Norra mottagningen;{ANNA};'=1+1;2024-01-10;2024-06-01;213;ja;"
    book = (lists / "2024-12-31_worklists.xlsx").read_bytes()
    sheet = pl.read_excel(io.BytesIO(book), sheet_name="Insats utan utfall")
    assert sheet["Plan"].to_list() == ["'=1+1"]
    assert sheet["Ansvarig verksamhet"].to_list() == ["Primärvård"]


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_the_screen_shows_counts_and_no_person(tmp_path: Path, more: tuple[str, ...]) -> None:
    said = run(a_full_zone(tmp_path), *more)
    assert not [secret for secret in (ANNA, BO, "1+1") if secret in said]
    if more:
        assert [one["rows"] for one in json.loads(said)["lists"]] == [1, 2, 1, 1]
    else:
        assert "Utan aktuell CAN: 2 rader" in said


def test_nothing_of_a_worklist_reaches_the_joint_zone(tmp_path: Path) -> None:
    workspace = a_full_zone(tmp_path)
    run(workspace)
    joint = [file.read_bytes() for file in workspace.joint.rglob("*") if file.is_file()]
    assert not [content for content in joint if any(name.encode() in content for name in (ANNA, BO, "worklist"))]
    outside = {file for file in workspace.path.rglob("*worklists*") if file.is_file()}
    assert all(file.is_relative_to(worklist_files.folder(workspace, "region")) for file in outside)


def test_the_demonstrations_joint_zone_holds_no_pseudonym_after_its_worklists(
    small_demo: Workspace, tmp_path: Path
) -> None:
    made = worklists(small_demo, "region")
    people = {name for one in made.lists if one.rows is not None for name in one.rows["person"].to_list()}
    run(small_demo)
    joint = b"".join(file.read_bytes() for file in small_demo.joint.rglob("*") if file.is_file())
    assert len(people) > 50
    assert not [name for name in people if name.encode() in joint]
