"""The source of case files: its profile names every column, and its contract lets only right values through."""

from __future__ import annotations

import csv
import tomllib
from typing import Any

import polars as pl
import pytest

from pipelines.sip_study import STUDY
from pipelines.sources.sip_cases import SOURCE, SipCases

PROFILE = tomllib.loads((STUDY / "sources/municipality.sip_cases.toml").read_text(encoding="utf-8"))


def header() -> list[str]:
    with (STUDY / "sip_cases.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def case(**values: Any) -> pl.DataFrame:
    """One case file as the contract wants it, with `values` changed."""
    row: dict[str, Any] = dict.fromkeys(SOURCE.columns) | {
        "record": 0,
        "row": 2,
        "person": "C01",
        "unit": "substance",
        "sex": "f",
        "plans": 2,
    }
    schema = {name: column.dtype for name, column in SipCases.columns().items()}
    return pl.DataFrame([row | values], schema=schema)


def test_every_column_of_the_file_is_read_or_left_out_by_name() -> None:
    assert sorted([*PROFILE["columns"].values(), *PROFILE["ignore"]["columns"]]) == sorted(header())


def test_every_column_of_the_contract_is_filled_in_order() -> None:
    assert list(PROFILE["columns"]) == list(SOURCE.columns)


def test_no_invented_column_is_read() -> None:
    invented = {name for name in header() if name.endswith("_assumed")}
    assert len(invented) == 3
    assert invented <= set(PROFILE["ignore"]["columns"])


def test_what_was_not_documented_may_be_missing() -> None:
    assert SipCases.is_valid(case())


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": None},
        {"unit": None},
        {"sex": "F"},
        {"marital": "divorced"},
        {"employment": "retired"},
        {"residence": "abroad"},
        {"plans": 0},
        {"plans": None},
        {"initiated_by": "the user"},
        {"implementation": "half"},
    ],
)
def test_a_wrong_value_is_not_let_through(wrong: dict[str, Any]) -> None:
    assert not SipCases.is_valid(case(**wrong))


def test_what_describes_a_person_is_never_shown_in_a_message() -> None:
    shown = {name for name in SOURCE.columns if not SOURCE.about(name).personal}
    assert shown == {"unit", "initiated_by", "implementation"}


def test_a_file_stands_once() -> None:
    assert SOURCE.unique == ("person",)
