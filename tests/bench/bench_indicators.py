"""What counting every indicator costs, beside a bare scan of the same tables: CPU, not the clock, and peak memory.

Run with `python -m tests.bench.bench_indicators [--scale 10] [--vault FILE]`; without a vault one is made at the scale
and loaded first. Every breakdown is counted over the committee's ten years: forty quarters.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from metrics.calculate import calculate
from metrics.catalogue import catalogue
from metrics.disclosure import record_keys
from metrics.indicator import Organisation
from pipelines.load import load
from pipelines.sources import SOURCES
from pipelines.workspace import create
from sample_data.make import make

ORGANISATION: Organisation = "region"
TEMPLATE = Path(__file__).parents[2] / "sample_data" / "workspace"
FIRST, LAST, KNOWN = date(2016, 1, 1), date(2025, 12, 31), date(2015, 1, 1)


def cpu_of(do: Callable[[], object]) -> float:
    """Seconds of CPU this process spends on it, all threads."""
    before = time.process_time()
    do()
    return time.process_time() - before


def a_vault(folder: Path, scale: float) -> Path:
    """A vault of made-up data, loaded as the organisation would."""
    workspace = create(folder, TEMPLATE)
    for written in make({ORGANISATION: workspace.inbox(ORGANISATION)}, scale=scale, organisations=(ORGANISATION,)):
        load(workspace, ORGANISATION, written.file)
    return workspace.vault(ORGANISATION)


def main(vault: Path) -> None:
    """Print, for each indicator and all, the CPU of counting and how many bare scans of all tables that is."""
    with duckdb.connect(str(vault), read_only=True) as connection:
        there = {name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
        tables: dict[str, Any] = {name: connection.table(name) for name in SOURCES if name in there}
        rows = {name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in tables}  # noqa: S608

        def scan() -> None:
            for name in tables:
                connection.sql(f"SELECT max(COLUMNS(*)) FROM {name}").fetchall()  # noqa: S608

        scan()  # the file is in memory from here on, for both
        bare = min(cpu_of(scan) for _ in range(3))
        who = {
            person
            for table in tables.values()
            for column in {"person", "staff"} & set(table.columns)
            for (person,) in table.select(column).distinct().fetchall()
        }
        connection.register("record_keys", record_keys(b"a key for measuring only, of 32 b", who).to_arrow())
        tables["record_keys"] = connection.table("record_keys")
        print(f"{sum(rows.values()):,} rows in {len(rows)} tables; a bare scan of them all {bare:.2f} s CPU")
        spent, cells = 0.0, 0
        for indicator in [one for one in catalogue() if not one.of_register]:
            made: list[int] = []
            used = cpu_of(
                lambda one=indicator, made=made: made.append(  # type: ignore[misc]
                    calculate(one, ORGANISATION, tables, data_from=FIRST, data_to=LAST, known_from=KNOWN).height
                )
            )
            spent, cells = spent + used, cells + made[0]
            print(f"{indicator.id:<4} {len(indicator.breakdowns)} breakdowns {made[0]:>7,} cells {used:7.2f} s CPU")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"all  {cells:,} cells {spent:.1f} s CPU, {spent / bare:.0f} bare scans; peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--scale", type=float, default=1.0)
    said.add_argument("--vault", type=Path)
    wanted = said.parse_args()
    if wanted.vault:
        main(wanted.vault)
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(a_vault(Path(folder), wanted.scale))
