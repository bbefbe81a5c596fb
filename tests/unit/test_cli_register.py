"""`samsyn search` and `samsyn audit`: where something stands in the register, and whether its history is whole."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from governance.entries import Event
from governance.register import open_register
from metrics.problem import Text
from pipelines.workspace import Workspace
from tests.registers import a_decision, an_action, text
from tests.zones import a_workspace


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace whose register holds two decisions and an action."""
    made = a_workspace(tmp_path_factory.mktemp("cli"))
    said = Text(sv="Uppföljningen bokas vid planmötet", en="Follow-up is booked at the planning meeting")
    open_register(made.register).add_all(
        [a_decision(title=said), a_decision(id="B-2", decided_on=date(2019, 1, 1)), an_action(text=said)]
    )
    return made


def run(here: Workspace, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--path", str(here.path), "--language", "sv"])


def test_search_finds_by_the_beginning_of_a_word_and_marks_it(here: Workspace) -> None:
    result = run(here, "search", "uppfölj", "plan")
    assert result.exit_code == 0
    assert "B-1" in result.stdout
    assert "[Uppföljningen] bokas vid [planmötet]" in result.stdout


def test_search_keeps_to_the_kind_the_organisation_and_the_days(here: Workspace) -> None:
    found = json.loads(run(here, "search", "svenska", "--kind", "decision", "--to-on", "2020-01-01", "--json").stdout)
    assert [hit["object_id"] for hit in found["hits"]] == ["B-2"]
    own = json.loads(run(here, "search", "uppfölj", "--organisation", "region", "--json").stdout)
    assert [(hit["kind"], hit["on"]) for hit in own["hits"]] == [("action", "2025-02-04")]


def test_search_tells_the_day_and_what_was_cancelled(tmp_path: Path) -> None:
    own, said = a_workspace(tmp_path), text("Bussarna")
    register = open_register(own.register)
    register.add(Event(id="H-1", kind="context", on=date(2025, 2, 1), title=said, text=said, organisation="joint"))
    register.cancel(Event, "H-1", 1, by="chair", why=text("Twice"))
    assert run(own, "search", "bussarna").stdout.startswith("2025-02-01  event          H-1  (återkallad) ")


def test_search_that_finds_nothing_says_so_and_is_no_fault(here: Workspace) -> None:
    result = run(here, "search", "enhörning")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Inget hittades." in result.stderr


def test_the_documented_file_of_settings_is_entered_whole(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    register = open_register(made.register, key=made.register_key)
    register.add(a_decision(id="B-2026-001"))
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    example = page[page.index('    {"targets"') : page.index("    samsyn register import settings.json")]
    (tmp_path / "settings.json").write_text(example, encoding="utf-8")
    words = ("register", "import", str(tmp_path / "settings.json"), "--role", "secretary")
    assert run(made, *words).exit_code == 2, "without --save nothing is written"
    assert run(made, *words, "--save").exit_code == 0
    contents = open_register(made.register, read_only=True).contents()
    assert [(each.indicator_id, each.value) for each in contents.targets] == [("P2", 0.8)]
    assert [(each.year, each.value) for each in contents.price_levels] == [(2025, 104.5)]


def test_a_whole_history_is_said_to_be_so(here: Workspace) -> None:
    result = run(here, "audit", "verify")
    assert result.exit_code == 0
    assert "Historiken är hel: 3 ändringar, 1 undertecknade kontrollpunkter." in result.stdout


def test_an_exported_history_is_verified_without_its_register(here: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "history.jsonl"
    assert run(here, "audit", "export", "--output", str(file)).exit_code == 0
    assert json.loads(run(here, "audit", "verify", str(file), "--json").stdout) == {
        "links": 3,
        "checkpoints": 1,
        "faults": [],
    }
    file.write_text(file.read_text(encoding="utf-8").replace("bokas", "glöms"), encoding="utf-8")
    forged = run(here, "audit", "verify", str(file))
    assert forged.exit_code == 4
    assert "Länk 1 har ändrats." in forged.stdout


def test_a_register_set_back_whole_is_seen_by_a_checkpoint_somebody_kept(here: Workspace, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    run(here, "audit", "checkpoints", "--output", str(kept))
    other = a_workspace(tmp_path / "other")
    open_register(other.register).add(a_decision())
    assert run(other, "audit", "verify").exit_code == 0
    assert run(other, "audit", "verify", "--kept", str(kept)).exit_code == 4


def test_a_table_changed_behind_the_history_is_found(tmp_path: Path) -> None:
    changed = a_workspace(tmp_path)
    open_register(changed.register).add(a_decision())
    with sqlite3.connect(changed.register) as connection:
        connection.execute("UPDATE decision SET title_sv = 'Något annat'")
    connection.close()
    result = run(changed, "audit", "verify", "--json")
    assert result.exit_code == 4
    assert [fault["code"] for fault in json.loads(result.stdout)["faults"]] == ["row_altered"]


def test_a_file_that_is_no_history_is_said_to_be_none(here: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text("hej", encoding="utf-8")
    result = run(here, "audit", "verify", str(file))
    assert result.exit_code == 4
    assert "Filen är inte en som samsyn audit har skrivit." in result.stderr
