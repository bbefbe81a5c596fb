"""Identity numbers are found wherever they stand, and nothing else is taken for one.

The numbers are made up from published test series and dates of the nineteenth century: they belong to nobody.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines.identity import holds_number, refuse
from pipelines.readers import ROW, Raw
from pipelines.readers.coded import leave

NUMBERS = """
    19121212-1212
    191212121212
    121212-1212
    1212121212
    121212+1212
    121212 1212
    1912-12-12-1212
    ring 19121212-1212 i morgon
    pnr191212121212
    (121212-1212)
    19121272-1219
    121272-1219
    19121212-TF12
    121212-T123
    1;121212-1212
    19121212–1212
    19121212\u20111212
    19121212\u00a01212
    19121212 - 1212
    1912 12 12 1212
    12.12.12-1212
    121212/1212
    １２１２１２-１２１２
    1,91212121212E+11
"""

NOT_NUMBERS = """
    20240305
    2024-03-05
    2024-03-05 10:30
    202403051030
    r1212121212
    k121212121a
    12121212121212
    1212121213
    121312-1212
    1 212 121 212,50
    1212121212121
    a1912121-2121-4212-8121-212121212121
    plan 191212
    08-12 12 12 12
    4010;2024-01;1234567
    2023-01-01 - 2023-12-31
    2023-01-01–2023-12-31
    121212.1212
    1212.121212
    121.2121212
    12.12121212
    1,5E+3
"""


def lines(drawn: str) -> list[str]:
    return [line.strip() for line in drawn.strip().splitlines()]


@pytest.mark.parametrize("text", lines(NUMBERS))
def test_a_number_is_found(text: str) -> None:
    assert holds_number(text)


@pytest.mark.parametrize("text", lines(NOT_NUMBERS))
def test_what_only_looks_like_a_number_is_not_one(text: str) -> None:
    assert not holds_number(text)


def raw(folder: Path, cells: list[str], *, header: str = "Anteckning", title: tuple[str, ...] = ()) -> Raw:
    """A file of one column, as the reader hands it over."""
    frame = pl.DataFrame({header: cells}).with_columns(pl.int_range(2, len(cells) + 2).alias(ROW))
    leave(frame, folder)
    return Raw(title=title, header=(header,), rows=len(cells), batches=(folder / "00000.arrow",))


def test_one_number_among_many_words_is_an_incident_told_by_column_and_row(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        refuse(raw(tmp_path, ["besök", "ring 19121212-1212", "besök"]))
    assert (told.value.code, told.value.exit_code) == ("identity_number", 5)
    assert "kolumn Anteckning, rad 3" in told.value.text.sv
    assert "column Anteckning, row 3" in told.value.text.en


def test_the_number_itself_is_never_told(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        refuse(raw(tmp_path, ["ring 19121212-1212"]))
    assert "1212" not in told.value.text.sv + told.value.text.en + str(told.value)


def test_a_number_above_the_header_is_an_incident(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="identity_number"):
        refuse(raw(tmp_path, ["besök"], title=("Uttag för 19121212-1212",)))


def test_a_number_as_a_column_name_is_an_incident_and_not_told(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="identity_number") as told:
        refuse(raw(tmp_path, ["besök"], header="121212-1212"))
    assert "1212" not in told.value.text.sv


def test_pseudonyms_that_look_like_numbers_by_chance_are_let_through(tmp_path: Path) -> None:
    chance = ["r1212121212", *(f"r{number:08x}ab" for number in range(500))]
    refuse(raw(tmp_path, chance))


def test_a_letter_before_each_number_makes_no_pseudonym(tmp_path: Path) -> None:
    disguised = ["r1212121212", "r1212721219", "r8507099805", "r0000000abc"]
    with pytest.raises(UserProblem, match="identity_number"):
        refuse(raw(tmp_path, disguised))


def test_an_email_address_refuses_the_file_but_is_no_incident(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        refuse(raw(tmp_path, ["besök", "skriv till fornamn.efternamn@example.org"]))
    assert (told.value.code, told.value.exit_code) == ("email_address", 4)
    assert "example" not in told.value.text.sv
