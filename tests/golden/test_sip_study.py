"""The published tables of twelve case files: 78 of 82 figures follow from the rows, the other four are named."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from metrics.problem import UserProblem
from pipelines.consistency import CHECKS
from pipelines.release import release
from pipelines.sip_figures import CHANGED, FIGURES, MEAN_PLANS, Cell
from pipelines.sip_study import STUDY, StudyReport, contradictions, lines, published, run_example
from pipelines.workspace import create, open_workspace

HEALTH_AFTER = Cell(2, "Health care", "Total with health care intervention *", "after_sip")
PARALLEL_AFTER = Cell(2, "Parallel interventions", "Total social service and health care", "after_sip")
CONTRADICTED = {
    # check                        the published figure it refutes
    "persons_within_n": HEALTH_AFTER,  # 13 of 12
    "mean_against_counts": MEAN_PLANS,  # 2.2, but 28 plans in 12 files
    "intersection_within_bounds": PARALLEL_AFTER,  # 11, but 12 + 12 - 12
    "changes_against_before_after": CHANGED,  # 9, but at least 10
}


@pytest.fixture(scope="module")
def workspace_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sip") / "example"


@pytest.fixture(scope="module")
def report(workspace_folder: Path) -> StudyReport:
    """The example run as a user runs it: workspace, intake, vault, figures."""
    return run_example(workspace_folder)


def test_all_twelve_files_come_in(report: StudyReport) -> None:
    assert (report.loaded.accepted, report.loaded.refused_rows, report.persons) == (12, 0, 12)


def test_78_of_82_published_figures_follow_from_the_rows(report: StudyReport) -> None:
    assert (len(report.figures), sum(figure.equal for figure in report.figures)) == (82, 78)


def test_the_other_four_are_told_with_both_values(report: StudyReport) -> None:
    differing = {figure.where: (figure.published, figure.computed) for figure in report.figures if not figure.equal}
    assert differing == {
        HEALTH_AFTER.name: (13, 12),
        PARALLEL_AFTER.name: (11, 12),
        CHANGED.name: (9, 10),
        MEAN_PLANS.name: (2.2, pytest.approx(28 / 12)),
    }


def test_the_checks_find_and_name_the_four_contradictions(report: StudyReport) -> None:
    assert {found.check: found.where for found in report.contradictions} == {
        check: cell.name for check, cell in CONTRADICTED.items()
    }


def test_every_check_there_is_found_one_of_them_but_that_of_totals_which_hold() -> None:
    assert {check.__name__ for check in CHECKS} - set(CONTRADICTED) == {"union_within_bounds"}


def test_the_reason_of_each_contradiction_says_what_must_hold_instead(report: StudyReport) -> None:
    assert {found.check: found.text.sv for found in report.contradictions} == {
        "persons_within_n": "13 personer av 12: fler än det finns. Siffran kan räkna insatser i stället för personer.",
        "mean_against_counts": "Medelvärdet sägs vara 2,2, men antalen ger 28/12 = 2,33.",
        "intersection_within_bounds": (
            "11 personer sägs finnas i båda, men med 12 och 12 av 12 personer måste det vara 12."
        ),
        "changes_against_before_after": (
            "9 personer sägs ha fått ändrad hjälp, men antalen före och efter kräver minst 10 av 12."
        ),
    }


def test_the_transcription_marks_as_inconsistent_just_what_the_checks_find() -> None:
    marked = {
        (number, line["section"], line["row"])
        for number in (1, 2, 3)
        for line in csv.DictReader(
            (STUDY / f"published/sip_table{number}.csv").read_text(encoding="utf-8").splitlines()
        )
        if line["status"].startswith("INCONSISTENT")
    }
    assert marked == {(cell.table, cell.section, cell.row) for cell in CONTRADICTED.values()}


@pytest.mark.parametrize(("check", "cell"), CONTRADICTED.items())
def test_a_mended_figure_is_no_longer_contradicted(check: str, cell: Cell) -> None:
    right = {HEALTH_AFTER: 12.0, MEAN_PLANS: 2.3, PARALLEL_AFTER: 12.0, CHANGED: 10.0}
    tables = {**published(STUDY / "published"), cell: right[cell]}
    assert check not in {found.check for found in contradictions(tables)}


def test_tables_without_fault_have_no_contradiction() -> None:
    mended = {HEALTH_AFTER: 12.0, MEAN_PLANS: 2.3, PARALLEL_AFTER: 12.0, CHANGED: 10.0}
    assert contradictions({**published(STUDY / "published"), **mended}) == ()


def test_no_figure_is_published_in_two_places() -> None:
    cells = [figure.cell for figure in FIGURES]
    assert [cell for cell in set(cells) if cells.count(cell) > 1] == [CHANGED]  # recorded, and seen in the help itself


def test_the_report_says_that_nothing_is_released_and_what_is_invented(report: StudyReport) -> None:
    words = "\n".join(line.sv for line in lines(report))
    assert "82 siffror räknade ur raderna i valvet: 78 lika med de publicerade, 4 skiljer sig." in words
    assert "Inget släpps från den här arbetsytan: 12 personer är färre än 20" in words
    assert "_assumed är påhittade och läses inte" in words


def test_run_again_it_loads_nothing_twice(workspace_folder: Path, report: StudyReport) -> None:
    again = run_example(workspace_folder)
    assert again.loaded.already_loaded
    assert (again.persons, again.figures) == (report.persons, report.figures)


def test_nothing_reaches_the_joint_zone(workspace_folder: Path, report: StudyReport) -> None:
    assert [path for path in (workspace_folder / "joint").rglob("*") if path.is_file()] == []


def test_nothing_can_be_released_from_it(workspace_folder: Path, report: StudyReport) -> None:
    with pytest.raises(UserProblem) as refused:
        release(open_workspace(workspace_folder), "municipality")
    assert refused.value.code == "nothing_loaded"


def test_the_command_tells_a_machine_the_same(workspace_folder: Path, report: StudyReport) -> None:
    run = CliRunner().invoke(app, ["example", "sip-study", "--path", str(workspace_folder), "--json"])
    told = json.loads(run.stdout)
    assert (run.exit_code, told["figures"], told["equal"], told["released"]) == (0, 82, 78, False)
    assert [found["check"] for found in told["contradictions"]] == [found.check for found in report.contradictions]


def test_the_command_tells_people_in_their_language(
    workspace_folder: Path, report: StudyReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMSYN_LANGUAGE", "sv")  # put back afterwards, since --language sets it for the whole run
    run = CliRunner().invoke(app, ["example", "sip-study", "--path", str(workspace_folder), "--language", "en"])
    assert "78 equal to the published ones, 4 differ" in run.stdout


def test_it_never_loads_into_another_workspace(tmp_path: Path) -> None:
    study = tmp_path / "study"
    (study / "sources").mkdir(parents=True)
    settings = (STUDY / "samsyn.toml").read_text(encoding="utf-8")
    (study / "samsyn.toml").write_text(settings.replace('id = "sip_study"', 'id = "another"'), encoding="utf-8")
    create(tmp_path / "another", study)
    with pytest.raises(UserProblem) as refused:
        run_example(tmp_path / "another")
    assert refused.value.code == "workspace_exists"
    assert list((tmp_path / "another/zones/municipality/inbox").iterdir()) == []
