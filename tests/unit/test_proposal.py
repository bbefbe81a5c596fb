"""Proposing a profile: what is recognised goes into it, what is not stands as a comment for a person to decide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from metrics.indicator import ORGANISATIONS
from metrics.problem import UserProblem
from pipelines.load import load
from pipelines.profile import parse
from pipelines.proposal import Proposal, propose
from pipelines.workspace import create, open_workspace
from tests.intake import a_file, a_row, a_table, a_zone, as_csv, written

SAMPLE = Path(__file__).parent.parent.parent / "sample_data"
LISTS = {"units": ("norra_mottagningen", "dagcentrum"), "target_groups": ("psychosis",)}


def proposed(folder: Path, rows: list[dict[str, str]], name: str = "uttag_2024_v1.csv", **changes: str) -> Proposal:
    """What is proposed for a file with these rows, in a workspace whose profiles use the contract's own names."""
    workspace = a_zone(folder)
    separator = changes.pop("separator", ";")
    text = changes.pop("title", "") + as_csv(rows, separator=separator)
    file = written(workspace, name, text.encode(changes.pop("encoding", "utf-8")))
    return propose(file, workspace.sources, code_lists=LISTS)


def without(rows: list[dict[str, str]], column: str) -> list[dict[str, str]]:
    return [{name: value for name, value in row.items() if name != column} for row in rows]


def renamed(rows: list[dict[str, str]], column: str, name: str) -> list[dict[str, str]]:
    return [{name if key == column else key: value for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_a_proposal_for_a_known_kind_of_file_loads_it(tmp_path: Path, organisation: str) -> None:
    """Take every profile away, propose them anew from the others' knowledge, and load the same files."""
    workspace = create(tmp_path / "ours", SAMPLE / "workspace")
    known = SAMPLE / "workspace/sources"
    lists = {"units": [u.id for u in workspace.units], "target_groups": [g.id for g in workspace.target_groups]}
    for profile in workspace.sources.glob(f"{organisation}.*.toml"):
        profile.unlink()
    [people] = [
        *(SAMPLE / "small" / organisation).glob("vardtagare*"),
        *(SAMPLE / "small" / organisation).glob("brukare*"),
    ]
    made = propose(people, known, code_lists=lists)
    text = (
        made.toml.sv.replace("[columns]", '[ignore]\ncolumns = ["Radnr"]\n[columns]') if made.unmapped else made.toml.sv
    )
    (workspace.sources / f"{made.organisation}.{made.source}.toml").write_text(text, encoding="utf-8")
    report = load(open_workspace(workspace.path), made.organisation, people)
    assert (made.organisation, report.source, report.file_refused) == (organisation, "persons", False)
    assert report.accepted > 300


@pytest.mark.parametrize("source", ["persons", "contacts", "costs", "sip_plans", "coordinators", "needs"])
def test_the_source_is_recognised_by_its_columns(tmp_path: Path, source: str) -> None:
    found = proposed(tmp_path, a_table(source, good=20))
    assert (found.source, found.organisation, found.unmapped, found.missing) == (source, "region", (), ())
    assert parse(found.toml.en, "proposed").source == source


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "utf-8"), (",", "utf-8"), ("\t", "utf-8"), ("|", "utf-8"), (";", "windows-1252")]
)
def test_separator_and_encoding_are_seen(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [row | {"activity": "särskilt boende"} for row in a_table("costs", good=20)]
    layout = proposed(tmp_path, rows, separator=separator, encoding=encoding).layout
    assert (layout.separator, layout.encoding) == (separator, encoding)


def test_rows_above_the_header_are_counted(tmp_path: Path) -> None:
    assert proposed(tmp_path, a_table("costs", good=20), title="Ekonomi\nUttag i januari\n").layout.title_rows == 2


def test_a_total_row_is_seen(tmp_path: Path) -> None:
    rows = a_table("costs", good=20)
    total = dict.fromkeys(rows[0], "") | {next(iter(rows[0])): "Summa"}
    assert proposed(tmp_path, [*rows, total]).layout.total_rows == ("Summa",)


def test_period_and_version_in_the_name_become_groups(tmp_path: Path) -> None:
    found = proposed(tmp_path, a_table("costs", good=20), name="ekonomi_2024-2025_v3.csv")
    assert "'^ekonomi_(?P<period>[0-9]{4}(-[0-9]{4})?)_v(?P<version>[0-9]+)\\.csv$'" in found.toml.sv


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("ekonomi_202403.csv", "[0-9]{4}-?[0-9]{2}"),
        ("ekonomi_2024-03.csv", "[0-9]{4}-?[0-9]{2}"),
        ("ekonomi_2024kv1.csv", "[0-9]{4}-?([Qq]|kv)[1-4]"),
        ("ekonomi_2024.csv", "[0-9]{4}(-[0-9]{4})?"),
    ],
)
def test_next_months_file_is_known_by_the_same_profile(tmp_path: Path, name: str, period: str) -> None:
    assert f"'^ekonomi_(?P<period>{period})\\.csv$'" in proposed(tmp_path, a_table("costs", good=20), name=name).toml.sv


def test_a_mark_for_nothing_in_a_column_nobody_knows_is_seen_too(tmp_path: Path) -> None:
    rows = [row | {"Xyz": "Uppgift saknas"} for row in a_table("costs", good=20)]
    assert 'missing = ["", "Uppgift saknas"]' in proposed(tmp_path, rows).toml.sv


@pytest.mark.parametrize(
    ("written_as", "date_format"), [("2024-03-05", "%Y-%m-%d"), ("20240305", "%Y%m%d"), ("25/03/2024", "%d/%m/%Y")]
)
def test_the_way_dates_are_written_is_seen(tmp_path: Path, written_as: str, date_format: str) -> None:
    rows = [a_row("contacts", n) | {"from_on": written_as} for n in range(20)]
    assert f'date_format = "{date_format}"' in proposed(tmp_path, rows).toml.sv


def test_a_column_that_is_called_nearly_the_same_is_recognised(tmp_path: Path) -> None:
    found = proposed(tmp_path, renamed(a_table("contacts", good=20), "contact_type", "Contact-types"))
    assert found.mapped["contact_type"] == "Contact-types"


def test_a_column_nobody_knows_is_left_to_a_person(tmp_path: Path) -> None:
    found = proposed(tmp_path, [row | {"Anteckning": "x"} for row in a_table("contacts", good=20)])
    assert found.unmapped == ("Anteckning",)
    assert '# "Anteckning" känns inte igen' in found.toml.sv
    assert parse(found.toml.sv, "proposed").ignore.columns == ()


def test_a_column_that_must_be_there_is_asked_for(tmp_path: Path) -> None:
    found = proposed(tmp_path, without(a_table("contacts", good=20), "unit"))
    assert found.missing == ("unit",)
    assert '# unit = ""' in found.toml.en


def test_a_code_nobody_knows_is_asked_for(tmp_path: Path) -> None:
    rows = [*a_table("contacts", good=20), a_row("contacts", 30, contact_type="letter")]
    found = proposed(tmp_path, rows)
    assert found.unknown == {"contact_type": ("letter",)}
    assert '# "letter" = ""' in found.toml.sv


def test_the_shape_of_a_pseudonym_is_seen(tmp_path: Path) -> None:
    assert "person_pattern = '^r[0-9a-f]{10}$'" in proposed(tmp_path, a_table("contacts", good=20)).toml.sv


def test_a_file_with_an_identity_number_is_an_incident_here_too(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        proposed(tmp_path, [*a_table("costs", good=20), a_row("costs", 30, account="19800101-1231")])
    assert caught.value.exit_code == 5


def test_a_file_that_is_like_nothing_asks_for_its_source(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        proposed(tmp_path, [{"a": "1", "b": "2"}] * 20)
    assert (caught.value.code, caught.value.exit_code) == ("not_recognised", 2)


@pytest.mark.parametrize(("name", "content"), [("bild.png", b"\x89PNG\0\0"), ("arkiv.zip", b"PK\x03\x04")])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    workspace = a_zone(tmp_path)
    with pytest.raises(UserProblem) as caught:
        propose(written(workspace, name, content), workspace.sources)
    assert caught.value.code == "file_kind"


def test_a_workbook_is_recognised_with_its_sheet_and_title_rows() -> None:
    [workbook] = (SAMPLE / "small/region").glob("samordnare*.xlsx")
    found = propose(workbook, SAMPLE / "workspace/sources")
    assert (found.source, found.layout.format, found.layout.sheet, found.layout.title_rows) == (
        "coordinators", "xlsx", "Samordnare", 2,
    )  # fmt: skip


# --- the command ------------------------------------------------------------------------------------------------


def test_the_command_prints_a_profile_that_can_be_saved_as_it_stands(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    file = a_file(workspace, "contacts", good=20)
    result = CliRunner().invoke(app, ["profile", str(file), "--path", str(workspace.path), "--language", "sv"])
    assert result.exit_code == 0
    assert parse(result.stdout, "saved").source == "contacts"
    assert "Granska förslaget" in result.stderr


def test_the_command_tells_a_machine_what_was_seen(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    file = a_file(workspace, "contacts", good=20)
    result = CliRunner().invoke(app, ["profile", str(file), "--path", str(workspace.path), "--json"])
    told = json.loads(result.stdout)
    assert (told["source"], told["seen"]["separator"], told["seen"]["rows"]) == ("contacts", ";", 20)
    assert told["mapped"]["person"] == "person"
