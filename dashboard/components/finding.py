"""The sentence above the scorecard: what matters most, before any figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from dashboard.texts import texts
from dashboard.texts.sv import Swedish
from metrics import words
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language, Text
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
        for signal in (row.region if which == "region" else row.municipality,)
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


def finding(rows: Sequence[Row], language: Language) -> str:
    """The sentence as HTML: concerns by name first, then what became better, then how many measures that is of."""
    t = texts(language)
    found = signals(rows)
    concerns = [each for each in found if each.kind == "concern"]
    better = [each for each in found if each.kind == "improvement"]
    neutral = [each for each in found if each.kind == "neutral"]
    if not rows:
        return ""
    if not found:
        return f'<p class="finding"><b>{escape(t.finding_none.format(measures=len(rows)))}</b></p>'
    parts = []
    if concerns:
        parts.append(f"<b>{escape(t.finding_concern.format(what=_named(concerns, t, language)))}</b>")
    if better:
        sentence = escape(t.finding_better.format(what=_named(better, t, language)))
        parts.append(sentence if concerns else f"<b>{sentence}</b>")
    if neutral:
        parts.append(escape(t.finding_neutral.format(what=_named(neutral, t, language))))
    return f'<p class="finding">{" ".join(parts)} {escape(_sum(found, rows, t, language))}</p>'


def tally(rows: Sequence[Row], language: Language) -> str:
    """The sentence as HTML: how many signals of each kind, for a page that lists them right below."""
    t = texts(language)
    found = signals(rows)
    if not found:
        return finding(rows, language)
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
    rest = t.tally_of.format(figures=2 * len(rows))
    return f'<p class="finding"><b>{escape(listed[0].upper() + listed[1:])}</b>{escape(rest)}</p>'


def _named(found: Sequence[Found], t: Swedish, language: Language) -> str:
    """Measures by name, each with the side or sides it concerns: "SIP uppföljd i tid i kommunen"."""
    sides: dict[str, tuple[Indicator, list[Organisation]]] = {}
    for each in found:
        sides.setdefault(each.indicator.id, (each.indicator, []))[1].append(each.organisation)
    named = [f"{indicator.name[language]} {_where(which, t)}" for indicator, which in sides.values()]
    return ", ".join(named)


def _where(which: Sequence[Organisation], t: Swedish) -> str:
    if len(which) == 2:
        return t.finding_both
    return t.finding_region if which[0] == "region" else t.finding_municipality


def _sum(found: Sequence[Found], rows: Sequence[Row], t: Swedish, language: Language) -> str:
    count = words.in_words(len(found), common=True)
    first = Text(sv=count.sv.capitalize(), en=count.en.capitalize())[language]
    return (t.finding_sum_one if len(found) == 1 else t.finding_sum).format(signals=first, figures=2 * len(rows))
