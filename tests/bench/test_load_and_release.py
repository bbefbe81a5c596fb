"""What loading and releasing cost, as a ratio of the least that could be done with the same files.

    pytest tests/bench -s

The measure is a bare `CREATE TABLE AS SELECT` by DuckDB from the same CSV files: nothing checked, nothing protected.
Both are run in processes of their own; the ratio holds from one machine to another, seconds do not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from metrics.indicator import Organisation
from pipelines import inbox, profile
from pipelines.workspace import Workspace, create
from sample_data.make import make

SAMPLE = Path(__file__).parent.parent.parent / "sample_data"
ORGANISATION: Organisation = "region"

BARE = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("SET enable_progress_bar = false")
for number, line in enumerate(sys.stdin.read().splitlines()):
    path, encoding, skip = line.split("|")
    connection.execute(
        f"CREATE TABLE t{number} AS SELECT * FROM read_csv('{path}', delim = ';', header = true, skip = {skip}, "
        f"encoding = '{encoding}', decimal_separator = ',', ignore_errors = true)"
    )
connection.close()
"""
LOAD = """
import sys
from pathlib import Path
from pipelines.load import load
from pipelines.workspace import open_workspace
here = open_workspace(Path(sys.argv[1]))
for line in sys.stdin.read().splitlines():
    report = load(here, "region", Path(line.split("|")[0]))
    assert not report.file_refused, report.reasons
"""
RELEASE = """
import sys
from pathlib import Path
from pipelines.release import release
from pipelines.workspace import open_workspace
release(open_workspace(Path(sys.argv[1])), "region")
"""
MEASURE = """
import json, os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen([sys.executable, "-c", *sys.argv[1:]], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
cost = {"clock": time.perf_counter() - began, "cpu": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}
print(json.dumps(cost))
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Cost:
    """What one process and its children cost: seconds by the clock, seconds of CPU, and MB in the largest of them."""

    clock: float
    cpu: float
    peak_mb: float


def cost_of(code: str, argument: Path, files: str) -> Cost:
    # A process is counted as large as the one that started it was, so a small one of its own starts it.
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, code, str(argument)], input=files, stdout=subprocess.PIPE, text=True, check=True
    )
    return Cost(**json.loads(measured.stdout))


def a_zone_with_files(folder: Path, scale: float) -> tuple[Workspace, str]:
    """A workspace with the region's CSV files, and a line on each: path, encoding, rows above the header."""
    workspace = create(folder / "workspace", SAMPLE / "workspace")
    make({ORGANISATION: workspace.inbox(ORGANISATION)}, scale=scale, organisations=(ORGANISATION,))
    lines = []
    for file in inbox.waiting(workspace, ORGANISATION):
        known = profile.find(workspace.sources, ORGANISATION, file.name)
        if known.format == "csv":
            encoding = {"utf-8": "utf-8", "windows-1252": "latin-1"}[known.encoding]
            lines.append(f"{file}|{encoding}|{known.title_rows}")
    return workspace, "\n".join(lines)


@pytest.mark.parametrize("scale", [1, 10])
def test_loading_and_releasing_as_a_ratio_of_a_bare_load(
    tmp_path: Path, scale: float, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, files = a_zone_with_files(tmp_path, scale)
    size = sum(Path(line.split("|")[0]).stat().st_size for line in files.splitlines()) / 1024**2
    bare = cost_of(BARE, tmp_path / "bare.duckdb", files)
    loaded = cost_of(LOAD, workspace.path, files)
    released = cost_of(RELEASE, workspace.path, "")
    with capsys.disabled():
        print(f"\nscale {scale:g}: {size:.0f} MB of CSV")
        for name, cost in (("bare load", bare), ("load", loaded), ("release", released)):
            print(f"  {name:<10}{cost.clock:7.1f} s  {cost.cpu:7.1f} s CPU  {cost.peak_mb:6.0f} MB")
        print(f"  load + release / bare load: {(loaded.clock + released.clock) / bare.clock:.1f} by the clock, "
              f"{(loaded.cpu + released.cpu) / bare.cpu:.1f} by CPU")  # fmt: skip
    assert max(loaded.peak_mb, released.peak_mb) < 4096
