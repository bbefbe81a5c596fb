"""Slots and versions: which delivery is in force, what replaces what, and who may write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import LoadReport, load
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace
from tests.intake import a_file, a_profile, a_zone, codes

ANY_NAME = r"""'^needs(_(?P<period>[0-9A-Za-z-]+?))?(_v(?P<version>[0-9]+))?\.csv$'"""


def zone_of(folder: Path) -> Workspace:
    """A zone whose needs may come under any period and version, or without."""
    return a_zone(folder, needs=a_profile("needs", file_pattern=ANY_NAME))


def delivered(zone: Workspace, name: str, rows: int) -> LoadReport:
    """A load of `rows` needs under a file name."""
    return load(zone, "region", a_file(zone, "needs", good=rows, name=f"needs{name}.csv"))


def in_force(zone: Workspace) -> list[tuple[str, int, int]]:
    """Period, version and rows of what is in force."""
    return [(found.period, found.version, found.accepted) for found in vault.deliveries(zone, "region")]


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    first = delivered(zone, "_2024_v1", 10)
    again = delivered(zone, "_2024_v1", 10)
    assert (again.already_loaded, again.exit_code, again.delivery_id) == (True, 0, first.delivery_id)
    assert vault.rows(zone.vault("region"), "needs").height == 10


def test_a_later_version_replaces_its_period(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v1", 10)
    delivered(zone, "_2024_v2", 12)
    assert in_force(zone) == [("2024", 2, 12)]
    assert vault.rows(zone.vault("region"), "needs").height == 12


def test_an_earlier_version_after_a_later_is_stale(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v2", 12)
    assert codes(delivered(zone, "_2024_v1", 10)) == ["stale"]
    assert in_force(zone) == [("2024", 2, 12)]


def test_the_same_version_with_other_content_is_a_conflict(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v1", 10)
    assert codes(delivered(zone, "_2024_v1", 11)) == ["conflict"]
    assert in_force(zone) == [("2024", 1, 10)]


def test_a_file_that_says_no_version_is_the_next_one(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024", 10)
    delivered(zone, "_2024", 11)
    assert in_force(zone) == [("2024", 2, 11)]


def test_periods_apart_stand_beside_each_other(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024-Q1_v1", 10)
    july = [{"assessed_on": "2024-07-01"}] * 11
    load(zone, "region", a_file(zone, "needs", *july, good=0, name="needs_2024-Q3_v1.csv"))
    assert in_force(zone) == [("2024-Q1", 1, 10), ("2024-Q3", 1, 11)]


def test_a_whole_period_replaces_its_parts(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024-Q1_v1", 10)
    delivered(zone, "_2024-Q2_v1", 11)
    delivered(zone, "_2023-2024_v1", 30)
    assert in_force(zone) == [("2023-2024", 1, 30)]


def test_a_part_of_what_is_loaded_would_count_twice(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2023-2024_v1", 30)
    assert codes(delivered(zone, "_2024_v1", 10)) == ["period_overlaps"]
    assert in_force(zone) == [("2023-2024", 1, 30)]


def test_sources_do_not_replace_each_other(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v1", 10)
    load(zone, "region", a_file(zone, "contacts", good=10))
    assert [found.source for found in vault.deliveries(zone, "region")] == ["needs", "contacts"]


def test_a_refused_file_takes_a_number_but_no_place(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v2", 10)
    delivered(zone, "_2024_v1", 9)
    delivered(zone, "_2024_v3", 11)
    assert [found.delivery_id for found in vault.deliveries(zone, "region")] == [3]


def test_a_vault_nobody_has_written_to_is_empty(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    assert vault.deliveries(zone, "region") == []
    with vault.reading(zone, "region") as connection:
        assert {name: len(rows.fetchall()) for name, rows in vault.tables(connection).items()} == dict.fromkeys(
            SOURCES, 0
        )


def test_an_open_vault_reaches_no_other_file(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v1", 10)
    file = zone.inbox("region") / "needs_2024_v1.csv"
    with vault.reading(zone, "region") as connection, pytest.raises(duckdb.PermissionException):
        connection.sql("SELECT * FROM read_csv($file)", params={"file": str(file)}).fetchall()


def test_a_second_loader_is_told_to_wait(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    with vault.writing(zone, "region"), pytest.raises(UserProblem) as told:
        delivered(zone, "_2024_v1", 10)
    assert (told.value.code, told.value.exit_code) == ("busy", 75)


def test_a_loader_in_another_process_is_told_to_wait(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    delivered(zone, "_2024_v1", 10)
    ask = "import sys, duckdb; c = duckdb.connect(sys.argv[1], read_only=True); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", ask, str(zone.vault("region"))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        with pytest.raises(UserProblem) as told:
            delivered(zone, "_2024_v2", 11)
        reader.communicate()
    assert told.value.exit_code == 75


def test_a_vault_older_than_a_column_is_read_with_it_empty_and_has_it_from_the_next_load(tmp_path: Path) -> None:
    zone = zone_of(tmp_path)
    with vault.writing(zone, "region") as connection:
        connection.execute("ALTER TABLE persons DROP COLUMN occupation")
    with vault.reading(zone, "region") as connection:
        assert "occupation" in vault.table(connection, "persons").columns
        assert "occupation" not in connection.table("persons").columns
    delivered(zone, "_2024_v1", 10)
    with vault.reading(zone, "region") as connection:
        assert "occupation" in connection.table("persons").columns
