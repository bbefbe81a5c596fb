"""Distributions for a joint zone: profiles of needs, flows, agreement, target groups, and the way of plans.

Drawn, not computed: three years alike, with one story in the last one per side of what a page must tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from metrics.distribution import DOMAINS
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.populations.agencies import AGENCIES
from metrics.populations.pathway import EDGES, STEPS
from pipelines.published import CELL_SCHEMA

YEARS = (2023, 2024, 2025)
HIDDEN = None
"""A count under five."""

Key = tuple[str, str, int | None, str]
"""(distribution, rater, domain, category)."""
Figure = tuple[float, float] | None
"""A count and what it is seen against, or hidden."""
Last = Mapping[tuple[Organisation, Key], Figure]
"""Figures of the last year that are not like those of the years before."""


def spread_cells(
    organisations: Sequence[Organisation] = ORGANISATIONS,
    *,
    last: Last | None = None,
) -> pl.DataFrame:
    """Cells of every distribution the pages read."""
    told = last or {}
    rows = [
        _cell(organisation, year, key, told.get((organisation, key), figure) if year == YEARS[-1] else figure)
        for organisation in organisations
        for year in YEARS
        for key, figure in _usual()
    ]
    return pl.DataFrame(rows, schema=CELL_SCHEMA)


def _usual() -> Iterator[tuple[Key, Figure]]:
    for domain in DOMAINS:
        unmet = 5.0 * domain
        for rater, more, n in (("user", 10.0, 1000.0), ("staff", 0.0, 1000.0)):
            counts = {"none": n - 300 - unmet - more, "met": 280.0, "unmet": unmet + more, "not_known": 20.0}
            yield from (((("can_profile", rater, domain, of)), (count, n)) for of, count in counts.items())
            for way, count in {"new": 30.0, "resolved": 30.0, "unmet_unmet": 20.0, "not_unmet": 420.0}.items():
                yield ("can_changes", rater, domain, way), (count, 500.0)
        for of, figure in {
            "none": (60.0, 100.0),
            "met": (35.0, 100.0),
            "unmet": (5.0, 100.0),
            "not_known": HIDDEN,
        }.items():
            yield ("can_profile", "carer", domain, of), figure
        for of, count in {"unmet_unmet": 40.0, "user_only": 30.0, "staff_only": 20.0, "neither": 410.0}.items():
            yield ("can_agreement", "", domain, of), (count, 500.0)
        for group in ("psychosis", "young_adults"):
            yield ("can_groups", "user", domain, group), (round((unmet + 10) / 10), 100.0)
    for group in ("psychosis", "young_adults"):
        yield ("target_groups", "", None, group), (300.0, 1000.0)
    for step in STEPS:
        yield ("sip_steps", "", None, step), (180.0, 200.0)
    for agency in (*AGENCIES, "not_documented"):
        yield ("sip_initiators", "", None, agency), (120.0, 200.0) if agency == "outpatient_psychiatry" else HIDDEN
    for agency in AGENCIES:
        for role, figure in {"needed": (100.0, 200.0), "invited": (90.0, 100.0), "present": (80.0, 100.0)}.items():
            yield ("sip_agencies", "", None, f"{role}:{agency}"), figure
    waiting = 200.0
    for day in EDGES:
        yield ("sip_follow_up", "", None, str(day)), (15.0, waiting)
        waiting -= 15.0


def _cell(organisation: Organisation, year: int, key: Key, figure: Figure) -> dict[str, Any]:
    distribution, rater, domain, category = key
    count, of = figure or (None, None)
    share = None if count is None or of is None else count / of
    return dict.fromkeys(CELL_SCHEMA) | {
        "release_id": "2025-Q4",
        "definition_version": 1,
        "indicator_id": distribution,
        "organisation": organisation,
        "breakdown": "category",
        "group": category,
        "rater": rater,
        "domain": domain,
        "period_start": date(year, 1, 1),
        "grain": "year",
        "value": share,
        "numerator": count,
        "denominator": of,
        "low": None if share is None else max(share - 0.05, 0.0),
        "high": None if share is None else min(share + 0.05, 1.0),
        "flag": "ok" if figure else "suppressed",
    }
