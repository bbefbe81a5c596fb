"""Bad inputs 47-54 and 56: who may be in a file, and how.

The numbers are made up from published test series and dates of the nineteenth century: they belong to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.calculate import calculate
from metrics.catalogue import by_id
from metrics.disclosure import record_keys
from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import ENOUGH, codes
from tests.ninety import (
    Given,
    book,
    cells,
    in_force,
    incident,
    judge,
    note,
    refused,
    refuses,
    row_refused,
)

NUMBER = "19121212-1212"
PHONE = "tel 1212121212"
WHY = "Telefonnummer till mottagningen, kontrollerat mot växeln"
TWICE = {"person": "r00000000aa", "assessed_on": "2024-05-06"}
ONE = {"person": "r00000000aa", "sex": "f", "birth_year": "1980"}
OTHER_YEAR = ONE | {"birth_year": "1981", "unit": "dagcentrum"}

CASES: dict[str, tuple[Given, ...]] = {
    "47 an identity number for a pseudonym": (
        incident(cells("contacts", {"person": NUMBER}), NUMBER),
        incident(book("contacts", {"person": NUMBER}), NUMBER),
    ),
    "48 an identity number in a text": (
        incident(note("ring 121212-1212 i morgon"), "121212-1212"),
        incident(note("pnr191212121212"), "191212121212"),
        incident(note("121212+1212"), "121212+1212"),
        incident(book("contacts", {"Anteckning": "121212 1212"}), "121212 1212"),
    ),
    "49 coordination and reserve numbers": (
        incident(note("19121272-1219"), "19121272-1219"),
        incident(note("19121212-TF12"), "19121212-TF12"),
    ),
    "51 names and addresses": (
        refused("email_address", note("skriv till nagon@example.org"), secret=("nagon",)),
        refused("person_name", note("träffade Anna Andersson"), secret=("Andersson",)),
        refused("person_name", book("contacts", {"Anteckning": "ANDERSSON, ANNA"}), secret=("ANDERSSON",)),
    ),
    "52 pseudonyms of another length or alphabet": (
        refused("person_pattern", cells("contacts", {"person": "r12"}), secret=("r12",)),
        refused("person_pattern", cells("contacts", {"person": "r000000000å"})),
        refused("person_pattern", book("contacts", {"person": "R0000001ABC"})),
    ),
    "53 one person, two sexes or years of birth": (
        row_refused("two_sexes", cells("persons", ONE, ONE | {"sex": "m", "unit": "dagcentrum"})),
        row_refused("two_birth_years", cells("persons", ONE, OTHER_YEAR, name="persons_2024_v3.csv")),
    ),
    "54 the same thing twice": (
        row_refused("duplicate", cells("needs", TWICE, TWICE)),
    ),
}  # fmt: skip


def released_by_hand(here: Workspace) -> None:
    """50: ten digits said to be a telephone number refuse the file, until a steward says why it may pass."""
    file = note(PHONE)(here)
    report = refuses(here, file, "identity_lookalike")
    assert (report.exit_code, PHONE in repr(in_force(here).log)) == (4, False)
    with pytest.raises(UserProblem, match="override_reason"):
        load(here, "region", file, overrides={"identity_lookalike": "ja"})
    passed = load(here, "region", file, overrides={"identity_lookalike": WHY})
    assert (passed.exit_code, passed.overridden) == (0, ("identity_lookalike",))
    [delivery] = vault.deliveries(here, "region")
    assert delivery.overrides == [{"code": "identity_lookalike", "reason": WHY}]
    worse = cells("contacts", {"Anteckning": f"ring {NUMBER}"}, name="contacts_2024_v3.csv")(here)
    number = load(here, "region", worse, overrides={"identity_lookalike": WHY})
    assert codes(number) == ["identity_number"]


def not_known_is_no_rating(here: Workspace) -> None:
    """56: 9 is kept as not known, and no figure takes it for a number."""
    people = [f"r{number:07x}abc" for number in range(ENOUGH)]
    load(here, "region", cells("persons", name="persons_2024_v1.csv")(here))
    report = load(here, "region", cells("needs", *[{"rating": "9"}] * 200, rating="2")(here))
    assert report.exit_code == 0
    with vault.reading(here, "region") as connection:
        tables = {name: pl.DataFrame(one.to_arrow_table()) for name, one in vault.tables(connection).items()}
    assert tables["needs"].filter(pl.col("rating") == 9).height == 200
    tables["record_keys"] = record_keys(b"k" * 32, set(people))
    days: dict[str, Any] = {"data_from": date(2024, 1, 1), "data_to": date(2024, 12, 31)}
    known = tables | {"needs": tables["needs"].filter(pl.col("rating") != 9)}
    with_nines, without = (calculate(by_id("U1"), "region", one, **days) for one in (tables, known))
    key = ["breakdown", "group", "period_start"]
    assert with_nines.sort(key).select("numerator").equals(without.sort(key).select("numerator"))
    assert without["numerator"].sum() > 0


MORE: dict[str, Callable[[Workspace], None]] = {
    "50 ten digits that only look like one": released_by_hand,
    "56 a rating of 9, not known": not_known_is_no_rating,
}


@pytest.mark.parametrize("case", CASES)
def test_persons(here: Workspace, case: str) -> None:
    judge(here, *CASES[case])


@pytest.mark.parametrize("case", MORE)
def test_persons_in_steps(here: Workspace, case: str) -> None:
    MORE[case](here)
