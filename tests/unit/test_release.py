"""Releasing: the same vault gives the same bundle, and nothing leaves the zone but what is protected."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.commands.reports import show_release
from metrics.indicator import ORGANISATIONS
from metrics.problem import UserProblem
from pipelines import bundle, vault
from pipelines.bundle import Bundle
from pipelines.forget import withdraw
from pipelines.load import load
from pipelines.release import inspect, release
from pipelines.workspace import Workspace, open_workspace
from tests.intake import a_file, a_table, a_zone, as_csv, written


def a_loaded_zone(folder: Path, *faulty: dict[str, str]) -> Workspace:
    """A workspace whose region has 400 persons with a contact each in 2024, and the faulty contacts besides."""
    workspace = a_zone(folder)
    load(workspace, "region", a_file(workspace, "persons"))
    load(workspace, "region", a_file(workspace, "contacts", *faulty))
    return workspace


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A loaded zone with one wrong date, and its first release."""
    workspace = a_loaded_zone(tmp_path_factory.mktemp("zone"), A_WRONG_DATE)
    release(workspace, "region")
    return workspace


@pytest.fixture
def zone(made_once: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it to change."""
    return open_workspace(shutil.copytree(made_once.path, tmp_path / "copy"))


def bundle_of(workspace: Workspace) -> Bundle:
    path = bundle.newest(workspace.outbox("region"), "region")
    assert path is not None
    return bundle.read(path)


def delivery_of(workspace: Workspace, source: str) -> dict[str, Any]:
    [found] = [told for told in bundle_of(workspace).manifest["deliveries"] if told["source"] == source]
    return dict(found)


A_WRONG_DATE = {"from_on": "2024-02-30"}
A_WRONG_TYPE = {"contact_type": "letter"}

# --- the same again ---------------------------------------------------------------------------------------------


def test_a_release_of_the_same_vault_is_the_same_bundle(zone: Workspace) -> None:
    [path] = zone.outbox("region").glob("*.zip")
    packed = path.read_bytes()
    again = release(zone, "region")
    assert (again.is_new, again.path) == (False, path)
    assert path.read_bytes() == packed


def test_cells_do_not_depend_on_when_they_were_counted(zone: Workspace) -> None:
    [path] = zone.outbox("region").glob("*.zip")
    first = bundle.read(path)
    path.unlink()
    second = bundle.read(release(zone, "region").path)
    assert first.content == second.content
    assert first.cells.equals(second.cells)


def test_a_vault_too_large_for_memory_gives_the_same_figures(zone: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.release.IN_MEMORY", 0)
    assert release(zone, "region").is_new is False


def test_figures_that_have_not_changed_are_not_attacked_again(zone: Workspace) -> None:
    steps: list[str] = []
    release(zone, "region", step=lambda text: steps.append(text.en))
    assert steps == []
    report = inspect(zone, "region", step=lambda text: steps.append(text.en))
    assert len(steps) == len(report["attacks"])
    assert report["releases"] == 1


def test_new_data_give_a_correction_under_the_next_number(zone: Workspace) -> None:
    load(zone, "region", a_file(zone, "contacts", good=390, name="contacts_2024_v2.csv"))
    corrected = release(zone, "region")
    assert (corrected.release_id, corrected.is_new) == ("2024-Q4-2", True)
    assert len(list(zone.outbox("region").glob("*.zip"))) == 2
    assert corrected.nothing_came is False


def test_a_release_that_only_a_withdrawal_made_new_is_told_of_as_that(
    zone: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    withdraw(zone, "region", [f"r{number:07x}abc" for number in range(40)])
    made = release(zone, "region")
    assert (made.is_new, made.nothing_came, made.gate["passed"], made.gate["d"]) == (True, True, True, 3)
    show_release(made, as_json=False)
    assert capsys.readouterr().out.endswith("om de 30 dagarna medger det.\n")


# --- what a release is named by and bounded to ------------------------------------------------------------------


def test_a_source_never_loaded_is_told_with_the_measures_that_are_empty_without_it(
    made_once: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    made = release(made_once, "region")
    show_release(made, as_json=True)
    lacks = json.loads(capsys.readouterr().out)["lacks"]
    assert (lacks["coordinators"], lacks["sip_participants"]) == (["P10", "L4"], ["P4"])
    assert lacks.keys().isdisjoint({"persons", "contacts", "statistics"})
    show_release(made, as_json=False)
    told = capsys.readouterr().out
    assert "Samordnare" in told
    assert "Utan den har dessa mått inga siffror: P10 " in told


def test_the_release_is_named_by_the_last_quarter_that_has_rows(made_once: Workspace) -> None:
    assert bundle_of(made_once).release_id == "2024-Q4"


def test_no_figure_is_made_for_a_period_nobody_has_delivered(made_once: Workspace) -> None:
    cells = bundle_of(made_once).cells
    contacts = cells.filter(indicator_id="R4")
    assert contacts["period_start"].max() == date(2024, 10, 1)


def test_an_empty_zone_has_nothing_to_release(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        release(a_zone(tmp_path), "region")
    assert (caught.value.code, caught.value.exit_code) == ("nothing_loaded", 2)


def test_without_the_key_no_bundle_is_made(zone: Workspace) -> None:
    zone.key("region").unlink()
    [path] = zone.outbox("region").glob("*.zip")
    path.unlink()
    with pytest.raises(UserProblem):
        release(zone, "region")
    assert list(zone.outbox("region").glob("*.zip")) == []


# --- what the committee may know of the files -------------------------------------------------------------------


def test_a_delivery_without_faults_is_told_to_the_nearest_ten_rows(made_once: Workspace) -> None:
    told = delivery_of(made_once, "persons")
    assert (told["rows_in"], told["accepted"], told["refused"], told["reasons"]) == (400, 400, 0, [])
    assert (told["period"], told["version"], told["sequence"]) == ("2024", 1, 1)


def test_a_few_refused_rows_are_told_as_fewer_than_ten(made_once: Workspace) -> None:
    told = delivery_of(made_once, "contacts")
    assert told["refused"] == "<10"
    assert [reason["rows"] for reason in told["reasons"]] == ["<10"]


def test_the_rows_in_do_not_give_a_small_count_away(made_once: Workspace) -> None:
    told = delivery_of(made_once, "contacts")
    assert (told["rows_in"], told["accepted"]) == (400, 400)


def test_a_delivery_of_a_few_rows_is_told_as_fewer_than_ten(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    load(workspace, "region", a_file(workspace, "persons"))
    load(workspace, "region", a_file(workspace, "contacts", good=3))
    release(workspace, "region")
    told = delivery_of(workspace, "contacts")
    assert (told["rows_in"], told["accepted"]) == ("<10", "<10")


def test_every_count_of_rows_is_told_to_the_nearest_ten(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    load(workspace, "region", a_file(workspace, "persons"))
    faulty = [A_WRONG_DATE] * 14 + [A_WRONG_TYPE] * 2
    load(workspace, "region", a_file(workspace, "contacts", *faulty, good=4000))
    release(workspace, "region")
    told = delivery_of(workspace, "contacts")
    assert sorted(str(reason["rows"]) for reason in told["reasons"]) == ["10", "<10"]
    assert (told["refused"], told["rows_in"]) == (20, 4020)


# --- what has been delivered ------------------------------------------------------------------------------------


def test_months_after_the_last_row_have_no_figure_whatever_the_file_claims(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    load(workspace, "region", a_file(workspace, "persons"))
    until_march = a_table("contacts", good=400)
    for number, row in enumerate(until_march):
        row["from_on"] = f"2024-{number % 3 + 1:02}-15"
    load(workspace, "region", written(workspace, "contacts_2024_v1.csv", as_csv(until_march)))
    cells = bundle.read(release(workspace, "region").path).cells
    months = cells.filter(indicator_id="R4", breakdown="all")["period_start"].to_list()
    assert months == [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)]


def test_a_reason_names_the_rule_and_no_row(made_once: Workspace) -> None:
    [reason] = delivery_of(made_once, "contacts")["reasons"]
    assert reason["code"] == "not_a_date"
    assert "from_on" in reason["text"]["sv"]
    assert re.search(r"\brad(er)? [0-9]", reason["text"]["sv"]) is None


# --- what must never leave the zone -----------------------------------------------------------------------------


def test_no_pseudonym_and_no_key_is_in_a_bundle(small_demo: Workspace) -> None:
    for organisation in ORGANISATIONS:
        newest = bundle.newest(small_demo.outbox(organisation), organisation)
        assert newest is not None
        with zipfile.ZipFile(newest) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
        persons = vault.rows(small_demo.vault(organisation), "persons")["person"].unique().to_list()
        assert len(persons) > 100
        assert [person for person in persons if person.encode() in content] == []
        assert small_demo.key(organisation).read_bytes() not in content
        assert small_demo.key(organisation).read_bytes().hex().encode() not in content


def test_a_bundle_holds_three_files_and_in_its_manifest_the_report_of_the_gate(small_demo: Workspace) -> None:
    newest = bundle.newest(small_demo.outbox("region"), "region")
    assert newest is not None
    with zipfile.ZipFile(newest) as archive:
        assert sorted(archive.namelist()) == ["cells.csv", "cells.parquet", "manifest.json"]
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["gate"]["passed"]
    assert [one["attack"] for one in manifest["gate"]["attacks"] if not one["passed"]] == []
