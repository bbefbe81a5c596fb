"""A saved answer from Kolada becomes a row per figure; an empty figure keeps its reason, half an answer is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import load
from pipelines.readers import Layout, Limits, kolada
from tests.intake import a_profile, a_zone, written


def a_value(value: float | None = 1260.833303, **changes: Any) -> dict[str, Any]:
    """One figure for one gender."""
    return {"gender": "T", "count": 1, "status": "", "value": value, "isdeleted": False} | changes


def a_figure(*values: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """One area and year of one key figure."""
    place = {"kpi": "N31001", "municipality": "1440", "period": 2011}
    return place | {"values": list(values or (a_value(),))} | changes


def an_answer(*figures: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An answer that is all there is."""
    return {"count": len(figures), "next_url": None, "previous_url": None, "values": list(figures)} | changes


def reading(folder: Path, answer: Any, limits: Limits | None = None) -> dict[str, Any]:
    """What the reader answers about a file with this answer."""
    file = folder / "kolada.json"
    file.write_text(answer if isinstance(answer, str) else json.dumps(answer), encoding="utf-8")
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return kolada.read(file, Layout(format="kolada"), limits or Limits(), into)


def rows(folder: Path, answer: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its place among the file's figures."""
    reading(folder, answer)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def refusal(folder: Path, answer: Any, limits: Limits | None = None) -> UserProblem:
    """Why the reader refuses this answer."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, answer, limits)
    return problem.value


def test_a_figure_is_a_row(tmp_path: Path) -> None:
    assert rows(tmp_path, an_answer(a_figure())) == [
        ("N31001", "1440", "2011", "T", "1", None, "1260.833303", 1),
    ]


def test_every_gender_is_a_row_of_its_own(tmp_path: Path) -> None:
    genders = [a_value(1, gender="K"), a_value(2, gender="M"), a_value(3)]
    assert [(row[3], row[6], row[7]) for row in rows(tmp_path, an_answer(a_figure(*genders)))] == [
        ("K", "1", 1),
        ("M", "2", 2),
        ("T", "3", 3),
    ]


@pytest.mark.parametrize(
    ("told", "written_as"),
    [
        (a_value(None, status="Missing"), "Missing"),
        (a_value(None, status="Private"), "Private"),
        (a_value(None), None),
        (a_value(0), "0"),
        (a_value(-82), "-82"),
        (a_value(5.0), "5"),
        (a_value(0.00001), "0.00001"),
        (a_value(7, isdeleted=True), "deleted"),
    ],
)
def test_a_figure_that_is_not_there_says_why(tmp_path: Path, told: dict[str, Any], written_as: str | None) -> None:
    assert rows(tmp_path, an_answer(a_figure(told)))[0][6] == written_as


def test_figures_of_units_are_read_by_their_unit(tmp_path: Path) -> None:
    unit = {name: value for name, value in a_figure(ou="V11E1440").items() if name != "municipality"}
    assert reading(tmp_path, an_answer(unit))["header"][1] == "ou"


def test_all_pages_of_an_answer_may_lie_in_one_file(tmp_path: Path) -> None:
    pages = [an_answer(a_figure(), next_url="https://…page=2"), an_answer(a_figure(period=2012))]
    assert [row[2] for row in rows(tmp_path, pages)] == ["2011", "2012"]


REFUSED: dict[str, tuple[Any, str]] = {
    "one page of several": (an_answer(a_figure(), next_url="https://…page=2"), "kolada_incomplete"),
    "one page of several, by its older name": (an_answer(a_figure(), next_page="https://…"), "kolada_incomplete"),
    "fewer figures than it says": (an_answer(a_figure(), count=2), "kolada_incomplete"),
    "no figures": (an_answer(), "file_empty"),
    "nothing": ("", "file_empty"),
    "an answer cut short": (json.dumps(an_answer(a_figure()))[:-5], "json_unreadable"),
    "a web page": ("<html></html>", "json_unreadable"),
    "a name twice": ('{"values": [], "values": [], "count": 0}', "json_unreadable"),
    "a value that is no number": (json.dumps(an_answer(a_figure(a_value(float("nan"))))), "json_unreadable"),
    "so deep that nothing can read it": ("[" * 100_000, "json_unreadable"),
    "JSON of something else": ({"kpi": []}, "json_shape"),
    "a number": (5, "json_shape"),
    "figures without area": (an_answer({"kpi": "N1", "period": 2011, "values": [a_value()]}), "json_shape"),
    "a figure in words": (an_answer(a_figure(a_value("många"))), "json_shape"),  # type: ignore[arg-type]
    "true as a figure": (an_answer(a_figure(a_value(True))), "json_shape"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_whole_answer_is_refused(tmp_path: Path, case: str) -> None:
    answer, code = REFUSED[case]
    assert refusal(tmp_path, answer).code == code


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    assert refusal(tmp_path, an_answer(a_figure()), Limits(file_bytes=5)).code == "file_too_large"


def test_a_saved_answer_becomes_statistics(tmp_path: Path) -> None:
    columns = """
[columns]
measure = "kpi"
group = "municipality"
period = "period"
breakdown = "gender"
value = "value"
[constants]
value_unit = "SEK_per_inhabitant"
[ignore]
columns = ["count", "status"]
[codes.breakdown]
T = "municipality"
"""
    nulls = '{ missing = ["Missing"], suppressed = ["Private"] }'
    told = a_profile("statistics", columns, format='"kolada"', file_pattern="'^k\\.json$'", nulls=nulls)
    zone = a_zone(tmp_path, statistics=told)
    figures = [
        a_figure(),
        a_figure(a_value(None, status="Private"), municipality="1489"),
        a_figure(a_value(None, status="Missing"), municipality="1482"),
    ]
    assert load(zone, "region", written(zone, "k.json", json.dumps(an_answer(*figures)))).exit_code == 0
    kept = vault.rows(zone.vault("region"), "statistics").select("group", "period", "value", "status")
    assert kept.rows() == [
        ("1440", "2011", 1260.833303, "ok"),
        ("1489", "2011", None, "suppressed"),
        ("1482", "2011", None, "missing"),
    ]
