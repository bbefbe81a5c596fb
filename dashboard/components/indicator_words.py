"""The indicator page in words: what the figure is, where both sides stand, and what the chart shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, get_args

from dashboard.components import chart_image, control_chart, explain, icons
from dashboard.components.chart_guide import lines
from dashboard.components.chart_marks import Mark
from dashboard.components.chart_rows import LOOKS, bands, kind_of
from dashboard.components.control_chart import Pair
from dashboard.components.figures import closed, nothing, sample
from dashboard.components.register_link import happening
from dashboard.data import Merged
from dashboard.texts import indicator as say
from dashboard.texts import long_date, perspective, texts
from dashboard.view import View
from governance.entries import EventKind
from metrics import periods, words
from metrics.indicator import ORGANISATIONS, PERSPECTIVES, Indicator, Organisation
from metrics.problem import Language, Text
from metrics.scorecard import Row, Signal
from metrics.series import Recalculation, decided_for
from metrics.spc import RunChart
from pipelines.published import Published

Names = Mapping[Organisation, Text]
SPOKEN_OF = ("can", "sip", "shared_user", "unmet_need", "coordinator")
"""Words that tell what is counted, and are explained there."""


def head(row: Row, view: View, member: Text | None, filters: str) -> str:
    """Where this page belongs, its title, and in one line what the figure is and how it is read."""
    indicator, language = row.indicator, view.language
    t = texts(language)
    partner = (
        f'{escape(say.READ_WITH[language])} <a href="{escape(view.to("indicator", item=row.partner.id))}">'
        f"{escape(row.partner.name[language])}</a>"
    )
    grain = indicator.breakdowns.get(view.breakdown, indicator.grain)
    facts = [indicator.unit_text[language], say.PER[grain][language], say.DIRECTION[indicator.direction][language]]
    shown = f'<span class="of"> · {escape(member[language])}</span>' if member else ""
    line = " · ".join([*map(escape, _capital_first(facts)), partner])
    return (
        f'<nav class="crumbs" aria-label="{escape(say.BREADCRUMB[language])}"><ol>'
        f'<li><a href="{escape(view.to("scorecard"))}">{escape(t.page_scorecard)}</a></li>'
        f"<li>{escape(perspective(t, indicator.perspective))}</li></ol></nav>"
        f'<div class="head"><div><h1 id="innehall">{escape(indicator.name[language])}{shown}</h1>'
        f'<p class="subtitle">{line}</p></div>{filters}</div>'
        f'<p class="lede">{explain.within(indicator.numerator_text[language], language, *SPOKEN_OF)}</p>'
    )


def statements(
    row: Row,
    names: Names,
    recalculations: Sequence[Recalculation],
    language: Language,
    small: Merged,
    left: Mapping[Organisation, date] | None = None,
) -> str:
    """Both organisations side by side: the latest value, its period and n, its icon, and the signal in words.

    In      small  where the unit or target group shown is counted among the others
            left   the last day of an organisation that has left the unit shown, or closed it
    """
    sides = "".join(
        _merged(which, names[which][language], language)
        if (row.indicator.id, which) in small
        else _statement(row, which, names[which][language], recalculations, language, (left or {}).get(which))
        for which in ORGANISATIONS
    )
    return f'<section class="statements" aria-label="{escape(say.SIDES[language])}">{sides}</section>'


def _statement(
    row: Row,
    which: Organisation,
    name: str,
    recalculations: Sequence[Recalculation],
    language: Language,
    left: date | None,
) -> str:
    signal = row.of(which)
    levels = "".join(f"<p>{escape(text)}</p>" for text in _levels(row.indicator, signal, recalculations, language))
    notes = "".join(
        f'<p class="note">{explain.within(text[language], language, "laney", "run_chart")}</p>' for text in signal.notes
    )
    return (
        f'<article class="statement {which}"><h2>{icons.side(which, name)}</h2>'
        f"{_latest(row.indicator, signal, language, left)}"
        f"<p>{escape(signal.sentence[language])}</p>{levels}{notes}</article>"
    )


def _merged(which: Organisation, name: str, language: Language) -> str:
    said = escape(texts(language).merged)
    return f'<article class="statement {which}"><h2>{icons.side(which, name)}</h2><p>{said}</p></article>'


def _levels(
    indicator: Indicator, signal: Signal, recalculations: Sequence[Recalculation], language: Language
) -> list[str]:
    """Where limits start anew by a decision: the level before and after, since no icon speaks across that line."""
    series, chart = signal.series, signal.chart
    if chart is None:
        return []
    said = []
    for entry in decided_for(series, recalculations):
        start = next((n for n, on in enumerate(series.periods) if on >= entry.from_on), 0)
        before, after = (chart.mean[start - 1], chart.mean[start]) if start else (None, None)
        if before is not None and after is not None:
            said.append(
                say.LEVELS[language].format(
                    period=periods.label(series.periods[start], series.grain, language),
                    decision=entry.decision_id,
                    before=words.figure(indicator, before)[language],
                    after=words.figure(indicator, after)[language],
                )
            )
    return said


def _latest(indicator: Indicator, signal: Signal, language: Language, left: date | None) -> str:
    """The figure of the last period with its icon; where it has none, the word for it and the last one shown."""
    series, t = signal.series, texts(language)
    if not series.periods:
        return f'<p class="latest">{nothing("no_data", t)}</p>'
    last, at = len(series.periods) - 1, signal.latest
    when = [periods.label(series.periods[last], series.grain, language)]
    if at == last:
        count = None if indicator.divides_money else series.denominators[at]
        when += [say.OF[language].format(n=words.number(count)[language])] if count is not None else []
        figure = f"<data>{escape(words.figure(indicator, series.values[at])[language])}</data>"
    else:
        flag = series.flags[last]
        figure = closed(t, left) if left and flag == "structural_zero" else nothing(flag, t)
        if at is not None:
            shown = periods.label(series.periods[at], series.grain, language)
            value = words.figure(indicator, series.values[at])[language]
            when.append(say.LAST_SHOWN[language].format(value=value, period=shown))
    icon = icons.variation(signal, t, language)
    word = f'<span class="word">{escape(say.KIND[signal.variation][language])}</span>' if signal.variation else ""
    return f'<p class="latest">{figure}{icon}{word}</p><p class="when">{escape(" · ".join(when))}</p>'


def finding(row: Row) -> Text:
    """The chart's title: what is found on each side, said once where it is the same.

    Rule    it speaks of change only where the icon does
    """
    kinds = [_found(row.of(which)) for which in ORGANISATIONS]
    if kinds[0] == kinds[1] and kinds[0] in ("common_cause", "silent"):
        found = words.capitalised(say.FOUND[kinds[0]])
        return Text(sv=say.NEITHER.sv.format(found=found.sv), en=say.NEITHER.en.format(found=found.en))
    if kinds[0] == kinds[1]:
        parts = [words.joined(say.FOUND[kinds[0]], say.ON_BOTH_SIDES)]
    else:
        parts = [
            words.joined(say.FOUND[kind], say.ORGANISATION_IN[which])
            for kind, which in zip(kinds, ORGANISATIONS, strict=True)
        ]
    return words.capitalised(Text(sv=", ".join(p.sv for p in parts), en=", ".join(p.en for p in parts)))


def _found(signal: Signal) -> str:
    if signal.variation is None:
        silent = not signal.series.values or signal.series.values[-1] is None
        return "silent" if silent else "few"
    return (
        signal.variation.removesuffix("_high").removesuffix("_low")
        if signal.variation.startswith(("imp", "con"))
        else signal.variation
    )


def chart_title(row: Row, language: Language) -> str:
    """The finding as the chart's heading, and in small what the chart is."""
    below = say.CHART_SUB[language].format(name=row.indicator.name[language], unit=row.indicator.unit_text[language])
    sub = explain.within(below, language, "control_chart")
    return f'<h2 class="chart-title">{escape(finding(row)[language])}</h2><p class="chart-sub">{sub}</p>'


def image(row: Row, pair: Pair, member: Text | None, shown: Published, language: Language, key: str) -> dict[str, Any]:
    """The chart ready to stand alone, in the light theme: its finding, what it is, and its numbers explained."""
    t = texts(language)
    parts = [row.indicator.name[language], *([member[language]] if member else []), row.indicator.unit_text[language]]
    parts.append(t.foot_release.format(release=shown.release_id))
    parts += [t.synthetic] if shown.manifest["committee"]["synthetic"] else []
    drawing = control_chart.built(pair, key, language, "light")
    return chart_image.framed(
        drawing,
        finding(row)[language],
        " · ".join(parts),
        notes(pair.marks, language) + lines("control_chart", language),
    )


def notes(marks: Sequence[Mark], language: Language) -> list[str]:
    """The numbers of a drawing that is taken away, explained line by line."""
    t = texts(language)
    return [
        f"{mark.number}   {long_date(t, mark.on)}   {say.MARK_KIND[mark.kind][language]}: {mark.title[language]}"
        for mark in marks
    ]


def legend(row: Row, pair: Pair, language: Language) -> str:
    """What the chart's lines and marks mean: only those that are drawn."""
    t = texts(language)
    signals = [row.of(which) for which in ORGANISATIONS]
    charts = [signal.chart for signal in signals if signal.chart]
    flags = {flag for signal in signals for flag in signal.series.flags}
    kinds = {kind_of(signal, row.indicator, n) for signal in signals for n in range(len(signal.series.periods))}
    trials = {band["trial"] for signal in signals for band in bands(signal)}
    of_runs = {isinstance(chart, RunChart) for chart in charts}
    gap = '<i class="key gap"></i>'
    level = "cost_split" if pair.level_name == say.AGREED else "target"
    keys = [
        (False in trials, '<i class="key band"></i>', say.LEGEND_BAND, "control_limits"),
        (True in trials, '<i class="key trial"></i>', say.LEGEND_TRIAL, "trial_limits"),
        (False in of_runs, '<i class="key mean"></i>', say.LEGEND_MEAN, "middle"),
        (True in of_runs, '<i class="key mean"></i>', say.LEGEND_MEDIAN, "middle"),
        (bool(pair.targets), '<i class="key target"></i>', pair.level_name, level),
        *((kind in kinds, icons.pill(kind, t), say.KIND[kind], icons.term_of(kind)) for kind in LOOKS),
        ("suppressed" in flags, sample(t), say.LEGEND_SUPPRESSED, "suppressed"),
        ("no_data" in flags, gap, say.LEGEND_GAP, "no_data"),
        ("not_reached" in flags, gap, say.LEGEND_NOT_REACHED, "not_reached"),
        ("structural_zero" in flags, gap, say.LEGEND_NONE, "structural_zero"),
    ]
    shown = "".join(
        f'<span><span aria-hidden="true">{mark}</span>{explain.term(text[language], term)}</span>'
        for drawn, mark, text, term in keys
        if drawn
    )
    return f'<p class="keys">{shown}</p>' if shown else ""


def chart_text(row: Row, names: Names, language: Language) -> str:
    """The chart for those who cannot see it: the finding, then each side's sentence and level."""
    said = [f"{finding(row)[language]}."]
    for which in ORGANISATIONS:
        signal = row.of(which)
        if signal.series.periods:
            first, last = (periods.label(signal.series.periods[n], signal.series.grain, language) for n in (0, -1))
            said.append(say.CHART_READS[language].format(organisation=names[which][language], first=first, last=last))
        said.append(signal.sentence[language])
    return " ".join([*said, say.CHART_TABLE[language]])


def marks_list(marks: Sequence[Mark], language: Language, level: int = 3, view: View | None = None) -> str:
    """The numbers on the chart, explained, under a heading of this level; nothing where there are none.

    In      view  where the reader is: an event then leads to its own page
    """
    if not marks:
        return ""
    items = "".join(_mark(mark, language, view) for mark in marks)
    return (
        f'<section class="marks"><h{level}>{escape(say.MARKS_TITLE[language])}</h{level}><ol>{items}</ol>'
        f'<p class="note">{escape(say.MARKS_NOTE[language])}</p></section>'
    )


def _mark(mark: Mark, language: Language, view: View | None) -> str:
    t, title = texts(language), escape(mark.title[language])
    if view and mark.kind in get_args(EventKind):
        title = f'<a href="{escape(happening(view, mark.id))}">{title}</a>'
    decided = "decided" if mark.kind in ("decision", "agreement") else "happened"
    reference = f" <span>{escape(mark.id)}</span>" if mark.kind == "decision" else ""
    adds = "".join(f' <span class="adds">{escape(add[language])}</span>' for add in mark.adds)
    before = f" <small>({escape(say.BEFORE_CHART[language])})</small>" if mark.before else ""
    return (
        f'<li value="{mark.number}"><span class="number {decided}" aria-hidden="true">{mark.number}</span>'
        f'<div><time datetime="{mark.on}">{escape(long_date(t, mark.on))}</time>{before} '
        f"<b>{escape(say.MARK_KIND[mark.kind][language])}{reference}</b> {title}{adds}</div></li>"
    )


def measures(indicators: Sequence[Indicator], view: View) -> str:
    """All measures as links, perspective by perspective: where to go when none is chosen, or none is found."""
    language, t = view.language, texts(view.language)
    parts = []
    for name in PERSPECTIVES:
        inside = [one for one in indicators if one.perspective == name]
        if inside:
            links = "".join(
                f'<li><a href="{escape(view.to("indicator", item=one.id))}">{escape(one.name[language])}</a>'
                f"&nbsp;<small>{escape(one.id)}</small></li>"
                for one in inside
            )
            parts.append(f"<section><h2>{escape(perspective(t, name))}</h2><ul>{links}</ul></section>")
    return f'<div class="measures">{"".join(parts)}</div>'


def _capital_first(facts: Sequence[str]) -> list[str]:
    return [facts[0][:1].upper() + facts[0][1:], *facts[1:]]
