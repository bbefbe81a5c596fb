"""Files that say themselves what they are: their profile is proposed without anybody saying how they are written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import profile
from pipelines.load import load
from pipelines.proposal import Proposal, propose
from pipelines.real_files import REAL
from tests.intake import a_table, a_zone
from tests.old_workbooks import an_xls

LEDGER = """#FLAGGA 0
#SIETYP 4
#KONTO 5010 "Lokalhyra"
#VER A 1 20240105 "Faktura"
{
#TRANS 5010 {1 "217"} 1250.00
#TRANS 2440 {} -1250.00
}
"""
ANSWER = {
    "count": 1,
    "values": [{"kpi": "N1", "municipality": "1440", "period": 2024, "values": [{"gender": "T", "value": 1}]}],
}


def a_ledger(folder: Path) -> Path:
    file = folder / "bok_2024.se"
    file.write_bytes(LEDGER.encode("cp437"))
    return file


def an_answer(folder: Path) -> Path:
    file = folder / "svar_2024.json"
    file.write_text(json.dumps(ANSWER), encoding="utf-8")
    return file


def a_cube(folder: Path) -> Path:
    return Path(shutil.copy(REAL / "files" / "scb_tab4242_region_2024.json", folder))


def columns(folder: Path) -> Path:
    file = folder / "kostnader_2024.parquet"
    pl.DataFrame(a_table("costs")).write_parquet(file)
    return file


MADE = {"sie": a_ledger, "kolada": an_answer, "json-stat": a_cube, "parquet": columns}


def proposed(folder: Path, kind: str) -> Proposal:
    """The proposal for a file of this kind, by what plain profiles know."""
    zone = a_zone(folder)
    source = "statistics" if kind in ("kolada", "json-stat") else "costs"
    return propose(MADE[kind](folder), zone.sources, source=source, code_lists=LISTS)


LISTS = {"units": ("norra_mottagningen", "dagcentrum"), "target_groups": ("psychosis",)}


@pytest.mark.parametrize("kind", MADE)
def test_the_file_is_known_for_what_it_is(tmp_path: Path, kind: str) -> None:
    found = proposed(tmp_path, kind)
    assert found.layout.format == kind
    assert f'format = "{kind}"' in found.toml.sv
    assert "separator" not in found.toml.sv


def test_a_ledger_is_proposed_with_the_dimension_of_its_units(tmp_path: Path) -> None:
    assert '[sie]\ndimensions = ["1"]' in proposed(tmp_path, "sie").toml.en


def test_what_is_proposed_for_typed_columns_loads_as_it_stands(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    file = columns(zone.inbox("region"))
    found = propose(file, zone.sources, source="costs", code_lists=LISTS)
    (zone.sources / "region.costs.toml").write_text(found.toml.sv, encoding="utf-8")
    assert profile.parse(found.toml.sv, "x.toml", LISTS).format == "parquet"
    assert load(zone, "region", file).exit_code == 0


def test_an_older_workbook_is_proposed_with_its_sheet_and_loads_as_it_stands(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    table = a_table("costs", good=2)
    rows = [("Huvudbok 2024",), tuple(table[0]), *(tuple(row.values()) for row in table)]
    file = an_xls(zone.inbox("region"), rows, sheet="Kostnader")
    found = propose(file, zone.sources, source="costs", code_lists=LISTS)
    assert (found.layout.format, found.layout.sheet, found.layout.title_rows) == ("xls", "Kostnader", 1)
    (zone.sources / "region.costs.toml").write_text(found.toml.sv, encoding="utf-8")
    assert load(zone, "region", file).accepted == 2


def test_a_damaged_older_workbook_is_refused_by_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "gammal.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(UserProblem, match="workbook_unreadable"):
        propose(file, a_zone(tmp_path).sources, code_lists=LISTS)
