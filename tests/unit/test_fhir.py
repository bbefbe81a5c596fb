"""The release as FHIR: every figure in its place, a reason where one is not shown, reports that others can read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from fhir.resources.R4B import measurereport
from fhir.resources.R4B.bundle import Bundle as FhirBundle

from pipelines import fhir
from pipelines.published import CELL_SCHEMA, Published
from tests.zones import a_cell, a_hidden_cell, a_workspace

OWN_AMOUNT = {"value": None, "denominator": None, "low": None, "high": None, "n_shown": None, "numerator": 1_000_000.0}
CELLS = [
    a_cell(),
    a_hidden_cell(),
    a_hidden_cell(period_start=date(2025, 4, 1), flag="no_data"),
    a_cell(organisation="municipality"),
    a_cell(breakdown="unit", group="dagcentrum", grain="year", period_start=date(2025, 1, 1)),
    a_hidden_cell(breakdown="unit", group="norra_mottagningen", grain="year", period_start=date(2025, 1, 1)),
    a_cell(indicator_id="R2") | OWN_AMOUNT,
]

Report = dict[str, Any]

R4 = {
    "": {
        "identifier", "status", "type", "measure", "subject", "date", "reporter", "period", "improvementNotation",
        "group", "evaluatedResource",
    },
    "Group": {"code", "population", "measureScore", "stratifier"},
    "GroupPopulation": {"code", "count", "subjectResults"},
    "GroupStratifier": {"code", "stratum"},
    "GroupStratifierStratum": {"value", "component", "population", "measureScore"},
    "GroupStratifierStratumComponent": {"code", "value"},
    "GroupStratifierStratumPopulation": {"code", "count", "subjectResults"},
}  # fmt: skip
"""What HL7 FHIR R4 (4.0.1) says a MeasureReport and its parts may hold, beside what every resource may."""

R4_MODELS = [f"MeasureReport{part}" for part in R4]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Published:
    committee = a_workspace(tmp_path_factory.mktemp("fhir")).block()
    cells = pl.DataFrame(CELLS, schema=CELL_SCHEMA, orient="row")
    manifest = {"committee": committee, "published_at": "2026-01-16T14:02:00+00:00"}
    return Published(release_id="2025-Q4", cells=cells, manifest=manifest)


@pytest.fixture(scope="module")
def bundle(release: Published) -> Report:
    content: Report = json.loads(fhir.reports(release))
    return content


def report(bundle: Report, start: str, organisation: str = "region", indicator: str = "P2") -> Report:
    [found] = [
        entry["resource"]
        for entry in bundle["entry"]
        if entry["resource"]["period"]["start"] == start
        and entry["resource"]["reporter"]["identifier"]["value"] == organisation
        and f":{indicator}|" in entry["resource"]["measure"]
    ]
    return dict(found)


def reason(element: Report) -> str:
    [extension] = element["extension"]
    assert extension["url"].endswith("data-absent-reason")
    return str(extension["valueCode"])


def test_a_shown_share_is_a_score_with_its_two_populations(bundle: Report) -> None:
    [group] = report(bundle, "2025-10-01")["group"]
    assert group["measureScore"] == {"value": 0.75}
    counts = {one["code"]["coding"][0]["code"]: one["count"] for one in group["population"]}
    assert counts == {"numerator": 30, "denominator": 40}


@pytest.mark.parametrize(("start", "why"), [("2025-07-01", "masked"), ("2025-04-01", "unknown")])
def test_what_is_not_shown_says_why_and_holds_no_number(bundle: Report, start: str, why: str) -> None:
    [group] = report(bundle, start)["group"]
    assert reason(group["measureScore"]) == why
    assert {reason(population["_count"]) for population in group["population"]} == {why}
    assert "value" not in group["measureScore"]
    assert not any("count" in population for population in group["population"])


def test_a_breakdown_is_a_stratifier_with_a_stratum_for_each_group(bundle: Report) -> None:
    [group] = report(bundle, "2025-01-01")["group"]
    [stratifier] = group["stratifier"]
    assert stratifier["code"][0]["coding"][0]["code"] == "unit"
    shown, hidden = stratifier["stratum"]
    assert shown["component"][0]["value"]["coding"][0]["code"] == "dagcentrum"
    assert (shown["measureScore"], reason(hidden["measureScore"])) == ({"value": 0.75}, "masked")


def test_an_amount_is_no_population(bundle: Report) -> None:
    [group] = report(bundle, "2025-10-01", indicator="R2")["group"]
    assert (group["measureScore"], "population" in group) == ({"value": 1_000_000.0}, False)


def test_a_report_says_whose_period_and_direction(bundle: Report) -> None:
    one = report(bundle, "2025-10-01", "municipality")
    assert one["period"] == {"start": "2025-10-01", "end": "2025-12-31"}
    assert one["reporter"]["display"] == "Kommunen"
    assert one["improvementNotation"]["coding"][0]["code"] == "increase"


def test_the_same_release_is_always_the_same_bytes(release: Published) -> None:
    assert fhir.reports(release) == fhir.reports(release)


def test_every_report_has_an_id_of_its_own(bundle: Report) -> None:
    assert len({entry["fullUrl"] for entry in bundle["entry"]}) == len(bundle["entry"]) == 6


def test_the_bundle_is_valid_fhir(release: Published) -> None:
    """The reference models in Python are of R4B; of MeasureReport they have exactly the elements of R4 (4.0.1).

    R4B changed other resources (of evidence, medicines, subscriptions). `R4` holds the published definition's elements,
    so that a later version of the models with others would fail here rather than let something pass that is not R4.
    """
    models = {name.removeprefix("MeasureReport"): getattr(measurereport, name) for name in R4_MODELS}
    own = {"id", "extension", "modifierExtension"}
    of_resource = own | {"meta", "implicitRules", "language", "text", "contained"}
    elements = {name: set(model.elements_sequence()) for name, model in models.items()}
    assert {name: found - (own if name else of_resource) for name, found in elements.items()} == R4

    read = FhirBundle.model_validate_json(fhir.reports(release))
    kinds = {entry.resource.get_resource_type() for entry in read.entry or () if entry.resource}
    assert kinds == {"MeasureReport"}


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda one: one["group"][0].update(measureScore={"value": "many"}), "value"),
        (lambda one: one["group"][0].update(measureScores=[]), "measureScores"),
        (lambda one: one.pop("period"), "period"),
    ],
)
def test_what_is_not_fhir_is_told_apart(release: Published, spoil: Callable[[Report], Any], where: str) -> None:
    spoiled = json.loads(fhir.reports(release))
    spoil(spoiled["entry"][0]["resource"])
    with pytest.raises(ValueError, match=where):
        FhirBundle.model_validate(spoiled)


def test_the_file_lands_where_it_is_asked_for(release: Published, tmp_path: Path) -> None:
    from pipelines import export, published

    published.publish(tmp_path, "2025-Q4", release.cells, release.manifest)
    assert json.loads(export.export(tmp_path, "fhir"))["resourceType"] == "Bundle"


@pytest.mark.parametrize(
    ("language", "starts", "figures"),
    [("sv", "release_id;indicator_id", ";0,75;"), ("en", "release_id,indicator_id", ",0.75,")],
)
def test_csv_for_a_spreadsheet_opens_in_columns(
    release: Published, tmp_path: Path, language: Any, starts: str, figures: str
) -> None:
    from pipelines import export, published

    cells = release.cells.with_columns(method=pl.lit("=1+1"))
    published.publish(tmp_path, "2025-Q4", cells, release.manifest)
    content = export.export(tmp_path, "csv-excel", language=language)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.startswith(starts)
    assert figures in text
    assert "'=1+1" in text.splitlines()[1]
