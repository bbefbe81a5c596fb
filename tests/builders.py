"""Small things tests are made of, each with sensible values, so that a test states only what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from metrics import periods
from metrics.indicator import Breakdown, Indicator, Organisation, Twin
from metrics.periods import Grain
from metrics.problem import Text
from pipelines.published import CELL_SCHEMA

# --- indicators and protected cells ----------------------------------------------------------------------------


def both_languages(words: str) -> Text:
    """The same words in Swedish and English, for tests that do not read them."""
    return Text(sv=words, en=words)


def an_indicator(**overrides: Any) -> Indicator:
    """A share per quarter, better when higher, defined alike on both sides."""
    twin = Twin(
        source="sip_plans",
        rows=lambda tables: tables["sip_plans"],
        numerator=nw.col("done"),
        denominator=nw.lit(True),
        counted=both_languages("plans"),
    )
    fields: dict[str, Any] = {
        "id": "P2",
        "name": Text(sv="SIP uppföljd i tid", en="SIP followed up in time"),
        "why": both_languages("why"),
        "numerator_text": both_languages("followed up"),
        "denominator_text": both_languages("due"),
        "perspective": "process",
        "measure": "share",
        "unit": "share",
        "unit_text": Text(sv="andel av planer", en="share of plans"),
        "direction": "increase",
        "breakdowns": {"all": "quarter", "unit": "year"},
        "disclosure": "process",
        "comparable": "identical",
        "twins": {"region": twin, "municipality": twin},
        "partner": "P7",
        "owner": both_languages("owner"),
        "checker": both_languages("checker"),
        "next_review": date(2027, 1, 1),
        "reference": both_languages("reference"),
    }
    return Indicator(**(fields | overrides))


def cells(
    values: Sequence[float | str | None],
    *,
    indicator: str = "P2",
    organisation: Organisation = "region",
    breakdown: Breakdown = "all",
    group: str = "",
    first: date = date(2023, 1, 1),
    grain: Grain = "quarter",
    n: float = 100,
    **columns: Any,
) -> pl.DataFrame:
    """Protected cells of one series, one per period from `first`.

    In      values   a share; or a flag ("suppressed", "no_data", "structural_zero"); or None where no cell came
            n        the shown denominator of every cell
            columns  further columns of the cell, the same in every row
    """
    rows = []
    for step, value in enumerate(values):
        if value is None:
            continue
        shown = value if isinstance(value, float | int) else None
        cell: dict[str, Any] = dict.fromkeys(CELL_SCHEMA) | {
            "release_id": "2025-Q4",
            "definition_version": 1,
            "rater": "",
            "indicator_id": indicator,
            "organisation": organisation,
            "breakdown": breakdown,
            "group": group,
            "period_start": periods.start(periods.index(first, grain) + step, grain),
            "grain": grain,
            "value": shown,
            "numerator": None if shown is None else shown * n,
            "denominator": None if shown is None else n,
            "flag": value if isinstance(value, str) else "ok",
        }
        rows.append(cell | columns)
    return pl.DataFrame(rows, schema=CELL_SCHEMA)
