"""Published releases: immutable files, one of them in force, read without a way out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import published
from tests.zones import a_cell, a_hidden_cell


def some(**changes: Any) -> pl.DataFrame:
    rows = [a_cell(**changes), a_hidden_cell(), a_cell(period_start=date(2024, 1, 1), organisation="municipality")]
    return pl.DataFrame(rows, schema=published.CELL_SCHEMA, orient="row")


def publish(joint: Path, release_id: str, **changes: Any) -> Path:
    return published.publish(joint, release_id, some(**changes), {"release_id": release_id})


def code_of(problem: pytest.ExceptionInfo[UserProblem]) -> str:
    return problem.value.code


def test_what_is_published_is_what_is_read(tmp_path: Path) -> None:
    publish(tmp_path, "2025-Q4")
    read = published.read(tmp_path, "2025-Q4")
    assert read.cells.equals(published.in_order(some()))
    assert read.manifest == {"release_id": "2025-Q4"} == published.read_manifest(tmp_path, "2025-Q4")


def test_the_last_one_published_is_in_force(tmp_path: Path) -> None:
    publish(tmp_path, "2025-Q3")
    publish(tmp_path, "2025-Q4")
    assert published.in_force(tmp_path) == published.current(tmp_path) == "2025-Q4"


def test_releases_are_listed_by_quarter_and_correction(tmp_path: Path) -> None:
    for release_id in ("2025-Q4", "2025-Q4-10", "2025-Q4-2", "2024-Q4"):
        publish(tmp_path, release_id)
    assert published.releases(tmp_path) == ["2024-Q4", "2025-Q4", "2025-Q4-2", "2025-Q4-10"]


def test_a_release_never_changes(tmp_path: Path) -> None:
    path = publish(tmp_path, "2025-Q4")
    before = path.read_bytes()
    with pytest.raises(UserProblem) as problem:
        publish(tmp_path, "2025-Q4", numerator=31.0)
    assert code_of(problem) == "release_exists"
    assert path.read_bytes() == before


def test_an_earlier_release_can_be_put_in_force_again(tmp_path: Path) -> None:
    publish(tmp_path, "2025-Q3")
    publish(tmp_path, "2025-Q4")
    published.point_to(tmp_path, "2025-Q3")
    assert published.in_force(tmp_path) == "2025-Q3"


def test_what_a_killed_build_left_is_not_built_upon(tmp_path: Path) -> None:
    folder = tmp_path / "published"
    folder.mkdir()
    (folder / ".2025-Q4.building").write_bytes(b"half a database")
    (folder / ".2025-Q4.building.wal").write_bytes(b"half a log")
    publish(tmp_path, "2025-Q4")
    assert [path.name for path in folder.iterdir()] == ["2025-Q4.duckdb"]


def test_nothing_published_is_told_with_the_commands_that_help(tmp_path: Path) -> None:
    assert published.current(tmp_path) is None
    with pytest.raises(UserProblem) as problem:
        published.in_force(tmp_path)
    assert code_of(problem) == "nothing_published"
    assert "samsyn receive" in problem.value.text.sv


@pytest.mark.parametrize("release_id", ["2025-Q5", "../2025-Q4", "2025-Q4-2000", ""])
def test_a_name_that_is_no_release_is_refused(tmp_path: Path, release_id: str) -> None:
    with pytest.raises(UserProblem) as problem:
        published.read(tmp_path, release_id)
    assert code_of(problem) == "release_unknown"


def test_a_release_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as problem:
        published.read(tmp_path, "2025-Q4")
    assert code_of(problem) == "release_unknown"


def test_the_file_holds_the_cells_and_the_manifest_and_nothing_else(tmp_path: Path) -> None:
    path = publish(tmp_path, "2025-Q4")
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.sql("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        columns = connection.sql("FROM protected_cell").columns
    assert tables == [("manifest",), ("protected_cell",)]
    assert columns == list(published.CELL_SCHEMA)
