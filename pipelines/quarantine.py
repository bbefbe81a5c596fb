"""Quarantine: refused rows as they came, each with its reasons, kept in the zone until they are mended."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl

from pipelines.profile import Profile
from pipelines.readers import ROW, Raw
from pipelines.readers.batch import batches

REASONS = "__reasons__"


def write(folder: Path, sequence: int, raw: Raw, failures: pl.DataFrame, profile: Profile) -> Path | None:
    """The file of the delivery's refused rows; None where none was refused.

    Rule    written whole or not at all, readable by its owner only
    """
    path, beside = folder / f"{sequence}.parquet", folder / f".{sequence}.parquet"
    if failures.is_empty():
        path.unlink(missing_ok=True)  # of a load that was killed before its delivery got this number
        return None
    reasons = _reasons(failures, profile)
    rows = pl.concat(part.filter(part.rows.is_in(reasons[ROW].implode())).frame() for part in batches(raw))
    refused = rows.join(reasons, on=ROW, how="inner", maintain_order="left")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        refused.write_parquet(file)
    beside.replace(path)
    return path


def read(folder: Path, sequence: int) -> pl.DataFrame:
    """The refused rows of a delivery: the file's own columns, the row in the file and the reasons."""
    return pl.read_parquet(folder / f"{sequence}.parquet")


def _reasons(failures: pl.DataFrame, profile: Profile) -> pl.DataFrame:
    names = {column: profile.in_file(column) for column in failures["column"].unique()}
    said = pl.concat_str(pl.col("column").replace(names), pl.lit(": "), "code")
    return failures.group_by(pl.col("row").alias(ROW)).agg(said.unique().sort().str.join("; ").alias(REASONS))
