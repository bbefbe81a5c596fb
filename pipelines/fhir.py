"""The published cells as FHIR R4: a bundle of MeasureReports for systems that talk to each other in FHIR.

One report per indicator, organisation and period, laid out as IHE mADX lays out aggregates: the organisation's total as
populations and score, its breakdowns as stratifiers. A figure that is not shown carries the reason it is absent, and no
number.

Source  HL7 FHIR R4 (4.0.1) MeasureReport; IHE QRPH Mobile Aggregate Data Exchange (mADX)
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

import polars as pl

from metrics import periods
from metrics.catalogue import Catalogue, catalogue
from metrics.indicator import Indicator
from pipelines.bundle_figures import ARITHMETIC
from pipelines.published import Published

Entry = dict[str, Any]

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
REASONS: Mapping[str, str] = {"suppressed": "masked", "no_data": "unknown", "structural_zero": "not-applicable"}
POPULATIONS = "http://terminology.hl7.org/CodeSystem/measure-population"
NOTATION = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation"
OWN = "urn:samsyn"
"""What is ours: indicators, breakdowns, groups and organisations have no codes of their own in FHIR."""

_REPORT = ("indicator_id", "definition_version", "organisation", "grain", "period_start")


def reports(release: Published, known: Catalogue | None = None) -> bytes:
    """The release as one FHIR bundle in JSON; the same release always gives the same bytes."""
    indicators = {one.id: one for one in (catalogue() if known is None else known)}
    names = release.manifest["committee"]["organisations"]
    published_at = release.manifest["published_at"]
    entries = []
    for key, cells in release.cells.group_by(_REPORT, maintain_order=True):
        said = dict(zip(_REPORT, key, strict=True))
        name = names[said["organisation"]]["name"]["sv"]
        report = _report(said, cells, indicators.get(said["indicator_id"]), name, published_at)
        entries.append({"fullUrl": f"urn:uuid:{report['id']}", "resource": report})
    bundle = {
        "resourceType": "Bundle",
        "id": _id(release.release_id),
        "type": "collection",
        "timestamp": published_at,
        "entry": entries,
    }
    return json.dumps(bundle, ensure_ascii=False).encode()


def _report(said: Entry, cells: pl.DataFrame, indicator: Indicator | None, name: str, published_at: str) -> Entry:
    start, grain = said["period_start"], said["grain"]
    report = {
        "resourceType": "MeasureReport",
        "id": _id(cells["release_id"][0], *map(str, said.values())),
        "status": "complete",
        "type": "summary",
        "measure": f"{OWN}:indicator:{said['indicator_id']}|{said['definition_version']}",
        "date": published_at,
        "reporter": {"identifier": {"system": f"{OWN}:organisation", "value": said["organisation"]}, "display": name},
        "period": {
            "start": start.isoformat(),
            "end": periods.end(periods.index(start, grain), grain).isoformat(),
        },
        "group": [_group(said["indicator_id"], cells, indicator)],
    }
    if indicator and indicator.direction != "neutral":
        report["improvementNotation"] = {"coding": [{"system": NOTATION, "code": indicator.direction}]}
    return report


def _group(indicator_id: str, cells: pl.DataFrame, indicator: Indicator | None) -> Entry:
    """The organisation's total, and a stratifier for each breakdown that has this period."""
    totals = [row for row in cells.iter_rows(named=True) if _is_total(row)]
    group: Entry = {"code": _code("indicator", indicator_id)}
    for row in totals:
        group |= _figures(row, indicator)
    strata: dict[str, list[Entry]] = {}
    for row in cells.iter_rows(named=True):
        if not _is_total(row):
            strata.setdefault(row["breakdown"], []).append(_stratum(row, indicator))
    if strata:
        group["stratifier"] = [
            {"code": [_code("breakdown", breakdown)], "stratum": listed} for breakdown, listed in strata.items()
        ]
    return group


def _is_total(row: Entry) -> bool:
    return row["breakdown"] == "all" and not row["group"] and row["domain"] is None


def _stratum(row: Entry, indicator: Indicator | None) -> Entry:
    """One part of a breakdown, named by everything that tells it from the others."""
    parts = {row["breakdown"]: row["group"], "rater": row["rater"], "domain": row["domain"]}
    components = [
        {"code": _code("breakdown", part), "value": _code(part, str(value))}
        for part, value in parts.items()
        if value not in ("", None)
    ]
    return {"component": components} | _figures(row, indicator)


def _figures(row: Entry, indicator: Indicator | None) -> Entry:
    """The counts that are numbers of persons or things, and the score; or why there is none."""
    rule = ARITHMETIC.get(indicator.measure_of(row["breakdown"])) if indicator else None
    counts = rule.counts if rule else ()  # the register's figures count nobody
    shown = row["flag"] == "ok"
    populations = [
        {"code": _coded(POPULATIONS, name)} | ({"count": round(row[name])} if shown else {"_count": _absent(row)})
        for name in ("numerator", "denominator")
        if name in counts and not (shown and row[name] is None)
    ]
    score = row["value"] if row["value"] is not None else row["numerator"]  # an amount the joint zone divides later
    figures: Entry = {"measureScore": {"value": score} if shown and score is not None else _absent(row)}
    return figures | ({"population": populations} if populations else {})


def _absent(row: Entry) -> Entry:
    return {"extension": [{"url": ABSENT, "valueCode": REASONS.get(row["flag"], "unknown")}]}


def _code(kind: str, code: str) -> Entry:
    return _coded(f"{OWN}:{kind}", code)


def _coded(system: str, code: str) -> Entry:
    return {"coding": [{"system": system, "code": code}]}


def _id(*parts: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, ":".join((OWN, *parts))))
