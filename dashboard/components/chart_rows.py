"""What a control chart draws, as rows: figures, phases, targets and silences, before any colour or pixel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from dashboard.components.chart_marks import NARROWEST, Mark
from dashboard.texts import indicator as say
from dashboard.texts import long_date, texts
from dashboard.theme import Colour
from metrics import periods
from metrics.indicator import Indicator
from metrics.periods import Grain
from metrics.problem import Language, Text
from metrics.scorecard import Signal
from metrics.series import Target
from metrics.spc import ENOUGH, SETTLED, RunChart
from metrics.spc.icons import Variation, variation
from metrics.words import NOTHING, figure, number

Row = dict[str, Any]
LOOKS: Mapping[Variation, tuple[str, bool, Colour]] = {
    "improvement_high": ("triangle-up", True, "improvement"),
    "improvement_low": ("triangle-down", True, "improvement"),
    "concern_high": ("triangle-up", False, "concern"),
    "concern_low": ("triangle-down", False, "concern"),
    "neutral_high": ("triangle-up", True, "common"),
    "neutral_low": ("triangle-down", True, "common"),
}
"""Shape, filled or hollow, and colour of a special cause: hollow is a concern on paper without colour too."""

LABEL_WIDTH = 60
"""Pixels the word for a protected figure takes, in either language."""

ROOM_FOR_LABEL = 6
"""Points an earlier phase needs for the name of its level to fit above it."""


def points(signal: Signal, indicator: Indicator, language: Language) -> list[Row]:
    """One row per shown figure, in the middle of its period.

    Rule    `segment` changes at every gap, so that no line is drawn over a period that has no figure
    """
    series, found = signal.series, []
    segment = 0
    for n, (start, value) in enumerate(zip(series.periods, series.values, strict=True)):
        if value is None:
            segment += 1
            continue
        kind = kind_of(signal, indicator, n)
        period, written = periods.label(start, series.grain, language), figure(indicator, value)[language]
        count = None if indicator.divides_money else series.denominators[n]
        of = say.OF[language].format(n=number(count)[language]) if count is not None else ""
        said = ", ".join(part for part in (period, written, of, say.KIND[kind][language]) if part)
        found.append(
            {"on": middle(start, series.grain), "value": value, "segment": segment, "kind": kind}
            | {"period": period, "shown": written, "n": of, "kind_said": say.KIND[kind][language], "said": said}
        )
    return found


def kind_of(signal: Signal, indicator: Indicator, n: int) -> Variation:
    """The icon of one figure: by the same function as the icon beside the indicator's name."""
    return variation(signal.chart.special_cause[n], indicator.direction) if signal.chart else "common_cause"


def phases(signal: Signal, indicator: Indicator, language: Language) -> list[Row]:
    """Per phase of limits: from where to where, its mean, and whether its limits are on trial.

    Rule    a phase with fewer points than an icon needs has no lines: nothing usual is known yet
    """
    chart, series = signal.chart, signal.series
    if chart is None:
        return []
    found: list[Row] = []
    for first, inside in _phase_positions(chart.phase_start):
        mean = chart.mean[first]
        if mean is None or chart.phase_points[first] < ENOUGH:
            continue
        begin, end = series.periods[inside[0]], series.periods[inside[-1]]
        written, trial = figure(indicator, mean)[language], chart.phase_points[first] < SETTLED
        said = (say.MEDIAN_SAID if isinstance(chart, RunChart) else say.MEAN_SAID)[language].format(
            mean=written,
            first=periods.label(begin, series.grain, language),
            last=periods.label(end, series.grain, language),
        )
        lower, upper = chart.lower[inside[-1]], chart.upper[inside[-1]]
        if lower is not None and upper is not None:
            bounds = {"lower": _possible(indicator, lower, language), "upper": _possible(indicator, upper, language)}
            said += "; " + (say.TRIAL if trial else say.USUAL)[language].format(**bounds)
        found.append(
            {"on": utc(begin), "to": utc(end_of(end, series.grain)), "mean": mean, "label": written, "said": said}
            | {"top": _highest(chart.upper[inside[0] : inside[0] + ROOM_FOR_LABEL], mean)}
            | {"points": len(inside), "current": first == chart.phase_start[-1]}
        )
    return found


def bands(signal: Signal) -> list[Row]:
    """Where usual variation lies: one row per stretch with the same two limits.

    Rule    a chart of counts has limits of its own for every period, and then a row for every period
    """
    chart, series = signal.chart, signal.series
    if chart is None:
        return []
    found: list[Row] = []
    for n, start in enumerate(series.periods):
        lower, upper = chart.lower[n], chart.upper[n]
        if lower is None or upper is None or chart.phase_points[n] < ENOUGH:
            continue
        row = {"lower": lower, "upper": upper, "trial": chart.phase_points[n] < SETTLED, "phase": chart.phase_start[n]}
        last = found[-1] if found else {}
        if last.get("to") == utc(start) and all(last[name] == value for name, value in row.items()):
            last["to"] = utc(end_of(start, series.grain))
        else:
            found.append({"on": utc(start), "to": utc(end_of(start, series.grain))} | row)
    return found


def _phase_positions(starts: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Each phase's first position and all its positions."""
    return [(first, [n for n, start in enumerate(starts) if start == first]) for first in sorted(set(starts))]


def _highest(limits: Sequence[float | None], mean: float) -> float:
    return max([mean, *(limit for limit in limits if limit is not None)])


def targets(
    of: Sequence[Target],
    name: Text,
    span: tuple[date, date],
    indicator: Indicator,
    language: Language,
    numbers: Mapping[str, int],
) -> list[Row]:
    """One row per target that was in force at some time of the axis, with the number of the decision behind it."""
    first, last = span
    found = []
    for target in sorted(of, key=lambda each: each.from_on):
        begin, end = max(target.from_on, first), min(target.to_on or last, last)
        if begin > end:
            continue
        value = figure(indicator, target.value)[language]
        number = f" ({numbers[target.decision_id]})" if target.decision_id in numbers else ""
        found.append(
            {
                "on": utc(begin),
                "to": utc(end + timedelta(days=1)),
                "value": target.value,
                "in_force": end == last,
                "label": f"{name[language]}{number}\n{value}",
                "said": say.TARGET_SAID.format(
                    name=name[language].capitalize(), value=value, decision=target.decision_id, day=target.from_on
                )[language],
            }
        )
    return found


def steps(found: Sequence[Row]) -> list[Row]:
    """The rises between targets where one takes over from another without a gap."""
    return [
        {"on": after["on"], "value": after["value"], "before": before["value"]}
        for before, after in pairwise(found)
        if before["to"] == after["on"] and before["value"] != after["value"]
    ]


def silent(signal: Signal, language: Language) -> list[Row]:
    """One row per period without a figure, and what kind of nothing it is.

    Rule    a stretch of protected periods shares one label in its middle, and no two labels touch on a narrow screen
    """
    series, found = signal.series, []
    hidden = [n for n, flag in enumerate(series.flags) if flag == "suppressed"]
    stretches = [[n for _, n in group] for _, group in groupby(enumerate(hidden), lambda pair: pair[1] - pair[0])]
    middles = {stretch[len(stretch) // 2] for stretch in stretches}
    free = -NARROWEST
    for n, (start, flag) in enumerate(zip(series.periods, series.flags, strict=True)):
        if flag == "ok":
            continue
        place = NARROWEST * n // len(series.periods)
        label = NOTHING[flag][language] if n in middles and place - free >= LABEL_WIDTH else ""
        free = place if label else free
        said = f"{periods.label(start, series.grain, language)}: {say.NOTHING_SAID[flag][language]}"
        found.append({"on": middle(start, series.grain), "flag": flag, "label": label, "said": said})
    return found


def mark(of: Mark, y: float, language: Language) -> Row:
    """One badge: its number, where it stands, and what it says."""
    said = f"{of.number}. {long_date(texts(language), of.on)}: {say.MARK_KIND[of.kind][language]} {of.title[language]}"
    return {
        "on": utc(of.on),
        "y": y,
        "number": str(of.number),
        "said": said,
        "decided": of.kind in ("decision", "agreement"),
    }


def time_ticks(first: date, last: date) -> tuple[list[str], str]:
    """Where the time axis is marked, and how: by year, or by quarter where there are less than three years."""
    if (last - first).days > 3 * 366:
        return [
            utc(date(year, 1, 1)) for year in range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
        ], "%Y"
    return [utc(day) for day in periods.between(first, last, "quarter")], "%b %Y"


def _possible(indicator: Indicator, limit: float, language: Language) -> str:
    """A limit in words, no further than the measure itself can go."""
    least, most = indicator.reach
    above = limit if least is None else max(limit, least)
    return figure(indicator, above if most is None else min(above, most))[language]


def end_of(start: date, grain: Grain) -> date:
    """The first day after the period."""
    return periods.start(periods.index(start, grain) + 1, grain)


def middle(start: date, grain: Grain) -> str:
    """The middle of the period, where its figure is drawn: a decision within it then stands on its right side."""
    return utc(start + (end_of(start, grain) - start) / 2)


def utc(day: date) -> str:
    """The day as charts take it: with its zone said, or a browser west of Greenwich shows the day before."""
    return f"{day.isoformat()}T00:00:00Z"
