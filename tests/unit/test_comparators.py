"""Published figures on their way to the joint zone: which cross, in which unit, with which reason, and which do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics import comparators as declared
from pipelines import bundle, comparators, vault
from pipelines.bundle_checks import broken, expect
from pipelines.load import load
from pipelines.real_files import lend
from pipelines.workspace import Workspace
from tests.intake import a_file, a_profile, a_zone
from tests.zones import a_bundle

PUBLISHED = '[published]\nby = "Kolada"\nlicence = "Källa: Kolada"\ngroups = ["0000"]'
FIGURE: dict[str, Any] = {
    "key": "N74008", "by": "Kolada", "licence": "Källa: Kolada", "group": "Riket", "period": "2024",
    "status": "ok", "value": 3000.5, "unit": "SEK_per_inhabitant",
}  # fmt: skip


COUNTRY = {"measure": "N74008", "group": "0000", "group_name": "Riket"}
DRAWN: dict[str, dict[str, str]] = {
    "2024": {"value": "3000,5", "value_unit": "SEK_per_inhabitant"},
    "2023": {"value": "33,7", "value_unit": "million_SEK"},
    "2022": {"value": "33700", "value_unit": "thousand_SEK"},
    "2021": {"value": "*", "status": "suppressed"},
    "2020": {"value": "-", "status": "missing"},
    "2019": {"value": "x", "status": "not_applicable"},
    "2018": {"group": "0180"},
    "2017": {"measure": "N00001"},
    "2016": {"measure": "N31001"},
}
"""One figure a year, each special in one way."""


def told(zone: Workspace) -> list[dict[str, Any]]:
    with vault.reading(zone, "region") as connection:
        return comparators.crossing(zone, "region", connection)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A zone with the drawn figures loaded."""
    zone = a_zone(tmp_path_factory.mktemp("loaded"), statistics=a_profile("statistics", PUBLISHED))
    rows = [COUNTRY | {"period": year, "numerator": "", "denominator": ""} | figure for year, figure in DRAWN.items()]
    assert load(zone, "region", a_file(zone, "statistics", *rows, good=0, name="statistics_2024_v1.csv")).exit_code == 0
    return zone


@pytest.fixture(scope="module")
def crossed(loaded: Workspace) -> dict[str, dict[str, Any]]:
    """What crosses of them, by year; of a refused key figure there is no year."""
    return {figure["period"]: figure for figure in told(loaded)}


# --- what crosses -----------------------------------------------------------------------------------------------


def test_a_declared_figure_crosses_with_publisher_and_licence(crossed: dict[str, dict[str, Any]]) -> None:
    assert crossed["2024"] == FIGURE


@pytest.mark.parametrize("year", ["2023", "2022"])
def test_millions_and_thousands_cross_as_the_same(crossed: dict[str, dict[str, Any]], year: str) -> None:
    assert (crossed[year]["value"], crossed[year]["unit"]) == (33.7, "million_SEK")


@pytest.mark.parametrize(("year", "status"), [("2021", "suppressed"), ("2020", "missing"), ("2019", "not_applicable")])
def test_a_figure_that_is_not_there_keeps_the_reason_why(
    crossed: dict[str, dict[str, Any]], year: str, status: str
) -> None:
    assert (crossed[year]["value"], crossed[year]["status"]) == (None, status)


def test_a_key_figure_that_may_not_be_compared_crosses_by_name_only(crossed: dict[str, dict[str, Any]]) -> None:
    assert (crossed[""]["key"], crossed[""]["status"], crossed[""]["value"]) == ("N31001", "refused", None)


def test_an_area_not_asked_for_and_a_key_figure_nobody_declared_stay(crossed: dict[str, dict[str, Any]]) -> None:
    assert {"2018", "2017", "2016"} & set(crossed) == set()


def test_without_a_named_publisher_nothing_crosses(loaded: Workspace) -> None:
    known = loaded.sources / "region.statistics.toml"
    text = known.read_text(encoding="utf-8")
    known.write_text(a_profile("statistics"), encoding="utf-8")
    assert told(loaded) == []
    known.write_text(text, encoding="utf-8")


def test_the_real_figures_of_the_demonstration_cross(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    (zone.sources / "region.statistics.toml").unlink()
    lend(zone, "region")
    [file] = zone.inbox("region").iterdir()
    assert load(zone, "region", file).exit_code == 0
    figures = {entry["key"]: (entry["value"], entry["unit"], entry["status"]) for entry in told(zone)}
    assert figures == {"TAB4242:2": (33710.0, "million_SEK", "ok"), "TAB4242:0": (None, "", "refused")}


# --- what a bundle may bring ------------------------------------------------------------------------------------


def refusals(zone: Workspace, *figures: dict[str, Any]) -> list[str]:
    path = a_bundle(zone, "region", comparators=list(figures))
    return [rule.code for rule in broken(bundle.read(path), expect(zone))]


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return a_zone(tmp_path_factory.mktemp("zone"))


def test_a_bundle_may_bring_published_figures(zone: Workspace) -> None:
    assert refusals(zone, FIGURE, FIGURE | {"period": "2023", "status": "missing", "value": None}) == []


@pytest.mark.parametrize(
    "change",
    [
        {"key": "N00001"},
        {"by": ""},
        {"licence": "<script>"},
        {"status": "missing"},
        {"value": float("inf")},
        {"unit": "SEK"},
        {"unit": "share", "value": 1.2},
        {"period": "i fjol"},
        {"status": "refused"},
        {"person": "r0123456789"},
    ],
    ids=str,
)
def test_a_figure_that_does_not_hold_refuses_the_bundle(zone: Workspace, change: dict[str, Any]) -> None:
    assert "told_comparators" in refusals(zone, FIGURE | change)


def test_the_same_figure_twice_refuses_the_bundle(zone: Workspace) -> None:
    assert refusals(zone, FIGURE, FIGURE | {"value": 1.0}) == ["told_comparators"]


def test_an_identity_number_as_a_value_is_an_incident(zone: Workspace) -> None:
    assert "no_person" in refusals(zone, FIGURE | {"value": 191212121212})


# --- what is declared -------------------------------------------------------------------------------------------


def test_no_key_figure_is_both_declared_and_refused() -> None:
    assert {each.key for each in declared.COMPARATORS} & set(declared.REFUSED) == set()


def test_every_key_figure_is_declared_once_and_differs_in_words() -> None:
    keys = [each.key for each in declared.COMPARATORS]
    assert sorted(set(keys)) == sorted(keys)
    assert [each.key for each in declared.COMPARATORS if not (each.counts.sv and each.ours.sv and each.ours.en)] == []
