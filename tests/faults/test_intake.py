"""Bad files: each is refused by name, in both languages, and what was loaded before stays in force."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import LoadReport, load
from pipelines.workspace import Workspace, open_workspace
from tests.intake import ENOUGH, a_file, a_profile, a_table, a_zone, as_csv, codes, written

GOOD = "contacts_2024_v1.csv"
BAD = "contacts_2024_v2.csv"
NUMBER = "19121212-1212"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zone with 400 contacts in force, to be copied."""
    zone = a_zone(tmp_path_factory.mktemp("loaded"))
    assert load(zone, "region", a_file(zone, "contacts", name=GOOD)).accepted == ENOUGH
    return zone.path


@pytest.fixture
def zone(tmp_path: Path, loaded: Path) -> Workspace:
    """A zone with 400 contacts in force."""
    return open_workspace(shutil.copytree(loaded, tmp_path / "committee"))


def in_force(zone: Workspace) -> tuple[int, int]:
    """The version in force and how many rows it has."""
    [delivery] = vault.deliveries(zone, "region")
    return delivery.version, vault.rows(zone.vault("region"), "contacts").height


def table(**change: str) -> str:
    """The file of the good delivery with one change in all its rows."""
    return as_csv([row | change for row in a_table("contacts")])


def note(text: str) -> str:
    """The file with a column of free text that the profile ignores, empty but for one row."""
    return as_csv([row | {"Anteckning": text if n == 7 else ""} for n, row in enumerate(a_table("contacts"))])


def half(zone: Workspace) -> Path:
    """Half of a file, beside the manifest of the whole."""
    content = as_csv(a_table("contacts", good=ENOUGH + 1)).encode()
    manifest = {"file": BAD, "rows": ENOUGH + 1, "sha256": hashlib.sha256(content).hexdigest()}
    written(zone, "manifest.json", json.dumps(manifest))
    return written(zone, BAD, content[: content.rindex(b"\r\n", 0, len(content) // 2) + 2])


def link(zone: Workspace) -> Path:
    """A link to a right file."""
    (zone.inbox("region") / BAD).symlink_to(a_file(zone, "contacts", good=9, name="contacts_2024_v9.csv"))
    return zone.inbox("region") / BAD


FILES: dict[str, tuple[Callable[[Workspace], Path], str]] = {
    "a column missing": (
        lambda zone: written(
            zone, BAD, as_csv([{k: v for k, v in row.items() if k != "unit"} for row in a_table("contacts")])
        ),
        "columns_missing",
    ),
    "a column renamed": (lambda zone: written(zone, BAD, table().replace("unit;", "Unit;", 1)), "columns_missing"),
    "a column nobody named": (lambda zone: written(zone, BAD, note("")), "columns_unknown"),
    "an unknown unit": (lambda zone: a_file(zone, "contacts", {"unit": "nytt"}, name=BAD), "unit_unknown"),
    "a look-alike letter in a code": (
        lambda zone: a_file(zone, "contacts", {"unit": "norra_mott\u0430gningen"}, name=BAD),
        "unit_unknown",
    ),
    "no pseudonym": (lambda zone: a_file(zone, "contacts", {"person": "Bertil"}, name=BAD), "person_pattern"),
    "values out of range": (lambda zone: written(zone, BAD, table(minutes="2000")), "rows_refused"),
    "dates reversed": (lambda zone: written(zone, BAD, table(to_on="2023-01-01")), "rows_refused"),
    "day and month turned": (lambda zone: written(zone, BAD, table(from_on="05/03/2024")), "date_style"),
    "a time of day": (lambda zone: written(zone, BAD, table(from_on="2024-03-05T10:30")), "date_style"),
    "a future": (lambda zone: written(zone, BAD, table(from_on="2099-03-05")), "period_wrong"),
    "an identity number in a key": (
        lambda zone: a_file(zone, "contacts", {"person": NUMBER}, name=BAD),
        "identity_number",
    ),
    "an e-mail address": (lambda zone: written(zone, BAD, note("skriv till nagon@example.org")), "email_address"),
    "nothing": (lambda zone: written(zone, BAD, b""), "file_empty"),
    "a header only": (lambda zone: written(zone, BAD, table().splitlines()[0] + "\r\n"), "file_empty"),
    "another separator": (lambda zone: written(zone, BAD, table().replace(";", ",")), "header_one_column"),
    "another encoding": (lambda zone: written(zone, BAD, table(planned="på").encode("latin-1")), "encoding_wrong"),
    "a file cut short": (lambda zone: written(zone, BAD, table()[:-30]), "row_ragged"),
    "half a copy": (half, "manifest_differs"),
    "an older version": (lambda zone: a_file(zone, "contacts", good=9, name="contacts_2024_v0.csv"), "stale"),
    "the same version, other content": (lambda zone: a_file(zone, "contacts", good=9, name=GOOD), "conflict"),
    "a link": (link, "file_link"),
    "a name with a quote": (
        lambda zone: a_file(zone, "contacts", name="contacts'; DROP TABLE contacts.csv"),
        "file_name",
    ),
    "a name of a page": (lambda zone: a_file(zone, "contacts", name="<script>.csv"), "file_name"),
}


@pytest.fixture(params=FILES)
def bad(request: pytest.FixtureRequest, zone: Workspace) -> tuple[LoadReport, str]:
    """The report of a bad file, and what it should be called."""
    make, code = FILES[request.param]
    return load(zone, "region", make(zone)), code


def test_a_bad_file_is_refused_by_name_in_both_languages_and_changes_nothing(
    zone: Workspace, bad: tuple[LoadReport, str]
) -> None:
    report, code = bad
    reason = report.reasons[0]
    assert (reason.code, report.file_refused, report.accepted) == (code, True, 0)
    assert report.exit_code == (5 if code == "identity_number" else 4)
    assert len(reason.text.sv) > 20
    assert len(reason.text.en) > 20
    assert reason.text.sv != reason.text.en
    assert in_force(zone) == (1, ENOUGH)


@pytest.mark.parametrize("name", ["../contacts_2024_v2.csv", "finns_inte.csv", "contacts_2024_v2.csv"])
def test_a_file_that_is_not_there_is_a_mistake_of_the_command(zone: Workspace, name: str) -> None:
    with pytest.raises(UserProblem) as told:
        load(zone, "region", zone.inbox("region") / name)
    assert (told.value.code, told.value.exit_code) == ("file_missing", 2)
    assert in_force(zone) == (1, ENOUGH)


@pytest.mark.parametrize("name", ["contacts\0.csv", "å" * 130 + ".csv"])
def test_a_name_no_disk_can_hold_is_refused(zone: Workspace, name: str) -> None:
    assert codes(load(zone, "region", zone.inbox("region") / name)) == ["file_name"]


def test_the_other_organisations_file_is_refused(zone: Workspace) -> None:
    profile = a_profile("needs", organisation='"municipality"', file_pattern="'^behov.*$'")
    (zone.sources / "municipality.needs.toml").write_text(profile, encoding="utf-8")
    assert codes(load(zone, "region", written(zone, "behov.csv", "a;b\n"))) == ["wrong_organisation"]


def test_the_same_file_twice_is_told_and_changes_nothing(zone: Workspace) -> None:
    report = load(zone, "region", zone.inbox("region") / GOOD)
    assert (report.already_loaded, report.exit_code, report.reasons) == (True, 0, ())
    assert in_force(zone) == (1, ENOUGH)


def test_one_wrong_row_in_two_hundred_is_left_out_and_one_more_refuses_the_file(zone: Workspace) -> None:
    wrong = {"minutes": "2000"}
    two = load(zone, "region", a_file(zone, "contacts", wrong, wrong, good=398, name=BAD))
    assert (two.refused_rows, two.exit_code) == (2, 3)
    three = load(zone, "region", a_file(zone, "contacts", wrong, wrong, wrong, good=397, name="contacts_2024_v3.csv"))
    assert (codes(three)[0], three.exit_code) == ("rows_refused", 4)


# --- an identity number leaves no trace ------------------------------------------------------------------------


@pytest.fixture
def incident(tmp_path: Path) -> tuple[Workspace, LoadReport]:
    """A zone that was given a file with an identity number in a column of free text."""
    zone = a_zone(tmp_path, contacts=a_profile("contacts", '[ignore]\ncolumns = ["Anteckning"]'))
    return zone, load(zone, "region", written(zone, GOOD, note(f"ring {NUMBER} i morgon")))


def test_an_identity_number_in_a_free_text_is_an_incident(incident: tuple[Workspace, LoadReport]) -> None:
    _, report = incident
    assert (codes(report), report.incident, report.exit_code) == (["identity_number"], True, 5)
    assert "kolumn Anteckning, rad 9" in report.reasons[0].text.sv


def test_the_number_is_nowhere_but_in_the_file_that_came(incident: tuple[Workspace, LoadReport]) -> None:
    zone, report = incident
    assert NUMBER not in repr(report)
    others = [path for path in zone.path.rglob("*") if path.is_file() and path.name != GOOD]
    assert others
    assert [path.name for path in others if NUMBER.encode() in path.read_bytes()] == []


def test_a_file_named_by_an_identity_number_is_an_incident_and_its_name_is_nowhere(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "needs", name="19121212-1212 needs.csv"), "needs")
    assert (codes(report), report.exit_code) == (["identity_number"], 5)
    assert "1212" not in report.file + "".join(reason.text.sv + reason.text.en for reason in report.reasons)
    assert b"19121212-1212" not in zone.vault("region").read_bytes()


def test_not_even_the_name_of_the_file_is_kept(incident: tuple[Workspace, LoadReport]) -> None:
    zone, _ = incident
    with vault.reading(zone, "region") as connection:
        [(outcome, name)] = connection.sql("SELECT outcome, file FROM load_log").fetchall()
    assert (outcome, name == GOOD) == ("incident", False)


# --- the manifest ----------------------------------------------------------------------------------------------


def with_manifest(zone: Workspace, **changes: object) -> LoadReport:
    """A load of a right file beside a manifest where `changes` are wrong."""
    file = a_file(zone, "contacts", good=ENOUGH + 1, name=BAD)
    told = {
        "file": BAD,
        "rows": ENOUGH + 1,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "version": 2,
        "period": "2024",
    }
    written(zone, "manifest.json", json.dumps(told | changes))
    return load(zone, "region", file)


def test_a_file_that_is_what_its_manifest_says_is_loaded(zone: Workspace) -> None:
    assert with_manifest(zone).accepted == ENOUGH + 1


@pytest.mark.parametrize("wrong", [{"rows": 10}, {"sha256": "0" * 64}, {"version": 3}, {"period": "2023"}])
def test_a_file_that_is_not_what_its_manifest_says_is_refused(zone: Workspace, wrong: dict[str, object]) -> None:
    assert codes(with_manifest(zone, **wrong)) == ["manifest_differs"]
    assert in_force(zone) == (1, ENOUGH)


def test_a_manifest_of_another_file_says_nothing(zone: Workspace) -> None:
    assert with_manifest(zone, file="other.csv", rows=10).accepted == ENOUGH + 1


def test_a_manifest_nobody_can_read_refuses_the_file(zone: Workspace) -> None:
    written(zone, "manifest.json", "{")
    assert codes(load(zone, "region", a_file(zone, "contacts", name=BAD))) == ["manifest_wrong"]


# --- the disk --------------------------------------------------------------------------------------------------


def test_a_vault_that_is_no_database_is_a_problem_to_mend_not_a_crash(zone: Workspace) -> None:
    zone.vault("region").write_bytes(b"not a database" * 1000)
    with pytest.raises(UserProblem, match="vault_unwritable"):
        load(zone, "region", a_file(zone, "contacts", name=BAD))
