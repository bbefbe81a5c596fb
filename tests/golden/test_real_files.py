"""Real published files go the way of any delivery, and what stands in the vault is what their publishers wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.indicator import Organisation
from metrics.problem import UserProblem
from pipelines import readers, vault
from pipelines.load import LoadReport, load
from pipelines.readers import Layout
from pipelines.real_files import REAL, run_example
from pipelines.workspace import Workspace, create, open_workspace

MOST_BYTES = 400_000

# What each file holds: rows in the vault, and how many of them have no value, by reason.
FILES = {
    # file                                      rows  hidden  missing
    "mhsds_4ww_aug2024.parquet": (18_748, 11_512, 0),
    "nhsr_ae_attendances.parquet": (12_765 * 3, 0, 0),  # three figures a row
    "scb_tab4242_region_2024.json": (22 * 13, 0, 33),
    "scb_tab4199_kommun_2024_extract.json": (22 * 32, 0, 0),
    "scb_costs_2024_two_organisations.csv": (154, 0, 0),
    "kolada_nyckeltal_N31001_1998_2011.csv": (4_053, 0, 0),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("real") / "example"


@pytest.fixture(scope="module")
def reports(folder: Path) -> dict[str, LoadReport]:
    """What became of each file, loaded as a user loads it."""
    return {report.file: report for report in run_example(folder)}


@pytest.fixture(scope="module")
def workspace(folder: Path, reports: dict[str, LoadReport]) -> Workspace:
    assert reports
    return open_workspace(folder)


def figures(workspace: Workspace, organisation: Organisation, variant: str) -> pl.DataFrame:
    """The figures of one file in the vault."""
    [delivery] = [one for one in vault.deliveries(workspace, organisation) if one.variant == variant]
    rows = vault.rows(workspace.vault(organisation), "statistics")
    return rows.filter(pl.col("delivery_id") == delivery.delivery_id)


def figure(rows: pl.DataFrame, **where: str) -> dict[str, Any]:
    """The one figure at this place."""
    return rows.filter(**where).row(0, named=True) if rows.filter(**where).height == 1 else {}


# --- every file ------------------------------------------------------------------------------------------------


def test_every_file_of_figures_is_loaded(reports: dict[str, LoadReport]) -> None:
    assert set(reports) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_row_comes_in_and_every_empty_one_with_its_reason(reports: dict[str, LoadReport], name: str) -> None:
    report, (rows, suppressed, missing) = reports[name], FILES[name]
    counted = {reason.code: reason.rows for reason in report.normalised}
    assert (report.exit_code, report.accepted, report.refused_rows) == (0, rows, 0)
    assert (counted.get("suppressed", 0), counted.get("missing", 0)) == (suppressed, missing)


def test_run_again_nothing_is_loaded_twice(folder: Path, workspace: Workspace) -> None:
    before = vault.rows(workspace.vault("region"), "statistics").height
    assert all(report.already_loaded for report in run_example(folder))
    assert vault.rows(workspace.vault("region"), "statistics").height == before


def test_it_needs_a_workspace_of_its_own(small_demo: Workspace) -> None:
    with pytest.raises(UserProblem) as problem:
        run_example(small_demo.path)
    assert problem.value.code == "workspace_exists"


def test_each_file_is_small_and_named_with_its_source() -> None:
    said = (REAL / "SOURCE.md").read_text(encoding="utf-8")
    files = list((REAL / "files").iterdir())
    assert [file.name for file in files if file.stat().st_size > MOST_BYTES or f"`files/{file.name}`" not in said] == []


# --- NHS England: waits and contacts -----------------------------------------------------------------------------


def test_a_hidden_figure_is_hidden_and_not_zero(workspace: Workspace) -> None:
    waits = figures(workspace, "region", "mhsds")
    assert waits["status"].value_counts().sort("count").rows() == [("ok", 7_236), ("suppressed", 11_512)]
    assert waits.filter(pl.col("status") == "suppressed")["value"].null_count() == 11_512
    assert waits.filter(pl.col("status") == "ok")["value"].null_count() == 0


def test_three_breakdowns_stand_side_by_side(workspace: Workspace) -> None:
    waits = figures(workspace, "region", "mhsds")
    assert dict(waits["breakdown"].value_counts().rows()) == {
        "England": 44,
        "ICB of GP Practice or Residence": 1_892,
        "Provider": 16_812,
    }


@pytest.mark.parametrize(
    ("measure", "period", "value", "unit"),
    [
        ("MRS01", "2024-06/2024-08", 12_826, "number"),
        ("MRS01a", "2024-06/2024-08", 924, "number"),
        ("MRS01b", "2024-06/2024-08", 0.07204117, "share"),  # 7.204117 per cent in the file
    ],
)
def test_england_in_the_summer_of_2024(
    workspace: Workspace, measure: str, period: str, value: float, unit: str
) -> None:
    found = figure(figures(workspace, "region", "mhsds"), measure=measure, group="England", period=period)
    assert (found["value"], found["value_unit"]) == (pytest.approx(value), unit)


def test_the_published_share_is_the_published_counts_divided(workspace: Workspace) -> None:
    waits = figures(workspace, "region", "mhsds").filter(group="England")
    value = dict(waits.select("measure", "value").rows())
    assert value["MRS01b"] == pytest.approx(value["MRS01a"] / value["MRS01"], abs=1e-8)


# --- NHS England: emergency attendances ----------------------------------------------------------------------------


def test_three_years_of_months_by_provider(workspace: Workspace) -> None:
    emergency = figures(workspace, "region", "ae_attendances")
    assert (emergency["period"].min(), emergency["period"].max(), emergency["period"].n_unique()) == (
        "2016-04",
        "2019-03",
        36,
    )
    found = figure(emergency, measure="attendances", breakdown="type 1", group="RF4", period="2017-03")
    assert found["value"] == 21_289


# --- Statistics Sweden: both kinds of organisation -------------------------------------------------------------------


def test_millions_and_thousands_both_become_kronor(workspace: Workspace) -> None:
    regions = figures(workspace, "region", "scb_regions")
    municipalities = figures(workspace, "municipality", "scb_municipalities")
    assert figure(regions, measure="2", group="01L")["value"] == 7_893_000_000  # 7 893 mnkr
    assert figure(municipalities, measure="571", group="0162")["value"] == -82_000  # −82 tkr
    assert set(regions["value_unit"]) == set(municipalities["value_unit"]) == {"SEK"}


def test_a_cost_below_zero_is_kept(workspace: Workspace) -> None:
    below = figures(workspace, "municipality", "scb_municipalities").filter(pl.col("value") < 0)
    assert below.height == 13
    assert ("Danderyd", "571", -82_000.0) in below.select("group_name", "measure", "value").rows()


def test_what_is_not_available_is_missing_and_a_zero_is_a_zero(workspace: Workspace) -> None:
    regions = figures(workspace, "region", "scb_regions")
    gotland = {"measure": "910", "group": "0980L"}
    assert (figure(regions, **gotland)["value"], figure(regions, **gotland)["status"]) == (11_000_000, "ok")
    assert figure(regions, measure="6", group="0980L")["value"] == 0
    assert figure(regions, measure="920", group="0980L") == figure(regions, measure="920", group="0980L") | {
        "value": None,
        "status": "missing",
    }
    assert regions.filter(status="missing").height == 33


def test_every_column_of_the_regions_sums_to_the_published_national_row(workspace: Workspace) -> None:
    regions = figures(workspace, "region", "scb_regions")
    # The national row leaves Gotland out, as the publisher's note says.
    without = regions.filter(~pl.col("group").is_in(["00", "0980L"])).group_by("measure").agg(pl.col("value").sum())
    national = dict(regions.filter(group="00").select("measure", "value").rows())
    assert {measure: value for measure, value in without.rows() if value != national[measure]} == {}


def test_the_file_of_both_says_the_same_as_the_tables_it_was_cut_from(workspace: Workspace) -> None:
    place = ["measure", "breakdown", "group", "period"]
    both = figures(workspace, "municipality", "scb_both").select(*place, "value")
    tables = pl.concat(
        [
            figures(workspace, "region", "scb_regions").select(*place, "value"),
            figures(workspace, "municipality", "scb_municipalities").select(*place, "value"),
        ]
    )
    assert both.join(tables, on=[*place, "value"], how="inner").height == both.height == 154


# --- Kolada -----------------------------------------------------------------------------------------------------


def test_a_key_figure_of_290_municipalities(workspace: Workspace) -> None:
    cost = figures(workspace, "municipality", "kolada_n31001")
    assert (cost["group"].n_unique(), cost["period"].min(), cost["period"].max()) == (290, "1998", "2011")
    found = figure(cost, measure="N31001", group="Alingsås", period="2011")
    assert (found["value"], found["value_unit"]) == (999.973721, "SEK_per_inhabitant")
    assert figure(cost, group="Ale", period="1998")["value"] == 1374.743002


def test_the_catalogue_of_key_figures_can_be_looked_up(tmp_path: Path) -> None:
    file = REAL / "files" / "kolada_kpi_catalogue_psychiatry_social.csv"
    with readers.read(file, Layout(separator=","), tmp_path / "rows") as raw:
        catalogue = pl.concat(raw.frames())
    assert (catalogue.height, catalogue["id"].n_unique()) == (344, 344)
    assert {"N28710", "N79539", "U21354", "U26438", "U28690", "U28692"} <= set(catalogue["id"])


# --- nothing is guessed -----------------------------------------------------------------------------------------


def test_an_unknown_unit_refuses_the_file(tmp_path: Path) -> None:
    workspace = create(tmp_path / "w", REAL)
    told = json.loads((REAL / "files" / "scb_tab4242_region_2024.json").read_text(encoding="utf-8"))
    told["dimension"]["ContentsCode"]["category"]["unit"]["000000A7"]["base"] = "kkr"
    file = workspace.inbox("region") / "scb_tab4242_region_2024.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    report = load(workspace, "region", file)
    assert (report.file_refused, report.reasons[0].code) == (True, "code_unknown")
    assert "mnkr" in report.reasons[1].text.sv
