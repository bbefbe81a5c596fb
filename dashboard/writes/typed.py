"""A figure as people type it, in the unit of its measure: "65 %", "41 250 kr", "12,5"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from dashboard.measures import exact
from dashboard.texts import decision_sets as say
from dashboard.writes.sent import FieldProblem, Sent
from metrics.indicator import PARTS_OF_ONE, Indicator, Unit
from metrics.problem import Language, Text

Reach = tuple[float | None, float | None]
_PER_CENT: Final = frozenset({"%", "procent", "per cent", "percent"})
_NAMES: Final[Mapping[Unit, frozenset[str]]] = {
    "share": _PER_CENT,
    "points": _PER_CENT | {"procentenheter", "percentage points"},
    "sek_per_person": frozenset({"kr", "kronor", "sek"}),
    "days": frozenset({"dagar", "dag", "days", "day"}),
    "months": frozenset({"månader", "månad", "months", "month"}),
}
"""What may stand after the number of each unit; after any other, nothing."""
_TYPED: Final = re.compile(r"(?:sek )?([-+]?\d[\d ]*(?:\.\d+)?) ?(\D*)")
_EITHER_WAY: Final = re.compile(r"(?<![\d.])([1-9][\d\s]*)\.(\d{3})(?![\d.])")
"""Thousands or decimals: in Swedish a point is neither, and 0.125 can only be decimals."""


def figure(sent: Sent, name: str, indicator: Indicator) -> float | None:
    """A figure of a measure, as it is kept: parts of one for a share; None where none was typed.

    Fails   beside the field: no number, another unit, or more or less than the measure can be
    """
    return _read(sent, name, indicator.unit, indicator.bounds or indicator.reach, indicator.decimals)


def share(sent: Sent, name: str) -> float | None:
    """A part of the whole typed as per cent, 0-1."""
    return _read(sent, name, "share", (0.0, 1.0))


def money(sent: Sent, name: str) -> float | None:
    """An amount in kronor, never below 0."""
    return _read(sent, name, "sek_per_person", (0.0, None))


def number(sent: Sent, name: str) -> float | None:
    """A number that has no unit."""
    return _read(sent, name, "index", (None, None))


def _read(sent: Sent, name: str, unit: Unit, reach: Reach, decimals: int = 0) -> float | None:
    typed = sent.one(name)
    if not typed:
        return None
    if sent.language == "sv" and (point := _EITHER_WAY.search(typed)):
        whole, rest = point.groups()
        raise FieldProblem(name, say.EITHER_WAY.format(thousands=f"{whole}\u00a0{rest}", decimals=f"{whole},{rest}"))
    found = _TYPED.fullmatch(_plain(typed, sent.language))
    if found is None or found[2].strip() not in {"", *_NAMES.get(unit, ())}:
        raise FieldProblem(name, say.NOT_A_FIGURE.get(unit, say.NOT_A_NUMBER))
    said = Decimal(found[1].replace(" ", ""))
    if unit == "share" and not found[2] and 0 < abs(said) < 1:
        raise FieldProblem(name, say.PART_OR_PER_CENT.format(typed=typed, meant=exact(float(said), unit)))
    value = float(said / 100 if unit in PARTS_OF_ONE else said)
    least, most = reach
    if (least is not None and value < least) or (most is not None and value > most):
        raise FieldProblem(name, _outside(unit, least, most, decimals))
    return value


def _plain(typed: str, language: Language) -> str:
    """What was typed, with a decimal point; in English a comma before three digits marks thousands."""
    plain = re.sub(r"\s+", " ", typed.strip().lower()).replace("\u2212", "-")
    if language == "en":
        plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    return plain.replace(",", ".")


def _outside(unit: Unit, least: float | None, most: float | None, decimals: int) -> Text:
    if least is None or most is None:
        return say.TOO_LOW.format(least=exact(least or 0.0, unit, decimals))
    return say.OUTSIDE.format(least=exact(least, unit), most=exact(most, unit))
