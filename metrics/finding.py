"""The scorecard in a few words: what matters most, then how many measures have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from metrics import words
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from metrics.scorecard import Row
from metrics.sentences import change

_ONE_SIDE = Text(sv="{measure}, {whose}: {change}.", en="{measure}, {whose}: {change}.")
_BOTH = Text(sv="båda organisationerna", en="both organisations")
_COUNT_ONE = Text(
    sv="Ett av {measures} mått visar en säker förändring.", en="One of {measures} measures shows a reliable change."
)
_COUNT = Text(
    sv="{changed} av {measures} mått visar en säker förändring.",
    en="{changed} of {measures} measures show a reliable change.",
)
_NO_CHANGE = Text(
    sv="Inget av {measures} mått visar någon säker förändring.",
    en="None of {measures} measures shows a reliable change.",
)

_WEIGHT: Mapping[str, int] = {"concern": 0, "improvement": 1, "neutral": 2}


def finding(rows: Sequence[Row]) -> Text:
    """One headline for a scorecard: its most important signal in plain words, then how many measures have one.

    Rule    concern before improvement before change without a good side; then a headline measure before others, both
            organisations before one, the longest-standing signal before a newer, and the scorecard's own order
    """
    changed = [row for row in rows if any(_kind(row, each) for each in ORGANISATIONS)]
    measures = words.in_words(len(rows))
    if not changed:
        return _NO_CHANGE.format(measures=measures)
    signals = [(row, each) for row in changed for each in ORGANISATIONS if _kind(row, each)]
    row, organisation = min(signals, key=lambda found: _rank(*found))
    count = words.capitalised(_COUNT.format(changed=words.in_words(len(changed)), measures=measures))
    return words.joined(_said(row, organisation), _COUNT_ONE.format(measures=measures) if len(changed) == 1 else count)


def _kind(row: Row, organisation: Organisation) -> str | None:
    """concern, improvement or neutral; None where the side shows no signal now."""
    variation = row.of(organisation).variation
    return None if variation in (None, "common_cause") else str(variation).split("_")[0]


def _rank(row: Row, organisation: Organisation) -> tuple[int, bool, bool, int]:
    kind, since = _kind(row, organisation), row.of(organisation).since
    alike = all(_kind(row, each) == kind for each in ORGANISATIONS)
    return _WEIGHT[kind or "neutral"], not row.indicator.headline, not alike, since.toordinal() if since else 0


def _said(row: Row, organisation: Organisation) -> Text:
    """The signal with the measure's name before it; in one phrase where both sides say the same."""
    said = {each: _change(row, each) for each in ORGANISATIONS}
    whose = _BOTH if len(set(said.values())) == 1 else words.ORGANISATION[organisation]
    return _ONE_SIDE.format(measure=row.indicator.name, whose=whose, change=said[organisation])


def _change(row: Row, organisation: Organisation) -> Text | None:
    signal = row.of(organisation)
    return change(row.indicator, signal.series, signal.chart) if signal.chart and signal.variation else None
