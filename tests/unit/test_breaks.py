"""Breaks: written and approved in samsyn.toml, carried to the joint zone, marked on the chart; history is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dashboard.components import indicator_page
from governance.entries import Contents
from metrics.breaks import Break, concerning, follows, in_manifest
from metrics.calculate import calculate
from metrics.catalogue import by_id, catalogue
from metrics.disclosure import record_keys
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text, UserProblem
from metrics.scorecard import build
from pipelines import breaks, bundle, published, unit_history, vault
from pipelines.approval import STEWARD, approve
from pipelines.load import load
from pipelines.receive import receive
from pipelines.release import release
from pipelines.workspace import Workspace
from tests.intake import a_profile, a_row, as_csv, written
from tests.zones import SETTINGS, a_workspace

UNITS = ("norra_mottagningen", "dagcentrum")
MERGED = """
[[breaks]]
on = 2025-01-01
kind = "merged"
units_before = ["dagcentrum"]
units_after = ["norra_mottagningen"]
organisation = "region"
title = { sv = "Dagcentrum gick upp i norra mottagningen", en = "The day centre became part of the north centre" }
reason = "Beslut om en gemensam ingång"
approved_by = "data_steward"
approved_on = 2024-12-01
"""


def told(**changes: object) -> dict[str, object]:
    """The settings of one break, as TOML gives them."""
    entry: dict[str, object] = {
        "on": date(2025, 1, 1), "kind": "merged", "units_before": ["dagcentrum"], "units_after": ["norra_mottagningen"],
        "title": {"sv": "Samman", "en": "Together"}, "reason": "Beslut om en ingång", "approved_by": "data_steward",
        "approved_on": date(2024, 12, 1),
    }  # fmt: skip
    return {"breaks": [{name: value for name, value in (entry | changes).items() if value is not None}]}


def test_a_break_is_read_with_who_approved_it_and_why() -> None:
    [entry] = breaks.read(told(), UNITS)
    assert (entry.kind, entry.units_before, entry.approved_by) == ("merged", ("dagcentrum",), "data_steward")
    assert (entry.organisation, entry.reason) == (None, "Beslut om en ingång")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"kind": "moved"}, "kind"),
        ({"units_before": ["vastra"]}, "units_before"),
        ({"units_after": []}, "units_after"),
        ({"kind": "new_system"}, "units_before"),
        ({"reason": "kort"}, "reason"),
        ({"approved_by": "Anna"}, "approved_by"),
        ({"approved_on": None}, "approved_on"),
        ({"organisation": "joint"}, "organisation"),
        ({"sources": ["elsewhere"]}, "sources"),
        ({"title": {"sv": "Bara svenska"}}, "title"),
        ({"units": ["dagcentrum"]}, "units"),
    ],
)
def test_a_break_that_says_too_little_is_refused_by_its_place(changes: dict[str, object], place: str) -> None:
    with pytest.raises(UserProblem, match="settings_wrong") as problem:
        breaks.read(told(**changes), UNITS)
    assert f"breaks[1].{place}" in problem.value.text.sv


def test_a_break_comes_through_a_manifest_as_it_was() -> None:
    entries = breaks.read(told(), UNITS)
    assert in_manifest({"breaks": [entry.as_json() for entry in entries]}) == entries
    assert in_manifest({}) == ()


def a_break(**changes: object) -> Break:
    [entry] = breaks.read(told(**changes), UNITS)
    return entry


def test_a_merged_unit_leaves_the_whole_as_it_was() -> None:
    entry = a_break()
    assert concerning([entry], by_id("P10")) == ()
    assert concerning([entry], by_id("P10"), unit="norra_mottagningen") == (entry,)
    assert concerning([entry], by_id("P10"), unit="elsewhere") == ()


def test_a_new_system_concerns_what_it_delivers_in_its_own_organisation() -> None:
    system = a_break(
        kind="new_system", units_before=None, units_after=None, sources=["contacts"], organisation="region"
    )
    assert concerning([system], by_id("R4")) == (system,)
    assert concerning([system], by_id("P10")) == ()
    assert concerning([system], by_id("R4"), sides=("municipality",)) == ()


def test_of_a_split_the_old_rows_stay_where_they_were() -> None:
    assert a_break(kind="split", units_after=list(UNITS)).follows == {}
    assert a_break(kind="renamed").follows == {"dagcentrum": "norra_mottagningen"}


# --- from load to chart -------------------------------------------------------------------------------------------

STAYS, MOVES = 160, 80


def a_zone_with_two_units(folder: Path, extra: str = "") -> Workspace:
    """Persons at two units in 2024, of which those of the one have moved to the other in 2025."""
    settings = SETTINGS.replace("opened_on = 2025-03-01\n", "") + extra
    zone = a_workspace(folder, settings)
    zone.key("region").write_bytes(b"the same noise in every test....")
    for source in ("persons", "coordinators"):
        pattern = rf"'^{source}_(?P<period>[0-9-]+)_v(?P<version>[0-9]+)\.csv$'"
        (zone.sources / f"region.{source}.toml").write_text(a_profile(source, file_pattern=pattern), encoding="utf-8")
        rows = [
            a_row(source, number, unit=unit, from_on=first, to_on=last)
            for number in range(STAYS + MOVES)
            if source == "persons" or number % 7 not in (0, 3, 5)
            for unit, first, last in _spells(number)
        ]
        assert load(zone, "region", written(zone, f"{source}_2024-2025_v1.csv", as_csv(rows))).exit_code == 0
    return zone


def _spells(number: int) -> list[tuple[str, str, str]]:
    if number < STAYS:
        return [("norra_mottagningen", "2024-01-01", "")]
    return [("dagcentrum", "2024-01-01", "2024-12-31"), ("norra_mottagningen", "2025-01-01", "")]


def unit_cells(zone: Workspace, indicator: str = "P10") -> pl.DataFrame:
    """The released cells of one measure by unit."""
    path = bundle.newest(zone.outbox("region"), "region")
    assert path is not None
    return bundle.read(path).cells.filter(indicator_id=indicator, breakdown="unit").sort("group", "period_start")


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committee that has approved the merger, with its release in force."""
    zone = a_zone_with_two_units(tmp_path_factory.mktemp("merged"), MERGED)
    release(zone, "region")
    approve(zone, "region", STEWARD.sv)
    receive(zone)
    return zone


def persons_of(zone: Workspace, now: dict[str, str]) -> dict[str, list[float]]:
    """The shared users of each unit at the end of each half-year, as the release counts them before protection."""
    with vault.reading(zone, "region") as connection:
        people = {person for (person,) in vault.table(connection, "persons").select("person").fetchall()}
        moved = unit_history.moved(vault.tables(connection), now)
        connection.register("keys", record_keys(b"k" * 32, people).to_arrow())
        moved["record_keys"] = connection.table("keys")
        units = unit_history.open_dates(zone.units, now, "region")
        days: dict[str, Any] = {"data_from": date(2024, 1, 1), "data_to": date(2025, 12, 31), "units": units}
        cells = calculate(by_id("P10"), "region", moved, **days).filter(breakdown="unit").sort("period_start")
    return {group: cells.filter(group=group)["denominator"].to_list() for group in cells["group"].unique().sort()}


def test_until_a_break_is_approved_the_history_stays_with_the_old_unit(merged: Workspace) -> None:
    assert persons_of(merged, {}) == {
        "dagcentrum": [MOVES, MOVES, 0, 0],
        "norra_mottagningen": [STAYS, STAYS, STAYS + MOVES, STAYS + MOVES],
    }


def test_with_it_nobody_is_lost_and_nobody_counted_twice(merged: Workspace) -> None:
    assert persons_of(merged, follows(merged.breaks, "region")) == {"norra_mottagningen": [STAYS + MOVES] * 4}


def test_a_merged_unit_keeps_its_history_under_the_new_one(merged: Workspace) -> None:
    cells = unit_cells(merged)
    assert cells["group"].unique().to_list() == ["norra_mottagningen"]
    assert cells["n_shown"].to_list() == pytest.approx([STAYS + MOVES] * 4, abs=6)


def test_the_vault_keeps_what_was_delivered(merged: Workspace) -> None:
    assert vault.rows(merged.vault("region"), "persons").filter(unit="dagcentrum").height == MOVES


def test_the_break_travels_to_the_joint_zone_with_its_reason_and_role(merged: Workspace) -> None:
    [entry] = in_manifest(published.read_manifest(merged.joint, published.in_force(merged.joint))["committee"])
    assert (entry.on, entry.kind, entry.approved_by) == (date(2025, 1, 1), "merged", "data_steward")
    assert entry.reason == "Beslut om en gemensam ingång"


def test_the_units_chart_marks_the_break_in_a_series_that_is_whole(merged: Workspace) -> None:
    shown = published.read(merged.joint, published.in_force(merged.joint))
    place = indicator_page.place(shown.manifest["committee"])
    rows = build(catalogue(), shown.cells, (), (), "unit", "norra_mottagningen")
    row = next(row for row in rows if row.indicator.id == "P10")
    pair = indicator_page.pair(row, place.organisations, (), Contents(), "norra_mottagningen", place.breaks)
    assert pair is not None
    assert [(mark.kind, mark.on, mark.title.sv) for mark in pair.marks] == [
        ("series_break", date(2025, 1, 1), "Dagcentrum gick upp i norra mottagningen")
    ]
    assert row.region.series.periods == (date(2024, 1, 1), date(2024, 7, 1), date(2025, 1, 1), date(2025, 7, 1))
    whole = indicator_page.pair(row, place.organisations, (), Contents(), "", place.breaks)
    assert whole is not None
    assert whole.marks == ()


def test_a_break_has_a_title_in_both_languages(merged: Workspace) -> None:
    assert [entry.title for entry in merged.breaks] == [
        Text(sv="Dagcentrum gick upp i norra mottagningen", en="The day centre became part of the north centre")
    ]
    assert set(ORGANISATIONS) >= {entry.organisation for entry in merged.breaks}
