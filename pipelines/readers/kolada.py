"""Kolada's answers, saved as they came (version 3 of its interface): key figures per area and year.

    {"values": [{"kpi": "N31001", "municipality": "1440", "period": 2024,
                 "values": [{"gender": "T", "count": 1, "status": "", "value": 1260.8}]}],
     "count": 1, "next_url": null}

Out     kpi, municipality (or ou, for an organisational unit), period, gender, count, status
        value   the number; where there is none, the status that says why
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.cells import hand_over, plain
from pipelines.readers.document import opened, shape

AREAS = ("municipality", "ou")
DELETED = "deleted"
"""What stands for a value that its publisher has taken back."""

_NAME = Text(sv="ett sparat svar från Kolada (v3)", en="a saved answer from Kolada (v3)")
_NEXT = ("next_url", "next_page", "next")


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write the figures as rows of text into `into`; answer with header and row count.

    In      file  one answer, or a list of the answers to one question, page after page
    Rule    rows are numbered from 1, in the order of the file's values
    Fails   file_empty, file_too_large, json_unreadable, json_shape, kolada_incomplete
    """
    del layout  # the document says itself how it is written
    told = opened(file, limits)
    pages = told if isinstance(told, list) else [told]
    try:
        figures = [figure for page in pages for figure in page["values"]]
        area = _area(figures)
        found = [_row(figure, value, area) for figure in figures for value in figure["values"]]
        complete = all(page.get("count", len(page["values"])) == len(page["values"]) for page in pages)
    except (KeyError, TypeError, AttributeError):
        raise shape(
            _NAME.sv,
            "values med kpi, municipality, period och values saknas",
            "values with kpi, municipality, period and values are missing",
        ) from None
    if not complete or any(pages[-1].get(name) for name in _NEXT):
        raise _incomplete()
    header = ["kpi", area, "period", "gender", "count", "status", "value"]
    table = pl.DataFrame(found, schema=dict.fromkeys(header, pl.String), orient="row")
    return hand_over(table, pl.int_range(1, table.height + 1, eager=True), limits, into)


def _area(figures: Sequence[Mapping[str, Any]]) -> str:
    """What the figures are about: all municipalities and regions, or all organisational units."""
    for area in AREAS:
        if all(area in figure for figure in figures):
            return area
    raise KeyError(AREAS[0])


def _row(figure: Mapping[str, Any], value: Mapping[str, Any], area: str) -> list[str]:
    status = str(value.get("status") or "")
    return [
        str(figure["kpi"]),
        str(figure[area]),
        str(figure["period"]),
        str(value["gender"]),
        str(value.get("count", "")),
        status,
        DELETED if value.get("isdeleted") else _written(value["value"], status),
    ]


def _written(value: Any, status: str) -> str:
    if value is None:
        return status
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError("value")
    return plain(value)


def _incomplete() -> UserProblem:
    return UserProblem(
        "kolada_incomplete",
        Text(
            sv="Filen är inte hela svaret: det fortsätter på en sida till, eller har färre uppgifter än det säger. "
            "Hämta med per_page=5000, eller spara alla sidor som en lista i samma fil.",
            en="The file is not the whole answer: it goes on on another page, or has fewer figures than it says. "
            "Fetch it with per_page=5000, or save all pages as a list in one file.",
        ),
    )
