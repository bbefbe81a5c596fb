"""From a proposal to a profile in force: ten rows to look at, a proposal saved, a person who confirms, then loading."""

from __future__ import annotations

import json
import stat
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from pipelines import profile, readers
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_profile, as_csv, codes, written
from tests.zones import a_workspace

PERSON = "p12ab34cd"
ROW = {
    "Patient-ID": PERSON,
    "Enhet": "Norra mottagningen",
    "Besökstyp": "Hembesök",
    "Besöksdatum": "2024-03-05",
    "Minuter": "45",
    "Bokad": "Ja",
}


def samsyn(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--language", "sv"])


def a_file(workspace: Workspace, **changes: str) -> Path:
    rows = [ROW | changes | {"Minuter": str(minutes)} for minutes in range(30, 60)]
    return written(workspace, "uttag_2024.csv", as_csv(rows))


def proposed(workspace: Workspace, *more: str, **changes: str) -> Result:
    return samsyn("profile", a_file(workspace, **changes), "--path", workspace.path, "--organisation", "region", *more)


def saved(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.sources.glob("*.toml"))


# --- the rows ---------------------------------------------------------------------------------------------------


def test_ten_rows_are_shown_as_they_would_be_read_and_whom_they_are_about_is_masked(tmp_path: Path) -> None:
    rows = json.loads(proposed(a_workspace(tmp_path), "--json").stdout)["rows"]
    assert len(rows) == 10
    assert rows[0] == {
        "person": "•••", "unit": "norra_mottagningen", "contact_type": "home_visit", "from_on": "2024-03-05",
        "to_on": "", "minutes": "30", "planned": "true", "attended": "", "ready_for_discharge_on": "",
        "referred_on": "",
    }  # fmt: skip


def test_what_cannot_be_read_yet_is_marked(tmp_path: Path) -> None:
    rows = json.loads(proposed(a_workspace(tmp_path), "--json", Besökstyp="Brev").stdout)["rows"]
    assert {row["contact_type"] for row in rows} == {"?"}


def test_no_person_is_shown_on_either_output(tmp_path: Path) -> None:
    result = proposed(a_workspace(tmp_path))
    assert "home_visit" in result.stderr
    assert PERSON not in result.output


def test_a_column_nobody_knows_is_said_to_refuse_the_file(tmp_path: Path) -> None:
    assert (
        "filen nekas tills du har valt kolumn eller ignorerat: Xyz" in proposed(a_workspace(tmp_path), Xyz="1").stderr
    )


def test_the_rows_lie_in_a_closed_folder_that_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    modes: list[int] = []
    read = readers.read

    def noticed(*arguments: object, **named: object) -> object:
        modes.extend(stat.S_IMODE(folder.stat().st_mode) for folder in scratch.iterdir() if folder.is_dir())
        return read(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "read", noticed)
    assert proposed(a_workspace(tmp_path)).exit_code == 0
    assert modes
    assert set(modes) == {0o700}
    assert list(scratch.iterdir()) == []


# --- saved, confirmed, loaded -----------------------------------------------------------------------------------


def test_nothing_is_loaded_by_a_proposal_until_it_is_confirmed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    file = a_file(workspace)
    assert proposed(workspace, "--save").exit_code == 0
    assert saved(workspace) == ["region.contacts.toml"]
    refused = load(workspace, "region", file)
    assert codes(refused) == ["profile_unconfirmed"]
    assert "samsyn profile FIL --confirm region.contacts" in refused.reasons[0].text.sv

    confirmed = samsyn("profile", file, "--path", workspace.path, "--confirm", "region.contacts")
    assert (confirmed.exit_code, PERSON in confirmed.output) == (0, False)
    assert load(workspace, "region", file).accepted == 30


def test_codes_the_profile_does_not_map_are_listed_before_it_is_confirmed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    proposed(workspace, "--save")
    again = ("profile", a_file(workspace, Besökstyp="Brev", Bokad="Kanske"), "--path", workspace.path)
    told = samsyn(*again, "--confirm", "region.contacts")
    assert told.exit_code == 4
    assert "rader med dem nekas: Besökstyp: Brev; Bokad: Kanske." in told.stderr
    assert (PERSON in told.output, profile.is_confirmed(workspace.sources / "region.contacts.toml")) == (False, False)
    assert samsyn(*again, "--confirm", "region.contacts", "--anyway").exit_code == 0


def test_what_does_not_look_like_a_code_is_counted_and_not_told(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    proposed(workspace, "--save")
    file = a_file(workspace, Besökstyp="Ringde modern två gånger", Bokad="0701234567")
    told = samsyn("profile", file, "--path", workspace.path, "--confirm", "region.contacts")
    assert "Besökstyp: 1 som inte visas; Bokad: 1 som inte visas." in told.stderr
    assert ("modern" in told.output, "0701234567" in told.output) == (False, False)


def test_the_key_may_be_written_by_hand(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    proposed(workspace, "--save")
    path = workspace.sources / "region.contacts.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("confirmed = false", "confirmed = true"), encoding="utf-8")
    assert load(workspace, "region", a_file(workspace)).accepted == 30


def test_a_proposal_that_does_not_read_the_file_stays_unconfirmed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    proposed(workspace, "--save", Xyz="1")
    file = workspace.inbox("region") / "uttag_2024.csv"
    result = samsyn("profile", file, "--path", workspace.path, "--confirm", "region.contacts")
    assert result.exit_code == 4
    assert "Filen har kolumner som profilen inte känner: Xyz" in result.stderr
    assert not profile.is_confirmed(workspace.sources / "region.contacts.toml")


def test_a_profile_that_is_there_is_left_alone(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    ours = a_profile("contacts")
    (workspace.sources / "region.contacts.toml").write_text(ours, encoding="utf-8")
    assert proposed(workspace, "--save").exit_code == 0
    assert saved(workspace) == ["region.contacts.toml", "region.contacts.uttag.toml"]
    assert (workspace.sources / "region.contacts.toml").read_text(encoding="utf-8") == ours


def test_a_proposal_that_waits_disturbs_no_other_file(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    (workspace.sources / "region.costs.toml").write_text(a_profile("costs"), encoding="utf-8")
    (workspace.sources / "region.contacts.toml").write_text("confirmed = false\nsource = ", encoding="utf-8")
    assert profile.find(workspace.sources, "region", "costs_2024_v1.csv").source == "costs"


def test_a_profile_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    result = samsyn("profile", a_file(workspace), "--path", workspace.path, "--confirm", "region.visits")
    assert (result.exit_code, "Det finns ingen profil region.visits" in result.stderr) == (2, True)


def test_without_a_workspace_there_is_nowhere_to_save(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "elsewhere")
    result = samsyn("profile", a_file(workspace), "--path", tmp_path, "--save")
    assert (result.exit_code, "Här finns ingen arbetsyta" in result.stderr) == (2, True)
