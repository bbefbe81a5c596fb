"""JSON documents: read whole, strictly, with every number as it was written."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from metrics.problem import Text, UserProblem
from pipelines.readers import Limits
from pipelines.readers.table import check_size


def opened(file: Path, limits: Limits) -> Any:
    """What the document says.

    Rule    a name twice in one object, NaN and infinity are no JSON: one of two answers would be lost, or none given
    Fails   file_empty, file_too_large, json_unreadable
    """
    check_size(file.stat().st_size, limits)
    try:
        return json.loads(
            file.read_bytes().decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_once,
        )
    except (ValueError, RecursionError):  # what is not UTF-8 is a ValueError too
        raise UserProblem(
            "json_unreadable",
            Text(
                sv="Filen är inte ett helt JSON-dokument i UTF-8: den är avbruten, ändrad för hand eller något annat "
                "än JSON. Hämta den på nytt och spara svaret som det är.",
                en="The file is not a whole JSON document in UTF-8: it is cut short, changed by hand or something else "
                "than JSON. Fetch it again and save the answer as it is.",
            ),
        ) from None


def shape(publisher: str, sv: str, en: str) -> UserProblem:
    """The problem of a document that is JSON but not what the profile says it is."""
    return UserProblem(
        "json_shape",
        Text(
            sv=f"Filen är JSON men inte {publisher}: {sv}. Hämta den på nytt, eller rätta format i profilen.",
            en=f"The file is JSON but not {publisher}: {en}. Fetch it again, or mend format in the profile.",
        ),
    )


def _refuse_constant(constant: str) -> Any:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a name twice")
    return told
