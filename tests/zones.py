"""A small workspace, cells and bundles to test the flows with: sensible as they stand, one thing changed per test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from metrics.catalogue import catalogue_hash
from metrics.indicator import Organisation
from pipelines import approval, bundle, signing
from pipelines.approval import Approval
from pipelines.bundle_manifest import ATTACKS
from pipelines.published import CELL_SCHEMA
from pipelines.trust import exchange
from pipelines.workspace import Workspace, create

SETTINGS = """
[committee]
id = "test"
name = { sv = "Provgruppen", en = "The test committee" }
synthetic = true
inhabitants = 1000
data_from = 2024-01-01
data_to = 2025-12-31
[organisations.region]
name = { sv = "Regionen", en = "The region" }
[organisations.municipality]
name = { sv = "Kommunen", en = "The municipality" }
[[units]]
id = "norra_mottagningen"
name = { sv = "Norra mottagningen", en = "North centre" }
kind = "co_located"
[[units]]
id = "dagcentrum"
name = { sv = "Dagcentrum", en = "Day centre" }
kind = "day_centre"
opened_on = 2025-03-01
[[target_groups]]
id = "psychosis"
name = { sv = "Psykossjukdom", en = "Psychosis" }
"""


def a_template(folder: Path, settings: str = SETTINGS) -> Path:
    """A folder to make workspaces from."""
    template = folder / "template"
    (template / "sources").mkdir(parents=True, exist_ok=True)
    (template / "samsyn.toml").write_text(settings, encoding="utf-8")
    return template


def a_workspace(folder: Path, settings: str = SETTINGS) -> Workspace:
    """An empty workspace of two units and one target group, 2024-2025, whose zones have keys the joint zone trusts."""
    workspace = create(folder / "committee", a_template(folder, settings))
    exchange(workspace)
    return workspace


def a_cell(**changes: Any) -> dict[str, Any]:
    """One protected figure: 30 of 40 plans followed up in time in the region, last quarter of 2025."""
    cell: dict[str, Any] = {
        "release_id": "2025-Q4", "indicator_id": "P2", "definition_version": 1, "organisation": "region",
        "breakdown": "all", "group": "", "rater": "", "domain": None, "period_start": date(2025, 10, 1),
        "grain": "quarter", "numerator": 30.0, "denominator": 40.0, "value": 0.75, "low": 0.6, "high": 0.86,
        "n_shown": 40, "flag": "ok", "method": "cell key D=3 V=2",
    } | changes  # fmt: skip
    if {"numerator", "denominator"} & set(changes) and "value" not in changes:
        cell |= {"value": cell["numerator"] / cell["denominator"], "low": None, "high": None}
    return cell


def a_hidden_cell(**changes: Any) -> dict[str, Any]:
    """A figure that is suppressed: it holds nothing."""
    nothing = dict.fromkeys(("numerator", "denominator", "value", "low", "high", "n_shown"))
    return a_cell(period_start=date(2025, 7, 1), flag="suppressed") | nothing | changes


def some_cells(organisation: Organisation = "region", **changes: Any) -> list[dict[str, Any]]:
    """Two figures of one organisation, one of them suppressed."""
    return [a_cell(organisation=organisation, **changes), a_hidden_cell(organisation=organisation)]


ANSWERS = ("none", "met", "unmet", "not_known")
"""What can be answered of a need."""


def some_answers(
    *numbers: float | None, total: float, year: int = 2025, domain: int = 1, **changes: Any
) -> pl.DataFrame:
    """The answers of one domain in one year, in the order of `ANSWERS`, as a release shows them; None is hidden."""
    where = {
        "indicator_id": "can_profile", "breakdown": "category", "rater": "user", "domain": domain, "grain": "year",
        "period_start": date(year, 1, 1),
    } | changes  # fmt: skip
    rows = [
        a_hidden_cell(**where, group=name)
        if number is None
        else a_cell(**where, group=name, numerator=number, denominator=total)
        for name, number in zip(ANSWERS, numbers, strict=True)
    ]
    return pl.DataFrame(rows, schema=CELL_SCHEMA, orient="row")


def a_bundle(
    workspace: Workspace,
    organisation: Organisation = "region",
    *,
    release_id: str = "2025-Q4",
    rows: Sequence[dict[str, Any]] | None = None,
    folder: Path | None = None,
    approved: bool = True,
    **manifest: Any,
) -> Path:
    """The path of a bundle that is right in everything but what the test changes."""
    chosen = some_cells(organisation) if rows is None else rows
    frame = pl.DataFrame([row | {"release_id": release_id} for row in chosen], schema=CELL_SCHEMA, orient="row")
    said = {
        "release_id": release_id,
        "organisation": organisation,
        "created_at": "2026-01-15T08:00:00+00:00",
        "code_version": "0.1.0",
        "catalogue_hash": catalogue_hash(workspace.indicators),
        "key_id": "0" * 16,
        "method": "cell key D=3 V=2",
        "data_from": "2024-01-01",
        "data_to": "2025-12-31",
        "committee": workspace.block(),
        "deliveries": [],
        "cells": frame.height,
        "cells_suppressed": frame.filter(pl.col("flag") == "suppressed").height,
        "gate": {
            "passed": True,
            "attacks": [{"attack": name, "passed": True} for name in sorted(ATTACKS)],
            "cells_sha256": bundle.cells_sum(frame),
        },
    }
    path = bundle.write(folder or workspace.outbox(organisation), bundle.seal(frame, said | manifest))
    return signed(workspace, organisation, path) if approved else path


def signed(workspace: Workspace, organisation: Organisation, path: Path) -> Path:
    """The bundle with an approval that holds, whatever is in it: made by someone who has the key."""
    ring = signing.ring(workspace, organisation)
    one = Approval(role="Datasteward", approved_at="2026-01-16T09:00:00+00:00", key=ring.links[-1].public)
    content = path.read_bytes()
    return bundle.put(path, approval.joined(content, replace(one, signature=ring.sign(one.message(content)))))
