"""What the pages about needs and plans read from published cells, and the names of the 22 domains."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from dashboard.components import needs_reading, needs_words, plans_reading
from dashboard.view import View
from metrics.can_domains import ANSWERED_BY, NAMES, REACHED_BY
from metrics.distribution import DOMAINS
from metrics.indicator import ORGANISATIONS
from metrics.needs_from_cells import differences
from tests.joint_spread import HIDDEN, Last, spread_cells

SAMPLE = Path(__file__).parents[2] / "sample_data/can_domains.csv"
BEFORE, AFTER = date(2023, 1, 1), date(2025, 1, 1)


def test_the_22_domains_are_named_as_in_the_sample() -> None:
    with SAMPLE.open(encoding="utf-8") as file:
        sample = {int(row["no"]): (row["name_sv"], row["name_en"]) for row in csv.DictReader(file)}
    assert {domain: (name.sv, name.en) for domain, name in NAMES.items()} == sample


def test_every_domain_is_answered_by_some_kind_of_unit() -> None:
    assert set(ANSWERED_BY) == set(DOMAINS)
    assert set(REACHED_BY) <= set(DOMAINS)


def test_two_years_are_compared_domain_by_domain() -> None:
    cells = spread_cells(("region",), last={("region", ("can_profile", "user", 5, "unmet")): (135.0, 1000.0)})
    found = differences(cells, "region", BEFORE, AFTER, "user")
    assert [each.domain for each in found if each.noticed] == [5]
    change = found[4].change
    assert change is not None
    assert (round(change.before, 4), round(change.after, 4)) == (round(35 / 980, 4), round(135 / 1080, 4))


def test_a_domain_hidden_in_either_year_is_not_compared() -> None:
    cells = spread_cells(("region",), last={("region", ("can_profile", "user", 5, "met")): HIDDEN})
    assert differences(cells, "region", BEFORE, AFTER, "user")[4].change is None


def test_the_same_change_on_both_sides_is_told_once() -> None:
    changed: Last = {(each, ("can_profile", "user", 5, "unmet")): (135.0, 1000.0) for each in ORGANISATIONS}
    reading = needs_reading.read(spread_cells(last=changed), View(page="needs", against="2023"), {})
    assert reading is not None
    assert needs_words.changed(reading).sv.endswith(": Daglig sysselsättning, fler otillfredsställda (båda).")


@pytest.mark.parametrize(("unmet", "flagged"), [(90.0, False), (135.0, True)])
def test_a_domain_has_many_unmet_needs_from_a_tenth_of_the_rated(unmet: float, flagged: bool) -> None:
    last: Last = {("region", ("can_profile", "user", 5, "unmet")): (unmet, 1000.0)}
    reading = needs_reading.read(spread_cells(("region",), last=last), View(page="needs"), {})
    assert reading is not None
    assert (5 in needs_reading.many_unmet(reading)) is flagged


def test_the_year_before_is_compared_with_unless_another_is_asked_for() -> None:
    cells = spread_cells(("region",))
    found = [needs_reading.read(cells, View(page="needs", against=year), {}) for year in ("", "2023", "1999")]
    assert [each.against.year for each in found if each and each.against] == [2024, 2023, 2024]


def test_absence_is_what_is_left_of_those_who_needed_it() -> None:
    last: Last = {("region", ("sip_agencies", "", None, "present:primary_care")): (6.0, 100.0)}
    reading = plans_reading.read(spread_cells(("region",), last=last), View(page="plans"))
    assert reading is not None
    found = next(each for each in reading.sides[0].agencies if each.agency == "primary_care")
    assert plans_reading.missing(found) == pytest.approx(0.94)
