"""What the published figures in a bundle must satisfy: about no person, named, and beside an indicator."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, Final

from metrics import comparators
from metrics.problem import Text
from pipelines import reported
from pipelines.bundle import Bundle
from pipelines.bundle_expected import Expected

MOST: Final = 500
UNITS: Final = ("number", "share", "million_SEK", "SEK_per_inhabitant", "per_1000", "days", "hours", "score")
STATUSES: Final = ("ok", "suppressed", "missing", "not_applicable")
_FORM: Final = {"key", "by", "licence", "group", "period", "status", "value", "unit"}
_WORDS: Final = re.compile(r"[\w ,.()/:–&-]{1,120}")


def told_comparators(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Published figures have their set form, a named publisher and licence, and a place beside an indicator."""
    told = bundle.manifest.get("comparators", [])
    if len(told) > MOST or not all(_holds(entry) for entry in told):
        yield Text(
            sv="en publicerad siffra har fel form, saknar utgivare eller licens, eller hör inte till något mått",
            en="a published figure has the wrong form, lacks publisher or licence, or belongs to no indicator",
        )
    elif len({(entry["key"], entry["group"], entry["period"]) for entry in told}) < len(told):
        yield Text(sv="en publicerad siffra finns flera gånger", en="a published figure is there more than once")


def _holds(entry: Any) -> bool:
    if not isinstance(entry, dict) or set(entry) != _FORM:
        return False
    words, value = (entry["by"], entry["licence"]), entry["value"]
    if not all(isinstance(text, str) and _WORDS.fullmatch(text) for text in words):
        return False
    if entry["status"] == "refused":
        return entry["key"] in comparators.REFUSED and value is None and not entry["group"] + entry["period"]
    return (
        comparators.by_key(str(entry["key"])) is not None
        and entry["status"] in STATUSES
        and entry["unit"] in UNITS
        and isinstance(entry["group"], str)
        and _WORDS.fullmatch(entry["group"]) is not None
        and isinstance(entry["period"], str)
        and reported.is_written(entry["period"])
        and (_is_number(value) if entry["status"] == "ok" else value is None)
        and (entry["unit"] != "share" or value is None or 0 <= value <= 1)
    )


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)
