"""What the gate finds in the real catalogue, at several sizes and seeds, as the rows of docs/privacy-figures.md.

    python -m tests.bench.gate_figures [--sizes 600,1500,15000] [--seeds 1,2,3] [--corrections]

Made-up people are written, loaded and counted as by `samsyn demo`; every figure is protected and attacked. With
`--corrections` a month is then corrected and persons withdraw, one release after another, each attacked with all before
it. Minutes to half an hour for each size and seed: nothing in the test suite runs it.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from metrics.disclosure import STANDARD
from metrics.disclosure.gate import Part
from metrics.disclosure.gate.situation import situation
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from pipelines import gate, inbox, vault
from pipelines.forget import withdraw
from pipelines.gate import Passed
from pipelines.load import load
from pipelines.release import counting
from pipelines.workspace import Workspace, create
from sample_data.make import make

SAMPLE = Path(__file__).parent.parent.parent / "sample_data"
PERSONS = 1500  # shared users at any time, at scale 1
CORRECTED = {"region": "vardkontakter", "municipality": "insatser"}  # files of contacts
MONTH = re.compile(rb"(^|;)2025-?11-?[0-9]{2};")
WITHDRAWN = (1, 8, 40)
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


def attacked(workspace: Workspace, organisation: Organisation) -> tuple[pl.DataFrame, dict[str, Any], dict[str, str]]:
    """One organisation's first release through the gate: its cells, and what there is to say of it, in two tables."""
    began = time.process_time()
    with counting(workspace, organisation) as zone:
        counted = zone.counted
    counted_by = time.process_time()
    passed = gate.through(counted, organisation, [], STANDARD, gate.in_silence)
    gated_by = time.process_time()
    found = _findings(passed)
    parts = gate.protected(counted, organisation, passed.strength)
    told = {
        "control": f"{found['control']['found']:.0%}",
        "counts and differences": f"{found['bounds']['tried']:,}",
        **_ended(passed),
        "left as it was": f"{found['as_shown']['found']:.1%}",
        "best guess (limit)": f"{found['best_guess']['found']:.1%} ({found['best_guess']['limit']:.1%})",
        **errors(parts),
        "counting, gate, CPU s": f"{counted_by - began:.0f}, {gated_by - counted_by:.1f}",
        "peak so far, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    return passed.cells, told, shown(parts)


def corrections(workspace: Workspace, organisation: Organisation, first: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """One release after another, each with a correction more than the one before."""
    with vault.reading(workspace, organisation) as connection:
        shared = connection.sql("SELECT DISTINCT person FROM persons WHERE shared = 'yes' ORDER BY 1").fetchall()
    persons = iter(pl.Series([person for (person,) in shared]).shuffle(seed=5).to_list())
    steps: dict[str, Callable[[], object]] = {"a corrected month": partial(_correct, workspace, organisation)}
    for number in WITHDRAWN:
        gone = [next(persons) for _ in range(number)]
        steps[f"{number} more withdrawn"] = partial(withdraw, workspace, organisation, gone)
    earlier = [first]
    for said, change in steps.items():
        change()
        began = time.process_time()
        with counting(workspace, organisation) as zone:
            passed = gate.through(zone.counted, organisation, earlier, STANDARD, gate.in_silence)
        figures = [name for name in first.columns if name != "definition_version"]
        moved = passed.cells.join(earlier[-1], on=figures, how="anti", nulls_equal=True).height
        yield {
            "correction": said,
            "figures changed": f"{moved:,} of {passed.cells.height:,}",
            "counts and differences": f"{_findings(passed)['bounds']['tried']:,}",
            **_ended(passed),
            "shown before": _share_shown(earlier[-1]),
            "shown after": _share_shown(passed.cells),
            "CPU s": f"{time.process_time() - began:.0f}",
        }
        earlier.append(passed.cells)


def _correct(workspace: Workspace, organisation: Organisation) -> None:
    """Load the contacts anew, without one row in ten of a month."""
    [file] = workspace.inbox(organisation).glob(f"{CORRECTED[organisation]}_*_v1.csv")
    lines = file.read_bytes().splitlines(keepends=True)
    again = file.with_name(file.name.replace("_v1", "_v2"))
    again.write_bytes(b"".join(line for number, line in enumerate(lines) if number % 10 or not MONTH.search(line)))
    load(workspace, organisation, again)


def _findings(passed: Passed) -> dict[str, dict[str, Any]]:
    return {finding["attack"]: finding for finding in passed.report["attacks"]}


def _ended(passed: Passed) -> dict[str, str]:
    """What the release was let through with, and what had been found before that."""
    last = passed.report["tries"][-1]
    gave_way = sorted({name for one in passed.report["tries"] for name in one["failing"]})
    return {
        "found": str(sum(int(_findings(passed)[name]["found"]) for name in CERTAIN)),
        "noise": f"D={last['d']} V={last['v']:g}",
        "gave way, without": ", ".join([*gave_way, *last["dropped"]]) or "–",
    }


def _share_shown(cells: pl.DataFrame) -> str:
    counted = cells.filter(pl.col("flag").is_in(["ok", "suppressed"]))
    return f"{counted.filter(flag='ok').height / counted.height:.1%}"


def errors(parts: Sequence[Part]) -> dict[str, str]:
    """Mean and largest error of what is shown, by the size of the count."""
    unknowns = situation(parts, [], STANDARD).unknowns.filter(pl.col("shown").is_not_null())
    off = unknowns.select("true", error=(pl.col("shown") - pl.col("true").round(mode="half_to_even")).abs())
    rows = {}
    for low, high in SIZES:
        some = off.filter(pl.col("true").is_between(low, high))["error"]
        name = f"error {low}–{high}" if high < SIZES[-1][1] else f"error {low}–"
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
        ("process, organisation by quarter", rows.filter(disclosure="process", grain="quarter", breakdown="all")),
    ):
        seen = some.filter(flag="ok").height
        said[name] = f"{seen / some.height:.1%} of {some.height}" if some.height else "–"
    return said


def main() -> None:
    """Print the tables, a row per size, seed and organisation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="600,1500,15000")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--corrections", action="store_true")
    asked = parser.parse_args()
    tables: dict[str, list[dict[str, Any]]] = {"attacks": [], "shown": [], "corrections": []}
    for size in map(int, asked.sizes.split(",")):
        for seed in map(int, asked.seeds.split(",")):
            with TemporaryDirectory() as folder:
                workspace = loaded(Path(folder), size / PERSONS, seed)
                for organisation in ORGANISATIONS:
                    whose = {"persons": f"{size:,}", "seed": seed, "organisation": organisation}
                    first, told, rates = attacked(workspace, organisation)
                    tables["attacks"].append(whose | told)
                    tables["shown"].append(whose | rates)
                    if asked.corrections:
                        tables["corrections"] += [whose | row for row in corrections(workspace, organisation, first)]
                    print(f"{size:,}, {seed}, {organisation}: done", file=sys.stderr, flush=True)
    for rows in tables.values():
        if rows:
            lines = [rows[0].keys(), ["---"] * len(rows[0]), *(row.values() for row in rows)]
            print(*("| " + " | ".join(map(str, line)) + " |" for line in lines), "", sep="\n")


if __name__ == "__main__":
    main()
