"""How a reader leaves its rows: every column of texts coded by the different texts it holds."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.readers import ROW


def leave(rows: pl.DataFrame, into: Path, number: int = 0) -> None:
    """Leave rows of a file, with their places in ROW, in the folder: the `number`th part of them."""
    rows = coded(rows).with_columns(pl.col(ROW).cast(pl.UInt32)).rechunk()
    rows.write_ipc(into / f"{number:05}.arrow", compression="uncompressed")  # to be read where it lies


def coded(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with every column of texts coded."""
    return rows.with_columns(rows[name].cast(coding()) for name, kind in rows.schema.items() if kind == pl.String)


def coding() -> pl.Categorical:
    """A coding that no other column shares, so that it holds the column's own texts and nothing else."""
    return pl.Categorical(pl.Categories.random())
