"""`samsyn status` on what went wrong: refused files, profiles that cannot be used, and a terminal of 80 columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_file, a_zone

NUMBER = {"person": "19121212-1212"}


@pytest.fixture
def zone(tmp_path: Path) -> Workspace:
    """A zone with contacts in force, and a later version of them that was refused."""
    made = a_zone(tmp_path, "contacts", "staff_development")
    load(made, "region", a_file(made, "contacts", good=20))
    load(made, "region", a_file(made, "contacts", *[{"person": ""}] * 3, good=20, name="contacts_2024_v2.csv"))
    return made


def status(zone: Workspace, *more: str) -> str:
    return CliRunner().invoke(app, ["--language", "sv", "status", "--path", str(zone.path), *more]).output


def test_a_refused_last_attempt_is_told_with_its_reason_until_a_later_file_is_loaded(zone: Workspace) -> None:
    assert "contacts_2024_v2.csv nekades " in status(zone)
    assert "Filen avvisas: en nyckelkolumn" in status(zone)
    assert "  3 rader: Kolumnen person: uppgift saknas" in status(zone)
    (zone.inbox("region") / "contacts_2024_v2.csv").unlink()
    load(zone, "region", a_file(zone, "contacts", good=21, name="contacts_2024_v3.csv"))
    assert "nekades" not in status(zone)


def test_an_incident_is_told_without_the_files_name(zone: Workspace) -> None:
    load(zone, "region", a_file(zone, "contacts", NUMBER, name="contacts_2024_v7.csv"))
    told = json.loads(status(zone, "--json"))["organisations"]["region"]["refused"]
    assert [(each["file"], each["incident"]) for each in told] == [(None, True), ("contacts_2024_v2.csv", False)]
    assert "En fil stoppades" in status(zone)
    assert "contacts_2024_v7" not in status(zone)


def test_a_misspelt_key_of_any_profile_is_told_with_what_it_stops(zone: Workspace) -> None:
    wrong = zone.sources / "municipality.needs.toml"
    wrong.write_text('source = "needs"\nseperator = ";"\n', encoding="utf-8")
    told = status(zone)
    assert "Ingen fil kan läsas in förrän detta är rättat: Profilen municipality.needs.toml: okänd nyckel" in told
    assert "Menade du separator?" in told


def test_the_table_stands_on_80_columns_without_a_line_broken(zone: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    load(zone, "region", a_file(zone, "staff_development", good=3))
    lines = [line.split() for line in status(zone).splitlines() if line.startswith((" contacts", " staff"))]
    assert [(line[0], len(line)) for line in lines] == [("contacts", 6), ("staff_development", 6)]
