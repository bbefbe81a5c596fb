"""Bad inputs 88 and 89: what the joint zone refuses. (90 waits for the gate report, which bundles do not have yet.)"""

from __future__ import annotations

from typing import Any

import pytest

from metrics.problem import UserProblem
from pipelines import published
from pipelines.receive import receive
from pipelines.workspace import Workspace
from tests.zones import a_bundle, a_cell

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "88 a figure nobody has declared": ({"indicator_id": "ZZ9"}, "bundle_known_indicators"),
    "89 a count of 1-4": ({"numerator": 3.0, "value": 0.075, "low": 0.0}, "bundle_nothing_small"),
}


@pytest.mark.parametrize("case", CASES)
def test_joint_zone(here: Workspace, case: str) -> None:
    changes, code = CASES[case]
    receive(here, [a_bundle(here, "region")])
    before = published.read(here.joint, "2025-Q4").cells
    with pytest.raises(UserProblem) as told:
        receive(here, [a_bundle(here, "region", release_id="2025-Q4-2", rows=[a_cell(**changes)])])
    assert (told.value.code, told.value.exit_code) == (code, 4)
    assert "oförändrad" in told.value.text.sv
    assert "unchanged" in told.value.text.en
    assert published.current(here.joint) == "2025-Q4"
    assert published.read(here.joint, "2025-Q4").cells.equals(before)
