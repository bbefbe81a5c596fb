"""Recognising a file nobody has seen before: by names in Swedish and English, by content, and codes by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import aliases
from pipelines.contract import Contract
from pipelines.proposal import Proposal, propose
from pipelines.sources import SOURCES
from tests.intake import as_csv, written
from tests.zones import a_workspace

NAMES = {"units": {"Norra mottagningen": "norra_mottagningen", "Day centre": "dagcentrum"}}
LISTS = {"units": ("norra_mottagningen", "dagcentrum"), "target_groups": ("psychosis",)}


def seen_in(folder: Path, header: str, *rows: str, source: str | None = None) -> Proposal:
    """What is proposed for a file in a workspace that has no profile at all."""
    names = header.split(";")
    table = [dict(zip(names, row.split(";"), strict=True)) for row in rows * 4]
    workspace = a_workspace(folder)
    file = written(workspace, "export.csv", as_csv(table))
    return propose(file, workspace.sources, source=source, code_lists=LISTS, names=NAMES)


SWEDISH = (
    "Patient-ID;Enhet;Besökstyp;Besöksdatum;Slutdatum;Minuter;Bokad;Närvaro",
    "p12ab34cd;Norra mottagningen;Hembesök;2024-03-05;;45;Ja;Nej",
    "p12ab34ce;Norra mottagnigen;Telefonkontakt;2024-03-06;;10;Ja;Ja",
)
ENGLISH = (
    "Client ID;Unit code;Type of contact;Start date;End date;Duration;Booked;Attendance",
    "p12ab34cd;Day centre;Home visit;2024-03-05;;45;Y;N",
)


@pytest.mark.parametrize("file", [SWEDISH, ENGLISH])
def test_a_file_from_an_unknown_system_is_recognised_by_its_names(tmp_path: Path, file: tuple[str, ...]) -> None:
    found = seen_in(tmp_path, *file)
    columns = ("person", "unit", "contact_type", "from_on", "to_on", "minutes", "planned", "attended")
    assert found.source == "contacts"
    assert found.mapped == dict(zip(columns, file[0].split(";"), strict=True))
    assert found.missing == ()


def test_codes_are_proposed_by_their_names_and_the_rest_left_to_a_person(tmp_path: Path) -> None:
    found = seen_in(tmp_path, *SWEDISH, "p12ab34cf;Norra mottagningen;Brev;2024-03-06;;10;Ja;Ja")
    assert '"Hembesök" = "home_visit"' in found.toml.sv
    assert '"Telefonkontakt" = "phone"' in found.toml.sv
    assert '"Norra mottagnigen" = "norra_mottagningen"' in found.toml.sv
    assert found.unknown == {"contact_type": ("Brev",)}


def test_columns_with_names_that_say_nothing_are_found_by_what_they_hold(tmp_path: Path) -> None:
    found = seen_in(
        tmp_path,
        "K1;K2;K3;K4;Område;K6;Skattnings-id",
        "p12ab34cd;Norra mottagningen;2024-03-05;brukare;5;2;a1",
        "p12ab34ce;Norra mottagningen;2024-03-06;personal;16;9;a2",
        source="needs",
    )
    assert found.mapped == {
        "person": "K1", "unit": "K2", "assessed_on": "K3", "rater": "K4", "domain": "Område", "rating": "K6",
        "assessment_id": "Skattnings-id",
    }  # fmt: skip


def test_a_column_two_could_be_meant_by_is_left_to_a_person(tmp_path: Path) -> None:
    found = seen_in(tmp_path, "Pseudonym;Enhet;Besökstyp;D1;D2", "p12ab34cd;Day centre;Besök;2024-03-05;2024-03-06")
    assert (found.missing, found.unmapped) == (("from_on",), ("D1", "D2"))


def test_amounts_are_known_by_their_decimals(tmp_path: Path) -> None:
    found = seen_in(
        tmp_path, "Enhet;Månad;Konto;Aktivitet;Kostnadsslag;X;Finansiering",
        "Day centre;202403;4010;V1;Personal;1 234,50;Ordinarie",
    )  # fmt: skip
    assert (found.source, found.mapped["amount_sek"]) == ("costs", "X")


CONTRACTED = sorted({column for source in SOURCES.values() for column in source.columns} - set(Contract.columns()))


@pytest.mark.parametrize("source", SOURCES)
def test_every_column_is_known_by_a_swedish_and_an_english_name(source: str) -> None:
    names = aliases.column_names(SOURCES[source])
    lacking = [column for column in SOURCES[source].columns if list(names.values()).count(column) < 2]
    assert lacking == []


def test_no_alias_is_for_a_column_no_contract_has() -> None:
    assert sorted(set(aliases.COLUMNS) - set(CONTRACTED)) == []


def test_no_code_is_proposed_that_its_contract_does_not_have() -> None:
    for column, codes in aliases.CODES.items():
        allowed = [SOURCES[name].about(column).allowed for name in SOURCES if column in SOURCES[name].columns]
        assert all(set(codes) <= set(one or ()) for one in allowed)
