"""Typed columns become the text a careful person would write; what has no text of its own is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import load
from pipelines.readers import Layout, Limits, parquet
from tests.intake import ENOUGH, a_profile, a_table, a_zone


def a_file(folder: Path, frame: pl.DataFrame) -> Path:
    """The frame as a Parquet file."""
    file = folder / "file.parquet"
    frame.write_parquet(file)
    return file


def reading(folder: Path, frame: pl.DataFrame, *, limits: Limits | None = None, **layout: Any) -> dict[str, Any]:
    """What the reader answers about a file of this frame."""
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return parquet.read(a_file(folder, frame), Layout(format="parquet", **layout), limits or Limits(), into)


def rows(folder: Path, frame: pl.DataFrame, **layout: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its number."""
    reading(folder, frame, **layout)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def refusal(folder: Path, frame: pl.DataFrame, **told: Any) -> UserProblem:
    """Why the reader refuses the frame."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, frame, **told)
    return problem.value


def moments(*texts: str | None) -> pl.Series:
    """A column of three moments, the last one empty."""
    return pl.Series([*texts, None]).str.to_datetime("%Y-%m-%d %H:%M")


COLUMNS: dict[str, tuple[pl.Series, list[str | None]]] = {
    "text": (pl.Series(["01", "", None]), ["01", None, None]),
    "categories": (pl.Series(["a", "b", None], dtype=pl.Categorical), ["a", "b", None]),
    "whole numbers": (pl.Series([217, -5, None]), ["217", "-5", None]),
    "numbers": (pl.Series([12.5, 12.0, None]), ["12.5", "12", None]),
    "tiny and huge numbers": (pl.Series([1e-7, 1e18, -0.1]), ["0.0000001", "1000000000000000000", "-0.1"]),
    "no numbers": (pl.Series([float("nan"), float("inf"), 1.0]), ["nan", "inf", "1"]),
    "exact numbers": (pl.Series([Decimal("10.50"), Decimal("3.00"), None]), ["10.50", "3", None]),
    "yes and no": (pl.Series([True, False, None]), ["true", "false", None]),
    "dates": (pl.Series([date(2024, 3, 5), None, date(9999, 12, 31)]), ["05/03/2024", None, "31/12/9999"]),
    "midnights": (moments("2024-03-05 00:00", None), ["05/03/2024", None, None]),
    "times of day": (
        moments("2024-03-05 07:00", "2024-01-01 00:00"),
        ["2024-03-05T07:00:00", "2024-01-01T00:00:00", None],
    ),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_kind_of_column_becomes_text(tmp_path: Path, kind: str) -> None:
    column, text = COLUMNS[kind]
    frame = pl.DataFrame({"a": column, "b": ["x", "y", "z"]})
    assert [row[0] for row in rows(tmp_path, frame, date_format="%d/%m/%Y")] == text


def test_rows_are_numbered_from_one(tmp_path: Path) -> None:
    frame = pl.DataFrame({"a": ["x", "y"], "b": [1, 2]})
    assert rows(tmp_path, frame) == [("x", "1", 1), ("y", "2", 2)]
    assert (reading(tmp_path, frame)["header"], reading(tmp_path, frame)["rows"]) == (["a", "b"], 2)


@pytest.mark.parametrize(
    ("column", "kind"), [([[1], [2]], "list"), ([{"x": 1}, {"x": 2}], "struct"), ([b"1", b"2"], "binary")]
)
def test_compound_values_are_refused_by_column(tmp_path: Path, column: list[Any], kind: str) -> None:
    problem = refusal(tmp_path, pl.DataFrame({"a": ["x", "y"], "Behov": column}))
    assert problem.code == "parquet_type"
    assert "Behov" in problem.text.sv
    assert kind in problem.text.en


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    assert (
        refusal(tmp_path, pl.DataFrame({"a": [], "b": []}, schema={"a": pl.String, "b": pl.Int64})).code == "file_empty"
    )


def test_one_column_is_no_table(tmp_path: Path) -> None:
    assert refusal(tmp_path, pl.DataFrame({"a": ["x"]})).code == "header_one_column"


def test_a_character_nobody_can_see_is_refused_with_its_row(tmp_path: Path) -> None:
    problem = refusal(tmp_path, pl.DataFrame({"a": ["x", "2\u200b17"], "b": ["1", "2"]}))
    assert (problem.code, "Rad 2 " in problem.text.sv) == ("character_invisible", True)


def test_a_field_no_register_would_hold_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, pl.DataFrame({"a": ["x" * 10_001], "b": ["1"]})).code == "field_too_long"


@pytest.mark.parametrize("limits", [Limits(cells=1999), Limits(unpacked_bytes=1000)])
def test_a_little_file_that_unpacks_to_a_lot_is_refused_unread(tmp_path: Path, limits: Limits) -> None:
    frame = pl.DataFrame({"a": ["x" * 9] * 1000, "b": list(range(1000))})
    assert refusal(tmp_path, frame, limits=limits).code == "parquet_too_large"


@pytest.mark.parametrize("content", [b"PAR1 no more", b"a;b\n1;2\n", b"PK\x03\x04"])
def test_what_is_no_parquet_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.parquet"
    file.write_bytes(content)
    with pytest.raises(UserProblem) as problem:
        parquet.read(file, Layout(format="parquet"), Limits(), tmp_path)
    assert problem.value.code == "parquet_unreadable"


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    file = a_file(tmp_path, pl.DataFrame({"a": ["x"], "b": ["y"]}))
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(UserProblem) as problem:
        parquet.read(file, Layout(format="parquet"), Limits(), tmp_path)
    assert problem.value.code == "parquet_unreadable"


def test_a_typed_delivery_is_loaded_as_the_same_in_text_would_be(tmp_path: Path) -> None:
    pattern = "'^costs_(?P<period>[0-9]{4})\\.parquet$'"
    zone = a_zone(tmp_path, costs=a_profile("costs", format='"parquet"', file_pattern=pattern))
    table = pl.DataFrame(a_table("costs")).with_columns(
        pl.col("amount_sek").str.replace(",", ".").cast(pl.Float64),
        pl.col("account").cast(pl.Int32),
        pl.col("budget_sek").replace("", None).cast(pl.Float64),
    )
    file = zone.inbox("region") / "costs_2024.parquet"
    table.write_parquet(file)
    assert load(zone, "region", file).accepted == ENOUGH
    assert set(vault.rows(zone.vault("region"), "costs").select("account", "amount_sek").rows()) == {("4010", 1000.5)}
