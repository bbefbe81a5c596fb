"""Twelve periods of both organisations on one scale, small enough for a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from dashboard.components.figures import figure
from dashboard.texts.sv import Swedish
from dashboard.theme import PALETTE
from metrics import periods
from metrics.indicator import Indicator, Unit
from metrics.problem import Language
from metrics.series import Series

PERIODS = 12
WIDTH, HEIGHT, EDGE = 140, 36, 4
_PLAIN = " =:/;,()'{}@-"  # what may stand unescaped in an image address, and keeps it short
LEAST_SPAN: Mapping[Unit, float] = {
    "share": 0.1,
    "per_person": 0.2,
    "sek_per_person": 1000.0,
    "days": 10.0,
    "days_per_100": 10.0,
    "points": 0.1,
    "index": 2.0,
    "months": 3.0,
}
"""The scale never spans less than this, so that noise does not fill the whole height."""


def sparkline(indicator: Indicator, region: Series, municipality: Series, t: Swedish, language: Language) -> str:
    """An image of the two series, with what it shows in words; "" where neither has a value.

    Rule    a gap stays a gap, and a line whose last period is protected has no last mark
    """
    days = _days(region, municipality)
    both = [_values(series, days) for series in (region, municipality)]
    known = [value for values in both for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    missing = LEAST_SPAN[indicator.unit] - (high - low)
    if missing > 0:
        low, high = low - missing / 2, high + missing / 2
    drawn = "".join(
        _line(values, low, high, side) for values, side in zip(both, ("region", "municipality"), strict=True)
    )
    alt = "; ".join(
        _words(name, values, days, indicator, t, language)
        for name, values in zip((t.region, t.municipality), both, strict=True)
    )
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<style>{_style()}</style>{drawn}</svg>"
    )
    return (
        f'<img class="spark" width="{WIDTH}" height="{HEIGHT}" alt="{escape(alt)}" '
        f'src="data:image/svg+xml,{quote(svg, safe=_PLAIN)}">'
    )


def _days(region: Series, municipality: Series) -> list[date]:
    grain = region.grain
    ends = [series.periods[-1] for series in (region, municipality) if series.periods]
    if not ends:
        return []
    last = periods.index(max(ends), grain)
    return [periods.start(number, grain) for number in range(last - PERIODS + 1, last + 1)]


def _values(series: Series, days: Sequence[date]) -> list[float | None]:
    known = dict(zip(series.periods, series.values, strict=True))
    return [known.get(day) for day in days]


def _line(values: Sequence[float | None], low: float, high: float, side: str) -> str:
    step = (WIDTH - 2 * EDGE) / (PERIODS - 1)
    points = [
        None if value is None else (EDGE + step * at, EDGE + (HEIGHT - 2 * EDGE) * (high - value) / (high - low))
        for at, value in enumerate(values)
    ]
    parts, run = [], list[tuple[float, float]]()
    for point in [*points, None]:
        if point is not None:
            run.append(point)
            continue
        if len(run) == 1:
            parts.append(f"<circle cx='{run[0][0]:.1f}' cy='{run[0][1]:.1f}' r='1.4' class='{side[0]}d'/>")
        elif run:
            parts.append(f"<polyline points='{' '.join(f'{x:.1f},{y:.1f}' for x, y in run)}' class='{side[0]}'/>")
        run = []
    end = points[-1]
    if end is not None:
        x, y = end
        parts.append(
            f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' class='rd'/>"
            if side == "region"
            else f"<rect x='{x - 2.8:.1f}' y='{y - 2.8:.1f}' width='5.6' height='5.6' class='md'/>"
        )
    return "".join(parts)


def _style() -> str:
    light, dark = (
        "".join(
            f".{name[0]}{{stroke:{palette[name]}}}.{name[0]}d{{fill:{palette[name]}}}"
            for name in ("region", "municipality")
        )
        for palette in (PALETTE["light"], PALETTE["dark"])
    )
    return (
        f"polyline{{fill:none;stroke-width:1.6;stroke-linejoin:round}}.m{{stroke-dasharray:3 2}}{light}"
        f"@media(prefers-color-scheme:dark){{{dark}}}"
    )


def _words(
    name: str,
    values: Sequence[float | None],
    days: Sequence[date],
    indicator: Indicator,
    t: Swedish,
    language: Language,
) -> str:
    known = [(day, value) for day, value in zip(days, values, strict=True) if value is not None]
    if not known:
        return t.spark_nothing.format(organisation=name)
    (first_day, first), (last_day, last) = known[0], known[-1]
    grain = indicator.grain
    return t.spark_words.format(
        organisation=name,
        first=figure(indicator, first, language),
        first_period=periods.label(first_day, grain, language),
        last=figure(indicator, last, language),
        last_period=periods.label(last_day, grain, language),
    )
