"""Who is at the table: a measure of seats with the associations as a third part, beside the two organisations."""

from __future__ import annotations

from html import escape

import polars as pl

from dashboard.components.data_table import Cell, as_html
from dashboard.components.indicator_words import Names
from dashboard.texts import indicator as say
from metrics import words
from metrics.indicator import Indicator, Organisation
from metrics.problem import Language
from metrics.series import series

RECENT = 8
PARTS: tuple[tuple[Organisation, str], ...] = (
    ("region", "region"),
    ("municipality", "municipality"),
    ("region", "association"),
)
"""Whose cells hold each party; the associations stand beside both organisations, alike."""


def beside(indicator: Indicator, cells: pl.DataFrame, names: Names, language: Language) -> str:
    """The latest periods of every party; nothing for a measure that is not divided by party, or has no such figures."""
    if "party" not in indicator.breakdowns:
        return ""
    parts = [series(cells, indicator, whose, "party", party) for whose, party in PARTS]
    if not parts[0].periods or any(part.periods != parts[0].periods for part in parts):
        return ""
    rows = [
        (
            words.period(on, parts[0].grain)[language],
            [
                Cell(words.figure(indicator, part.values[at], part.flags[at])[language], kind=part.flags[at])
                for part in parts
            ],
        )
        for at, on in reversed(list(enumerate(parts[0].periods))[-RECENT:])
    ]
    head = [say.PERIOD[language], *(names[whose][language] for whose, _ in PARTS[:2]), say.ASSOCIATIONS[language]]
    caption = say.BY_PARTY[language].format(name=indicator.name[language])
    table = as_html(caption, head, rows, figures=len(PARTS), main=len(PARTS))
    return f"<section><h2>{escape(say.BY_PARTY_TITLE[language])}</h2>{table}</section>"
