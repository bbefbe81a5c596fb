"""Figures others have made keep their unit, period and the reason why one is not there; none of it is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import UserProblem
from pipelines import profile, vault
from pipelines.load import LoadReport, load
from pipelines.sources.statistics import SOURCE, UNITS
from pipelines.workspace import Workspace
from tests.intake import ENOUGH, a_file, a_profile, a_table, a_zone, as_csv, codes, written

COLUMNS = """
[columns]
measure = "measure"
breakdown = "breakdown"
group = "group"
period = "period"
numerator = "numerator"
denominator = "denominator"
value = "value"
value_unit = "value_unit"
[ignore]
columns = ["measure_name", "group_name", "status"]
[codes.value_unit]
andel = "share"
procent = "percent"
antal = "number"
kr = "SEK"
tkr = "thousand_SEK"
mnkr = "million_SEK"
"per 100 000" = "per_100000"
"""
"""A file that says its units in Swedish, and why a figure is not there only by what stands in its place."""


def a_statistics_zone(folder: Path) -> Workspace:
    """A workspace whose region has the profile above."""
    return a_zone(folder, statistics=a_profile("statistics", COLUMNS))


def delivered(zone: Workspace, *special: dict[str, str]) -> LoadReport:
    """The report of a file that begins with the `special` figures."""
    rows = [{"value_unit": "andel"} | change for change in special]
    table = [row | {"value_unit": "andel"} if "value_unit" not in row else row for row in a_table("statistics", *rows)]
    for row in table:
        row["value_unit"] = row["value_unit"].replace("share", "andel")
    return load(zone, "region", written(zone, "statistics_2024_v1.csv", as_csv(table)))


def first(zone: Workspace) -> dict[str, Any]:
    """The first figure in the vault."""
    return vault.rows(zone.vault("region"), "statistics").row(0, named=True)


# --- why a figure is not there -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "value", "status"),
    [
        ("0,5", 0.5, "ok"),
        ("0", 0.0, "ok"),
        ("*", None, "suppressed"),
        ("x", None, "not_applicable"),
        ("-", None, "missing"),
        ("", None, "missing"),
    ],
)
def test_an_empty_figure_keeps_its_reason_and_a_zero_is_a_zero(
    tmp_path: Path, cell: str, value: float | None, status: str
) -> None:
    zone = a_statistics_zone(tmp_path)
    assert delivered(zone, {"value": cell}).exit_code == 0
    assert (first(zone)["value"], first(zone)["status"]) == (value, status)


def test_hidden_figures_are_counted_in_the_report(tmp_path: Path) -> None:
    report = delivered(a_statistics_zone(tmp_path), {"value": "*"}, {"value": "*"})
    assert [(reason.code, reason.rows) for reason in report.normalised if reason.code == "suppressed"] == [
        ("suppressed", 2)
    ]


def test_columns_of_measures_keep_the_figures_that_are_hidden(tmp_path: Path) -> None:
    spread = """
[columns]
group = "Kommun"
period = "År"
[constants]
breakdown = "kommun"
value_unit = "number"
[unpivot]
name = "measure"
value = "value"
[unpivot.columns]
"Besök" = "visits"
"Väntande" = "waiting"
"""
    zone = a_zone(tmp_path, statistics=a_profile("statistics", spread))
    text = "Kommun;År;Besök;Väntande\nA;2024;10;*\nB;2024;;4\n"
    load(zone, "region", written(zone, "statistics_2024_v1.csv", text))
    kept = vault.rows(zone.vault("region"), "statistics").select("group", "measure", "value", "status")
    assert kept.rows() == [
        ("A", "visits", 10.0, "ok"),
        ("A", "waiting", None, "suppressed"),
        ("B", "visits", None, "missing"),
        ("B", "waiting", 4.0, "ok"),
    ]


def test_a_file_may_say_the_reason_itself(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "statistics", {"value": "", "status": "not_applicable"}))
    assert (first(zone)["value"], first(zone)["status"]) == (None, "not_applicable")


def test_a_profile_may_say_that_every_figure_is_there(tmp_path: Path) -> None:
    told = """
[columns]
group = "Kommun"
period = "År"
value = "Besök"
[constants]
measure = "visits"
breakdown = "kommun"
value_unit = "number"
status = "ok"
"""
    zone = a_zone(tmp_path, statistics=a_profile("statistics", told))
    load(zone, "region", written(zone, "statistics_2024_v1.csv", "Kommun;År;Besök\nA;2024;10\nB;2024;4\n"))
    assert vault.rows(zone.vault("region"), "statistics").select("value", "status").rows() == [
        (10.0, "ok"),
        (4.0, "ok"),
    ]


# --- units -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written_as", "unit", "value", "kept"),
    [
        ("7893", "mnkr", 7_893_000_000, "SEK"),
        ("-82", "tkr", -82_000, "SEK"),
        ("−1 250,50", "kr", -1250.5, "SEK"),
        ("7,2", "procent", 0.072, "share"),
        ("0,5", "andel", 0.5, "share"),
        ("12", "antal", 12, "number"),
        ("250", "per 100 000", 2.5, "per_1000"),
    ],
)
def test_a_figure_is_kept_in_one_unit_of_its_kind(
    tmp_path: Path, written_as: str, unit: str, value: float, kept: str
) -> None:
    zone = a_statistics_zone(tmp_path)
    assert delivered(zone, {"value": written_as, "value_unit": unit}).exit_code == 0
    assert (first(zone)["value"], first(zone)["value_unit"]) == (pytest.approx(value), kept)


@pytest.mark.parametrize("unit", ["kkr", "MNKR", "SEK", "%"])
def test_a_unit_the_profile_does_not_name_refuses_the_file(tmp_path: Path, unit: str) -> None:
    zone = a_statistics_zone(tmp_path)
    report = delivered(zone, {"value_unit": unit})
    assert (report.file_refused, codes(report)) == (True, ["code_unknown", "code_unknown"])
    assert "mnkr" in report.reasons[1].text.sv


def test_a_unit_that_is_not_written_at_all_refuses_the_file(tmp_path: Path) -> None:
    assert delivered(a_statistics_zone(tmp_path), {"value_unit": ""}).file_refused


def test_only_the_value_is_converted(tmp_path: Path) -> None:
    zone = a_statistics_zone(tmp_path)
    delivered(zone, {"value": "5", "numerator": "20", "denominator": "400", "value_unit": "procent"})
    assert (first(zone)["numerator"], first(zone)["denominator"]) == (20.0, 400.0)


def test_no_unit_is_converted_into_something_that_is_converted_again() -> None:
    assert {kept: UNITS[kept] for kept, _ in UNITS.values()} == {kept: (kept, 1.0) for kept, _ in UNITS.values()}


def test_a_profile_cannot_map_to_a_unit_nobody_knows() -> None:
    with pytest.raises(UserProblem) as problem:
        profile.parse(a_profile("statistics", COLUMNS + 'euro = "EUR"\n'), "x.toml")
    assert "million_SEK" in problem.value.text.en


# --- what a figure may be ----------------------------------------------------------------------------------------


def test_a_cost_below_zero_is_kept_and_a_count_below_zero_is_not(tmp_path: Path) -> None:
    zone = a_statistics_zone(tmp_path)
    report = delivered(zone, {"value": "-82", "value_unit": "tkr"}, {"value": "-82", "value_unit": "antal"})
    assert [(reason.code, reason.places) for reason in report.reasons] == [("count_negative", (3,))]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2024", "2024"),
        ("202403", "2024-03"),
        ("2024-03", "2024-03"),
        ("2024M03", "2024-03"),
        ("2024K1", "2024-Q1"),
        ("2024 kv1", "2024-Q1"),
        ("2024-H2", "2024-H2"),
        ("2024-06/2024-08", "2024-06/2024-08"),
    ],
)
def test_a_period_is_written_one_way(tmp_path: Path, told: str, kept: str) -> None:
    zone = a_statistics_zone(tmp_path)
    delivered(zone, {"period": told})
    assert first(zone)["period"] == kept


@pytest.mark.parametrize("told", ["24", "2024-13", "01/06/2024", "våren 2024", "2024-24", "2023-24"])
def test_a_period_that_has_to_be_guessed_is_refused(tmp_path: Path, told: str) -> None:
    assert codes(delivered(a_statistics_zone(tmp_path), {"period": told})) == ["period_unclear"]


def test_the_same_figure_twice_is_kept_once(tmp_path: Path) -> None:
    same = {"group": "01L", "measure": "N1"}
    assert codes(delivered(a_statistics_zone(tmp_path), same, same | {"value": "0,7"})) == ["duplicate"]


# --- about nobody, from anybody ----------------------------------------------------------------------------------


def test_nothing_in_it_is_about_a_person() -> None:
    assert [name for name in SOURCE.columns if SOURCE.about(name).personal] == []
    assert "person" not in SOURCE.columns


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_either_organisation_may_deliver_it_into_an_empty_vault(tmp_path: Path, organisation: Organisation) -> None:
    zone = a_zone(tmp_path)
    told = a_profile("statistics", organisation=f'"{organisation}"')
    (zone.sources / "region.statistics.toml").write_text(told, encoding="utf-8")
    file = a_file(zone, "statistics").rename(zone.inbox(organisation) / "statistics_2024_v1.csv")
    assert load(zone, organisation, file).accepted == ENOUGH


def test_two_publishers_of_the_same_year_do_not_replace_each_other(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    for name in ("scb", "kolada"):
        pattern = f"'^{name}_(?P<period>[0-9]{{4}})\\.csv$'"
        told = a_profile("statistics", variant=f'"{name}"', file_pattern=pattern)
        (zone.sources / f"region.statistics.{name}.toml").write_text(told, encoding="utf-8")
        load(zone, "region", a_file(zone, "statistics", name=f"{name}_2024.csv"))
    assert [(one.variant, one.period, one.version) for one in vault.deliveries(zone, "region")] == [
        ("scb", "2024", 1),
        ("kolada", "2024", 1),
    ]
    assert vault.rows(zone.vault("region"), "statistics").height == 2 * ENOUGH


def test_a_correction_replaces_only_its_own_publishers_year(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    told = a_profile(
        "statistics", variant='"scb"', file_pattern="'^scb_(?P<period>[0-9]{4})_v(?P<version>[0-9])\\.csv$'"
    )
    (zone.sources / "region.statistics.scb.toml").write_text(told, encoding="utf-8")
    load(zone, "region", a_file(zone, "statistics"))
    load(zone, "region", a_file(zone, "statistics", name="scb_2024_v1.csv"))
    load(zone, "region", a_file(zone, "statistics", good=390, name="scb_2024_v2.csv"))
    kept = vault.rows(zone.vault("region"), "statistics")["delivery_id"].value_counts().sort("delivery_id")
    assert kept["count"].to_list() == [ENOUGH, 390]


def test_a_vault_from_before_there_were_variants_takes_them_in(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "costs"))
    with vault.writing(zone, "region") as connection:
        connection.execute("ALTER TABLE deliveries DROP COLUMN variant")
    assert [delivery.variant for delivery in vault.deliveries(zone, "region")] == [""]
    load(zone, "region", a_file(zone, "statistics"))
    assert [delivery.variant for delivery in vault.deliveries(zone, "region")] == ["", ""]
