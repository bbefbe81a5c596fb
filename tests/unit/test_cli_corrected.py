"""`samsyn load` and `samsyn status` on a corrected delivery: what it changed, what was let pass, what still waits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_file, a_table, a_zone, as_csv, written

WHY = "Mottagningen slogs samman, antalet stämmer"


def samsyn(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A zone in which a first version of the contacts is followed by one of half the rows, let pass by a steward."""
    made = a_zone(tmp_path_factory.mktemp("corrected"), "contacts")
    load(made, "region", a_file(made, "contacts", good=40))
    return made


@pytest.fixture(scope="module")
def passed(zone: Workspace) -> Result:
    half = written(zone, "contacts_2024_v2.csv", as_csv(a_table("contacts", good=20)))
    overrides = ("--override", "rows_changed", "--override", "month_outside_history", "--reason", WHY)
    return samsyn("load", "--path", zone.path, "--organisation", "region", half, *overrides, "--language", "sv")


def test_a_correction_is_told_with_what_it_changed_and_what_was_let_pass(passed: Result) -> None:
    assert passed.exit_code == 0
    assert "Mot version 1: 0 nya rader, 20 borttagna, 0 ändrade. 2024-01" in passed.output
    assert "Åsidosatt, med skäl: Filen har 20 rader" in passed.output


def test_status_tells_the_same_of_what_is_in_force(zone: Workspace, passed: Result) -> None:
    told = samsyn("status", "--path", zone.path, "--language", "sv").output
    assert "contacts 2024: Mot version 1: 0 nya rader, 20 borttagna" in told
    assert f"contacts 2024: kontrollen rows_changed är åsidosatt. Skäl: {WHY}" in told


def test_status_gives_a_machine_the_counts(zone: Workspace, passed: Result) -> None:
    told = json.loads(samsyn("status", "--path", zone.path, "--json").stdout)
    [loaded] = told["organisations"]["region"]["loaded"]
    assert (loaded["version"], loaded["changes"]["removed"]) == (2, 20)
    assert loaded["overrides"] == [{"code": "rows_changed", "reason": WHY}]


def test_load_gives_a_machine_the_counts(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, "contacts")
    load(zone, "region", a_file(zone, "contacts", good=20))
    again = written(zone, "contacts_2024_v2.csv", as_csv(a_table("contacts", {"minutes": "50"}, good=19)))
    told = json.loads(samsyn("load", "--path", zone.path, "--organisation", "region", again, "--json").stdout)
    assert (told["changes"]["changed"], told["changes"]["columns"]) == (1, {"minutes": 1})


def test_a_file_still_being_copied_is_named_and_left(zone: Workspace, passed: Result) -> None:
    copying = written(zone, "contacts_2024_v3.csv.part", "person;un")
    told = samsyn("load", "--path", zone.path, "--organisation", "region", "--language", "sv")
    copying.unlink()
    assert "contacts_2024_v3.csv.part: inte hel än, väntar." in told.output
    assert "contacts_2024_v3.csv.part: avvisas" not in told.output
