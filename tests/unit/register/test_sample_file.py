"""A register can be filled from a JSON file: all of it or nothing, and twice is once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from governance.entries import Contents
from governance.register import Register, load_sample
from metrics.problem import UserProblem


def words(text: str) -> dict[str, str]:
    return {"sv": text, "en": text}


def written(folder: Path, **changes: Any) -> Path:
    """A register file with one entry of each kind; `changes` replace whole lists."""
    rests_on = {"decision_id": "B-2021-007", "from_on": "2021-07-01"}
    content: dict[str, Any] = {
        "decisions": [
            {
                "id": "B-2021-007",
                "decided_on": "2021-03-18",
                "title": words("Uppföljning i tid"),
                "text": words("Alla planer följs upp"),
                "reason": words("Var tredje gjorde det inte"),
                "indicators": ["P2"],
            }
        ],
        "targets": [{"indicator_id": "P2", "organisation": "region", "value": 0.8, "to_on": None, **rests_on}],
        "recalculations": [{"indicator_id": "P2", "organisation": "region", "reason": words("Ny rutin"), **rests_on}],
        "events": [
            {
                "id": "H-1",
                "kind": "context",
                "on": "2020-03-11",
                "title": words("Pandemi"),
                "text": words("Färre besök"),
                "indicators": [],
                "units": [],
                "organisation": "joint",
            }
        ],
        "cost_splits": [{"to_on": None, "region_share": 0.6, **rests_on}],
    }
    path = folder / "register.json"
    path.write_text(json.dumps(content | changes), encoding="utf-8")
    return path


def test_a_file_fills_the_register(empty: Register, tmp_path: Path) -> None:
    register = empty
    load_sample(register, written(tmp_path))
    assert len(register.contents().entries()) == 5
    assert register.targets()[0].from_on == date(2021, 7, 1)


def test_the_same_file_twice_changes_nothing(empty: Register, tmp_path: Path) -> None:
    register = empty
    load_sample(register, written(tmp_path))
    before = register.contents()
    load_sample(register, written(tmp_path))
    assert register.contents() == before


def test_one_entry_that_breaks_a_rule_keeps_the_whole_file_out(empty: Register, tmp_path: Path) -> None:
    register = empty
    split = {"from_on": "2021-01-01", "to_on": None, "region_share": 60, "decision_id": "B-2021-007"}
    with pytest.raises(UserProblem) as refused:
        load_sample(register, written(tmp_path, cost_splits=[split]))
    assert refused.value.code == "share_out_of_range"
    assert register.contents() == Contents()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"targets": [{"indicator_id": "P2"}]}, "targets.0.organisation"),
        ({"gatherings": []}, "gatherings"),
        ({"events": [{"kind": "rumour"}]}, "events.0.kind"),
        ({"cost_splits": [{"region_share": 0.6, "municipality_share": 0.4}]}, "cost_splits.0.municipality_share"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_the_place(
    empty: Register, tmp_path: Path, change: dict[str, Any], place: str
) -> None:
    with pytest.raises(UserProblem) as refused:
        load_sample(empty, written(tmp_path, **change))
    assert refused.value.code == "register_file_unreadable"
    assert place in refused.value.text.sv


@pytest.mark.parametrize("content", [None, "", "{"])
def test_a_missing_or_broken_file_is_refused(empty: Register, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "register.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UserProblem) as refused:
        load_sample(empty, path)
    assert refused.value.code == "register_file_unreadable"
