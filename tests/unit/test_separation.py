"""No person crosses: of all the names in the vaults none is in what leaves a zone, and every planted one is found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from pipelines import published
from pipelines.workspace import Workspace
from tests.separation import (
    EXPORTS,
    IDENTITY_NUMBER,
    PLANTED,
    Search,
    every_byte,
    every_column,
    every_name,
    identity_numbers,
    opened_under,
    planted,
    received,
    unpacked,
    written_out,
)


@pytest.fixture(scope="module")
def search(small_demo: Workspace) -> Search:
    return every_name(small_demo)


@pytest.fixture(scope="module")
def names(search: Search) -> list[str]:
    """The names that are planted."""
    return sorted(search.names)[:: len(search.names) // PLANTED][:PLANTED]


@pytest.fixture(scope="module")
def spoiled(small_demo: Workspace, names: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The joint zone with the names in it."""
    return planted(small_demo.joint, tmp_path_factory.mktemp("separation"), names)


@pytest.fixture(scope="module")
def texts(
    small_demo: Workspace, spoiled: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[bytes, bytes]]:
    """What each way of looking sees, in the real joint zone and in the spoiled one."""
    real, scratch = small_demo.joint, tmp_path_factory.mktemp("written_out")
    ways: dict[str, Callable[[Path], bytes]] = {
        "every column": every_column,
        "written out": lambda joint: written_out(joint, scratch / joint.name),
        **{f"export as {form}": write for form, write in EXPORTS.items()},
    }
    for each in (real, spoiled):
        (scratch / each.name).mkdir()
    return {way: (look(real), look(spoiled)) for way, look in ways.items()}


WAYS = ("every column", "written out", *(f"export as {form}" for form in EXPORTS))


def test_there_are_thousands_of_names_to_look_for(search: Search) -> None:
    assert len(search.names) > 500
    assert {name[0] for name in search.names} >= {"r", "k"}


@pytest.mark.parametrize("way", WAYS)
def test_no_name_is_found_and_every_planted_one_is(
    search: Search, names: list[str], texts: dict[str, tuple[bytes, bytes]], way: str
) -> None:
    real, spoiled = texts[way]
    assert len(real) > 10_000
    assert search.found(real) == set()
    assert search.found(spoiled) == set(names)


@pytest.mark.parametrize("way", ["every column", "written out"])
def test_no_identity_number_is_found_and_every_planted_one_is(texts: dict[str, tuple[bytes, bytes]], way: str) -> None:
    real, spoiled = texts[way]
    assert identity_numbers(real) == 0
    assert spoiled.count(IDENTITY_NUMBER.encode()) == PLANTED
    assert identity_numbers(spoiled) >= 1


def test_no_name_is_in_any_byte_of_the_joint_zone(
    small_demo: Workspace, search: Search, names: list[str], tmp_path: Path
) -> None:
    real = every_byte(small_demo.joint)
    assert len(real) > 100_000
    assert search.found(real) == set()
    for place, encoding in enumerate(("utf-8", "utf-16-le")):
        (tmp_path / str(place)).write_bytes("|".join(names).encode(encoding))
    assert search.found(every_byte(tmp_path)) == set(names)


def test_no_name_is_in_any_bundle_that_was_received(
    small_demo: Workspace, search: Search, names: list[str], spoiled: Path
) -> None:
    real = received(small_demo.joint)
    assert real.count(b"organisation") > 1
    assert search.found(real) == set()
    cells = published.read(spoiled, published.in_force(spoiled)).cells
    packed = spoiled / "cells.parquet"
    cells.write_parquet(packed, compression="zstd")
    assert search.found(unpacked(packed.read_bytes())) == set(names)


def test_only_the_published_columns_are_in_the_joint_zone(small_demo: Workspace) -> None:
    for release_id in published.releases(small_demo.joint):
        assert dict(published.read(small_demo.joint, release_id).cells.schema) == published.CELL_SCHEMA


def test_what_the_commands_say_and_log_holds_no_name(
    small_demo: Workspace, search: Search, names: list[str], tmp_path: Path
) -> None:
    runs = [CliRunner().invoke(app, [*command, "--path", str(small_demo.path)]) for command in COMMANDS]
    assert [run.exit_code for run in runs] == [0, 0, 0]
    said = "".join(run.output for run in runs).encode()
    said += (small_demo.joint / "receive.log").read_bytes()
    assert len(said) > 1_000
    assert search.found(said) == set()
    (tmp_path / "samsyn-planted.log").write_text("\n".join(names))
    assert search.found(every_byte(tmp_path)) == set(names)


COMMANDS = (("status", "--json"), ("keys", "list"), ("receive", "--json"))


def test_the_kernel_tells_whoever_opens_a_vault_even_in_native_code(small_demo: Workspace) -> None:
    code = "import duckdb, sys; duckdb.connect(sys.argv[1], read_only=True).sql('FROM persons LIMIT 1').fetchall()"
    with opened_under(small_demo.path / "zones") as opened:
        assert opened() == set()
        subprocess.run([sys.executable, "-c", code, str(small_demo.vault("region"))], check=True)
        assert str(small_demo.vault("region")) in opened()
