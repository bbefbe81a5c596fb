"""The register out of the house and back again, and lists of earlier years into it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from docx import Document
from typer.testing import CliRunner, Result

from dashboard.cli import app
from dashboard.register_files import as_excel, as_json, as_zip
from governance.entries import KINDS, AgendaItem, Contents, Decision, ItemMinutes, Meeting
from governance.register import Register, load_sample, open_register
from metrics.problem import Text, UserProblem
from pipelines.register_lists import NO_REASON, read
from pipelines.workspace import Workspace
from sample_data.committee import HERE
from tests.registers import a_decision, a_meeting, an_item
from tests.zones import a_workspace

HEAD = ("Datum", "Punkt", "Slutsats", "Beslut", "Skäl", "Nr")
ROWS = (
    ("2003-05-14", "Boende", "Fler platser behövs", "", "", ""),
    ("2003-05-14", "Samordnare", "", "Var och en får två", "Ansvaret delas", "B-2003-7"),
    ("14 november 2003", "Utbildning", "", "Alla går kursen", "", ""),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The whole sample register."""
    made = open_register(tmp_path_factory.mktemp("whole") / "register.sqlite")
    load_sample(made, HERE / "register.json")
    return made.contents()


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path / "register.sqlite")


def a_csv(path: Path, rows: Sequence[Sequence[str]] = ROWS, head: Sequence[str] = HEAD) -> Path:
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    return path


# --- out --------------------------------------------------------------------------------------------------------


def test_the_whole_register_comes_back_equal_from_json_in_an_empty_one(
    sample: Contents, register: Register, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(as_json(sample, "sv"))
    load_sample(register, file)
    assert register.contents() == sample


def test_the_zip_has_a_csv_for_every_kind_with_every_entry(sample: Contents) -> None:
    with zipfile.ZipFile(io.BytesIO(as_zip(sample, "sv"))) as file:
        rows = list(csv.DictReader(io.StringIO(file.read("decisions.csv").decode("utf-8-sig")), delimiter=";"))
        assert len(file.namelist()) == len(KINDS)
    assert [row["id"] for row in rows] == [decision.id for decision in sample.decisions]
    assert rows[0]["title_en"] == sample.decisions[0].title.en


def test_the_same_register_gives_the_same_bytes(sample: Contents) -> None:
    assert as_zip(sample, "en") == as_zip(sample, "en")
    assert as_json(sample, "en") == as_json(sample, "sv")


def test_text_is_never_a_formula_in_csv_or_excel() -> None:
    evil = Text(sv='=HYPERLINK("http://x")', en="@SUM(1)")
    held = Contents(decisions=(a_decision(title=evil),))
    with zipfile.ZipFile(io.BytesIO(as_zip(held, "sv"))) as file:
        row = next(csv.DictReader(io.StringIO(file.read("decisions.csv").decode("utf-8-sig")), delimiter=";"))
    assert (row["title_sv"][:2], row["title_en"][:2]) == ("'=", "'@")
    row = pl.read_excel(io.BytesIO(as_excel(held, "sv")), sheet_name="decisions").to_dicts()[0]
    assert (row["title_sv"], row["title_en"]) == (f"'{evil.sv}", f"'{evil.en}")
    assert row["decided_on"] == held.decisions[0].decided_on


# --- in ---------------------------------------------------------------------------------------------------------


def test_a_list_becomes_meetings_items_minutes_and_decisions(tmp_path: Path, register: Register) -> None:
    found = read(a_csv(tmp_path / "list.csv"), register.contents())
    register.add_all(found.entries, by="secretary")
    assert [meeting.held_on for meeting in register.list(Meeting)] == [date(2003, 5, 14), date(2003, 11, 14)]
    assert [decision.id for decision in register.list(Decision)] == ["B-2003-7", "B-2003-001"]
    assert [decision.reason for decision in register.list(Decision)] == [
        Text(sv="Ansvaret delas", en="Ansvaret delas"),
        NO_REASON,
    ]
    assert register.list(ItemMinutes)[0].conclusion.sv == "Fler platser behövs"
    assert found.problems == ()


def test_what_the_register_already_has_is_passed_over(tmp_path: Path, register: Register) -> None:
    file = a_csv(tmp_path / "list.csv")
    register.add_all(read(file, register.contents()).entries)
    again = read(file, register.contents())
    assert (again.entries, again.known) == ((), 3)


def test_a_matter_of_a_meeting_there_is_gets_the_next_place(tmp_path: Path, register: Register) -> None:
    register.add(a_meeting(id="M-2003-05-14", held_on=date(2003, 5, 14)))
    register.add(an_item(id="M-2003-05-14-1", meeting_id="M-2003-05-14"))
    found = read(a_csv(tmp_path / "list.csv", ROWS[:1]), register.contents())
    assert found.count(Meeting) == 0
    assert [each.position for each in found.entries if isinstance(each, AgendaItem)] == [2]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("i våras", "Boende", "Ja", "", "", ""), "Dagen går inte att läsa"),
        (("2003-02-30", "Boende", "Ja", "", "", ""), "Dagen går inte att läsa"),
        (("2003-05-14", "", "Ja", "", "", ""), "Rubriken saknas"),
        (("2003-05-14", "Boende", "", "", "", ""), "Varken slutsats, beslut eller diskussion"),
        (("2003-05-14", "Boende", "Om 19121212-1212", "", "", ""), "personnummer"),
    ],
)
def test_a_row_that_cannot_be_understood_is_told_by_its_number_without_what_it_says(
    tmp_path: Path, register: Register, row: Sequence[str], told: str
) -> None:
    found = read(a_csv(tmp_path / "list.csv", (ROWS[0], row)), register.contents())
    assert [problem.row for problem in found.problems] == [3]
    assert told in found.problems[0].text.sv
    assert "1212" not in found.problems[0].text.sv


def test_a_table_in_word_is_read_as_a_list(tmp_path: Path, register: Register) -> None:
    document = Document()
    document.add_paragraph("Protokollslista")
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(tmp_path / "list.docx"))
    assert (
        read(tmp_path / "list.docx", register.contents()).entries == read(a_csv(tmp_path / "l.csv"), Contents()).entries
    )


def test_headings_in_word_are_meetings_and_their_items(tmp_path: Path, register: Register) -> None:
    document = Document()
    document.add_heading("Protokoll 14 maj 2003", 1)
    document.add_heading("Samordnare", 2)
    document.add_paragraph("Frågan gicks igenom.")
    document.add_paragraph("Beslut: Var och en får två.")
    document.add_paragraph("Skäl: Ansvaret delas.")
    document.save(str(tmp_path / "minutes.docx"))
    register.add_all(read(tmp_path / "minutes.docx", register.contents()).entries)
    (decision,), (said,) = register.list(Decision), register.list(ItemMinutes)
    assert (decision.text.sv, decision.reason.sv) == ("Var och en får två.", "Ansvaret delas.")
    assert said.discussion == Text(sv="Frågan gicks igenom.", en="Frågan gicks igenom.")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.docx", b"no", "list_unreadable"),
        ("x.csv", b"", "list_unreadable"),
        ("x.csv", b"a;b\n1;2\n", "columns_missing"),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserProblem) as told:
        read(tmp_path / name, Contents())
    assert told.value.code == code


# --- the commands -----------------------------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("SAMSYN_LANGUAGE", "sv")
    return a_workspace(tmp_path / "workspace")


def samsyn(workspace: Workspace, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["register", *map(str, arguments), "--path", str(workspace.path)])


def entries_of(workspace: Workspace) -> Contents:
    return open_register(workspace.register).contents()


def test_import_shows_what_it_understood_and_writes_only_when_asked(workspace: Workspace, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "list.csv")
    assert "2 möten, 3 punkter, 2 beslut" in samsyn(workspace, "import", file).stdout
    assert entries_of(workspace).decisions == ()
    assert samsyn(workspace, "import", file, "--save").exit_code == 0
    assert len(entries_of(workspace).decisions) == 2


def test_one_row_that_cannot_be_understood_keeps_all_out(workspace: Workspace, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "list.csv", (*ROWS, ("i våras", "Boende", "Ja", "", "", "")))
    shown = samsyn(workspace, "import", file, "--save")
    assert (shown.exit_code, "Rad 5: Dagen går inte att läsa." in shown.stdout) == (4, True)
    assert entries_of(workspace).entries() == ()


def test_an_exported_register_is_imported_into_another(workspace: Workspace, tmp_path: Path) -> None:
    samsyn(workspace, "import", a_csv(tmp_path / "list.csv"), "--save")
    samsyn(workspace, "export", "--output", tmp_path / "all.json")
    other = a_workspace(tmp_path / "other")
    assert samsyn(other, "import", tmp_path / "all.json", "--save").exit_code == 0
    assert entries_of(other) == entries_of(workspace)
