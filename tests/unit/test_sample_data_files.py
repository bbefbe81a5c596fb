"""The made-up files look like exports, each is known by one profile, and the small set is the one the code makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import fastexcel
import pytest

from metrics.catalogue import by_id
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.series import series
from pipelines import published
from pipelines.identity import holds_number
from pipelines.profile import find
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace
from sample_data.export import WORKSPACE, Written
from sample_data.make import make, make_small

SMALL = Path(__file__).parents[2] / "sample_data" / "small"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[Organisation, str], Written]:
    written = make(tmp_path_factory.mktemp("files"), scale=0.05, first_year=2024)
    return {(each.organisation, each.source): each for each in written}


def lines(written: Written, encoding: str) -> list[str]:
    return written.file.read_bytes().decode(encoding).splitlines()


def test_both_organisations_deliver_the_ten_sources_of_the_committee(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    elsewhere = {"sip_cases", "statistics"}
    assert set(files) == {
        (organisation, source) for organisation in ORGANISATIONS for source in SOURCES if source not in elsewhere
    }


def test_each_file_is_known_by_exactly_one_profile(files: Mapping[tuple[Organisation, str], Written]) -> None:
    for (organisation, source), written in files.items():
        assert find(WORKSPACE / "sources", organisation, written.file.name).source == source


def test_the_region_writes_utf_8_with_a_mark_and_the_municipality_windows_1252(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    assert files["region", "contacts"].file.read_bytes().startswith(b"\xef\xbb\xbfPseudonym;")
    municipal = files["municipality", "persons"].file.read_bytes()
    assert "ÄLDRE".encode("cp1252") in municipal
    with pytest.raises(UnicodeDecodeError):
        municipal.decode("utf-8")


def test_the_region_has_a_row_per_rating_and_the_municipality_a_column_per_domain(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    assert lines(files["region", "needs"], "utf-8-sig")[0].endswith("Område;Skattning")
    assert lines(files["municipality", "needs"], "cp1252")[2].endswith("CAN20;CAN21;CAN22")


def test_the_municipality_writes_amounts_with_spaces_and_a_decimal_comma_and_ends_with_their_sum(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    *_, header = lines(files["municipality", "costs"], "cp1252")[:4]
    body = [line.split(";") for line in lines(files["municipality", "costs"], "cp1252")[4:]]
    at = header.split(";").index("Utfall")
    assert all(re.fullmatch(r"\d{1,3}( \d{3})*,\d{2}", row[at]) for row in body)
    amounts = [float(row[at].replace(" ", "").replace(",", ".")) for row in body]
    assert body[-1][0] == "Summa"
    assert amounts[-1] == pytest.approx(sum(amounts[:-1]))


def test_the_regions_ledger_is_a_workbook_with_titles_and_a_sum(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    sheet = fastexcel.read_excel(files["region", "costs"].file).load_sheet("Huvudbok", header_row=None).to_polars()
    first = sheet.to_series(0)
    assert "PÅHITTADE" in first[1]
    assert (first[3], first[-1]) == ("Konto", "Summa")


def test_no_file_holds_an_identity_number(files: Mapping[tuple[Organisation, str], Written]) -> None:
    for (organisation, _), written in files.items():
        if written.file.suffix == ".csv":
            text = written.file.read_bytes().decode("utf-8-sig" if organisation == "region" else "cp1252")
            assert not any(holds_number(cell) for cell in set(re.split("[;\r\n]+", text)))


def test_every_file_says_that_it_is_made_up_where_it_has_a_title(
    files: Mapping[tuple[Organisation, str], Written],
) -> None:
    titled = [files["municipality", source] for source in ("persons", "needs", "costs")]
    assert all("PÅHITTADE UPPGIFTER" in lines(each, "cp1252")[1] for each in titled)


# --- the small set ---------------------------------------------------------------------------------------------


def small_files() -> list[Path]:
    return sorted(file for organisation in ORGANISATIONS for file in (SMALL / organisation).iterdir())


def test_the_small_set_is_what_the_code_makes(tmp_path: Path) -> None:
    """Make it anew with `python -m sample_data.make --small --path sample_data/small`."""
    for each in make_small(tmp_path):
        kept = SMALL / each.organisation / each.file.name
        assert kept.read_bytes() == each.file.read_bytes(), kept.name


def test_the_small_set_stays_small() -> None:
    sizes = [file.stat().st_size for file in small_files()]
    assert len(sizes) == 20
    assert max(sizes) < 1_400_000
    assert sum(sizes) < 4_000_000


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_small_set_becomes_a_release_with_enough_points_for_a_chart(
    small_demo: Workspace, organisation: Organisation
) -> None:
    release_id = published.current(small_demo.joint)
    assert release_id is not None
    cells = published.read(small_demo.joint, release_id).cells
    for indicator_id, points in {"P10": 16, "P1": 16, "R2": 16, "R4": 48, "U1": 8}.items():
        of_total = series(cells, by_id(indicator_id), organisation)
        assert len([value for value in of_total.values if value is not None]) == points, indicator_id
