"""A file's rows by the different texts of each column: what goes in comes out, and each text is looked at once."""

from __future__ import annotations

import polars as pl

from pipelines.readers import ROW
from pipelines.readers.batch import Batch, batch

ROWS = {"unit": ["217", None, "218", "217"], "note": [None, None, None, None], ROW: [2, 3, 4, 5]}


def drawn() -> Batch:
    return batch(pl.DataFrame(ROWS, schema={"unit": pl.String, "note": pl.String, ROW: pl.Int64}))


def test_a_table_comes_back_as_it_was() -> None:
    assert drawn().frame().to_dict(as_series=False) == ROWS


def test_an_empty_cell_is_one_of_the_texts() -> None:
    assert set(drawn().columns["unit"].texts) == {"217", "218", None}
    assert list(drawn().columns["note"].texts) == [None]


def test_what_is_known_of_a_text_stands_on_its_rows() -> None:
    unit = drawn().columns["unit"]
    assert list(unit.on_rows(unit.texts + "!")) == ["217!", None, "218!", "217!"]


def test_rows_are_chosen_and_counted_by_their_texts() -> None:
    unit = drawn().columns["unit"]
    assert list(unit.chosen(unit.texts == "217")) == [True, False, False, True]
    assert (unit.count(unit.texts == "217"), unit.count(unit.texts.is_null()), unit.count(unit.texts == "x")) == (
        2,
        1,
        0,
    )


def test_a_part_of_the_rows_is_a_batch_of_its_own() -> None:
    part = drawn().filter(pl.Series([False, True, False, True]))
    assert part.frame().rows() == [(None, None, 3), ("217", None, 5)]
    assert drawn().head(0).frame().is_empty()
