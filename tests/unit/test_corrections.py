"""Corrections: a known error is mended by a dated entry, which fails loudly once the source itself is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import corrections, vault
from pipelines.load import LoadReport, load
from pipelines.workspace import Workspace
from tests.intake import a_file, a_profile, a_zone, codes

PERSON = "r00000a0001"  # the person in the first row below
TOO_LONG = {"person": PERSON, "from_on": "2024-03-05", "minutes": "4500"}
ENTRY = {
    "on": "2025-02-10",
    "source": '"contacts"',
    "where": "{ from_on = 2024-03-05, person = 'r00000a0001' }",
    "action": '"set"',
    "column": '"minutes"',
    "expected": "4500",
    "value": "45",
    "reason": '"Start och slut förväxlade i exporten"',
    "reported_by": '"system_owner"',
}
OF_NEEDS: dict[str, str | None] = {
    "source": '"needs"',
    "where": "{ domain = 5 }",
    "column": '"rating"',
    "expected": "2",
    "value": "1",
}
DROP: dict[str, str | None] = {"action": '"drop"', "column": None, "expected": None, "value": None}


def noted(workspace: Workspace, *changes: dict[str, str | None]) -> Workspace:
    """The zone with one entry per dictionary: a right one but for what is changed."""
    file = corrections.place(workspace, "region")
    file.parent.mkdir(parents=True, exist_ok=True)
    entries = [{key: value for key, value in (ENTRY | change).items() if value is not None} for change in changes]
    lines = [["[[correction]]", *(f"{key} = {value}" for key, value in entry.items())] for entry in entries]
    file.write_text("\n".join(line for entry in lines for line in entry), encoding="utf-8")
    return workspace


def loaded(workspace: Workspace, *rows: dict[str, str], good: int = 20, name: str = "") -> LoadReport:
    return load(workspace, "region", a_file(workspace, "contacts", *rows, good=good, name=name))


def corrected(report: LoadReport) -> int:
    return sum(change.rows for change in report.normalised if change.code == "corrected")


def minutes(workspace: Workspace) -> list[int | None]:
    return vault.rows(workspace.vault("region"), "contacts")["minutes"].to_list()


# --- carried out ------------------------------------------------------------------------------------------------


def test_a_value_is_set_before_the_contract_is_checked(tmp_path: Path) -> None:
    workspace = noted(a_zone(tmp_path), {})
    report = loaded(workspace, TOO_LONG)
    assert (report.accepted, report.refused_rows, corrected(report)) == (21, 0, 1)
    assert minutes(workspace)[0] == 45


def test_without_the_entry_the_same_row_refuses_the_file(tmp_path: Path) -> None:
    assert loaded(a_zone(tmp_path), TOO_LONG).file_refused


def test_a_row_is_dropped(tmp_path: Path) -> None:
    workspace = noted(a_zone(tmp_path), DROP)
    report = loaded(workspace, TOO_LONG)
    assert (report.accepted, report.refused_rows, corrected(report)) == (20, 0, 1)


def test_a_dropped_row_takes_what_could_not_be_read_in_it_along(tmp_path: Path) -> None:
    workspace = noted(a_zone(tmp_path), DROP)
    report = loaded(workspace, TOO_LONG | {"to_on": "2024-02-30"})
    assert (report.accepted, report.refused_rows, codes(report)) == (20, 0, [])


def test_a_value_may_be_expected_to_be_missing_or_made_so(tmp_path: Path) -> None:
    taken = noted(a_zone(tmp_path), {"value": '""'}, {"expected": '""', "value": "30"})
    assert (corrected(loaded(taken, TOO_LONG)), minutes(taken)[0]) == (1, 30)


def test_a_truth_and_a_code_are_written_as_the_contract_writes_them(tmp_path: Path) -> None:
    workspace = noted(
        a_zone(tmp_path),
        {},
        {"column": '"attended"', "expected": "false", "value": "true"},
        {"column": '"contact_type"', "expected": '"visit"', "value": '"phone"'},
    )
    loaded(workspace, TOO_LONG)
    row = vault.rows(workspace.vault("region"), "contacts").row(0, named=True)
    assert (row["attended"], row["contact_type"]) == (True, "phone")


def test_an_entry_about_another_source_or_period_rests(tmp_path: Path) -> None:
    workspace = noted(a_zone(tmp_path), OF_NEEDS, {"period": '"2023"'})
    assert (loaded(workspace).file_refused, corrected(loaded(workspace))) == (False, 0)


@pytest.mark.parametrize("period", ["2024", "2024-Q1", "2024-03"])
def test_an_entry_about_a_part_of_the_delivery_is_carried_out(tmp_path: Path, period: str) -> None:
    assert corrected(loaded(noted(a_zone(tmp_path), {"period": f'"{period}"'}), TOO_LONG)) == 1


def test_a_file_without_a_period_is_placed_by_its_rows(tmp_path: Path) -> None:
    anyhow = a_profile("contacts", file_pattern="'^contacts\\.csv$'")
    workspace = noted(a_zone(tmp_path, contacts=anyhow), {"period": '"2023"'})
    assert not loaded(workspace, good=20, name="contacts.csv").file_refused


def test_a_file_that_is_loaded_is_read_again_once_there_is_a_correction_of_it(tmp_path: Path) -> None:
    workspace = a_zone(tmp_path)
    wrong = TOO_LONG | {"minutes": "450"}
    assert loaded(workspace, wrong).accepted == 21
    noted(workspace, {"expected": "450"})
    again = loaded(workspace, wrong)
    assert (again.already_loaded, again.accepted, minutes(workspace)[0]) == (False, 21, 45)
    assert len(minutes(workspace)) == 21
    assert loaded(workspace, wrong).already_loaded


# --- expired ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"minutes": "45"}, "annat värde än väntat"),
        ({"person": "r00000a0002"}, "ingen rad hittas"),
    ],
)
def test_once_the_source_is_mended_the_file_is_refused_and_the_entry_named(
    tmp_path: Path, row: dict[str, str], said: str
) -> None:
    workspace = a_zone(tmp_path)
    loaded(workspace, good=10)
    noted(workspace, OF_NEEDS, {})
    report = loaded(workspace, TOO_LONG | row, name="contacts_2024_v2.csv")
    text = report.reasons[0].text.sv
    assert (report.file_refused, codes(report)) == (True, ["correction_expired"])
    assert "post 2 från 2025-02-10, kolumnen minutes" in text
    assert said in text
    assert len(minutes(workspace)) == 10  # what was in force remains


def test_one_row_among_several_with_another_value_is_enough(tmp_path: Path) -> None:
    workspace = noted(a_zone(tmp_path), {"where": "{ from_on = 2024-03-05 }"})
    again = TOO_LONG | {"person": "r00000a0002", "minutes": "60"}
    assert codes(loaded(workspace, TOO_LONG, again)) == ["correction_expired"]


def test_no_value_of_the_entry_or_the_file_is_told(tmp_path: Path) -> None:
    report = loaded(noted(a_zone(tmp_path), {"expected": "4499"}), TOO_LONG)
    told = report.reasons[0].text.sv + report.reasons[0].text.en
    assert not [value for value in (PERSON, "4500", "4499", "45;", "2024-03-05") if value in told]


# --- entries that are wrong -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": '"visits"'}, "okänd källa"),
        ({"where": "{}"}, "where saknas eller går inte att använda"),
        ({"where": "{ length = 3 }"}, "kolumnen går inte att rätta här"),
        ({"action": '"mend"'}, "action saknas eller går inte att använda"),
        ({"column": None}, "column saknas"),
        ({"expected": None}, "expected saknas"),
        ({"value": None}, 'value hör till action = "set"'),
        ({"action": '"drop"'}, 'value hör till action = "set"'),
        ({"value": '"45"'}, "värdet för minutes är av fel slag"),
        ({"expected": "true"}, "värdet för minutes är av fel slag"),
        ({"period": '"våren"'}, "period skrivs"),
        ({"reported_by": '"Anna Andersson"'}, "reported_by är en roll"),
        ({"reason": '"anna@example.org hörde av sig"'}, "reason får inte peka ut någon"),
        ({"reason": '"gäller 19121212-1212 och ingen annan"'}, "reason får inte peka ut någon"),
        ({"because": '"x"'}, "because saknas eller går inte att använda"),
        ({"on": "2025-02-30"}, "inte läsbar TOML"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named_by_number_and_key(
    tmp_path: Path, change: dict[str, str | None], said: str
) -> None:
    workspace = noted(a_zone(tmp_path), {}, change)
    with pytest.raises(UserProblem) as caught:
        corrections.entries(workspace, "region")
    assert (caught.value.code, caught.value.exit_code) == ("correction_wrong", 2)
    assert said in caught.value.text.sv
    assert not [value for value in (PERSON, "4500", "Anna", "19121212") if value in caught.value.text.sv]
    assert "post 2" in caught.value.text.sv or "TOML" in said
