"""Counting distributions: the two ways of counting are one, and what the joint zone is told of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.catalogue import catalogue, catalogue_hash, distributions
from metrics.counting import count
from metrics.disclosure import protect
from metrics.distribution import Distribution
from pipelines.bundle_expected import expect
from tests.drawn import Tables, drawn
from tests.zones import a_workspace

KNOWN = {one.id: one for one in distributions()}
WINDOW: dict[str, Any] = {
    "data_from": date(2023, 1, 1), "data_to": date(2024, 12, 31), "known_from": date(2022, 1, 1),
}  # fmt: skip
ONCE = [one for one in distributions() if one.counted == "once"]


def rated(persons: int = 40) -> Tables:
    """Persons in one or two target groups, rated by user and staff in two years, in two domains."""
    groups = "\n".join(f"p{at:03} | {'psychosis,elderly' if at % 3 else 'elderly'}" for at in range(persons))
    ratings = "\n".join(
        f"p{at:03} | {year}-0{1 + at % 6}-01 | {rater} | {domain} | {(at + year * domain + len(rater)) % 3}"
        for at in range(persons)
        for year in (2023, 2024)
        for rater in ("user", "staff")
        for domain in (1, 2)
    )
    return drawn(
        persons="person | target_groups\n" + groups,
        needs="person | assessed_on | rater | domain | rating\n" + ratings,
    )


@pytest.fixture(scope="module")
def tables() -> Tables:
    return rated()


@pytest.mark.parametrize("distribution", ONCE, ids=lambda one: one.id)
def test_summed_where_the_rows_are_it_is_the_same_as_person_by_person(
    distribution: Distribution, tables: Tables
) -> None:
    person_by_person = replace(distribution, counted="persons")
    in_place = count(distribution, "region", tables, **WINDOW)
    assert in_place["numerator"].sum()
    assert_frame_equal(in_place, count(person_by_person, "region", tables, **WINDOW))


@pytest.mark.parametrize("name", ["can_profile", "target_groups"])
def test_without_a_key_a_person_would_go_unprotected(name: str, tables: Tables) -> None:
    with pytest.raises(RuntimeError, match="record_keys"):
        count(KNOWN[name], "region", tables | {"record_keys": tables["record_keys"].head(1)}, **WINDOW)


def test_every_declared_cell_is_there_though_nobody_is_in_it(tables: Tables) -> None:
    cells = count(KNOWN["can_profile"], "region", tables, **WINDOW)
    assert cells.height == 3 * 22 * 4 * 2
    assert cells.filter(rater="carer")["numerator"].to_list() == [0.0] * 22 * 4 * 2


def test_a_source_never_delivered_is_no_data_and_not_zero() -> None:
    assert set(
        protect(count(KNOWN["sip_steps"], "region", drawn(), **WINDOW), KNOWN["sip_steps"], "region")["flag"]
    ) == {"no_data"}


def test_a_year_whose_year_before_was_not_delivered_is_no_data(tables: Tables) -> None:
    cells = count(KNOWN["can_changes"], "region", tables, **WINDOW | {"known_from": date(2023, 1, 1)})
    assert cells.filter(period_start=date(2023, 1, 1))["numerator"].null_count() == cells.height / 2
    assert cells.filter(period_start=date(2024, 1, 1))["numerator"].null_count() == 0


def test_the_same_persons_are_changed_alike_in_every_distribution(tables: Tables) -> None:
    """Who is still unmet by the user's rating is in the profile too: a second noise would tell about the first."""
    profile = count(KNOWN["can_profile"], "region", tables, **WINDOW).filter(rater="user", group="unmet")
    measured = count(KNOWN["can_groups"], "region", tables, **WINDOW).filter(group="elderly")  # everybody is in it
    assert profile["numerator_key"].to_list() == measured["numerator_key"].to_list()


def test_nothing_small_is_shown_and_nothing_hidden_leaves(tables: Tables) -> None:
    for distribution in ONCE:
        cells = protect(count(distribution, "region", tables, **WINDOW), distribution, "region")
        few = (pl.col("numerator") < 5) | (pl.col("denominator") - pl.col("numerator") < 5)
        assert not cells.filter(flag="ok").is_empty()
        assert cells.filter(few, flag="ok").is_empty()
        hidden = cells.filter(pl.col("flag") != "ok").select("numerator", "denominator", "value", "n_shown")
        assert hidden.null_count().sum_horizontal().item() == 4 * hidden.height


def test_means_of_the_same_persons_have_noise_of_their_own() -> None:
    contacts = "\n".join(
        f"p{at:03} | {kind} | 2024-02-01" for at in range(30) for kind in ("visit", "phone", "digital")
    )
    users = "\n".join(f"p{at:03}" for at in range(30))
    drawn_users = drawn(persons="person\n" + users, contacts="person | contact_type | from_on\n" + contacts)
    raw = count(KNOWN["contact_types"], "region", drawn_users, **WINDOW).filter(period_start=date(2024, 1, 1))
    shown = protect(raw, KNOWN["contact_types"], "region").filter(pl.col("group").is_in(["visit", "phone", "digital"]))
    assert raw.filter(group="visit")["numerator"].item() == raw.filter(group="phone")["numerator"].item()
    assert len(set(shown["value"])) > 1


def test_distributions_are_no_indicators_but_part_of_what_both_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not {one.id for one in catalogue()} & set(KNOWN)
    before = catalogue_hash()
    monkeypatch.setattr("metrics.catalogue.distributions", lambda: distributions()[1:])
    assert catalogue_hash() != before


def test_the_joint_zone_expects_their_categories_and_no_other(tmp_path: Any) -> None:
    expected = expect(a_workspace(tmp_path))
    assert expected.groups_of(KNOWN["can_groups"], "category") == ("psychosis",)
    assert "unmet" in expected.groups_of(KNOWN["can_profile"], "category")
    assert expected.groups_of(KNOWN["can_profile"], "unit") == ("norra_mottagningen", "dagcentrum", "other")


@pytest.mark.parametrize("distribution", distributions(), ids=lambda one: one.id)
def test_every_name_stands_in_both_languages(distribution: Distribution) -> None:
    named = [] if isinstance(distribution.categories, str) else list(distribution.categories.values())
    assert all(text.sv and text.en and text.sv != text.en for text in (distribution.name, distribution.counted_text))
    assert all(text.sv and text.en for text in named)
    assert set(distribution.sums) <= set(distribution.categories)
