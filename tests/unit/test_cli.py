"""The commands: what they print where, in which language, and what they end with."""

from __future__ import annotations

import io
import json
import pickle
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from dashboard.cli import app
from metrics.problem import Text, UserProblem
from pipelines import published
from pipelines.export import without_formulas
from pipelines.workspace import Workspace, alone, open_workspace
from tests.intake import a_file, a_zone
from tests.zones import a_bundle, a_cell, a_workspace


@pytest.fixture(autouse=True)
def _in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSYN_LANGUAGE", "sv")


def samsyn(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


# --- language, help and exit codes ------------------------------------------------------------------------------


def test_help_tells_the_exit_codes() -> None:
    shown = samsyn("--help").stdout
    for code in ("0", "1", "2", "3", "4", "5", "75"):
        assert f"\n {code} " in shown


def test_a_problem_is_told_on_standard_error_in_swedish(tmp_path: Path) -> None:
    result = samsyn("status", "--path", tmp_path)
    assert "Här finns ingen arbetsyta" in result.stderr
    assert result.stdout == ""
    assert result.exit_code == 2


@pytest.mark.parametrize("order", [("--language", "en", "status"), ("status", "--language", "en")])
def test_language_is_chosen_by_an_option_before_or_after_the_command(tmp_path: Path, order: tuple[str, ...]) -> None:
    assert "There is no workspace here" in samsyn(*order, "--path", tmp_path).stderr


def test_every_command_takes_the_language() -> None:
    def lacking(command: Any, name: str) -> list[str]:
        below = getattr(command, "commands", {})
        own = [] if any("--language" in each.opts for each in command.params) or below else [name]
        return own + [each for called, one in below.items() for each in lacking(one, f"{name} {called}")]

    assert lacking(get_command(app), "samsyn") == []


def test_the_version_is_told_without_a_command() -> None:
    assert samsyn("--version").stdout == f"samsyn {version('samsyn')}\n"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"SAMSYN_LANGUAGE": "en", "LANG": "sv_SE.UTF-8"}, "There is no workspace"),
        ({"SAMSYN_LANGUAGE": "", "LANG": "sv_SE.UTF-8"}, "Här finns ingen arbetsyta"),
        ({"SAMSYN_LANGUAGE": "", "LANG": "en_GB.UTF-8"}, "There is no workspace"),
        ({"SAMSYN_LANGUAGE": "", "LC_ALL": "sv_SE.UTF-8", "LANG": "en_GB.UTF-8"}, "Här finns ingen arbetsyta"),
        ({"SAMSYN_LANGUAGE": "", "LANG": "C.UTF-8"}, "Här finns ingen arbetsyta"),
        ({"SAMSYN_LANGUAGE": "", "LANG": "de_DE.UTF-8"}, "Här finns ingen arbetsyta"),
    ],
)
def test_language_follows_the_environment_swedish_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected in samsyn("status", "--path", tmp_path).stderr


def test_an_unknown_option_is_wrong_use() -> None:
    assert samsyn("status", "--colour").exit_code == 2


def test_another_run_at_the_same_time_ends_with_75(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    a_bundle(workspace)
    with alone(workspace.joint / ".receive.lock"):
        assert samsyn("receive", "--path", workspace.path).exit_code == 75


def test_a_fault_is_logged_by_place_and_kind_and_never_by_its_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = a_workspace(tmp_path)
    a_bundle(workspace)
    samsyn("receive", "--path", workspace.path)
    (workspace.joint / "published/2025-Q4.duckdb").write_bytes(b"not a database" * 1000)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = samsyn("export", "--path", workspace.path)
    [log] = tmp_path.glob("samsyn-*.log")
    written = log.read_text(encoding="utf-8")
    assert (result.exit_code, str(log) in result.stderr) == (1, True)
    assert "published.py" in written
    assert "IOException" in written
    assert "DuckDB database file" not in written + result.stderr


@pytest.mark.parametrize("output", [".", "nowhere/cells.csv"])
def test_a_place_that_cannot_be_written_is_told_without_calling_it_a_fault(
    small_demo: Workspace, tmp_path: Path, output: str
) -> None:
    result = samsyn("export", "--path", small_demo.path, "--output", tmp_path / output)
    assert result.exit_code == 4
    assert "går inte att läsa eller skriva" in result.stderr


# --- init -------------------------------------------------------------------------------------------------------


def test_init_makes_a_workspace_with_the_example_profiles(tmp_path: Path) -> None:
    assert samsyn("init", "--path", tmp_path / "ours").exit_code == 0
    assert (tmp_path / "ours/zones/region/keys/zone.key").stat().st_size == 32
    assert (tmp_path / "ours/sources/municipality.needs.toml").is_file()


def test_a_committees_own_workspace_is_not_said_to_be_made_up(tmp_path: Path) -> None:
    samsyn("init", "--path", tmp_path)
    ours, text = open_workspace(tmp_path), (tmp_path / "samsyn.toml").read_text(encoding="utf-8")
    assert (ours.synthetic, "påhittat" in text) == (False, False)
    assert ours.data_to.isoformat() == f"{datetime.now(UTC).year}-12-31"


def test_init_twice_is_refused(tmp_path: Path) -> None:
    samsyn("init", "--path", tmp_path)
    assert samsyn("init", "--path", tmp_path).exit_code == 2


# --- load -------------------------------------------------------------------------------------------------------


def load(workspace: Workspace, file: Path, *more: str) -> Result:
    return samsyn("load", "--path", workspace.path, "--organisation", "region", file, *more)


def test_a_file_that_is_right_is_loaded(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    result = load(workspace, a_file(workspace, "contacts"), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (told["source"], told["accepted"], told["refused_rows"], told["file_refused"]) == ("contacts", 400, 0, False)


def test_a_wrong_row_is_refused_with_its_reason_in_both_languages(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    result = load(workspace, a_file(workspace, "contacts", {"from_on": "2024-02-30"}), "--json")
    [reason] = json.loads(result.stdout)["reasons"]
    assert result.exit_code == 3
    assert (reason["code"], reason["rows"]) == ("not_a_date", 1)
    assert reason["message"] == reason["text"]["sv"] != reason["text"]["en"]


def test_a_refused_file_ends_with_4_and_says_why_on_standard_error(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    result = load(workspace, a_file(workspace, "contacts", {"unit": "nowhere"}))
    assert result.exit_code == 4
    assert "nekad" in result.stderr
    assert result.stdout == ""


def test_an_identity_number_is_an_incident_and_never_shown(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    result = load(workspace, a_file(workspace, "costs", {"account": "19800101-1231"}), "--json")
    assert result.exit_code == 5
    assert "19800101" not in result.stdout + result.stderr


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    assert load(a_zone(tmp_path), tmp_path / "contacts_2024_v1.csv").exit_code == 2


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    file = a_file(workspace, "contacts")
    load(workspace, file)
    assert json.loads(load(workspace, file, "--json").stdout)["already_loaded"]


def test_without_a_file_the_whole_inbox_is_loaded_persons_first(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    for source in ("sip_participants", "sip_plans", "persons"):
        a_file(workspace, source)
    result = samsyn("load", "--path", workspace.path, "--organisation", "region", "--json")
    assert [file["source"] for file in json.loads(result.stdout)["files"]] == [
        "persons",
        "sip_plans",
        "sip_participants",
    ]
    assert result.exit_code == 0


def test_an_empty_inbox_is_told(tmp_path: Path) -> None:
    result = samsyn("load", "--path", a_zone(tmp_path).path, "--organisation", "region")
    assert (result.exit_code, "inga filer" in result.stderr) == (2, True)


# --- release and receive ----------------------------------------------------------------------------------------


def test_release_without_anything_loaded_says_what_to_do(tmp_path: Path) -> None:
    result = samsyn("release", "--path", a_zone(tmp_path).path, "--organisation", "region")
    assert result.exit_code == 2
    assert "samsyn load" in result.stderr


def test_the_report_of_a_bundle_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    result = samsyn("gate", "--last", "--path", a_zone(tmp_path).path, "--organisation", "region")
    assert result.exit_code == 2
    assert "samsyn release" in result.stderr


def test_receive_tells_a_machine_whose_figures_are_in_force(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    a_bundle(workspace)
    told = json.loads(samsyn("receive", "--path", workspace.path, "--json").stdout)
    shown = published.read(workspace.joint, "2025-Q4")
    assert (told["release_id"], told["is_new"], told["cells"]) == ("2025-Q4", True, shown.cells.height)
    assert (told["arrived"], told["kept"], told["absent"]) == (["region"], [], ["municipality"])


def test_receive_tells_people_who_is_missing(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    a_bundle(workspace)
    assert "Kommunen saknas" in samsyn("receive", "--path", workspace.path).stdout


# --- status, export, serve --------------------------------------------------------------------------------------


def test_status_of_an_empty_workspace_is_empty(tmp_path: Path) -> None:
    told = json.loads(samsyn("status", "--path", a_workspace(tmp_path).path, "--json").stdout)
    assert told["release"] is None
    assert told["organisations"]["region"] == {"loaded": [], "refused": [], "bundle": None}


def test_status_tells_what_is_loaded_and_what_is_in_force(small_demo: Workspace) -> None:
    told = json.loads(samsyn("status", "--path", small_demo.path, "--json").stdout)
    assert told["release"]["release_id"] == "2025-Q4"
    assert told["release"]["age_days"] == 0
    delivered = [path for path in small_demo.inbox("region").iterdir() if path.is_file()]
    assert len(told["organisations"]["region"]["loaded"]) == len(delivered)
    assert told["organisations"]["municipality"]["bundle"]["name"] == "2025-Q4.municipality.zip"


def test_status_for_people_names_release_and_organisations(small_demo: Workspace) -> None:
    shown = samsyn("status", "--path", small_demo.path).stdout
    for word in ("Gällande frisläppning: 2025-Q4", "Regionen", "Kommunen", "sip_participants", "Påhittade uppgifter"):
        assert word in shown


def test_without_a_release_the_commands_that_make_one_are_named(tmp_path: Path) -> None:
    result = samsyn("export", "--path", a_workspace(tmp_path).path)
    assert result.exit_code == 2
    assert "samsyn release" in result.stderr
    assert "samsyn receive" in result.stderr


def test_export_writes_the_published_cells_and_nothing_else(small_demo: Workspace) -> None:
    result = samsyn("export", "--path", small_demo.path, "--format", "csv")
    shown = pl.read_csv(io.StringIO(result.stdout), schema_overrides=published.CELL_SCHEMA)
    assert shown.columns == list(published.CELL_SCHEMA)
    assert shown.equals(published.read(small_demo.joint, "2025-Q4").cells)


READERS: dict[str, Callable[[Path], pl.DataFrame]] = {
    "csv": pl.read_csv,
    "xlsx": pl.read_excel,
    "parquet": pl.read_parquet,
    "json": lambda file: pl.DataFrame(json.loads(file.read_bytes()), infer_schema_length=None),
}


@pytest.mark.parametrize("form", READERS)
def test_every_format_holds_every_row(small_demo: Workspace, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"cells.{form}"
    assert samsyn("export", "--path", small_demo.path, "--format", form, "--output", file).exit_code == 0
    read = READERS[form](file)
    cells = published.read(small_demo.joint, "2025-Q4").cells
    assert (read.height, read.columns) == (cells.height, cells.columns)
    assert read["value"].sum() == pytest.approx(cells["value"].sum())


def test_export_needs_nothing_but_the_joint_zone(small_demo: Workspace, tmp_path: Path) -> None:
    alone_there = tmp_path / "joint only"
    shutil.copytree(small_demo.path, alone_there, ignore=shutil.ignore_patterns("zones", "sources"))
    assert samsyn("export", "--path", alone_there).stdout == samsyn("export", "--path", small_demo.path).stdout


def test_an_older_release_can_be_exported(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    for release_id in ("2025-Q4", "2025-Q4-2"):
        a_bundle(workspace, release_id=release_id, rows=[a_cell(numerator=30.0 + len(release_id))])
        samsyn("receive", "--path", workspace.path)
    assert "37.0" in samsyn("export", "--path", workspace.path, "--release", "2025-Q4").stdout
    assert "39.0" in samsyn("export", "--path", workspace.path).stdout


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(opening: str) -> None:
    frame = pl.DataFrame({"group": [f"{opening}1+1"], "value": [-1.5]})
    assert without_formulas(frame).row(0) == (f"'{opening}1+1", -1.5)


# --- demo -------------------------------------------------------------------------------------------------------


def test_demo_leaves_another_workspace_alone(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    for more in ((), ("--fresh",)):
        result = samsyn("demo", "--no-serve", "--path", workspace.path, *more)
        assert result.exit_code == 2
        assert "rörs inte" in result.stderr
    assert (workspace.path / "samsyn.toml").is_file()


def test_a_problem_keeps_its_words_on_the_way_from_another_process() -> None:
    sent = UserProblem("busy", Text("upptaget", "busy"), exit_code=75)
    got = pickle.loads(pickle.dumps(sent))  # noqa: S301  our own bytes
    assert (got.code, got.text, got.exit_code) == (sent.code, sent.text, sent.exit_code)
