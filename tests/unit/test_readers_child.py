"""Reading happens in a child process: whatever becomes of it, the loader gets an answer or a refusal."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import readers
from pipelines.readers import ROW, Layout, Limits, read


def a_file(folder: Path, content: str = "a;b\n1;2\n") -> Path:
    file = folder / "file.csv"
    file.write_text(content, encoding="utf-8")
    return file


def refusal(folder: Path, content: str = "a;b\n1;2\n", **limits: int) -> UserProblem:
    with pytest.raises(UserProblem) as problem, read(a_file(folder, content), Layout(), folder / "x", Limits(**limits)):
        pass
    return problem.value


def test_the_child_hands_over_the_rows(tmp_path: Path) -> None:
    with read(a_file(tmp_path), Layout(), tmp_path / "x") as raw:
        assert (raw.header, raw.rows) == (("a", "b"), 1)
        assert pl.concat(raw.frames()).rows(named=True) == [{"a": "1", "b": "2", ROW: 2}]


def test_the_rows_lie_in_a_folder_of_the_owners_alone_and_only_meanwhile(tmp_path: Path) -> None:
    with read(a_file(tmp_path), Layout(), tmp_path / "x"):
        assert (tmp_path / "x").stat().st_mode & 0o077 == 0
    assert not (tmp_path / "x").exists()


def test_nothing_is_left_after_a_refusal(tmp_path: Path) -> None:
    refusal(tmp_path, "")
    assert not (tmp_path / "x").exists()


def test_what_a_killed_load_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "00009.arrow").write_bytes(b"rows of another file")
    with read(a_file(tmp_path), Layout(), tmp_path / "x") as raw:
        assert [path.name for path in raw.batches] == ["00000.arrow"]


def test_a_refusal_of_the_child_is_the_loaders(tmp_path: Path) -> None:
    problem = refusal(tmp_path, "a;b\n1\n")
    assert (problem.code, problem.text.sv[:5], problem.text.en[:5]) == ("row_ragged", "Rad 2", "Row 2")


def test_a_child_that_takes_too_much_memory_is_a_refusal(tmp_path: Path) -> None:
    assert refusal(tmp_path, memory_bytes=200 * 1024**2).code == "reader_stopped"


def test_a_child_that_takes_too_long_is_a_refusal(tmp_path: Path) -> None:
    assert refusal(tmp_path, seconds=0).code == "reader_slow"


def test_each_file_has_a_child_of_its_own_that_no_earlier_one_has_touched(tmp_path: Path) -> None:
    assert refusal(tmp_path, memory_bytes=200 * 1024**2).code == "reader_stopped"
    with read(a_file(tmp_path), Layout(), tmp_path / "x") as raw:  # neither its end nor its limits are the next one's
        assert raw.rows == 1


def test_a_reader_that_somebody_has_ended_is_started_again(tmp_path: Path) -> None:
    with read(a_file(tmp_path), Layout(), tmp_path / "x"):
        pass
    for server in readers._idle[os.getpid()]:
        server.process.kill()
        server.process.wait()
    with read(a_file(tmp_path), Layout(), tmp_path / "x") as raw:
        assert raw.rows == 1


def test_the_child_has_nothing_of_the_callers_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PYTHONSTARTUP", "x")
    monkeypatch.setitem(os.environ, "POLARS_VERBOSE", "1")
    assert set(readers._environment()) <= {"PATH", "TMPDIR", "PYTHONPATH", "PYTHONUTF8", "OPENBLAS_NUM_THREADS"}
