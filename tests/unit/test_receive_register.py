"""A release holds the register's figures beside the organisations', counted where it is received."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from governance.register import load_sample, open_register
from metrics.problem import UserProblem
from pipelines import published
from pipelines.published import Published
from pipelines.receive import receive
from pipelines.workspace import Workspace
from tests.zones import a_bundle, a_cell, a_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A committee that has received both organisations' bundles, and has no register yet."""
    made = a_workspace(tmp_path)
    for organisation in ("region", "municipality"):
        a_bundle(made, organisation)
    receive(made)
    return made


def held(workspace: Workspace, *days: str) -> None:
    """Meetings held on these days, in the register."""
    file = workspace.path / "meetings.json"
    meetings = [{"id": f"M-{day}", "held_on": day, "status": "held"} for day in days]
    file.write_text(json.dumps({"meetings": meetings}), encoding="utf-8")
    load_sample(open_register(workspace.register), file)


def in_force(workspace: Workspace) -> Published:
    return published.read(workspace.joint, published.in_force(workspace.joint))


def gaps(release: Published, organisation: str = "region") -> list[float | None]:
    cells = release.cells.filter(indicator_id="G1", organisation=organisation)
    return cells.sort("period_start")["value"].to_list()


def test_without_a_register_its_figures_have_no_data(workspace: Workspace) -> None:
    assert set(in_force(workspace).cells.filter(indicator_id="G1")["flag"]) == {"no_data"}
    assert not workspace.register.exists()


def test_the_figures_of_the_register_are_published_for_both(workspace: Workspace) -> None:
    held(workspace, "2024-01-01", "2024-06-30")
    receive(workspace)
    release = in_force(workspace)
    assert gaps(release)[0] == gaps(release, "municipality")[0] == 181
    assert release.manifest["register"]["rows"]["meetings"] == 2


def test_a_new_figure_of_the_register_is_a_new_release_of_the_same_bundles(workspace: Workspace) -> None:
    held(workspace, "2024-01-01")
    again = receive(workspace)
    assert (again.release_id, again.is_new) == ("2025-Q4-2", True)
    before, after = (published.read_manifest(workspace.joint, name) for name in ("2025-Q4", "2025-Q4-2"))
    assert [entry["content"] for entry in before["organisations"].values()] == [
        entry["content"] for entry in after["organisations"].values()
    ]


def test_a_register_whose_figures_have_not_changed_makes_no_release(workspace: Workspace) -> None:
    held(workspace, "2024-01-01")
    receive(workspace)
    held(workspace, "2030-01-01")  # planned far ahead: it changes no figure of the committee's years
    again = receive(workspace)
    assert (again.release_id, again.is_new) == ("2025-Q4-2", False)


def test_an_organisation_that_is_carried_over_does_not_bring_old_figures_of_the_register(workspace: Workspace) -> None:
    held(workspace, "2024-01-01", "2024-06-30")
    newer = a_bundle(workspace, "municipality", release_id="2025-Q4-2", rows=[a_cell(organisation="municipality")])
    assert receive(workspace, [newer]).kept == ("region",)
    cells = in_force(workspace).cells.filter(indicator_id="G1", period_start=date(2024, 1, 1))
    assert cells.select("organisation", "value").rows() == [("municipality", 181.0), ("region", 181.0)]


def test_figures_of_the_register_come_in_no_bundle(workspace: Workspace) -> None:
    claimed = a_cell(
        indicator_id="G1", grain="half-year", period_start=date(2024, 1, 1), numerator=10.0, denominator=1.0
    )
    bundle = a_bundle(workspace, "region", release_id="2025-Q4-2", rows=[claimed])
    with pytest.raises(UserProblem) as problem:
        receive(workspace, [bundle])
    assert problem.value.code == "bundle_known_indicators"
    assert published.in_force(workspace.joint) == "2025-Q4"


def test_a_register_that_cannot_be_read_stops_the_release(workspace: Workspace) -> None:
    workspace.register.write_text("Beslutsfattare samlas på torsdag. " * 100, encoding="utf-8")
    with pytest.raises(UserProblem) as problem:
        receive(workspace)
    assert problem.value.code == "register_unreadable"
    assert published.in_force(workspace.joint) == "2025-Q4"
