"""The register as a source: what the committee wrote down of its own work, and the figures made of it.

    figures = register_figures(workspace)

They are counted where the register is, in the joint zone, by the same path as all others; no person is behind them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from governance.register import open_register
from governance.source import tables
from metrics.calculate import calculate
from metrics.catalogue import catalogue
from metrics.disclosure import PROTECTED_SCHEMA, protect
from metrics.indicator import ORGANISATIONS
from pipelines.workspace import Workspace

Rows = Mapping[str, Sequence[Mapping[str, object]]]
"""Table -> rows, as the register tells them."""

SCHEMAS: Mapping[str, Mapping[str, pl.DataType]] = {
    "meetings": {"meeting_id": pl.String(), "held_on": pl.Date(), "called_by": pl.String()},
    "seats": {
        "meeting_id": pl.String(), "held_on": pl.Date(), "party": pl.String(), "seat": pl.String(),
        "attended": pl.Boolean(),
    },
    "follow_ups": {
        "decision_id": pl.String(), "organisation": pl.String(), "due_on": pl.Date(), "recorded_on": pl.Date(),
    },
    "agreements": {
        "agreement_id": pl.String(), "organisation": pl.String(), "valid_from": pl.Date(), "valid_to": pl.Date(),
        "revised_on": pl.Date(),
    },
    "cycles": {
        "cycle_id": pl.String(), "organisation": pl.String(), "started_on": pl.Date(), "closed_on": pl.Date(),
        "has_measured_result": pl.Boolean(),
    },
    "actions": {
        "action_id": pl.String(), "organisation": pl.String(), "opened_on": pl.Date(), "due_on": pl.Date(),
        "closed_on": pl.Date(), "status": pl.String(),
    },
}  # fmt: skip


@dataclass(frozen=True)
class RegisterFigures:
    """The register's part of a release.

    Out     cells  as an organisation's, without the release's name
            entry  for the manifest: how many rows of each table the figures rest on, their sum, and the cells' own
    """

    cells: pl.DataFrame
    entry: dict[str, Any]

    @property
    def content(self) -> str:
        """A sum of the figures alone: equal sums, same release, whatever else was written in the register."""
        content: str = self.entry["content"]
        return content


def register_figures(workspace: Workspace) -> RegisterFigures:
    """Every figure of the register, for both organisations, from what it says now.

    Rule    without a register, or with nothing in it, every figure is there and says that there are no data
    Fails   register_unreadable, register_busy
    """
    contents = open_register(workspace.register_place, read_only=True).contents()
    return figures_of(workspace, tables(contents), workspace.now().date())


def figures_of(workspace: Workspace, rows: Rows, today: date) -> RegisterFigures:
    """The figures made of the register's tables, up to the last whole period before tomorrow."""
    told = frames(rows)
    nobody = pl.DataFrame(schema={"person": pl.String(), "record_key": pl.Int64()})
    cells = [pl.DataFrame(schema=PROTECTED_SCHEMA)]
    for indicator in catalogue(workspace.indicators):
        for organisation in ORGANISATIONS if indicator.of_register else ():
            raw = calculate(
                indicator,
                organisation,
                told | {"record_keys": nobody},
                data_from=workspace.data_from,
                data_to=min(workspace.data_to, today),
            )
            cells.append(protect(raw, indicator, organisation))
    whole = pl.concat(cells)
    said = json.dumps([told[name].rows() for name in SCHEMAS], default=str)
    return RegisterFigures(
        cells=whole,
        entry={
            "rows": {name: frame.height for name, frame in told.items()},
            "sha256": hashlib.sha256(said.encode()).hexdigest(),
            "content": hashlib.sha256(whole.write_csv().encode()).hexdigest(),
        },
    )


def frames(rows: Rows) -> dict[str, pl.DataFrame]:
    """The register's tables with the columns and types the indicators count on; empty where nothing is written.

    Fails   polars' own error where the register tells something else: a fault of ours, never of the reader
    """
    return {
        name: pl.DataFrame(rows[name], schema=dict(schema), orient="row", strict=True)
        for name, schema in SCHEMAS.items()
    }
