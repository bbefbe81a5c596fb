"""Checks of whole deliveries: each finds its own kind of thing, and says it in words without any person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from metrics.breaks import Break
from metrics.problem import Text
from pipelines.committee import Committee, Unit
from pipelines.delivered import MONTHLY, Delivered
from pipelines.delivery_checks import CHECKS, WARNINGS, findings
from pipelines.sources import SOURCES
from pipelines.stewards import Steward
from pipelines.vault import Delivery
from tests.builders import both_languages

NOW = datetime(2026, 1, 15, tzinfo=UTC)
COMMITTEE = Committee(
    id="test",
    name=both_languages("committee"),
    synthetic=True,
    inhabitants=100,
    data_from=date(2024, 1, 1),
    data_to=date(2025, 12, 31),
    organisations={"region": both_languages("region"), "municipality": both_languages("municipality")},
    units=(
        Unit(id="north", name=both_languages("north"), kind="x"),
        Unit(id="south", name=both_languages("south"), kind="x"),
    ),
    target_groups=(),
)
MERGED = Break(
    on=date(2025, 1, 1),
    kind="merged",
    title=both_languages("south became part of north"),
    units_before=("south",),
    units_after=("north",),
    reason="decided",
    approved_by="data_steward",
    approved_on=date(2024, 12, 1),
)


def a_delivery(**changes: Any) -> Delivery:
    fields: dict[str, Any] = {
        "delivery_id": 1, "source": "contacts", "period": "2024", "version": 1, "sha256": "", "rows_in": 100,
        "accepted": 100, "refused": 0, "reasons": [], "normalised": [], "loaded_at": NOW, "profile_sha256": "",
    }  # fmt: skip
    return Delivery(**fields | changes)


def months(*rows: int, unit: str = "north", first: int = 1) -> pl.DataFrame:
    """So many rows a month, from January 2024 or later."""
    return pl.DataFrame(
        [
            (unit, date(2024 + (n - 1) // 12, (n - 1) % 12 + 1, 1), number)
            for n, number in enumerate(rows, first)
            if number
        ],
        schema=MONTHLY,
        orient="row",
    )


def seen(source: str = "contacts", *rows: dict[str, Any], **changes: Any) -> Delivered:
    """A delivery in which nothing is wrong but what the test changes."""
    columns = {name: kind.dtype for name, kind in SOURCES[source].columns.items()}
    table = pl.DataFrame([dict.fromkeys(columns) | row for row in rows], schema=columns, orient="row")
    fields: dict[str, Any] = {
        "source": SOURCES[source], "organisation": "region", "committee": COMMITTEE, "rows": table, "period": "",
        "now": NOW,
    }  # fmt: skip
    return Delivered(**fields | changes)


def figure(value: float, unit: str = "number", **changes: Any) -> dict[str, Any]:
    return {
        "measure": "N1",
        "breakdown": "kommun",
        "group": "a",
        "period": "2024",
        "value": value,
        "value_unit": unit,
    } | changes


YEAR = [100, 104, 98, 101, 99, 103, 100, 97, 102, 100, 101, 99]
FOUND: dict[str, Delivered] = {
    "period_wrong": seen("contacts", {"from_on": date(2024, 3, 1)}, period="2025"),
    "rows_changed": seen("contacts", {"from_on": date(2024, 3, 1)}, replaced=[a_delivery()], period="2024"),
    "month_outside_history": seen(monthly=months(*YEAR, 50, 101)),
    "repeats_in_force": seen(repeated=3),
    "unit_changed": seen(monthly=pl.concat([months(*YEAR[:6]), months(*YEAR[:6], unit="south", first=7)])),
    "share_against_counts": seen("statistics", figure(0.5, "share", numerator=20.0, denominator=30.0)),
    "total_outside_bounds": seen(
        "statistics", figure(5.0, group="Totalt"), figure(8.0, group="a"), figure(3.0, group="b")
    ),
    "persons_above_inhabitants": seen("persons", *({"person": f"p{n}"} for n in range(101))),
    "followed_up_after_closing": seen(
        "sip_plans", {"followed_up_on": date(2024, 5, 2), "closed_on": date(2024, 5, 1)}
    ),
    "referred_after_contact": seen("contacts", {"from_on": date(2024, 5, 1), "referred_on": date(2024, 5, 2)}),
    "outcome_before_follow_up": seen("sip_interventions", early=4),
    "outside_opening": seen(
        "contacts",
        {"unit": "north", "from_on": date(2024, 5, 1)},
        committee=replace(COMMITTEE, units=(replace(COMMITTEE.units[0], closed_on=date(2024, 4, 30)),)),
    ),
    "code_new": seen(codes={"contact_type": {"visit": 9, "phone": 1}}, codes_before={"contact_type": {"visit": 9}}),
    "code_vanished": seen(
        replaced=[a_delivery(rows_in=5)],
        codes={"contact_type": {"visit": 9}},
        codes_before={"contact_type": {"visit": 9, "phone": 10}},
    ),
    "codes_unmapped": seen("contacts", *[{}] * 200, unmapped=1),
    "period_gap": seen(period="2025", loaded=[a_delivery(period="2023")]),
    "clock_back": seen(last_noted=datetime(2026, 2, 1, tzinfo=UTC)),
}  # fmt: skip
"""Every check by its code, and a delivery in which it finds something."""


def test_every_check_has_a_delivery_in_which_it_finds_something() -> None:
    assert set(FOUND) == {check.code for check in CHECKS}


@pytest.mark.parametrize("code", FOUND)
def test_a_check_finds_its_own_thing_and_no_other_does(code: str) -> None:
    assert [finding.check.code for finding in findings(FOUND[code])] == [code]


@pytest.mark.parametrize("code", FOUND)
def test_what_is_found_is_said_in_both_languages_and_never_by_person(code: str) -> None:
    [finding] = findings(FOUND[code])
    assert finding.text.sv != finding.text.en
    assert "{" not in finding.text.sv + finding.text.en
    assert "p1" not in finding.text.sv.split()


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_says_how_a_steward_lets_the_file_through(code: str) -> None:
    [finding] = findings(FOUND[code])
    assert f"--override {code}" in finding.text.sv
    assert f"--override {code}" in finding.text.en


def test_a_delivery_in_which_nothing_is_wrong_is_left_alone() -> None:
    assert findings(seen(monthly=months(*YEAR, *YEAR))) == ()


def test_all_that_is_wrong_is_told_at_once() -> None:
    both = replace(FOUND["month_outside_history"], repeated=3)
    assert [finding.check.code for finding in findings(both)] == ["month_outside_history", "repeats_in_force"]


def test_a_month_is_named_with_its_rows_and_what_was_usual() -> None:
    [finding] = findings(FOUND["month_outside_history"])
    assert "2025-01: 50 (97–104)" in finding.text.sv


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([*YEAR[:5], 10], "five months are too short a history"),
        ([*YEAR, 63], "less than forty per cent fewer than the smallest"),
        ([*[10] * 12, 5], "chance alone moves so small counts"),
        ([*[300, 900] * 6, 1460], "the months before lie as far apart"),
        ([*YEAR, *[101] * 12, 20], "the last month is not over"),
    ],
)
def test_a_month_is_not_outside_its_history(rows: list[int], why: str) -> None:
    assert findings(seen(monthly=months(*rows))) == (), why


def test_a_month_without_rows_in_the_middle_is_outside_its_history() -> None:
    [finding] = findings(seen(monthly=months(*YEAR, 0, 101)))
    assert "2025-01: 0 (97–104)" in finding.text.en


def test_a_wrong_date_long_ago_makes_no_history() -> None:
    assert findings(seen(monthly=pl.concat([months(1), months(*YEAR, first=60)]))) == ()


def test_a_month_is_held_against_what_other_deliveries_have() -> None:
    [finding] = findings(seen(monthly=months(300, first=13), beside=months(*YEAR)))
    assert finding.check.code == "month_outside_history"


def test_a_corrected_delivery_with_one_unit_for_another_is_a_changed_unit() -> None:
    three = replace(COMMITTEE, units=(*COMMITTEE.units, replace(COMMITTEE.units[0], id="west")))
    known = pl.concat([months(*YEAR), months(*YEAR, unit="west")])
    renamed = seen(monthly=pl.concat([months(*YEAR), months(*YEAR, unit="south")]), before=known, committee=three)
    assert [finding.check.code for finding in findings(renamed)] == ["unit_changed"]


CHANGED = pl.concat([months(*YEAR, unit="south"), months(*YEAR[:6], first=13)])


def test_a_changed_unit_that_is_approved_is_no_news() -> None:
    assert [finding.check.code for finding in findings(seen(monthly=CHANGED))] == ["unit_changed"]
    assert findings(seen(monthly=CHANGED, committee=replace(COMMITTEE, breaks=(MERGED,)))) == ()


@pytest.mark.parametrize(
    "other", [{"organisation": "municipality"}, {"on": date(2025, 6, 1)}, {"units_after": ("west",)}]
)
def test_an_approval_of_something_else_approves_nothing(other: dict[str, Any]) -> None:
    told = replace(COMMITTEE, breaks=(replace(MERGED, **other),))
    assert [finding.check.code for finding in findings(seen(monthly=CHANGED, committee=told))] == ["unit_changed"]


def test_units_whose_days_are_told_have_not_changed() -> None:
    north, south = COMMITTEE.units
    told = (replace(north, opened_on=date(2025, 1, 1)), replace(south, closed_on=date(2024, 12, 31)))
    assert findings(seen(monthly=CHANGED, committee=replace(COMMITTEE, units=told))) == ()


def test_a_total_without_all_its_parts_has_no_upper_bound() -> None:
    parts = [figure(90.0, group="Totalt"), figure(8.0, group="a")]
    assert [one.check.code for one in findings(seen("statistics", *parts))] == ["total_outside_bounds"]
    assert findings(seen("statistics", *parts, figure(0.0, group="b") | {"value": None})) == ()


def test_a_share_may_be_rounded_as_the_others_are() -> None:
    third = figure(0.333, "share", numerator=10.0, denominator=30.0)
    assert findings(seen("statistics", third)) == ()
    assert [
        one.check.code for one in findings(seen("statistics", third | {"value": 0.33}, third | {"group": "b"}))
    ] == ["share_against_counts"]


def test_a_steward_lets_a_warning_pass_and_the_reason_is_kept() -> None:
    steward = Steward({"repeats_in_force": "checked against the ledger"})
    assert steward.stopped(findings(FOUND["repeats_in_force"])) == []
    assert steward.kept() == [{"code": "repeats_in_force", "reason": "checked against the ledger"}]


def test_what_cannot_be_right_no_steward_lets_pass() -> None:
    stopped = Steward({"period_wrong": "it is right, believe me"}).stopped(findings(FOUND["period_wrong"]))
    assert [problem.code for problem in stopped] == ["period_wrong"]


def test_a_note_stops_nothing() -> None:
    assert Steward({}).stopped(findings(FOUND["period_gap"])) == []


def test_the_words_are_those_of_the_check() -> None:
    [finding] = findings(FOUND["repeats_in_force"])
    assert isinstance(finding.problem.text, Text)
    assert finding.problem.code == "repeats_in_force"
