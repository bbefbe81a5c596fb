"""What intake costs: a full load against a bare one, a corrected month against a full load, and a refusal.

    pytest tests/bench/test_intake.py -s -k "scale1-"        # or scale10, about ten million rows of CSV

The bare load is DuckDB's own of the same files in the same run, with nothing checked. Ratios of CPU hold from one
machine to another, and on one that is shared; seconds do not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import inbox
from pipelines.workspace import Workspace
from tests.bench.test_load_and_release import BARE, LOAD, Cost, a_zone_with_files, cost_of

TARGET, MOST_MB = 2.0, 2048
MOST_OF_A_FULL_LOAD = 0.10

REFUSED = LOAD.replace("assert not", "assert")


@pytest.fixture(scope="module", params=[1, 10], ids=["scale1-", "scale10-"])
def zone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, str, Path]:
    """The region's zone with its files, a line on each file, and a folder beside."""
    folder = tmp_path_factory.mktemp(f"scale{request.param}")
    workspace, files = a_zone_with_files(folder, request.param)
    return workspace, files, folder


def told(name: str, cost: Cost) -> str:
    return f"  {name:<34}{cost.clock:7.1f} s  {cost.cpu:7.1f} s CPU  {cost.peak_mb:6.0f} MB"


def test_a_full_load(zone: tuple[Workspace, str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    workspace, files, folder = zone
    size = sum(Path(line.split("|")[0]).stat().st_size for line in files.splitlines()) / 1024**2
    bare = cost_of(BARE, folder / "bare.duckdb", files)
    full = cost_of(LOAD, workspace.path, files)
    with capsys.disabled():
        print(f"\n{size:.0f} MB of CSV\n{told('bare load', bare)}\n{told('load', full)}")
        print(f"  load / bare load: {full.clock / bare.clock:.2f} by the clock, {full.cpu / bare.cpu:.2f} by CPU; "
              f"the target is {TARGET}")  # fmt: skip
    assert full.peak_mb <= MOST_MB


def test_a_corrected_month(zone: tuple[Workspace, str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    workspace, _, folder = zone
    months = folder / "months"
    months.mkdir()
    [contacts] = [file for file in inbox.waiting(workspace, "region") if file.name.startswith("vardkontakter")]
    whole, month, corrected = _split(contacts, months)
    profile = workspace.sources / "region.contacts.toml"
    text = profile.read_text(encoding="utf-8")
    by_month = text.replace("[0-9]{4}(-[0-9]{4})?)_v", "[0-9]{4}(-[0-9]{2,4})?)_v").replace(
        'source = "contacts"', 'source = "contacts"\nvariant = "by_month"'
    )
    profile.write_text(by_month, encoding="utf-8")
    try:
        full = cost_of(LOAD, workspace.path, f"{whole}|")
        cost_of(LOAD, workspace.path, f"{month}|")
        again = cost_of(LOAD, workspace.path, f"{corrected}|")
        idle = cost_of(LOAD, workspace.path, "")
    finally:
        profile.write_text(text, encoding="utf-8")
    share = (again.cpu - idle.cpu) / (full.cpu - idle.cpu)
    with capsys.disabled():
        print(f"\n{told('nine years of contacts', full)}\n{told('one month of them, corrected', again)}")
        print(
            f"  the month / the whole: {share:.1%} beside what starting Python costs; {MOST_OF_A_FULL_LOAD:.0%} at most"
        )


def test_a_refused_file(zone: tuple[Workspace, str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    workspace, _, folder = zone
    [needs] = [file for file in inbox.waiting(workspace, "region") if file.name.startswith("can_")]
    content = needs.read_bytes()
    end = content.index(b"\n")
    refused = {
        "a column nobody knows": content[:end].rstrip(b"\r") + b";Okand\r" + content[end:],
        "torn in its last row": content[:-9],
        "a NUL in the middle": content[: len(content) // 2] + b"\0" + content[len(content) // 2 :],
    }
    for why, wrong in refused.items():
        file = folder / needs.name
        file.write_bytes(wrong)
        cost = cost_of(REFUSED, workspace.path, f"{file}|")
        with capsys.disabled():
            print(f"\n{told(why, cost)}", end="")
        assert cost.cpu < 60
        file.unlink()


def _split(contacts: Path, into: Path) -> tuple[Path, Path, Path]:
    """Contacts of the years up to 2024, of December 2025, and of that month with its last row taken out."""
    header, *lines = contacts.read_text(encoding="utf-8").splitlines(keepends=True)
    dated = header.rstrip("\r\n").split(";").index("Datum")
    until = [line for line in lines if line.split(";")[dated] < "2025"]
    month = [line for line in lines if line.split(";")[dated].startswith("2025-12")]
    made = []
    for name, rows in (("2016-2024_v1", until), ("2025-12_v1", month), ("2025-12_v2", month[:-1])):
        made.append(into / f"vardkontakter_{name}.csv")
        made[-1].write_text(header + "".join(rows), encoding="utf-8", newline="")
    return made[0], made[1], made[2]
