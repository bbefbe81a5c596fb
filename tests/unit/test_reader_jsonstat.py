"""A JSON-stat cube becomes a row per value, with codes, names, unit and mark; one that does not fit is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines.readers import Layout, Limits, jsonstat


def a_cube(**changes: Any) -> dict[str, Any]:
    """Two regions by two years, in million SEK; the last value is not available."""
    return {
        "version": "2.0",
        "class": "dataset",
        "id": ["Region", "Tid"],
        "size": [2, 2],
        "dimension": {
            "Region": {"category": {"index": {"01L": 0, "03L": 1}, "label": {"01L": "Stockholm", "03L": "Uppsala"}}},
            "Tid": {
                "category": {
                    "index": {"2023": 0, "2024": 1},
                    "unit": {"2023": {"base": "mnkr"}, "2024": {"base": "tkr"}},
                }
            },
        },
        "value": [1, 2.50, -3, None],
        "status": {"3": ".."},
    } | changes


def reading(folder: Path, cube: Any, limits: Limits | None = None) -> dict[str, Any]:
    """What the reader answers about a file with this cube."""
    file = folder / "cube.json"
    file.write_text(cube if isinstance(cube, str) else json.dumps(cube), encoding="utf-8")
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return jsonstat.read(file, Layout(format="json-stat"), limits or Limits(), into)


def rows(folder: Path, cube: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its place among the file's values."""
    reading(folder, cube)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def values(folder: Path, cube: Any) -> list[str | None]:
    """The values read, in the order of the file."""
    return [row[-2] for row in rows(folder, cube)]


def refusal(folder: Path, cube: Any, limits: Limits | None = None) -> str:
    """Why the reader refuses this cube."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, cube, limits)
    return problem.value.code


def test_the_last_dimension_turns_fastest(tmp_path: Path) -> None:
    assert reading(tmp_path, a_cube())["header"] == [
        "Region",
        "Tid",
        "Region (text)",
        "Tid (text)",
        "unit",
        "status",
        "value",
    ]
    assert rows(tmp_path, a_cube()) == [
        ("01L", "2023", "Stockholm", None, "mnkr", None, "1", 1),
        ("01L", "2024", "Stockholm", None, "tkr", None, "2.5", 2),
        ("03L", "2023", "Uppsala", None, "mnkr", None, "-3", 3),
        ("03L", "2024", "Uppsala", None, "tkr", "..", "..", 4),
    ]


def test_categories_stand_where_their_number_says(tmp_path: Path) -> None:
    turned = a_cube()
    turned["dimension"]["Region"]["category"]["index"] = {"01L": 1, "03L": 0}
    assert [row[0] for row in rows(tmp_path, turned)] == ["03L", "03L", "01L", "01L"]


def test_categories_may_be_a_list_or_the_only_one(tmp_path: Path) -> None:
    cube = a_cube(id=["Region", "Mått"], size=[2, 1], value=[1, 2], status=None)
    cube["dimension"] = {
        "Region": {"category": {"index": ["b", "a"]}},
        "Mått": {"category": {"label": {"N1": "Antal"}}},
    }
    assert [row[:4] for row in rows(tmp_path, cube)] == [("b", "N1", None, "Antal"), ("a", "N1", None, "Antal")]


def test_values_may_be_named_by_their_place_and_the_rest_are_missing(tmp_path: Path) -> None:
    assert values(tmp_path, a_cube(value={"0": 7, "2": 0}, status={})) == ["7", None, "0", None]


@pytest.mark.parametrize(
    ("status", "marks"), [(None, [None] * 4), ("p", ["p"] * 4), ([None, None, None, "x"], [None, None, None, "x"])]
)
def test_marks_may_be_given_for_none_for_all_or_for_each(tmp_path: Path, status: Any, marks: list[str | None]) -> None:
    assert [row[-3] for row in rows(tmp_path, a_cube(status=status))] == marks


def test_a_mark_on_a_value_that_is_there_does_not_take_its_place(tmp_path: Path) -> None:
    assert values(tmp_path, a_cube(status="p"))[:3] == ["1", "2.5", "-3"]


REFUSED: dict[str, tuple[Any, str]] = {
    "an older version": ({"dataset": {"dimension": {}, "value": []}}, "json_shape"),
    "a collection of cubes": (a_cube(**{"class": "collection"}), "json_shape"),
    "a list": ([1, 2], "json_shape"),
    "a value too few": (a_cube(value=[1, 2, 3]), "json_shape"),
    "a value outside the cube": (a_cube(value={"4": 1}), "json_shape"),
    "a mark too many": (a_cube(status=[None] * 5), "json_shape"),
    "a size that is not the categories'": (a_cube(size=[2, 3]), "json_shape"),
    "a dimension nobody describes": (a_cube(id=["Region", "År"]), "json_shape"),
    "a value in words": (a_cube(value=[1, 2, "tre", 4]), "json_shape"),
    "true as a value": (a_cube(value=[1, 2, True, 4]), "json_shape"),
    "no values": (a_cube(id=["Region", "Tid"], size=[0, 0], value=[], status=None), "json_shape"),
    "cut short": (json.dumps(a_cube())[:-9], "json_unreadable"),
    "nothing": ("", "file_empty"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_cube_that_does_not_fit_together_is_refused(tmp_path: Path, case: str) -> None:
    cube, code = REFUSED[case]
    assert refusal(tmp_path, cube) == code


def test_categories_numbered_with_a_gap_are_refused(tmp_path: Path) -> None:
    cube = a_cube()
    cube["dimension"]["Region"]["category"]["index"] = {"01L": 0, "03L": 2}
    assert refusal(tmp_path, cube) == "json_shape"


def test_a_dimension_with_the_name_of_a_column_is_refused(tmp_path: Path) -> None:
    cube = json.loads(json.dumps(a_cube()).replace('"Tid"', '"value"', 1))
    cube["dimension"]["value"] = cube["dimension"].pop("Tid")
    assert refusal(tmp_path, cube) == "header_repeated"


def test_a_cube_that_unfolds_to_more_than_may_be_read_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    assert refusal(tmp_path, a_cube(), Limits(cells=20)) == "json_too_large"
