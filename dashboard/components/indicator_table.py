"""The table twin of the control charts: every period of both organisations, with its counts and its flag."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.components import icons, lineage
from dashboard.components.chart_rows import kind_of
from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.indicator_words import Names
from dashboard.texts import indicator as say
from dashboard.texts import texts
from dashboard.view import View
from metrics import periods, words
from metrics.indicator import ORGANISATIONS, Indicator, Measure, Organisation
from metrics.problem import Language, Text
from metrics.scorecard import Row, Signal

RECENT = 8
COUNTS: dict[Measure, tuple[Text | None, Text]] = {
    "share": (say.NUMERATOR, say.DENOMINATOR),
    "mean": (None, say.PERSONS),
    "amount_per_person": (say.OWN_AMOUNT, say.PERSONS),
    "share_of_joint": (say.OWN_AMOUNT, say.JOINT_AMOUNT),
    "ratio_of_amounts": (say.DEVIATION, say.BUDGET),
    "median": (None, say.DENOMINATOR),
    "gap": (None, say.PERSONS),
    "result": (say.RESPONDENTS, say.ASKED),
    "exact": (say.NUMERATOR, say.DENOMINATOR),
}
"""What a measure's two counts are called; the sum behind a mean, and what makes a median or a gap, is not shown."""


def titled(row: Row, names: Names, view: View) -> str:
    """The tables under their heading; nothing where no period is published."""
    body = tables(row, names, view)
    return f"<section><h2>{escape(say.TABLE_TITLE[view.language])}</h2>{body}</section>" if body else ""


def tables(row: Row, names: Names, view: View) -> str:
    """Both organisations' latest periods, newest first, and the earlier ones to unfold."""
    longest = max(len(row.of(which).series.periods) for which in ORGANISATIONS)
    if not longest:
        return ""
    wide = " wide" if row.indicator.disclosure == "ledger" else ""
    recent = _pair(row, names, view, slice(0, RECENT), say.TABLE_CAPTION)
    if longest <= RECENT:
        return f'<div class="twins{wide}">{recent}</div>'
    earlier = _pair(row, names, view, slice(RECENT, None), say.TABLE_CAPTION_OLDER)
    summary = say.TABLE_OLDER[view.language].format(n=longest - RECENT)
    return (
        f'<div class="twins{wide}">{recent}</div><details class="older"><summary>{escape(summary)}</summary>'
        f'<div class="twins{wide}">{earlier}</div></details>'
    )


def _pair(row: Row, names: Names, view: View, part: slice, caption: Text) -> str:
    found, language = [], view.language
    for which in ORGANISATIONS:
        lines = list(reversed(_lines(row.indicator, row.of(which), view)))[part]
        if lines:
            title = caption[language].format(organisation=names[which][language], name=row.indicator.name[language])
            head, mark = _head(row.indicator, language), '<i class="dot" aria-hidden="true"></i>'
            table = as_html(title, head, lines, figures=_figures(row.indicator), mark=mark)
            found.append(f'<div class="twin {which}">{table}</div>')
    return "".join(found)


def _head(indicator: Indicator, language: Language) -> list[str]:
    upper, lower = COUNTS[indicator.measure]
    counts = [text[language] for text in (upper, lower) if text is not None]
    return [say.PERIOD[language], say.VALUE[language], *counts, say.SIGNAL[language]]


def _figures(indicator: Indicator) -> int:
    return 2 + (COUNTS[indicator.measure][0] is not None)


def _lines(indicator: Indicator, signal: Signal, view: View) -> list[tuple[str, list[Cell]]]:
    """Row header and cells per period, oldest first; each figure leads to what it rests on."""
    series, lines, language = signal.series, [], view.language
    for n, start in enumerate(series.periods):
        flag = series.flags[n]
        traced = lineage.address(view, indicator.id, signal.series.organisation, start)
        cells = [Cell(words.figure(indicator, series.values[n], flag)[language], flag, href=traced)]
        if COUNTS[indicator.measure][0] is not None:
            cells.append(_count(series.numerators[n], series.values[n], language))
        cells.append(_count(series.denominators[n], series.values[n], language))
        cells.append(_flag(indicator, signal, n, language))
        lines.append((periods.label(start, series.grain, language), cells))
    return lines


def _count(count: float | None, value: float | None, language: Language) -> Cell:
    """A count beside its value; where the value is hidden, so is what it was made of."""
    return Cell("" if count is None or value is None else words.number(count)[language])


def _flag(indicator: Indicator, signal: Signal, n: int, language: Language) -> Cell:
    """The kind of the figure with its mark; for a period without one, what kind of nothing it is."""
    flag, t = signal.series.flags[n], texts(language)
    if flag != "ok":
        return Cell(say.NOTHING_SHORT[flag][language], "quiet")
    kind = kind_of(signal, indicator, n)
    if kind == "common_cause":
        return Cell("")
    return Cell(say.KIND_SHORT[kind][language], kind, mark=f'<span aria-hidden="true">{icons.pill(kind, t)}</span> ')


def sheet(row: Row, names: Names, language: Language, *, release: str, member: Text | None) -> Sheet:
    """The same rows as a file: one line per organisation and period, with the chart's lines beside the figures."""
    lines = [
        line
        for which in ORGANISATIONS
        for line in _file_lines(row, which, names, language, release, member[language] if member else "")
    ]
    return Sheet(row.indicator.id, tuple(say.SHEET_HEAD[language].split(";")), tuple(lines))


def _file_lines(
    row: Row, which: Organisation, names: Names, language: Language, release: str, member: str
) -> Sequence[tuple[Value, ...]]:
    indicator, signal = row.indicator, row.of(which)
    series, chart = signal.series, signal.chart
    return [
        (
            release,
            indicator.id,
            indicator.name[language],
            names[which][language],
            series.breakdown,
            member,
            periods.label(start, series.grain, language),
            start,
            series.values[n],
            series.numerators[n],
            series.denominators[n],
            series.low[n],
            series.high[n],
            series.flags[n],
            say.KIND[kind_of(signal, indicator, n)][language] if series.flags[n] == "ok" else None,
            chart.mean[n] if chart else None,
            chart.lower[n] if chart else None,
            chart.upper[n] if chart else None,
        )
        for n, start in enumerate(series.periods)
    ]
