"""The register as a source: its tables as frames, and the figures that are made of them in the joint zone."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.catalogue import catalogue
from metrics.disclosure import PROTECTED_SCHEMA
from pipelines.register_source import SCHEMAS, RegisterFigures, figures_of, frames
from pipelines.workspace import Workspace
from tests.zones import a_workspace

EMPTY: dict[str, tuple[dict[str, object], ...]] = dict.fromkeys(SCHEMAS, ())
MEETINGS: tuple[dict[str, object], ...] = (
    {"meeting_id": "m1", "held_on": date(2024, 2, 1), "called_by": "region"},
    {"meeting_id": "m2", "held_on": date(2024, 5, 1), "called_by": "municipality"},
)
FOLLOW_UP: dict[str, object] = {
    "decision_id": "b1", "organisation": "region", "due_on": date(2024, 3, 1), "recorded_on": None,
}  # fmt: skip
LATER = date(2026, 1, 15)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committee with the years 2024 and 2025."""
    return a_workspace(tmp_path_factory.mktemp("register"))


def figures(workspace: Workspace, today: date = LATER, **tables: Any) -> RegisterFigures:
    return figures_of(workspace, EMPTY | tables, today)


def shown(found: RegisterFigures, indicator: str, organisation: str = "region") -> list[tuple[Any, ...]]:
    """First day, value and flag of each period."""
    cells = found.cells.filter(indicator_id=indicator, organisation=organisation, breakdown="all")
    return cells.select("period_start", "value", "flag").rows()


# --- frames -----------------------------------------------------------------------------------------------------


def test_a_table_without_rows_still_has_its_columns() -> None:
    assert {name: dict(frame.schema) for name, frame in frames(EMPTY).items()} == {
        name: dict(schema) for name, schema in SCHEMAS.items()
    }


def test_what_is_not_of_its_type_is_never_guessed() -> None:
    with pytest.raises((TypeError, pl.exceptions.PolarsError)):
        frames(EMPTY | {"meetings": ({"meeting_id": "m1", "held_on": "in May", "called_by": "region"},)})


# --- figures ----------------------------------------------------------------------------------------------------


def test_every_figure_of_the_register_is_there_for_both_organisations(workspace: Workspace) -> None:
    cells = figures(workspace, meetings=MEETINGS).cells
    of_register = {one.id for one in catalogue() if one.of_register}
    assert {"G1", "G2", "G3", "G4", "L3"} <= of_register
    assert set(cells.select("indicator_id", "organisation").unique().rows()) == {
        (indicator, organisation) for indicator in of_register for organisation in ("region", "municipality")
    }
    assert cells.schema == pl.Schema(PROTECTED_SCHEMA)


def test_an_empty_register_has_no_data_and_never_0(workspace: Workspace) -> None:
    cells = figures(workspace).cells
    assert set(cells["flag"]) == {"no_data"}
    assert cells.select(pl.col("value", "numerator", "denominator").is_null().all()).row(0) == (True, True, True)


def test_figures_are_exact_and_say_where_they_come_from(workspace: Workspace) -> None:
    found = figures(workspace, meetings=MEETINGS)
    assert shown(found, "G1")[0] == (date(2024, 1, 1), 90.0, "ok")
    assert set(found.cells["method"]) == {"exact register"}


def test_nothing_recorded_in_time_is_0_of_those_due(workspace: Workspace) -> None:
    assert shown(figures(workspace, follow_ups=(FOLLOW_UP,)), "G3")[0] == (date(2024, 1, 1), 0.0, "ok")


def test_a_period_that_is_not_over_has_no_figure_yet(workspace: Workspace) -> None:
    found = figures(workspace, today=date(2025, 6, 29), meetings=MEETINGS)
    assert [first for first, _, _ in shown(found, "G1")] == [date(2024, 1, 1), date(2024, 7, 1)]


# --- what the manifest says -------------------------------------------------------------------------------------


def test_the_manifest_says_how_much_the_figures_rest_on(workspace: Workspace) -> None:
    entry = figures(workspace, meetings=MEETINGS, follow_ups=(FOLLOW_UP,)).entry
    assert {name: rows for name, rows in entry["rows"].items() if rows} == {"meetings": 2, "follow_ups": 1}


def test_another_state_of_the_register_has_another_sum_though_no_figure_changed(workspace: Workspace) -> None:
    renamed = ({**MEETINGS[0], "meeting_id": "m9"}, MEETINGS[1])
    before, after = figures(workspace, meetings=MEETINGS), figures(workspace, meetings=renamed)
    assert before.entry["sha256"] != after.entry["sha256"]
    assert before.content == after.content


def test_a_changed_figure_changes_the_sum_of_the_figures(workspace: Workspace) -> None:
    moved = (MEETINGS[0], {**MEETINGS[1], "held_on": date(2024, 5, 2)})
    assert figures(workspace, meetings=MEETINGS).content != figures(workspace, meetings=moved).content
