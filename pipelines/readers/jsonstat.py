"""JSON-stat 2, as Statistics Sweden and others publish it: a cube becomes a table with a row per value.

Out     <dimension>          the category's code
        <dimension> (text)   its name
        unit                 what the value is measured in, where the publisher says so
        status               the publisher's mark on the value
        value                the number; where there is none, the mark that says why
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.cells import hand_over, plain
from pipelines.readers.document import opened, shape
from pipelines.readers.table import check_header

_NAME = "JSON-stat 2"


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the cube's values as rows of text into `into`; answer with header and row count.

    Rule    rows are numbered from 1, in the order of the file's values
    Fails   file_empty, file_too_large, json_unreadable, json_shape, header_repeated, field_too_long
    """
    del layout  # the document says itself how it is written
    told = opened(file, limits)
    if not isinstance(told, dict) or told.get("class") != "dataset" or not str(told.get("version", "")).startswith("2"):
        raise shape(_NAME, "class ska vara dataset och version 2.0", "class must be dataset and version 2.0")
    try:
        table = _table(told, limits)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError):
        raise shape(
            _NAME,
            "id, size, dimension och value saknas eller passar inte ihop",
            "id, size, dimension and value are missing or do not fit together",
        ) from None
    rows = pl.int_range(1, table.height + 1, eager=True)
    return hand_over(table, rows, limits, into)


def _table(told: Mapping[str, Any], limits: Limits) -> pl.DataFrame:
    names, sizes = list(told["id"]), [int(size) for size in told["size"]]
    dimensions = [told["dimension"][name]["category"] for name in names]
    codes = [_codes(category) for category in dimensions]
    if [len(each) for each in codes] != sizes:
        raise ValueError("size")
    cells = math.prod(sizes)
    if cells * (2 * len(names) + 3) > limits.cells:
        raise _too_many()
    values, marks = _by_place(told["value"], cells), _by_place(told.get("status") or {}, cells)
    header = [*names, *(f"{name} (text)" for name in names), "unit", "status", "value"]
    check_header(header, 1)
    # The last dimension turns fastest: a cube is laid out row by row.
    places = list(product(*codes))
    columns: dict[str, Sequence[str | None]] = {name: [place[n] for place in places] for n, name in enumerate(names)}
    for n, (name, category) in enumerate(zip(names, dimensions, strict=True)):
        labels = category.get("label", {})
        columns[f"{name} (text)"] = [labels.get(place[n]) for place in places]
    columns["unit"] = _units(dimensions, places)
    columns["status"] = [_mark(mark) for mark in marks]
    columns["value"] = [_written(value, mark) for value, mark in zip(values, marks, strict=True)]
    return pl.DataFrame(columns, schema=dict.fromkeys(header, pl.String))


def _codes(category: Mapping[str, Any]) -> list[str]:
    """The categories' codes in the order of the values; a dimension of one category need not number it."""
    index = category.get("index", category.get("label"))
    if isinstance(index, dict) and "index" in category:
        if sorted(index.values()) != list(range(len(index))):
            raise ValueError("index")
        return sorted(index, key=lambda code: int(index[code]))
    return [str(code) for code in index or ()]


def _by_place(told: Any, cells: int) -> list[Any]:
    """One thing per value, whether the document lists all, names some by their place, or says one for all."""
    if isinstance(told, dict):
        found: list[Any] = [None] * cells
        for place, what in told.items():
            if not 0 <= int(place) < cells:
                raise ValueError("place")
            found[int(place)] = what
        return found
    if isinstance(told, str):
        return [told] * cells
    if len(told) != cells:
        raise ValueError("values")
    return list(told)


def _units(dimensions: Sequence[Mapping[str, Any]], places: Sequence[tuple[str, ...]]) -> list[str | None]:
    for n, category in enumerate(dimensions):
        if units := category.get("unit"):
            said = {code: unit.get("base", unit.get("label")) for code, unit in units.items()}
            return [said.get(place[n]) for place in places]
    return [None] * len(places)


def _mark(mark: Any) -> str | None:
    return None if mark is None else str(mark)


def _written(value: Any, mark: Any) -> str | None:
    if value is None:
        return _mark(mark)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError("value")
    return plain(value)


def _too_many() -> UserProblem:
    return UserProblem(
        "json_too_large",
        Text(
            sv="Filen har fler värden än vad som får läsas. Hämta färre år eller grupper åt gången.",
            en="The file has more values than may be read. Fetch fewer years or groups at a time.",
        ),
    )
