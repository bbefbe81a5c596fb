"""From a series to its chart: the kind its indicator declares, on the counts that kind needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Unpack

from metrics.indicator import Chart, Indicator
from metrics.series import Recalculation, Series, Target, levels, phase_positions
from metrics.spc import ControlChart, laney_p, laney_u, p_chart, run_chart, u_chart, xmr
from metrics.spc.control_chart import Reading, Values

OF_VALUES: Mapping[Chart, Callable[..., ControlChart]] = {"xmr": xmr, "run": run_chart}
OF_COUNTS: Mapping[Chart, Callable[..., ControlChart]] = {
    "p": p_chart,
    "laney_p": laney_p,
    "u": u_chart,
    "laney_u": laney_u,
}


def chart_of(
    indicator: Indicator, series: Series, targets: Iterable[Target], recalculations: Iterable[Recalculation]
) -> ControlChart:
    """The control chart of a series, of the kind its indicator declares.

    Rule    limits start anew only where a recalculation is recorded; a target counts in the periods it is in force.
            A chart of counts needs counts: where only the value is published, such as a protected mean, it is an XmR
    """
    kind = kind_of(indicator, series)
    reading: Reading = {
        "direction": indicator.direction,
        "target": levels(series, targets),
        "phases": phase_positions(series, recalculations),
    }
    return drawn_as(kind, series, **reading)


def kind_of(indicator: Indicator, series: Series) -> Chart:
    """The kind of chart a series gets."""
    if indicator.chart in OF_COUNTS and not _has_counts(series):
        return "xmr"
    return indicator.chart


def drawn_as(kind: Chart, series: Series, **reading: Unpack[Reading]) -> ControlChart:
    """A series as one kind of chart."""
    if kind in OF_VALUES:
        return OF_VALUES[kind](series.values, **reading)
    return OF_COUNTS[kind](*shown_counts(series), **reading)


def shown_counts(series: Series) -> tuple[Values, Values]:
    """Numerators and denominators of the periods that show a value."""
    there = [value is not None for value in series.values]
    return (
        [count if fit else None for fit, count in zip(there, series.numerators, strict=True)],
        [count if fit else None for fit, count in zip(there, series.denominators, strict=True)],
    )


def _has_counts(series: Series) -> bool:
    """Whether every shown value has its counts."""
    shown = zip(series.values, series.numerators, series.denominators, strict=True)
    return all(value is None or (n is not None and d) for value, n, d in shown)
