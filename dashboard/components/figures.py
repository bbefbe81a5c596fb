"""A figure in a table cell, and the four kinds of nothing, which never look alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Final

from dashboard.components import explain
from dashboard.texts import long_date
from dashboard.texts.sv import Swedish
from metrics import words
from metrics.indicator import Indicator
from metrics.problem import Language

LOOKS: Final[Mapping[str, str]] = {
    "suppressed": "nothing suppressed",
    "no_data": "nothing missing",
    "not_reached": "nothing missing",
    "structural_zero": "nothing none",
}
"""How each kind of nothing looks, in every table and sentence; the fourth kind, a counted none, is the figure 0."""


def figure(indicator: Indicator, value: float, language: Language) -> str:
    """A value where the unit stands beside it: per cent keeps its sign, money and days do not repeat theirs."""
    write = words.amount if indicator.unit == "share" else words.bare
    return write(value, indicator.unit, indicator.decimals)[language]


def nothing(flag: str, t: Swedish, note: str = "") -> str:
    """What stands where a value would: protected, missing and not applicable each in their own dress.

    In      flag  of a published cell: suppressed, structural_zero, not_reached or no_data
            note  why, where that is another reason than the flag's own
    """
    flag = flag if flag in LOOKS else "no_data"
    shown, usual = {
        "suppressed": (t.suppressed, t.suppressed_note),
        "not_reached": (t.not_reached, t.not_reached_note),
        "structural_zero": (t.not_applicable, t.not_applicable_note),
        "no_data": (t.missing, t.missing_note),
    }[flag]
    said = f'{escape(shown)}<span class="vh"> ({escape(note or usual)})</span>'
    return explain.mark(said, flag, looks=LOOKS[flag], says=note)


def sample(t: Swedish) -> str:
    """The protected value as it looks, in a legend, where words beside it say what it is."""
    return f'<span class="{LOOKS["suppressed"]}">{escape(t.suppressed)}</span>'


def merged(t: Swedish) -> str:
    """What stands where a unit or target group is too small for a figure of its own."""
    return explain.mark(escape(t.merged), "merged", looks=f"{LOOKS['no_data']} merged")


def closed(t: Swedish, day: date) -> str:
    """What stands where a unit is closed, or its organisation has left it: nothing is hidden, it has ended."""
    return (
        f'<span class="nothing none closed">{escape(t.unit_closed)} <small>{escape(long_date(t, day))}</small></span>'
    )


def count(value: int | str, language: Language) -> str:
    """A count as a delivery reports it: a number, or a bound ("<5", "<7619") where the number would tell too much.

    >>> count(12, "sv"), count("<5", "sv"), count("<7619", "en")
    ('12', '<5', '<7,619')
    """
    if isinstance(value, int):
        return words.number(value)[language]
    bound = value.removeprefix("<")
    return f"<{words.number(int(bound))[language]}" if bound.isdigit() else value
