"""A bundle: the same cells give the same bytes, and nothing of a broken or hostile zip is believed."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import bundle
from pipelines.published import CELL_SCHEMA
from tests.zones import a_bundle, a_workspace, some_cells


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    read = bundle.read(a_bundle(a_workspace(tmp_path)))
    expected = pl.DataFrame(some_cells(), schema=CELL_SCHEMA, orient="row")
    assert read.cells.sort("period_start").equals(expected.sort("period_start"))
    assert (read.release_id, read.organisation) == ("2025-Q4", "region")


def test_the_table_for_people_holds_the_same_rows_as_the_one_for_the_machine(tmp_path: Path) -> None:
    read = bundle.read(a_bundle(a_workspace(tmp_path)))
    assert read.cells.equals(read.rows_csv)


def test_the_same_cells_in_another_order_at_another_moment_give_the_same_bytes(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    first = a_bundle(workspace, rows=some_cells()).read_bytes()
    assert a_bundle(workspace, rows=some_cells()[::-1]).read_bytes() == first


def test_what_a_bundle_says_does_not_depend_on_when_it_was_made(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    first = bundle.read(a_bundle(workspace)).content
    assert bundle.read(a_bundle(workspace, created_at="2026-02-01T08:00:00+00:00")).content == first
    assert bundle.read(a_bundle(workspace, data_to="2025-09-30")).content != first


def test_the_newest_bundle_is_the_last_correction_not_the_last_name(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    for release_id in ("2025-Q4-9", "2025-Q4-10", "2025-Q4"):
        a_bundle(workspace, release_id=release_id)
    newest = bundle.newest(workspace.outbox("region"), "region")
    assert newest is not None
    assert newest.name == "2025-Q4-10.region.zip"


def test_a_half_written_bundle_is_not_one(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace)
    path.rename(path.with_suffix(".building"))
    assert bundle.newest(workspace.outbox("region"), "region") is None


# --- zips that are not bundles ----------------------------------------------------------------------------------

Files = dict[str, bytes]


def flipped(files: Files) -> Files:
    """One bit of the table for people is another."""
    content = bytearray(files["cells.csv"])
    content[-2] ^= 1
    return files | {"cells.csv": bytes(content)}


def without_sums(files: Files) -> Files:
    manifest = json.loads(files["manifest.json"])
    del manifest["files"]
    return files | {"manifest.json": json.dumps(manifest).encode()}


SPOILED: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a flipped bit": (flipped, "bundle_altered"),
    "no manifest": (lambda files: {k: v for k, v in files.items() if k != "manifest.json"}, "bundle_unsafe"),
    "one file more": (lambda files: files | {"rows.csv": b"x"}, "bundle_unsafe"),
    "a way out of the folder": (lambda files: files | {"../../evil": b"x"}, "bundle_unsafe"),
    "a bomb": (lambda files: files | {"cells.csv": b"0" * 50_000_000}, "bundle_unsafe"),
    "a manifest that is not JSON": (lambda files: files | {"manifest.json": b"{"}, "bundle_unreadable"),
    "a manifest that is a list": (lambda files: files | {"manifest.json": b"[]"}, "bundle_unreadable"),
    "a manifest without sums": (without_sums, "bundle_unreadable"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_bundle_is_refused(tmp_path: Path, how: str) -> None:
    path = a_bundle(a_workspace(tmp_path))
    spoil, code = SPOILED[how]
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in spoil(files).items():
            archive.writestr(name, content)
    assert code_of(path) == code


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = a_bundle(a_workspace(tmp_path))
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("cells.csv", b"other rows")
    assert code_of(path) == "bundle_unsafe"


def test_a_file_that_is_not_a_zip_is_refused(tmp_path: Path) -> None:
    path = a_bundle(a_workspace(tmp_path))
    path.write_bytes(path.read_bytes()[:200])
    assert code_of(path) == "bundle_unreadable"


@pytest.mark.parametrize("name", ["2025-Q4.zip", "2025-Q5.region.zip", "2025-Q4.council.zip", "cells.csv"])
def test_a_file_with_another_name_is_refused(tmp_path: Path, name: str) -> None:
    assert code_of(a_bundle(a_workspace(tmp_path)).rename(tmp_path / name)) == "bundle_name"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    path = a_bundle(a_workspace(tmp_path))
    link = tmp_path / path.name
    link.symlink_to(path)
    assert code_of(link) == "bundle_missing"


def test_a_zip_that_lies_about_a_size_is_refused(tmp_path: Path) -> None:
    path = a_bundle(a_workspace(tmp_path))
    packed = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        size = archive.getinfo("cells.csv").file_size
    path.write_bytes(packed.replace(size.to_bytes(4, "little"), (size - 1).to_bytes(4, "little")))
    assert code_of(path) in {"bundle_unreadable", "bundle_altered"}


def code_of(path: Path) -> str:
    with pytest.raises(UserProblem) as caught:
        bundle.read(path)
    return caught.value.code
