"""What the gate finds in the real catalogue, at several sizes and seeds, as a table.

    python -m tests.bench.gate_figures [--sizes 600,1500,15000] [--seeds 1,2,3]

Made-up people are written, loaded and counted as by `samsyn demo`; every figure is protected and attacked. A quarter of
an hour or more: nothing in the test suite runs it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from metrics.disclosure import STANDARD, STRONGER
from metrics.disclosure.gate import Part, attack
from metrics.disclosure.gate.situation import situation
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from pipelines import gate, inbox
from pipelines.load import load
from pipelines.release import counting
from pipelines.workspace import Workspace, create
from sample_data.make import make

SAMPLE = Path(__file__).parent.parent.parent / "sample_data"
PERSONS = 1500  # shared users at any time, at scale 1
CERTAIN = ("bounds", "whole_numbers", "insider")  # what is settled, or provably one to four
SIZES = ((5, 19), (20, 49), (50, 199), (200, 10**9))


def loaded(folder: Path, scale: float, seed: int) -> Workspace:
    """A workspace with both organisations' files loaded, and keys drawn from the seed."""
    workspace = create(folder / "workspace", SAMPLE / "workspace")
    make({each: workspace.inbox(each) for each in ORGANISATIONS}, scale=scale, seed=seed)
    for number, organisation in enumerate(ORGANISATIONS):
        workspace.key(organisation).write_bytes(bytes([16 * seed + number]) * 32)
        for file in inbox.waiting(workspace, organisation):
            report = load(workspace, organisation, file)
            if report.file_refused:
                print("refused:", file.name, [reason.code for reason in report.reasons])
    return workspace


def attacked(workspace: Workspace, organisation: Organisation) -> dict[str, Any]:
    """One organisation's release under attack, with the standard noise and, where that gives way, with more."""
    began = time.process_time()
    with counting(workspace, organisation) as zone:
        counted = zone.counted
    counting_took = time.process_time() - began
    began = time.process_time()
    for strength in (STANDARD, STRONGER):
        parts = gate.protected(counted, organisation, strength)
        report = attack(parts, strength=strength)
        if strength == STANDARD:
            standard = {finding.attack: finding for finding in report.findings}
        if report.passed:
            break
    found = {finding.attack: finding for finding in report.findings}
    guess = found["best_guess"]
    return {
        "organisation": organisation,
        "cells": sum(part.protected.height for part in parts),
        "targets": found["bounds"].tried,
        "found at first": {name: int(standard[name].found) for name in CERTAIN if standard[name].found},
        "failing": sorted({each for finding in standard.values() for each in finding.failing}),
        "released with": f"D={report.strength.d} V={report.strength.v:g}",
        "found": sum(int(found[name].found) for name in CERTAIN),
        "control": round(found["control"].found, 3),
        "left as it was": round(found["as_shown"].found, 3),
        "best guess": round(guess.found, 3),
        "its limit": round(guess.limit, 3),
        "passed": report.passed,
        "counting, cpu s": round(counting_took, 1),
        "gate, cpu s": round(time.process_time() - began, 1),
        **errors(parts),
        **shown(parts),
    }


def errors(parts: Sequence[Part]) -> dict[str, str]:
    """Mean and largest error of what is shown, by the size of the count."""
    unknowns = situation(parts, [], STANDARD).unknowns.filter(pl.col("shown").is_not_null())
    off = unknowns.select("true", error=(pl.col("shown") - pl.col("true").round(mode="half_to_even")).abs())
    rows = {}
    for low, high in SIZES:
        some = off.filter(pl.col("true").is_between(low, high))["error"]
        name = f"error {low}-{high}" if high < SIZES[-1][1] else f"error {low}-"
        rows[name] = f"{some.to_numpy().mean():.2f} / {some.to_numpy().max():.0f}" if len(some) else "–"
    return rows


def shown(parts: Sequence[Part]) -> dict[str, str]:
    """The share of rates shown by class, of all and of the organisation's totals by quarter; indicators only."""
    rows = pl.concat(
        part.protected.filter(pl.col("flag").is_in(["ok", "suppressed"])).select(
            "breakdown", "grain", "flag", disclosure=pl.lit(part.definition.disclosure)
        )
        for part in parts
        if isinstance(part.definition, Indicator)
    )
    said = {}
    for name, some in (
        *((each, rows.filter(disclosure=each)) for each in ("person", "process", "ledger")),
        ("process, quarter, total", rows.filter(disclosure="process", grain="quarter", breakdown="all")),
    ):
        seen = some.filter(flag="ok").height
        said[f"shown {name}"] = f"{seen / some.height:.1%} of {some.height}" if some.height else "–"
    return said


def main() -> None:
    """Print a row per size, seed and organisation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="600,1500,15000")
    parser.add_argument("--seeds", default="1,2,3")
    asked = parser.parse_args()
    for size in map(int, asked.sizes.split(",")):
        for seed in map(int, asked.seeds.split(",")):
            with TemporaryDirectory() as folder:
                workspace = loaded(Path(folder), size / PERSONS, seed)
                for organisation in ORGANISATIONS:
                    print({"persons": size, "seed": seed} | attacked(workspace, organisation), flush=True)


if __name__ == "__main__":
    main()
