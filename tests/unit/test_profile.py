"""A profile says what it means or is refused with the key that is wrong; a file finds the one profile that knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import profile
from pipelines.profile import Profile
from pipelines.sources import SOURCES
from tests.intake import a_profile, a_zone

LISTS = {"units": ("norra_mottagningen",), "target_groups": ("psychosis",)}


def refusal(text: str) -> str:
    """What a wrong profile is told, in English."""
    with pytest.raises(UserProblem) as problem:
        profile.parse(text, "region.needs.toml", LISTS)
    assert (problem.value.code, problem.value.exit_code) == ("profile_wrong", 2)
    assert "region.needs.toml" in problem.value.text.sv
    return problem.value.text.en


def found(folder: Path, name: str, source: str | None = None) -> Profile:
    """The region's profile for a file of this name."""
    return profile.find(folder, "region", name, source, LISTS)


WRONG = {
    "an unknown key": (
        a_profile("needs", seperator='";"'),
        "unknown key seperator. Did you mean separator?",
    ),
    "an unknown key in a table": (
        a_profile("needs", '[ignore]\ncolums = ["x"]'),
        "unknown key ignore.colums. Did you mean columns?",
    ),
    "a misspelt key that must be there": (
        a_profile("needs").replace("[columns]", "[colums]"),
        "unknown key colums. Did you mean columns?",
    ),
    "a misspelt column": (a_profile("needs", '[codes.ratings]\nA = "1"'), "no column ratings. Did you mean rating?"),
    "a key left out": (a_profile("needs").replace("organisation", "#"), "organisation is missing"),
    "a format nobody reads": (a_profile("needs", format='"pdf"'), "format"),
    "a separator of two characters": (a_profile("needs", separator='";;"'), "separator"),
    "an encoding that is guessed": (a_profile("needs", encoding='"latin-1"'), "encoding"),
    "a date format without day": (a_profile("needs", date_format='"%Y-%m"'), "date_format"),
    "a pattern that is none": (a_profile("needs", file_pattern="'('"), "file_pattern"),
    "a pattern that looks ahead": (a_profile("needs", person_pattern="'(?=r)r'"), "person_pattern"),
    "not TOML": ("source = ", "TOML"),
    "an unknown source": (a_profile("needs").replace('source = "needs"', 'source = "wishes"'), "unknown source wishes"),
    "an unknown column": (a_profile("needs", '[constants]\nmood = "3"'), "no column mood"),
    "a column given twice": (a_profile("needs", '[constants]\nrating = "1"'), "rating is given more than once"),
    "a column left out": (a_profile("needs").replace('rating = "rating"', ""), "rating must be there"),
    "a code that means nothing": (a_profile("needs", '[codes.rater]\nA = "nurse"'), "no such nurse"),
    "a unit that is not there": (a_profile("needs", '[codes.unit]\n"1" = "nowhere"'), "no such nowhere"),
    "no pattern for pseudonyms": (a_profile("needs", person_pattern='""'), "person_pattern is missing"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_profile_is_told_by_its_key(case: str) -> None:
    text, told = WRONG[case]
    assert told in refusal(text)


@pytest.mark.parametrize("source", SOURCES)
def test_a_profile_may_call_everything_what_the_contract_does(source: str) -> None:
    known = profile.parse(a_profile(source), "x.toml", LISTS)
    assert set(known.file_columns) == set(SOURCES[source].columns)


def test_a_profile_that_changes_is_another_profile() -> None:
    one, other = (profile.parse(a_profile("needs", decimal=mark), "x.toml", LISTS) for mark in ('","', '"."'))
    assert one.sha256 != other.sha256


def test_the_file_name_finds_its_profile(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    assert found(zone.sources, "contacts_2024_v1.csv").source == "contacts"


def test_a_name_no_profile_knows_is_told_what_there_is(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    with pytest.raises(UserProblem, match="profile_missing") as problem:
        found(zone.sources, "nytt.csv")
    assert "samsyn profile" in problem.value.text.sv
    assert "sip_plans" in problem.value.text.sv


def test_a_name_two_profiles_know_needs_the_source(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=a_profile("needs", file_pattern="'^contacts.*$'"))
    with pytest.raises(UserProblem, match="profile_several"):
        found(zone.sources, "contacts_2024_v1.csv")
    assert found(zone.sources, "contacts_2024_v1.csv", "needs").source == "needs"


def test_the_whole_name_must_be_what_the_profile_says(tmp_path: Path) -> None:
    zone = a_zone(tmp_path, needs=a_profile("needs", file_pattern="'needs_2024'"))
    with pytest.raises(UserProblem, match="profile_missing"):
        found(zone.sources, "needs_2024_v1.csv")
