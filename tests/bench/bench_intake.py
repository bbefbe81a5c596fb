"""What intake costs, beside the least that could be done with the same files, in one run.

`python -m tests.bench.bench_intake [--scale 10]` prints a table: a full load against DuckDB's own of the same CSV files
with nothing checked, a corrected month of the two largest sources against the full load, and files that are refused.
Ratios of CPU hold from one machine to another, and on one that is shared; seconds do not. Scale 10 is about ten million
rows.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from pipelines import inbox
from pipelines.workspace import Workspace, create
from tests.bench.test_load_and_release import BARE, LOAD, ORGANISATION, SAMPLE, Cost, a_zone_with_files, cost_of

MOST_RATIO, MOST_MB, MOST_OF_A_FULL_LOAD = 2.0, 2048, 0.10
REFUSED = LOAD.replace("assert not", "assert")
MONTHLY = {"vardkontakter": "contacts", "can": "needs"}
"""The files with nearly all of the rows, and their sources."""


def main() -> None:
    """Make the files, load them in every way, and print what it cost."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--scale", type=float, default=1.0)
    scale = asked.parse_args().scale
    with tempfile.TemporaryDirectory(prefix="samsyn-bench-") as name:
        folder = Path(name)
        workspace, files = a_zone_with_files(folder, scale)
        size = sum(Path(line.split("|")[0]).stat().st_size for line in files.splitlines()) / 1024**2
        print(f"scale {scale:g}: {size:.0f} MB of CSV from the {ORGANISATION}\n")
        print(f"{'':<38}{'CPU':>9}{'clock':>9}{'peak':>10}")
        idle = told("Python started, nothing loaded", cost_of(LOAD, workspace.path, ""))
        bare = told("a bare load", cost_of(BARE, folder / "bare.duckdb", files))
        full = told("a full load", cost_of(LOAD, workspace.path, files))
        month = told("a month of contacts and needs, anew", a_corrected_month(workspace, folder))
        for why, cost in refusals(workspace, folder).items():
            told(f"refused: {why}", cost)
    share = (month.cpu - idle.cpu) / (full.cpu - idle.cpu)
    print(f"\nfull load / bare load   {full.cpu / bare.cpu:6.2f}   at most {MOST_RATIO}")
    print(f"peak of the full load   {full.peak_mb:6.0f} MB, at most {MOST_MB}")
    print(
        f"the month / full load   {share:6.1%}   at most {MOST_OF_A_FULL_LOAD:.0%}, beside what starting Python costs"
    )


def told(name: str, cost: Cost) -> Cost:
    """The cost, as a line of the table."""
    print(f"{name:<38}{cost.cpu:7.1f} s{cost.clock:7.1f} s{cost.peak_mb:7.0f} MB", flush=True)
    return cost


def a_corrected_month(workspace: Workspace, folder: Path) -> Cost:
    """What it costs to replace the last month of contacts and needs, where all years before are in force too."""
    beside = create(folder / "monthly", SAMPLE / "workspace")
    loaded, corrected = [], []
    for stem, source in MONTHLY.items():
        profile = beside.sources / f"{ORGANISATION}.{source}.toml"
        text = profile.read_text(encoding="utf-8")
        profile.write_text(text.replace("(-[0-9]{4})?)_v", "(-[0-9]{2,4})?)_v"), encoding="utf-8")
        [file] = [one for one in inbox.waiting(workspace, ORGANISATION) if one.name.startswith(f"{stem}_")]
        *before, again = _split(file, beside.inbox(ORGANISATION))
        loaded += before
        corrected.append(again)
    cost_of(LOAD, beside.path, "\n".join(f"{file}|" for file in loaded))
    return cost_of(LOAD, beside.path, "\n".join(f"{file}|" for file in corrected))


def _split(file: Path, into: Path) -> tuple[Path, Path, Path]:
    """The file's years up to 2024, its December 2025, and that month with its last row taken out."""
    header, *lines = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    dated = header.rstrip("\r\n").split(";").index("Datum")
    until = [line for line in lines if line.split(";")[dated] < "2025"]
    month = [line for line in lines if line.split(";")[dated].startswith("2025-12")]
    stem, years, _ = file.name.split("_")
    made = []
    for name, rows in ((f"{years[:4]}-2024_v1", until), ("2025-12_v1", month), ("2025-12_v2", month[:-1])):
        made.append(into / f"{stem}_{name}.csv")
        made[-1].write_text(header + "".join(rows), encoding="utf-8", newline="")
    return made[0], made[1], made[2]


def refusals(workspace: Workspace, folder: Path) -> dict[str, Cost]:
    """What it costs to refuse the largest file in a zone that has nothing, by what is wrong with it."""
    empty = create(folder / "refused", SAMPLE / "workspace")
    [needs] = [file for file in inbox.waiting(workspace, ORGANISATION) if file.name.startswith("can_")]
    content = needs.read_bytes()
    end = content.index(b"\n")
    wrong = {
        "a column nobody knows": content[:end].rstrip(b"\r") + b";Okand\r" + content[end:],
        "torn in its last row": content[:-9],
        "a NUL in the middle": content[: len(content) // 2] + b"\0" + content[len(content) // 2 :],
    }
    found = {}
    for why, bad in wrong.items():
        file = folder / needs.name
        file.write_bytes(bad)
        found[why] = cost_of(REFUSED, empty.path, f"{file}|")
        file.unlink()
    return found


if __name__ == "__main__":
    main()
