"""The sentence above the scorecard: what matters most, before any figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from dashboard.texts import texts
from metrics import words
from metrics.finding import finding
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language
from metrics.scorecard import Row, Signal

SignalKind = Literal["concern", "improvement", "neutral"]


@dataclass(frozen=True, kw_only=True)
class Found:
    """One statistical signal: on which measure, on whose side, of which kind."""

    indicator: Indicator
    organisation: Organisation
    signal: Signal
    kind: SignalKind


def signals(rows: Sequence[Row]) -> tuple[Found, ...]:
    """Every signal of a scorecard, concern first, then improvement, then change without a good side."""
    found = [
        Found(indicator=row.indicator, organisation=which, signal=signal, kind=kind)
        for row in rows
        for which in ORGANISATIONS
        for signal in (row.of(which),)
        if (kind := kind_of(signal)) is not None
    ]
    order: tuple[SignalKind, ...] = ("concern", "improvement", "neutral")
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def kind_of(signal: Signal) -> SignalKind | None:
    """What kind of signal a side shows now; None where it shows none."""
    for kind in ("concern", "improvement", "neutral"):
        if (signal.variation or "").startswith(kind):
            return kind
    return None


def figures_shown(rows: Sequence[Row]) -> int:
    """How many figures a scorecard shows now, of both organisations: what signals are counted out of."""
    ends = [row.of(which).series.values[-1:] for row in rows for which in ORGANISATIONS]
    return sum(value is not None for end in ends for value in end)


def headline(rows: Sequence[Row], language: Language) -> str:
    """The finding as HTML: what matters most in bold, then how many measures have changed."""
    said = finding(rows)[language]
    first, stop, rest = said.rpartition(". ")
    return f'<p class="finding"><b>{escape(first + stop or rest)}</b>{escape(rest if first else "")}</p>'


def tally(rows: Sequence[Row], language: Language) -> str:
    """The sentence as HTML: how many signals of each kind, for a page that lists them right below."""
    t = texts(language)
    found = signals(rows)
    if not found:
        return headline(rows, language)
    kinds = {
        "concern": (t.tally_concern_one, t.tally_concern),
        "improvement": (t.tally_better_one, t.tally_better),
        "neutral": (t.tally_neutral_one, t.tally_neutral),
    }
    counted = {kind: sum(each.kind == kind for each in found) for kind in kinds}
    parts = [
        (one if count == 1 else several).format(count=words.in_words(count, common=True)[language])
        for (one, several), count in zip(kinds.values(), counted.values(), strict=True)
        if count
    ]
    listed = f"{', '.join(parts[:-1])} {t.and_word} {parts[-1]}" if len(parts) > 1 else parts[0]
    rest = t.tally_of.format(figures=figures_shown(rows))
    return f'<p class="finding"><b>{escape(listed[0].upper() + listed[1:])}</b>{escape(rest)}</p>'
