"""A file becomes rows in the vault: what is evened out is counted, what is refused is kept aside with its reasons."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from metrics.problem import Text
from pipelines import quarantine, vault
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import ENOUGH, a_file, a_profile, a_table, a_zone, as_csv, codes, written


def kept(zone: Workspace, source: str) -> pl.DataFrame:
    """A source's rows in the region's vault."""
    return vault.rows(zone.vault("region"), source)


def evened(zone: Workspace, source: str, *special: dict[str, str]) -> dict[str, int]:
    """What a load says it evened out."""
    return {change.code: change.rows for change in load(zone, "region", a_file(zone, source, *special)).normalised}


# --- what is kept ----------------------------------------------------------------------------------------------


def test_the_vault_holds_the_files_rows_with_their_types(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "contacts", {"minutes": "30", "to_on": "2024-01-02"}))
    row = kept(zone, "contacts").row(0, named=True)
    assert row == {
        "person": "r0000000abc",
        "unit": "norra_mottagningen",
        "contact_type": "visit",
        "from_on": date(2024, 1, 1),
        "to_on": date(2024, 1, 2),
        "minutes": 30,
        "planned": True,
        "attended": False,
        "ready_for_discharge_on": None,
        "referred_on": None,
        "delivery_id": 1,
    }


def test_rows_lie_in_the_order_of_the_file(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "sip_plans"))
    assert kept(zone, "sip_plans")["plan_id"].to_list() == [f"plan {number}" for number in range(ENOUGH)]


def test_accepted_and_refused_are_all_the_rows(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "needs", {"rating": "3"}))
    assert (report.accepted, report.refused_rows, report.exit_code) == (ENOUGH, 1, 3)


def test_a_load_tells_how_far_it_has_come(tmp_path: Path) -> None:
    zone, told = a_zone(tmp_path), list[Text]()
    load(zone, "region", a_file(zone, "needs"), progress=told.append)
    assert [text.en for text in told] == ["Reading", "Checking", "Keeping"]


def test_nothing_read_stays_outside_the_vault(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs"))
    left = {path.name for path in zone.zone("region").rglob("*") if path.is_file()}
    keys = {"zone.key", "signing.json", "region.keys.json"}
    assert left == {"needs_2024_v1.csv", "region.duckdb", "region.lock", *keys}


def test_the_vault_is_its_owners_alone(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs"))
    assert zone.vault("region").stat().st_mode & 0o077 == 0


# --- the shapes a profile can map ------------------------------------------------------------------------------


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    turned = [dict(reversed(row.items())) for row in a_table("needs")]
    assert load(zone, "region", written(zone, "needs_2024_v1.csv", as_csv(turned))).accepted == ENOUGH


def test_codes_of_the_file_become_those_of_the_contract(tmp_path: Path) -> None:
    zone = a_zone(
        tmp_path, needs=a_profile("needs", '[codes.unit]\n"217" = "dagcentrum"\n"218" = "norra_mottagningen"')
    )
    rows = [row | {"unit": "217"} for row in a_table("needs")]
    load(zone, "region", written(zone, "needs_2024_v1.csv", as_csv(rows)))
    assert kept(zone, "needs")["unit"].unique().to_list() == ["dagcentrum"]


def test_a_constant_fills_a_column_the_file_lacks(tmp_path: Path) -> None:
    columns = "\n".join(f'{name} = "{name}"' for name in a_table("needs")[0] if name != "rater")
    zone = a_zone(tmp_path, needs=a_profile("needs", f'[columns]\n{columns}\n[constants]\nrater = "staff"'))
    rows = [{name: value for name, value in row.items() if name != "rater"} for row in a_table("needs")]
    load(zone, "region", written(zone, "needs_2024_v1.csv", as_csv(rows)))
    assert kept(zone, "needs")["rater"].unique().to_list() == ["staff"]


def test_an_ignored_column_is_left_where_it_is(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=a_profile("needs", '[ignore]\ncolumns = ["Radnr"]'))
    rows = [{"Radnr": str(number)} | row for number, row in enumerate(a_table("needs"))]
    assert load(zone, "region", written(zone, "needs_2024_v1.csv", as_csv(rows))).accepted == ENOUGH


def test_several_codes_in_one_cell_become_a_list(tmp_path: Path) -> None:
    extra = '[lists]\ntarget_groups = "|"\n[codes.target_groups]\nPSY = "psychosis"\nP2 = "psychosis"'
    zone = a_zone(tmp_path, persons=a_profile("persons", extra))
    rows = [
        row | {"target_groups": groups}
        for row, groups in zip(a_table("persons", good=3), ("PSY|P2", "PSY", ""), strict=True)
    ]
    load(zone, "region", written(zone, "persons_2024_v1.csv", as_csv(rows)))
    assert kept(zone, "persons")["target_groups"].to_list() == [["psychosis", "psychosis"], ["psychosis"], []]


WIDE = a_profile(
    "needs",
    "[columns]\n"
    + "\n".join(f'{name} = "{name}"' for name in ("person", "unit", "assessed_on", "rater", "assessment_id"))
    + '\n[unpivot]\nname = "domain"\nvalue = "rating"\n[unpivot.columns]\nCAN01 = "1"\nCAN02 = "2"',
)


def wide(*ratings: tuple[str, str]) -> str:
    """A file with one assessment a row and one domain a column."""
    kept_columns = ("person", "unit", "assessed_on", "rater", "assessment_id")
    rows = a_table("needs", good=len(ratings))
    return as_csv(
        [
            {name: row[name] for name in kept_columns} | {"CAN01": first, "CAN02": second}
            for row, (first, second) in zip(rows, ratings, strict=True)
        ]
    )


def test_a_column_for_each_domain_becomes_a_row_for_each_rating(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=WIDE)
    load(zone, "region", written(zone, "needs_2024_v1.csv", wide(("0", "2"), ("9", "1"))))
    assert kept(zone, "needs").select("domain", "rating").rows() == [(1, 0), (2, 2), (1, 9), (2, 1)]


def test_a_domain_nobody_rated_is_no_row(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=WIDE)
    report = load(zone, "region", written(zone, "needs_2024_v1.csv", wide(("0", ""), ("*", "1"))))
    assert report.accepted == 2
    assert {change.code: change.rows for change in report.normalised} == {"missing": 1, "suppressed": 1}


def test_one_wrong_rating_leaves_the_others_of_its_row(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=WIDE)
    report = load(zone, "region", written(zone, "needs_2024_v1.csv", wide(("3", "2"), *[("0", "0")] * ENOUGH)))
    assert (report.accepted, report.refused_rows) == (2 * ENOUGH + 1, 1)


def test_a_workbook_is_loaded_like_any_file(tmp_path: Path) -> None:
    profile = a_profile(
        "costs",
        format='"xlsx"',
        sheet='"Huvudbok"',
        title_rows="1",
        total_rows='["Summa"]',
        file_pattern=r"'^costs_(?P<period>[0-9]{4})_v(?P<version>[0-9]+)\.xlsx$'",
    )
    zone = a_zone(tmp_path, costs=profile)
    rows = a_table("costs", good=3)
    book = xlsxwriter.Workbook(zone.inbox("region") / "costs_2024_v1.xlsx")
    sheet = book.add_worksheet("Huvudbok")
    sheet.write_row(1, 0, list(rows[0]))
    for number, row in enumerate(rows, 2):
        sheet.write_row(number, 0, list((row | {"amount_sek": 1000.25}).values()))
    sheet.write(5, 0, "Summa")
    sheet.write(5, list(rows[0]).index("amount_sek"), 3000.75)
    book.close()
    load(zone, "region", zone.inbox("region") / "costs_2024_v1.xlsx")
    assert kept(zone, "costs")["amount_sek"].to_list() == [1000.25] * 3


# --- what is evened out, and counted ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "special", "code"),
    [
        ("costs", {"amount_sek": "1 234,50"}, "thousands_space"),
        ("costs", {"amount_sek": "1\u00a0234,50"}, "thousands_space"),
        ("costs", {"amount_sek": "1\u202f234,50"}, "thousands_space"),
        ("costs", {"account": "3010", "amount_sek": "500-"}, "minus_sign"),
        ("costs", {"account": "3010", "amount_sek": "\u2212500"}, "minus_sign"),
        ("persons", {"to_on": "9999-12-31"}, "open_end"),
        ("persons", {"lives_alone": "*"}, "suppressed"),
        ("persons", {"lives_alone": "x"}, "not_applicable"),
    ],
)
def test_what_is_evened_out_is_counted(tmp_path: Path, source: str, special: dict[str, str], code: str) -> None:
    assert evened(a_zone(tmp_path), source, special)[code] == 1


def test_decimal_commas_are_counted(tmp_path: Path) -> None:
    assert evened(a_zone(tmp_path), "costs")["decimal_comma"] == ENOUGH


def test_an_open_end_is_no_date(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "persons", {"to_on": "9999-12-31"}))
    assert kept(zone, "persons")["to_on"].null_count() == ENOUGH + 1


@pytest.mark.parametrize("month", ["2024-05", "202405", "2024-05-31"])
def test_a_month_is_its_first_day_however_it_is_written(tmp_path: Path, month: str) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "costs", {"month": month}))
    assert kept(zone, "costs")["month"][0] == date(2024, 5, 1)


# --- totals ----------------------------------------------------------------------------------------------------


def costs_with_total(zone: Workspace, total: str) -> Path:
    """Four cost lines of 1 000,50 and a last row that says what they come to."""
    rows = a_table("costs", good=4)
    last = dict.fromkeys(rows[0], "") | {"unit": "Summa", "amount_sek": total}
    return written(zone, "costs_2024_v1.csv", as_csv([*rows, last]))


def test_a_total_that_is_the_sum_is_taken_away(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, costs=a_profile("costs", total_rows='["Summa"]'))
    report = load(zone, "region", costs_with_total(zone, "4 002,00"))
    assert (report.accepted, {change.code: change.rows for change in report.normalised}["total_rows"]) == (4, 1)


def test_a_total_that_is_not_the_sum_refuses_the_file(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, costs=a_profile("costs", total_rows='["Summa"]'))
    report = load(zone, "region", costs_with_total(zone, "5 002,00"))
    assert (codes(report), report.exit_code) == (["total_differs"], 4)


def test_a_total_the_profile_does_not_name_refuses_the_file(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", costs_with_total(zone, "4 002,00"))
    assert (codes(report), "Rad 6" in report.reasons[0].text.sv) == (["total_row_unnamed"], True)


# --- quarantine ------------------------------------------------------------------------------------------------


def test_refused_rows_are_kept_aside_as_they_came_with_their_reasons(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "contacts", {}, {"minutes": "mycket", "planned": "kanske"}))
    assert report.delivery_id == 1
    row = quarantine.read(zone.quarantine("region"), 1).row(0, named=True)
    assert (row["minutes"], row["__row__"]) == ("mycket", 3)
    assert row["__reasons__"] == "minutes: not_a_whole_number; planned: not_yes_or_no"


def test_quarantine_is_its_owners_alone(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs", {"rating": "3"}))
    assert (zone.quarantine("region") / "1.parquet").stat().st_mode & 0o077 == 0


def test_the_rows_of_a_refused_file_are_kept_aside_too(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "needs", {"unit": "nytt"}))
    assert (report.delivery_id, report.quarantine) == (None, zone.quarantine("region") / "1.parquet")


def test_a_delivery_without_refused_rows_has_no_quarantine(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    (zone.quarantine("region") / "1.parquet").write_bytes(b"of a load that was killed")
    load(zone, "region", a_file(zone, "needs"))
    assert list(zone.quarantine("region").iterdir()) == []


def test_what_a_delivery_keeps_of_its_reasons_has_no_row_numbers(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs", {"rating": "3"}))
    [delivery] = vault.deliveries(zone, "region")
    assert delivery.reasons[0]["text"]["sv"].endswith("Rätta i källsystemet och exportera på nytt.")
    assert "rad 2" not in json.dumps(delivery.reasons)


# --- a file whose name says nothing ----------------------------------------------------------------------------


def test_a_named_source_is_believed_whatever_the_file_is_called(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "needs", name="export.csv"), "needs")
    assert (report.exit_code, report.period, report.version) == (0, "2024", 1)


def test_a_file_without_a_period_corrects_the_period_its_rows_are_dated(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs"))
    report = load(zone, "region", a_file(zone, "needs", {"rating": "1"}, name="export.csv"), "needs")
    assert (report.exit_code, report.period, report.version) == (0, "2024", 2)


def test_a_month_does_not_replace_the_year_it_lies_in(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs"))
    january = a_file(zone, "needs", {"assessed_on": "2024-01-05"}, good=0, name="export.csv")
    assert codes(load(zone, "region", january, "needs")) == ["period_overlaps"]
    assert kept(zone, "needs").height == ENOUGH


def test_the_same_file_under_another_name_is_known_again(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "needs"))
    assert load(zone, "region", a_file(zone, "needs", name="copy.csv"), "needs").already_loaded


def test_a_file_without_a_period_about_who_there_is_corrects_the_only_one_loaded(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "persons"))
    report = load(zone, "region", a_file(zone, "persons", {"sex": "m"}, name="export.csv"), "persons")
    assert (report.period, report.version) == ("2024", 2)
