"""Bad inputs 88 to 90: what the joint zone refuses."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import bundle, published
from pipelines.bundle_manifest import ATTACKS
from pipelines.published import CELL_SCHEMA
from pipelines.receive import receive
from pipelines.workspace import Workspace
from tests.zones import a_bundle, a_cell

NOW = [a_cell(numerator=31.0)]
"""A right figure, other than the one in force."""


def whole_report(**changes: Any) -> dict[str, Any]:
    """The gate's report of `NOW`."""
    attacks = [{"attack": name, "passed": True} for name in sorted(ATTACKS)]
    cells = pl.DataFrame(NOW, schema=CELL_SCHEMA, orient="row")
    return {"passed": True, "attacks": attacks, "cells_sha256": bundle.cells_sum(cells)} | changes


OLDER = bundle.cells_sum(pl.DataFrame([a_cell()], schema=CELL_SCHEMA, orient="row"))
FAILED = [{"attack": name, "passed": name != "insider"} for name in sorted(ATTACKS)]

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "88 a figure nobody has declared": ({"rows": [a_cell(indicator_id="ZZ9")]}, "bundle_known_indicators"),
    "89 a count of 1-4": ({"rows": [a_cell(numerator=3.0, value=0.075, low=0.0)]}, "bundle_nothing_small"),
    "90 no report of the gate, or of other figures": ({"gate": None}, "bundle_manifest_form"),
}

REPORTS: dict[str, tuple[dict[str, Any], str]] = {
    "empty": ({}, "bundle_passed_gate"),
    "of other figures": (whole_report(cells_sha256=OLDER), "bundle_gate_of_these_figures"),
    "of no figures": (whole_report(cells_sha256=None), "bundle_gate_of_these_figures"),
    "without an attack": (whole_report(attacks=FAILED[1:]), "bundle_passed_gate"),
    "with an attack that succeeded": (whole_report(attacks=FAILED), "bundle_passed_gate"),
    "that says it was not passed": (whole_report(passed=False), "bundle_passed_gate"),
    "that says so in words": (whole_report(passed="yes"), "bundle_passed_gate"),
}
"""Reports of the gate that are missing, old or not passed: more of case 90."""


@pytest.mark.parametrize("case", CASES)
def test_joint_zone(here: Workspace, case: str) -> None:
    changes, code = CASES[case]
    _refuses(here, code, **changes)


@pytest.mark.parametrize("case", REPORTS)
def test_a_report_of_the_gate(here: Workspace, case: str) -> None:
    report, code = REPORTS[case]
    _refuses(here, code, gate=report)


def test_a_whole_report_is_received_and_carried(here: Workspace) -> None:
    receive(here, [a_bundle(here, "region", rows=NOW, gate=whole_report())])
    carried = published.read_manifest(here.joint, "2025-Q4")["organisations"]["region"]["gate"]
    assert carried == whole_report()


def _refuses(here: Workspace, code: str, **changes: Any) -> None:
    """The bundle is refused by this rule, and what was in force still is."""
    receive(here, [a_bundle(here, "region")])
    before = published.read(here.joint, "2025-Q4").cells
    with pytest.raises(UserProblem) as told:
        receive(here, [a_bundle(here, "region", release_id="2025-Q4-2", **{"rows": NOW, **changes})])
    assert (told.value.code, told.value.exit_code) == (code, 4)
    assert "oförändrad" in told.value.text.sv
    assert "unchanged" in told.value.text.en
    assert published.current(here.joint) == "2025-Q4"
    assert published.read(here.joint, "2025-Q4").cells.equals(before)
