"""A manifest beside a file is held against it whatever format the file has, however its counts are written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines import vault
from pipelines.load import LoadReport, load
from tests.intake import ENOUGH, a_profile, a_table, a_zone, codes


def delivered(folder: Path, **told: Any) -> tuple[LoadReport, list[vault.Delivery]]:
    """The report of a Parquet file with a manifest that says `told` of it; and the deliveries in force."""
    zone = a_zone(folder, costs=a_profile("costs", format='"parquet"', file_pattern="'^costs\\.parquet$'"))
    file = zone.inbox("region") / "costs.parquet"
    pl.DataFrame(a_table("costs")).write_parquet(file)
    right = {"file": file.name, "rows": ENOUGH, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    (file.parent / "manifest.json").write_text(json.dumps(right | told), encoding="utf-8")
    return load(zone, "region", file), vault.deliveries(zone, "region")


def test_a_file_is_what_its_manifest_says(tmp_path: Path) -> None:
    report, [delivery] = delivered(tmp_path, period="2024", version=3)
    assert (report.exit_code, delivery.period, delivery.version) == (0, "2024", 3)


def test_counts_as_text_and_a_fingerprint_in_capitals_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "same.parquet"
    pl.DataFrame(a_table("costs")).write_parquet(file)
    fingerprint = hashlib.sha256(file.read_bytes()).hexdigest().upper()
    report, [delivery] = delivered(tmp_path, rows=str(ENOUGH), version="3", sha256=fingerprint)
    assert (report.exit_code, delivery.version) == (0, 3)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"rows": ENOUGH + 1}, "manifest_differs"),
        ({"sha256": "0" * 64}, "manifest_differs"),
        ({"rows": "många"}, "manifest_wrong"),
    ],
)
def test_a_file_that_is_not_refuses_itself(tmp_path: Path, told: dict[str, Any], code: str) -> None:
    report, deliveries = delivered(tmp_path, **told)
    assert (report.file_refused, codes(report), deliveries) == (True, [code], [])
