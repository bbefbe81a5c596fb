"""Withdrawal, erasure and retention: who asks to be left out is counted no more, and who is erased is found nowhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from metrics.problem import UserProblem
from pipelines import forget, quarantine, vault, withheld
from pipelines.forget import erase, withdraw
from pipelines.load import load
from pipelines.release import _tables
from pipelines.retention import first_kept, retain
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace, open_workspace, zone_key
from tests.intake import a_file, a_row, a_table, a_zone, as_csv, written

PERSON, PLAN = a_row("contacts", 0)["person"], a_row("sip_plans", 0)["plan_id"]
OTHER = a_row("contacts", 1)["person"]
COUNTED = ("contacts", "sip_plans", "sip_interventions")
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zone with contacts, plans and what was agreed in them; of the contacts, some are refused."""
    zone = a_zone(tmp_path_factory.mktemp("loaded"))
    refused = [{}, {}, {"minutes": "många"}, {"person": PERSON, "minutes": "många"}]
    for source, special in (("contacts", refused), ("sip_plans", []), ("sip_interventions", [])):
        assert not load(zone, "region", a_file(zone, source, *special)).file_refused
    return zone.path


@pytest.fixture
def here(tmp_path: Path, loaded: Path) -> Workspace:
    """The same zone, to change."""
    return open_workspace(shutil.copytree(loaded, tmp_path / "committee"))


def counted(workspace: Workspace) -> dict[str, int]:
    """How many rows of the person a release would count, by table."""
    listed = withheld.opened(workspace, "region")
    with vault.reading(workspace, "region") as connection:
        tables = _tables(connection, zone_key(workspace, "region"), listed)
        column = {
            "contacts": ("person", PERSON),
            "sip_plans": ("person", PERSON),
            "sip_interventions": ("plan_id", PLAN),
        }
        return {name: tables[name].filter(f"{key} = '{value}'").shape[0] for name, (key, value) in column.items()}


def kept(workspace: Workspace) -> dict[str, int]:
    return {name: vault.rows(workspace.vault("region"), name).height for name in COUNTED}


def hits(workspace: Workspace, name: str) -> list[str]:
    """Every file of the zone with the name in its bytes, and every table with it in any column."""
    files = [path for path in workspace.zone("region").rglob("*") if path.is_file()]
    found = [path.name for path in files if name.encode() in path.read_bytes()]
    found += [path.name for path in files if path.suffix == ".parquet" and name in str(pl.read_parquet(path).rows())]
    with duckdb.connect(str(workspace.vault("region")), read_only=True) as connection:
        for (table,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall():
            found += [table] * (name in str(connection.sql(f'FROM "{table}"').fetchall()))
    return found


def log(workspace: Workspace) -> list[dict[str, object]]:
    return [json.loads(line) for line in forget.log_file(workspace, "region").read_text().splitlines()]


# --- withdrawal -------------------------------------------------------------------------------------------------


def test_who_withdraws_is_out_of_the_next_release_and_the_rows_stay(here: Workspace) -> None:
    before = kept(here)
    assert counted(here) == {"contacts": 1, "sip_plans": 1, "sip_interventions": 1}
    withdraw(here, "region", [PERSON])
    assert counted(here) == {"contacts": 0, "sip_plans": 0, "sip_interventions": 0}
    assert kept(here) == before


def test_nobody_else_is_left_out(here: Workspace) -> None:
    withdraw(here, "region", [PERSON])
    with vault.reading(here, "region") as connection:
        tables = _tables(connection, zone_key(here, "region"), withheld.opened(here, "region"))
        assert [kept(here)[name] - tables[name].shape[0] for name in COUNTED] == [1, 1, 1]


def test_the_list_names_nobody_and_says_nothing_without_the_key(here: Workspace) -> None:
    withdraw(here, "region", [PERSON])
    listed = (here.zone("region") / "vault" / "withheld.json").read_text()
    assert PERSON not in listed
    assert len(json.loads(listed)) == 2  # the person and the plan
    other = withheld.Withheld(key=b"1" * 32, sums=frozenset(json.loads(listed)))
    assert other.among("person", [PERSON]) == []
    assert withheld.opened(here, "region").among("person", [PERSON, OTHER]) == [PERSON]


@pytest.mark.parametrize("asked", [[], [""], ["19121212-1212"], ["r0000000abc r0000001abc"], ["x" * 65]])
def test_what_is_no_pseudonym_is_refused_and_not_repeated(here: Workspace, asked: Sequence[str]) -> None:
    with pytest.raises(UserProblem, match="persons_wrong") as caught:
        withdraw(here, "region", asked)
    assert "1912" not in caught.value.text.sv + caught.value.text.en
    assert not withheld.opened(here, "region").sums


# --- later deliveries -------------------------------------------------------------------------------------------


def test_what_is_delivered_later_of_a_listed_person_does_not_come_in(here: Workspace) -> None:
    erase(here, "region", [PERSON])
    report = load(here, "region", a_file(here, "contacts", name="contacts_2024_v2.csv"))
    assert (report.accepted, report.refused_rows) == (399, 0)
    assert counted(here)["contacts"] == 0
    [note] = [note for note in report.notes if note.code == "withheld"]
    assert note.text.sv.startswith("färre än tio rader")


def test_many_rows_are_told_by_their_number(here: Workspace) -> None:
    erase(here, "region", [PERSON])
    many = [{"person": PERSON, "contact_type": kind} for kind in ("visit", "phone") for _ in range(6)]
    report = load(here, "region", a_file(here, "contacts", *many, name="contacts_2024_v2.csv"))
    assert any(note.text.en.startswith("12 rows") for note in report.notes)


def test_a_plan_first_delivered_later_stays_out_with_all_that_was_agreed_in_it(here: Workspace) -> None:
    erase(here, "region", [PERSON])
    late = {"person": PERSON, "plan_id": "plan late"}
    load(here, "region", a_file(here, "sip_plans", late, name="sip_plans_2024_v2.csv"))
    agreed = a_table("sip_interventions", {"plan_id": "plan late"}, {"plan_id": PLAN}, good=390)
    report = load(here, "region", written(here, "sip_interventions_2024_v2.csv", as_csv(agreed)))
    assert (report.file_refused, report.refused_rows) == (False, 0)
    plans = vault.rows(here.vault("region"), "sip_interventions")["plan_id"]
    assert {"plan late", PLAN} & set(plans) == set()


# --- erasure ----------------------------------------------------------------------------------------------------


def test_after_erasure_a_search_of_the_whole_zone_finds_nothing(here: Workspace) -> None:
    (here.zone("region") / "worklists").mkdir()
    pl.DataFrame({"Pseudonym": [PERSON]}).write_excel(here.zone("region") / "worklists" / "2025.xlsx")
    written(here, "utf16.csv", f"person;{PERSON}".encode("utf-16-le"))
    assert len(hits(here, PERSON)) >= 4
    done = erase(here, "region", [PERSON])
    assert hits(here, PERSON) == []
    assert done.left == ()
    assert {"inbox/utf16.csv", "worklists/2025.xlsx", "inbox/contacts_2024_v1.csv"} <= set(done.files)
    assert not (here.inbox("region") / "utf16.csv").exists()


def test_only_the_persons_rows_go(here: Workspace) -> None:
    before = kept(here)
    done = erase(here, "region", [PERSON])
    assert done.rows == {"contacts": 1, "sip_plans": 1, "sip_interventions": 1}
    assert kept(here) == {name: rows - 1 for name, rows in before.items()}
    assert len(hits(here, OTHER)) >= 1


def test_the_vault_is_a_new_file_in_which_loading_goes_on(here: Workspace) -> None:
    path = here.vault("region")
    before = path.stat().st_ino
    erase(here, "region", [PERSON])
    assert path.stat().st_ino != before
    assert path.stat().st_mode & 0o077 == 0
    assert [one.source for one in vault.deliveries(here, "region")] == list(COUNTED)
    assert load(here, "region", a_file(here, "contacts", name="contacts_2024_v2.csv")).accepted == 399


def test_the_rows_that_are_left_keep_their_order(here: Workspace) -> None:
    before = vault.rows(here.vault("region"), "contacts").filter(pl.col("person") != PERSON)
    erase(here, "region", [PERSON])
    assert vault.rows(here.vault("region"), "contacts").equals(before)


def test_refused_rows_of_others_stay_in_quarantine(here: Workspace) -> None:
    assert quarantine.read(here.quarantine("region"), 1).height == 2
    erase(here, "region", [PERSON])
    assert quarantine.read(here.quarantine("region"), 1).height == 1


def test_a_coordinator_who_is_erased_is_no_longer_named_and_the_assignment_stays(here: Workspace) -> None:
    load(here, "region", a_file(here, "persons"))
    load(here, "region", a_file(here, "coordinators", {"coordinator": "s77"}))
    erase(here, "region", ["s77"])
    left = vault.rows(here.vault("region"), "coordinators")
    assert (left.height, "s77" in left["coordinator"], withheld.NOBODY in left["coordinator"]) == (401, False, True)


def test_a_file_only_people_may_change_is_named(here: Workspace) -> None:
    folder = here.zone("region") / "corrections"
    folder.mkdir()
    (folder / "region.toml").write_text(f'where = {{ person = "{PERSON}" }}')
    assert erase(here, "region", [PERSON]).left == ("corrections/region.toml",)


def test_the_log_says_what_was_done_and_how_much_and_never_to_whom(here: Workspace) -> None:
    withdraw(here, "region", [OTHER])
    written(here, f"{PERSON}.csv", PERSON)
    erase(here, "region", [PERSON])
    said = log(here)
    assert [(one["action"], one["persons"], one["found"]) for one in said] == [("withdrawn", 1, 1), ("erased", 1, 1)]
    text = forget.log_file(here, "region").read_text()
    assert (PERSON in text, OTHER in text) == (False, False)


def test_erasing_again_finishes_what_was_stopped_and_finds_nothing_more(here: Workspace) -> None:
    erase(here, "region", [PERSON])
    again = erase(here, "region", [PERSON])
    assert (again.found, again.rows, again.files, again.left) == (0, {}, (), ())


# --- retention --------------------------------------------------------------------------------------------------


def with_retention(workspace: Workspace, years: str) -> Workspace:
    settings = workspace.path / "samsyn.toml"
    settings.write_text(settings.read_text() + f"\n[retention]\nyears = {years}\n")
    return workspace


def test_rows_older_than_the_stated_years_go_and_the_vault_knows_from_when_it_is_whole(here: Workspace) -> None:
    old = vault.rows(here.vault("region"), "contacts").filter(pl.col("from_on") < date(2024, 5, 1)).height
    done = retain(with_retention(here, "2"), "region", date(2026, 5, 1))
    assert done.rows["contacts"] == old > 0
    with vault.reading(here, "region") as connection:
        assert first_kept(connection) == date(2024, 5, 1)
        assert connection.sql("SELECT min(from_on) FROM contacts").fetchall() == [(date(2024, 5, 1),)]


def test_what_was_agreed_goes_with_its_plan(here: Workspace) -> None:
    done = retain(with_retention(here, "2"), "region", date(2026, 5, 1))
    assert done.rows["sip_interventions"] == done.rows["sip_plans"] > 0


def test_a_spell_that_is_still_open_is_not_old(here: Workspace) -> None:
    spell = {"contact_type": "residential_spell", "from_on": "2024-01-02", "minutes": "", "planned": "", "attended": ""}
    load(here, "region", a_file(here, "contacts", spell, name="contacts_2024_v2.csv"))
    retain(with_retention(here, "1"), "region", TODAY)
    assert vault.rows(here.vault("region"), "contacts")["contact_type"].to_list() == ["residential_spell"]


@pytest.mark.parametrize("years", ["0", '"ten"', "101", "true"])
def test_a_time_that_is_no_number_of_years_removes_nothing(here: Workspace, years: str) -> None:
    before = kept(here)
    with pytest.raises(UserProblem, match="retention_missing"):
        retain(with_retention(here, years), "region", TODAY)
    assert kept(here) == before


def test_every_source_about_persons_says_whom_its_rows_are_about() -> None:
    about_persons = {
        name for name, source in SOURCES.items() if withheld.own_columns(source) or withheld.plans_of(source)
    }
    assert about_persons >= {"persons", "coordinators", "needs", "contacts", "staff_development", *COUNTED}
    assert not about_persons & {"costs", "surveys", "statistics"}


# --- the commands -----------------------------------------------------------------------------------------------


def samsyn(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--language", "sv"])


def test_the_command_reads_a_list_and_tells_numbers_only(here: Workspace, tmp_path: Path) -> None:
    listed = tmp_path / "lista.txt"
    listed.write_text(f"{PERSON}\n{OTHER}\n")
    done = samsyn("forget", "--organisation", "region", "--file", listed, "--erase", "--path", here.path)
    assert done.exit_code == 0, done.output
    assert "2 personer (2 fanns i databasen) är raderade: 6 rader" in done.stdout
    assert PERSON not in done.output


def test_the_command_says_when_something_is_left_to_do(here: Workspace) -> None:
    (here.zone("region") / "anteckning.txt").write_text(PERSON)
    done = samsyn("forget", "--organisation", "region", "--person", PERSON, "--erase", "--path", here.path, "--json")
    assert (done.exit_code, json.loads(done.stdout)["left"]) == (3, ["anteckning.txt"])


def test_retention_without_a_setting_says_what_to_write(here: Workspace) -> None:
    done = samsyn("retention", "--organisation", "region", "--path", here.path)
    assert (done.exit_code, "years = 10" in done.output) == (2, True)
