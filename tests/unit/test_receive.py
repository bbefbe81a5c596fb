"""Receiving: what makes a bundle the release in force, and what makes it refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.problem import UserProblem
from pipelines import bundle, published
from pipelines.bundle_manifest import ATTACKS
from pipelines.receive import receive
from pipelines.workspace import Workspace, alone
from tests.zones import a_bundle, a_cell, a_hidden_cell, a_workspace, signed, some_cells

Cells = list[dict[str, Any]]


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """A workspace where both organisations have a release in force."""
    workspace = a_workspace(tmp_path)
    receive(workspace, [a_bundle(workspace, "region"), a_bundle(workspace, "municipality")])
    return workspace


def refused(workspace: Workspace, paths: Sequence[Path]) -> UserProblem:
    """The problem the bundles are refused with; whatever it is, the release in force is unchanged."""
    before = snapshot(workspace)
    with pytest.raises(UserProblem) as caught:
        receive(workspace, paths)
    assert snapshot(workspace) == before
    return caught.value


def snapshot(workspace: Workspace) -> dict[str, bytes]:
    own = [path for path in workspace.joint.rglob("*") if not path.name.startswith(".") and path.name != "receive.log"]
    files = [path for path in own if path.is_file()]
    return {str(path): path.read_bytes() for path in files}


# --- what becomes of a bundle that is right ---------------------------------------------------------------------


def test_both_organisations_meet_in_one_release(here: Workspace) -> None:
    assert published.current(here.joint) == "2025-Q4"
    shown = published.read(here.joint, "2025-Q4")
    assert sorted(shown.cells["organisation"].unique()) == ["municipality", "region"]
    assert shown.cells.filter(indicator_id="P2").height == 4
    assert list(shown.manifest["organisations"]) == ["region", "municipality"]


def test_the_manifest_says_who_the_committee_is(here: Workspace) -> None:
    manifest = published.read_manifest(here.joint, "2025-Q4")
    assert manifest["committee"] == here.block()
    assert manifest["organisations"]["region"]["data_to"] == "2025-12-31"


def test_the_newest_bundles_of_the_outboxes_are_taken_where_none_is_named(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    a_bundle(workspace, "region"), a_bundle(workspace, "municipality")
    assert receive(workspace).arrived == ("region", "municipality")


def test_the_same_bundles_again_change_nothing(here: Workspace) -> None:
    before = snapshot(here)
    again = receive(here)
    assert (again.is_new, again.release_id) == (False, "2025-Q4")
    assert snapshot(here) == before


def test_the_same_figures_released_again_later_change_nothing(here: Workspace) -> None:
    assert not receive(here, [a_bundle(here, created_at="2026-03-01T00:00:00+00:00")]).is_new


def test_a_correction_gets_the_next_number_and_the_old_release_stays(here: Workspace) -> None:
    old = published.read(here.joint, "2025-Q4")
    received = receive(here, [a_bundle(here, release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])])
    assert (received.release_id, received.is_new) == ("2025-Q4-2", True)
    assert published.releases(here.joint) == ["2025-Q4", "2025-Q4-2"]
    assert published.read(here.joint, "2025-Q4").cells.equals(old.cells)


def test_an_organisation_that_sends_nothing_new_keeps_its_part(here: Workspace) -> None:
    received = receive(here, [a_bundle(here, release_id="2025-Q4-2", rows=[a_cell()])])
    assert (received.arrived, received.kept, received.absent) == (("region",), ("municipality",), ())
    cells = published.read(here.joint, received.release_id).cells.filter(indicator_id="P2")
    assert sorted(cells["organisation"].to_list()) == ["municipality", "municipality", "region"]
    assert cells["release_id"].unique().to_list() == ["2025-Q4-2"]


def test_an_organisation_that_never_sent_anything_is_absent(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    received = receive(workspace, [a_bundle(workspace, "region")])
    assert received.absent == ("municipality",)
    assert list(published.read_manifest(workspace.joint, "2025-Q4")["organisations"]) == ["region"]


def test_the_bundles_are_kept_as_they_came(here: Workspace) -> None:
    kept = here.received / "2025-Q4.region.zip"
    assert kept.read_bytes() == (here.outbox("region") / "2025-Q4.region.zip").read_bytes()


def test_a_finished_release_that_was_never_pointed_at_is_taken_up(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    receive(workspace, [a_bundle(workspace, "region")])
    (workspace.joint / "CURRENT").unlink()
    assert receive(workspace).release_id == "2025-Q4"
    assert published.current(workspace.joint) == "2025-Q4"


# --- bundles that do not follow ---------------------------------------------------------------------------------


def test_an_older_bundle_after_a_newer_is_refused(here: Workspace) -> None:
    receive(here, [a_bundle(here, release_id="2025-Q4-2", rows=[a_cell()])])
    assert refused(here, [here.outbox("region") / "2025-Q4.region.zip"]).code == "bundle_stale"


def test_other_figures_under_the_same_name_are_refused(here: Workspace) -> None:
    assert refused(here, [a_bundle(here, rows=[a_cell(numerator=31.0)])]).code == "bundle_conflict"


def test_a_bundle_made_with_another_key_is_refused(here: Workspace) -> None:
    assert refused(here, [a_bundle(here, release_id="2025-Q4-2", key_id="1" * 16)]).code == "key_changed"


def test_two_bundles_of_one_organisation_are_refused(here: Workspace) -> None:
    paths = [a_bundle(here), a_bundle(here, release_id="2025-Q4-2")]
    assert refused(here, paths).code == "same_organisation_twice"


def test_nothing_to_receive_says_which_command_makes_a_bundle(tmp_path: Path) -> None:
    problem = refused(a_workspace(tmp_path), [])
    assert (problem.code, problem.exit_code) == ("nothing_to_receive", 2)
    assert "samsyn release" in problem.text.sv


def test_two_receivers_at_once_is_one_and_a_busy(here: Workspace) -> None:
    with alone(here.joint / ".receive.lock"):
        assert refused(here, []).exit_code == 75


# --- cells that may not cross -----------------------------------------------------------------------------------


def with_cell(**changes: Any) -> Cells:
    return [*some_cells(), a_cell(period_start=date(2025, 1, 1)) | changes]


def by_domain(**changes: Any) -> Cells:
    """Unmet needs in one domain: the mean of whole persons is there a share."""
    half_year = date(2025, 7, 1)
    return with_cell(
        indicator_id="U1", breakdown="domain", group="5", domain=5, rater="user", grain="half-year",
        **{"period_start": half_year} | changes,
    )  # fmt: skip


CELLS: dict[str, tuple[Cells, str]] = {
    "a denominator of 4": (with_cell(denominator=4.0), "nothing_small"),
    "a numerator of 1": (with_cell(numerator=1.0), "nothing_small"),
    "a number of persons of 3": (with_cell(n_shown=3), "nothing_small"),
    "a value behind a suppressed flag": (with_cell(flag="suppressed"), "nothing_behind_a_flag"),
    "a limit behind a no-data flag": ([a_cell(), a_hidden_cell(flag="no_data", low=0.1)], "nothing_behind_a_flag"),
    "a share above 1": (with_cell(value=1.2, high=1.3), "possible_figures"),
    "a share below 0": (with_cell(low=-0.1), "possible_figures"),
    "a share by domain above 1": (by_domain(value=1.7, low=None, high=None), "possible_figures"),
    "a numerator by domain of 3": (by_domain(numerator=3.0), "nothing_small"),
    "a figure that is no number": (with_cell(value=float("nan")), "possible_figures"),
    "a shown figure without a value": (with_cell(value=None, low=None, high=None), "possible_figures"),
    "a value outside its limits": (with_cell(value=0.5), "possible_figures"),
    "an indicator nobody knows": (with_cell(indicator_id="X9"), "known_indicators"),
    "a later definition": (with_cell(definition_version=2), "known_indicators"),
    "a breakdown that is not declared": (with_cell(breakdown="domain", group="5"), "declared_tables"),
    "a unit nobody knows": (with_cell(breakdown="unit", grain="year", group="r0a1b2c3d4e"), "declared_tables"),
    "a period of another length": (with_cell(grain="month"), "declared_tables"),
    "a rater nobody knows": (with_cell(rater="neighbour"), "declared_tables"),
    "a domain of 23": (with_cell(domain=23), "declared_tables"),
    "half a quarter": (with_cell(period_start=date(2025, 2, 1)), "whole_periods"),
    "a quarter to come": (with_cell(period_start=date(2026, 1, 1)), "whole_periods"),
    "a flag nobody knows": (with_cell(flag="fine"), "known_words"),
    "a method with a name in it": (with_cell(method="counted by Å"), "known_words"),
    "the same figure twice": ([a_cell(), a_cell(numerator=32.0)], "one_row_per_figure"),
    "another organisation's rows": (with_cell(organisation="municipality"), "named_alike"),
    "no rows at all": ([], "counted_rows"),
}  # fmt: skip


@pytest.mark.parametrize("what", CELLS)
def test_cells_that_may_not_cross_are_refused(here: Workspace, what: str) -> None:
    cells, rule = CELLS[what]
    assert refused(here, [a_bundle(here, release_id="2025-Q4-2", rows=cells)]).code == f"bundle_{rule}"


# --- manifests that do not hold ---------------------------------------------------------------------------------


def gate(**changes: Any) -> dict[str, Any]:
    """The report of a gate that everything passed; on other figures, unless the test says which."""
    attacks = [{"attack": name, "passed": True} for name in sorted(ATTACKS)]
    return {"gate": {"passed": True, "attacks": attacks, "cells_sha256": "0" * 64} | changes}


MANIFESTS: dict[str, tuple[dict[str, Any], str]] = {
    "a gate that says no": (gate(passed=False), "passed_gate"),
    "a gate where one attack succeeded": (gate(attacks=[*gate()["gate"]["attacks"], {"passed": False}]), "passed_gate"),
    "a gate that never attacked": (gate(attacks=[]), "passed_gate"),
    "a gate that let other figures through": (gate(), "gate_of_these_figures"),
    "another catalogue": ({"catalogue_hash": "0" * 64}, "same_catalogue"),
    "another organisation than the file's name": ({"organisation": "municipality"}, "named_alike"),
    "a wrong count of rows": ({"cells": 7}, "counted_rows"),
    "a wrong count of suppressed rows": ({"cells_suppressed": 0}, "counted_rows"),
    "an entry nobody knows": ({"persons": []}, "manifest_form"),
    "a signature that nobody has checked": ({"signature": None}, "manifest_form"),
    "a count that is a text": ({"cells": "2"}, "manifest_form"),
    "another form of committee": ({"committee": {"id": "other"}}, "same_committee"),
}


@pytest.mark.parametrize("what", MANIFESTS)
def test_a_manifest_that_does_not_hold_is_refused(here: Workspace, what: str) -> None:
    changes, rule = MANIFESTS[what]
    path = a_bundle(here, release_id="2025-Q4-2", folder=here.path, approved=False, **changes)
    renamed = signed(here, "region", path.rename(here.path / "2025-Q4-2.region.zip"))
    assert refused(here, [renamed]).code == f"bundle_{rule}"


def delivery(**changes: Any) -> dict[str, Any]:
    """One loaded file, as a manifest tells of it."""
    return {
        "source": "needs", "period": "2016-2025", "version": 1, "sequence": 1, "loaded_at": "2026-01-10T08:00:00+00:00",
        "rows_in": 100, "accepted": 100, "refused": 0, "reasons": [], "normalised": [], "overrides": [],
        "profile": "0" * 16,
    } | changes  # fmt: skip


def test_a_delivery_is_told_of_in_the_manifest(here: Workspace) -> None:
    receive(here, [a_bundle(here, release_id="2025-Q4-2", deliveries=[delivery()])])
    manifest = published.read_manifest(here.joint, "2025-Q4-2")
    assert manifest["organisations"]["region"]["deliveries"] == [delivery()]


@pytest.mark.parametrize(
    "text", ["row 12: 19800101-1239", "198001011239", "800101+1239", "person r0a1b2c3d4e", "kfedcba9876"]
)
def test_something_like_a_person_in_the_manifest_is_an_incident(here: Workspace, text: str) -> None:
    reason = {"code": "unknown", "rows": 12, "text": {"sv": text, "en": ""}}
    problem = refused(here, [a_bundle(here, release_id="2025-Q4-2", deliveries=[delivery(reasons=[reason])])])
    assert (problem.code, problem.exit_code) == ("bundle_no_person", 5)
    assert text not in problem.text.sv + problem.text.en


@pytest.mark.parametrize("rows", [1, 4])
def test_a_delivery_that_counts_1_to_4_rows_is_refused(here: Workspace, rows: int) -> None:
    path = a_bundle(here, release_id="2025-Q4-2", deliveries=[delivery(refused=rows)])
    assert refused(here, [path]).code == "bundle_told_deliveries"


def test_a_delivery_with_an_unknown_entry_is_refused(here: Workspace) -> None:
    path = a_bundle(here, release_id="2025-Q4-2", deliveries=[delivery(persons=["…"])])
    assert refused(here, [path]).code == "bundle_told_deliveries"


# --- tables that are not the published ones ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["person", "numerator_true"])
def test_an_extra_column_is_refused(here: Workspace, name: str) -> None:
    path = repacked(here, lambda frame: frame.with_columns(**{name: frame["denominator"]}))
    assert refused(here, [path]).code == "bundle_columns"


def test_a_missing_column_is_refused(here: Workspace) -> None:
    assert refused(here, [repacked(here, lambda frame: frame.drop("flag"))]).code == "bundle_columns"


def test_tables_that_differ_are_refused(here: Workspace) -> None:
    path = repacked(here, lambda frame: frame.with_columns(numerator=frame["numerator"] + 1), also_csv=False)
    assert refused(here, [path]).code == "bundle_same_rows"


def repacked(workspace: Workspace, change: Callable[[Any], Any], *, also_csv: bool = True) -> Path:
    """A bundle whose tables are others, with sums that hold: made by someone who knows the format."""
    import hashlib

    from pipelines.bundle import Sealed, _as_csv, _as_parquet

    path = a_bundle(workspace, release_id="2025-Q4-2", approved=False)
    read = bundle.read(path)
    changed = change(read.cells)
    files = {
        "cells.csv": _as_csv(changed if also_csv else read.cells),
        "cells.parquet": _as_parquet(changed),
    }
    manifest = read.manifest
    for name, content in files.items():
        manifest["files"][name]["sha256"] = hashlib.sha256(content).hexdigest()
    files["manifest.json"] = json.dumps(manifest).encode()
    written = bundle.write(workspace.outbox("region"), Sealed(name=path.name, files=files, content=""))
    return signed(workspace, "region", written)
